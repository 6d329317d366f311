"""An agreement's reviews: those that run, when the next are due or why they have no date, and one looked at."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor, name_of
from handlers.history import history
from handlers.requests import Answer, Button, Request, Say
from handlers.reviews import opening
from handlers.reviews.facts import MATTER, facts_of, in_short
from rules.review_life import ReviewState
from storage import notices, reviews
from storage.agreements import Agreement
from storage.reviews import Review

A_YEAR = timedelta(days=366)
LATEST = 5
LONGEST_LIST = 25


def list_reviews(session: Session, request: Request, agreement: Agreement) -> Answer:
    """List an agreement's reviews: open ones, the last that were closed, and those to come, each with its clause."""
    actor = actors.actor_in(session, agreement, request)
    running, there_are = reviews.running(session, agreement.id, most=LONGEST_LIST)
    closed = reviews.latest_closed(session, agreement.id, most=LATEST)
    shown = [*running, *closed][:LATEST]
    buttons = [Button("review_show", review.id, label=review.reference) for review in shown]
    if actor.is_secretary:
        able = {
            "review_begin": actor.terms.reviews,
            "review_event": [one for one in actor.terms.reviews if one.triggers],
        }
        buttons += [Button(name, agreement.id) for name, what in able.items() if what]
    return Say(
        "review_list",
        {
            "agreement": actor.terms.short_title,
            "running": [in_short(session, review, request.now) for review in running],
            "closed": [in_short(session, review, request.now) for review in closed],
            "more": there_are - len(running),
            "coming": _coming(session, request, actor, reviews.occurrences(session, agreement.id)),
        },
        tuple(buttons),
    )


def _coming(session: Session, request: Request, actor: Actor, known: set[str]) -> list[dict[str, Any]]:
    """Return each review of the pack with its next days within a year that are not opened yet, or why it has none."""
    rows = []
    for rule in actor.terms.reviews:
        until = actor.today + A_YEAR
        planned = opening.schedule_of(
            session, actor.agreement, rule, first_on=actor.today, until=until, now=request.now
        )
        ahead = [one for one in planned.occurrences if one.key not in known]
        rows.append(
            {
                "name": rule.name,
                "clause": rule.clause,
                "forum": None if rule.by == "partners" else name_of(actor.terms, rule.by),
                "days": [
                    {"on": one.on.isoformat(), "nominal_on": one.nominal_on.isoformat(), "provisional": one.provisional}
                    for one in ahead
                ],
                "why": planned.why,
            }
        )
    return rows


def detail(session: Session, request: Request, review: Review, actor: Actor) -> Answer:
    """Return a review as somebody may see it, with what they can do to it."""
    facts = {**facts_of(session, review, request.now), "history": history(session, review)}
    return Say("review_detail", facts, _offered(session, review, actor))


def _offered(session: Session, review: Review, actor: Actor) -> tuple[Button, ...]:
    """Return the presses that are open to this person on this review, as it stands."""
    buttons: list[Button] = []
    if review.state is ReviewState.OPEN:
        mine = [answer for answer in review.answers if answer.partner in actor.partners(*actors.ACTING)]
        for answer in mine:
            label = f"Report for {name_of(actor.terms, answer.partner)}" if len(mine) > 1 else None
            buttons.append(Button("review_answer", answer.id, label=label))
        if len(mine) == 1 and mine[0].answered_at is None:
            buttons.append(Button("review_nothing", mine[0].id))
        if actor.is_secretary:
            buttons += [Button(name, review.id) for name in ("review_close", "review_behalf", "review_move")]
    if actor.is_secretary:
        buttons.append(Button("review_action", review.id))
        if any(one.state not in notices.TOLD_STATES for one in notices.of_matter(session, MATTER, review.id)):
            buttons.append(Button("review_told", review.id))
    return tuple(buttons)
