"""What is said about a declared conflict: disclosed to every other partner, consent asked, the answer told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import notices, outgoing
from handlers.actors import local_day, name_of
from handlers.conflicts.facts import MATTER, answer_buttons, asked_of, facts_of, interest_of, touched_facts
from handlers.requests import Button
from rules.deadlines import instant_of
from rules.terms import Terms
from storage import deadlines, outbox, people
from storage.agreements import Agreement
from storage.conflicts import Conflict, Touched
from storage.people import leads_of


def disclose(session: Session, agreement: Agreement, terms: Terms, conflict: Conflict, now: datetime) -> None:
    """Send the particulars to every other partner's lead, as a notice with a receipt (Sefton 9.1.1)."""
    others = tuple(partner.key for partner in terms.partners if partner.key != conflict.partner)
    notices.send(
        session,
        agreement,
        terms,
        of=conflict,
        kind="declared",
        partners=others,
        template="conflict_notice",
        facts={**facts_of(session, conflict), "declarer": name_of(terms, conflict.partner)},
        buttons=(Button("conflict_show", conflict.id),),
        now=now,
    )


def ask(session: Session, terms: Terms, touched: Touched, now: datetime) -> None:
    """Ask the leads of the partners whose consent is needed and not given."""
    conflict = touched.conflict
    due = deadlines.live(session, MATTER, [conflict.id])
    instant = instant_of(due[0].due_on, due[0].due_at, ZoneInfo(terms.timezone)) if due else None
    by = {
        "answer_by": due[0].due_on.isoformat() if due else None,
        "answer_at": instant.isoformat() if instant else None,
    }
    facts = {**facts_of(session, conflict), **touched_facts(session, touched), **by}
    waiting = tuple(partner.key for partner in terms.partners if partner.key in interest_of(touched).waiting)
    found: dict[int, tuple[Any, list[str]]] = {}
    for partner, contact in leads_of(session, conflict.agreement_id, waiting, local_day(terms, now)).items():
        found.setdefault(contact.person.id, (contact, []))[1].append(name_of(terms, partner))
    for contact, mine in found.values():
        outgoing.tell(
            session,
            [contact],
            "conflict_asked",
            {**facts, "mine": mine},
            once=asked_of(touched),
            about=asked_of(touched),
            agreement_id=conflict.agreement_id,
            buttons=answer_buttons(touched),
            now=now,
        )


def retire(session: Session, touched: Touched, facts: Mapping[str, Any], now: datetime, *, names: set[str]) -> None:
    """Take the buttons off the questions to those who have answered, and say what they said."""
    for message in outbox.sent_about(session, asked_of(touched)):
        mine = set(message.facts.get("mine", ()))
        if mine and mine <= names:
            shown = {"reference": touched.conflict.reference, "title": touched.conflict.title, **facts}
            show = (Button("conflict_show", touched.conflict_id),)
            outgoing.edit(session, message, "conflict_answered", shown, now=now, buttons=show)


def tell_declarer(
    session: Session, terms: Terms, touched: Touched, now: datetime, *, once: str, secretary: bool = False
) -> None:
    """Tell the partner that declared a conflict, and the secretary too if asked, how one of its matters stands."""
    conflict, today = touched.conflict, local_day(terms, now)
    facts = {**facts_of(session, conflict), **touched_facts(session, touched)}
    told = [*leads_of(session, conflict.agreement_id, (conflict.partner,), today).values()]
    told += people.secretaries(session, today, conflict.agreement_id) if secretary else []
    outgoing.tell(
        session,
        told,
        "conflict_told",
        facts,
        once=f"conflict:{touched.id}:{once}",
        agreement_id=conflict.agreement_id,
        buttons=(Button("conflict_show", conflict.id),),
        now=now,
    )
