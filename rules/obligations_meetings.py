"""The dates of meetings: held, called, their papers, how many there have to be in a year, and where too few are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rules import meetings, moments, periods, shortfalls
from rules.dated import Asked, Kind, Obligation, joined, moved, row
from rules.days import in_words
from rules.meetings import Meeting, Plan
from rules.moments import Lacking, Waits
from rules.periods import Period
from rules.phrases import counted, length
from rules.terms import Cadence, Forum, Moment

# Notice and papers can be due in a window that the meeting itself lies behind.
_AHEAD = timedelta(days=366)
_ONE_DAY = timedelta(days=1)


def of_meetings(asked: Asked) -> Iterator[Obligation]:
    """Yield each meeting whose series has a first day, what is due before it, and how many there have to be a year."""
    for forum in asked.terms.forums:
        plan = asked.known.plans.get(forum.key)
        if plan is not None:
            yield from _planned(asked, forum, plan)
        if (plan is None or plan.first_on is None) and forum.cadence is not None and not forum.outside:
            said = forum.cadence.as_printed or _how_often(forum)
            why = f"Meets {said}; no day of a first meeting is known."
            rule = forum.cadence if forum.cadence.clause else forum
            yield row(f"meeting.{forum.key}", Kind.MEETING, f"Meetings: {forum.name}", rule, None, note=why)
        if forum.cadence is not None and forum.cadence.times_a_year and not forum.outside:
            yield from _a_year(asked, forum, plan)


def _planned(asked: Asked, forum: Forum, plan: Plan) -> Iterator[Obligation]:
    rule = forum.cadence if forum.cadence and forum.cadence.clause else forum
    found = meetings.meetings(
        asked.terms,
        forum,
        plan,
        first_on=asked.first_on,
        until=asked.until + _AHEAD,
        calendars=asked.calendars,
        force=asked.force,
    )
    calendar = asked.calendars[asked.terms.operational_days]
    yield from _waiting(asked, forum, found)
    for one in found:
        nominal = one.nominal_on or one.on
        key = f"meeting.{forum.key}.{nominal.isoformat()}" + ("" if one.nominal_on else ".one-off")
        public = {True: " (in public)", False: " (in private)", None: ""}[one.public]
        unknown = calendar.not_known(min(nominal, one.on)) if calendar else None
        note = joined(moved(nominal, one.on, provisional=one.provisional), unknown)
        what = f"Meeting: {forum.name}{public}"
        yield row(key, Kind.MEETING, what, rule, one.on, nominal, note=note, owner=forum.key)
        if forum.notice and one.notice_by:
            what = f"Notice of the meeting on {in_words(one.on)}: {forum.name}"
            unknown = _unknown(asked, forum.notice, one.notice_by)
            yield row(f"{key}.notice", Kind.NOTICE, what, forum.notice, one.notice_by, note=unknown, owner=forum.key)
        if forum.papers and one.papers_by:
            what = f"Papers for the meeting on {in_words(one.on)}: {forum.name}"
            unknown = _unknown(asked, forum.papers, one.papers_by)
            yield row(f"{key}.papers", Kind.PAPERS, what, forum.papers, one.papers_by, note=unknown, owner=forum.key)


def _waiting(asked: Asked, forum: Forum, found: tuple[Meeting, ...]) -> Iterator[Obligation]:
    """Yield what is asked before each meeting where its days cannot be counted, with what they wait for."""
    for name, kind, when in (("Notice", Kind.NOTICE, forum.notice), ("Papers", Kind.PAPERS, forum.papers)):
        if when is None or not found:
            continue
        waits = meetings.before(asked.terms, when, found[0].on, asked.calendars)
        if isinstance(waits, Waits):
            undecided = waits.lacking is Lacking.CALENDAR
            why = "which days are operational is not decided" if undecided else "the hour of each is not known here"
            if waits.lacking in (Lacking.CALENDAR, Lacking.HOUR):
                note = f"{moments.in_full(asked.terms, when)}; {why}."
            else:
                note = waits.sentence
            what, key = f"{name} of each meeting: {forum.name}", f"meeting.{forum.key}.{kind}"
            yield row(key, kind, what, when, None, note=note, owner=forum.key)


def _unknown(asked: Asked, before: Moment, by: date) -> str | None:
    calendar = asked.calendars[before.limit.calendar] if before.limit and before.limit.calendar else None
    return calendar.not_known(by) if calendar else None


def _a_year(asked: Asked, forum: Forum, plan: Plan | None) -> Iterator[Obligation]:
    """Yield the last day of each year in which a forum has to have met so often, and say where it does not."""
    cadence = forum.cadence
    if cadence is None or cadence.times_a_year is None:
        return
    rule = cadence if cadence.clause else forum
    public = " in public" if cadence.in_public else ""
    what = f"At least {counted(cadence.times_a_year, 'meeting')}{public}: {forum.name}"
    key = f"meetings-a-year.{forum.key}"
    if cadence.counted_by is None or cadence.counted_by == "any-twelve-months":
        why = "In any twelve months, so it has no last day."
        if cadence.counted_by is None:
            why = "Each year; which year is meant is not decided, so it has no last day."
        found = shortfalls.of_any_twelve_months(cadence, _around(asked, forum, plan), asked.first_on, asked.until)
        note = joined(why, shortfalls.words(found) if found else None)
        yield row(key, Kind.MEETINGS_A_YEAR, what, rule, None, note=note, owner=forum.key)
        return
    known, day = _around(asked, forum, plan), asked.first_on
    while day <= asked.until:
        year = periods.year(day, cadence.counted_by)
        if asked.force.begun_by(year.last_on) and not asked.force.over_by(year.last_on):
            named, it = f"{what}, in {year.words}", f"{key}.{year.first_on.isoformat()}"
            note = _too_few(cadence, plan, known, year) if plan is not None else None
            yield row(it, Kind.MEETINGS_A_YEAR, named, rule, year.last_on, note=note, owner=forum.key)
        day = year.last_on + _ONE_DAY


def _around(asked: Asked, forum: Forum, plan: Plan | None) -> tuple[Meeting, ...]:
    """Return a forum's meetings in all the years that the window touches, and those that were moved out of them."""
    if plan is None:
        return ()
    return meetings.meetings(
        asked.terms,
        forum,
        plan,
        first_on=asked.first_on - _AHEAD,
        until=asked.until + 2 * _AHEAD,
        calendars=asked.calendars,
        force=asked.force,
    )


def _too_few(cadence: Cadence, plan: Plan, known: tuple[Meeting, ...], year: Period) -> str | None:
    """Return what is to be said where too few of the meetings are held in a year, None where they are enough."""
    found = shortfalls.of_year(cadence, known, year)
    if found is None:
        return None
    first_on, begins = plan.first_on, None
    if first_on is not None and year.first_on < first_on <= year.last_on:
        begins = f"The series begins on {in_words(first_on)}."
    return joined(shortfalls.words(found), begins)


def _how_often(forum: Forum) -> str:
    cadence = forum.cadence
    if cadence is not None and cadence.every is not None:
        return f"every {length(cadence.every)}"
    if cadence is None or cadence.times_a_year is None:
        return "as often as the document says"
    return f"{counted(cadence.times_a_year, 'time')} a year"
