"""Documents for the tests: PDFs of some pages, and a scan as JPEG."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw


def pdf(title: str = "An agreement", *, pages: int = 1) -> bytes:
    """A PDF whose pages say its title and their number."""
    made = pikepdf.new()
    for number in range(1, pages + 1):
        made.add_blank_page(page_size=(595, 842))
        page = made.pages[-1]
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        words = f"BT /F1 24 Tf 72 720 Td ({title}, page {number}) Tj ET"
        page.Contents = made.make_stream(words.encode("latin-1"))
    out = io.BytesIO()
    made.save(out, deterministic_id=True)
    return out.getvalue()


def jpeg(width: int = 600, height: int = 800) -> bytes:
    """A scan as JPEG."""
    out, page = io.BytesIO(), Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(page).line((width // 4, height // 2, width // 2, height // 2 - 40), fill="black", width=6)
    page.save(out, "JPEG")
    return out.getvalue()


def read(pdf: bytes) -> str:
    """The text of a PDF, its pages after each other, with single spaces."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()
