"""The ids of forms that were handed in and done, and what stood in them."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from sqlalchemy import String, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column
from sqlalchemy.sql.dml import ReturningInsert

from storage.database import Base, Id


class Submission(Base):
    """A form that was done. `values_sha256` is None for those done before it was kept."""

    __tablename__ = "submissions"
    id: Mapped[Id]
    once: Mapped[str] = mapped_column(String(200), unique=True)
    values_sha256: Mapped[str | None] = mapped_column(String(64))
    done_at: Mapped[datetime]


def remember(session: Session, once: str, values_sha256: str, now: datetime) -> Submission | None:
    """Remember a form; return None when it is new, or the form that was done under this id before."""
    row = {"once": once, "values_sha256": values_sha256, "done_at": now}
    if session.connection().scalar(_first(session.get_bind().dialect.name), row) is not None:
        return None
    return session.scalars(select(Submission).where(Submission.once == once)).one()


@cache
def _first(dialect: str) -> ReturningInsert[int]:
    table = Submission.__table__
    row: postgresql.Insert | sqlite.Insert = (sqlite if dialect == "sqlite" else postgresql).insert(table)
    return row.on_conflict_do_nothing(index_elements=["once"]).returning(table.c.id)
