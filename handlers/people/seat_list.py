"""Seats: looked at by everybody of the agreement, with what is vacant, who chairs and whose term of office ends."""

from __future__ import annotations

from sqlalchemy.orm import Session

from handlers import actors
from handlers.people import facts
from handlers.requests import Answer, Button, Request, Say
from storage.agreements import Agreement


def show(session: Session, request: Request, agreement: Agreement) -> Answer:
    """Show each forum's seats and chair, the partners without a lead or a deputy, and the terms that end soon."""
    actor = actors.actor_in(session, agreement, request)
    offered = buttons(agreement) if actor.is_secretary else ()
    return Say("seats", facts.overview(session, agreement, request.now), offered)


def buttons(agreement: Agreement) -> tuple[Button, ...]:
    """Return what the secretary can do about seats and terms of office."""
    return tuple(Button(name, agreement.id) for name in ("seat_fill", "seat_end", "term_extend"))
