"""Redraws: the matters that have changed, whose messages are to say how they stand now.

An act notes one with what it writes. Whoever draws takes all that were noted of a matter at once, so that ten presses
within a second are one edit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, Delete, Insert, Select, Update, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.database import Base, BigId, Id, Key, UTCDateTime
from storage.rows import Numbered


class Redraw(Base):
    """That a matter has changed. It is drawn from `not_before_at` on, which is later where it could not be drawn."""

    __tablename__ = "redraws"
    id: Mapped[Id]
    matter: Mapped[Key]
    matter_id: Mapped[int] = mapped_column(BigId)
    not_before_at: Mapped[datetime] = mapped_column(index=True)


@dataclass(frozen=True)
class Changed:
    """A matter by its kind and id, and the last of its changes that was seen: a later one is drawn again."""

    matter: str
    matter_id: int
    last: int


def note(session: Session, matter: Numbered, now: datetime) -> None:
    """Note that a matter has changed, in the transaction that changes it."""
    noted: set[tuple[str, int]] = session.info.setdefault(Redraw, set())
    if (matter.matter, matter.id) not in noted:
        noted.add((matter.matter, matter.id))
        row = {"matter": matter.matter, "matter_id": matter.id, "not_before_at": now}
        session.connection().execute(_noted(), row)


@cache
def _noted() -> Insert:
    return insert(Base.metadata.tables[Redraw.__tablename__])


def noted(session: Session) -> bool:
    """Return whether this transaction has changed a matter, so that there is something to draw."""
    return Redraw in session.info


def waits(now: ColumnElement[datetime]) -> ColumnElement[bool]:
    """Return when a matter is to be drawn by now."""
    return Redraw.not_before_at <= now


def due(session: Session, now: datetime, *, most: int) -> list[Changed]:
    """Return the matters that are to be drawn by now, the one that has waited longest first."""
    return [Changed(*row) for row in session.execute(_due(), {"now": now, "most": most})]


@cache
def _due() -> Select[str, int, int]:
    query = select(Redraw.matter, Redraw.matter_id, func.max(Redraw.id))
    query = query.where(waits(bindparam("now", type_=UTCDateTime()))).group_by(Redraw.matter, Redraw.matter_id)
    return query.order_by(func.min(Redraw.id)).limit(bindparam("most"))


def take(session: Session, changed: Changed) -> bool:
    """Count a matter as drawn up to the change that was seen; return False where somebody else has drawn it."""
    return session.execute(_taken(), _of(changed)).rowcount > 0  # type: ignore[attr-defined, no-any-return]


@cache
def _taken() -> Delete:
    return delete(Redraw).where(*_up_to()).execution_options(synchronize_session=False)


def put_off(session: Session, changed: Changed, *, until: datetime) -> None:
    """Have a matter drawn later: it could not be drawn now."""
    session.execute(_put_off(), {**_of(changed), "until": until})


@cache
def _put_off() -> Update:
    later = update(Redraw).where(*_up_to()).values(not_before_at=bindparam("until", type_=UTCDateTime()))
    return later.execution_options(synchronize_session=False)


def _up_to() -> Sequence[ColumnElement[bool]]:
    of_it = (Redraw.matter == bindparam("of"), Redraw.matter_id == bindparam("row"))
    return (*of_it, Redraw.id <= bindparam("last"))


def _of(changed: Changed) -> dict[str, object]:
    return {"of": changed.matter, "row": changed.matter_id, "last": changed.last}
