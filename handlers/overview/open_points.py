"""What a document leaves open: shown to people, and decided by them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import actors
from handlers.decisions import votes
from handlers.decisions.access import KIND
from handlers.decisions.facts import counted
from handlers.forms import Choice, Field, Form, Kind, Values
from handlers.issues import clock
from handlers.matters import pressed
from handlers.milestones import document as milestone_document
from handlers.requests import Answer, Ask, Button, Request, Say
from handlers.signatures import effect as signature_effect
from rules import open_points
from rules.answers import takes_several
from rules.errors import Refusal
from storage import agreements, register
from storage.agreements import Agreement, Settlement


def open_list(session: Session, request: Request, agreement: Agreement) -> Answer:
    """Show what the agreement's document leaves open, and who decides it."""
    actor = actors.actor_in(session, agreement, request)
    waiting = open_points.unsettled(actor.terms)
    decided = agreements.settlements(session, agreement.id)
    facts = {
        "agreement": actor.terms.short_title,
        "secretary": actor.is_secretary,
        "points": [
            {"key": point.key, "question": point.question, "clause": point.clause}
            for point in waiting
            if point.key not in decided
        ],
        "decided": [
            {"question": point.question, "value": open_points.in_words(actor.terms, point, decided[point.key])}
            for point in actor.terms.open
            if point.key in decided
        ],
    }
    offered = (Button("settle", agreement.id),) if actor.is_secretary and facts["points"] else ()
    return Say("open_points", facts, offered)


def settle_form(session: Session, request: Request) -> Form:
    """Return the form for a decision on one of the points the document leaves open."""
    agreement = session.get(Agreement, request.row or 0)
    if agreement is None:
        raise Refusal("This is about an agreement that is no longer here.")
    return _form(session, request, agreement)


def settle_for_decision(session: Session, request: Request) -> Answer:
    """Open that form on what the count of a decision's votes depends on; where that is nothing, on the first point."""
    decision, actor = pressed(session, request, KIND)
    agreement = session.get_one(Agreement, decision.agreement_id)
    waits_for = tuple(found.point for found in counted(session, decision, actor.today).deciding)
    return Ask(_form(session, request, agreement, first=waits_for))


def _form(session: Session, request: Request, agreement: Agreement, *, first: Sequence[str] = ()) -> Form:
    """Return the form, the points that are asked for first in front of the others."""
    actor = actors.actor_in(session, agreement, request)
    if not actor.is_secretary:
        raise Refusal(
            "The secretary records what the partners decide. " + actors.secretary_hint(session, agreement, actor.today)
        )
    decided = agreements.settlements(session, agreement.id)
    points = [point for point in actor.terms.open if point.key not in decided]
    points.sort(key=lambda point: point.key not in first)  # else in the document's order
    if not points:
        raise Refusal(f"Nothing is left open in the {actor.terms.short_title} agreement.")
    chosen = next((point for point in points if point.key == request.filled.get("point")), points[0])
    answer = Field("value", "What was decided", limit=200, hint=chosen.question)
    if chosen.choices:
        several = takes_several(actor.terms, chosen)
        choices = tuple(Choice(choice, open_points.in_words(actor.terms, chosen, choice)) for choice in chosen.choices)
        kind = Kind.CHOICES if several else Kind.CHOICE
        answer = Field("value", "What was decided", kind, choices=choices, hint=chosen.question)
    return Form(
        "settle",
        "Decide an open point",
        "Record it",
        (
            Field(
                "point",
                "Which point",
                Kind.CHOICE,
                choices=tuple(Choice(p.key, p.question) for p in points),
                initial=chosen.key,
                redraws=True,
            ),
            answer,
            Field("why", "Who decided it, when and why", Kind.TEXT, limit=1000),
        ),
        row=agreement.id,
    )


def settle(session: Session, request: Request, values: Values) -> Answer:
    """Record a decision on an open point; clocks and votes that waited for it go on.

    A decision stands: the document is what changes later, by a new version of its pack.
    """
    agreement = session.get_one(Agreement, request.row)
    actor = actors.actor_in(session, agreement, request)
    given = values.of.get("value")
    key, value = values.line("point"), ", ".join(given) if isinstance(given, tuple | list) else str(given)
    open_points.settle(actor.terms, {key: value})
    agreements.settle(
        session,
        Settlement(
            agreement_id=agreement.id,
            key=key,
            value=value,
            why=values.line("why"),
            settled_by=actor.person.name,
            settled_at=request.now,
        ),
    )
    register.write(
        session,
        agreement,
        at=request.now,
        act="open-point-decided",
        person=actor.person.name,
        person_id=actor.person.id,
        facts={"point": key, "value": value, "why": values.line("why")},
        source=request.source,
    )
    started = _start_waiting_clocks(session, agreement, request.now)
    signature_effect.look_again(session, agreement, request.now)
    votes.look_again(session, agreement.id, request.now)
    milestone_document.take_up(session, agreement, request.now, by=actor.person.name)
    point = next(point for point in actor.terms.open if point.key == key)
    said = open_points.in_words(actor.terms, point, value)
    return Say("settled", {"question": point.question, "value": said, "started": started})


def _start_waiting_clocks(session: Session, agreement: Agreement, now: datetime) -> list[str]:
    return [issue.reference for issue in clock.changed(session, agreement, now)]
