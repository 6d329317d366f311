"""Decisions that are put to the vote, and the votes cast on them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
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
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship as related

from rules.decisions import DecisionState
from rules.voting import Vote
from storage import ahead, people_ahead, rows
from storage.database import Base, BigId, Id, Key, PlaceKey, words_of
from storage.issues import Issue
from storage.meetings import Meeting
from storage.rows import Numbered, move_on
from storage.seeing import Seeing


class Decision(Numbered):
    """Something the partners, or a forum of theirs, are asked to decide under one of the agreement's rules.

    `meeting_id` is the meeting it is taken at; None: out of a meeting, or nobody has said at which.
    `files` are the papers that were given as files: their ids and names. With `opens_on` it opens by itself that day.
    `version` counts the wordings that were voted on. `circumstances` has who is affected, concerned or has a conflict.
    `result` is what the votes came to, kept as it was shown when the decision was closed; `counted_before` what they
    came to by an older count, until whoever proposed it has been told of the new one.
    """

    __tablename__ = "decisions"
    __table_args__ = (UniqueConstraint("agreement_id", "number"), Base.__table_args__)
    matter = "decision"
    letter = "D"
    title: Mapped[str] = mapped_column(String(150))
    wording: Mapped[str] = mapped_column(Text)
    reasons: Mapped[str] = mapped_column(Text)
    papers: Mapped[str] = mapped_column(Text)
    files: Mapped[list[dict[str, Any]]] = mapped_column(JSON(none_as_null=True), server_default="[]")
    rule: Mapped[Key]
    element: Mapped[str | None] = mapped_column(String(40))
    topic: Mapped[str | None] = mapped_column(String(40))
    level: Mapped[str | None] = mapped_column(String(40))
    circumstances: Mapped[dict[str, Any]]
    issue_id: Mapped[int | None] = mapped_column(ForeignKey("issues.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)
    extensions: Mapped[int] = mapped_column(default=0)
    proposed_for: Mapped[str | None] = mapped_column(String(40))
    proposed_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    proposed_on: Mapped[date]
    proposed_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
    opens_on: Mapped[date | None]
    closes_on: Mapped[date]
    review_on: Mapped[date | None]
    state: Mapped[DecisionState] = mapped_column(words_of(DecisionState), default=DecisionState.DRAFT)
    closed_at: Mapped[datetime | None]
    closing_words: Mapped[str | None] = mapped_column(Text)
    result: Mapped[dict[str, Any] | None]
    post_id: Mapped[int | None] = mapped_column(BigId)
    counted_before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))

    issue: Mapped[Issue | None] = related(viewonly=True)
    ballots: Mapped[list[Ballot]] = related(order_by="Ballot.id", lazy="selectin")
    ratifications: Mapped[list[Ratification]] = related(order_by="Ratification.id")

    @property
    def private(self) -> bool:
        """Return whether only some may know of it: it is about an issue that is private."""
        return self.issue_id is not None and self.issue is not None and self.issue.private


class Ballot(Base):
    """One voter's vote on one version of a decision; cast again, it replaces what was cast before."""

    __tablename__ = "ballots"
    __table_args__ = (UniqueConstraint("decision_id", "version", "voter"), Base.__table_args__)
    id: Mapped[Id]
    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"))
    version: Mapped[int]
    voter: Mapped[PlaceKey]
    vote: Mapped[Vote] = mapped_column(words_of(Vote))
    comment: Mapped[str] = mapped_column(Text)
    cast_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    cast_at: Mapped[datetime]
    evidence: Mapped[str | None] = mapped_column(Text)


class Ratification(Base):
    """What a partner's own body says of a decision that needs its approval; None: nothing is reported yet."""

    __tablename__ = "ratifications"
    __table_args__ = (UniqueConstraint("decision_id", "partner"), Base.__table_args__)
    id: Mapped[Id]
    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"))
    partner: Mapped[Key]
    approved: Mapped[bool | None]
    decided_on: Mapped[date | None]
    words: Mapped[str | None] = mapped_column(Text)
    reported_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    reported_at: Mapped[datetime | None]
    evidence: Mapped[str | None] = mapped_column(Text)


Index("ix_decisions_of_state", Decision.agreement_id, Decision.state)
Index(
    "ix_decisions_counted_before",
    Decision.id,
    postgresql_where=Decision.counted_before.is_not(None),
    sqlite_where=Decision.counted_before.is_not(None),
)


TO_RECOUNT = Decision.counted_before.is_not(None)
"""Whether a decision's votes are to be counted anew."""


def to_recount(session: Session) -> list[int]:
    """Return the ids of the decisions whose votes are to be counted anew, oldest first."""
    return list(session.scalars(select(Decision.id).where(TO_RECOUNT).order_by(Decision.id)))


