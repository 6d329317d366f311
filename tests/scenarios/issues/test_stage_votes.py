"""What a stage of Mid and South Essex decides is put to the vote, and what follows from it, actions too."""

from __future__ import annotations

import pytest

from tests.scenarios.conftest import buttons_of
from tests.scenarios.decisions.kit import decides
from tests.scenarios.issues.climbing_kit import (
    BOARD,
    ESSEX,
    FORM,
    go_on_to_the_majority,
    goes_on,
    looks,
    presses,
    puts_to_vote,
    raise_one,
    took_part,
    votes,
)
from tests.scenarios.reading_kit import body_of, lines

TAKE_TURNS = True


@pytest.fixture
def essex(make_world):
    """MSE-1, raised by the trust; it affects EPUT and the county council too."""
    return make_world("2020-09-01 10:00", "mid-south-essex-2020", begin=raise_one)


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


def test_a_vote_at_a_meeting_waits_until_it_is_on_record_who_was_there(at_majority):
    """MSE 8.10.2: a majority of those participating in the meeting. It is neither carried nor closed before that."""
    world = at_majority
    puts_to_vote(world, "2020-10-15", element="governance")
    votes(world, "MSE-D1", "max", "epp")
    world.sam.types("/partnership decision MSE-D1", channel=ESSEX)
    world.at("2020-10-19 09:30")
    assert not {"decision-carried", "decision-not-carried"} & set(world.register("MSE-D1"))
    asked = world.sam.dm("nobody has recorded who took part")
    assert lines(asked.shown(), "It is decided at a meeting") == [
        (
            "Its last day for votes is over, and nobody has recorded who took part. It is decided at a meeting (clause "
            "8.10.2), so it waits for that: please record who was there, and the votes are counted at once. It is "
            "neither carried nor closed until then."
        )
    ]
    world.sam.presses("Record who took part", asked)
    world.sam.submits({"there": ["mse-ft", "essex-council"], "evidence": "The minutes"})
    assert lines(world.sam.answer, "On record, who took part", "More than half") == [
        "On record, who took part: Essex CC and MSE Foundation Trust.",
        (
            "More than half of 2 who are there: 2 needed. 1 agrees, 0 object, 1 not voting. The agreement states no "
            "quorum for this. There: 2; more than 1/2 of them is 2. Not counted: EPUT (not there, without a proxy). 1 "
            "short."
        ),
    ]
    acts = [act for act in world.register("MSE-D1") if not act.startswith("notice")]
    assert acts[-2:] == ["took-part", "decision-not-carried"]


def test_a_majority_is_put_to_each_affected_party_to_accept(at_majority):
    puts_to_vote(at_majority, "2020-10-15", element="governance")
    votes(at_majority, "MSE-D1", "max", "epp")
    at_majority.at("2020-10-16 09:30")
    took_part(at_majority, "mse-ft", "eput", "essex-council")
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
    took_part(at_majority, "mse-ft", "eput", "essex-council")
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
    took_part(world, "mse-ft", "eput")
    world.ess.presses("Do not agree", world.ess.dm("EPUT opens ten beds"))
    world.ess.submits({"words": "Not in the north."})
    goes_on(world.ess, "facilitator", "We do not accept it.")
    goes_on(world.epp, "board", "The facilitator found no way.")
    presses(world.sam, "Put it to the vote")
    world.sam.submits(FORM | {"closes_on": "2020-11-13"})
    assert list(world.sam.modal_errors) == ["element"]  # it may be a majority of those eligible under it
    draft = puts_to_vote(world, "2020-11-13", element="governance")
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
    assert lines(seen, "MSE-D2 decided it so.") == ["Resolved on Fri 13 Nov 2020, 23:59: MSE-D2 decided it so."]
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
    """The SLE is made of twelve (6.7): the NHS organisations and the local authorities, the national bodies left out."""
    decides(essex, "sle-members", "nobody")
    essex.max.types("/propose-decision Shared wards", channel=ESSEX)
    essex.max.submits(FORM | {"topic": "work-programmes", "level": "system", "closes_on": "2020-09-15"})
    assert not essex.max.modal_errors, essex.max.modal_errors
    essex.max.presses("Open the vote")
    for name in (*(name for name in BOARD if name != "pro"), "ess"):
        player = essex.players[name]
        player.presses("Agree", player.dm("MSE-D1"))
        player.submits()
    assert [essex.players[name].dms() for name in ("pro", "eng")] == [[], []]
    for partner in ("southend-council", "thurrock-council"):
        essex.sam.types("/partnership decision MSE-D1", channel=ESSEX)
        essex.sam.presses("Record a vote")
        essex.sam.submits({"voter": partner, "vote": "for", "evidence": "By telephone"})
        assert not essex.sam.modal_errors, essex.sam.modal_errors
    essex.sam.types("/partnership decision MSE-D1", channel=ESSEX)
    essex.sam.presses("Count the votes")
    assert lines(essex.sam.body) == [
        "MSE-D1: Shared wards",
        "Carried, as a recommendation. Every partner gets a notice of it.",
        "Consensus of 12 eligible: nobody objects, and all have spoken. 12 agree, 0 object.",
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
            "Own approval of each partner: 1 of 12; not yet Essex CC, Southend BC, Thurrock Council, Castle Point and "
            "Rochford CCG, Mid-Essex CCG, Southend CCG, Thurrock CCG, East of England Ambulance, EPUT, NELFT, and MSE "
            "Foundation Trust"
        )
    ]
    assert "Report own approval" not in buttons_of(essex.bea.dms()[-1])
    essex.bea.guesses("decision_ratify", 1, channel=ESSEX)
    assert essex.bea.body == (
        "You can't report a partner's own approval of MSE-D1. Ess (lead, Essex CC), Cas (lead, Castle Point and "
        "Rochford CCG), Mid (lead, Mid-Essex CCG), Sue (lead, Southend CCG) or 6 others can."
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
    took_part(world, "mse-ft", "eput", "essex-council")
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
