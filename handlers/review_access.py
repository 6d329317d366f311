"""Who may see a review and act on it, or answer it for a partner."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from handlers import actors
from handlers.acting import Acting
from handlers.actors import Actor, name_of
from handlers.requests import Request
from handlers.review_facts import terms_of
from rules import review_life
from rules.errors import Refusal
from storage import reviews
from storage.agreements import Agreement
from storage.reviews import Review, ReviewAnswer


def seen(session: Session, request: Request, review: Review | None, wanted: str = "held here") -> tuple[Review, Actor]:
    """Return the review and who asks, if they have a part in its agreement."""
    actors.person_of(session, request.user)
    if review is None:
        raise Refusal(f"I know no review {wanted}. `/partnership reviews` lists those there are.")
    actor = actors.actor_in(session, session.get_one(Agreement, review.agreement_id), request)
    return review, replace(actor, terms=terms_of(session, review))


def for_secretary(session: Session, request: Request, doing: str) -> tuple[Review, Actor]:
    """Return the open review a request is about, locked, and its secretary; raise Refusal, naming them, for others."""
    review, actor = seen(session, request, reviews.get(session, request.row or 0, lock=True))
    if not actor.is_secretary:
        hint = actors.secretary_hint(session, actor.agreement, actor.today)
        raise Refusal(f"You can't {doing.format(review.reference)}: the secretary does that. {hint}")
    review_life.check_open(review.state, review.reference)
    return review, actor


def secretary_of(session: Session, request: Request, doing: str) -> Actor:
    """Return the secretary of the agreement that is the request's row; raise Refusal, naming them, for others."""
    agreement = session.get(Agreement, request.row or 0)
    if agreement is None:
        raise Refusal("I know no such agreement. `/partnership` shows what there is.")
    actor = actors.actor_in(session, agreement, request)
    if not actor.is_secretary:
        hint = actors.secretary_hint(session, agreement, actor.today)
        raise Refusal(f"You can't {doing}: the secretary does that. {hint}")
    return actor


def answering(session: Session, request: Request) -> tuple[ReviewAnswer, Acting]:
    """Return what a partner is asked for, its review locked, and the act of whoever answers for it.

    Raises Refusal, naming who could, for anybody who is neither lead nor deputy of that partner.
    """
    found = reviews.answer(session, request.row or 0)
    review, actor = seen(session, request, reviews.get(session, found.review_id, lock=True) if found else None)
    answer = next(one for one in review.answers if one.id == request.row)
    allowed = review_life.who_answers(answer.partner)
    if not actor.may_act_for(allowed):
        able = actors.who_could(session, actor, allowed)
        raise Refusal(f"You can't answer {review.reference} for {name_of(actor.terms, answer.partner)}. {able}")
    review_life.check_open(review.state, review.reference)
    return answer, Acting(actor, answer.partner, request)
