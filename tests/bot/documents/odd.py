"""PDFs written by hand: an ordinary one, those with names in any bytes, and those with something odd that is harmless."""

from __future__ import annotations

from tests.bot.documents.kit import PAGES, raw

WRITTEN = raw(
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
    b"<< /Length 42 >>\nstream\nBT /F1 18 Tf 72 720 Td (Memorandum) Tj ET \nendstream",
)

LATIN = "Caf\xe9".encode("latin-1")
NAMES = {
    "of a font": WRITTEN.replace(b"/Helvetica", b"/" + LATIN),
    "by which a page calls a font": WRITTEN.replace(b"/F1", b"/" + LATIN),
    "of a font, escaped": WRITTEN.replace(b"/Helvetica", b"/Caf#e9"),
    "of a key": WRITTEN.replace(b"/Count 1", b"/Count 1 /" + LATIN + b" 1"),
    "of a place that a link leads to": raw(
        b"<< /Type /Catalog /Pages 2 0 R /Dests << /" + LATIN + b" [3 0 R /Fit] >> >>",
        PAGES[0],
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] "
        b"/Dest /" + LATIN + b" >>] >>",
    ),
    "of a tag": raw(
        b"<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 4 0 R >>",
        PAGES[0],
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /StructParents 0 >>",
        b"<< /Type /StructTreeRoot /K 5 0 R /ParentTree << /Nums [0 [5 0 R]] >> /RoleMap << /" + LATIN + b" /P >> >>",
        b"<< /Type /StructElem /S /" + LATIN + b" /P 4 0 R /K 0 /Pg 3 0 R /C /" + LATIN + b" >>",
    ),
    "of a layer": raw(
        b"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [4 0 R] /D << /Order [4 0 R] /Intent /" + LATIN + b" >> >> >>",
        PAGES[0],
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /Properties << /" + LATIN + b" 4 0 R >> >> >>",
        b"<< /Type /OCG /Name (" + LATIN + b") >>",
    ),
    "in an outline": raw(
        b"<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>",
        *PAGES,
        b"<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 1 >>",
        b"<< /Title (" + LATIN + b"\x7f\xad) /Parent 4 0 R /A << /S /GoTo /D /" + LATIN + b" >> >>",
    ),
}  # fmt: skip

LINK = b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org) >> >>"


def of_page(told, *more):
    """A page that says this of itself, and what else the file holds."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] " + told + b" >>"
    return raw(b"<< /Type /Catalog /Pages 2 0 R >>", PAGES[0], page, *more)


def of_catalog(told, *more):
    return raw(b"<< /Type /Catalog /Pages 2 0 R " + told + b" >>", *PAGES, *more)


ODD = {
    "an annotation that was deleted": of_page(b"/Annots [4 0 R 9 0 R]", LINK),
    "an annotation that is nothing": of_page(b"/Annots [null " + LINK + b"]"),
    "an annotation that is a number": of_page(b"/Annots [4 (x) /No [] true " + LINK + b"]"),
    "annotations that are nothing": of_page(b"/Annots null"),
    "annotations that were deleted": of_page(b"/Annots 9 0 R"),
    "annotations in no list": of_page(b"/Annots " + LINK),
    "annotations elsewhere": of_page(b"/Annots 4 0 R", b"[null 5 0 R]", LINK),
    "an annotation without a kind": of_page(b"/Annots [<< /Rect [0 0 9 9] >>]"),
    "a link to nowhere": of_page(b"/Annots [<< /Subtype /Link /Rect [0 0 9 9] /Dest (gone) >>]"),
    "a link to a number": of_page(b"/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /GoTo /D 7 >> >>]"),
    "nothing drawn": of_page(b"/Contents 9 0 R"),
    "no resources": of_page(b"/Resources null"),
    "resources of no kind": of_page(b"/Resources [1 2]"),
    "a size written oddly": of_page(b"/CropBox [+0 -.0 595. 842.000]"),
    "a turn written oddly": of_page(b"/Rotate 90.0"),
    "names with odd bytes": of_page(b"/Odd#e9 << /#00#ff#20 (\xff\x00\\n) >>"),
    "outlines of nothing": of_catalog(b"/Outlines 9 0 R"),
    "outlines in a circle": of_catalog(
        b"/Outlines 4 0 R", b"<< /First 5 0 R /Last 5 0 R >>", b"<< /Title (a) /Next 5 0 R /First 5 0 R >>"
    ),
    "an outline without a title": of_catalog(b"/Outlines 4 0 R", b"<< /First 5 0 R /Last 5 0 R >>", b"<< /Dest [3 0 R /Fit] >>"),
    "an outline with an odd title": of_catalog(
        b"/Outlines 4 0 R", b"<< /First 5 0 R /Last 5 0 R >>", b"<< /Title <feffd800> /Dest [3 0 R /Fit] >>"
    ),
    "names of nothing": of_catalog(b"/Names << /Dests 9 0 R >> /Dests []"),
    "layers of nothing": of_catalog(b"/OCProperties << /OCGs [null 4] /D null >>"),
    "a form of nothing": of_catalog(b"/AcroForm << /Fields [null 9 0 R] >>"),
    "tags of nothing": of_catalog(b"/MarkInfo << /Marked true >> /StructTreeRoot 9 0 R"),
}  # fmt: skip
ODD["places to sign that share all that is below them"] = of_catalog(
    b"/AcroForm << /Fields [4 0 R] >>",
    *(b"<< /FT /Sig /Kids [%d 0 R %d 0 R] >>" % (number + 1, number + 1) for number in range(4, 44)),
)
