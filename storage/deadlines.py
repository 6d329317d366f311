"""Deadlines: dates with their working, when somebody is next reminded of them, and who has snoozed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    ForeignKey,
    Index,
    Row,
    Select,
    String,
    UniqueConstraint,
    bindparam,
    func,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage import ahead, kept
from storage.database import Base, BigId, Id, Key, UTCDateTime, spelt_out, words_of
from storage.marks import Marked


class DeadlineState(StrEnum):
    """What became of a deadline."""

    OPEN = "open"
    PASSED = "passed"
    MET = "met"
    REPLACED = "replaced"
    CANCELLED = "cancelled"


class Deadline(Marked, Base):
    """A clock applied to a matter. A re-dated one stays on record, and names the one that replaced it.

    `confirmed` is False while the event it counts from is not complete (some partners are not yet notified).
    """

    __tablename__ = "deadlines"
    __table_args__ = (
        # One live deadline for each clock of a matter.
        Index(
            "uq_deadlines_live",
            "matter",
            "matter_id",
            "clock",
            unique=True,
            sqlite_where=text("state IN ('open', 'passed')"),
            postgresql_where=text("state IN ('open', 'passed')"),
        ),
        Index("ix_deadlines_matter", "matter", "matter_id"),
        Index("ix_deadlines_due_nudge", "next_nudge_at"),  # the nudges' tick
        Index(
            "ix_deadlines_passing",
            "due_at",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),  # the overdue tick, and the channel's digest
        Index(
            "ix_deadlines_open_calendar",
            "agreement_id",
            "calendar_version",
            "id",
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),  # which calendars the open deadlines were worked out on
        Base.__table_args__,
    )
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    matter: Mapped[Key]
    matter_id: Mapped[int] = mapped_column(BigId)
    clock: Mapped[Key]
    due_on: Mapped[date]
    due_at: Mapped[datetime]
    working: Mapped[dict[str, Any]]
    calendar_version: Mapped[str] = mapped_column(String(300), default="")
    confirmed: Mapped[bool]
    state: Mapped[DeadlineState] = mapped_column(words_of(DeadlineState), default=DeadlineState.OPEN)
    why: Mapped[str | None] = mapped_column(String(300))
    replaced_by: Mapped[int | None] = mapped_column(ForeignKey("deadlines.id"))
    next_nudge_at: Mapped[datetime | None]
    made_at: Mapped[datetime]


class Snooze(Base):
    """A person who asked not to be reminded of a deadline before a moment."""

    __tablename__ = "snoozes"
    __table_args__ = (UniqueConstraint("deadline_id", "person_id"), Base.__table_args__)
    id: Mapped[Id]
    deadline_id: Mapped[int] = mapped_column(ForeignKey("deadlines.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    until_at: Mapped[datetime]


LIVE = (DeadlineState.OPEN, DeadlineState.PASSED)


def live(session: Session, matter: str, matter_ids: Iterable[int]) -> list[Deadline]:
    """Return the open and passed deadlines of these matters, soonest first."""

    def read(ids: list[int]) -> dict[int, list[Deadline]]:
        found: dict[int, list[Deadline]] = {row: [] for row in ids}
        for deadline in session.scalars(_live(), {"matter": matter, "ids": ids}):
            found[deadline.matter_id].append(deadline)
        return found

    by_matter = ahead.each(session, (Deadline, matter), matter_ids, read)
    return sorted((one for found in by_matter.values() for one in found), key=lambda one: (one.due_at, one.id))


@cache
def _live() -> Select[Deadline]:
    of_these = Deadline.matter_id.in_(bindparam("ids", expanding=True))
    query = select(Deadline).where(Deadline.matter == bindparam("matter"), of_these, Deadline.state.in_(LIVE))
    return query.order_by(Deadline.due_at, Deadline.id)


def history(session: Session, matter: str, matter_id: int) -> list[Deadline]:
    """Return every deadline a matter ever had, oldest first."""
    return histories(session, matter, [matter_id])[matter_id]


def histories(session: Session, matter: str, matter_ids: Iterable[int]) -> dict[int, list[Deadline]]:
    """Return every deadline that each of these matters ever had, oldest first."""

    def read(ids: list[int]) -> dict[int, list[Deadline]]:
        found: dict[int, list[Deadline]] = {row: [] for row in ids}
        for deadline in session.scalars(_histories(), {"matter": matter, "ids": ids}):
            found[deadline.matter_id].append(deadline)
        return found

    return ahead.each(session, (Deadline, matter, "history"), matter_ids, read)


@cache
def _histories() -> Select[Deadline]:
    of_these = Deadline.matter_id.in_(bindparam("ids", expanding=True))
    return select(Deadline).where(Deadline.matter == bindparam("matter"), of_these).order_by(Deadline.id)


def live_of_agreement(session: Session, agreement_id: int) -> list[Deadline]:
    """Return the open and passed deadlines of an agreement, soonest first."""
    return list(session.scalars(_live_of_agreement(), {"agreement": agreement_id}))


@cache
def _live_of_agreement() -> Select[Deadline]:
    query = select(Deadline).where(Deadline.agreement_id == bindparam("agreement"), Deadline.state.in_(LIVE))
    return query.order_by(Deadline.due_at, Deadline.id)


def first_on_each(session: Session, agreement_id: int, *, matter: str) -> list[Row[str, int, str]]:
    """Return the calendars that an agreement's open deadlines of such matters were worked out on.

    Each is its version, with the matter and the clock of the first deadline on it.
    """
    return list(session.execute(_first_on_each(), {"agreement": agreement_id, "matter": matter}))


@cache
def _first_on_each() -> Select[str, int, str]:
    firsts = select(func.min(Deadline.id)).where(*_counted(), Deadline.matter == bindparam("matter"))
    query = select(Deadline.calendar_version, Deadline.matter_id, Deadline.clock)
    return query.where(Deadline.id.in_(firsts.group_by(Deadline.calendar_version))).order_by(Deadline.id)


def open_on(session: Session, agreement_id: int, version: str, *, matter: str) -> list[int]:
    """Return the ids of an agreement's open deadlines of such matters that were worked out on a calendar."""
    query = select(Deadline.id).where(*_counted(), Deadline.matter == bindparam("matter"))
    query = query.where(Deadline.calendar_version == version).order_by(Deadline.id)
    return list(session.scalars(query, {"agreement": agreement_id, "matter": matter}))


