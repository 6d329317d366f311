"""Small PDFs with what a document may hold, and changes of them: bytes, words and parts moved, doubled, lost, cut off."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.bot.documents.acting import layered, noted, outlined, pressed
from tests.bot.documents.kit import jpeg, pdf, raw, signature
from tests.bot.documents.odd import NAMES, ODD, WRITTEN

WORDS = (
    b"null", b"true", b"0", b"-1", b"2147483648", b"99999999999", b"1e9", b"[", b"]", b"<<", b">>", b"()", b"<>", b"/", b"/#",
    b"/GoTo", b"/GoToR", b"/JavaScript", b"/Annots", b"/Kids", b"/Parent", b"/Next", b"/AA", b"/A", b"/S", b"/Names", b"/Dests",
    b"/OCGs", b"/AcroForm", b"/Fields", b"/StructParents", b"/Filter", b"/FlateDecode", b"/LZWDecode", b"/ASCII85Decode",
    b"1 0 R", b"2 0 R", b"3 0 R", b"4 0 R", b"99 0 R", b"endobj", b"endstream", b"stream\n", b"xref", b"trailer", b"\xff\xfe", b"\x00",
)  # fmt: skip
TOKENS = re.compile(rb"/[^\s/<>\[\]()]*|\d+ \d+ R|-?[\d.]+|<<|>>|\[|\]|[A-Za-z]+")


def tagged(made: pikepdf.Pdf) -> None:
    element = made.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, K=0, Pg=made.pages[0].obj, ID=String("a")))
    made.pages[0].obj.StructParents = 0
    tree = Dictionary(
        Type=Name.StructTreeRoot, K=Array([element]), ParentTree=Dictionary(Nums=Array([0, Array([element])]))
    )
    made.Root.StructTreeRoot = made.make_indirect(tree)
    element.P = made.Root.StructTreeRoot
    made.Root.MarkInfo = Dictionary(Marked=True)


def seeds() -> Sequence[bytes]:
    """What is changed: written plainly, so that a change is one of words, and packed as programs write it."""
    plain = {"compress_streams": False, "object_stream_mode": pikepdf.ObjectStreamMode.disable}
    packed = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}
    link = pressed("/GoTo", D=Array([0, Name.Fit]))
    several = [tagged, layered(), noted("/Text"), link, outlined(S=Name.GoTo, D=Array([0, Name.Fit])), signature]
    written = [pdf(change, pages=2, **saved) for change in several for saved in (plain, packed)]
    with pikepdf.open(io.BytesIO(WRITTEN)) as more:
        out = io.BytesIO()
        more.save(out, qdf=True)
    return [*written, WRITTEN, out.getvalue(), *NAMES.values(), *ODD.values(), raw(), jpeg()]


def changed(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Return a file with a few changes."""
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        content = chance.choice(CHANGES)(content, others, chance)
    return content


def _bytes(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def _word(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    found = list(TOKENS.finditer(content))
    if not found:
        return content
    one = chance.choice(found)
    return content[: one.start()] + chance.choice(WORDS) + content[one.end() :]


def _swapped(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    found = list(TOKENS.finditer(content))
    if not found:
        return content
    one, other = chance.choice(found), chance.choice(found)
    return content[: one.start()] + other.group() + content[one.end() :]


def _lost(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[at + chance.randrange(1, 60) :]


def _doubled(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + content[at : at + chance.randrange(1, 200)] + content[at:]


def _cut(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)] if chance.random() < 0.2 else content


def _joined(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    return content[: chance.randrange(len(content) + 1)] + other[chance.randrange(len(other) + 1) :]


def _grown(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Wrap a word many times over, as what leads in circles or goes deep."""
    found = list(TOKENS.finditer(content))
    if not found:
        return content
    one, times = chance.choice(found), chance.choice((2, 30, 600))
    return content[: one.start()] + b"[" * times + one.group() + b"]" * times + content[one.end() :]


CHANGES = (_bytes, _word, _word, _word, _swapped, _swapped, _lost, _doubled, _cut, _joined, _grown)
