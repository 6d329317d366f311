"""A matter that has changed is drawn from how it stands: its living message, its reminders, and whose home is stale."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from handlers.kinds import KINDS
from storage import matters, redraws
from storage.database import transaction
from storage.redraws import Changed

AT_ONCE = 100
AGAIN = timedelta(minutes=1)  # after this, one that could not be drawn is tried again


def draw_changed(engine: Engine, now: datetime, *, failed: Callable[[str, int, Exception], None]) -> None:
    """Draw the matters that have changed; `failed` hears of the kind and id of each that could not be drawn."""
    with transaction(engine) as session:
        changed = redraws.due(session, now, most=AT_ONCE)
    for one in changed:
        try:
            with transaction(engine) as session:
                draw(session, one, now)
        except Exception as error:  # noqa: BLE001 (one matter must not stop the others)
            failed(one.matter, one.matter_id, error)
            with transaction(engine) as session:
                redraws.put_off(session, one, until=now + AGAIN)


def draw(session: Session, changed: Changed, now: datetime) -> bool:
    """Draw a matter; return False where somebody else has drawn it meanwhile. Nobody acts on it before it is drawn."""
    found = matters.get(session, changed.matter, changed.matter_id, lock=True)
    if not redraws.take(session, changed):
        return False
    KINDS[changed.matter].draw(session, found, now)
    return True
