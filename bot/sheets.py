"""Tables as CSV files and workbooks: no spreadsheet takes a cell for a formula; and read back as they are shown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import xlsxwriter

from bot import workbooks
from rules import sheets
from rules.errors import Refusal
from rules.sheets import Sheet, no_formula

LARGEST = 5_000_000  # bytes of a file
LARGEST_UNPACKED = 60_000_000  # bytes of all that a workbook is packed of
MOST_LINES = 5000
WIDEST = 60  # characters
TEXTS = (".csv", ".tsv", ".txt")
BOOKS = (".xlsx", ".xlsm")
OLDER = b"\xd0\xcf\x11\xe0"  # how Excel's workbooks began until 2003, and how those with a password do today
PACKED = b"PK\x03\x04"  # how every workbook of today begins
UTF_16 = (b"\xff\xfe", b"\xfe\xff")

_SIGNS = "\u2018\u2019“”\u2013—…•£€§°·½¼¾\u00a0"
_TOLD = frozenset(f"ÁÀÂÄÉÈÊËÍÎÏÓÔÖÚÙÛÜÇÑáàâäçéèêëíîïñóòôöúùûüÿß{_SIGNS}")
"""What text in Windows-1252 may have beside ASCII: other signs of it are as likely letters of another encoding."""
_IN_A_WORD = re.compile(r"[^\W\d_][\u2013—“”…•£€§°·½¼¾][^\W\d_]|[…•£€§°·½¼¾][^\W\d_]")


class SheetRefused(Refusal):
    """A file that is no table we can read; the text says what to do."""


def read(path: Path, needed: Collection[str] = (), sheet: str | None = None) -> Sheet:
    """Return a table as whoever sent it sees it: of a text file (CSV, also with semicolons or tabs), or of a workbook.

    `needed` are the columns its first line names; of several sheets that are shown it tells the one that is meant, as
    does the name `sheet`. Raises SheetRefused when the file can't be read, is no table, or is too large.
    """
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        raise SheetRefused(f"{path} can't be read: {error.strerror}.") from error
    if content is None:
        raise SheetRefused(f"{path} is larger than {LARGEST // 1_000_000} MB. Please take out what is not the table.")
    if content.startswith(OLDER):
        raise SheetRefused(
            f"{path} is a workbook of Excel 97-2003, or has a password. Please save it as .xlsx, without a password."
        )
    match path.suffix.lower():
        case suffix if suffix in BOOKS and not content.startswith(PACKED):
            raise SheetRefused(
                f"{path} is no workbook, whatever its name says. Please name it .csv if it is one, or save it as .xlsx."
            )
        case suffix if suffix in BOOKS or (suffix in TEXTS and content.startswith(PACKED)):
            found = _book(path, content, needed, sheet)
        case suffix if suffix in TEXTS:
            found = _text(path, content, needed)
        case _:
            raise SheetRefused(f"{path} is neither .csv nor .xlsx. Please save it as one of these.")
    if sum(any(not cell.empty for cell in line.cells) for line in found.lines) > MOST_LINES:
        raise SheetRefused(f"{path} has more than {MOST_LINES:,} lines. Please take out what is not the table.")
    return found


def _book(path: Path, content: bytes, needed: Collection[str], sheet: str | None) -> Sheet:
    try:
        return workbooks.read(content, needed, largest=LARGEST_UNPACKED, most_lines=MOST_LINES, wanted=sheet)
    except workbooks.BrokenError as error:
        raise SheetRefused(
            f"{path} is not a workbook that can be read. Please save it as .xlsx again, without a password."
        ) from error
    except Refusal as refused:
        raise SheetRefused(f"{path} {refused}") from refused


def _text(path: Path, content: bytes, needed: Collection[str]) -> Sheet:
    text, said = _decoded(path, content)
    try:
        found = sheets.of_csv(text, needed)
    except sheets.NotCsvError as error:
        raise SheetRefused(f"{path}, {error}") from error
    return Sheet(found.lines, said=(*said, *found.said))


def _decoded(path: Path, content: bytes) -> tuple[str, tuple[str, ...]]:
    """Return what the bytes of a file say: UTF-8, UTF-16 that says so, Windows-1252 where nothing speaks against it."""
    refused = SheetRefused(f"{path} is not UTF-8 text. In Excel, save it as “CSV UTF-8”.")
    try:
        if content.startswith(UTF_16):
            return content.decode("utf-16"), ()
        if b"\0" in content:  # no text in UTF-8 has one
            return _unmarked(content), ("The file is UTF-16 that does not say so. Please look at its letters.",)
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        if content.startswith(UTF_16) or b"\0" in content:
            raise refused from None
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        raise refused from None
    if not {sign for sign in text if not sign.isascii()} <= _TOLD or "\0" in text or _IN_A_WORD.search(text):
        raise refused
    line = next(line for line in text.splitlines() if not line.isascii()).strip()
    shown = line if len(line) <= WIDEST else f"{line[: WIDEST - 1]}…"
    return text, (f"The file is not UTF-8, and was read as Windows-1252. Please look at its letters: “{shown}”.",)


def _unmarked(content: bytes) -> str:
    """Return a text in UTF-16 without its mark: of a letter of ASCII one byte is nothing. Raises UnicodeDecodeError."""
    text = content.decode("utf-16-le" if content[1::2].count(0) >= content[::2].count(0) else "utf-16-be")
    if "\0" in text or content.count(0) * 4 < len(content):
        raise UnicodeDecodeError("utf-16", content, 0, 1, "it has signs that are none")
    return text


# --- Writing ------------------------------------------------------------------------------------------------------


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV, which a spreadsheet takes no cell of for a formula (CWE-1236). `read` gives it back."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[no_formula(cell) for cell in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def as_workbook(rows: Sequence[Sequence[str]], name: str) -> bytes:
    """Return a table as a workbook of one sheet, its first row the heading; every cell is text, never a formula."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet(name)
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        head = book.add_format({"bold": True, "num_format": "@"})
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                sheet.write_string(number, place, cell, text if number else head)
        for place in range(len(rows[0])):
            longest = max(len(row[place]) for row in rows)
            sheet.set_column(place, place, min(max(longest + 2, 10), WIDEST))
        sheet.freeze_panes(1, 0)
    return file.getvalue()
