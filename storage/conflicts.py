"""Declared interests, the matters they touch, and the other partners' consents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache

from sqlalchemy import JSON, ForeignKey, Select, String, Text, UniqueConstraint, bindparam, select
from sqlalchemy.orm import Mapped, Session, lazyload, mapped_column, relationship as related

from rules.conflicts import Category, Handling
from storage import ahead, decisions, people_ahead
from storage.database import Base, BigId, Id, Key, words_of
from storage.decisions import Decision
from storage.issues import Issue
from storage.marks import Marked
from storage.rows import Numbered


class Conflict(Numbered):
    """A conflict of interest that a partner has declared: its own, or of a person it employs or retains (`person`).

    A partner with two roles says in which of them (`declared_as`). When the declarer became aware and when it was
    declared are both kept. `withheld` says why the particulars stay out of what is published, and `withheld_agreed`
    whether the secretary agrees; the partners have them all the same. `reach` has the forums and programmes that it
    touches, as `forum:board`: every matter that comes to lie in one of them.
    """

    __tablename__ = "conflicts"
    __table_args__ = (UniqueConstraint("agreement_id", "number"), Base.__table_args__)
    matter = "conflict"
    letter = "C"
    title: Mapped[str] = mapped_column(String(150))
    partner: Mapped[Key]
    declared_as: Mapped[str | None] = mapped_column(String(20))
    person: Mapped[str | None] = mapped_column(String(150))
    category: Mapped[Category] = mapped_column(words_of(Category))
    apparent: Mapped[bool]
    may_arise: Mapped[bool]
    particulars: Mapped[str] = mapped_column(Text)
    proposed: Mapped[str] = mapped_column(Text)
    reach: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    aware_at: Mapped[datetime]
    starts_on: Mapped[date | None]
    withheld: Mapped[str | None] = mapped_column(Text)
    withheld_agreed: Mapped[bool | None]
    declared_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    declared_at: Mapped[datetime]
    evidence: Mapped[str | None] = mapped_column(Text)
    ended_on: Mapped[date | None]
    ended_at: Mapped[datetime | None]
    closing_words: Mapped[str | None] = mapped_column(Text)

    private = False  # the other partners are told of it, each of them

    touched: Mapped[list[Touched]] = related(order_by="Touched.id", lazy="selectin", back_populates="conflict")


class Touched(Marked, Base):
    """A matter that a conflict touches. `needs` are the partners whose consent is needed; None: no consent is.

    `vote_stands` is about a vote that was cast before the conflict was declared: None where there was none.
    """

    __tablename__ = "conflict_matters"
    __table_args__ = (UniqueConstraint("conflict_id", "matter", "matter_id"), Base.__table_args__)
    id: Mapped[Id]
    conflict_id: Mapped[int] = mapped_column(ForeignKey("conflicts.id"))
    matter: Mapped[Key]
    matter_id: Mapped[int] = mapped_column(BigId, index=True)
    reference: Mapped[str] = mapped_column(String(20))
    needs: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    consented_at: Mapped[datetime | None]
    handling: Mapped[Handling | None] = mapped_column(words_of(Handling))
    handling_words: Mapped[str | None] = mapped_column(Text)
    vote_stands: Mapped[bool | None]

    conflict: Mapped[Conflict] = related(back_populates="touched")
    consents: Mapped[list[Consent]] = related(order_by="Consent.id", lazy="selectin")


class Consent(Base):
    """What another partner says to a conflicted one taking part in a matter."""

    __tablename__ = "consents"
    __table_args__ = (UniqueConstraint("touched_id", "partner"), Base.__table_args__)
    id: Mapped[Id]
    touched_id: Mapped[int] = mapped_column(ForeignKey("conflict_matters.id"))
    partner: Mapped[Key]
    consents: Mapped[bool]
    words: Mapped[str] = mapped_column(Text)
    given_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    given_at: Mapped[datetime]
    evidence: Mapped[str | None] = mapped_column(Text)


class InterestReturn(Base):
    """What a partner says when its interests are asked for: that it has none (a nil return), or none has changed."""

    __tablename__ = "interest_returns"
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    partner: Mapped[Key]
    nil: Mapped[bool]
    returned_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    returned_at: Mapped[datetime]
    evidence: Mapped[str | None] = mapped_column(Text)


def touched(session: Session, touched_id: int) -> Touched | None:
    """Return the touched matter with this id, or None."""
    return session.get(Touched, touched_id)


def of_matter(session: Session, matter: str, matter_id: int) -> list[Touched]:
    """Return what was declared about a matter, oldest first."""
    return list(session.scalars(_of_matter(), {"matter": matter, "row": matter_id}))


@cache
def _of_matter() -> Select[Touched]:
    query = select(Touched).where(Touched.matter == bindparam("matter"), Touched.matter_id == bindparam("row"))
    return query.order_by(Touched.id)


def touched_by(session: Session, conflict_ids: Iterable[int]) -> defaultdict[str, set[int]]:
    """Return the ids of the matters that these conflicts touch, by their kind."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    ids = list(conflict_ids)
    query = select(Touched.matter, Touched.matter_id).where(Touched.conflict_id.in_(ids))
    for matter, row in session.execute(query) if ids else ():
        found[matter].add(row)
    return found


def living(session: Session, agreement_id: int) -> list[Conflict]:
    """Return an agreement's conflicts that are not over, oldest first."""
    return list(session.scalars(_living(), {"agreement": agreement_id}))


@cache
def _living() -> Select[Conflict]:
    query = select(Conflict).where(Conflict.agreement_id == bindparam("agreement"), Conflict.ended_at.is_(None))
    return query.order_by(Conflict.number)


def returns(session: Session, agreement_id: int) -> list[InterestReturn]:
    """Return what an agreement's partners said when their interests were asked for, oldest first."""
    query = select(InterestReturn).where(InterestReturn.agreement_id == agreement_id).order_by(InterestReturn.id)
    return ahead.once(session, (InterestReturn, agreement_id), lambda: list(session.scalars(query)))


def listed(session: Session, agreement_id: int) -> list[Conflict]:
    """Return an agreement's conflicts, oldest first, without the matters that they touch: those are read when asked."""
    query = select(Conflict).where(Conflict.agreement_id == agreement_id).options(lazyload(Conflict.touched))
    return list(session.scalars(query.order_by(Conflict.number)))


def read_ahead(session: Session, found: Iterable[Conflict]) -> None:
    """Read the matters that these conflicts touch, what was said of them, and what is asked of those."""
    these = list(found)
    ahead.related(session, these, Conflict.touched)
    people_ahead.read(session, (conflict.declared_by for conflict in these))
    touched = [one for conflict in these for one in conflict.touched]
    ahead.rows(session, Issue, (one.matter_id for one in touched if one.matter == Issue.matter))
    of_them = ahead.rows(session, Decision, (one.matter_id for one in touched if one.matter == Decision.matter))
    decisions.read_ahead(session, of_them)


def of_agreement(session: Session, agreement_id: int) -> list[Conflict]:
    """Return an agreement's conflicts, oldest first."""
    query = select(Conflict).where(Conflict.agreement_id == agreement_id)
    return list(session.scalars(query.order_by(Conflict.number)))
