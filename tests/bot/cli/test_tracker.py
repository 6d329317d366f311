"""`python -m bot tracker load | import | export`: what it prints, and that nothing is half done."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from bot.__main__ import app
from bot.letters import FONTS
from handlers.agreements import loading
from storage.database import transaction
from storage.packs import pack_source, parse_pack
from storage.register import Entry
from storage.trackers import Change, Criterion
from tests.pdfs import read
from tests.rules.framework import AS_PRINTED
from tests.scenarios.conftest import london
from tests.scenarios.trackers.kit import with_tracker

SEVEN = [4, 2, 4, 3, 2, 3, 2]  # criteria of each feature, as printed


@pytest.fixture
def run(engine, database_url, monkeypatch, tmp_path):
    """Run a command on a database with One Halton, and with Sefton that has a tracker nobody confirms."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.chdir(tmp_path)
    for source in (pack_source("one-halton-2021"), with_tracker()):
        with transaction(engine) as session:
            terms = parse_pack(source, file="x")
            loading.load(session, terms, source=source, now=london("2021-07-07 09:30"), by="tests")

    def go(*words):
        done = CliRunner().invoke(app, ["tracker", *words])
        assert "Traceback" not in done.output
        return done.exit_code, done.output

    return go


def halton(run, *words):
    return run(*words, "--agreement", "one-halton-2021")


def rows_of(engine):
    with transaction(engine) as session:
        return {row.number: row for row in session.scalars(select(Criterion))}


def acts(engine):
    with transaction(engine) as session:
        return list(session.scalars(select(Entry.act).order_by(Entry.id)))


def table(file):
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")))


def write(file, rows):
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_the_framework_is_loaded_as_printed_and_loading_again_changes_nothing(run, engine):
    assert run("load", "one-halton-2021") == (
        0,
        "HAL-T1 is loaded: ICP development framework, 7 features, 20 criteria.\n",
    )
    found = rows_of(engine)
    counted = {status: sum(row.status == status for row in found.values()) for status in AS_PRINTED}
    assert list(counted.values()) == [3, 2, 1, 4, 1, 1, 1, 3, 2, 2]
    features = list(dict.fromkeys(row.feature for row in found.values()))
    assert [sum(row.feature == feature for row in found.values()) for feature in features] == SEVEN
    assert (found["1.4"].gap, found["2.1"].gap, found["3.1"].status) == (
        "In development",
        "None",
        "Completed, but refreshing",
    )
    assert found["3.2"].gap == "Needs work across NHS and LA. How to access and where information is available"
    assert acts(engine).count("criterion-tracked") == 20
    before = acts(engine)
    assert run("load", "one-halton-2021") == (0, "HAL-T1 is loaded already, and says the same; nothing changed.\n")
    assert acts(engine) == before


def test_loading_over_a_tracker_that_says_otherwise_says_what_differs_and_changes_nothing(run, engine, tmp_path):
    write(tmp_path / "mine.csv", [
        {"feature": "1 ICP Governance", "number": "1.1", "criterion": "Outline the Link to HWBB", "gap": "N/A", "status": "TBC"},
        {"feature": "8 Ours", "number": "8.1", "criterion": "More", "gap": "", "status": "Restart"},
    ])  # fmt: skip
    assert halton(run, "import", "mine.csv") == (0, "2 lines read. The tracker is begun, with 2 rows.\n")
    before = acts(engine)
    code, output = run("load", "one-halton-2021")
    assert code == 1
    head, first, *more = output.splitlines()
    assert head == "HAL-T1 is loaded already; nothing changed. What is different in the file:"
    assert first == "  1.1, status: “Achieved” in the file, “TBC” in the tracker"
    assert more[0] == "  1.2: only in the file, “Achieved”"
    assert [line for line in more if ": only in the file, " not in line] == [
        "  8.1: only in the tracker, “Restart”",
        "To propose what a file says: python -m bot tracker import FILE, with a reason for each line.",
    ]
    assert acts(engine) == before


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_was_exported_is_imported_as_the_same(run, kind):
    run("load", "one-halton-2021")
    assert halton(run, "export", "--out", f"t.{kind}") == (0, f"t.{kind}: 20 rows.\n")
    said = "20 lines read. Nothing is different; nothing changed.\n"
    assert halton(run, "import", f"t.{kind}") == (0, said)


