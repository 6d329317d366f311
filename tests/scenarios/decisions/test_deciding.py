"""`/propose-decision`: a draft that says who votes, votes cast and changed, and a count that shows its arithmetic."""

from __future__ import annotations

from hashlib import sha256

import pytest
from sqlalchemy import select

from storage.notices import Notice
from tests.pdfs import read
from tests.scenarios.conftest import buttons_of
from tests.scenarios.decisions.kit import (
    ESSEX,
    decides,
    fills,
    go_to_the_board,
    opens,
    proposes,
    shows,
    thread_of,
    votes,
)
from tests.scenarios.reading_kit import body_of, lines

TAKE_TURNS = True
TEN = ("bea", "cas", "mid", "sue", "thu", "amb", "epp", "nel", "max")  # nine, and Eng, who acts for two


@pytest.fixture
def essex(make_world):
    world = make_world("2020-09-01 10:00", "mid-south-essex-2020")
    world.without_daily_lists()
    return world


def test_the_draft_says_who_votes_and_nobody_is_asked_yet(essex):
    draft = proposes(essex.max)
    assert lines(draft, "Consensus of", "UCLP and Eastern AHSN:", "not eligible") == [
        "MSE-D1 is a draft: Consensus of 9 eligible: nobody objects, and all have spoken",
        "What it takes: Consensus of 9 eligible: nobody objects, and all have spoken.",
        "• Essex CC, Southend BC and Thurrock Council: not eligible under Annex 1",
        (
            "• Provide, NHS England, NHS Improvement, Healthwatch Essex, Healthwatch Southend, Healthwatch Thurrock, "
            "Voluntary Sector Network, UCLP and Eastern AHSN: not on the System Leadership Executive Group (6.7)"
        ),
    ]
    (said,) = lines(draft, "Left open")
    assert said == (
        "Left open by the document, not decided yet: Are NHS England and NHS Improvement among the NHS organisations whose chief officers "
        "sit on the SLE (6.7)? Read as NHSE & NHSI: consensus of 11 eligible: nobody objects, and all "
        "have spoken. Read as nobody: consensus of 9 eligible: nobody objects, and all have spoken."
    )
    assert essex.bea.dms() == []
    assert "MSE-D1" not in essex.shown(ESSEX)
    shows(essex, "MSE-D1", "bea")
    assert essex.bea.body == "I know no decision MSE-D1 that you can see. /partnership decisions lists those you can."
    essex.bea.types("/partnership decisions", channel=ESSEX)
    assert "MSE-D1" not in essex.bea.answer


def test_a_consensus_that_fails_opens_the_way_to_three_quarters_on_the_same_topic(essex):
    fills(essex.max, "board-capital", topic="capital-priorities")
    assert essex.max.modal_errors["rule"].startswith(
        "Board decision on capital or transformation funding (clause 8.4) follows only where this has failed on "
        "the same matter: "
    )
    essex.max.closes()
    opens(essex.max)
    votes(essex, "bea", "Agree", "MSE-D1")
    votes(essex, "nel", "Object", "MSE-D1", "We have no land.")
    assert lines(essex.shown(ESSEX), "1 agrees") == [
        (
            "The count: Consensus of 9 eligible: nobody objects, and all have spoken. "
            "1 agrees, 1 objects, 7 not yet. It can no longer be carried unless somebody changes their vote."
        )
    ]
    essex.at("2020-09-16 09:30")
    assert lines(shows(essex, "MSE-D1"), "Not carried") == [
        "MSE-D1: Shared wards. Not carried",
        "Not carried",
    ]
    draft = opens(essex.max, rule="board-capital", closes_on="2020-10-01")
    assert lines(draft, "What it takes") == ["What it takes: At least three quarters of 11 eligible: 9 needed."]
    fills(essex.max, "board-capital", topic="transformation-funding", closes_on="2020-10-01")
    assert essex.max.modal_errors["rule"].startswith(
        "Board decision on capital or transformation funding (clause 8.4) follows only where this has failed on "
        "the same matter: "
    )


