"""The board pack of a month that was played: what stands in its PDF and its workbook, and what stands in neither."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.documents.board_pack import as_pdf, as_workbook
from handlers.overview import board_pack
from tests.scenarios.conftest import london
from tests.scenarios.overview import month_kit
from tests.scenarios.reading_kit import lines
from tests.scenarios.trackers.kit import begin, proposes

TAKE_TURNS = True
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed (poppler-utils)"
)


def text_of(pdf, folder):
    """The text of a PDF as pdftotext reads it, with single spaces."""
    file = folder / "pack.pdf"
    file.write_bytes(pdf)
    read = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True)
    return " ".join(read.stdout.decode().split())


def sheet(book, name):
    """The rows of a sheet, each by its columns; a day or a moment as people type it."""
    head, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(head, map(typed, row), strict=True)) for row in rows]


def typed(value):
    return f"{value:%Y-%m-%d %H:%M}".removesuffix(" 00:00") if isinstance(value, datetime) else value


def facts(world, first="2022-12-01", last="2022-12-31"):
    with world.session() as session:
        found = world.agreement(session)
        return board_pack.facts_of(session, found, date.fromisoformat(first), date.fromisoformat(last), world.clock())


@pytest.fixture
def month(make_world):
    world = make_world("2022-12-01 09:30", sources={"sefton-2022": month_kit.pack()})
    month_kit.play(world)
    return world


@needs_poppler
def test_a_month_that_was_played(month, tmp_path):
    month.clock.move_to(london("2023-01-03 12:00"))
    made = facts(month)
    pdf, workbook = as_pdf(made), as_workbook(made)
    text, book = text_of(pdf, tmp_path), openpyxl.load_workbook(io.BytesIO(workbook))
    for said in READ:
        assert said in text, f"{said!r} is not in: {text}"
    look_at(book)
    nothing_private(text, workbook)
    assert as_pdf(facts(month)) == pdf
    assert as_workbook(facts(month)) == workbook
    before, after = (
        {section["key"]: len(section["rows"]) for section in facts(month, first, last)["sections"]}
        for first, last in (("2022-11-01", "2022-11-30"), ("2023-01-01", "2023-01-03"))
    )
    assert before == dict.fromkeys(after, 0)
    assert after == {
        **dict.fromkeys(("issues", "dates", "decisions", "returns", "signatures", "counterparts", "actions"), 0),
        **dict.fromkeys(("reviews", "meetings", "trackers"), 0),
        "interests": 3,  # they stand
        "milestones": 2,  # they are open
    }
    month.joe.types("/partnership bulletin december")
    for secret in (*month_kit.SECRETS, *month_kit.WITHHELD):
        assert secret not in month.joe.answer
    assert lines(month.joe.body, "SEF-D2:", "SEF-S1:") == [
        "• SEF-D2: One ward for both: carried (2 in favour, 1 against, 2 needed), Tue 6 Dec",
        "• SEF-S1: Collaboration agreement 2022: signed by all; in effect since Wed 14 Dec 2022",
    ]


READ = (
    "Agreement: Collaboration agreement for the Sefton Partnership",
    "Period: Thu 1 Dec 2022 to Sat 31 Dec 2022, both included (Europe/London)",
    "Made on: Tue 3 Jan 2023, 12:00",
    (
        "Beside the agreement, and untouched by it: Services contracts between the ICB and the providers, Services contracts "
        "between the Council and the providers, and Section 75 agreement between the ICB and the Council for 2022/23"
    ),
    "Left out: private matters and what follows from them, and the particulars that the secretary agreed to withhold",
    "SEF-1: Discharge delays Resolved on Thu 1 Dec 2022, 09:30.",
    "One brokerage rule for all beds.",
    "20 operational days (England and Wales) from Thu 1 Dec 2022,",
    "Sun 25 Dec (Christmas Day)",
    "SEF-D2: One ward for both Carried on Tue 6 Dec 2022, 10:00. A vote of those affected (clause 5.9).",
    # Four are affected; LUHFT has an interest. Two thirds of three are two.
    "At least two thirds of 3 affected: 2 needed; at least 2 must be there. 2 agree, 1 objects.",
    "Who has a vote (3): Cheshire and Merseyside ICB, Sefton Council, and Mersey Care",
    "LUHFT: conflicted",
    "3 2 2 1 0 0 2 of 4, 3 there: reached Carried",
    "SEF-C1: LUHFT Shares in a builder LUHFT owns a tenth of Build Ltd.",
    "SEF-C2: Sefton Council The particulars are withheld.",
    "Touches SEF-D2",
    "All 3 partners have signed. In effect since Wed 14 Dec 2022 (clause 12.1).",
    "the latest of the first signatures is of Wed 14 Dec 2022 (Mersey Care and LUHFT); the document states Sat 1 Oct 2022",
    "Sefton CVS Ola Brown, Chair Thu 1 Sep 2022 Recorded by the secretary",
    "LUHFT Pia, Chief executive Wed 14 Dec 2022 In the chat",
    "SEF-A2: Write to the builder",
)


COUNTED = (
    *(("Issues", 0), ("Decisions", 0), ("Register of interests", 0), ("Signatures", 0), ("Reviews", 0)),
    *(("Meetings", 0), ("Milestones", 2), ("Trackers", 0), ("Actions", 0)),
)
"""What was under way in a month in which nobody did anything: the two milestones of the document."""


def look_at(book):
    """What stands in the workbook, worked out by hand."""
    assert book.sheetnames == [
        *("About", "Issues", "Dates of issues", "Decisions", "Register of interests", "Nil returns"),
        *("Signatures", "Counterparts", "Reviews", "Meetings", "Milestones", "Trackers", "Actions"),
    ]
    about = {row[0]: row[1] for row in book["About"].iter_rows(values_only=True)}
    assert about["Made"] == "Tue 3 Jan 2023, 12:00"
    assert about["Left out"] == (
        "Private matters and what follows from them; particulars the secretary agreed to withhold"
    )
    assert (about["Issues"], about["Decisions"], about["Register of interests"], about["Actions"]) == (1, 1, 3, 1)
    (issue,) = sheet(book, "Issues")
    assert (issue["Reference"], issue["State"], issue["Raised at"]) == (
        "SEF-1",
        "resolved",
        "2022-12-01 09:30",
    )
    assert issue["Affected"] == "Cheshire and Merseyside ICB; Mersey Care; LUHFT"
    (dated,) = sheet(book, "Dates of issues")
    # Twenty operational days from Fri 2 Dec: the 16th is Fri 23 Dec; then Wed 28, Thu 29, Fri 30 Dec and Tue 3 Jan.
    assert (dated["Start on"], dated["First day counted on"], dated["Last day on"]) == (
        *("2022-12-01", "2022-12-02"),
        "2023-01-03",
    )
    skipped = dated["Days skipped"].split("; ")
    assert len(skipped) == 13  # ten days of five weekends, and the holidays of 26 and 27 December and 2 January
    assert skipped[0] == "Sat 3 Dec 2022: Saturday"
    assert [one for one in skipped if not one.endswith((": Saturday", ": Sunday"))] == [
        "Sun 25 Dec 2022: Christmas Day",
        "Mon 26 Dec 2022: Boxing Day",
        "Tue 27 Dec 2022: Christmas Day, substitute day",
        "Sun 1 Jan 2023: New Year's Day",
        "Mon 2 Jan 2023: New Year's Day, substitute day",
    ]
    assert (dated["Clause"], dated["Number"], dated["What became of it"]) == ("5.2", 20, "met")
    (decision,) = sheet(book, "Decisions")
    assert [
        decision[name] for name in ("Fraction", "Base", "Needed", "In favour", "Against", "Not voting", "Quorum")
    ] == [*("2/3", 3, 2, 2, 1, 0, 2)]
    assert (decision["Result"], decision["Quorate"]) == ("carried", "yes")
    left_out = decision["Left out"].split("; ")
    assert len(left_out) == 8  # of eleven
    assert [why for why in left_out if not why.endswith(": not affected")] == ["LUHFT: conflicted"]
    assert decision["Votes"] == "Cheshire and Merseyside ICB: for; Sefton Council: against; Mersey Care: for"
    interests = {row["Reference"]: row for row in sheet(book, "Register of interests")}
    assert interests["SEF-C1"]["Matters"] is None  # the one it touches is private
    assert interests["SEF-C2"]["Particulars"] is None
    assert interests["SEF-C3"]["Matters"] == "SEF-D2"
    (signed,) = sheet(book, "Signatures")
    assert (signed["Signed"], signed["Needed"], signed["Effective on"]) == (3, 3, "2022-12-14")
    assert (signed["Document states on"], signed["Latest first signature on"]) == (*("2022-10-01", "2022-12-14"),)
    routes = {row["Partner"]: (row["Route"], row["Signed on"]) for row in sheet(book, "Counterparts")}
    assert routes == {
        "Mersey Care": ("chat", "2022-12-14"),
        "LUHFT": ("chat", "2022-12-14"),
        "Sefton CVS": ("behalf", "2022-09-01"),
    }
    (action,) = sheet(book, "Actions")
    assert (action["Reference"], action["State"], action["Because of"]) == ("SEF-A2", "done", "SEF-D2")


def nothing_private(text, workbook):
    """No byte of either has a word of the private issue, of what follows from it, or of what is withheld."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        whole = "\n".join([text, *(parts.read(name).decode() for name in parts.namelist())])
    assert "One ward for both" in whole
    for secret in (*month_kit.SECRETS, *month_kit.WITHHELD):
        assert secret not in whole, secret


