"""Who may see an issue and act on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor
from handlers.issues.facts import facts_of, standing_now
from handlers.matters import Cause, Kind, pressed
from handlers.notices import Telling
from handlers.requests import Request
from rules.errors import Refusal
from rules.issues import Standing
from rules.matters import Allowed
from storage.deadlines import Deadline
from storage.issues import Issue
from storage.people import Capacity, Holding


def may_see(issue: Issue, held: Iterable[Holding]) -> bool:
    """Return whether whoever holds these capacities in the issue's agreement may know of it.

    A private issue is for the people of the partners it was made known to, in any capacity, and for the secretary.
    """
    told = {row.partner for row in issue.partners}
    return not issue.private or any(h.capacity is Capacity.SECRETARY or h.partner in told for h in held)


KIND = Kind("issue", "issue", "issues", "SEF-7", Issue, lambda issue, actor: may_see(issue, actor.holdings))


def locked(session: Session, request: Request, issue_id: int) -> tuple[Issue, Actor, Standing]:
    """Return the issue, whoever asks under the terms it runs under, and its standing; nobody else changes it now."""
    issue, actor = pressed(session, replace(request, row=issue_id), KIND, lock=True)
    return issue, actor, standing_now(session, issue, request.now)


def telling(session: Session, request: Request) -> Telling:
    """Return the issue that partners are notified of, and its secretary; raise Refusal for anybody else."""
    issue, actor, _ = locked(session, request, request.row or 0)
    actors.require_secretary(session, actor, f"record how a partner was told of {issue.reference}")
    return Telling(issue, issue.raised_at, actor, partial(facts_of, session, issue))


def runs_for(issue: Issue, _: Deadline, held: Sequence[Holding]) -> bool:
    """Return whether an issue's date is one for whoever holds these capacities."""
    return not issue.state.final and may_see(issue, held)


def causing(session: Session, request: Request) -> Cause:
    """Return the issue as what an action is opened because of; raise Refusal where it is private."""
    issue, actor = pressed(session, request, KIND, lock=True)
    if issue.private:
        raise Refusal(f"{issue.reference} is private, and an action is not: please agree on it in the resolution.")
    return Cause(issue, actor, Allowed(frozenset({issue.raised_for}), secretary=True))
