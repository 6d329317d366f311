"""The columns of the board pack's sections, each with what it holds: declared, and never guessed from its name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """What stands in a column: a day (2022-12-01), an instant with its zone, or anything else, told as it is."""

    WORDS = "words"
    DAY = "day"
    INSTANT = "instant"


@dataclass(frozen=True)
class Column:
    """A column of a section, by the key of its rows, and what it holds where it holds anything."""

    key: str
    holds: Holds = Holds.WORDS


def words(*keys: str) -> tuple[Column, ...]:
    """Return columns of anything that is told as it is: words, numbers, yes or no, lists."""
    return tuple(Column(key) for key in keys)


def days(*keys: str) -> tuple[Column, ...]:
    """Return columns of days."""
    return tuple(Column(key, Holds.DAY) for key in keys)


def instants(*keys: str) -> tuple[Column, ...]:
    """Return columns of instants."""
    return tuple(Column(key, Holds.INSTANT) for key in keys)
