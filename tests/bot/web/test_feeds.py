"""The door of calendar addresses where something is wrong behind it, and how it reads what programs ask."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from bot.web.feeds import _has, feeds_door
from storage.database import open_engine

TOKEN = "s3cret-s3cret-s3cret-s3cret-s3cret-s3cret-x"


def asked(engine, path, method="GET"):
    told = []
    door = feeds_door(engine, lambda: datetime(2022, 12, 16, tzinfo=UTC))
    body = b"".join(
        door(
            {"REQUEST_METHOD": method, "PATH_INFO": path}, lambda status, headers: told.append((status, dict(headers)))
        )
    )
    return *told[0], body


def test_a_database_that_is_away_is_said_and_no_token_is_logged(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'no-such-folder' / 'accord.sqlite3'}")
    with capture_logs() as logs:
        status, headers, body = asked(engine, f"/calendar/{TOKEN}.ics")
    assert status == "503 Service Unavailable"
    assert headers["Retry-After"] == "60"
    assert b"try again later" in body
    assert TOKEN not in str(logs)
    assert {line["outcome"] for line in logs} == {"failed", status}


@pytest.mark.parametrize(
    "path", ["/calendar/", "/calendar/x", "/calendar/.ics", "/calendar/\u00ff\u00fe.ics", "/calendar/\udcff.ics"]
)
def test_what_is_no_address_is_not_found(engine, path):
    status, headers, body = asked(engine, path)
    assert status == "404 Not Found"
    assert body == b"There is no calendar at this address.\n"
    assert asked(engine, path, "HEAD") == (status, headers, b"")


@pytest.mark.parametrize(
    ("header", "has"),
    [
        ('"a"', True),
        ('W/"a"', True),
        ('"b", W/"a"', True),
        ("*", True),
        ('"b"', False),
        ("a", False),
        ("", False),
        ('"', False),
        ('W/"b" a', False),
    ],
)
def test_what_a_program_says_it_has(header, has):
    assert _has(header, '"a"') == has
