"""Reviews at other times than they come round: an event is declared, one is begun by hand, or held another day."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from handlers.acting import Acting, record
from handlers.forms import Form, FormRefused, Values
from handlers.requests import Answer, Button, Request, Say
from handlers.reviews import forms, opening
from handlers.reviews.access import for_secretary, secretary_of
from handlers.reviews.facts import facts_of, rule_of
from rules.days import in_words
from rules.errors import Refusal
from rules.reviews import Occurrence
from storage import reviews
from storage.reviews import ReviewEvent

FURTHEST = timedelta(days=366)
EVENT, BEGIN, MOVE = "declare an event", "begin a review", "hold {} another day"


# --- An event -----------------------------------------------------------------------------------------------------


def event_form(session: Session, request: Request) -> Form:
    """Return the form that declares an event; raise Refusal where no event brings a review about."""
    actor = secretary_of(session, request, EVENT)
    if not any(review.triggers for review in actor.terms.reviews):
        raise Refusal(f"No event makes a review of {actor.terms.short_title} due. You can begin one on any day.")
    return forms.event_form(actor)


def declare(session: Session, request: Request, values: Values) -> Answer:
    """Take it that an event has happened; the review that it brings about begins at once."""
    actor = secretary_of(session, request, EVENT)
    key, _, number = values.line("event").partition(":")
    rule, day = rule_of(actor.terms, key), values.day("happened_on")
    if day is None or not actor.today - FURTHEST <= day <= actor.today:
        first = in_words(actor.today - FURTHEST)
        raise FormRefused({"happened_on": f"Please choose a day from {first} to {in_words(actor.today)}."})
    event = ReviewEvent(
        agreement_id=actor.agreement.id,
        review=rule.key,
        trigger=rule.triggers[int(number)],
        happened_on=day,
        words=values.line("words"),
        declared_by=actor.person.id,
        declared_at=request.now,
    )
    try:
        with session.begin_nested():
            session.add(event)
    except IntegrityError:
        told = f"It is on record already that this happened on {in_words(day)}."
        raise FormRefused({"event": told}) from None
    known = {"review": rule.name, "trigger": event.trigger, "on": day.isoformat(), "words": event.words}
    record(session, Acting(actor, None, request), None, "review-event-declared", known)
    before = reviews.occurrences(session, actor.agreement.id)
    opening.come_up(session, actor.agreement, request.now)
    new = reviews.occurrences(session, actor.agreement.id) - before
    found = [one for one in reviews.of_agreement(session, actor.agreement.id) if one.occurrence in new]
    begun = next((one for one in found if one.review == rule.key), None)
    facts = {"did": "declared", "event": event.trigger, "on": day.isoformat(), "name": rule.name}
    if begun is None:
        return Say("review_done", {**facts, "reference": None})
    return Say("review_done", {**facts_of(session, begun, request.now), **facts}, (Button("review_show", begun.id),))


# --- Begun by hand ------------------------------------------------------------------------------------------------


def begin_form(session: Session, request: Request) -> Form:
    """Return the form that begins a review; raise Refusal where the agreement has none."""
    actor = secretary_of(session, request, BEGIN)
    if not actor.terms.reviews:
        raise Refusal(f"{actor.terms.short_title} names no review. What is to be changed can be proposed at any time.")
    return forms.begin_form(actor)


def begin(session: Session, request: Request, values: Values) -> Answer:
    """Begin a review at another time than the agreement gives; its series goes on as it is."""
    actor = secretary_of(session, request, BEGIN)
    rule, day = rule_of(actor.terms, values.line("review")), values.day("meets_on")
    if day is None or not actor.today <= day <= actor.today + FURTHEST:
        last = in_words(actor.today + FURTHEST)
        raise FormRefused({"meets_on": f"Please choose a day from {in_words(actor.today)} to {last}."})
    name = f"{rule.key}.begun.{day.isoformat()}"
    if name in reviews.occurrences(session, actor.agreement.id):
        raise FormRefused({"meets_on": f"A review of this kind is held on {in_words(day)} already."})
    review = opening.open_review(
        session,
        actor.agreement,
        actor.terms,
        Occurrence(rule.key, day, day),
        request.now,
        by=actor.person,
        why=values.line("words"),
        occurrence=name,
    )
    known = {"review": rule.name, "meets_on": day.isoformat(), "why": review.why}
    record(session, Acting(actor, None, request), review, "review-opened", known)
    facts = facts_of(session, review, request.now)
    return Say("review_done", {**facts, "did": "begun"}, (Button("review_show", review.id),))


# --- Another day --------------------------------------------------------------------------------------------------


def move_form(session: Session, request: Request) -> Form:
    """Return the form that holds a review on another day."""
    review, _ = for_secretary(session, request, MOVE)
    return forms.move_form(review)


def move(session: Session, request: Request, values: Values) -> Answer:
    """Hold a review on another day; the day that the agreement gives stays on record."""
    review, actor = for_secretary(session, request, MOVE)
    day = values.day("meets_on")
    if day is None or not actor.today <= day <= actor.today + FURTHEST:
        last = in_words(actor.today + FURTHEST)
        raise FormRefused({"meets_on": f"Please choose a day from {in_words(actor.today)} to {last}."})
    if day == review.meets_on:
        raise FormRefused({"meets_on": "It is held on that day already."})
    known = {"from": review.meets_on.isoformat(), "to": day.isoformat(), "why": values.line("words")}
    review.day_chosen = True
    opening.move(session, review, day, values.line("words"), request.now)
    record(session, Acting(actor, None, request), review, "review-moved", known)
    return Say("review_done", {**facts_of(session, review, request.now), "did": "moved"})
