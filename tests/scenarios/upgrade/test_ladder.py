"""Issues that commit b9e7bd4 left on a ladder, each stage counted from when its entry was noticed: put right, told once.

README.md in this folder says how the rows were kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from storage.issues import Visit
from tests.cast import BY_AGREEMENT
from tests.patience import LONG
from tests.scenarios.conftest import World
from tests.scenarios.reading_kit import body_of, lines
from tests.scenarios.upgrade import kit

KEY = "sefton-2022"


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kit.migrated(tmp_path_factory.mktemp("ladder"), "ladder-b9e7bd4.sql")


@pytest.fixture
def world(database_url: str, open_once, file: Path) -> Iterator[World]:
    """The world of Wednesday 25 January 2023 at 10:00, five minutes later."""
    engine = open_once(database_url, LONG.rows)
    kit.put_rows(engine, file)
    world = kit.sefton_then(
        engine,
        "2023-01-25 10:05",
        tuple(part for part in BY_AGREEMENT[KEY] if part.name in ("Ada", "Ben", "Joe", "Sam")),
    )
    yield world
    world.stage.stop()


def entered(world: World, reference: str) -> dict[str, str]:
    issue = world.issue(reference)
    with world.session() as session:
        visits = session.scalars(select(Visit).where(Visit.issue_id == issue.id).order_by(Visit.id))
        return {visit.stage: f"{visit.entered_at:%Y-%m-%d %H:%M}" for visit in visits}


def first_morning(world: World) -> None:
    """The first working morning of this release."""
    with world.session() as session:
        world.agreement(session).next_morning_at = None
    world.tick()


def test_dates_that_were_wrong_are_put_right_and_told_once_with_both(world):
    # Notified on Monday 9 January 2023; the talks were over at the end of Monday the 23rd, which the tick noticed later.
    assert entered(world, "SEF-1") == {"talks": "2023-01-09 09:30", "chairs": "2023-01-23 23:59"}
    first_morning(world)
    # Five operational days from Monday the 23rd end on Monday the 30th, and thirty from the 9th on Monday 20 February.
    assert (world.due("SEF-1"), world.due("SEF-2")) == ("2023-01-30", "2023-02-20")
    assert world.due("SEF-3") == "2023-03-01"  # agreed by the partners: it stands
    assert [message.split("\n")[0] for message in world.ben.inbox() if "instead of" in message] == [
        "SEF-1 is due Mon 30 Jan 2023 instead of Tue 31 Jan 2023: it was counted anew (Beds)",
        "SEF-2 is due Mon 20 Feb 2023 instead of Thu 23 Feb 2023: it was counted anew (Ambulances)",
    ]
    assert lines(body_of(world.ben.dm("SEF-1 has a new date")), "instead of") == [
        "Mon 30 Jan 2023 instead of Tue 31 Jan 2023. It is counted from Mon 23 Jan 2023, when the issue came to this stage (clause 5.3)."
    ]
    assert lines(body_of(world.ben.dm("SEF-2 has a new date")), "instead of") == [
        "Mon 20 Feb 2023 instead of Thu 23 Feb 2023. It is counted from the raising, Mon 9 Jan 2023 (clause 5.4)."
    ]
    assert [(str(one.due_on), one.state.value) for one in world.deadlines("SEF-2")][-2:] == [
        ("2023-02-23", "replaced"),
        ("2023-02-20", "open"),
    ]
    told = world.sent("issue_redated")
    world.at("2023-01-27 18:00")
    assert world.sent("issue_redated") == told  # once


def test_a_time_is_up_on_the_day_that_was_put_right(world):
    # SEF-2 is due on Monday 20 February: on that day's end it is unresolved, though the old date was three days later.
    first_morning(world)
    world.at("2023-02-21 10:00")
    assert [one.state.value for one in (world.issue("SEF-1"), world.issue("SEF-2"), world.issue("SEF-3"))] == [
        "unresolved",
        "unresolved",
        "open",
    ]
    assert "the time was up (Mon 20 Feb 2023)" in world.ben.opens("SEF-2")
