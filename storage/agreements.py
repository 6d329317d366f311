"""Agreements, the versions of their terms, what was decided of what they leave open, and their channel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from pydantic import ValidationError
from sqlalchemy import ForeignKey, Select, String, Text, UniqueConstraint, bindparam, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column, undefer

from rules import open_points, term
from rules.errors import Refusal
from rules.older_words import renewed
from rules.term import InForce
from rules.terms import Terms
from storage.database import Base, Id, Key, Name, forget, remembered
from storage.marks import Marked


class UnreadableTerms(Refusal):
    """Stored terms that this version of Accord cannot read; nothing can be done in their agreement until it can."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"The terms of {key} are stored in words that this version of Accord can't read, so nothing can be done in "
            "it now. Nothing is lost. Please tell whoever runs Accord: python -m bot doctor says what is wrong."
        )


class Agreement(Marked, Base):
    """One memorandum or collaboration agreement. It counts its register's entries; `storage/counters.py` its matters.

    `commenced_on` is the day on which it took effect by its signatures, `ended_on` its last day where it was ended
    early. Something is to be said about its end at `next_term_at`; `term_said` is what was said last. Its next working
    morning is at `next_morning_at`, None until one is planned. `told_month` is the last month that a bulletin was due
    for, such as 2022-11. Its reminders were planned on a `reminders_calendar`, None before the first were. What its
    dates are counted on is compared with its calendars at `next_calendar_at`, None: at the next tick.
    """

    __tablename__ = "agreements"
    id: Mapped[Id]
    key: Mapped[Key] = mapped_column(unique=True)
    prefix: Mapped[str] = mapped_column(String(6), unique=True)
    issues_raised: Mapped[int] = mapped_column(default=0)
    decisions_proposed: Mapped[int] = mapped_column(default=0, server_default="0")
    conflicts_declared: Mapped[int] = mapped_column(default=0, server_default="0")
    actions_opened: Mapped[int] = mapped_column(default=0, server_default="0")
    signatures_requested: Mapped[int] = mapped_column(default=0, server_default="0")
    reviews_opened: Mapped[int] = mapped_column(default=0, server_default="0")
    trackers_kept: Mapped[int] = mapped_column(default=0, server_default="0")
    milestones_added: Mapped[int] = mapped_column(default=0, server_default="0")
    meetings_planned: Mapped[int] = mapped_column(default=0, server_default="0")
    commenced_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    next_term_at: Mapped[datetime | None] = mapped_column(index=True)
    term_said: Mapped[str | None] = mapped_column(String(20))
    next_morning_at: Mapped[datetime | None] = mapped_column(index=True)
    told_month: Mapped[str | None] = mapped_column(String(7))
    reminders_calendar: Mapped[str | None] = mapped_column(String(300))
    next_calendar_at: Mapped[datetime | None] = mapped_column(index=True)
    register_entries: Mapped[int] = mapped_column(default=0)
    register_head: Mapped[str] = mapped_column(String(64), default="")
    loaded_at: Mapped[datetime]


class TermsVersion(Base):
    """One validated, immutable version of an agreement's pack, with the file it was read from.

    `body` and `source` are long, and read only by whoever asks for them.
    """

    __tablename__ = "terms"
    __table_args__ = (
        UniqueConstraint("agreement_id", "number"),
        Base.__table_args__,
    )
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    number: Mapped[int]
    sha256: Mapped[str] = mapped_column(String(64))
    body: Mapped[dict[str, Any]] = mapped_column(deferred=True)
    source: Mapped[str] = mapped_column(Text, deferred=True)
    loaded_at: Mapped[datetime]


class Settlement(Base):
    """What a person decided of a point that the document leaves open."""

    __tablename__ = "settlements"
    __table_args__ = (UniqueConstraint("agreement_id", "key"), Base.__table_args__)
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    key: Mapped[Key]
    value: Mapped[str] = mapped_column(String(200))
    why: Mapped[str] = mapped_column(Text)
    settled_by: Mapped[Name]
    settled_at: Mapped[datetime]


