"""What a moment counts from: whether it can happen where the moment stands, also through the clocks between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rules.moments import MOST_LINKS, NOUNS, OF_THE_AGREEMENT, without_limit
from rules.places import Path
from rules.terms import Event, Moment, Stage, StageKind, Terms

OF_AN_ISSUE = frozenset(
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
OF_A_MEETING = frozenset({Event.MEETING})
_FACILITATED = (StageKind.FACILITATION, StageKind.MEDIATION)


@dataclass(frozen=True)
class Place:
    """A moment, where it stands, its dotted path, what can happen there, and at which stage it counts, if at one."""

    when: Moment
    path: Path
    dotted: str
    happens: frozenset[Event]
    stage: Stage | None = None


@dataclass(frozen=True)
class Ladder:
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


def ladder_of(terms: Terms) -> Ladder:
    """Return the stages of a pack as its moments see them."""
    known = {stage.key: stage for stage in terms.issues.stages}
    places_: dict[str, int] = {}
    here: str | None = terms.issues.stages[0].key
    while here in known and here not in places_:
        places_[here] = len(places_)
        here = known[here].next
    helped = [place for key, place in places_.items() if known[key].kind in _FACILITATED]
    numbers = {stage.key: number for number, stage in enumerate(terms.issues.stages)}
    return Ladder(numbers, places_, min(helped, default=None))


def places_of(terms: Terms) -> Iterator[Place]:
    """Yield every moment of a pack with where it stands: the clocks, the stages, the forums, the interests."""
    at_stages = {stage.clock: stage for stage in reversed(terms.issues.stages) if isinstance(stage.clock, str)}
    everything = frozenset(Event)
    for key, clock in terms.clocks.items():
        stage = at_stages.get(key)
        happens = everything if stage is None else OF_AN_ISSUE
        yield Place(clock, ("clocks", key), f"clocks.{key}", happens, stage)
    for number, stage in enumerate(terms.issues.stages):
        if isinstance(stage.clock, Moment):
            path: Path = ("issues", "stages", number, "clock")
            yield Place(stage.clock, path, f"issues.stages.{stage.key}.clock", OF_AN_ISSUE, stage)
    for number, forum in enumerate(terms.forums):
        for name in ("notice", "papers"):
            if (when := getattr(forum, name)) is not None:
                yield Place(when, ("forums", number, name), f"forums.{forum.key}.{name}", OF_A_MEETING)
        if forum.substitutes is not None and forum.substitutes.named_by is not None:
            path, dotted = ("forums", number, "substitutes", "named_by"), f"forums.{forum.key}.substitutes.named_by"
            yield Place(forum.substitutes.named_by, path, dotted, OF_A_MEETING)
    if terms.conflicts is not None:
        # An interest is declared in time, or not, counted from when somebody knew of it: nothing else has happened yet.
        for name, happens in (("within", frozenset({Event.AWARE})), ("consent_within", _OF_AN_INTEREST)):
            if isinstance(when := getattr(terms.conflicts, name), Moment):
                yield Place(when, ("conflicts", name), f"conflicts.{name}", happens)


@dataclass(frozen=True)
class Known:
    """What the check of an anchor is worked out of: the terms, their ladder, each clock's own place, what is asked."""

    terms: Terms
    ladder: Ladder
    own: Mapping[str, Place]
    asked: frozenset[str | None]


def known_of(terms: Terms, ladder: Ladder, found: Iterable[Place]) -> Known:
    """Return what the check of each anchor of a pack is worked out of."""
    own = {str(place.path[1]): place for place in found if place.path[0] == "clocks"}
    return Known(terms, ladder, own, frozenset(point.path for point in terms.open))


def cannot_happen(known: Known, place: Place, name: str | date) -> tuple[str, str] | None:
    """Return why nothing can count from a name or a day at a place, and what to write; None where it can.

    A clock is followed to what it counts from in the end, or to what is left open. What is wrong with that wherever it
    stands is told there alone, and so is a circle.
    """
    if isinstance(name, str) and _is_clock(known, name):
        return _clock_cannot(known, place, name)
    if isinstance(name, date) or name in NOUNS or name in known.ladder.numbers:
        return _told(known, place, [name], _never(known, place, name))
    if name == "fixed-date":
        return "fixed-date is no event.", "Write the day itself, as counts_from: 2022-07-01."
    written = ", ".join(_possible(known.ladder, place))
    return f"There is no event, stage or clock called {name}.", f"Write one of: {written}."