def test_a_changed_status_waits_for_the_board_and_the_same_file_asks_for_nothing_more(run, engine, tmp_path):
    run("load", "one-halton-2021")
    halton(run, "export", "--out", "t.csv")
    rows = table(tmp_path / "t.csv")
    rows[3] |= {"status": "Completed, but refreshing", "reason": "All have signed."}
    rows[4] |= {"gap": "=1+1", "owner": "HBC", "target_on": "30/09/2021", "reason": "It was asked."}
    write(tmp_path / "t.csv", rows)
    assert halton(run, "import", "t.csv") == (
        0,
        "20 lines read. Waiting for the One Halton ICP Board: 2. As before: 18.\n",
    )
    assert rows_of(engine)["1.4"].status == "Started"
    with transaction(engine) as session:
        first, second = session.scalars(select(Change).order_by(Change.id))
        assert (first.state, first.wanted, first.reason) == (
            "waiting",
            {"status": "Completed, but refreshing"},
            "All have signed.",
        )
        assert second.wanted == {"gap": "=1+1", "owner": "HBC", "target_on": "2021-09-30"}
        assert first.batch == second.batch == first.id
        assert (first.proposed_by, first.proposed_name) == (None, "command line")
    assert halton(run, "import", "t.csv") == (0, "20 lines read. Nothing is different; nothing changed.\n")
    halton(run, "export", "--out", "again.csv")
    again = table(tmp_path / "again.csv")
    assert (again[3]["status"], again[3]["proposed"], again[4]["proposed"]) == (
        "Started",
        "Completed, but refreshing",
        "another change",
    )


def test_where_nobody_confirms_what_a_file_says_is_done_at_once(run, engine, tmp_path):
    rows = [{"feature": "House", "number": n, "criterion": f"Part {n}", "status": "Idle"} for n in ("1", "2")]
    write(tmp_path / "w.csv", rows)
    run("import", "w.csv", "--agreement", "sefton-2022")
    rows[0]["status"] = "Done, but leaking"
    rows.append({"feature": "House", "number": "3", "criterion": "New", "status": "Done"})
    write(tmp_path / "w.csv", rows[:1] + rows[2:])
    assert run("import", "w.csv", "--agreement", "sefton-2022", "--reason", "The survey.") == (
        0,
        (
            "2 lines read. Changed: 2. New rows among them: 1. As before: 0. Rows of the tracker that are not in the file, "
            "and stay as they are: 1.\n"
        ),
    )
    found = rows_of(engine)
    assert [found[number].status for number in ("1", "2", "3")] == ["Done, but leaking", "Idle", "Done"]
    run("export", "--agreement", "sefton-2022", "--out", "w.csv")
    assert [row["colour"] for row in table(tmp_path / "w.csv")] == ["amber", "", "green"]


def test_a_new_row_of_a_managed_tracker_is_not_in_it_before_the_board_says_so(run, engine, tmp_path):
    run("load", "one-halton-2021")
    write(tmp_path / "n.csv", [
        {"feature": "8 More", "number": "8.1", "criterion": "Data", "status": "Achieved", "reason": "Asked for."}
    ])  # fmt: skip
    code, output = halton(run, "import", "n.csv")
    assert (code, output.partition(" As before")[0]) == (
        0,
        "1 line read. Waiting for the One Halton ICP Board: 1. New rows among them: 1.",
    )
    assert rows_of(engine)["8.1"].status is None
    assert halton(run, "export", "--out", "t.csv") == (0, "t.csv: 20 rows.\n")


def test_a_row_is_found_by_its_number_as_its_cell_shows_it_and_other_columns_stay(run, engine, tmp_path):
    rows = [
        {"feature": "1 ICP Governance", "number": f"1.{n}", "criterion": f"Criterion {n}", "gap": "None", "status": "TBC", "owner": "ICP Board"}
        for n in (1, 2, 10)
    ]  # fmt: skip
    write(tmp_path / "begin.csv", rows)
    assert halton(run, "import", "begin.csv")[0] == 0
    book = openpyxl.Workbook()
    book.active.append(["feature", "number", "criterion", "status", "reason"])
    book.active.append(["1 ICP Governance", 1.1, "Criterion 10", "Achieved", "Done in May"])
    book.active["B2"].number_format = "0.00"
    book.save(tmp_path / "part.xlsx")
    code, output = halton(run, "import", "part.xlsx")
    assert code == 0
    assert output == (
        "1 line read. Waiting for the One Halton ICP Board: 1. As before: 0. Rows of the tracker that are not in the file, "
        "and stay as they are: 2.\n"
    )
    with transaction(engine) as session:
        (change,) = session.scalars(select(Change))
        assert (session.get_one(Criterion, change.criterion_id).number, change.wanted) == (
            "1.10",
            {"status": "Achieved"},
        )


