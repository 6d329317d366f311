"""A table that somebody sent, as they see it: lines of cells, columns by their names, and what is wrong where. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rules import written_days
from rules.errors import Refusal
from rules.names import as_read
from rules.phrases import counted, named, twice
from rules.written_days import Written

FORMULA = ("=", "+", "-", "@", "\t", "\r")
RETURN = "_x000D_"
"""How Excel keeps the return of a line in a cell; it shows nothing of it."""
LONGEST_QUOTED = 60
UNCHANGED = "Nothing was changed"


@dataclass(frozen=True)
class Cell:
    """A cell: its text as it is shown.

    `day` is the day of one that a spreadsheet keeps as a date and shows whole. `odd` says why it is not known what is
    shown, and what to do; None where it is known.
    """

    text: str = ""
    day: date | None = None
    odd: str | None = None

    @property
    def empty(self) -> bool:
        """Return whether nothing is seen of it."""
        return not as_read(self.text) and self.odd is None


@dataclass(frozen=True)
class Line:
    """A line of a table: its number in the file, its cells, and its row in a spreadsheet, where that is another."""

    number: int
    cells: Sequence[Cell]
    row: int


@dataclass(frozen=True)
class Sheet:
    """A table as it is shown. `name` is its sheet's in a workbook; `said` is what has to be said of how it was read."""

    lines: tuple[Line, ...]
    name: str | None = None
    said: tuple[str, ...] = ()


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong with a line and what to write instead, and in which cell; "" for the line as a whole."""

    line: int
    what: str
    cell: str = ""

    def __str__(self) -> str:
        """Return it as a line of the refusal."""
        return f"line {self.line}{f', cell {self.cell}' if self.cell else ''}: {self.what}"


class TableRefused(Refusal):
    """A table is refused; `faults` says all that is wrong with it, line by line. Nothing was changed."""

    def __init__(self, faults: Iterable[Fault], sheet: Sheet | None = None, nothing: str = UNCHANGED) -> None:
        self.faults = sorted(faults)
        where = f" in the sheet “{sheet.name}”" if sheet is not None and sheet.name else ""
        said = "".join(f"\n{sentence}" for sentence in (sheet.said if sheet is not None else ()))
        lines = "\n".join(map(str, self.faults))
        super().__init__(f"{nothing}; {len(self.faults)} to mend{where}:\n{lines}{said}")


@dataclass(frozen=True)
class Columns:
    """What the columns of a table can be called: those it must have, those it may, and those that are not read.

    `loose`: it may have others too, and nobody reads them. `order` is the one in which they are listed to people.
    """

    needed: tuple[str, ...]
    others: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    loose: bool = False

    @property
    def all(self) -> tuple[str, ...]:
        """Return every name, in the order in which they are listed to people."""
        return self.order or (*self.needed, *self.others, *self.unread)

    def read(self, name: str) -> bool:
        """Return whether what stands in a column is read."""
        return name in self.all and name not in self.unread


@dataclass(frozen=True)
class Row:
    """A line of a table by the names of its columns; what the table has no column of is empty."""

    line: int
    cells: Mapping[str, Cell]
    places: Mapping[str, str] = field(default_factory=dict)

    def __contains__(self, column: object) -> bool:
        """Return whether the table has this column."""
        return column in self.cells

    def text(self, column: str) -> str:
        """Return what a cell shows."""
        return self.cells[column].text if column in self.cells else ""

    def day(self, column: str) -> Written | None:
        """Return the day, month or year in a cell; None where it is none."""
        cell = self.cells[column]
        return Written(cell.day, cell.day) if cell.day is not None else written_days.read(cell.text)

    def fault(self, what: str, column: str | None = None) -> Fault:
        """Return what is wrong with this line, or with its cell in a column."""
        return Fault(self.line, what, self.places.get(column, "") if column is not None else "")


def rows_of(sheet: Sheet, columns: Columns, *, nothing: str = UNCHANGED) -> list[Row]:
    """Return the lines of a table below its first, which names the columns; lines and columns of nothing are left out.

    Raises TableRefused with all that is wrong with its columns, with the number of cells, and with cells of which it is
    not known what they show.
    """
    lines = [line for line in sheet.lines if any(not cell.empty for cell in line.cells)]
    if not lines:
        what = f"the first line must name the {named('column', columns.needed)}; possible are {', '.join(columns.all)}"
        raise TableRefused([Fault(1, what)], sheet, nothing)
    head, *below = lines
    _check_first(lines, sheet, columns, nothing)
    names = [as_read(cell.text) for cell in head.cells]
    width = max((place for place, name in enumerate(names, 1) if name), default=0)
    faults = _of_heading(head, names[:width], columns)
    faults += _without_heading(names, below)
    if faults:
        raise TableRefused(faults, sheet, nothing)
    found = []
    for line in below:
        length = max((place for place, cell in enumerate(line.cells, 1) if not cell.empty), default=0)
        if length > width or len(line.cells) < width:
            seen = counted(length if length > width else len(line.cells), "cell")
            what = f"this line has {seen}, and the first one has {width}; a cell that is empty needs its comma too"
            faults.append(Fault(line.number, what))
            continue
        cells = {name: cell for name, cell in zip(names, line.cells, strict=False) if name}
        places = {name: f"{letters(place)}{line.row} ({name})" for place, name in enumerate(names, 1)}
        row = Row(line.number, cells, places)
        faults += [row.fault(cell.odd, name) for name, cell in cells.items() if cell.odd and columns.read(name)]
        found.append(row)
    if faults:
        raise TableRefused(faults, sheet, nothing)
    return found


def _check_first(lines: Sequence[Line], sheet: Sheet, columns: Columns, nothing: str) -> None:
    """Raise TableRefused where a later line than the first names the columns: what stands above it is no table."""
    later = next((line for line in lines if names_all(line.cells, columns.needed)), lines[0])
    if later is not lines[0]:
        what = f"the columns are named here; take out what stands above: {counted(lines.index(later), 'line')}"
        raise TableRefused([Fault(later.number, what)], sheet, nothing)


def names_all(cells: Iterable[Cell], needed: Collection[str]) -> bool:
    """Return whether a line is the first one of a table: it names all the columns that are needed."""
    return set(needed) <= {as_read(cell.text) for cell in cells}


def _of_heading(head: Line, names: Sequence[str], columns: Columns) -> list[Fault]:
    possible = f"possible are {', '.join(columns.all)}"
    missing = [column for column in columns.needed if column not in names]
    unknown = [quoted(name) for name in names if name and name not in columns.all]
    again = sorted({name for name in names if name in columns.all and names.count(name) > 1})
    faults = []
    if missing:
        faults.append(Fault(head.number, f"the first line must name the {named('column', missing)}; {possible}"))
    if unknown and not columns.loose:
        faults.append(Fault(head.number, f"unknown {named('column', unknown)}; {possible}"))
    if again:
        faults.append(Fault(head.number, twice("column", again)))
    return faults


def _without_heading(names: Sequence[str], below: Sequence[Line]) -> list[Fault]:
    """Return the first cell of each column that has something in it, and no heading between columns that have one."""
    faults = []
    for place, name in enumerate(names, 1):
        if name:
            continue
        first = next((line for line in below if len(line.cells) >= place and not line.cells[place - 1].empty), None)
        if first is not None:
            what = "the first line has no name for this column; write one there, or empty the column"
            faults.append(Fault(first.number, what, f"{letters(place)}{first.row}"))
    return faults


def letters(place: int) -> str:
    """Return what a spreadsheet calls its first, second ... column: A, B, AA."""
    found = ""
    while place:
        place, rest = divmod(place - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def quoted(word: str) -> str:
    """Return a word of the file as a sentence quotes it: cut where it is endless."""
    return repr(word if len(word) <= LONGEST_QUOTED else word[: LONGEST_QUOTED - 1] + "…")


# --- Text with signs between its cells ----------------------------------------------------------------------------


class NotCsvError(ValueError):
    """A text is no table; `line` is where, `what` says why."""

    def __init__(self, line: int, what: str) -> None:
        self.line, self.what = line, what
        super().__init__(f"line {line}: {what}")


SIGNS = {",": "commas", ";": "semicolons", "\t": "tabs"}


def of_csv(text: str, needed: Collection[str] = ()) -> Sheet:
    """Return a table of its text; the cells stand apart by commas, by semicolons or by tabs.

    Semicolons or tabs are taken where the first line names the needed columns by them alone, or says `sep=;`. Raises
    NotCsvError, with the line.
    """
    text = text.lstrip("\ufeff")
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').lower()
    if (told.startswith("sep=") and len(told) == len("sep=") + 1) or first.strip("\r").lower() == "sep=\t":
        sign = first.strip("\r").strip('"')[-1]
        return Sheet(tuple(_lines(rest, sign, before=1)), said=_said(sign))
    heading = next((line for line in text.splitlines() if line.strip()), "")
    fitting = [sign for sign in SIGNS if needed and names_all(_first(heading, sign), needed)]
    sign = fitting[0] if len(fitting) == 1 else ","
    return Sheet(tuple(_lines(text, sign)), said=_said(sign))


def _said(sign: str) -> tuple[str, ...]:
    return () if sign == "," else (f"The cells were read as parted by {SIGNS.get(sign, repr(sign))}.",)


def _first(line: str, sign: str) -> list[Cell]:
    try:
        return [Cell(cell) for cell in next(csv.reader([line], delimiter=sign), [])]
    except csv.Error:
        return []


def _lines(text: str, sign: str, *, before: int = 0) -> list[Line]:
    lines: list[Line] = []
    begins = 1
    try:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=sign)
        for row, cells in enumerate(reader, 1):
            lines.append(Line(begins + before, [Cell(_as_written(cell)) for cell in cells], row + before))
            begins = reader.line_num + 1
    except (csv.Error, TypeError) as error:
        raise NotCsvError(begins + before, f"this is not CSV: {error}. Please save it as CSV again.") from error
    return lines


def no_formula(cell: str) -> str:
    """Return a cell with an apostrophe before what would be a formula, or would be read back as if it had one."""
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULA) else cell


def _as_written(cell: str) -> str:
    """Return what a cell said before `no_formula`, and before a program kept the return of a line in it."""
    cell = cell.replace(RETURN, "\r")
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULA) else cell
