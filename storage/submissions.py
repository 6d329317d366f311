"""The ids of forms that were handed in and done."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.database import Base, Id


class Submission(Base):
    """A form that was done."""

    __tablename__ = "submissions"
    id: Mapped[Id]
    once: Mapped[str] = mapped_column(String(200), unique=True)
    done_at: Mapped[datetime]


def remember(session: Session, once: str, now: datetime) -> bool:
    """Remember a form; return False when it was done before."""
    insert = (sqlite if session.get_bind().dialect.name == "sqlite" else postgresql).insert
    statement = insert(Submission).values(once=once, done_at=now).on_conflict_do_nothing(index_elements=["once"])
    return session.scalar(statement.returning(Submission.id)) is not None
