"""The executed copy: what was signed, who signed it, each scan, and a certificate, as one PDF that is sealed last.

The same facts and files give the same bytes before the seal, so the certificate's hashes can be worked out again.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.documents.joining import Attachment, Part, join, page_count, picture_as_pdf
from bot.documents.seal import Seal, seal
from bot.letters import set_letter
from rules.errors import Refusal

MIMES: Mapping[str, str] = {"pdf": "application/pdf", "jpeg": "image/jpeg"}
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u202a-\u202e\u2066-\u2069]+')


@dataclass(frozen=True)
class Source:
    """A file that was checked when it came in: where it lies, what it is, its own name and its SHA-256 in hexadecimal.

    `signed`: it carries an electronic signature, so its pages cannot be joined with others.
    """

    file: Path
    kind: str
    name: str
    sha256: str
    signed: bool


@dataclass(frozen=True)
class _Held:
    """A source with its bytes, under a name that no other file of the copy has; whose counterpart it is, if any."""

    source: Source
    content: bytes
    name: str
    whose: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        return f"{', '.join(self.whose)}: {self.name}" if self.whose else self.name

    @property
    def pages(self) -> bytes | None:
        """Its pages as a PDF; None when they cannot be joined."""
        if self.source.signed:
            return None
        return picture_as_pdf(self.content, self.shown) if self.source.kind == "jpeg" else self.content


@dataclass(frozen=True)
class _Section:
    """One thing the copy holds: its pages, or None when it is attached only; the file they come from, if any."""

    what: str
    shown: str
    pdf: bytes | None
    held: _Held | None = None


def issue(
    facts: Mapping[str, Any],
    document: Source | None,
    counterparts: Sequence[Source],
    with_: Seal,
    *,
    timestamps: str | None,
) -> bytes:
    """Return an executed copy, sealed. Raises Refusal as `compose` does, and TimestampsAway as `seal` does."""
    composed = compose(facts, document, counterparts)
    return seal(composed, with_, reason=f"Executed copy of {facts['reference']}", timestamps=timestamps)


def compose(facts: Mapping[str, Any], document: Source | None, counterparts: Sequence[Source]) -> bytes:
    """Return an executed copy before its seal: the document, the signature page, each scan, the certificate.

    The document and the scans are also attached, byte for byte. No document means that it was signed as a link; its
    pages are then left out, as are those of a file with an electronic signature of its own. Raises Refusal when a
    file is missing, is not what the facts say was signed, or is not what was checked any more.
    """
    _agree(facts, document, counterparts)
    signed, scans = _read(facts, document, counterparts)
    held = "linked" if signed is None else "attached" if signed.source.signed else "joined"
    page = set_letter("signature_page", {**facts, "held": held})
    sections = [
        *([_Section("document", signed.shown, signed.pages, signed)] if signed else []),
        _Section("signatures", page.title, page.pdf),
        *[_Section("counterpart", scan.shown, scan.pages, scan) for scan in scans],
    ]
    contents = _contents(sections)
    certificate = set_letter("signature_certificate", {**facts, "held": held, "contents": contents})
    parts = [Part(section.shown, section.pdf) for section in sections if section.pdf is not None]
    return join(
        [*parts, Part(certificate.title, certificate.pdf)],
        [_attachment(one) for one in ([signed] if signed else []) + scans],
        title=f"{facts['reference']}: {facts['title']}",
        reference=facts["reference"],
    )


def _agree(facts: Mapping[str, Any], document: Source | None, counterparts: Sequence[Source]) -> None:
    """Raise Refusal unless the files are those that the facts name."""
    stated = facts["document"]
    if document is None and stated["link"] is None:
        raise Refusal(f"The document that {facts['reference']} was signed under is missing, and so is a link to it.")
    if document is not None and document.sha256 != stated["sha256"]:
        raise Refusal(f"{document.name} is not the document that was signed: its SHA-256 is another.")
    given = {scan.sha256 for scan in counterparts}
    for one in facts["counterparts"]:
        if one["sha256"] is not None and one["sha256"] not in given:
            raise Refusal(f"The scan of the counterpart that {one['short']} has signed is missing.")
    named = {one["sha256"] for one in facts["counterparts"]}
    for scan in counterparts:
        if scan.sha256 not in named:
            raise Refusal(f"{scan.name} is not a counterpart that belongs to {facts['reference']}.")


def _read(
    facts: Mapping[str, Any], document: Source | None, counterparts: Sequence[Source]
) -> tuple[_Held | None, list[_Held]]:
    """Return the document and the scans with their bytes, the scans each once and as the facts have them in order."""
    taken: set[str] = set()
    signed = None if document is None else _Held(document, _content(document), _free(document.name, taken))
    sources = {scan.sha256: scan for scan in counterparts}
    scans = []
    for sha256 in dict.fromkeys(one["sha256"] for one in facts["counterparts"] if one["sha256"] is not None):
        whose = tuple(one["short"] for one in facts["counterparts"] if one["sha256"] == sha256)
        source = sources[sha256]
        scans.append(_Held(source, _content(source), _free(source.name, taken), whose))
    return signed, scans


def _content(source: Source) -> bytes:
    """Return a source's bytes. Raises Refusal when they are not those that were checked."""
    try:
        content = source.file.read_bytes()
    except OSError as wrong:
        raise Refusal(f"{source.name} cannot be read: {wrong.strerror}.") from None
    if hashlib.sha256(content).hexdigest() != source.sha256:
        raise Refusal(f"{source.name} was changed after it was checked: its SHA-256 is another. Nothing was issued.")
    return content


def _free(name: str, taken: set[str]) -> str:
    """Return a file's name without what no file's name can have, told apart from those that are taken."""
    clean = _NOT_IN_NAMES.sub(" ", name).strip() or "-"
    stem, dot, ending = clean.rpartition(".")
    found, number = clean, 1
    while found.casefold() in taken:
        number += 1
        found = f"{stem} ({number}).{ending}" if dot else f"{clean} ({number})"
    taken.add(found.casefold())
    return found


def _contents(sections: Sequence[_Section]) -> list[dict[str, Any]]:
    """Return what the certificate lists, itself at the end, each with its pages; `first` is None where it has none."""
    listed: list[dict[str, Any]] = []
    next_page = 1
    for section in sections:
        count = page_count(section.pdf) if section.pdf is not None else 0
        held = section.held
        listed.append(
            {
                "what": section.what,
                "first": next_page if count else None,
                "last": next_page + count - 1,
                "name": held.name if held else None,
                "whose": held.whose if held else (),
                "sha256": held.source.sha256 if held else None,
                "signed": held.source.signed if held else False,
            }
        )
        next_page += count
    return [*listed, {"what": "certificate", "first": next_page, "last": None, "sha256": None, "signed": False}]


def _attachment(held: _Held) -> Attachment:
    return Attachment(held.name, held.content, MIMES[held.source.kind], f"SHA-256: {held.source.sha256}")
