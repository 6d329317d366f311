"""A PDF opened as its readers open it, held against all that is asked of one; and what it is.

Slips that every reader passes over are passed over here: saving a file anew to mend them would break a signature.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pikepdf

from bot.documents import holds
from bot.documents.beginnings import ENDS
from bot.documents.faults import FaultError
from bot.documents.holds import Contents
from bot.documents.unpacked import Sizes

MOST_PAGES = 500
MOST_OBJECTS = 300_000
OBJECT_ENDS = b"endobj"
PLUS_OR_ZEROS = re.compile(r'(?m)(^ *|": )([+-])0*(\d*)\.')


def check(file: Path) -> dict[str, Any]:
    """Return what a PDF is: `pages`, and whether it is `signed` already. Raises FaultError."""
    try:
        with pikepdf.open(file, suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                raise FaultError("encrypted")
            if len(pdf.objects) > MOST_OBJECTS:
                raise FaultError("many-objects")
            return _checked(pdf, file)
    except pikepdf.PasswordError:
        raise FaultError("encrypted") from None
    except (pikepdf.PdfError, RuntimeError) as wrong:  # the library's own kinds of both
        raise FaultError(_why_closed(str(wrong), file)) from None


def _checked(pdf: Any, file: Path) -> dict[str, Any]:
    if _cut_off(file):
        raise FaultError("cut-off")
    pages = [_reference(page.obj) for page in pdf.pages]
    if not pages:
        raise FaultError("no-page")
    if len(pages) > MOST_PAGES:
        raise FaultError("too-many-pages")
    contents = _contents(pdf, pages)
    signed = holds.is_signed(contents)
    try:
        holds.check(contents)
        sizes = Sizes(contents)
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                sizes.add(_reference(one), one)
    except FaultError as fault:
        fault.facts.setdefault("signed", signed)
        raise
    return {"kind": "pdf", "pages": len(pages), "signed": signed}


def _contents(pdf: Any, pages: list[str]) -> Contents:
    held = [one for one in pdf.objects if isinstance(one, pikepdf.Object)]
    objects = {_reference(one): _plain(one) for one in held}
    streams = frozenset(_reference(one) for one in held if isinstance(one, pikepdf.Stream))
    return Contents(objects, streams, _plain(pdf.Root), pages)


def _plain(found: Any) -> Any:
    """Return an object as plain values, by what the library writes as JSON."""
    written = found.to_json(dereference=True, schema_version=2).decode()
    try:
        return json.loads(written)
    except ValueError:  # it leaves a plus or zeros before a number as they stand in the file
        return json.loads(PLUS_OR_ZEROS.sub(_number, written))


def _number(found: re.Match[str]) -> str:
    before, sign, digits = found.groups()
    return f"{before}{sign.replace('+', '')}{digits or '0'}."


def _reference(found: Any) -> str:
    number, generation = found.objgen
    return f"{number} {generation} R"


def _why_closed(wrong: str, file: Path) -> str:
    """Return the rule of what does not open at all: what the library says of it, and how the file ends."""
    if "ncrypt" in wrong:
        return "encrypted"
    return "cut-off" if _cut_off(file) else "damaged"


def _cut_off(file: Path) -> bool:
    """Return whether the end is missing that says where all stands: then something before it can be missing too."""
    content = file.read_bytes()
    return ENDS.search(content, max(0, content.rfind(OBJECT_ENDS))) is None
