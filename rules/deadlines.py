"""A time limit applied to an event: the date, and how it was worked out.

Where an agreement says nothing else, the common law's conventions hold: the day of the event is not counted (Lester v
Garland); a period of months ends on the corresponding date, or on the last day of a month that has none (Dodds v
Walker); clear days leave out both ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice
from typing import Any, assert_never
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from rules.calendars import WorkingCalendar, not_known
from rules.days import in_words
from rules.phrases import length
from rules.terms import Base, Direction, TimeLimit, Unit

_DAY = timedelta(days=1)
_LEAST = timedelta(microseconds=1)


class NoCalendarError(ValueError):
    """Operational days cannot be counted: nobody has said on which calendar."""


@dataclass(frozen=True)
class Skipped:
    """A day that was passed over, and why."""

    on: date
    why: str


@dataclass(frozen=True)
class Working:
    """A deadline with its working.

    `start` is the event, as an instant in UTC or as a day; `start_on` is its day in the agreement's zone.
    `first_on` is the first day counted, None where no days are counted (hours, or a count of nothing).
    `skipped` are the closed days between start and due, earliest first; empty unless a calendar is counted on.
    `due_on` is the last day. Clear days after an event are the exception: it is then the first day on which the
    thing may be done. `due_at` is the end of that day, in UTC (for hours: the instant,
    unless they were moved).
    `calendar` is the base counted on, or by which a closed last day is moved; None when neither is. `provisional` says
    that bank holidays are not yet published for all the days it rests on. `moved_from` is the closed day that the
    count came to, where the date goes to an open day beside it; None where it was not moved.
    """

    start: datetime | date
    start_on: date
    first_on: date | None
    skipped: tuple[Skipped, ...]
    due_on: date
    due_at: datetime
    limit: TimeLimit
    calendar: str | None
    calendar_version: str | None
    clause: str | None
    provisional: bool
    moved_from: date | None = None

    @property
    def unknown(self) -> str | None:
        """Return that bank holidays are not known here for some of its days, because they are too early, else None."""
        if self.calendar is None:
            return None
        counted_on = self.limit.unit in (Unit.OPERATIONAL_DAYS, Unit.CLEAR_DAYS)
        first_on = self.start_on if counted_on else self.moved_from or self.due_on
        return not_known(Base(self.calendar), min(first_on, self.due_on))

    def to_json(self) -> dict[str, Any]:
        """Return the working as JSON values: days as 2022-12-16, instants as ISO 8601 in UTC."""
        return {
            "due_on": self.due_on.isoformat(),
            "due_at": self.due_at.isoformat(),
            "first_day": None if self.first_on is None else self.first_on.isoformat(),
            "skipped": [{"date": day.on.isoformat(), "why": day.why} for day in self.skipped],
            "calendar": self.calendar,
            "calendar_version": self.calendar_version,
            "clause": self.clause,
            "provisional": self.provisional,
            "unknown": self.unknown,
            "start": self.start.isoformat(),
            "start_on": self.start_on.isoformat(),
            "unit": self.limit.unit.value,
            "number": self.limit.number,
            "direction": self.limit.direction.value,
            "limit_calendar": self.limit.calendar,
            **({} if self.moved_from is None else {"moved_from": self.moved_from.isoformat()}),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Working:
        """Return the working that `to_json` wrote. Raises KeyError or ValueError for anything else."""
        first, start, moved = stored["first_day"], stored["start"], stored.get("moved_from")
        return cls(
            start=datetime.fromisoformat(start) if "T" in start else date.fromisoformat(start),
            start_on=date.fromisoformat(stored["start_on"]),
            first_on=None if first is None else date.fromisoformat(first),
            skipped=tuple(Skipped(date.fromisoformat(day["date"]), day["why"]) for day in stored["skipped"]),
            due_on=date.fromisoformat(stored["due_on"]),
            due_at=datetime.fromisoformat(stored["due_at"]),
            limit=TimeLimit(
                number=stored["number"],
                unit=Unit(stored["unit"]),
                calendar=stored["limit_calendar"],
                direction=Direction(stored["direction"]),
            ),
            calendar=stored["calendar"],
            calendar_version=stored["calendar_version"],
            clause=stored["clause"],
            provisional=stored["provisional"],
            moved_from=None if moved is None else date.fromisoformat(moved),
        )


def work_out(
    limit: TimeLimit,
    start: datetime | date,
    *,
    zone: ZoneInfo,
    calendar: WorkingCalendar | None,
    clause: str | None = None,
) -> Working:
    """Return a limit applied to an event, with its working.

    The local date of an aware instant decides, and the deadline is the end of its last day in `zone`. A limit of
    nothing is the day of the event itself, but for clear days, of which none at all is the day beside it.
    - operational days: the n-th open day after (or before) the day of the event.
    - clear days: n whole days lie between. After 1 October, 28 clear days: 30 October, the first day on which the
      thing may be done. Before Friday 20 October, 3 clear days: Monday 16 October, the last. On a calendar only open
      days count, and the date is an open day.
    - calendar days, weeks: counted from the day after the event; closed days count.
    - months, years: the corresponding date, counted from the event; the last day of a month that has none.
    - hours: elapsed, so a change of clocks neither adds nor takes one.

    Beginning with a day, that day is the first one counted: 5 years beginning with 1 September 2024 end on 31 August
    2029, and where a month has no corresponding date (29 February, 31 August) on its last day.

    `calendar` is used for operational and clear days alone. Raises NoCalendarError for operational days without one,
    and ValueError for a time without a zone, for hours from a day without a time, for hours or clear days that begin
    with a day, and for a date past the year 9999.
    """
    start, start_on = _local(start, zone)
    if limit.unit not in (Unit.OPERATIONAL_DAYS, Unit.CLEAR_DAYS):
        calendar = None
    elif calendar is None and limit.unit is Unit.OPERATIONAL_DAYS:
        raise NoCalendarError("Operational days cannot be counted before a calendar is chosen.")
    if limit.direction is Direction.BEGINNING_WITH and limit.unit in (Unit.HOURS, Unit.CLEAR_DAYS):
        raise ValueError(f"{limit.unit.value.replace('-', ' ').capitalize()} cannot begin with a day.")
    if limit.unit is Unit.HOURS and not isinstance(start, datetime):
        raise ValueError("Hours are counted from a time, and this is a day without one.")
    try:
        if limit.unit is Unit.HOURS and isinstance(start, datetime):
            step = -1 if limit.direction is Direction.BEFORE else 1
            first_on, due_at = None, start + step * timedelta(hours=limit.number)
            due_on = due_at.astimezone(zone).date()
        else:
            first_on, due_on = _counted(limit, start_on, calendar)
            due_at = end_of_day(due_on, zone)
    except (OverflowError, ValueError):
        raise ValueError(f"{length(limit)} from {in_words(start_on)} is beyond any calendar.") from None
    return Working(
        start=start,
        start_on=start_on,
        first_on=first_on,
        skipped=() if calendar is None else _skipped(calendar, start_on, due_on, limit.direction),
        due_on=due_on,
        due_at=due_at,
        limit=limit,
        calendar=None if calendar is None else calendar.base.value,
        calendar_version=None if calendar is None else calendar.version,
        clause=clause,
        provisional=calendar is not None and max(start_on, due_on) > calendar.published_until,
    )


def on_open_day(working: Working, calendar: WorkingCalendar, zone: ZoneInfo, step: int) -> Working:
    """Return a deadline whose last day is open, or moved to the nearest open day after it; with step -1 before it.

    It rests on the calendar either way: a day that is closed later moves it too.
    """
    on = open_day(calendar, working.due_on, step)
    working = replace(
        working,
        calendar=calendar.base.value,
        calendar_version=calendar.version,
        provisional=working.provisional or max(on, working.due_on) > calendar.published_until,
    )
    if on == working.due_on:
        return working
    passed = _skipped(calendar, working.due_on - step * _DAY, on, Direction.AFTER)
    return replace(
        working,
        due_on=on,
        due_at=end_of_day(on, zone),
        moved_from=working.due_on,
        skipped=tuple(sorted({*working.skipped, *passed}, key=lambda day: day.on)),
    )


def instant_of(due_on: date, due_at: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the instant that a deadline comes to, as hours do; None where it ends with its last day.

    Hours that came to a closed day and were moved from it end with the open day.
    """
    return due_at if due_at.astimezone(zone).date() == due_on else None


