"""What is asked of milestones that no date asks for: those that lay in the past, and those on a condition."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy.orm import Session

from handlers import outgoing
from handlers.actors import local_day
from handlers.milestones.facts import facts_of
from handlers.requests import Button
from rules.milestones import ASKED_EVERY
from storage import agreements, milestones, people
from storage.agreements import Agreement
from storage.milestones import Milestone


def about_the_past(session: Session, agreement: Agreement, now: datetime) -> int:
    """Ask the secretaries once what became of the milestones that lay in the past when they came; return how many.

    It waits until a secretary is in the chat.
    """
    found = milestones.past_unasked(session, agreement.id)
    if not found:
        return 0
    terms = agreements.current_terms(session, agreement.id)
    secretaries = people.secretaries(session, local_day(terms, now), agreement.id)
    if all(one.account is None for one in secretaries):
        return 0
    rows = [facts_of(session, milestone, now) for milestone in found]
    show = tuple(Button("milestone_show", one.id, label=one.reference) for one in found[:5])
    outgoing.tell(
        session,
        secretaries,
        "milestone_past",
        {"agreement": terms.short_title, "rows": rows},
        once=f"milestones:{agreement.id}:past:{found[-1].id}:{now.date().isoformat()}",
        agreement_id=agreement.id,
        buttons=(*show, Button("milestones", agreement.id)),
        now=now,
    )
    for milestone in found:
        milestone.past_asked_at = now
    session.flush()  # the register reads the agreement anew
    return len(found)


def asked(matters: Iterable[object], today: date) -> None:
    """Note that a person's list has asked today whether a condition has come true: not again for three months."""
    for milestone in matters:
        if isinstance(milestone, Milestone) and milestone.due_on is None:
            milestone.ask_on = today + ASKED_EVERY
