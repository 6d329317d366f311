"""Whether the database still says what the register says: its rows, the packs and the files that were kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from rules.days import in_words
from rules.replay import differences, replay
from storage import agreements, counters, files, heads, kept, register


def check(session: Session, folder: Path) -> Iterator[str]:
    """Give a sentence for each difference between the register and the rows, the packs and the files in a folder."""
    yield from differences(replay(register.told(session)), kept.rows(session))
    yield from _packs(session)
    yield from _numbers(session)
    yield from _heads(session)
    yield from _files(session, folder)


def _packs(session: Session) -> Iterator[str]:
    told: dict[tuple[str, Any], list[Any]] = {}
    for key, facts in register.facts_of_acts(session, "terms-loaded"):
        if isinstance(facts.get("version"), int):
            told.setdefault((key, facts["version"]), []).append(facts.get("sha256"))
    for key, version in agreements.every_version(session):
        name = f"{key}, version {version.number} of its terms (terms {version.id})"
        found = hashlib.sha256(json.dumps(version.body, sort_keys=True).encode()).hexdigest()
        if found != version.sha256:
            yield f"{name}: the row has SHA-256 {version.sha256}, and its terms have {found}."
        said = told.get((key, version.number), [])
        if version.sha256 not in said:
            entry = f"the register has {said[-1]}" if said else "no entry of the register tells of it"
            yield f"{name}: {entry}, and the row has SHA-256 {version.sha256}."


def _numbers(session: Session) -> Iterator[str]:
    for key, matter, highest, given in counters.behind(session):
        yield f"{key}: {highest} is the last number of its {matter}s, and its counter says {given}."


def _heads(session: Session) -> Iterator[str]:
    for key, head, hash_ in heads.every_head(session):
        name = f"{key}, the head of {in_words(head.told_on)} (heads {head.id})"
        if hash_ != head.hash:
            yield f"{name}: it is not the hash of entry {head.number} any more."


def _files(session: Session, folder: Path) -> Iterator[str]:
    for file in files.every_file(session):
        name = f"The file {file.sha256}"
        try:
            with files.place(folder, file.sha256).open("rb") as opened:
                found = hashlib.file_digest(opened, "sha256").hexdigest()
                size = opened.tell()
        except OSError:
            yield f"{name} is not in {folder}."
            continue
        if found != file.sha256:
            yield f"{name} was changed: its SHA-256 is {found} now."
        elif size != file.size_bytes:
            yield f"{name} has {size} bytes, and its row says {file.size_bytes}."
