"""Reminders belong to their date: wherever it moves, and when a day is proclaimed closed, they are planned anew."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from handlers import closed_days
from rules.terms import Base
from storage.deadlines import LIVE, Deadline
from tests.cast import LONDON
from tests.scenarios.daily.kit import tell_cvs
from tests.scenarios.decisions.kit import recommends
from tests.scenarios.reading_kit import lines
from tests.scenarios.signatures.kit import asked, decides, requests, sign_in_chat

TAKE_TURNS = True


def reminded_of(world, matter):
    """The next days on which people are reminded of a kind of matter, as London has it."""
    with world.session() as session:
        found = session.scalars(select(Deadline).where(Deadline.matter == matter, Deadline.state.in_(LIVE)))
        return [f"{at.astimezone(ZoneInfo(LONDON)):%Y-%m-%d}" for at in (one.next_nudge_at for one in found) if at]


def proclaims(world, day, *, open_=False):
    with world.session() as session:
        on, england = date.fromisoformat(day), Base.ENGLAND_AND_WALES
        closed_days.proclaim(session, calendar=england, day=on, open_=open_, why="A holiday", now=world.clock())
    world.settle()


# Sefton reminds ten, five, two and one operational days before a date, and on it. Around Fri 30 Sep 2022 these are
# Fri 16, Fri 23, Wed 28, Thu 29 and Fri 30 September, with the 19th an operational day; it was proclaimed closed on
# the 10th, and with it they are Thu 15, Fri 23, Wed 28, Thu 29 and Fri 30.


@pytest.fixture
def signing(make_world):
    world = make_world("2022-09-01 09:30", begin=sign_in_chat)
    requests(world, target_on="2022-09-30")
    return world


def test_a_bank_holiday_that_is_announced_later_moves_the_reminders_of_a_date_that_people_chose(signing):
    assert reminded_of(signing, "signature") == ["2022-09-16"]
    signing.at("2022-09-12 10:00")
    assert reminded_of(signing, "signature") == ["2022-09-15"]
    signing.at("2022-09-30 10:00")
    assert [at for who, at in signing.sent("nudge") if who == "Ada"] == [
        f"2022-09-{day} 09:00" for day in (15, 23, 28, 29, 30)
    ]


@pytest.mark.parametrize(
    ("closed", "then"),
    [
        ("2022-09-28", ["2022-09-22", "2022-09-27", "2022-09-29", "2022-09-30"]),  # a day on which they were reminded
        ("2022-09-30", ["2022-09-22", "2022-09-27", "2022-09-28", "2022-09-29"]),  # the last day itself
        ("2022-10-03", ["2022-09-23", "2022-09-28", "2022-09-29", "2022-09-30"]),  # a day after it
    ],
)
def test_a_day_proclaimed_closed_moves_those_that_are_to_come(signing, closed, then):
    signing.at("2022-09-20 10:00")
    before = len(signing.sent("nudge"))
    proclaims(signing, closed)
    signing.at("2022-09-30 12:00")
    assert [at for who, at in signing.sent("nudge")[before:] if who == "Ada"] == [f"{day} 09:00" for day in then]


def test_it_moves_them_also_when_the_clock_comes_back_days_later_and_nobody_is_reminded_twice(signing):
    signing.at("2022-09-20 10:00")
    before = len(signing.sent("nudge"))
    proclaims(signing, "2022-09-28")
    signing.wakes_at("2022-09-26 10:00")
    signing.at("2022-09-30 12:00")
    told = [at for who, at in signing.sent("nudge")[before:] if who == "Ada"]
    assert told == ["2022-09-26 10:00", "2022-09-27 09:00", "2022-09-29 09:00", "2022-09-30 09:00"]


def test_a_day_that_is_open_after_all_moves_them_back(signing):
    signing.at("2022-09-20 10:00")
    proclaims(signing, "2022-09-24", open_=True)  # a Saturday: five operational days before is Sat 24 now
    assert reminded_of(signing, "signature") == ["2022-09-24"]


def test_more_time_to_sign_has_its_own_reminders_and_says_when_the_next_comes(signing):
    signing.at("2022-09-14 10:00")
    signing.sam.types("/partnership signature SEF-S1")
    signing.sam.presses("Give more time")
    signing.sam.submits({"target_on": "2022-10-31", "words": "The state funeral."})
    # Mon 31 Oct 2022: ten operational days before is Mon 17 Oct.
    assert reminded_of(signing, "signature") == ["2022-10-17"]
    assert lines(signing.shown(), "Next reminder") == ["Next reminder: Mon 17 Oct 2022."]
    signing.at("2022-10-14 12:00")
    assert signing.sent("nudge") == []
    asked(signing, "ada")  # the question is still there
    signing.at("2022-10-17 10:00")
    assert {at for who, at in signing.sent("nudge") if who == "Ada"} == {"2022-10-17 09:00"}


def test_more_time_to_vote_has_its_own_reminders_and_says_when_the_next_comes(make_world):
    world = make_world("2022-12-01 10:00")
    world.without_daily_lists()
    recommends(world, closes_on="2022-12-16")
    assert reminded_of(world, "decision") == ["2022-12-02"]
    world.ada.types("/partnership decision SEF-D1")
    world.ada.presses("Give more time")
    world.ada.submits({"closes_on": "2023-01-17", "words": "Christmas."})
    # Tue 17 Jan 2023: ten operational days before is Tue 3 Jan, as Mon 2 Jan is a holiday.
    assert reminded_of(world, "decision") == ["2023-01-03"]
    assert lines(world.shown(), "Next reminder") == ["Next reminder: Tue 3 Jan 2023."]
    world.at("2023-01-03 10:00")
    assert {at for _, at in world.sent("nudge") if at < "2023-01-03 12:00"} == {"2023-01-03 09:00"}


def test_an_extension_that_is_agreed_has_its_own_reminders_and_says_when_the_next_comes(make_world):
    world = tell_cvs(make_world("2022-12-16 09:30"), "luhft")
    world.without_daily_lists()
    world.ada.opens("SEF-1")
    world.ada.presses("Ask for more time")
    world.ada.submits({"extend_to": "2023-02-28", "words": "Board"})
    world.ben.presses("Agree to more time", world.ben.dm("28 Feb 2023"))
    # Tue 28 Feb 2023: ten operational days before is Tue 14 Feb.
    assert reminded_of(world, "issue") == ["2023-02-14"]
    assert lines(world.shown(), "Next reminder") == ["Next reminder: Tue 14 Feb 2023."]
    world.at("2023-02-14 10:00")
    assert {at for who, at in world.sent("nudge") if who == "Ben"} == {"2023-02-14 09:00"}


def test_a_moved_issue_says_when_the_next_reminder_comes(make_world):
    world = tell_cvs(make_world("2022-09-01 10:00"), "luhft")
    world.without_daily_lists()
    world.at("2022-09-12 10:00")  # the funeral moves Thu 29 Sep to Fri 30 Sep; ten operational days before: Thu 15 Sep
    assert lines(world.ben.dm("new date").shown(), "Next reminder") == ["Next reminder: Thu 15 Sep 2022."]
    assert reminded_of(world, "issue") == ["2022-09-15"]


def test_a_review_on_another_day_has_its_own_reminders_and_says_when_the_next_comes(make_world):
    world = make_world("2022-11-01 10:00", mornings=True)
    world.without_daily_lists()
    world.at("2022-12-06 10:00")  # it was opened four weeks ahead, for Tue 3 Jan 2023
    # Ten operational days before: 30, 29, 28, 23, 22, 21, 20, 19, 16 and 15 December.
    assert reminded_of(world, "review") == ["2022-12-15"]
    world.sam.types("/partnership review SEF-R1")
    world.sam.presses("Hold it another day")
    world.sam.submits({"meets_on": "2023-01-17", "words": "The board meets then."})
    assert reminded_of(world, "review") == ["2023-01-03"]
    assert lines(world.shown(), "Next reminder") == ["Next reminder: Tue 3 Jan 2023."]


def test_a_review_whose_day_is_proclaimed_closed_moves_at_once_with_its_reminders(make_world):
    world = make_world("2022-11-01 10:00", mornings=True)
    world.without_daily_lists()
    world.at("2022-12-06 10:00")  # opened four weeks ahead, for Tue 3 Jan 2023: it is due on Sunday the 1st
    proclaims(world, "2023-01-03")
    # Wed 4 Jan 2023: ten operational days before is Thu 15 December, with the 3rd closed.
    assert reminded_of(world, "review") == ["2022-12-15"]
    with world.session() as session:
        found = session.scalars(select(Deadline).where(Deadline.matter == "review", Deadline.state.in_(LIVE)))
        assert [str(one.due_on) for one in found] == ["2023-01-04"]


def test_a_calendar_that_is_decided_moves_the_reminders_that_were_planned_on_a_guess(make_world):
    """One Halton does not say which days are operational: until that is decided, reminders follow England and Wales."""
    halton = "C0HALTON"
    world = make_world("2022-09-01 09:30", "one-halton-2021")
    world.without_daily_lists()
    requests(world, channel=halton, target_on="2022-09-30")
    assert reminded_of(world, "signature") == ["2022-09-16"]
    decides(world, "operational-days", "every-day", channel=halton)
    world.tick()
    assert reminded_of(world, "signature") == ["2022-09-20"]
