"""What is owed to a decision: the votes it waits for, and the approval of each partner's own body."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import parties
from handlers.actors import local_day, name_of
from handlers.debts import Asking, Debt
from handlers.decisions import facts
from handlers.requests import Button
from rules.decisions import DecisionState, Owed
from storage import agreements, decisions
from storage.decisions import Decision


def of_agreement(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return what an agreement's decisions wait for: votes, and approvals by partners' own bodies."""
    waiting = decisions.of_agreement(session, agreement_id, states=(DecisionState.OPEN,))
    voted = [debt for decision in waiting for debt in of(session, decision, now)]
    return [*voted, *_approvals(session, agreement_id, now)]


def of(session: Session, decision: Decision, now: datetime) -> list[Debt]:
    """Return the votes that a decision still waits for; none once its last day is over."""
    today = local_day(agreements.terms_of(session, decision.terms_id), now)
    if decision.state is not DecisionState.OPEN or facts.votes_are_in(decision, today):
        return []
    deadline = facts.live_deadline(session, decision)
    silent = facts.silent(session, decision, today)
    return [Debt(decision, voter.key, voter.name, (Owed.VOTE,), deadline) for voter in silent]


def _approvals(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return the approvals by partners' own bodies that an agreement's decisions still wait for."""
    today = local_day(agreements.current_terms(session, agreement_id), now)
    left = parties.left(session, agreement_id, today)
    return [
        Debt(
            decision,
            row.partner,
            name_of(agreements.terms_of(session, decision.terms_id), row.partner),
            (Owed.RATIFICATION,),
            None,
        )
        for decision in decisions.to_be_ratified(session, agreement_id)
        for row in decision.ratifications
        if row.approved is None and row.partner not in left
    ]


def settled_by(decision: Decision, debts: Sequence[Debt], _: Asking) -> tuple[Button, ...]:
    """Return the presses by which what is owed to a decision is settled."""
    if any(Owed.RATIFICATION in debt.owed for debt in debts):
        return (Button("decision_ratify", decision.id),)
    return facts.ballot(decision.id)
