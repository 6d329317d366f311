"""The last day of a stage that moves on by itself: what comes after it is refused, with the stage that follows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers.actors import local_day
from handlers.deadlines import chosen
from handlers.issues.facts import live_deadline, terms_of
from rules import ladder
from rules.deadlines import Working
from rules.errors import Refusal
from rules.issues import IssueAct, IssueState, stage_of
from rules.ladder import Left
from rules.last_days import in_time, too_late
from rules.sentences import word
from storage.issues import Issue, Proposal

WHAT: Mapping[IssueAct, str] = {
    IssueAct.PROPOSE: "This proposal",
    IssueAct.ANSWER: "This answer",
    IssueAct.EXTEND: "This wish for more time",
    IssueAct.MARK_UNRESOLVED: "This word that it is unresolved",
    IssueAct.MOVE_ON: "This step",
    IssueAct.PUT_TO_VOTE: "This vote on it",
    IssueAct.FACILITATOR: "This name of a facilitator",
    IssueAct.ADVICE: "This advice",
    IssueAct.REPRESENT: "What was put in writing",
}
"""The acts of a stage. Acknowledging, commenting, withdrawing and saying who was told belong to none."""


def over(session: Session, issue: Issue, at: datetime) -> Working | None:
    """Return the last day of the stage where an issue stands if it is over by a moment and the issue goes on by itself.

    Whether it has been moved yet is the clock's business. None: the stage still runs, or people are asked what next.
    """
    terms, live = terms_of(session, issue), live_deadline(session, issue)
    if issue.state is not IssueState.OPEN or not ladder.by_itself(stage_of(terms, issue.stage)):
        return None
    if live is None or not live.confirmed:
        return None
    until = Working.from_json(live.working)
    return None if in_time(at, until, ZoneInfo(terms.timezone)) else until


def check(session: Session, issue: Issue, act: IssueAct, at: datetime) -> None:
    """Return when an act on an issue is in time; raise Refusal, with the stage it goes on to, if not."""
    until = over(session, issue, at) if act in WHAT else None
    if until is not None:
        terms = terms_of(session, issue)
        raise _late(session, issue, act, at, until, to=ladder.onward(terms, issue.stage)[0].to)


def check_proposal(session: Session, issue: Issue, proposal: Proposal, at: datetime) -> None:
    """Raise Refusal where a proposal ended with the last day of its stage, with the stage that the issue went on to."""
    terms = terms_of(session, issue)
    left = [visit for visit in issue.visits if visit.left is Left.TIME_UP and visit.left_at is not None]
    here = next((visit for visit in left if visit.left_at and visit.left_at >= proposal.proposed_at), None)
    if here is not None and here.left_at is not None and not issue.state.final:
        until = chosen(terms, local_day(terms, here.left_at), clause=stage_of(terms, here.stage).clause)
        raise _late(session, issue, IssueAct.ANSWER, at, until, to=issue.stage)


def _late(session: Session, issue: Issue, act: IssueAct, at: datetime, until: Working, *, to: str) -> Refusal:
    terms = terms_of(session, issue)
    late = too_late(at, until, ZoneInfo(terms.timezone), WHAT[act], clause=until.clause)
    return Refusal(
        f"{late} {issue.reference} has gone on to the next stage: {stage_of(terms, to).name}. "
        f"{word('issue', issue.reference)} shows what can be done there."
    )
