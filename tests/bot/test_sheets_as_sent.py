"""Tables as people send them: what they see in their spreadsheet is what is read, or it is refused with its cell."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from bot import sheets
from bot.sheets import SheetRefused
from handlers.people import file as roster_file
from handlers.trackers import file as tracker_file
from rules.sheets import TableRefused
from storage.packs import read_pack
from tests.rules.framework import FRAMEWORK

SEFTON = read_pack("sefton-2022")
HEAD = ["feature", "number", "criterion", "gap", "status", "owner", "target", "target_on", "reason"]
ROW = ["Leadership", "1.1", "A shared vision", "None", "Started", "ICP Board", "Summer", None, None]


@pytest.fixture
def sent(tmp_path):
    """Read a file that somebody sent, of these bytes or this workbook, with the columns of a tracker."""

    def go(content, name="sent.xlsx", needed=tracker_file.NEEDED, sheet=None):
        if isinstance(content, openpyxl.Workbook):
            file = io.BytesIO()
            content.save(file)
            content = file.getvalue()
        (tmp_path / name).write_bytes(content)
        return sheets.read(tmp_path / name, needed, sheet)

    return go


def book(*rows, title="Tracker"):
    made = openpyxl.Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    return made


def rows_of(sheet):
    return tracker_file.read(sheet, FRAMEWORK)


def refusal(read, *of):
    with pytest.raises((TableRefused, SheetRefused)) as refused:
        read(*of)
    return str(refused.value)


# --- Cells --------------------------------------------------------------------------------------------------------


def test_a_number_is_read_as_it_is_shown(sent):
    made = book(HEAD, ROW, ROW)
    for line, format_, value in ((2, "0.00", 1.1), (3, "General", 1.1)):
        made.active.cell(line, 2, value).number_format = format_
    assert [row.number for row in rows_of(sent(made))] == ["1.10", "1.1"]


def test_a_formula_without_a_result_is_refused_with_its_cell(sent):
    made = book(HEAD, ROW)
    made.active["F2"] = "=VLOOKUP(1,Z:Z,1)"
    assert refusal(rows_of, sent(made)) == (
        "Nothing was changed; 1 to mend in the sheet “Tracker”:\n"
        "line 2, cell F2 (owner): this cell has a formula without a result; open the file in Excel, save it and send it "
        "again, or write what it should say"
    )


def written(value):
    """A workbook whose owner is a formula with this result."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as made:
        page = made.add_worksheet("Tracker")
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, ["" if cell is None else cell for cell in ROW])
        page.write_formula(1, 5, "=A9", None, value)
    return file.getvalue()


def test_a_formula_with_a_result_is_read_as_that_and_one_that_was_never_worked_out_is_not(sent):
    (row,) = rows_of(sent(written("ICP Board")))
    assert row.values.owner == "ICP Board"
    assert "cell F2 (owner): this cell has a formula without a result" in refusal(rows_of, sent(written(0)))
    assert "cell F2 (owner): this cell shows #N/A; write what it should say" in refusal(rows_of, sent(written("#N/A")))


def test_the_return_of_a_line_is_none_of_its_signs(sent):
    made = book(HEAD, ROW)
    made.active["C2"] = "A shared vision_x000D_\nand purpose"
    (row,) = rows_of(sent(made))
    assert row.values.title == "A shared vision and purpose"
    lines = ",".join(HEAD) + '\nLeadership,1.1,"A shared vision_x000D_\nand purpose",,Started,,,,\n'
    (row,) = rows_of(sent(lines.encode(), "sent.csv"))
    assert row.values.title == "A shared vision and purpose"


def test_spaces_and_signs_that_nobody_sees_make_no_other_word(sent):
    made = book([" Feature", "number\u00a0", *HEAD[2:]], *(ROW for _ in range(3)))
    for line, status in ((2, "In\u00a0Part"), (3, "Started\u00a0"), (4, "In\u2009Pa\u200brt")):
        made.active.cell(line, 2, f"1.{line}")
        made.active.cell(line, 5, status)
    assert [row.values.status for row in rows_of(sent(made))] == ["In Part", "Started", "In Part"]


