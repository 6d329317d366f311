"""Names that stand for something else in the pack, and keys that stand twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice

from rules import likeness, vocabulary
from rules.places import Path, Unsound, every
from rules.terms import Direction, Event, Frozen, Terms, TimeLimit, Unit
from rules.who import EVERYBODY, NARROWINGS, WORDS, forum_in

_Reference = tuple[str, Path, str | None]

_WHERE = {
    "calendar": "calendars",
    "clock": "clocks",
    "forum": "forums",
    "stage": "issues.stages",
    "decision rule": "decision_rules",
    "partner": "partners",
    "element": "elements",
    "class": "eligibility_classes",
    "topic": "topics",
    "category": "categories",
    "mark": "marks",
    "partner or forum": "partners or forums",
    "partner or participant": "partners or participants",
    "partner, class, category or role": "partners, eligibility_classes or categories",
}
_LISTS_WITH_KEYS = (
    "categories",
    "marks",
    "partners",
    "participants",
    "eligibility_classes",
    "elements",
    "topics",
    "objectives",
    "principles",
    "programmes",
    "levels",
    "forums",
    "reviews",
    "consultations",
    "trackers",
    "milestones",
    "actions",
    "open",
)
_SAID_ELSEWHERE = ("roles", "statuses", "oddities")


def of_references(terms: Terms) -> Iterator[Unsound]:
    """Yield each name that stands for nothing in the pack."""
    known: dict[str, Collection[str]] = {
        "calendar": terms.calendars,
        "clock": terms.clocks,
        "forum": [forum.key for forum in terms.forums],
        "stage": [stage.key for stage in terms.issues.stages],
        "decision rule": terms.decision_rules,
        "partner": [partner.key for partner in terms.partners],
        "element": [element.key for element in terms.elements],
        "class": [found.key for found in terms.eligibility_classes],
        "topic": [topic.key for topic in terms.topics],
        "category": [category.key for category in terms.categories],
        "mark": [mark.key for mark in terms.marks],
    }
    participants = {found.key: found.name for found in terms.participants}
    roles = {role.value for partner in terms.partners for role in partner.roles}
    known["partner, class, category or role"] = [*known["partner"], *known["class"], *known["category"], *sorted(roles)]
    known["partner or forum"] = [*known["partner"], *known["forum"]]
    known["partner or participant"] = [*known["partner"], *participants]
    names = {kind: set(declared) for kind, declared in known.items()}
    for kind, path, name in _references(terms):
        if name in participants and kind in ("partner", "partner or forum"):
            message = f"{participants[name]} takes part and is no party, so it is not among the partners."
            yield Unsound(path, message, "Make it a partner, or take it out here.")
        elif name is not None and name not in names[kind]:
            sections = tuple(it.split(".")[0] for it in re.split(", | or ", _WHERE[kind]))
            message, hint = f"There is no {kind} called {name}.", _instead(name, kind, known[kind])
            if kind == "partner, class, category or role":
                message, hint = _no_voter(terms, name, path) or (message, hint)
            yield Unsound(path, message, hint, names_in=sections)
    for path, limit in every(terms, TimeLimit):
        if limit.unit is Unit.OPERATIONAL_DAYS and limit.calendar is None:
            first, calendars = next(iter(terms.calendars)), ", ".join(terms.calendars)
            back = "" if limit.direction is Direction.AFTER else f" {limit.direction}"
            words = f"{limit.number} operational-days on {first}{back}"
            hint = f"Add calendar: one of {calendars}; in words, write it as {words}."
            yield Unsound(path, "Operational days are counted on no calendar.", hint, names_in=("calendars",))


def _no_voter(terms: Terms, name: str, path: Path) -> tuple[str, str] | None:
    """Return what is said of a name that is none of several partners, and what to write; None of what is nobody's."""
    is_seat = "each_of" in path
    participant = next((found for found in terms.participants if found.key == name), None)
    if participant is not None:
        message = f"{participant.name} takes part and is no party, so it has a vote in a place on a forum alone."
        seat = f"partner: {name}"
        if is_seat:
            return message, f"Give it a seat of its own, with {seat}."
        return message, f"Give it a seat with {seat}, and write members of that forum; or make it a partner."
    if name == "participants":
        message = "Participants take part and are no parties, so they have votes in places on a forum alone."
        return message, "Give each a seat with partner and its key, and write members of that forum under who."
    if name == "all":
        message = "all says how much, and not who."
        return message, f"Write {'each_of: partners' if is_seat else 'partners, or members of a forum'}."
    if name in NARROWINGS and not is_seat:
        return f"{name} says which of them count, and not who they are.", f"Write who: {{only: {name}}}."
    if not is_seat and any(forum.key == name for forum in terms.forums):
        message = f"{name} is a forum: its places can vote, or the partners that have one."
        return message, f"Write members of {name}, or partners on {name}."
    return None


