"""Packs: the YAML files that say an agreement's rules, read into terms or refused with every fault at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from rules import mending, misfits, soundness, vocabulary
from rules.misfits import Misfit
from rules.older_votes import of_older_votes
from rules.older_words import renewed
from rules.places import Unsound
from rules.terms import Terms
from storage import yaml_text
from storage.yaml_text import NotYaml, Path

HOME = FilePath(__file__).resolve().parent.parent / "templates" / "agreements"
ENDINGS = (".yaml", ".yml")
_LONGEST = 2_000  # of what is said of one place: nobody reads more


@dataclass(frozen=True)
class Fault:
    """One thing wrong with a pack: its line, the dotted path (empty for the whole), and what to write instead."""

    path: str
    line: int
    message: str
    hint: str


class PackFaults(Exception):  # noqa: N818 (it is an answer, not a fault)
    """A pack that cannot be used. `faults` has the reasons in the file's order; the text has a line for each.

    Where there are more than `soundness.MOST`, the first of them are told, and that there are more.
    """

    def __init__(self, file: str, faults: Iterable[Fault]) -> None:
        self.file = file
        found = sorted(faults, key=lambda fault: fault.line)
        self.faults, self.more = tuple(found[: soundness.MOST]), len(found) > soundness.MOST
        super().__init__("\n".join(line_of(file, fault) for fault in self.faults))


def line_of(file: str, fault: Fault) -> str:
    """Return a fault or remark as it is printed: the file, the line, the place, what is wrong, what to write.

    `file` is empty where there is none.
    """
    where = (f"{file}:{fault.line}: " if file else "") + (f"{fault.path}: " if fault.path else "")
    return f"{where}{fault.message} {fault.hint}".rstrip()


def known_packs() -> list[str]:
    """Return the names of the packs that come with the code."""
    return sorted(file.stem for file in HOME.glob("*.yaml"))


def read_pack(name_or_path: str) -> Terms:
    """Return the terms of a pack that comes with the code, or of a file (a path, or a name ending in .yaml or .yml).

    Raises PackFaults when there is no such pack, or something is wrong with it.
    """
    return parse_pack(pack_source(name_or_path), file=_place(name_or_path)[1])


def pack_source(name_or_path: str) -> str:
    """Return a pack's text, found as `read_pack` finds it. Raises PackFaults when it cannot be read."""
    file, shown = _place(name_or_path)
    try:
        with file.open("rb") as opened:
            raw = opened.read(yaml_text.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        named = _is_name(name_or_path)
        raise PackFaults("" if named else shown, [_unreadable(name_or_path, error, named=named)]) from None
    try:
        return yaml_text.decode(raw)
    except NotYaml as error:
        raise PackFaults(shown, [Fault("", error.line, error.message, error.hint)]) from None


def _is_name(name_or_path: str) -> bool:
    return not (name_or_path.endswith(ENDINGS) or "/" in name_or_path or "\\" in name_or_path)


def _place(name_or_path: str) -> tuple[FilePath, str]:
    """Return where a pack is, and how its place is shown."""
    if not _is_name(name_or_path):
        return FilePath(name_or_path), name_or_path
    file = HOME / f"{name_or_path}.yaml"
    return file, f"{HOME.parent.name}/{HOME.name}/{file.name}"


def remarks_on(name_or_path: str) -> tuple[str, ...]:
    """Return what is worth a look in a sound pack, as lines to print. Raises PackFaults as `read_pack` does."""
    file = _place(name_or_path)[1]
    terms = read_pack(name_or_path)
    pack = written(pack_source(name_or_path), file)
    found = sorted((pack.fault(it) for it in soundness.remarks(terms)), key=lambda fault: fault.line)
    if pack.content != pack.document.content:
        hint = f"To have it in those of today: python -m bot agreement renew {file}"
        was = pack.document.content
        older = ", ".join(name for name, it in pack.content.items() if it != was.get(name))
        found.insert(0, Fault("", 1, f"Some of it is written in older words, which are read as well: {older}.", hint))
    return tuple(line_of(file, fault) for fault in found)


@lru_cache(maxsize=32)
def parse_pack(text: str, *, file: str) -> Terms:
    """Return the terms that a pack's text says. Raises PackFaults, with `file` as its name, for all that is wrong."""
    pack = written(text, file)
    faults = [*pack.faults, *pack.older_faults()]
    try:
        terms = Terms.model_validate(pack.content)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        found = [pack.fault(it) for it in misfits.misfits(errors, pack.content)]
        stand_in, places = mending.mended(pack.content, errors)
        unsound = soundness.faults(stand_in, places) if stand_in is not None else ()
    else:
        found, unsound = [], soundness.faults(terms)
        if not faults and not unsound:
            return terms
    raise PackFaults(file, [*faults, *found, *(pack.fault(it) for it in unsound)])


@dataclass(frozen=True)
class Written:
    """A pack's text as plain data in the words of today, what is wrong with the text itself, and the lines of it."""

    content: dict[str, Any]
    faults: tuple[Fault, ...]
    document: yaml_text.Document

    def older_faults(self, *, renewed_by_itself: bool = True) -> list[Fault]:
        """Return what is wrong with it in the older words, at its place in them; see `of_older_votes`."""
        content = self.document.content
        found = of_older_votes(content, renewed_by_itself=renewed_by_itself) if isinstance(content, dict) else ()
        return [Fault(dotted(it.path, content), self.document.line(it.path), it.message, it.hint) for it in found]

    def fault(self, found: Misfit | Unsound) -> Fault:
        """Return what was found at a place, with its line."""
        said = (it if len(it) <= _LONGEST else f"{it[:_LONGEST]}..." for it in (found.message, found.hint))
        return Fault(dotted(found.path, self.content), self.document.line(found.path), *said)


@lru_cache(maxsize=2)
def written(text: str, file: str) -> Written:
    """Return what a text says. Raises PackFaults for what is no pack at all."""
    try:
        document = yaml_text.read(text)
    except NotYaml as error:
        raise PackFaults(file, [Fault("", error.line, error.message, error.hint)]) from None
    if document.content is None:
        hint = f"Begin with what is missing. {vocabulary.optional(())} can stand beside it."
        return Written({}, (Fault("", 1, "The file is empty.", hint),), document)
    if not isinstance(document.content, dict):
        said = "a list" if isinstance(document.content, list) else "a single text"
        raise PackFaults(file, [Fault("", 1, f"The file is {said}.", "A pack is keys and values, such as title: ...")])
    twice = tuple(
        Fault(
            dotted(path, document.content), again, f"{path[-1]} is written twice, first on line {first}.", "Keep one."
        )
        for path, again, first in document.twice
    )
    return Written(renewed(document.content), twice, document)


def dotted(path: Path, content: Any) -> str:
    """Return a path as people write it: entries of a list by their key, or by number from 1 where they have none."""
    words = ""
    for number, step in enumerate(path):
        if isinstance(step, str):
            words += f".{step}"
            continue
        entry = misfits.at(content, path[: number + 1])
        key = entry.get("key") if isinstance(entry, dict) else None
        words += f".{key}" if isinstance(key, str) and key else f"[{step + 1}]"
    return words.removeprefix(".")


def _unreadable(asked: str, error: OSError | ValueError, *, named: bool) -> Fault:
    if named:
        near = get_close_matches(asked, known_packs(), 1)
        hint = f"Did you mean {near[0]}? " if near else ""
        known = ", ".join(known_packs()) or "none"
        message = f"There is no agreement {asked}." if asked else "No agreement is named."
        return Fault("", 1, message, f"{hint}Those that come with Accord: {known}. For your own, name its pack's file.")
    if isinstance(error, FileNotFoundError):
        return Fault("", 1, "There is no such file.", "Check the path.")
    if isinstance(error, IsADirectoryError):
        return Fault("", 1, "This is a folder.", "Name the YAML file in it.")
    if isinstance(error, OSError):
        return Fault("", 1, f"The file cannot be read ({error.strerror}).", "Check who may read it.")
    return Fault("", 1, "This cannot be the name of a file.", "Check the path.")


def pack_text(terms: Terms, why: str) -> str:
    """Return the text of a pack that says these terms, with a line about where it comes from."""
    body = terms.model_dump(mode="json", exclude_defaults=True)
    return f"# {' '.join(why.split())}\n{yaml_text.write(body)}"
