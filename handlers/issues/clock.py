"""The date of the stage an issue stands at: put when what it counts from has happened, moved when that moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.acting import record_event
from handlers.issues import messages
from handlers.issues.facts import facts_of, live_deadline, terms_of
from handlers.issues.happened import due, is_firm
from handlers.issues.moves import move
from rules import ladder, moments
from rules.days import in_words
from rules.deadlines import Working
from rules.issues import LIVING, IssueState, ProposalKind, ProposalState, stage_of
from rules.ladder import StageClock
from rules.moments import Waits
from rules.terms import Event, Terms
from storage import agreements, issues, redraws
from storage.agreements import Agreement
from storage.deadlines import Deadline, DeadlineState
from storage.issues import Issue


@dataclass(frozen=True)
class Change:
    """What became of an issue's date, and why: the one it had, and the one it has now. None: there was, or is, none."""

    was: Deadline | None
    now: Deadline | None
    why: str


def reckon(session: Session, issue: Issue, now: datetime, *, why: str | None = None) -> Change | None:
    """Set the date of an issue's stage as it is to be by what has happened; return the change, None without one.

    A date that the partners have agreed on stands. One that is over is put right only where what it is counted from has
    moved and there is time left after all, and the issue is then open again; a day that is closed later changes nothing
    about it. The date before stays on record, with why; left out, what it is counted from.
    """
    terms, was = terms_of(session, issue), live_deadline(session, issue)
    if issue.state.final or _agreed(issue, was):
        return None
    clock, found = ladder.clock_of(terms, stage_of(terms, issue.stage)), due(session, issue, now)
    why = why or _why(terms, clock, found)
    if clock is None or not isinstance(found, Working):
        return _without(session, issue, was, why)
    confirmed = is_firm(issue, terms, clock)
    if was is None:
        return Change(
            None, deadlines.begin(session, issue, clock.key, working=found, confirmed=confirmed, now=now), why
        )
    if was.state is DeadlineState.PASSED:
        if found.due_at <= now or _counts_alike(Working.from_json(was.working), found):
            return None
        if issue.state is IssueState.UNRESOLVED:
            move(session, issue, IssueState.OPEN, now, None)
    new = deadlines.replace(session, terms, was, found, why=why, confirmed=confirmed, now=now)
    return None if new is was else Change(was, new, why)


def _counts_alike(one: Working, other: Working) -> bool:
    """Return whether two dates are counted from the same moment by the same limit: then only the calendar differs."""
    return (one.start, one.limit) == (other.start, other.limit)


def _without(session: Session, issue: Issue, was: Deadline | None, why: str) -> Change | None:
    """Take away a date that counts from what has not happened, unless its time was up already and that was said."""
    if was is None or (was.state is DeadlineState.PASSED and issue.state is IssueState.UNRESOLVED):
        return None
    deadlines.end(session, issue, state=DeadlineState.CANCELLED)
    was.why = why[:300]
    return Change(was, None, why)


def _why(terms: Terms, clock: StageClock | None, found: Working | Waits | None) -> str:
    """Return in a sentence what a date is counted from, or what it waits for."""
    if clock is None or found is None:
        return "The agreement sets no time limit at this stage."
    if isinstance(found, Waits):
        return found.sentence
    clause = f" (clause {clock.when.clause})" if clock.when.clause else ""
    if clock.when.counts_from is None:
        return f"It is counted from the same day whichever is meant{clause}."
    if clock.when.counts_from == Event.ENTERED:
        return f"It is counted from {in_words(found.start_on)}, when the issue came to this stage{clause}."
    if isinstance(clock.when.counts_from, date):
        return f"It is counted from {in_words(found.start_on)}{clause}."
    return f"It is counted from {moments.noun(terms, clock.when.counts_from)}, {in_words(found.start_on)}{clause}."


def _agreed(issue: Issue, live: Deadline | None) -> bool:
    """Return whether the partners have agreed on the date that an issue has."""
    return live is not None and any(
        one.kind is ProposalKind.EXTENSION and one.state is ProposalState.AGREED and one.extend_to == live.due_on
        for one in issue.proposals
    )


def look_again(session: Session, issue: Issue, now: datetime, *, why: str | None = None) -> bool:
    """Set an issue's date as `reckon` does, and tell those whom it concerns where it has changed; return whether."""
    change = reckon(session, issue, now, why=why)
    if change is None:
        return False
    if change.was is None and change.now is not None:
        facts = {"due_on": change.now.due_on.isoformat(), "working": change.now.working}
        record_event(session, issue, "clock-started", facts, at=now)
        messages.redraw_notices(session, issue, now)
    tell(session, issue, change, now)
    redraws.note(session, issue, now)
    return True


def tell(session: Session, issue: Issue, change: Change, now: datetime, *, calendar: str = "") -> None:
    """Say once that an issue has another date than it had, with both and why, and write it down."""
    was, new = change.was, change.now
    facts = {
        "was": was.due_on.isoformat() if was else None,
        "now": new.due_on.isoformat() if new else None,
        "why": change.why,
        "calendar": calendar,
    }
    if was is not None:
        record_event(session, issue, "deadline-redated", facts, at=now)
    once = f"redated:{new.id}" if new else f"redated:{was.id if was else 0}:none"
    messages.tell_redated(session, issue, {**facts_of(session, issue, now), **facts}, once=once, now=now)


def look(session: Session, agreement: Agreement, now: datetime, *, why: str | None = None) -> int:
    """Look again at the dates of an agreement's living issues; return how many have changed."""
    return len(changed(session, agreement, now, why=why))


def changed(session: Session, agreement: Agreement, now: datetime, *, why: str | None = None) -> list[Issue]:
    """Look again at the dates of an agreement's living issues; return those whose date has changed.

    One that somebody acts on at this moment is left out: whoever does looks at its date, and so does the next morning.
    """
    living = issues.of_agreement(session, agreement.id, states=LIVING, free=True)
    return [issue for issue in living if look_again(session, issue, now, why=why)]


def happened(session: Session, agreement: Agreement, event: Event, now: datetime) -> None:
    """Look again at the dates that count from something that has happened to an agreement, or has moved."""
    terms = agreements.current_terms(session, agreement.id)
    clocks = [clock for stage in terms.issues.stages if (clock := ladder.clock_of(terms, stage)) is not None]
    if any(event in moments.rests_on(terms, clock.when, clock.at) for clock in clocks):
        look(session, agreement, now)
