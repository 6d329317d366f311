"""Who may see a conflict of interest and act on it, and the register's entry."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor
from handlers.conflict_facts import matter_of
from handlers.issue_facts import MATTER as ISSUE
from handlers.requests import Request
from rules.errors import Refusal
from rules.matters import Allowed
from storage import agreements, conflicts
from storage.agreements import Agreement
from storage.conflicts import Conflict, Touched


def seen(
    session: Session, request: Request, conflict: Conflict | None, wanted: str = "this conflict"
) -> tuple[Conflict, Actor]:
    """Return the conflict and who asks, if they have a part in its agreement: particulars go to every partner."""
    actors.person_of(session, request.user)
    if conflict is None:
        raise Refusal(f"I know no conflict {wanted} that you can see. `/partnership interests` lists those you can.")
    actor = actors.actor_in(session, session.get_one(Agreement, conflict.agreement_id), request)
    return conflict, replace(actor, terms=agreements.terms_of(session, conflict.terms_id))


def locked(session: Session, request: Request, conflict_id: int) -> tuple[Conflict, Actor]:
    """Return the conflict and who asks. Its matters are locked first, issues before decisions, as everybody does."""
    found = conflicts.get(session, conflict_id)
    conflict, actor = seen(session, request, found)
    for touched in sorted(conflict.touched, key=lambda row: (row.matter != ISSUE, row.matter_id)):
        matter_of(session, touched, lock=True)
    conflicts.lock(session, [conflict.id])
    session.refresh(conflict)
    for touched in conflict.touched:  # somebody may have answered while this waited
        session.refresh(touched)
    return conflict, actor


def locked_on(session: Session, request: Request) -> tuple[Touched, Actor]:
    """Return the touched matter a request is about and who asks; nobody else changes it now."""
    found = conflicts.touched(session, request.row or 0)
    conflict, actor = seen(session, request, found.conflict if found else None)
    conflict, actor = locked(session, request, conflict.id)
    return next(row for row in conflict.touched if row.id == request.row), actor


def acting(session: Session, actor: Actor, conflict: Conflict, partners: frozenset[str], doing: str) -> tuple[str, ...]:
    """Return those of these partners whoever asks acts for, none for the secretary; raise Refusal, saying who could."""
    mine = tuple(partner for partner in actor.partners(*actors.ACTING) if partner in partners)
    if mine or actor.is_secretary:
        return mine
    able = actors.who_could(session, actor, Allowed(partners, secretary=True))
    raise Refusal(f"You can't {doing.format(conflict.reference)}. {able}")


def require_secretary(session: Session, actor: Actor, conflict: Conflict, doing: str) -> None:
    """Return when whoever asks is the secretary; raise Refusal, naming the secretary, if not."""
    if not actor.is_secretary:
        hint = actors.secretary_hint(session, actor.agreement, actor.today)
        raise Refusal(f"You can't {doing.format(conflict.reference)}: the secretary does that. {hint}")
