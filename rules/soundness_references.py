"""Names that stand for something else in the pack, and keys that stand twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice

from rules import likeness, vocabulary
from rules.places import Path, Unsound
from rules.terms import Event, Frozen, Participant, Terms
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


def of_references(terms: Terms, sections: Iterable[str]) -> Iterator[Unsound]:
    """Yield each name in these sections that stands for nothing in the pack."""
    known = cache(lambda kind: dict.fromkeys(_names(terms, kind)))
    for kind, path, name in (it for section in sections for it in _references(terms, section)):
        if name is None or name in known(kind):
            continue
        if kind in ("partner", "partner or forum") and (found := _participant(terms, name)):
            message = f"{found.name} takes part and is no party, so it is not among the partners."
            yield Unsound(path, message, "Make it a partner, or take it out here.")
        else:
            said = _no_voter(terms, name, path) if kind == "partner, class, category or role" else None
            yield missing(kind, path, name, known(kind), said)


def _participant(terms: Terms, name: str) -> Participant | None:
    return next((found for found in terms.participants if found.key == name), None)


def _names(terms: Terms, kind: str) -> Iterable[str]:
    return _NAMED[kind](terms)


def _roles(terms: Terms) -> list[str]:
    return sorted({role.value for partner in terms.partners for role in partner.roles})


_NAMED: Mapping[str, Callable[[Terms], Iterable[str]]] = {
    "calendar": lambda terms: terms.calendars,
    "clock": lambda terms: terms.clocks,
    "forum": lambda terms: [forum.key for forum in terms.forums],
    "stage": lambda terms: [stage.key for stage in terms.issues.stages],
    "decision rule": lambda terms: terms.decision_rules,
    "partner": lambda terms: [partner.key for partner in terms.partners],
    "element": lambda terms: [element.key for element in terms.elements],
    "class": lambda terms: [found.key for found in terms.eligibility_classes],
    "topic": lambda terms: [topic.key for topic in terms.topics],
    "category": lambda terms: [category.key for category in terms.categories],
    "mark": lambda terms: [mark.key for mark in terms.marks],
    "partner or forum": lambda terms: [*_names(terms, "partner"), *_names(terms, "forum")],
    "partner or participant": lambda terms: [*_names(terms, "partner"), *(it.key for it in terms.participants)],
    "partner, class, category or role": lambda terms: [
        *(name for kind in ("partner", "class", "category") for name in _names(terms, kind)),
        *_roles(terms),
    ],
}
"""The names that a pack gives, by what they are names of."""


def missing(kind: str, path: Path, name: str, known: Collection[str], said: tuple[str, str] | None = None) -> Unsound:
    """Return that a name stands for nothing, and what to write; `said` where there is more to say of it."""
    sections = tuple(it.split(".")[0] for it in re.split(", | or ", _WHERE[kind]))
    message, hint = said or (f"There is no {kind} called {name}.", _instead(name, kind, known))
    return Unsound(path, message, hint, names_in=sections)


def _no_voter(terms: Terms, name: str, path: Path) -> tuple[str, str] | None:
    """Return what is said of a name that is none of several partners, and what to write; None of what is nobody's."""
    is_seat = "each_of" in path
    participant = _participant(terms, name)
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
    written = vocabulary.block(tuple(where.split("."))).replace(vocabulary.example(kind), name)
    return f"There is none yet. Add it under {where}: {written}."


def _references(terms: Terms, section: str) -> Iterator[_Reference]:
    """Yield each name in a section that stands for something else."""
    match section:
        case "operational_days":
            yield "calendar", ("operational_days",), terms.operational_days
        case "partners":
            yield from _of_partners(terms)
        case "signatures":
            yield from _many("partner", ("signatures", "by"), terms.signatures.by)
            yield from _many("partner", ("signatures", "no_printed_row"), terms.signatures.no_printed_row)
        case "forums":
            yield from _of_forums(terms)
        case "decision_rules":
            yield from _of_decisions(terms)
        case "issues":
            yield from _of_stages(terms)
        case "enquiries" if terms.enquiries:
            yield "forum", ("enquiries", "liaise_with"), terms.enquiries.liaise_with
            yield from _many("clock", ("enquiries", "clocks"), terms.enquiries.clocks)
        case _:
            yield from _of_lists(terms, section)


def _of_partners(terms: Terms) -> Iterator[_Reference]:
    for number, partner in enumerate(terms.partners):
        at: Path = ("partners", number)
        yield "category", (*at, "category"), partner.category
        yield "class", (*at, "eligibility"), partner.eligibility
        yield from _many("mark", (*at, "marks"), partner.marks)
        yield from _many("partner", (*at, "related"), partner.related)
        if partner.succeeded_by:
            yield "partner", (*at, "succeeded_by", "partner"), partner.succeeded_by.partner


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
    for key, rule in terms.decision_rules.items():
        yield "forum", ("decision_rules", key, "forum"), rule.forum
        for name in rule.who.of:
            if forum := forum_in(name):
                yield "forum", ("decision_rules", key, "who"), forum
            elif name not in WORDS:
                yield "partner, class, category or role", ("decision_rules", key, "who"), name
        yield "decision rule", ("decision_rules", key, "only_after"), rule.only_after
        yield from _many("topic", ("decision_rules", key, "topics"), rule.topics)


def _of_stages(terms: Terms) -> Iterator[_Reference]:
    for number, stage in enumerate(terms.issues.stages):
        at: Path = ("issues", "stages", number)
        yield "forum", (*at, "forum"), stage.forum
        yield "clock", (*at, "clock"), stage.clock if isinstance(stage.clock, str) else None
        yield "decision rule", (*at, "rule"), stage.rule
        yield from _many("forum", (*at, "advice_from"), stage.advice_from)
        yield "stage", (*at, "next"), stage.next


_IN_LISTS: Mapping[str, Mapping[str, str]] = {
    "elements": {"applies_to": "class"},
    "overrides": {"partner": "partner", "element": "element"},
    "topics": {"element": "element"},
    "actions": {"agreed_by": "forum", "recommended_by": "forum", "element": "element"},
    "reviews": {"by": "forum"},
    "changes": {"rule": "decision rule", "forum": "forum"},
    "trackers": {"confirmed_by": "forum"},
    "milestones": {"owner": "partner or forum"},
}
"""Of the sections that are plain lists: which keys of an entry are names, and of what."""


def _of_lists(terms: Terms, section: str) -> Iterator[_Reference]:
    for name, kind in _IN_LISTS.get(section, {}).items():
        for number, entry in enumerate(getattr(terms, section)):
            at, found = (section, number, name), getattr(entry, name)
            if isinstance(found, tuple):
                yield from _many(kind, at, found)
            elif (section, found) != ("reviews", "partners"):
                yield kind, at, found


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
