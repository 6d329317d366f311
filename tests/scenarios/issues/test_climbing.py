"""An issue of Mid and South Essex that climbs its agreement's ladder, from two partners to the Board."""

from __future__ import annotations

import pytest

from bot.practice import CannotDo
from tests.scenarios.issues.climbing_kit import (
    ESSEX,
    goes_on,
    looks,
    presses,
    raise_one,
)
from tests.scenarios.reading_kit import body_of, lines

TAKE_TURNS = True


@pytest.fixture
def essex(make_world):
    """MSE-1, raised by the trust; it affects EPUT and the county council too."""
    return make_world("2020-09-01 10:00", "mid-south-essex-2020", begin=raise_one)


# --- Going further ------------------------------------------------------------------------------------------------


def test_each_stage_says_where_it_stands_and_what_was_tried(essex):
    assert lines(looks(essex.max), "Stage 1 of 6:") == ["Stage 1 of 6: Between the partners concerned (clause 8.8)"]
    goes_on(essex.max, "place", "We met twice.")
    seen = looks(essex.epp)
    assert lines(seen, "Stage 2 of 6:", "Between the partners concerned:") == [
        "Stage 2 of 6: Place arrangements (clause 8.8)",
        "• Between the partners concerned: tried. We met twice.",
    ]
    assert lines(essex.living("MSE-1", ESSEX).shown(), "Stage 2") == ["Stage 2 of 6: Place arrangements (clause 8.8)"]
    assert lines(essex.shown(ESSEX), "goes further") == ["MSE-1 goes further: Beds in the north"]
    assert lines(essex.ess.dm("goes further").shown(), "Place arrangements") == [
        "MSE-1 has come to stage 2 of 6: Place arrangements",
        "Not settled at the stage before (Between the partners concerned). It has come to stage 2 of 6: Place arrangements (clause 8.8).",
    ]
    assert essex.facts("issue-moved") == {
        "from": "bilateral",
        "to": "place",
        "skipped": [],
        "words": "We met twice.",
        "on_behalf": False,
        "person": "Max",
    }


def test_place_may_be_left_out_with_a_reason_on_record(essex):
    goes_on(essex.epp, "sle-consensus", "No one place is concerned.")
    assert lines(looks(essex.max), "Place arrangements:") == [
        "• Place arrangements: left out. No one place is concerned."
    ]
    assert essex.facts("issue-moved")["skipped"] == ["place"]


def test_without_a_reason_it_goes_nowhere(essex):
    presses(essex.max, "Take it further")
    essex.max.submits({"to": "place", "words": " "}, unchecked=True)
    assert essex.max.modal_errors == {"words": "Please fill in “What was tried, and why it goes on”."}
    assert essex.issue("MSE-1").stage == "bilateral"


MAY_NOT = (
    "You can't take MSE-1 further (clause 8.8). Ess (lead, Essex CC), Epp (lead, EPUT) or Max (lead, MSE "
    "Foundation Trust) can."
)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nel", MAY_NOT),  # not told of it, but it is public: anybody of the agreement may look
        ("mem", MAY_NOT),
        (
            "dan",
            (
                "I don't know yet who you are. In your agreement's channel, type /partnership link and choose your "
                "name; the secretary confirms it."
            ),
        ),
    ],
)
def test_only_those_the_document_names_take_it_further(essex, name, said):
    player = essex.players[name]
    player.guesses("issue_move", essex.issue("MSE-1").id, channel=ESSEX)
    assert player.body == said
    assert player.modal is None


def test_a_stage_that_must_be_tried_is_not_skipped(essex):
    goes_on(essex.max, "sle-consensus")
    presses(essex.sam, "Take it further")
    with pytest.raises(CannotDo, match="sle-majority"):
        essex.sam.fills({"to": "facilitator"})


def test_what_was_proposed_at_a_stage_ends_with_it(essex):
    presses(essex.max, "Propose a resolution")
    essex.max.submits({"words": "Five beds each."})
    goes_on(essex.epp, "place", "Not enough.")
    assert essex.issue("MSE-1").proposals[0].state.value == "ended"
    assert lines(body_of(essex.ess.dm("Five beds each"))) == [
        "MSE-1: Beds in the north",
        "The issue has come to another stage, so this needs no more answers.",
        "Five beds each.",
        "[Show details]",
    ]
    assert essex.issue("MSE-1").state.value == "open"


def test_it_can_be_settled_or_withdrawn_at_any_stage(essex):
    goes_on(essex.max, "sle-consensus")
    presses(essex.max, "Propose a resolution")
    essex.max.submits({"words": "Five beds each."})
    essex.epp.presses("Agree", essex.epp.dm("Five beds each"))
    essex.ess.presses("Agree", essex.ess.dm("Five beds each"))
    assert essex.issue("MSE-1").state.value == "resolved"
    essex.sam.guesses("issue_move", essex.issue("MSE-1").id, channel=ESSEX)
    assert essex.sam.body == (
        "MSE-1 is resolved, so nothing more can be done to it. /partnership issue MSE-1 shows how it ended."
    )


