"""Files that people gave: their bytes in a folder, each under its SHA-256, and a row for each that is named.

A file is in the folder before any row names it. One that no row names, because the program died in between, is
harmless: the same bytes given again are the same file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.database import Base

SHARD = 2  # characters of the hash that name a folder, so that none holds too many files


@dataclass(frozen=True)
class Kept:
    """A file that was looked at and is in the folder: `pdf` or `jpeg`, its pages, its bytes.

    `signed`: it carries an electronic signature already. `name` is what whoever gave it calls it.
    """

    sha256: str
    name: str
    kind: str
    pages: int
    size_bytes: int
    signed: bool


class StoredFile(Base):
    """A file in the folder, told by the SHA-256 of its bytes in hexadecimal."""

    __tablename__ = "files"
    __table_args__ = ()
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    pages: Mapped[int]
    size_bytes: Mapped[int]
    signed: Mapped[bool]
    kept_at: Mapped[datetime]


def place(folder: Path, sha256: str) -> Path:
    """Return where a file with this hash is, or would be."""
    return folder / sha256[:SHARD] / sha256


def keep(folder: Path, incoming: Path, sha256: str) -> Path:
    """Move a file into its place, for good: it is there after a power cut too. Return the place.

    `incoming` is on the same disk. The same bytes given before stay as they are.
    """
    there = place(folder, sha256)
    if there.exists():
        incoming.unlink()
        return there
    there.parent.mkdir(parents=True, exist_ok=True)
    with incoming.open("rb") as written:
        os.fsync(written.fileno())
    incoming.chmod(0o440)
    incoming.replace(there)
    for directory in (there.parent, folder):
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    return there


def note(session: Session, file: Kept, *, at: datetime) -> StoredFile:
    """Return the row of a file that is in the folder; it is written when the file is named for the first time."""
    found = session.get(StoredFile, file.sha256)
    if found is None:
        found = StoredFile(
            sha256=file.sha256,
            kind=file.kind,
            pages=file.pages,
            size_bytes=file.size_bytes,
            signed=file.signed,
            kept_at=at,
        )
        session.add(found)
        session.flush()  # what names it comes next
    return found


def every_file(session: Session) -> Iterator[StoredFile]:
    """Give every file that some row may name, by its SHA-256."""
    yield from session.scalars(select(StoredFile).order_by(StoredFile.sha256).execution_options(yield_per=500))
