"""Numbers with their nouns and names in a row, the same in every sentence."""

from __future__ import annotations

from collections.abc import Sequence


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: 1 day, 2 days."""
    return f"{number:,} {one if abs(number) == 1 else many or one + 's'}"


def listed(values: Sequence[str], last: str = "and") -> str:
    """Return names in a row: A, B and C; where a name has an "and" of its own, a comma stands before the last."""
    names = [str(value) for value in values]
    if len(names) <= 1:
        return names[0] if names else "nobody"
    comma = "," if any(f" {last} " in name for name in names) else ""
    return f"{', '.join(names[:-1])}{comma} {last} {names[-1]}"
