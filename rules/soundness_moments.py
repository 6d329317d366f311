"""Moments: what they count from is said, can happen where they stand, and is of a kind that can be counted from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rules import places
from rules.moments import NOUNS, OF_THE_AGREEMENT, clocks_in_circles
from rules.places import Path, Unsound
from rules.terms import Clock, Direction, Event, Moment, Stage, StageKind, Terms, TimeLimit, Unit

_OF_AN_ISSUE = frozenset(
    {
        Event.RAISED,
        Event.SENT,
        Event.RECEIVED,
        Event.NOTIFIED,
        Event.ENTERED,
        Event.PROPOSED,
        Event.DECIDED,
        Event.APPOINTED,
        Event.MEETING,
    }
)
_OF_AN_INTEREST = frozenset({Event.AWARE, Event.DISCLOSED})
_OF_A_MEETING = frozenset({Event.MEETING})
_FACILITATED = (StageKind.FACILITATION, StageKind.MEDIATION)
_ONLY_DAYS = (Event.COMMENCEMENT, Event.ENDING)


@dataclass(frozen=True)
class _Place:
    """A moment, where it stands, its dotted path, what can happen there, and at which stage it counts, if at one."""

    when: Moment
    path: Path
    dotted: str
    happens: frozenset[Event]
    stage: Stage | None = None


def of_moments(terms: Terms) -> Iterator[Unsound]:
    """Yield what is wrong with the moments of a pack: what they count from, in which unit, and in circles."""
    asked = {point.path: point for point in terms.open}
    for place in _places(terms):
        point = asked.get(f"{place.dotted}.counts_from")
        if place.when.counts_from is not None:
            yield from _anchor(terms, place, place.when.counts_from, (*place.path, "counts_from"))
        elif point is None:
            hint = f"Add counts_from, or an open point with path: {place.dotted}.counts_from."
            yield Unsound(place.path, "Nothing says from when it is counted.", hint)
        else:
            number = terms.open.index(point)
            for place_of, choice in enumerate(point.choices):
                when = Moment.model_validate({"counts_from": choice, "limit": place.when.limit})
                if when.counts_from is not None:
                    yield from _anchor(terms, place, when.counts_from, ("open", number, "choices", place_of))
    for circle in clocks_in_circles(terms):
        yield Unsound(("clocks", circle[0], "counts_from"), _in_a_circle(circle), "Count one of them from an event.")
    yield from _of_limits(terms)


def _places(terms: Terms) -> Iterator[_Place]:
    at_stages = {stage.clock: stage for stage in reversed(terms.issues.stages) if isinstance(stage.clock, str)}
    everything = frozenset(Event)
    for key, clock in terms.clocks.items():
        stage = at_stages.get(key)
        happens = everything if stage is None else _OF_AN_ISSUE
        yield _Place(clock, ("clocks", key), f"clocks.{key}", happens, stage)
    for number, stage in enumerate(terms.issues.stages):
        if isinstance(stage.clock, Moment):
            path: Path = ("issues", "stages", number, "clock")
            yield _Place(stage.clock, path, f"issues.stages.{stage.key}.clock", _OF_AN_ISSUE, stage)
    for number, forum in enumerate(terms.forums):
        for name in ("notice", "papers"):
            if (when := getattr(forum, name)) is not None:
                yield _Place(when, ("forums", number, name), f"forums.{forum.key}.{name}", _OF_A_MEETING)
        if forum.substitutes is not None and forum.substitutes.named_by is not None:
            path, dotted = ("forums", number, "substitutes", "named_by"), f"forums.{forum.key}.substitutes.named_by"
            yield _Place(forum.substitutes.named_by, path, dotted, _OF_A_MEETING)
    if terms.conflicts is not None:
        for name in ("within", "consent_within"):
            if isinstance(when := getattr(terms.conflicts, name), Moment):
                yield _Place(when, ("conflicts", name), f"conflicts.{name}", _OF_AN_INTEREST)


def _anchor(terms: Terms, place: _Place, name: str | date, path: Path) -> Iterator[Unsound]:
    """Yield what is wrong with what a moment counts from."""
    if isinstance(name, str) and (wrong := _cannot_happen(terms, place, name)):
        yield Unsound(path, *wrong)
        return
    limit = place.when.limit
    if limit is None:
        return
    if limit.unit is Unit.HOURS and _is_a_day(terms, name):
        message = f"Hours are counted from an hour; {name} is a day."
        yield Unsound((*place.path, "limit"), message, "Write calendar-days, or name an event.")
    if limit.direction is not Direction.BEFORE and place.happens == _OF_A_MEETING:
        message = f"It is asked for before a meeting, and is counted {limit.direction} it."
        yield Unsound((*place.path, "limit"), message, "Write it as 5 clear-days before meeting.")
    if place.stage is not None and limit.direction is Direction.BEFORE and _is_over_by(terms, name):
        at: Path = ("issues", "stages", terms.issues.stages.index(place.stage), "clock")
        runs = place.when.name if isinstance(place.when, Clock) else "it"
        message = f"Its time would be up before it begins: {runs} runs back from {name}."
        yield Unsound(at, message, "Name a clock that runs on.")


def _cannot_happen(terms: Terms, place: _Place, name: str) -> tuple[str, str] | None:
    """Return why nothing can count from a name at a place, and what to write; None where it can."""
    if name in NOUNS:
        return _event_cannot(terms, place, Event(name))
    if name in [stage.key for stage in terms.issues.stages]:
        if place.stage is not None and name not in [stage.key for stage in _come_to(terms, place.stage)]:
            return f"It counts from {name}, which comes after {place.stage.key}.", "Name an earlier stage, or an event."
        return None
    if name in terms.clocks:
        return None
    if name == "fixed-date":
        return "fixed-date is no event.", "Write the day itself, as counts_from: 2022-07-01."
    return f"There is no event, stage or clock called {name}.", f"Write one of: {', '.join(_possible(terms, place))}."


def _event_cannot(terms: Terms, place: _Place, event: Event) -> tuple[str, str] | None:
    possible, hint = _possible(terms, place), f"Name another event: {', '.join(_possible(terms, place))}."
    if event.value in possible:
        return None
    if place.stage is not None and event is Event.APPOINTED:
        return "It counts from appointed, but nobody is appointed at this stage.", hint
    if place.stage is not None and event is Event.MEETING:
        return "It counts from meeting, but the stage is before no forum.", f"Add forum to {place.stage.key}. {hint}"
    return f"It counts from {event}, which does not happen here.", hint


def _possible(terms: Terms, place: _Place) -> list[str]:
    """Return what a moment can count from at a place, for people."""
    if place.happens == _OF_A_MEETING:
        return [Event.MEETING.value]
    never: set[Event] = set()
    if place.stage is not None:
        if not any(stage.kind in _FACILITATED for stage in _come_to(terms, place.stage)):
            never.add(Event.APPOINTED)
        if place.stage.forum is None:
            never.add(Event.MEETING)
    events = [event.value for event in Event if event in (place.happens | OF_THE_AGREEMENT) - never]
    return [*events, "or a day, as 2022-07-01"]


def _come_to(terms: Terms, last: Stage) -> list[Stage]:
    """Return the stages that an issue has come to at a stage: those before it, and itself, however they are tied."""
    known = {stage.key: stage for stage in terms.issues.stages}
    found: list[Stage] = []
    here: Stage | None = terms.issues.stages[0]
    while here is not None and here not in found and here is not last:
        found.append(here)
        here = known.get(here.next) if here.next else None
    return [*found, last]


def _is_a_day(terms: Terms, name: str | date) -> bool:
    if isinstance(name, date) or name in _ONLY_DAYS:
        return True
    clock = terms.clocks.get(name) if name not in NOUNS else None
    return clock is not None and (clock.limit is None or clock.limit.unit is not Unit.HOURS)


def _is_over_by(terms: Terms, name: str | date) -> bool:
    """Return whether what is counted from has happened by the time that an issue is at a stage."""
    stages = [other.key for other in terms.issues.stages]
    return name in _OF_AN_ISSUE - {Event.MEETING, Event.APPOINTED, Event.PROPOSED, Event.DECIDED} or name in stages


def _in_a_circle(circle: tuple[str, ...]) -> str:
    if len(circle) == 1:
        return f"{circle[0]} waits for itself."
    waits = [f"{one} waits for {other}" for one, other in zip(circle, (*circle[1:], circle[0]), strict=True)]
    return f"{', and '.join(waits)}."


def _of_limits(terms: Terms) -> Iterator[Unsound]:
    for path, limit in places.every(terms, TimeLimit):
        if limit.direction is Direction.BEGINNING_WITH and limit.unit in (Unit.CLEAR_DAYS, Unit.HOURS):
            words = limit.unit.value.replace("-", " ")
            message = f"{words.capitalize()} cannot begin with a day: {_why_not(limit.unit)}."
            yield Unsound(path, message, "Write after, or calendar-days.")
        if limit.unit is Unit.HOURS and path[:2] in (("conflicts", "refresh"), ("leads", "within")):
            message = "Hours are counted from an hour; commencement is a day."
            yield Unsound(path, message, "Write calendar-days, weeks, months or years.")


def _why_not(unit: Unit) -> str:
    return "both ends are left out" if unit is Unit.CLEAR_DAYS else "they begin with an hour"
