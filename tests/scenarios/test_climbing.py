"""An issue of Mid and South Essex that climbs its agreement's ladder, from two partners to the Board."""

from __future__ import annotations

import pytest

from bot.practice import CannotDo
from tests.scenarios.conftest import buttons_of

TAKE_TURNS = True
ESSEX = "C0ESSEX"
FORM = {"wording": "EPUT opens ten beds.", "reasons": "Nobody else can."}
BOARD = ("bea", "cas", "mid", "sue", "thu", "amb", "epp", "nel", "max", "pro")  # and Eng, who acts for two


@pytest.fixture
def essex(make_world):
    """MSE-1, raised by the trust; it affects EPUT and the county council too."""
    world = make_world("2020-09-01 10:00", "mid-south-essex-2020")
    world.without_daily_lists()
    world.max.raises("Beds in the north", "eput", "essex-council", channel=ESSEX)
    return world


def looks(player, reference="MSE-1"):
    player.types(f"/partnership issue {reference}", channel=ESSEX)
    return player.answer


def presses(player, button, reference="MSE-1"):
    looks(player, reference)
    player.presses(button)


def goes_on(player, to, words="We tried."):
    presses(player, "Take it further")
    player.submits({"to": to, "words": words})
    assert player.modal is None, player.modal_errors


def puts_to_vote(world, closes_on, **more):
    """Have the secretary put the stage's question to the vote, and open it."""
    presses(world.sam, "Put it to the vote")
    world.sam.submits(FORM | {"closes_on": closes_on} | more)
    assert not world.sam.modal_errors
    draft = world.sam.answer
    world.sam.presses("Open the vote")
    return draft


def votes(world, reference, *names, button="Agree"):
    for name in names:
        player = world.players[name]
        player.presses(button, player.dm(reference))
        player.submits()
        assert player.modal is None, player.modal_errors


# --- Going further ------------------------------------------------------------------------------------------------


def test_each_stage_says_where_it_stands_and_what_was_tried(essex):
    assert "Stage 1 of 6: Between the partners concerned (clause 8.8)" in looks(essex.max)
    goes_on(essex.max, "place", "We met twice.")
    seen = looks(essex.epp)
    assert "Stage 2 of 6: Place arrangements (clause 8.8)" in seen
    assert "Between the partners concerned: tried. We met twice." in seen
    assert "Stage 2 of 6" in essex.living("MSE-1", ESSEX).shown()
    assert "goes further" in essex.shown(ESSEX)
    assert "Place arrangements" in essex.ess.dm("goes further").shown()
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
    assert "Place arrangements: left out. No one place is concerned." in looks(essex.max)
    assert essex.facts("issue-moved")["skipped"] == ["place"]


def test_without_a_reason_it_goes_nowhere(essex):
    presses(essex.max, "Take it further")
    essex.max.submits({"to": "place", "words": " "}, unchecked=True)
    assert "Please fill in" in " ".join(essex.max.modal_errors.values())
    assert essex.issue("MSE-1").stage == "bilateral"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nel", "I know no issue"),
        ("mem", "You can't take MSE-1 further (clause 8.8)."),
        ("dan", "I don't know yet who"),
    ],
)
def test_only_those_the_document_names_take_it_further(essex, name, words):
    player = essex.players[name]
    player.guesses("issue_move", essex.issue("MSE-1").id, channel=ESSEX)
    if name == "nel":  # not told of it, but it is public: anybody of the agreement may look
        words = "You can't take MSE-1 further"
    assert words in player.answer
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
    assert "has come to another stage" in essex.ess.dm("Five beds each").shown()
    assert essex.issue("MSE-1").state.value == "open"


def test_it_can_be_settled_or_withdrawn_at_any_stage(essex):
    goes_on(essex.max, "sle-consensus")
    presses(essex.max, "Propose a resolution")
    essex.max.submits({"words": "Five beds each."})
    essex.epp.presses("Agree", essex.epp.dm("Five beds each"))
    essex.ess.presses("Agree", essex.ess.dm("Five beds each"))
    assert essex.issue("MSE-1").state.value == "resolved"
    essex.sam.guesses("issue_move", essex.issue("MSE-1").id, channel=ESSEX)
    assert "MSE-1 is resolved" in essex.sam.answer


# --- Advice, facilitator, marks -----------------------------------------------------------------------------------


