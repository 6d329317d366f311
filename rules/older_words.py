"""A pack in the words of today, whatever words it was written in. Pure.

A stored version of the terms stays as it was written, and old files go on being read: each is rewritten here before
anything is validated, so the vocabulary in `rules/terms.py` knows one word for one thing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rules.older_moments import renewed_moments
from rules.older_unacted import without_unacted
from rules.older_votes import renewed_votes

_REWRITINGS: tuple[Callable[[dict[str, Any]], dict[str, Any]], ...] = (without_unacted, renewed_moments, renewed_votes)
"""Each takes plain data and gives it with some older words in those of today; what it does not know it leaves alone."""


def renewed(content: dict[str, Any]) -> dict[str, Any]:
    """Return what a pack says, as plain data, in the words of today.

    What is already in them comes back as it is. Nothing is checked: a value of the wrong shape stays where it is, for
    the vocabulary to complain of.
    """
    for rewriting in _REWRITINGS:
        content = rewriting(content)
    return content
