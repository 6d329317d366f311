"""What pydantic finds wrong with a pack, in plain words: where, what, and what to write instead."""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from rules.terms import Terms

Path = tuple[str | int, ...]

_SHAPES = {
    "model_type": "a block of keys",
    "model_attributes_type": "a block of keys",
    "dict_type": "a block of keys",
    "tuple_type": "a list",
    "list_type": "a list",
    "string_type": "a text",
    "string_sub_type": "a text",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
}
_NO_SCALAR = ("model_type", "model_attributes_type", "dict_type")
_NO_BLOCK = ("literal_error", "enum", "string_type")
_BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
    "greater_than": ("gt", "more than"),
    "less_than": ("lt", "less than"),
}
_SHOWN = 60


@dataclass(frozen=True)
class Misfit:
    """A place of the pack that the vocabulary does not accept."""

    path: Path
    message: str
    hint: str


def misfits(errors: Iterable[ErrorDetails], content: Any) -> tuple[Misfit, ...]:
    """Return the errors in words, one for each place and complaint, in the order of the vocabulary."""
    grouped: dict[Path, list[ErrorDetails]] = {}
    for error in errors:
        grouped.setdefault(_place(error, content), []).append(error)
    return tuple(_joined([_in_words(path, it) for it in _apt(group, path, content)]) for path, group in grouped.items())


def _joined(found: list[Misfit]) -> Misfit:
    """Return one complaint about a place that may hold values of several kinds."""
    first, *others = dict.fromkeys(found)
    hints = [first.hint, *(f"Or {other.hint[:1].lower()}{other.hint[1:]}" for other in others)]
    return Misfit(first.path, first.message, " ".join(hints))


def at(content: Any, path: Path) -> Any:
    """Return what stands at a place of plain data, or None where nothing does."""
    for step in path:
        if isinstance(content, Mapping):
            content = content.get(step)
        elif isinstance(content, Sequence) and not isinstance(content, str) and isinstance(step, int):
            content = content[step] if step < len(content) else None
        else:
            return None
    return content


def _place(error: ErrorDetails, content: Any) -> Path:
    """Return the error's place without the names pydantic gives to the branches of a union."""
    path: Path = ()
    here = content
    for number, step in enumerate(error["loc"]):
        last = number == len(error["loc"]) - 1
        if _holds(here, step):
            here = here[step]
        elif not (last and error["type"] == "missing" and isinstance(step, str)):
            continue
        path = (*path, step)
    return path


def _holds(here: Any, step: str | int) -> bool:
    if isinstance(here, Mapping):
        return step in here
    return isinstance(here, list) and isinstance(step, int) and step < len(here)


def _apt(group: list[ErrorDetails], path: Path, content: Any) -> list[ErrorDetails]:
    """Leave out what a union's other branches say of a value that was plainly not meant for them."""
    if len(group) == 1:
        return group
    unfit = _NO_BLOCK if isinstance(at(content, path), Mapping) else _NO_SCALAR
    return [error for error in group if error["type"] not in unfit] or group[:1]


def _in_words(path: Path, error: ErrorDetails) -> Misfit:
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    name = str(path[-1]) if path else "the pack"
    match kind:
        case "missing":
            said = (f"{name} is missing.", _what_it_is(path))
        case "extra_forbidden":
            said = (f"{name} is not a key that can stand here.", _nearest(name, _fields(path[:-1])))
        case "enum" | "literal_error":
            choices = _listed(str(context["expected"]))
            said = (f"{_shown(value)} is not one of the words for {_label(path)}.", _choose(value, choices))
        case "value_error":
            wrong, _, instead = str(context.get("error", error["msg"])).partition("; ")
            said = (f"{wrong}.", f"{instead[:1].upper()}{instead[1:]}." if instead else _what_it_is(path))
        case "string_pattern_mismatch":
            said = _pattern(value, str(context.get("pattern", "")), path)
        case _ if kind in _SHAPES:
            said = (f"{_label(path)} must be {_SHAPES[kind]}, not {_shown(value)}.", _example(kind, name))
        case _:
            said = _measure(kind, context, value, path) or (
                f"{_label(path)} cannot be {_shown(value)}: {error['msg']}.",
                _what_it_is(path),
            )
    return Misfit(path, *said)


