"""Notices: messages that somebody must be able to prove were sent, one row for each partner."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from functools import cache

from sqlalchemy import ForeignKey, Select, String, Text, UniqueConstraint, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage import ahead
from storage.database import Base, BigId, Id, Key, PlaceKey, words_of


class NoticeState(StrEnum):
    """How far a notice has come."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
    UNREACHABLE = "unreachable"
    TOLD = "told"


TOLD_STATES = (NoticeState.DELIVERED, NoticeState.TOLD)


class Notice(Base):
    """What one partner was, or could not be, notified of. `proof` is the message's id, or how it was told."""

    __tablename__ = "notices"
    __table_args__ = (UniqueConstraint("matter", "matter_id", "kind", "partner"), Base.__table_args__)
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    matter: Mapped[Key]
    matter_id: Mapped[int] = mapped_column(BigId)
    kind: Mapped[Key]
    partner: Mapped[PlaceKey]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    state: Mapped[NoticeState] = mapped_column(words_of(NoticeState))
    told_at: Mapped[datetime | None]
    proof: Mapped[str | None] = mapped_column(Text)
    fault: Mapped[str | None] = mapped_column(String(200))
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


def of_matter(session: Session, matter: str, matter_id: int) -> list[Notice]:
    """Return a matter's notices, in the order they were queued."""
    query = select(Notice).where(Notice.matter == matter, Notice.matter_id == matter_id)
    return list(session.scalars(query.order_by(Notice.id)))


def of_matters(session: Session, matter: str, matter_ids: Iterable[int]) -> dict[int, list[Notice]]:
    """Return the notices of each of these matters, in the order they were queued."""

    def read(ids: list[int]) -> dict[int, list[Notice]]:
        found: dict[int, list[Notice]] = {row: [] for row in ids}
        for notice in session.scalars(_of_matters(), {"matter": matter, "ids": ids}):
            found[notice.matter_id].append(notice)
        return found

    return ahead.each(session, (Notice, matter), matter_ids, read)


@cache
def _of_matters() -> Select[Notice]:
    of_these = Notice.matter_id.in_(bindparam("ids", expanding=True))
    return select(Notice).where(Notice.matter == bindparam("matter"), of_these).order_by(Notice.id)


def matters_of(session: Session, ids: Iterable[int]) -> list[tuple[str, int]]:
    """Return the matters that these notices are about, each by its kind and id."""
    return [(row.matter, row.matter_id) for row in session.execute(_matters_of(), {"ids": list(ids)})]


@cache
def _matters_of() -> Select[str, int]:
    return select(Notice.matter, Notice.matter_id).where(Notice.id.in_(bindparam("ids", expanding=True)))


def of_ids(session: Session, ids: Iterable[int]) -> list[Notice]:
    """Return these notices in the order of their ids, as they stand now."""
    wanted = list(ids)
    return list(session.scalars(_of_ids(), {"ids": wanted})) if wanted else []


@cache
def _of_ids() -> Select[Notice]:
    query = select(Notice).where(Notice.id.in_(bindparam("ids", expanding=True))).order_by(Notice.id)
    return query.execution_options(populate_existing=True)
