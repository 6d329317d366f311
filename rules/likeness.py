"""Which known word somebody meant who wrote another. A close word that is wrong is worse than none."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from difflib import SequenceMatcher

_ENOUGH = 0.75
_MOST = 1_000


def word(written: str, known: Collection[str]) -> str | None:
    """Return the one word of the vocabulary of which this is a slip of the pen, or None.

    Each part of it has to be like the same part of the word, and to begin with the same letter: "undecided" is no slip
    for "decided", nor "scanned-png" for "scanned-jpeg".
    """
    return _closest(written, known, _likeness)


def name(written: str, known: Collection[str]) -> str | None:
    """Return the one name given in a pack that is like this one, or None; "member-2" is not like "member-3"."""
    return _closest(written, known, lambda one, other: _ratio("-".join(one), "-".join(other)))


def same(written: str, other: str) -> bool:
    """Return whether two words differ in nothing but capitals, hyphens, underscores and spaces."""
    return "".join(_parts(written)) == "".join(_parts(other))


def _closest(written: str, known: Collection[str], likeness: Callable[[list[str], list[str]], float]) -> str | None:
    """Return the likest of these; None where none is like enough, two are as like, or there are too many to compare."""
    parts = _parts(written)
    if not parts or len(known) > _MOST:
        return None
    ratios = {it: likeness(parts, _parts(it)) for it in dict.fromkeys(known)}
    best = max(ratios.values(), default=0.0)
    closest = [it for it, ratio in ratios.items() if ratio == best]
    return closest[0] if best >= _ENOUGH and len(closest) == 1 else None


def _parts(written: str) -> list[str]:
    return re.findall(r"[^\W_]+", written[:100].casefold())


def _likeness(written: list[str], known: list[str]) -> float:
    """Return how alike the least like of their parts are, from 0 to 1; 0 where they cannot be compared."""
    if "".join(written) == "".join(known):
        return 1.0
    if len(written) != len(known) or any(one[0] != other[0] for one, other in zip(written, known, strict=True)):
        return 0.0
    return min(_ratio(one, other) for one, other in zip(written, known, strict=True))


def _ratio(one: str, other: str) -> float:
    if re.sub(r"\D", "", one) != re.sub(r"\D", "", other):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
