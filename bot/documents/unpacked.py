"""How large the parts of a PDF are once they are unpacked: counted bit by bit, and never held whole.

What is a picture is measured by its pixels, so that ordinary paper is ordinary whatever it was scanned with.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from bot.documents.faults import FaultError
from bot.documents.holds import Contents
from bot.documents.scan import MOST_PIXELS, frame

MOST_BLACK_AND_WHITE_PIXELS = 4 * MOST_PIXELS  # A3 at 1200 dots an inch has 278 million
MOST_BYTES = 100_000_000  # of one part that is no picture: what is drawn, a font, a list of objects
MOST_ALL_BYTES = 400_000_000  # of all those together
MOST_PICTURE_BYTES = 4 * MOST_PIXELS + (1 << 20)
READ_PICTURE_BYTES = 1_000_000_000  # of pictures that are unpacked, to see whether they are whole
MOST_STAGES = 4
SLICE = 1 << 20
FLATE = ("/FlateDecode", "/Fl")
HEAD_BYTES = 1 << 16


class Sizes:
    """Counts what the parts of one PDF come to, and raises FaultError where one, or all, are too large."""

    def __init__(self, pdf: Contents) -> None:
        self._pdf = pdf
        self._all = self._pixels = self._read = 0

    def add(self, place: str, stream: Any) -> None:
        """Add a part: its `place` in the plain values, and as the library has it."""
        told = self._pdf.dictionary(place)
        picture = self._pdf.at(told.get("/Subtype")) == "/Image"
        filters = self._filters(told)
        if picture:
            self._add_pixels(told, place)
        raw = stream.read_raw_bytes()
        packed = [one for one in filters if one in FLATE]
        if len(filters) > MOST_STAGES:
            raise FaultError("packed-often", place=self._where(place))
        if filters[: len(packed)] == packed and packed:
            self._unpack(raw, len(packed), filters, place, picture=picture)
        elif "/DCTDecode" in filters[:1]:
            self._check_jpeg(raw[:HEAD_BYTES], place)
        elif not picture:
            self._count_other(stream, raw, place)

    def _filters(self, told: Any) -> Sequence[str]:
        found = self._pdf.at(told.get("/Filter"))
        return [str(self._pdf.at(one)) for one in (found if isinstance(found, list) else [found]) if one is not None]

    def _add_pixels(self, told: Any, place: str) -> None:
        width, height = (self._pdf.at(told.get(key)) for key in ("/Width", "/Height"))
        if not (isinstance(width, int) and isinstance(height, int)):
            return
        one_bit = self._pdf.at(told.get("/BitsPerComponent")) == 1
        black_and_white = one_bit or self._pdf.at(told.get("/ImageMask")) is True
        pixels = width * height
        if pixels > (MOST_BLACK_AND_WHITE_PIXELS if black_and_white else MOST_PIXELS):
            raise FaultError("picture-large", width=width, height=height, place=self._where(place))
        self._pixels += pixels // 4 if black_and_white else pixels
        if self._pixels > MOST_PIXELS * max(1, len(self._pdf.pages)):
            raise FaultError("pictures-large", place="")

    def _unpack(self, raw: bytes, stages: int, filters: Sequence[str], place: str, *, picture: bool) -> None:
        most = MOST_PICTURE_BYTES if picture else MOST_BYTES
        if picture and self._read > READ_PICTURE_BYTES:
            return
        size, head = 0, b""
        try:
            for part in _inflated(raw, stages, most):
                if not size and filters[stages : stages + 1] == ["/DCTDecode"]:
                    head = part[:HEAD_BYTES]
                size += len(part)
                if size > most:
                    raise FaultError("unpacked-large", place=self._where(place))
        except zlib.error:
            raise FaultError("unpacked-damaged", place=self._where(place)) from None
        if head:
            self._check_jpeg(head, place)
        if picture:
            self._read += size
        else:
            self._count(size)

    def _check_jpeg(self, head: bytes, place: str) -> None:
        """Look at how large a JPEG in the PDF says itself that it is."""
        found = frame(head)
        if found is not None and found[2] * found[3] > MOST_PIXELS:
            raise FaultError("picture-large", width=found[2], height=found[3], place=self._where(place))

    def _count_other(self, stream: Any, raw: bytes, place: str) -> None:
        """Count what is packed in another way, as the library unpacks it: this process has little memory."""
        try:
            self._count(len(stream.read_bytes()))
        except MemoryError:
            raise FaultError("unpacked-large", place=self._where(place)) from None
        except pikepdf.PdfError:
            self._count(len(raw))

    def _count(self, size: int) -> None:
        self._all += size
        if size > MOST_BYTES or self._all > MOST_ALL_BYTES:
            raise FaultError("unpacked-large", place="")

    def _where(self, place: str) -> str:
        number = self._pdf.page_of.get(place)
        return f" on page {number}" if number else ""


def _inflated(raw: bytes, stages: int, most: int) -> Iterator[bytes]:
    """Give what was packed once or several times, slice by slice. Raises zlib.error where it is damaged.

    A checksum at its end that is wrong is no matter: readers do not look at it.
    """
    parts: Iterator[bytes] = iter([raw])
    for _ in range(stages):
        parts = _one_stage(parts, most)
    return parts


def _one_stage(parts: Iterator[bytes], most: int) -> Iterator[bytes]:
    work, given = zlib.decompressobj(), 0
    for part in parts:
        waiting = part
        while waiting and given <= most:
            try:
                unpacked = work.decompress(waiting, SLICE)
            except zlib.error as wrong:
                if "data check" in str(wrong):
                    return
                raise
            given += len(unpacked)
            if unpacked:
                yield unpacked
            waiting = work.unconsumed_tail
