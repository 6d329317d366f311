"""Who may see an issue and act on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy.orm import Session

from handlers.actors import Actor
from handlers.issues.facts import standing_of
from handlers.matters import Kind, pressed
from handlers.requests import Request
from rules.issues import Standing
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
    return issue, actor, standing_of(issue)
