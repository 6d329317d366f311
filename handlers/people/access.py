"""Who may change the roster, and how a change is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor
from handlers.requests import Request
from rules.errors import Refusal
from storage import register
from storage.agreements import Agreement


def secretary(session: Session, request: Request, doing: str) -> Actor:
    """Return the secretary who asks; raise Refusal, naming the secretary, when somebody else does."""
    agreement = session.get(Agreement, request.row or 0)
    if agreement is None:
        raise Refusal("This is about an agreement that is no longer here.")
    actor = actors.actor_in(session, agreement, request)
    if not actor.is_secretary:
        raise Refusal(
            f"You can't {doing}: the secretary does that. " + actors.secretary_hint(session, agreement, actor.today)
        )
    return actor


def record(session: Session, actor: Actor, request: Request, act: str, facts: Mapping[str, Any]) -> None:
    """Write a change of the roster into the register, in the same transaction."""
    register.write(
        session,
        actor.agreement,
        at=request.now,
        act=act,
        person=actor.person.name,
        person_id=actor.person.id,
        facts=facts,
        source=request.source,
    )
