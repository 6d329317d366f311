"""What is wrong with terms whose shape is right: what points nowhere, what can never happen, what is left unsaid."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rules.places import Unsound
from rules.soundness_people import of_partners, of_signing
from rules.soundness_references import of_duplicates, of_references
from rules.soundness_stages import of_stages
from rules.soundness_time import of_open_points, of_term, of_time
from rules.soundness_votes import of_votes
from rules.terms import Terms

__all__ = ["Unsound", "faults"]

_CHECKS: tuple[Callable[[Terms], Iterator[Unsound]], ...] = (
    of_references,
    of_duplicates,
    of_time,
    of_term,
    of_partners,
    of_votes,
    of_stages,
    of_signing,
    of_open_points,
)


def faults(terms: Terms) -> tuple[Unsound, ...]:
    """Return everything that cannot be right. Empty when the terms are sound."""
    return tuple(dict.fromkeys(found for check in _CHECKS for found in check(terms)))
