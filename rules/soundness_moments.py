"""Moments: what they count from is said, can happen where they stand, and is of a kind that can be counted from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rules import places
from rules.moments import MOST_LINKS, NOUNS, OF_THE_AGREEMENT, clocks_in_circles, clocks_too_deep
from rules.places import Path, Unsound
from rules.terms import SHORT_NAME, Clock, Direction, Event, Moment, Stage, StageKind, Terms, TimeLimit, Unit

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
_BEFORE_A_STAGE = _OF_AN_ISSUE - {Event.MEETING, Event.APPOINTED, Event.PROPOSED, Event.DECIDED}
_NAMED = 6
_ONLY_DAYS = (Event.COMMENCEMENT, Event.ENDING)


@dataclass(frozen=True)
class _Place:
    """A moment, where it stands, its dotted path, what can happen there, and at which stage it counts, if at one."""

    when: Moment
    path: Path
    dotted: str
    happens: frozenset[Event]
    stage: Stage | None = None


@dataclass(frozen=True)
class _Ladder:
    """The pack's stages as moments see them: the place of each that an issue comes to, and where somebody first helps.

    `helped_from` is the place of the first stage with a facilitator, None where there is none.
    """

    numbers: Mapping[str, int]
    places: Mapping[str, int]
    helped_from: int | None

    def has_come_to(self, name: str, at: Stage) -> bool:
        """Return whether an issue that is at a stage has come to another: it is that one, or one before it."""
        last = self.places.get(at.key, len(self.places))
        return name == at.key or self.places.get(name, last + 1) <= last

    def is_helped(self, at: Stage) -> bool:
        """Return whether somebody facilitates at a stage, or at one before it."""
        last = self.places.get(at.key, len(self.places))
        return at.kind in _FACILITATED or (self.helped_from is not None and self.helped_from <= last)


def _ladder(terms: Terms) -> _Ladder:
    known = {stage.key: stage for stage in terms.issues.stages}
    places_: dict[str, int] = {}
    here: str | None = terms.issues.stages[0].key
    while here in known and here not in places_:
        places_[here] = len(places_)
        here = known[here].next
    helped = [place for key, place in places_.items() if known[key].kind in _FACILITATED]
    numbers = {stage.key: number for number, stage in enumerate(terms.issues.stages)}
    return _Ladder(numbers, places_, min(helped, default=None))


def of_moments(terms: Terms) -> Iterator[Unsound]:
    """Yield what is wrong with the moments of a pack: what they count from, in which unit, and in circles."""
    asked = {point.path: (number, point) for number, point in enumerate(terms.open)}
    ladder = _ladder(terms)
    for place in _places(terms):
        if place.when.counts_from is not None:
            yield from _anchor(terms, ladder, place, place.when.counts_from, (*place.path, "counts_from"))
        elif f"{place.dotted}.counts_from" not in asked:
            hint = f"Add counts_from, or an open point with path: {place.dotted}.counts_from."
            yield Unsound(place.path, "Nothing says from when it is counted.", hint)
        else:
            number, point = asked[f"{place.dotted}.counts_from"]
            for which, choice in enumerate(point.choices):
                if SHORT_NAME.fullmatch(choice):  # of what is none, and of days, the choices' own check tells
                    yield from _anchor(terms, ladder, place, choice, ("open", number, "choices", which))
    for circle in clocks_in_circles(terms):
        yield Unsound(("clocks", circle[0], "counts_from"), _in_a_circle(circle), "Count one of them from an event.")
    for key in clocks_too_deep(terms):
        message = f"It counts from more than {MOST_LINKS} clocks, one after another."
        yield Unsound(("clocks", key, "counts_from"), message, "Count it from an event.")
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


def _anchor(terms: Terms, ladder: _Ladder, place: _Place, name: str | date, path: Path) -> Iterator[Unsound]:
    """Yield what is wrong with what a moment counts from."""
    if isinstance(name, str) and (wrong := _cannot_happen(terms, ladder, place, name)):
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
    if place.stage is not None and limit.direction is Direction.BEFORE and _is_over_by(ladder, name):
        at: Path = ("issues", "stages", ladder.numbers[place.stage.key], "clock")
        runs = place.when.name if isinstance(place.when, Clock) else "it"
        message = f"Its time would be up before it begins: {runs} runs back from {name}."
        yield Unsound(at, message, "Name a clock that runs on.")


def _cannot_happen(terms: Terms, ladder: _Ladder, place: _Place, name: str) -> tuple[str, str] | None:
    """Return why nothing can count from a name at a place, and what to write; None where it can."""
    if name in NOUNS:
        return _event_cannot(ladder, place, Event(name))
    if name in ladder.numbers:
        if place.stage is not None and not ladder.has_come_to(name, place.stage):
            return f"It counts from {name}, which comes after {place.stage.key}.", "Name an earlier stage, or an event."
        return None
    if name in terms.clocks:
        return None
    if name == "fixed-date":
        return "fixed-date is no event.", "Write the day itself, as counts_from: 2022-07-01."
    return f"There is no event, stage or clock called {name}.", f"Write one of: {', '.join(_possible(ladder, place))}."


def _event_cannot(ladder: _Ladder, place: _Place, event: Event) -> tuple[str, str] | None:
    possible = _possible(ladder, place)
    hint = f"Name another event: {', '.join(possible)}."
    if event.value in possible:
        return None
    if place.stage is not None and event is Event.APPOINTED:
        return "It counts from appointed, but nobody is appointed at this stage.", hint
    if place.stage is not None and event is Event.MEETING:
        return "It counts from meeting, but the stage is before no forum.", f"Add forum to {place.stage.key}. {hint}"
    return f"It counts from {event}, which does not happen here.", hint


def _possible(ladder: _Ladder, place: _Place) -> list[str]:
    """Return what a moment can count from at a place, for people."""
    if place.happens == _OF_A_MEETING:
        return [Event.MEETING.value]
    never: set[Event] = set()
    if place.stage is not None:
        if not ladder.is_helped(place.stage):
            never.add(Event.APPOINTED)
        if place.stage.forum is None:
            never.add(Event.MEETING)
    events = [event.value for event in Event if event in (place.happens | OF_THE_AGREEMENT) - never]
    return [*events, "or a day, as 2022-07-01"]


def _is_a_day(terms: Terms, name: str | date) -> bool:
    if isinstance(name, date) or name in _ONLY_DAYS:
        return True
    clock = terms.clocks.get(name) if name not in NOUNS else None
    return clock is not None and (clock.limit is None or clock.limit.unit is not Unit.HOURS)


def _is_over_by(ladder: _Ladder, name: str | date) -> bool:
    """Return whether what is counted from has happened by the time that an issue is at a stage."""
    return name in _BEFORE_A_STAGE or name in ladder.numbers


def _in_a_circle(circle: tuple[str, ...]) -> str:
    if len(circle) == 1:
        return f"{circle[0]} waits for itself."
    waits = [f"{one} waits for {other}" for one, other in zip(circle, (*circle[1:], circle[0]), strict=True)]
    return f"{', and '.join(waits[:_NAMED])}{', and so on round' if len(waits) > _NAMED else ''}."


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
