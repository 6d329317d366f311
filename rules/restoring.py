"""What is left free when a database is put back: numbers that may have been given since, and are in people's hands."""

from __future__ import annotations

ROUND = 100


def last_given(given: int) -> int:
    """Return up to which number matters may have been numbered since, where so many had been in the backup.

    As many again as ever before, at least a hundred, and then up to a full hundred: after SEF-57 comes SEF-201.
    """
    return -(-(given + max(given, ROUND)) // ROUND) * ROUND
