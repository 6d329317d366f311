"""What pydantic finds wrong with a pack, in plain words: where, what, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from rules import likeness, meant, vocabulary
from rules.terms import Event, Unit
from rules.vocabulary import Path

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
_NEVER_GUESSED = frozenset((*Unit, *Event))
"""A word that is close to one of these means something else in law: whoever wrote it has to choose."""

_NEVER_FOR = frozenset(("note", "clause"))
"""Keys that only explain, for which no other is taken: who writes notice does not mean note."""

_WHICH_DAYS = "Days of which kind?"
_SHOWN = 60
_ERRORS = 500


@dataclass(frozen=True)
class Misfit:
    """A place of the pack that the vocabulary does not accept."""

    path: Path
    message: str
    hint: str


def misfits(errors: Iterable[ErrorDetails], content: Any) -> tuple[Misfit, ...]:
    """Return the errors in words, one for each place and complaint, in the order of the vocabulary.

    The first five hundred errors alone are looked at: more than are told.
    """
    grouped: dict[Path, list[ErrorDetails]] = {}
    for error in list(errors)[:_ERRORS]:
        if not has_entries(error):
            grouped.setdefault(place(error, content), []).append(error)
    opened = _opened(content)
    return tuple(
        _left_open(path, opened[dotted]) if _is_absent(group) and (dotted := _dotted(path, content)) in opened
        else _joined([_in_words(path, it, content) for it in _apt(group, path, content)])
        for path, group in grouped.items()
    )  # fmt: skip


def place(error: ErrorDetails, content: Any) -> Path:
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


def has_entries(error: ErrorDetails) -> bool:
    """Return whether a list is said to be too short that is not: its entries have faults, and those are told."""
    written, least = error["input"], error.get("ctx", {}).get("min_length", 0)
    return error["type"] == "too_short" and isinstance(written, Mapping | list | tuple) and len(written) >= least


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


def _holds(here: Any, step: str | int) -> bool:
    if isinstance(here, Mapping):
        return step in here
    return isinstance(here, list) and isinstance(step, int) and step < len(here)


def _is_absent(group: list[ErrorDetails]) -> bool:
    return all(error["type"] == "missing" or error["input"] is None for error in group)


def _opened(content: Any) -> dict[str, str]:
    """Return the key of each open point by the path it is about, as far as they can be read."""
    points = content.get("open") if isinstance(content, Mapping) else None
    found = [point for point in points if isinstance(point, Mapping)] if isinstance(points, list) else []
    return {str(it["path"]): str(it.get("key", "")) for it in found if isinstance(it.get("path"), str)}


def _dotted(path: Path, content: Any) -> str:
    """Return a path as open points write it: entries of a list by their key, or by their number from 0."""
    words: list[str] = []
    for number, step in enumerate(path):
        entry = at(content, path[: number + 1]) if isinstance(step, int) else None
        words.append(str(entry.get("key", step)) if isinstance(entry, Mapping) else str(step))
    return ".".join(words)


def _left_open(path: Path, point: str) -> Misfit:
    """Return what is said of a place that an open point is about, and that has to say something all the same."""
    name = str(path[-1])
    if "unstated" in vocabulary.choices(path):
        listed = "[unstated]" if vocabulary.is_list(path) else "unstated"
        return Misfit(path, f"{name} is left open by {point}, and nothing stands there.", f"Write {name}: {listed}.")
    message = f"{name} is left open by {point}, but something has to hold until that is decided."
    hint = f"Write here what holds until then ({vocabulary.what_stands(path)}), and take path out of {point}."
    return Misfit(path, message, hint)


def _joined(found: list[Misfit]) -> Misfit:
    """Return one complaint about a place that may hold values of several kinds."""
    first, *others = next(([it] for it in found if it.message == _WHICH_DAYS), list(dict.fromkeys(found)))
    hints = [first.hint, *(f"Or {other.hint[:1].lower()}{other.hint[1:]}" for other in others)]
    return Misfit(first.path, first.message, " ".join(hints))


def _apt(group: list[ErrorDetails], path: Path, content: Any) -> list[ErrorDetails]:
    """Leave out what a union's other branches say of a value that was plainly not meant for them."""
    if len(group) == 1:
        return group
    unfit = _NO_BLOCK if isinstance(at(content, path), Mapping) else _NO_SCALAR
    return [error for error in group if error["type"] not in unfit] or group[:1]


