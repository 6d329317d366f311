"""What the stories of meetings share: setting a series, calling, recording, and what can be read of it."""

from __future__ import annotations

import io
import json
from functools import cache
from typing import Any

from ruamel.yaml import YAML
from sqlalchemy import select

from storage.deadlines import Deadline
from storage.meetings import Meeting
from storage.packs import pack_source
from tests.scenarios.conftest import CHANNELS, World, buttons_of

ESSEX = CHANNELS["mid-south-essex-2020"]
BOARD = "partnership-board"
PROXIES = {"written": True, "most": 1, "there": True, "clause": "6.4"}
SUBSTITUTES = {"sit_for": "meeting", "named_by": "36 hours before meeting", "clause": "6.5"}


def with_notice(**changed: Any) -> str:
    """Sefton's pack as it would be with terms of reference: five clear days' notice, three for papers, a quorum.

    Issues are discussed at the board, and the chair of the Health and Wellbeing Board has a seat there.
    """
    return _written(json.dumps(changed))


@cache
def _written(changed: str) -> str:
    yaml, out = YAML(), io.StringIO()
    pack = yaml.load(pack_source("sefton-2022"))
    board = pack["forums"][0]
    calendar = "operational-days"
    board["notice"] = {
        "clause": "ToR 3",
        "limit": {"number": 5, "unit": "clear-days", "calendar": calendar, "direction": "before"},
    }
    board["papers"] = {"clause": "ToR 4", "limit": {"number": 3, "unit": "clear-days", "direction": "before"}}
    board |= json.loads(changed)
    pack["decision_rules"]["recommendation"]["quorum"] = {"fraction": "1/2", "clause": "ToR 5"}
    pack["issues"]["stages"][0]["forum"] = BOARD
    pack["forums"][1]["seats"] = [{"key": "chair", "name": "Chair"}]
    yaml.dump(pack, out)
    return out.getvalue()


def fills(world: World, name: str, button: str, fields: dict[str, Any], *, unchecked: bool = False) -> str:
    """Press a button, fill its form in, and return what was answered."""
    player = world.players[name]
    player.presses(button)
    assert player.modal is not None, player.answer
    player.submits(fields, unchecked=unchecked)
    return player.answer


def sets_series(world: World, first_on: str, *, every: str | None = "1 month", channel: str = "C0SEFTON", **more: Any) -> str:  # fmt: skip
    """Let the secretary set the board's series."""
    world.sam.types("/partnership meetings", channel=channel)
    fields = {"forum": BOARD, "first_on": first_on, "same": "date", "begins_at": "14:00", "place": "Bootle Town Hall"}
    said = fills(world, "sam", "Set a series", fields | ({"every": every} if every else {}) | more)
    assert world.sam.modal is None, world.sam.modal_errors
    return said


def does(world: World, button: str, reference: str = "SEF-M1", who: str = "sam", channel: str = "C0SEFTON", **fields: Any) -> str:  # fmt: skip
    """Look at a meeting, press a button of it and fill its form in; what was answered."""
    shows(world, who, reference, channel)
    said = fills(world, who, button, fields)
    assert world.players[who].modal is None, world.players[who].modal_errors
    return said


def shows(world: World, who: str = "sam", reference: str = "SEF-M1", channel: str = "C0SEFTON") -> str:
    """A meeting as somebody reads it."""
    world.players[who].types(f"/partnership meeting {reference}", channel=channel)
    return world.players[who].answer


def lists(world: World, who: str = "ada", channel: str = "C0SEFTON") -> str:
    """The agreement's meetings as somebody reads them."""
    world.players[who].types("/partnership meetings", channel=channel)
    return world.players[who].answer


def offers(world: World, who: str = "sam") -> list[str]:
    """The buttons of what somebody was shown last."""
    return buttons_of(world.players[who]._whispers()[-1])


def living(world: World, reference: str = "SEF-M1", channel: str = "C0SEFTON") -> str:
    """The living message of a meeting."""
    (found,) = [m for m in world.channel(channel) if not m.thread_ts and m.shown().startswith(f"{reference}: ")]
    return found.shown()


def opened(world: World, channel: str = "C0SEFTON") -> list[str]:
    """The references of the meetings that have a living message, in order."""
    heads = [m.shown() for m in world.channel(channel) if not m.thread_ts]
    return [head.partition(":")[0] for head in heads if "-M" in head.partition(":")[0]]


def thread(world: World, channel: str = "C0SEFTON") -> str:
    """What stands in threads of the channel."""
    return "\n".join(m.shown() for m in world.channel(channel) if m.thread_ts)


def row(world: World, reference: str = "SEF-M1") -> Meeting:
    """A meeting as it stands in the database."""
    with world.session() as session:
        return session.scalars(select(Meeting).where(Meeting.reference == reference)).one()


def dates(world: World, reference: str = "SEF-M1") -> list[tuple[str, str, str]]:
    """Every date a meeting ever had: its clock, the day, and what became of it."""
    meeting = row(world, reference)
    with world.session() as session:
        query = select(Deadline).where(Deadline.matter == "meeting", Deadline.matter_id == meeting.id)
        return [(d.clock, str(d.due_on), d.state.value) for d in session.scalars(query.order_by(Deadline.id))]
