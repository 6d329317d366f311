"""What tests of the practice workspace share."""

from __future__ import annotations

import http.client
import json
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.patience import LONG_SECONDS


def grant(world: Any, *scopes: str) -> None:
    world.workspace.manifest["oauth_config"]["scopes"]["bot"].extend(scopes)


@pytest.fixture(autouse=True)
def own_scopes(world: Any) -> Any:
    held = world.workspace.manifest["oauth_config"]["scopes"]
    before = list(held["bot"])
    yield
    held["bot"] = before


def ask(world: Any, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
    place = urlsplit(world.running.url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port or 0, timeout=LONG_SECONDS)
    sent = {"Content-Type": "application/json", **{name.replace("_", "-"): value for name, value in headers.items()}}
    connection.request(
        "POST" if body is not None else "GET", path, json.dumps(body) if body is not None else None, sent
    )
    answer = connection.getresponse()
    read = answer.read()
    connection.close()
    return answer.status, json.loads(read)
