"""Places in terms: dotted paths, what stands there, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from rules.terms import Terms

Path = tuple[str | int, ...]


class Weight(StrEnum):
    """What is to be done about something found in a pack: a fault stops it, a remark is printed and it passes."""

    FAULT = "fault"
    REMARK = "remark"


@dataclass(frozen=True)
class Unsound:
    """A place of the terms that is not right, or not clear: why, and what to write instead.

    `asks` is the place that nothing is said at: where an open point is about it, this is no fault. `names_in` are the
    sections of the pack in which a name was looked for and not found.
    """

    path: Path
    message: str
    hint: str
    weight: Weight = Weight.FAULT
    asks: Path | None = None
    names_in: tuple[str, ...] = ()


def look(terms: Terms, dotted: str) -> Any:
    """Return what stands at a dotted path: entries of a list by their key or number from 0, of a mapping by name.

    Raises KeyError, whose argument is the step that leads nowhere.
    """
    return Finder(terms).find(dotted)[1]


class Finder:
    """Finds many places in the same terms: it goes through each list once, however many entries of it are asked for."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self._numbers: dict[int, dict[str, int]] = {}

    def find(self, dotted: str) -> tuple[Path, Any]:
        """Return a dotted path as steps of names and numbers, and what stands there. Raises KeyError as `look` does."""
        here: Any = self.terms
        path: Path = ()
        for step in dotted.split("."):
            index = self._number(here, step) if isinstance(here, tuple) else _index(here, step)
            path = (*path, index)
            here = getattr(here, str(index)) if isinstance(here, BaseModel) else here[index]
        return path, here

    def _number(self, entries: tuple[Any, ...], step: str) -> int:
        known = self._numbers.get(id(entries))
        if known is None:
            known = {str(number): number for number in range(len(entries))}
            for number, entry in reversed(list(enumerate(entries))):
                known[str(getattr(entry, "key", number))] = number
            self._numbers[id(entries)] = known
        if step not in known:
            raise KeyError(step)
        return known[step]


def at(terms: Terms, path: Path) -> Any:
    """Return what stands at a place, as `Finder.find` gives it."""
    here: Any = terms
    for step in path:
        here = getattr(here, str(step)) if isinstance(here, BaseModel) else here[step]
    return here


def dotted(terms: Terms, path: Path) -> str:
    """Return a place as open points write it: entries of a list by their key, or by their number from 0."""
    entries = [at(terms, path[: number + 1]) if isinstance(step, int) else None for number, step in enumerate(path)]
    return ".".join(str(getattr(entry, "key", step)) for entry, step in zip(entries, path, strict=True))


def is_empty(value: Any) -> bool:
    """Return whether a place says nothing: left out, empty, or marked as unstated."""
    if isinstance(value, tuple):
        return all(is_empty(entry) for entry in value)
    if isinstance(value, BaseModel):
        return all(is_empty(getattr(value, name)) for name in type(value).model_fields)
    return value is None or value in ("", "unstated") or value == {}


def fill(terms: Terms, values: Mapping[str, str]) -> dict[str, Any]:
    """Return the terms as plain data with these dotted paths filled; several entries of a list are split at commas.

    Raises KeyError for a path that leads nowhere.
    """
    data: dict[str, Any] = terms.model_dump(mode="json")
    finder = Finder(terms)
    for dotted, value in values.items():
        finder.find(dotted)
        put(data, dotted.split("."), value)
    return data


def put(data: Any, steps: Sequence[str], value: str) -> None:
    """Write a value at a place of plain data; where a list stands there, several entries are split at commas."""
    *parents, last = steps
    for step in parents:
        data = inside(data, step)
    listed = isinstance(inside(data, last), list)
    data[_index(data, last)] = [part.strip() for part in value.split(",")] if listed else value


def path_of(terms: Terms, dotted: str) -> Path:
    """Return the dotted path as steps of names and numbers. Raises KeyError for one that leads nowhere."""
    return Finder(terms).find(dotted)[0]


def asked(terms: Terms) -> frozenset[Path]:
    """Return the places that open points are about, as paths; a path that leads nowhere is none."""
    found, finder = set[Path](), Finder(terms)
    for point in terms.open:
        if point.path is not None:
            with suppress(KeyError):
                found.add(finder.find(point.path)[0])
    return frozenset(found)


def touch(one: Path, other: Path) -> bool:
    """Return whether one place lies in the other, or is the other."""
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


def every(value: Any, kind: type | tuple[type, ...], path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield each value of these kinds in the terms, with its path."""
    if isinstance(value, kind):
        yield path, value
    for step, inner in _entries(value):
        if isinstance(inner, kind) or (inner and isinstance(inner, _HOLDS)):
            yield from every(inner, kind, (*path, step))


_HOLDS = (BaseModel, tuple, dict)
"""What holds values; all else is only looked at, since most of a pack is texts."""


def _entries(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, BaseModel):
        return value
    if isinstance(value, tuple):
        return enumerate(value)
    return ((str(name), entry) for name, entry in value.items()) if isinstance(value, dict) else ()


def inside(here: Any, step: str) -> Any:
    """Return what one step of a dotted path leads to. Raises KeyError where it leads nowhere."""
    index = _index(here, step)
    return getattr(here, str(index)) if isinstance(here, BaseModel) else here[index]


def _index(here: Any, step: str) -> str | int:
    if isinstance(here, BaseModel) and step in type(here).model_fields:
        return step
    if isinstance(here, dict) and step in here:
        return step
    if isinstance(here, tuple | list):
        for number, entry in enumerate(here):
            key = entry.get("key") if isinstance(entry, dict) else getattr(entry, "key", None)
            if step in (key, str(number)):
                return number
    raise KeyError(step)
