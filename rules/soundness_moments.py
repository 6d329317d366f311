"""Moments: what they count from is said, can happen where they stand, and is of a kind that can be counted from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rules.moments import MOST_LINKS, NOUNS, clocks_in_circles, clocks_too_deep
from rules.places import Path, Unsound
from rules.soundness_anchors import (
    OF_A_MEETING,
    OF_AN_ISSUE,
    Known,
    Ladder,
    Place,
    cannot_happen,
    known_of,
    ladder_of,
    places_of,
)
from rules.terms import Clock, Direction, Event, Terms, TimeLimit, Unit

_BEFORE_A_STAGE = OF_AN_ISSUE - {Event.MEETING, Event.APPOINTED, Event.PROPOSED, Event.DECIDED}
_NAMED = 6
_ONLY_DAYS = (Event.COMMENCEMENT, Event.ENDING, Event.SIGNED)


def of_moments(terms: Terms) -> Iterator[Unsound]:
    """Yield what is wrong with the moments of a pack: what they count from, in which unit, and in circles."""
    found = tuple(places_of(terms))
    known = known_of(terms, ladder_of(terms), found)
    for place in found:
        if place.when.counts_from is not None:
            yield from _anchor(known, place, place.when.counts_from, (*place.path, "counts_from"))
        elif f"{place.dotted}.counts_from" not in known.asked:
            hint = f"Add counts_from, or an open point with path: {place.dotted}.counts_from."
            yield Unsound(place.path, "Nothing says from when it is counted.", hint)
    yield from _at_further_stages(known)
    for circle in clocks_in_circles(terms):
        yield Unsound(
            ("clocks", circle[0], "counts_from"),
            _in_a_circle(circle),
            "Count one of them from an event, such as raised.",
        )
    for key in clocks_too_deep(terms):
        message = f"It counts from more than {MOST_LINKS} clocks, one after another."
        yield Unsound(("clocks", key, "counts_from"), message, "Count it from an event, such as raised.")


def _at_further_stages(known: Known) -> Iterator[Unsound]:
    """Yield each stage at which a clock never runs that runs at an earlier one."""
    for number, stage in enumerate(known.terms.issues.stages):
        own = known.own.get(stage.clock) if isinstance(stage.clock, str) else None
        if own is None or own.when.counts_from is None or own.stage == stage:
            continue
        here = replace(own, stage=stage)
        wrong = cannot_happen(known, here, own.when.counts_from)
        if wrong and not cannot_happen(known, own, own.when.counts_from):
            yield Unsound(("issues", "stages", number, "clock"), f"{stage.clock} never runs here. {wrong[0]}", wrong[1])


def _anchor(known: Known, place: Place, name: str | date, path: Path) -> Iterator[Unsound]:
    """Yield what is wrong with what a moment counts from."""
    if wrong := cannot_happen(known, place, name):
        yield Unsound(path, *wrong)
        return
    terms, ladder, limit = known.terms, known.ladder, place.when.limit
    if limit is None:
        return
    if limit.unit is Unit.HOURS and _is_a_day(terms, name):
        message = f"Hours are counted from an hour; {name} {_how_a_day(terms, name)}."
        yield Unsound((*place.path, "limit"), message, "Name an event that has an hour, or give a length in days.")
    if limit.direction is not Direction.BEFORE and place.happens == OF_A_MEETING:
        message = f"It is asked for before a meeting, and is counted {limit.direction} it."
        yield Unsound((*place.path, "limit"), message, f"Write it as {_turned(limit)} {name}.")
    if place.stage is not None and limit.direction is Direction.BEFORE and _is_over_by(ladder, name):
        at: Path = ("issues", "stages", ladder.numbers[place.stage.key], "clock")
        runs = place.when.name if isinstance(place.when, Clock) else "it"
        message = f"Its time would be up before it begins: {runs} runs back from {name}."
        yield Unsound(at, message, "Name a clock whose length runs on: after, and not before.")


def _turned(limit: TimeLimit) -> str:
    """Return a length as it is written in a pack, before what it counts from."""
    unit = limit.unit.removesuffix("s") if limit.number == 1 else limit.unit
    on = f" on {limit.calendar}" if limit.calendar else ""
    return f"{limit.number} {unit}{on} before"


def _is_a_day(terms: Terms, name: str | date) -> bool:
    if isinstance(name, date) or name in _ONLY_DAYS:
        return True
    clock = terms.clocks.get(name) if name not in NOUNS else None
    return clock is not None and (clock.limit is None or clock.limit.unit is not Unit.HOURS or _can_move(clock))


def _can_move(clock: Clock) -> bool:
    """Return whether a clock's date goes to an open day, with whose end it ends then, whatever it is counted in."""
    return clock.closed_day != "stays"


def _how_a_day(terms: Terms, name: str | date) -> str:
    """Return what is said of a name that is a day, or can be one."""
    clock = terms.clocks.get(name) if isinstance(name, str) else None
    in_hours = clock is not None and clock.limit is not None and clock.limit.unit is Unit.HOURS
    return "can be a day, where it goes to an open one" if in_hours else "is a day"


def _is_over_by(ladder: Ladder, name: str | date) -> bool:
    """Return whether what is counted from has happened by the time that an issue is at a stage."""
    return name in _BEFORE_A_STAGE or name in ladder.numbers


def _in_a_circle(circle: tuple[str, ...]) -> str:
    if len(circle) == 1:
        return f"{circle[0]} waits for itself."
    waits = [f"{one} waits for {other}" for one, other in zip(circle, (*circle[1:], circle[0]), strict=True)]
    return f"{', and '.join(waits[:_NAMED])}{', and so on round' if len(waits) > _NAMED else ''}."
