"""People, their chat accounts, what they may do for whom, and the seats they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    BindParameter,
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    String,
    UniqueConstraint,
    Update,
    bindparam,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage import ahead
from storage.database import Base, Id, Key, Name, PlaceKey, remembered, words_of
from storage.marks import Marked


class Capacity(StrEnum):
    """What a person may do: for a partner, or (secretary) for the agreement."""

    LEAD = "lead"
    DEPUTY = "deputy"
    SIGNATORY = "signatory"
    MEMBER = "member"
    SECRETARY = "secretary"


ACTING = (Capacity.LEAD, Capacity.DEPUTY)
"""The capacities in which somebody acts for a partner."""


class Link(StrEnum):
    """How far an account is tied to a person: claimed by whoever uses it, or linked by the secretary."""

    CLAIMED = "claimed"
    LINKED = "linked"


class Person(Marked, Base):
    """A human being, with the hours and days on which they want to hear from us."""

    __tablename__ = "people"
    __table_args__ = (
        Index("ix_people_name", "name"),  # namesakes are two people
        Index("ix_people_due_digest", "next_digest_at"),  # the digest's tick asks for the due ones
        Base.__table_args__,
    )
    id: Mapped[Id]
    name: Mapped[Name]
    email: Mapped[str] = mapped_column(String(254), default="")
    timezone: Mapped[str] = mapped_column(String(60), default="Europe/London")
    digest_at: Mapped[time] = mapped_column(default=time(9))
    days_off: Mapped[list[int]] = mapped_column(JSON, default=lambda: [5, 6])
    next_digest_at: Mapped[datetime | None]


class Account(Marked, Base):
    """A chat account, and the person it is claimed for or linked to.

    `home_by_month`: the home tab shows dates as a month, not as a list; None until somebody has chosen.
    `home_month_on` is the first day of the month that it shows, None for the one that it is.
    """

    __tablename__ = "accounts"
    __table_args__ = (
        UniqueConstraint("platform", "workspace", "user"),
        # The outbox asks which home tabs to draw again, and whose time zone nobody has asked for yet.
        Index("ix_accounts_stale_home", "home_stale_at", sqlite_where=text("home_stale_at IS NOT NULL"),
              postgresql_where=text("home_stale_at IS NOT NULL")),
        Index("ix_accounts_zone_asked", "zone_asked"),
        Base.__table_args__,
    )  # fmt: skip
    id: Mapped[Id]
    platform: Mapped[str] = mapped_column(String(10))
    workspace: Mapped[str] = mapped_column(String(40))
    user: Mapped[str] = mapped_column(String(40))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    link: Mapped[Link] = mapped_column(words_of(Link))
    changed_at: Mapped[datetime]
    home_opened_at: Mapped[datetime | None]
    home_stale_at: Mapped[datetime | None]
    home_by_month: Mapped[bool | None]
    home_month_on: Mapped[date | None]
    zone_asked: Mapped[bool] = mapped_column(default=False)


class Dated:
    """What is held from one day to another; both ends count, None means open."""

    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]

    def held_on(self, day: date) -> bool:
        """Return whether it is held on this day."""
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day <= self.ends_on)


class Holding(Marked, Dated, Base):
    """A capacity held by a person, with its dates."""

    __tablename__ = "holdings"
    __table_args__ = (Index("ix_holdings_of_partner", "agreement_id", "partner"), Base.__table_args__)
    id: Mapped[Id]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    partner: Mapped[str | None] = mapped_column(String(40))
    capacity: Mapped[Capacity] = mapped_column(words_of(Capacity))


class SeatHolding(Marked, Dated, Base):
    """A seat on a forum held by a person, with its dates."""

    __tablename__ = "seat_holdings"
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    forum: Mapped[Key]
    seat: Mapped[PlaceKey]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)


@dataclass(frozen=True)
class Contact:
    """Somebody who acts for a partner, and the account they can be reached at; account None: not in the chat."""

    person: Person
    account: Account | None
    capacity: Capacity


def listed(session: Session, ids: Iterable[int]) -> list[Person]:
    """Return these people, in the order of their names."""
    return list(session.scalars(select(Person).where(Person.id.in_(list(ids))).order_by(Person.name, Person.id)))


def names_of(session: Session, ids: Iterable[int]) -> dict[int, str]:
    """Return the names of these people, by id."""
    return {person.id: person.name for person in listed(session, ids)}


def with_email(session: Session, email: str) -> list[Person]:
    """Return the people entered with an e-mail address, in whatever capitals, the first entered first."""
    query = select(Person).where(func.lower(Person.email) == email.lower())
    return list(session.scalars(query.order_by(Person.id)))


def account_of_user(session: Session, *, platform: str, workspace: str, user: str) -> Account | None:
    """Return the account with this platform, workspace and user id, claimed or linked, or None."""
    return session.scalar(_account_of_user(), {"platform": platform, "workspace": workspace, "user": user})


@cache
def _account_of_user() -> Select[Account]:
    named = (Account.platform, Account.workspace, Account.user)
    return select(Account).where(*(column == bindparam(column.key) for column in named))


def person_of_user(session: Session, *, platform: str, workspace: str, user: str) -> Person | None:
    """Return the person whom this account is linked to, or None."""
    account = account_of_user(session, platform=platform, workspace=workspace, user=user)
    return session.get(Person, account.person_id) if account is not None and account.link is Link.LINKED else None


def claims_of(session: Session, person_ids: Iterable[int]) -> list[Account]:
    """Return the accounts that are claimed for these people and not linked, in the order in which they came."""
    query = select(Account).where(Account.link == Link.CLAIMED, Account.person_id.in_(list(person_ids)))
    return list(session.scalars(query.order_by(Account.id)))


def linked_account(session: Session, person_id: int) -> Account | None:
    """Return the account a person is reached at: the one linked last, or None."""
    return session.scalars(_linked_account(), {"person": person_id}).first()


@cache
def _linked_account() -> Select[Account]:
    query = select(Account).where(Account.person_id == bindparam("person"), Account.link == Link.LINKED)
    return query.order_by(Account.changed_at.desc(), Account.id.desc()).limit(1)


def linked_accounts(session: Session, person_id: int) -> list[Account]:
    """Return every account linked to a person."""
    return list(session.scalars(select(Account).where(Account.person_id == person_id, Account.link == Link.LINKED)))


def locked(session: Session, ids: Sequence[int]) -> list[Person]:
    """Return these people in the order of their ids, as they stand now that nobody else changes them."""
    query = select(Person).where(Person.id.in_(ids)).order_by(Person.id).with_for_update(key_share=True)
    return list(session.scalars(query.execution_options(populate_existing=True)))


def holdings_of(session: Session, person_id: int) -> list[Holding]:
    """Return every capacity a person holds, held or will hold."""

    def read() -> list[Holding]:
        return list(session.scalars(_holdings_of(), {"person": person_id}))

    return remembered(session, (Holding, person_id), read)


@cache
def _holdings_of() -> Select[Holding]:
    return select(Holding).where(Holding.person_id == bindparam("person")).order_by(Holding.id)


def holdings_on(session: Session, day: date, *, person_id: int, agreement_id: int | None = None) -> list[Holding]:
    """Return the capacities a person holds on a day, in one agreement or in all."""
    held = [holding for holding in holdings_of(session, person_id) if holding.held_on(day)]
    return [holding for holding in held if agreement_id in (None, holding.agreement_id)]


def holdings_in(session: Session, agreement_id: int) -> list[tuple[Holding, str]]:
    """Return every capacity in an agreement, past, running and to come, with who holds it, in the order of names."""
    query = select(Holding, Person.name).join(Person, Person.id == Holding.person_id)
    rows = session.execute(query.where(Holding.agreement_id == agreement_id).order_by(Person.name, Holding.id))
    return [(row.Holding, row.name) for row in rows]


def holding_like(session: Session, wanted: Holding, day: date) -> Holding | None:
    """Return the capacity that a person is to hold where they have it on a day or later, or None: never, or over."""
    query = select(Holding).where(
        Holding.person_id == wanted.person_id,
        Holding.agreement_id == wanted.agreement_id,
        Holding.capacity == wanted.capacity,
        Holding.partner == wanted.partner,
        _not_over_by(day),
    )
    return session.scalars(query.order_by(Holding.id).limit(1)).first()


def contacts(
    session: Session,
    day: date,
    *,
    agreement_id: int,
    capacities: tuple[Capacity, ...],
    partners: tuple[str, ...] | None = None,
) -> dict[str | None, list[Contact]]:
    """Return who holds these capacities on a day, by partner; those of the first capacity named come first."""
    asked: dict[str, Any] = {"agreement": agreement_id, "capacities": capacities, "day": day}
    if partners is not None:
        asked["partners"] = partners
    found: dict[str | None, dict[int, Contact]] = {}
    query = _contacts(of_some=partners is not None)
    what = ("contacts", agreement_id, capacities, day, partners)
    rows = ahead.once(session, what, lambda: session.execute(query, asked).all())
    for holding, person, account in sorted(rows, key=lambda row: (capacities.index(row[0].capacity), row[0].id)):
        people = found.setdefault(holding.partner, {})
        first = people.get(person.id)  # who holds two of the capacities is there for the first one
        people[person.id] = Contact(person, account, first.capacity if first else holding.capacity)
    return {partner: list(people.values()) for partner, people in found.items()}


@cache
def _contacts(*, of_some: bool) -> Select[Holding, Person, Account]:
    """Return the query for who holds some `capacities` on a `day`: of all partners, or of some `partners`."""
    query = (
        select(Holding, Person, Account)
        .join(Person, Person.id == Holding.person_id)
        .outerjoin(Account, (Account.person_id == Person.id) & (Account.link == Link.LINKED))
        .where(
            Holding.agreement_id == bindparam("agreement"),
            Holding.capacity.in_(bindparam("capacities", expanding=True)),
            *_held_on(bindparam("day")),
        )
    )
    if of_some:
        query = query.where(Holding.partner.in_(bindparam("partners", expanding=True)))
    return query.order_by(Account.changed_at, Account.id)


def secretaries(session: Session, day: date, agreement_id: int) -> list[Contact]:
    """Return the agreement's secretaries on a day; empty until one is named."""
    found = contacts(session, day, agreement_id=agreement_id, capacities=(Capacity.SECRETARY,))
    return [contact for people in found.values() for contact in people]


