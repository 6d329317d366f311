"""The open actions of an agreement as they are listed, the soonest due first."""

from __future__ import annotations

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actions.facts import KIND, in_short
from handlers.requests import Answer, Button, Request, Say
from storage import actions, ahead, deadlines
from storage.actions import Action
from storage.agreements import Agreement

LATEST = 25


def list_actions(session: Session, request: Request, agreement: Agreement) -> Answer:
    """List the actions of an agreement that are open, the soonest due first."""
    actor = actors.actor_in(session, agreement, request)
    with ahead.reading(session):
        known, there_are = actions.open_public(session, agreement.id, most=LATEST)
        private = actions.open_private(session, agreement.id)
        mine = [action for action in private if KIND.may_see(action, actor)]
        shown = sorted([*known, *mine], key=lambda action: (action.due_on, action.id))[:LATEST]
        due = {one.matter_id: one for one in deadlines.live(session, Action.matter, [action.id for action in shown])}
        rows = [in_short(session, action, due.get(action.id), request.now) for action in shown]
    return Say(
        "action_list",
        {"agreement": actor.terms.short_title, "rows": rows, "more": there_are + len(mine) - len(shown)},
        tuple(Button("action_show", action.id, label=action.reference) for action in shown[:5]),
    )
