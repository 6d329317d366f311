"""A day proclaimed closed later: the open deadlines are dated anew, people are told, the old date stays on record."""

from __future__ import annotations

from datetime import date

import pytest

from handlers import closed_days
from rules.terms import Base
from tests.scenarios.daily.kit import tell_cvs
from tests.scenarios.issues.ladder_kit import ON, begins, goes_on, ladder
from tests.scenarios.reading_kit import lines


def test_the_state_funeral_moves_a_date_once_it_is_proclaimed(make_world):
    world = tell_cvs(make_world("2022-09-01 10:00"), "luhft")
    assert world.due("SEF-1") == "2022-09-29"
    world.without_daily_lists()
    world.at("2022-09-12 10:00")
    assert world.due("SEF-1") == "2022-09-30"

    old, new = world.deadlines("SEF-1")[-2:]
    assert (str(old.due_on), old.state.value) == ("2022-09-29", "replaced")
    assert old.why == "Mon 19 Sep 2022: State Funeral of Queen Elizabeth II"
    assert new.confirmed is True
    told = {who for who, _ in world.sent("issue_redated")}
    assert told == {"C0SEFTON", "Ada", "Ben"}
    later = (
        "Resolve by Fri 30 Sep 2022 (clause 5.2): 20 operational days (England and Wales) from Thu 1 Sep 2022, "
        "counted from Fri 2 Sep; skipped: Mon 19 Sep (State Funeral of Queen Elizabeth II) and 8 weekend days."
    )
    assert lines(world.ben.dm("new date").shown(), "Fri 30", "Thu 29") == [
        "SEF-1 is due Fri 30 Sep 2022 instead of Thu 29 Sep 2022: the calendar changed (Discharge delays)",
        "Fri 30 Sep 2022 instead of Thu 29 Sep 2022, because the calendar has changed.",
        later,
    ]
    assert lines(world.living("SEF-1").shown(), "esolve by") == [
        "SEF-1 (open): Discharge delays; resolve by Fri 30 Sep 2022",
        later,
    ]
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
        moved = closed_days.proclaim(
            session, calendar=Base.ENGLAND_AND_WALES, day=date(2023, 1, 9), open_=False, why="Flood", now=world.clock()
        )
    world.settle()
    assert moved == 1
    assert world.due("SEF-1") == "2023-01-19"
    assert lines(world.living("SEF-1").shown(), "Flood") == [
        (
            "Resolve by Thu 19 Jan 2023 (clause 5.2): 20 operational days (England and Wales) from Fri 16 Dec 2022, "
            "counted from Mon 19 Dec; skipped: Sun 25 Dec (Christmas Day), Mon 26 Dec (Boxing Day), Tue 27 Dec "
            "(Christmas Day, substitute day), Sun 1 Jan (New Year's Day), Mon 2 Jan (New Year's Day, substitute day), "
            "Mon 9 Jan (Flood) and 8 weekend days."
        )
    ]
    assert {who for who, _ in world.sent("issue_redated")} == {"C0SEFTON", "Ada", "Ben"}


