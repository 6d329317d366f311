"""Read a workbook (.xlsx) as whoever sent it sees it: the sheets, lines and columns that are shown, cells as shown."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from posixpath import join, normpath

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.cell import range_boundaries

from bot import number_formats
from rules.errors import Refusal
from rules.names import as_read
from rules.phrases import counted, listed
from rules.sheets import Cell, Line, Sheet, letters, names_all

NO_RESULT = (
    "this cell has a formula without a result; open the file in Excel, save it and send it again, or write what it "
    "should say"
)
ERROR = "this cell shows {}; write what it should say"
BROKEN = "this cell holds what no spreadsheet shows; write what it should say"
STRUCK = (
    "this is struck out, so it is not known whether it still holds; delete it, and the line where all of it is struck "
    "out, or take the stroke off"
)
MERGED = "the cells {} are merged into one, so it is not known which column it is for; unmerge them"
FORMATS = {**BUILTIN_FORMATS, 14: "dd/mm/yyyy", 22: "dd/mm/yyyy h:mm"}
"""By their numbers; 14 and 22 are the system's own short date, which in the United Kingdom is this one."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SHOWN_LINES = 8  # that are named one by one


class BrokenError(ValueError):
    """A file is no workbook that can be read."""


@dataclass(frozen=True)
class _Book:
    """What all sheets of a workbook share: its strings, the number format of each style, how days are counted.

    `struck` are the styles that strike out what stands in a cell, `struck_strings` the strings of which a part is.
    `unsaved`: the program that wrote it leaves the formulas to whoever opens it.
    """

    strings: list[str]
    formats: list[str]
    struck: frozenset[int]
    struck_strings: frozenset[int]
    since_1904: bool
    unsaved: bool


@dataclass(frozen=True)
class _Part:
    """A sheet of a workbook that is shown, and where it is in the file."""

    name: str
    path: str


def read(content: bytes, needed: Collection[str], *, largest: int, most_lines: int, wanted: str | None = None) -> Sheet:
    """Return the sheet that is shown; of several the one `wanted`, or whose first line names all that is needed.

    Raises BrokenError for what is no workbook or is larger than `largest` bytes when unpacked, and Refusal where it is
    not known which sheet is meant. Of more than `most_lines` lines, one more is returned.
    """
    try:
        sheets = _shown_sheets(content, largest, most_lines)
    except Exception as error:  # (a file from outside can be broken in any way)
        raise BrokenError from error
    if sheets is None:
        raise Refusal("is too large once it is unpacked. Please take out what is not the table.")
    return _meant(sheets, needed, wanted)


