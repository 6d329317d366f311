"""Heads: the last hash of a register as it was posted on a day, with the timestamp that an authority gave for it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint, and_, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage import register
from storage.agreements import Agreement
from storage.database import Base, Id
from storage.register import Entry


class Head(Base):
    """The last hash of an agreement's register on a day, and the number of the entry whose hash it is.

    `stamp` is the timestamp's token (RFC 3161, DER) of that hash; None while no authority has given one, and it is not
    asked again before `stamp_after_at`.
    """

    __tablename__ = "heads"
    __table_args__ = (UniqueConstraint("agreement_id", "told_on"), Base.__table_args__)
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    told_on: Mapped[date]
    number: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))
    stamp: Mapped[bytes | None] = mapped_column(LargeBinary)
    stamp_after_at: Mapped[datetime | None]


def take(session: Session, agreement: Agreement, day: date) -> tuple[str, bool]:
    """Return the head of an agreement's register on a day, and whether it is another than the one of the day before.

    What the transaction has still to write into the register is part of it.
    """
    head = register.head_of(session, agreement)
    last = session.scalar(select(Head).where(Head.agreement_id == agreement.id).order_by(Head.told_on.desc()).limit(1))
    if not head or (last is not None and last.hash == head):
        return head, False
    if last is None or last.told_on < day:
        session.add(Head(agreement_id=agreement.id, told_on=day, number=agreement.register_entries, hash=head))
    return head, last is not None  # the first is kept: nothing was posted before that could be another


def of_agreement(session: Session, agreement_id: int) -> list[Head]:
    """Return the heads that were posted of an agreement's register, the earliest first."""
    return list(session.scalars(select(Head).where(Head.agreement_id == agreement_id).order_by(Head.told_on)))


def every_head(session: Session) -> Iterator[tuple[str, Head, str | None]]:
    """Give every head, the earliest first: its agreement's key, itself, and the hash that its entry has now.

    The hash is None where no entry has its number any more.
    """
    named = and_(Entry.agreement_id == Head.agreement_id, Entry.number == Head.number)
    query = select(Agreement.key, Head, Entry.hash).join(Agreement, Agreement.id == Head.agreement_id)
    query = query.outerjoin(Entry, named).order_by(Head.id).execution_options(yield_per=register.PART)
    yield from session.execute(query)


def to_stamp(session: Session, now: datetime) -> Head | None:
    """Return the head that has waited longest for its timestamp and can be asked about now, or None."""
    waits = or_(Head.stamp_after_at.is_(None), Head.stamp_after_at <= now)
    return session.scalar(select(Head).where(Head.stamp.is_(None), waits).order_by(Head.id).limit(1))
