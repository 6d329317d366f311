"""What has happened to an issue: the facts that its dates count from, and the date or the waiting that they give."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers.deadlines import calendars_of
from rules import ladder, meetings, moments
from rules.deadlines import Working, end_of_day, last_moment, local_date
from rules.decisions import DecisionState
from rules.issues import ProposalKind, stage_of
from rules.ladder import Left, StageClock
from rules.meeting_life import MeetingState
from rules.moments import Happened, Waits
from rules.nudges import moment_on
from rules.terms import Event, Stage, Terms, Unit
from storage import agreements, deadlines, decisions, meetings as stored_meetings, signatures
from storage.agreements import Agreement
from storage.deadlines import DeadlineState
from storage.issues import Issue, Visit

_FAR = timedelta(days=400)  # as far as a forum's next meeting is looked for


def due(session: Session, issue: Issue, now: datetime) -> Working | Waits | None:
    """Return when the time of the stage is up at which an issue stands, or what that waits for.

    None: the document sets the stage no time.
    """
    terms = agreements.terms_of(session, issue.terms_id)
    clock = ladder.clock_of(terms, stage_of(terms, issue.stage))
    if clock is None:
        return None
    calendars = calendars_of(session, terms, now)
    facts = facts_for(session, issue, clock, now)
    return moments.moment(terms, clock.when, facts, calendars=calendars, at=clock.at)


def facts_for(session: Session, issue: Issue, clock: StageClock, now: datetime) -> dict[str, Happened]:
    """Return what has happened to an issue and its agreement, as far as its stage's clock can count from it.

    Until the last partner has been notified, the raising stands for that: whoever raised it knew then.
    """
    terms = agreements.terms_of(session, issue.terms_id)
    agreement = session.get_one(Agreement, issue.agreement_id)
    here = visit_of(issue)
    asked = moments.rests_on(terms, clock.when, clock.at)
    known = issue.notified_at or issue.raised_at
    given: dict[str, Happened | None] = {
        **moments.of_agreement(agreements.in_force(session, agreement)),
        **{visit.stage: visit.entered_at for visit in issue.visits if visit.left is not Left.SKIPPED},
        **_last_days(session, issue, clock),
        Event.RAISED: issue.raised_at,
        Event.SENT: issue.raised_at,
        Event.NOTIFIED: known,
        Event.RECEIVED: known,
        Event.ENTERED: here.entered_at,
        Event.SIGNED: signatures.agreement_signed_on(session, agreement.id) if Event.SIGNED in asked else None,
        Event.APPOINTED: _appointed(issue),
        Event.PROPOSED: _proposed(issue),
        Event.DECIDED: _decided(session, issue) if Event.DECIDED in asked else None,
        Event.MEETING: _meeting(session, agreement, terms, here, now) if Event.MEETING in asked else None,
    }
    return {str(name): at for name, at in given.items() if at is not None}


def visit_of(issue: Issue) -> Visit:
    """Return an issue's visit to the stage at which it stands."""
    return next(visit for visit in issue.visits if visit.stage == issue.stage)


def _last_days(session: Session, issue: Issue, clock: StageClock) -> dict[str, Happened]:
    """Return when the time of the stages that an issue has left was up, by the key of each one's clock.

    Where a stage was left before its time was up, or lost its date, its clock is counted anew by whoever asks for it.
    """
    live = (DeadlineState.OPEN, DeadlineState.REPLACED, DeadlineState.CANCELLED)
    return {
        one.clock: one.due_at if one.working["unit"] == Unit.HOURS else one.due_on
        for one in deadlines.history(session, issue.matter, issue.id)
        if one.state not in live and one.clock != clock.key
    }


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


def _meeting(session: Session, agreement: Agreement, terms: Terms, here: Visit, now: datetime) -> Happened | None:
    """Return when a stage's forum first meets after the issue came to it: an hour, or the day while none is set."""
    stage: Stage = stage_of(terms, here.stage)
    forum = next((forum for forum in terms.forums if forum.key == stage.forum), None)
    plan = stored_meetings.plans_of(session, agreement).get(forum.key) if forum else None
    if forum is None or plan is None:
        return None
    zone = ZoneInfo(terms.timezone)
    first_on = local_date(here.entered_at, zone)
    calendars = calendars_of(session, terms, now)
    planned = meetings.meetings(terms, forum, plan, first_on=first_on, until=first_on + _FAR, calendars=calendars)
    states = tuple(state for state in MeetingState if state is not MeetingState.CANCELLED)
    rows = stored_meetings.rows_of(session, agreement.id, states=states)
    hours = {row.meets_on: row.begins_at for row in rows if row.forum == forum.key and row.begins_at}
    days_end = last_moment(first_on, end_of_day(first_on, zone), zone)
    for on in (one.on for one in planned):
        at = moment_on(on, hours[on], zone) if on in hours else None
        if on > first_on or (at >= here.entered_at if at is not None else here.entered_at < days_end):
            return on if at is None else at
    return None
