"""Milestones: those of an agreement's document, and those that its partners have added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    case,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from rules.milestones import MilestoneState, Progress
from storage import people_ahead
from storage.database import Base, Name, words_of
from storage.rows import Numbered


class Milestone(Numbered):
    """Something to be reached by the end of a period, or on a condition.

    `key` names it in the pack, and `document` is what the newest version that has it says of it; both None: partners
    added it, `added_by` whom. It left the document with version `left_version`. `owner` is a partner or forum, None:
    all partners together. `day` lies in the period of this `precision`, and `due_on` is that period's last day.
    `past`: it lay in the past when it came, and nobody has said yet what became of it; the secretary was asked about it
    at `past_asked_at`. Without a date its owner is asked on `ask_on` whether the condition has come true. `said` is the
    last report, in the words and with the evidence beside it; `closing_words` say why it was dropped.
    """

    __tablename__ = "milestones"
    __table_args__ = (
        UniqueConstraint("agreement_id", "number"),
        UniqueConstraint("agreement_id", "key"),
        Base.__table_args__,
    )
    matter = "milestone"
    letter = "MS"
    key: Mapped[str | None] = mapped_column(String(40))
    document: Mapped[dict[str, Any] | None]
    left_version: Mapped[int | None]
    title: Mapped[Name]
    clause: Mapped[str | None] = mapped_column(Text)
    particulars: Mapped[str] = mapped_column(Text, default="")
    owner: Mapped[str | None] = mapped_column(String(40))
    day: Mapped[date | None]
    precision: Mapped[str] = mapped_column(String(20), default="day")
    due_on: Mapped[date | None]
    condition: Mapped[str | None] = mapped_column(String(150))
    came_true_on: Mapped[date | None]
    past: Mapped[bool] = mapped_column(default=False)
    past_asked_at: Mapped[datetime | None]
    ask_on: Mapped[date | None]
    state: Mapped[MilestoneState] = mapped_column(words_of(MilestoneState), default=MilestoneState.OPEN)
    said: Mapped[Progress | None] = mapped_column(words_of(Progress))
    said_on: Mapped[date | None]
    said_words: Mapped[str | None] = mapped_column(Text)
    said_evidence: Mapped[str | None] = mapped_column(Text)
    said_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    met_on: Mapped[date | None]
    added_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    added_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closing_words: Mapped[str | None] = mapped_column(Text)

    private = False  # everybody of the agreement may see what is to be reached


Index("ix_milestones_of_state", Milestone.agreement_id, Milestone.state)


def of_agreement(session: Session, agreement_id: int) -> list[Milestone]:
    """Return every milestone of an agreement, the soonest due first, those without a date last."""
    query = select(Milestone).where(Milestone.agreement_id == agreement_id)
    return list(session.scalars(query.order_by(Milestone.due_on.is_(None), Milestone.due_on, Milestone.id)))


def read_ahead(session: Session, found: Iterable[Milestone]) -> None:
    """Read who added these milestones, and who reported on them."""
    people_ahead.read(session, (person for one in found for person in (one.added_by, one.said_by)))


def listed(session: Session, agreement_id: int, today: date, *, most: Mapping[str, int]) -> dict[str, list[Milestone]]:
    """Return the first milestones of each part of the list, as many as it shows, in its order.

    The parts: overdue; past, which lay in the past when they came; dated and undated, to come; closed, latest first.
    """
    due = Milestone.due_on, Milestone.id
    order: Mapping[str, tuple[Any, ...]] = {
        **dict.fromkeys(("overdue", "dated"), due),
        **dict.fromkeys(("past", "undated"), (Milestone.due_on.is_(None), *due)),
        "closed": (Milestone.closed_at.is_not(None), Milestone.closed_at.desc(), Milestone.id.desc()),
    }
    found = {}
    for part, number in most.items():
        query = select(Milestone).where(Milestone.agreement_id == agreement_id, _part(today) == part)
        found[part] = list(session.scalars(query.order_by(*order[part]).limit(number)))
    return found


def how_many(session: Session, agreement_id: int, today: date) -> dict[str, int]:
    """Return how many milestones of an agreement each part of the list has; a part with none is left out."""
    parts = select(_part(today).label("part")).where(Milestone.agreement_id == agreement_id).subquery()
    query = select(parts.c.part, func.count()).group_by(parts.c.part)
    return dict(session.execute(query).all())


def _part(today: date) -> ColumnElement[str]:
    return case(
        (Milestone.state.in_([state for state in MilestoneState if state.final]), literal_column("'closed'")),
        (Milestone.past, literal_column("'past'")),
        (Milestone.due_on < today, literal_column("'overdue'")),
        (Milestone.due_on.is_not(None), literal_column("'dated'")),
        else_=literal_column("'undated'"),
    )


def of_document(session: Session, agreement_id: int) -> dict[str, Milestone]:
    """Return the milestones that the agreement's document has, or had, by their key in the pack."""
    query = select(Milestone).where(Milestone.agreement_id == agreement_id, Milestone.key.is_not(None))
    return {row.key: row for row in session.scalars(query.order_by(Milestone.id)) if row.key is not None}


def asked_for(session: Session, agreement_id: int, *, due_by: date, ask_by: date) -> list[Milestone]:
    """Return the open milestones due by a day, and those without a date whose owner is asked by another, soonest first.

    Those that lay in the past when they came are left out.
    """
    query = select(Milestone).where(
        Milestone.agreement_id == agreement_id,
        Milestone.state == MilestoneState.OPEN,
        Milestone.past.is_(False),
        or_(Milestone.due_on <= due_by, Milestone.ask_on <= ask_by),
    )
    return list(session.scalars(query.order_by(Milestone.due_on.is_(None), Milestone.due_on, Milestone.id)))


def past_unasked(session: Session, agreement_id: int) -> list[Milestone]:
    """Return the milestones that lay in the past when they came and that the secretary is still to be asked about."""
    query = select(Milestone).where(
        Milestone.agreement_id == agreement_id,
        Milestone.state == MilestoneState.OPEN,
        Milestone.past,
        Milestone.past_asked_at.is_(None),
    )
    return list(session.scalars(query.order_by(Milestone.due_on, Milestone.id)))
