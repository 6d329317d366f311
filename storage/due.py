"""What falls due: the one question that a tick asks, and the agreements of which something does.

What falls due of a date, a person or a follower is asked where those are kept.
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


def _come(planned: InstrumentedAttribute[datetime | None]) -> ColumnElement[bool]:
    """Return whether there is a row whose planned moment has come, or one for which none is planned yet."""
    return or_(exists().where(planned <= bindparam("now", type_=UTCDateTime())), exists().where(planned.is_(None)))


def terms(session: Session, now: datetime) -> list[int]:
    """Return the ids of the agreements about whose end something is to be said by now."""
    return list(session.scalars(_terms(), {"now": now}))


@cache
def _terms() -> Select[int]:
    return select(Agreement.id).where(Agreement.next_term_at <= bindparam("now")).order_by(Agreement.next_term_at)


def mornings(session: Session, now: datetime) -> list[int]:
    """Return the ids of the agreements whose morning has come, or is not planned yet."""
    return list(session.scalars(_mornings(), {"now": now}))


@cache
def _mornings() -> Select[int]:
    come = or_(Agreement.next_morning_at <= bindparam("now"), Agreement.next_morning_at.is_(None))
    return select(Agreement.id).where(come).order_by(Agreement.id)


def calendars(session: Session, now: datetime) -> list[int]:
    """Return the ids of the agreements whose dates are to be compared with their calendars by now."""
    return list(session.scalars(_calendars(), {"now": now}))


@cache
def _calendars() -> Select[int]:
    come = or_(Agreement.next_calendar_at <= bindparam("now"), Agreement.next_calendar_at.is_(None))
    return select(Agreement.id).where(come).order_by(Agreement.id)


def channels(session: Session, now: datetime) -> list[int]:
    """Return the ids of the agreements whose channel's list of what is due is to be looked at by now."""
    return list(session.scalars(_channels(), {"now": now}))


@cache
def _channels() -> Select[int]:
    return select(Channel.agreement_id).where(_channel_come()).order_by(Channel.id)


def _channel_come() -> ColumnElement[bool]:
    return or_(Channel.next_digest_at <= bindparam("now"), Channel.next_digest_at.is_(None))


def plan_channel(session: Session, agreement_id: int, now: datetime, *, next_at: datetime) -> bool:
    """Plan the next list of an agreement's channel; return False where none was due, as somebody else was faster."""
    found = session.execute(_planned_channel(), {"now": now, "agreement": agreement_id, "next_at": next_at})
    return len(found.all()) == 1


@cache
def _planned_channel() -> ReturningUpdate[int]:
    due = update(Channel).where(Channel.agreement_id == bindparam("agreement"), _channel_come())
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
