"""A world as commit b9e7bd4 left it: its rows, brought up to today's tables, and what stood in the chat."""

from __future__ import annotations

import base64
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, func, insert, select
from structlog.testing import capture_logs

from bot.demo import set_stage
from bot.practice import Hands, Message, acts
from bot.practice.shapes import StoredFile, View
from storage import migrate
from storage.database import open_engine
from storage.files import place
from storage.outbox import Message as Queued
from storage.tables import metadata
from tests.cast import Part
from tests.patience import LONG
from tests.scenarios.conftest import FrozenClock, Player, World, london

HERE = Path(__file__).parent
THEN: dict[str, Any] = json.loads((HERE / "b9e7bd4.json").read_text(encoding="utf-8"))
LATER = timedelta(minutes=5)  # the new release is there five minutes later
ANSWERS = ("chat.postEphemeral", "views.open", "views.push", "views.publish", "views.update")


@dataclass(frozen=True)
class Came:
    """What came of an act: the log's word for it, the form it opened, the register's new acts, and the rest of it."""

    outcome: str
    opens: str | None
    acts: list[str]
    writes: bool
    answered: bool


# --- The rows -------------------------------------------------------------------------------------------------------


def migrated(folder: Path, rows: str = "b9e7bd4.sql") -> Path:
    """The rows as a SQLite database, migrated to today's tables."""
    file = folder / "accord.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        put_then(connection, rows)
    migrate.upgrade(f"sqlite:///{file}")
    return file


def put_then(connection: sqlite3.Connection, rows: str) -> None:
    """Put the tables of then, and these rows of them, into an empty database."""
    for part in ("tables-b9e7bd4.sql", rows):
        connection.executescript((HERE / part).read_text(encoding="utf-8"))


def put_rows(engine: Engine, file: Path) -> None:
    """Put what a SQLite file holds into an empty database: the file itself, or on PostgreSQL row by row."""
    if engine.dialect.name == "sqlite":
        shutil.copyfile(file, str(engine.url.database))
        return
    source = open_engine(f"sqlite:///{file}")
    with source.connect() as there, engine.begin() as here:
        for table in metadata.sorted_tables:
            rows = there.execute(select(table).order_by(*table.primary_key)).mappings().all()
            if table.name == "deadlines":  # each names the later one that has replaced it
                rows = rows[::-1]
            if rows:
                here.execute(insert(table), [dict(row) for row in rows])
            if rows and "id" in table.c:
                here.execute(
                    select(func.setval(func.pg_get_serial_sequence(table.name, "id"), max(row["id"] for row in rows)))
                )
    source.dispose()


# --- The world ------------------------------------------------------------------------------------------------------


def world_then(engine: Engine) -> World:
    """Today's program on these rows, in a workspace with the people, the messages and the files of then."""
    clock = FrozenClock(london(THEN["at"]) + LATER)
    world = World(set_stage(engine, clock=clock, title="Sefton", patience=LONG), clock, ("sefton-2022",))
    workspace = world.workspace
    for who in THEN["people"]:
        workspace.add_person(who["id"], who["name"], tz=who["tz"], team_id=who["team_id"])
        part = Part(who["name"], tz=who["tz"], team=who["team_id"])
        world.players[part.name.lower()] = Player(world, part)
    for channel in THEN["channels"]:
        workspace.add_channel(channel["id"], channel["name"])
    for message in messages():
        workspace.put_message(message)
    for user in {press["by"] for press in THEN["presses"].values() if "ts" not in press}:
        buttons = [press["button"] for press in THEN["presses"].values() if "ts" not in press and press["by"] == user]
        workspace.homes[user] = view_of(user, {"type": "home", "blocks": [row_of(buttons)]})
    for given in THEN["given"]:
        content = base64.b64decode(given["content"])
        file = StoredFile(given["id"], given["name"], "application/pdf", content, given["by"])
        workspace.files[file.id] = file
    for sha256, content in THEN["documents"].items():
        kept = place(world.stage.files, sha256)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(base64.b64decode(content))
    return world