def test_a_file_with_one_bad_line_changes_nothing_and_every_bad_line_is_named(run, engine, tmp_path):
    run("load", "one-halton-2021")
    halton(run, "export", "--out", "t.csv")
    good = table(tmp_path / "t.csv")
    before = acts(engine)
    rows = [dict(row) for row in good]
    rows[0] |= {"status": "TBC", "reason": "Unsure."}
    rows[1] |= {"status": "acheived"}
    rows[2] |= {"target_on": "soon"}
    write(tmp_path / "t.csv", rows)
    code, output = halton(run, "import", "t.csv")
    assert code == 1
    assert output.splitlines() == [
        "Nothing was changed; 2 to mend:",
        (
            "line 3, cell F3 (status): “acheived” is not a status of the ICP development framework (clause Briefing 2.5). "
            "Did you mean “Achieved”?"
        ),
        "line 4, cell J4 (target_on): 'soon' is not a day; write it as 2021-09-30, and other words under target",
    ]
    rows = [dict(row) for row in good]
    rows[0] |= {"status": "TBC"}
    rows[1] |= {"status": "TBC", "number": "1.3"}
    rows[2] |= {"number": "1.9"}
    write(tmp_path / "t.csv", rows)
    code, output = halton(run, "import", "t.csv")
    assert code == 1
    assert output.splitlines() == [
        "Nothing was changed; 5 to mend:",
        "line 2: this line changes the row, so it needs a reason: write it under reason, or give --reason",
        "line 3: the number 1.3 is that of HAL-T1.1.3, not of 'HAL-T1.1.2'; mend one of them",
        "line 3: this line changes the row, so it needs a reason: write it under reason, or give --reason",
        "line 4: the number 1.9 is that of HAL-T1.1.9, not of 'HAL-T1.1.3'; mend one of them",
        "line 4: this line adds a row, so it needs a reason: write it under reason, or give --reason",
    ]
    assert acts(engine) == before
    assert rows_of(engine)["1.1"].status == "Achieved"


def test_a_row_whose_change_waits_takes_no_other(run, engine, tmp_path):
    run("load", "one-halton-2021")
    halton(run, "export", "--out", "t.csv")
    rows = table(tmp_path / "t.csv")
    rows[3] |= {"status": "TBC", "reason": "Unsure."}
    write(tmp_path / "t.csv", rows)
    halton(run, "import", "t.csv")
    rows[3] |= {"status": "Achieved"}
    write(tmp_path / "t.csv", rows)
    code, output = halton(run, "import", "t.csv")
    assert code == 1
    assert output.splitlines()[1:] == [
        (
            "line 5: HAL-T1.1.4 can't be changed now: command line has proposed “TBC”, and that waits for the One "
            "Halton ICP Board. Whoever proposed it can take it back; the secretary records answers."
        )
    ]


def test_an_xlsx_that_a_person_edited_is_read_with_its_typed_cells(run, engine, tmp_path):
    run("load", "one-halton-2021")
    halton(run, "export", "--out", "t.xlsx")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    sheet = book.active
    columns = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, columns["status"], "TBC")
    sheet.cell(2, columns["number"], 1.1)
    sheet.cell(2, columns["reason"], "Unsure.")
    book.save(tmp_path / "t.xlsx")
    book.close()
    assert halton(run, "import", "t.xlsx") == (
        0,
        "20 lines read. Waiting for the One Halton ICP Board: 1. As before: 19.\n",
    )


def test_a_tracker_is_printed_to_be_read(run, tmp_path):
    run("load", "one-halton-2021")
    assert halton(run, "export", "--out", "t.pdf") == (0, "t.pdf: 20 rows.\n")
    text = read((tmp_path / "t.pdf").read_bytes())
    for words in ("ICP development framework", "3 Shared vision and plan", "Completed, but refreshing", "no colours"):
        assert words in text


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ("load", "sefton-2022"),
            "No tracker sefton-2022 comes with Accord. There are: one-halton-2021. For your own: tracker import FILE.",
        ),
        (
            ("load", "one-halton-2021", "--tracker", "x"),
            "The One Halton agreement has no tracker x. It has icp-framework.",
        ),
        (
            ("export", "--agreement", "one-halton-2021", "--out", "t.csv"),
            "There is nothing in the ICP development framework yet. To begin it: python -m bot tracker import FILE",
        ),
        (
            ("export", "--agreement", "one-halton-2021", "--out", "t.doc"),
            "t.doc is none of .csv, .xlsx and .pdf. Please name a file that ends in one of these.",
        ),
        (
            ("import", "none.csv", "--agreement", "one-halton-2021"),
            "none.csv can't be read: No such file or directory.",
        ),
        (
            ("import", "none.csv", "--agreement", "nowhere"),
            "There is no agreement nowhere. Loaded: one-halton-2021, sefton-2022. To load your own: python -m bot agreement load FILE",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(run, words, says):
    code, output = run(*words)
    assert code == 1
    assert output == f"{says}\n"


def test_an_agreement_without_a_tracker_and_a_folder_that_is_not_there_are_said(run, engine):
    source = pack_source("mid-south-essex-2020")
    with transaction(engine) as session:
        loading.load(session, parse_pack(source, file="x"), source=source, now=london("2021-07-07 09:30"), by="tests")
    code, output = run("import", "none.csv", "--agreement", "mid-south-essex-2020")
    assert (code, "agreement names no tracker" in output) == (1, True)
    run("load", "one-halton-2021")
    code, output = halton(run, "export", "--out", str(FONTS / "nowhere" / "t.csv"))
    assert (code, "can't be written: No such file or directory." in output) == (1, True)
