"""What a document leaves open is filled by a person's decision, or refused in a sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rules.errors import Refusal
from rules.open_points import in_words, settle, unsettled
from rules.terms import Base, SignatureForm, Unit
from storage.packs import parse_pack, read_pack

SMALL = parse_pack((Path(__file__).parent.parent / "agreements" / "small.yaml").read_text(), file="small.yaml")


def left(terms):
    return [point.key for point in unsettled(terms)]


def test_everything_is_open_at_first():
    assert left(SMALL) == ["days", "interval", "signing", "then"]


def test_a_decision_fills_its_place_and_nothing_else():
    settled = settle(SMALL, {"days": "scotland"})
    assert settled.calendars["undefined"].base is Base.SCOTLAND
    assert left(settled) == ["interval", "signing", "then"]
    assert SMALL.calendars["undefined"].base is None
    assert settled.model_copy(update={"calendars": SMALL.calendars}) == SMALL


def test_an_entry_of_a_list_is_found_by_its_key():
    settled = settle(SMALL, {"interval": "6 months"})
    every = settled.reviews[1].every
    assert every is not None
    assert (every.number, every.unit) == (6, Unit.MONTHS)


def test_a_list_is_filled_at_commas():
    assert settle(SMALL, {"signing": "Scanned-PDF, wet-ink"}).signatures.forms == (
        SignatureForm.SCANNED_PDF,
        SignatureForm.WET_INK,
    )


def test_several_decisions_at_once_and_one_after_the_other_come_to_the_same():
    at_once = settle(SMALL, {"days": "scotland", "interval": "2 weeks"})
    assert settle(settle(SMALL, {"interval": "2 weeks"}), {"days": "scotland"}) == at_once


def test_a_later_decision_replaces_an_earlier_one():
    assert settle(settle(SMALL, {"days": "scotland"}), {"days": "england-and-wales"}) == settle(
        SMALL, {"days": "england-and-wales"}
    )


def test_a_point_without_a_place_keeps_its_answer_and_nothing_else_changes():
    decided = settle(SMALL, {"then": "The board hears of it"})
    assert decided.model_copy(update={"open": SMALL.open}) == SMALL
    assert {point.key: point.answer for point in decided.open if point.answer} == {"then": "The board hears of it"}
    assert set(left(SMALL)) - set(left(decided)) == {"then"}
    assert settle(SMALL, {}) is SMALL
    with pytest.raises(Refusal, match=r"too long to be quoted\. Please say it in fewer words"):
        settle(SMALL, {"then": "x" * 2001})


def test_both_kinds_are_decided_at_once():
    decided = settle(SMALL, {"then": "The board hears of it", "days": "scotland"})
    assert decided.calendars["undefined"].base == "scotland"
    assert decided.open[-1].answer == "The board hears of it"


@pytest.mark.parametrize(
    ("decisions", "words"),
    [
        (
            {"dyas": "scotland"},
            "Rivers leaves nothing open called dyas. What it leaves open: days, interval, signing, then.",
        ),
        (
            {"days": "mars"},
            '"mars" is not among the answers. Which days are meant? Choose: england-and-wales, scotland.',
        ),
        ({"days": "  "}, "Nothing was decided. The question is: Which days are meant?"),
        (
            {"signing": "wet-ink, blood"},
            '"wet-ink, blood" is not among the answers. How is it signed? Choose: wet-ink, scanned-pdf.',
        ),
        (
            {"interval": "often"},
            "That cannot be decided so. often is not a length of time. Write it as 6 months or 10 calendar-days. The question is: How often?",
        ),
        (
            {"interval": "3 blinks"},
            'That cannot be decided so. "blinks" is not one of the words for every. Write one of: operational-days, calendar-days, clear-days, weeks, months, years, hours. The question is: How often?',
        ),
        (
            {"interval": "3 operational days"},
            "That cannot be decided so. Operational days are counted on no calendar. Add calendar: one of working, undefined; in words, write it as 3 operational-days on working.",
        ),
        (
            {"interval": "3 operational days on lunar"},
            "That cannot be decided so. There is no calendar called lunar. Known: working, undefined. Add it under calendars, or write another.",
        ),
        (
            {"interval": "0 months"},
            "That cannot be decided so. Something that comes round after no time never ends. Write 1 or more.",
        ),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(decisions, words):
    with pytest.raises(Refusal) as refused:
        settle(SMALL, decisions)
    assert str(refused.value) == words


@pytest.mark.parametrize("value", ["2022-02-30", "30 June 2022", "soon", "0", "1656633600"])
def test_a_day_that_is_none_is_refused(value):
    with pytest.raises(Refusal, match="The question is: On which day does the agreement commence"):
        settle(read_pack("sefton-2022"), {"commencement": value})


def test_an_end_before_the_beginning_is_refused():
    with pytest.raises(Refusal, match="It ends on 2022-03-31, before it begins on 2022-04-01"):
        settle(read_pack("one-halton-2021"), {"commencement": "2022-04-01"})


DECIDED = {
    "sefton-2022": {"commencement": "2022-09-15", "chairing-interval": "2 years", "signing": "in-chat, wet-ink"},
    "one-halton-2021": {
        "operational-days": "england-and-wales",
        "commencement": "2021-09-30",
        "governance-interval": "12 months",
        "monitoring-interval": "3 months",
        "disclosure": "10 operational days on operational-days",
        "disclosed-to": "all-partners",
        "signing": "in-chat",
    },
    "mid-south-essex-2020": {
        "majority-of-whom": "present",
        "majority-of-which-partners": "eligible",
        "seats-or-organisations": "members of partnership-board",
        "sle-members": "nhse-nhsi",
        "hash": "Priorities are set by elected members",
        "dashboard-interval": "1 month",
        "which-year": "financial-year",
        "digital-formats": "in-chat",
    },
}


@pytest.mark.parametrize("name", DECIDED)
def test_every_place_a_pack_leaves_open_can_be_filled(name):
    terms = read_pack(name)
    assert set(DECIDED[name]) == {point.key for point in terms.open if point.path}
    settled = settle(terms, DECIDED[name])
    assert left(settled) == [point.key for point in terms.open if point.path is None]


@pytest.mark.parametrize("name", DECIDED)
def test_every_answer_a_pack_offers_is_accepted(name):
    terms = read_pack(name)
    offered = [(point.key, choice) for point in terms.open for choice in point.choices]
    assert offered
    for key, choice in offered:
        assert key not in left(settle(terms, {key: choice}))


def test_a_conflict_may_be_disclosed_at_once_or_within_a_time():
    halton = read_pack("one-halton-2021")
    for answer, within in (
        ("immediately", "immediately"),
        ("2 weeks", "2 weeks after aware"),
        ("28 calendar-days after aware", "28 calendar days after aware"),
    ):
        settled = settle(halton, {"disclosure": answer})
        assert settled.conflicts is not None
        assert str(settled.conflicts.within) == within


def test_the_commencement_date_of_sefton():
    settled = settle(read_pack("sefton-2022"), {"commencement": " 2022-09-15 "})
    assert settled.term.begins == date(2022, 9, 15)


MSE = read_pack("mid-south-essex-2020")


@pytest.mark.parametrize(
    ("terms", "key", "value", "words"),
    [
        (SMALL, "days", "england-and-wales", "England and Wales"),
        (SMALL, "signing", "wet-ink, scanned-pdf", "ink on paper, scanned PDF"),
        (SMALL, "then", "after-care, as agreed", "after-care, as agreed"),  # somebody's own words stay
        (MSE, "which-year", "any-twelve-months", "any twelve months"),
        (MSE, "seats-or-organisations", "members of partnership-board", "members of the Partnership Board"),
    ],
)
def test_an_answer_is_read_in_words(terms, key, value, words):
    point = next(point for point in terms.open if point.key == key)
    assert in_words(terms, point, value) == words
