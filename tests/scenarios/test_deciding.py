"""`/propose-decision`: a draft that says who votes, votes that are cast and changed, and a count that shows its arithmetic."""

from __future__ import annotations

import pytest

ESSEX = "C0ESSEX"
TEN = ("bea", "cas", "mid", "sue", "thu", "amb", "epp", "nel", "max")  # and Eng, who acts for two


@pytest.fixture
def essex(make_world):
    world = make_world("2020-09-01 10:00", "mid-south-essex-2020")
    return world


def proposes(player, title="Shared wards", rule="sle-recommendation", **fields):
    """Propose a decision through the form, as a draft."""
    player.types(f"/propose-decision {title}", channel=ESSEX)
    player.changes("rule", rule)
    usual = {
        "wording": "We build one ward for both.",
        "reasons": "Two would cost twice as much.",
        "closes_on": "2020-09-15",
        "level": "system",
    }
    player.submits(usual | fields)
    assert not player.modal_errors, player.modal_errors
    return player.answer


def votes(player, button, reference, comment="", **more):
    player.presses(button, player.dm(reference))
    player.submits({"comment": comment, **more})


def test_a_consensus_that_fails_opens_the_way_to_three_quarters(essex):
    draft = proposes(essex.max, topic="capital-priorities")
    assert "SEF" not in draft
    assert "Consensus of 11 eligible" in draft
    print(draft)
    essex.max.presses("Open the vote")
    print(essex.max.answer)
    print(essex.shown(ESSEX))
    print(essex.bea.inbox()[-1])
    votes(essex.bea, "Agree", "MSE-D1")
    print(essex.bea.answer)
    votes(essex.nel, "Object", "MSE-D1", comment="We have no land.")
    print(essex.shown(ESSEX))
    essex.at("2020-09-16 09:30")
    print(essex.shown(ESSEX))
    print(essex.bea.inbox()[-1])
    print(essex.bea.opens_home())
    essex.max.types("/partnership decision MSE-D1", channel=ESSEX)
    print(essex.max.answer)
    assert 0
