"""When people who still owe something are reminded of it, and when a message may reach them.

Reminders are counted in operational days around a deadline, and go out at the opening of the agreement's day. Whether
a person can be written to at that moment is another question: their zone, hours, days off and snoozes decide it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import count, islice
from zoneinfo import ZoneInfo

from rules.calendars import WorkingCalendar
from rules.days import in_words
from rules.deadlines import count_open, open_days
from rules.errors import Refusal
from rules.terms import Nudges

_DAY = timedelta(days=1)
_MONDAY = 0
_WEEK = 7
_DAYS_BEFORE = 2
_LONGEST_GAP = 20  # operational days between reminders whose rate falls: about a month


class Snooze(StrEnum):
    """For how long a person can have a reminder's noise stopped. The clock runs on."""

    ONE_DAY = "one-day"
    UNTIL_MONDAY = "until-monday"
    UNTIL_TWO_DAYS_BEFORE = "until-two-days-before"


def nudge_days(
    nudges: Nudges, due_on: date, calendar: WorkingCalendar, *, since: date, falling: bool = False
) -> Iterator[tuple[date, int]]:
    """Return the days of reminders from `since` on, earliest first, each with its offset (see `offset_on`).

    After the deadline they come at the pack's interval; `falling`, each gap is twice as long as the one before, up to
    twenty operational days.

    Without end while the pack reminds after the deadline: take as many as are needed. Nothing is left out for the
    start of the clock: a limit of 5 days has its first reminders before it began, so ask since the day it began.
    """
    last = last_open_day(calendar, due_on)
    for offset in sorted(set(nudges.before), reverse=True):
        day = _before(calendar, last, offset)
        if day >= since:
            yield day, offset
    if nudges.after_every is None:
        return
    begin = max(due_on, since - _DAY)
    gone = count_open(calendar, due_on, begin)
    for overdue, day in enumerate(open_days(calendar, begin), start=gone + 1):
        if _is_turn(overdue, nudges.after_every, falling=falling):
            yield day, -overdue


def _is_turn(overdue: int, every: int, *, falling: bool) -> bool:
    """Return whether a reminder comes so many operational days after the deadline."""
    if not falling:
        return overdue % every == 0
    turn, gap = every, every
    while turn < overdue:
        gap = max(every, min(gap * 2, _LONGEST_GAP))
        turn += gap
    return turn == overdue


def first_day(nudges: Nudges, due_on: date, calendar: WorkingCalendar) -> date:
    """Return the day of a date's first reminder; the day after the date where none comes before it."""
    if not nudges.before:
        return due_on + _DAY
    return _before(calendar, last_open_day(calendar, due_on), max(nudges.before))


def offset_on(nudges: Nudges, due_on: date, calendar: WorkingCalendar, today: date) -> int | None:
    """Return which reminder falls on a day, or None when none does.

    Operational days before the deadline are positive, 0 is its last open day, days overdue are negative.
    """
    day, offset = next(nudge_days(nudges, due_on, calendar, since=today), (None, None))
    return offset if day == today else None


def next_nudge_at(
    nudges: Nudges,
    *,
    due_on: date,
    calendar: WorkingCalendar,
    zone: ZoneInfo,
    after: datetime,
    opens: time,
    falling: bool = False,
) -> datetime | None:
    """Return the first moment of a reminder strictly after `after`, in UTC, or None when there is none left.

    It is `opens` on the day, by the clocks of `zone`. Where the deadline's last day is closed, its reminder is on the
    last open day before. Raises ValueError for an `after` without a zone.
    """
    since = _aware(after).astimezone(zone).date()
    days = nudge_days(nudges, due_on, calendar, since=since, falling=falling)
    moments = (moment_on(day, opens, zone) for day, _ in days)
    return next((moment for moment in moments if moment > after), None)


def hold_until(
    now: datetime,
    *,
    zone: ZoneInfo,
    hours: tuple[time, time],
    days_off: frozenset[int],
    regardless: bool = False,
    snoozed_until: datetime | None = None,
    closed: Callable[[date], bool] = lambda _: False,
) -> datetime:
    """Return the moment, in UTC, at which a message may go to a person: now, or their next opening.

    `zone`, `hours` (from, until) and `days_off` (Monday is 0) are the person's; `closed` says which days are holidays
    where they work. Nothing is sent before a snooze ends.
    `regardless` is for what cannot wait, such as the reminder of the last day: always now. A person with every day
    off is written to on any day, because a reminder is held and never dropped. Raises ValueError for a time without a
    zone and for hours that end before they begin.
    """
    now = _aware(now).astimezone(UTC)
    opens, closes = hours
    if opens >= closes:
        raise ValueError(f"Working hours from {opens:%H:%M} until {closes:%H:%M} leave no time to write in.")
    if regardless:
        return now
    earliest = now if snoozed_until is None else max(now, _aware(snoozed_until).astimezone(UTC))
    local = earliest.astimezone(zone)
    working = _working_days(days_off) or frozenset(range(_WEEK))
    today = local.date()
    if today.weekday() in working and not closed(today) and local.time() < closes:
        return earliest if local.time() >= opens else max(earliest, moment_on(today, opens, zone))
    ahead = (today + days * _DAY for days in count(1))
    return moment_on(next(day for day in ahead if day.weekday() in working and not closed(day)), opens, zone)


