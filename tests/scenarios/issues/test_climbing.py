"""An issue of Mid and South Essex that climbs its agreement's ladder, from two partners to the Board."""

from __future__ import annotations

import pytest

from bot.practice import CannotDo
from tests.scenarios.conftest import buttons_of
from tests.scenarios.reading_kit import body_of, lines

TAKE_TURNS = True
ESSEX = "C0ESSEX"
FORM = {"wording": "EPUT opens ten beds.", "reasons": "Nobody else can."}
BOARD = ("bea", "cas", "mid", "sue", "thu", "amb", "epp", "nel", "max", "pro")  # and Eng, who acts for two


def raise_one(world):
    world.without_daily_lists()
    world.max.raises("Beds in the north", "eput", "essex-council", channel=ESSEX)


@pytest.fixture
def essex(make_world):
    """MSE-1, raised by the trust; it affects EPUT and the county council too."""
    return make_world("2020-09-01 10:00", "mid-south-essex-2020", begin=raise_one)


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
        "Between the partners concerned has not settled it. It has come to stage 2 of 6: Place arrangements (clause 8.8).",
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


# --- Put to the vote ----------------------------------------------------------------------------------------------


def go_on_to_the_majority(world):
    raise_one(world)
    goes_on(world.max, "sle-consensus")
    goes_on(world.sam, "sle-majority", "No consensus.")


@pytest.fixture
def at_majority(make_world):
    return make_world("2020-09-01 10:00", "mid-south-essex-2020", begin=go_on_to_the_majority)


def test_only_those_affected_vote_at_the_executive_group(at_majority):
    draft = puts_to_vote(at_majority, "2020-10-15", element="governance")
    assert lines(draft, "More than half of") == [
        "MSE-D1 is a draft: More than half of the eligible and affected who are there, 3 could be",
        "What it takes: More than half of the eligible and affected who are there, 3 could be.",
    ]
    at_majority.nel.guesses("decision_agree", 1, channel=ESSEX)
    assert at_majority.nel.body == "You have no vote in MSE-D1 (clause 8.10.2): NELFT is not affected."


