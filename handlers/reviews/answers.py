"""What a partner reports for a review: its words, nothing to add, or what the secretary records for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from handlers.acting import Acting, record
from handlers.forms import Form, FormRefused, Values
from handlers.requests import Answer, Button, Request, Say
from handlers.reviews import forms, messages
from handlers.reviews.access import answering, for_secretary
from handlers.reviews.facts import answer_facts, facts_of, rule_of, terms_of
from storage import redraws
from storage.reviews import Review, ReviewAnswer


def answer_form(session: Session, request: Request) -> Form:
    """Return the form in which a partner reports."""
    answer, by = answering(session, request)
    return forms.answer_form(answer, by.actor.terms)


def report(session: Session, request: Request, values: Values) -> Answer:
    """Take what a partner reports; it can be changed until the review is closed, and every word is on record."""
    answer, by = answering(session, request)
    words, changes = _written(_looks_at(session, answer.of), values)
    if words is None and changes is None:
        raise FormRefused({"limb_0": "Please write something here, or close this and press Nothing to add."})
    return _take(session, answer, by, words, changes)


def nothing(session: Session, request: Request) -> Answer:
    """Take it that a partner has nothing to add: that is an answer. Somebody who has reported already keeps that."""
    answer, by = answering(session, request)
    if answer.answered_at is not None:
        facts = {**facts_of(session, answer.of, by.now), **_own(session, answer)}
        return Say("review_done", {**facts, **by.facts, "did": "answered-before"})
    return _take(session, answer, by, None, None)


def behalf_form(session: Session, request: Request) -> Form:
    """Return the form in which the secretary records what a partner reports in another way."""
    review, actor = for_secretary(session, request, "record what a partner reports for {}")
    return forms.behalf_form(review, actor.terms)


def behalf(session: Session, request: Request, values: Values) -> Answer:
    """Record what a partner reports by another way; with no word, that it has nothing to add."""
    review, actor = for_secretary(session, request, "record what a partner reports for {}")
    answer = next(one for one in review.answers if one.partner == values.line("partner"))
    words, changes = _written(_looks_at(session, review), values)
    by = Acting(actor, answer.partner, request, evidence=values.line("evidence"))
    return _take(session, answer, by, words, changes)


def _written(looks_at: Sequence[str], values: Values) -> tuple[list[str] | None, str | None]:
    """Return what was written of each thing the review looks at, None where nothing was; and what should change."""
    words = [values.line(f"limb_{number}") for number in range(len(looks_at))]
    return words if any(words) else None, values.line("changes") or None


def _take(session: Session, answer: ReviewAnswer, by: Acting, words: list[str] | None, changes: str | None) -> Answer:
    review = answer.of
    again = answer.answered_at is not None
    answer.words, answer.changes, answer.evidence = words, changes, by.evidence
    answer.answered_by, answer.answered_at = by.actor.person.id, by.now
    session.flush()
    said = dict(zip(_looks_at(session, review), words, strict=True)) if words else {}
    record(session, by, review, "review-answered", {"said": said, "changes": changes, "again": again})
    told = {**by.facts, **_own(session, answer), "again": again, "did": "answered"}
    messages.retire(session, review, told, by.now, answer=answer.id)
    redraws.note(session, review, by.now)
    show = (Button("review_show", review.id),)
    return Say("review_done", {**facts_of(session, review, by.now), **told}, show)


def _own(session: Session, answer: ReviewAnswer) -> dict[str, Any]:
    terms = terms_of(session, answer.of)
    return {"answer": answer_facts(session, terms, rule_of(terms, answer.of.review), answer)}


def _looks_at(session: Session, review: Review) -> tuple[str, ...]:
    return rule_of(terms_of(session, review), review.review).looks_at
