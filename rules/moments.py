"""From a pack's words for a time to the day or the instant: the one way, whoever asks. Pure.

The ladder, reviews, consent, meetings, the calendar and the command line all ask `moment`. What has not happened gives
no date, and says what it waits for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from rules import phrases
from rules.calendars import WorkingCalendar
from rules.days import in_words
from rules.deadlines import NoCalendarError, Working, instant_of, on_open_day, work_out
from rules.term import InForce
from rules.terms import Clock, Event, Moment, OpenPoint, Terms, TimeLimit, Unit

Happened = datetime | date
Calendars = Mapping[str, WorkingCalendar | None]

OF_THE_AGREEMENT = frozenset({Event.COMMENCEMENT, Event.ENDING, Event.SIGNED})

NOUNS: Mapping[str, str] = {
    Event.COMMENCEMENT: "commencement",
    Event.ENDING: "the end",
    Event.SIGNED: "the last signature",
    Event.AWARE: "the day on which somebody became aware of it",
    Event.DISCLOSED: "the disclosure",
    Event.RAISED: "the raising",
    Event.PROPOSED: "the proposal",
    Event.REQUESTED: "the request",
    Event.SENT: "the sending",
    Event.RECEIVED: "receipt",
    Event.NOTIFIED: "the notification",
    Event.ENTERED: "this stage",
    Event.APPOINTED: "the facilitator's appointment",
    Event.DECIDED: "the decision",
    Event.MEETING: "the meeting",
}
"""What each event is called where something counts from it or waits for it."""


class Lacking(StrEnum):
    """What a moment has no date for want of."""

    EVENT = "event"
    HOUR = "hour"
    ANCHOR = "anchor"
    CALENDAR = "calendar"
    LIMIT = "limit"
    YEARS = "years"


@dataclass(frozen=True)
class Waits:
    """A moment that has no date yet: for want of what, said in one or more sentences.

    `on` is the event, stage or clock that it waits for, None where it waits for none.
    """

    lacking: Lacking
    sentence: str
    on: str | None = None


MOST_LINKS = 100
"""So many clocks count one from another at most: no agreement has more, and a file that was made to must end."""

_NO_LIMIT = Waits(Lacking.LIMIT, "The document sets no limit.")
_NOTHING_SAID = Waits(Lacking.ANCHOR, "Nothing says from when it is counted.")
_UNDECIDED = Waits(Lacking.CALENDAR, "Which days are operational is not decided.")
NOTHING_AFTER = TimeLimit(number=0, unit=Unit.CALENDAR_DAYS)


def moment(
    terms: Terms,
    when: Moment,
    facts: Mapping[str, Happened],
    *,
    calendars: Calendars,
    at: str | None = None,
) -> Working | Waits:
    """Return when something is, with its working, or what it waits for.

    `facts` has what has happened by its name: an event, or the key of a stage (when it was entered) or of a clock (its
    last day, where another than the count gives was agreed). `calendars` are the pack's, as `pack_calendars` gives
    them. `at` is the dotted path of `when` in the pack: where what it counts from is left open there, each answer that
    the open point offers is worked out, and only where all come to the same moment is there a date.

    In this order: what it is counted from, the limit, the closed day. Without a limit it is the moment itself.
    """
    asked = _Asked(terms, facts, calendars)
    left_open = _left_open(terms, when, facts)
    found = asked.moment(when, frozenset()) if left_open is None else asked.readings(when, at, left_open)
    if isinstance(found, Waits) and isinstance(when.counts_from, str) and found.on not in (None, when.counts_from):
        return replace(found, sentence=f"Waits for {noun(terms, when.counts_from)}. {found.sentence}")
    return found


def rests_on(terms: Terms, when: Moment, at: str | None) -> frozenset[str]:
    """Return the events, stages and clocks that a moment counts from, or could, through the clocks between as well."""
    found: set[str] = set()
    ahead: list[tuple[Moment, str | None]] = [(when, at)]
    while ahead:
        here, path = ahead.pop()
        point = _asked_at(terms, f"{path}.counts_from") if here.counts_from is None else None
        for name in [here.counts_from] if point is None else map(_anchor, point.choices):
            if isinstance(name, str) and name not in found:
                found.add(name)
                if name not in NOUNS and name in terms.clocks:
                    ahead.append((terms.clocks[name], f"clocks.{name}"))
    return frozenset(found)


def of_agreement(force: InForce) -> dict[str, Happened]:
    """Return what has happened to an agreement as facts: when it commenced, and its last day, as far as it is known."""
    days = {Event.COMMENCEMENT: force.begins_on, Event.ENDING: force.ends_on}
    return {event.value: day for event, day in days.items() if day is not None}


def on_its_day(when: Moment, found: Working, calendar: WorkingCalendar, zone: ZoneInfo) -> Working:
    """Return a date on the day that a moment has it on: where it came to a closed one, as its `closed_day` says."""
    match when.closed_day:
        case "stays":
            return found
        case "next":
            return on_open_day(found, calendar, zone, 1)
        case "previous":
            return on_open_day(found, calendar, zone, -1)


def has_a_day_of_its_own(counts_from: str | date | None) -> bool:
    """Return whether what something counts from is one day for the whole agreement, so that it needs no limit."""
    return isinstance(counts_from, date) or counts_from in OF_THE_AGREEMENT


def noun(terms: Terms, name: str | date) -> str:
    """Return what something that a moment counts from is called: "the raising", "the end of Officers' talks"."""
    if isinstance(name, date):
        return in_words(name)
    if name in NOUNS:
        return NOUNS[name]
    if stage := next((stage for stage in terms.issues.stages if stage.key == name), None):
        return f"the beginning of {stage.name}"
    clock = terms.clocks.get(name)
    return f"the last day of {clock.name}" if clock else name


def in_full(terms: Terms, when: Moment, *, after: str | date | None = None, calendar: bool = False) -> str:
    """Return a moment in words: "20 operational days after the raising", "Thu 1 Feb 2024", "no limit stated".

    `after` is what it counts from where that is to be called otherwise than in the pack. With `calendar`, the one that
    it is counted on is named where that is not the one that reminders are counted on.
    """
    if without_limit(when):
        return "no limit stated"
    known = when.counts_from if after is None else after
    anchor = "a day that the document leaves open" if known is None else noun(terms, known)
    moved = "" if when.closed_day == "stays" else f", on a closed day the {when.closed_day} open one"
    if when.limit is None:
        return anchor + moved
    length = phrases.length(when.limit, usual=terms.operational_days if calendar else None)
    return f"{length} {when.limit.direction} {anchor}{moved}"


@dataclass(frozen=True)
class _Asked:
    terms: Terms
    facts: Mapping[str, Happened]
    calendars: Calendars

    def moment(self, when: Moment, through: frozenset[str]) -> Working | Waits:
        """Return a moment that is asked for through these clocks, each of which counts from the next."""
        if when.counts_from is None:  # by now only where an answer to what is left open counts from what is so itself
            return _NOTHING_SAID
        if without_limit(when):
            return _NO_LIMIT
        base = self._base(when.counts_from, through)
        return base if isinstance(base, Waits) else self._counted(when, base)

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.terms.timezone)

    def _base(self, name: str | date, through: frozenset[str]) -> Happened | Waits:
        """Return when what is counted from has happened."""
        if isinstance(name, date):
            return name
        if name in self.facts:
            return self.facts[name]
        clock = self.terms.clocks.get(name)
        waits = Waits(Lacking.EVENT, f"Waits for {noun(self.terms, name)}.", name)
        if name in NOUNS or clock is None or name in through or len(through) == MOST_LINKS:
            return waits
        found = self._of_its_stage(name).moment(clock, through | {name})
        if found == _NO_LIMIT:
            said = f"Waits for {noun(self.terms, name)}, for which the document sets no limit."
            return Waits(Lacking.LIMIT, said, name)
        if isinstance(found, Waits):
            return found if found.on is not None else replace(found, on=name)
        return instant_of(found.due_on, found.due_at, self._zone) or found.due_on

    def _of_its_stage(self, clock: str) -> _Asked:
        """Return what is asked where a clock is one of another stage: `entered` is then when that one was."""
        if Event.ENTERED not in self.facts:
            return self
        stage = next((stage.key for stage in self.terms.issues.stages if stage.clock == clock), None)
        if stage is None:
            return self
        facts = {name: at for name, at in self.facts.items() if name != Event.ENTERED}
        entered = {Event.ENTERED.value: self.facts[stage]} if stage in self.facts else {}
        return replace(self, facts=facts | entered)

    def _counted(self, when: Moment, base: Happened) -> Working | Waits:
        limit = when.limit or NOTHING_AFTER
        calendar = self.calendars.get(limit.calendar) if limit.calendar else None
        if limit.calendar and calendar is None:
            return _UNDECIDED
        if limit.unit is Unit.HOURS and not isinstance(base, datetime):
            return Waits(Lacking.HOUR, f"Waits for the hour of {noun(self.terms, when.counts_from or '')}.")
        try:
            found = work_out(limit, base, zone=self._zone, calendar=calendar, clause=when.clause)
            return self._on_its_day(when, found, calendar)
        except NoCalendarError:
            return _UNDECIDED
        except (ValueError, OverflowError) as wrong:
            return Waits(Lacking.YEARS, str(wrong))

    def _on_its_day(self, when: Moment, found: Working, calendar: WorkingCalendar | None) -> Working | Waits:
        open_on = calendar or self.calendars.get(self.terms.operational_days)
        if open_on is None:
            return found if when.closed_day == "stays" else _UNDECIDED
        return on_its_day(when, found, open_on, self._zone)

    def readings(self, when: Moment, at: str | None, clock: str) -> Working | Waits:
        """Return the date that all the answers to an open question give, or each of them.

        The question is from when the moment itself counts, or with a key the clock that it rests on.
        """
        point = _asked_at(self.terms, f"clocks.{clock}.counts_from" if clock else f"{at}.counts_from")
        if point is None:
            return _NOTHING_SAID
        read: dict[str, Working | Waits] = {}
        for choice in point.choices:
            answer = {"counts_from": _anchor(choice)}
            if clock:
                clocks = {**self.terms.clocks, clock: self.terms.clocks[clock].model_copy(update=answer)}
                settled = replace(self, terms=self.terms.model_copy(update={"clocks": clocks}))
                read[choice] = settled.moment(when, frozenset())
            else:
                read[choice] = self.moment(when.model_copy(update=answer), frozenset())
        dates = [found for found in read.values() if isinstance(found, Working)]
        if dates and len(dates) == len(read) and len({found.due_at for found in dates}) == 1:
            return dates[0]
        would_be = self._would_be(read, clock)
        said = [would_be] if would_be else [point.question]
        return Waits(Lacking.ANCHOR, " ".join((*said, f"The partners decide (open point {point.key}).")))

    def _would_be(self, read: Mapping[str, Working | Waits], clock: str) -> str | None:
        """Return what date each answer would give, in a sentence; None where there is nothing to choose from."""
        parts: list[str] = []
        for choice, found in read.items():
            word = "from" if parts else f"Where {self.terms.clocks[clock].name} counts from" if clock else "From"
            begun = f"{word} {self._called(choice, clock)}"
            if isinstance(found, Waits):
                parts.append(f"{begun} there is none yet")
            elif any("would be" in part for part in parts):
                parts.append(f"{begun} {in_words(found.due_on)}")
            else:
                parts.append(f"{begun} it would be {in_words(found.due_on)}")
        return f"{', '.join(parts)}." if parts else None

    def _called(self, choice: str, clock: str) -> str:
        """Return what an answer is called: a clock of a stage counts from that one where it counts from its entry."""
        stage = next((stage.key for stage in self.terms.issues.stages if stage.clock == clock), None)
        return noun(self.terms, stage if choice == Event.ENTERED and stage else _anchor(choice))


def without_limit(when: Moment) -> bool:
    """Return whether a moment is a clock for which the document sets no limit, and that has no day of its own."""
    return isinstance(when, Clock) and when.limit is None and not has_a_day_of_its_own(when.counts_from)


def _left_open(terms: Terms, when: Moment, facts: Mapping[str, Happened]) -> str | None:
    """Return the clock of which nothing says from when it counts, and on which a moment rests.

    Empty where that is the moment itself; None where all is said, or what it rests on has happened.
    """
    here, key, seen = when, "", set[str]()
    while here.counts_from is not None:
        name = here.counts_from
        clock = None if name in facts or name in seen else _clock(terms, name)
        if clock is None or without_limit(here):
            return None
        seen.add(str(name))
        here, key = clock, str(name)
    return key


def _anchor(choice: str) -> str | date:
    try:
        return date.fromisoformat(choice)
    except ValueError:
        return choice


def _asked_at(terms: Terms, path: str) -> OpenPoint | None:
    return next((point for point in terms.open if point.path == path), None)


def clocks_in_circles(terms: Terms) -> Iterator[tuple[str, ...]]:
    """Yield the clocks that wait for one another, each circle once, in the order in which each counts from the next."""
    looked_at: set[str] = set()
    for first in terms.clocks:
        way: dict[str, int] = {}
        here: str | date | None = first
        while (clock := _clock(terms, here)) is not None and here not in looked_at:
            looked_at.add(str(here))
            way[str(here)] = len(way)
            here = clock.counts_from
        if isinstance(here, str) and here in way:
            yield tuple(way)[way[here] :]


def clocks_too_deep(terms: Terms) -> Iterator[str]:
    """Yield the clocks that count from more clocks, one after another, than a moment is worked out through."""
    depths: dict[str, int] = {}
    for first in terms.clocks:
        way: list[str] = []
        here: str | date | None = first
        while (clock := _clock(terms, here)) is not None and here not in depths:
            depths[str(here)] = 0  # while it is on the way: a circle ends here
            way.append(str(here))
            here = clock.counts_from
        depth = depths.get(here, 0) if isinstance(here, str) else 0
        for key in reversed(way):
            depth += 1
            depths[key] = depth
            if depth == MOST_LINKS + 1:
                yield key


def _clock(terms: Terms, name: str | date | None) -> Clock | None:
    return terms.clocks.get(name) if isinstance(name, str) and name not in NOUNS else None
