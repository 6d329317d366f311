"""Whether an act came in time: at both sides of midnight, in summer and in winter, in days and in hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from rules.calendars import calendar_of
from rules.deadlines import Working, last_moment, work_out
from rules.last_days import in_time, too_late
from rules.terms import Base, Direction, TimeLimit, Unit

LONDON = ZoneInfo("Europe/London")


def until(last_day: str, zone: ZoneInfo = LONDON) -> Working:
    """The last day that people have chosen."""
    return work_out(
        TimeLimit(number=0, unit=Unit.CALENDAR_DAYS), date.fromisoformat(last_day), zone=zone, calendar=None
    )


def after(number: int, unit: Unit, start: str) -> Working:
    """A limit after a moment in London."""
    limit = TimeLimit(number=number, unit=unit, direction=Direction.AFTER)
    calendar = calendar_of(Base.ENGLAND_AND_WALES, known_on=date(2024, 1, 1))
    counted = calendar if unit in (Unit.OPERATIONAL_DAYS, Unit.CLEAR_DAYS) else None
    return work_out(limit, london(start), zone=LONDON, calendar=counted)


def london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("last_day", "came", "right"),
    [
        # in winter midnight in London is midnight in UTC
        ("2022-12-16", "2022-12-16T23:59:59.999999+00:00", True),
        ("2022-12-16", "2022-12-17T00:00:00+00:00", False),
        # in summer it is 23:00 in UTC on the day itself
        ("2022-09-16", "2022-09-16T22:59:59.999999+00:00", True),
        ("2022-09-16", "2022-09-16T23:00:00+00:00", False),
        # the day on which the clocks go forward (27 Mar 2022) ends in summer time, the day before in winter time
        ("2022-03-26", "2022-03-26T23:59:59+00:00", True),
        ("2022-03-26", "2022-03-27T00:00:00+00:00", False),
        ("2022-03-27", "2022-03-27T22:59:59+00:00", True),
        ("2022-03-27", "2022-03-27T23:00:00+00:00", False),
        # the day on which they go back (30 Oct 2022) ends in winter time, the day before in summer time
        ("2022-10-29", "2022-10-29T22:59:59+00:00", True),
        ("2022-10-29", "2022-10-29T23:00:00+00:00", False),
        ("2022-10-30", "2022-10-30T23:59:59+00:00", True),
        ("2022-10-30", "2022-10-31T00:00:00+00:00", False),
        # written elsewhere: half past midnight in Paris is still the day before in London
        ("2022-12-16", "2022-12-17T00:30:00+01:00", True),
        ("2022-12-16", "2022-12-17T01:00:00+01:00", False),
        # long before, long after
        ("2022-09-16", "2022-09-01T09:00:00+00:00", True),
        ("2022-09-16", "2022-09-19T09:00:00+00:00", False),
    ],
)
def test_a_day_lasts_until_the_first_instant_of_the_next_where_the_agreement_is_at_home(last_day, came, right):
    assert in_time(datetime.fromisoformat(came), until(last_day), LONDON) is right


@pytest.mark.parametrize(
    ("working", "came", "right"),
    [
        # 48 hours from Thu 2 Mar 2023, 16:40: the instant itself is in time
        (after(48, Unit.HOURS, "2023-03-02 16:40"), "2023-03-04 16:40", True),
        (after(48, Unit.HOURS, "2023-03-02 16:40"), "2023-03-04 16:40:00.000001", False),
        # 24 hours over the night on which the clocks go forward end an hour later by the clock
        (after(24, Unit.HOURS, "2023-03-25 16:40"), "2023-03-26 17:40", True),
        (after(24, Unit.HOURS, "2023-03-25 16:40"), "2023-03-26 17:40:01", False),
        # 28 calendar days from the same moment: to the end of Thu 30 Mar 2023, in summer time by then
        (after(28, Unit.CALENDAR_DAYS, "2023-03-02 16:40"), "2023-03-30 23:59:59", True),
        (after(28, Unit.CALENDAR_DAYS, "2023-03-02 16:40"), "2023-03-31 00:00", False),
        # 10 operational days from Mon 9 Jan 2023: to the end of Mon 23 Jan
        (after(10, Unit.OPERATIONAL_DAYS, "2023-01-09 10:00"), "2023-01-23 23:59:59", True),
        (after(10, Unit.OPERATIONAL_DAYS, "2023-01-09 10:00"), "2023-01-24 00:00", False),
        # a month from 31 Jan 2023: to the end of Tue 28 Feb
        (after(1, Unit.MONTHS, "2023-01-31 10:00"), "2023-02-28 23:59:59", True),
        (after(1, Unit.MONTHS, "2023-01-31 10:00"), "2023-03-01 00:00", False),
    ],
)
def test_days_end_with_their_last_day_and_hours_with_their_instant(working, came, right):
    assert in_time(london(came), working, LONDON) is right


def test_the_last_moment_is_on_the_last_day_itself():
    hours = after(48, Unit.HOURS, "2023-03-02 16:40")
    last = [last_moment(one.due_on, one.due_at, LONDON) for one in (until("2022-09-16"), until("2022-12-16"), hours)]
    assert [at.astimezone(LONDON).isoformat() for at in last] == [
        "2022-09-16T23:59:59.999999+01:00",
        "2022-12-16T23:59:59.999999+00:00",
        "2023-03-04T16:40:00+00:00",
    ]


@given(
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    st.integers(-2_000_000, 2_000_000).map(lambda seconds: timedelta(seconds=seconds)),
    st.sampled_from(["Europe/London", "Pacific/Auckland", "America/New_York"]),
)
def test_an_act_is_in_time_exactly_when_its_own_day_is_not_after_the_last(day, apart, zone):
    there = ZoneInfo(zone)
    midnight = datetime.combine(day + timedelta(days=1), time(), there).astimezone(UTC)
    for moment in (midnight + apart, midnight + apart / 1000, midnight):
        assert in_time(moment, until(day.isoformat(), there), there) is (moment.astimezone(there).date() <= day)


@pytest.mark.parametrize(
    ("working", "came", "clause", "words"),
    [
        (
            until("2022-09-16"),
            "2022-09-19 10:00",
            "8.3",
            "The last day was Fri 16 Sep 2022. Your vote came on Mon 19 Sep and does not count (8.3).",
        ),
        (
            until("2022-09-16"),
            "2022-09-17 00:00",
            None,
            "The last day was Fri 16 Sep 2022. Your vote came on Sat 17 Sep and does not count.",
        ),
        (
            until("2022-12-30"),
            "2023-01-03 09:00",
            None,
            "The last day was Fri 30 Dec 2022. Your vote came on Tue 3 Jan 2023 and does not count.",
        ),
        (
            after(48, Unit.HOURS, "2023-03-02 16:40"),
            "2023-03-04 16:41",
            "4.2",
            "The time was up on Sat 4 Mar 2023 at 16:40. Your vote came on Sat 4 Mar at 16:41 and does not count (4.2).",
        ),
    ],
)
def test_a_refusal_names_the_last_day_and_when_it_came(working, came, clause, words):
    assert too_late(london(came), working, LONDON, "Your vote", clause=clause) == words
