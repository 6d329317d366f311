"""What has happened to an issue: the facts that its dates count from, and the date or the waiting that they give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers.deadlines import calendars_of
from rules import ladder, meetings, moments
from rules.deadlines import Working, end_of_day, instant_of, last_moment, local_date
from rules.decisions import DecisionState
from rules.issues import ProposalKind, ProposalState, stage_of
from rules.ladder import Left, StageClock
from rules.meeting_life import MeetingState
from rules.moments import Happened, Waits
from rules.nudges import moment_on
from rules.terms import Event, Terms
from storage import agreements, deadlines, decisions, meetings as stored_meetings, signatures
from storage.agreements import Agreement
from storage.deadlines import DeadlineState
from storage.issues import Issue, Visit

_COMING_TO_ALL = frozenset({Event.NOTIFIED.value, Event.RECEIVED.value})
"""What comes to several partners at different times: until it has come to the last, what counts from it can move."""
_FAR = timedelta(days=400)  # as far as a forum's next meeting is looked for


@dataclass(frozen=True)
class Coming:
    """A stage that an issue has come to with the last day of the one before, though nobody has moved it yet.

    `after` is the key of that one's clock, and `last` what its time came to: a day, or the instant that hours come to.
    """

    stage: str
    entered_at: datetime
    after: str
    last: Happened


def due(session: Session, issue: Issue, now: datetime, *, then: Sequence[Coming] = ()) -> Working | Waits | None:
    """Return when the time of the stage is up at which an issue stands, or what that waits for.

    `then` are the stages that it has come to since: it is the last one's time then. None: the document sets it no time.
    """
    terms = agreements.terms_of(session, issue.terms_id)
    clock = ladder.clock_of(terms, stage_of(terms, then[-1].stage if then else issue.stage))
    if clock is None:
        return None
    calendars = calendars_of(session, terms, now)
    facts = facts_for(session, issue, clock, now, then=then)
    return moments.moment(terms, clock.when, facts, calendars=calendars, at=clock.at)


def is_firm(issue: Issue, terms: Terms, clock: StageClock) -> bool:
    """Return whether a date by a clock can pass: what it counts from has come to everybody, where it comes to several.

    Until an issue has come to the last partner, what counts from that can still move.
    """
    return issue.notified_at is not None or not moments.rests_on(terms, clock.when, clock.at) & _COMING_TO_ALL


def facts_for(
    session: Session, issue: Issue, clock: StageClock, now: datetime, *, then: Sequence[Coming] = ()
) -> dict[str, Happened]:
    """Return what has happened to an issue and its agreement, as far as a stage's clock can count from it.

    It is the stage where the issue stands, or the last of those that it has come to since (`then`). Until the last
    partner has been notified, the raising stands for that: whoever raised it knew then.
    """
    terms = agreements.terms_of(session, issue.terms_id)
    agreement = session.get_one(Agreement, issue.agreement_id)
    stage = then[-1].stage if then else issue.stage
    entered_at = then[-1].entered_at if then else visit_of(issue).entered_at
    asked = moments.rests_on(terms, clock.when, clock.at)
    known = issue.notified_at or issue.raised_at
    given: dict[str, Happened | None] = {
        **moments.of_agreement(agreements.in_force(session, agreement)),
        **{visit.stage: visit.entered_at for visit in issue.visits if visit.left is not Left.SKIPPED},
        **{one.stage: one.entered_at for one in then},
        **_last_days(session, issue, clock),
        **{one.after: one.last for one in then if one.after != clock.key},
        Event.RAISED: issue.raised_at,
        Event.SENT: issue.raised_at,
        Event.NOTIFIED: known,
        Event.RECEIVED: known,
        Event.ENTERED: entered_at,
        Event.SIGNED: signatures.agreement_signed_on(session, agreement.id) if Event.SIGNED in asked else None,
        Event.APPOINTED: _appointed(issue),
        Event.PROPOSED: _proposed(issue),
        Event.DECIDED: _decided(session, issue) if Event.DECIDED in asked else None,
        Event.MEETING: _meeting(session, agreement, terms, stage, entered_at, now) if Event.MEETING in asked else None,
    }
    return {str(name): at for name, at in given.items() if at is not None}


def visit_of(issue: Issue) -> Visit:
    """Return an issue's visit to the stage at which it stands."""
    return next(visit for visit in issue.visits if visit.stage == issue.stage)