def test_a_day_after_the_deadline_moves_nothing(world):
    tell_cvs(world, "luhft")
    with world.session() as session:
        moved = closed_days.proclaim(
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
        closed_days.proclaim(
            session, calendar=Base.ENGLAND_AND_WALES, day=date(2023, 2, 1), open_=False, why="Flood", now=world.clock()
        )
    assert world.due("SEF-1") == "2023-02-28"


# --- Dates that are counted on no calendar and go to an open day, and those that rest on one through another ----------


def proclaims(world, day, *, open_=False):
    with world.session() as session:
        on, england = date.fromisoformat(day), Base.ENGLAND_AND_WALES
        closed_days.proclaim(session, calendar=england, day=on, open_=open_, why="Flood", now=world.clock())


@pytest.mark.parametrize(
    ("counted", "before", "day", "after", "reminded"),
    [
        # A month from Fri 16 Dec 2022 is Mon 16 Jan 2023, 28 days are Fri 13 Jan, 4 weeks too; 31 hours end on Sat 17 Dec,
        # 80 on Mon 19 Dec at 17:30.
        ("1 month, next", "2023-01-16", "2023-01-16", "2023-01-17", "2022-12-30"),
        ("1 month, previous", "2023-01-16", "2023-01-16", "2023-01-13", "2022-12-29"),
        ("1 month, stays", "2023-01-16", "2023-01-16", "2023-01-16", "2022-12-29"),
        ("28 calendar-days, next", "2023-01-13", "2023-01-13", "2023-01-16", "2022-12-29"),
        ("4 weeks, previous", "2023-01-13", "2023-01-13", "2023-01-12", "2022-12-28"),
        ("27 clear-days, next", "2023-01-13", "2023-01-13", "2023-01-16", "2022-12-29"),
        ("80 hours, next", "2022-12-19", "2022-12-19", "2022-12-20", "2022-12-20"),
        ("80 hours, previous", "2022-12-19", "2022-12-19", "2022-12-16", "2022-12-21"),
        ("31 hours, next", "2022-12-19", "2022-12-19", "2022-12-20", "2022-12-20"),
        ("30 calendar-days, next", "2023-01-16", "2023-01-16", "2023-01-17", "2022-12-30"),  # from Sunday
        ("30 calendar-days, next", "2023-01-16", "2023-01-13", "2023-01-16", "2022-12-29"),  # no matter
    ],
)
def test_a_date_that_goes_to_an_open_day_is_moved_at_once_with_its_reminders(
    make_world, counted, before, day, after, reminded
):
    limit, closed_day = counted.split(", ")
    first = {"counts_from": "raised", "limit": limit, "closed_day": closed_day}
    world = begins(make_world, ladder("1 week after entered", first=first), "2022-12-16 09:30")
    assert world.due("SEF-1") == before
    proclaims(world, day)
    assert world.due("SEF-1") == after
    live = world.deadlines("SEF-1")[-1]
    assert str(live.due_on) == after
    assert f"{live.next_nudge_at:%Y-%m-%d}" == reminded


def test_a_day_that_is_open_after_all_takes_a_moved_date_back_at_once(make_world):
    first = {"counts_from": "raised", "limit": "30 calendar-days", "closed_day": "next"}
    world = begins(make_world, ladder("1 week after entered", first=first), "2022-12-16 09:30")
    assert world.due("SEF-1") == "2023-01-16"
    proclaims(world, "2023-01-15", open_=True)
    assert world.due("SEF-1") == "2023-01-15"


def test_a_date_that_rests_on_a_calendar_through_an_earlier_clock_moves_at_once(make_world):
    # Ten operational days from Mon 9 Jan 2023 are Mon 23 Jan, and a week after that Mon 30 Jan.
    clocks = {"first": {"name": "First talks", "counts_from": "notified", "limit": f"10 operational-days {ON}"}}
    world = begins(make_world, ladder("1 week after first", first="first", clocks=clocks))
    goes_on(world.ada)
    assert world.due("SEF-1") == "2023-01-30"
    proclaims(world, "2023-01-16")
    world.settle()
    assert world.due("SEF-1") == "2023-01-31"
    assert {who for who, _ in world.sent("issue_redated")} == {"C0SEFTON", "Ada", "Ben"}


def test_a_bank_holiday_that_is_announced_moves_a_date_that_goes_to_an_open_day(make_world):
    first = {"counts_from": "raised", "limit": "18 calendar-days", "closed_day": "next"}
    world = begins(make_world, ladder("1 week after entered", first=first), "2022-09-01 09:30")
    assert world.due("SEF-1") == "2022-09-19"
    world.at("2022-09-12 10:00")
    assert world.due("SEF-1") == "2022-09-20"