def _instead(name: str, kind: str, known: Collection[str]) -> str:
    near = likeness.name(name, known)
    if near is not None:
        return f"Did you mean {near}?"
    where = _WHERE[kind]
    if known:
        return f"Known: {', '.join(islice(known, 12))}. Add it under {where}, or write another."
    return f"There is none yet. Add it under {where}: {vocabulary.block(tuple(where.split('.')))}."


def _references(terms: Terms) -> Iterator[_Reference]:
    yield "calendar", ("operational_days",), terms.operational_days
    for path, limit in every(terms, TimeLimit):
        yield "calendar", (*path, "calendar"), limit.calendar
    yield from _of_partners(terms)
    yield from _of_forums(terms)
    yield from _of_decisions(terms)
    yield from _of_stages(terms)
    yield from _of_the_rest(terms)


def _of_partners(terms: Terms) -> Iterator[_Reference]:
    for number, partner in enumerate(terms.partners):
        at: Path = ("partners", number)
        yield "category", (*at, "category"), partner.category
        yield "class", (*at, "eligibility"), partner.eligibility
        yield from _many("mark", (*at, "marks"), partner.marks)
        yield from _many("partner", (*at, "related"), partner.related)
        if partner.succeeded_by:
            yield "partner", (*at, "succeeded_by", "partner"), partner.succeeded_by.partner
    yield from _many("partner", ("signatures", "by"), terms.signatures.by)
    yield from _many("partner", ("signatures", "no_printed_row"), terms.signatures.no_printed_row)


def _of_forums(terms: Terms) -> Iterator[_Reference]:
    for number, forum in enumerate(terms.forums):
        at: Path = ("forums", number)
        yield from _many("forum", (*at, "reports_to"), forum.reports_to)
        if forum.chair:
            yield "forum", (*at, "chair", "follows"), forum.chair.follows
        for place, seat in enumerate(forum.seats):
            yield "partner or participant", (*at, "seats", place, "partner"), seat.partner
            known = [name for name in seat.each_of or () if name not in EVERYBODY]
            yield from _many("partner, class, category or role", (*at, "seats", place, "each_of"), tuple(known))


def _of_decisions(terms: Terms) -> Iterator[_Reference]:
    for number, element in enumerate(terms.elements):
        yield from _many("class", ("elements", number, "applies_to"), element.applies_to)
    for number, override in enumerate(terms.overrides):
        yield "partner", ("overrides", number, "partner"), override.partner
        yield "element", ("overrides", number, "element"), override.element
    for number, topic in enumerate(terms.topics):
        yield "element", ("topics", number, "element"), topic.element
    for key, rule in terms.decision_rules.items():
        yield "forum", ("decision_rules", key, "forum"), rule.forum
        for name in rule.who.of:
            if forum := forum_in(name):
                yield "forum", ("decision_rules", key, "who"), forum
            elif name not in WORDS:
                yield "partner, class, category or role", ("decision_rules", key, "who"), name
        yield "decision rule", ("decision_rules", key, "only_after"), rule.only_after
        yield from _many("topic", ("decision_rules", key, "topics"), rule.topics)
    for number, action in enumerate(terms.actions):
        yield "forum", ("actions", number, "agreed_by"), action.agreed_by
        yield "forum", ("actions", number, "recommended_by"), action.recommended_by
        yield "element", ("actions", number, "element"), action.element


