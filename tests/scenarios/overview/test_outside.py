"""Nothing of a private matter comes to those outside it, whatever is done in it: the invariants look after each story."""

from __future__ import annotations

import json
from datetime import date

import pytest

from handlers import closed_days, history
from handlers.agreements import loading
from handlers.daily import leaving
from rules.terms import Base
from storage.packs import parse_pack
from tests.scenarios import named
from tests.scenarios.conflicts.kit import FORM, declares, looks
from tests.scenarios.overview import month_kit
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True
BOARD = "forum:partnership-board"
BEFORE = "  consent_before: participating\n"
PACK = month_kit.pack().replace(BEFORE, f"{BEFORE}  consent_within: {{number: 5, unit: calendar-days}}\n", 1)


def at_the_vote(world):
    """SEF-2, private between Mersey Care and LUHFT, has come to the stage at which it is put to the vote."""
    world.without_daily_lists()
    world.ada.raises("A public matter", "luhft", "icb")
    world.ada.raises(month_kit.SECRET, "luhft", private=["yes"], particulars=month_kit.PARTICULARS)
    world.ada.opens("SEF-2")
    world.ada.presses("Take it further")
    world.ada.submits({"to": "vote", "words": "We tried in vain."})


@pytest.fixture
def sefton(make_world):
    return make_world("2022-12-01 09:30", sources={"sefton-2022": PACK}, begin=at_the_vote)


def puts_to_vote(world):
    world.ada.opens("SEF-2")
    world.ada.presses("Put it to the vote")
    put = {"title": month_kit.SECRET_VOTE, "wording": "The rota changes hands in May.", "reasons": "Nobody is there."}
    world.ada.submits({**put, "closes_on": "2022-12-30"})
    assert world.ada.modal is None, world.ada.modal_errors
    world.ada.presses("Open the vote")


def said_of(world, reference):
    """What an export without private matters says of a matter: the acts, and the tables of which it has rows."""
    with world.session() as session:
        found = list(map(json.loads, history.lines(session, world.agreement(session), private=False)))
    mine = [entry for entry in found if entry.get("reference") == reference]
    return {entry["act"] for entry in mine}, {table for entry in mine for table in entry.get("rows") or ()}


def test_an_interest_of_somebody_outside_does_not_reach_a_vote_that_they_may_not_know_of(sefton):
    declares(sefton.ida, reach=[BOARD])
    puts_to_vote(sefton)
    assert lines(looks(sefton, "sam"), "It reaches", "SEF-D1", "it touches") == [
        "It reaches: Sefton Partnership board, with every matter that comes there"
    ]


def test_nor_does_what_the_secretary_declares_for_them_and_naming_it_is_refused(sefton):
    puts_to_vote(sefton)
    sam = sefton.sam
    about = {**FORM, "partner": "icb", "evidence": "By telephone", "reach": [BOARD]}
    with sefton.session() as session:
        hidden = [named.choice(session, matter) for matter in ("issue:2", "decision:1")]
    sam.types("/declare-conflict")
    sam.submits({**about, "matters": hidden})
    assert sam.modal_errors == {
        "matters": "SEF-2 and SEF-D1 are private, and Cheshire and Merseyside ICB does not know of them: please leave them out."
    }
    sam.submits({**about, "matters": []})
    assert sam.modal is None, sam.modal_errors
    assert lines(looks(sefton, "sam"), "It reaches", "SEF-D1", "SEF-2", "it touches") == [
        "It reaches: Sefton Partnership board, with every matter that comes there"
    ]


def test_what_becomes_of_an_earlier_vote_is_told_to_nobody_outside(sefton):
    puts_to_vote(sefton)
    ben, ada = sefton.ben, sefton.ada
    ben.presses("Agree", ben.dm("SEF-D1"))
    ben.submits()
    declares(ben, "decision:1", "issue:2")
    looks(sefton, "sam")
    sefton.sam.presses("Strike the vote (SEF-D1)")
    ada.presses("Refuse", ada.dm("SEF-D1"))
    ada.submits({"words": "That will not do at all."})
    sefton.at("2022-12-07 10:00")  # the time to answer about the issue is over
    assert sefton.register("SEF-C1").count("consent-overdue") == 1
    assert said_of(sefton, "SEF-C1") == ({"conflict-declared", "notice-delivered"}, {"conflicts", "notices"})


def test_an_action_for_a_partner_outside_does_not_name_the_vote(sefton):
    puts_to_vote(sefton)
    month_kit.count(sefton, "SEF-D1", (("mersey-care", "for"), ("luhft", "for")))
    sam, ida = sefton.sam, sefton.ida
    sam.types("/partnership decision SEF-D1")
    sam.presses("Open an action")
    sam.submits({"title": month_kit.SECRET_ACTION, "partner": "icb", "due_on": "2023-01-05"})
    assert sam.modal is None, sam.modal_errors
    assert lines(looks(sefton, "ida", "action SEF-A1"), "For ") == ["For Cheshire and Merseyside ICB"]
    ida.presses("It is done", ida.dm("SEF-A1"))
    ida.submits({"words": "The clinic knows of it."})
    assert ida.modal is None, ida.modal_errors


def test_a_day_is_proclaimed_and_a_month_passes(sefton):
    puts_to_vote(sefton)
    declares(sefton.ben, "decision:1", "issue:2")
    england, day = Base.ENGLAND_AND_WALES, date(2022, 12, 28)
    with sefton.session() as session:
        closed_days.proclaim(session, calendar=england, day=day, open_=False, why="A funeral", now=sefton.clock())
    sefton.settle()
    sefton.ida.types("/partnership bulletin")
    sefton.ida.presses("Tell me as it happens")
    sefton.at("2023-01-05 10:00")
    assert sefton.register("SEF-2")[-1] == "issue-not-decided"


def test_a_partner_leaves_that_has_a_part_in_it(sefton):
    puts_to_vote(sefton)
    declares(sefton.ben, "issue:2")
    source = PACK.replace("    short: Mersey Care\n", "    short: Mersey Care\n    left: 2022-12-10\n")
    with sefton.session() as session:
        loading.load(session, parse_pack(source, file="x"), source=source, now=sefton.clock(), by="tests")
    sefton.at("2022-12-12 10:00")
    with sefton.session() as session:
        leaving.look(session, sefton.agreement(session), sefton.clock())
    sefton.settle()
    assert sefton.register("SEF-C1").count("partner-left") == 1
    assert said_of(sefton, "SEF-C1") == ({"conflict-declared", "notice-delivered"}, {"conflicts", "notices"})
