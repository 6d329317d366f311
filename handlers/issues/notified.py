"""An issue's clock begins when the last of its partners has been notified."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers.acting import record_event
from handlers.actors import name_of
from handlers.issues import clock, messages
from handlers.issues.facts import MATTER, live_deadline, terms_of
from storage import redraws
from storage.issues import Issue
from storage.notices import TOLD_STATES, of_matter


def take_in(session: Session, issue: Issue, now: datetime) -> None:
    """Note that what is known of an issue's notices has changed: its clock may begin by it, and its message says so."""
    _confirm_clock(session, issue, now)
    redraws.note(session, issue, now)


def _confirm_clock(session: Session, issue: Issue, now: datetime) -> None:
    """Once the last partner has been notified, count the issue's clock from that moment, and say so."""
    sent_notices = of_matter(session, MATTER, issue.id)
    if issue.notified_at is not None or any(notice.state not in TOLD_STATES for notice in sent_notices):
        return
    issue.notified_at = max((notice.told_at for notice in sent_notices if notice.told_at), default=now)
    deadline = live_deadline(session, issue)
    last = name_of(terms_of(session, issue), max(sent_notices, key=lambda notice: notice.told_at or now).partner)
    waited = deadline is not None and not deadline.confirmed
    clock.reckon(session, issue, now, why=f"The last partner, {last}, was notified.")
    new = live_deadline(session, issue)
    if new is None or not waited:
        return
    facts = {"due_on": new.due_on.isoformat(), "counted_from": issue.notified_at.isoformat(), "working": new.working}
    messages.redraw_notices(session, issue, now)
    record_event(session, issue, "clock-started", facts, at=now)
