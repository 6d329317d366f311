"""A time limit applied: the date and its working."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from rules.calendars import calendar_of
from rules.deadlines import NoCalendarError, Skipped, Working, days_left, end_of_day, work_out
from rules.terms import Base, Direction, TimeLimit, Unit

LONDON = ZoneInfo("Europe/London")
ENGLAND = calendar_of("england-and-wales")
ONE = timedelta(days=1)
NAIVE = datetime(2023, 4, 6, 9)  # noqa: DTZ001

days = st.dates(date(2015, 1, 1), date(2028, 12, 31))
numbers = st.integers(0, 60)
known = st.one_of(st.none(), st.dates(date(2018, 1, 1), date(2028, 12, 31)))
calendars = st.builds(
    calendar_of,
    st.sampled_from(Base),
    closed=st.dictionaries(days, st.just("Ours"), max_size=3),
    known_on=known,
)
directions = st.sampled_from([Direction.AFTER, Direction.BEFORE])
instants = st.builds(datetime.combine, days, st.times(), st.sampled_from([UTC, LONDON]))


def operational(number, direction=Direction.AFTER):
    return TimeLimit(number=number, unit=Unit.OPERATIONAL_DAYS, direction=direction)


def due(calendar, start, number, direction=Direction.AFTER):
    return work_out(operational(number, direction), start, zone=LONDON, calendar=calendar).due_on


def between(first, last):
    return [first + n * ONE for n in range(1, (last - first).days)]


@given(calendars, days, st.integers(1, 60), directions)
def test_never_lands_on_a_closed_day(calendar, start, number, direction):
    assert calendar.is_open(due(calendar, start, number, direction))


@given(calendars, days, days, numbers, directions)
def test_a_later_start_is_never_due_earlier(calendar, one, other, number, direction):
    early, late = sorted((one, other))
    assert due(calendar, early, number, direction) <= due(calendar, late, number, direction)


@given(calendars, days, numbers)
def test_a_longer_limit_is_due_later(calendar, start, number):
    assert due(calendar, start, number) < due(calendar, start, number + 1)
    assert due(calendar, start, number, Direction.BEFORE) > due(calendar, start, number + 1, Direction.BEFORE)


@given(calendars, days, numbers, numbers, directions)
def test_n_then_m_is_n_plus_m(calendar, start, n, m, direction):
    assert due(calendar, due(calendar, start, n, direction), m, direction) == due(calendar, start, n + m, direction)


@given(calendars, days.filter(ENGLAND.is_open), numbers)
def test_before_undoes_after_on_open_days(calendar, start, number):
    if calendar.is_open(start):
        assert due(calendar, due(calendar, start, number), number, Direction.BEFORE) == start


@given(calendars, days, st.integers(1, 60), directions, st.sampled_from([Unit.OPERATIONAL_DAYS, Unit.CLEAR_DAYS]))
def test_the_working_accounts_for_every_day(calendar, start, number, direction, unit):
    limit = TimeLimit(number=number, unit=unit, direction=direction)
    working = work_out(limit, start, zone=LONDON, calendar=calendar)
    inside = between(*sorted((start, working.due_on)))
    skipped = [day.on for day in working.skipped]
    assert skipped == sorted(skipped)
    assert all(calendar.why_closed(day.on) == day.why for day in working.skipped)
    counted = [day for day in inside if day not in skipped]
    assert all(calendar.is_open(day) for day in counted)
    if unit is Unit.OPERATIONAL_DAYS:
        counted.append(working.due_on)
    assert len(counted) == number
    assert working.first_on == (min(counted) if direction is Direction.AFTER else max(counted))


@given(
    st.builds(
        TimeLimit,
        number=numbers,
        unit=st.sampled_from(Unit),
        calendar=st.sampled_from([None, "foi"]),
        direction=directions,
    ),
    instants,
    calendars,
    st.sampled_from([None, "5.2"]),
)
def test_storage_gives_back_what_it_was_given(limit, start, calendar, clause):
    working = work_out(limit, start, zone=LONDON, calendar=calendar, clause=clause)
    assert Working.from_json(working.to_json()) == working
    assert working.due_at.tzinfo is UTC


def test_a_day_survives_storage_as_a_day():
    working = work_out(operational(3), date(2023, 4, 6), zone=LONDON, calendar=ENGLAND)
    again = Working.from_json(working.to_json())
    assert again == working
    assert type(again.start) is date


def test_json_is_what_machines_were_promised():
    working = work_out(
        operational(1), datetime(2023, 4, 6, 9, tzinfo=LONDON), zone=LONDON, calendar=ENGLAND, clause="5.2"
    )
    assert working.to_json() == {
        "due_on": "2023-04-11",
        "due_at": "2023-04-11T23:00:00+00:00",
        "first_day": "2023-04-11",
        "skipped": [
            {"date": "2023-04-07", "why": "Good Friday"},
            {"date": "2023-04-08", "why": "Saturday"},
            {"date": "2023-04-09", "why": "Sunday"},
            {"date": "2023-04-10", "why": "Easter Monday"},
        ],
        "calendar": "england-and-wales",
        "calendar_version": ENGLAND.version,
        "clause": "5.2",
        "provisional": False,
        "unknown": None,
        "start": "2023-04-06T08:00:00+00:00",
        "start_on": "2023-04-06",
        "unit": "operational-days",
        "number": 1,
        "direction": "after",
        "limit_calendar": None,
    }


def test_refused():
    with pytest.raises(ValueError, match="without a zone"):
        work_out(operational(1), NAIVE, zone=LONDON, calendar=ENGLAND)
    with pytest.raises(NoCalendarError, match="calendar"):
        work_out(operational(1), date(2023, 4, 6), zone=LONDON, calendar=None)
    with pytest.raises(ValueError, match="Hours are counted from a time"):
        work_out(TimeLimit(number=1, unit=Unit.HOURS), date(2023, 4, 6), zone=LONDON, calendar=None)


@pytest.mark.parametrize("unit", [unit for unit in Unit if unit is not Unit.HOURS])
@pytest.mark.parametrize("direction", [Direction.AFTER, Direction.BEFORE])
def test_beyond_any_calendar(unit, direction):
    start = date(9999, 12, 30) if direction is Direction.AFTER else date(1, 1, 2)
    limit = TimeLimit(number=1000, unit=unit, direction=direction)
    with pytest.raises(ValueError, match=r"1,000 .* is beyond any calendar"):
        work_out(limit, start, zone=LONDON, calendar=calendar_of("every-day"))


@pytest.mark.parametrize("unit", [Unit.CALENDAR_DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS, Unit.HOURS])
def test_a_calendar_changes_nothing_for_units_that_count_every_day(unit):
    start = datetime(2022, 12, 16, 17, 30, tzinfo=LONDON)
    limit = TimeLimit(number=3, unit=unit)
    with_one = work_out(limit, start, zone=LONDON, calendar=ENGLAND)
    assert with_one == work_out(limit, start, zone=LONDON, calendar=None)
    assert (with_one.calendar, with_one.calendar_version, with_one.skipped) == (None, None, ())


def test_another_zone_decides_its_own_date():
    start = datetime(2023, 1, 9, 23, 30, tzinfo=UTC)
    auckland = work_out(operational(1), start, zone=ZoneInfo("Pacific/Auckland"), calendar=calendar_of("every-day"))
    assert (auckland.start_on, auckland.due_on) == (date(2023, 1, 10), date(2023, 1, 11))
    assert auckland.due_at == datetime(2023, 1, 11, 11, tzinfo=UTC)


def test_counting_back_from_beyond_the_published_is_provisional():
    limit = operational(5, Direction.BEFORE)
    assert work_out(limit, date(2029, 1, 3), zone=LONDON, calendar=ENGLAND).provisional
    assert not work_out(limit, date(2028, 12, 29), zone=LONDON, calendar=ENGLAND).provisional
    assert not work_out(limit, date(2035, 1, 3), zone=LONDON, calendar=calendar_of("every-day")).provisional


@given(days)
def test_a_day_ends_where_the_next_begins(day):
    assert end_of_day(day, LONDON).astimezone(LONDON).replace(tzinfo=None) == datetime.combine(
        day + ONE, datetime.min.time()
    )


def test_a_midnight_that_never_comes():
    # In Santiago the clocks went from midnight to one o'clock as 3 September 2023 began.
    santiago = ZoneInfo("America/Santiago")
    assert end_of_day(date(2023, 9, 2), santiago) == datetime(2023, 9, 3, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("today", "due_on", "left"),
    [
        (date(2022, 12, 16), date(2023, 1, 18), 20),
        (date(2023, 1, 17), date(2023, 1, 18), 1),
        (date(2023, 1, 18), date(2023, 1, 18), 0),
        (date(2023, 1, 19), date(2023, 1, 18), -1),
        (date(2023, 1, 20), date(2023, 1, 18), -2),
        (date(2023, 4, 6), date(2023, 4, 10), 0),  # due on Easter Monday: Maundy Thursday is the last open day
        (date(2023, 4, 5), date(2023, 4, 10), 1),
        (date(2023, 4, 11), date(2023, 4, 10), -1),
        (date(2023, 4, 8), date(2023, 4, 6), -1),  # overdue from the first day, though it is Saturday
        (date(2023, 4, 11), date(2023, 4, 6), -1),
        (date(2023, 4, 12), date(2023, 4, 6), -2),
    ],
)
def test_days_left(today, due_on, left):
    assert days_left(ENGLAND, today, due_on) == left


@given(calendars, days, numbers)
def test_days_left_is_the_limit_on_the_day_it_begins(calendar, start, number):
    assert days_left(calendar, start, due(calendar, start, number)) == number


@given(calendars, days, days)
def test_days_left_is_negative_exactly_when_overdue(calendar, today, due_on):
    assert (days_left(calendar, today, due_on) < 0) == (today > due_on)


def test_skipped_is_a_value():
    assert Skipped(date(2023, 1, 1), "Sunday") == Skipped(date(2023, 1, 1), "Sunday")
