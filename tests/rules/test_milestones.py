"""A milestone's life: by when it is due, who may do what, what is owed; and that no order of reports breaks it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import reduce

import pytest
from hypothesis import given, strategies as st

from rules.calendars import calendar_of
from rules.errors import Refusal
from rules.milestones import (
    Able,
    CameTrue,
    Dropped,
    MilestoneAct,
    MilestoneState,
    Moved,
    Owed,
    Progress,
    Reported,
    Standing,
    after,
    check,
    open_to,
    owes,
    sayable,
    who_may,
)
from rules.nudges import first_day
from rules.periods import by_the_end_of, period
from rules.terms import Nudges
from storage.packs import read_pack

SEFTON, HALTON, ESSEX = (read_pack(key) for key in ("sefton-2022", "one-halton-2021", "mid-south-essex-2020"))
ENGLAND = calendar_of("england-and-wales")
DUE = date(2022, 3, 31)
OPEN = Standing("HAL-MS6", due_on=DUE)
WAITS = Standing("HAL-MS7", condition="The ICS is satisfied", ask_on=date(2022, 2, 1))
PAST = Standing("HAL-MS1", due_on=date(2021, 5, 31), past=True)


def day(text):
    return date.fromisoformat(text)


# --- By when ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "precision", "due_on", "words"),
    [
        ("2023-03-31", "day", "2023-03-31", "by Fri 31 Mar 2023"),
        # One Halton, Briefing 3.11: "end of September 2021" is due by its last day
        ("2021-09-01", "month", "2021-09-30", "by the end of September 2021"),
        ("2021-10-01", "month", "2021-10-31", "by the end of October 2021"),
        # One Halton, Briefing 3.10: ahead of April 2022 is by 31 March; a day later is another month
        ("2022-03-31", "month", "2022-03-31", "by the end of March 2022"),
        ("2022-04-01", "month", "2022-04-30", "by the end of April 2022"),
        ("2022-06-30", "quarter", "2022-06-30", "by the end of the quarter April to June 2022"),
        ("2022-07-01", "quarter", "2022-09-30", "by the end of the quarter July to September 2022"),
        ("2022-04-01", "financial-quarter", "2022-06-30", "by the end of the first quarter of 2022/23"),
        ("2022-06-30", "financial-quarter", "2022-06-30", "by the end of the first quarter of 2022/23"),
        ("2022-07-01", "financial-quarter", "2022-09-30", "by the end of the second quarter of 2022/23"),
        ("2022-12-31", "financial-quarter", "2022-12-31", "by the end of the third quarter of 2022/23"),
        ("2023-01-01", "financial-quarter", "2023-03-31", "by the end of the fourth quarter of 2022/23"),
        ("2022-03-31", "financial-year", "2022-03-31", "by the end of the financial year 2021/22"),
        # Sefton 8.2: the remainder of 2022/23
        ("2022-04-01", "financial-year", "2023-03-31", "by the end of the financial year 2022/23"),
        ("2023-03-31", "financial-year", "2023-03-31", "by the end of the financial year 2022/23"),
    ],
)
def test_by_when_it_is_due(on, precision, due_on, words):
    assert (period(day(on), precision).last_on, by_the_end_of(day(on), precision)) == (day(due_on), words)


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["day", "month", "quarter", "financial-quarter", "financial-year"]),
)
def test_every_day_of_a_period_is_due_by_the_same_day_in_the_same_words(on, precision):
    found = period(on, precision)
    assert on <= found.last_on
    for other in (found.first_on, found.last_on):
        assert (period(other, precision).last_on, by_the_end_of(other, precision)) == (
            found.last_on,
            by_the_end_of(on, precision),
        )
    assert by_the_end_of(found.last_on + timedelta(days=1), precision) != by_the_end_of(on, precision)


# --- Who may ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "owner", "terms", "able"),
    [
        (MilestoneAct.REPORT, "halton-council", HALTON, Able(partner="halton-council", members=True)),
        (MilestoneAct.MOVE, "halton-council", HALTON, Able(partner="halton-council")),
        (MilestoneAct.CONDITION, "halton-council", HALTON, Able(partner="halton-council")),
        (MilestoneAct.OWNER, "halton-council", HALTON, Able()),
        (MilestoneAct.DROP, "halton-council", HALTON, Able()),
        (MilestoneAct.REPORT, "icp-board", HALTON, Able()),  # a forum without seats: the secretary alone
        (MilestoneAct.REPORT, "partnership-board", ESSEX, Able(forum="partnership-board")),
        (MilestoneAct.MOVE, "partnership-board", ESSEX, Able(forum="partnership-board")),
        (MilestoneAct.DROP, "partnership-board", ESSEX, Able()),
        (MilestoneAct.REPORT, None, SEFTON, Able()),
    ],
)
def test_who_may(act, owner, terms, able):
    assert who_may(act, owner, terms) == able


# --- What is owed -------------------------------------------------------------------------------------------------


def test_the_first_reminder_is_ten_operational_days_before_the_last_day():
    assert first_day(Nudges(), DUE, ENGLAND) == date(2022, 3, 17)
    # Sunday 31 July 2022: its last open day is Friday 29 July
    assert first_day(Nudges(before=(2, 0)), date(2022, 7, 31), ENGLAND) == date(2022, 7, 27)
    assert first_day(Nudges(before=()), DUE, ENGLAND) == date(2022, 4, 1)


@pytest.mark.parametrize(
    ("standing", "today", "expected"),
    [
        (OPEN, "2022-03-16", ()),
        (OPEN, "2022-03-17", (Owed.PROGRESS,)),
        (OPEN, "2022-03-31", (Owed.PROGRESS,)),
        (OPEN, "2022-04-01", (Owed.PROGRESS,)),
        # an answer before the asking began does not count as one, an answer since does until the last day is over
        (after(OPEN, Reported(Progress.ON_TRACK, date(2022, 3, 16))), "2022-03-17", (Owed.PROGRESS,)),
        (after(OPEN, Reported(Progress.ON_TRACK, date(2022, 3, 17))), "2022-03-31", ()),
        (after(OPEN, Reported(Progress.AT_RISK, date(2022, 3, 17))), "2022-03-31", ()),
        (after(OPEN, Reported(Progress.ON_TRACK, date(2022, 3, 17))), "2022-04-01", (Owed.PROGRESS,)),
        (after(OPEN, Reported(Progress.NOT_MET, date(2022, 3, 17))), "2022-04-01", ()),
        (after(OPEN, Reported(Progress.MET, date(2022, 3, 17), date(2022, 3, 2))), "2022-04-01", ()),
        (after(OPEN, Dropped(date(2022, 3, 17))), "2022-04-01", ()),
        (WAITS, "2022-01-31", ()),
        (WAITS, "2022-02-01", (Owed.CONDITION,)),
        # whatever is said of it is an answer for three months
        (after(WAITS, Reported(Progress.ON_TRACK, date(2022, 2, 1))), "2022-04-30", ()),
        (after(WAITS, Reported(Progress.ON_TRACK, date(2022, 2, 1))), "2022-05-01", (Owed.CONDITION,)),
        (PAST, "2022-04-01", ()),
        (after(PAST, Moved(date(2022, 3, 31), date(2022, 3, 1))), "2022-03-31", (Owed.PROGRESS,)),
    ],
)
def test_what_is_owed(standing, today, expected):
    assert owes(standing, day(today), asks_from=date(2022, 3, 17)) == expected


@pytest.mark.parametrize(("today", "late"), [("2022-03-31", False), ("2022-04-01", True)])
def test_it_is_overdue_from_the_day_after_its_last_one(today, late):
    assert OPEN.overdue(day(today)) is late
    assert (sayable(OPEN, day(today)) == (Progress.MET, Progress.NOT_MET)) is late


# --- What can be done to it ---------------------------------------------------------------------------------------

NOTHING_MORE = "HAL-MS7 is dropped already, so nothing more can be done to it."
MET_ALREADY = "HAL-MS7 is met already. If that is a mistake, please report how it stands first."
LATER_FIRST = "HAL-MS7 is not going to be met. Please give it a later date first."


@pytest.mark.parametrize(
    ("act", "is_open", "is_met", "is_not_met", "is_dropped"),
    [
        (MilestoneAct.REPORT, None, None, None, NOTHING_MORE),
        (MilestoneAct.MOVE, None, MET_ALREADY, None, NOTHING_MORE),
        (MilestoneAct.CONDITION, None, MET_ALREADY, LATER_FIRST, NOTHING_MORE),
        (MilestoneAct.OWNER, None, MET_ALREADY, None, NOTHING_MORE),
        (MilestoneAct.DROP, None, MET_ALREADY, None, NOTHING_MORE),
    ],
)
def test_what_can_be_done_to_it_in_each_state(act, is_open, is_met, is_not_met, is_dropped):
    standings = [replace(WAITS, state=state) for state in MilestoneState]
    said = [refusal(act, standing) for standing in standings]
    assert said == [is_open, is_met, is_not_met, is_dropped]
    assert [open_to(act, standing) for standing in standings] == [words is None for words in said]


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (OPEN, "HAL-MS6 hangs on no condition: it has a date."),
        (replace(WAITS, came_true_on=DUE), "The condition of HAL-MS7 came true on Thu 31 Mar 2022 already."),
    ],
)
def test_a_condition_comes_true_once_and_only_where_there_is_one(standing, words):
    assert (refusal(MilestoneAct.CONDITION, standing), open_to(MilestoneAct.CONDITION, standing)) == (words, False)


def refusal(act, standing):
    """Return what is said when this cannot be done to a milestone; None where it can."""
    try:
        check(act, standing)
    except Refusal as refused:
        return str(refused)
    return None


# --- What happens to it -------------------------------------------------------------------------------------------


def test_on_track_cannot_be_said_of_one_whose_last_day_is_over():
    with pytest.raises(Refusal, match="The last day of HAL-MS6, Thu 31 Mar 2022, is over"):
        after(OPEN, Reported(Progress.ON_TRACK, date(2022, 4, 1)))


def test_one_that_is_not_going_to_be_met_is_open_again_with_a_later_date():
    given_up = after(OPEN, Reported(Progress.NOT_MET, date(2022, 3, 1)))
    assert (given_up.state, given_up.chased_by) == (MilestoneState.NOT_MET, None)
    again = after(given_up, Moved(date(2022, 6, 30), date(2022, 3, 2)))
    assert (again.state, again.chased_by, again.said) == (MilestoneState.OPEN, date(2022, 6, 30), None)


def test_a_condition_that_has_come_true_is_due_by_a_day():
    true = after(WAITS, CameTrue(date(2022, 1, 20), date(2022, 6, 30), date(2022, 1, 21)))
    assert (true.came_true_on, true.chased_by, true.ask_on) == (date(2022, 1, 20), date(2022, 6, 30), None)
    with pytest.raises(Refusal, match="came true on Thu 20 Jan 2022 already"):
        after(true, CameTrue(date(2022, 1, 20), date(2022, 6, 30), date(2022, 1, 21)))


@pytest.mark.parametrize(
    ("standing", "event", "words"),
    [
        (OPEN, Moved(date(2022, 3, 1), date(2022, 3, 2)), "Tue 1 Mar 2022 is over already"),
        (OPEN, Reported(Progress.MET, date(2022, 3, 1), date(2022, 3, 2)), "can't have been met later than today"),
        (OPEN, Reported(Progress.MET, date(2022, 3, 1)), "can't have been met later than today"),
        (OPEN, CameTrue(date(2022, 3, 1), None, date(2022, 3, 1)), "hangs on no condition"),
        (WAITS, CameTrue(date(2022, 3, 1), None, date(2022, 3, 1)), "say by when HAL-MS7 is due now"),
        (WAITS, CameTrue(date(2022, 3, 2), DUE, date(2022, 3, 1)), "can't have come true later than today"),
        (WAITS, CameTrue(date(2022, 3, 1), date(2022, 2, 1), date(2022, 3, 1)), "Tue 1 Feb 2022 is over already"),
        (after(OPEN, Dropped(DUE)), Reported(Progress.MET, DUE, DUE), "HAL-MS6 is dropped already"),
        (after(OPEN, Reported(Progress.MET, DUE, DUE)), Moved(date(2022, 4, 30), DUE), "HAL-MS6 is met already"),
        (after(OPEN, Reported(Progress.MET, DUE, DUE)), Dropped(DUE), "HAL-MS6 is met already"),
    ],
)
def test_what_cannot_happen_says_why(standing, event, words):
    with pytest.raises(Refusal, match=words):
        after(standing, event)


BEGINS = date(2022, 1, 3)
days = st.dates(BEGINS, BEGINS + timedelta(days=400))
said = st.sampled_from(Progress)
happenings = st.one_of(
    st.builds(lambda on, what, back: Reported(what, on, on - timedelta(days=back)), days, said, st.integers(-1, 30)),
    st.builds(Moved, days, days),
    st.builds(CameTrue, days, st.none() | days, days),
    st.builds(Dropped, days),
)
begun = st.sampled_from([OPEN, WAITS, PAST, Standing("X-MS1", due_on=DUE, condition="The money is there")])
STATES = {
    Progress.MET: MilestoneState.MET,
    Progress.NOT_MET: MilestoneState.NOT_MET,
    Progress.ON_TRACK: MilestoneState.OPEN,
    Progress.AT_RISK: MilestoneState.OPEN,
}


@given(begun, st.lists(happenings, max_size=12))
def test_any_order_of_reports_leaves_one_state_and_a_complete_history(standing, tried):
    """What is accepted, replayed, gives the same standing; the last that decides its state has decided it."""
    tried.sort(key=lambda event: event.on)
    now, history = standing, []
    for event in tried:
        try:
            now = after(now, event)
        except Refusal:
            continue
        history.append(event)
    assert reduce(after, history, standing) == now
    expected = MilestoneState.OPEN
    for event in history:
        match event:
            case Reported():
                expected = STATES[event.said]
            case Moved():
                expected = MilestoneState.OPEN
            case Dropped():
                expected = MilestoneState.DROPPED
            case CameTrue():
                assert expected is MilestoneState.OPEN
    assert now.state is expected
    assert (now.met_on is not None) == (now.state is MilestoneState.MET)
    assert not any(isinstance(event, Dropped) for event in history[:-1])  # nothing happens to it any more
    reports = [event for event in history if isinstance(event, Reported)]
    assert now.said_on == (reports[-1].on if reports else None)
    assert (now.chased_by is None) == (now.state.final or now.past or now.due_on is None)
    assert now.past == (standing.past and not any(isinstance(e, Reported | Moved) or _dates(e) for e in history))
    assert (now.ask_on is not None) == (now.state is MilestoneState.OPEN and now.due_on is None)


def _dates(event):
    return isinstance(event, CameTrue) and event.due_on is not None


@given(begun, st.lists(happenings, max_size=8), days)
def test_nothing_is_owed_once_nobody_is_asked_and_what_became_of_it_while_it_is_overdue(standing, tried, today):
    for event in sorted(tried, key=lambda event: event.on):
        try:
            standing = after(standing, event)
        except Refusal:
            continue
    asks_from = standing.due_on - timedelta(days=14) if standing.due_on else None
    found = owes(standing, today, asks_from=asks_from)
    if standing.state.final or standing.past:
        assert found == ()
    elif standing.overdue(today):
        assert found == (Owed.PROGRESS,)
    elif standing.due_on is None:
        assert found == ((Owed.CONDITION,) if standing.ask_on <= today else ())
