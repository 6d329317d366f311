"""What becomes of a meeting's decisions when it is recorded, moved or called off: its record counts their votes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers.actors import local_day
from handlers.decisions import votes
from handlers.decisions.access import lock_all
from handlers.decisions.facts import terms_of, votes_are_in
from handlers.decisions.opening import keep_open
from rules.decisions import DecisionState
from storage import decisions, redraws
from storage.decisions import Decision
from storage.meetings import Meeting


def locked(session: Session, meeting_id: int | None) -> None:
    """See to it that nobody else changes the decisions of a meeting, nor their issues, before the transaction ends.

    It comes before the meeting is locked: whoever acts on a decision comes to its meeting last.
    """
    lock_all(session, [one.id for one in decisions.at_meeting(session, meeting_id or 0)])


def counted_by(session: Session, meeting: Meeting, now: datetime) -> list[str]:
    """Return the references of a meeting's decisions that are counted when it is recorded: their last day is over."""
    return [
        one.reference
        for one in decisions.at_meeting(session, meeting.id)
        if one.state is DecisionState.OPEN and votes_are_in(one, local_day(terms_of(session, one), now))
    ]


def recorded(session: Session, meeting: Meeting, now: datetime) -> None:
    """Count the votes of a meeting's decisions whose last day is over; the others show who was there.

    Those that were closed stay as they were decided.
    """
    for decision in _open(session, meeting):
        votes.count_or_show(session, decision, now)


def moved(session: Session, meeting: Meeting, now: datetime) -> None:
    """Have the decisions of a meeting show its day; votes are taken until then at least."""
    for decision in _open(session, meeting):
        keep_open(session, decision, meeting.meets_on, f"{meeting.reference} was moved.", now)
        redraws.note(session, decision, now)


def called_off(session: Session, meeting: Meeting, now: datetime) -> None:
    """Have the decisions of a meeting say that they wait for another one."""
    for decision in _open(session, meeting):
        redraws.note(session, decision, now)


def _open(session: Session, meeting: Meeting) -> list[Decision]:
    return [one for one in decisions.at_meeting(session, meeting.id, free=True) if one.state is DecisionState.OPEN]
