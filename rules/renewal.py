"""What differs between a pack as it is written and the same pack in the words of today. Pure, and on plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

Path = tuple[str | int, ...]


class _Nothing:
    """What stands at a place at which nothing is written."""


NOTHING: Final = _Nothing()


@dataclass(frozen=True)
class Rewritten:
    """A place that says something else in the words of today; `was` or `now` is NOTHING where it is not written."""

    path: Path
    was: Any
    now: Any


def differences(was: Any, now: Any, path: Path = ()) -> Iterator[Rewritten]:
    """Yield the smallest places that differ, as plain data; a list that became longer or shorter is one place."""
    if isinstance(was, dict) and isinstance(now, dict):
        for name in dict.fromkeys((*was, *now)):
            yield from differences(was.get(name, NOTHING), now.get(name, NOTHING), (*path, name))
    elif isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        for number, (before, after) in enumerate(zip(was, now, strict=True)):
            yield from differences(before, after, (*path, number))
    elif was is NOTHING or now is NOTHING or type(was) is not type(now) or was != now:
        yield Rewritten(path, was, now)
