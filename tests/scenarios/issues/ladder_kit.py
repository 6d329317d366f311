"""What the stories of a ladder's dates share: Sefton's agreement with a second stage, begun, and taken further."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import Any

from ruamel.yaml import YAML

from storage.packs import pack_source
from tests.scenarios.daily.kit import tell_cvs

ON = "on operational-days"
FIRST = f"10 operational-days {ON} after notified"


def ladder(second: str | dict[str, Any], *, first: str | dict[str, Any] = FIRST, **changed: Any) -> str:
    """Sefton's pack with a second stage; an issue comes to it by itself once the first one's time is up."""
    yaml, out = YAML(), io.StringIO()
    pack = yaml.load(pack_source("sefton-2022"))
    stage = pack["issues"]["stages"][0]
    stage |= {"clock": first, "on_time_up": "move", "next": "chairs"}
    chairs = deepcopy(dict(stage)) | {
        "key": "chairs",
        "name": "The chairs",
        "clause": "5.4",
        "clock": second,
        "on_time_up": "ask",
    }
    del chairs["next"]
    pack["issues"]["stages"] = [stage, chairs | changed.pop("chairs", {})]
    decided = changed.pop("decided", None)
    pack["open"] = [point for point in pack["open"] if point["key"] != decided] + changed.pop("asked", [])
    pack["clocks"] |= changed.pop("clocks", {})
    for key, value in changed.items():
        pack[key] = value
    yaml.dump(pack, out)
    return out.getvalue()


def begins(make_world, source: str, at: str = "2023-01-09 09:30", **more: Any):
    world = make_world(at, sources={"sefton-2022": source}, **more)
    world.without_daily_lists()
    return tell_cvs(world, "luhft")


def goes_on(player):
    player.opens("SEF-1")
    player.presses("Take it further")
    player.submits({"to": "chairs", "words": "We tried."})
    assert player.modal is None, player.modal_errors
