"""What differs between two terms: what was added, taken out or changed, where, and under which clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from rules.terms import Change, Moment, Override, Rule, Terms, TimeLimit

NOTHING = "not stated"
_ABOUT = ("clause", "note")


class Kind(StrEnum):
    """What happened to a place."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Difference:
    """One place that differs: its dotted path, the clause around it, and what stood and stands there in words.

    `before` is None for what was added, `after` for what was taken out.
    """

    kind: Kind
    path: str
    clause: str | None
    before: str | None
    after: str | None


def compare(before: Terms, after: Terms) -> tuple[Difference, ...]:
    """Return the differences in the order of the vocabulary. Empty when both say the same."""
    return tuple(_models(before, after, "", None))


def in_words(value: Any) -> str:
    """Return a value of the terms as a person reads it, in one line."""
    match value:
        case None | () | {} if not value:
            return NOTHING
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ", ".join(in_words(entry) for entry in value)
        case dict():
            return ", ".join(f"{name}: {in_words(entry)}" for name, entry in value.items())
        case BaseModel() if not isinstance(value, TimeLimit) and type(value) is not Moment:
            return _model_in_words(value)
        case _:
            return str(value)


def _model_in_words(value: BaseModel) -> str:
    name = getattr(value, "name", None) or getattr(value, "question", None)
    if name:
        return str(name)
    said = {
        field: getattr(value, field)
        for field in type(value).model_fields
        if field not in _ABOUT and getattr(value, field) not in ({}, type(value).model_fields[field].default)
    }
    return ", ".join(f"{field.replace('_', ' ')}: {in_words(entry)}" for field, entry in said.items()) or "stated"


def _values(before: Any, after: Any, path: str, clause: str | None) -> Iterator[Difference]:
    if before == after:
        return
    if isinstance(before, BaseModel) and type(before) is type(after) and not isinstance(before, TimeLimit):
        yield from _models(before, after, path, clause)
    elif isinstance(before, tuple) and isinstance(after, tuple) and _keyed(before + after):
        yield from _entries(_by_key(before), _by_key(after), path, clause)
    elif isinstance(before, dict) and isinstance(after, dict):
        yield from _entries(_by_name(before), _by_name(after), path, clause)
    elif before is None or before == ():
        yield Difference(Kind.ADDED, path, _clause(after, clause), None, in_words(after))
    elif after is None or after == ():
        yield Difference(Kind.REMOVED, path, _clause(before, clause), in_words(before), None)
    else:
        yield Difference(Kind.CHANGED, path, _clause(after, clause), in_words(before), in_words(after))


def _models(before: BaseModel, after: BaseModel, path: str, clause: str | None) -> Iterator[Difference]:
    if not isinstance(after, Terms):
        clause = _clause(after, _clause(before, clause))
    for name in sorted(type(before).model_fields, key=_ABOUT.__contains__):
        yield from _values(getattr(before, name), getattr(after, name), f"{path}.{name}".lstrip("."), clause)


def _entries(before: dict[str, Any], after: dict[str, Any], path: str, clause: str | None) -> Iterator[Difference]:
    for key in {**before, **after}:
        here = f"{path}.{key}"
        if key not in after:
            yield Difference(Kind.REMOVED, here, _clause(before[key], clause), in_words(before[key]), None)
        elif key not in before:
            yield Difference(Kind.ADDED, here, _clause(after[key], clause), None, in_words(after[key]))
        else:
            yield from _values(before[key], after[key], here, clause)
    kept_before = [key for key in before if key in after]
    kept_after = [key for key in after if key in before]
    if kept_before != kept_after:
        yield Difference(Kind.CHANGED, f"{path} (order)", clause, ", ".join(kept_before), ", ".join(kept_after))


def _keyed(entries: tuple[Any, ...]) -> bool:
    return all(_key(entry) is not None for entry in entries)


def _by_key(entries: tuple[Any, ...]) -> dict[str, Any]:
    return {_key(entry) or "": entry for entry in entries}


def _by_name(entries: dict[Any, Any]) -> dict[str, Any]:
    return {str(name): entry for name, entry in entries.items()}


def _key(entry: Any) -> str | None:
    if isinstance(entry, Change):
        return entry.how
    if isinstance(entry, Override):
        return f"{entry.partner}/{entry.element}" + (f"/{entry.since.isoformat()}" if entry.since else "")
    return getattr(entry, "key", None)


def _clause(value: Any, around: str | None) -> str | None:
    return (value.clause if isinstance(value, Rule) else None) or around
