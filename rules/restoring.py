"""What is left free when a database is put back: numbers that may have been given since, and are in people's hands."""

from __future__ import annotations

ROUND = 100


def last_given(given: int, there: int) -> int:
    """Return up to which number matters may have been numbered since a backup that has so many of them.

    `given` is the last number in it. As many again as there are, at least a hundred, and then up to a full hundred:
    after SEF-57 comes SEF-201. What was left free by an earlier restore is not counted: nobody has had it.
    """
    return -(-(given + max(there, ROUND)) // ROUND) * ROUND
