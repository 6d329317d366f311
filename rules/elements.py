"""Under which element of an agreement a decision falls, where who could take part depends on it. Pure."""

from __future__ import annotations

from rules.errors import Refusal
from rules.readings import asked_of, standing
from rules.terms import Element, Terms
from rules.who import depends_on


def elements_of(terms: Terms, key: str) -> tuple[Element, ...]:
    """Return the elements that a decision under this rule can fall under: those of its topics; without any, all."""
    topics = terms.decision_rules[key].topics
    mine = {topic.element for topic in terms.topics if topic.key in topics and topic.element}
    return tuple(found for found in terms.elements if found.key in mine or not mine)


def element_of(terms: Terms, key: str, element: str | None) -> str | None:
    """Return the element a decision under this rule falls under; None where nobody has said.

    Raises Refusal for one that is no element or that the rule's topics do not fall under; and where none is named, the
    topics leave a choice, and the rule as it stands counts the eligible partners.
    """
    rule, found = terms.decision_rules[key], elements_of(terms, key)
    if element is not None and element not in {one.key for one in terms.elements}:
        named = ", ".join(one.key for one in terms.elements) or "none"
        raise Refusal(f"{terms.short_title} has no element {element}. Its elements: {named}.")
    if element is not None and element not in {one.key for one in found}:
        topics = " and ".join(topic.name for topic in terms.topics if topic.key in rule.topics)
        other = next(one.name for one in terms.elements if one.key == element)
        clause = f" (clause {rule.clause})" if rule.clause else ""
        raise Refusal(
            f"{rule.name}{clause} is for {topics} only, under {' and '.join(one.name for one in found)}; "
            f"{other} cannot be decided by it."
        )
    if element is not None or "eligible" not in asked_of(terms, key):
        return element
    if rule.topics and len(found) == 1:
        return found[0].key
    if not depends_on(standing(terms, key).decision_rules[key], "eligible"):
        return None
    named = ", ".join(one.key for one in found)
    raise Refusal(f"Who counts under {rule.name} depends on the element of the agreement. Please choose one: {named}.")