def issues_of(session: Session, ids: Iterable[int]) -> set[int]:
    """Return the ids of the issues that these decisions are about: whoever acts on a decision locks its issue first."""
    wanted = list(ids)
    about = select(Decision.issue_id).where(Decision.id.in_(wanted), Decision.issue_id.is_not(None))
    return {row for row in session.scalars(about) if row is not None} if wanted else set()


def of_issue(session: Session, issue_id: int) -> list[Decision]:
    """Return the decisions that were put to the vote about an issue, oldest first."""
    return of_issues(session, [issue_id])[issue_id]


def of_issues(session: Session, issue_ids: Iterable[int]) -> dict[int, list[Decision]]:
    """Return the decisions that were put to the vote about each of these issues, oldest first."""

    def read(ids: list[int]) -> dict[int, list[Decision]]:
        found: dict[int, list[Decision]] = {row: [] for row in ids}
        for decision in session.scalars(select(Decision).where(Decision.issue_id.in_(ids)).order_by(Decision.id)):
            found[decision.issue_id or 0].append(decision)
        return found

    return ahead.each(session, (Decision, "of issues"), issue_ids, read)


def at_meeting(session: Session, meeting_id: int, *, free: bool = False) -> list[Decision]:
    """Return the decisions that are taken at a meeting, oldest first.

    With `free`, those that somebody else acts on at this moment are left out, and nobody else changes the others before
    the transaction ends: for whoever holds the agreement already, and must not wait.
    """
    query = select(Decision).where(Decision.meeting_id == meeting_id).order_by(Decision.id)
    if free:
        query = query.with_for_update(key_share=True, skip_locked=True).execution_options(populate_existing=True)
    return list(session.scalars(query))


def of_agreement(session: Session, agreement_id: int, *, states: tuple[DecisionState, ...]) -> list[Decision]:
    """Return an agreement's decisions in these states, oldest first."""
    return rows.in_states(session, Decision, agreement_id, states)


def seen(
    session: Session,
    agreement_id: int,
    by: Seeing,
    *,
    states: tuple[DecisionState, ...],
    most: int,
    newest: bool = False,
) -> tuple[list[Decision], int]:
    """Return the first decisions in these states that somebody may see, oldest or newest first, and how many there are.

    Of one that was never open to votes, only those know who can open it. Those on private issues are left out.
    """
    asked = {"agreement": agreement_id, "all": by.everything, "acting": by.acting, "states": states, "most": most}
    return rows.first(session, _seen(newest=newest), asked)


@cache
def _seen(*, newest: bool) -> Select[Decision, int]:
    return rows.first_of(Decision, _visible(), Decision.number.desc() if newest else Decision.number)


def _visible() -> tuple[ColumnElement[bool], ...]:
    opened = and_(Decision.opened_at.is_not(None), Decision.state != DecisionState.DRAFT)
    mine = Decision.proposed_for.in_(bindparam("acting", expanding=True))
    known = or_(opened, bindparam("all", type_=Boolean()), mine)
    return (*_in_states(), known, not_(_on_private()))


def _in_states() -> tuple[ColumnElement[bool], ...]:
    states = Decision.state.in_(bindparam("states", expanding=True))
    return Decision.agreement_id == bindparam("agreement"), states


def _on_private() -> ColumnElement[bool]:
    return exists().where(Issue.id == Decision.issue_id, Issue.private)


def on_private(session: Session, agreement_id: int, *, states: tuple[DecisionState, ...]) -> list[Decision]:
    """Return an agreement's decisions in these states that are about private issues, oldest first."""
    return list(session.scalars(_of_private(), {"agreement": agreement_id, "states": states}))


@cache
def _of_private() -> Select[Decision]:
    return select(Decision).where(*_in_states(), _on_private()).order_by(Decision.number)


def read_ahead(session: Session, found: Iterable[Decision]) -> None:
    """Read what is asked of these decisions: the issues and the meetings that they are about, and who has voted."""
    these = list(found)
    ahead.rows(session, Issue, (one.issue_id for one in these))
    meetings = ahead.rows(session, Meeting, (one.meeting_id for one in these))
    ahead.related(session, meetings, Meeting.attendances, Meeting.proxies)
    ahead.related(session, these, Decision.ratifications)
    people_ahead.read(session, (one.proposed_by for one in these))
    people_ahead.read_holdings(session, (ballot.cast_by for one in these if one.meeting_id for ballot in one.ballots))


def to_be_ratified(session: Session, agreement_id: int) -> list[Decision]:
    """Return an agreement's decisions that some partner's own body has still to approve, oldest first."""
    waiting = exists().where(Ratification.decision_id == Decision.id, Ratification.approved.is_(None))
    query = select(Decision).where(Decision.agreement_id == agreement_id, waiting)
    return list(session.scalars(query.order_by(Decision.number)))


def move(session: Session, decision: Decision, *, to: DecisionState, at: datetime) -> bool:
    """Move a decision on from the state that was read; return False when somebody else was faster."""
    return move_on(session, decision, {"state": to, "opened_at" if to is DecisionState.OPEN else "closed_at": at})
