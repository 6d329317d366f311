"""What the secretary owes a meeting: its notice, its papers, its record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from handlers.actors import local_day
from handlers.debts import THE_SECRETARY, Asking, Debt
from handlers.meetings import facts
from handlers.requests import Button
from rules.matters import SECRETARY
from rules.meeting_life import TO_COME, MeetingState, Owed
from storage import agreements, deadlines, meetings
from storage.meetings import Meeting

PRESSES: Mapping[StrEnum, str] = {
    Owed.MEETING_NOTICE: "meeting_call",
    Owed.MEETING_PAPERS: "meeting_papers",
    Owed.MEETING_RECORD: "meeting_record",
}


def of_agreement(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return what the secretary owes an agreement's meetings: their notice, their papers, their record."""
    waiting = meetings.rows_of(session, agreement_id, states=TO_COME)
    return [debt for meeting in waiting for debt in of(session, meeting, now)]


def of(session: Session, meeting: Meeting, now: datetime) -> list[Debt]:
    """Return what the secretary owes one meeting: what the agreement asks before it, and its record once it is past."""
    if meeting.state not in TO_COME:
        return []
    due = {one.clock: one for one in deadlines.live(session, meeting.matter, [meeting.id])}
    today = local_day(agreements.terms_of(session, meeting.terms_id), now)
    if meeting.meets_on < today:
        record = (Owed.MEETING_RECORD,)
        return [Debt(meeting, SECRETARY, THE_SECRETARY, record, due.get(facts.RECORD))]
    before = (
        (Owed.MEETING_NOTICE, facts.NOTICE, meeting.state is MeetingState.PLANNED),
        (Owed.MEETING_PAPERS, facts.PAPERS, meeting.papers_at is None),
    )
    return [
        Debt(meeting, SECRETARY, THE_SECRETARY, (owed,), due[clock])
        for owed, clock, waits in before
        if waits and clock in due
    ]


def settled_by(meeting: Meeting, debts: Sequence[Debt], _: Asking) -> tuple[Button, ...]:
    """Return the presses by which what is owed to a meeting is settled."""
    owed = {one for debt in debts for one in debt.owed}
    return tuple(Button(press, meeting.id) for what, press in PRESSES.items() if what in owed)
