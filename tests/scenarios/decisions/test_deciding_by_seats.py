"""A vote of seats: each seat has one, cast by whoever holds it; a vacant one is named with its reason."""

from __future__ import annotations

import pytest

from handlers.people import file as roster_file, roster
from storage import agreements
from storage.packs import pack_source, parse_pack
from tests.scenarios.decisions.kit import ESSEX, WORDS, shows, votes
from tests.scenarios.reading_kit import lines

KEY = "mid-south-essex-2020"
RULES = "decision_rules:\n"
SEATS = """decision_rules:
  chairs:
    name: Vote of the chairs
    counts: seats
    forum: partnership-board
    threshold: {kind: more-than, of: 1/2}
"""
ROSTER = """name,partner,capacity,forum,seat,workspace,user
Bea,,,partnership-board,hwb-chairs,,
Cas,,,partnership-board,hwb-chairs,,
Absent Chair,,,partnership-board,nhs-chairs,,
"""


@pytest.fixture
def essex(make_world):
    source = pack_source(KEY).replace(RULES, SEATS)
    world = make_world("2020-09-01 10:00", KEY, sources={KEY: source})
    world.without_daily_lists()
    with world.session() as session:
        agreement = agreements.by_key(session, KEY)
        rows = roster_file.read(ROSTER, parse_pack(source, file=KEY))
        roster.import_roster(session, agreement, rows, platform="slack", by="tests", now=world.clock())
    return world


def test_each_seat_has_a_vote_which_its_holder_casts(essex):
    essex.max.types("/propose-decision The chairs agree", channel=ESSEX)
    essex.max.changes("rule", "chairs")
    essex.max.submits(WORDS | {"closes_on": "2020-09-15"})
    draft = essex.max.answer
    assert "vacant" in draft  # seats vote, and are named
    assert "Absent Chair" not in draft  # seats vote, and are named
    essex.max.presses("Open the vote")
    assert {who for who, _ in essex.sent("decision_asked")} == {"Bea", "Cas"}
    votes(essex, "bea", "Agree", "MSE-D1")
    votes(essex, "cas", "Agree", "MSE-D1")
    essex.max.guesses("decision_agree", 1, channel=ESSEX)
    assert essex.max.body == "You have no vote in MSE-D1: you act for none of those who vote in it."
    essex.at("2020-09-16 09:30")
    assert essex.register("MSE-D1").count("decision-carried") == 1
    assert lines(shows(essex, "MSE-D1"), "2 agree") == [
        "The count: More than half of 3 members: 2 needed. 2 agree, 0 object, 1 not voting."
    ]
