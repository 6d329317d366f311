"""The board pack as it is handed out: every state of a matter is told, what people wrote does nothing, bytes are the same."""

from __future__ import annotations

import io
import re

import openpyxl
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from bot.documents.board_pack import as_pdf, as_workbook
from handlers.overview import board_pack_rows
from handlers.overview.board_pack import SECTIONS
from tests.bot.messages.facts import DECISIONS, HOSTILE, ISSUES, agreed_date, deadline, decision, issue
from tests.bot.messages.signature import REQUESTS, signatures
from tests.hostile import MARKUP
from tests.pdfs import read

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "{=1}", '=HYPERLINK("https://example.org")')


def pack(**sections):
    """The facts of a pack with these rows in its sections."""
    return {
        "key": "sefton-2022",
        "agreement": "Collaboration agreement for the Sefton Partnership",
        "agreement_short": "Sefton Partnership",
        "first_on": "2022-12-01",
        "last_on": "2022-12-31",
        "made_at": "2023-01-03T12:00:00+00:00",
        "dated_on": "2023-01-03",
        "timezone": "Europe/London",
        "register": {"entries": 57, "head": "ab" * 32},
        "sections": [
            {
                "key": section.key,
                "name": section.name,
                "columns": [{"key": column.key, "holds": column.holds.value} for column in section.columns],
                "within": section.within,
                "rows": sections.get(section.key, []),
            }
            for section in SECTIONS
        ],
    }


def dated(worked, became="met", why=None, *, confirmed=True):
    told = {"last_day_on": worked["due_on"], "clause": worked["clause"], "what_became_of_it": became}
    return {**told, "why_it_gave_way": why, "confirmed": confirmed, "working": worked}


def an_issue(*dates, **more):
    return {**issue(**more), "dates": list(dates), "last_day_on": None, "clause": None}


def a_request(**more):
    facts = signatures(**more)
    one = {
        "reference": "SEF-S1",
        "partner": "LUHFT",
        "name": "Pia Grey",
        "position": "Chair",
        "route": "scan",
        "signed_on": "2022-09-05",
        "version": 1,
        "state": "accepted",
        "counts": True,
        "file_sha256": None,
        "recorded_at": "2022-09-05T10:00:00+00:00",
        "lacks": None,
    }
    return {
        **facts,
        **{f"document_{part}": facts["document"][part] for part in ("name", "link", "sha256")},
        "opened_at": "2022-09-01T09:30:00+00:00",
        "sign_by_on": facts["target_on"],
        "not_signed": facts["missing"],
        "document_states_on": facts["begins_on"],
        "latest_first_signature_on": "2022-09-07" if facts["signed"] else None,
        "signed_last": ["LUHFT"],
        "counterparts": [
            one,
            one | {"counts": False},
            one | {"version": 7, "counts": False},
            one | {"lacks": "the position", "counts": False},
            one | {"state": "handed-in", "counts": False},
            one | {"state": "rejected", "counts": False},
        ]
        if facts["signed"]
        else [],
    }


def an_action(**more):
    return {
        "reference": "SEF-A1",
        "title": "Write",
        "state": "open",
        "partner": "LUHFT",
        "owner": None,
        "kind": None,
        "clause": None,
        "because_of": "SEF-D1",
        "due_on": "2023-01-20",
        "opened_at": "2022-12-16T09:30:00+00:00",
        "closed_at": None,
        "closing_words": None,
        "particulars": "",
        **more,
    }


def an_interest(**more):
    return {
        "reference": "SEF-C1",
        "title": "Shares",
        "partner": "LUHFT",
        "person": None,
        "category": "financial",
        "nature": "real",
        "arises": "has arisen",
        "particulars": "A tenth.",
        "since_on": None,
        "declared_on": "2022-12-06",
        "ended_on": None,
        "matters": [],
        "handling": [],
        "withheld": False,
        **more,
    }


def book_of(facts):
    return openpyxl.load_workbook(io.BytesIO(as_workbook(facts)))


# --- Every state is told ------------------------------------------------------------------------------------------

ALL = pack(
    issues=[
        *(an_issue(**it) for name, it in ISSUES.items() if name != "hostile"),
        an_issue(
            dated(deadline(), "replaced", "more time was agreed"),
            dated(deadline(number=5), "cancelled", confirmed=False),
            dated(agreed_date(), "open"),
        ),
    ],
    decisions=[
        board_pack_rows.decision_row(decision(**it)) | {"opened_at": None}
        for it in DECISIONS.values()
        if it.get("state") != "draft"
    ],
    interests=[
        an_interest(),
        an_interest(withheld=True, title=None, particulars=None),
        an_interest(
            since_on="2022-01-01", ended_on="2022-12-20", matters=["SEF-D1"], handling=["SEF-D1: noted"], person="Jo"
        ),
    ],
    returns=[{"partner": "Alder Hey", "says": says, "returned_on": "2022-12-07"} for says in ("nil", "unchanged")],
    signatures=[a_request(**it) for name, it in REQUESTS.items() if "hostile" not in name],
    actions=[an_action(), an_action(state="done", closed_at="2022-12-20T10:00:00+00:00", closing_words="Written")],
)


def test_every_state_of_a_matter_is_told_in_words():
    text = read(as_pdf(ALL))
    assert not re.search(r"\b(None of|True|False|Undefined)\b|[{}]|\d{4}-\d\d-\d\dT", text)
    for said in (
        *("It gave way to the next: more time was agreed", "not every partner is known to be notified"),
        *("the date the partners agreed", "The particulars are withheld.", "over since Tue 20 Dec 2022"),
        *("Alder Hey: nothing to declare, Wed 7 Dec 2022", "beside the first", "version 7, which does not count"),
        *("By a scan; rejected", "By a scan; to be looked at"),
        *("State: done", "Closed at: Tue 20 Dec 2022, 10:00", "Closing words: Written", "A tie is no decision."),
    ):
        assert said in text, said


