"""The most important messages about reviews, word for word, and the report as a person reads it."""

import pypdfium2
import pytest

from bot import letters
from tests.bot.messages.facts import lines_of, rendered
from tests.bot.messages.review import CLOSED, FINDINGS, NEXT, NOTHING, REPORTED, REPORTS, VARIANTS, review

HEADING = "heading: SEF-R1: Six-monthly review"
ASKED = (
    "Every partner has been asked for what it reports and what should change, and can say that it has nothing to add."
)


def test_the_living_message_says_the_day_the_clause_and_who_has_not_answered():
    assert rendered("review", review()).line == (
        "SEF-R1: Six-monthly review, Tue 3 Jan 2023; 2 of 11 partners have answered"
    )
    assert lines_of("review", **review()) == [
        HEADING,
        "paragraph: To be held on Tue 3 Jan 2023 (clause 12); the agreement's day is Sun 1 Jan 2023",
        "paragraph: It looks at: Progress made and Terms of the agreement",
        "paragraph: 2 of 11 partners have answered; not yet Sefton Council and Sefton CVS",
        f"small: {ASKED} Not in the chat: Sefton CVS. The secretary records what they say.",
        "small: Begun Tue 6 Dec 2022, 09:00",
    ]


def test_an_event_and_somebody_who_begins_it_are_named():
    assert "paragraph: Because this has happened: Legislation changes" in lines_of(
        "review", **review(**VARIANTS["by an event"])
    )
    assert "paragraph: Begun by Sam Board, because: The ICB has asked for it." in lines_of(
        "review", **review(**VARIANTS["begun by hand"])
    )


def test_whoever_is_asked_reads_what_it_is_about_and_that_nothing_is_an_answer():
    lines = lines_of("review_asked", **review(**{"for": "Mersey Care"}))
    assert lines[1] == "paragraph: What does Mersey Care report? Please answer by the end of Tue 3 Jan 2023."
    assert lines[-1].endswith("If there is nothing, press Nothing to add: that is an answer too.")


@pytest.mark.parametrize(
    ("outcome", "way", "said"),
    [
        ("continue", None, "Outcome: it goes on as it is"),
        ("vary", CLOSED["way"], "Outcome: it is to be varied. What that takes: Agreement of all partners, in writing, signed (clause 13)"),
        ("extend", CLOSED["way"] | {"signed": False, "forum": "ICP Board"}, "Outcome: it is to be extended. What that takes: Agreement of all partners, in writing, expected to go through the ICP Board (clause 13)"),
        ("end", None, "Outcome: it is to be ended. The document does not say how"),
    ],
)  # fmt: skip
def test_an_outcome_says_what_it_takes(outcome, way, said):
    closed = review(**CLOSED | {"outcome": outcome, "way": way, "actions": []})
    assert f"paragraph: {said}" in lines_of("review_closed", **closed)


def test_the_report_has_every_word_and_can_be_read_aloud():
    found = letters.set_letter("review_report", REPORTS[0])
    pages = pypdfium2.PdfDocument(found.pdf)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    for said in (
        *(one["words"] for one in FINDINGS),
        REPORTED["words"][0]["words"],
        REPORTED["changes"],
        f"{NEXT['reference']}: {NEXT['title']}",
        "Nothing was heard from: Sefton Council and Sefton CVS",
        "Begun: Tue 6 Dec 2022, 09:00",
        "Completed: Tue 3 Jan 2023, 15:00",
    ):
        assert said in text
    assert NOTHING["partner"] in text
    assert found.name == "SEF-R1 report of the review.pdf"


@pytest.mark.parametrize("facts", REPORTS[1:], ids=lambda facts: facts["outcome"])
def test_a_report_is_set_of_whatever_was_said(facts):
    assert letters.set_letter("review_report", facts).pdf.startswith(b"%PDF")


def test_a_list_counts_the_open_reviews_it_has_no_room_for():
    facts = {"agreement": "S", "running": [review()], "closed": [], "coming": [], "more": 2}
    assert rendered("review_list", facts).line == "S: 3 open reviews"
    assert lines_of("review_list", **facts)[:3] == [
        "heading: S: reviews",
        "item: SEF-R1: Six-monthly review, Tue 3 Jan 2023; 2 of 11 have answered, not yet Sefton Council and Sefton CVS",
        "item: 2 more: /partnership review and a reference shows any of them",
    ]
