"""Decision rules that could never be carried, or that nobody could vote under."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rules.places import Path, Unsound
from rules.terms import DecisionRule, Filter, Terms


def of_votes(terms: Terms) -> Iterator[Unsound]:
    """Yield what is wrong with the matrix and the decision rules."""
    for number, element in enumerate(terms.elements):
        if not eligible(terms, element.key):
            hint = "Name a class that partners have under applies_to."
            yield Unsound(("elements", number), f"No partner is eligible for {element.name}.", hint)
    for key, rule in terms.decision_rules.items():
        at: Path = ("decision_rules", key)
        yield from _threshold(rule, at)
        yield from _voters(terms, rule, at)
        yield from _quorum(terms, rule, at)
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


def _threshold(rule: DecisionRule, at: Path) -> Iterator[Unsound]:
    kind, of = rule.threshold.kind, rule.threshold.of
    counted = kind in ("more-than", "at-least")
    if counted and of is None:
        yield Unsound((*at, "threshold"), f"{kind} of how much?", "Add of: such as 1/2 or 75%.")
    elif not counted and of is not None:
        message = f"{kind} needs no fraction."
        yield Unsound((*at, "threshold", "of"), message, "Take of out, or write more-than or at-least.")
    elif kind == "more-than" and of == 1:
        yield Unsound((*at, "threshold", "of"), "More than all can never be reached.", "Write kind: unanimous.")
    elif kind == "at-least" and of == Fraction(0):
        yield Unsound((*at, "threshold", "of"), "At least none is carried with no vote.", "Write a fraction above 0.")


def _voters(terms: Terms, rule: DecisionRule, at: Path) -> Iterator[Unsound]:
    if rule.counts == "seats":
        seats = next((forum.seats for forum in terms.forums if forum.key == rule.forum), None)
        if rule.forum is None:
            yield Unsound(
                (*at, "counts"), "Seats are counted, but of no forum.", "Add forum, or write counts: partners."
            )
        elif seats is not None and not any(seat.voting for seat in seats):
            hint = "Add voting seats to the forum, or write counts: partners."
            yield Unsound((*at, "forum"), f"{rule.forum} has no voting seats, so nobody could ever vote.", hint)
    if Filter.ELIGIBLE not in rule.who:
        return
    if not terms.elements:
        where = (*at, "who", rule.who.index(Filter.ELIGIBLE))
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


def _quorum(terms: Terms, rule: DecisionRule, at: Path) -> Iterator[Unsound]:
    quorum = rule.quorum
    if quorum is None:
        return
    where = (*at, "quorum")
    if quorum.number is None and quorum.fraction is None:
        yield Unsound(where, "The quorum is empty.", "Add number, or fraction: such as 1/3; or take the quorum out.")
    if quorum.number is not None and quorum.fraction is not None:
        yield Unsound(where, "The quorum is a number and a fraction.", "Keep one of the two.")
    if quorum.fraction == Fraction(0):
        yield Unsound((*where, "fraction"), "A quorum of none asks for nobody.", "Write a fraction above 0.")
    size = _size(terms, rule)
    if quorum.number is not None and size is not None and 0 < size < quorum.number:
        message = f"The quorum is {quorum.number}, but at most {size} can vote."
        yield Unsound((*where, "number"), message, f"Write {size} or less.")


def _size(terms: Terms, rule: DecisionRule) -> int | None:
    """Return the most that can vote, or None where the document sets no maximum."""
    if rule.counts == "seats":
        seats = [seat.most for forum in terms.forums if forum.key == rule.forum for seat in forum.seats if seat.voting]
        return sum(most for most in seats if most is not None) if None not in seats else None
    everybody = len(terms.partners)
    if Filter.ELIGIBLE in rule.who:
        elements = {topic.element for topic in terms.topics if topic.key in rule.topics}
        sizes = [len(eligible(terms, element)) for element in elements if element]
        everybody = max(sizes, default=everybody)
    return everybody - 1 if Filter.ALL_BUT_CONCERNED in rule.who else everybody


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
