"""Who may see a conflict of interest and act on it."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor
from handlers.conflicts.facts import matter_of
from handlers.issues.facts import MATTER as ISSUE
from handlers.matters import Kind, pressed, seen
from handlers.notices import Telling
from handlers.requests import Request
from rules.errors import Refusal
from rules.matters import Allowed
from storage import conflicts, rows
from storage.conflicts import Conflict, Touched

KIND = Kind("conflict", "conflict", "interests", "SEF-C1", Conflict)


def locked(session: Session, request: Request, conflict_id: int) -> tuple[Conflict, Actor]:
    """Return the conflict and who asks. Its matters are locked first, issues before decisions, as everybody does."""
    conflict, actor = pressed(session, replace(request, row=conflict_id), KIND)
    for touched in sorted(conflict.touched, key=lambda row: (row.matter != ISSUE, row.matter_id)):
        matter_of(session, touched, lock=True)
    rows.get(session, Conflict, conflict.id, lock=True)  # and as it stands now: somebody may have answered meanwhile
    return conflict, actor


def locked_on(session: Session, request: Request) -> tuple[Touched, Actor]:
    """Return the touched matter a request is about and who asks; nobody else changes it now."""
    found = conflicts.touched(session, request.row or 0)
    conflict, _ = seen(session, request, KIND, found.conflict if found else None)
    conflict, actor = locked(session, request, conflict.id)
    return next(row for row in conflict.touched if row.id == request.row), actor


def acting(session: Session, actor: Actor, conflict: Conflict, partners: frozenset[str], doing: str) -> tuple[str, ...]:
    """Return those of these partners whoever asks acts for, none for the secretary; raise Refusal, saying who could."""
    mine = tuple(partner for partner in actor.partners(*actors.ACTING) if partner in partners)
    if mine or actor.is_secretary:
        return mine
    able = actors.who_could(session, actor, Allowed(partners, secretary=True))
    raise Refusal(f"You can't {doing.format(conflict.reference)}. {able}")


def telling(session: Session, request: Request) -> Telling:
    """Return the conflict that partners are notified of, and its secretary; raise Refusal for anybody else."""
    conflict, actor = locked(session, request, request.row or 0)
    actors.require_secretary(session, actor, f"record how a partner was told of {conflict.reference}")
    return Telling(conflict, conflict.declared_at, actor)
