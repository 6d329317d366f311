"""Look at one file, in a process of its own with little memory and time: what strangers sent is opened only here.

Run by its path, by `bot/documents/check.py` alone. Prints what it found as JSON: `kind`, `pages` (a picture is one) and
`signed`; or `fault`, a word of `check.FAULTS`. Anything else, or nothing, means that it was stopped.
"""

from __future__ import annotations

import json
import resource
import sys
import warnings
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MEMORY_BYTES = 1 << 30
CPU_SECONDS = 10
MOST_PAGES = 500
MOST_OBJECTS = 200_000
MOST_DECODED_BYTES = 20_000_000  # of one stream
MOST_ALL_DECODED_BYTES = 200_000_000
MOST_PIXELS = 100_000_000
SCRIPTS = {"/JavaScript", "/JS"}
LAUNCHES = {"/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute"}
ATTACHMENTS = {"/EmbeddedFiles", "/EmbeddedFile", "/EF", "/RichMediaContent", "/Collection"}


class FaultError(Exception):
    """What is wrong with the file, as a word."""


def look(file: Path) -> dict[str, Any]:
    """Return what the file is. Raises FaultError."""
    with file.open("rb") as opened:
        first = opened.read(8)
    if first.startswith(b"%PDF-"):
        return _pdf(file)
    if first.startswith(b"\xff\xd8\xff"):
        return _jpeg(file)
    raise FaultError("neither")


def _jpeg(file: Path) -> dict[str, Any]:
    from PIL import Image  # noqa: PLC0415 (a PDF needs none of it)

    warnings.simplefilter("ignore")
    try:
        with Image.open(file, formats=["JPEG"]) as image:
            if image.width * image.height > MOST_PIXELS:
                raise FaultError("too-large-inside")
            image.load()  # whole: a picture that is cut off says so only then
    except (OSError, SyntaxError, ValueError):
        raise FaultError("damaged") from None
    return {"kind": "jpeg", "pages": 1, "signed": False}


def _pdf(file: Path) -> dict[str, Any]:
    import pikepdf  # noqa: PLC0415 (a picture needs none of it)

    try:
        with pikepdf.open(file, attempt_recovery=False, suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                raise FaultError("encrypted")
            if len(pdf.objects) > MOST_OBJECTS:
                raise FaultError("too-large-inside")
            pages = len(pdf.pages)
            if not pages:
                raise FaultError("damaged")
            if pages > MOST_PAGES:
                raise FaultError("too-many-pages")
            signed = _signed(pdf)
            decoded = 0
            for one in pdf.objects:
                for name, value in _names(one):
                    _check_name(name, value)
                if isinstance(one, pikepdf.Stream):
                    decoded += _decoded_bytes(one)
                    if decoded > MOST_ALL_DECODED_BYTES:
                        raise FaultError("too-large-inside")
            if pdf.get_warnings():
                raise FaultError("damaged")
            return {"kind": "pdf", "pages": pages, "signed": signed}
    except pikepdf.PasswordError:
        raise FaultError("encrypted") from None
    except (pikepdf.PdfError, RecursionError, ValueError, TypeError, OSError):
        raise FaultError("damaged") from None


def _signed(pdf: Any) -> bool:
    """Return whether the file has a signature already. Raises FaultError for a form that is filled in on the screen."""
    form = pdf.Root.get("/AcroForm")
    if form is None:
        return False
    if "/XFA" in form:
        raise FaultError("form")
    fields = list(form.get("/Fields", []))
    if any(str(field.get("/FT", "")) != "/Sig" for field in fields):
        raise FaultError("form")
    return any("/V" in field for field in fields)


def _names(found: Any) -> Iterator[tuple[str, str | None]]:
    """Give the keys of an object and of what lies directly in it, each with its value where that is a name."""
    import pikepdf  # noqa: PLC0415 (opened already)

    waiting = [found]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            for name, value in one.items():
                yield name, str(value) if isinstance(value, pikepdf.Name) else None
                waiting += [value] if _lies_in(value) else []
        elif isinstance(one, pikepdf.Array):
            waiting += [value for value in one if _lies_in(value)]


def _lies_in(value: Any) -> bool:
    """Return whether a value is part of the object itself: others are looked at in their turn."""
    import pikepdf  # noqa: PLC0415 (opened already)

    return isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect


def _check_name(name: str, value: str | None) -> None:
    kind = value if name in ("/S", "/Subtype", "/Type") else None
    if name in SCRIPTS or kind in SCRIPTS:
        raise FaultError("script")
    if kind in LAUNCHES:
        raise FaultError("launch")
    if name in ATTACHMENTS or kind in ATTACHMENTS or kind == "/FileAttachment":
        raise FaultError("attachment")
    if name == "/XFA":
        raise FaultError("form")


def _decoded_bytes(stream: Any) -> int:
    """Return how large a stream is once it is unpacked. Raises FaultError where it is packed too tightly."""
    import pikepdf  # noqa: PLC0415 (opened already)

    packed = stream.get("/Filter", [])
    filters = [str(one) for one in (packed if isinstance(packed, pikepdf.Array) else [packed])]
    if len([one for one in filters if one in ("/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode")]) > 1:
        raise FaultError("too-large-inside")
    raw = stream.read_raw_bytes()
    if filters and filters[0] in ("/FlateDecode", "/Fl"):
        try:
            unpacked = zlib.decompressobj().decompress(raw, MOST_DECODED_BYTES + 1)
        except zlib.error:
            raise FaultError("damaged") from None
        if len(unpacked) > MOST_DECODED_BYTES:
            raise FaultError("too-large-inside")
        return len(unpacked)
    return len(raw)


def main() -> None:
    """Look at the file that is named, within limits."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    try:
        found = look(Path(sys.argv[1]))
    except FaultError as fault:
        found = {"fault": str(fault)}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
