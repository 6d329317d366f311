"""What falls due: the one question that a tick asks, and the rows of each kind whose moment has come.

Each is found by the index of its moment. Which dates pass is asked where the dates are kept.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from functools import cache

from sqlalchemy import ColumnElement, Executable, Select, bindparam, exists, func, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql.dml import ReturningUpdate

from storage import deadlines, decisions
from storage.agreements import Agreement, Channel
from storage.backups import WAITS
from storage.database import UTCDateTime
from storage.deadlines import Deadline, DeadlineState
from storage.followers import Follower
from storage.people import Person

Row = InstrumentedAttribute[int]
Planned = InstrumentedAttribute[datetime | None]


class Kind(StrEnum):
    """What can be due, in the order in which it is done."""

    CALENDARS = "calendars"
    RECOUNTS = "recounts"
    PASSING = "passing"
    REMINDERS = "reminders"
    TERMS = "terms"
    MORNINGS = "mornings"
    DIGESTS = "digests"
    CHANNELS = "channels"
    FOLLOWERS = "followers"


def kinds(session: Session, now: datetime) -> frozenset[Kind]:
    """Return of which kinds anything is due by now: of none, as long as a restored database is not live."""
    found = session.execute(_kinds(), {"now": now}).one()
    return frozenset(kind for kind, due in zip(Kind, found, strict=True) if due)


@cache
def _kinds() -> Executable:
    now = bindparam("now", type_=UTCDateTime())
    conditions = {
        Kind.CALENDARS: _come(Agreement.next_calendar_at),
        Kind.RECOUNTS: exists().where(decisions.TO_RECOUNT),
        Kind.PASSING: exists().where(*deadlines.passes(now)),
        Kind.REMINDERS: exists().where(Deadline.next_nudge_at <= now),
        Kind.TERMS: exists().where(Agreement.next_term_at <= now),
        Kind.MORNINGS: _come(Agreement.next_morning_at),
        Kind.DIGESTS: _come(Person.next_digest_at),
        Kind.CHANNELS: _come(Channel.next_digest_at),
        Kind.FOLLOWERS: exists().where(Follower.not_before_at <= now),
    }
    return select(*(~WAITS & conditions[kind] for kind in Kind))


def _come(planned: Planned) -> ColumnElement[bool]:
    """Return whether there is a row whose planned moment has come, or one for which none is planned yet."""
    return or_(exists().where(planned <= bindparam("now", type_=UTCDateTime())), exists().where(planned.is_(None)))


def terms(session: Session, now: datetime, *, most: int) -> list[int]:
    """Return the ids of the agreements about whose end something is to be said by now."""
    return _come_by(session, Agreement.id, Agreement.next_term_at, now, most)


def mornings(session: Session, now: datetime, *, most: int) -> list[int]:
    """Return the ids of the agreements whose morning has come, or is not planned yet."""
    return _to_do(session, Agreement.id, Agreement.next_morning_at, now, most)


def calendars(session: Session, now: datetime, *, most: int) -> list[int]:
    """Return the ids of the agreements whose dates are to be compared with their calendars by now."""
    return _to_do(session, Agreement.id, Agreement.next_calendar_at, now, most)


def channels(session: Session, now: datetime, *, most: int) -> list[int]:
    """Return the ids of the agreements whose channel's list of what is due is to be looked at by now."""
    return _to_do(session, Channel.agreement_id, Channel.next_digest_at, now, most)


def digests(session: Session, now: datetime, *, most: int) -> list[int]:
    """Return the ids of the people whose list of what they owe is due, or is not planned yet."""
    return _to_do(session, Person.id, Person.next_digest_at, now, most)


def reminders(session: Session, now: datetime, *, most: int) -> list[int]:
    """Return the ids of the deadlines whose next reminder is due."""
    return _come_by(session, Deadline.id, Deadline.next_nudge_at, now, most)


def news(session: Session, now: datetime, *, most: int) -> list[int]:
    """Return the ids of the followers whom something new waits for."""
    return _come_by(session, Follower.id, Follower.not_before_at, now, most)


def _to_do(session: Session, row: Row, planned: Planned, now: datetime, most: int) -> list[int]:
    """Return the ids of rows for which nothing is planned yet, and of those whose moment has come: `most` of each."""
    unplanned = session.scalars(_unplanned(row, planned), {"most": most})
    return [*unplanned, *_come_by(session, row, planned, now, most)]


def _come_by(session: Session, row: Row, planned: Planned, now: datetime, most: int) -> list[int]:
    """Return the ids of rows whose moment has come, the earliest first, found by its index however many there are."""
    return list(session.scalars(_come_by_now(row, planned), {"now": now, "most": most}))


@cache
def _unplanned(row: Row, planned: Planned) -> Select[int]:
    return select(row).where(planned.is_(None)).order_by(row).limit(bindparam("most"))


@cache
def _come_by_now(row: Row, planned: Planned) -> Select[int]:
    come = planned <= bindparam("now", type_=UTCDateTime())
    return select(row).where(come).order_by(planned, row).limit(bindparam("most"))


def plan_channel(session: Session, agreement_id: int, now: datetime, *, next_at: datetime) -> bool:
    """Plan the next list of an agreement's channel; return False where none was due, as somebody else was faster."""
    found = session.execute(_planned_channel(), {"now": now, "agreement": agreement_id, "next_at": next_at})
    return len(found.all()) == 1


@cache
def _planned_channel() -> ReturningUpdate[int]:
    come = or_(Channel.next_digest_at <= bindparam("now"), Channel.next_digest_at.is_(None))
    due = update(Channel).where(Channel.agreement_id == bindparam("agreement"), come)
    planned = due.values(next_digest_at=bindparam("next_at")).returning(Channel.id)
    return planned.execution_options(synchronize_session=False)


def next_after(session: Session, now: datetime) -> datetime | None:
    """Return when something of any kind falls due next after a moment; None where nothing is planned.

    That an agreement's calendars are compared brings nothing by itself, and is left out.
    """
    planned = (
        *(Agreement.next_term_at, Agreement.next_morning_at, Channel.next_digest_at),
        *(Deadline.next_nudge_at, Person.next_digest_at, Follower.not_before_at),
    )
    queries = [select(func.min(column)).where(column > now) for column in planned]
    queries.append(select(func.min(Deadline.due_at)).where(Deadline.due_at > now, Deadline.state == DeadlineState.OPEN))
    found = session.execute(select(*(query.scalar_subquery() for query in queries))).one()
    return min((at for at in found if at is not None), default=None)
