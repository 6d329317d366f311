"""Followers: people who asked to be told of an agreement's news as it happens."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from sqlalchemy import ForeignKey, UniqueConstraint, Update, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.agreements import Agreement
from storage.database import Base, Id, UTCDateTime


class Follower(Base):
    """A person who is told of what happens in an agreement. The register is told up to and with `told_number`.

    What is new waits for `not_before_at`: when it happened, or the opening of their day. None: nothing is new.
    """

    __tablename__ = "followers"
    __table_args__ = (UniqueConstraint("agreement_id", "person_id"), Base.__table_args__)
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    followed_at: Mapped[datetime]
    told_number: Mapped[int]
    not_before_at: Mapped[datetime | None] = mapped_column(index=True)


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


def wake(session: Session, agreement_id: int, *, at: datetime) -> None:
    """Note for an agreement's followers that there is something new."""
    session.execute(_woken(), {"agreement": agreement_id, "at": at})


@cache
def _woken() -> Update:
    # Also those for whom something waits are written: whoever is being told at this moment is waited for.
    found = update(Follower).where(Follower.agreement_id == bindparam("agreement"))
    woken = found.values(not_before_at=func.coalesce(Follower.not_before_at, bindparam("at", type_=UTCDateTime())))
    return woken.execution_options(synchronize_session=False)
