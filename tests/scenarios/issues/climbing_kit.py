"""What the stories of a ladder share: going on, putting a question to the vote, voting, and what is shown of it."""

from __future__ import annotations

ESSEX = "C0ESSEX"
FORM = {"wording": "EPUT opens ten beds.", "reasons": "Nobody else can."}
BOARD = ("bea", "cas", "mid", "sue", "thu", "amb", "epp", "nel", "max", "pro")  # and Eng, who acts for two


def raise_one(world):
    world.without_daily_lists()
    world.max.raises("Beds in the north", "eput", "essex-council", channel=ESSEX)


def looks(player, reference="MSE-1"):
    player.types(f"/partnership issue {reference}", channel=ESSEX)
    return player.answer


def presses(player, button, reference="MSE-1"):
    looks(player, reference)
    player.presses(button)


def goes_on(player, to, words="We tried."):
    presses(player, "Take it further")
    player.submits({"to": to, "words": words})
    assert player.modal is None, player.modal_errors


def puts_to_vote(world, closes_on, **more):
    """Have the secretary put the stage's question to the vote, and open it."""
    presses(world.sam, "Put it to the vote")
    world.sam.submits(FORM | {"closes_on": closes_on} | more)
    assert not world.sam.modal_errors
    draft = world.sam.answer
    world.sam.presses("Open the vote")
    return draft


def votes(world, reference, *names, button="Agree"):
    for name in names:
        player = world.players[name]
        player.presses(button, player.dm(reference))
        player.submits()
        assert player.modal is None, player.modal_errors


def took_part(world, *partners, reference="MSE-D1"):
    """Have the secretary record who took part in the meeting at which it was voted on."""
    world.sam.types(f"/partnership decision {reference}", channel=ESSEX)
    world.sam.presses("Record who took part")
    world.sam.submits({"there": list(partners), "evidence": "The minutes"})
    assert not world.sam.modal_errors, world.sam.modal_errors


def go_on_to_the_majority(world):
    raise_one(world)
    goes_on(world.max, "sle-consensus")
    goes_on(world.sam, "sle-majority", "No consensus.")
