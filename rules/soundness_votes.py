"""Decision rules that could never be carried, or that nobody could vote under."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rules.electorates import named, seats_of
from rules.places import Path, Unsound, Weight
from rules.terms import DecisionRule, Forum, Partner, Quorum, Terms
from rules.who import MEMBERS, ON, by_places, depends_on, forum_in


def of_votes(terms: Terms) -> Iterator[Unsound]:
    """Yield what is wrong with the matrix and the decision rules."""
    for number, element in enumerate(terms.elements):
        if not eligible(terms, element.key):
            hint, weight = "Name a class that partners have under applies_to.", Weight.FAULT
            if element.applies_to:  # a class can wait for its first partner
                hint, weight = "If nobody is of that class yet, leave it.", Weight.REMARK
            yield Unsound(("elements", number), f"No partner is eligible for {element.name}.", hint, weight)
    circles = {key for circle in rules_in_circles(terms) for key in circle}
    for key, rule in terms.decision_rules.items():
        at: Path = ("decision_rules", key)
        yield from _voters(terms, rule, at)
        yield from _quorum(terms, rule, at)
        yield from _surprises(terms, rule, at)
        if key in circles:
            yield Unsound(
                (*at, "only_after"), f"{rule.name} waits for itself to fail.", "Name the rule that comes first."
            )


def eligible(terms: Terms, element: str) -> tuple[str, ...]:
    """Return the keys of the partners that could at some time be eligible for an element."""
    classes = {key for found in terms.elements if found.key == element for key in found.applies_to}
    overrides = [found for found in terms.overrides if found.element == element]
    allowed = {found.partner for found in overrides if found.eligible}
    barred = {found.partner for found in overrides if not found.eligible and not (found.since or found.until)}
    return tuple(
        partner.key
        for partner in terms.partners
        if partner.key in allowed or (partner.eligibility in classes and partner.key not in barred)
    )


def _surprises(terms: Terms, rule: DecisionRule, at: Path) -> Iterator[Unsound]:
    """Yield what can be so and may still surprise: one vote could carry it; a forum without seats is all partners."""
    if rule.base in ("present", "votes-cast") and rule.quorum is None:
        hint = "If the document states no quorum, leave it: every result will say so."
        yield Unsound((*at, "base"), "One vote could carry this.", hint, Weight.REMARK)
    for name in rule.who.of:
        forum = _forum(terms, name)
        if forum is not None and not forum.seats:
            message = f"The {forum.name} has no seats, so all partners are its members."
            yield Unsound((*at, "who"), message, "If it is made of some of them, add seats to it.", Weight.REMARK)


def _several_forums(terms: Terms, forums: list[Forum], at: Path) -> Iterator[Unsound]:
    """Yield what keeps the members of several forums from being counted together."""
    without = [forum for forum in forums if not forum.seats]
    if without and len(without) < len(forums):
        message = (
            f"The {without[0].name} has no seats, so nobody could say which of its members vote beside the others."
        )
        yield Unsound((*at, "who"), message, "Add seats to it, or name the members of one forum only.")
    keys: dict[str, str] = {}
    for forum in forums:
        for seat in seats_of(terms, forum):
            if keys.setdefault(seat.key, forum.key) != forum.key:
                message = (
                    f"{keys[seat.key]} and {forum.key} both have a seat {seat.key}, so its vote could be of either."
                )
                yield Unsound((*at, "who"), message, "Give each seat a key of its own.")
                return


def _voters(terms: Terms, rule: DecisionRule, at: Path) -> Iterator[Unsound]:
    forums = [forum for forum in (_forum(terms, name) for name in rule.who.of) if forum is not None]
    places = [name for name in rule.who.of if name.startswith(MEMBERS)]
    if places and len(places) < len(rule.who.of) and any(forum.seats for forum in forums):
        message = "Partners and places on a forum are counted together."
        yield Unsound((*at, "who"), message, "Name the members of forums only, or partners only.")
    yield from _several_forums(terms, [forum for forum in forums if f"{MEMBERS}{forum.key}" in places], at)
    for forum in forums:
        if forum.seats and not any(seat.voting for seat in forum.seats):
            hint = "Add voting seats to the forum, or name somebody else under who."
            yield Unsound((*at, "who"), f"{forum.key} has no voting seats, so nobody could ever vote.", hint)
        elif forum.seats and f"{ON}{forum.key}" in rule.who.of and not _for_partners(terms, forum):
            hint = f"Add partner or each_of to a seat, or write members of {forum.key}."
            yield Unsound((*at, "who"), f"No seat of {forum.key} is for a partner, so no partner is on it.", hint)
    for word in (word for word in rule.who.only if word in rule.who.without):
        message = f"Those who are {word} alone count, and they are left out: nobody could ever vote."
        yield Unsound((*at, "who", "without"), message, "Keep it in one of the two.")
    if not depends_on(rule, "eligible"):
        return
    if not terms.elements:
        where = (*at, "who", "only") if "eligible" in rule.who.only else (*at, "who")
        yield Unsound(where, "Eligible partners are counted, but there is no matrix.", "Add elements, or take it out.")
        return
    for number, key in enumerate(rule.topics):
        topic = next((found for found in terms.topics if found.key == key), None)
        if topic is None:
            continue
        where = (*at, "topics", number)
        if topic.element is None:
            hint = f"Add element to the topic {key}."
            yield Unsound(where, f"{topic.name} falls under no element, so nobody is eligible to decide it.", hint)
        elif not eligible(terms, topic.element):
            hint = "Check the element's applies_to and the overrides."
            yield Unsound(where, f"Nobody is eligible to decide {topic.name}: the electorate is empty.", hint)


def _for_partners(terms: Terms, forum: Forum) -> bool:
    partners = {partner.key for partner in terms.partners}
    return any(seat.voting and (seat.partner in partners or seat.each_of is not None) for seat in forum.seats)


def _forum(terms: Terms, name: str) -> Forum | None:
    key = forum_in(name)
    return next((forum for forum in terms.forums if forum.key == key), None)


def _quorum(terms: Terms, rule: DecisionRule, at: Path) -> Iterator[Unsound]:
    quorum = rule.quorum
    if quorum is None:
        return
    where = (*at, "quorum")
    if quorum.number is None and quorum.fraction is None:
        yield Unsound(where, "The quorum is empty.", "Write a number or a share, as 4 or at least 1/3; or take it out.")
    size = _most(terms, rule)
    if size and quorum.number is not None and size < quorum.number:
        message = f"The quorum is {quorum.number}, but at most {size} could take part."
        yield Unsound(where, message, f"Write {size} or less.")
    elif size and quorum.recused == "in-base" and _is_all(quorum, size):
        message = (
            f"All {size} who could take part must be there, so with one kept out by a conflict nothing is decided."
        )
        yield Unsound(where, message, "If the document says so, leave it.", Weight.REMARK)


def _is_all(quorum: Quorum, size: int) -> bool:
    return quorum.number == size or (quorum.fraction is not None and quorum.fraction.of == 1)


@dataclass(frozen=True)
class _Member:
    """Those who could take part under one name: a partner, or a seat, for `partner` or for none.

    `most` None: the document sets no maximum. They are there from a day to another.
    """

    partner: str | None
    most: int | None = 1
    since: date = date.min
    until: date = date.max


def _most(terms: Terms, rule: DecisionRule) -> int | None:
    """Return the most that could take part at any one time, or None where the document sets no maximum.

    Whom a matter is about, or affects, may be anybody: that leaves one out for certain only where all partners count.
    """
    members = _seated(terms, rule) if by_places(terms, rule) else _parties(terms, rule)
    if set(rule.who.only) & set(rule.who.without):
        return 0
    elements = {""}
    if depends_on(rule, "eligible"):
        topics = {topic.element for topic in terms.topics if topic.key in rule.topics and topic.element}
        elements = topics or {element.key for element in terms.elements} or elements
    if len(elements) * len(members) > _MOST_LOOKED_AT:
        return None
    sizes = [_size(terms, rule, _narrowed(terms, rule, members, element)) for element in elements]
    return None if None in sizes else max(size for size in sizes if size is not None)


_MOST_LOOKED_AT = 20_000
"""Of a pack with more rows in its matrix nothing is said, rather than that it takes for ever."""


def _seated(terms: Terms, rule: DecisionRule) -> list[_Member]:
    forums = [forum for forum in (_forum(terms, name) for name in rule.who.of) if forum is not None]
    seats = [seat for forum in forums for seat in seats_of(terms, forum) if seat.voting]
    keys, parties = {seat.key for seat in seats}, {partner.key: partner for partner in terms.partners}
    found = []
    for seat in seats:
        party = parties.get(seat.partner or "")
        after = party.succeeded_by.partner if party is not None and party.succeeded_by is not None else None
        own = after is not None and f"{seat.key.rpartition('/')[0]}/{after}" in keys
        if party is None or (after is not None and not own):  # whoever comes after it has its place
            found.append(_Member(seat.partner, seat.most))
        else:
            found.append(replace(_party(party), most=seat.most))
    return found


def _parties(terms: Terms, rule: DecisionRule) -> list[_Member]:
    forums = [forum for forum in (_forum(terms, name) for name in rule.who.of) if forum is not None]
    if (
        not rule.who.of
        or depends_on(rule, "affected")
        or "concerned" in rule.who.of
        or not all(f.seats for f in forums)
    ):
        return [_party(partner) for partner in terms.partners]
    on = {s.partner for forum in forums for s in seats_of(terms, forum) if s.voting and s.partner}
    on |= {partner.key for partner in named(terms, rule.who.of)}
    on |= {partner.succeeded_by.partner for partner in terms.partners if partner.succeeded_by and partner.key in on}
    return [_party(partner) for partner in terms.partners if partner.key in on]


def _party(partner: Partner) -> _Member:
    """Return a partner as long as it is party to the agreement."""
    ends = [partner.left] if partner.left is not None else []
    ends += [partner.succeeded_by.since - timedelta(days=1)] if partner.succeeded_by is not None else []
    return _Member(partner.key, 1, partner.joined or date.min, min(ends, default=date.max))


def _narrowed(terms: Terms, rule: DecisionRule, members: list[_Member], element: str) -> list[_Member]:
    """Return those whom the matrix and the law leave among those who could take part in a matter of an element."""
    could, always = frozenset(eligible(terms, element)), _always_eligible(terms, element)
    public = frozenset(partner.key for partner in terms.partners if partner.public_authority)
    kept = []
    for one in members:
        no_row = one.partner is None
        if "eligible" in rule.who.only and not no_row and one.partner not in could:
            continue
        if "eligible" in rule.who.without and one.partner in always:
            continue
        if "public-authority" in rule.who.only and one.partner not in public:
            continue
        if "public-authority" in rule.who.without and one.partner in public:
            continue
        kept.append(one)
    return kept


def _always_eligible(terms: Terms, element: str) -> frozenset[str]:
    """Return the partners that are never not eligible for an element."""
    at_times = {
        it.partner for it in terms.overrides if it.element == element and (not it.eligible or it.since or it.until)
    }
    return frozenset(eligible(terms, element)) - at_times


def _size(terms: Terms, rule: DecisionRule, members: list[_Member]) -> int | None:
    """Return the most of these who are there on one day; without one of them, where all partners are among them."""
    if any(one.most is None for one in members):
        return None
    begins = sorted((one.since, one.most or 0) for one in members)
    ends = sorted((one.until, one.most or 0) for one in members)
    most = here = over = 0
    for day, number in begins:
        here += number
        while ends[over][0] < day:
            here -= ends[over][1]
            over += 1
        most = max(most, here)
    everybody = {partner.key for partner in terms.partners} <= {one.partner for one in members}
    leaves_out = bool({"affected", "concerned"} & set(rule.who.without)) and everybody
    return most - min((one.most or 0 for one in members), default=0) if leaves_out else most


def rules_in_circles(terms: Terms) -> Iterator[tuple[str, ...]]:
    """Yield the decision rules that wait for one another to fail, each circle once, each before what it waits for."""
    looked_at: set[str] = set()
    for first in terms.decision_rules:
        way: list[str] = []
        here: str | None = first
        while here in terms.decision_rules and here not in looked_at:
            looked_at.add(here)
            way.append(here)
            here = terms.decision_rules[here].only_after
        if here in way:
            yield tuple(way[way.index(here) :])
