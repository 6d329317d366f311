"""`/propose-decision`: a draft that says who votes, votes cast and changed, and a count that shows its arithmetic."""

from __future__ import annotations

from hashlib import sha256

import pytest
from sqlalchemy import select

from storage.notices import Notice
from tests.bot.test_letters import read
from tests.scenarios.conftest import buttons_of

TAKE_TURNS = True
ESSEX = "C0ESSEX"
TEN = ("bea", "cas", "mid", "sue", "thu", "amb", "epp", "nel", "max")  # nine, and Eng, who acts for two
WORDS = {"wording": "We build one ward for both.", "reasons": "Two would cost twice as much.", "level": "system"}


@pytest.fixture
def essex(make_world):
    world = make_world("2020-09-01 10:00", "mid-south-essex-2020")
    world.without_daily_lists()
    return world


def fills(player, rule, **fields):
    """Fill in the form of a decision, and send it."""
    player.types("/propose-decision Shared wards", channel=ESSEX)
    player.changes("rule", rule)
    player.submits(WORDS | {"closes_on": "2020-09-15"} | fields)


def proposes(player, rule="sle-recommendation", **fields):
    fills(player, rule, **({"topic": "capital-priorities"} | fields))
    assert not player.modal_errors, player.modal_errors
    return player.answer


def opens(player, **more):
    draft = proposes(player, **more)
    player.presses("Open the vote")
    return draft


def votes(world, name, button, reference, comment="", **more):
    player = world.players[name]
    player.presses(button, player.dm(reference))
    player.submits({"comment": comment, **more})
    assert player.modal is None, player.modal_errors


def shows(world, reference, name="sam"):
    player = world.players[name]
    player.types(f"/partnership decision {reference}", channel=ESSEX)
    return player.answer


def test_the_draft_says_who_votes_and_nobody_is_asked_yet(essex):
    draft = proposes(essex.max)
    assert "Consensus of 11 eligible" in draft
    assert "UCLP and Eastern AHSN: not eligible under Annex 1" in draft
    assert essex.bea.dms() == []
    assert "MSE-D1" not in essex.shown(ESSEX)
    assert "I know no decision MSE-D1" in shows(essex, "MSE-D1", "bea")
    essex.bea.types("/partnership decisions", channel=ESSEX)
    assert "MSE-D1" not in essex.bea.answer


def test_a_consensus_that_fails_opens_the_way_to_three_quarters_on_the_same_topic(essex):
    fills(essex.max, "board-capital", topic="capital-priorities")
    assert "follows only where this has failed" in " ".join(essex.max.modal_errors.values())
    essex.max.closes()
    opens(essex.max)
    votes(essex, "bea", "Agree", "MSE-D1")
    votes(essex, "nel", "Object", "MSE-D1", "We have no land.")
    assert "1 agrees, 1 objects, 9 not yet. It can no longer be carried" in essex.shown(ESSEX)
    essex.at("2020-09-16 09:30")
    assert "Not carried" in shows(essex, "MSE-D1")
    draft = opens(essex.max, rule="board-capital", closes_on="2020-10-01")
    assert "At least three quarters of 11 eligible: 9 needed." in draft
    fills(essex.max, "board-capital", topic="transformation-funding", closes_on="2020-10-01")
    assert "follows only where this has failed" in " ".join(essex.max.modal_errors.values())


@pytest.fixture
def at_the_board(essex):
    """MSE-D2: three quarters of eleven, after a consensus that failed."""
    opens(essex.max)
    essex.at("2020-09-16 00:01")
    opens(essex.max, rule="board-capital", closes_on="2020-10-01")
    return essex


@pytest.mark.parametrize(("how_many", "carried"), [(9, "Carried"), (8, "Not carried")])
def test_nine_of_eleven_carry_it_and_eight_do_not(at_the_board, how_many, carried):
    for name in TEN[:how_many]:
        votes(at_the_board, name, "Agree", "MSE-D2")
    at_the_board.at("2020-10-02 00:01")
    said = shows(at_the_board, "MSE-D2")
    assert (
        f"At least three quarters of 11 eligible: 9 needed. {how_many} agree, 0 object, {11 - how_many} not voting."
        in said
    )
    assert carried in said
    result = at_the_board.facts("decision-carried" if carried == "Carried" else "decision-not-carried")["result"]
    assert (result["base"], result["needed"], result["in_favour"]) == (11, 9, how_many)


def test_one_with_a_conflict_has_no_vote_and_both_readings_are_shown(at_the_board):
    draft = opens(at_the_board.max, rule="board-capital", closes_on="2020-10-01", conflicted=["nelft"])
    assert "At least three quarters of 10 eligible: 8 needed." in draft
    assert "If those with a conflict were counted the other way, 9 of 11 would be needed." in draft
    at_the_board.nel.guesses("decision_agree", 3, channel=ESSEX)
    assert "You have no vote in MSE-D3 (clause 8.4): NELFT is conflicted." in at_the_board.nel.answer


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("pro", "Provide is not eligible under Annex 1"),
        ("mem", "cast by its lead or deputy, and you are neither"),
        ("sam", "you act for none of those who vote in it"),
        ("dan", "I don't know yet who you are"),
    ],
)
def test_a_vote_of_somebody_who_has_none_is_refused_in_words(at_the_board, name, words):
    player = at_the_board.players[name]
    player.guesses("decision_agree", 2, channel=ESSEX)
    assert words in player.answer
    assert player.modal is None