def last_moment(due_on: date, due_at: datetime, zone: ZoneInfo) -> datetime:
    """Return the last moment that is in time: the last one of a last day, or the instant that hours come to.

    What the passing of a deadline brings about has happened then, on its last day, whenever somebody noticed.
    """
    return instant_of(due_on, due_at, zone) or due_at - _LEAST


def days_left(calendar: WorkingCalendar, today: date, due_on: date) -> int:
    """Return the operational days from today to a deadline; today is not counted, the last day is.

    0 on the last day, and on an open day after which only closed days are left. Negative once it is overdue: the
    operational days since, and -1 from the first day on, even where that one is closed.
    """
    if today <= due_on:
        return count_open(calendar, today, due_on)
    return -max(1, count_open(calendar, due_on, today))


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """Return the end of a day in a zone, in UTC: the midnight that begins the next one."""
    return datetime.combine(day + _DAY, time(), zone).astimezone(UTC)


def local_date(at: datetime | date, zone: ZoneInfo) -> date:
    """Return the day of an event in a zone: a day is its own."""
    return at.astimezone(zone).date() if isinstance(at, datetime) else at


def open_days(calendar: WorkingCalendar, start_on: date, step: int = 1) -> Iterator[date]:
    """Return the open days after a day, nearest first, without end; with step -1 those before it.

    Raises OverflowError past the years 1 and 9999.
    """
    day = start_on + step * _DAY
    while True:
        if calendar.is_open(day):
            yield day
        day += step * _DAY


