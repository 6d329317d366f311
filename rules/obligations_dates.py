"""The dates of interests, milestones, consultations, clocks, leads and partners."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from rules import periods
from rules.dated import UNPUBLISHED, Asked, Kind, Obligation, joined, row
from rules.days import in_words
from rules.deadlines import NoCalendarError, span, work_out
from rules.term import InForce
from rules.terms import Anchor, Clock, Direction, Milestone, TimeLimit

_EVENTS = {
    Anchor.NOTIFIED: "it is notified",
    Anchor.RECEIVED: "it is received",
    Anchor.AWARE: "somebody becomes aware of it",
    Anchor.RAISED: "it is raised",
    Anchor.STAGE_ENTERED: "its stage begins",
    Anchor.MEETING: "the meeting",
}


def of_refreshes(asked: Asked) -> Iterator[Obligation]:
    """Yield the days on which every partner is asked for its interests again, counted from commencement."""
    rule = asked.terms.conflicts
    if rule is None or rule.refresh is None or rule.refresh.number == 0:
        return
    what = "Every partner is asked for its interests again"
    first = asked.force.begins_on
    if first is None:
        note = f"Every {rule.refresh}, counted from commencement. {asked.force.begins_why}"
        yield row("refresh", Kind.REFRESH, what, rule, None, note=note)
        return
    step, number = span(rule.refresh), 1
    while (day := first + step * number) <= asked.until and not asked.force.over_by(day):
        yield row(f"refresh.{day.isoformat()}", Kind.REFRESH, what, rule, day)
        number += 1


def of_milestones(asked: Asked) -> Iterator[Obligation]:
    """Yield each milestone on the last day of the period that the document names, or its condition."""
    for it in asked.terms.milestones:
        yield _milestone(it)


def _milestone(it: Milestone) -> Obligation:
    what, key = f"Milestone: {it.name}", f"milestone.{it.key}"
    if it.on is None:
        why = f"No date, but a condition: {it.condition}."
        return row(key, Kind.MILESTONE, what, it, None, note=why, owner=it.owner)
    when = periods.period(it.on, it.precision)
    notes = (
        None if it.precision == "day" else f"The document says {when.words}; this is its last day.",
        f"On condition: {it.condition}." if it.condition else None,
    )
    return row(key, Kind.MILESTONE, what, it, when.last_on, note=joined(*notes), owner=it.owner)


def of_consultations(asked: Asked) -> Iterator[Obligation]:
    """Yield the last day for the responses to each consultation."""
    for it in asked.terms.consultations:
        note = None if it.by else "The document sets no last day for responses."
        yield row(f"consultation.{it.key}", Kind.CONSULTATION, f"Last day to respond: {it.name}", it, it.by, note=note)


def of_clocks(asked: Asked) -> Iterator[Obligation]:
    """Yield what is due a time after a day of the agreement; a clock that an event starts has no date by itself."""
    for key, clock in asked.terms.clocks.items():
        start, why = _start(clock, asked.force)
        due = row(f"clock.{key}", Kind.CLOCK, clock.name, clock, None)
        yield _counted(asked, due, clock.limit, start, why)


def _start(clock: Clock, force: InForce) -> tuple[date | None, str | None]:
    """Return the day a clock is counted from, or None and why it has none by itself."""
    match clock.counts_from:
        case Anchor.FIXED_DATE:
            return clock.on, None
        case Anchor.COMMENCEMENT:
            return force.begins_on, force.begins_why
        case Anchor.ENDING:
            return force.ends_on, force.ends_why
        case event:
            return None, f"Each matter has its own date: {_length(clock.limit)} {_EVENTS[event]}."


def _length(limit: TimeLimit | None) -> str:
    if limit is None:
        return "no limit is set from when"
    plain = limit.model_copy(update={"calendar": None, "direction": Direction.AFTER})
    return f"{plain} {limit.direction}"


def of_leads(asked: Asked) -> Iterator[Obligation]:
    """Yield the last day for the partners to name their leads, where the document sets one."""
    rule, force = asked.terms.leads, asked.force
    if rule.within is not None:
        due = row("leads", Kind.LEADS, "Last day for each partner to name its lead", rule, None)
        yield _counted(asked, due, rule.within, force.begins_on, force.begins_why)


def _counted(asked: Asked, due: Obligation, limit: TimeLimit | None, start: date | None, why: str | None) -> Obligation:
    """Return something as due a time after a day, or without a date and with why."""
    if start is None:
        return replace(due, note=why)
    if limit is None:
        return replace(due, on=start, nominal_on=start)
    calendar = asked.calendars.get(limit.calendar) if limit.calendar else None
    try:
        working = work_out(limit, start, zone=ZoneInfo(asked.terms.timezone), calendar=calendar)
    except NoCalendarError:
        return replace(due, note=f"{_length(limit)} {in_words(start)}; which days are operational is not decided.")
    except ValueError as wrong:
        return replace(due, note=str(wrong))
    note = joined(UNPUBLISHED if working.provisional else None, working.unknown)
    return replace(due, on=working.due_on, nominal_on=working.due_on, note=note)


def of_partners(asked: Asked) -> Iterator[Obligation]:
    """Yield the days on which a partner joins, leaves, or takes another's place."""
    names = {partner.key: partner.short for partner in asked.terms.partners}
    for it in asked.terms.partners:
        key = f"partner.{it.key}"
        if it.joined:
            yield row(f"{key}.joins", Kind.PARTNER, f"{it.short} joins", it, it.joined, owner=it.key)
        if it.left:
            yield row(f"{key}.leaves", Kind.PARTNER, f"{it.short}: its last day", it, it.left, owner=it.key)
        if it.succeeded_by:
            after = it.succeeded_by
            what = f"{names[after.partner]} takes the place of {it.short}"
            yield row(f"{key}.succeeded", Kind.PARTNER, what, after, after.since, owner=after.partner)
