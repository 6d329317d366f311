"""An issue moved from one state to another, and closed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.acting import Acting, record, record_event
from handlers.issues import messages
from handlers.issues.access import KIND
from handlers.issues.facts import standing_of
from handlers.matters import faster
from rules.issues import IssueState, ProposalState, check_move
from storage import issues
from storage.agreements import Agreement
from storage.deadlines import DeadlineState
from storage.issues import Issue


def close(session: Session, issue: Issue, by: Acting | None, to: IssueState, words: str, *, now: datetime) -> None:
    """Close the issue: its proposals and deadlines end, and everybody concerned hears of it. `by` None: by itself."""
    move(session, issue, to, now, words)
    for proposal in issue.proposals:
        if proposal.state is ProposalState.OPEN:
            proposal.state = ProposalState.ENDED
    ended = DeadlineState.MET if to is IssueState.RESOLVED else DeadlineState.CANCELLED
    deadlines.end(session, issue, state=ended)
    if by is None:
        record_event(session, issue, f"issue-{to.value}", {"words": words}, at=now)
    else:
        record(session, by, issue, f"issue-{to.value}", {"words": words})
    agreement = session.get_one(Agreement, issue.agreement_id)
    messages.close(session, agreement, issue, actor_id=by.actor.person.id if by else None, now=now)


def move(session: Session, issue: Issue, to: IssueState, now: datetime, words: str | None) -> None:
    """Move an issue on; raise Refusal when it cannot move there, or somebody else was faster."""
    check_move(standing_of(issue), to)
    if not issues.move(session, issue, to=to, at=now, words=words):
        raise faster(KIND)
