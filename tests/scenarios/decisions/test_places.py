"""A forum with one place for each of some partners: an electorate before anybody is named, and with holders after."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.decisions import Ballot
from storage.packs import pack_source
from storage.people import Person
from tests.scenarios.decisions.kit import ESSEX, WORDS, shows, votes
from tests.scenarios.people.kit import names_somebody
from tests.scenarios.reading_kit import lines

KEY = "mid-south-essex-2020"
RULE = """decision_rules:
  places:
    name: Vote of the SLE
    who: members of sle
    threshold: more than 1/2
    quorum: at least 1/2
"""
OWN = "Basildon and Brentwood CCG (Chief executive or Accountable Officer)"


@pytest.fixture
def essex(make_world):
    source = pack_source(KEY).replace("decision_rules:\n", RULE)
    world = make_world("2020-09-01 10:00", KEY, sources={KEY: source})
    world.without_daily_lists()
    return world


def id_of(world, name):
    with world.session() as session:
        return str(session.scalar(select(Person.id).where(Person.name == name)))


def puts_to_vote(world):
    world.max.types("/propose-decision Shared wards", channel=ESSEX)
    world.max.changes("rule", "places")
    world.max.submits(WORDS | {"closes_on": "2020-09-15"})
    assert not world.max.modal_errors, world.max.modal_errors
    draft = world.max.answer
    world.max.presses("Open the vote")
    return draft


def test_each_partner_votes_in_its_own_place_until_somebody_is_named(essex):
    draft = puts_to_vote(essex)
    assert lines(draft, "What it takes") == [
        "What it takes: More than half of 12 members: 7 needed; at least 6 must be there."
    ]
    assert f"{OWN}," in draft
    votes(essex, "bea", "Agree", "MSE-D1")
    shows(essex, "MSE-D1", "bea")
    (said,) = lines(essex.bea.body, "The count")
    assert said == (
        "The count: More than half of 12 members: 7 needed; at least 6 must be there. 1 agrees, 0 object, 11 not yet. "
        "Quorum: 1/2 of 12 members, so 6; 1 has answered. 5 more must be there."
    )
    assert f"{OWN}" in essex.bea.body
    assert "Basildon and Brentwood CCG voted: agrees (Bea)" in essex.bea.body
    essex.pro.guesses("decision_agree", 1, channel=ESSEX)
    assert essex.pro.body == "You have no vote in MSE-D1: you act for none of those who vote in it."


def test_somebody_is_named_to_a_partners_place_who_acts_for_it_and_then_votes_in_it(essex):
    place = "seat:nhs-chiefs/basildon-brentwood-ccg"
    names_somebody(essex.sam, place, channel=ESSEX, forum="sle", person=id_of(essex, "Cas"), starts_on="2020-09-01")
    assert list(essex.sam.modal_errors) == ["person"]  # she acts for another CCG
    names_somebody(essex.sam, place, channel=ESSEX, forum="sle", person=id_of(essex, "Bea"), starts_on="2020-09-01")
    assert not essex.sam.modal_errors, essex.sam.modal_errors
    essex.sam.types("/partnership seats", channel=ESSEX)
    assert [line for line in lines(essex.sam.answer) if OWN in line and "Bea" in line]
    puts_to_vote(essex)
    votes(essex, "bea", "Agree", "MSE-D1")
    with essex.session() as session:
        (ballot,) = session.scalars(select(Ballot))
        assert ballot.voter == "nhs-chiefs/basildon-brentwood-ccg"