def secretary_reached(session: Session, day: date, agreement_id: int) -> Contact | None:
    """Return the secretary who is reminded of what no partner owes: the first in the chat, or None."""
    return next((one for one in secretaries(session, day, agreement_id) if one.account is not None), None)


def leads_of(session: Session, agreement_id: int, partners: tuple[str, ...] | None, today: date) -> dict[str, Contact]:
    """Return whom each of these partners, or every partner, is reached by: its lead, or else its deputy in the chat.

    A partner that nobody can be reached for is left out.
    """
    found = contacts(
        session,
        today,
        agreement_id=agreement_id,
        capacities=ACTING,
        partners=partners,
    )
    reached = {}
    for partner, people in found.items():
        with_account = [contact for contact in people if contact.account is not None]
        if partner is not None and with_account:
            reached[partner] = with_account[0]
    return reached


def mark_homes_stale(session: Session, agreement_id: int, partners: tuple[str, ...], now: datetime) -> None:
    """Mark the home tabs that show what these partners owe, so that they are drawn again."""
    session.execute(_homes_concerned(), {"agreement": agreement_id, "partners": partners, "now": now})


@cache
def _homes_concerned() -> Update:
    concerned = select(Holding.person_id).where(
        Holding.agreement_id == bindparam("agreement"),
        (Holding.partner.in_(bindparam("partners", expanding=True))) | (Holding.capacity == Capacity.SECRETARY),
    )
    fresh = (Account.home_opened_at.is_not(None), Account.home_stale_at.is_(None))
    stale = update(Account).where(*fresh, Account.person_id.in_(concerned)).values(home_stale_at=bindparam("now"))
    return stale.execution_options(synchronize_session=False)