class Channel(Base):
    """The chat channel in which an agreement is run. Its list of what is due goes out next at `next_digest_at`.

    None: whether today's is due is looked at with the next tick.
    """

    __tablename__ = "channels"
    __table_args__ = (UniqueConstraint("platform", "channel"), Base.__table_args__)
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), unique=True)
    platform: Mapped[str] = mapped_column(String(10))
    workspace: Mapped[str] = mapped_column(String(40))
    channel: Mapped[str] = mapped_column(String(40))
    bound_at: Mapped[datetime]
    next_digest_at: Mapped[datetime | None] = mapped_column(index=True)


def every_version(session: Session) -> Iterator[tuple[str, TermsVersion]]:
    """Give every version of every agreement's terms with the agreement's key, oldest first, read whole."""
    query = select(Agreement.key, TermsVersion).join(TermsVersion, TermsVersion.agreement_id == Agreement.id)
    query = query.options(undefer(TermsVersion.body)).order_by(TermsVersion.id)
    yield from session.execute(query.execution_options(yield_per=20))


def all_agreements(session: Session) -> list[Agreement]:
    """Return every agreement, by key."""
    return list(session.scalars(_all_agreements()))


@cache
def _all_agreements() -> Select[Agreement]:
    return select(Agreement).order_by(Agreement.key)


def of_ids(session: Session, ids: Iterable[int]) -> list[Agreement]:
    """Return these agreements, by key."""
    wanted = list(ids)
    return list(session.scalars(_of_ids(), {"ids": wanted})) if wanted else []


@cache
def _of_ids() -> Select[Agreement]:
    return select(Agreement).where(Agreement.id.in_(bindparam("ids", expanding=True))).order_by(Agreement.key)


def by_key(session: Session, key: str) -> Agreement | None:
    """Return the agreement with this key, or None."""
    return session.scalar(select(Agreement).where(Agreement.key == key))


def by_prefix(session: Session, prefix: str) -> Agreement | None:
    """Return the agreement whose references begin with this prefix, or None."""
    return session.scalar(select(Agreement).where(Agreement.prefix == prefix.upper()))


def in_channel(session: Session, *, platform: str, channel: str) -> Agreement | None:
    """Return the agreement run in this channel, or None when the channel is bound to none.

    People of several workspaces can be in a shared channel, so the channel's id alone tells.
    """
    return session.scalar(_in_channel(), {"platform": platform, "channel": channel})


@cache
def _in_channel() -> Select[Agreement]:
    query = select(Agreement).join(Channel, Channel.agreement_id == Agreement.id)
    return query.where(Channel.platform == bindparam("platform"), Channel.channel == bindparam("channel"))


def channel_of(session: Session, agreement_id: int) -> Channel | None:
    """Return the agreement's channel, or None until its secretary has named one."""
    return session.scalar(_channel_of(), {"agreement": agreement_id})


@cache
def _channel_of() -> Select[Channel]:
    return select(Channel).where(Channel.agreement_id == bindparam("agreement"))


def hold(session: Session, agreement_id: int) -> None:
    """Wait until nobody else changes what an agreement counts, and let nobody do so before the transaction ends."""
    session.execute(select(Agreement.id).where(Agreement.id == agreement_id).with_for_update(key_share=True))


def latest_version(session: Session, agreement_id: int) -> TermsVersion:
    """Return the newest version of the terms."""

    def read() -> TermsVersion:
        return session.scalars(_newest_version(), {"agreement": agreement_id}).one()

    return remembered(session, (Agreement, agreement_id, TermsVersion), read)


@cache
def _newest_version() -> Select[TermsVersion]:
    query = select(TermsVersion).where(TermsVersion.agreement_id == bindparam("agreement"))
    return query.order_by(TermsVersion.number.desc()).limit(1)


def add_version(session: Session, version: TermsVersion) -> None:
    """Keep a new version of an agreement's terms: it is the newest from here on."""
    session.add(version)
    session.flush()
    forget(session, (Agreement, version.agreement_id, TermsVersion))
    terms_changed(session, version.agreement_id)