@pytest.mark.parametrize("format_", ["dd/mm/yyyy", "d mmmm yyyy", "m/d/yyyy", "mm-dd-yy"])
def test_a_day_is_that_day_in_whatever_order_its_cell_shows_it(sent, format_):
    made = book(HEAD, ROW)
    made.active["H2"] = datetime(2021, 4, 1)  # noqa: DTZ001 (a spreadsheet knows no zones)
    made.active["H2"].number_format = format_
    (row,) = rows_of(sent(made))
    assert row.values.target_on == date(2021, 4, 1)


def test_a_date_that_is_shown_as_a_month_is_no_day(sent):
    made = book(HEAD, ROW)
    made.active["H2"] = datetime(2021, 4, 1)  # noqa: DTZ001 (a spreadsheet knows no zones)
    made.active["H2"].number_format = "mmmm yyyy"
    assert "cell H2 (target_on): 'April 2021' is not a day" in refusal(rows_of, sent(made))


# --- What is shown of a workbook ----------------------------------------------------------------------------------


def test_a_hidden_sheet_is_not_read(sent):
    made = book(["Achieved"], ["Started"], title="Lists")
    made.active.sheet_state = "hidden"
    page = made.create_sheet("Tracker")
    for row in (HEAD, ROW):
        page.append(row)
    found = sent(made)
    assert (found.name, len(rows_of(found)), found.said) == ("Tracker", 1, ())


def test_of_several_sheets_the_one_with_the_columns_is_read_and_it_is_said(sent):
    made = book(["Please mind the dates"], title="Notes")
    page = made.create_sheet("Tracker")
    for row in (HEAD, ROW):
        page.append(row)
    made.create_sheet("Empty")
    found = sent(made)
    assert found.name == "Tracker"
    assert found.said == ("Read from the sheet “Tracker”; not read: “Notes”.",)


def test_which_of_two_tables_is_meant_is_not_guessed(sent):
    made = book(HEAD, ROW, title="2021")
    page = made.create_sheet("2022")
    for row in (HEAD, [*ROW[:4], "Achieved", *ROW[5:]]):
        page.append(row)
    assert refusal(sent, made).endswith(
        "has several sheets with something in them, “2021” and “2022”, and it is not known which one is meant. Please "
        "name it with --sheet, or take the others out."
    )
    (row,) = rows_of(sent(made, sheet="2022"))
    assert row.values.status == "Achieved"
    with pytest.raises(SheetRefused, match=r"has no sheet “2023” that is shown\. It has “2021” and “2022”\."):
        sent(made, sheet="2023")


def test_lines_and_columns_that_are_hidden_are_not_read_and_it_is_said(sent):
    made = book(HEAD, ROW, ["Leadership", "1.2", "Clear roles", "", "Started", "", "", None, None])
    made.active.row_dimensions[3].hidden = True
    made.active.column_dimensions["F"].hidden = True
    found = sent(made)
    (row,) = rows_of(found)
    assert row.number == "1.1"
    assert "owner" not in row.parts
    assert found.said == (
        "Column F of the sheet “Tracker” is hidden, so not read.",
        "1 line of the sheet “Tracker” is hidden, so not read: 3.",
    )


def test_a_column_that_is_needed_and_hidden_is_named(sent):
    made = book(HEAD, ROW)
    made.active.column_dimensions["E"].hidden = True
    assert refusal(rows_of, sent(made)).splitlines() == [
        "Nothing was changed; 1 to mend in the sheet “Tracker”:",
        (
            "line 1: the first line must name the column status; possible are feature, number, criterion, gap, status, "
            "owner, target, target_on, reason, reference, colour, proposed"
        ),
        "Column E of the sheet “Tracker” is hidden, so not read.",
    ]


def test_cells_merged_from_above_to_below_hold_for_each_line(sent):
    made = book(HEAD, *([*ROW[:1], f"1.{n}", *ROW[2:]] for n in (1, 2, 3)))
    made.active.merge_cells("F2:F4")
    assert [row.values.owner for row in rows_of(sent(made))] == ["ICP Board"] * 3


def test_cells_merged_across_columns_are_refused(sent):
    made = book(HEAD, ROW)
    made.active.merge_cells("F2:G2")
    assert (
        "cell F2 (owner): the cells F2:G2 are merged into one, so it is not known which column it is for; unmerge them"
        in refusal(rows_of, sent(made))
    )