# --- Advice, facilitator, marks -----------------------------------------------------------------------------------


def test_advice_is_recorded_as_asked_and_as_given(essex):
    goes_on(essex.max, "sle-consensus")
    presses(essex.sam, "Advice")
    essex.sam.submits({"forum": "finance-leaders", "what": "asked", "words": "What would it cost?"})
    essex.at("2020-09-08 10:00")
    presses(essex.epp, "Advice")
    essex.epp.submits({"forum": "finance-leaders", "what": "given", "words": "Two million a year."})
    seen = looks(essex.max)
    assert lines(
        seen,
        "System Finance Leaders Group was asked for advice (Tue 1 Sep 2020, 10:00):",
        "System Finance Leaders Group advises (Tue 8 Sep 2020, 10:00):",
    ) == [
        "• System Finance Leaders Group was asked for advice (Tue 1 Sep 2020, 10:00): What would it cost?",
        "• System Finance Leaders Group advises (Tue 8 Sep 2020, 10:00): Two million a year.",
    ]
    assert lines(essex.thread("MSE-1", ESSEX)[-1])[1:] == [
        "System Finance Leaders Group has given its advice.",
        "Two million a year.",
        "Epp (for EPUT), Tue 8 Sep 2020, 10:00",
    ]
    assert essex.register("MSE-1").count("advice-asked") == essex.register("MSE-1").count("advice-given") == 1


def test_what_a_party_puts_in_writing_is_on_record_for_those_who_decide(essex):
    presses(essex.epp, "Put it in writing")
    essex.epp.submits({"words": "The ward cannot be staffed."})
    presses(essex.sam, "Put it in writing")
    essex.sam.submits({"partner": "essex-council", "words": "We agree with EPUT.", "evidence": "Letter of 1 September"})
    assert not essex.sam.modal_errors
    seen = looks(essex.max)
    assert lines(
        seen, "EPUT put in writing (Tue 1 Sep 2020, 10:00):", "put in writing (Tue 1 Sep 2020, 10:00): We"
    ) == [
        "• EPUT put in writing (Tue 1 Sep 2020, 10:00): The ward cannot be staffed.",
        "• Essex CC put in writing (Tue 1 Sep 2020, 10:00): We agree with EPUT.",
    ]
    (said,) = essex.thread("MSE-1", ESSEX)
    assert lines(said)[1:] == [
        "EPUT has put in writing what it says.",
        "The ward cannot be staffed.",
        "Epp (for EPUT), Tue 1 Sep 2020, 10:00",
    ]
    assert essex.facts("represented")["on_behalf"] is True
    essex.nel.guesses("issue_represent", essex.issue("MSE-1").id, channel=ESSEX)
    assert essex.nel.body.startswith("You can't put anything in writing on MSE-1 (clause 8.8). Ess (lead, Essex CC), ")


def test_a_facilitator_is_recorded_with_what_they_declared_and_only_at_that_stage(essex):
    essex.sam.guesses("issue_facilitator", essex.issue("MSE-1").id, channel=ESSEX)
    assert essex.sam.body == (
        "At this stage (Between the partners concerned) there is no facilitator. "
        "/partnership issue MSE-1 shows where it stands."
    )
    goes_on(essex.max, "sle-consensus")
    goes_on(essex.sam, "sle-majority")
    goes_on(essex.epp, "facilitator", "The SLE could not decide.")
    essex.epp.guesses("issue_facilitator", essex.issue("MSE-1").id, channel=ESSEX)
    assert essex.epp.body == "You can't record the facilitator of MSE-1 (clause 8.10.3). Sam (secretary) can."
    presses(essex.sam, "The facilitator")
    essex.sam.submits({"name": "Dr Grey", "interests": "None declared."})
    assert lines(looks(essex.ess), "Facilitator:") == ["Facilitator: Dr Grey. Interests declared: None declared."]


def test_a_mark_stays_to_the_end(essex):
    reference = essex.max.raises("A ward closes", "eput", channel=ESSEX, marks=["consultation", "third-party"])
    said = "Statutory consultation applies (clause 8.5): what is agreed here does not take its place."
    assert lines(essex.living(reference, ESSEX).shown(), "Statutory consultation") == [said]
    assert lines(looks(essex.epp, reference), "Somebody outside") == ["Somebody outside the agreement has raised it."]
    goes_on_with = essex.max
    presses(goes_on_with, "Withdraw", reference)
    goes_on_with.submits({"words": "It stays open."})
    assert lines(looks(essex.epp, reference), "Statutory consultation") == [said]
