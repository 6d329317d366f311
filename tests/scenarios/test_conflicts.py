"""`/declare-conflict`: disclosed to every partner, consented to by each, and biting until then. Sefton 9.1."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import select

from bot.cli import interests
from bot.letters import set_letter
from handlers import history
from handlers.conflicts import register as conflict_register
from handlers.tables import PRESSES
from storage.conflicts import Conflict
from storage.decisions import Decision
from storage.issues import Issue
from storage.notices import Notice
from storage.packs import pack_source
from tests.bot.test_letters import read
from tests.scenarios.conftest import buttons_of
from tests.scenarios.test_deciding_days import recommends

TAKE_TURNS = True
FORM = {
    "title": "Shares in a supplier",
    "category": "financial",
    "nature": "real",
    "time": "arises",
    "particulars": "Mersey Care owns a tenth of Beds Ltd.",
}
OTHERS = ("ben", "cleo", "gil", "ida", "joe", "kim", "lou", "max")  # Cleo acts for two; one partner is not in the chat


@pytest.fixture
def sefton(make_world):
    world = make_world("2022-12-16 09:30")
    world.without_daily_lists()
    return world


def declares(player, *matters, **more):
    player.types("/declare-conflict")
    player.submits(FORM | ({"matters": list(matters)} if matters else {}) | more)
    assert not player.modal_errors, player.modal_errors
    return player.answer


def consents(world, *names, fragment="SEF-C1"):
    for name in names:
        player = world.players[name]
        for partner in ("southport-formby-pcn", None) if name == "cleo" else (None,):
            asked = [m for m in player.dms() if "Consent" in buttons_of(m) and fragment in m.shown()]
            player.presses("Consent", asked[-1])
            player.submits({"partner": partner} if partner else {})
            assert player.modal is None, player.modal_errors


def votes(world, name, button, reference, comment=""):
    player = world.players[name]
    (asked,) = [m for m in player.dms() if "Agree" in buttons_of(m) and f"{reference}: " in m.shown()]
    player.presses(button, asked)
    player.submits({"comment": comment})
    assert player.modal is None, player.modal_errors


def records(world, partner="sefton-cvs", says="consents", **more):
    world.sam.types("/partnership conflict SEF-C1")
    world.sam.presses(next(b for b in buttons_of(latest(world.sam)) if b.startswith("Record an answer")))
    world.sam.submits({"partner": partner, "says": says, "evidence": "By telephone"} | more)
    assert world.sam.modal is None, world.sam.modal_errors


def latest(player):
    return player._whispers()[-1]


def looks(world, name="ada", line="conflict SEF-C1"):
    world.players[name].types(f"/partnership {line}")
    return world.players[name].answer


# --- Declared and disclosed ---------------------------------------------------------------------------------------


def test_it_is_disclosed_to_every_other_partner_with_a_receipt(sefton):
    said = declares(sefton.ada)
    assert "SEF-C1" in said
    assert "Mersey Care owns a tenth of Beds Ltd." in sefton.ben.dm("SEF-C1").shown()
    with sefton.session() as session:
        told = {n.partner: n.state.value for n in session.scalars(select(Notice).where(Notice.matter == "conflict"))}
    assert len(told) == 10
    assert "mersey-care" not in told
    assert [partner for partner, state in told.items() if state != "delivered"] == ["sefton-cvs"]
    assert "Record how they were told" in sefton.sam.dm("SEF-C1").shown()
    assert sefton.register("SEF-C1")[0] == "conflict-declared"
    assert sefton.register("SEF-C1").count("notice-delivered") == 9
    assert "SEF-C1" not in sefton.shown()  # the channel hears of what changes in a matter, not of particulars


def test_when_it_was_known_and_when_declared_are_both_kept_and_late_is_late(sefton):
    said = declares(sefton.ada, aware_on="2022-12-13", aware_time="09:30")
    assert "Declared late: 3 days after Tue 13 Dec 2022, 09:30" in said
    said = declares(sefton.ben, aware_on="2022-12-16", aware_time="08:45")
    assert "Declared late: 45 minutes after" in said
    assert "Declared late" not in declares(sefton.gil)
    with sefton.session() as session:
        kept = session.scalars(select(Conflict).order_by(Conflict.id)).first()
        assert (kept.declared_at - kept.aware_at).days == 3


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"aware_on": "2022-12-17"}, "aware_on"),
        ({"aware_time": "9 o'c"}, "aware_time"),
        ({"aware_time": "23:59"}, "aware_on"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(sefton, more, field):
    sefton.ada.types("/declare-conflict")
    sefton.ada.submits(FORM | more, unchecked=True)
    assert set(sefton.ada.modal_errors) == {field}
    assert sefton.register() == [] or "conflict-declared" not in sefton.register()


def test_whoever_acts_for_nobody_is_told_who_could(sefton):
    sefton.dan.types("/declare-conflict")
    assert "I don't know yet who you are" in sefton.dan.answer


def test_the_list_says_what_is_declared_and_who_never_has(sefton):
    declares(sefton.ada, person="Dr Grey")
    seen = looks(sefton, "ben", "interests")
    assert "SEF-C1: Shares in a supplier" in seen
    assert "Mersey Care, through Dr Grey" in seen
    assert "Have said nothing yet: " in seen
    assert "Mersey Care" not in seen.partition("Have said nothing yet")[2]


# --- Votes --------------------------------------------------------------------------------------------------------


def test_until_the_last_has_consented_its_vote_is_refused(sefton):
    """Nine of ten at 10:00, a vote at 10:05, the tenth at 10:06: the vote stays refused (clause 9.1.2)."""
    recommends(sefton)
    declares(sefton.ada, "decision:1")
    sefton.wakes_at("2022-12-16 10:00")
    consents(sefton, *OTHERS)
    assert "9 of 10" in looks(sefton)
    sefton.wakes_at("2022-12-16 10:05")
    sefton.ada.guesses("decision_agree", 1)
    assert "You can't vote in SEF-D1 for now: Mersey Care has declared a conflict" in sefton.ada.answer
    sefton.wakes_at("2022-12-16 10:06")
    records(sefton)
    assert "10 of 10" in looks(sefton)
    assert "vote-cast" not in sefton.register("SEF-D1")
    votes(sefton, "ada", "Agree", "SEF-D1")
    assert sefton.register("SEF-D1").count("vote-cast") == 1
    assert sefton.register("SEF-C1").count("consent-complete") == 1
    assert "can take part in SEF-D1 from now on" in sefton.ada.dm("Every other partner has consented").shown()


def test_it_leaves_the_base_and_the_result_line_says_so(sefton):
    sefton.ada.types("/propose-decision One plan")
    sefton.ada.changes("rule", "variation")
    sefton.ada.submits({"wording": "W", "reasons": "R", "closes_on": "2023-01-06"})
    sefton.ada.presses("Open the vote")
    assert "Unanimity of 11 partners" in looks(sefton, line="decision SEF-D1") or "11 partners" in sefton.ada.answer
    declares(sefton.ada, "decision:1")
    seen = looks(sefton, line="decision SEF-D1")
    assert "10 partners" in seen
    assert "Mersey Care: conflicted" in seen
    assert "were counted the other way" in seen


def test_a_refusal_needs_reasons_and_keeps_it_out(sefton):
    recommends(sefton)
    declares(sefton.ada, "decision:1")
    asked = sefton.ben.dm("consent to Mersey Care taking part")
    sefton.ben.presses("Refuse", asked)
    sefton.ben.submits({}, unchecked=True)
    assert "words" in sefton.ben.modal_errors
    sefton.ben.submits({"words": "It would decide its own case."})
    assert "It would decide its own case." in sefton.ada.dm("Consent is refused").shown()
    consents(sefton, *(name for name in OTHERS if name != "ben"))
    records(sefton)
    sefton.ada.guesses("decision_agree", 1)
    assert "You can't vote in SEF-D1 for now" in sefton.ada.answer
    records(sefton, partner="luhft")  # the secretary records that it has thought better of it
    votes(sefton, "ada", "Agree", "SEF-D1")


def test_who_has_answered_is_not_asked_again_and_nobody_answers_for_another(sefton):
    recommends(sefton)
    declares(sefton.ada, "decision:1")
    consents(sefton, "ben")
    sefton.ben.guesses("conflict_consent", 1)
    assert "LUHFT has answered this already." in sefton.ben.answer
    sefton.ada.guesses("conflict_consent", 1)
    assert "You can't consent to SEF-C1." in sefton.ada.answer
    sefton.ada.guesses("conflict_behalf", 1)
    assert "the secretary does that" in sefton.ada.answer


def test_a_vote_cast_before_is_marked_and_the_secretary_is_asked(sefton):
    recommends(sefton)
    votes(sefton, "ada", "Agree", "SEF-D1")
    declares(sefton.ada, "decision:1")
    assert "1 agrees" in looks(sefton, line="decision SEF-D1")
    sefton.ada.guesses("decision_object", 1)
    assert "You can't vote in SEF-D1 for now" in sefton.ada.answer
    sefton.sam.presses("Strike the vote", sefton.sam.dm("had voted on SEF-D1"))
    assert "0 agree" in looks(sefton, line="decision SEF-D1")
    assert sefton.register("SEF-C1").count("vote-struck") == 1
    assert "The earlier vote is struck" in sefton.sam.dm("earlier vote").shown()


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
    for act in ("decision_reword", "decision_extend", "decision_withdraw"):
        sefton.ada.guesses(act, 1)
        assert "You can't" in sefton.ada.answer


# --- Issues -------------------------------------------------------------------------------------------------------


def test_in_an_issue_it_can_only_acknowledge_and_comment(sefton):
    reference = sefton.ada.raises("Beds", "luhft", "alder-hey")
    row = sefton.issue(reference).id
    declares(sefton.ben, f"issue:{row}")
    for act in ("issue_propose", "issue_extend", "issue_move"):
        sefton.ben.guesses(act, row)
        assert "You can't" in sefton.ben.answer
    sefton.ada.opens(reference)
    sefton.ada.presses("Propose a resolution")
    sefton.ada.submits({"words": "Ten beds."})
    assert not any("Ten beds." in said and "Agree" in said for said in sefton.ben.inbox())
    sefton.gil.presses("Agree", sefton.gil.dm("Ten beds."))
    assert sefton.issue(reference).state.value == "resolved"
    assert "Takes no part for now: LUHFT" in sefton.ada.opens(reference)


def test_a_button_on_the_matter_opens_the_form_with_it_chosen(sefton):
    reference = sefton.ada.raises("Beds", "luhft", "alder-hey")
    sefton.ben.opens(reference)
    sefton.ben.presses("I have an interest")
    sefton.ben.submits(FORM)
    assert not sefton.ben.modal_errors
    assert f"{reference}: takes no part" in looks(sefton, "ben")
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
    assert "You can't vote in SEF-D1 for now" in sefton.ada.answer
    consents(sefton, *OTHERS)
    records(sefton)
    sefton.sam.guesses("conflict_handle", 1)
    sefton.sam.submits({"handling": "without-voting", "words": "The chair, on 17 December."})
    sefton.ada.guesses("decision_agree", 1)
    assert "You can't vote in SEF-D1 for now" in sefton.ada.answer


def test_once_it_is_over_its_partner_takes_part_again(sefton):
    recommends(sefton)
    declares(sefton.ada, "decision:1")
    sefton.ada.types("/partnership conflict SEF-C1")
    sefton.ada.presses("It is over")
    sefton.ada.submits({"words": "The shares are sold."})
    assert "Nothing more is asked here: the conflict is over." in sefton.ben.dm("Nothing more is asked").shown()
    votes(sefton, "ada", "Agree", "SEF-D1")
    assert "SEF-C1" not in looks(sefton, line="interests")
    sefton.ben.guesses("conflict_consent", 1)
    assert "SEF-C1 is over" in sefton.ben.answer


def test_where_the_agreement_asks_for_no_consent_it_is_disclosed_and_handled(make_world):
    world = make_world("2021-12-16 09:30", "one-halton-2021")
    world.ada.types("/declare-conflict", channel="C0HALTON")
    world.ada.submits(FORM)
    assert not world.ada.modal_errors, world.ada.modal_errors
    assert "owns a tenth of Beds Ltd." in world.hal.dm("declares a conflict").shown()
    assert not any("Consent" in buttons_of(m) for m in world.hal.dms())


# --- By no press in any door ----------------------------------------------------------------------------------------


def outcome(world):
    """What decides a matter: who voted how, what is proposed and answered, where it stands."""
    with world.session() as session:
        decision, issue = session.get_one(Decision, 1), session.get_one(Issue, 1)
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


@pytest.fixture
def recused(sefton):
    """Ben's partner raised nothing, is affected by the issue, has a vote in the decision, and takes no part in either."""
    reference = sefton.ada.raises("Beds", "luhft", "alder-hey")
    sefton.ada.opens(reference)
    sefton.ada.presses("Propose a resolution")
    sefton.ada.submits({"words": "Ten beds."})
    recommends(sefton)
    declares(sefton.ben, "issue:1", "decision:1")
    return sefton


