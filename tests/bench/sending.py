"""Messages that one process hands over to a stand-in for Slack in a second, receipts written."""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import Engine, func, insert, select

from bot.now import read_clock
from storage.tables import metadata
from tests.bench import stage
from tests.bench.figures import Figure, Tell


def measure(postgresql: Any, databases: tuple[str, ...], messages: int, lanes: int, tell: Tell) -> None:
    """Measure how fast what is queued for many people is handed over."""
    for kind in databases:
        with stage.standin() as api, stage.database(kind, postgresql) as found:
            now = read_clock()
            stage.raise_one(found.engine, stage.load(found.engine, now), now, api)
            queue(found.engine, messages, lanes)
            with stage.outbox(found.engine, api, read_clock) as sender:
                started = time.perf_counter()
                sender.drain()
                taken = time.perf_counter() - started
            assert waiting(found.engine) == 0
            what = f"{messages:,} messages handed over, {kind}, {lanes:,} lanes"
            tell(Figure(what, messages / taken, "messages/s", 4000))


def queue(engine: Engine, messages: int, lanes: int) -> None:
    """Queue copies of a real notice, to so many lanes by turns."""
    table = metadata.tables["outbox"]
    with engine.begin() as connection:
        query = select(table).where(table.c.template == "issue_notice", table.c.edits.is_(None)).limit(1)
        one = dict(connection.execute(query).one()._mapping)
        del one["id"]
        blank = {"state": "waiting", "notice_id": None, "about": None, "sent_at": None, "claimed_at": None,
                 "remote_channel": None, "remote_id": None, "attempts": 0}  # fmt: skip
        rows = [
            one | blank | {"once": f"bench:{number}", "lane": f"U{number % lanes:06d}"} for number in range(messages)
        ]
        connection.execute(insert(table), rows)


def waiting(engine: Engine) -> int:
    table = metadata.tables["outbox"]
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).where(table.c.state != "sent", table.c.once.like("bench:%"))) or 0