def test_a_vote_is_told_to_whoever_cast_it_and_changed_until_the_count(at_the_board):
    votes(at_the_board, "bea", "Agree", "MSE-D2")
    assert "On record: Basildon and Brentwood CCG agrees." in at_the_board.bea.answer
    assert "Agree" not in buttons_of(at_the_board.bea.dm("MSE-D2"))
    shows(at_the_board, "MSE-D2", "bea")
    at_the_board.bea.presses("Object")
    at_the_board.bea.submits({"comment": "On reflection."})
    assert at_the_board.register("MSE-D2").count("vote-changed") == 1
    assert "0 agree, 1 objects, 10 not yet" in shows(at_the_board, "MSE-D2")
    at_the_board.at("2020-10-02 00:01")
    at_the_board.bea.guesses("decision_agree", 2, channel=ESSEX)
    assert "MSE-D2 is not carried, so it takes no votes." in at_the_board.bea.answer


def test_who_votes_for_two_is_asked_for_which(at_the_board):
    votes(at_the_board, "eng", "Agree", "MSE-D2", voter="nhs-england")
    votes(at_the_board, "eng", "Object", "MSE-D2", voter="nhs-improvement")
    said = shows(at_the_board, "MSE-D2")
    assert "NHS England agrees" in said
    assert "NHS Improvement objects" in said


def test_a_form_that_was_open_when_a_vote_was_lost_is_refused(at_the_board):
    at_the_board.eng.presses("Agree", at_the_board.eng.dm("MSE-D2"))
    assert at_the_board.eng.fields == ["voter", "comment"]
    at_the_board.sam.types("/partnership people", channel=ESSEX)
    at_the_board.sam.presses("End a capacity")
    at_the_board.sam.submits({"holding": "Eng, lead, NHS England", "ends_on": "2020-09-18"})
    at_the_board.at("2020-09-19 10:00")

    at_the_board.eng.submits({"voter": "nhs-england"})
    refused = "You no longer vote for the one you have chosen. Please open the form again."
    assert at_the_board.eng.modal_errors == {"voter": refused}
    assert at_the_board.register("MSE-D2").count("vote-cast") == 0


def test_a_vote_by_telephone_is_recorded_with_its_evidence(at_the_board):
    shows(at_the_board, "MSE-D2")
    at_the_board.sam.presses("Record a vote")
    at_the_board.sam.submits({"voter": "eput", "vote": "for", "evidence": "By telephone, 2 September"})
    assert "EPUT agrees (recorded by the secretary)" in shows(at_the_board, "MSE-D2")
    facts = at_the_board.facts("vote-cast")
    assert (facts["on_behalf"], facts["evidence"], facts["voter"]) == (True, "By telephone, 2 September", "eput")
    at_the_board.bea.guesses("decision_behalf", 2, channel=ESSEX)
    assert "You can't record a vote on another's behalf in MSE-D2." in at_the_board.bea.answer


def test_an_objection_under_consensus_needs_reasons(essex):
    opens(essex.max)
    essex.nel.presses("Object", essex.nel.dm("MSE-D1"))
    essex.nel.submits({"comment": " "}, unchecked=True)
    assert "Please fill in" in " ".join(essex.nel.modal_errors.values())


def test_another_wording_voids_the_votes_and_says_so(essex):
    opens(essex.max)
    votes(essex, "bea", "Agree", "MSE-D1")
    shows(essex, "MSE-D1", "max")
    essex.max.presses("Change the wording")
    essex.max.submits({"wording": "We build two wards.", "reasons": "One is too small.", "words": "As agreed in May."})
    assert "1 vote cast on the earlier wording is void" in essex.max.answer
    assert "wording 2" in essex.bea.dm("The wording has changed").shown()
    assert "0 agree, 0 object, 11 not yet" in shows(essex, "MSE-D1")
    assert any("As agreed in May." in said for said in thread_of(essex, "MSE-D1"))


def thread_of(world, reference):
    (living,) = [m for m in world.channel(ESSEX) if not m.thread_ts and m.shown().startswith(f"{reference}: ")][:1]
    return [m.shown() for m in world.channel(ESSEX) if m.thread_ts == living.ts]


def test_more_time_needs_a_reason_and_is_given_twice_at_most(essex):
    opens(essex.max)
    for day in ("2020-09-20", "2020-09-25"):
        shows(essex, "MSE-D1", "max")
        essex.max.presses("Give more time")
        essex.max.submits({"closes_on": day, "words": "August."})
        assert essex.max.modal is None, essex.max.modal_errors
    essex.max.guesses("decision_extend", 1, channel=ESSEX)
    assert "MSE-D1 has been given more time 2 times already." in essex.max.answer
    essex.at("2020-09-25 23:00")
    assert "Open to votes" in shows(essex, "MSE-D1")
    essex.at("2020-09-26 00:01")
    assert "Not carried" in shows(essex, "MSE-D1")


