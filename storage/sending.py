"""What the sender asks of the outbox: what there is to do, a batch of messages to send, and that they were sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    Row,
    Select,
    String,
    Update,
    and_,
    any_,
    bindparam,
    case,
    exists,
    false,
    func,
    literal,
    or_,
    select,
    tuple_,
    type_coerce,
    update,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.dml import ReturningUpdate

from storage import redraws
from storage.backups import WAITS
from storage.database import UTCDateTime, spelt_out
from storage.outbox import TABLE, MessageState
from storage.people import HOME_IS_STALE, ZONE_NOT_ASKED
from storage.signatures import lacks_copy

LEASE = timedelta(seconds=60)  # a claim older than this belonged to a process that died
PATIENCE = 6  # attempts, 2 seconds to a minute apart, during which a message keeps its place in its lane
LOOKED_AT = 200  # of the messages that are due, the oldest: the lanes among them are asked for their first
STEPS = 500  # lanes that are gone through in turn where the oldest are of a few lanes only

WAITING, SENDING, SENT = (spelt_out(state) for state in (MessageState.WAITING, MessageState.SENDING, MessageState.SENT))
NOW = bindparam("now", type_=UTCDateTime())


class Claimed(NamedTuple):
    """What is known of a message that was claimed, by the names of its columns."""

    id: int
    platform: str
    lane: str
    person_id: int | None
    agreement_id: int | None
    thread_of: int | None
    edits: int | None
    notice_id: int | None
    template: str
    carries: str | None
    facts: dict[str, Any]
    buttons: list[dict[str, Any]]
    attempts: int
    unsure_at: datetime | None


class Look(NamedTuple):
    """What there is to do: how many messages are due, up to LOOKED_AT, and whether there is any of the other kinds.

    `changed`: a matter whose messages are to be drawn.
    """

    due: int
    changed: bool
    died: bool
    homes: bool
    zones: bool
    copies: bool


class Lane(NamedTuple):
    """Where messages go one at a time: a channel or a person of a workspace of a platform."""

    platform: str
    workspace: str
    lane: str


FIRST = Lane("", "", "")
"""Before the first of all lanes."""


def look(session: Session, now: datetime) -> Look:
    """Return what there is to do. Nothing, as long as a restored database is not live.

    Most looks ask this one question and are done.
    """
    return Look._make(session.connection().execute(_look(), {"now": now, "died": now - LEASE}).one())


@cache
def _look() -> Select[Any]:
    m = TABLE.c
    due = select(m.id).where(m.state == WAITING, m.not_before_at <= NOW, ~WAITS).limit(LOOKED_AT).subquery()
    died = exists().where(m.state == SENDING, m.claimed_at <= bindparam("died", type_=UTCDateTime()))
    changed = exists().where(redraws.waits(NOW))
    chores = (exists().where(HOME_IS_STALE), exists().where(*ZONE_NOT_ASKED), exists().where(*lacks_copy(NOW)))
    others = (and_(~WAITS, some) for some in (changed, died, *chores))
    return select(select(func.count()).select_from(due).scalar_subquery(), *others)


def reclaim(session: Session, now: datetime) -> int:
    """Put back what was being sent when its process died; return how many. It may go out a second time."""
    return len(session.connection().execute(_reclaimed(), {"died": now - LEASE}).all())


@cache
def _reclaimed() -> ReturningUpdate[Any]:
    stale = update(TABLE).where(TABLE.c.state == SENDING, TABLE.c.claimed_at <= bindparam("died", type_=UTCDateTime()))
    return stale.values(state=MessageState.WAITING).returning(TABLE.c.id)


# --- Claiming -----------------------------------------------------------------------------------------------------


def claim(session: Session, now: datetime, *, most: int, rests: Mapping[str, timedelta]) -> list[Claimed]:
    """Take up to `most` due messages for sending: the first of each lane, none of a lane that is sending or resting.

    `rests` says how long the lanes of a platform rest after a message, whichever process sent it. The first of a lane
    is the one that was due first. One that was tried and must wait keeps its place, and those behind it in its lane
    wait with it: for two minutes or so, so that one message nobody can take does not silence a channel.

    The lanes are those of the oldest LOOKED_AT messages that are due. Raises IntegrityError where another sender has
    taken another message of one of them at the same moment: the database refuses a lane that sends two.
    """
    asked = {"now": now, "most": most, **_rested(now, rests)}
    return _in_order(session.connection().execute(_oldest(_dialect(session), tuple(rests)), asked))


def claim_in_turn(
    session: Session, now: datetime, *, most: int, rests: Mapping[str, timedelta], after: Lane
) -> tuple[list[Claimed], Lane]:
    """Take messages as `claim` does, of the next STEPS lanes `after` one; return them, and the lane to go on after.

    So nobody waits behind the thousands of one lane.
    """
    asked = {"now": now, **after._asdict(), **_rested(now, rests)}
    walked = session.connection().execute(_walk(tuple(rests)), asked).all()
    heads = [row.head for row in walked if row.head is not None]
    last = Lane(*walked[-1][:3]) if len(walked) == STEPS else FIRST
    if not heads:
        return [], last
    taken = session.connection().execute(_these(_dialect(session)), {"now": now, "most": most, "heads": heads})
    return _in_order(taken), last


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name


def _in_order(rows: Iterable[Row[Any]]) -> list[Claimed]:
    return sorted(map(Claimed._make, rows), key=lambda message: message.id)


def _rested(now: datetime, rests: Mapping[str, timedelta]) -> dict[str, datetime]:
    return {f"rested_{platform}": now - rest for platform, rest in rests.items()}


@cache
def _oldest(dialect: str, platforms: tuple[str, ...]) -> ReturningUpdate[Any]:
    """Return the claim of the first messages of those lanes whose messages have been due for longest."""
    m = TABLE.c
    waiting = select(m.platform, m.workspace, m.lane, m.not_before_at).where(m.state == WAITING)
    oldest = waiting.order_by(m.not_before_at).limit(LOOKED_AT).cte("oldest")
    lanes = select(*_names(oldest)).where(oldest.c.not_before_at <= NOW).distinct().cte("lanes")
    return _taken(dialect, select(_head(lanes)).select_from(lanes).where(_free(lanes, platforms)))


@cache
def _these(dialect: str) -> ReturningUpdate[Any]:
    return _taken(dialect, select(TABLE.c.id).where(TABLE.c.id.in_(bindparam("heads", expanding=True))))


def _taken(dialect: str, heads: Select[Any]) -> ReturningUpdate[Any]:
    """Return the statement that takes some of these messages, which are the first of their lanes.

    It passes over those that another sender is taking, and looks again at those that one has just taken.
    """
    m = TABLE.alias()
    # Told so that PostgreSQL finds them by their ids alone, also where it has not counted yet how many wait.
    waits = and_(type_coerce(m.c.state, String()) + "" == MessageState.WAITING.value, m.c.not_before_at <= NOW)
    free = select(m.c.id).where(_among(dialect, m.c.id, heads), waits)
    free = free.order_by(m.c.not_before_at, m.c.id).limit(bindparam("most", type_=Integer()))
    picked = select(free.with_for_update(skip_locked=True, of=m).cte("picked").c.id)
    taken = update(TABLE).where(_among(dialect, TABLE.c.id, picked))
    values = {"state": MessageState.SENDING, "claimed_at": NOW, "attempts": TABLE.c.attempts + 1}
    return taken.values(values).returning(*(TABLE.c[name] for name in Claimed._fields))


def _among(dialect: str, column: ColumnElement[int], found: Select[Any]) -> ColumnElement[bool]:
    """Return whether a column is among what is found, which is few: PostgreSQL would read all rows to compare them."""
    if dialect == "sqlite":
        return column.in_(found)
    return column == any_(func.array(found.scalar_subquery()))


@cache
def _walk(platforms: tuple[str, ...]) -> Select[Any]:
    """Return the query for the lanes after one that have anything waiting, each with its first message or None."""
    first, lane = TABLE.alias("first"), TABLE.alias("next")
    asked = [bindparam(name, type_=String()) for name in Lane._fields]
    walked = select(*_names(first), literal(1).label("step")).where(first.c.id == _after(asked)).cte(recursive=True)
    last = [name + "" for name in _names(walked)]  # SQLite seeks by all three where they are no columns
    further = select(*_names(lane), walked.c.step + 1).join_from(walked, lane, lane.c.id == _after(last))
    walked = walked.union_all(further.where(walked.c.step < STEPS))
    head = case((_free(walked, platforms), _head(walked)))
    return select(*_names(walked), head.label("head")).order_by(walked.c.step)


def _names(lane: FromClause) -> tuple[ColumnElement[Any], ...]:
    return tuple(lane.c[name] for name in Lane._fields)


def _after(names: Iterable[ColumnElement[Any]]) -> ColumnElement[Any]:
    """Return the id of a message that waits in the next lane that has any: nothing is due after the last day."""
    m = TABLE.alias()
    end = literal(datetime.max.replace(tzinfo=UTC), UTCDateTime())
    further = select(m.c.id).where(m.c.state == WAITING, tuple_(*_names(m), m.c.not_before_at) > tuple_(*names, end))
    return further.order_by(*_names(m)).limit(1).scalar_subquery()


def _of(lane: FromClause, other: FromClause) -> ColumnElement[bool]:
    return and_(*(mine == its for mine, its in zip(_names(lane), _names(other), strict=True)))


def _head(lane: FromClause) -> ColumnElement[Any]:
    """Return the id of a lane's first message: one that was tried, or else the one that was due first."""
    tried, due, root = TABLE.alias(), TABLE.alias(), TABLE.alias()
    none = literal(0, literal_execute=True)  # as its index has it
    kept_its_place = and_(tried.c.state == WAITING, tried.c.attempts > none, tried.c.attempts <= PATIENCE)
    # What stands in a thread waits until there is one.
    has_its_thread = ~exists().where(root.c.id == due.c.thread_of, root.c.state.in_((WAITING, SENDING)))
    can_go = and_(due.c.state == WAITING, due.c.not_before_at <= NOW, has_its_thread)
    kept = select(tried.c.id).where(kept_its_place, _of(tried, lane)).order_by(tried.c.id)
    first = select(due.c.id).where(can_go, _of(due, lane)).order_by(due.c.not_before_at, due.c.id)
    return func.coalesce(*(one.limit(1).correlate(lane).scalar_subquery() for one in (kept, first)))


