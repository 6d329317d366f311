"""Forms as data: declared once beside their workflow, drawn by each door, handed back as typed values."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from rules.errors import Refusal
from rules.sentences import SIGNS
from storage.files import Kept


class Kind(StrEnum):
    """What a field takes. The typed value it hands back stands behind each; None means left empty."""

    LINE = "line"  # str
    TEXT = "text"  # str
    CHOICE = "choice"  # str, the choice's key
    CHOICES = "choices"  # tuple[str, ...]
    ACCOUNT = "account"  # str, a chat account's user id
    DATE = "date"  # date
    TICK = "tick"  # bool
    FILES = "files"  # tuple[GivenFile, ...]
    DOCUMENT = "document"  # Kept: a file of one of the field's `types`, looked at and kept by the door


MOST_FILES = 5
LARGEST_FILE = 20_000_000  # bytes


@dataclass(frozen=True)
class GivenFile:
    """A file given to a form: its id on the chat platform, its name, and its size in bytes."""

    id: str
    name: str
    size: int


@dataclass(frozen=True)
class NotTaken:
    """A document that was given and could not be taken; `why` says so in a sentence."""

    why: str


@dataclass(frozen=True)
class Choice:
    """One of a field's choices."""

    key: str
    label: str


@dataclass(frozen=True)
class Worded:
    """What a field of words begins with, as a template in `templates/forms/` says it of these facts."""

    template: str
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class Field:
    """One question of a form. `redraws`: an answer changes what the rest of the form asks, and may begin with."""

    key: str
    label: str
    kind: Kind = Kind.LINE
    required: bool = True
    limit: int = 150
    hint: str | None = None
    choices: tuple[Choice, ...] = ()
    types: tuple[str, ...] = ()
    initial: Any = None
    redraws: bool = False


@dataclass(frozen=True)
class Form:
    """A form: its name in the table of forms, its words, its fields, and the row it is about.

    `intro` stands above the fields: what the form is about, and behind an empty line what has to be read first.
    """

    name: str
    title: str
    submit: str
    fields: tuple[Field, ...]
    row: int | None = None
    intro: str | None = None

    def filled(self, values: Mapping[str, Any]) -> Form:
        """Return the form with these answers in it, where it asks for them."""
        return replace(
            self, fields=tuple(replace(f, initial=values[f.key]) if f.key in values else f for f in self.fields)
        )


