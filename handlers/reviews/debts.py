"""What is owed to a review: reports by partners, and from its day on what came of it by the secretary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from handlers.actors import local_day
from handlers.debts import Asking, Debt, debtor
from handlers.requests import Button
from handlers.reviews import facts
from rules import review_life
from rules.matters import SECRETARY
from rules.review_life import ReviewState
from storage import deadlines, reviews
from storage.reviews import Review


def of_agreement(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return what an agreement's open reviews still wait for."""
    waiting = reviews.of_agreement(session, agreement_id, states=(ReviewState.OPEN,))
    return [debt for review in waiting for debt in of(session, review, now)]


def of(session: Session, review: Review, now: datetime) -> list[Debt]:
    """Return what a review still waits for: partners' reports, and from its day on what came of it."""
    terms = facts.terms_of(session, review)
    today = local_day(terms, now)
    silent = facts.silent(session, review, today)
    owed = review_life.owes(review.state, silent=silent, meets_on=review.meets_on, today=today)
    due = next(iter(deadlines.live(session, review.matter, [review.id])), None)
    return [Debt(review, key, debtor(terms, key), (what,), due) for key, what in owed.items()]


def settled_by(review: Review, debts: Sequence[Debt], _: Asking) -> tuple[Button, ...]:
    """Return the presses that answer or close a review; who answers for several does so where it is shown."""
    debtors = {debt.partner for debt in debts}
    if SECRETARY in debtors:
        return (Button("review_close", review.id),)
    mine = [answer.id for answer in review.answers if answer.partner in debtors]
    return (
        tuple(Button(name, row) for row in mine for name in ("review_answer", "review_nothing"))
        if len(mine) == 1
        else ()
    )
