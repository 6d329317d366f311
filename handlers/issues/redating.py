"""A calendar changed: the open deadlines of issues are dated anew, and the people concerned are told."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.issues import clock
from handlers.issues.facts import MATTER, terms_in
from handlers.issues.happened import due
from rules import ladder
from rules.calendars import WorkingCalendar
from rules.days import in_words
from rules.deadlines import Working
from rules.issues import stage_of
from rules.ladder import StageClock
from rules.terms import Terms
from storage import redraws, rows
from storage.agreements import Agreement
from storage.deadlines import Deadline, DeadlineState, first_on_each, live_of_agreement, open_on
from storage.issues import Issue


def look(session: Session, agreement: Agreement, now: datetime) -> int:
    """Date anew the open deadlines of an agreement's issues, on whatever calendars they rest; return how many moved."""
    living = live_of_agreement(session, agreement.id)
    return sum(redate(session, one.id, now) for one in living if one.matter == MATTER)


def outdated(session: Session, agreement_id: int, now: datetime) -> list[int]:
    """Return the ids of an agreement's open deadlines whose calendar has changed since they were worked out.

    Deadlines carry their calendar's version, so that nothing is read but the distinct versions when none changed.
    """
    found: list[int] = []
    for version, issue_id, key in first_on_each(session, agreement_id, matter=MATTER):
        calendar = _calendar(session, terms_in(session, issue_id), issue_id, key, now)
        if calendar is not None and calendar.version != version:
            found += open_on(session, agreement_id, version, matter=MATTER)
    return found


def _calendar(session: Session, terms: Terms, issue_id: int, key: str, now: datetime) -> WorkingCalendar | None:
    """Return the calendar that an issue's date by a clock is counted on, or moved on; None where there is none."""
    clock = StageClock(key, terms.clocks[key], "") if key in terms.clocks else _clock_of(session, terms, issue_id)
    if clock is None:
        return None
    counted_on = clock.when.limit.calendar if clock.when.limit else None
    moved_on = None if clock.when.closed_day == "stays" else terms.operational_days
    return deadlines.calendar_named(session, terms, counted_on or moved_on, now)


def _clock_of(session: Session, terms: Terms, issue_id: int) -> StageClock | None:
    return ladder.clock_of(terms, stage_of(terms, session.get_one(Issue, issue_id).stage))


def redate(session: Session, row: int, now: datetime) -> int:
    """Work a deadline out anew. Where its date moves, the old one stays on record and people are told."""
    deadline = session.get_one(Deadline, row)
    issue = rows.get(session, Issue, deadline.matter_id, lock=True)
    session.refresh(deadline, with_for_update={"key_share": True})
    if issue is None or deadline.state is not DeadlineState.OPEN:
        return 0
    found = due(session, issue, now)
    if not isinstance(found, Working):
        return 0
    why = _why(Working.from_json(deadline.working), found)
    change = clock.reckon(session, issue, now, why=why)
    if change is None:
        return 0
    clock.tell(session, issue, change, now, calendar=found.calendar_version or "")
    redraws.note(session, issue, now)
    return 1


def _why(old: Working, new: Working) -> str:
    """Return which days are closed now that were not, as far as they count."""
    known = {skipped.on for skipped in old.skipped}
    added = [s for s in new.skipped if s.on not in known and s.on <= max(new.due_on, old.due_on)]
    return "; ".join(f"{in_words(s.on)}: {s.why}" for s in added) or "The calendar changed."
