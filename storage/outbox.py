"""The outbox: messages queued in the transaction that causes them, claimed, sent and receipted afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    String,
    bindparam,
    exists,
    func,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.sql.dml import ReturningInsert, ReturningUpdate

from storage import redraws
from storage.database import Base, Id, Key, words_of
from storage.notices import TOLD_STATES, Notice


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


def _among(name: str, *columns: str, only: str, unique: bool = False) -> Index:
    """Return an index of some rows only."""
    return Index(name, *columns, unique=unique, sqlite_where=text(only), postgresql_where=text(only))


class Message(Base):
    """A message to one channel or one person, or a change of one sent before (`edits`).

    `once` is unique: what is queued twice goes out once. `about` groups what can be withdrawn together.
    `lane` is the channel or user id it goes to on its `platform`; its messages are sent one at a time, in order.
    `carries` says that it goes out as a file, and which: see Carries. `unsure_at` is when the database was restored
    with it in the outbox: it may have gone out before that, which is not known any more.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        # The sender asks which messages are due, which lanes have any, which of a lane comes first and whether it was
        # tried, which lanes are resting; and no lane sends two at once.
        _among("ix_outbox_waiting", "not_before_at", only="state = 'waiting'"),
        _among("ix_outbox_lanes", "platform", "workspace", "lane", "not_before_at", "id", only="state = 'waiting'"),
        _among("ix_outbox_tried", "platform", "workspace", "lane", "id", only="state = 'waiting' AND attempts > 0"),
        _among("uq_outbox_sending", "platform", "workspace", "lane", only="state = 'sending'", unique=True),
        _among("ix_outbox_sent", "sent_at", only="state = 'sent'"),
        _among("ix_outbox_failed", "agreement_id", "id", only="state = 'failed'"),
        Index("ix_outbox_about", "about"),
        # What names a message: a row that is written or deleted is looked for among them.
        _among("ix_outbox_thread_of", "thread_of", only="thread_of IS NOT NULL"),
        _among("ix_outbox_edits", "edits", only="edits IS NOT NULL"),
        Base.__table_args__,
    )
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


TABLE = Base.metadata.tables[Message.__tablename__]


def put(session: Session, values: Mapping[str, Any]) -> int | None:
    """Queue a message in the caller's transaction; return its id, or None when `once` was queued before."""
    session.info[Message] = True
    session.flush()  # what it names may be new
    queued: int | None = session.connection().scalar(_put(session.get_bind().dialect.name), dict(values))
    return queued


def queued(session: Session) -> bool:
    """Return whether this transaction has put or changed something that the sender is to look at."""
    return Message in session.info or redraws.noted(session)


def put_all(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Queue many messages; those whose `once` was queued before are passed over."""
    if rows:
        session.info[Message] = True
        session.connection().execute(_once(session.get_bind().dialect.name), [dict(row) for row in rows])


@cache
def _put(dialect: str) -> ReturningInsert[int]:
    return _once(dialect).returning(TABLE.c.id)


@cache
def _once(dialect: str) -> postgresql.Insert | sqlite.Insert:
    row: postgresql.Insert | sqlite.Insert = (sqlite if dialect == "sqlite" else postgresql).insert(TABLE)
    return row.on_conflict_do_nothing(index_elements=["once"])


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


def rewrite(session: Session, message: Message, values: Mapping[str, Any]) -> bool:
    """Change a message that still waits; return False when a sender has taken it meanwhile."""
    session.info[Message] = True
    session.flush()  # what it names may be new
    changed = session.connection().execute(_rewritten(TABLE.c.id), {"named": message.id, **values}).all()
    for name, value in values.items() if changed else ():
        set_committed_value(message, name, value)
    return len(changed) == 1


def rewrite_edit(session: Session, about: str, values: Mapping[str, Any], *, now: datetime) -> bool:
    """Change the edit of a message that still waits; return False where none does."""
    session.info[Message] = True
    said = {"named": about, "queued_at": now, "not_before_at": now, **values}
    return len(session.connection().execute(_rewritten(TABLE.c.about), said).all()) == 1


@cache
def _rewritten(by: ColumnElement[Any]) -> ReturningUpdate[int]:
    waiting = update(TABLE).where(by == bindparam("named"), TABLE.c.state == MessageState.WAITING)
    return waiting.returning(TABLE.c.id)


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
