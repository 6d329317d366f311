"""What can stand anywhere in a pack, and is right or wrong by itself: lengths of time, days and lists of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rules import places
from rules.periods import EARLIEST, LATEST
from rules.places import Path, Unsound
from rules.soundness_references import missing
from rules.terms import Direction, Terms, TimeLimit, Unit

_SAID_ELSEWHERE = ("roles", "statuses", "oddities")
_EACH_SIGNS = ("signatures", "signers", "of")
"""A capacity can stand there twice, in an order."""


def of_values(terms: Terms, within: Iterable[Path]) -> Iterator[Unsound]:
    """Yield what is wrong with the lengths, the days and the lists within these places of a pack."""
    for place in within:
        for path, value in places.every(places.at(terms, place), (TimeLimit, date, tuple), place):
            if isinstance(value, TimeLimit):
                yield from _length(terms, path, value)
            elif isinstance(value, date):
                yield from _day(path, value)
            elif path[-1] not in _SAID_ELSEWHERE and path != _EACH_SIGNS:
                yield from _listed_twice(path, value)


def _length(terms: Terms, path: Path, limit: TimeLimit) -> Iterator[Unsound]:
    if limit.calendar is not None and limit.calendar not in terms.calendars:
        yield missing("calendar", (*path, "calendar"), limit.calendar, terms.calendars)
    if limit.unit is Unit.OPERATIONAL_DAYS and limit.calendar is None:
        first, calendars = next(iter(terms.calendars)), ", ".join(terms.calendars)
        back = "" if limit.direction is Direction.AFTER else f" {limit.direction}"
        words = f"{limit.number} operational-days on {first}{back}"
        hint = f"Add calendar: one of {calendars}; in words, write it as {words}."
        yield Unsound(path, "Operational days are counted on no calendar.", hint, names_in=("calendars",))
    if limit.number == 0 and path[-1] in ("every", "refresh"):
        yield Unsound((*path, "number"), "Something that comes round after no time never ends.", "Write 1 or more.")
    if limit.number == 0 and path[-1] == "first_within":
        yield Unsound((*path, "number"), "Nothing falls within no time.", "Write 1 or more.")
    if limit.direction is Direction.BEGINNING_WITH and limit.unit in (Unit.CLEAR_DAYS, Unit.HOURS):
        words = limit.unit.value.replace("-", " ")
        message = f"{words.capitalize()} cannot begin with a day: {_why_not(limit.unit)}."
        after, other = f"{limit.number} {limit.unit} after", f"{limit.number} calendar-days beginning with"
        yield Unsound(path, message, f"Write it as {after}, or as {other}, whichever the document means.")
    if limit.unit is Unit.HOURS and path[:2] in (("conflicts", "refresh"), ("leads", "within")):
        message = "Hours are counted from an hour; commencement is a day."
        yield Unsound(path, message, "Write calendar-days, weeks, months or years.")


def _why_not(unit: Unit) -> str:
    return "both ends are left out" if unit is Unit.CLEAR_DAYS else "they begin with an hour"


def _day(path: Path, day: date) -> Iterator[Unsound]:
    if not EARLIEST <= day.year <= LATEST:
        hint = f"Write a day from {EARLIEST} to {LATEST}."
        yield Unsound(path, f"{day.isoformat()} is no day of an agreement.", hint)


def _listed_twice(path: Path, entries: tuple[object, ...]) -> Iterator[Unsound]:
    """Yield each word of a list that stands there a second time, where that can mean nothing more."""
    seen = set[str]()
    for number, entry in enumerate(entries):
        if not isinstance(entry, str):
            return
        if entry in seen:
            yield Unsound((*path, number), f"{entry} stands twice in {path[-1]}.", "Keep one.")
        seen.add(entry)