def test_advice_is_recorded_as_asked_and_as_given(essex):
    goes_on(essex.max, "sle-consensus")
    presses(essex.sam, "Advice")
    essex.sam.submits({"forum": "finance-leaders", "what": "asked", "words": "What would it cost?"})
    essex.at("2020-09-08 10:00")
    presses(essex.epp, "Advice")
    essex.epp.submits({"forum": "finance-leaders", "what": "given", "words": "Two million a year."})
    seen = looks(essex.max)
    assert "System Finance Leaders Group was asked for advice (Tue 1 Sep 2020, 10:00): What would it cost?" in seen
    assert "System Finance Leaders Group advises (Tue 8 Sep 2020, 10:00): Two million a year." in seen
    assert any("has given its advice" in said for said in essex.thread("MSE-1", ESSEX))
    assert essex.register("MSE-1").count("advice-asked") == essex.register("MSE-1").count("advice-given") == 1


def test_what_a_party_puts_in_writing_is_on_record_for_those_who_decide(essex):
    presses(essex.epp, "Put it in writing")
    essex.epp.submits({"words": "The ward cannot be staffed."})
    presses(essex.sam, "Put it in writing")
    essex.sam.submits({"partner": "essex-council", "words": "We agree with EPUT.", "evidence": "Letter of 1 September"})
    assert not essex.sam.modal_errors
    seen = looks(essex.max)
    assert "EPUT put in writing (Tue 1 Sep 2020, 10:00): The ward cannot be staffed." in seen
    assert "put in writing (Tue 1 Sep 2020, 10:00): We agree with EPUT." in seen
    assert any("has put in writing what it says" in said for said in essex.thread("MSE-1", ESSEX))
    assert essex.facts("represented")["on_behalf"]
    essex.nel.guesses("issue_represent", essex.issue("MSE-1").id, channel=ESSEX)
    assert "You can't put anything in writing on MSE-1" in essex.nel.answer


def test_a_facilitator_is_recorded_with_what_they_declared_and_only_at_that_stage(essex):
    essex.sam.guesses("issue_facilitator", essex.issue("MSE-1").id, channel=ESSEX)
    assert "there is no facilitator" in essex.sam.answer
    goes_on(essex.max, "sle-consensus")
    goes_on(essex.sam, "sle-majority")
    goes_on(essex.epp, "facilitator", "The SLE could not decide.")
    essex.epp.guesses("issue_facilitator", essex.issue("MSE-1").id, channel=ESSEX)
    assert "You can't record the facilitator of MSE-1 (clause 8.10.3)." in essex.epp.answer
    presses(essex.sam, "The facilitator")
    essex.sam.submits({"name": "Dr Grey", "interests": "None declared."})
    assert "Facilitator: Dr Grey. Interests declared: None declared." in looks(essex.ess)


def test_a_mark_stays_to_the_end(essex):
    reference = essex.max.raises("A ward closes", "eput", channel=ESSEX, marks=["consultation", "third-party"])
    said = "Statutory consultation applies (clause 8.5)"
    assert said in essex.living(reference, ESSEX).shown()
    assert "Somebody outside the agreement has raised it." in looks(essex.epp, reference)
    goes_on_with = essex.max
    presses(goes_on_with, "Withdraw", reference)
    goes_on_with.submits({"words": "It stays open."})
    assert said in looks(essex.epp, reference)


# --- Put to the vote ----------------------------------------------------------------------------------------------


@pytest.fixture
def at_majority(essex):
    goes_on(essex.max, "sle-consensus")
    goes_on(essex.sam, "sle-majority", "No consensus.")
    return essex


def test_only_those_affected_vote_at_the_executive_group(at_majority):
    draft = puts_to_vote(at_majority, "2020-10-15", element="governance")
    assert "More than half of 3 eligible and affected and participating: 2 needed" in draft
    at_majority.nel.guesses("decision_agree", 1, channel=ESSEX)
    assert "You have no vote in MSE-D1 (clause 8.10.2): NELFT is not affected." in at_majority.nel.answer


def test_a_vote_at_a_stage_is_one_at_a_time(at_majority):
    puts_to_vote(at_majority, "2020-10-15", element="governance")
    presses(at_majority.sam, "Put it to the vote")
    assert "MSE-D1 on this issue is open to votes already." in at_majority.sam.answer


