"""Backups: the database, the documents and the seal in one folder, with a manifest of hashes."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from handlers import restoring
from rules.errors import Refusal
from rules.phrases import counted
from storage import agreements, backups, files, register, snapshots
from storage.database import open_engine, transaction
from storage.files import keep, place

FORM = 1  # of what stands in a backup; one of a later form is refused
MANIFEST, DATABASE, FILES, SEAL = "manifest.json", "database.sqlite3", "files", "seal"
SHOWN = 10  # faults


@dataclass(frozen=True)
class Places:
    """Where a deployment keeps what a backup holds: the database's address, the documents' folder, the seal's."""

    database_url: str
    files: Path
    seal: Path


@dataclass(frozen=True)
class Made:
    """A backup: its folder, its manifest and the SHA-256 of that; `faults` says what it could not take as it was."""

    folder: Path
    manifest: Mapping[str, Any]
    sha256: str
    faults: tuple[str, ...] = ()

    @property
    def made_at(self) -> datetime:
        """Return when it was made."""
        return datetime.fromisoformat(self.manifest["made_at"])


def make(folder: Path, places: Places, now: datetime) -> Made:
    """Make a backup in a folder that is not there yet, while people go on. Raises Refusal, and leaves nothing then.

    The database comes first: a document is in its folder before a row names it, so none that is named is missed.
    """
    if folder.exists() or folder.is_symlink():
        raise Refusal(f"{folder} is there already, and a backup never replaces another. Please give a new name.")
    if not folder.parent.is_dir():
        raise Refusal(f"There is no folder {folder.parent}. Please make it first, or name another.")
    with _sentences(folder), _unfinished(folder) as part:
        snapshots.take(places.database_url, part / DATABASE)
        said, named = snapshots.read(part / DATABASE)
        faults = list(_copy_documents(named, places.files, part / FILES))
        _copy_seal(places.seal, part / SEAL)
        manifest = {"form": FORM, "made_at": now.isoformat(), "agreements": said, "files": _hashes(part)}
        written = json.dumps(manifest, indent=1, ensure_ascii=False).encode()
        _write(part / MANIFEST, written)
        _sync(part)
        part.rename(folder)
    made = Made(folder, manifest, hashlib.sha256(written).hexdigest(), tuple(faults))
    with _opened(places.database_url) as session:
        backups.note(session, made_at=now, manifest_sha256=made.sha256)
    return made


def check(folder: Path) -> Made:
    """Return a backup with what is wrong with it: each file against its hash, and the registers in its database.

    Raises Refusal where it is none.
    """
    try:
        written = (folder / MANIFEST).read_bytes()
        manifest = json.loads(written)
        listed = {str(name): (str(one["sha256"]), int(one["bytes"])) for name, one in manifest["files"].items()}
        form, _ = manifest["form"], datetime.fromisoformat(manifest["made_at"]).astimezone()
    except FileNotFoundError:
        raise Refusal(f"{folder} is no backup: there is no {MANIFEST} in it.") from None
    except OSError as wrong:
        raise Refusal(f"{folder} can't be read: {wrong.strerror}.") from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Refusal(f"{folder} is no backup that can be read: its {MANIFEST} is not as it was written.") from None
    if form != FORM:
        raise Refusal(snapshots.NEWER)
    with _sentences(folder):
        faults = list(_file_faults(folder, listed))
        if not any(fault.startswith(DATABASE) for fault in faults):
            faults += _database_faults(folder / DATABASE, manifest)
    return Made(folder, manifest, hashlib.sha256(written).hexdigest(), tuple(faults))


def put_back(folder: Path, places: Places, now: datetime) -> Made:
    """Put a whole backup into an empty database, with its documents and seal; it waits to go live. Raises Refusal.

    Documents and seal come first: whatever dies in between, the database is empty, and it can be done again.
    """
    made = check(folder)
    if made.faults:
        raise Refusal(f"This backup is not whole, and nothing was restored. {few(made.faults)}")
    with _sentences(folder):
        if not snapshots.is_empty(places.database_url):
            raise Refusal(
                "The database holds something already, and a restore never replaces anything. Please name an empty one "
                "(--into sqlite:///NEW.sqlite3), or move the old one away first."
            )
        _check_seal(folder / SEAL, places.seal)
    with _sentences(places.files):
        _put_documents(folder / FILES, places.files)
        _copy_seal(folder / SEAL, places.seal)
    with tempfile.TemporaryDirectory() as aside, _sentences(Path(aside)):
        copy = Path(aside) / DATABASE
        shutil.copyfile(folder / DATABASE, copy)
        copy.chmod(0o600)
        snapshots.renew(copy)
        with _opened(f"sqlite:///{copy}") as session:
            snapshots.leave_room(session)
            restoring.note(session, backed_up_at=made.made_at, manifest_sha256=made.sha256, now=now)
        snapshots.put(copy, places.database_url)
    return made


# --- Taking -------------------------------------------------------------------------------------------------------


def _copy_documents(named: Iterable[str], there: Path, to: Path) -> Iterator[str]:
    """Copy documents, and give a sentence for each that is missing or was changed where it is kept."""
    for sha256 in named:
        source, target = place(there, sha256), place(to, sha256)
        if not source.is_file():
            yield f"The document {sha256} is missing in {there}."
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        if _sha256(target) != sha256:
            yield f"The document {sha256} was changed in {there}: it has other bytes than its name says."