def test_a_vote_at_a_stage_is_one_at_a_time(at_majority):
    puts_to_vote(at_majority, "2020-10-15", element="governance")
    presses(at_majority.sam, "Put it to the vote")
    assert at_majority.sam.body == (
        "MSE-D1 on this issue is open to votes already. /partnership decision MSE-D1 shows it."
    )


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
    assert lines(asked.shown(), "Take it further:") == [
        "• Take it further: the next stage is Independent facilitator. Whoever may do so says what was tried."
    ]
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
    assert lines(draft, "More than half of 21 partners:") == [
        "MSE-D2 is a draft: More than half of 21 partners: 11 needed",
        "What it takes: More than half of 21 partners: 11 needed.",
    ]
    votes(world, "MSE-D2", *BOARD)
    world.at("2020-11-13 09:30")
    assert world.issue("MSE-1").state.value == "open"  # ten of 21, and the last day is not over
    world.eng.presses("Agree", world.eng.dm("MSE-D2"))
    world.eng.submits({"voter": "nhs-england"})
    world.at("2020-11-14 00:01")
    issue = world.issue("MSE-1")
    assert (issue.state.value, issue.closing_words) == ("resolved", "EPUT opens ten beds.")
    seen = looks(world.max)
    assert lines(seen, "MSE-D2 decided it so.") == ["Resolved on Sat 14 Nov 2020, 00:00: MSE-D2 decided it so."]
    assert [line for line in seen.splitlines() if ": tried" in line or "left out" in line] == [
        "• Between the partners concerned: tried. We tried.",
        "• Place arrangements: left out. We tried.",
        "• SLE, to the satisfaction of all affected: tried. No consensus.",
        "• SLE, by majority: tried. We do not accept it.",
        "• Independent facilitator: tried. The facilitator found no way.",
    ]
    world.at("2020-11-16 09:30")  # the first day on which people work
    assert "MSE-1 is resolved: Beds in the north" in world.shown(ESSEX)
    assert buttons_of(world.living("MSE-1", ESSEX)) == ["Show details"]


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
    assert lines(essex.sam.body) == [
        "MSE-D1: Shared wards",
        "Carried, as a recommendation. Every partner gets a notice of it.",
        "Consensus of 21 eligible: nobody objects, and all have spoken. 21 agree, 0 object.",
        "[Show details]",
    ]
    asked = essex.bea.dm("still has to approve it")
    essex.bea.presses("Report own approval", asked)
    essex.bea.submits(
        {"answer": "approved", "decided_on": "2020-09-01", "words": "The governing body, without conditions."}
    )
    assert not essex.bea.modal_errors, essex.bea.modal_errors
    essex.bea.types("/partnership decision MSE-D1", channel=ESSEX)
    assert lines(essex.bea.body, "Own approval of each partner:") == [
        (
            "Own approval of each partner: 1 of 21; not yet Essex CC, Southend BC, Thurrock Council, Castle Point and "
            "Rochford CCG, Mid-Essex CCG, Southend CCG, Thurrock CCG, East of England Ambulance, EPUT, NELFT, MSE "
            "Foundation Trust, Provide, NHS England, NHS Improvement, Healthwatch Essex, Healthwatch Southend, "
            "Healthwatch Thurrock, Voluntary Sector Network, UCLP, and Eastern AHSN"
        )
    ]
    assert "Report own approval" not in buttons_of(essex.bea.dms()[-1])
    essex.bea.guesses("decision_ratify", 1, channel=ESSEX)
    assert essex.bea.body == (
        "You can't report a partner's own approval of MSE-D1. Ess (lead, Essex CC), Cas (lead, Castle Point and "
        "Rochford CCG), Mid (lead, Mid-Essex CCG), Sue (lead, Southend CCG) or 9 others can."
    )
    assert lines(essex.cas.opens_home(), "say what") == [
        "Castle Point and Rochford CCG is to say what its own body decides; no date set"
    ]


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
    assert lines(essex.sam.body, "Epp is") == ["On record. Epp is told and reminded."]
    asked = essex.epp.dm("MSE-A1")
    assert lines(asked.shown(), "Improvement or") == ["Improvement or recovery plan (clause 7.7)"]
    assert lines(essex.epp.opens_home(), "EPUT is to do") == [
        "EPUT is to do it; due Thu 1 Oct 2020 (in 22 operational days)"
    ]
    essex.at("2020-09-30 12:00")
    assert lines(body_of(essex.epp.dm("A reminder"))) == [
        "MSE-A1: Write the plan",
        "A reminder: due Thu 1 Oct 2020 (in 1 operational day).",
        "• EPUT is still to do it.",
        "You get this because you act for EPUT. Snoozing stops the reminders for a while, not the clock.",
        "[It is done] [Show details] [Snooze one day] [Snooze until Monday] [Snooze until 2 days before]",
    ]
    essex.epp.presses("It is done", asked)
    essex.epp.submits({"words": "It is on the shared drive."})
    assert essex.register("MSE-A1") == ["action-opened", "action-done"]
    count = len(essex.epp.dms())
    essex.at("2020-10-05 12:00")
    assert len(essex.epp.dms()) == count
    assert "It is done" not in buttons_of(essex.epp.dm("MSE-A1"))
    essex.max.types("/partnership actions", channel=ESSEX)
    assert lines(essex.max.body) == [
        "Mid and South Essex: open actions",
        "There are none. One is opened from a decision or an issue, by the secretary or whoever put it.",
    ]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"partner": "healthwatch-essex", "kind": "improvement-plan"},
            "This kind is not for Healthwatch Essex: it falls under Mutual accountability.",
        ),
        (
            {"partner": "essex-council", "kind": "financial-recovery-plan"},
            "This kind is not for Essex CC: it falls under NHS financial framework, risk management.",
        ),
        ({"partner": "eput", "due_on": "2020-08-31"}, "Please choose a day from Tue 1 Sep 2020 on, within five years."),
        (
            {"partner": "eput", "owner": "U0NEL"},
            "This person does not act for that partner. Please choose another, or nobody.",
        ),
    ],
)
def test_an_action_that_cannot_be_is_refused_and_keeps_what_was_typed(essex, fields, words):
    carried(essex)
    essex.sam.presses("Open an action")
    essex.sam.submits({"title": "Write the plan", "due_on": "2020-10-01"} | fields)
    assert list(essex.sam.modal_errors.values()) == [words]
    assert essex.sam.modal is not None


def test_an_action_goes_to_its_owner_and_falls_back_to_the_lead(essex):
    carried(essex)
    essex.sam.presses("Open an action")
    essex.sam.submits({"title": "Count the beds", "partner": "mse-ft", "owner": "U0MEM", "due_on": "2020-10-01"})
    assert lines(body_of(essex.mem.dm("MSE-A1"))) == [
        "MSE-A1: Count the beds",
        "An action for MSE Foundation Trust, opened by Sam. Press the button once it is done.",
        "For MSE Foundation Trust (Mem), because of MSE-D1",
        "By the end of Thu 1 Oct 2020: due Thu 1 Oct 2020 (in 22 operational days)",
        "[It is done] [Show details]",
    ]
    assert lines(essex.mem.opens_home(), "Count the") == [
        "MSE-A1: Count the beds",
        "• MSE-A1: Count the beds (for MSE Foundation Trust): do it; due Thu 1 Oct 2020 (in 22 operational days)",
        "• MSE-A1: Count the beds; due Thu 1 Oct 2020 (in 22 operational days); waits for MSE Foundation Trust",
    ]
    essex.sam.types("/partnership people", channel=ESSEX)
    essex.sam.guesses("action_drop", 1, channel=ESSEX)
    essex.sam.submits({"words": "Somebody has counted them."})
    assert essex.register("MSE-A1")[-1] == "action-dropped"
    essex.nel.guesses("action_done", 1, channel=ESSEX)
    assert essex.nel.body == (
        "You can't say that MSE-A1 is done. Max (lead, MSE Foundation Trust) or Sam (secretary) can."
    )
