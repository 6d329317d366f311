"""Followers: people who asked to be told of an agreement's news as it happens."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from sqlalchemy import ForeignKey, Select, UniqueConstraint, bindparam, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.agreements import Agreement
from storage.database import Base, Id


class Follower(Base):
    """A person who is told of what happens in an agreement. The register is told up to and with `told_number`.

    What is new waits for `not_before_at`, the opening of their day; None: nothing waits.
    """

    __tablename__ = "followers"
    __table_args__ = (UniqueConstraint("agreement_id", "person_id"), Base.__table_args__)
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    followed_at: Mapped[datetime]
    told_number: Mapped[int]
    not_before_at: Mapped[datetime | None]


def of(session: Session, agreement_id: int, person_id: int) -> Follower | None:
    """Return a person as a follower of an agreement, or None when they are none."""
    return session.scalar(
        select(Follower).where(Follower.agreement_id == agreement_id, Follower.person_id == person_id)
    )


def add(session: Session, agreement: Agreement, person_id: int, *, at: datetime) -> bool:
    """Let a person follow an agreement from now on; return False when they do already."""
    insert = (sqlite if session.get_bind().dialect.name == "sqlite" else postgresql).insert
    row = {
        "agreement_id": agreement.id,
        "person_id": person_id,
        "followed_at": at,
        "told_number": agreement.register_entries,
    }
    statement = insert(Follower).values(**row).on_conflict_do_nothing(index_elements=["agreement_id", "person_id"])
    return session.scalar(statement.returning(Follower.id)) is not None


def due(session: Session, now: datetime, *, most: int) -> list[int]:
    """Return the ids of followers whose agreement's register has entries that they have not been told of by now."""
    return list(session.scalars(_due(), {"now": now, "most": most}))


@cache
def _due() -> Select[int]:
    query = (
        select(Follower.id)
        .join(Agreement, Agreement.id == Follower.agreement_id)
        .where(
            Agreement.register_entries > Follower.told_number,
            or_(Follower.not_before_at.is_(None), Follower.not_before_at <= bindparam("now")),
        )
    )
    return query.order_by(Follower.id).limit(bindparam("most"))


def next_at(session: Session) -> datetime | None:
    """Return when what waits for a follower goes out next, or None when nothing waits."""
    return session.scalar(select(func.min(Follower.not_before_at)))
