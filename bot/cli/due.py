"""`python -m bot due`: a date and how it was worked out, for an agreement's clock or for any count."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer
from dateutil.parser import isoparse

from bot.cli.packs import day_of, stopped, terms_of
from bot.now import read_clock
from rules import moments
from rules.calendars import (
    ClosedDay,
    UnknownCalendarError,
    WorkingCalendar,
    calendar_of,
    not_announced,
    pack_calendar,
    pack_calendars,
)
from rules.deadlines import Working, instant_of, work_out
from rules.local_times import local_time, of_second
from rules.moments import Lacking
from rules.phrases import length
from rules.term import in_force
from rules.terms import Base, Clock, Direction, Event, Terms, TimeLimit, Unit

_BY_HAND = "by hand"
_MOST = 1000
_NO_HOUR = "Hours are counted from a time, and this is a day without one."
_WHEN = "a day (2022-12-16), a local time (2022-12-16T17:30) or an instant (2022-07-04T23:30Z)"


def due(  # noqa: PLR0917 (typer reads options from parameters)
    agreement: Annotated[str | None, typer.Option(help="An agreement's id, or its pack's file")] = None,
    clock: Annotated[str | None, typer.Option(help="One of the agreement's clocks")] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="WHEN", help=f"The event: {_WHEN}")] = None,
    days: Annotated[int | None, typer.Option(help="Operational days with --calendar, else calendar days")] = None,
    weeks: Annotated[int | None, typer.Option(help="Weeks")] = None,
    months: Annotated[int | None, typer.Option(help="Months, to the corresponding date")] = None,
    years: Annotated[int | None, typer.Option(help="Years, to the corresponding date")] = None,
    hours: Annotated[int | None, typer.Option(help="Elapsed hours")] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Clear days: both ends are left out")] = False,
    before: Annotated[bool, typer.Option("--before", help="Count back from the event")] = False,
    calendar: Annotated[str | None, typer.Option(metavar="NAME", help=", ".join(Base))] = None,
    closed: Annotated[list[str] | None, typer.Option(metavar="DATE", help="A further closed day; repeatable")] = None,
    opened: Annotated[
        list[str] | None, typer.Option("--open", metavar="DATE", help="A day that is open after all; repeatable")
    ] = None,
    known_on: Annotated[
        str | None, typer.Option(metavar="DATE", help="Answer as bank holidays were known then")
    ] = None,
    zone: Annotated[str | None, typer.Option(help="Europe/London, unless the agreement says otherwise")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON")] = False,
) -> None:
    """Print when something is due, and the working: each day that was skipped, and why."""
    counts = {
        Unit.CALENDAR_DAYS: days,
        Unit.WEEKS: weeks,
        Unit.MONTHS: months,
        Unit.YEARS: years,
        Unit.HOURS: hours,
    }
    given = {unit: number for unit, number in counts.items() if number is not None}
    by_hand = _days_by_hand(closed or [], opened or [])
    known = None if known_on is None else day_of(known_on, "--known-on")
    if agreement is not None:
        if given or clear or before:
            raise stopped(
                "An agreement's clock has its own length: leave out --days and the like, or leave out --agreement."
            )
        terms = terms_of(agreement)
        where = _zone(zone or terms.timezone)
        event, clocks_changed = (None, None) if start is None else _when(start, where)
        working = _of_clock(terms, clock, event, where, named=calendar, known_on=known, by_hand=by_hand)
    else:
        if clock is not None:
            raise stopped("--clock is one of an agreement's: add --agreement, such as --agreement sefton-2022.")
        limit = _limit(given, clear=clear, before=before, calendar=calendar)
        where = _zone(zone or "Europe/London")
        on = _calendar(calendar, known, by_hand)
        _check_counted(on, by_hand)
        event, clocks_changed = _when(start, where)
        working = _worked_out(limit, event, where, on)
    said = {
        "not_announced": not_announced(known) if working.calendar is not None else None,
        "clocks_changed": clocks_changed,
    }
    if as_json:
        print(json.dumps(working.to_json() | said, indent=2, ensure_ascii=False))
    else:
        print("\n".join([*_lines(working, where), *(f"\n{one}" for one in said.values() if one)]))


def _of_clock(
    terms: Terms,
    key: str | None,
    event: datetime | date | None,
    zone: ZoneInfo,
    *,
    named: str | None,
    known_on: date | None,
    by_hand: dict[date, bool],
) -> Working:
    """Return when an agreement's clock is up: counted from what was given, or from what its pack says, where it does.

    Raises Exit, with a sentence, where it has no limit, or what it counts from is not known.
    """
    clock = _clock(terms, key)
    if moments.without_limit(clock):
        raise stopped(f"The document sets no limit for {key} ({clock.name}), so there is no date to work out.")
    rests_on, on = _agreed_calendar(terms, clock, named, known_on, by_hand)
    _check_counted(on, by_hand)
    calendars = {**pack_calendars(terms, known_on=known_on), **({rests_on: on} if rests_on else {})}
    facts: dict[str, moments.Happened] = dict(moments.of_agreement(in_force(terms)))
    when = clock
    if event is not None:
        when, facts = clock.model_copy(update={"counts_from": Event.RAISED}), {Event.RAISED: event}
    if when.limit is not None and rests_on is not None and when.limit.unit is Unit.CLEAR_DAYS and named is not None:
        when = when.model_copy(update={"limit": when.limit.model_copy(update={"calendar": rests_on})})
    home = terms.model_copy(update={"timezone": zone.key})
    found = moments.moment(home, when, facts, calendars=calendars, at=f"clocks.{key}")
    if isinstance(found, Working):
        return found
    if event is not None:
        raise stopped(_NO_HOUR if found.lacking is Lacking.HOUR else found.sentence)
    said = f"{found.sentence} " if found.lacking is not Lacking.EVENT else ""
    raise stopped(f"{said}Say what it counts from with --from: {_WHEN}.")


def _worked_out(limit: TimeLimit, event: datetime | date, zone: ZoneInfo, on: WorkingCalendar | None) -> Working:
    try:
        return work_out(limit, event, zone=zone, calendar=on)
    except ValueError as wrong:
        raise stopped(str(wrong)) from None


def _check_counted(on: WorkingCalendar | None, by_hand: dict[date, bool]) -> None:
    if on is None and by_hand:
        raise stopped(
            "--closed and --open change a calendar, and this is not counted on one; add --calendar, or leave them out."
        )


def _clock(terms: Terms, key: str | None) -> Clock:
    if key in terms.clocks:
        return terms.clocks[key]
    wrong = "Say which clock with --clock." if key is None else f"{terms.id} has no clock {key}."
    if not terms.clocks:
        raise stopped(f"{wrong} {terms.id} has no clocks.")
    listed = "\n".join(f"  {name}  {clock.name}" for name, clock in terms.clocks.items())
    raise stopped(f"{wrong} Its clocks are:\n{listed}")


def _agreed_calendar(
    terms: Terms, clock: Clock, named: str | None, known_on: date | None, by_hand: dict[date, bool]
) -> tuple[str | None, WorkingCalendar | None]:
    """Return the calendar that a clock is counted on, or moved to an open day of, with its key: both None for neither.

    It is the one named on the command line, else the pack's own.
    """
    limit = clock.limit or moments.NOTHING_AFTER
    counted, moved = limit.unit in (Unit.OPERATIONAL_DAYS, Unit.CLEAR_DAYS), clock.closed_day != "stays"
    if not counted and not moved:
        if named is not None:
            raise stopped("This clock is not counted on a calendar; leave out --calendar.")
        return None, None
    key = limit.calendar or (terms.operational_days if moved else None)
    if named is not None or key is None:
        return key or named, _calendar(named, known_on, by_hand)
    base = terms.calendars[key].base if key in terms.calendars else None
    entered = [] if base is None else [ClosedDay(base, day, is_open, _BY_HAND) for day, is_open in by_hand.items()]
    try:
        found = pack_calendar(terms, key, known_on=known_on, proclaimed=entered)
    except UnknownCalendarError as wrong:
        raise stopped(str(wrong)) from None
    if found is None:
        raise stopped(
            f"The document leaves open which days count as {key}. "
            f"Say which calendar to count on with --calendar: {', '.join(Base)}."
        )
    return key, found


def _calendar(named: str | None, known_on: date | None, by_hand: dict[date, bool]) -> WorkingCalendar | None:
    if named is None:
        return None
    closed = {day: _BY_HAND for day, is_open in by_hand.items() if not is_open}
    opened = {day: _BY_HAND for day, is_open in by_hand.items() if is_open}
    try:
        return calendar_of(named, closed=closed, opened=opened, known_on=known_on)
    except UnknownCalendarError as wrong:
        raise stopped(str(wrong)) from None


def _limit(given: dict[Unit, int], *, clear: bool, before: bool, calendar: str | None) -> TimeLimit:
    if len(given) != 1:
        raise stopped("Say one length: --days, --weeks, --months, --years or --hours; or --agreement and --clock.")
    [(unit, number)] = given.items()
    if not 0 <= number <= _MOST:
        raise stopped(f"{number} is not a length; write a whole number from 0 to {_MOST}, and --before to count back.")
    if unit is not Unit.CALENDAR_DAYS and (clear or calendar):
        raise stopped(f"{'--clear' if clear else '--calendar'} goes with --days only.")
    if unit is Unit.CALENDAR_DAYS and calendar:
        unit = Unit.OPERATIONAL_DAYS
    if clear:
        unit = Unit.CLEAR_DAYS
    direction = Direction.BEFORE if before else Direction.AFTER
    return TimeLimit(number=number, unit=unit, calendar=calendar, direction=direction)


def _days_by_hand(closed: list[str], opened: list[str]) -> dict[date, bool]:
    """Return the days given on the command line, each with whether it is open."""
    days = {day_of(text, "--closed"): False for text in closed}
    for text in opened:
        day = day_of(text, "--open")
        if day in days:
            raise stopped(f"{text} cannot be both closed and open; leave out --closed or --open for it.")
        days[day] = True
    return days


def _when(text: str | None, zone: ZoneInfo) -> tuple[datetime | date, str | None]:
    """Return the event as a day or an aware instant; a time without an offset is taken in the zone.

    With it comes a sentence where the clocks were changed, and that time came twice or never; else None.
    """
    if text is None:
        raise stopped(f"Say what it counts from with --from: {_WHEN}.")
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text), None
        if re.match(r"\d{4}-\d\d-\d\d[T ]\d", text):  # isoparse alone would take 2022-12 for the first of the month
            moment = isoparse(text)
            return (moment, None) if moment.tzinfo else _local(moment, zone)
    except ValueError:
        pass
    raise stopped(f"--from {text}: this is not a time; write {_WHEN}.")


def _local(moment: datetime, zone: ZoneInfo) -> tuple[datetime, str | None]:
    day, at, today = moment.date(), moment.time(), read_clock().astimezone(zone).date()
    found = local_time(day, at, zone, today=today)
    if found.said is None:
        return found.at, None
    other = "" if found.never else f" For the second, write {of_second(day, at, zone).isoformat(timespec='minutes')}."
    return found.at, f"{found.said} Change it?{other}"


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise stopped(f"--zone {name}: there is no such time zone; write it as Europe/London.") from None


def _lines(working: Working, zone: ZoneInfo) -> list[str]:
    limit = working.limit
    hours = limit.unit is Unit.HOURS
    instant = instant_of(working.due_on, working.due_at, zone)
    earliest = limit.unit is Unit.CLEAR_DAYS and limit.direction is Direction.AFTER
    head = f"{working.due_on:%A} {working.due_on.day} {working.due_on:%B %Y}"
    if instant:
        head += f", {instant.astimezone(zone):%H:%M %Z}"
    elif not earliest:
        head += f", until the end of the day ({zone.key})"
    rows = [("Counted", f"{_length(limit)} {limit.direction}", "")]
    at = working.start.astimezone(zone).strftime(" %H:%M %Z") if isinstance(working.start, datetime) else ""
    counted = limit.direction is Direction.BEGINNING_WITH
    rows.append(("Start", f"{_short(working.start_on)}{at}", "" if hours or counted else "not counted"))
    if working.first_on is not None:
        rows.append(("First day counted", _short(working.first_on), ""))
    rows += [("Skipped" if i == 0 else "", _short(day.on), day.why) for i, day in enumerate(working.skipped)]
    if working.moved_from is not None:
        rows.append(("Moved from", _short(working.moved_from), "a closed day"))
    last = "Due" if instant else "Earliest day" if earliest else "Last day"
    ends = instant.astimezone(zone).strftime(" %H:%M %Z") if instant else ""
    rows.append((last, f"{_short(working.due_on)}{ends}", ""))
    if working.clause is not None:
        rows.append(("Clause", working.clause, ""))
    if working.calendar is not None:
        rows += [("Calendar", working.calendar, ""), ("Version", working.calendar_version or "", "")]
    width = max([len("Sat 00 Sep 2000"), *(len(middle) for _, middle, right in rows if right)])
    lines = [head, "", *(f"{left:<19}{middle:<{width}}  {right}".rstrip() for left, middle, right in rows)]
    if working.provisional:
        lines += ["", "Provisional: the bank holidays are not yet published for all of these days."]
    if working.unknown:
        lines += ["", working.unknown]
    return lines


def _short(day: date) -> str:
    return f"{day:%a} {day.day:>2} {day:%b %Y}"


def _length(limit: TimeLimit) -> str:
    closed_days_too = limit.unit is Unit.CALENDAR_DAYS or (limit.unit is Unit.CLEAR_DAYS and limit.calendar is None)
    return length(limit) + (" (closed days count too)" if closed_days_too else "")
