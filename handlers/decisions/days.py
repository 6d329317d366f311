"""What becomes of a decision when one of its days comes: it opens, its votes are counted, it is looked at again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from handlers.decisions import looking_again, opening, votes
from handlers.decisions.facts import CLOSING, OPENING, REVIEW
from storage import rows
from storage.deadlines import Deadline
from storage.decisions import Decision

DAYS: Mapping[str, Callable[[Session, Decision, datetime], None]] = {
    OPENING: opening.time_up,
    CLOSING: votes.time_up,
    REVIEW: looking_again.time_up,
}


def time_up(session: Session, deadline: Deadline, now: datetime) -> None:
    """Do what a decision's day brings."""
    decision = rows.get(session, Decision, deadline.matter_id, lock=True)
    if decision is not None:
        DAYS[deadline.clock](session, decision, now)
