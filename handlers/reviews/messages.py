"""What a review says: the living message in the channel, who is asked, and who hears of what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import deadlines, notices, outgoing
from handlers.actors import local_day, name_of
from handlers.debts import by_person
from handlers.requests import Button
from handlers.reviews import debts
from handlers.reviews.facts import contacts_of, facts_of, terms_of
from rules.term import Option
from storage import outbox, people
from storage.agreements import Agreement
from storage.outbox import Message
from storage.reviews import Review, ReviewAnswer

REPORT = "review_report"


def announce(session: Session, agreement: Agreement, review: Review, now: datetime) -> None:
    """Post the living message, and ask every partner by a notice of its own."""
    terms, facts = terms_of(session, review), facts_of(session, review, now)
    review.post_id = outgoing.post(
        session,
        agreement.id,
        "review",
        facts,
        once=f"review:{review.id}",
        now=now,
        about=f"review:{review.id}",
        buttons=board_buttons(review),
    )
    asked = {answer.partner: answer for answer in review.answers}
    notices.send(
        session,
        agreement,
        terms,
        of=review,
        kind="asked",
        partners=tuple(asked),
        template="review_asked",
        facts=facts,
        buttons=lambda partner: asked_buttons(asked[partner]),
        now=now,
        apart=lambda partner: {"for": name_of(terms, partner), "answer": asked[partner].id},
    )


def board_buttons(review: Review) -> tuple[Button, ...]:
    """Return what the living message offers: to look closer. Whoever answers has a message of their own."""
    return (Button("review_show", review.id),)


def asked_buttons(answer: ReviewAnswer) -> tuple[Button, ...]:
    """Return what somebody who is asked can press."""
    return (
        Button("review_answer", answer.id),
        Button("review_nothing", answer.id),
        Button("review_show", answer.review_id),
    )


def draw(session: Session, review: Review, now: datetime) -> None:
    """Bring the living message up to date, take back reminders nobody owes any more, and mark home tabs as stale."""
    facts = facts_of(session, review, now)
    if review.post_id is not None:
        board = session.get_one(Message, review.post_id)
        outgoing.edit(session, board, "review", facts, now=now, buttons=board_buttons(review))
    reached = contacts_of(session, review, local_day(terms_of(session, review), now))
    still = set(by_person(debts.of(session, review, now), reached))
    show = Button("review_show", review.id)
    deadlines.settle_reminders(session, review, still=still, facts=facts, show=show, now=now)
    people.mark_homes_stale(session, review.agreement_id, tuple(answer.partner for answer in review.answers), now)


def retire(session: Session, review: Review, facts: Mapping[str, Any], now: datetime, *, answer: int | None) -> None:
    """Take the buttons off what one partner was asked by, or every one where `answer` is None, and say why.

    A partner that has answered can still change its answer until the review is closed.
    """
    for message in outbox.sent_about(session, notices.about(review)):
        if len(message.buttons) > 1 and answer in (None, message.facts.get("answer")):
            told = {"reference": review.reference, "title": review.title, "for": message.facts.get("for"), **facts}
            again = () if review.state.final else (Button("review_answer", int(message.facts["answer"])),)
            shown = (*again, Button("review_show", review.id))
            outgoing.edit(session, message, "review_answered", told, now=now, buttons=shown)
            message.buttons = [button.as_json() for button in shown]


def thread(
    session: Session, review: Review, template: str, facts: Mapping[str, Any], *, once: str, now: datetime
) -> int | None:
    """Put a detail into the thread of the living message; return its id, None where there is none."""
    if review.post_id is None:
        return None
    about = f"review:{review.id}:{once}"
    return outgoing.post(session, review.agreement_id, template, facts, once=about, now=now, thread_of=review.post_id)


def tell_secretaries(
    session: Session,
    review: Review,
    *,
    template: str,
    facts: Mapping[str, Any],
    once: str,
    now: datetime,
    buttons: tuple[Button, ...],
) -> None:
    """Tell the secretaries who are in the chat something about a review, each once."""
    outgoing.tell(
        session,
        people.secretaries(session, local_day(terms_of(session, review), now), review.agreement_id),
        template,
        facts,
        once=f"review:{review.id}:{once}",
        about=f"review:{review.id}:told",
        agreement_id=review.agreement_id,
        buttons=buttons,
        now=now,
    )


def next_step(way: Option | None, agreement_id: int) -> tuple[Button, ...]:
    """Return the press that brings an outcome about: to ask for signatures where it is signed, or else a decision."""
    if way is None:
        return ()
    return (Button("request_signatures" if way.signed else "propose_decision", agreement_id),)
