"""The clock: APScheduler ticks, and knows no business date. What is due stands in columns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import structlog
from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import Engine

from handlers.daily import due

log = structlog.get_logger()


def start(
    engine: Engine, now: Callable[[], datetime], wake: Callable[[], None], *, every_seconds: float
) -> BackgroundScheduler:
    """Return a scheduler that ticks until it is shut down; a tick that fails is logged, and the next one comes."""
    scheduler = BackgroundScheduler(timezone="UTC")
    # Ticks missed while the machine slept are one tick, however late: what is due is due.
    scheduler.add_job(
        lambda: tick(engine, now(), wake),
        "interval",
        seconds=every_seconds,
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
        id="tick",
    )
    scheduler.start()
    return scheduler


def tick(engine: Engine, now: datetime, wake: Callable[[], None]) -> due.Done | None:
    """Do what is due by now and wake the outbox; return what was done, or None when the database was away."""
    try:
        done = due.tick(engine, now, failed=_failed)
    except Exception as error:  # noqa: BLE001 (the next tick does what this one could not)
        log.error("tick", outcome="failed", error=type(error).__name__)
        return None
    if done != due.Done():
        log.info("tick", passed=done.passed, nudged=done.nudged, digests=done.digests, redated=done.redated)
        wake()
    return done


def _failed(row: int, error: Exception) -> None:
    log.error("due row", row=row, error=type(error).__name__)