def _of_stages(terms: Terms) -> Iterator[_Reference]:
    for number, stage in enumerate(terms.issues.stages):
        at: Path = ("issues", "stages", number)
        yield "forum", (*at, "forum"), stage.forum
        yield "clock", (*at, "clock"), stage.clock if isinstance(stage.clock, str) else None
        yield "decision rule", (*at, "rule"), stage.rule
        yield from _many("forum", (*at, "advice_from"), stage.advice_from)
        yield "stage", (*at, "next"), stage.next


def _of_the_rest(terms: Terms) -> Iterator[_Reference]:
    for number, review in enumerate(terms.reviews):
        yield "forum", ("reviews", number, "by"), None if review.by == "partners" else review.by
    for number, change in enumerate(terms.changes):
        yield "decision rule", ("changes", number, "rule"), change.rule
        yield "forum", ("changes", number, "forum"), change.forum
    if terms.enquiries:
        yield "forum", ("enquiries", "liaise_with"), terms.enquiries.liaise_with
        yield from _many("clock", ("enquiries", "clocks"), terms.enquiries.clocks)
    for number, tracker in enumerate(terms.trackers):
        yield "forum", ("trackers", number, "confirmed_by"), tracker.confirmed_by
    for number, milestone in enumerate(terms.milestones):
        yield "partner or forum", ("milestones", number, "owner"), milestone.owner


def _many(kind: str, path: Path, names: tuple[str, ...]) -> Iterator[_Reference]:
    for number, name in enumerate(names):
        yield kind, (*path, number), name


def of_duplicates(terms: Terms) -> Iterator[Unsound]:
    """Yield each key, short name or choice that stands twice where one can be meant."""
    for name in _LISTS_WITH_KEYS:
        yield from _twice(getattr(terms, name), "key", (name,))
    yield from _twice(terms.issues.stages, "key", ("issues", "stages"))
    for number, forum in enumerate(terms.forums):
        yield from _twice(forum.seats, "key", ("forums", number, "seats"))
    for number, consultation in enumerate(terms.consultations):
        yield from _twice(consultation.themes, "key", ("consultations", number, "themes"))
    yield from _twice(terms.partners, "short", ("partners",))
    yield from _twice(terms.partners, "name", ("partners",))
    yield from _twice(terms.changes, "how", ("changes",))
    yield from _counted_from(terms)
    yield from _listed_twice(terms)


def _listed_twice(terms: Terms) -> Iterator[Unsound]:
    """Yield each entry of a list that stands there a second time, where that can mean nothing more."""
    for path, entries in every(terms, tuple):
        if path[-1] in _SAID_ELSEWHERE or not all(isinstance(entry, str) for entry in entries):
            continue
        seen: set[str] = set()
        for number, entry in enumerate(entries):
            if entry in seen:
                yield Unsound((*path, number), f"{entry} stands twice in {path[-1]}.", "Keep one.")
            seen.add(entry)


def _counted_from(terms: Terms) -> Iterator[Unsound]:
    """Yield each name of a stage or a clock that is something else's too, of what a moment can count from."""
    for number, stage in enumerate(terms.issues.stages):
        other = "an event" if stage.key in list(Event) else "a clock" if stage.key in terms.clocks else None
        if other is not None:
            message = f"{stage.key} is a stage and {other}: what counts from it could mean either."
            yield Unsound(("issues", "stages", number, "key"), message, "Rename the stage.")
    for key in terms.clocks:
        if key in list(Event):
            message = f"{key} is a clock and an event: what counts from it could mean either."
            yield Unsound(("clocks", key), message, "Rename the clock.")


def _twice(entries: tuple[Frozen, ...], field: str, path: Path) -> Iterator[Unsound]:
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        value = str(getattr(entry, field))
        plain = value.casefold()
        if plain in seen:
            hint = "Give each its own." if field != "how" else "Keep one of them."
            yield Unsound((*path, number, field), f"{value} stands twice in {path[-1]}.", hint)
        seen.add(plain)
