"""The dates of interests, milestones, consultations, clocks, leads and partners."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rules import conflicts, ladder, moments, periods
from rules.dated import UNPUBLISHED, Asked, Kind, Obligation, joined, row
from rules.days import in_words
from rules.moments import Lacking, Waits
from rules.phrases import length
from rules.terms import Event, Milestone, Moment


def of_refreshes(asked: Asked) -> Iterator[Obligation]:
    """Yield the days on which every partner is asked for its interests again, counted from commencement."""
    rule = asked.terms.conflicts
    if rule is None or rule.refresh is None or rule.refresh.number == 0:
        return
    what = "Every partner is asked for its interests again"
    first = asked.force.begins_on
    if first is None:
        note = f"Every {length(rule.refresh)}, counted from commencement. {asked.force.begins_why}"
        yield row("refresh", Kind.REFRESH, what, rule, None, note=note)
        return
    if conflicts.uncountable(asked.terms, asked.calendars):
        note = f"Every {length(rule.refresh)} from {in_words(first)}; which days are operational is not decided."
        yield row("refresh", Kind.REFRESH, what, rule, None, note=note)
        return
    for day in conflicts.rounds(asked.terms, first, until=asked.until, calendars=asked.calendars):
        if asked.force.over_by(day):
            return
        yield row(f"refresh.{day.isoformat()}", Kind.REFRESH, what, rule, day)


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
    """Yield what is due a time after a day of the agreement: by a clock, or by a moment that stands at a stage itself.

    One that an event starts has no date by itself.
    """
    for key, clock in asked.terms.clocks.items():
        due = row(f"clock.{key}", Kind.CLOCK, clock.name, clock, None)
        yield _counted(asked, due, clock, f"clocks.{key}")
    for stage in asked.terms.issues.stages:
        if (found := ladder.clock_of(asked.terms, stage)) is not None and found.key == ladder.OF_STAGE:
            due = row(f"stage.{stage.key}", Kind.CLOCK, stage.name, found.when, None)
            yield _counted(asked, due, found.when, found.at)


def of_leads(asked: Asked) -> Iterator[Obligation]:
    """Yield the last day for the partners to name their leads, where the document sets one."""
    rule = asked.terms.leads
    if rule.within is not None:
        due = row("leads", Kind.LEADS, "Last day for each partner to name its lead", rule, None)
        yield _counted(asked, due, Moment(counts_from=Event.COMMENCEMENT, limit=rule.within), None)


def _counted(asked: Asked, due: Obligation, when: Moment, at: str | None) -> Obligation:
    """Return something as due at a moment, or without a date and with why."""
    found = moments.moment(asked.terms, when, asked.facts, calendars=asked.calendars, at=at)
    if isinstance(found, Waits):
        return replace(due, note=_why(asked, when, found))
    moved_from = None if found.moved_from is None else f"Moved from {in_words(found.moved_from)}."
    note = joined(moved_from, UNPUBLISHED if found.provisional else None, found.unknown)
    return replace(due, on=found.due_on, nominal_on=found.moved_from or found.due_on, note=note)


def _why(asked: Asked, when: Moment, waits: Waits) -> str:
    """Return why a moment has no date by itself."""
    match waits.on:
        case Event.COMMENCEMENT if asked.force.begins_why:
            return asked.force.begins_why
        case Event.ENDING if asked.force.ends_why:
            return asked.force.ends_why
        case Event.SIGNED if when.counts_from == waits.on and when.limit is not None:
            return f"It is {moments.in_full(asked.terms, when)}, and waits for that."
        case str() if _of_each_matter(when, waits):
            return f"Each matter has its own date: {moments.in_full(asked.terms, when)}."
    if waits.lacking is Lacking.CALENDAR:
        after = asked.facts.get(str(when.counts_from))
        return f"{moments.in_full(asked.terms, when, after=after)}; which days are operational is not decided."
    return waits.sentence


def _of_each_matter(when: Moment, waits: Waits) -> bool:
    """Return whether what a moment waits for happens to each matter by itself."""
    direct = when.counts_from == waits.on and waits.lacking is Lacking.EVENT
    return direct and waits.on not in moments.OF_THE_AGREEMENT


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
