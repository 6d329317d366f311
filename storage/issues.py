"""Issues, the partners they affect, and what those partners propose and answer."""

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
    Select,
    String,
    Text,
    UniqueConstraint,
    bindparam,
    exists,
    false,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship as related

from rules.issues import LIVING, IssueState, ProposalKind, ProposalState
from rules.ladder import Left
from storage import ahead, people_ahead, rows
from storage.database import Base, BigId, Id, Key, words_of
from storage.marks import Marked
from storage.rows import Numbered, move_on
from storage.seeing import Seeing


class Issue(Numbered):
    """A problem, issue, concern or complaint that one partner has put to the others."""

    __tablename__ = "issues"
    __table_args__ = (UniqueConstraint("agreement_id", "number"), Base.__table_args__)
    matter = "issue"
    letter = ""
    title: Mapped[str] = mapped_column(String(150))
    particulars: Mapped[str] = mapped_column(Text)
    outcome_sought: Mapped[str] = mapped_column(Text)
    concerns: Mapped[str] = mapped_column(String(200))
    subject: Mapped[str | None] = mapped_column(String(90))  # what it touches, as `programme:frailty`
    link: Mapped[str | None] = mapped_column(Text)
    private: Mapped[bool]
    raised_for: Mapped[Key]
    raised_as: Mapped[str | None] = mapped_column(String(20))
    raised_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    evidence: Mapped[str | None] = mapped_column(Text)
    state: Mapped[IssueState] = mapped_column(words_of(IssueState, name="state"), default=IssueState.OPEN)
    stage: Mapped[Key]
    stage_entered_at: Mapped[datetime]
    recused: Mapped[list[str]] = mapped_column(JSON(none_as_null=True), default=list, server_default="[]")
    consultation: Mapped[bool] = mapped_column(default=False, server_default=false())
    third_party: Mapped[bool] = mapped_column(default=False, server_default=false())
    raised_at: Mapped[datetime]
    notified_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    closing_words: Mapped[str | None] = mapped_column(Text)
    post_id: Mapped[int | None] = mapped_column(BigId)

    partners: Mapped[list[IssuePartner]] = related(order_by="IssuePartner.id", lazy="selectin")
    proposals: Mapped[list[Proposal]] = related(order_by="Proposal.id", lazy="selectin")
    visits: Mapped[list[Visit]] = related(order_by="Visit.id")


class Visit(Base):
    """A stage that an issue has come to, or was carried past. `left` and `why` are None while it stands there.

    `notes` has what was done there: advice asked and given, the facilitator.
    """

    __tablename__ = "visits"
    __table_args__ = (UniqueConstraint("issue_id", "stage"), Base.__table_args__)
    id: Mapped[Id]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id"))
    stage: Mapped[Key]
    entered_at: Mapped[datetime]
    left: Mapped[Left | None] = mapped_column(words_of(Left))
    left_at: Mapped[datetime | None]
    why: Mapped[str | None] = mapped_column(Text)
    notes: Mapped[dict[str, Any]]


class IssuePartner(Base):
    """A partner that an issue affects or that was told of it, and when it acknowledged."""

    __tablename__ = "issue_partners"
    __table_args__ = (UniqueConstraint("issue_id", "partner"), Base.__table_args__)
    id: Mapped[Id]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id"))
    partner: Mapped[Key]
    affected: Mapped[bool]
    acknowledged_at: Mapped[datetime | None]
    acknowledged_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    acknowledged_evidence: Mapped[str | None] = mapped_column(Text)


class Proposal(Marked, Base):
    """A resolution, or a later date, that one affected partner puts to the others."""

    __tablename__ = "proposals"
    id: Mapped[Id]
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id"), index=True)
    kind: Mapped[ProposalKind] = mapped_column(words_of(ProposalKind))
    words: Mapped[str] = mapped_column(Text)
    extend_to: Mapped[date | None]
    proposed_for: Mapped[Key]
    proposed_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    proposed_at: Mapped[datetime]
    state: Mapped[ProposalState] = mapped_column(words_of(ProposalState), default=ProposalState.OPEN)

    answers: Mapped[list[Answer]] = related(order_by="Answer.id", lazy="selectin")


class Answer(Base):
    """What a partner said to a proposal; said again, it replaces what was said before."""

    __tablename__ = "answers"
    __table_args__ = (UniqueConstraint("proposal_id", "partner"), Base.__table_args__)
    id: Mapped[Id]
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposals.id"))
    partner: Mapped[Key]
    agrees: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text)
    answered_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    answered_at: Mapped[datetime]


def terms_id(session: Session, issue_id: int) -> int:
    """Return the id of the terms an issue runs under."""
    return session.execute(select(Issue.terms_id).where(Issue.id == issue_id)).scalar_one()


def of_proposal(session: Session, proposal_id: int) -> int | None:
    """Return the id of the issue that a proposal is about, or None; the proposal itself is not read."""
    return session.scalar(select(Proposal.issue_id).where(Proposal.id == proposal_id))


def read_ahead(session: Session, found: Iterable[Issue]) -> None:
    """Read what is asked of these issues beside their dates: the stages they came to, and who raised and proposed."""
    these = list(found)
    ahead.related(session, these, Issue.visits)
    proposed = (proposal.proposed_by for issue in these for proposal in issue.proposals)
    people_ahead.read(session, (*(issue.raised_by for issue in these), *proposed))


def seen(session: Session, agreement_id: int, by: Seeing, *, most: int) -> tuple[list[Issue], int]:
    """Return the first living issues that somebody may see, oldest first, and how many such there are."""
    asked = {"agreement": agreement_id, "all": by.everything, "partners": by.partners, "most": most}
    return rows.first(session, _seen(), asked)


def how_many(session: Session, agreement_id: int, by: Seeing) -> int:
    """Return how many living issues somebody may see."""
    asked = {"agreement": agreement_id, "all": by.everything, "partners": by.partners}
    return session.scalar(_how_many(), asked) or 0


def _visible() -> tuple[ColumnElement[bool], ...]:
    told = exists().where(
        IssuePartner.issue_id == Issue.id, IssuePartner.partner.in_(bindparam("partners", expanding=True))
    )
    known = or_(Issue.private.is_(False), bindparam("all", type_=Boolean()), told)
    return Issue.agreement_id == bindparam("agreement"), Issue.state.in_(LIVING), known


@cache
def _seen() -> Select[Issue, int]:
    return rows.first_of(Issue, _visible(), Issue.number)


@cache
def _how_many() -> Select[int]:
    return select(func.count()).select_from(Issue).where(*_visible())


def of_agreement(
    session: Session, agreement_id: int, *, states: tuple[IssueState, ...], free: bool = False
) -> list[Issue]:
    """Return an agreement's issues in these states, oldest first.

    With `free`, those that somebody acts on at this moment are left out, and nobody else changes the others before the
    transaction ends: for whoever holds the agreement already, and must not wait.
    """
    if not free:
        return rows.in_states(session, Issue, agreement_id, states)
    query = select(Issue).where(Issue.agreement_id == agreement_id, Issue.state.in_(states)).order_by(Issue.number)
    query = query.with_for_update(key_share=True, skip_locked=True).execution_options(populate_existing=True)
    return list(session.scalars(query))


def move(session: Session, issue: Issue, *, to: IssueState, at: datetime, words: str | None = None) -> bool:
    """Move an issue on from the state that was read; return False when somebody else was faster."""
    values: dict[str, object] = {"state": to}
    if to.final:
        values |= {"closed_at": at, "closing_words": words}
    return move_on(session, issue, values)
