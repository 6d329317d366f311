"""A day proclaimed closed (or open) later: whatever is counted on its calendar is dated anew, and people are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.conflicts import consent_time
from handlers.issues import redating
from handlers.meetings import mornings as meeting_mornings
from handlers.reviews import opening as review_opening
from rules.days import in_words
from rules.errors import Refusal
from rules.terms import Base
from storage import agreements, closed_days, register
from storage.agreements import Agreement
from storage.closed_days import Proclamation

COUNTED_ANEW: tuple[Callable[[Session, Agreement, datetime], int], ...] = (
    redating.look,
    consent_time.look,
    review_opening.keep_days,
    meeting_mornings.follow_calendar,
)
"""What has dates that nobody chose, in this order; each moves those that are others now, and returns how many."""


def proclaim(session: Session, *, calendar: Base, day: date, open_: bool, why: str, now: datetime) -> int:
    """Enter a day that a calendar did not know of, and date anew at once all that rests on it; return how many moved.

    The reminders of all dates are planned anew too, also of those that stay.

    Raises Refusal when the day is entered already.
    """
    row = closed_days.of_day(session, calendar, day)
    if row is not None:
        is_now = "open" if row.open else "closed"
        raise Refusal(f"{in_words(day)} is entered as {is_now} on {calendar.value} already: {row.why}.")
    closed_days.proclaim(session, Proclamation(calendar=calendar, day=day, open=open_, why=why, entered_at=now))
    facts = {"day": day.isoformat(), "calendar": calendar.value, "open": open_, "why": why}
    for agreement in agreements.all_agreements(session):
        register.write(session, agreement, at=now, act="day-proclaimed", person=register.COMMAND_LINE, facts=facts)
    moved = sum(look(session, agreement, now) for agreement in agreements.readable(session) for look in COUNTED_ANEW)
    deadlines.replan_outdated(session, now)
    return moved
