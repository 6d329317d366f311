"""What can stand at a place of a pack, in words: its keys, its kind, and what it is a name of."""

from __future__ import annotations

import types
from collections.abc import Iterator
from datetime import date, time
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from rules.terms import SHORT_NAME, Terms

Path = tuple[str | int, ...]

_SECTIONS = {
    "actions": "kind of action",
    "calendars": "calendar",
    "categories": "category",
    "clocks": "clock",
    "consultations": "consultation",
    "decision_rules": "decision rule",
    "elements": "element",
    "eligibility_classes": "class",
    "forums": "forum",
    "levels": "level",
    "marks": "mark",
    "milestones": "milestone",
    "objectives": "objective",
    "open": "open point",
    "participants": "participant",
    "partners": "partner",
    "principles": "principle",
    "programmes": "programme",
    "reviews": "review",
    "seats": "seat",
    "stages": "stage",
    "themes": "theme",
    "topics": "topic",
    "trackers": "tracker",
}
_NAMED_BY = {
    "advice_from": "forum",
    "agreed_by": "forum",
    "applies_to": "class",
    "by": "forum",
    "calendar": "calendar",
    "category": "category",
    "clock": "clock",
    "confirmed_by": "forum",
    "element": "element",
    "eligibility": "class",
    "follows": "forum",
    "forum": "forum",
    "liaise_with": "forum",
    "next": "stage",
    "no_printed_row": "partner",
    "only_after": "decision rule",
    "operational_days": "calendar",
    "owner": "partner or forum",
    "partner": "partner",
    "recommended_by": "forum",
    "related": "partner",
    "reports_to": "forum",
    "rule": "decision rule",
    "seat": "seat",
}
_EXAMPLES: dict[Any, str] = {
    int: "a whole number",
    bool: "true or false",
    date: "a day, as 2022-07-01",
    time: "a time of day, as 09:00",
    Fraction: "a fraction, as 3/4",
}
_PLURALS: dict[Any, str] = {int: "whole numbers", date: "days", time: "times of day"}
_NAMES = {"agreement": "sefton-2022", "calendar": "working-days", "clock": "discussion", "partner": "mersey-care"}
_WORDY = ("clause", "note")
_WRITTEN = {
    "cadence": "cadence: {every: 2 months}",
    "calendars": "calendars: {working-days: {base: england-and-wales}}",
    "chair": "chair: {office: Chair}",
    "effect": "effect: {rule: last-signature}",
    "seats": "seats: [{key: member, name: Member, each_of: partners}]",
    "stages": "stages: [{key: talks, name: Talks, kind: discussion, moved_on_by: [affected-partner]}]",
}
"""How blocks are written that nobody guesses who has not seen one."""


def fields(path: Path) -> dict[str, FieldInfo]:
    """Return the keys the vocabulary knows in the block at this place; none where no block can stand."""
    known: dict[str, FieldInfo] = {}
    for kind in kinds(path):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            known |= kind.model_fields
    return known


def written(path: Path) -> dict[str, FieldInfo]:
    """Return the keys that whoever writes a pack can write in the block at this place: Accord fills in the others."""
    return {name: it for name, it in fields(path).items() if not (it.description or "").startswith("Filled in by")}


def field(path: Path) -> FieldInfo | None:
    """Return what the vocabulary says of the key at this place, or None where it is no key of a block."""
    return fields(path[:-1]).get(str(path[-1])) if path else None


def kinds(path: Path) -> list[Any]:
    """Return the kinds of value that can stand at this place, as types; empty where nothing can."""
    found: list[Any] = [Terms]
    for step in path:
        found = [inner for kind in found for inner in _step(kind, step)]
    return found


def is_needed(path: Path) -> bool:
    """Return whether this key of a block has to be written."""
    known = field(path)
    return known is not None and known.is_required()


def keys(path: Path) -> str:
    """Return the keys that can stand in the block at this place, those first, and at length, that have to."""
    known = fields(path)
    needed = [_needed(name, (*path, name)) for name, it in known.items() if it.is_required()]
    others = optional(path)
    if not needed:
        return others
    return f"{', '.join(needed)}; where the document has it also {others}" if others else ", ".join(needed)


def optional(path: Path) -> str:
    """Return the keys of the block at this place that may be left out."""
    known = [name for name, it in written(path).items() if not it.is_required()]
    return ", ".join(sorted(known, key=is_wordy))


def is_wordy(name: str) -> bool:
    """Return whether a key says nothing of the rule itself, so that it is named last."""
    return name in _WORDY


def _needed(name: str, path: Path) -> str:
    what = what_stands(path, deep=False)
    return name if what == "a text" else f"{name} ({what})"


def named(path: Path) -> str | None:
    """Return what the short name at this place is a name of, such as "clock"; None where it names several things."""
    words = [step for step in path if isinstance(step, str)]
    if not words:
        return None
    last = words[-1]
    if last == "key" and len(words) > 1:
        return _SECTIONS.get(words[-2])
    if last == "id":
        return "agreement"
    if words == ["signatures", "by"]:
        return "partner"
    return _NAMED_BY.get(last) or (_SECTIONS.get(words[-2]) if len(words) > 1 else None)


def lists(path: Path) -> str | None:
    """Return what the short names are names of that a list at this place holds; None where it holds no names."""
    return "partner" if path == ("signatures", "by") else _NAMED_BY.get(str(path[-1])) if path else None


def is_name(path: Path) -> bool:
    """Return whether a short name, of this or of something else in the pack, is what is written at this place."""
    known = field(path)
    return known is not None and any(getattr(it, "pattern", "") == SHORT_NAME.pattern for it in known.metadata)


