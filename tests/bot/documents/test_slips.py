"""Slips that every reader passes over are taken as they are; what is lost is said as what it is; names are bytes."""

from __future__ import annotations

import io
import re
import zlib

import pikepdf
import pytest

from tests.bot.documents.kit import CUT_OFF, FETCH, KEPT, looked, pdf
from tests.bot.documents.odd import NAMES, WRITTEN


def moved_table(by):
    at = int(re.search(rb"startxref\n(\d+)", WRITTEN).group(1))
    return WRITTEN.replace(b"startxref\n%d" % at, b"startxref\n%d" % (at + by))


def moved_entries(by):
    """Each place in the table is off, as where a program changed the ends of lines."""
    return re.sub(rb"(\d{10}) 00000 n", lambda found: b"%010d 00000 n" % (int(found.group(1)) + by), WRITTEN)


SLIPS = {
    "the table is elsewhere": moved_table(7),
    "the table is far off": moved_table(100_000),
    "its entries are off by one": moved_entries(1),
    "its entries are off by many": moved_entries(30),
    "its lines end in one byte": WRITTEN.replace(b" n \n", b" n\n").replace(b" f \n", b" f\n"),
    "it says too many objects": WRITTEN.replace(b"/Size 5", b"/Size 9"),
    "it says too few objects": WRITTEN.replace(b"/Size 5", b"/Size 3"),
    "its last entry is missing": WRITTEN.replace(b"xref\n0 5", b"xref\n0 4"),
    "a length is wrong": WRITTEN.replace(b"/Length 42", b"/Length 12"),
    "a length is missing": WRITTEN.replace(b"/Length 42", b""),
    "an end of an object is missing": WRITTEN.replace(b"endstream\nendobj", b"endstream"),
    "lines end as on another system": WRITTEN.replace(b"\n", b"\r\n"),
    "no end of file is said": WRITTEN.replace(b"%%EOF\n", b""),
    "something follows its end": WRITTEN + b"\0" * 3000,
    "a message follows its end": WRITTEN + b"\n<!-- served by a proxy -->\n",
    "a key stands twice": WRITTEN.replace(b"/Count 1", b"/Count 1 /Count 1"),
    "numbers with a plus and zeros": WRITTEN.replace(b"[0 0 595 842]", b"[+0 00.0 +595.5 0842.]"),
    "no type": WRITTEN.replace(b"/Type /Catalog ", b""),
    "a newline before": b"\r\n" + WRITTEN,
    "a mark of the order of bytes before": b"\xef\xbb\xbf" + WRITTEN,
    "empty lines before": b"\n" * 500 + WRITTEN,
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_that_readers_pass_over_is_taken(tmp_path, name):
    assert looked(tmp_path, SLIPS[name]) == "taken"


def test_a_sum_that_is_wrong_is_no_matter_and_damage_is(tmp_path):
    packed = zlib.compress(b"BT ET " * 500)

    def told(content):
        return pdf(lambda made: made.pages[0].obj.__setitem__("/Contents", packed_as(made, content)), **KEPT)

    def packed_as(made, content):
        return pikepdf.Stream(made, content, Filter=pikepdf.Name.FlateDecode)

    assert looked(tmp_path, told(packed[:-4] + b"\0\0\0\0")) == "taken"
    assert looked(tmp_path, told(packed[:8] + b"\xff" * 12 + packed[20:])) == (
        f"is damaged: something in it on page 1 cannot be unpacked. {FETCH}"
    )


def changed_since(content):
    """A file that somebody added a page to, as programs add to it at its end."""
    with pikepdf.open(io.BytesIO(content)) as made:
        made.add_blank_page()
        out = io.BytesIO()
        made.save(out)
    return out.getvalue()


LOST = {
    "cut off in its pages": pdf(pages=20)[:900],
    "cut off in its table": WRITTEN[: WRITTEN.index(b"xref\n") + 30],
    "cut off before it says where its table is": WRITTEN[: WRITTEN.index(b"startxref")],
    "cut off in what was added": WRITTEN + b"4 0 obj\n<< /Length 9 >>\nstream\nBT ET\nendstream\nendobj\n",
}


@pytest.mark.parametrize("name", LOST)
def test_what_is_cut_off_is_said_to_be(tmp_path, name):
    assert looked(tmp_path, LOST[name]) == CUT_OFF


SAVE = "Please save it as PDF, or send a scan as JPEG."
BEFORE = "Please export it anew from where it comes, and send that."
OTHER = {
    "a Word document": (b"PK\x03\x04....[Content_Types].xml....word/document.xml", f"is a Word document, and neither a PDF nor a JPEG. {SAVE}"),
    "a TIFF": (b"II*\x00\x08\x00\x00\x00", f"is a TIFF picture, and neither a PDF nor a JPEG. {SAVE}"),
    "a telephone's picture": (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", f"is a HEIC picture, as telephones take them, and neither a PDF nor a JPEG. {SAVE}"),
    "a web page": (b"\n<!DOCTYPE html><p>Please log in", f"is a web page, and neither a PDF nor a JPEG. {SAVE}"),
    "an e-mail": (b"Received: from example.org\nMIME-Version: 1.0\n", f"is an e-mail, and neither a PDF nor a JPEG. {SAVE}"),
    "a printer's commands first": (b"\x1b%-12345X@PJL JOB\n" + WRITTEN, f"has something else before the PDF in it begins, 18 bytes long. {BEFORE}"),
    "far in": (b"x" * 2000 + WRITTEN, f"has something else before the PDF in it begins, 2000 bytes long. {BEFORE}"),
    "no beginning": (WRITTEN[9:], f"is damaged: its beginning is missing. {FETCH}"),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHER)
def test_what_it_is_or_what_stands_before_it_is_said_truly(tmp_path, name):
    content, said = OTHER[name]
    assert looked(tmp_path, content) == said


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_bytes_whatever_they_mean(tmp_path, name):
    assert looked(tmp_path, NAMES[name]) == "taken"
