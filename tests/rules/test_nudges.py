"""When reminders are due, when they may reach somebody, and how long they can be snoozed."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from rules.calendars import calendar_of
from rules.deadlines import days_left, end_of_day
from rules.errors import Refusal
from rules.nudges import (
    Snooze,
    hold_until,
    last_open_day,
    moment_on,
    next_digest_at,
    next_nudge_at,
    nudge_days,
    offset_on,
    snooze_until,
)
from rules.terms import Nudges

LONDON = ZoneInfo("Europe/London")
ENGLAND = calendar_of("england-and-wales")
NINE = time(9)
HOURS = (NINE, time(17))
WEEKEND = frozenset({5, 6})
DUE = date(2023, 1, 18)  # a Wednesday
NUDGES = Nudges()
NAIVE = datetime(2023, 1, 4, 9)  # noqa: DTZ001

days = st.dates(date(2019, 1, 1), date(2028, 6, 30))
moments = st.builds(datetime.combine, days, st.times(), st.just(UTC))
zones = st.sampled_from([ZoneInfo(name) for name in ("Europe/London", "Pacific/Auckland", "America/New_York", "UTC")])


def london(*when):
    return datetime(*when, tzinfo=LONDON)


def at_nine(day):
    return datetime.combine(day, NINE, LONDON)


def nudge_after(after, *, due_on=DUE, nudges=NUDGES):
    return next_nudge_at(nudges, due_on=due_on, calendar=ENGLAND, zone=LONDON, after=after, opens=NINE)


# --- Which days ---------------------------------------------------------------------------------------------------


def test_the_reminders_of_a_deadline():
    reminders = list(islice(nudge_days(NUDGES, DUE, ENGLAND, since=date(2022, 12, 16)), 8))
    assert reminders == [
        (date(2023, 1, 4), 10),
        (date(2023, 1, 11), 5),
        (date(2023, 1, 16), 2),
        (date(2023, 1, 17), 1),
        (date(2023, 1, 18), 0),
        (date(2023, 1, 20), -2),
        (date(2023, 1, 24), -4),
        (date(2023, 1, 26), -6),
    ]


def test_since_only_leaves_out_what_is_earlier():
    whole = list(islice(nudge_days(NUDGES, DUE, ENGLAND, since=date(2022, 1, 1)), 20))
    for back in range(60):
        since = date(2022, 12, 20) + timedelta(days=back)
        expected = [it for it in whole if it[0] >= since]
        assert list(islice(nudge_days(NUDGES, DUE, ENGLAND, since=since), len(expected))) == expected


def test_a_deadline_on_a_closed_day_is_reminded_of_on_the_last_open_day_before():
    easter_monday = date(2023, 4, 10)
    assert list(islice(nudge_days(NUDGES, easter_monday, ENGLAND, since=date(2023, 3, 1)), 6)) == [
        (date(2023, 3, 23), 10),
        (date(2023, 3, 30), 5),
        (date(2023, 4, 4), 2),
        (date(2023, 4, 5), 1),
        (date(2023, 4, 6), 0),
        (date(2023, 4, 12), -2),
    ]


def test_offset_on():
    offsets = {day: offset_on(NUDGES, DUE, ENGLAND, date(2023, 1, day)) for day in range(9, 25)}
    assert {day: offset for day, offset in offsets.items() if offset is not None} == {
        11: 5, 16: 2, 17: 1, 18: 0, 20: -2, 24: -4,
    }  # fmt: skip


def test_no_reminder_after_the_deadline_where_the_pack_has_none():
    quiet = Nudges(after_every=None)
    assert offset_on(quiet, DUE, ENGLAND, date(2023, 1, 20)) is None
    assert nudge_after(london(2023, 1, 18, 8, 59), nudges=quiet) == london(2023, 1, 18, 9)
    assert nudge_after(london(2023, 1, 18, 9), nudges=quiet) is None


def test_none_at_all():
    assert nudge_after(london(2023, 1, 1), nudges=Nudges(before=(), after_every=None)) is None


@given(days, days)
def test_an_offset_is_what_is_left_and_falls_on_an_open_day(due_on, today):
    offset = offset_on(NUDGES, due_on, ENGLAND, today)
    if offset is not None:
        assert ENGLAND.is_open(today)
        assert offset == days_left(ENGLAND, today, due_on)
    elif ENGLAND.is_open(today):
        left = days_left(ENGLAND, today, due_on)
        assert left not in NUDGES.before
        if left < 0:
            assert left % NUDGES.after_every != 0


# --- Which moment -------------------------------------------------------------------------------------------------


def test_strictly_after():
    assert nudge_after(london(2023, 1, 4, 8, 59)) == london(2023, 1, 4, 9)
    assert nudge_after(london(2023, 1, 4, 9)) == london(2023, 1, 11, 9)
    assert nudge_after(london(2023, 1, 20, 9)) == london(2023, 1, 24, 9)


def test_a_long_overdue_deadline_still_has_its_rhythm():
    late = nudge_after(london(2025, 6, 3, 12))
    assert late is not None
    assert days_left(ENGLAND, late.date(), DUE) % 2 == 0


def test_nine_is_nine_in_both_halves_of_the_year():
    assert nudge_after(london(2023, 7, 1), due_on=date(2023, 7, 3)) == datetime(2023, 7, 3, 8, tzinfo=UTC)
    assert nudge_after(london(2023, 12, 2), due_on=date(2023, 12, 4)) == datetime(2023, 12, 4, 9, tzinfo=UTC)
    before, after = (nudge_after(london(2023, 3, day, 8), due_on=date(2023, 3, 27)) for day in (24, 27))
    assert (before, after) == (datetime(2023, 3, 24, 9, tzinfo=UTC), datetime(2023, 3, 27, 8, tzinfo=UTC))


def test_times_that_come_twice_or_never():
    assert moment_on(date(2023, 10, 29), time(1, 30), LONDON) == datetime(2023, 10, 29, 0, 30, tzinfo=UTC)
    assert moment_on(date(2023, 3, 26), time(1, 30), LONDON) == datetime(2023, 3, 26, 1, 30, tzinfo=UTC)


def test_moments_need_a_zone():
    with pytest.raises(ValueError, match="zone"):
        nudge_after(NAIVE)
    with pytest.raises(ValueError, match="zone"):
        hold_until(NAIVE, zone=LONDON, hours=HOURS, days_off=WEEKEND)
    with pytest.raises(ValueError, match="zone"):
        next_digest_at(after=NAIVE, zone=LONDON, at=NINE, days_off=WEEKEND)


@given(days, moments, zones)
def test_the_next_reminder_is_later_on_a_day_of_one(due_on, after, zone):
    found = next_nudge_at(NUDGES, due_on=due_on, calendar=ENGLAND, zone=zone, after=after, opens=NINE)
    assert found is not None
    assert found > after
    assert found.tzinfo is UTC
    local = found.astimezone(zone)
    assert local.time() == NINE
    assert offset_on(NUDGES, due_on, ENGLAND, local.date()) is not None
    begin = after.astimezone(zone).date()
    ahead = takewhile(lambda it: it < local.date(), (begin + timedelta(days=n) for n in range(1, 5000)))
    assert not any(offset_on(NUDGES, due_on, ENGLAND, day) is not None for day in ahead)


# --- Holding for a person -----------------------------------------------------------------------------------------


def hold(now, **changed):
    return hold_until(now, **({"zone": LONDON, "hours": HOURS, "days_off": WEEKEND} | changed))


@pytest.mark.parametrize(
    ("now", "goes"),
    [
        (london(2023, 1, 18, 8, 59), london(2023, 1, 18, 9)),
        (london(2023, 1, 18, 9), london(2023, 1, 18, 9)),
        (london(2023, 1, 18, 16, 59), london(2023, 1, 18, 16, 59)),
        (london(2023, 1, 18, 17), london(2023, 1, 19, 9)),
        (london(2023, 1, 20, 17), london(2023, 1, 23, 9)),  # Friday evening: Monday
        (london(2023, 1, 21, 12), london(2023, 1, 23, 9)),
        (london(2023, 3, 25, 12), london(2023, 3, 27, 9)),  # over the change of clocks
        (london(2023, 10, 28, 12), london(2023, 10, 30, 9)),
    ],
)
def test_hold(now, goes):
    assert hold(now) == goes
    assert hold(now, regardless=True) == now


def test_hold_in_the_persons_own_zone():
    athens = ZoneInfo("Europe/Athens")
    assert hold(london(2023, 1, 18, 8), zone=athens) == london(2023, 1, 18, 8)  # ten in Athens
    assert hold(london(2023, 1, 18, 15), zone=athens) == datetime(2023, 1, 19, 9, tzinfo=athens)


def test_hold_for_part_time():
    works_tuesday_and_wednesday = frozenset({0, 3, 4, 5, 6})
    assert hold(london(2023, 1, 18, 18), days_off=works_tuesday_and_wednesday) == london(2023, 1, 24, 9)


def test_a_snooze_holds_and_then_the_hours_do():
    now = london(2023, 1, 18, 12)
    assert hold(now, snoozed_until=london(2023, 1, 19, 9)) == london(2023, 1, 19, 9)
    assert hold(now, snoozed_until=london(2023, 1, 21, 9)) == london(2023, 1, 23, 9)
    assert hold(now, snoozed_until=london(2023, 1, 17, 9)) == now
    assert hold(now, snoozed_until=london(2023, 1, 19, 9), regardless=True) == now


def test_held_and_never_dropped():
    assert hold(london(2023, 1, 21, 18), days_off=frozenset(range(7))) == london(2023, 1, 22, 9)


def test_hours_that_leave_no_time():
    with pytest.raises(ValueError, match="from 17:00 until 09:00"):
        hold(london(2023, 1, 18, 12), hours=(time(17), NINE))


@given(moments, zones, st.frozensets(st.integers(0, 6), max_size=6), st.one_of(st.none(), moments))
def test_what_is_held_goes_in_hours_and_soon(now, zone, days_off, snoozed):
    goes = hold_until(now, zone=zone, hours=HOURS, days_off=days_off, snoozed_until=snoozed)
    earliest = now if snoozed is None else max(now, snoozed)
    local = goes.astimezone(zone)
    assert earliest <= goes <= earliest + timedelta(days=8)
    assert local.weekday() not in days_off
    assert NINE <= local.time() < time(17)
    assert hold_until(goes, zone=zone, hours=HOURS, days_off=days_off, snoozed_until=snoozed) == goes


# --- Snoozing -----------------------------------------------------------------------------------------------------


def snooze(choice, now, *, due_on=DUE, due_at=None, opens=NINE):
    return snooze_until(
        choice,
        now=now,
        due_on=due_on,
        due_at=due_at or end_of_day(due_on, LONDON),
        calendar=ENGLAND,
        zone=LONDON,
        opens=opens,
    )


@pytest.mark.parametrize(
    ("choice", "now", "until"),
    [
        (Snooze.ONE_DAY, london(2023, 1, 4, 11), london(2023, 1, 5, 9)),
        (Snooze.ONE_DAY, london(2023, 1, 17, 11), london(2023, 1, 18, 9)),
        (Snooze.UNTIL_MONDAY, london(2023, 1, 4, 11), london(2023, 1, 9, 9)),
        (Snooze.UNTIL_MONDAY, london(2023, 1, 9, 8), london(2023, 1, 16, 9)),  # on a Monday: the next
        (Snooze.UNTIL_MONDAY, london(2023, 1, 16, 11), london(2023, 1, 18, 9)),  # the last day is nearer
        (Snooze.UNTIL_TWO_DAYS_BEFORE, london(2023, 1, 4, 11), london(2023, 1, 16, 9)),
        (Snooze.UNTIL_TWO_DAYS_BEFORE, london(2023, 1, 16, 8, 59), london(2023, 1, 16, 9)),
    ],
)
def test_snooze(choice, now, until):
    assert snooze(choice, now) == until


@pytest.mark.parametrize("choice", list(Snooze))
def test_nothing_is_left_to_snooze_on_the_last_day(choice):
    with pytest.raises(Refusal, match="cannot be snoozed: it is due on Wed 18 Jan 2023"):
        snooze(choice, london(2023, 1, 18, 9))


@pytest.mark.parametrize("choice", list(Snooze))
def test_what_is_overdue_cannot_be_snoozed(choice):
    for now in (london(2023, 1, 19), london(2023, 2, 1, 12)):
        with pytest.raises(Refusal, match="was due on Wed 18 Jan 2023 and is overdue"):
            snooze(choice, now)


def test_two_days_before_is_past_but_a_day_is_left():
    with pytest.raises(Refusal, match=r"fewer than two operational days are left.*one day"):
        snooze(Snooze.UNTIL_TWO_DAYS_BEFORE, london(2023, 1, 17, 8))


def test_a_deadline_on_a_closed_day_is_snoozed_to_the_last_open_one():
    easter_monday = date(2023, 4, 10)
    assert snooze(Snooze.UNTIL_MONDAY, london(2023, 4, 5, 12), due_on=easter_monday) == london(2023, 4, 6, 9)
    with pytest.raises(Refusal):
        snooze(Snooze.ONE_DAY, london(2023, 4, 7, 12), due_on=easter_monday)


def test_a_limit_in_hours_that_ends_before_the_day_begins():
    due_at = london(2023, 1, 18, 7)
    assert snooze(Snooze.UNTIL_MONDAY, london(2023, 1, 16, 12), due_at=due_at) == london(2023, 1, 17, 9)
    with pytest.raises(Refusal):
        snooze(Snooze.ONE_DAY, london(2023, 1, 17, 12), due_at=due_at)


@given(st.sampled_from(Snooze), moments, days)
def test_a_snooze_ends_in_the_future_and_in_time(choice, now, due_on):
    due_at = end_of_day(due_on, LONDON)
    last = moment_on(last_open_day(ENGLAND, due_on), NINE, LONDON)
    try:
        until = snooze(choice, now, due_on=due_on)
    except Refusal:
        if choice is not Snooze.UNTIL_TWO_DAYS_BEFORE:
            assert now >= last
    else:
        assert now < until <= last < due_at
        assert until.astimezone(LONDON).time() == NINE


# --- The digest ---------------------------------------------------------------------------------------------------


def digest(after, *, zone=LONDON, at=NINE, days_off=WEEKEND):
    return next_digest_at(after=after, zone=zone, at=at, days_off=days_off)


def test_digest():
    assert digest(london(2023, 1, 18, 8, 59)) == london(2023, 1, 18, 9)
    assert digest(london(2023, 1, 18, 9)) == london(2023, 1, 19, 9)
    assert digest(london(2023, 1, 20, 9)) == london(2023, 1, 23, 9)
    assert digest(london(2023, 3, 24, 9)) == london(2023, 3, 27, 9)
    assert digest(london(2023, 1, 18, 9), at=time(16, 30)) == london(2023, 1, 18, 16, 30)


def test_no_digest_for_those_who_want_none():
    assert digest(london(2023, 1, 18, 9), days_off=frozenset(range(7))) is None


@given(moments, zones, st.times(), st.frozensets(st.integers(0, 6), max_size=6))
def test_a_digest_a_day_at_most(after, zone, at, days_off):
    first = digest(after, zone=zone, at=at, days_off=days_off)
    second = digest(first, zone=zone, at=at, days_off=days_off)
    assert after < first < second
    assert first.astimezone(zone).date() < second.astimezone(zone).date()
    assert first.astimezone(zone).weekday() not in days_off
