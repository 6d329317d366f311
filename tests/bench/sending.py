"""Messages that one process hands over to a stand-in for Slack in a second, receipts written; and their claim."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, func, insert, select
from sqlalchemy.orm import Session

from bot.now import read_clock
from storage import sending as claims
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


def measure_claim(postgresql: Any, databases: tuple[str, ...], sizes: tuple[int, ...], tell: Tell) -> None:
    """Measure how long the claim of a hundred takes among so many that wait, the middle of nine after the first."""
    for kind in databases:
        with stage.standin() as api, stage.database(kind, postgresql) as found:
            now = read_clock()
            stage.raise_one(found.engine, stage.load(found.engine, now), now, api)
            waiting_now = 0
            for size in sizes:
                queue(found.engine, size - waiting_now, size, first=waiting_now)
                waiting_now = size
                taken = sorted(_claims(found.engine, read_clock(), 10)[1:])
                what = f"100 messages claimed of {size:,} waiting, {kind}"
                tell(Figure(what, taken[len(taken) // 2] * 1000, "ms", 3, more_is_better=False))


def _claims(engine: Engine, now: datetime, count: int) -> list[float]:
    """Claim a hundred so often, each time given back; how many seconds each took."""
    seconds = []
    for _ in range(count):
        with Session(engine) as session:
            started = time.perf_counter()
            claimed = claims.claim(session, now, most=100, rests={"slack": timedelta(seconds=1)})
            seconds.append(time.perf_counter() - started)
            assert len(claimed) == 100
            session.rollback()
    return seconds


def queue(engine: Engine, messages: int, lanes: int, *, first: int = 0) -> None:
    """Queue copies of a real notice, to so many lanes by turns; they are numbered from the `first`."""
    table = metadata.tables["outbox"]
    with engine.begin() as connection:
        query = select(table).where(table.c.template == "issue_notice", table.c.edits.is_(None)).limit(1)
        one = dict(connection.execute(query).one()._mapping)
        del one["id"]
        blank = {"state": "waiting", "notice_id": None, "about": None, "sent_at": None, "claimed_at": None,
                 "remote_channel": None, "remote_id": None, "attempts": 0}  # fmt: skip
        rows = [
            one | blank | {"once": f"bench:{number}", "lane": f"U{number % lanes:06d}"}
            for number in range(first, first + messages)
        ]
        connection.execute(insert(table), rows)


def waiting(engine: Engine) -> int:
    table = metadata.tables["outbox"]
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).where(table.c.state != "sent", table.c.once.like("bench:%"))) or 0