def test_a_decision_that_is_withdrawn_asks_nobody_any_more(essex):
    opens(essex.max)
    shows(essex, "MSE-D1", "max")
    essex.max.presses("Withdraw")
    essex.max.submits({"words": "It is settled."})
    assert "Withdrawn." in essex.bea.dm("MSE-D1").shown()
    assert buttons_of(essex.bea.dm("MSE-D1")) == ["Show details"]
    essex.at("2020-09-20 10:00")
    assert essex.register("MSE-D1")[-1] == "decision-withdrawn"


def test_each_partner_is_notified_of_the_outcome_once_and_the_secretary_of_those_who_cannot_be(essex):
    opens(essex.max)
    essex.wakes_at("2020-09-16 09:30")
    essex.tick()
    assert essex.register("MSE-D1").count("decision-not-carried") == 1
    assert essex.register("MSE-D1").count("notice-delivered") == 13  # twelve leads, one of them for two
    assert "Southend-on-Sea" in "".join(essex.sam.inbox())
    shows(essex, "MSE-D1")
    essex.sam.presses("Record how they were told")
    essex.sam.submits({"partner": "uclp", "told_on": "2020-09-16", "evidence": "By letter"})
    assert not essex.sam.modal_errors
    assert essex.register("MSE-D1").count("notice-told") == 1


def letter_to(player):
    """The letter that a person was sent last, and its file."""
    (message,) = [m for m in player.dms() if m.files][-1:]
    return message, player.workspace.files[message.files[0]["id"]]


def test_the_notice_is_a_letter_to_each_partner_and_its_receipt_is_the_files(essex):
    opens(essex.max)
    essex.wakes_at("2020-09-16 09:30")
    message, file = letter_to(essex.bea)
    notice = essex.bea.dm("Notice to")
    assert message.thread_ts == notice.ts
    text = read(file.content)
    assert "To: Basildon and Brentwood CCG" in text or "To: " in text
    assert "The outcome: Not carried." in text
    with essex.session() as session:
        proofs = {n.partner: n.proof for n in session.scalars(select(Notice)) if n.proof}
    assert len(proofs) == 13
    assert f"{file.id} sha256:{sha256(file.content).hexdigest()}" in "\n".join(proofs.values())


def test_the_secretary_gets_the_letters_of_those_outside_the_chat(essex):
    opens(essex.max)
    essex.wakes_at("2020-09-16 09:30")
    sent = [m for m in essex.sam.dms() if m.files]
    told = [read(essex.workspace.files[m.files[0]["id"]].content) for m in sent]
    assert any("Southend-on-Sea" in text.partition("Under:")[0] for text in told)


def test_a_letter_slack_will_not_take_is_a_notice_that_did_not_arrive(essex):
    essex.forgiven = True
    opens(essex.max)
    essex.faults.next(method="files.completeUploadExternal", times=1000, error="channel_not_found")
    essex.wakes_at("2020-09-16 09:30")
    assert essex.register("MSE-D1").count("notice-failed") == 13
    assert "notice-delivered" not in essex.register("MSE-D1")


@pytest.mark.parametrize("method", ["files.getUploadURLExternal", "files.completeUploadExternal"])
def test_a_letter_slack_cannot_take_just_now_goes_out_a_little_later(essex, method):
    essex.forgiven = True
    opens(essex.max)
    essex.faults.next(method=method, times=3, error="internal_error")
    essex.wakes_at("2020-09-16 09:30")
    assert essex.register("MSE-D1").count("notice-delivered") < 13
    essex.wakes_at("2020-09-16 09:31")
    assert essex.register("MSE-D1").count("notice-delivered") == 13


def test_only_those_who_have_not_voted_are_reminded(essex):
    opens(essex.max)
    votes(essex, "bea", "Agree", "MSE-D1")
    essex.at("2020-09-08 12:00")
    assert any("A reminder" in said and "vote on it" in said for said in essex.cas.inbox())
    assert not any("A reminder" in said for said in essex.bea.inbox())
    assert "vote on it" in essex.cas.opens_home()
    essex.cas.presses("Agree", essex.cas.dm("A reminder"))
    essex.cas.submits()
    assert buttons_of(essex.cas.dm("Nothing more is owed here")) == ["Show details"]


def test_a_board_that_recommends_never_decides(make_world):
    world = make_world("2022-12-16 09:30")
    world.ada.types("/propose-decision One plan")
    world.ada.changes("rule", "recommendation")
    fields = {"wording": "One plan for all.", "reasons": "It is simpler.", "closes_on": "2023-01-06"}
    world.ada.submits(fields)
    assert not world.ada.modal_errors, world.ada.modal_errors
    world.ada.presses("Open the vote")
    for name in ("ada", "ben"):
        player = world.players[name]
        player.presses("Agree", player.dm("SEF-D1"))
        player.submits()
    world.at("2023-01-09 10:00")
    assert "Carried, as a recommendation" in world.shown()
    assert "notice of a recommendation" in world.ben.dm("Notice to").shown()