def _free(lane: FromClause, platforms: tuple[str, ...]) -> ColumnElement[bool]:
    """Return whether a lane sends nothing now and does not rest."""
    sending, sent = TABLE.alias(), TABLE.alias()
    rested = (bindparam(f"rested_{platform}", type_=UTCDateTime()) for platform in platforms)
    lately = (and_(sent.c.platform == name, sent.c.sent_at > at) for name, at in zip(platforms, rested, strict=True))
    resting = select(*_names(sent)).where(sent.c.state == SENT, or_(false(), *lately))
    return and_(
        ~select(sending.c.id).where(sending.c.state == SENDING, _of(sending, lane)).correlate(lane).exists(),
        tuple_(*_names(lane)).not_in(resting),
    )


class Standing(NamedTuple):
    """Where another message stands, that one changes or stands in the thread of."""

    id: int
    state: MessageState
    remote_channel: str | None
    remote_id: str | None


def related(session: Session, messages: Iterable[Claimed]) -> dict[int, Standing]:
    """Return where those stand that these messages change or stand in the thread of, by id."""
    named = {name for message in messages for name in (message.edits, message.thread_of) if name is not None}
    rows = session.connection().execute(_standing(), {"ids": list(named)}) if named else ()
    return {row.id: Standing._make(row) for row in rows}


