"""A tick of the clock over very many open deadlines, of which none, some or many are due."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

from sqlalchemy import Engine, func, select, update

from handlers.daily.due import Done, tick
from storage.tables import metadata
from tests.bench import stage
from tests.bench.figures import Figure, Tell

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)  # a Tuesday, in everybody's working hours
PATIENCE_SECONDS = 12  # longer than this, the largest number due is worked out from the one before
DUE_AIM_SECONDS = 0.5


def measure(
    postgresql: Any, databases: tuple[str, ...], sizes: tuple[int, ...], dues: tuple[int, ...], tell: Tell
) -> None:
    """Measure ticks with nothing due and with so many due, at each size of the table."""
    for kind in databases:
        with stage.standin() as api, stage.database(kind, postgresql) as found:
            agreement = stage.load(found.engine, NOW)
            # A private issue has one partner that owes an acknowledgement: one reminder for each deadline.
            issue = stage.raise_one(found.engine, agreement, NOW, api, private=True)
            stage.copy(found.engine, issue, max(dues))
            filled, idle, moment = max(dues), [], NOW
            for size in sizes:
                stage.add_open_deadlines(found.engine, issue, size - filled, NOW)
                filled = size
                idle.append(_idle(found.engine, moment))
                aim = {"aim": 1.0, "more_is_better": False}
                tell(Figure(f"an idle tick, {kind}, {size:,} open", idle[-1], "ms", **aim))
                taken = 0.0
                for index, due in enumerate(dues):
                    moment += timedelta(minutes=1)
                    what = f"a tick with {due:,} due, {kind}, {size:,} open"
                    most = max(dues) == due
                    bound = {"aim": DUE_AIM_SECONDS, "more_is_better": False} if most else {}
                    if taken * due / dues[index - 1] > PATIENCE_SECONDS:
                        guess = taken * due / dues[index - 1]
                        tell(Figure(what, guess, "s", **bound, detail="worked out from the row above, not run"))
                        continue
                    taken, queued = _timed(found.engine, due, moment)
                    tell(Figure(what, taken, "s", **bound, detail=f"{queued:,} messages, {due / taken:,.0f} due/s"))
            if len(idle) > 1:
                what = f"an idle tick, {kind}: largest table to smallest"
                tell(Figure(what, idle[-1] / idle[0], "ratio", 1.5, more_is_better=False))


def _idle(engine: Engine, now: datetime) -> float:
    """Return the milliseconds of a tick with nothing to do: the median, once all is warm."""
    times = []
    for _ in range(30):
        started = time.perf_counter()
        done = tick(engine, now, failed=_failed)
        times.append((time.perf_counter() - started) * 1000)
        assert done == Done(), done
    return median(times[5:])


def make_due(engine: Engine, due: int, moment: datetime) -> None:
    """Let so many deadlines of real issues have a reminder due."""
    table = metadata.tables["deadlines"]
    real = select(table.c.id).where(table.c.matter_id < stage.ELSEWHERE, table.c.state == "open").order_by(table.c.id)
    with engine.begin() as connection:
        changed = connection.execute(
            update(table).where(table.c.id.in_(real.limit(due))).values(next_nudge_at=moment - timedelta(seconds=30))
        )
        assert changed.rowcount == due


def _timed(engine: Engine, due: int, moment: datetime) -> tuple[float, int]:
    make_due(engine, due, moment)
    before = _queued(engine)
    started = time.perf_counter()
    tick(engine, moment, failed=_failed)
    taken = time.perf_counter() - started
    queued = _queued(engine) - before
    assert queued >= due, f"{queued} messages for {due} due"
    return taken, queued


def _queued(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(metadata.tables["outbox"])) or 0


def _failed(row: int, error: Exception) -> None:
    raise AssertionError(f"row {row} failed") from error
