"""Issue the executed copies of what was signed: composed, sealed, kept, and only then named and sent."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import structlog
from sqlalchemy import Engine

from bot.documents.executed import Source, issue
from bot.documents.seal import own_seal
from bot.settings import Settings
from handlers.signatures import certificate as signature_certificate, effect as signature_effect
from rules.counterparts import CounterpartState
from rules.errors import Refusal
from storage import signatures
from storage.database import transaction
from storage.files import Kept, StoredFile, keep, place
from storage.signatures import SignatureRequest

log = structlog.get_logger()
LONGEST_NAME = 80


def issue_due(engine: Engine, settings: Settings, now: datetime) -> int:
    """Issue the executed copy that has waited longest, if one waits; return how many were issued.

    A copy is in the folder before a row names it: what dies in between is made again. One that cannot be made now,
    because a timestamp authority is away or a file was changed, say, is tried again later, and the secretary is told.
    """
    with transaction(engine) as session:
        waiting = signatures.without_copy(session, now, most=1)
        if not waiting:
            return 0
        asked = waiting[0]
        facts = signature_certificate.facts_of(session, asked, now)
        document, scans = _sources(asked, settings.files_folder)
    try:
        made = issue(facts, document, scans, own_seal(settings.seal_folder, now), timestamps=settings.seal_timestamps)
        copy = _kept(made, settings.files_folder, _name(facts))
    except Exception as wrong:  # noqa: BLE001 (one that can't be made must not stop the others, nor the messages)
        why = _sentence(wrong)
        log.error("executed copy", reference=facts["reference"], outcome="not made", error=type(wrong).__name__)
        with transaction(engine) as session:
            signature_effect.not_issued(session, asked.id, why, now)
        return 0
    with transaction(engine) as session:
        return int(signature_effect.issued(session, asked.id, copy, now))


def _sentence(wrong: Exception) -> str:
    if isinstance(wrong, Refusal):
        return str(wrong)
    if isinstance(wrong, OSError):
        return f"It cannot be written: {wrong.strerror}."
    return f"It could not be put together ({type(wrong).__name__})."


def maker(engine: Engine, settings: Settings) -> Callable[[datetime], int]:
    """Return what issues the next executed copy by a moment, for the sender to call between its messages."""
    return lambda now: issue_due(engine, settings, now)


def _sources(asked: SignatureRequest, folder: Path) -> tuple[Source | None, list[Source]]:
    """Return the document that was signed, None where it is a link, and the scans of its counterparts."""
    document = asked.document
    source = _source(document.file, document.name, folder) if document.file else None
    accepted = [one for one in asked.counterparts if one.state is CounterpartState.ACCEPTED]
    scans = [one for one in accepted if one.version == asked.version and one.file is not None]
    return source, [_source(one.file, one.file_name, folder) for one in scans if one.file is not None]


def _source(file: StoredFile, name: str | None, folder: Path) -> Source:
    return Source(place(folder, file.sha256), file.kind, name or file.sha256, file.sha256, file.signed)


def _name(facts: Mapping[str, Any]) -> str:
    words = re.sub(r"[^\w\- ]+", "", f"{facts['reference']} {facts['title']}")[:LONGEST_NAME].strip()
    return f"{words} (executed).pdf"


def _kept(made: bytes, folder: Path, name: str) -> Kept:
    """Return the copy, kept in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="incoming-", dir=folder) as aside:
        file = Path(aside) / "copy"
        file.write_bytes(made)
        sha256 = hashlib.sha256(made).hexdigest()
        keep(folder, file, sha256)
    return Kept(sha256, name, "pdf", _pages(made), len(made), signed=True)


def _pages(made: bytes) -> int:
    with pikepdf.open(BytesIO(made)) as pdf:
        return len(pdf.pages)
