"""A pack whose shape is wrong, with something standing in for what is wrong, so that the rest of it can be looked at.

What stands in is never said, shown or kept: `rules/soundness.py` leaves out whatever could come of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from datetime import date, time
from fractions import Fraction
from itertools import count
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from rules import misfits, vocabulary
from rules.terms import Terms
from rules.vocabulary import Path

_ROUNDS = 4
_ENDLESS = 200
_PLAIN: dict[Any, Any] = {bool: False, int: 1, date: "2022-07-01", time: "09:00", Fraction: "1/2"}


def mended(content: dict[str, Any], errors: Iterable[ErrorDetails]) -> tuple[Terms | None, frozenset[Path]]:
    """Return the terms with something in the place of each error, and those places; None where that cannot be done."""
    stand_in = _StandIn()
    data, places = deepcopy(content), set[Path]()
    found = list(errors)
    for _ in range(_ROUNDS):
        if len(found) > _ENDLESS:
            break
        wrong = dict.fromkeys(misfits.place(error, data) for error in found if not misfits.has_entries(error))
        for path in [_above(path, places) for path in wrong]:
            if not path:
                return None, frozenset(places)
            places.add(path)
            _mend(data, path, stand_in)
        try:
            return Terms.model_validate(data), frozenset(places)
        except ValidationError as still:
            found = still.errors(include_url=False)
    return None, frozenset(places)


def _above(path: Path, places: set[Path]) -> Path:
    """Return the nearest place around one that was mended in vain which was not."""
    while path and path in places:
        path = path[:-1]
    return path


def _mend(data: Any, path: Path, stand_in: _StandIn) -> None:
    around, last = misfits.at(data, path[:-1]), path[-1]
    known = vocabulary.field(path)
    if isinstance(around, list) and isinstance(last, int) and last < len(around):
        around[last] = stand_in.of_kinds(vocabulary.kinds(path))
    elif isinstance(around, dict) and known is not None and known.is_required():
        around[str(last)] = stand_in.of_field(str(last), known)
    elif isinstance(around, dict):
        around.pop(str(last), None)


class _StandIn:
    """Makes values that the vocabulary accepts, and that nobody wrote; no name of them comes twice."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def of_field(self, name: str, known: FieldInfo) -> Any:
        if name == "prefix":
            return "ZZZZZZ"
        least = max((getattr(it, "min_length", None) or 0 for it in known.metadata), default=0)
        return self.of_kinds(vocabulary.branches(known.annotation), least)

    def of_kinds(self, kinds: list[Any], least: int = 0) -> Any:
        kind = next((it for it in kinds if it is not type(None)), str)
        if words := list(vocabulary.words_of(kind)):
            return words[0]
        if get_origin(kind) is tuple:
            inner = [branch for it in get_args(kind)[:1] for branch in vocabulary.branches(it)]
            fixed = 0 if Ellipsis in get_args(kind) else len(get_args(kind))
            return [self.of_kinds(inner) for _ in range(max(least, fixed))]
        if get_origin(kind) is dict:
            values = vocabulary.branches(get_args(kind)[1])
            return {self._name(): self.of_kinds(values) for _ in range(least)}
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return {name: self.of_field(name, it) for name, it in kind.model_fields.items() if it.is_required()}
        return _PLAIN.get(kind, self._name())

    def _name(self) -> str:
        return f"stands-in-{next(self._numbers)}"
