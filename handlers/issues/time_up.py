"""What becomes of an issue when its time is up."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers.acting import record_event
from handlers.issues import clock, ladder, messages
from handlers.issues.moves import move
from rules.issues import IssueState
from storage import redraws, rows
from storage.agreements import Agreement
from storage.deadlines import Deadline
from storage.issues import Issue


def time_up(session: Session, deadline: Deadline, now: datetime) -> None:
    """Mark an issue whose time is up and where nothing is agreed as unresolved, and ask what next."""
    issue = rows.get(session, Issue, deadline.matter_id, lock=True)
    if issue is None or issue.state is not IssueState.OPEN:
        return
    if clock.look_again(session, issue, now):  # what it counts from has moved, so its time is not up
        return
    if ladder.time_up(session, issue, deadline, now):
        return
    agreement = session.get_one(Agreement, issue.agreement_id)
    move(session, issue, IssueState.UNRESOLVED, now, None)
    record_event(
        session,
        issue,
        "issue-unresolved",
        {"due_on": deadline.due_on.isoformat(), "clause": deadline.working.get("clause")},
        at=now,
    )
    messages.ask_what_next(session, agreement, issue, now, passed=f"deadline:{deadline.id}")
    redraws.note(session, issue, now)
