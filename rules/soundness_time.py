"""Time limits, calendars, reviews, the term, and the points a document leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo, available_timezones

from pydantic import ValidationError

from rules import misfits, places
from rules.places import Path, Unsound
from rules.terms import Anchor, Base, Clock, OpenPoint, Review, Terms, TimeLimit


def of_time(terms: Terms) -> Iterator[Unsound]:
    """Yield what is wrong with the calendars, clocks, reminders, working hours and reviews."""
    asked = {point.path for point in terms.open}
    yield from _hours(terms)
    yield from _calendars(terms, asked)
    for key, clock in terms.clocks.items():
        yield from _anchor(clock, ("clocks", key))
    for number, review in enumerate(terms.reviews):
        yield from _review(review, ("reviews", number), asked)
    for path, limit in places.every(terms, TimeLimit):
        if limit.number == 0 and path[-1] in ("every", "refresh"):
            yield Unsound((*path, "number"), "Something that comes round after no time never ends.", "Write 1 or more.")
    for number, days in enumerate(terms.nudges.before):
        if days < 0:
            yield Unsound(("nudges", "before", number), f"{days} days before is after.", "Write 0 or more.")
        elif days in terms.nudges.before[:number]:
            yield Unsound(("nudges", "before", number), f"{days} stands twice.", "Keep one.")


def _calendars(terms: Terms, asked: set[str | None]) -> Iterator[Unsound]:
    for key, calendar in terms.calendars.items():
        if calendar.base is None and f"calendars.{key}.base" not in asked:
            yield Unsound(
                ("calendars", key),
                "The calendar has no base, and nobody is asked for one.",
                f"Write base: one of {', '.join(Base)}; or add an open point with path: calendars.{key}.base.",
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
        known = terms.timezone in available_timezones() and bool(ZoneInfo(terms.timezone))
    except (ValueError, OSError):
        known = False
    if not known:
        yield Unsound(("timezone",), f"There is no time zone called {terms.timezone}.", "Write it as Europe/London.")


def _anchor(it: Clock | Review, path: Path) -> Iterator[Unsound]:
    if it.counts_from is Anchor.FIXED_DATE and it.on is None:
        yield Unsound(path, "It counts from a fixed date, and the date is missing.", "Add on: such as 2022-07-01.")
    if it.on is not None and it.counts_from is not Anchor.FIXED_DATE:
        yield Unsound(
            (*path, "on"),
            f"A date is given, but it counts from {it.counts_from or 'nothing'}.",
            "Write counts_from: fixed-date, or take the date out.",
        )


def _review(review: Review, path: Path, asked: set[str | None]) -> Iterator[Unsound]:
    yield from _anchor(review, path)
    key = f"reviews.{review.key}"
    if (review.every or review.first_within) and review.counts_from is None and f"{key}.counts_from" not in asked:
        at = (*path, "every" if review.every else "first_within")
        hint = f"Add counts_from, or an open point with path: {key}.counts_from."
        yield Unsound(at, "Nothing says from when it is counted.", hint)
    times = (review.every, review.first_within, review.initiated_by, review.completed_by, review.on, review.triggers)
    if not any(times) and f"{key}.every" not in asked:
        yield Unsound(
            path,
            "Nothing says when this review is due.",
            f"Add every, initiated_by, completed_by or triggers; or an open point with path: {key}.every.",
        )


def of_term(terms: Terms) -> Iterator[Unsound]:
    """Yield what is wrong with when the agreement begins and ends."""
    term, asked = terms.term, {point.path for point in terms.open}
    if term.begins and term.ends and term.ends < term.begins:
        message = f"It ends on {term.ends.isoformat()}, before it begins on {term.begins.isoformat()}."
        yield Unsound(("term", "ends"), message, "Check both days.")
    if term.open_ended and term.ends:
        yield Unsound(("term", "open_ended"), "It has an end and is open-ended.", "Keep one of the two.")
    if not term.open_ended and not term.ends and "term.ends" not in asked:
        yield Unsound(
            ("term",),
            "Nothing says whether it ends.",
            "Write ends, or open_ended: true, or add an open point with path: term.ends.",
        )
    effect = terms.signatures.effect
    if effect.rule == "stated-date" and term.begins is None and "term.begins" not in asked:
        yield Unsound(
            ("signatures", "effect", "rule"),
            "It takes effect on a stated date, and no date is stated.",
            "Write term.begins, or add an open point with path: term.begins.",
        )


def of_open_points(terms: Terms) -> Iterator[Unsound]:
    """Yield each open point that names no empty place, or offers an answer that does not fit it."""
    paths: list[str] = []
    for number, point in enumerate(terms.open):
        at: Path = ("open", number)
        if point.path is None:
            continue
        if point.path in paths:
            yield Unsound((*at, "path"), f"Two open points are about {point.path}.", "Keep one.")
        paths.append(point.path)
        try:
            value = places.look(terms, point.path)
        except KeyError as error:
            yield Unsound(
                (*at, "path"),
                f"{point.path} leads nowhere: there is no {error.args[0]}.",
                "Write the path of an empty place, entries of a list by their key, such as reviews.six-monthly.every.",
            )
            continue
        if not places.is_empty(value):
            hint = "Empty the place, or take the open point out."
            yield Unsound((*at, "path"), f"{point.path} is not open: the pack fills it.", hint)
            continue
        yield from _choices(terms, point, at)


def _choices(terms: Terms, point: OpenPoint, at: Path) -> Iterator[Unsound]:
    for number, choice in enumerate(point.choices):
        data = places.fill(terms, {point.path or "": choice})
        try:
            Terms.model_validate(data)
        except ValidationError as error:
            found = misfits.misfits(error.errors(include_url=False), data)[0]
            yield Unsound((*at, "choices", number), f"{choice} does not fit {point.path}. {found.message}", found.hint)