@pytest.fixture
def at_the_board(make_world):
    """MSE-D2: three quarters of eleven, after a consensus that failed."""
    return make_world("2020-09-01 10:00", "mid-south-essex-2020", begin=go_to_the_board)


@pytest.mark.parametrize(
    ("how_many", "carried", "count"),
    [
        (9, "Carried", "9 agree, 0 object, 2 not voting."),
        (8, "Not carried", "8 agree, 0 object, 3 not voting. 1 short."),
    ],
)
def test_nine_of_eleven_carry_it_and_eight_do_not(at_the_board, how_many, carried, count):
    decides(at_the_board, "seats-or-organisations", "partners")
    for name in TEN[:how_many]:
        votes(at_the_board, name, "Agree", "MSE-D2")
    at_the_board.at("2020-10-02 00:01")
    assert lines(shows(at_the_board, "MSE-D2"))[1:3] == ["MSE-D2: Shared wards", carried]
    assert lines(at_the_board.sam.body, "The count") == [
        f"The count: At least three quarters of 11 eligible: 9 needed. {count}",
    ]
    result = at_the_board.facts("decision-carried" if carried == "Carried" else "decision-not-carried")["result"]
    assert (result["base"], result["needed"], result["in_favour"]) == (11, 9, how_many)


def test_one_with_a_conflict_has_no_vote_and_both_readings_are_shown(at_the_board):
    draft = opens(at_the_board.max, rule="board-capital", closes_on="2020-10-01", conflicted=["nelft"])
    assert lines(draft, "What it takes") == [
        "What it takes: At least three quarters of 10 eligible: 8 needed. If those with a conflict were counted the other way, 9 of 11 would be needed."
    ]
    at_the_board.nel.guesses("decision_agree", 3, channel=ESSEX)
    assert at_the_board.nel.body == "You have no vote in MSE-D3 (clause 8.4): NELFT is conflicted."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("pro", "You have no vote in MSE-D2 (clause 8.4): Provide is not eligible under Annex 1."),
        ("mem", "A partner's vote in MSE-D2 is cast by its lead or deputy, and you are neither."),
        ("sam", "You have no vote in MSE-D2 (clause 8.4): you act for none of those who vote in it."),
        (
            "dan",
            (
                "I don't know yet who you are. In your agreement's channel, type /partnership link and choose your "
                "name; the secretary confirms it."
            ),
        ),
    ],
)
def test_a_vote_of_somebody_who_has_none_is_refused_in_words(at_the_board, name, said):
    player = at_the_board.players[name]
    player.guesses("decision_agree", 2, channel=ESSEX)
    assert player.body == said
    assert player.modal is None


def test_a_vote_is_told_to_whoever_cast_it_and_changed_until_the_count(at_the_board):
    votes(at_the_board, "bea", "Agree", "MSE-D2")
    assert lines(at_the_board.bea.body) == [
        "MSE-D2: Shared wards",
        "On record: Basildon and Brentwood CCG agrees.",
        "At least three quarters of 11 eligible: 9 needed. 1 agrees, 0 object, 10 not yet. 8 more needed.",
        "Bea (for Basildon and Brentwood CCG), Wed 16 Sep 2020, 00:01. It can be changed until the end of Thu 1 Oct 2020.",
        "[Show details]",
    ]
    assert "Agree" not in buttons_of(at_the_board.bea.dm("MSE-D2"))
    shows(at_the_board, "MSE-D2", "bea")
    at_the_board.bea.presses("Object")
    at_the_board.bea.submits({"comment": "On reflection."})
    assert at_the_board.register("MSE-D2").count("vote-changed") == 1
    assert lines(shows(at_the_board, "MSE-D2"), "0 agree") == [
        "The count: At least three quarters of 11 eligible: 9 needed. 0 agree, 1 objects, 10 not yet. 9 more needed."
    ]
    at_the_board.at("2020-10-02 00:01")
    at_the_board.bea.guesses("decision_agree", 2, channel=ESSEX)
    assert at_the_board.bea.body == (
        "The last day was Thu 1 Oct 2020. Your vote came on Fri 2 Oct and does not count (8.4). What came by then is "
        "counted. /partnership decision MSE-D2 shows how it stands."
    )


