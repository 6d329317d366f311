"""What is wrong with terms whose shape is right: what points nowhere, what can never happen, what is left unsaid."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import islice

from rules.places import Path, Unsound, Weight, asked, touch
from rules.soundness_moments import of_moments
from rules.soundness_names import of_names
from rules.soundness_open import of_open_points
from rules.soundness_people import of_effects, of_partners, of_signing
from rules.soundness_references import of_duplicates, of_references
from rules.soundness_stages import of_stages
from rules.soundness_time import of_term, of_time
from rules.soundness_votes import of_votes
from rules.terms import OpenPoint, Terms

__all__ = ["MOST", "Unsound", "faults", "remarks"]

MOST = 200
"""So many are told at once. Nobody reads more, and a file made to have millions must not take for ever."""


def _of_open_points(terms: Terms) -> Iterator[Unsound]:
    return of_open_points(terms, _stated)


def _stated(terms: Terms, point: OpenPoint | None = None) -> Iterator[Unsound]:
    """Yield what is found in all that terms state beside their open points, with an answer to this one if there is one.

    What a moment would count from, of_moments tells of each answer itself: it is no fault while another can happen.
    """
    anchor = point is not None and (point.path or "").endswith(".counts_from")
    for check, _ in _CHECKS:
        if check is not _of_open_points and not (anchor and check is of_moments):
            yield from check(terms)


_WHO = ("partners", "categories", "eligibility_classes", "elements", "overrides", "topics", "forums")
_CHECKS: tuple[tuple[Callable[[Terms], Iterator[Unsound]], tuple[str, ...]], ...] = (
    # the check, and the sections it looks at beside the one in which it finds something
    (of_references, ()),
    (of_duplicates, ()),
    (of_names, _WHO),
    (of_time, ("open", "term")),
    (of_moments, ("clocks", "issues", "open", "forums", "conflicts")),
    (of_term, ("open", "signatures")),
    (of_partners, ("partners", "eligibility_classes", "elements", "forums", "trackers")),
    (of_votes, (*_WHO, "decision_rules")),
    (of_stages, ("issues",)),
    (of_signing, ("signatures",)),
    (of_effects, ("signatures", "changes")),
    (_of_open_points, tuple(Terms.model_fields)),
)


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
    sections = {path[0] for path in mended}
    nameless = {path[0] for path in mended if not path[2:] or path[-1] == "key" or isinstance(path[-1], int)}
    said: set[Unsound] = set()
    for check, looked_at in _CHECKS:
        if sections.isdisjoint(looked_at):
            for found in check(terms):
                uncertain = any(touch(found.path, path) for path in mended) or not nameless.isdisjoint(found.names_in)
                if found not in said and not uncertain:
                    said.add(found)
                    yield found