def test_a_majority_is_put_to_each_affected_party_to_accept(at_majority):
    puts_to_vote(at_majority, "2020-10-15", element="governance")
    votes(at_majority, "MSE-D1", "max", "epp")
    at_majority.at("2020-10-16 09:30")
    assert at_majority.issue("MSE-1").state.value == "open"
    for name in ("max", "epp", "ess"):
        player = at_majority.players[name]
        player.presses("Agree", player.dm("EPUT opens ten beds"))
    assert at_majority.issue("MSE-1").state.value == "resolved"


def test_a_vote_that_is_not_carried_leaves_the_next_stage_open(at_majority):
    puts_to_vote(at_majority, "2020-10-15", element="governance")
    votes(at_majority, "MSE-D1", "max")
    votes(at_majority, "MSE-D1", "epp", button="Object")
    at_majority.at("2020-10-16 09:30")
    asked = at_majority.ess.dm("what next")
    assert "Take it further: the next stage is Independent facilitator." in asked.shown()
    at_majority.ess.presses("Take it further", asked)
    at_majority.ess.submits({"to": "facilitator", "words": "The SLE could not decide."})
    assert at_majority.issue("MSE-1").stage == "facilitator"
    assert "Take it further" not in buttons_of(at_majority.epp.dm("Nothing more is owed here"))


def test_from_two_partners_to_the_boards_decision(at_majority):
    world = at_majority
    puts_to_vote(world, "2020-10-15", element="governance")
    votes(world, "MSE-D1", "max", "epp")
    world.at("2020-10-16 09:30")
    world.ess.presses("Do not agree", world.ess.dm("EPUT opens ten beds"))
    world.ess.submits({"words": "Not in the north."})
    goes_on(world.ess, "facilitator", "We do not accept it.")
    goes_on(world.epp, "board", "The facilitator found no way.")
    draft = puts_to_vote(world, "2020-11-13")
    assert "More than half of 21 partners: 11 needed" in draft
    votes(world, "MSE-D2", *BOARD)
    world.at("2020-11-13 09:30")
    assert world.issue("MSE-1").state.value == "open"  # ten of 21, and the last day is not over
    world.eng.presses("Agree", world.eng.dm("MSE-D2"))
    world.eng.submits({"voter": "nhs-england"})
    world.at("2020-11-14 00:01")
    issue = world.issue("MSE-1")
    assert (issue.state.value, issue.closing_words) == ("resolved", "EPUT opens ten beds.")
    seen = looks(world.max)
    assert "MSE-D2 decided it so." in seen
    assert [line for line in seen.splitlines() if ": tried" in line or "left out" in line] == [
        "• Between the partners concerned: tried. We tried.",
        "• Place arrangements: left out. We tried.",
        "• SLE, to the satisfaction of all affected: tried. No consensus.",
        "• SLE, by majority: tried. We do not accept it.",
        "• Independent facilitator: tried. The facilitator found no way.",
    ]
    world.at("2020-11-16 09:30")  # the first day on which people work
    assert "MSE-1 is resolved" in world.shown(ESSEX)
    assert not [b for b in buttons_of(world.living("MSE-1", ESSEX)) if b != "Show details"]


def test_an_sle_agreement_is_put_to_each_partners_own_body(essex):
    essex.max.types("/propose-decision Shared wards", channel=ESSEX)
    essex.max.submits(FORM | {"topic": "work-programmes", "level": "system", "closes_on": "2020-09-15"})
    assert not essex.max.modal_errors, essex.max.modal_errors
    essex.max.presses("Open the vote")
    everybody = (*BOARD, "ess")
    for name in everybody:
        player = essex.players[name]
        player.presses("Agree", player.dm("MSE-D1"))
        player.submits()
    for voter in ("nhs-england", "nhs-improvement"):
        essex.eng.presses("Agree", essex.eng.dm("MSE-D1"))
        essex.eng.submits({"voter": voter})
    silent = ["southend-council", "thurrock-council"]
    for partner in (
        *silent,
        "healthwatch-essex",
        "healthwatch-southend",
        "healthwatch-thurrock",
        "cvs-network",
        "uclp",
        "eastern-ahsn",
    ):
        essex.sam.types("/partnership decision MSE-D1", channel=ESSEX)
        essex.sam.presses("Record a vote")
        essex.sam.submits({"voter": partner, "vote": "for", "evidence": "By telephone"})
        assert not essex.sam.modal_errors, essex.sam.modal_errors
    essex.sam.types("/partnership decision MSE-D1", channel=ESSEX)
    essex.sam.presses("Count the votes")
    assert "Carried" in essex.sam.answer
    asked = essex.bea.dm("still has to approve it")
    essex.bea.presses("Report own approval", asked)
    essex.bea.submits(
        {"answer": "approved", "decided_on": "2020-09-01", "words": "The governing body, without conditions."}
    )
    assert not essex.bea.modal_errors, essex.bea.modal_errors
    essex.bea.types("/partnership decision MSE-D1", channel=ESSEX)
    assert "Own approval of each partner: 1 of 21; not yet" in essex.bea.answer
    assert "Report own approval" not in buttons_of(essex.bea.dms()[-1])
    essex.bea.guesses("decision_ratify", 1, channel=ESSEX)
    assert "You can't report" in essex.bea.answer
    assert "say what its own body decides" in essex.cas.opens_home()