def _last_days(session: Session, issue: Issue, clock: StageClock) -> dict[str, Happened]:
    """Return when the time of the stages that an issue has left was up, by the key of each one's clock.

    Such a day stays what it was, whatever is closed later. Where a stage was left before its last day, that stands only
    if the partners agreed on it, and its clock is counted anew else by whoever asks for it.
    """
    terms = agreements.terms_of(session, issue.terms_id)
    zone, left = ZoneInfo(terms.timezone), dict[str, datetime]()
    for visit in issue.visits:
        own = ladder.clock_of(terms, stage_of(terms, visit.stage))
        if own is not None and visit.left_at is not None:
            left[own.key] = visit.left_at
    agreed = {
        one.extend_to
        for one in issue.proposals
        if one.kind is ProposalKind.EXTENSION and one.state is ProposalState.AGREED
    }
    found: dict[str, Happened] = {}
    for one in deadlines.history(session, issue.matter, issue.id):
        if one.clock == clock.key or one.state in (DeadlineState.OPEN, DeadlineState.REPLACED):
            continue
        was_up = one.clock in left and last_moment(one.due_on, one.due_at, zone) <= left[one.clock]
        if one.state is not DeadlineState.CANCELLED or was_up or one.due_on in agreed:
            found[one.clock] = instant_of(one.due_on, one.due_at, zone) or one.due_on
    return found


def _appointed(issue: Issue) -> datetime | None:
    """Return when a facilitator was last recorded."""
    chosen = [visit.notes["facilitator"]["at"] for visit in issue.visits if visit.notes.get("facilitator")]
    return max(map(datetime.fromisoformat, chosen), default=None)


def _proposed(issue: Issue) -> datetime | None:
    """Return when the newest resolution was proposed."""
    proposed = [one.proposed_at for one in issue.proposals if one.kind is ProposalKind.RESOLUTION]
    return max(proposed, default=None)


def _decided(session: Session, issue: Issue) -> datetime | None:
    """Return when a vote on an issue last carried."""
    carried = [one for one in decisions.of_issue(session, issue.id) if one.state is DecisionState.CARRIED]
    return max((one.closed_at for one in carried if one.closed_at is not None), default=None)


def _meeting(
    session: Session, agreement: Agreement, terms: Terms, key: str, entered_at: datetime, now: datetime
) -> Happened | None:
    """Return when a stage's forum first meets after an issue came to it: an hour, or the day while none is set."""
    stage = stage_of(terms, key)
    forum = next((forum for forum in terms.forums if forum.key == stage.forum), None)
    plan = stored_meetings.plans_of(session, agreement).get(forum.key) if forum else None
    if forum is None or plan is None:
        return None
    zone = ZoneInfo(terms.timezone)
    first_on = local_date(entered_at, zone)
    calendars = calendars_of(session, terms, now)
    planned = meetings.meetings(terms, forum, plan, first_on=first_on, until=first_on + _FAR, calendars=calendars)
    states = tuple(state for state in MeetingState if state is not MeetingState.CANCELLED)
    rows = stored_meetings.rows_of(session, agreement.id, states=states)
    hours = {row.meets_on: row.begins_at for row in rows if row.forum == forum.key and row.begins_at}
    days_end = last_moment(first_on, end_of_day(first_on, zone), zone)
    for on in (one.on for one in planned):
        at = moment_on(on, hours[on], zone) if on in hours else None
        if on > first_on or (at >= entered_at if at is not None else entered_at < days_end):
            return on if at is None else at
    return None