def _in_words(path: Path, error: ErrorDetails, content: Any) -> Misfit:
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    name = str(path[-1]) if path else "the pack"
    match kind:
        case "missing":
            said = (f"{name} is missing.", f"Add it: {_what_it_is(path, content)}.")
        case "extra_forbidden":
            said = (f"{name or 'An empty text'} is not a key that can stand here.", _nearest(name, path[:-1]))
        case _ if value is None:
            out = "" if vocabulary.is_needed(path) else ", or take the key out"
            said = (f"{_label(path)} is empty.", f"Write {_what_it_is(path, content)}{out}.")
        case "enum" | "literal_error":
            said = _no_word(path, value, _listed(str(context["expected"])), content)
        case "value_error" if named := _no_name(path, value, content):
            said = named
        case "value_error":
            wrong, _, instead = str(context.get("error", error["msg"])).partition("; ")
            hint = f"{instead[:1].upper()}{instead[1:]}." if instead else f"Write {_what_it_is(path, content)}."
            if isinstance(value, Mapping | list) and str(value)[:_SHOWN] in wrong:
                wrong = f"{_label(path)} cannot be {_shown(value)}"
            said = (wrong if wrong.endswith("?") else f"{wrong}.", hint)
        case "string_pattern_mismatch":
            said = _pattern(value, str(context.get("pattern", "")), path, content)
        case _ if kind in _SHAPES:
            said = (
                f"{_label(path)} must be {_SHAPES[kind]}, not {_shown(value)}.",
                _example(kind, path, value, content),
            )
        case _:
            said = _measure(kind, context, value, path) or (
                f"{_label(path)} cannot be {_shown(value)}: {error['msg']}.",
                f"Write {_what_it_is(path, content)}.",
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
        "int_parsing_size": (f"{label} is too large a number.", "Write a smaller one."),
        "too_short": (f"{label} has {_few(value)}.", f"It needs at least {context.get('min_length')}."),
        "too_long": (f"{label} has {_few(value)}.", f"It can have at most {context.get('max_length')}."),
    }
    return sizes.get(kind)


def _few(value: Any) -> str:
    number = len(value) if isinstance(value, Mapping | list | tuple) else 0
    return {0: "no entries", 1: "one entry"}.get(number, f"{number:,} entries")


def _pattern(value: Any, pattern: str, path: Path, content: Any) -> tuple[str, str]:
    if pattern.startswith("^[A-Z]"):
        return f"{_shown(value)} cannot be the {_label(path)}.", "Write two to six capital letters, as SEF in SEF-7."
    if "each_of" in path:
        hint = "Write partners, or the key of a class, category, role or partner."
        return f"{_shown(value)} does not say of whom each has such a place.", hint
    noun = vocabulary.named(path)
    known = vocabulary.declared(noun, content) if noun and not vocabulary.declares(path) else []
    suggestion = re.sub(r"[^a-z0-9]+", "-", str(value)[:200].lower()).strip("-")
    suggestion = re.sub(r"^[^a-z]+", "", suggestion)[:40].strip("-")
    if known:
        written = suggestion if suggestion in known else likeness.name(str(value), known)
        hint = f"Write {written}." if written else f"Known: {', '.join(known[:12])}."
        return f"{_shown(value)} is not the short name of a {noun}.", hint
    suggestion = suggestion or f"{vocabulary.example(noun or 'name')}"
    return (
        f"{_shown(value)} is not a short name{f' for {vocabulary.a(noun)}' if noun else ''}.",
        f"Write up to 40 lower-case letters, digits and hyphens, beginning with a letter, such as {suggestion}.",
    )


