"""`/declare-conflict`: disclosed to every partner, consented to by each, and biting until then. Sefton 9.1."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import select

from handlers.tables import PRESSES
from storage.conflicts import Conflict
from storage.decisions import Decision
from storage.issues import Issue
from storage.notices import Notice
from storage.packs import read_pack
from tests.scenarios.conflicts.kit import FORM, NO_VOTE, OTHERS, consents, declares, looks, records, votes
from tests.scenarios.conftest import buttons_of
from tests.scenarios.decisions.kit import recommends
from tests.scenarios.reading_kit import body_of, lines

TAKE_TURNS = True


@pytest.fixture
def sefton(make_world):
    world = make_world("2022-12-16 09:30")
    world.without_daily_lists()
    return world


# --- Declared and disclosed ---------------------------------------------------------------------------------------


def test_it_is_disclosed_to_every_other_partner_with_a_receipt(sefton):
    said = declares(sefton.ada)
    assert lines(said) == [
        "SEF-C1 is on record: Shares in a supplier",
        "SEF-C1: Shares in a supplier",
        "On record. Every other partner is sent the particulars, and each has a receipt.",
        "[Show details]",
    ]
    assert lines(sefton.ben.dm("SEF-C1").shown(), "Mersey Care owns") == ["Mersey Care owns a tenth of Beds Ltd."]
    with sefton.session() as session:
        told = {n.partner: n.state.value for n in session.scalars(select(Notice).where(Notice.matter == "conflict"))}
    every_other = {partner.key for partner in read_pack("sefton-2022").partners} - {"mersey-care"}
    assert told == dict.fromkeys(every_other, "delivered") | {"sefton-cvs": "unreachable"}
    assert lines(sefton.sam.dm("SEF-C1").shown(), "Record how") == [
        "• Then press Record how they were told, and write down how, when and by whom.",
        "[Record how they were told] [Show details]",
    ]
    assert Counter(sefton.register("SEF-C1")) == {"conflict-declared": 1, "notice-delivered": 9}
    assert "SEF-C1" not in sefton.shown()  # the channel hears of what changes in a matter, not of particulars


def test_when_it_was_known_and_when_declared_are_both_kept_and_late_is_late(sefton):
    said = declares(sefton.ada, aware_on="2022-12-13", aware_time="09:30")
    assert lines(said) == [
        "SEF-C1 is on record: Shares in a supplier",
        "SEF-C1: Shares in a supplier",
        "On record. Every other partner is sent the particulars, and each has a receipt.",
        "Declared late: 3 days after Tue 13 Dec 2022, 09:30, when it was known; the agreement asks for it immediately.",
        "[Show details]",
    ]
    said = declares(sefton.ben, aware_on="2022-12-16", aware_time="08:45")
    assert lines(said) == [
        "SEF-C2 is on record: Shares in a supplier",
        "SEF-C2: Shares in a supplier",
        "On record. Every other partner is sent the particulars, and each has a receipt.",
        "Declared late: 45 minutes after Fri 16 Dec 2022, 08:45, when it was known; the agreement asks for it immediately.",
        "[Show details]",
    ]
    assert "Declared late" not in declares(sefton.gil)
    with sefton.session() as session:
        kept = session.scalars(select(Conflict).order_by(Conflict.id)).first()
        assert (kept.declared_at - kept.aware_at).days == 3


TWICE = (
    "01:30 on Sun 30 Oct 2022 came twice. Taken: the first (summer time). Change it? Say that this one is over, and "
    "declare it anew with the zone's name behind the time, such as 01:30 GMT."
)


@pytest.mark.parametrize(
    ("typed", "aware_at", "said"),
    [
        ("01:30", "2022-10-30T00:30:00+00:00",
         [TWICE]),
        ("01:30 BST", "2022-10-30T00:30:00+00:00", []),
        ("01:30 GMT", "2022-10-30T01:30:00+00:00", []),
        ("02:30", "2022-10-30T02:30:00+00:00", []),
    ],
)  # fmt: skip
def test_a_time_that_came_twice_is_said(sefton, typed, aware_at, said):
    answer = declares(sefton.ada, aware_on="2022-10-30", aware_time=typed)
    assert [line for line in lines(answer) if "twice" in line] == said
    with sefton.session() as session:
        assert session.scalars(select(Conflict)).one().aware_at.isoformat() == aware_at


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"aware_on": "2022-12-17"}, "aware_on"),
        ({"aware_time": "9 o'c"}, "aware_time"),
        ({"aware_time": "23:59"}, "aware_on"),
        ({"aware_on": "2022-03-27", "aware_time": "01:30"}, "aware_time"),  # the clocks went forward
        ({"aware_on": "2022-07-27", "aware_time": "01:30 GMT"}, "aware_time"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(sefton, more, field):
    sefton.ada.types("/declare-conflict")
    sefton.ada.submits(FORM | more, unchecked=True)
    assert set(sefton.ada.modal_errors) == {field}
    assert "conflict-declared" not in sefton.register()


def test_whoever_acts_for_nobody_is_told_who_could(sefton):
    sefton.dan.types("/declare-conflict")
    assert sefton.dan.body == (
        "I don't know yet who you are. In your agreement's channel, type /partnership link and choose your name; "
        "the secretary confirms it."
    )


def test_the_list_says_what_is_declared_and_who_never_has(sefton):
    declares(sefton.ada, person="Dr Grey")
    seen = looks(sefton, "ben", "interests")
    assert lines(seen) == [
        "Sefton Partnership: conflicts of interest",
        "Sefton Partnership: conflicts of interest",
        "• SEF-C1: Shares in a supplier; Mersey Care, through Dr Grey",
        (
            "Have said nothing yet: Cheshire and Merseyside ICB, Sefton Council, Southport and Ormskirk, LUHFT, Alder "
            "Hey, Healthwatch Sefton, Southport and Formby PCN, South Sefton PCN, Sefton CVS, and One Vision Housing"
        ),
        "[Declare a conflict] [Nothing new to declare] [SEF-C1]",
    ]


# --- Votes --------------------------------------------------------------------------------------------------------


def test_until_the_last_has_consented_its_vote_is_refused(sefton):
    """Nine of ten at 10:00, a vote at 10:05, the tenth at 10:06: the vote stays refused (clause 9.1.2)."""
    recommends(sefton)
    declares(sefton.ada, "decision:1")
    sefton.wakes_at("2022-12-16 10:00")
    consents(sefton, *OTHERS)
    assert lines(looks(sefton), "9 of") == [
        "• SEF-D1: takes no part. Consent of the others: 9 of 10; not yet Sefton CVS"
    ]
    sefton.wakes_at("2022-12-16 10:05")
    sefton.ada.guesses("decision_agree", 1)
    assert sefton.ada.body == NO_VOTE
    sefton.wakes_at("2022-12-16 10:06")
    records(sefton)
    assert lines(looks(sefton), "10 of") == ["• SEF-D1: takes part. Consent of the others: 10 of 10"]
    assert "vote-cast" not in sefton.register("SEF-D1")
    votes(sefton, "ada", "Agree", "SEF-D1")
    assert sefton.register("SEF-D1").count("vote-cast") == 1
    assert sefton.register("SEF-C1").count("consent-complete") == 1
    assert lines(body_of(sefton.ada.dm("Every other partner has consented"))) == [
        "SEF-C1: Shares in a supplier",
        "Every other partner has consented: Mersey Care can take part in SEF-D1 from now on.",
        "[Show details]",
    ]


def test_it_leaves_the_base_and_the_result_line_says_so(sefton):
    sefton.ada.types("/propose-decision One plan")
    sefton.ada.changes("rule", "variation")
    sefton.ada.submits({"wording": "W", "reasons": "R", "closes_on": "2023-01-06"})
    sefton.ada.presses("Open the vote")
    assert lines(looks(sefton, line="decision SEF-D1"), "The count") == [
        "The count: All 11 partners must agree. 0 agree, 0 object, 11 not yet."
    ]
    declares(sefton.ada, "decision:1")
    seen = looks(sefton, line="decision SEF-D1")
    assert lines(seen, "The count", "conflicted") == [
        "The count: All 10 partners must agree. 0 agree, 0 object, 10 not yet. If those with a conflict were counted the other way, 11 of 11 would be needed.",
        "• Mersey Care: conflicted",
    ]


def test_a_refusal_needs_reasons_and_keeps_it_out(sefton):
    recommends(sefton)
    declares(sefton.ada, "decision:1")
    asked = sefton.ben.dm("consent to Mersey Care taking part")
    sefton.ben.presses("Refuse", asked)
    sefton.ben.submits({}, unchecked=True)
    assert sefton.ben.modal_errors == {"words": "Please fill in “Your reasons”."}
    sefton.ben.submits({"words": "It would decide its own case."})
    assert lines(body_of(sefton.ada.dm("Consent is refused"))) == [
        "SEF-C1: Shares in a supplier",
        "Consent is refused: Mersey Care takes no part in SEF-D1.",
        "• LUHFT: It would decide its own case.",
        "[Show details]",
    ]
    consents(sefton, *(name for name in OTHERS if name != "ben"))
    records(sefton)
    sefton.ada.guesses("decision_agree", 1)
    assert sefton.ada.body == NO_VOTE
    records(sefton, partner="luhft")  # the secretary records that it has thought better of it
    votes(sefton, "ada", "Agree", "SEF-D1")


def test_who_has_answered_is_not_asked_again_and_nobody_answers_for_another(sefton):
    recommends(sefton)
    declares(sefton.ada, "decision:1")
    consents(sefton, "ben")
    sefton.ben.guesses("conflict_consent", 1)
    assert sefton.ben.body == "LUHFT has answered this already. The secretary can record that it says otherwise."
    sefton.ada.guesses("conflict_consent", 1)
    assert sefton.ada.body == (
        "You can't consent to SEF-C1. Ida (lead, Cheshire and Merseyside ICB), Joe (lead, Sefton Council), Kim "
        "(lead, Southport and Ormskirk), Ben (lead, LUHFT) or 7 others can."
    )
    sefton.ada.guesses("conflict_behalf", 1)
    assert sefton.ada.body == (
        "You can't record an answer about SEF-C1: the secretary does that. The secretary, Sam, keeps the roster."
    )


def test_a_vote_cast_before_is_marked_and_the_secretary_is_asked(sefton):
    recommends(sefton)
    votes(sefton, "ada", "Agree", "SEF-D1")
    declares(sefton.ada, "decision:1")
    assert "1 agrees, 0 object, 10 not yet." in looks(sefton, line="decision SEF-D1")
    sefton.ada.guesses("decision_object", 1)
    assert sefton.ada.body == NO_VOTE
    sefton.sam.presses("Strike the vote", sefton.sam.dm("had voted on SEF-D1"))
    assert lines(looks(sefton, line="decision SEF-D1"), "0 agree") == [
        (
            "The count: Consensus of the partners who are there, 10 could be: nobody objects, and all have spoken. "
            "0 agree, 0 object, 10 not yet."
        )
    ]
    assert sefton.register("SEF-C1").count("vote-struck") == 1
    assert lines(body_of(sefton.sam.dm("earlier vote"))) == [
        "SEF-C1: Shares in a supplier",
        "The earlier vote is struck.",
        "• SEF-D1: takes no part. Consent of the others: 0 of 10; nobody has answered yet. Its earlier vote is struck",
        "Sam, Fri 16 Dec 2022, 09:30",
        "[Show details]",
    ]


def test_it_counts_when_the_votes_are_counted(sefton):
    recommends(sefton)
    votes(sefton, "ada", "Object", "SEF-D1", "Too dear.")
    votes(sefton, "ben", "Agree", "SEF-D1")
    declares(sefton.ada, "decision:1")
    sefton.sam.presses("Strike the vote", sefton.sam.dm("had voted on SEF-D1"))
    sefton.at("2023-01-09 09:30")
    assert sefton.register("SEF-D1").count("decision-carried") == 1


def test_whoever_proposed_it_cannot_change_or_withdraw_it(sefton):
    recommends(sefton)
    declares(sefton.ada, "decision:1")
    for act, refused in (
        ("decision_reword", "change the wording of SEF-D1"),
        ("decision_extend", "give SEF-D1 more time"),
        ("decision_withdraw", "withdraw SEF-D1"),
    ):
        sefton.ada.guesses(act, 1)
        assert sefton.ada.body == f"You can't {refused}. Sam (secretary) can."


# --- Issues -------------------------------------------------------------------------------------------------------


def test_in_an_issue_it_can_only_acknowledge_and_comment(sefton):
    reference = sefton.ada.raises("Beds", "luhft", "alder-hey")
    row = sefton.issue(reference).id
    declares(sefton.ben, f"issue:{row}")
    for act, refused, others in (
        ("issue_propose", "propose a resolution of SEF-1", " or Gil (deputy, Alder Hey)"),
        ("issue_extend", "ask for more time for SEF-1", " or Gil (deputy, Alder Hey)"),
        ("issue_move", "take SEF-1 further", ", Gil (deputy, Alder Hey) or Sam (secretary)"),
    ):
        sefton.ben.guesses(act, row)
        assert sefton.ben.body == f"You can't {refused} (clause 5.2). Ada (lead, Mersey Care){others} can."
    sefton.ada.opens(reference)
    sefton.ada.presses("Propose a resolution")
    sefton.ada.submits({"words": "Ten beds."})
    assert {name for name, _ in sefton.sent("issue_proposal")} == {"Gil"}
    sefton.gil.presses("Agree", sefton.gil.dm("Ten beds."))
    assert sefton.issue(reference).state.value == "resolved"
    assert lines(sefton.ada.opens(reference), "Takes no part for now:") == [
        "Takes no part for now: LUHFT (a conflict of interest is declared)"
    ]


def test_a_button_on_the_matter_opens_the_form_with_it_chosen(sefton):
    reference = sefton.ada.raises("Beds", "luhft", "alder-hey")
    sefton.ben.opens(reference)
    sefton.ben.presses("I have an interest")
    sefton.ben.submits(FORM)
    assert not sefton.ben.modal_errors
    assert lines(looks(sefton, "ben"), "SEF-1:") == [
        "• SEF-1: takes no part. Consent of the others: 0 of 10; nobody has answered yet"
    ]
    assert sefton.issue(reference).recused == ["luhft"]


def test_one_partner_alone_settles_nothing_while_the_other_takes_no_part(sefton):
    reference = sefton.ada.raises("Beds", "luhft")
    declares(sefton.ben, f"issue:{sefton.issue(reference).id}")
    sefton.ada.opens(reference)
    sefton.ada.presses("Propose a resolution")
    sefton.ada.submits({"words": "Ten beds."})
    assert sefton.issue(reference).state.value == "open"


# --- Handled and ended --------------------------------------------------------------------------------------------


def test_how_it_is_handled_never_takes_the_place_of_consent(sefton):
    recommends(sefton)
    declares(sefton.ada, "decision:1")
    sefton.sam.guesses("conflict_handle", 1)
    sefton.sam.submits({"handling": "noted", "words": "The chair, on 16 December."})
    sefton.ada.guesses("decision_agree", 1)
    assert sefton.ada.body == NO_VOTE
    consents(sefton, *OTHERS)
    records(sefton)
    sefton.sam.guesses("conflict_handle", 1)
    sefton.sam.submits({"handling": "without-voting", "words": "The chair, on 17 December."})
    sefton.ada.guesses("decision_agree", 1)
    assert sefton.ada.body == (
        "You can't vote in SEF-D1 for now: Mersey Care has declared a conflict of interest in it, and as that is handled it "
        "takes part without voting. /partnership interests shows who has."
    )


def test_once_it_is_over_its_partner_takes_part_again(sefton):
    recommends(sefton)
    declares(sefton.ada, "decision:1")
    sefton.ada.types("/partnership conflict SEF-C1")
    sefton.ada.presses("It is over")
    sefton.ada.submits({"words": "The shares are sold."})
    assert lines(body_of(sefton.ben.dm("Nothing more is asked"))) == [
        "SEF-C1: Shares in a supplier",
        "Nothing more is asked here: the conflict is over.",
        "[Show details]",
    ]
    votes(sefton, "ada", "Agree", "SEF-D1")
    assert "SEF-C1" not in looks(sefton, line="interests")
    sefton.ben.guesses("conflict_consent", 1)
    assert sefton.ben.body == "SEF-C1 is over, so nothing more is asked about it."


def test_where_the_agreement_asks_for_no_consent_it_is_disclosed_and_handled(make_world):
    world = make_world("2021-12-16 09:30", "one-halton-2021")
    world.ada.types("/declare-conflict", channel="C0HALTON")
    world.ada.submits(FORM)
    assert not world.ada.modal_errors, world.ada.modal_errors
    assert lines(world.hal.dm("declares a conflict").shown(), "owns a") == ["Mersey Care owns a tenth of Beds Ltd."]
    assert [label for m in world.hal.dms() for label in buttons_of(m) if label == "Consent"] == []


# --- By no press in any door ----------------------------------------------------------------------------------------


def outcome(world):
    """What decides a matter: who voted how, what is proposed and answered, where it stands."""
    with world.session() as session:
        decision, issue = session.scalars(select(Decision)).one(), session.scalars(select(Issue)).one()
        votes_ = [(b.voter, b.vote, b.version) for b in decision.ballots]
        offers = [(p.words, p.state, [(a.partner, a.agrees) for a in p.answers]) for p in issue.proposals]
        return (decision.state, decision.version, decision.closes_on, votes_, issue.state, issue.stage, offers)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(sorted(name for name in PRESSES if name.startswith(("decision_", "issue_")))))
def test_whoever_is_recused_changes_no_outcome_by_any_sequence_of_presses(recused, order):
    world = recused
    before = outcome(world)
    for name in order:
        for player in (world.ben, world.pia):
            player.guesses(name, 1)
            if player.modal is not None and "submit" in player.modal:
                fields = {
                    field: "Yes" for field in player.fields if field in ("words", "comment", "wording", "reasons")
                }
                player.submits(fields, unchecked=True)
                while player.modal is not None:
                    player.closes()
    assert outcome(world) == before


def recuse_ben(world):
    world.without_daily_lists()
    reference = world.ada.raises("Beds", "luhft", "alder-hey")
    world.ada.opens(reference)
    world.ada.presses("Propose a resolution")
    world.ada.submits({"words": "Ten beds."})
    recommends(world)
    declares(world.ben, "issue:1", "decision:1")


@pytest.fixture
def recused(make_world):
    """Ben's partner raised nothing, is affected by the issue, has a vote in the decision, and takes no part in either."""
    return make_world("2022-12-16 09:30", begin=recuse_ben)
