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
    engine: Engine,
    now: Callable[[], datetime],
    wake: Callable[[], None],
    *,
    every_seconds: float,
    timestamps: str | None = None,
) -> BackgroundScheduler:
    """Return a scheduler that ticks until it is shut down; a tick that fails is logged, and the next one comes.

    With `timestamps`, the address of an authority, what was posted of the registers is stamped beside the ticks: an
    authority that is slow or away holds nothing up.
    """
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
    if timestamps is not None:
        scheduler.add_job(
            lambda: _stamp(engine, timestamps, now()),
            "interval",
            seconds=every_seconds,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            id="timestamps",
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


def _stamp(engine: Engine, timestamps: str, now: datetime) -> None:
    from bot.documents.stamps import stamp_due  # noqa: PLC0415 (where none is asked, no cryptography is loaded)

    try:
        stamp_due(engine, timestamps, now)
    except Exception as error:  # noqa: BLE001 (it is tried again)
        log.error("timestamp", outcome="failed", error=type(error).__name__)


def _failed(row: int, error: Exception) -> None:
    log.error("due row", row=row, error=type(error).__name__)
