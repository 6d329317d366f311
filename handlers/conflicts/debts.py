"""What partners owe a conflict: their consent; and the register of interests: what they have to declare."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from handlers.actors import name_of
from handlers.conflicts import consent_time, returns
from handlers.debts import Asking, Debt
from handlers.requests import Button
from rules.conflicts import Owed
from storage import agreements, conflicts, deadlines
from storage.agreements import Agreement
from storage.conflicts import Conflict


def of_agreement(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return the answers that an agreement's partners owe: about declared conflicts, and in the round that runs."""
    asked = [debt for one in conflicts.living(session, agreement_id) for debt in of(session, one, now)]
    return [*asked, *_in_round(session, agreement_id, now)]


def of(session: Session, conflict: Conflict, now: datetime) -> list[Debt]:
    """Return the answers about a declared conflict that the other partners owe, one for each partner."""
    waiting = consent_time.owing(session, conflict, now)
    if not waiting:
        return []
    terms = agreements.terms_of(session, conflict.terms_id)
    due = next(iter(deadlines.live(session, conflict.matter, [conflict.id])), None)
    return [Debt(conflict, partner, name_of(terms, partner), (Owed.CONSENT,), due) for partner in waiting]


def _in_round(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return the answers that an agreement's partners owe in the round of declarations that runs, if one does."""
    agreement = session.get_one(Agreement, agreement_id)
    owing = returns.owing(session, agreement, now)
    if not owing:
        return []
    asked = returns.round_of(session, agreement)
    terms = agreements.current_terms(session, agreement_id)
    return [
        Debt(asked, partner, name_of(terms, partner), (Owed.INTERESTS,), None, shown_by="interests")
        for partner in owing
    ]


def settled_by(_conflict: Conflict, _debts: Sequence[Debt], _: Asking) -> tuple[Button, ...]:
    """Return nothing: a conflict's answers differ from matter to matter, and are given where it is shown."""
    return ()