def _copy_seal(there: Path, to: Path) -> None:
    for file in _files(there):
        to.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(file, to / file.name)
        (to / file.name).chmod(0o600)


def _hashes(part: Path) -> dict[str, dict[str, Any]]:
    found = sorted(path for path in part.rglob("*") if path.is_file())
    return {
        path.relative_to(part).as_posix(): {"sha256": _sha256(path), "bytes": path.stat().st_size} for path in found
    }


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _write(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    file.chmod(0o600)


def _sync(part: Path) -> None:
    """Have all of it on the disk: a backup that has its name is there after a power cut too."""
    for path in [*part.rglob("*"), part]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _unfinished(folder: Path) -> Iterator[Path]:
    """Give a folder beside the one that is to come, which only who runs Accord can read; it is gone if it fails."""
    part = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".unfinished", dir=folder.parent))
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


# --- Checking -----------------------------------------------------------------------------------------------------


def _file_faults(folder: Path, listed: Mapping[str, tuple[str, int]]) -> Iterator[str]:
    there = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() or path.is_symlink()
    } - {MANIFEST}
    if DATABASE not in listed:
        yield f"{DATABASE} is not in the manifest."
    for name, (sha256, size) in listed.items():
        if name not in there:
            yield f"{name} is missing."
        elif (folder / name).stat().st_size != size or _sha256(folder / name) != sha256:
            yield f"{name} was changed: it has other bytes than the manifest says."
    for name in sorted(there - set(listed)):
        yield f"{name} was added: the manifest does not know it."


def _database_faults(file: Path, manifest: Mapping[str, Any]) -> list[str]:
    """Return what is wrong in a copy of the database; it is looked at in a copy of its own, and stays as it is."""
    with tempfile.TemporaryDirectory() as aside:
        copy = Path(aside) / DATABASE
        shutil.copyfile(file, copy)
        copy.chmod(0o600)
        snapshots.renew(copy)
        with _opened(f"sqlite:///{copy}") as session:
            found = {agreement.key: agreement for agreement in agreements.all_agreements(session)}
            faults = [
                f"The register of {key} is damaged: {damage.what}."
                for key, agreement in found.items()
                if (damage := register.verify(session, agreement)) is not None
            ]
            said = {
                key: {"entries": one.register_entries, "head": one.register_head or register.START}
                for key, one in found.items()
            }
            if said != manifest.get("agreements"):
                faults.append(f"The registers in {DATABASE} are not those that the manifest names.")
            listed = set(manifest["files"])
            missing = [
                one.sha256
                for one in files.every_file(session)
                if place(Path(FILES), one.sha256).as_posix() not in listed
            ]
            faults += [f"The document {sha256} is not in it; it was missing when it was made." for sha256 in missing]
    return faults


def few(faults: tuple[str, ...]) -> str:
    """Return the first of these sentences, and how many more there are."""
    more = len(faults) - SHOWN
    return " ".join(faults[:SHOWN]) + (f" And {counted(more, 'more fault')}." if more > 0 else "")


# --- Putting back -------------------------------------------------------------------------------------------------


def _put_documents(there: Path, to: Path) -> None:
    """Put documents where they belong; one that is there already, as it should be, stays."""
    to.mkdir(parents=True, exist_ok=True)
    for source in sorted(path for path in there.rglob("*") if path.is_file()):
        target = place(to, source.name)
        if target.is_file() and _sha256(target) == source.name:
            continue
        incoming = to / f".{source.name}.incoming"
        shutil.copyfile(source, incoming)
        target.unlink(missing_ok=True)
        keep(to, incoming, source.name)


def _check_seal(there: Path, to: Path) -> None:
    """Raise Refusal where another seal is kept: it would be lost, or what it sealed could not be verified any more."""
    kept = [(file, to / file.name) for file in _files(there) if (to / file.name).exists()]
    if any(_sha256(one) != _sha256(other) for one, other in kept):
        raise Refusal(f"{to} has another seal than the backup. Please move it away first, or name another SEAL_FOLDER.")


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []


# --- Both ---------------------------------------------------------------------------------------------------------


@contextmanager
def _opened(url: str) -> Iterator[Session]:
    engine = open_engine(url)
    try:
        with transaction(engine) as session:
            yield session
    finally:
        engine.dispose()


@contextmanager
def _sentences(where: Path) -> Iterator[None]:
    """Have what the disk or a database refuses be said in a sentence."""
    try:
        yield
    except OSError as wrong:
        if wrong.errno == errno.ENOSPC:
            raise Refusal(f"The disk is full at {where}, and nothing was left there.") from None
        raise Refusal(f"{where} can't be read or written: {wrong.strerror}.") from None
    except (sqlite3.Error, SQLAlchemyError) as wrong:
        cause = getattr(wrong, "orig", None) or wrong
        said = str(cause).strip().splitlines()
        if "disk is full" in str(cause):
            raise Refusal(f"The disk is full at {where}, and nothing was left there.") from None
        raise Refusal(f"The database can't be used: {said[0] if said else type(cause).__name__}.") from None
