"""A meeting's life: when it is opened, what can be done to it when, and when it is warned of too few."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from rules.errors import Refusal
from rules.meeting_life import MOVES, MeetingAct, MeetingState, check, check_move, open_to, opens_on, warning, who_may
from rules.meetings import Meeting, Tally
from rules.periods import year

ON = date(2022, 9, 8)
ONE = timedelta(days=1)
PLANNED, CALLED, HELD, CANCELLED = MeetingState


@pytest.mark.parametrize(
    ("notice_by", "papers_by", "opened"),
    [
        (None, None, "2022-08-11"),  # four weeks before
        ("2022-09-01", "2022-09-02", "2022-08-11"),
        ("2022-08-25", None, "2022-08-11"),  # two weeks before that is four weeks before the meeting
        ("2022-08-24", None, "2022-08-10"),
        (None, "2022-08-01", "2022-07-18"),
        ("2022-08-01", "2022-07-25", "2022-07-11"),
    ],
)
def test_a_meeting_is_opened_four_weeks_before_and_in_time_for_its_notice_and_papers(notice_by, papers_by, opened):
    days = [date.fromisoformat(day) if day else None for day in (notice_by, papers_by)]
    assert opens_on(Meeting("board", ON, ON, None, *days)) == date.fromisoformat(opened)


@pytest.mark.parametrize(
    ("act", "state", "before", "on_the_day", "after"),
    [
        (MeetingAct.CALL, PLANNED, True, True, False),
        (MeetingAct.CALL, CALLED, False, False, False),
        (MeetingAct.PAPERS, CALLED, True, True, False),
        (MeetingAct.ADD_ITEM, CALLED, True, True, False),
        (MeetingAct.MOVE, CALLED, True, True, True),
        (MeetingAct.CANCEL, PLANNED, True, True, True),
        (MeetingAct.RECORD, PLANNED, False, True, True),
        (MeetingAct.RECORD, CALLED, False, True, True),
        (MeetingAct.RECORD, HELD, False, False, False),
        (MeetingAct.CORRECT, HELD, True, True, True),
        (MeetingAct.CORRECT, CALLED, False, False, False),
        (MeetingAct.ACTION, HELD, True, True, True),
        (MeetingAct.ACTION, CANCELLED, False, False, False),
        (MeetingAct.MOVE, HELD, False, False, False),
        (MeetingAct.PUBLIC, CANCELLED, False, False, False),
        (MeetingAct.TOLD, CANCELLED, True, True, True),
    ],
)
def test_what_can_be_done_before_on_and_after_its_day(act, state, before, on_the_day, after):
    found = [open_to(act, state, ON, today) for today in (ON - ONE, ON, ON + ONE)]
    assert found == [before, on_the_day, after]


@pytest.mark.parametrize(
    ("act", "state", "today", "said"),
    [
        (MeetingAct.RECORD, PLANNED, ON - ONE, "SEF-M1 is on Thu 8 Sep 2022, so nothing can be recorded of it yet"),
        (MeetingAct.CALL, PLANNED, ON + ONE, "was to be on Thu 8 Sep 2022, so it is too late"),
        (MeetingAct.CALL, CALLED, ON - ONE, "SEF-M1 is called already"),
        (MeetingAct.MOVE, HELD, ON, "SEF-M1 is held and on record"),
        (MeetingAct.RECORD, CANCELLED, ON, "SEF-M1 is called off"),
    ],
)
def test_what_stands_in_the_way_is_said(act, state, today, said):
    with pytest.raises(Refusal, match=said):
        check(act, state, "SEF-M1", ON, today)


TO_ONE = [act for act in MeetingAct if act is not MeetingAct.PLAN]  # that is done to an agreement


@given(st.sampled_from(TO_ONE), st.sampled_from(MeetingState), st.integers(-40, 40))
def test_what_is_open_is_not_refused_and_what_is_refused_is_not_open(act, state, days):
    today = ON + days * ONE
    if open_to(act, state, ON, today):
        check(act, state, "SEF-M1", ON, today)
    else:
        with pytest.raises(Refusal):
            check(act, state, "SEF-M1", ON, today)


def test_what_is_over_stays_so():
    assert {state for state in MeetingState if not MOVES[state]} == {HELD, CANCELLED}
    with pytest.raises(Refusal, match="called off"):
        check_move(CANCELLED, CALLED)
    check_move(PLANNED, CALLED)


def test_the_secretary_does_all_of_it_and_partners_put_things_on_the_agenda():
    for act in MeetingAct:
        allowed = who_may(act, ("luhft",))
        assert allowed.secretary
        assert allowed.partners == (frozenset({"luhft"}) if act is MeetingAct.ADD_ITEM else frozenset())


# --- Too few ------------------------------------------------------------------------------------------------------


def tally(held=2, planned=1, counted_by="calendar-year"):
    return Tally(4, held, planned, in_public=True, year=year(date(2021, 7, 1), counted_by))


@pytest.mark.parametrize(
    ("today", "days"),
    [
        ("2021-10-01", None),  # 91 days before the end of the year
        ("2021-10-02", 90),
        ("2021-10-31", 90),
        ("2021-11-01", 60),
        ("2021-11-30", 60),
        ("2021-12-01", 30),
        ("2021-12-30", 30),
        ("2021-12-31", None),  # nothing can be planned any more
    ],
)
def test_of_too_few_it_is_warned_ninety_sixty_and_thirty_days_before(today, days):
    assert warning(tally(), date.fromisoformat(today)) == days


def test_of_enough_or_of_what_is_not_counted_it_is_not_warned():
    assert warning(tally(held=3), date(2021, 12, 1)) is None
    assert warning(None, date(2021, 12, 1)) is None
    rolling = Tally(4, 0, 0, in_public=True, year=year(date(2021, 12, 1), "any-twelve-months"))
    assert warning(rolling, date(2021, 12, 1)) is None
    financial = tally(counted_by="financial-year")  # to 31 March 2022
    assert warning(financial, date(2021, 12, 1)) is None
    assert warning(financial, date(2022, 1, 1)) == 90
