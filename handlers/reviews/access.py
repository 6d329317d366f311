"""Who may see a review and act on it, or answer it for a partner."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from handlers import actors
from handlers.acting import Acting
from handlers.actors import Actor, name_of
from handlers.matters import Cause, Kind, pressed
from handlers.notices import Telling
from handlers.requests import Request
from rules import review_life
from rules.errors import Refusal
from rules.matters import Allowed
from storage import reviews
from storage.reviews import Review, ReviewAnswer

KIND = Kind("review", "review", "reviews", "SEF-R1", Review)


def for_secretary(session: Session, request: Request, doing: str) -> tuple[Review, Actor]:
    """Return the open review a request is about, locked, and its secretary; raise Refusal, naming them, for others."""
    review, actor = pressed(session, request, KIND, lock=True)
    actors.require_secretary(session, actor, doing.format(review.reference))
    review_life.check_open(review.state, review.reference)
    return review, actor


def secretary_of(session: Session, request: Request, doing: str) -> Actor:
    """Return the secretary of the agreement that is the request's row; raise Refusal, naming them, for others."""
    actor = actors.actor_in(session, actors.agreement_pressed(session, request), request)
    actors.require_secretary(session, actor, doing)
    return actor


def answering(session: Session, request: Request) -> tuple[ReviewAnswer, Acting]:
    """Return what a partner is asked for, its review locked, and the act of whoever answers for it.

    Raises Refusal, naming who could, for anybody who is neither lead nor deputy of that partner.
    """
    found = reviews.answer(session, request.row or 0)
    asked = replace(request, row=found.review_id if found else None)
    review, actor = pressed(session, asked, KIND, lock=True)
    answer = next(one for one in review.answers if one.id == request.row)
    allowed = review_life.who_answers(answer.partner)
    if not actor.may_act_for(allowed):
        able = actors.who_could(session, actor, allowed)
        raise Refusal(f"You can't answer {review.reference} for {name_of(actor.terms, answer.partner)}. {able}")
    review_life.check_open(review.state, review.reference)
    return answer, Acting(actor, answer.partner, request)


def telling(session: Session, request: Request) -> Telling:
    """Return the review that partners are notified of, and its secretary; raise Refusal for anybody else."""
    review, actor = pressed(session, request, KIND, lock=True)
    actors.require_secretary(session, actor, f"record how a partner was told of {review.reference}")
    return Telling(review, review.opened_at, actor)


def causing(session: Session, request: Request) -> Cause:
    """Return the review as what an action is opened because of."""
    review, actor = pressed(session, request, KIND, lock=True)
    return Cause(review, actor, Allowed(frozenset(), secretary=True))
