"""Places in terms: dotted paths, what stands there, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from rules.terms import Terms

Path = tuple[str | int, ...]


class Weight(StrEnum):
    """What is to be done about something found in a pack.

    A fault stops it. A question stops it too, unless an open point is about its place. A remark is printed, and the
    pack passes.
    """

    FAULT = "fault"
    QUESTION = "question"
    REMARK = "remark"


@dataclass(frozen=True)
class Unsound:
    """A place of the terms that is not right, or not clear: why, and what to write instead.

    `names_in` are the sections of the pack in which a name was looked for and not found.
    """

    path: Path
    message: str
    hint: str
    weight: Weight = Weight.FAULT
    names_in: tuple[str, ...] = ()


def look(terms: Terms, dotted: str) -> Any:
    """Return what stands at a dotted path: entries of a list by their key or number from 0, of a mapping by name.

    Raises KeyError, whose argument is the step that leads nowhere.
    """
    here: Any = terms
    for step in dotted.split("."):
        here = _step(here, step)
    return here


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
    for dotted, value in values.items():
        *parents, last = dotted.split(".")
        look(terms, dotted)
        here: Any = data
        for step in parents:
            here = _step(here, step)
        listed = isinstance(_step(here, last), list)
        here[_index(here, last)] = [part.strip() for part in value.split(",")] if listed else value
    return data


def path_of(terms: Terms, dotted: str) -> Path:
    """Return the dotted path as steps of names and numbers. Raises KeyError for one that leads nowhere."""
    here: Any = terms
    path: Path = ()
    for step in dotted.split("."):
        path = (*path, _index(here, step))
        here = _step(here, step)
    return path


def asked(terms: Terms) -> frozenset[Path]:
    """Return the places that open points are about, as paths; a path that leads nowhere is none."""
    found: set[Path] = set()
    for point in terms.open:
        if point.path is not None:
            with suppress(KeyError):
                found.add(path_of(terms, point.path))
    return frozenset(found)


def touch(one: Path, other: Path) -> bool:
    """Return whether one place lies in the other, or is the other."""
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


def every(value: Any, kind: type | tuple[type, ...], path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield each value of these kinds in the terms, with its path."""
    if isinstance(value, kind):
        yield path, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from every(getattr(value, name), kind, (*path, name))
    elif isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield from every(entry, kind, (*path, number))
    elif isinstance(value, dict):
        for name, entry in value.items():
            yield from every(entry, kind, (*path, str(name)))


def _step(here: Any, step: str) -> Any:
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
