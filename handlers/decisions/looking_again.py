"""The day on which a decision is to be looked at again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import deadlines, outgoing
from handlers.acting import record_event
from handlers.actors import local_day
from handlers.decisions.facts import REVIEW, facts_of, terms_of
from handlers.requests import Button
from rules.decisions import DecisionState
from storage import people
from storage.agreements import Agreement
from storage.deadlines import DeadlineState
from storage.decisions import Decision
from storage.people import leads_of


def start(session: Session, decision: Decision, now: datetime) -> None:
    """Keep the day on which a decision that was carried is to be looked at again, where one was chosen."""
    if decision.state is not DecisionState.CARRIED or decision.review_on is None:
        return
    terms = terms_of(session, decision)
    deadlines.agree(
        session, decision, REVIEW, last_day=decision.review_on, clause=None, now=now, at=terms.working_hours[0]
    )


def time_up(session: Session, decision: Decision, now: datetime) -> None:
    """Tell the channel, the secretary and whoever proposed a decision that it was to be looked at again today."""
    terms, facts = terms_of(session, decision), facts_of(session, decision, now)
    deadlines.end(session, decision, state=DeadlineState.MET)
    agreement = session.get_one(Agreement, decision.agreement_id)
    words = {"review_on": facts["review_on"]}
    record_event(session, decision, "review-due", words, at=now)
    show = (Button("decision_show", decision.id),)
    once = f"decision:{decision.id}:review"
    if not decision.private:
        outgoing.post(session, agreement.id, "decision_review", facts, once=once, now=now, buttons=show)
    today = local_day(terms, now)
    proposing = (decision.proposed_for,) if decision.proposed_for else ()
    told = [
        *people.secretaries(session, today, agreement.id),
        *leads_of(session, agreement.id, proposing, today).values(),
    ]
    act = (Button("decision_action", decision.id), *show)
    outgoing.tell(session, told, "decision_review", facts, once=once, agreement_id=agreement.id, buttons=act, now=now)
