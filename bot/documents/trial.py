"""Try what is done with a document in the end, before anybody is asked to sign it: joined, sealed, thrown away."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from pikepdf import Array, Dictionary, Name

from bot.documents.faults import FaultError
from bot.documents.joining import Attachment, Part, join, picture_as_pdf
from bot.now import read_clock

NAME = "document"
# What pages are usually written with. Where the first one, which the seal is put on, has something else, it is sealed.
USUAL = re.compile(
    rb"(?>\s+|<<|>>|\[|\]|/[A-Za-z0-9_.+-]+|-?\d+(?:\.\d+)?|R|true|false|null|\([ -'*-\[\]-~]*\)|<[0-9a-f]*>)*+"
)


def try_out(content: bytes, kind: str, pages: int) -> None:
    """Make a copy with a document in it, as it will be made of what is signed. Raises FaultError where that fails."""
    try:
        sent = picture_as_pdf(content, NAME) if kind == "jpeg" else content
        made = join(
            [Part(NAME, sent), Part("page", _stand_in()), Part(NAME, sent)],
            [Attachment(NAME, content, "application/pdf", NAME)],
            title=NAME,
            reference=NAME,
        )
        with pikepdf.open(BytesIO(made)) as pdf:
            whole, first = len(pdf.pages) == 2 * pages + 1, pdf.pages[0].obj.unparse(resolved=True)
        if not USUAL.fullmatch(first):
            _sealed(made)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 (whatever it is, it would be in the way later)
        whole = False
    if not whole:
        raise FaultError("not-joined")


@cache
def _stand_in() -> bytes:
    """Return a page with tags, as a signature page has them."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.obj.StructParents = 0
        element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, K=0, Pg=page.obj))
        numbers = Dictionary(Nums=Array([0, Array([element])]))
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=element, ParentTree=numbers))
        element.P = pdf.Root.StructTreeRoot
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def _sealed(made: bytes) -> None:
    from bot.documents.seal import own_seal, seal  # noqa: PLC0415 (most need no cryptography to be looked at)

    with TemporaryDirectory(prefix="trial-") as folder:
        seal(made, own_seal(Path(folder), read_clock()), reason=NAME)
