"""Decision rules that could never be carried, or that nobody could vote under."""

from __future__ import annotations

from collections.abc import Iterator

from rules.electorates import named, seats_of
from rules.places import Path, Unsound, Weight
from rules.terms import DecisionRule, Forum, Terms
from rules.who import MEMBERS, ON, by_places, depends_on, forum_in


def of_votes(terms: Terms) -> Iterator[Unsound]:
    """Yield what is wrong with the matrix and the decision rules."""
    for number, element in enumerate(terms.elements):
        if not eligible(terms, element.key):
            hint, weight = "Name a class that partners have under applies_to.", Weight.FAULT
            if element.applies_to:  # a class can wait for its first partner
                hint, weight = "If nobody is of that class yet, leave it.", Weight.REMARK
            yield Unsound(("elements", number), f"No partner is eligible for {element.name}.", hint, weight)
    for key, rule in terms.decision_rules.items():
        at: Path = ("decision_rules", key)
        yield from _voters(terms, rule, at)
        yield from _quorum(terms, rule, at)
        yield from _surprises(terms, rule, at)
        if _follows_itself(terms, key):
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
    if quorum.number is not None and size is not None and 0 < size < quorum.number:
        message = f"The quorum is {quorum.number}, but at most {size} could take part."
        yield Unsound(where, message, f"Write {size} or less.")


def _most(terms: Terms, rule: DecisionRule) -> int | None:
    """Return the most that could take part, or None where the document sets no maximum."""
    forums = [forum for forum in (_forum(terms, name) for name in rule.who.of) if forum is not None and forum.seats]
    if by_places(terms, rule):
        seats = [seat.most for forum in forums for seat in seats_of(terms, forum) if seat.voting]
        return None if None in seats else sum(most for most in seats if most is not None)
    everybody = {partner.key for partner in terms.partners}
    if rule.who.of and not depends_on(rule, "affected"):
        on = [s.partner for forum in forums for s in seats_of(terms, forum) if s.voting and s.partner]
        everybody = {*on, *(partner.key for partner in named(terms, rule.who.of))} or everybody
    size = len(everybody)
    if "eligible" in rule.who.only:
        elements = {topic.element for topic in terms.topics if topic.key in rule.topics}
        sizes = [len(everybody & {*eligible(terms, element)}) for element in elements if element]
        size = max(sizes, default=size)
    return size - 1 if "concerned" in rule.who.without else size


def _follows_itself(terms: Terms, key: str) -> bool:
    seen = {key}
    here = terms.decision_rules[key].only_after
    while here is not None and here in terms.decision_rules:
        if here == key:
            return True
        if here in seen:
            return False
        seen.add(here)
        here = terms.decision_rules[here].only_after
    return False
