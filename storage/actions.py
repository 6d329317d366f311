"""Actions: what a partner is to do by a day, because of a decision or an issue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    String,
    Text,
    UniqueConstraint,
    and_,
    bindparam,
    exists,
    not_,
    select,
)
from sqlalchemy.orm import Mapped, Session, foreign, mapped_column, relationship as related
from sqlalchemy.orm.attributes import set_committed_value

from rules.actions import ActionState
from storage import ahead, decisions, people_ahead, rows
from storage.database import Base, BigId, Key, spelt_out, words_of
from storage.decisions import Decision
from storage.issues import Issue
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
    return because_of_each(session, source, [source_id])[source_id]


def because_of_each(session: Session, source: str, source_ids: Iterable[int]) -> dict[int, list[Action]]:
    """Return the actions that follow from each of these matters of a kind, oldest first."""

    def read(ids: list[int]) -> dict[int, list[Action]]:
        found: dict[int, list[Action]] = {row: [] for row in ids}
        query = select(Action).where(Action.source == source, Action.source_id.in_(ids)).order_by(Action.id)
        for action in session.scalars(query):
            found[action.source_id].append(action)
        return found

    return ahead.each(session, (Action, source), source_ids, read)


def open_public(session: Session, agreement_id: int, *, most: int) -> tuple[list[Action], int]:
    """Return an agreement's first open actions that everybody may know of, soonest due first, and how many are."""
    return rows.first(session, _open_public(), {"agreement": agreement_id, "most": most})


@cache
def _open_public() -> Select[Action, int]:
    return rows.first_of(Action, (*_open(), not_(_private())), Action.due_on, Action.id)


def open_private(session: Session, agreement_id: int) -> list[Action]:
    """Return an agreement's open actions that follow from a private issue, with what they follow from at hand."""
    found = list(session.scalars(_open_private(), {"agreement": agreement_id}))
    read_ahead(session, found)
    return found


@cache
def _open_private() -> Select[Action]:
    return select(Action).where(*_open(), _private()).order_by(Action.due_on, Action.id)


def read_ahead(session: Session, found: Sequence[Action]) -> None:
    """Read the decisions that these actions follow from, and what is asked of those."""
    of = [action for action in found if action.source == Decision.matter]
    known = {one.id: one for one in ahead.rows(session, Decision, (action.source_id for action in of))}
    for action in of:
        set_committed_value(action, "decision", known.get(action.source_id))
    decisions.read_ahead(session, known.values())
    people_ahead.read(session, (person for action in found for person in (action.opened_by, action.owner_id)))


def _open() -> tuple[ColumnElement[bool], ...]:
    return Action.agreement_id == bindparam("agreement"), Action.state == spelt_out(ActionState.OPEN)


def _private() -> ColumnElement[bool]:
    about = Decision.id == Action.source_id, Issue.id == Decision.issue_id
    return and_(Action.source == Decision.matter, exists().where(*about, Issue.private))


def of_agreement(session: Session, agreement_id: int, *, states: tuple[ActionState, ...]) -> list[Action]:
    """Return an agreement's actions in these states, the soonest due first."""
    query = select(Action).where(Action.agreement_id == agreement_id, Action.state.in_(states))
    return list(session.scalars(query.order_by(Action.due_on, Action.id)))
