"""How far a declared conflict reaches: later matters, the time to consent, papers, those who join. Sefton 9.1."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from storage.outbox import Message
from storage.packs import pack_source
from storage.people import Person
from tests.scenarios.conflicts.kit import FORM, NO_VOTE, OTHERS, consents, declares, looks, records
from tests.scenarios.conftest import buttons_of
from tests.scenarios.decisions.kit import recommends
from tests.scenarios.reading_kit import body_of, lines

TAKE_TURNS = True
BOARD = "forum:partnership-board"


@pytest.fixture
def sefton(make_world):
    world = make_world("2022-12-16 09:30")
    world.without_daily_lists()
    return world


@pytest.fixture
def with_rule(make_world):
    def make(more):
        source = pack_source("sefton-2022").replace(
            "  consent_before: participating\n", f"  consent_before: participating\n{more}", 1
        )
        assert more in source
        world = make_world("2022-12-16 09:30", sources={"sefton-2022": source})
        world.without_daily_lists()
        return world

    return make


# --- Forums and programmes ----------------------------------------------------------------------------------------


def test_an_interest_in_a_forum_touches_what_is_put_to_it_now_and_later(sefton):
    recommends(sefton)
    declares(sefton.ada, reach=[BOARD])
    assert lines(looks(sefton), "SEF-D1:", "It reaches:") == [
        "It reaches: Sefton Partnership board, with every matter that comes there",
        "• SEF-D1: takes no part. Consent of the others: 0 of 10; nobody has answered yet",
    ]
    sefton.ada.guesses("decision_agree", 1)
    assert sefton.ada.body == NO_VOTE
    recommends(sefton)
    assert lines(looks(sefton), "SEF-D2:") == [
        "• SEF-D2: takes no part. Consent of the others: 0 of 10; nobody has answered yet"
    ]
    assert sefton.register("SEF-C1").count("conflict-touches") == 2
    assert sefton.ben.buttons("taking part in SEF-D2") == ["Consent", "Refuse", "Show details"]
    assert not any("SEF-D2" in m.shown() and "Agree" in buttons_of(m) for m in sefton.ada.dms())
    sefton.ada.guesses("decision_agree", 2)
    assert sefton.ada.body == NO_VOTE.replace("SEF-D1", "SEF-D2")


def test_what_is_decided_elsewhere_is_not_touched(sefton):
    declares(sefton.ada, reach=[BOARD])
    sefton.ada.types("/propose-decision One plan")
    sefton.ada.changes("rule", "variation")
    sefton.ada.submits({"wording": "W", "reasons": "R", "closes_on": "2023-01-06"})
    sefton.ada.presses("Open the vote")
    assert "SEF-D1" not in looks(sefton)


def test_an_interest_that_is_over_reaches_nothing_more(sefton):
    declares(sefton.ada, reach=[BOARD])
    sefton.ada.guesses("conflict_end", 1)
    sefton.ada.submits({"words": "The shares are sold."})
    recommends(sefton)
    assert "SEF-D1" not in looks(sefton)


# --- The time to answer -------------------------------------------------------------------------------------------


def test_where_the_agreement_sets_a_time_those_who_have_not_answered_are_chased_and_named(with_rule):
    world = with_rule("  consent_within: {number: 5, unit: calendar-days}\n")
    recommends(world)
    declares(world.ada, "decision:1")
    assert lines(body_of(world.ben.dm("consent to Mersey Care"))) == [
        "SEF-C1: Shares in a supplier",
        (
            "Does LUHFT consent to Mersey Care taking part in SEF-D1? (One plan) Until all 10 others have consented, "
            "it takes no part. Silence is not consent. Please answer by the end of Wed 21 Dec 2022."
        ),
        "Mersey Care owns a tenth of Beds Ltd.",
        "[Consent] [Refuse] [Show details]",
    ]
    consents(world, *OTHERS)
    world.at("2022-12-20 10:00")
    assert not any("say whether it consents" in said for said in world.ben.inbox())
    world.at("2022-12-22 09:30")
    told = world.ada.dm("The time to answer is up.").shown()
    assert lines(told) == [
        "SEF-C1: consent is refused (SEF-D1)",
        "SEF-C1: Shares in a supplier",
        "The time to answer is up. Sefton CVS has not said whether it consents. Silence is not consent: Mersey Care takes no part in SEF-D1 until it has consented.",
        "[Show details]",
    ]
    assert lines(body_of(world.sam.dm("The time to answer is up."))) == [
        "SEF-C1: Shares in a supplier",
        "The time to answer is up. Sefton CVS has not said whether it consents. Silence is not consent: Mersey Care takes no part in SEF-D1 until it has consented.",
        "[Show details]",
    ]
    assert world.register("SEF-C1").count("consent-overdue") == 1
    world.ada.guesses("decision_agree", 1)
    assert world.ada.body == NO_VOTE
    records(world)
    assert lines(body_of(world.ada.dm("Every other partner has consented"))) == [
        "SEF-C1: Shares in a supplier",
        "Every other partner has consented: Mersey Care can take part in SEF-D1 from now on.",
        "[Show details]",
    ]


def test_who_has_not_answered_is_reminded_before_the_time_is_up(with_rule):
    world = with_rule("  consent_within: {number: 10, unit: operational-days, calendar: operational-days}\n")
    recommends(world)
    declares(world.ada, "decision:1")
    consents(world, *(name for name in OTHERS if name != "ben"))
    world.at("2023-01-03 10:00")
    asked = next(m for m in world.ben.dms() if "Snooze one day" in buttons_of(m) and "SEF-C1" in m.shown())
    assert lines(body_of(asked)) == [
        "SEF-C1: Shares in a supplier",
        "A reminder: due Wed 4 Jan 2023 (in 5 operational days).",
        "• LUHFT is still to say whether it consents.",
        "You get this because you act for LUHFT. Snoozing stops the reminders for a while, not the clock.",
        "[Show details] [Snooze one day] [Snooze until Monday] [Snooze until 2 days before]",
    ]
    world.ben.presses("Snooze one day", asked)
    assert lines(world.ben.body) == [
        "Snoozed: SEF-C1, Shares in a supplier. Your next reminder comes Wed 4 Jan 2023, 09:00 or later.",
        "The clock goes on: it is still due Wed 4 Jan 2023.",
    ]
    assert not any("SEF-C1" in m.shown() and "Snooze one day" in buttons_of(m) for m in world.gil.dms())
    consents(world, "ben")
    assert not any("SEF-C1" in m.shown() and "Snooze one day" in buttons_of(m) for m in world.ben.dms())
    world.at("2023-01-06 10:00")
    assert sum("say whether it consents" in said and "SEF-C1" in said for said in world.ben.inbox()) == 0


def test_a_reminder_that_waits_for_the_morning_is_taken_back_when_it_is_answered(with_rule):
    world = with_rule("  consent_within: {number: 10, unit: operational-days, calendar: operational-days}\n")
    with world.session() as session:
        session.execute(update(Person).where(Person.name == "Ben").values(days_off=[1]))  # he is off on Tuesdays
    recommends(world)
    declares(world.ada, "decision:1")
    world.at("2022-12-30 10:00")
    assert lines(world.ben.dm("SEF-C1").shown(), "say whether") == [
        "Reminder: SEF-C1, Shares in a supplier. Please say whether it consents; due Wed 4 Jan 2023 (in 2 operational days).",
        "• LUHFT is still to say whether it consents.",
    ]
    world.wakes_at("2023-01-03 09:30")  # a Tuesday: the reminder of the day before the last waits
    with world.session() as session:
        held = session.scalars(select(Message).where(Message.template == "nudge", Message.sent_at.is_(None))).all()
    assert {m.facts["reference"] for m in held} == {"SEF-C1"}
    consents(world, "ben")
    world.at("2023-01-04 10:00")
    assert not any("SEF-C1" in said and "say whether it consents" in said for said in world.ben.inbox())


# --- Papers and notices -------------------------------------------------------------------------------------------


def test_where_the_agreement_says_so_the_recused_get_no_papers_and_no_notice(with_rule):
    world = with_rule("  informed: false\n")
    world.ada.types("/propose-decision One plan")
    world.ada.changes("rule", "variation")
    more = {"wording": "W", "reasons": "R", "closes_on": "2023-01-06", "papers": "https://example.org/tender"}
    world.ada.submits(more)
    world.ada.presses("Open the vote")
    assert lines(looks(world, "ben", "decision SEF-D1"), "https://example.org/tender") == [
        "• https://example.org/tender"
    ]
    declares(world.ben, "decision:1")
    seen = looks(world, "ben", "decision SEF-D1")
    assert lines(seen, "Its papers") == [
        "Its papers are for those alone who take part, because of a declared conflict of interest."
    ]
    assert "example.org" not in seen
    assert lines(looks(world, "ada", "decision SEF-D1"), "example.org/tender") == ["• https://example.org/tender"]
    assert "example.org/tender" not in world.shown()
    world.at("2023-01-09 09:30")
    assert lines(body_of(world.gil.dm("not carried"))) == [
        "SEF-D1: One plan",
        "Nothing more is owed here: it is not carried.",
        "[Show details]",
    ]
    assert not any("Notice to" in said and "SEF-D1" in said for said in world.ben.inbox())


# --- Prompts ------------------------------------------------------------------------------------------------------


def test_a_council_with_two_roles_is_asked_to_look_and_nobody_else_is(sefton):
    sefton.ada.raises("Beds", "sefton-council", "luhft")
    asked = sefton.joe.dm("Beds").shown()
    assert lines(asked, "A question for Sefton Council:", "please type") == [
        (
            "A question for Sefton Council: it takes part as a commissioner and as a provider. "
            "If it has an interest in this matter, please type /declare-conflict. "
            "If not, there is nothing to do."
        )
    ]
    assert "A question for" not in sefton.ben.dm("Beds").shown()


def test_a_council_with_two_roles_says_in_which_it_declares(sefton):
    sefton.joe.types("/declare-conflict")
    sefton.joe.submits(FORM, unchecked=True)
    assert set(sefton.joe.modal_errors) == {"declared_as"}
    sefton.joe.submits({"declared_as": "provider"})
    assert lines(looks(sefton), "declared as") == ["Financial, real; it has arisen; declared as a provider"]


# --- Those who join, and the list ---------------------------------------------------------------------------------


def test_whoever_gets_a_capacity_is_asked_what_there_is_to_declare(sefton):
    sefton.sam.types("/partnership people")
    sefton.sam.presses("Add to the roster")
    sefton.sam.submits({"name": "Ben", "capacity": "deputy", "partner": "alder-hey", "account": "U0BEN"})
    assert not sefton.sam.modal_errors, sefton.sam.modal_errors
    asked = sefton.ben.dm("You act for Alder Hey now")
    assert lines(body_of(asked)) == [
        "You act for Alder Hey now",
        "Sam has put you on the roster of the Sefton Partnership agreement: deputy for Alder Hey.",
        (
            "Is there an interest to declare? If LUHFT or Alder Hey, or you, could gain from what the partnership "
            "decides, please press Declare a conflict. If there is nothing, press Nothing new to declare."
        ),
        "What to do now: my Home tab shows what you owe. /partnership help lists what you can type.",
        "[Declare a conflict] [Nothing new to declare]",
    ]
    sefton.ben.presses("Nothing new to declare", asked)
    sefton.ben.submits({"partner": "alder-hey", "says": "nil"})
    assert sefton.ben.modal is None, sefton.ben.modal_errors
    assert sefton.register().count("interests-nil") == 1


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("", {"SEF-C1", "SEF-C2"}),
        ("Mersey Care", {"SEF-C1"}),
        ("luhft", {"SEF-C2", "SEF-C3"}),
        ("indirect", {"SEF-C2"}),
        ("late", {"SEF-C2"}),
        ("ended", {"SEF-C3"}),
        ("all", {"SEF-C1", "SEF-C2", "SEF-C3"}),
        ("professional", set()),
    ],
)
def test_the_list_is_filtered(several, words, shown):
    seen = looks(several, "joe", f"interests {words}")
    assert {f"SEF-C{number}" for number in (1, 2, 3) if f"SEF-C{number}: " in seen} == shown


def test_a_filter_that_is_none_says_what_there_is(several):
    looks(several, "joe", "interests of whom?")
    assert several.joe.body == (
        "I can't filter by that. Please type /partnership interests alone, or followed by a partner, by a kind "
        "(financial, professional, personal, indirect), or by late, ended or all."
    )


def declare_several(world):
    world.without_daily_lists()
    declares(world.ada)
    declares(world.ben, category="indirect", aware_on="2022-12-13")
    declares(world.ben)
    world.ben.guesses("conflict_end", 3)
    world.ben.submits({"words": "It is over."})


@pytest.fixture
def several(make_world):
    return make_world("2022-12-16 09:30", begin=declare_several)


def test_how_a_partner_outside_the_chat_was_told_is_recorded(sefton):
    declares(sefton.ada)
    sefton.sam.presses("Record how they were told", sefton.sam.dm("could not be notified"))
    sefton.sam.submits({"partner": "sefton-cvs", "told_on": "2022-12-16", "evidence": "By telephone, 11:00"})
    assert sefton.sam.modal is None, sefton.sam.modal_errors
    assert sefton.register("SEF-C1").count("notice-told") == 1
    sefton.sam.guesses("conflict_told", 1)
    assert sefton.sam.body == "There is no partner that is still to be notified of SEF-C1."
