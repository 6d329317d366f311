"""Tables as CSV and workbooks: what is written comes back, no cell is a formula, and what is no table is refused."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import example, given, settings, strategies as st

from bot import sheets
from bot.sheets import SheetRefused
from handlers.forms import clean, clean_line
from handlers.trackers import file as tracker_file
from handlers.trackers.facts import as_json
from rules.sheets import FORMULA
from rules.trackers import Values
from tests.hostile import CONTROLS, MARKUP, all_of
from tests.rules.framework import AS_PRINTED, FRAMEWORK

HOSTILE = [clean_line(text) for text in all_of(MARKUP, CONTROLS).values()]
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "'=1",
    "''=1",
    "'",
    "'quoted'",
    '=HYPERLINK("https://evil.example")',
    "-",
    "N/A",
]
KEPT = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"])
LINES = st.one_of(st.sampled_from([*FORMULAS, *HOSTILE]), st.text(KEPT, max_size=60)).map(clean_line)
WORDS = LINES.filter(bool).map(lambda text: text[:150])
TEXTS = st.one_of(st.lists(LINES, max_size=3).map("\n".join)).map(clean)
ROWS = st.lists(
    st.builds(
        Values,
        feature=WORDS.filter(lambda text: bool(clean_line(text))),
        title=WORDS.filter(lambda text: bool(clean_line(text))),
        gap=TEXTS.map(lambda text: clean(text[:1000])),
        status=st.sampled_from(AS_PRINTED),
        owner=LINES.map(lambda text: clean_line(text[:150])),
        target=LINES.map(lambda text: clean_line(text[:150])),
        target_on=st.none() | st.dates(date(1900, 1, 1), date(2999, 12, 31)),
    ),
    min_size=1,
    max_size=8,
)


def exported(rows):
    """A table as an export writes it."""
    facts = [
        {**as_json(row), "number": f"1.{number}", "reference": f"HAL-T1.1.{number}", "colour": None, "waits": None}
        for number, row in enumerate(rows, 1)
    ]
    cells = [tracker_file.cells_of(one) for one in facts]
    return [list(tracker_file.EXPORTED), *([one[name] for name in tracker_file.EXPORTED] for one in cells)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("sheets")


def back(folder, content, kind):
    path = folder / f"table.{kind}"
    path.write_bytes(content)
    return tracker_file.read(sheets.read(path, tracker_file.NEEDED), FRAMEWORK)


def texts(sheet):
    """The lines of a table, each with its number and what its cells show."""
    return [(line.number, [cell.text for cell in line.cells]) for line in sheet.lines]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@settings(max_examples=30)
@given(rows=ROWS)
@example(rows=[Values("F", "_x0041_ and _x0D_", "'=1\n=2", "Completed, but refreshing", "=1", "-", None)])
def test_what_an_export_writes_an_import_reads_back(folder, kind, rows):
    rows = [row for row in rows if clean_line(row.feature) and clean_line(row.title)]
    table = exported(rows)
    content = sheets.as_csv(table) if kind == "csv" else sheets.as_workbook(table, "Tracker")
    found = back(folder, content, kind)
    expected = [
        Values(**{**vars(row), "feature": clean_line(row.feature), "title": clean_line(row.title)}) for row in rows
    ]
    assert [row.values for row in found] == expected
    assert [row.number for row in found] == [f"1.{number}" for number in range(1, len(rows) + 1)]


@pytest.mark.parametrize("text", FORMULAS + HOSTILE)
def test_no_cell_of_a_csv_begins_as_a_formula_does(text):
    (line, _) = sheets.as_csv([[text], ["x"]]).decode("utf-8-sig").split("\r\nx\r\n")
    cell = line.removeprefix('"')
    assert not cell.startswith(FORMULA)


@pytest.mark.parametrize("text", FORMULAS + HOSTILE)
def test_every_cell_of_a_workbook_is_text(text):
    book = openpyxl.load_workbook(io.BytesIO(sheets.as_workbook([["a"], [text]], "Tracker")))
    cell = book.active["A2"]
    assert (cell.value, cell.data_type) == (text, "s")
    book.close()


def test_a_status_with_a_comma_survives_both_ways(folder):
    rows = [Values("3 Vision", "Shared Vision", "None", status) for status in AS_PRINTED]
    for kind, write in (("csv", sheets.as_csv), ("xlsx", lambda table: sheets.as_workbook(table, "Tracker"))):
        assert [row.values.status for row in back(folder, write(exported(rows)), kind)] == AS_PRINTED


def workbook(*rows):
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def test_a_workbook_s_numbers_and_days_are_read_as_they_are_shown(folder):
    path = folder / "typed.xlsx"
    path.write_bytes(
        workbook([1, 1.5, datetime.combine(date(2021, 9, 30), time()), True, None, "x"], [], ["", "", "", "", "", "y"])
    )
    found = sheets.read(path)
    assert texts(found) == [(1, ["1", "1.5", "2021-09-30 0:00:00", "TRUE", "", "x"]), (3, ["", "", "", "", "", "y"])]
    assert found.lines[0].cells[2].day == date(2021, 9, 30)


def test_a_line_is_told_by_where_it_begins_also_after_a_cell_of_several_lines(folder):
    path = folder / "lines.csv"
    path.write_bytes(b'a,b\r\n"one\ntwo\nthree",x\r\n\r\nlast,y\r\n')
    assert [line.number for line in sheets.read(path).lines if any(cell.text for cell in line.cells)] == [1, 2, 6]


def bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 61_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.doc", b"x", "is neither .csv nor .xlsx"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1", "is a workbook of Excel 97-2003, or has a password"),
        ("a.csv", b"\xff\xfe\x00", "is not UTF-8 text. In Excel, save it as “CSV UTF-8”."),
        ("a.csv", b'a\n"b', "line 2: this is not CSV"),
        ("a.csv", b"x\n" * 5001, "has more than 5,000 lines"),
        ("a.csv", b"x" * 5_000_001, "is larger than 5 MB"),
        ("a.xlsx", b"PK\x03\x04 broken", "is not a workbook that can be read"),
        ("a.xlsx", bomb(), "is too large once it is unpacked"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_what_is_no_table_is_refused_with_what_to_do(folder, name, content, says):
    (folder / name).write_bytes(content)
    with pytest.raises(SheetRefused) as refused:
        sheets.read(folder / name)
    assert says in str(refused.value)


def test_a_zip_that_is_no_workbook_and_a_file_that_is_not_there_are_refused(folder):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("readme.txt", "no workbook")
    (folder / "zip.xlsx").write_bytes(file.getvalue())
    with pytest.raises(SheetRefused, match="is not a workbook"):
        sheets.read(folder / "zip.xlsx")
    with pytest.raises(SheetRefused, match="can't be read: No such file"):
        sheets.read(folder / "nowhere.csv")