def _shown_sheets(content: bytes, largest: int, most_lines: int) -> list[Sheet] | None:
    """Return the sheets that are shown; None where they are too large."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(part.file_size for part in packed.infolist()) > largest:
            return None
        shown, book = _parts(packed)
        return [_sheet(packed, part, book, most_lines) for part in shown]


def _meant(sheets: list[Sheet], needed: Collection[str], wanted: str | None) -> Sheet:
    names = listed([f"“{sheet.name}”" for sheet in sheets])
    if wanted is not None:
        found = next((sheet for sheet in sheets if as_read(sheet.name or "") == as_read(wanted)), None)
        if found is None:
            raise Refusal(f"has no sheet “{wanted}” that is shown. It has {names}.")
        return found
    filled = [sheet for sheet in sheets if sheet.lines]
    if len(filled) <= 1:
        return (filled or sheets)[0]
    fitting = [sheet for sheet in filled if names_all(sheet.lines[0].cells, needed)]
    if len(fitting) != 1:
        raise Refusal(
            f"has several sheets with something in them, {names}, and it is not known which one is meant. Please "
            "name it with --sheet, or take the others out."
        )
    others = listed([f"“{sheet.name}”" for sheet in filled if sheet is not fitting[0]])
    return replace(fitting[0], said=(*fitting[0].said, f"Read from the sheet “{fitting[0].name}”; not read: {others}."))


# --- The parts of the file ----------------------------------------------------------------------------------------


def _parts(packed: zipfile.ZipFile) -> tuple[list[_Part], _Book]:
    start = next(path for kind, path in _related(packed, "").values() if kind == "officeDocument")
    root = _root(packed, start)
    related, shown = _related(packed, start), []
    for found in _all(root, "sheet"):
        rid = next((value for key, value in found.attrib.items() if _local(key) == "id" and "}" in key), "")
        kind, path = related.get(rid, ("", ""))
        if found.get("state", "visible") == "visible" and kind == "worksheet":
            shown.append(_Part(found.get("name", ""), path))
    if not shown:
        raise BrokenError
    there = {kind: path for kind, path in related.values() if path in packed.namelist()}
    strings, styles = there.get("sharedStrings"), there.get("styles")
    about = next(_all(root, "workbookPr"), None)
    counts = next(_all(root, "calcPr"), None)
    texts = list(_all(_root(packed, strings), "si")) if strings else []
    looks = _root(packed, styles) if styles else None
    return shown, _Book(
        strings=[_string(one) for one in texts],
        formats=_formats(looks) if looks is not None else [],
        struck=_struck_styles(looks) if looks is not None else frozenset(),
        struck_strings=frozenset(place for place, one in enumerate(texts) if _is_struck(one)),
        since_1904=about is not None and about.get("date1904") in ("1", "true"),
        unsaved=counts is not None and counts.get("fullCalcOnLoad") in ("1", "true"),
    )


def _root(packed: zipfile.ZipFile, path: str) -> ET.Element:
    return ET.fromstring(_xml(packed, path))  # noqa: S314 (it defines nothing of its own)


def _xml(packed: zipfile.ZipFile, path: str) -> bytes:
    """Return a part of the file; raise BrokenError where it defines words of its own, as no workbook does."""
    content = packed.read(path)
    if b"<!DOCTYPE" in content or b"<\0!\0D\0" in content or b"\0<\0!\0D" in content:
        raise BrokenError
    return content


def _related(packed: zipfile.ZipFile, path: str) -> dict[str, tuple[str, str]]:
    """Return the parts that a part of the file names, by their ids: what each is, and its path; "" is the whole."""
    folder, _, name = path.rpartition("/")
    root = _root(packed, join(folder, "_rels", f"{name}.rels"))
    found = {}
    for one in _all(root, "Relationship"):
        target, kind = one.get("Target", ""), one.get("Type", "").rpartition("/")[2]
        where = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        found[one.get("Id", "")] = (kind, where)
    return found


def _formats(root: ET.Element) -> list[str]:
    own = {int(one.get("numFmtId", "0")): one.get("formatCode", "General") for one in _all(root, "numFmt")}
    known = FORMATS | own
    cells = next(_all(root, "cellXfs"), None)
    return [] if cells is None else [known.get(int(one.get("numFmtId", "0")), "General") for one in _all(cells, "xf")]


def _struck_styles(root: ET.Element) -> frozenset[int]:
    """Return the styles of cells whose font strikes out."""
    fonts, cells = next(_all(root, "fonts"), None), next(_all(root, "cellXfs"), None)
    if fonts is None or cells is None:
        return frozenset()
    strikes = {place for place, font in enumerate(_all(fonts, "font")) if _is_struck(font)}
    return frozenset(place for place, one in enumerate(_all(cells, "xf")) if int(one.get("fontId", "0")) in strikes)


def _is_struck(root: ET.Element) -> bool:
    """Return whether a font, or a part of a text, is struck out."""
    return any(one.get("val") not in ("0", "false") for one in _all(root, "strike"))


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _all(root: ET.Element, name: str) -> Iterator[ET.Element]:
    return (one for one in root.iter() if _local(one.tag) == name)


def _string(root: ET.Element) -> str:
    """Return a text: all its pieces, but for what says how it is pronounced; signs that were escaped are themselves."""
    said = []
    for one in root:
        if _local(one.tag) == "t":
            said.append(one.text or "")
        elif _local(one.tag) == "r":
            said += [piece.text or "" for piece in one if _local(piece.tag) == "t"]
    return _unescaped("".join(said))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


# --- A sheet ------------------------------------------------------------------------------------------------------


def _sheet(packed: zipfile.ZipFile, part: _Part, book: _Book, most: int) -> Sheet:
    grid, hidden_columns, hidden_lines, merged = _grid(_xml(packed, part.path), book, most)
    _spread(grid, merged, hidden_columns)
    unseen = [letters(place) for place in sorted(hidden_columns) if any(place in row for row in grid.values())]
    kept = {
        number: {place: cell for place, cell in row.items() if place not in hidden_columns}
        for number, row in grid.items()
        if number not in hidden_lines
    }
    width = max((place for row in kept.values() for place, cell in row.items() if not cell.empty), default=0)
    lines = [
        Line(number, [row.get(place, Cell()) for place in range(1, width + 1)], number)
        for number, row in sorted(kept.items())
        if any(not cell.empty for cell in row.values())
    ]
    said = []
    if unseen:
        what = "Column" if len(unseen) == 1 else "Columns"
        said.append(f"{what} {listed(unseen)} of the sheet “{part.name}” {_are(unseen)} hidden, so not read.")
    passed = sorted(number for number in hidden_lines if any(not cell.empty for cell in grid.get(number, {}).values()))
    if passed:
        named = listed(list(map(str, passed))) if len(passed) <= _SHOWN_LINES else f"{passed[0]} to {passed[-1]}"
        said.append(
            f"{counted(len(passed), 'line')} of the sheet “{part.name}” {_are(passed)} hidden, so not read: {named}."
        )
    return Sheet(tuple(lines), part.name, tuple(said))


def _are(several: Collection[object]) -> str:
    return "is" if len(several) == 1 else "are"


def _grid(content: bytes, book: _Book, most: int) -> tuple[dict[int, dict[int, Cell]], set[int], set[int], list[str]]:
    """Return the cells that are not empty by line and column, what is hidden, and which cells are merged."""
    grid: dict[int, dict[int, Cell]] = {}
    hidden_columns: set[int] = set()
    hidden_lines: set[int] = set()
    merged: list[str] = []
    number = 0
    for _, one in ET.iterparse(io.BytesIO(content), events=("end",)):  # noqa: S314 (as in _root)
        match _local(one.tag):
            case "col" if _unseen(one, "width"):
                hidden_columns |= set(range(int(one.get("min", "1")), min(int(one.get("max", "1")), 16_384) + 1))
            case "row":
                number = int(one.get("r", number + 1))
                row = dict(_cells(one, book))
                if row and len(grid) <= most:
                    grid[number] = row
                    if _unseen(one, "ht"):
                        hidden_lines.add(number)
                one.clear()
            case "mergeCell":
                merged.append(one.get("ref", ""))
    return grid, hidden_columns, hidden_lines, merged


def _unseen(one: ET.Element, size: str) -> bool:
    return one.get("hidden") in ("1", "true") or float(one.get(size, "1")) == 0


def _cells(row: ET.Element, book: _Book) -> Iterator[tuple[int, Cell]]:
    place, told = 0, False
    for one in row:
        if _local(one.tag) != "c":
            continue
        named = re.match(r"[A-Z]+", one.get("r", ""))
        place = _place(named[0]) if named else place + 1
        try:
            cell, struck = _cell(one, book), _strikes(one, book)
        except (ValueError, LookupError, ArithmeticError):
            cell, struck = Cell(odd=BROKEN), False
        if not cell.empty:
            yield place, Cell(odd=STRUCK) if struck and not told else cell
            told = told or struck  # of a line that is struck out it is said once


def _place(said: str) -> int:
    found = 0
    for sign in said:
        found = found * 26 + ord(sign) - ord("A") + 1
    return found


def _cell(one: ET.Element, book: _Book) -> Cell:
    parts: Mapping[str, ET.Element] = {_local(part.tag): part for part in one}
    kind, value = one.get("t", "n"), parts["v"].text if "v" in parts else None
    style = int(one.get("s", "0"))
    code = book.formats[style] if style < len(book.formats) else "General"
    if "f" in parts:
        never = kind != "str" and not value  # a text that is the result may be empty
        if never or "v" not in parts or (book.unsaved and kind == "n" and float(value or "0") == 0):
            return Cell(odd=NO_RESULT)
    if kind == "inlineStr":
        return _text(_string(parts["is"]) if "is" in parts else "", code)
    if value is None:
        return Cell()
    return _SHOWN.get(kind, _number)(value, code, book)


def _strikes(one: ET.Element, book: _Book) -> bool:
    """Return whether what a cell shows is struck out, all of it or a part."""
    if int(one.get("s", "0")) in book.struck or _is_struck(one):
        return True
    value = one.findtext("{*}v")
    return one.get("t") == "s" and value is not None and int(value) in book.struck_strings


def _text(text: str, code: str) -> Cell:
    shown = number_formats.shown_text(text, code)
    return Cell(shown) if shown is not None else Cell(odd=number_formats.UNCLEAR.format(code))


def _number(value: str, code: str, book: _Book) -> Cell:
    return number_formats.shown(float(value), code, since_1904=book.since_1904)


def _iso_day(value: str, code: str, book: _Book) -> Cell:
    del book
    return number_formats.shown(number_formats.as_number(date.fromisoformat(value[:10])), code)


_SHOWN: Mapping[str, Callable[[str, str, _Book], Cell]] = {
    "s": lambda value, code, book: _text(book.strings[_index(value)], code),
    "str": lambda value, code, _: _text(_unescaped(value), code),
    "b": lambda value, _, __: Cell("TRUE" if value.strip() == "1" else "FALSE"),
    "e": lambda value, _, __: Cell(odd=ERROR.format(value)),
    "d": _iso_day,
}
"""What a cell with a value shows, by its type; any other is a number."""


def _index(value: str) -> int:
    """Return the place of a string among those that the sheets share. Raises ValueError for what is none."""
    if int(value) < 0:
        raise ValueError
    return int(value)


def _spread(grid: dict[int, dict[int, Cell]], merged: list[str], hidden_columns: set[int]) -> None:
    """Give each line of cells that are merged from above to below what they show; mark what spans several columns."""
    for ref in merged:
        left, top, right, bottom = (int(edge) for edge in range_boundaries(ref) if edge is not None)
        first = grid.get(top, {}).get(left)
        if first is None:
            continue
        if sum(place not in hidden_columns for place in range(left, min(right, 16_384) + 1)) > 1:
            grid[top][left] = Cell(odd=MERGED.format(ref))
            continue
        for number in range(top + 1, bottom + 1):
            if number in grid:  # (a line with nothing else in it stays empty)
                grid[number][left] = first
