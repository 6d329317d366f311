"""What partners owe a request for signatures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from handlers.actors import local_day
from handlers.debts import THE_SECRETARY, Asking, Debt
from handlers.requests import Button
from handlers.signatures import facts
from rules.matters import SECRETARY
from rules.signatures import Owed, RequestState
from storage import agreements, deadlines, signatures
from storage.signatures import SignatureRequest


def of_agreement(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return the signatures that an agreement's partners owe."""
    waiting = signatures.of_agreement(session, agreement_id, states=(RequestState.OPEN,))
    return [debt for request in waiting for debt in of(session, request, now)]


def of(session: Session, request: SignatureRequest, now: datetime) -> list[Debt]:
    """Return the signatures that a request still waits for: not those of partners that declined or cannot yet.

    Of the secretary it waits for a look at each copy that is handed in.
    """
    if request.state is not RequestState.OPEN:
        return []
    terms = facts.terms_of(session, request)
    live = deadlines.live(session, request.matter, [request.id])
    due = next((found for found in live if found.clock == facts.SIGNING), None)
    look = [Debt(request, SECRETARY, THE_SECRETARY, (Owed.LOOK,), due)] if facts.to_look_at(request) else []
    return look + [
        Debt(request, partner, facts.partner_of(terms, request, partner), (Owed.SIGNATURE,), due)
        for partner in facts.owing(session, request, local_day(terms, now))
    ]


def settled_by(request: SignatureRequest, debts: Sequence[Debt], by: Asking) -> tuple[Button, ...]:
    """Return the presses by which this person signs, or says what stands against it."""
    if any(Owed.LOOK in debt.owed for debt in debts):
        return tuple(Button("signature_look", one.id) for one in facts.to_look_at(request)[:1])
    today = local_day(agreements.terms_of(by.session, request.terms_id), by.now)
    return facts.sign_buttons(by.session, request, {debt.partner for debt in debts}, by.person, today)
