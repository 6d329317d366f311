"""What is owed to a milestone: how it stands, what became of it, whether its condition has come true."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from handlers.actors import local_day
from handlers.debts import Asking, Debt
from handlers.milestones import facts
from handlers.requests import Button
from rules.matters import SECRETARY
from rules.milestones import Owed
from storage.milestones import Milestone


def of_agreement(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return what an agreement's milestones wait for."""
    return of_all(session, facts.asked_for(session, agreement_id, now), now)


def of_all(session: Session, found: Iterable[Milestone], now: datetime) -> list[Debt]:
    """Return what is owed to these milestones: how they stand, what became of them, whether a condition came true."""
    waiting = [(milestone, owed) for milestone in found if (owed := facts.owed(session, milestone, now))]
    due = facts.live_deadlines(session, [milestone for milestone, _ in waiting])
    return [
        Debt(
            milestone,
            facts.asked_partner(session, milestone, local_day(terms, now)) or SECRETARY,
            facts.owner_name(terms, milestone.owner),
            owed,
            due.get(milestone.id),
        )
        for milestone, owed in waiting
        for terms in (facts.terms_of(session, milestone),)
    ]


def settled_by(milestone: Milestone, debts: Sequence[Debt], _: Asking) -> tuple[Button, ...]:
    """Return the press by which what is owed to a milestone is settled."""
    asked = any(Owed.CONDITION in debt.owed for debt in debts)
    return (Button("milestone_condition" if asked else "milestone_report", milestone.id),)
