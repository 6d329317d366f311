"""The last day of a stage that moves on by itself: what comes after it is refused, with where the issue stands then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers.actors import local_day
from handlers.deadlines import chosen
from handlers.issues.facts import live_deadline, terms_of
from handlers.issues.happened import Coming, due, is_firm
from rules import ladder
from rules.deadlines import Working, instant_of, last_moment
from rules.errors import Refusal
from rules.issues import IssueAct, IssueState, stage_of
from rules.ladder import Left
from rules.last_days import ended_on, in_time, too_late
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
    if issue.state is not IssueState.OPEN or not ladder.by_itself(stage_of(terms_of(session, issue), issue.stage)):
        return None
    return _time_up(session, issue, at)


def check(session: Session, issue: Issue, act: IssueAct, at: datetime) -> None:
    """Return when an act on an issue is in time; raise Refusal, with where the issue stands by then, if not."""
    until = over(session, issue, at) if act in WHAT else None
    if until is not None:
        raise _late(session, issue, act, at, until)


def check_proposal(session: Session, issue: Issue, proposal: Proposal, at: datetime) -> None:
    """Raise Refusal where a proposal ended with the last day of its stage, with where the issue stands by then."""
    terms = terms_of(session, issue)
    left = [visit for visit in issue.visits if visit.left is Left.TIME_UP and visit.left_at is not None]
    here = next((visit for visit in left if visit.left_at and visit.left_at >= proposal.proposed_at), None)
    if here is not None and here.left_at is not None and not issue.state.final:
        until = chosen(terms, local_day(terms, here.left_at), clause=stage_of(terms, here.stage).clause)
        order = list(ladder.climb(terms))
        ahead = order[order.index(here.stage) + 1 : order.index(issue.stage) + 1]
        skipped = {visit.stage for visit in issue.visits if visit.left is Left.SKIPPED}
        been = [key for key in ahead if key not in skipped]
        raise _late(session, issue, IssueAct.ANSWER, at, until, been=been)


def _time_up(session: Session, issue: Issue, at: datetime) -> Working | None:
    """Return the last day of the stage where an issue stands if it is over by a moment; else None."""
    live, zone = live_deadline(session, issue), ZoneInfo(terms_of(session, issue).timezone)
    if live is None or not live.confirmed:
        return None
    until = Working.from_json(live.working)
    return None if in_time(at, until, zone) else until


def _since(session: Session, issue: Issue, at: datetime) -> tuple[list[str], Working | None]:
    """Return the stages that an issue has come to by a moment and nobody has moved it to yet, in their order.

    Each begins with the last day of the one before. With them comes the last day of the stage where it stands by then,
    if that is over: people are asked what next there. None: it still runs, or has no last day.
    """
    terms, until = terms_of(session, issue), _time_up(session, issue, at)
    zone, here = ZoneInfo(terms.timezone), stage_of(terms, issue.stage)
    then: list[Coming] = []
    while until is not None and ladder.by_itself(here):
        was, here = ladder.clock_of(terms, here), stage_of(terms, ladder.onward(terms, here.key)[0].to)
        came = last_moment(until.due_on, until.due_at, zone)
        last = instant_of(until.due_on, until.due_at, zone) or until.due_on
        then.append(Coming(here.key, came, was.key if was else "", last))
        until = _over_by(session, issue, at, then)
    return [one.stage for one in then], until


def _over_by(session: Session, issue: Issue, at: datetime, then: Sequence[Coming]) -> Working | None:
    """Return the last day of the last of these stages if it is over by a moment; else None."""
    terms = terms_of(session, issue)
    clock, found = ladder.clock_of(terms, stage_of(terms, then[-1].stage)), due(session, issue, at, then=then)
    if clock is None or not isinstance(found, Working) or not is_firm(issue, terms, clock):
        return None
    return None if in_time(at, found, ZoneInfo(terms.timezone)) else found


def _late(
    session: Session, issue: Issue, act: IssueAct, at: datetime, until: Working, *, been: Sequence[str] = ()
) -> Refusal:
    """Return what is said of an act that came after the last day of its stage: that day, and where the issue stands.

    `been` are the stages that the issue has been moved to since.
    """
    terms = terms_of(session, issue)
    zone = ZoneInfo(terms.timezone)
    further, ended = _since(session, issue, at)
    names = [stage_of(terms, key).name for key in (*been, *further)]
    there = f"the next stage: {names[0]}" if len(names) == 1 else ", then to ".join(names)
    late = too_late(at, until, zone, WHAT[act], clause=until.clause)
    if ended is None:
        stands, can = "", "what can be done there"
    else:
        stands, can = f", whose time was up on {ended_on(ended, zone)}: it is unresolved", "what can still be done"
    return Refusal(
        f"{late} {issue.reference} has gone on to {there}{stands}. {word('issue', issue.reference)} shows {can}."
    )
