"""What is wrong with terms whose shape is right: what points nowhere, what can never happen, what is left unsaid."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from rules.places import Path, Unsound, Weight, asked, touch
from rules.soundness_moments import of_moments
from rules.soundness_names import of_names
from rules.soundness_open import of_open_points
from rules.soundness_people import of_effects, of_partners, of_signing
from rules.soundness_references import of_duplicates, of_references
from rules.soundness_stages import of_stages
from rules.soundness_time import of_term, of_time
from rules.soundness_values import of_values
from rules.soundness_votes import of_votes
from rules.terms import Terms

__all__ = ["ACROSS", "MOST", "Unsound", "faults", "remarks"]

MOST = 200
"""So many are told at once. Nobody reads more, and a file made to have millions must not take for ever."""


@dataclass(frozen=True)
class Across:
    """A check of several sections together: where it looks for names, and all that it reads."""

    check: Callable[[Terms], Iterator[Unsound]]
    looks_for: tuple[str, ...]
    reads: tuple[str, ...]


_WHO = ("partners", "categories", "eligibility_classes", "elements", "overrides", "topics", "forums")
ACROSS = (
    Across(of_duplicates, (), ()),  # no key is ever left open
    Across(of_names, _WHO, (*_WHO, "participants", "decision_rules", "milestones")),
    Across(
        of_time,
        ("open", "term"),
        ("working_hours", "timezone", "calendars", "reviews", "term", "forums", "nudges"),
    ),
    Across(
        of_moments, ("clocks", "issues", "open", "forums", "conflicts"), ("clocks", "issues", "forums", "conflicts")
    ),
    Across(of_term, ("open", "signatures"), ("term", "signatures")),
    Across(
        of_partners,
        ("partners", "eligibility_classes", "elements", "forums", "trackers"),
        (*_WHO, "participants", "conflicts", "enquiries", "trackers", "milestones", "leads"),
    ),
    Across(of_votes, (*_WHO, "decision_rules"), (*_WHO, "decision_rules")),
    Across(of_stages, ("issues",), ("issues", "decision_rules")),
    Across(of_signing, ("signatures",), ("signatures",)),
    Across(of_effects, ("signatures", "changes"), ("signatures", "changes")),
)


def _stated(terms: Terms, place: Path) -> Iterator[Unsound]:
    """Yield what is found in all that terms state beside their open points, and can change with what is at a place."""
    section = str(place[0])
    yield from of_references(terms, (section,))
    yield from of_values(terms, (place[:2],))
    for across in ACROSS:
        if section in across.reads:
            yield from across.check(terms)


def faults(terms: Terms, mended: Collection[Path] = ()) -> tuple[Unsound, ...]:
    """Return what cannot be right, in all or as much as `MOST` and one more. Empty when the terms are sound.

    At the `mended` places something stands in for what was written there; nothing is said that may come of that.
    """
    return tuple(islice(_faults(terms, mended), MOST + 1))


def remarks(terms: Terms) -> tuple[Unsound, ...]:
    """Return what can be as it is, but is worth a look, the first `MOST` of it."""
    return tuple(islice((found for found in _found(terms, ()) if found.weight is Weight.REMARK), MOST))


def _faults(terms: Terms, mended: Collection[Path]) -> Iterator[Unsound]:
    answered = asked(terms)
    for found in _found(terms, mended):
        if found.weight is Weight.FAULT and found.asks not in answered:
            yield found


def _found(terms: Terms, mended: Collection[Path]) -> Iterator[Unsound]:
    nameless = {path[0] for path in mended if not path[2:] or path[-1] == "key" or isinstance(path[-1], int)}
    said: set[Unsound] = set()
    for found in _all_found(terms, {path[0] for path in mended}):
        uncertain = any(touch(found.path, path) for path in mended) or not nameless.isdisjoint(found.names_in)
        if found not in said and not uncertain:
            said.add(found)
            yield found


def _all_found(terms: Terms, mended: Collection[str | int]) -> Iterator[Unsound]:
    """Yield what each check finds, but those that look for names in a section that was mended."""
    yield from of_references(terms, Terms.model_fields)
    yield from of_values(terms, ((section,) for section in Terms.model_fields))
    for across in ACROSS:
        if not any(section in mended for section in across.looks_for):
            yield from across.check(terms)
    if not mended:
        yield from of_open_points(terms, _stated)