def test_who_votes_for_two_is_asked_for_which(at_the_board):
    votes(at_the_board, "eng", "Agree", "MSE-D2", voter="nhs-england")
    votes(at_the_board, "eng", "Object", "MSE-D2", voter="nhs-improvement")
    said = shows(at_the_board, "MSE-D2")
    assert lines(said, "NHS England agrees", "NHS Improvement objects") == [
        "• NHS England agrees",
        "• NHS Improvement objects",
    ]


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
    assert lines(shows(at_the_board, "MSE-D2"), "EPUT agrees") == ["• EPUT agrees (recorded by the secretary)"]
    facts = at_the_board.facts("vote-cast")
    assert (facts["on_behalf"], facts["evidence"], facts["voter"]) == (True, "By telephone, 2 September", "eput")
    at_the_board.bea.guesses("decision_behalf", 2, channel=ESSEX)
    assert at_the_board.bea.body == "You can't record a vote on another's behalf in MSE-D2. Sam (secretary) can."


def test_an_objection_under_consensus_needs_reasons(essex):
    opens(essex.max)
    essex.nel.presses("Object", essex.nel.dm("MSE-D1"))
    essex.nel.submits({"comment": " "}, unchecked=True)
    assert essex.nel.modal_errors == {"comment": "Please fill in “Your reasons”."}


def test_another_wording_voids_the_votes_and_says_so(essex):
    opens(essex.max)
    votes(essex, "bea", "Agree", "MSE-D1")
    shows(essex, "MSE-D1", "max")
    essex.max.presses("Change the wording")
    essex.max.submits({"wording": "We build two wards.", "reasons": "One is too small.", "words": "As agreed in May."})
    assert lines(essex.max.body) == [
        "MSE-D1: Shared wards",
        "The wording has changed. 1 vote cast on the earlier wording is void; everybody who has a vote is asked anew.",
        "Max (for MSE Foundation Trust), Tue 1 Sep 2020, 10:00",
    ]
    assert lines(essex.bea.dm("The wording has changed").shown(), "wording 2") == [
        "The wording has changed (it is wording 2 now), so votes cast on the earlier one are void."
    ]
    assert lines(shows(essex, "MSE-D1"), "0 agree") == [
        "The count: Consensus of 9 eligible: nobody objects, and all have spoken. 0 agree, 0 object, 9 not yet."
    ]
    assert lines(thread_of(essex, "MSE-D1")[-1]) == [
        "MSE-D1: the wording has changed",
        "The wording has changed. As agreed in May.",
        "We build two wards.",
        "1 vote cast on the earlier wording is void; everybody who has a vote is asked anew.",
        "Max (for MSE Foundation Trust), Tue 1 Sep 2020, 10:00",
    ]


def test_more_time_needs_a_reason_and_is_given_twice_at_most(essex):
    opens(essex.max)
    for day in ("2020-09-20", "2020-09-25"):
        shows(essex, "MSE-D1", "max")
        essex.max.presses("Give more time")
        essex.max.submits({"closes_on": day, "words": "August."})
        assert essex.max.modal is None, essex.max.modal_errors
    essex.max.guesses("decision_extend", 1, channel=ESSEX)
    assert essex.max.body == "MSE-D1 has been given more time twice already."
    essex.at("2020-09-25 23:00")
    assert lines(shows(essex, "MSE-D1"), "Open to") == [
        "MSE-D1: Shared wards. Open to votes until the end of Fri 25 Sep 2020",
        "Open to votes until the end of Fri 25 Sep 2020",
    ]
    essex.at("2020-09-26 00:01")
    assert lines(shows(essex, "MSE-D1"), "Not carried") == [
        "MSE-D1: Shared wards. Not carried",
        "Not carried",
    ]


