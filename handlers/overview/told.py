"""How a partner outside the chat was told of something it had to be told of, as the secretary records it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import actors, outgoing
from handlers.actors import Actor, name_of
from handlers.conflicts import access as conflict_access
from handlers.daily import receipts
from handlers.decisions import access as decision_access
from handlers.fields import partner_field
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from handlers.issues import access as issue_access, facts as issue_facts
from handlers.matters import pressed
from handlers.meetings import access as meeting_access, facts as meeting_facts
from handlers.notices import undelivered_of
from handlers.requests import Answer, Button, Request, Say
from handlers.reviews import access as review_access
from handlers.signatures import access as signature_access
from rules.days import in_words
from rules.decisions import DecisionAct
from rules.errors import Refusal
from rules.meeting_life import MeetingAct
from rules.signatures import SignatureAct
from storage import notices, outbox


def _issue(session: Session, request: Request) -> _Told:
    issue, actor, _ = issue_access.locked(session, request, request.row or 0)
    actors.require_secretary(session, actor, f"record how a partner was told of {issue.reference}")
    facts = partial(issue_facts.facts_of, session, issue)
    return _Told("issue", issue.id, issue.reference, issue.title, issue.raised_at, actor, facts)


def _decision(session: Session, request: Request) -> _Told:
    decision, actor = decision_access.locked(session, request)
    decision_access.require(session, actor, decision, DecisionAct.TOLD)
    since = decision.closed_at or decision.proposed_at
    return _Told("decision", decision.id, decision.reference, decision.title, since, actor)


def _signature(session: Session, request: Request) -> _Told:
    asked, actor = signature_access.locked(session, request)
    signature_access.require(session, actor, asked, SignatureAct.TOLD)
    return _Told("signature", asked.id, asked.reference, asked.title, asked.opened_at or asked.requested_at, actor)


def _review(session: Session, request: Request) -> _Told:
    review, actor = pressed(session, request, review_access.KIND, lock=True)
    if not actor.is_secretary:
        hint = actors.secretary_hint(session, actor.agreement, actor.today)
        raise Refusal(f"You can't record how a partner was told of {review.reference}: the secretary does. {hint}")
    return _Told("review", review.id, review.reference, review.title, review.opened_at, actor)


def _conflict(session: Session, request: Request) -> _Told:
    conflict, actor = conflict_access.locked(session, request, request.row or 0)
    actors.require_secretary(session, actor, f"record how a partner was told of {conflict.reference}")
    return _Told("conflict", conflict.id, conflict.reference, conflict.title, conflict.declared_at, actor)


def _meeting(session: Session, request: Request) -> _Told:
    meeting, by = meeting_access.acting(session, request, MeetingAct.TOLD)
    names = meeting_facts.names_in(session, meeting)
    since = meeting.opened_at or meeting.planned_at
    return _Told("meeting", meeting.id, meeting.reference, meeting.title, since, by.actor, names=names)


KINDS: Mapping[str, Callable[[Session, Request], _Told]] = {
    "issue_told": _issue,
    "decision_told": _decision,
    "conflict_told": _conflict,
    "signature_told": _signature,
    "review_told": _review,
    "meeting_told": _meeting,
}


def missing(session: Session, matter: str, matter_id: int) -> tuple[str, ...]:
    """Return the partners that the latest notice about a matter has not reached, and nobody has told another way."""
    latest = {notice.partner: notice for notice in notices.of_matter(session, matter, matter_id)}
    return tuple(partner for partner, notice in latest.items() if notice.state not in notices.TOLD_STATES)


def draw(name: str, session: Session, request: Request) -> Form:
    """Return the form that records how a partner was notified. Raises Refusal when all of them are."""
    told = KINDS[name](session, request)
    untold = missing(session, told.matter, told.id)
    if not untold:
        raise Refusal(f"There is no partner that is still to be notified of {told.reference}.")
    return Form(
        name,
        "Record how they were told",
        "Record it",
        (
            _whose(told, untold),
            Field("told_on", "On which day", Kind.DATE),
            Field("evidence", "How, by whom, to whom", Kind.TEXT, limit=500, hint=HINT),
        ),
        row=told.id,
        intro=f"{told.reference}: {told.title}",
    )


def _whose(told: _Told, untold: tuple[str, ...]) -> Field:
    field = partner_field(told.actor.terms, untold)
    if not told.names:
        return field
    choices = tuple(Choice(key, told.names.get(key, key)) for key in untold)
    return dataclasses.replace(field, label="Who was told", choices=choices)


HINT = "Such as: by telephone to the chief officer's assistant, 16:40. What is counted from a notice counts from then."


def record_told(name: str, session: Session, request: Request, values: Values) -> Answer:
    """Record how a partner was notified outside the chat; the clock of an issue may start by it."""
    told = KINDS[name](session, request)
    terms, day = told.actor.terms, values.day("told_on")
    first, today = actors.local_day(terms, told.since), told.actor.today
    if day is None or not first <= day <= today:
        raise FormRefused({"told_on": f"Please choose a day from {in_words(first)} to {in_words(today)}."})
    told_of = notices.of_matter(session, told.matter, told.id)
    notice = next(one for one in reversed(told_of) if one.partner == values.line("partner"))
    at = datetime.combine(day, time(12), ZoneInfo(terms.timezone)) if day < today else request.now
    evidence, person = values.line("evidence"), told.actor.person
    receipts.told(session, notice, at=max(at, told.since), how=evidence, by=person, now=request.now)
    known = {
        "reference": told.reference,
        "title": told.title,
        "partner": (told.names or {}).get(notice.partner) or name_of(terms, notice.partner),
    }
    facts = {**(told.facts(request.now) if told.facts else {}), **known}
    for message in outbox.sent_about(session, undelivered_of(notice)):
        shown = (Button(f"{told.matter}_show", told.id),)
        outgoing.edit(session, message, "told_recorded", facts, now=request.now, buttons=shown)
    return Say("told_recorded", facts)


@dataclass(frozen=True)
class _Told:
    """A matter that partners are notified of, since when, and the secretary who asks; an issue has its `facts`.

    `names` has what those are called who are told, where they are not partners alone.
    """

    matter: str
    id: int
    reference: str
    title: str
    since: datetime
    actor: Actor
    facts: Callable[[datetime], Mapping[str, Any]] | None = None
    names: Mapping[str, str] | None = None
