"""A backup of a world, and the world that goes on from it: the people and the chat know all that happened since."""

from __future__ import annotations

from pathlib import Path

from bot import backups
from bot.backups import Made, Places
from bot.demo import set_stage
from storage.database import open_engine
from tests.copies import copied
from tests.patience import LONG
from tests.scenarios.conftest import FrozenClock, Player, World


def places(world: World) -> Places:
    """Where a world keeps what a backup holds."""
    kept = Path(world.stage.kept.name)
    return Places(world.engine.url.render_as_string(hide_password=False), kept / "files", kept / "seal")


def backed_up(world: World, folder: Path) -> Made:
    """A backup as it is made now."""
    made = backups.make(folder, places(world), world.clock())
    assert made.faults == ()
    return made


def goes_on(world: World, url: str) -> World:
    """The same people and the same chat, with the program on another database."""
    clock = FrozenClock(world.clock())
    there = World(set_stage(open_engine(url, busy_seconds=LONG.rows), clock=clock, title="Sefton", patience=LONG),
                  clock, world.keys)  # fmt: skip
    copied(world.stage).put_rest(there.stage)
    there.players = {name: Player(there, player.part) for name, player in world.players.items()}
    return there


def ends(world: World) -> None:
    """See to it that a story ended well, and let go of it."""
    world.settle()
    world.check()
    world.stage.stop()
    world.engine.dispose()
