"""An issue of Mid and South Essex that climbs its agreement's ladder, from two partners to the Board."""

from __future__ import annotations

import pytest

from tests.scenarios.conftest import buttons_of

ESSEX = "C0ESSEX"
WORDS = {"wording": "EPUT opens ten beds.", "reasons": "Nobody else can.", "closes_on": "2020-10-15"}


@pytest.fixture
def essex(make_world):
    world = make_world("2020-09-01 10:00", "mid-south-essex-2020")
    world.max.raises("Beds in the north", "eput", "essex-council", channel=ESSEX, marks=["consultation"])
    return world


def looks(player, reference="MSE-1"):
    player.types(f"/partnership issue {reference}", channel=ESSEX)
    return player.answer


def goes_on(player, to, words="We tried."):
    looks(player)
    player.presses("Take it further")
    player.submits({"to": to, "words": words})
    assert player.modal is None, player.modal_errors


def test_print(essex):
    print(looks(essex.max))
    goes_on(essex.max, "sle-consensus", "No place is concerned.")
    print(essex.max.answer)
    print(essex.living("MSE-1", ESSEX).shown())
    print(essex.epp.inbox()[-1])
    looks(essex.sam)
    essex.sam.presses("Advice")
    essex.sam.submits({"forum": "finance-leaders", "what": "asked", "words": "What would it cost?"})
    print(essex.sam.answer)
    goes_on(essex.sam, "sle-majority")
    looks(essex.sam)
    essex.sam.presses("Put it to the vote")
    essex.sam.submits({"element": "governance", **WORDS})
    print(essex.sam.answer)
    essex.sam.presses("Open the vote")
    for name in ("max", "epp"):
        player = essex.players[name]
        player.presses("Agree", player.dm("MSE-D1"))
        player.submits()
    essex.at("2020-10-16 09:30")
    print(essex.shown(ESSEX))
    print(essex.ess.inbox()[-1])
    essex.ess.presses("Do not agree", essex.ess.dm("EPUT opens ten beds"))
    essex.ess.submits({"words": "Not in the north."})
    goes_on(essex.ess, "facilitator")
    looks(essex.sam)
    essex.sam.presses("The facilitator")
    essex.sam.submits({"name": "Dr Grey", "organisation": "", "interests": "None declared."})
    goes_on(essex.epp, "board")
    looks(essex.sam)
    essex.sam.presses("Put it to the vote")
    essex.sam.submits(WORDS | {"closes_on": "2020-11-15"})
    print(essex.sam.answer)
    essex.sam.presses("Open the vote")
    for name in ("bea", "cas", "mid", "sue", "thu", "amb", "epp", "nel", "max", "pro"):
        player = essex.players[name]
        player.presses("Agree", player.dm("MSE-D2"))
        player.submits()
    essex.eng.presses("Agree", essex.eng.dm("MSE-D2"))
    essex.eng.submits({"voter": "nhs-england"})
    essex.at("2020-11-16 09:30")
    print(looks(essex.max))
    print(essex.shown(ESSEX)[-1500:])
    assert 0