def sefton_then(engine: Engine, at: str, cast: tuple[Part, ...] | None = None) -> World:
    """Today's program on rows of Sefton alone at a moment, with what the bot had posted, and its people or some."""
    clock = FrozenClock(london(at))
    world = World(set_stage(engine, clock=clock, title="Sefton", patience=LONG), clock, ("sefton-2022",))
    world.invite("sefton-2022", cast)
    with world.session() as session:
        for row in session.scalars(select(Queued).where(Queued.remote_id.is_not(None))):
            world.workspace.put_message(Message(row.remote_channel, row.remote_id, "U0PRACTICEBOT", "", ()))
    return world


def messages() -> list[Message]:
    """What the bot had posted, the oldest first, with the buttons that are pressed here."""
    buttons: dict[tuple[str, str], list[Any]] = {}
    found = {(one["channel"], one["ts"]): {"thread_ts": one["thread_ts"]} for one in THEN["messages"]}
    for press in THEN["presses"].values():
        if "ts" in press:
            where = (press["channel"], press["ts"])
            buttons.setdefault(where, []).append(press["button"])
            if press["alone"]:
                found[where] = {"ephemeral_for": press["by"]}
    return [
        Message(channel, ts, "U0PRACTICEBOT", "", (row_of(buttons.get((channel, ts), [])),), **more)
        for (channel, ts), more in sorted(found.items(), key=lambda one: one[0][1])
    ]


def row_of(buttons: list[Any]) -> dict[str, Any]:
    return {"type": "actions", "block_id": "then", "elements": buttons}


def view_of(user: str, body: dict[str, Any], **more: Any) -> View:
    known = {"id": "V0THEN", "hash": "1.then", "values": {}} | more
    return View(user_id=user, team_id="T0PRACTICE", body=body, root_id=known["id"], previous_id=None, **known)


# --- What people do -------------------------------------------------------------------------------------------------


def presses(world: World, press: dict[str, Any]) -> None:
    """Press a button where it stood."""
    hands, button = Hands(world.workspace, press["by"]), press["button"]["action_id"]
    if "ts" in press:
        hands.presses(button, world.workspace.message(press["channel"], press["ts"]))
    else:
        hands.presses_home(button)


def hands_in(world: World, form: dict[str, Any]) -> None:
    """Hand in a form that was filled in then."""
    view = opened(world, form)
    acts.submit(world.workspace, world.workspace.people[form["by"]], view, unchecked=True)


def chooses_again(world: World, form: dict[str, Any], field: str) -> None:
    """Change a field that is sent at once, of a form that was opened then."""
    view = opened(world, form)
    action = {"block_id": field, "action_id": field} | view.values[field][field]
    acts.press_in_view(world.workspace, world.workspace.people[form["by"]], view, action)


def opened(world: World, form: dict[str, Any]) -> View:
    """Show a form of then on its reader's screen."""
    body = form["view"]
    view = view_of(form["by"], body, id=body["id"], hash=body["hash"], values=body["values"])
    world.workspace.stacks[form["by"]] = [view]
    return view


def came_of(world: World, user: str, act: Callable[[], None]) -> Came:
    """What came of what somebody did, before anything is sent."""
    rows, register, exchanges = rows_of(world.engine), len(world.register()), len(world.workspace.journal)
    with capture_logs() as logs:
        act()
        world.whisper()
    (outcome,) = [line["outcome"] for line in logs if line["event"] == "request"]
    stack = world.workspace.stacks.get(user)
    answered = any(entry.kind in ANSWERS for entry in world.workspace.journal[exchanges:])
    opens = stack[-1].body["callback_id"] if stack and stack[-1].body.get("submit") else None
    return Came(outcome, opens, world.register()[register:], rows_of(world.engine) != rows, answered)


def rows_of(engine: Engine) -> list[Any]:
    """All rows of all tables."""
    with engine.connect() as connection:
        return [connection.exec_driver_sql(f'SELECT * FROM "{name}"').all() for name in metadata.tables]
