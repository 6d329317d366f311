"""What the stories of conflicts of interest share: declaring one, consenting to it, voting, and what can be read of it."""

from __future__ import annotations

from typing import Any

from bot.practice import Message
from tests.scenarios import named
from tests.scenarios.conftest import Player, World, buttons_of

FORM = {
    "title": "Shares in a supplier",
    "category": "financial",
    "nature": "real",
    "time": "arises",
    "particulars": "Mersey Care owns a tenth of Beds Ltd.",
}
OTHERS = ("ben", "cleo", "gil", "ida", "joe", "kim", "lou", "max")  # Cleo acts for two; one partner is not in the chat
NO_VOTE = (
    "You can't vote in SEF-D1 for now: Mersey Care has declared a conflict of interest in it and takes no "
    "part before the other partners consent. /partnership interests shows who has."
)


def declares(player: Player, *matters: str, **more: Any) -> str:
    """Declare a conflict in matters, such as `issue:1` for the first; return what was answered."""
    player.types("/declare-conflict")
    with player.world.session() as session:
        touched = [named.choice(session, matter) for matter in matters]
    player.submits(FORM | ({"matters": touched} if touched else {}) | more)
    assert not player.modal_errors, player.modal_errors
    return player.answer


def consents(world: World, *names: str, fragment: str = "SEF-C1") -> None:
    """Let these people consent, Cleo for each of her two partners."""
    for name in names:
        player = world.players[name]
        for partner in ("southport-formby-pcn", None) if name == "cleo" else (None,):
            asked = [m for m in player.dms() if "Consent" in buttons_of(m) and fragment in m.shown()]
            player.presses("Consent", asked[-1])
            player.submits({"partner": partner} if partner else {})
            assert player.modal is None, player.modal_errors


def votes(world: World, name: str, button: str, reference: str, comment: str = "") -> None:
    """Let somebody vote in a decision."""
    player = world.players[name]
    (asked,) = [m for m in player.dms() if "Agree" in buttons_of(m) and f"{reference}: " in m.shown()]
    player.presses(button, asked)
    player.submits({"comment": comment})
    assert player.modal is None, player.modal_errors


def records(world: World, partner: str = "sefton-cvs", says: str = "consents", **more: Any) -> None:
    """Let the secretary record an answer for a partner."""
    world.sam.types("/partnership conflict SEF-C1")
    world.sam.presses(next(b for b in buttons_of(latest(world.sam)) if b.startswith("Record an answer")))
    world.sam.submits({"partner": partner, "says": says, "evidence": "By telephone"} | more)
    assert world.sam.modal is None, world.sam.modal_errors


def latest(player: Player) -> Message:
    """What somebody was shown last."""
    return player._whispers()[-1]


def looks(world: World, name: str = "ada", line: str = "conflict SEF-C1") -> str:
    """What somebody reads who types this."""
    world.players[name].types(f"/partnership {line}")
    return world.players[name].answer