# --- Actions ------------------------------------------------------------------------------------------------------


def carried(world):
    """Have a majority of the executive group carried on MSE-1, and the secretary look at it."""
    goes_on(world.max, "sle-consensus")
    goes_on(world.sam, "sle-majority")
    puts_to_vote(world, "2020-10-15", element="governance")
    votes(world, "MSE-D1", "max", "epp", "ess")
    world.sam.types("/partnership decision MSE-D1", channel=ESSEX)
    world.sam.presses("Count the votes")
    world.sam.types("/partnership decision MSE-D1", channel=ESSEX)


def test_an_action_is_opened_from_a_decision_chased_and_done(essex):
    carried(essex)
    essex.sam.presses("Open an action")
    fields = {"title": "Write the plan", "partner": "eput", "kind": "improvement-plan", "due_on": "2020-10-01"}
    essex.sam.submits(fields)
    assert not essex.sam.modal_errors, essex.sam.modal_errors
    assert "Epp is told and reminded." in essex.sam.answer
    asked = essex.epp.dm("MSE-A1")
    assert "Improvement or recovery plan (clause 7.7)" in asked.shown()
    assert "EPUT is to do it" in essex.epp.opens_home()
    essex.at("2020-09-30 12:00")
    assert "EPUT is still to do it." in essex.epp.dm("A reminder").shown()
    essex.epp.presses("It is done", asked)
    essex.epp.submits({"words": "It is on the shared drive."})
    assert essex.register("MSE-A1") == ["action-opened", "action-done"]
    count = len(essex.epp.dms())
    essex.at("2020-10-05 12:00")
    assert len(essex.epp.dms()) == count
    assert "It is done" not in buttons_of(essex.epp.dm("MSE-A1"))
    essex.max.types("/partnership actions", channel=ESSEX)
    assert "There are none." in essex.max.answer


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"partner": "healthwatch-essex", "kind": "improvement-plan"}, "This kind is not for Healthwatch Essex"),
        ({"partner": "essex-council", "kind": "financial-recovery-plan"}, "This kind is not for Essex CC"),
        ({"partner": "eput", "due_on": "2020-08-31"}, "Please choose a day from Tue 1 Sep 2020 on"),
        ({"partner": "eput", "owner": "U0NEL"}, "This person does not act for that partner."),
    ],
)
def test_an_action_that_cannot_be_is_refused_and_keeps_what_was_typed(essex, fields, words):
    carried(essex)
    essex.sam.presses("Open an action")
    essex.sam.submits({"title": "Write the plan", "due_on": "2020-10-01"} | fields)
    assert words in " ".join(essex.sam.modal_errors.values())
    assert essex.sam.modal is not None


def test_an_action_goes_to_its_owner_and_falls_back_to_the_lead(essex):
    carried(essex)
    essex.sam.presses("Open an action")
    essex.sam.submits({"title": "Count the beds", "partner": "mse-ft", "owner": "U0MEM", "due_on": "2020-10-01"})
    assert "MSE-A1" in essex.mem.dm("MSE-A1").shown()
    assert "Count the beds" in essex.mem.opens_home()
    essex.sam.types("/partnership people", channel=ESSEX)
    essex.sam.guesses("action_drop", 1, channel=ESSEX)
    essex.sam.submits({"words": "Somebody has counted them."})
    assert essex.register("MSE-A1")[-1] == "action-dropped"
    essex.nel.guesses("action_done", 1, channel=ESSEX)
    assert "You can't say that MSE-A1 is done." in essex.nel.answer