def declares(path: Path) -> bool:
    """Return whether a name at this place is what something is called, and not what something else is called by."""
    words = [step for step in path if isinstance(step, str)]
    return words[-1:] in (["key"], ["id"]) or (len(words) > 1 and words[-1] not in _NAMED_BY and words[-2] in _SECTIONS)


def declared(noun: str, content: Any) -> list[str]:
    """Return the short names that a pack, as plain data, gives to what this is a name of, as far as they are some."""
    if noun == "partner or forum":
        return [*declared("partner", content), *declared("forum", content)]
    section = next((name for name, it in _SECTIONS.items() if it == noun), None)
    within = content.get("issues") if section == "stages" and isinstance(content, dict) else content
    entries = within.get(section) if isinstance(within, dict) else None
    found: list[Any] = list(entries) if isinstance(entries, dict) else []
    if isinstance(entries, list):
        found = [entry.get("key") for entry in entries if isinstance(entry, dict)]
    return [key for key in found if isinstance(key, str) and SHORT_NAME.fullmatch(key)]


def block(path: Path) -> str:
    """Return what is written in the block at this place: its keys, or a short name for each entry and their keys."""
    found = next((kind for kind in kinds(path) if _is_block(kind)), None)
    return _in_words(found, path, 0, deep=True).removeprefix("a block with ") if found is not None else "its keys"


def is_list(path: Path) -> bool:
    """Return whether a list can stand at this place."""
    return any(get_origin(kind) is tuple for kind in kinds(path))


def what_stands(path: Path, *, deep: bool = True) -> str:
    """Return in words what is to be written at this place: "a list of at least 2, each with key and name".

    Not `deep`: of a block inside, only what has to be written.
    """
    known = field(path)
    if known is None:
        return "a value"
    described = known.description or ""
    if is_name(path):
        noun = named(path) or "thing"
        if declares(path):
            return f"a short name, such as {example(noun)}"
        generic = not described or described.startswith("A short name")
        return f"the short name of {a(noun)}" + ("" if generic else f": {described[0].lower()}{described[1:]}")
    kind = branches(known.annotation)[0]
    if described and not _is_block(kind):
        return f"{described[0].lower()}{described[1:]}"
    return _in_words(kind, path, _least(known), deep=deep)


def shown_as(path: Path) -> str:
    """Return an example of what is written at this place, to go on with; empty where its keys say enough."""
    written = _WRITTEN.get(str(path[-1])) if path else None
    return f", such as {written}" if written else ""


def example(noun: str) -> str:
    """Return a short name that such a thing could have."""
    return _NAMES.get(noun, f"{noun.replace(' ', '-')}-1")


def a(noun: str) -> str:
    """Return a noun with its article."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def branches(kind: Any) -> list[Any]:
    """Return the kinds of value a type is made of, without what is said about them."""
    if get_origin(kind) is Annotated:
        return branches(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        return [inner for branch in get_args(kind) for inner in branches(branch)]
    return [kind]


def words_of(kind: Any) -> Iterator[str]:
    """Yield the words that can be written for a kind of value, where it is one of a few words."""
    if get_origin(kind) is Literal:
        yield from (str(choice) for choice in get_args(kind))
    elif isinstance(kind, type) and issubclass(kind, StrEnum):
        yield from kind


def choices(path: Path) -> list[str]:
    """Return the words that can be written at this place, or as an entry of its list."""
    return [word for kind in (*kinds(path), *kinds((*path, 0))) for word in words_of(kind)]


def shown(value: object) -> str:
    """Return a value of the vocabulary as it is written in a pack."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(shown(it) for it in value)}]"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def _in_words(kind: Any, path: Path, least: int, *, deep: bool) -> str:
    if words := list(words_of(kind)):
        return f"one of {', '.join(words)}"
    if get_origin(kind) is tuple:
        entry = branches(get_args(kind)[0])[0]
        many = f"a list of at least {least}" if least else "a list"
        if _is_block(entry):
            return f"{many}, each with {_keys((*path, 0), deep=deep)}"
        words = list(words_of(entry))
        return f"{many}, of: {', '.join(words)}" if words else f"{many}, of {_PLURALS.get(entry, 'texts')}"
    if get_origin(kind) is dict:
        noun = _SECTIONS.get(str(path[-1]), "entry")
        below = _is_block(branches(get_args(kind)[1])[0])
        return f"a short name for each {noun}" + (f", and below it {_keys((*path, 'x'), deep=deep)}" if below else "")
    if _is_block(kind):
        return f"a block with {_keys(path, deep=deep)}"
    return _EXAMPLES.get(kind, "a text")


def _keys(path: Path, *, deep: bool) -> str:
    if deep or not any(it.is_required() for it in fields(path).values()):
        return keys(path)
    return ", ".join(_needed(name, (*path, name)) for name, it in fields(path).items() if it.is_required())


def _least(known: FieldInfo) -> int:
    return max((getattr(it, "min_length", None) or 0 for it in known.metadata), default=0)


def _is_block(kind: Any) -> bool:
    if get_origin(kind) in (tuple, dict):
        return any(_is_block(inner) for argument in get_args(kind) for inner in branches(argument))
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _step(kind: Any, step: str | int) -> list[Any]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        known = kind.model_fields.get(str(step))
        return branches(known.annotation) if known else []
    arguments = get_args(kind)
    match get_origin(kind):
        case origin if origin is dict:
            return branches(arguments[1])
        case origin if origin is tuple and isinstance(step, int):
            return branches(arguments[0 if Ellipsis in arguments else min(step, len(arguments) - 1)])
    return []
