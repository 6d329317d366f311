"""How a partner outside the chat was told of something it had to be told of, as the secretary records it."""

from __future__ import annotations

import dataclasses
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import actors, outgoing
from handlers.actors import name_of
from handlers.fields import partner_field
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from handlers.kinds import Workflow
from handlers.notices import Telling, missing, record_told, undelivered_of
from handlers.requests import Answer, Button, Request, Say
from rules.days import in_words
from rules.errors import Refusal
from storage import notices, outbox


def draw(kind: Workflow[Any], session: Session, request: Request) -> Form:
    """Return the form that records how a partner was notified. Raises Refusal when all of them are."""
    of = _telling(kind, session, request)
    matter = of.matter
    untold = missing(session, matter.matter, matter.id)
    if not untold:
        raise Refusal(f"There is no partner that is still to be notified of {matter.reference}.")
    return Form(
        f"{matter.matter}_told",
        "Record how they were told",
        "Record it",
        (
            _whose(of, untold),
            Field("told_on", "On which day", Kind.DATE),
            Field("evidence", "How, by whom, to whom", Kind.TEXT, limit=500, hint=HINT),
        ),
        row=matter.id,
        intro=f"{matter.reference}: {matter.title}",
    )


def _whose(of: Telling, untold: tuple[str, ...]) -> Field:
    field = partner_field(of.secretary.terms, untold)
    if not of.names:
        return field
    choices = tuple(Choice(key, of.names.get(key, key)) for key in untold)
    return dataclasses.replace(field, label="Who was told", choices=choices)


HINT = "Such as: by telephone to the chief officer's assistant, 16:40. What is counted from a notice counts from then."


def submit(kind: Workflow[Any], session: Session, request: Request, values: Values) -> Answer:
    """Record how a partner was notified outside the chat; the clock of an issue may start by it."""
    of = _telling(kind, session, request)
    matter, terms, day = of.matter, of.secretary.terms, values.day("told_on")
    first, today = actors.local_day(terms, of.since), of.secretary.today
    if day is None or not first <= day <= today:
        raise FormRefused({"told_on": f"Please choose a day from {in_words(first)} to {in_words(today)}."})
    told_of = notices.of_matter(session, matter.matter, matter.id)
    notice = next(one for one in reversed(told_of) if one.partner == values.line("partner"))
    at = datetime.combine(day, time(12), ZoneInfo(terms.timezone)) if day < today else request.now
    evidence, person = values.line("evidence"), of.secretary.person
    record_told(session, matter, notice, at=max(at, of.since), how=evidence, by=person, now=request.now)
    kind.notified(session, matter, request.now)
    known = {
        "reference": matter.reference,
        "title": matter.title,
        "partner": (of.names or {}).get(notice.partner) or name_of(terms, notice.partner),
    }
    facts = {**(of.facts(request.now) if of.facts else {}), **known}
    for message in outbox.sent_about(session, undelivered_of(notice)):
        shown = (Button(f"{matter.matter}_show", matter.id),)
        outgoing.edit(session, message, "told_recorded", facts, now=request.now, buttons=shown)
    return Say("told_recorded", facts)


def _telling(kind: Workflow[Any], session: Session, request: Request) -> Telling:
    assert kind.telling is not None  # noqa: S101 (there is no such form for the others)
    return kind.telling(session, request)
