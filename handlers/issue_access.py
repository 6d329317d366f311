"""Who may see an issue and act on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor
from handlers.issue_facts import standing_of, terms_of
from handlers.requests import Request
from rules.errors import Refusal
from rules.issues import Standing
from storage import issues
from storage.agreements import Agreement
from storage.issues import Issue
from storage.people import Capacity, Holding


def seen(session: Session, request: Request, issue: Issue | None, wanted: str = "this issue") -> tuple[Issue, Actor]:
    """Return the issue and who asks, if they may see it. To anybody else a private issue does not exist."""
    actors.person_of(session, request.user)
    unknown = Refusal(f"I know no issue {wanted} that you can see. `/partnership issues` lists those you can.")
    if issue is None:
        raise unknown
    try:
        actor = actors.actor_in(session, session.get_one(Agreement, issue.agreement_id), request)
    except Refusal:
        if issue.private:
            raise unknown from None
        raise
    if not may_see(issue, actor.holdings):
        raise unknown
    return issue, actor


def may_see(issue: Issue, held: Iterable[Holding]) -> bool:
    """Return whether whoever holds these capacities in the issue's agreement may know of it.

    A private issue is for the people of the partners it was made known to, in any capacity, and for the secretary.
    """
    told = {row.partner for row in issue.partners}
    return not issue.private or any(h.capacity is Capacity.SECRETARY or h.partner in told for h in held)


def locked(session: Session, request: Request, issue_id: int) -> tuple[Issue, Actor, Standing]:
    """Return the issue, whoever asks under the terms it runs under, and its standing; nobody else changes it now."""
    issue, actor = seen(session, request, issues.get(session, issue_id, lock=True))
    return issue, replace(actor, terms=terms_of(session, issue)), standing_of(issue)


def require_secretary(session: Session, actor: Actor, issue: Issue, doing: str) -> None:
    """Return when whoever asks is the secretary; raise Refusal, naming the secretary, if not."""
    if not actor.is_secretary:
        raise Refusal(
            f"You can't {doing} {issue.reference}: the secretary does that. "
            + actors.secretary_hint(session, actor.agreement, actor.today)
        )