def test_a_decision_that_is_withdrawn_asks_nobody_any_more(essex):
    opens(essex.max)
    shows(essex, "MSE-D1", "max")
    essex.max.presses("Withdraw")
    essex.max.submits({"words": "It is settled."})
    assert lines(body_of(essex.bea.dm("MSE-D1"))) == [
        "MSE-D1: Shared wards",
        "Withdrawn. It takes no more votes.",
        "[Show details]",
    ]
    assert buttons_of(essex.bea.dm("MSE-D1")) == ["Show details"]
    essex.at("2020-09-20 10:00")
    assert essex.register("MSE-D1")[-1] == "decision-withdrawn"


def test_each_partner_is_notified_of_the_outcome_once_and_the_secretary_of_those_who_cannot_be(essex):
    opens(essex.max)
    essex.wakes_at("2020-09-16 09:30")
    essex.tick()
    assert essex.register("MSE-D1").count("decision-not-carried") == 1
    assert essex.register("MSE-D1").count("notice-delivered") == 13  # twelve leads, one of them for two
    assert lines("\n".join(essex.sam.inbox()), "Southend-on-Sea") == [
        "MSE-D1: Southend-on-Sea Borough Council could not be notified. Please tell them another way.",
        "MSE-D1: Southend-on-Sea Borough Council could not be notified",
        "The notice of “Shared wards” did not reach Southend-on-Sea Borough Council: nobody who acts for it is in the chat.",
        "• Tell Southend-on-Sea Borough Council another way: by telephone, by e-mail or on paper.",
    ]
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
    assert "To: NHS Basildon & Brentwood CCG Under: " in text
    assert "The outcome: Not carried." in text
    with essex.session() as session:
        proofs = {n.partner: n.proof for n in session.scalars(select(Notice)) if n.proof}
    assert len(proofs) == 13
    assert proofs["basildon-brentwood-ccg"] == f"slack:D0BEA:{file.id} sha256:{sha256(file.content).hexdigest()}"


def test_the_secretary_gets_the_letters_of_those_outside_the_chat(essex):
    opens(essex.max)
    essex.wakes_at("2020-09-16 09:30")
    sent = [m for m in essex.sam.dms() if m.files]
    told = [read(essex.workspace.files[m.files[0]["id"]].content) for m in sent]
    to = [text.partition(" To: ")[2].partition(" Under: ")[0] for text in told]
    assert sorted(to) == [
        "Community & Voluntary Sector Network",
        "Eastern Academic Health Science Network",
        "Healthwatch Essex",
        "Healthwatch Southend",
        "Healthwatch Thurrock",
        "Southend-on-Sea Borough Council",
        "Thurrock Council",
        "University College London Partners",
    ]


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
    assert {name for name, _ in essex.sent("nudge")} == {
        *(
            "Cas",
            "Mid",
            "Sue",
            "Thu",
            "Amb",
            "Epp",
            "Nel",
            "Max",
        )  # and not Bea, nor Eng: whether the national bodies are on the SLE is open (6.7)
    }
    assert lines(essex.cas.opens_home(), "vote on") == [
        "Castle Point and Rochford CCG is to vote on it; due Tue 15 Sep 2020 (in 5 operational days)"
    ]
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
    assert lines(world.shown(), "Carried") == [
        "SEF-D1: One plan. Carried, as a recommendation",
        "Carried, as a recommendation",
        "SEF-D1: Carried, as a recommendation. One plan",
        "Carried, as a recommendation.",
    ]
    assert lines(world.ben.dm("Notice to").shown(), "notice of") == ["SEF-D1: notice of a recommendation. One plan"]
