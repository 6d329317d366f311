"""What a file is by its first bytes, whatever its name says."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.documents.faults import FaultError

SEARCHED_BYTES = 1024  # readers look for the head of a PDF so far in (ISO 32000-1, annex H)
HARMLESS_BEFORE = b"\x00\t\n\f\r \xef\xbb\xbf"
TAIL_BYTES = 1 << 16
ENDS = re.compile(rb"startxref\s+\d+|%%EOF")

# By how they begin; what is a ZIP is told by the names in it.
OTHERS: Mapping[bytes, str] = {
    b"\x89PNG\r\n": "png",
    b"GIF8": "gif",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
    b"BM": "bmp",
    b"\x00\x00\x00\x0cjP": "jpeg2000",
    b"\xff\x4f\xff\x51": "jpeg2000",
    b"{\\rtf": "rtf",
    b"%!PS": "postscript",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "office",
    b"From ": "mail",
    b"<!DOCTYPE": "web-page",
    b"<!doctype": "web-page",
    b"<html": "web-page",
    b"<HTML": "web-page",
    b"PK\x03\x04": "zip",
}
ZIPPED: Mapping[bytes, str] = {
    b"word/": "word",
    b"xl/": "workbook",
    b"ppt/": "slides",
    b"application/vnd.oasis.opendocument": "opendocument",
}
ISO_MEDIA: Mapping[bytes, str] = {b"heic": "heic", b"heix": "heic", b"mif1": "heic", b"msf1": "heic", b"avif": "avif"}


def kind_of(content: bytes) -> str:
    """Return `pdf` or `jpeg`. Raises FaultError for what is neither, saying what it is where that is known."""
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    begins = content.find(b"%PDF-")
    if 0 <= begins <= SEARCHED_BYTES and not content[:begins].strip(HARMLESS_BEFORE):
        return "pdf"
    if 0 <= begins <= SEARCHED_BYTES:
        raise FaultError("before", count=begins)
    other = _other(content[:SEARCHED_BYTES], content[-TAIL_BYTES:])
    if other:
        raise FaultError("another-kind", thing=other)
    if begins > 0:
        raise FaultError("before", count=begins)
    raise FaultError("headless" if ENDS.search(content) else "neither")


def _other(first: bytes, last: bytes) -> str | None:
    if first[:4] == b"RIFF" and first[8:12] == b"WEBP":
        return "webp"
    if first[4:8] == b"ftyp":
        return ISO_MEDIA.get(first[8:12])
    found = next((kind for begins, kind in OTHERS.items() if first.lstrip(HARMLESS_BEFORE).startswith(begins)), None)
    if found == "zip":
        return next((kind for name, kind in ZIPPED.items() if name in first or name in last), "zip")
    return found or ("mail" if b"\nMIME-Version:" in first or first.startswith(b"Received:") else None)
