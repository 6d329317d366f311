"""What an agreement's working day begins with: whatever comes up by its dates alone is looked for once each morning."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.actors import midnight_after
from handlers.conflicts import consent_time
from handlers.daily import leaving
from handlers.issues import clock as issue_clock
from handlers.meetings import mornings as meeting_mornings
from handlers.milestones import asking as milestone_asking, document as milestone_document
from handlers.overview import bulletin
from handlers.people import terms_of_office
from handlers.reviews import opening as review_opening
from storage import agreements
from storage.agreements import Agreement

EVERY_MORNING: tuple[Callable[[Session, Agreement, datetime], int], ...] = (
    leaving.look,
    issue_clock.look,
    consent_time.look,
    review_opening.come_up,
    meeting_mornings.look,
    terms_of_office.look,
    bulletin.monthly,
    milestone_document.take_up,
    milestone_asking.about_the_past,
)
"""What is looked for each morning, in this order; each does what has come up by now, once, and returns how much."""


def begin(session: Session, agreement_id: int, now: datetime) -> int:
    """Do what an agreement's morning brings, if it has come, and plan the next; return how much was done.

    Mornings that nobody was there for are one: what came up on any of them is looked for now. On a day on which nobody
    works, or at night, it waits for the next morning.
    """
    agreement = session.get_one(Agreement, agreement_id, with_for_update={"key_share": True})
    session.refresh(agreement)
    if agreement.next_morning_at is not None and agreement.next_morning_at > now:
        return 0
    terms = agreements.current_terms(session, agreement.id)
    comes = deadlines.working_moment(session, terms, now, now)
    done = 0
    if comes <= now:
        done = sum(look(session, agreement, now) for look in EVERY_MORNING)
        comes = deadlines.working_moment(session, terms, midnight_after(terms, now), now)
    agreement.next_morning_at = comes
    session.flush()  # the register reads the agreement anew
    return done