# --- Empty columns, other signs, other letters --------------------------------------------------------------------

ROSTER = "name,email,partner,capacity\nAna Price,ana@a.example,Mersey Care,lead\n"


def people(sheet):
    return [(row.name, row.email, row.partner) for row in roster_file.read_sheet(sheet, SEFTON)]


ANA = [("Ana Price", "ana@a.example", "mersey-care")]


@pytest.mark.parametrize(
    "text",
    [
        ROSTER,
        ROSTER.replace("\n", ",,,\n"),
        ROSTER + ",,,\n,,,\n",
        ROSTER.replace("capacity\n", "capacity,,\n").replace("lead\n", "lead,,\n"),
        ROSTER.replace("email", ",email").replace("ana@", ",ana@"),
        ROSTER.replace(",", ";"),
        "sep=;\n" + ROSTER.replace(",", ";"),
        ROSTER.replace(",", "\t"),
        ROSTER.replace("Mersey Care", "mersey\u00a0care"),
        ROSTER.replace("name,", "\ufeffName ,"),
    ],
)
def test_a_table_with_other_signs_and_empty_columns_is_the_same(sent, text):
    assert people(sent(text.encode("utf-8"), "roster.csv", roster_file.NEEDED)) == ANA


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_in_the_encodings_that_excel_writes(sent, encoding):
    found = sent(ROSTER.replace("Ana", "Siân").encode(encoding), "roster.csv", roster_file.NEEDED)
    assert people(found)[0][0] == "Siân Price"
    said = "The file is not UTF-8, and was read as Windows-1252. Please look at its letters: “Siân Price,ana@a.example,Mersey Care,lead”."
    assert found.said == ((said,) if encoding == "cp1252" else ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_that_does_not_say_so_is_read_and_said(sent, encoding):
    found = sent(ROSTER.replace("Ana", "Siân").encode(encoding), "roster.csv", roster_file.NEEDED)
    assert people(found)[0][0] == "Siân Price"
    assert found.said == ("The file is UTF-16 that does not say so. Please look at its letters.",)


@pytest.mark.parametrize("sent_as", [b"name\0,partner\nx,y\n", b"\0\0\0\0", b"\0"])
def test_what_has_signs_that_are_none_is_refused(sent, sent_as):
    assert refusal(sent, sent_as, "r.csv").endswith("r.csv is not UTF-8 text. In Excel, save it as “CSV UTF-8”.")


@pytest.mark.parametrize(("name", "encoding"), [("José", "mac_roman"), ("Łucja", "cp1250"), ("Dvořák", "cp1250")])
def test_letters_of_other_encodings_are_not_guessed(sent, name, encoding):
    text = ROSTER.replace("Ana", name).encode(encoding)
    assert refusal(sent, text, "r.csv").endswith("r.csv is not UTF-8 text. In Excel, save it as “CSV UTF-8”.")


def test_what_was_taken_for_other_signs_is_said(sent):
    found = sent(ROSTER.replace(",", ";").encode(), "roster.csv", roster_file.NEEDED)
    assert found.said == ("The cells were read as parted by semicolons.",)


def test_a_column_with_something_in_it_and_no_name_is_refused_with_its_cell(sent):
    text = "name,email,partner,capacity,\nAna Price,,Mersey Care,lead,\nJo Hall,,LUHFT,lead,since May\n"
    found = sent(text.encode(), "roster.csv", roster_file.NEEDED)
    assert refusal(people, found) == (
        "Nothing was imported; 1 to mend:\n"
        "line 3, cell E3: the first line has no name for this column; write one there, or empty the column"
    )


def test_a_workbook_by_another_name_is_read_as_one(sent):
    made = io.BytesIO()
    book(["name", "partner", "capacity"], ["Ana Price", "Mersey Care", "lead"]).save(made)
    assert [name for name, _, _ in people(sent(made.getvalue(), "roster.csv", roster_file.NEEDED))] == ["Ana Price"]


def test_a_file_that_defines_words_of_its_own_is_no_workbook(sent):
    made = io.BytesIO()
    book(HEAD, ROW).save(made)
    bomb = made.getvalue()
    packed, out = zipfile.ZipFile(io.BytesIO(bomb)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as again:
        for name in packed.namelist():
            text = packed.read(name)
            if name.endswith("sheet1.xml"):
                text = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + text
            again.writestr(name, text)
    assert "is not a workbook that can be read" in refusal(sent, out.getvalue())


# --- What only looks like a table, and what is struck out ---------------------------------------------------------

STRUCK = (
    "this is struck out, so it is not known whether it still holds; delete it, and the line where all of it is struck "
    "out, or take the stroke off"
)


def struck(made):
    """The second line of what was entered is struck out: by the font of its cells, as who leaves is in a roster."""
    for cell in made.active[3]:
        cell.font = Font(strike=True)
    return made


def struck_in_part(made):
    made.active["F3"] = CellRichText("ICP ", TextBlock(InlineFont(strike=True), "Board"))
    return made


def shared(made):
    """The same workbook with its strings shared by all sheets, as Excel writes them."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book_:
        sheet, strikes = book_.add_worksheet("Tracker"), book_.add_format({"font_strikeout": True})
        for number, row in enumerate(made.active.iter_rows(values_only=True)):
            sheet.write_row(number, 0, row)
        sheet.write_rich_string(2, 5, "ICP ", strikes, "Board")
    return file.getvalue()


@pytest.mark.parametrize(
    ("change", "cell"), [(struck, "A3 (feature)"), (struck_in_part, "F3 (owner)"), (shared, "F3 (owner)")]
)
def test_what_is_struck_out_is_neither_taken_nor_left_out(sent, change, cell):
    said = refusal(rows_of, sent(change(book(HEAD, ROW, ROW))))
    assert said == f"Nothing was changed; 1 to mend in the sheet “Tracker”:\nline 3, cell {cell}: {STRUCK}"


def test_a_font_that_says_that_it_strikes_nothing_out_does_not(sent):
    made = book(HEAD, ROW)
    made.active["A2"].font = Font(strike=False)
    assert [row.number for row in rows_of(sent(made))] == ["1.1"]


def test_a_heading_that_does_not_come_first_is_named(sent):
    said = refusal(rows_of, sent(book(["Tracker of One Halton"], [], HEAD, ROW)))
    assert said == (
        "Nothing was changed; 1 to mend in the sheet “Tracker”:\n"
        "line 3: the columns are named here; take out what stands above: 1 line"
    )


def edited(made, found, instead):
    """What is saved of a workbook, with a piece of its sheet written by hand."""
    before, after = io.BytesIO(), io.BytesIO()
    made.save(before)
    with zipfile.ZipFile(before) as packed, zipfile.ZipFile(after, "w") as again:
        for part in packed.namelist():
            text = packed.read(part).decode()
            assert (found in text) is (part == "xl/worksheets/sheet1.xml")
            again.writestr(part, text.replace(found, instead))
    return after.getvalue()


@pytest.mark.parametrize(
    ("kind", "value"), [("s", "9999"), ("s", "-1"), ("n", "NaN"), ("n", "1e400"), ("n", "many"), ("d", "2026-02-30")]
)
def test_a_cell_that_holds_what_no_spreadsheet_writes_is_named(sent, kind, value):
    made = book(HEAD, [*ROW[:5], "owner", *ROW[6:]])
    cell = '<c r="F2" t="inlineStr"><is><t>owner</t></is></c>'
    content = edited(made, cell, f'<c r="F2" t="{kind}"><v>{value}</v></c>')
    assert refusal(rows_of, sent(content)) == (
        "Nothing was changed; 1 to mend in the sheet “Tracker”:\n"
        "line 2, cell F2 (owner): this cell holds what no spreadsheet shows; write what it should say"
    )


@pytest.mark.parametrize("content", [b"name,partner,capacity\nAnn,luhft,lead\n", b"<html><table>", b"%PDF-1.7", b""])
def test_what_is_only_named_a_workbook_is_said_to_be_none(sent, content):
    said = refusal(sent, content)
    assert (
        said.partition(" ")[2]
        == "is no workbook, whatever its name says. Please name it .csv if it is one, or save it as .xlsx."
    )
