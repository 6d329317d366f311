"""What the stories of trackers share: beginning one, proposing, confirming, and what can be read of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from bot import trackers as shipped
from handlers.trackers import file as tracker_file, importing as tracker_importing
from handlers.trackers.changes import By
from handlers.trackers.forms import key_of
from rules.sheets import Cell, Line, Sheet
from storage import agreements
from storage.packs import pack_source
from storage.trackers import Change, Criterion
from tests.scenarios.conftest import CHANNELS, World

HALTON = CHANNELS["one-halton-2021"]
WORKS = """
trackers:
  - key: works
    name: Works
    clause: "7.4"
    statuses: [Idle, Done, "Done, but leaking"]
    colours: {Done: green, "Done, but leaking": amber}
"""
HEAD = ["feature", "number", "criterion", "gap", "status"]
FILES = {
    "works": [
        ["House", "1", "Roof", "", "Idle"],
        ["House", "2", "Gutter", "", "Done, but leaking"],
        ["Garden", "3", "Wall", "It leans", "Idle"],
    ],
    "long": [
        [f"Feature {feature}", f"{feature}.{number}", f"Criterion {number}", "A gap", "Idle"]
        for feature in (1, 2, 3)
        for number in range(1, 36)
    ],
}


def with_tracker(more: str = "") -> str:
    """Sefton's pack with a tracker whose changes are made at once; `more` is added to its entry."""
    return pack_source("sefton-2022") + WORKS + more


def begin(world: World, key: str, file: str | None = None) -> None:
    """Begin an agreement's tracker: One Halton's as it comes with Accord, or with one of the files above."""
    with world.session() as session:
        agreement = world.agreement(session, key)
        rule = tracker_importing.rule_for(agreements.current_terms(session, agreement.id), None)
        rows = tracker_file.read(_table([HEAD, *FILES[file]]), rule) if file else shipped.rows_of(key, rule)
        tracker_importing.import_rows(session, agreement, rule, rows, By("command line", world.clock()))
    world.settle()


def _table(rows: list[list[str]]) -> Sheet:
    """A table of these texts."""
    return Sheet(tuple(Line(number, [Cell(text) for text in row], number) for number, row in enumerate(rows, 1)))


def row_of(world: World, number: str) -> Criterion:
    """A row as it stands in the database."""
    with world.session() as session:
        return session.scalars(select(Criterion).where(Criterion.number == number)).one()


def proposes(
    world: World,
    name: str,
    number: str,
    status: str,
    *,
    reason: str = "So it is.",
    channel: str = HALTON,
    **more: Any,
) -> None:
    """Let somebody propose a status for a row, and what else is to be different in it."""
    player, row = world.players[name], row_of(world, number)
    player.types(f"/partnership {row.reference}", channel=channel)
    player.presses("Propose a change")
    fields = {f"{part}_{row.id}": value for part, value in more.items()}
    player.submits({f"status_{row.id}": key_of(status), "reason": reason, **fields})
    assert player.modal is None, player.modal_errors


def confirms(world: World, *numbers: str, met_on: str = "2021-07-14", evidence: str = "Minute 4 of 14 July") -> None:
    """Let the secretary record that the forum has confirmed what waits: of these rows, or the only one."""
    world.sam.types("/partnership tracker", channel=HALTON)
    world.sam.presses("Record what is confirmed")
    with world.session() as session:
        found = session.scalars(select(Change).join(Criterion).where(Criterion.number.in_(numbers)))
        chosen = {"changes": [str(change.id) for change in found]} if numbers else {}
    world.sam.submits({"met_on": met_on, "evidence": evidence, **chosen})
    assert world.sam.modal is None, world.sam.modal_errors


def shows(world: World, name: str, channel: str = HALTON) -> str:
    """The tracker as somebody reads it."""
    world.players[name].types("/partnership tracker", channel=channel)
    return world.players[name].answer


def criterion(world: World, name: str, reference: str, channel: str = HALTON) -> str:
    """A row as somebody reads it."""
    world.players[name].types(f"/partnership tracker {reference}", channel=channel)
    return world.players[name].answer
