"""Days proclaimed closed (or open) after the bank holidays were published, entered by hand."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from rules.calendars import ClosedDay
from rules.terms import Base as CalendarBase
from storage import kept
from storage.database import Base, Id, Name, forget, remembered, words_of


class Proclamation(Base):
    """A day that a calendar did not know of, whether it is open, and why."""

    __tablename__ = "proclamations"
    __table_args__ = (UniqueConstraint("calendar", "day"), Base.__table_args__)
    id: Mapped[Id]
    calendar: Mapped[CalendarBase] = mapped_column(words_of(CalendarBase))
    day: Mapped[date]
    open: Mapped[bool]
    why: Mapped[Name]
    entered_at: Mapped[datetime]


def proclaimed(session: Session) -> tuple[ClosedDay, ...]:
    """Return every proclaimed day, oldest entry first."""

    def read() -> tuple[ClosedDay, ...]:
        rows = session.scalars(select(Proclamation).order_by(Proclamation.id))
        return tuple(ClosedDay(base=row.calendar, day=row.day, open=row.open, why=row.why) for row in rows)

    return remembered(session, Proclamation, read)


def of_day(session: Session, calendar: CalendarBase, day: date) -> Proclamation | None:
    """Return what was proclaimed of a day on a calendar, or None."""
    return session.scalar(select(Proclamation).where(Proclamation.calendar == calendar, Proclamation.day == day))


def note(session: Session) -> None:
    """Have this transaction's entry tell of every proclaimed day, as the days that an agreement begins with."""
    for row in session.scalars(select(Proclamation).order_by(Proclamation.id)):
        kept.note(session, row)


def proclaim(session: Session, proclamation: Proclamation) -> None:
    """Write down a day; every calendar knows of it from here on."""
    session.add(proclamation)
    session.flush()
    forget(session, Proclamation)
