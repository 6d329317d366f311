"""What becomes of a review when its day is over: the silent are listed, and the secretary is asked what came of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers.acting import record_event
from handlers.requests import Button
from handlers.reviews import messages
from handlers.reviews.facts import facts_of, silent
from storage import rows
from storage.deadlines import Deadline
from storage.reviews import Review


def time_up(session: Session, deadline: Deadline, now: datetime) -> None:
    """List the partners that have said nothing, and ask the secretary what came of the review. The chasing goes on."""
    review = rows.get(session, Review, deadline.matter_id)
    if review is None or review.state.final:
        return
    known = {"meets_on": review.meets_on.isoformat(), "silent": list(silent(review))}
    record_event(session, review, "review-day-over", known, at=now)
    buttons = (Button("review_close", review.id), Button("review_show", review.id))
    once = f"over:{review.meets_on.isoformat()}"
    messages.tell_secretaries(
        session,
        review,
        template="review_over",
        facts=facts_of(session, review, now),
        once=once,
        now=now,
        buttons=buttons,
    )
    messages.refresh(session, review, now)
