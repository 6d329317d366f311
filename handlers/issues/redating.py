"""A day proclaimed closed (or open) later: the open deadlines are dated anew, and the people concerned are told."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.acting import record_event
from handlers.issues import messages
from handlers.issues.facts import MATTER, facts_of, terms_in, terms_of
from rules.calendars import WorkingCalendar
from rules.days import in_words
from rules.deadlines import Working, work_out
from rules.errors import Refusal
from rules.terms import Base, Terms
from storage import closed_days, rows
from storage.closed_days import Proclamation
from storage.deadlines import Deadline, DeadlineState, calendar_versions, first_on, open_on
from storage.issues import Issue


def proclaim(session: Session, *, calendar: Base, day: date, open_: bool, why: str, now: datetime) -> int:
    """Enter a day that a calendar did not know of, and date the open deadlines anew; return how many moved.

    Raises Refusal when the day is entered already.
    """
    row = closed_days.of_day(session, calendar, day)
    if row is not None:
        is_now = "open" if row.open else "closed"
        raise Refusal(f"{in_words(day)} is entered as {is_now} on {calendar.value} already: {row.why}.")
    closed_days.proclaim(session, Proclamation(calendar=calendar, day=day, open=open_, why=why, entered_at=now))
    return redate_changed(session, now)


def redate_changed(session: Session, now: datetime) -> int:
    """Date anew the open deadlines whose calendar has changed, all in one transaction; return how many moved."""
    return sum(redate(session, row, now) for row in changed(session, now))


def changed(session: Session, now: datetime) -> list[int]:
    """Return the ids of the open deadlines whose calendar has changed since they were worked out.

    Deadlines carry their calendar's version, so that nothing is read but the distinct versions when none changed.
    """
    found: list[int] = []
    for version in calendar_versions(session):
        first = first_on(session, version, matter=MATTER)
        calendar = _calendar(session, terms_in(session, first.matter_id), first.clock, now) if first else None
        if calendar is not None and calendar.version != version:
            found += open_on(session, version)
    return found


def _calendar(session: Session, terms: Terms, clock: str, now: datetime) -> WorkingCalendar | None:
    limit = terms.clocks[clock].limit
    return deadlines.calendar_named(session, terms, limit.calendar, now) if limit else None


def redate(session: Session, row: int, now: datetime) -> int:
    """Work a deadline out anew. Where its date moves, the old one stays on record and people are told."""
    deadline = session.get_one(Deadline, row)
    issue = rows.get(session, Issue, deadline.matter_id, lock=True)
    session.refresh(deadline, with_for_update={"key_share": True})
    if issue is None or deadline.state is not DeadlineState.OPEN:
        return 0
    terms = terms_of(session, issue)
    calendar = _calendar(session, terms, deadline.clock, now)
    if calendar is None:
        return 0
    old = Working.from_json(deadline.working)
    new = work_out(old.limit, old.start, zone=ZoneInfo(terms.timezone), calendar=calendar, clause=old.clause)
    if new.due_on == deadline.due_on:
        deadline.working, deadline.calendar_version = new.to_json(), calendar.version
        return 0
    known = {skipped.on: skipped.why for skipped in old.skipped}
    added = [s for s in new.skipped if s.on not in known and s.on <= max(new.due_on, old.due_on)]
    why = "; ".join(f"{in_words(s.on)}: {s.why}" for s in added) or "The calendar changed."
    was = deadline.due_on
    replaced = deadlines.replace(session, terms, deadline, new, why=why, confirmed=deadline.confirmed, now=now)
    facts = {"was": was.isoformat(), "now": replaced.due_on.isoformat(), "why": why, "calendar": calendar.version}
    record_event(session, issue, "deadline-redated", facts, at=now)
    messages.tell_redated(
        session, issue, {**facts_of(session, issue, now), **facts}, once=f"redated:{replaced.id}", now=now
    )
    messages.refresh(session, issue, now)
    return 1
