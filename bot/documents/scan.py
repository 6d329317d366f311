"""A scan as JPEG, looked at: whole, of a kind that programs can show, and no larger than paper is."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from io import BytesIO

from bot.documents.faults import FaultError

MOST_PIXELS = 100_000_000  # A3 at 600 dots an inch has 69.6 million
FILLS, DATA = 0xFF, 0xDA
STANDING_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
SHOWN_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive, with Huffman's codes
KINDS: Mapping[int, str] = {0xC3: "lossless", 0xC9: "arithmetic coding", 0xCA: "arithmetic coding"}
USUAL_BITS = 8
COLOURS = (1, 3, 4)


def frame(jpeg: bytes) -> tuple[int, int, int, int, int] | None:
    """Return marker, bits, width, height and colours of a JPEG's frame; None where it has none that can be read."""
    for marker, place in _markers(jpeg):
        if marker in FRAMES and place + 8 <= len(jpeg):
            bits, colours = jpeg[place + 2], jpeg[place + 7]
            height, width = (int.from_bytes(jpeg[at : at + 2], "big") for at in (place + 3, place + 5))
            return marker, bits, width, height, colours
    return None


def _markers(jpeg: bytes) -> Iterator[tuple[int, int]]:
    """Give each marker before the picture itself, with where its length stands."""
    place = 2
    while (place := jpeg.find(FILLS, place)) >= 0 and place + 4 <= len(jpeg):  # what stands between is passed over
        marker = jpeg[place + 1]
        if marker in (0, FILLS) or marker in STANDING_ALONE:
            place += 1 if marker == FILLS else 2
            continue
        yield marker, place + 2
        if marker == DATA:
            return
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")


def check(jpeg: bytes) -> None:
    """Raise FaultError for a JPEG that cannot be taken. It is decoded at an eighth of its size, to its end."""
    from PIL import Image  # noqa: PLC0415 (a PDF needs none of it)

    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None  # our own limit is the one that is told
    try:
        with Image.open(BytesIO(jpeg), formats=["JPEG"]) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                raise FaultError("picture-large", width=width, height=height, place="")
            image.draft(None, (max(1, width // 8), max(1, height // 8)))
            image.load()  # to its end: a picture that is cut off says so only then
    except (OSError, SyntaxError, ValueError) as wrong:
        raise _fault(jpeg, str(wrong)) from None


def _fault(jpeg: bytes, said: str) -> FaultError:
    """Return what is wrong with a JPEG that does not open: its kind, its end, or something in it."""
    found = frame(jpeg)
    if found is not None:
        marker, bits, _, _, colours = found
        if marker not in SHOWN_FRAMES or bits != USUAL_BITS or colours not in COLOURS:
            return FaultError("jpeg-kind", thing=KINDS.get(marker) or f"{bits} bits, {colours} colours")
    return FaultError("jpeg-cut" if "truncated" in said else "jpeg-damaged")