@cache
def _standing() -> Select[Any]:
    columns = (TABLE.c[name] for name in Standing._fields)
    return select(*columns).where(TABLE.c.id.in_(bindparam("ids", expanding=True)))


# --- What became of them ------------------------------------------------------------------------------------------


class Sent(NamedTuple):
    """That a door took a message: its id, when, and where it stands there."""

    message: int
    at: datetime
    channel: str
    remote_id: str


def note_sent(session: Session, receipts: Sequence[Sent]) -> None:
    """Write where messages stand that their doors took: one statement, however many."""
    if receipts:
        session.connection().execute(_sent(), [one._asdict() for one in sorted(receipts)])


@cache
def _sent() -> Update:
    values = {
        "state": MessageState.SENT,
        "sent_at": bindparam("at", type_=UTCDateTime()),
        "remote_channel": bindparam("channel"),
        "remote_id": bindparam("remote_id"),
        "fault": None,
    }
    return update(TABLE).where(TABLE.c.id == bindparam("message")).values(values)


def take_back(session: Session, ids: Sequence[int]) -> None:
    """Take back claimed messages: there is nothing in the chat for them to change."""
    if ids:
        session.connection().execute(_withdrawn(), {"ids": ids})


@cache
def _withdrawn() -> Update:
    these = update(TABLE).where(TABLE.c.id.in_(bindparam("ids", expanding=True)))
    return these.values(state=MessageState.WITHDRAWN)