HOME_IS_STALE = Account.home_stale_at.is_not(None)
ZONE_NOT_ASKED = (Account.link == Link.LINKED, Account.zone_asked.is_(False))


def stale_homes(session: Session, *, most: int) -> list[Account]:
    """Return accounts whose home tab is to be drawn again, and count them as drawn."""
    accounts = list(session.scalars(_stale_homes(), {"most": most}))
    for account in accounts:
        account.home_stale_at = None
    return accounts


@cache
def _stale_homes() -> Select[Account]:
    query = select(Account).where(HOME_IS_STALE).order_by(Account.home_stale_at)
    return query.limit(bindparam("most")).with_for_update(skip_locked=True)


def without_time_zone(session: Session, *, most: int) -> list[Account]:
    """Return linked accounts whose time zone the chat platform was not asked for yet, and count them as asked."""
    accounts = list(session.scalars(_without_time_zone(), {"most": most}))
    for account in accounts:
        account.zone_asked = True
    return accounts


@cache
def _without_time_zone() -> Select[Account]:
    query = select(Account).where(*ZONE_NOT_ASKED).order_by(Account.id)
    return query.limit(bindparam("most")).with_for_update(skip_locked=True)


def _held_on(day: date | BindParameter[date]) -> tuple[ColumnElement[bool], ...]:
    return or_(Holding.starts_on.is_(None), Holding.starts_on <= day), _not_over_by(day)


def _not_over_by(day: date | BindParameter[date]) -> ColumnElement[bool]:
    return or_(Holding.ends_on.is_(None), Holding.ends_on >= day)
