"""The outbox: messages queued in the transaction that causes them, claimed, sent and receipted afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    ForeignKey,
    Index,
    Select,
    String,
    bindparam,
    exists,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column
from sqlalchemy.sql.dml import ReturningInsert, ReturningUpdate

from storage.backups import WAITS
from storage.database import Base, Id, Key, UTCDateTime, spelt_out, words_of
from storage.notices import TOLD_STATES, Notice
from storage.people import HOME_IS_STALE, ZONE_NOT_ASKED
from storage.signatures import lacks_copy

ALONE = select(func.pg_advisory_xact_lock(4_111_968))  # the advisory lock that claims share on PostgreSQL
LEASE = timedelta(seconds=60)  # a claim older than this belonged to a process that died
PATIENCE = 6  # attempts, 2 seconds to a minute apart, during which a message keeps its place in its lane


class MessageState(StrEnum):
    """How far a message has come."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


class Carries(StrEnum):
    """What file a message is: a letter or a picture set from its facts, a copy of what somebody gave, or a document.

    A copy is of a file that was given to a form. A document is one of the files that are kept, told by its SHA-256.
    """

    LETTER = "letter"
    PICTURE = "picture"
    COPY = "copy"
    DOCUMENT = "document"


class Message(Base):
    """A message to one channel or one person, or a change of one sent before (`edits`).

    `once` is unique: what is queued twice goes out once. `about` groups what can be withdrawn together.
    `lane` is the channel or user id it goes to on its `platform`; its messages are sent one at a time, in order.
    `carries` says that it goes out as a file, and which: see Carries. `unsure_at` is when the database was restored
    with it in the outbox: it may have gone out before that, which is not known any more.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        # The sender asks for the waiting messages that are due, and for claims that have run out.
        Index("ix_outbox_waiting", "not_before_at", sqlite_where=text("state = 'waiting'"),
              postgresql_where=text("state = 'waiting'")),
        Index("ix_outbox_sending", "workspace", "lane", sqlite_where=text("state = 'sending'"),
              postgresql_where=text("state = 'sending'")),
        Index("ix_outbox_failed", "agreement_id", "id", sqlite_where=text("state = 'failed'"),
              postgresql_where=text("state = 'failed'")),
        Index("ix_outbox_about", "about"),
        # What names a message: a row that is written or deleted is looked for among them.
        Index("ix_outbox_thread_of", "thread_of", sqlite_where=text("thread_of IS NOT NULL"),
              postgresql_where=text("thread_of IS NOT NULL")),
        Index("ix_outbox_edits", "edits", sqlite_where=text("edits IS NOT NULL"),
              postgresql_where=text("edits IS NOT NULL")),
        Base.__table_args__,
    )  # fmt: skip
    id: Mapped[Id]
    once: Mapped[str] = mapped_column(String(200), unique=True)
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"))
    platform: Mapped[str] = mapped_column(String(10))
    workspace: Mapped[str] = mapped_column(String(40))
    lane: Mapped[str] = mapped_column(String(40))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    thread_of: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"))
    edits: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"))
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notices.id"))
    about: Mapped[str | None] = mapped_column(String(60))
    template: Mapped[Key]
    carries: Mapped[str | None] = mapped_column(String(10))
    facts: Mapped[dict[str, Any]]
    buttons: Mapped[list[dict[str, Any]]] = mapped_column(JSON(none_as_null=True))
    state: Mapped[MessageState] = mapped_column(words_of(MessageState), default=MessageState.WAITING)
    queued_at: Mapped[datetime]
    not_before_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    claimed_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    remote_channel: Mapped[str | None] = mapped_column(String(40))
    remote_id: Mapped[str | None] = mapped_column(String(40))
    fault: Mapped[str | None] = mapped_column(String(200))
    unsure_at: Mapped[datetime | None]


def put(session: Session, values: Mapping[str, Any]) -> int | None:
    """Queue a message in the caller's transaction; return its id, or None when `once` was queued before."""
    session.info[Message] = True
    session.flush()  # what it names may be new
    queued: int | None = session.connection().scalar(_put(session.get_bind().dialect.name), dict(values))
    return queued


def queued(session: Session) -> bool:
    """Return whether this transaction has put or changed a message, so that the sender has something to look at."""
    return Message in session.info