def snooze_until(
    choice: Snooze,
    *,
    now: datetime,
    due_on: date,
    due_at: datetime,
    calendar: WorkingCalendar,
    zone: ZoneInfo,
    opens: time,
) -> datetime:
    """Return when a snoozed reminder comes back, in UTC: `opens` of the day chosen, in `zone`.

    One day is tomorrow; Monday is the next one after today; two days are operational. It is never later than the
    opening of the last open day, so the reminder of the last day always comes. Raises Refusal, a sentence for the
    person, when the deadline is over or nothing is left to snooze, and ValueError for a time without a zone.
    """
    now, due_at = _aware(now), _aware(due_at)
    if now >= due_at:
        raise Refusal(
            f"This cannot be snoozed: it was due on {in_words(due_on)} and is overdue. "
            "Reminders stop when it is done, or when the partners concerned agree a later date."
        )
    today = now.astimezone(zone).date()
    last = last_open_day(calendar, due_on)
    if moment_on(last, opens, zone) >= due_at:  # a limit in hours that ends before the day begins
        last = _before(calendar, last, 1)
    until = moment_on(min(_snoozed_to(choice, today, last, calendar), last), opens, zone)
    if until > now:
        return until
    if choice is Snooze.UNTIL_TWO_DAYS_BEFORE and moment_on(last, opens, zone) > now:
        raise Refusal(
            f"This cannot be snoozed until two days before: it is due on {in_words(due_on)}, "
            "and fewer than two operational days are left. You can snooze it for one day."
        )
    raise Refusal(
        f"This cannot be snoozed: it is due on {in_words(due_on)}, and no later reminder is left to hold back. "
        "The partners concerned can agree a later date."
    )


def _snoozed_to(choice: Snooze, today: date, last: date, calendar: WorkingCalendar) -> date:
    match choice:
        case Snooze.ONE_DAY:
            return today + _DAY
        case Snooze.UNTIL_MONDAY:
            return _next_of(frozenset({_MONDAY}), today)
        case Snooze.UNTIL_TWO_DAYS_BEFORE:
            return _before(calendar, last, _DAYS_BEFORE)


def next_digest_at(
    *,
    after: datetime,
    zone: ZoneInfo,
    at: time,
    days_off: frozenset[int],
    closed: Callable[[date], bool] = lambda _: False,
) -> datetime | None:
    """Return the next moment of a person's digest strictly after `after`, in UTC; None when every day is off.

    `zone`, `at` and `days_off` (Monday is 0) are the person's; `closed` says which days are holidays where they work.
    Raises ValueError for an `after` without a zone.
    """
    working = _working_days(days_off)
    if not working:
        return None
    today = _aware(after).astimezone(zone).date()
    days = (today + ahead * _DAY for ahead in count())
    moments = (moment_on(day, at, zone) for day in days if day.weekday() in working and not closed(day))
    return next(moment for moment in moments if moment > after)


def moment_on(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return a local time of day as an instant in UTC.

    A time that comes twice, when the clocks go back, is the first of the two; one that never comes, when they go
    forward, is as long after the change as it would have been.
    """
    return datetime.combine(day, at, zone).astimezone(UTC)


def last_open_day(calendar: WorkingCalendar, due_on: date) -> date:
    """Return the deadline's own day, or the last open day before it when that day is closed."""
    return next(open_days(calendar, due_on + _DAY, -1))


def _before(calendar: WorkingCalendar, day: date, number: int) -> date:
    """Return the open day that is `number` operational days before an open day."""
    return next(islice(open_days(calendar, day + _DAY, -1), number, None))


def _working_days(days_off: frozenset[int]) -> frozenset[int]:
    return frozenset(range(_WEEK)) - days_off


def _next_of(weekdays: frozenset[int], today: date) -> date:
    """Return the first day after today that is one of these weekdays."""
    return next(day for ahead in range(1, _WEEK + 1) if (day := today + ahead * _DAY).weekday() in weekdays)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("A time without a zone is no moment.")
    return moment
