"""Tables of text as CSV files and workbooks: no spreadsheet takes a cell for a formula; and read back."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path

import openpyxl
import xlsxwriter

from rules.errors import Refusal

LARGEST = 5_000_000  # bytes of a file
LARGEST_UNPACKED = 60_000_000  # bytes of all that a workbook is packed of
MOST_LINES = 5000
MOST_COLUMNS = 50
FORMULA = ("=", "+", "-", "@", "\t", "\r")
WIDEST = 60  # characters

Line = tuple[int, list[str]]


class SheetRefused(Refusal):
    """A file that is no table we can read; the text says what to do."""


def read(path: Path) -> list[Line]:
    """Return the lines of a CSV file, or of the first sheet of a workbook (.xlsx): each with its number and its cells.

    Empty lines are left out. Raises SheetRefused when the file can't be read, is none, or is too large.
    """
    try:
        content = path.read_bytes() if path.stat().st_size <= LARGEST else None
    except OSError as error:
        raise SheetRefused(f"{path} can't be read: {error.strerror}.") from error
    if content is None:
        raise SheetRefused(f"{path} is larger than {LARGEST // 1_000_000} MB. Please take out what is not the table.")
    match path.suffix.lower():
        case ".csv":
            lines = _read_csv(path, content)
        case ".xlsx":
            lines = _read_workbook(path, content)
        case _:
            raise SheetRefused(f"{path} is neither .csv nor .xlsx. Please save it as one of these.")
    found = [line for line in islice(lines, MOST_LINES + 1) if any(line[1])]
    if len(found) > MOST_LINES:
        raise SheetRefused(f"{path} has more than {MOST_LINES:,} lines. Please take out what is not the table.")
    return found


def _read_csv(path: Path, content: bytes) -> list[Line]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetRefused(f"{path} is not UTF-8 text. In Excel, save it as “CSV UTF-8”.") from error
    lines: list[Line] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for cells in reader:
            lines.append((begins, [_as_written(cell) for cell in cells]))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise SheetRefused(f"{path}, line {begins}: this is not CSV: {error}. Please save it as CSV again.") from error
    return lines


def _read_workbook(path: Path, content: bytes) -> list[Line]:
    broken = SheetRefused(
        f"{path} is not a workbook that can be read. Please save it as .xlsx again, without a password."
    )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise broken from error
    if size > LARGEST_UNPACKED:
        raise SheetRefused(f"{path} is too large once it is unpacked. Please take out what is not the table.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and validations, which are not read
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            sheet = book.worksheets[0]
            rows = sheet.iter_rows(max_row=MOST_LINES + 1, max_col=MOST_COLUMNS, values_only=True)
            cells = [[_text(value) for value in row] for row in rows]
            book.close()
    except Exception as error:  # (a file from outside can be broken in any way)
        raise broken from error
    width = max((_width(row) for row in cells), default=0)
    return [(number, (row + [""] * width)[:width]) for number, row in enumerate(cells, 1)]


def _width(row: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(row, 1) if cell), default=0)


def _text(value: object) -> str:
    """Return a cell as it is shown: a whole number without its point, a date as 2021-09-30."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else str(value)


# --- Writing ------------------------------------------------------------------------------------------------------


def as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV, which a spreadsheet takes no cell of for a formula (CWE-1236). `read` gives it back."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[no_formula(cell) for cell in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def no_formula(cell: str) -> str:
    """Return a cell with an apostrophe before what would be a formula, or would be read back as if it had one."""
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA) else cell


def _as_written(cell: str) -> str:
    """Return what a cell said before `no_formula`."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA) else cell


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
