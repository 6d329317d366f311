"""A partner leaves: from the day after its last it owes nothing and holds nothing up, and each matter says so."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from handlers.agreements import loading
from handlers.daily import leaving
from handlers.overview import debts as everybodys
from rules.matters import SECRETARY
from storage.milestones import Milestone
from storage.packs import pack_source, parse_pack
from storage.register import Entry
from tests.scenarios.conflicts.kit import declares
from tests.scenarios.issues.kit import proposes
from tests.scenarios.reading_kit import lines

SAID = "Alder Hey left on Tue 20 Dec 2022: nothing is asked of it any more, and nothing waits for it. What it did stays on record."


@pytest.fixture
def sefton(make_world):
    world = make_world()
    world.without_daily_lists()
    return world


def leaves(world, day="2022-12-20"):
    """Let Alder Hey leave at the end of a day, as a new version of the pack says."""
    source = pack_source("sefton-2022").replace("    short: Alder Hey\n", f"    short: Alder Hey\n    left: {day}\n")
    with world.session() as session:
        loading.load(session, parse_pack(source, file="x"), source=source, now=world.clock(), by="tests")


def looked(world):
    """What the morning does about who has left."""
    with world.session() as session:
        done = leaving.look(session, world.agreement(session), world.clock())
    world.settle()
    return done


def owing(world):
    """Who owes anything to which matters."""
    with world.session() as session:
        found = everybodys.of_agreement(session, world.agreement(session).id, world.clock())
        return {(debt.matter.reference, debt.partner) for debt in found if debt.partner == "alder-hey"}


def entries(world):
    with world.session() as session:
        found = session.scalars(select(Entry).where(Entry.act == "partner-left").order_by(Entry.id))
        return [(entry.reference, entry.partner, json.loads(entry.facts)["why"]) for entry in found]


def test_an_issue_is_resolved_when_all_that_are_still_asked_have_agreed(sefton):
    sefton.ada.raises("Discharge delays", "luhft", "alder-hey")
    proposes(sefton.ada, "One rota for both.")
    sefton.ben.presses("Agree", sefton.ben.dm("One rota for both."))
    assert owing(sefton) == {("SEF-1", "alder-hey")}
    leaves(sefton)
    sefton.at("2022-12-20 17:00")
    assert looked(sefton) == 0  # its last day is not over
    assert owing(sefton) == {("SEF-1", "alder-hey")}
    sefton.at("2022-12-21 09:30")
    assert owing(sefton) == set()
    assert (looked(sefton), looked(sefton)) == (1, 0)
    assert entries(sefton) == [("SEF-1", "alder-hey", "left on Tue 20 Dec 2022")]
    assert sefton.register("SEF-1")[-2:] == ["partner-left", "issue-resolved"]
    assert "Alder Hey is no party to the agreement any more, so this needs no answer from it." in [
        line for text in sefton.gil.dms() for line in lines(text.shown())
    ]
    sefton.ada.opens("SEF-1")
    assert "Alder Hey left on Tue 20 Dec 2022: nothing is asked of it any more" in sefton.ada.body


def test_an_issue_that_is_open_says_who_has_left_and_goes_on_without_it(sefton):
    sefton.ada.raises("Discharge delays", "luhft", "alder-hey")
    leaves(sefton)
    sefton.at("2022-12-21 09:30")
    looked(sefton)
    assert SAID in lines(sefton.living("SEF-1").shown())
    assert owing(sefton) == set()
    proposes(sefton.ada, "One rota for both.")
    told = len(sefton.gil.dms())
    sefton.ben.presses("Agree", sefton.ben.dm("One rota for both."))
    assert sefton.issue("SEF-1").state == "resolved"
    assert [text for text in sefton.gil.inbox()[told:] if "does Alder Hey agree" in text] == []


def test_a_vote_is_not_waited_for_and_one_that_was_cast_stands(sefton):
    sefton.ada.types("/propose-decision One plan")
    sefton.ada.changes("rule", "variation")
    sefton.ada.submits({"wording": "W", "reasons": "R", "closes_on": "2023-01-20"})
    sefton.ada.presses("Open the vote")
    assert owing(sefton) == {("SEF-D1", "alder-hey")}
    leaves(sefton)
    sefton.at("2022-12-21 09:30")
    assert looked(sefton) == 1
    assert owing(sefton) == set()
    sefton.ada.types("/partnership decision SEF-D1")
    assert "Alder Hey: left on Tue 20 Dec 2022" in sefton.ada.body
    assert "10" in lines(sefton.ada.body, "The count:")[0]


def test_a_consent_is_needed_of_those_alone_that_are_still_party(sefton):
    sefton.ada.raises("Discharge delays", "luhft", "alder-hey")
    declares(sefton.ben, "issue:1")
    assert ("SEF-C1", "alder-hey") in owing(sefton)
    leaves(sefton)
    sefton.at("2022-12-21 09:30")
    looked(sefton)
    assert owing(sefton) == set()
    assert ("SEF-C1", "alder-hey", "left on Tue 20 Dec 2022") in entries(sefton)


def test_the_secretary_is_asked_what_becomes_of_its_milestones_and_can_give_them_to_another(sefton):
    def asked():
        with sefton.session() as session:
            found = everybodys.of_agreement(session, sefton.agreement(session).id, sefton.clock())
            return [debt.partner for debt in found if debt.matter.reference == reference]

    sefton.sam.types("/partnership milestones")
    sefton.sam.presses("Add a milestone")
    sefton.sam.submits({"title": "Fewer readmissions", "owner": "alder-hey", "on": "2022-12-19", "precision": "day"})
    assert sefton.sam.modal is None, sefton.sam.modal_errors
    with sefton.session() as session:
        reference = session.scalars(select(Milestone.reference).where(Milestone.owner == "alder-hey")).one()
    leaves(sefton)
    sefton.at("2022-12-20 17:00")
    assert asked() == ["alder-hey"]
    sefton.at("2022-12-21 09:30")
    assert asked() == [SECRETARY]
    sefton.sam.types(f"/partnership milestone {reference}")
    sefton.sam.presses("Change its owner")
    sefton.sam.submits({"owner": "luhft", "words": "Alder Hey has left."})
    assert sefton.sam.modal is None, sefton.sam.modal_errors
    assert asked() == ["luhft"]


def test_nothing_is_said_twice_in_the_mornings_that_follow(make_world):
    world = make_world(mornings=True)
    world.without_daily_lists()
    world.ada.raises("Discharge delays", "luhft", "alder-hey")
    leaves(world)
    world.at("2022-12-23 10:00")
    found = entries(world)
    assert found[0] == ("SEF-1", "alder-hey", "left on Tue 20 Dec 2022")
    assert len(found) == len(set(found))
