"""How large paper may be: what scanners make of A4 and A3 is taken, whatever it is packed with; what no paper has is not."""

from __future__ import annotations

import io
import zlib

import pytest
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from bot.documents.check import check
from tests.bot.documents.kit import KEPT, PRINT, looked, pdf

A4_300, A4_600, A3_600 = (2480, 3508), (4960, 7016), (7016, 9921)
COARSER = "Please scan it at 300 dots an inch, and send that."
TAKEN_AT_MOST = (
    "At most 100 million are taken (A3 at 600 dots an inch has 70 million), and four times as many in black and white. "
    f"{COARSER}"
)


def lossless(size, space, bits=8, packed=1):
    """A page with a picture that is packed without loss, all of it white."""
    width, height = size
    colours = {"/DeviceRGB": 3, "/DeviceGray": 1, "/DeviceCMYK": 4}[space]
    work = zlib.compressobj(1)
    row = b"\xff" * ((width * bits * colours + 7) // 8)
    content = b"".join([*(work.compress(row * 16) for _ in range(height // 16 + 1)), work.flush()])
    for _ in range(packed - 1):
        content = zlib.compress(content, 1)

    def change(made):
        made.pages[0].MediaBox = [0, 0, 595, 842]
        told = {"Subtype": Name.Image, "Width": width, "Height": height, "BitsPerComponent": bits}
        picture = Stream(made, content, **told, ColorSpace=Name(space), Filter=Array([Name.FlateDecode] * packed))
        made.pages[0].Resources = Dictionary(XObject=Dictionary(Im0=made.make_indirect(picture)))

    return pdf(change, **KEPT)


PAPER = {
    "A4 in colour at 300": lambda: lossless(A4_300, "/DeviceRGB"),
    "A4 for print at 300": lambda: lossless(A4_300, "/DeviceCMYK"),
    "A3 in grey at 600": lambda: lossless(A3_600, "/DeviceGray"),
    "A3 in black and white at 1200": lambda: lossless((14032, 19843), "/DeviceGray", bits=1),
    "A4 in colour at 300, packed twice": lambda: lossless(A4_300, "/DeviceRGB", packed=2),
}


@pytest.mark.parametrize("name", PAPER)
def test_what_is_scanned_without_loss_is_taken(tmp_path, name):
    assert looked(tmp_path, PAPER[name]()) == "taken"


def test_a4_in_colour_at_600_is_taken_in_the_memory_that_a_check_has(tmp_path):
    file = tmp_path / "scan.pdf"
    file.write_bytes(lossless(A4_600, "/DeviceRGB"))
    assert check(file).pages == 1


def picture(size=A4_300, mode="RGB", **saved):
    out = io.BytesIO()
    Image.new(mode, size, 200 if mode == "L" else None).save(out, "JPEG", **saved)
    return out.getvalue()


def turned():
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


PICTURES = {
    "a telephone's, held upright": lambda: picture((3000, 4000), exif=turned()),
    "A4 at 600": lambda: picture(A4_600, dpi=(600, 600)),
    "A3 in grey at 600, progressive": lambda: picture(A3_600, "L", progressive=True),
    "for print": lambda: picture(mode="CMYK"),
    "for print, progressive": lambda: picture(mode="CMYK", progressive=True),
    "progressive": lambda: picture(progressive=True),
    "in grey": lambda: picture(mode="L"),
    "without a size in inches": lambda: picture(dpi=(0, 0)),
    "one dot": lambda: picture((1, 1)),
    "with odd bytes between its parts": lambda: odd_bytes(picture((300, 200))),
}


def odd_bytes(jpeg):
    """Readers look for the next mark."""
    at = 4 + int.from_bytes(jpeg[4:6], "big")
    return jpeg[:at] + b"\x00\x00" + jpeg[at:]


@pytest.mark.parametrize("name", PICTURES)
def test_an_ordinary_picture_is_taken(tmp_path, name):
    assert looked(tmp_path, PICTURES[name]()) == "taken"


def with_frame(jpeg, *, marker=0xC0, bits=8):
    """A JPEG that says it is of another kind."""
    at = jpeg.index(b"\xff\xc0")
    return jpeg[: at + 1] + bytes([marker]) + jpeg[at + 2 : at + 4] + bytes([bits]) + jpeg[at + 5 :]


TOO_MUCH = {
    "a picture larger than paper": (
        lambda: lossless((12_000, 12_000), "/DeviceGray"),
        f"has a picture of 12000 x 12000 dots on page 1. {TAKEN_AT_MOST}",
    ),
    "black and white larger than paper": (
        lambda: lossless((24_000, 24_000), "/DeviceGray", bits=1),
        f"has a picture of 24000 x 24000 dots on page 1. {TAKEN_AT_MOST}",
    ),
    "a JPEG larger than paper": (
        lambda: picture((11_000, 11_000), "L"),
        f"has a picture of 11000 x 11000 dots. {TAKEN_AT_MOST}",
    ),
    "packed five times": (
        lambda: lossless((10, 10), "/DeviceGray", packed=5),
        f"has something in it on page 1 that is packed more than four times over. {PRINT}",
    ),
    "a lossless JPEG": (
        lambda: with_frame(picture((300, 200)), marker=0xC3),
        "is a JPEG of a kind that few programs can show (lossless). Please save it as an ordinary JPEG, or as PDF.",
    ),
    "a JPEG of 12 bits": (
        lambda: with_frame(picture((300, 200)), marker=0xC1, bits=12),
        "is a JPEG of a kind that few programs can show (12 bits, 3 colours). Please save it as an ordinary JPEG, or as PDF.",
    ),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_no_paper_has_is_refused_with_its_measure(tmp_path, name):
    content, said = TOO_MUCH[name]
    assert looked(tmp_path, content()) == said


def test_a_jpeg_inside_is_measured_by_what_it_says_itself(tmp_path):
    jpeg = picture((12_000, 9_000), "L")

    def change(made):
        told = {"Subtype": Name.Image, "Width": 10, "Height": 10, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
        small = made.make_indirect(Stream(made, jpeg, **told, Filter=Name.DCTDecode))
        made.pages[0].Resources = Dictionary(XObject=Dictionary(Im0=small))

    assert looked(tmp_path, pdf(change)) == f"has a picture of 12000 x 9000 dots on page 1. {TAKEN_AT_MOST}"


def test_many_large_pictures_on_few_pages_are_refused(tmp_path):
    one = zlib.compress(b"\xff" * 100)  # what it says is measured, before anything is unpacked

    def change(made):
        told = {"Subtype": Name.Image, "Width": 9_000, "Height": 9_000, "BitsPerComponent": 8}
        several = [made.make_indirect(Stream(made, one, **told, Filter=Name.FlateDecode)) for _ in range(2)]
        made.Root.Odd = Array(several)

    said = "has pictures of more than 100 million dots for each of its pages, taken together."
    assert looked(tmp_path, pdf(change)) == f"{said} {COARSER}"
