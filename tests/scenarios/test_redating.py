"""A day proclaimed closed later: the open deadlines are dated anew, people are told, the old date stays on record."""

from __future__ import annotations

from datetime import date

from handlers.issues import redating
from rules.terms import Base
from tests.scenarios.test_reminders import tell_cvs


def test_the_state_funeral_moves_a_date_once_it_is_proclaimed(make_world):
    world = tell_cvs(make_world("2022-09-01 10:00"), "luhft")
    assert world.due("SEF-1") == "2022-09-29"
    world.without_daily_lists()
    world.at("2022-09-12 10:00")
    assert world.due("SEF-1") == "2022-09-30"

    old, new = world.deadlines("SEF-1")[-2:]
    assert (str(old.due_on), old.state.value) == ("2022-09-29", "replaced")
    assert "19 Sep 2022" in old.why
    assert new.confirmed
    told = {who for who, _ in world.sent("issue_redated")}
    assert told == {"C0SEFTON", "Ada", "Ben"}
    assert "Fri 30 Sep 2022" in world.ben.dm("new date").shown()
    assert "Thu 29 Sep 2022" in world.ben.dm("new date").shown()
    assert "Fri 30 Sep 2022" in world.living("SEF-1").shown()
    assert world.facts("deadline-redated")["was"] == "2022-09-29"
    assert len(world.sent("issue_redated")) == 3  # nobody is told twice
    world.at("2022-09-30 10:00")
    assert [when for who, when in world.sent("nudge") if who == "Ben"] == [
        "2022-09-15 09:00", "2022-09-23 09:00", "2022-09-28 09:00", "2022-09-29 09:00", "2022-09-30 09:00",
    ]  # fmt: skip


def test_a_day_entered_by_hand_moves_it_too(world):
    tell_cvs(world, "luhft")
    assert world.due("SEF-1") == "2023-01-18"
    with world.session() as session:
        moved = redating.proclaim(
            session, calendar=Base.ENGLAND_AND_WALES, day=date(2023, 1, 9), open_=False, why="Flood", now=world.clock()
        )
    world.settle()
    assert moved == 1
    assert world.due("SEF-1") == "2023-01-19"
    assert "Flood" in world.living("SEF-1").shown()
    assert {who for who, _ in world.sent("issue_redated")} == {"C0SEFTON", "Ada", "Ben"}


def test_a_day_after_the_deadline_moves_nothing(world):
    tell_cvs(world, "luhft")
    with world.session() as session:
        moved = redating.proclaim(
            session, calendar=Base.ENGLAND_AND_WALES, day=date(2023, 2, 1), open_=False, why="Flood", now=world.clock()
        )
    assert moved == 0
    assert [d.state.value for d in world.deadlines("SEF-1")] == ["open"]
    assert world.sent("issue_redated") == []


def test_a_date_the_partners_agreed_stays(world):
    tell_cvs(world, "luhft")
    world.ada.opens("SEF-1")
    world.ada.presses("Ask for more time")
    world.ada.submits({"extend_to": "2023-02-28", "words": "Board"})
    world.ben.presses("Agree to more time", world.ben.dm("28 Feb 2023"))
    with world.session() as session:
        redating.proclaim(
            session, calendar=Base.ENGLAND_AND_WALES, day=date(2023, 2, 1), open_=False, why="Flood", now=world.clock()
        )
    assert world.due("SEF-1") == "2023-02-28"
