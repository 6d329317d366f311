"""The written notice of a decision as a letter: read back from its PDF."""

from __future__ import annotations

import re

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from bot.letters import FONTS, _blocks, _shown, set_letter
from bot.words import Words, read as read_words
from tests.bot.messages.facts import CARRIED, DECISIONS, decision
from tests.hostile import CONTROLS, MARKUP, UNSEEN, all_of
from tests.pdfs import read


def facts(**more):
    return decision(**{**CARRIED, "partner": "Mid Essex CCG", **more})


def test_it_says_to_whom_what_was_decided_why_and_how_it_was_counted():
    letter = set_letter("decision_letter", facts())
    text = read(letter.pdf)
    for said in (
        "Notice of a decision",
        "To: Mid Essex CCG",
        "Reference: MSE-D2",
        "The outcome: Carried.",
        "EPUT opens ten beds.",
        "clause 8.4",
        "At least three quarters of 11 eligible: 9 needed.",
        "Page 1 of 1",
    ):
        assert said in text, text
    assert letter.name == "MSE-D2 notice of a decision.pdf"
    assert letter.title == "MSE-D2: notice of a decision"


def test_it_goes_to_the_address_that_the_document_gives():
    text = read(set_letter("decision_letter", facts(address="Phoenix House, Basildon")).pdf)
    assert "To: Mid Essex CCG, Phoenix House, Basildon Under: " in text


@pytest.mark.parametrize("name", ["carried", "consensus", "not carried", "tie", "too few"])
def test_every_outcome_has_its_letter(name):
    text = read(set_letter("decision_letter", facts(**DECISIONS[name])).pdf)
    assert ("The outcome: Not carried." in text) == (DECISIONS[name].get("state") == "not-carried")
    assert not re.search(r"\b(None|True|False)\b|[{}]", text)


def test_it_is_archivable_and_can_be_read_aloud():
    """PDF/A-3a (https://www.iso.org/standard/57229.html) and PDF/UA-1 name themselves in the metadata."""
    pdf = set_letter("decision_letter", facts()).pdf
    assert re.search(rb"pdfaid:part(>|=\")3", pdf)
    assert re.search(rb"pdfaid:conformance(>|=\")A", pdf)
    assert re.search(rb"pdfuaid:part(>|=\")1", pdf)
    document = pypdfium2.PdfDocument(pdf)
    assert pdfium.FPDFCatalog_IsTagged(document)
    assert document.get_metadata_value("Title") == "MSE-D2: notice of a decision"
    document.close()


def test_the_same_facts_are_the_same_bytes_and_others_are_not():
    one, again = (set_letter("decision_letter", facts()).pdf for _ in range(2))
    assert one == again
    assert set_letter("decision_letter", facts(partner="EPUT")).pdf != one


@pytest.mark.parametrize(("name", "text"), all_of(MARKUP, CONTROLS, UNSEEN).items())
def test_what_people_write_stands_there_as_they_wrote_it_and_does_nothing(name, text):
    clean = text.encode("utf-8", "ignore").decode()  # lone surrogates never get past the door
    pdf = set_letter("decision_letter", facts(wording=clean, reasons=clean, title=clean[:100])).pdf
    assert b"/JavaScript" not in pdf
    assert b"/Launch" not in pdf
    kept = clean.split("\n")[0].strip()
    if kept.isascii() and kept.isprintable():
        assert " ".join(kept.split()) in read(pdf)


def test_markup_of_the_typesetter_is_only_text():
    words = '#set text(red) $x^2$ @ref <label> #read("/etc/hostname") \\u{41} = heading'
    assert words in read(set_letter("decision_letter", facts(wording=words)).pdf)


def test_what_no_font_can_show_is_named():
    text = read(set_letter("decision_letter", facts(wording="Up \N{PISTOL}: \N{THUMBS UP SIGN} \u4e2d")).pdf)
    assert "Up [pistol]: [thumbs up sign] [cjk unified ideograph-4e2d]" in text


def test_other_alphabets_are_shown():
    words = "Ωmega, Жук, Łódź, Ŵyn, Máire"
    assert words in read(set_letter("decision_letter", facts(wording=words)).pdf)


def test_every_character_a_font_has_can_be_set():
    several = "".join(map(chr, sorted(_shown())))
    assert set_letter("decision_letter", facts(wording=several)).pdf


def test_a_word_without_end_stays_on_its_line():
    document = pypdfium2.PdfDocument(set_letter("decision_letter", facts(wording="x" * 900)).pdf)
    words = document[0].get_textpage()
    right = max(words.get_rect(index)[2] for index in range(words.count_rects()))
    text = words.get_text_range()
    document.close()
    assert right < 595 - 60
    assert "x" * 900 in "".join(text.split())


def test_a_row_has_as_many_cells_as_its_table_has_columns():
    for source in ("# T\n|= a | b\n| 1", "# T\n| 1 | 2"):
        with pytest.raises(ValueError, match=r"cells? under \d columns"):
            _blocks(Words("", read_words(source)))
    title, first, second = _blocks(Words("", read_words("# T\n|= a\n|= b\n| 1\n|= c\n| 2")))
    assert [title["mark"], first["mark"], second["mark"]] == ["title", "table", "table"]
    assert len(first["rows"]) == len(second["rows"]) == 1


def test_it_goes_over_as_many_pages_as_it_needs():
    pdf = set_letter("decision_letter", facts(wording="A long paragraph of a proposal.\n" * 90)).pdf
    assert "Page 3 of" in read(pdf)


def test_each_font_has_its_licence_beside_it():
    licences = "".join(path.read_text() for path in FONTS.glob("LICENSE-*.txt"))
    assert {path.name.split("-")[0].removesuffix(".ttf") for path in FONTS.glob("*.ttf")} == {
        "LiberationSans",
        "DejaVuSans",
    }
    assert "SIL OPEN FONT LICENSE" in licences
    assert "Bitstream Vera" in licences