def put_all(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Queue many messages; those whose `once` was queued before are passed over."""
    if rows:
        session.info[Message] = True
        session.connection().execute(_once(session.get_bind().dialect.name), [dict(row) for row in rows])


@cache
def _put(dialect: str) -> ReturningInsert[int]:
    return _once(dialect).returning(Message.__table__.c.id)


@cache
def _once(dialect: str) -> postgresql.Insert | sqlite.Insert:
    row: postgresql.Insert | sqlite.Insert = (sqlite if dialect == "sqlite" else postgresql).insert(Message.__table__)
    return row.on_conflict_do_nothing(index_elements=["once"])


def anything(session: Session, now: datetime) -> bool:
    """Return whether a sender has anything to do: a message, a home tab, a time zone to ask for, a copy to make.

    Nothing, as long as a restored database is not live. Most looks ask this one question and are done.
    """
    return bool(session.scalar(_anything(), {"now": now, "died": now - LEASE}))


@cache
def _anything() -> Select[tuple[bool | None]]:
    now, died = bindparam("now", type_=UTCDateTime()), bindparam("died", type_=UTCDateTime())
    return select(
        ~WAITS
        & or_(
            exists().where(Message.state == spelt_out(MessageState.WAITING), Message.not_before_at <= now),
            exists().where(Message.state == spelt_out(MessageState.SENDING), Message.claimed_at <= died),
            exists().where(HOME_IS_STALE),
            exists().where(*ZONE_NOT_ASKED),
            exists().where(*lacks_copy(now)),
        )
    )


def claim(session: Session, now: datetime, *, most: int, busy: tuple[str, ...] = ()) -> list[Message]:
    """Take up to `most` due messages for sending: the first of each lane, none of a lane that is sending.

    One that was tried and must wait keeps its place, and those behind it in its lane wait with it: for two minutes
    or so, so that one message nobody can take does not silence a channel.
    The claim is a change of state in the database, so that two senders never hold the same message.
    """
    if session.get_bind().dialect.name == "postgresql":
        # Two claims at once could each take another message of the same lane, neither seeing the other's.
        session.execute(ALONE)
    values = {"now": now, "busy": list(busy), "most": most}
    messages = list(session.scalars(_claimable(), values))
    for message in messages:
        message.state, message.claimed_at, message.attempts = MessageState.SENDING, now, message.attempts + 1
    return messages


@cache
def _claimable() -> Select[Message]:
    """Return the query for what can be claimed at `now`: at `most` so many, none of the lanes that are `busy`.

    It is asked after every message and every second: putting it together each time costs more than its answer.
    """
    now, busy = bindparam("now", type_=UTCDateTime()), bindparam("busy", type_=String(), expanding=True)
    waiting, sending = spelt_out(MessageState.WAITING), spelt_out(MessageState.SENDING)
    first, other, root = aliased(Message), aliased(Message), aliased(Message)
    # What stands in a thread waits until there is one.
    has_its_thread = ~exists().where(root.id == first.thread_of, root.state.in_((waiting, sending)))
    first_of_each_lane = (
        select(func.min(first.id))
        .where(
            first.state == waiting, has_its_thread, or_(first.not_before_at <= now, first.attempts.between(1, PATIENCE))
        )
        .group_by(first.platform, first.workspace, first.lane)
    )
    lane_is_sending = exists().where(
        other.state == sending,
        other.platform == Message.platform,
        other.workspace == Message.workspace,
        other.lane == Message.lane,
    )
    query = select(Message).where(
        Message.id.in_(first_of_each_lane),
        Message.state == waiting,
        Message.not_before_at <= now,
        Message.lane.not_in(busy),
        ~lane_is_sending,
    )
    return query.order_by(Message.id).limit(bindparam("most")).with_for_update(skip_locked=True)


def reclaim(session: Session, now: datetime) -> int:
    """Put back what was being sent when its process died; return how many. It may go out a second time."""
    return len(session.execute(_reclaimed(), {"died": now - LEASE}).all())


@cache
def _reclaimed() -> ReturningUpdate[int]:
    stale = update(Message).where(Message.state == MessageState.SENDING, Message.claimed_at <= bindparam("died"))
    put_back = stale.values(state=MessageState.WAITING).returning(Message.id)
    return put_back.execution_options(synchronize_session=False)  # nothing is read before it


def of_ids(session: Session, ids: Iterable[int], *, lock: bool = False) -> list[Message]:
    """Return these messages in the order of their ids, as they stand now; nobody else changes them with `lock`."""
    wanted = list(ids)
    return list(session.scalars(_of_ids(lock=lock), {"ids": wanted})) if wanted else []


@cache
def _of_ids(*, lock: bool) -> Select[Message]:
    query = select(Message).where(Message.id.in_(bindparam("ids", expanding=True))).order_by(Message.id)
    query = query.with_for_update(key_share=True) if lock else query
    return query.execution_options(populate_existing=True)


def notices_of(session: Session, ids: Sequence[int]) -> list[int]:
    """Return the ids of the notices that some of these messages are."""
    return [notice for notice in session.scalars(_notices_of(), {"ids": ids}) if notice is not None]


@cache
def _notices_of() -> Select[int | None]:
    of_these = Message.id.in_(bindparam("ids", expanding=True))
    return select(Message.notice_id).where(of_these, Message.notice_id.is_not(None))


def related(session: Session, messages: Iterable[Message]) -> dict[int, Message]:
    """Return the messages that these change or stand in the thread of, by id."""
    named = {name for message in messages for name in (message.edits, message.thread_of) if name is not None}
    return {message.id: message for message in of_ids(session, named)}


def rewrite(session: Session, message: Message, values: Mapping[str, Any]) -> bool:
    """Change a message that still waits; return False when a sender has taken it meanwhile."""
    session.info[Message] = True
    session.flush()  # what it names may be new
    changed = session.connection().execute(_rewritten(), {"message": message.id, **values}).all()
    session.refresh(message)
    return len(changed) == 1


@cache
def _rewritten() -> ReturningUpdate[int]:
    table = Base.metadata.tables[Message.__tablename__]
    waiting = update(table).where(table.c.id == bindparam("message"), table.c.state == MessageState.WAITING)
    return waiting.returning(table.c.id)


def withdraw(session: Session, *about: str, but: str | None = None) -> None:
    """Take back what is still waiting about these things; `but` is the key of one that stays."""
    query = update(Message).where(Message.about.in_(about), Message.state == MessageState.WAITING)
    if but is not None:
        query = query.where(Message.once != but)
    session.execute(query.values(state=MessageState.WITHDRAWN))


def hold_new(session: Session, agreement_id: int, *, queued_at: datetime, until: datetime) -> None:
    """Keep back until a moment what was queued for an agreement at another one; changes still go out at once."""
    new = update(Message).where(
        Message.state == MessageState.WAITING,
        Message.not_before_at <= queued_at,
        Message.queued_at == queued_at,
        Message.agreement_id == agreement_id,
        Message.edits.is_(None),
    )
    session.execute(new.values(not_before_at=until).execution_options(synchronize_session=False))


def hold(session: Session, about: str, *, person_id: int, until: datetime) -> None:
    """Keep back until a moment what still waits for one person about something."""
    waiting = update(Message).where(
        Message.about == about, Message.person_id == person_id, Message.state == MessageState.WAITING
    )
    session.execute(waiting.values(not_before_at=until))


def sent_about(session: Session, about: str) -> list[Message]:
    """Return the messages about something that went out or are waiting: first versions only, and no files."""
    return list(session.scalars(_sent_about(), {"about": about}))


@cache
def _sent_about() -> Select[Message]:
    of_it = Message.about == bindparam("about")
    states = (MessageState.SENT, MessageState.SENDING, MessageState.WAITING)
    query = select(Message).where(of_it, Message.edits.is_(None), Message.carries.is_(None), Message.state.in_(states))
    return query.order_by(Message.id)


def times_queued(session: Session, about: str) -> int:
    """Return how many messages about something were ever queued."""
    return session.scalar(_times_queued(), {"about": about}) or 0


@cache
def _times_queued() -> Select[int]:
    return select(func.count()).where(Message.about == bindparam("about"))


def due(session: Session, now: datetime) -> list[Message]:
    """Return what waits and may go out by now, in the order it was queued."""
    query = select(Message).where(Message.state == MessageState.WAITING, Message.not_before_at <= now)
    return list(session.scalars(query.order_by(Message.id)))


def mark_unsure(session: Session, now: datetime) -> None:
    """Note on what was being sent, and on what was due by now, that it may have gone out. It waits again."""
    was_due = (Message.state == MessageState.WAITING) & (Message.not_before_at <= now)
    unsure = update(Message).where((Message.state == MessageState.SENDING) | was_due)
    session.execute(unsure.values(state=MessageState.WAITING, claimed_at=None, unsure_at=now))


def next_due_at(session: Session) -> datetime | None:
    """Return when the next waiting message may go out, or None when none waits."""
    return session.scalar(select(func.min(Message.not_before_at)).where(Message.state == MessageState.WAITING))


def dead_letters(session: Session, agreement_id: int) -> list[Message]:
    """Return the messages of an agreement that could not be delivered, newest first.

    A notice whose partner was told in another way since is seen to, and left out.
    """
    told = exists().where(Notice.id == Message.notice_id, Notice.state.in_(TOLD_STATES))
    query = select(Message).where(
        Message.agreement_id == agreement_id,
        Message.state == MessageState.FAILED,
        ~told,
    )
    return list(session.scalars(query.order_by(Message.id.desc()).limit(50)))