def test_it_is_archivable_can_be_read_aloud_and_its_first_page_says_what_it_is():
    pdf = as_pdf(ALL)
    assert re.search(rb"pdfaid:part(>|=\")3", pdf)
    assert re.search(rb"pdfuaid:part(>|=\")1", pdf)
    document = pypdfium2.PdfDocument(pdf)
    assert pdfium.FPDFCatalog_IsTagged(document)
    first = " ".join(document[0].get_textpage().get_text_range().split())
    headings = [entry.get_title() for entry in document.get_toc()]
    document.close()
    for said in (
        "Agreement: Collaboration agreement for the Sefton Partnership",
        "Period: Thu 1 Dec 2022 to Sat 31 Dec 2022, both included (Europe/London)",
        "Made on: Tue 3 Jan 2023, 12:00",
        "Left out: private matters",
        "The register then had 57 entries",
    ):
        assert said in first
    assert headings[0] == "Board pack: Sefton Partnership"
    assert [name for name in headings if name in {section.name for section in SECTIONS}] == [
        section.name for section in SECTIONS if section.within is None
    ]
    assert "SEF-A1: Write" in headings


def test_an_empty_pack_says_so():
    text = read(as_pdf(pack()))
    assert "Nothing was under way in these days, and nothing was put on record about it." in text
    assert text.count("None in these days.") == len([section for section in SECTIONS if section.within is None])


def test_the_same_facts_are_the_same_bytes_and_others_are_not():
    assert as_pdf(ALL) == as_pdf(ALL)
    assert as_workbook(ALL) == as_workbook(ALL)
    later = ALL | {"made_at": "2023-01-03T12:01:00+00:00"}
    assert as_pdf(later) != as_pdf(ALL)
    assert as_workbook(later) != as_workbook(ALL)


def test_a_section_without_words_of_its_own_is_told_column_by_column():
    facts = pack()
    facts["sections"].append(
        {
            "key": "visits",
            "name": "Visits",
            "columns": [
                {"key": key, "holds": holds}
                for key, holds in (
                    *(("reference", "words"), ("title", "words"), ("owner", "words"), ("falls", "day")),
                    *(("reached", "instant"), ("met", "words"), ("looked_at", "words"), ("notes", "words")),
                )
            ],
            "within": None,
            "rows": [
                {
                    "reference": "SEF-M1",
                    "title": "The hub opens",
                    "owner": "",
                    "falls": "2022-12-20",
                    "reached": "2022-12-19T23:30:00+00:00",
                    "met": True,
                    "looked_at": ["ICB", "LUHFT"],
                    "notes": None,
                }
            ],
        }
    )
    text = read(as_pdf(facts))
    for said in (
        "SEF-M1: The hub opens",
        *("Falls: Tue 20 Dec 2022", "Reached: Mon 19 Dec 2022, 23:30", "Met: yes", "Looked at: ICB; LUHFT"),
    ):
        assert said in text
    assert "Owner:" not in text
    assert "Notes:" not in text
    sheet = book_of(facts)["Visits"]
    assert (
        f"{sheet[2][3].value:%Y-%m-%d} {sheet[2][4].value:%H:%M} {sheet[2][6].value}" == "2022-12-20 23:30 ICB; LUHFT"
    )
    assert [cell.value for cell in sheet[1]][:5] == [*("Reference", "Title", "Owner", "Falls", "Reached")]


# --- What people wrote does nothing -------------------------------------------------------------------------------


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_is_a_formula_or_a_link(words):
    facts = pack(
        actions=[an_action(title=words, particulars=words)],
        interests=[an_interest(title=words, matters=[words], handling=[words])],
    )
    book = book_of(facts)
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)
    assert book["Actions"]["B2"].data_type == "s"
    assert book["Actions"]["B2"].value.replace("_x000D_", "").strip() == words.strip()


@pytest.mark.parametrize("words", [*MARKUP.values(), HOSTILE])
def test_what_people_write_stands_there_as_they_wrote_it(words):
    put = an_issue(dated(deadline()), title=words[:150], particulars=words, outcome_sought=words)
    vote = board_pack_rows.decision_row(decision(**DECISIONS["carried"], title=words[:150], wording=words)) | {
        "opened_at": None
    }
    pdf = as_pdf(pack(issues=[put], decisions=[vote], actions=[an_action(closing_words=words)]))
    assert b"/JavaScript" not in pdf
    kept = " ".join(words.split("\n")[0].split())[:60].strip()
    if kept.isascii() and kept.isprintable():
        assert kept in read(pdf)


def test_a_cell_that_is_too_long_for_a_spreadsheet_is_cut_and_says_so():
    book = book_of(pack(actions=[an_action(particulars="word " * 10_000)]))
    (cell,) = (cell for cell in book["Actions"][2] if isinstance(cell.value, str) and cell.value.startswith("word"))
    assert 31_000 < len(cell.value) < 32_767
    assert cell.value.endswith("…")


def test_days_moments_and_numbers_can_be_sorted():
    book = book_of(ALL)
    actions = {cell.value: column for column, cell in enumerate(book["Actions"][1])}
    row = book["Actions"][3]
    assert f"{row[actions['Due on']].value:%Y-%m-%d}" == "2023-01-20"
    assert f"{row[actions['Closed at']].value:%Y-%m-%d %H:%M}" == "2022-12-20 10:00"
    decisions = {cell.value: column for column, cell in enumerate(book["Decisions"][1])}
    assert isinstance(book["Decisions"][2][decisions["Base"]].value, int)