def _counted() -> tuple[ColumnElement[bool], ...]:
    is_open = Deadline.state == spelt_out(DeadlineState.OPEN)
    return is_open, Deadline.agreement_id == bindparam("agreement"), Deadline.calendar_version > ""


def to_be_reminded(session: Session, agreement_id: int, *, after: datetime) -> list[int]:
    """Return the ids of an agreement's deadlines whose next reminder comes after a moment."""
    query = select(Deadline.id).where(Deadline.agreement_id == agreement_id, Deadline.next_nudge_at > after)
    return list(session.scalars(query.order_by(Deadline.id)))


def passing(session: Session, now: datetime, *, most: int) -> list[int]:
    """Return the ids of open deadlines whose time is up, the longest due first.

    One that is not confirmed has not begun to count, so its time cannot be up.
    """
    return list(session.scalars(_passing(), {"now": now, "most": most}))


def passes(now: BindParameter[datetime]) -> tuple[ColumnElement[bool], ...]:
    """Return when the time of a deadline is up by a moment."""
    return Deadline.state == spelt_out(DeadlineState.OPEN), Deadline.due_at <= now, Deadline.confirmed.is_(True)


@cache
def _passing() -> Select[int]:
    query = select(Deadline.id).where(*passes(bindparam("now", type_=UTCDateTime())))
    return query.order_by(Deadline.due_at, Deadline.id).limit(bindparam("most"))


def first_passing(session: Session, now: datetime, *, after: datetime | None = None) -> datetime | None:
    """Return the first moment at which open deadlines are over by now, later than another; None where none are."""
    is_open = Deadline.state == spelt_out(DeadlineState.OPEN)
    query = select(func.min(Deadline.due_at)).where(is_open, Deadline.due_at <= now, Deadline.confirmed)
    return session.scalar(query if after is None else query.where(Deadline.due_at > after))


def pass_over(session: Session, deadline: Deadline) -> bool:
    """Mark an open deadline as passed; return False when it is not open, or somebody else was faster."""
    still_open = update(Deadline).where(Deadline.id == deadline.id, Deadline.state == DeadlineState.OPEN)
    passed = session.execute(still_open.values(state=DeadlineState.PASSED).returning(Deadline.id)).all()
    session.refresh(deadline)
    kept.note(session, deadline)
    return len(passed) == 1


def locked(session: Session, ids: Iterable[int]) -> list[Deadline]:
    """Return these deadlines as they stand now, in the order of their ids; nobody else changes them."""
    query = select(Deadline).where(Deadline.id.in_(list(ids))).order_by(Deadline.id).with_for_update(key_share=True)
    return list(session.scalars(query.execution_options(populate_existing=True)))


def matters_of(session: Session, ids: Iterable[int]) -> list[tuple[str, int]]:
    """Return the matters that these deadlines belong to, each by its kind and id."""
    query = select(Deadline.matter, Deadline.matter_id).where(Deadline.id.in_(list(ids))).distinct()
    return [(row.matter, row.matter_id) for row in session.execute(query)]


def next_open(session: Session, now: datetime) -> Deadline | None:
    """Return the open deadline that comes next, or None."""
    query = select(Deadline).where(Deadline.state == DeadlineState.OPEN, Deadline.due_at > now)
    return session.scalars(query.order_by(Deadline.due_at, Deadline.id).limit(1)).first()


def snooze(session: Session, deadline: Deadline, person_id: int, *, until: datetime) -> None:
    """Keep a person's wish not to be reminded of a deadline before a moment; it replaces an earlier one."""
    query = select(Snooze).where(Snooze.deadline_id == deadline.id, Snooze.person_id == person_id)
    kept = session.scalar(query)
    if kept is None:
        session.add(Snooze(deadline_id=deadline.id, person_id=person_id, until_at=until))
    else:
        kept.until_at = until


def snoozed(session: Session, deadline_ids: Iterable[int]) -> dict[tuple[int, int], datetime]:
    """Return, by deadline and person, the moment before which the person does not want to be reminded of it."""
    query = select(Snooze).where(Snooze.deadline_id.in_(list(deadline_ids)))
    return {(row.deadline_id, row.person_id): row.until_at for row in session.scalars(query)}
