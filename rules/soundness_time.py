"""Time limits, calendars, reviews and the term."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from rules.places import Path, Unsound
from rules.reviews import COUNTED_IN
from rules.terms import Base, Direction, Event, Forum, Review, Terms, TimeLimit

_COUNTED = ("every", "first_within", "once")
_MOST_BEFORE = 366  # operational days before its end, a deadline that long has begun
_DAYS_OF_AN_AGREEMENT = (Event.COMMENCEMENT, Event.ENDING)


def of_time(terms: Terms) -> Iterator[Unsound]:
    """Yield what is wrong with the calendars, clocks, reminders, working hours, reviews and cadences."""
    yield from _hours(terms)
    yield from _calendars(terms)
    for number, review in enumerate(terms.reviews):
        yield from _review(review, ("reviews", number))
        yield from _review_series(review, ("reviews", number))
        if review.counts_from == Event.ENDING and terms.term.open_ended:
            at: Path = ("reviews", number, "counts_from")
            yield Unsound(at, "It is counted from the end of an agreement that has none.", "Count it from another day.")
    for number, forum in enumerate(terms.forums):
        yield from _cadence(forum, ("forums", number))
    yield from _nudges(terms)


def _nudges(terms: Terms) -> Iterator[Unsound]:
    for number, days in enumerate(terms.nudges.before):
        if days < 0:
            yield Unsound(("nudges", "before", number), f"{days} days before is after.", "Write 0 or more.")
        elif days > _MOST_BEFORE:
            message = f"{days} days before, nobody owes anything yet."
            yield Unsound(("nudges", "before", number), message, f"Write {_MOST_BEFORE} or less.")
        elif days in terms.nudges.before[:number]:
            yield Unsound(("nudges", "before", number), f"{days} stands twice.", "Keep one.")


def _calendars(terms: Terms) -> Iterator[Unsound]:
    for key, calendar in terms.calendars.items():
        if calendar.base is None:
            yield Unsound(
                ("calendars", key),
                "The calendar has no base, and nobody is asked for one.",
                f"Write base: one of {', '.join(Base)}; or add an open point with path: calendars.{key}.base.",
                asks=("calendars", key, "base"),
            )
        for day in sorted(calendar.closed.keys() & calendar.opened.keys()):
            at: Path = ("calendars", key, "opened", day.isoformat())
            yield Unsound(at, f"{day.isoformat()} is both closed and opened.", "Keep it in one of the two.")


def _hours(terms: Terms) -> Iterator[Unsound]:
    start, end = terms.working_hours
    if start >= end:
        at = ("working_hours",)
        yield Unsound(
            at, f"The working day ends at {end:%H:%M}, before it begins at {start:%H:%M}.", "Turn them round."
        )
    try:
        known = terms.timezone in _time_zones() and bool(ZoneInfo(terms.timezone))
    except (ValueError, OSError):
        known = False
    if not known:
        yield Unsound(("timezone",), f"There is no time zone called {terms.timezone}.", "Write it as Europe/London.")


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _review(review: Review, path: Path) -> Iterator[Unsound]:
    key = f"reviews.{review.key}"
    counted = next((name for name in _COUNTED if getattr(review, name)), None)
    if counted and review.counts_from is None:
        at, asks = (*path, counted), (*path, "counts_from")
        hint = f"Add counts_from, or an open point with path: {key}.counts_from."
        yield Unsound(at, "Nothing says from when it is counted.", hint, asks=asks)
    days = (review.initiated_by, review.completed_by)
    if not counted and not any(days) and not review.triggers:
        yield Unsound(
            path,
            "Nothing says when this review is due.",
            f"Add every, initiated_by, completed_by or triggers; or an open point with path: {key}.every.",
            asks=(*path, "every"),
        )


def _review_series(review: Review, path: Path) -> Iterator[Unsound]:
    """Yield what stops a review's dates from being counted."""
    counted = [name for name in _COUNTED if getattr(review, name)]
    for name in counted:
        limit: TimeLimit = getattr(review, name)
        if limit.unit not in COUNTED_IN:
            hint = "Write calendar-days, weeks, months or years."
            yield Unsound((*path, name, "unit"), f"A review cannot be counted in {limit.unit}.", hint)
        if limit.direction is not Direction.AFTER and name != "once":
            at = (*path, name, "direction")
            hint = f"Take {limit.direction} out, or write once for a single review."
            yield Unsound(at, _not_on(limit), hint)
        if review.counts_from == Event.ENDING and limit.direction is Direction.AFTER:
            hint = "Write once for a single review before it."
            yield Unsound((*path, name), "There is no review after the end.", hint)
    if review.once and len(counted) > 1:
        yield Unsound((*path, "once"), "It is a single review and comes round.", "Keep once, or keep the others.")
    if counted and isinstance(review.counts_from, str) and review.counts_from not in _DAYS_OF_AN_AGREEMENT:
        hint = "Write a day, commencement or ending; what an event brings about goes under triggers."
        yield Unsound((*path, "counts_from"), f"A review cannot be counted from {review.counts_from}.", hint)
    if review.initiated_by and review.completed_by and review.completed_by < review.initiated_by:
        yield Unsound((*path, "completed_by"), "It is to be done before it is begun.", "Check both days.")


def _not_on(limit: TimeLimit) -> str:
    return f"A series cannot {'run back' if limit.direction is Direction.BEFORE else 'begin with a day'}."


def _cadence(forum: Forum, path: Path) -> Iterator[Unsound]:
    if (cadence := forum.cadence) is None:
        return
    at = (*path, "cadence")
    if cadence.every and cadence.times_a_year:
        message = "It says how often a year, and after how long."
        yield Unsound((*at, "times_a_year"), message, "Keep one: every for an interval, times_a_year for a number.")
    if cadence.every and cadence.every.unit not in COUNTED_IN:
        hint = "Write calendar-days, weeks, months or years."
        yield Unsound((*at, "every", "unit"), f"No forum meets every so many {cadence.every.unit}.", hint)
    if cadence.every and cadence.every.direction is not Direction.AFTER:
        yield Unsound((*at, "every", "direction"), _not_on(cadence.every), f"Take {cadence.every.direction} out.")
    if cadence.counted_by and not cadence.times_a_year:
        message = "It says which year is meant, but not how many meetings there are in one."
        yield Unsound((*at, "counted_by"), message, "Add times_a_year, or take this out.")


def of_term(terms: Terms) -> Iterator[Unsound]:
    """Yield what is wrong with when the agreement begins and ends."""
    term = terms.term
    if term.begins and term.ends and term.ends < term.begins:
        message = f"It ends on {term.ends.isoformat()}, before it begins on {term.begins.isoformat()}."
        yield Unsound(("term", "ends"), message, "Check both days.")
    if term.open_ended and term.ends:
        yield Unsound(("term", "open_ended"), "It has an end and is open-ended.", "Keep one of the two.")
    if not term.open_ended and not term.ends:
        yield Unsound(
            ("term",),
            "Nothing says whether it ends.",
            "Write ends, or open_ended: true, or add an open point with path: term.ends.",
            asks=("term", "ends"),
        )
    effect = terms.signatures.effect
    if effect.rule == "stated-date" and term.begins is None:
        yield Unsound(
            ("signatures", "effect", "rule"),
            "It takes effect on a stated date, and no date is stated.",
            "Write term.begins, or add an open point with path: term.begins.",
            asks=("term", "begins"),
        )