# --- What is published ----------------------------------------------------------------------------------------------


def test_what_is_withheld_is_published_until_the_secretary_agrees(sefton):
    declares(sefton.ada, person="Dr Grey", withheld="A threat was made.")
    with sefton.session() as session:
        (entry,) = conflict_register.published(session, sefton.agreement(session), sefton.clock())["entries"]
    assert entry["particulars"] == "Mersey Care owns a tenth of Beds Ltd."
    sefton.ada.guesses("conflict_withhold", 1)
    assert "You can't say what is published of SEF-C1" in sefton.ada.answer
    sefton.sam.types("/partnership conflict SEF-C1")
    sefton.sam.presses("Keep unpublished")
    with sefton.session() as session:
        facts = conflict_register.published(session, sefton.agreement(session), sefton.clock())
    (entry,) = facts["entries"]
    assert (entry["particulars"], entry["person"], entry["title"]) == (None, None, None)
    for text in (interests.as_csv(facts), read(set_letter("interests_register", facts).pdf)):
        assert "SEF-C1" in text
        assert "Beds Ltd" not in text
        assert "Grey" not in text
    assert "Beds Ltd" in looks(sefton, "ben")  # never withheld from the partners


def test_the_register_is_written_for_spreadsheets_and_on_paper(sefton):
    declares(sefton.ada, title="=HYPERLINK(1)")
    with sefton.session() as session:
        facts = conflict_register.published(session, sefton.agreement(session), sefton.clock())
    rows = list(csv.reader(io.StringIO(interests.as_csv(facts))))
    assert rows[0][:3] == ["reference", "title", "partner"]
    assert rows[1][:4] == ["SEF-C1", "'=HYPERLINK(1)", "Mersey Care", ""]
    with zipfile.ZipFile(io.BytesIO(interests.as_xlsx(facts))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "=HYPERLINK(1)" in book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    text = read(set_letter("interests_register", facts).pdf)
    assert "As on: Fri 16 Dec 2022" in text
    assert "Mersey Care owns a tenth of Beds Ltd." in text


@pytest.mark.parametrize(("day", "stays"), [("2023-06-16 10:00", True), ("2023-06-17 10:00", False)])
def test_what_is_over_stays_published_for_six_months(sefton, day, stays):
    declares(sefton.ada)
    sefton.ada.guesses("conflict_end", 1)
    sefton.ada.submits({"words": "The shares are sold."})
    sefton.wakes_at(day)
    with sefton.session() as session:
        facts = conflict_register.published(session, sefton.agreement(session), sefton.clock())
    assert bool(facts["entries"]) is stays


def test_those_who_owe_an_answer_see_it_on_their_home_tab(sefton):
    recommends(sefton)
    declares(sefton.ada, "decision:1")
    assert "say whether it consents" in sefton.ben.opens_home()
    consents(sefton, "ben")
    assert "say whether it consents" not in sefton.ben.opens_home()


# --- Private matters ------------------------------------------------------------------------------------------------


def test_a_private_matter_is_named_to_those_alone_who_know_of_it(sefton):
    reference = sefton.ada.raises("The rota", "luhft", private=["yes"])
    declares(sefton.ben, f"issue:{sefton.issue(reference).id}")
    assert reference in sefton.ada.dm("consent to LUHFT").shown()
    assert "1; nobody" in looks(sefton, "sam") or "0 of 1" in looks(sefton, "sam")
    for name in ("gil", "joe"):
        assert reference not in looks(sefton, name)
        assert reference not in looks(sefton, name, "interests")
        assert not any(reference in said for said in sefton.players[name].inbox())
    consents(sefton, "ada")
    assert "consented" in looks(sefton, "ben")
    assert "consented" not in looks(sefton, "gil")
    with sefton.session() as session:
        agreement = sefton.agreement(session)
        assert reference not in "".join(history.lines(session, agreement, private=False))
        assert reference in "".join(history.lines(session, agreement, private=True))


# --- Nil returns, and asked again each year --------------------------------------------------------------------------


def returns(player, says="nil", **more):
    player.types("/partnership interests")
    player.presses("Nothing new to declare")
    player.submits({"says": says, **more})
    return player.answer


def test_a_nil_return_is_on_record(sefton):
    assert "LUHFT has nothing to declare" in returns(sefton.ben)
    assert "Have nothing to declare, as they said: LUHFT" in looks(sefton, "ada", "interests")
    assert sefton.register().count("interests-nil") == 1
    returns(sefton.sam, partner="sefton-cvs", evidence="By letter")
    assert sefton.facts("interests-nil")["on_behalf"]
    sefton.rob.guesses("interests_return", 1)
    assert "You can't say that there is nothing to declare." in sefton.rob.answer


def test_whoever_has_declared_one_has_not_nothing_to_declare(sefton):
    declares(sefton.ada)
    assert "Mersey Care has declared SEF-C1." in returns(sefton.ada)
    assert "says that what it has declared is still so" in returns(sefton.ada, "unchanged")


def test_each_year_every_partner_is_asked_again_and_reminded_until_it_answers(make_world):
    source = pack_source("sefton-2022").replace("  dual_roles_declare: true\n", REFRESHED)
    world = make_world("2022-12-16 09:30", sources={"sefton-2022": source})
    assert "declare its interests, or that there are none" in world.ben.opens_home()
    returns(world.ben)
    assert "declare its interests" not in world.ben.opens_home()
    declares(world.ada)
    assert "declare its interests" not in world.ada.opens_home()
    asked = looks(world, "ada", "interests").partition("Asked again, and not answered yet:")[2].partition("\n")[0]
    assert "LUHFT" not in asked
    assert "Alder Hey" in asked
    world.wakes_at("2023-12-15 10:00")
    assert "declare its interests" not in world.ben.opens_home()
    world.wakes_at("2023-12-16 10:00")
    assert "declare its interests" in world.ben.opens_home()
    assert "declare its interests" in world.ada.opens_home()
    returns(world.ada, "unchanged")
    assert "declare its interests" not in world.ada.opens_home()


REFRESHED = "  dual_roles_declare: true\n  refresh: {number: 1, unit: years}\n"
