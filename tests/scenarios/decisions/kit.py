"""What the stories of decisions share: proposing one, opening the vote, voting, and what can be read of it."""

from __future__ import annotations

from typing import Any

from tests.scenarios.conftest import CHANNELS, Player, World

ESSEX = CHANNELS["mid-south-essex-2020"]
WORDS = {"wording": "We build one ward for both.", "reasons": "Two would cost twice as much.", "level": "system"}


def fills(player: Player, rule: str, **fields: Any) -> None:
    """Fill in the form of a decision, and send it."""
    player.types("/propose-decision Shared wards", channel=ESSEX)
    player.changes("rule", rule)
    player.submits(WORDS | {"closes_on": "2020-09-15"} | fields)


def proposes(player: Player, rule: str = "sle-recommendation", **fields: Any) -> str:
    """Let somebody propose a decision; what the draft says."""
    fills(player, rule, **({"topic": "capital-priorities"} | fields))
    assert not player.modal_errors, player.modal_errors
    return player.answer


def opens(player: Player, **more: Any) -> str:
    """Let somebody propose a decision and open the vote; what the draft said."""
    draft = proposes(player, **more)
    player.presses("Open the vote")
    return draft


def go_to_the_board(world: World) -> None:
    """Let a consensus fail, and open MSE-D2: the Board's three quarters of eleven."""
    world.without_daily_lists()
    opens(world.max)
    world.at("2020-09-16 00:01")
    opens(world.max, rule="board-capital", closes_on="2020-10-01")


def votes(world: World, name: str, button: str, reference: str, comment: str = "", **more: Any) -> None:
    """Let somebody vote."""
    player = world.players[name]
    player.presses(button, player.dm(reference))
    player.submits({"comment": comment, **more})
    assert player.modal is None, player.modal_errors


def decides(world: World, point: str, answer: str, channel: str = ESSEX) -> str:
    """Let the secretary record what the partners decide of a point the document leaves open; what is said of it."""
    world.sam.types("/partnership open", channel=channel)
    world.sam.presses("Decide an open point")
    world.sam.changes("point", point)
    world.sam.submits({"point": point, "value": answer, "why": "The partners, in writing"})
    assert world.sam.modal is None, world.sam.modal_errors
    return world.sam.answer


def shows(world: World, reference: str, name: str = "sam") -> str:
    """A decision as somebody reads it."""
    player = world.players[name]
    player.types(f"/partnership decision {reference}", channel=ESSEX)
    return player.answer


def thread_of(world: World, reference: str) -> list[str]:
    """What stands in the thread of a decision's living message."""
    (living,) = [m for m in world.channel(ESSEX) if not m.thread_ts and m.shown().startswith(f"{reference}: ")][:1]
    return [m.shown() for m in world.channel(ESSEX) if m.thread_ts == living.ts]


def recommends(world: World, **more: Any) -> None:
    """Have Ada propose a recommendation of Sefton's board, and open the vote."""
    world.ada.types("/propose-decision One plan")
    world.ada.changes("rule", "recommendation")
    fields = {"wording": "One plan for all.", "reasons": "It is simpler.", "closes_on": "2023-01-06"}
    world.ada.submits(fields | more)
    assert not world.ada.modal_errors, world.ada.modal_errors
    world.ada.presses("Open the vote")