def _is_clock(known: Known, name: str) -> bool:
    return name in known.terms.clocks and name not in NOUNS and name not in known.ladder.numbers


def _told(known: Known, place: Place, chain: Sequence[str | date], why: str | None) -> tuple[str, str] | None:
    """Return that something counts from one after another, and why that never comes; None without a reason."""
    if why is None:
        return None
    hint = f"Name another event: {', '.join(_possible(known.ladder, place))}."
    if place.stage is not None and chain[-1] in known.ladder.numbers:
        hint = "Name an earlier stage, or an event."
    if place.stage is not None and chain[-1] == Event.MEETING and place.stage.forum is None:
        hint = f"Add forum to {place.stage.key}. {hint}"
    return f"It counts from {', which counts from '.join(map(str, chain))}, {why}.", hint


def _clock_cannot(known: Known, place: Place, name: str) -> tuple[str, str] | None:
    mine = str(place.path[1]) if place.path[0] == "clocks" else None
    chain: list[str] = []
    here: str | date | None = name
    while isinstance(here, str) and _is_clock(known, here):
        if here in (mine, *chain) or len(chain) == MOST_LINKS:
            return None
        chain.append(here)
        clock = known.terms.clocks[here]
        if clock.counts_from is not None and without_limit(clock):
            return _limitless(known, chain)
        here = clock.counts_from
    if here is None or (isinstance(here, str) and here not in NOUNS and here not in known.ladder.numbers):
        return None  # each answer to what is left open is looked at as decided; of what is nothing it is said there
    of = known.own[chain[-1]].stage
    elsewhere = any(_never(known, known.own[key], here, of=of) for key in chain)
    return None if elsewhere else _told(known, place, [*chain, here], _never(known, place, here, of=of))


def _limitless(known: Known, chain: Sequence[str]) -> tuple[str, str] | None:
    """Return that a clock counts from one that has no limit, unless that is asked, or another says so already."""
    if len(chain) > 1 or f"clocks.{chain[-1]}.limit" in known.asked:
        return None
    said = f"It counts from {chain[-1]}, for which no limit is set, so that its time is never up."
    return said, f"Give {chain[-1]} a limit, add an open point with path: clocks.{chain[-1]}.limit, or name an event."


def _never(known: Known, place: Place, name: str | date, *, of: Stage | None = None) -> str | None:
    """Return why an event, a stage or a day is nothing to count from at a place; None where it is.

    `of` is the stage of the clock that counts from it, None: the place's own.
    """
    ladder = known.ladder
    if isinstance(name, date):
        return "which is one day for all meetings" if place.happens == OF_A_MEETING else None
    if name == Event.ENTERED and Event.ENTERED in place.happens and of is not None and of != place.stage:
        return _not_reached(ladder, place, of.key, f"but {of.key}")
    if name in NOUNS:
        return _event_never(ladder, place, Event(name))
    if Event.ENTERED not in place.happens:
        return "which does not happen here"
    return _not_reached(ladder, place, name, "which")


def _not_reached(ladder: Ladder, place: Place, stage: str, it: str) -> str | None:
    if stage not in ladder.places and (place.stage is None or place.stage.key != stage):
        return "which no issue ever reaches" if it == "which" else f"{it} is a stage that no issue ever reaches"
    if place.stage is not None and not ladder.has_come_to(stage, place.stage):
        return f"{it} comes after {place.stage.key}"
    return None


def _event_never(ladder: Ladder, place: Place, event: Event) -> str | None:
    if event.value in _possible(ladder, place):
        return None
    if place.stage is not None and event is Event.APPOINTED:
        return "but nobody is appointed at this stage"
    if place.stage is not None and event is Event.MEETING:
        return "but the stage is before no forum"
    return "which does not happen here"


def _possible(ladder: Ladder, place: Place) -> list[str]:
    """Return what a moment can count from at a place, for people."""
    if place.happens == OF_A_MEETING:
        return [Event.MEETING.value]
    never: set[Event] = set()
    if place.stage is not None:
        if not ladder.is_helped(place.stage):
            never.add(Event.APPOINTED)
        if place.stage.forum is None:
            never.add(Event.MEETING)
    of_it = place.happens if place.happens <= _OF_AN_INTEREST else place.happens | OF_THE_AGREEMENT
    events = [event.value for event in Event if event in of_it - never]
    return [*events, "or a day, as 2022-07-01"]