def open_day(calendar: WorkingCalendar, day: date, step: int = 1) -> date:
    """Return a day that is open, or the nearest open one after it; with step -1 the nearest before it."""
    return day if calendar.is_open(day) else next(open_days(calendar, day, step))


def count_open(calendar: WorkingCalendar, after: date, until: date) -> int:
    """Return how many open days lie after a day, up to and with another; 0 when it is not later."""
    if calendar.base is Base.EVERY_DAY and not calendar.closed:
        return (until - after).days
    return sum(calendar.is_open(after + days * _DAY) for days in range(1, (until - after).days + 1))


def _local(start: datetime | date, zone: ZoneInfo) -> tuple[datetime | date, date]:
    """Return the event, an instant as UTC, and its day in the zone."""
    if not isinstance(start, datetime):
        return start, start
    if start.tzinfo is None:
        raise ValueError("A time without a zone cannot start a clock.")
    return start.astimezone(UTC), start.astimezone(zone).date()


def _counted(limit: TimeLimit, start_on: date, calendar: WorkingCalendar | None) -> tuple[date | None, date]:
    """Return the first day counted and the last, of a limit in days or longer; None and the day itself for nothing."""
    if limit.number == 0 and limit.unit is not Unit.CLEAR_DAYS:
        return None, start_on
    step = -1 if limit.direction is Direction.BEFORE else 1
    begins = limit.direction is Direction.BEGINNING_WITH
    beside = start_on if begins else start_on + step * _DAY
    if calendar is not None:
        # Clear days leave out the far end too: the date is one open day beyond the last one counted.
        beyond = 1 if limit.unit is Unit.CLEAR_DAYS else 0
        counted = list(islice(open_days(calendar, beside - step * _DAY, step), limit.number + beyond))
        return counted[0] if limit.number else None, counted[-1]
    if limit.unit is Unit.CLEAR_DAYS:
        return beside if limit.number else None, start_on + step * (limit.number + 1) * _DAY
    end = start_on + step * span(limit)
    # Where a month has no corresponding date, the last day that it has is the last one counted already.
    corresponds = limit.unit not in (Unit.MONTHS, Unit.YEARS) or end.day == start_on.day
    return beside, end - _DAY if begins and corresponds else end


def span(limit: TimeLimit) -> relativedelta:
    """Return a length that is the same on every calendar.

    Raises ValueError for operational and clear days, and for hours: `work_out` counts them from an event.
    """
    match limit.unit:
        case Unit.CALENDAR_DAYS:
            return relativedelta(days=limit.number)
        case Unit.WEEKS:
            return relativedelta(weeks=limit.number)
        case Unit.MONTHS:
            return relativedelta(months=limit.number)
        case Unit.YEARS:
            return relativedelta(years=limit.number)
        case Unit.OPERATIONAL_DAYS | Unit.CLEAR_DAYS | Unit.HOURS:
            raise ValueError(f"{limit.unit.value.replace('-', ' ').capitalize()} are counted from an event.")
        case unit:
            assert_never(unit)


def coming_round(
    every: TimeLimit, first: date, *, zone: ZoneInfo, calendar: WorkingCalendar | None
) -> Iterator[datetime | date]:
    """Yield when something comes round that is counted from a day, earliest first, without end; never on that day.

    Months and years are counted from the day, never chained: rounds of a year from 29 February come on the 28th in
    other years. Hours are counted from the day's first instant, and are instants. Raises as `work_out` does, and
    ValueError for an interval of nothing.
    """
    if every.number == 0:
        raise ValueError("What comes round after no time never ends.")
    here: datetime | date = first
    if every.unit is Unit.HOURS:
        here = datetime.combine(first, time(), zone)
    for number in count(1):
        if every.unit in (Unit.MONTHS, Unit.YEARS):
            whole = every.model_copy(update={"number": every.number * number})
            here = work_out(whole, first, zone=zone, calendar=calendar).due_on
        else:
            found = work_out(every, here, zone=zone, calendar=calendar)
            here = found.due_at if every.unit is Unit.HOURS else found.due_on
        yield here


def _skipped(calendar: WorkingCalendar, start_on: date, due_on: date, direction: Direction) -> tuple[Skipped, ...]:
    early, late = sorted((start_on, due_on))
    first = 0 if direction is Direction.BEGINNING_WITH else 1
    between = (early + days * _DAY for days in range(first, (late - early).days))
    return tuple(Skipped(day, why) for day in between if (why := calendar.why_closed(day)) is not None)
