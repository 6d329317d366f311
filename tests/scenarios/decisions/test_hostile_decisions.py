"""Hostile text in the forms of decisions, stages and actions: it comes out as text wherever it is read."""

from __future__ import annotations

import pytest

from handlers.tables import FORMS
from tests.hostile import as_shown
from tests.scenarios.decisions.kit import ESSEX
from tests.scenarios.hostile.kit import LATER, check_all, quarter


@pytest.fixture
def essex(make_world):
    world = make_world("2020-09-01 10:00", "mid-south-essex-2020")
    world.without_daily_lists()
    return world


def read_everywhere(world, *references):
    read = [world.shown(ESSEX), *world.bea.inbox(), *world.epp.inbox(), *world.sam.inbox(), world.bea.opens_home()]
    for line in ("decisions", "actions", "issues", "due", *references):
        world.sam.types(f"/partnership {line}", channel=ESSEX)
        read.append(world.sam.answer)
    return as_shown("\n".join(read))


def test_the_forms_are_those_that_have_no_row_elsewhere():
    assert set(FORMS) >= LATER


@pytest.mark.parametrize("part", range(4))
def test_a_decision_made_of_hostile_text_is_read_as_it_was_typed(essex, part):
    words, title = quarter(part, 550), quarter(part, 90)
    essex.max.types("/propose-decision Short", channel=ESSEX)
    essex.max.changes("rule", "variation")
    fields = {"title": title, "wording": words, "reasons": words, "papers": words[:900], "level": "system"}
    essex.max.submits(fields | {"closes_on": "2020-09-15"}, unchecked=True)
    assert not essex.max.modal_errors, essex.max.modal_errors
    essex.max.presses("Change the wording")
    essex.max.submits({"wording": f"{words} x", "reasons": words, "words": quarter(part, 250)}, unchecked=True)
    essex.max.presses("Open the vote")
    essex.bea.presses("Object", essex.bea.dm("MSE-D1"))
    essex.bea.submits({"comment": quarter(part, 180)}, unchecked=True)
    assert essex.bea.modal is None, essex.bea.modal_errors
    essex.sam.types("/partnership decision MSE-D1", channel=ESSEX)
    essex.sam.presses("Give more time")
    essex.sam.submits({"closes_on": "2020-09-16", "words": quarter(part, 250)}, unchecked=True)
    read = read_everywhere(essex, "MSE-D1")
    assert as_shown(words) in read
    assert as_shown(quarter(part, 180)) in read
    essex.at("2020-09-17 09:30")
    check_all(essex)


@pytest.mark.parametrize("part", range(4))
def test_a_climb_and_its_actions_made_of_hostile_text_are_read_as_they_were_typed(essex, part):
    words = quarter(part, 180)
    essex.max.raises("Beds", "eput", channel=ESSEX)
    for player, to in ((essex.max, "sle-consensus"), (essex.sam, "sle-majority"), (essex.epp, "facilitator")):
        player.types("/partnership issue MSE-1", channel=ESSEX)
        player.presses("Take it further")
        player.submits({"to": to, "words": words}, unchecked=True)
        assert player.modal is None, player.modal_errors
    essex.sam.types("/partnership issue MSE-1", channel=ESSEX)
    essex.sam.presses("Advice")
    essex.sam.submits({"forum": "finance-leaders", "what": "given", "words": words}, unchecked=True)
    essex.sam.types("/partnership issue MSE-1", channel=ESSEX)
    essex.sam.presses("Put it in writing")
    essex.sam.submits({"partner": "eput", "words": words, "evidence": words}, unchecked=True)
    assert essex.sam.modal is None, essex.sam.modal_errors
    essex.sam.types("/partnership issue MSE-1", channel=ESSEX)
    essex.sam.presses("The facilitator")
    essex.sam.submits(
        {"name": quarter(part, 90), "organisation": quarter(part, 90), "interests": words}, unchecked=True
    )
    essex.sam.types("/partnership issue MSE-1", channel=ESSEX)
    essex.sam.presses("Open an action")
    fields = {"title": quarter(part, 90), "particulars": words, "partner": "eput", "due_on": "2020-10-01"}
    essex.sam.submits(fields, unchecked=True)
    assert essex.sam.modal is None, essex.sam.modal_errors
    read = read_everywhere(essex, "MSE-1", "action MSE-A1")
    assert read.count(as_shown(words)) >= 4
    essex.epp.presses("It is done", essex.epp.dm("MSE-A1"))
    essex.epp.submits({"words": words}, unchecked=True)
    check_all(essex)


@pytest.mark.parametrize("part", range(4))
def test_a_conflict_made_of_hostile_text_is_read_as_it_was_typed(make_world, part):
    world, words = make_world("2022-12-16 09:30"), quarter(part, 250)
    world.without_daily_lists()
    reference = world.ada.raises("Beds", "luhft", "alder-hey")
    world.ada.types("/declare-conflict")
    fields = {"category": "financial", "nature": "real", "time": "arises", "proposed": words, "withheld": words}
    fields |= {"title": quarter(part, 90), "person": quarter(part, 90), "particulars": words}
    world.ada.submits(fields | {"matters": [f"issue:{world.issue(reference).id}"]}, unchecked=True)
    assert not world.ada.modal_errors, world.ada.modal_errors
    world.ben.presses("Refuse", world.ben.dm("consent to Mersey Care"))
    world.ben.submits({"words": words}, unchecked=True)
    world.sam.guesses("conflict_behalf", 1)
    world.sam.submits({"partner": "sefton-cvs", "says": "refuses", "words": words, "evidence": words}, unchecked=True)
    world.sam.guesses("conflict_handle", 1)
    world.sam.submits({"handling": "noted", "words": words}, unchecked=True)
    assert world.sam.modal is None, world.sam.modal_errors
    read = [*world.ben.inbox(), *world.ada.inbox(), *world.sam.inbox(), world.shown()]
    for line in ("interests", "conflict SEF-C1", "undelivered"):
        world.sam.types(f"/partnership {line}")
        read.append(world.sam.answer)
    assert as_shown("\n".join(read)).count(as_shown(words)) >= 4
    world.ada.guesses("conflict_end", 1)
    world.ada.submits({"words": words}, unchecked=True)
    check_all(world)
