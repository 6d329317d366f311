"""Time limits, calendars, reviews, the term, and the points a document leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import ValidationError

from rules import likeness, misfits, places, vocabulary
from rules.older_votes import older_answer
from rules.periods import EARLIEST, LATEST
from rules.places import Path, Unsound, Weight
from rules.reviews import COUNTED_IN
from rules.terms import Base, Direction, Event, Forum, OpenPoint, Review, Terms, TimeLimit

_COUNTED = ("every", "first_within", "once")
_A_PATH = "Write the path of an empty place, entries of a list by their key, such as reviews.six-monthly.every."
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
    for path, day in places.every(terms, date):
        if not EARLIEST <= day.year <= LATEST:
            hint = f"Write a day from {EARLIEST} to {LATEST}."
            yield Unsound(path, f"{day.isoformat()} is no day of an agreement.", hint)
    for path, limit in places.every(terms, TimeLimit):
        if limit.number == 0 and path[-1] in ("every", "refresh"):
            yield Unsound((*path, "number"), "Something that comes round after no time never ends.", "Write 1 or more.")
    for number, days in enumerate(terms.nudges.before):
        if days < 0:
            yield Unsound(("nudges", "before", number), f"{days} days before is after.", "Write 0 or more.")
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
        known = terms.timezone in available_timezones() and bool(ZoneInfo(terms.timezone))
    except (ValueError, OSError):
        known = False
    if not known:
        yield Unsound(("timezone",), f"There is no time zone called {terms.timezone}.", "Write it as Europe/London.")


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
            yield Unsound((*path, name), "There is no review after the end.", "Write once, as 6 months before.")
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


def of_open_points(terms: Terms) -> Iterator[Unsound]:
    """Yield each open point that names no empty place, or offers an answer that does not fit it."""
    paths, finder = set[str](), places.Finder(terms)
    for number, point in enumerate(terms.open):
        at: Path = ("open", number)
        yield from _quoted(finder, point, at)
        if point.path is None:
            continue
        if point.path in paths:
            yield Unsound((*at, "path"), f"Two open points are about {point.path}.", "Keep one.")
        paths.add(point.path)
        try:
            place, value = finder.find(point.path)
        except KeyError as error:
            message = f"{point.path} leads nowhere: there is no {error.args[0]}."
            yield Unsound((*at, "path"), message, f"{_meant_section(point.path)}{_A_PATH}")
            continue
        if not places.is_empty(value):
            yield _not_open(point.path, place, value, (*at, "path"))
            continue
        yield from _choices(finder, point, point.path, at)


def _meant_section(dotted: str) -> str:
    """Return the question which section of the pack is meant, where a path begins with a slip for one."""
    first, sections = dotted.split(".", maxsplit=1)[0], tuple(Terms.model_fields)
    near = None if first in sections else likeness.word(first, sections)
    return f"Did you mean {near}? " if near else ""


def _quoted(finder: places.Finder, point: OpenPoint, at: Path) -> Iterator[Unsound]:
    """Yield what is wrong with the place at which an answer is quoted, and with a point that is shown at none."""
    if point.answer is not None:
        hint = "Take answer out; once it is loaded, the secretary records what was decided."
        yield Unsound((*at, "answer"), "A pack asks, and does not answer: the partners decide.", hint)
    if point.path is not None and point.quoted_at is not None:
        hint = "Keep path where the answer is a value of the pack, quoted_at where it is a sentence."
        yield Unsound((*at, "quoted_at"), "Its answer cannot both fill a place and be quoted at one.", hint)
    elif point.quoted_at is not None:
        try:
            finder.find(point.quoted_at)
        except KeyError as error:
            message = f"{point.quoted_at} leads nowhere: there is no {error.args[0]}."
            hint = "Write the path of what the answer is about, such as term, or issues.stages.discussion."
            yield Unsound((*at, "quoted_at"), message, hint)
    elif point.path is None:
        message = "Its answer fills no place and is quoted at none, so deciding it changes nothing that anybody sees."
        hint = "Add path, or quoted_at with the path of what it is about, such as term, or issues.stages.discussion."
        yield Unsound(at, message, hint, Weight.REMARK)


def _choices(finder: places.Finder, point: OpenPoint, path: str, at: Path) -> Iterator[Unsound]:
    """Yield each answer that does not fit its place; what stands around the place is all that is looked at."""
    around = path.rpartition(".")[0]
    place, block = finder.find(around) if around else ((), finder.terms)
    for number, choice in enumerate(point.choices):
        data = block.model_dump(mode="json")
        for dotted, value in older_answer(path, choice).items():
            places.put(data, dotted.removeprefix(f"{around}.").split("."), value)
        try:
            type(block).model_validate(data)
        except ValidationError as error:
            content: Any = data
            for step in reversed(place):
                content = {step: content}
            errors: list[Any] = [{**it, "loc": (*place, *it["loc"])} for it in error.errors(include_url=False)]
            found = misfits.misfits(errors, content)[0]
            yield Unsound((*at, "choices", number), f"{choice} does not fit {point.path}. {found.message}", found.hint)


def _not_open(dotted: str, place: Path, value: object, at: Path) -> Unsound:
    """Return what is said of an open point about a place that says something, with what can be written to open it."""
    name, known = str(place[-1]), vocabulary.field(place)
    out = "take path out of this open point"
    if known is None:
        return Unsound(at, f"{dotted} is not open: the pack fills it.", f"{out.capitalize()}.")
    if not known.is_required() and value == known.get_default(call_default_factory=True):
        message = f"{dotted} is never open: left out, it means {vocabulary.shown(value)}."
        return Unsound(at, message, f"{out.capitalize()}.")
    if "unstated" in vocabulary.choices(place):
        listed = "[unstated]" if isinstance(value, tuple) else "unstated"
        hint = f"Write {name}: {listed} there, or {out}."
    elif known.is_required():
        hint = f"Something has to hold until it is decided: {out}."
    elif places.is_empty(known.get_default(call_default_factory=True)):
        hint = f"Take {name} out there, or {out}."
    else:
        hint = f"{out.capitalize()}: it always says something."
    return Unsound(at, f"{dotted} is not open: the pack fills it.", hint)
