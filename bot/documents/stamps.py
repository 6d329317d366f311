"""Timestamps (RFC 3161) of what was posted: the authority is sent a hash, and nothing of what the hash is of."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from sqlalchemy import Engine

from bot.documents.seal import stamp
from rules.errors import Refusal
from storage import heads
from storage.database import transaction

log = structlog.get_logger()
AGAIN_AFTER = timedelta(minutes=10)


def stamp_due(engine: Engine, authority: str, now: datetime) -> int:
    """Have the head that has waited longest stamped, if one waits; return how many were.

    An authority that is away is asked again later. The database is not held while it is asked.
    """
    with transaction(engine) as session:
        waiting = heads.to_stamp(session, now)
        if waiting is None:
            return 0
        row, digest = waiting.id, bytes.fromhex(waiting.hash)
    try:
        token = stamp(digest, authority)
    except Refusal as away:
        log.warning("timestamp", outcome="none", why=str(away))
        token = None
    with transaction(engine) as session:
        head = session.get_one(heads.Head, row)
        head.stamp, head.stamp_after_at = token, None if token else now + AGAIN_AFTER
    return int(token is not None)
