"""The dates of the term, and of the reviews."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rules import reviews, term
from rules.calendars import WorkingCalendar
from rules.dated import UNDECIDED, Asked, Kind, Obligation, joined, moved, row
from rules.deadlines import open_day
from rules.phrases import counted
from rules.term import InForce, Option, Options
from rules.terms import Review


def of_term(asked: Asked) -> Iterator[Obligation]:
    """Yield the first and the last day in force, and the days on which people are warned of the end."""
    rule, force = asked.terms.term, asked.force
    begins, ends = force.begins_on, force.ends_on
    yield row("begins", Kind.BEGINS, "The agreement begins", rule, begins, note=force.begins_why)
    if ends is not None:
        for warning in term.warnings(asked.terms, ends):
            if not force.begun_by(warning.on):
                continue
            what = f"{counted(warning.days_before, 'day')} before the agreement ends"
            yield row(
                f"ends-{warning.days_before}", Kind.END_WARNING, what, rule, warning.on, note=_told(warning.options)
            )
    what = "The agreement ends" if ends is None else "The agreement ends: its last day"
    yield row("ends", Kind.ENDS, what, rule, ends, note=force.ends_why)


def _told(can: Options) -> str:
    """Return what the partners can do before the end, in sentences; what is done in the same way in one of them."""
    by_way: dict[str, list[str]] = {}
    for word, option in (("extend", can.extend), ("revise", can.revise), ("end early", can.end)):
        by_way.setdefault(_way(option), []).append(word)
    return " ".join(f"To {' or '.join(words)}: {way}" for way, words in by_way.items())


def _way(option: Option | None) -> str:
    if option is None:
        return "the document says nothing."
    how = ["in writing"] * option.written + ["signed"] * option.signed
    where = f" ({option.clause})" if option.clause else ""
    return joined(f"{', '.join([option.rule_name, *how])}{where}.", option.note) or ""


def of_reviews(asked: Asked) -> Iterator[Obligation]:
    """Yield each review on the day to meet on, and what has no date."""
    calendar = asked.calendars[asked.terms.operational_days]
    for review in asked.terms.reviews:
        found = reviews.schedule(
            asked.terms,
            review,
            asked.force,
            first_on=asked.first_on,
            until=asked.until,
            calendar=calendar,
            declared=asked.known.declared,
        )
        for one in found.occurrences:
            yield from _of_occurrence(asked, review, one, calendar)
        if found.why is not None:
            yield row(f"review.{review.key}.waits", Kind.REVIEW, _called(review), review, None, note=found.why)


def _of_occurrence(
    asked: Asked, review: Review, one: reviews.Occurrence, calendar: WorkingCalendar | None
) -> Iterator[Obligation]:
    owner = None if review.by == "partners" else review.by
    name, key = _called(review), f"review.{one.key}"
    notes = (
        f"Because this was declared: {one.trigger}." if one.trigger else None,
        moved(one.nominal_on, one.on, provisional=one.provisional),
        calendar.not_known(min(one.nominal_on, one.on)) if calendar else UNDECIDED,
        _before(asked.force, one.nominal_on),
    )
    ending = ""
    if one.nominal_on == one.initiated_by:
        ending = ", to be begun"
    elif one.nominal_on == one.completed_by:
        ending = ", to be completed"
    yield row(key, Kind.REVIEW, name + ending, review, one.on, one.nominal_on, note=joined(*notes), owner=owner)
    if one.completed_by and one.completed_by > one.nominal_on and not asked.force.over_by(one.completed_by):
        last = one.completed_by if calendar is None else open_day(calendar, one.completed_by, -1)
        note = joined(moved(one.completed_by, last), UNDECIDED if calendar is None else None)
        what, key = f"{name}, to be completed", f"{key}.completed"
        yield row(key, Kind.REVIEW, what, review, last, one.completed_by, note=note, owner=owner)


def _called(review: Review) -> str:
    return review.name if "review" in review.name.casefold() else f"Review: {review.name}"


def _before(force: InForce, day: date) -> str | None:
    return None if force.begun_by(day) else "This is before the agreement begins."