def _measure(kind: str, context: Mapping[str, Any], value: Any, path: Path) -> tuple[str, str] | None:
    label = _label(path)
    if kind in _BOUNDS:
        key, words = _BOUNDS[kind]
        return f"{label} is {_shown(value)}.", f"It must be {words} {context[key]}."
    if kind.startswith("date_"):
        return f"{_shown(value)} is not a day of the calendar.", "Write it as 2022-07-01."
    if kind.startswith("time_"):
        return f"{_shown(value)} is not a time of day.", "Write it as 09:00."
    sizes = {
        "string_too_short": (f"{label} is empty.", "Write it, or leave the key out where it may be left out."),
        "string_too_long": (f"{label} is longer than {context.get('max_length')} characters.", "Shorten it."),
        "too_short": (f"{label} has {_few(context)}.", f"It needs at least {context.get('min_length')}."),
        "too_long": (f"{label} has {_few(context)}.", f"It can have at most {context.get('max_length')}."),
    }
    return sizes.get(kind)


def _few(context: Mapping[str, Any]) -> str:
    number = context.get("actual_length")
    return {0: "no entries", 1: "one entry"}.get(number or 0, f"{number} entries")


def _pattern(value: Any, pattern: str, path: Path) -> tuple[str, str]:
    if pattern.startswith("^[A-Z]"):
        return f"{_shown(value)} cannot be the {_label(path)}.", "Write two to six capital letters, as SEF in SEF-7."
    suggestion = re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")
    suggestion = re.sub(r"^[^a-z]+", "", suggestion)[:40].strip("-") or "mersey-care"
    return (
        f"{_shown(value)} is not a short name.",
        f"Write up to 40 lower-case letters, digits and hyphens, beginning with a letter, such as {suggestion}.",
    )


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "a block of keys"
    if isinstance(value, list | tuple):
        return "a list"
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    text = " ".join(str(value).split())
    return f'"{text[:_SHOWN]}..."' if len(text) > _SHOWN else f'"{text}"'


def _label(path: Path) -> str:
    named = [step for step in path if isinstance(step, str)]
    if not named:
        return "the pack"
    return f"an entry of {named[-1]}" if isinstance(path[-1], int) else named[-1]


def _listed(expected: str) -> list[str]:
    return re.findall(r"'([^']*)'", expected)


def _choose(value: Any, choices: list[str]) -> str:
    near = get_close_matches(str(value).lower().replace("_", "-").replace(" ", "-"), choices, 1, 0.5)
    words = f"Write one of: {', '.join(choices)}."
    return f"Did you mean {near[0]}? {words}" if near else words


def _nearest(name: str, known: Iterable[str]) -> str:
    known = list(known)
    near = get_close_matches(name, known, 3, 0.6)
    if near:
        return f"Did you mean {' or '.join(near)}?"
    return f"What can stand here: {', '.join(known)}." if known else "Take it out."


def _what_it_is(path: Path) -> str:
    field = _fields(path[:-1]).get(str(path[-1])) if path else None
    if field is None:
        return "Add it."
    if field.description:
        return f"Add it: {field.description[0].lower()}{field.description[1:]}."
    return f"Add it: {_kind_in_words(_branches(field.annotation)[0])}."


def _kind_in_words(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return f"one of {', '.join(str(choice) for choice in get_args(kind))}"
    if get_origin(kind) in (tuple, dict):
        return "a list" if get_origin(kind) is tuple else "a block of keys"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return f"one of {', '.join(kind)}"
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return f"a block with {', '.join(kind.model_fields)}"
    return {int: "a whole number", bool: "true or false", date: "a day, as 2022-07-01"}.get(kind, "a text")


def _example(kind: str, name: str) -> str:
    if kind in ("tuple_type", "list_type"):
        return f"Write each entry on a line of its own, beginning with a hyphen, or {name}: [one, two]."
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return "Write its keys on lines of their own, indented."
    if kind == "string_type":
        return "Put it in quotes if that is what the document says."
    return "Write it without quotes or unit."


def _fields(path: Path) -> dict[str, FieldInfo]:
    """Return the keys the vocabulary knows in a block."""
    models: list[Any] = [Terms]
    for step in path:
        models = [inner for model in models for inner in _step(model, step)]
    known: dict[str, FieldInfo] = {}
    for model in models:
        if isinstance(model, type) and issubclass(model, BaseModel):
            known |= model.model_fields
    return known


def _step(kind: Any, step: str | int) -> list[Any]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        field = kind.model_fields.get(str(step))
        return _branches(field.annotation) if field else []
    arguments = get_args(kind)
    match get_origin(kind):
        case origin if origin is dict:
            return _branches(arguments[1])
        case origin if origin is tuple and isinstance(step, int):
            return _branches(arguments[0 if Ellipsis in arguments else min(step, len(arguments) - 1)])
    return []


def _branches(kind: Any) -> list[Any]:
    if get_origin(kind) is Annotated:
        return _branches(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        return [inner for branch in get_args(kind) for inner in _branches(branch)]
    return [kind]
