"""What partners owe: the actions that are theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import parties
from handlers.actors import local_day, name_of
from handlers.debts import Asking, Debt
from handlers.requests import Button
from rules.actions import ActionState, Owed
from storage import actions, agreements, deadlines
from storage.actions import Action


def of_agreement(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return an agreement's open actions as what their partners owe."""
    return of_all(session, actions.of_agreement(session, agreement_id, states=(ActionState.OPEN,)), now)


def of_all(session: Session, found: Iterable[Action], now: datetime) -> list[Debt]:
    """Return these actions as what their partners owe; nothing of those that are closed, or of a partner that left."""
    waiting = [action for action in found if not action.state.final and not _gone(session, action, now)]
    due = {d.matter_id: d for d in deadlines.live(session, Action.matter, [action.id for action in waiting])}
    return [
        Debt(
            action,
            action.partner,
            name_of(agreements.terms_of(session, action.terms_id), action.partner),
            (Owed.ACTION,),
            due.get(action.id),
        )
        for action in waiting
    ]


def _gone(session: Session, action: Action, now: datetime) -> bool:
    today = local_day(agreements.terms_of(session, action.terms_id), now)
    return action.partner in parties.left(session, action.agreement_id, today)


def settled_by(action: Action, _debts: Sequence[Debt], _: Asking) -> tuple[Button, ...]:
    """Return the press by which an action is done."""
    return (Button("action_done", action.id),)
