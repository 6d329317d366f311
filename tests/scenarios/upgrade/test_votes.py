"""Votes that commit b9e7bd4 left open are counted anew, and whoever proposed them is told once what that changes.

There a quorum was a share of those who had voted, and whoever abstained was not there. README.md says how the rows were
kept: half of the eleven partners are the quorum of a recommendation (SEF-D1, SEF-D3, and SEF-D5, which was closed), and
three that of a resolution by those present and voting (SEF-D4); SEF-D2 is a variation, agreed by all.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.decisions import Decision
from storage.outbox import Message as Queued
from tests.patience import LONG
from tests.scenarios.conftest import World
from tests.scenarios.reading_kit import body_of, lines
from tests.scenarios.upgrade import kit

KEY = "sefton-2022"


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kit.migrated(tmp_path_factory.mktemp("votes"), "votes-b9e7bd4.sql")


@pytest.fixture
def world(database_url: str, open_once, file: Path) -> Iterator[World]:
    """The world of Thursday 8 September 2022 at 09:30, five minutes later."""
    engine = open_once(database_url, LONG.rows)
    kit.put_rows(engine, file)
    world = kit.sefton_then(engine, "2022-09-08 09:35")
    yield world
    world.stage.stop()


def count_of(world: World, reference: str) -> list[str]:
    world.sam.types(f"/partnership decision {reference}")
    return lines(world.sam.body, "The count")


def told(world: World) -> list[str]:
    """Of which decisions whoever proposed them was told."""
    with world.session() as session:
        found = session.scalars(select(Queued).where(Queued.template == "vote_recounted").order_by(Queued.id))
        return [f"{row.facts['reference']} {row.lane}" for row in found]


def test_whoever_proposed_a_vote_that_comes_to_something_else_is_told_once(world):
    world.tick()
    assert told(world) == ["SEF-D1 U0ADA", "SEF-D4 U0ADA"]
    assert lines(body_of(world.ada.dm("SEF-D1")))[:5] == [
        "SEF-D1: Ten beds",
        (
            "Its votes are counted anew. A quorum is now of all who could take part, whoever abstains is there, and who "
            "says nothing is neither for nor against the votes cast. No vote is lost."
        ),
        (
            "Before: Consensus of 1 present: nobody objects, and all have spoken; at least 1 must be there. It was "
            "enough, as it stood."
        ),
        (
            "Now: Consensus of 1 who is there: nobody objects, and all have spoken; at least 6 must be there. 1 agrees, "
            "0 object, 10 not yet. Quorum: 1/2 of 11 partners, so 6; 1 has answered. 5 more must be there."
        ),
        (
            "You are told once, because you proposed it. Nothing needs doing; votes can be cast and changed until the end "
            "of Tue 20 Sep 2022."
        ),
    ]
    before, now = lines(body_of(world.ada.dm("SEF-D4")))[2:4]
    assert before == (
        "Before: More than half of 1 present and voting: 1 needed; at least 3 must be there. Too few were there."
    )
    assert now == (
        "Now: More than half of 1 vote cast: 1 needed; at least 3 must be there. 1 agrees, 0 object, 2 abstain, 8 not "
        "yet. Quorum: 3 of 11 partners; 3 have answered. Votes cast: 1; more than 1/2 of it is 1. That is enough, as it "
        "stands."
    )
    for _ in range(3):
        world.tick()
    assert told(world) == ["SEF-D1 U0ADA", "SEF-D4 U0ADA"]


def test_what_is_in_the_channel_follows_and_what_was_closed_stays_as_it_was_decided(world):
    closed = count_of(world, "SEF-D5")
    world.tick()
    (living,) = [message for message in world.channel() if "SEF-D1: Ten beds" in message.shown()]
    assert "at least 6 must be there. 1 agrees, 0 object, 10 not yet." in living.shown()
    said = (
        "The count: Consensus of 1 present: nobody objects, and all have spoken; at least 1 must be there. 1 agrees, 0 "
        "object, 10 not voting."
    )
    assert count_of(world, "SEF-D5") == closed == [said]
    with world.session() as session:
        assert {row.number: row.state.value for row in session.scalars(select(Decision))} == {
            1: "open", 2: "open", 3: "open", 4: "open", 5: "carried",
        }  # fmt: skip


def test_they_end_by_what_they_come_to_now(world):
    world.at("2022-09-21 10:00")
    with world.session() as session:
        assert {row.number: row.state.value for row in session.scalars(select(Decision))} == {
            1: "not-carried", 2: "not-carried", 3: "not-carried", 4: "carried", 5: "carried",
        }  # fmt: skip
    assert world.check() is None
