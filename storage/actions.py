"""Actions: what a partner is to do by a day, because of a decision or an issue."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, and_, select
from sqlalchemy.orm import Mapped, Session, foreign, mapped_column, relationship as related

from rules.actions import ActionState
from storage.database import Base, BigId, Key, words_of
from storage.decisions import Decision
from storage.rows import Numbered


class Action(Numbered):
    """Something a partner is to do. `owner_id` is who does it for the partner; None: its lead sees to it."""

    __tablename__ = "actions"
    __table_args__ = (
        UniqueConstraint("agreement_id", "number"),
        Index("ix_actions_source", "source", "source_id"),
        Base.__table_args__,
    )
    matter = "action"
    letter = "A"
    title: Mapped[str] = mapped_column(String(150))
    particulars: Mapped[str] = mapped_column(Text)
    kind: Mapped[str | None] = mapped_column(String(40))
    partner: Mapped[Key]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    source: Mapped[Key]
    source_id: Mapped[int] = mapped_column(BigId)
    source_reference: Mapped[str] = mapped_column(String(20))
    due_on: Mapped[date]
    state: Mapped[ActionState] = mapped_column(words_of(ActionState), default=ActionState.OPEN)
    opened_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closing_words: Mapped[str | None] = mapped_column(Text)

    decision: Mapped[Decision | None] = related(
        primaryjoin=lambda: and_(Action.source == Decision.matter, foreign(Action.source_id) == Decision.id),
        viewonly=True,
    )

    @property
    def private(self) -> bool:
        """Return whether only some may know of it: what was decided about a private issue is to be done."""
        return self.source == Decision.matter and self.decision is not None and self.decision.private


Index("ix_actions_of_state", Action.agreement_id, Action.state)


def because_of(session: Session, source: str, source_id: int) -> list[Action]:
    """Return the actions that follow from a matter, named by its kind and id, oldest first."""
    query = select(Action).where(Action.source == source, Action.source_id == source_id)
    return list(session.scalars(query.order_by(Action.id)))


def of_agreement(session: Session, agreement_id: int, *, states: tuple[ActionState, ...]) -> list[Action]:
    """Return an agreement's actions in these states, the soonest due first."""
    query = select(Action).where(Action.agreement_id == agreement_id, Action.state.in_(states))
    return list(session.scalars(query.order_by(Action.due_on, Action.id)))