def settlements(session: Session, agreement_id: int) -> dict[str, str]:
    """Return what was decided of the points left open, by their key."""

    def read() -> dict[str, str]:
        rows = session.execute(_settled(), {"agreement": agreement_id})
        return {key: value for key, value in rows}  # noqa: C416 (rows are not pairs to the type checker)

    return remembered(session, (Settlement, agreement_id), read)


@cache
def _settled() -> Select[str, str]:
    return select(Settlement.key, Settlement.value).where(Settlement.agreement_id == bindparam("agreement"))


def settle(session: Session, settlement: Settlement) -> None:
    """Write down a decision on a point the document leaves open; it holds from here on."""
    session.add(settlement)
    session.flush()
    forget(session, (Settlement, settlement.agreement_id))
    terms_changed(session, settlement.agreement_id)
    versions = select(TermsVersion.id).where(TermsVersion.agreement_id == settlement.agreement_id)
    for version_id in session.scalars(versions):
        forget(session, (TermsVersion, version_id))


def terms_of(session: Session, version_id: int) -> Terms:
    """Return a version of the terms, with the decisions taken since on the points its document leaves open.

    Where that version cannot be read any more, the newest one holds: what is under way has to go on under something.
    Raises UnreadableTerms where that cannot be read either.
    """

    def read() -> Terms:
        version = session.get_one(TermsVersion, version_id)
        decided = settlements(session, version.agreement_id)
        try:
            return _read(version.id, version.sha256, tuple(sorted(decided.items())), _Body(version))
        except ValidationError:
            newest = latest_version(session, version.agreement_id)
            if newest.id == version_id:
                raise UnreadableTerms(session.get_one(Agreement, version.agreement_id).key) from None
            return terms_of(session, newest.id)

    return remembered(session, (TermsVersion, version_id), read)


def undecided_terms(session: Session, agreement_id: int) -> Terms:
    """Return the newest version of the terms as its pack says them, without what was decided of its open points."""
    return Terms.model_validate(renewed(latest_version(session, agreement_id).body))


def terms_if_readable(session: Session, agreement_id: int) -> Terms | None:
    """Return the terms in force for whatever begins now; None where they cannot be read.

    For what goes through several agreements, as `readable` does: one that cannot be read must not stop the others.
    """
    try:
        return current_terms(session, agreement_id)
    except UnreadableTerms:
        return None


def readable(session: Session) -> list[Agreement]:
    """Return every agreement whose terms can be read, by key."""
    return [it for it in all_agreements(session) if terms_if_readable(session, it.id) is not None]


def terms_changed(session: Session, agreement_id: int) -> None:
    """Have an agreement's dates compared with its calendars at the next tick."""
    session.execute(update(Agreement).where(Agreement.id == agreement_id).values(next_calendar_at=None))


def current_terms(session: Session, agreement_id: int) -> Terms:
    """Return the terms in force for whatever begins now."""
    return terms_of(session, latest_version(session, agreement_id).id)


def in_force(session: Session, agreement: Agreement) -> InForce:
    """Return from when to when the agreement is in force, by its terms, its signatures and what ended it early."""
    terms = current_terms(session, agreement.id)
    try:
        return term.in_force(terms, commenced_on=agreement.commenced_on, ends_on=agreement.ended_on)
    except Refusal:  # it was signed after its last day, so it never came into force: its end is what counts
        return term.in_force(terms, ends_on=agreement.ended_on)


class _Body:
    """A pack's body that the cache below does not compare, nor read: the version's hash already tells it."""

    def __init__(self, version: TermsVersion) -> None:
        self._version: TermsVersion | None = version

    def take(self) -> dict[str, Any]:
        """Return the body, once: what is remembered afterwards holds no row."""
        version, self._version = self._version, None
        return version.body if version is not None else {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Body)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=64)
def _read(_version: int, _sha256: str, decided: tuple[tuple[str, str], ...], body: _Body) -> Terms:
    terms = Terms.model_validate(renewed(body.take()))
    for key, value in decided:
        # A decision that a newer version of the document has no room for leaves the point open again.
        with suppress(Refusal, KeyError):
            terms = open_points.settle(terms, {key: value})
    return terms
