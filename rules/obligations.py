"""Every dated thing that an agreement implies: an agreement's year, and what has no date and why. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from rules import obligations_dates, obligations_meetings, obligations_reviews, quoted, term
from rules.calendars import WorkingCalendar
from rules.dated import Asked, Kind, Known, Obligation, joined
from rules.days import in_words
from rules.errors import Refusal
from rules.periods import EARLIEST, LATEST
from rules.terms import Terms

__all__ = ["Kind", "Known", "Obligation", "obligations"]

MOST_YEARS = 30

_KINDS: tuple[Callable[[Asked], Iterator[Obligation]], ...] = (
    obligations_reviews.of_term,
    obligations_reviews.of_reviews,
    obligations_meetings.of_meetings,
    obligations_dates.of_refreshes,
    obligations_dates.of_milestones,
    obligations_dates.of_consultations,
    obligations_dates.of_clocks,
    obligations_dates.of_leads,
    obligations_dates.of_partners,
)


def obligations(
    terms: Terms,
    known: Known,
    *,
    first_on: date,
    until: date,
    calendars: Mapping[str, WorkingCalendar | None],
    extra: Iterable[Obligation] = (),
) -> tuple[Obligation, ...]:
    """Return what the agreement asks for from a day to another, both included, and at the end what has no date.

    Dated ones come in the order of their days; the others in the order of the pack, each with why. `calendars` are the
    pack's, as `pack_calendars` gives them; `extra` are other dated matters, such as open clocks, of which those in the
    window are put among them.

    Raises Refusal for a window that ends before it begins, is longer than thirty years or lies outside the years 1900
    to 2199, and for facts that cannot be: a beginning after the end, an event no review waits for, a change to a
    meeting that is none, a forum or a review that is none.
    """
    if until < first_on:
        raise Refusal(
            f"{in_words(until)} is before {in_words(first_on)}. Give a last day that is not before the first."
        )
    if until.year - first_on.year > MOST_YEARS:
        raise Refusal(f"That is longer than {MOST_YEARS} years. Ask for fewer at a time.")
    _check(terms, known, first_on, until)
    force = term.in_force(terms, commenced_on=known.commenced_on, ends_on=known.ends_on)
    asked = Asked(terms, known, force, first_on, until, calendars)
    found = [*(_with_quotes(terms, one) for kind in _KINDS for one in kind(asked)), *extra]
    dated = [one for one in found if one.on is not None and first_on <= one.on <= until]
    dated.sort(key=lambda one: (one.on or date.max, one.nominal_on or date.max))
    return (*dated, *(one for one in found if one.on is None))


_QUOTED = {Kind.CLOCK: "clocks", Kind.MILESTONE: "milestones"}
_OF_THE_TERM = (Kind.ENDS, Kind.END_WARNING)


def _with_quotes(terms: Terms, one: Obligation) -> Obligation:
    """Return something that is asked for with what the partners decided of it where the document leaves that open."""
    if one.kind in _QUOTED:
        place = f"{_QUOTED[one.kind]}.{one.key.split('.')[1]}"
    elif one.kind in _OF_THE_TERM:
        place = "term"
    else:
        return one
    return replace(one, note=joined(one.note, *(quoted.words(point) for point in quoted.answered(terms, place))))


def _check(terms: Terms, known: Known, first_on: date, until: date) -> None:
    given = [first_on, until, known.commenced_on, known.ends_on, *(plan.first_on for plan in known.plans.values())]
    for day in (*given, *(one.on for one in known.declared)):
        if day is not None and not EARLIEST <= day.year <= LATEST:
            raise Refusal(f"{day.isoformat()} is too far away. Give a day from {EARLIEST} to {LATEST}.")
    for kind, names, keys in (
        ("forum", [forum.key for forum in terms.forums], known.plans),
        ("review", [review.key for review in terms.reviews], [one.review for one in known.declared]),
    ):
        for key in keys:
            if key not in names:
                listed = ", ".join(names) or "none"
                raise Refusal(f"{terms.short_title} has no {kind} {key}. It has these: {listed}.")