def _no_name(path: Path, value: Any, content: Any) -> tuple[str, str] | None:
    """Return what is said of a word where a clock's name or a moment can stand; None of what may be a moment."""
    if vocabulary.named(path) != "clock" or vocabulary.declares(path) or not isinstance(value, str):
        return None
    if re.search(r"\d", value):
        return None
    known = vocabulary.declared("clock", content)
    near = next((name for name in known if likeness.same(name, value)), None) or likeness.name(value, known)
    listed = (
        f"Write {near}."
        if near
        else f"Known: {', '.join(known[:12]) or 'none yet'}; or write 10 calendar-days after raised."
    )
    return f"{_shown(value)} is not the short name of a clock.", listed


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return "a block of keys"
    if isinstance(value, list | tuple):
        return "a list"
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    text = " ".join(str(value)[: 2 * _SHOWN].split())
    return f'"{text[:_SHOWN]}..."' if len(text) > _SHOWN else f'"{text}"'


def _label(path: Path) -> str:
    named = [step for step in path if isinstance(step, str)]
    if not named:
        return "the pack"
    return f"an entry of {named[-1]}" if isinstance(path[-1], int) else named[-1]


def _listed(expected: str) -> list[str]:
    return re.findall(r"'([^']*)'", expected)


def _no_word(path: Path, value: Any, choices: list[str], content: Any) -> tuple[str, str]:
    if Unit.CALENDAR_DAYS in choices and re.search(r"\bdays?$", str(value)) and not likeness.word(str(value), choices):
        in_words = re.match(r"\d+ ", str(at(content, path)))
        number = in_words[0] if in_words else ""
        kinds = [
            f"{number}{unit.removesuffix('s') if number == '1 ' else unit}"
            for unit in (Unit.CALENDAR_DAYS, Unit.OPERATIONAL_DAYS, Unit.CLEAR_DAYS)
        ]
        if path[:2] == ("conflicts", "within"):
            kinds = [f"{kind} after aware" for kind in kinds]
        return _WHICH_DAYS, f"Write {kinds[0]}, {kinds[1]} or {kinds[2]}."
    return f"{_shown(value)} is not one of the words for {_label(path)}.", _choose(str(value), choices)


def _choose(value: str, choices: list[str]) -> str:
    words = f"Write one of: {', '.join(choices)}."
    near = likeness.word(value, choices)
    if near is not None and near in _NEVER_GUESSED:
        return f"Write {near}." if likeness.same(value, near) else words
    return f"Did you mean {near}? {words}" if near else words


def _nearest(name: str, block: Path) -> str:
    known = sorted(vocabulary.written(block), key=vocabulary.is_wordy)
    listed = f"What can stand here: {', '.join(known)}." if known else "Take it out."
    if said := meant.instead(block, name):
        return f"{said} {listed}"
    near = likeness.word(name, known)
    if near is None or (near in _NEVER_FOR and not likeness.same(name.removesuffix("s"), near)):
        return listed
    return f"Did you mean {near}? {listed}"


def _what_it_is(path: Path, content: Any) -> str:
    noun = vocabulary.named(path)
    known = vocabulary.declared(noun, content) if noun and not vocabulary.declares(path) else []
    listed = f": {', '.join(known[:12])}" if known and vocabulary.is_name(path) else ""
    return f"{vocabulary.what_stands(path)}{listed}{vocabulary.shown_as(path)}"


def _example(kind: str, path: Path, value: Any, content: Any) -> str:
    if kind in ("tuple_type", "list_type") and vocabulary.fields((*path, 0)):
        return f"Write {vocabulary.what_stands(path)}{vocabulary.shown_as(path)}."
    if kind in ("tuple_type", "list_type"):
        words = vocabulary.choices(path)
        if words and value not in words:
            return f"Write a list in brackets, of: {', '.join(words)}."
        noun = vocabulary.lists(path)
        names = vocabulary.declared(noun, content)[:2] if noun else []
        one = ", ".join(names) or (
            value if isinstance(value, str) and re.fullmatch(r"[\w -]{1,60}", value) else "one, two"
        )
        return f"Write each entry on a line of its own, beginning with a hyphen, or {_label(path)}: [{one}]."
    if kind in _NO_SCALAR:
        return f"Write on lines of their own, indented: {vocabulary.block(path)}{vocabulary.shown_as(path)}."
    if kind == "string_type" and isinstance(value, bool):
        return f"Write {vocabulary.what_stands(path)}."
    if kind == "string_type":
        return "Put it in quotes if that is what the document says."
    return "Write true or false." if kind.startswith("bool") else "Write the number alone, such as 10."