class FormRefused(Refusal):
    """A form is refused; `faults` says for each field what is wrong. What was typed stays in it."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        super().__init__(" ".join(faults.values()))
        self.faults = dict(faults)


@dataclass(frozen=True)
class Values:
    """What a person filled in, by field; checked against the form it was drawn from."""

    of: Mapping[str, Any] = field(default_factory=dict)

    def line(self, key: str) -> str:
        """Return the words of a field, or nothing when it was left empty."""
        return self.of.get(key) or ""

    def many(self, key: str) -> tuple[str, ...]:
        """Return the keys that were chosen."""
        return tuple(self.of.get(key) or ())

    def day(self, key: str) -> date | None:
        """Return the chosen date, or None."""
        found = self.of.get(key)
        return found if isinstance(found, date) else None

    def files(self, key: str) -> tuple[GivenFile, ...]:
        """Return the files that were given."""
        return tuple(self.of.get(key) or ())

    def document(self, key: str) -> Kept | None:
        """Return the document that was given, or None."""
        found = self.of.get(key)
        return found if isinstance(found, Kept) else None

    def ticked(self, key: str) -> bool:
        """Return whether a box is ticked."""
        return bool(self.of.get(key))


def check(form: Form, values: Mapping[str, Any]) -> Values:
    """Return the values if they answer the form; raise FormRefused with a sentence for each field that does not.

    Text is stripped of what no database keeps and no door shows, and of space around it; a line is one line.
    """
    faults: dict[str, str] = {}
    found: dict[str, Any] = {}
    for asked in form.fields:
        value = values.get(asked.key)
        if isinstance(value, str):
            value = clean(value) if asked.kind is Kind.TEXT else clean_line(value)
        if value in (None, "", (), []):
            if asked.required:
                faults[asked.key] = f"Please fill in “{asked.label}”."
            continue
        fault = _fault(asked, value)
        if fault:
            faults[asked.key] = fault
        found[asked.key] = value
    if faults:
        raise FormRefused(faults)
    return Values(found)


_NOT_KEPT = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|{SIGNS.pattern}")
_BREAKS = re.compile("[\n\t\u2028\u2029]+")
_ACCOUNT = re.compile(r"[A-Za-z0-9_.-]{1,40}")


def kept(text: str) -> str:
    """Return text that every database keeps and every door shows: no control characters, no lone surrogates.

    A terminal obeys control characters, and PostgreSQL refuses NUL. The signs that only we set are left out too: a
    sentence that repeats what somebody typed must not name a word of Accord's for it.
    """
    return _NOT_KEPT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_account_id(text: str) -> bool:
    """Return whether this can be the id of an account or a workspace on a chat platform."""
    return _ACCOUNT.fullmatch(text) is not None


def clean(text: str) -> str:
    """Return the text that is kept of what was typed, without space around it; none where nothing would be seen."""
    found = kept(text).strip()
    return found if any(unicodedata.category(sign)[0] not in "CZ" for sign in found) else ""


def clean_line(text: str) -> str:
    """Return the text that is kept of one line, such as a name or a title: a line break is a space in it."""
    return clean(_BREAKS.sub(" ", kept(text)))


def _fault(asked: Field, value: Any) -> str | None:
    """Return what is wrong with a value that was filled in, or None."""
    return FAULTS[asked.kind](asked, value)


def _text_fault(asked: Field, value: Any) -> str | None:
    if not isinstance(value, str):
        return "This should be text."
    if len(value) > asked.limit:
        return f"This is {len(value):,} characters long; at most {asked.limit:,} fit. Please shorten it."
    return None


def _choice_fault(asked: Field, value: Any) -> str | None:
    known = isinstance(value, str) and value in {choice.key for choice in asked.choices}
    return None if known else "This choice is no longer offered. Please choose again."


def _choices_fault(asked: Field, value: Any) -> str | None:
    keys = {choice.key for choice in asked.choices}
    known = isinstance(value, list | tuple) and all(isinstance(one, str) and one in keys for one in value)
    return None if known else "One of these choices is no longer offered. Please choose again."


def _account_fault(_asked: Field, value: Any) -> str | None:
    known = isinstance(value, str) and is_account_id(value)
    return None if known else "Please choose a person of this workspace."


def _date_fault(_asked: Field, value: Any) -> str | None:
    return None if isinstance(value, date) else "This should be a date, such as 2026-12-18."


def _tick_fault(asked: Field, value: Any) -> str | None:
    return f"Please tick “{asked.label}”." if asked.required and value is not True else None


def _document_fault(asked: Field, value: Any) -> str | None:
    if isinstance(value, NotTaken):
        return value.why
    if not isinstance(value, Kept):
        return "This document did not arrive. Please choose it again."
    if value.kind not in asked.types:
        taken = " or a ".join(known.upper() for known in asked.types)
        return f"{value.name} is a {value.kind.upper()}. Please give a {taken}."
    return None


def _files_fault(_asked: Field, value: Any) -> str | None:
    if not isinstance(value, tuple) or not all(isinstance(one, GivenFile) and is_account_id(one.id) for one in value):
        return "One of these files did not arrive. Please choose them again."
    if len(value) > MOST_FILES:
        return f"Please give at most {MOST_FILES} files."
    large = [one.name for one in value if one.size > LARGEST_FILE]
    if large:
        return f"{large[0]} is larger than {LARGEST_FILE // 1_000_000} MB. Please give a link to it instead."
    return None


FAULTS: Mapping[Kind, Callable[[Field, Any], str | None]] = {
    Kind.LINE: _text_fault,
    Kind.TEXT: _text_fault,
    Kind.CHOICE: _choice_fault,
    Kind.CHOICES: _choices_fault,
    Kind.ACCOUNT: _account_fault,
    Kind.DATE: _date_fault,
    Kind.TICK: _tick_fault,
    Kind.FILES: _files_fault,
    Kind.DOCUMENT: _document_fault,
}
