"""How a partner outside the chat was told of a decision, as the secretary records it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import actors, issue_forms, outgoing, receipts
from handlers.actors import Actor, name_of
from handlers.decision_access import locked, require
from handlers.decision_facts import MATTER, facts_of
from handlers.forms import Form, FormRefused, Values
from handlers.notices import undelivered_of
from handlers.requests import Answer, Ask, Button, Request, Say
from rules.days import in_words
from rules.decisions import DecisionAct
from rules.errors import Refusal
from storage import notices, outbox
from storage.decisions import Decision


def press(session: Session, request: Request) -> Answer:
    """Open the form in which the secretary records how a partner was notified."""
    return Ask(draw(session, request, {}))


def draw(session: Session, request: Request, values: Mapping[str, Any]) -> Form:
    """Return the form that records how a partner was notified. Raises Refusal when all of them are."""
    del values
    decision, actor = _asked(session, request)
    untold = missing(session, decision)
    if not untold:
        raise Refusal(f"There is no partner that is still to be notified of {decision.reference}.")
    reference = f"{decision.reference}: {decision.title}"
    form = issue_forms.told_form(row=decision.id, terms=actor.terms, missing=untold, reference=reference)
    return Form("decision_told", form.title, form.submit, form.fields, row=form.row, intro=form.intro)


def record_told(session: Session, request: Request, values: Values) -> Answer:
    """Record how a partner was notified outside the chat."""
    decision, actor = _asked(session, request)
    day = values.day("told_on")
    first = actors.local_day(actor.terms, decision.closed_at or decision.proposed_at)
    if day is None or not first <= day <= actor.today:
        raise FormRefused({"told_on": f"Please choose a day from {in_words(first)} to {in_words(actor.today)}."})
    told_of = notices.of_matter(session, MATTER, decision.id)
    notice = next(one for one in told_of if one.partner == values.line("partner"))
    at = datetime.combine(day, time(12), ZoneInfo(actor.terms.timezone)) if day < actor.today else request.now
    receipts.told(session, notice, at=at, how=values.line("evidence"), by=actor.person, now=request.now)
    facts = {**facts_of(session, decision, request.now), "partner": name_of(actor.terms, notice.partner)}
    for message in outbox.sent_about(session, undelivered_of(notice)):
        shown = (Button("decision_show", decision.id),)
        outgoing.edit(session, message, "decision_told_recorded", facts, now=request.now, buttons=shown)
    return Say("decision_told_recorded", facts)


def missing(session: Session, decision: Decision) -> tuple[str, ...]:
    """Return the partners whose notice of the outcome has not arrived."""
    told_of = notices.of_matter(session, MATTER, decision.id)
    return tuple(notice.partner for notice in told_of if notice.state not in notices.TOLD_STATES)


def _asked(session: Session, request: Request) -> tuple[Decision, Actor]:
    decision, actor = locked(session, request)
    require(session, actor, decision, DecisionAct.TOLD)
    return decision, actor
