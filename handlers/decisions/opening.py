"""Put a decision to the vote: at once, or on the day that was chosen for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import deadlines, outgoing
from handlers.acting import Acting, record, record_event
from handlers.actors import local_day
from handlers.conflicts import effect as conflict_effect
from handlers.decisions import messages
from handlers.decisions.access import locked, move, require
from handlers.decisions.facts import CLOSING, OPENING, facts_of, live_date, result_facts, rule_of, terms_of
from handlers.requests import Answer, Button, Request, Say
from rules import decisions
from rules.days import in_words
from rules.decisions import DecisionAct, DecisionState
from rules.errors import Refusal
from rules.terms import Terms
from storage import people
from storage.deadlines import DeadlineState
from storage.decisions import Decision
from storage.people import leads_of


def press(session: Session, request: Request) -> Answer:
    """Open the vote, or have it open by itself on the day that was chosen when it was proposed."""
    decision, actor = locked(session, request)
    partner = require(session, actor, decision, DecisionAct.OPEN)
    if decision.state is DecisionState.OPEN:
        raise Refusal(f"{decision.reference} is open to votes already. Nothing more to do.")
    if decision.closes_on <= actor.today:
        raise Refusal(
            f"The last day for votes, {in_words(decision.closes_on)}, is not ahead any more. Please withdraw "
            f"{decision.reference} and propose it anew."
        )
    by, show = Acting(actor, partner, request), (Button("decision_show", decision.id),)
    if decision.opens_on is not None and decision.opens_on > actor.today:
        _set(session, decision, by)
        facts = facts_of(session, decision, request.now)
        return Say("decision_set", facts, (*show, Button("decision_withdraw", decision.id)))
    move(session, decision, DecisionState.OPEN, request.now)
    conflict_effect.reached(session, decision, request.now)
    record(session, by, decision, "vote-opened", _who_votes(session, decision, request.now))
    _ask(session, actor.terms, decision, request.now)
    return Say("decision_opened", facts_of(session, decision, request.now), show)


def _set(session: Session, decision: Decision, by: Acting) -> None:
    assert decision.opens_on is not None  # noqa: S101 (only a decision with a first day is set to open on it)
    if live_date(session, decision, OPENING) is not None:
        raise Refusal(f"{decision.reference} opens by itself on {in_words(decision.opens_on)}. Nothing more to do.")
    decisions.check_move(decision.state, DecisionState.OPEN)
    record(session, by, decision, "vote-set", {"opens_on": decision.opens_on.isoformat()})
    _start(session, by.actor.terms, decision, OPENING, by.request.now)


def time_up(session: Session, decision: Decision, now: datetime) -> None:
    """Open the vote of a draft on the morning of the day that was chosen; not once its last day is over too."""
    if decision.state is not DecisionState.DRAFT:
        return
    deadlines.end(session, decision, state=DeadlineState.MET)
    if local_day(terms_of(session, decision), now) > decision.closes_on:
        _not_opened(session, decision, now)
        return
    move(session, decision, DecisionState.OPEN, now)
    conflict_effect.reached(session, decision, now)
    record_event(session, decision, "vote-opened", _who_votes(session, decision, now), at=now)
    _ask(session, terms_of(session, decision), decision, now)


def _not_opened(session: Session, decision: Decision, now: datetime) -> None:
    """Say to whoever proposed a decision, and the secretary, that nobody could vote on it: it stays a draft."""
    facts = {**facts_of(session, decision, now), "opened_on": (decision.opens_on or decision.closes_on).isoformat()}
    record_event(session, decision, "vote-not-opened", {"closes_on": decision.closes_on.isoformat()}, at=now)
    today = local_day(terms_of(session, decision), now)
    proposing = (decision.proposed_for,) if decision.proposed_for else ()
    told = [
        *people.secretaries(session, today, decision.agreement_id),
        *leads_of(session, decision.agreement_id, proposing, today).values(),
    ]
    outgoing.tell(
        session,
        told,
        "decision_not_opened",
        facts,
        once=f"decision:{decision.id}:not-opened",
        agreement_id=decision.agreement_id,
        buttons=(Button("decision_withdraw", decision.id), Button("decision_show", decision.id)),
        now=now,
    )


def _who_votes(session: Session, decision: Decision, now: datetime) -> Mapping[str, Any]:
    shown = result_facts(session, decision, local_day(terms_of(session, decision), now))
    return {name: shown[name] for name in ("voters", "excluded")}


def _ask(session: Session, terms: Terms, decision: Decision, now: datetime) -> None:
    start_clock(session, terms, decision, now)
    messages.announce(session, decision, now)


def keep_open(session: Session, decision: Decision, day: date, why: str, now: datetime) -> None:
    """See to it that votes are taken until the end of a day at least: that of the meeting at which it is decided."""
    if decision.closes_on >= day:
        return
    facts = {"from": decision.closes_on.isoformat(), "to": day.isoformat(), "words": why}
    decision.closes_on = day
    record_event(session, decision, "vote-extended", facts, at=now)
    if decision.state is DecisionState.OPEN:
        start_clock(session, terms_of(session, decision), decision, now, why=why)


def start_clock(session: Session, terms: Terms, decision: Decision, now: datetime, *, why: str = "") -> None:
    """Start the clock of a vote, or move its end: it ends with the last day that was chosen."""
    _start(session, terms, decision, CLOSING, now, why=why)


def _start(session: Session, terms: Terms, decision: Decision, clock: str, now: datetime, *, why: str = "") -> None:
    opening = clock == OPENING and decision.opens_on is not None
    deadlines.agree(
        session,
        decision,
        clock,
        last_day=decision.opens_on if opening and decision.opens_on else decision.closes_on,
        clause=rule_of(session, decision).clause,
        now=now,
        at=terms.working_hours[0] if opening else None,
        why=why,
    )
