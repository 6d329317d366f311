"""How a partner outside the chat was told of an issue, as the secretary records it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import actors, issue_forms, outgoing, receipts
from handlers.actors import name_of
from handlers.forms import Form, FormRefused, Values
from handlers.issue_access import locked, require_secretary
from handlers.issue_facts import MATTER, facts_of
from handlers.notices import undelivered_of
from handlers.requests import Answer, Ask, Button, Request, Say
from rules.days import in_words
from rules.errors import Refusal
from storage import notices, outbox


def told_press(session: Session, request: Request) -> Answer:
    """Open the form in which the secretary records how a partner was notified."""
    return Ask(draw_told(session, request, {}))


def draw_told(session: Session, request: Request, values: Mapping[str, Any]) -> Form:
    """Return the form that records how a partner was notified. Raises Refusal when all of them are."""
    del values
    issue, actor, _ = locked(session, request, request.row or 0)
    require_secretary(session, actor, issue, "record how a partner was told of")
    missing = tuple(
        n.partner for n in notices.of_matter(session, MATTER, issue.id) if n.state not in notices.TOLD_STATES
    )
    if not missing:
        raise Refusal(f"Every partner has been notified of {issue.reference}; there is nothing to record.")
    return issue_forms.told_form(
        row=issue.id, terms=actor.terms, missing=missing, reference=f"{issue.reference}: {issue.title}"
    )


def record_told(session: Session, request: Request, values: Values) -> Answer:
    """Record how a partner was notified outside the chat; the clock may start by it."""
    issue, actor, _ = locked(session, request, request.row or 0)
    require_secretary(session, actor, issue, "record how a partner was told of")
    day = values.day("told_on")
    raised_on = actors.local_day(actor.terms, issue.raised_at)
    if day is None or not raised_on <= day <= actor.today:
        raise FormRefused({"told_on": f"Please choose a day from {in_words(raised_on)} to {in_words(actor.today)}."})
    notice = next(n for n in notices.of_matter(session, MATTER, issue.id) if n.partner == values.line("partner"))
    at = datetime.combine(day, time(12), ZoneInfo(actor.terms.timezone)) if day < actor.today else request.now
    receipts.told(
        session, notice, at=max(at, issue.raised_at), how=values.line("evidence"), by=actor.person, now=request.now
    )
    facts = {**facts_of(session, issue, request.now), "partner": name_of(actor.terms, notice.partner)}
    for message in outbox.sent_about(session, undelivered_of(notice)):
        shown = (Button("issue_show", issue.id),)
        outgoing.edit(session, message, "issue_told_recorded", facts, now=request.now, buttons=shown)
    return Say("issue_told_recorded", facts)
