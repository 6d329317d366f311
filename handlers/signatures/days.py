"""What becomes of a request for signatures when one of its days comes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers.acting import record_event
from handlers.actors import local_day
from handlers.signatures import answers, effect, messages
from handlers.signatures.facts import AGAIN, EFFECT, SIGNING, partner_of, signing_of, terms_of
from rules.signatures import RequestState
from storage import rows
from storage.deadlines import Deadline, DeadlineState
from storage.signatures import SignatureRequest


def time_up(session: Session, deadline: Deadline, now: datetime) -> None:
    """Do what a passed date means: the target, a day from which a partner can sign, or the day it takes effect."""
    asked = rows.get(session, SignatureRequest, deadline.matter_id)
    if asked is None:
        return
    if deadline.clock == EFFECT:
        deadline.state = DeadlineState.MET
        effect.begin(session, asked, now)
    elif asked.state is RequestState.OPEN and deadline.clock == SIGNING:
        _overdue(session, asked, now)
    elif asked.state is RequestState.OPEN and deadline.clock.startswith(AGAIN):
        deadline.state = DeadlineState.MET
        session.flush()
        party = next(party for party in asked.parties if f"{AGAIN}{party.id}" == deadline.clock)
        answers.ask_again(session, party, now)
        messages.refresh(session, asked, now)


def _overdue(session: Session, asked: SignatureRequest, now: datetime) -> None:
    """Tell the leads of those who have not signed, and then whoever asked and the secretary. The chasing goes on."""
    terms = terms_of(session, asked)
    today = local_day(terms, now)
    missing = signing_of(session, asked, today).missing
    facts = {"target_on": asked.target_on.isoformat(), "missing": list(missing)}
    record_event(session, asked, "signatures-overdue", facts, at=now)
    for partner, contacts in messages.leads_of_missing(session, asked, now).items():
        name = partner_of(terms, asked, partner)
        told = {"target_on": asked.target_on.isoformat(), "missing": [name], "own": True}
        messages.tell(session, asked, "signature_overdue", told, contacts, once=f"overdue:{partner}:{today}", now=now)
    names = [partner_of(terms, asked, partner) for partner in missing]
    told = {"target_on": asked.target_on.isoformat(), "missing": names, "own": False}
    contacts = messages.requester_and_secretary(session, asked, now)
    messages.tell(session, asked, "signature_overdue", told, contacts, once=f"overdue:{today}", now=now)
    messages.refresh(session, asked, now)