def test_what_is_proposed_of_a_tracker_s_row_is_told_with_the_row(make_world):
    halton = make_world("2021-07-15 10:00", "one-halton-2021")
    begin(halton, "one-halton-2021")
    proposes(halton, "ada", "1.4", "Achieved", target_on="2021-09-30")
    proposes(halton, "ada", "4.1", "In Part", owner="")
    with halton.session() as session:
        found = halton.agreement(session, "one-halton-2021")
        made = board_pack.facts_of(session, found, date(2021, 7, 1), date(2021, 7, 31), halton.clock())
    rows = {row["Reference"]: row for row in sheet(openpyxl.load_workbook(io.BytesIO(as_workbook(made))), "Trackers")}
    assert rows["HAL-T1.1.4"]["Waits for"] == "status: Achieved; target day: Thu 30 Sep 2021"
    assert rows["HAL-T1.4.1"]["Waits for"] == "status: In Part"
    assert rows["HAL-T1.1.1"]["Waits for"] is None


def test_the_command_writes_both_files_and_says_in_a_sentence_what_it_cannot(world, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", world.engine.url.render_as_string(hide_password=False))
    monkeypatch.chdir(tmp_path)
    if world.engine.dialect.name == "sqlite":
        world.engine.dispose()

    def run(first, last, *, out="packs", agreement="sefton-2022"):
        words = ["export", "board-pack", "--agreement", agreement, "--from", first, "--to", last, "--out", out]
        return CliRunner().invoke(app, words)

    done = run("2022-12-01", "2022-12-31")
    name = "packs/board-pack-sefton-2022-2022-12-01-to-2022-12-31"
    assert (done.exit_code, done.output) == (
        0,
        f"{name}.pdf\n{name}.xlsx\n{', '.join(f'{what}: {number}' for what, number in COUNTED)}\n",
    )
    said = text_of((tmp_path / f"{name}.pdf").read_bytes(), tmp_path)
    assert "Issues None in these days." in said
    assert "SEF-MS2: End of the year without substantive delegation to place" in said
    empty = openpyxl.load_workbook(tmp_path / f"{name}.xlsx")
    assert {one for one in empty.sheetnames[1:] if sheet(empty, one)} == {"Milestones"}, "two are open"
    for wrong, code, sentence in (
        (
            run("2022-12-31", "2022-12-01"),
            1,
            "Thu 1 Dec 2022 is before Sat 31 Dec 2022. Give a last day that is not before the first.",
        ),
        (
            run("2199-12-01", "2199-12-31"),
            1,
            "Sun 1 Dec 2199 is still to come, so there is nothing to tell of these days.",
        ),
        (run("1066-10-14", "2022-12-01"), 1, "1066-10-14 is too far away. Give a day from 1900 to 2199."),
        (run("1.12.2022", "2022-12-31"), 2, "--from 1.12.2022: this is not a day; write it as 2022-09-19."),
        (
            run("2022-12-01", "2022-12-31", out="no/such"),
            1,
            "no/such can't be written to: No such file or directory. Please name a folder in one that is there.",
        ),
        (
            run("2022-12-01", "2022-12-31", agreement="mine"),
            1,
            "There is no agreement mine. Loaded: sefton-2022. To load your own: python -m bot agreement load FILE",
        ),
    ):
        assert (wrong.exit_code, wrong.output) == (code, f"{sentence}\n")
