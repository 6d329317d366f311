"""A vote that depends on what its document leaves open is counted once the partners have decided it, and not before."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from storage.decisions import Decision
from tests.scenarios.conftest import buttons_of
from tests.scenarios.decisions.kit import ESSEX, decides, fills, go_to_the_board, shows, votes
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True
POINT = "seats-or-organisations"
QUESTION = "Is the 75% counted by organisation or by Board member (8.4)?"


@pytest.fixture
def nine(make_world):
    """MSE-D2 with nine of the eleven organisations for it: three quarters of them, and no Board member is named yet."""
    world = make_world("2020-09-01 10:00", "mid-south-essex-2020", begin=go_to_the_board)
    for name in ("bea", "cas", "mid", "sue", "thu", "amb", "epp", "nel", "max"):
        votes(world, name, "Agree", "MSE-D2")
    return world


def test_it_is_neither_carried_nor_closed_before_they_have_and_then_counted_as_on_its_last_day(nine):
    nine.at("2020-10-02 09:30")
    assert lines(shows(nine, "MSE-D2"))[2] == "Open to votes until the end of Thu 1 Oct 2020"
    (said,) = lines(nine.sam.body, "Left open")
    assert said.endswith("Nothing is counted until the partners decide which holds.")
    assert lines(nine.shown(ESSEX), "Left open") == [said]
    asked = nine.sam.dm("MSE-D2 waits")
    assert lines(asked.shown(), "Its last day", "Left open") == [
        (
            "Its last day for votes is over, and whether it is carried depends on what the document leaves open. The partners "
            "decide that: please record their answer, and the votes are counted at once. It is neither carried nor closed "
            "until then."
        ),
        (
            f"Left open by the document, not decided yet: {QUESTION} Read as partners: at least three quarters of 11 eligible: "
            "9 needed, carried. Read as members of the Partnership Board: at least three quarters of all eligible members of "
            "the Partnership Board, not carried. Nothing is counted until the partners decide which holds."
        ),
    ]
    assert buttons_of(asked) == ["Decide an open point", "Show details"]
    nine.sam.presses("Decide an open point", asked)  # the third that the document leaves open, and the one it waits for
    nine.sam.submits({"value": "partners", "why": "The partners, in writing"})
    assert lines(nine.sam.answer)[-3:-1] == [QUESTION, "partners"]
    assert lines(shows(nine, "MSE-D2"))[2] == "Carried"
    assert lines(nine.sam.body, "The count") == [
        "The count: At least three quarters of 11 eligible: 9 needed. 9 agree, 0 object, 2 not voting.",
    ]
    assert nine.facts("decision-carried")["on"] == "2020-10-01"
    assert nine.register().count("decision-carried") == 1


def test_the_other_answer_gives_the_other_result(nine):
    nine.at("2020-10-02 09:30")
    decides(nine, POINT, "members of partnership-board")
    assert lines(shows(nine, "MSE-D2"))[2] == "Not carried"
    assert "decision-carried" not in nine.register()


def test_it_is_not_counted_early_either(nine):
    votes(nine, "eng", "Agree", "MSE-D2", voter="nhs-england")
    nine.sam.guesses("decision_close", 2, channel=ESSEX)
    assert nine.sam.body == (
        f"Whether MSE-D2 is carried depends on what the document leaves open: {QUESTION} The partners decide that first, "
        "and /partnership open records it."
    )


def test_decided_while_the_vote_is_open_it_is_counted_like_any_other(nine):
    decides(nine, POINT, "partners")
    assert lines(shows(nine, "MSE-D2"), "Left open") == []
    nine.at("2020-10-02 00:01")
    assert lines(shows(nine, "MSE-D2"))[2] == "Carried"


def test_where_each_answer_comes_to_the_same_it_waits_for_none(make_world):
    world = make_world("2020-09-01 10:00", "mid-south-essex-2020", begin=go_to_the_board)
    votes(world, "bea", "Agree", "MSE-D2")
    world.at("2020-10-02 00:01")
    assert lines(shows(world, "MSE-D2"))[2] == "Not carried"


# --- What a reading depends on ----------------------------------------------------------------------------------------

MAJORITY = {"rule": "board-majority", "closes_on": "2020-10-01"}
OF_TWO = {"element": "capital-and-transformation", "affected": ["eput", "nelft"]}


@pytest.fixture
def essex(make_world):
    return make_world("2020-09-01 10:00", "mid-south-essex-2020", begin=lambda world: world.without_daily_lists())


def test_the_form_asks_for_whatever_an_answer_would_depend_on_and_the_draft_counts_with_it(essex):
    """8.10.4 counts all partners as it stands; those eligible, or affected, if the partners decide so."""
    fills(essex.max, **MAJORITY)
    assert list(essex.max.modal_errors) == ["element", "affected"]
    fills(essex.max, **MAJORITY, **OF_TWO)
    (said,) = lines(essex.max.answer, "Which partners does that majority count")
    assert said == (
        "Left open by the document, not decided yet: Which partners does that majority count (8.10.4)? Read as partners: "
        "more than half of 21 partners: 11 needed. Read as eligible: more than half of 11 eligible: 6 needed. Read as "
        "affected: more than half of 2 affected: 2 needed."
    )


def test_a_vote_whose_form_did_not_ask_yet_says_so_and_is_proposed_anew(essex):
    """It was proposed while no form asked for the element, and is now decided to be of those eligible under one."""
    fills(essex.max, **MAJORITY, **OF_TWO)
    essex.max.presses("Open the vote")
    with essex.session() as session:
        session.execute(update(Decision).values(element=None))
    essex.by_hand = True
    decides(essex, "majority-of-which-partners", "eligible")
    decides(essex, "majority-of-whom", "all")
    essex.nel.guesses("decision_agree", 1, channel=ESSEX)
    assert essex.nel.body == (
        "You have no vote in MSE-D1 (clause 8.10.4): NELFT is not known to be eligible: no element is named."
    )
    essex.at("2020-10-02 09:30")
    asked = essex.sam.dm("MSE-D1 waits")
    assert lines(asked.shown())[:3] == [
        "MSE-D1 waits: please withdraw it, and have it proposed anew",
        "MSE-D1: Shared wards",
        (
            "Its last day for votes is over, and who has a vote in it depends on the element of the agreement it falls "
            "under, which nobody said when it was proposed. Please withdraw it, and have it proposed anew: the form asks "
            "for it now. It is neither carried nor closed until then."
        ),
    ]
    assert buttons_of(asked) == ["Withdraw", "Show details"]
    essex.sam.guesses("decision_close", 1, channel=ESSEX)
    assert essex.sam.body == (
        "Who has a vote in MSE-D1 depends on the element of the agreement it falls under, which nobody said when it was "
        "proposed. Please withdraw it, and have it proposed anew: the form asks for it now."
    )
    essex.sam.presses("Withdraw", asked)
    essex.sam.submits({"words": "It is proposed anew."})
    assert essex.register("MSE-D1")[-1] == "decision-withdrawn"
