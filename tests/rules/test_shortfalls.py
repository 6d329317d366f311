"""Too few meetings in a year: each is counted on the day it is held, after closed days have moved it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from rules.calendars import pack_calendars
from rules.meetings import Meeting, OneOff, Plan, tally
from rules.obligations import Known, obligations
from rules.periods import year
from rules.shortfalls import of_any_twelve_months, of_year, words
from rules.terms import Cadence, Forum, TimeLimit
from storage.packs import read_pack

SEFTON = read_pack("sefton-2022")  # on the bank holidays of England
CALENDARS = pack_calendars(SEFTON)
MONTHLY = TimeLimit.model_validate("1 month")
PRIVATE = OneOff(date(2022, 6, 8), public=False)


def forum(times=12, counted_by="calendar-year", **facts):
    said = Cadence(times_a_year=times, counted_by=counted_by, **facts)
    return Forum(key="board", name="Board", kind="board", outcome="decision", cadence=said)


def said(board, plan, first_on, until):
    """Return what an agreement's calendar says of how many meetings there are a year, by the years' last days."""
    found = obligations(
        SEFTON.model_copy(update={"forums": (board,)}),
        Known(plans={"board": plan}),
        first_on=date.fromisoformat(first_on),
        until=date.fromisoformat(until),
        calendars=CALENDARS,
    )
    return [(one.on and one.on.isoformat(), one.note) for one in found if one.kind == "meetings-a-year"]


@pytest.mark.parametrize(
    ("board", "plan", "first_on", "until", "expected"),
    [
        # Monthly on the last day. 31 December 2022 is a Saturday, and Monday the 2nd a bank holiday.
        (forum(), Plan(date(2021, 12, 31)), "2022-01-01", "2022-12-31",
         [("2022-12-31", "11 in 2022: that of Sat 31 Dec is held on Tue 3 Jan 2023. 1 short.")]),
        # The year after has it back, and its own: 31 December 2023 is a Sunday and rolls to 2 January 2024.
        (forum(), Plan(date(2021, 12, 31)), "2023-01-01", "2023-12-31", [("2023-12-31", None)]),
        # At least eleven, spread evenly: ten. The partners meet monthly: eleven are enough.
        (forum(11), Plan(date(2021, 12, 31)), "2022-01-01", "2022-12-31",
         [("2022-12-31", "10 in 2022: that of Sat 31 Dec is held on Tue 3 Jan 2023. 1 short.")]),
        (forum(11), Plan(date(2021, 12, 31), every=MONTHLY), "2022-01-01", "2022-12-31", [("2022-12-31", None)]),
        # A day earlier in the month none leaves its year.
        (forum(), Plan(date(2021, 12, 30)), "2022-01-01", "2022-12-31", [("2022-12-31", None)]),
        # The financial year ends on 31 March: that of Sunday 31 March 2024 is held on Tuesday 2 April.
        (forum(12, "financial-year"), Plan(date(2022, 12, 31)), "2023-04-01", "2024-03-31",
         [("2024-03-31", "11 in 2023/24: that of Sun 31 Mar 2024 is held on Tue 2 Apr 2024. 1 short.")]),
        (forum(12, "financial-year"), Plan(date(2022, 12, 31)), "2022-04-01", "2023-03-31",
         [("2023-03-31", "4 in 2022/23. 8 short. The series begins on Sat 31 Dec 2022.")]),
        # Put back by hand it counts again; moved by hand into January it does not.
        (forum(), Plan(date(2021, 12, 31), moved={date(2022, 12, 31): date(2022, 12, 30)}), "2022-01-01", "2022-12-31",
         [("2022-12-31", None)]),
        (forum(), Plan(date(2021, 12, 15), moved={date(2022, 12, 15): date(2023, 1, 12)}), "2022-01-01", "2022-12-31",
         [("2022-12-31", "11 in 2022: that of Thu 15 Dec is held on Thu 12 Jan 2023. 1 short.")]),
        # Called off, it is held nowhere; one beside the series makes up for it, but in private not where it is public.
        (forum(), Plan(date(2021, 12, 15), moved={date(2022, 6, 15): None}), "2022-01-01", "2022-12-31",
         [("2022-12-31", "11 in 2022. 1 short.")]),
        (forum(), Plan(date(2021, 12, 15), moved={date(2022, 6, 15): None}, one_off=(PRIVATE,)),
         "2022-01-01", "2022-12-31", [("2022-12-31", None)]),
        (forum(in_public=True), Plan(date(2021, 12, 15), moved={date(2022, 6, 15): None}, one_off=(PRIVATE,)),
         "2022-01-01", "2022-12-31", [("2022-12-31", "11 in public in 2022. 1 short.")]),
        # The only one is held in the year after.
        (forum(1), Plan(date(2022, 12, 31)), "2022-01-01", "2022-12-31",
         [("2022-12-31", ("0 in 2022: that of Sat 31 Dec is held on Tue 3 Jan 2023. 1 short. "
                          "The series begins on Sat 31 Dec 2022."))]),
        # Any twelve months: those to the day before the third meeting of January have eleven.
        (forum(12, "any-twelve-months"), Plan(date(2021, 12, 31)), "2023-01-01", "2023-01-31",
         [(None, ("In any twelve months, so it has no last day. 11 in the twelve months to Mon 2 Jan 2023: "
                  "that of Sat 31 Dec 2022 is held on Tue 3 Jan 2023. 1 short."))]),
        (forum(11, "any-twelve-months"), Plan(date(2021, 12, 31), every=MONTHLY), "2023-01-01", "2023-01-31",
         [(None, "In any twelve months, so it has no last day.")]),
        (forum(12, "any-twelve-months"), Plan(date(2021, 12, 31)), "2022-06-01", "2022-12-30",
         [(None, "In any twelve months, so it has no last day.")]),
        # Which year is meant is not decided: nothing can be too few.
        (forum(12, None), Plan(date(2021, 12, 31)), "2022-01-01", "2022-12-31",
         [(None, "Each year; which year is meant is not decided, so it has no last day.")]),
    ],
)  # fmt: skip
def test_meetings_are_counted_on_the_days_they_are_held(board, plan, first_on, until, expected):
    assert said(board, plan, first_on, until) == expected


def test_one_meeting_is_one_meeting():
    (found,) = obligations(
        SEFTON.model_copy(update={"forums": (forum(1),), "reviews": (), "milestones": ()}),
        Known(commenced_on=date(2022, 1, 1)),
        first_on=date(2022, 12, 1),
        until=date(2022, 12, 31),
        calendars=CALENDARS,
    )[:1]
    assert found.what == "At least 1 meeting: Board, in 2022"


days = st.dates(date(2020, 1, 1), date(2024, 12, 31))


@given(st.lists(days, min_size=1, max_size=60), st.integers(1, 12), st.booleans())
def test_any_twelve_months_are_too_few_where_some_twelve_between_the_meetings_are(found, times, public):
    cadence = Cadence(times_a_year=times, counted_by="any-twelve-months", in_public=public)
    known = [Meeting("board", on, on, public=True) for on in sorted(found)]
    first, last = known[0].on, known[-1].on
    ends = [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal())]
    slow = [tally(cadence, known, today=end, around=end) for end in ends]
    inside = [one for one in slow if one is not None and one.year.first_on >= first]
    least = min((one.held for one in inside), default=times)
    got = of_any_twelve_months(cadence, known, first, last)
    assert (got.held if got else None) == (least if least < times else None)


@given(st.lists(days, max_size=40), st.integers(1, 12))
def test_a_year_is_too_few_by_what_is_wanting(found, times):
    cadence = Cadence(times_a_year=times, counted_by="calendar-year")
    known = [Meeting("board", on, None, public=None) for on in found]
    got = of_year(cadence, known, year(date(2022, 7, 1), "calendar-year"))
    number = sum(on.year == 2022 for on in found)
    assert (words(got) if got else None) == (f"{number} in 2022. {times - number} short." if number < times else None)
