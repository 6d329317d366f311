"""An action as plain values, and who is reached about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers.actors import Actor, name_of
from handlers.deadlines import deadline_facts
from handlers.decisions import access as decision_access
from handlers.matters import Kind
from storage import agreements, deadlines, matters, people
from storage.actions import Action
from storage.deadlines import Deadline
from storage.matters import Matter
from storage.people import Capacity, Contact, Holding, Person, leads_of

MATTER = "action"


def may_see(action: Action, actor: Actor) -> bool:
    """Return whether somebody of the agreement may know of an action: of one that is private, whoever does it, too."""
    decision = action.decision if action.private else None
    mine = action.owner_id == actor.person.id
    return decision is None or mine or is_known_to(action, actor.holdings) or decision_access.may_see(decision, actor)


def is_known_to(action: Action, held: Iterable[Holding]) -> bool:
    """Return whether whoever holds these capacities may know of an action: the partner that does it always does."""
    mine = list(held)
    decision = action.decision if action.private else None
    known = decision is None or decision_access.is_known_to(decision, mine)
    return known or any(holding.partner == action.partner for holding in mine)


def runs_for(action: Action, _: Deadline, held: Sequence[Holding]) -> bool:
    """Return whether an action's date is one for whoever holds these capacities: until it is done."""
    return not action.state.final and is_known_to(action, held)


KIND = Kind("action", "action", "actions", "SEF-A2", Action, may_see)


def facts_of(session: Session, action: Action, now: datetime) -> dict[str, Any]:
    """Return what the templates say about an action, in plain JSON values; dates and instants are ISO text."""
    terms = agreements.terms_of(session, action.terms_id)
    found = deadlines.live(session, MATTER, [action.id])
    deadline = found[0] if found else None
    kind = next((known for known in terms.actions if known.key == action.kind), None)
    return {
        **in_short(session, action, deadline, now),
        "particulars": action.particulars,
        "agreement": terms.short_title,
        "kind": kind.name if kind else None,
        "clause": kind.clause if kind else None,
        "owner": session.get_one(Person, action.owner_id).name if action.owner_id else None,
        "source": action.source_reference if _names_source(action) else None,
        "private": action.private,
        "due_on": action.due_on.isoformat(),
        "state": action.state.value,
        "opened_by": session.get_one(Person, action.opened_by).name,
        "opened_at": action.opened_at.isoformat(),
        "closed_at": action.closed_at.isoformat() if action.closed_at else None,
        "closing_words": action.closing_words,
        "timezone": terms.timezone,
    }


def _names_source(action: Action) -> bool:
    """Return whether an action says because of what it is done: not where whoever does it knows of no such vote."""
    decision = action.decision if action.private else None
    return decision is None or action.partner in decision_access.knowing(decision)


def in_short(session: Session, action: Action, deadline: Deadline | None, now: datetime) -> dict[str, Any]:
    """Return what is said of an action in a list, with its date at hand."""
    terms = agreements.terms_of(session, action.terms_id)
    return {
        "reference": action.reference,
        "title": action.title,
        "partner": name_of(terms, action.partner),
        "deadline": deadline_facts(session, terms, deadline, now),
    }


def contacts_of(session: Session, action: Action, today: date) -> dict[str, Contact]:
    """Return whom an action is asked of, by its partner; nothing where nobody can be reached."""
    contact = contact_of(session, action, today)
    return {} if contact is None else {action.partner: contact}


def contact_of(session: Session, action: Action, today: date) -> Contact | None:
    """Return whom an action is asked of: its owner while they act for the partner, or else the partner's lead."""
    if action.owner_id is not None:
        held = people.holdings_on(session, today, person_id=action.owner_id, agreement_id=action.agreement_id)
        account = people.linked_account(session, action.owner_id)
        if account is not None and any(holding.partner == action.partner for holding in held):
            return Contact(session.get_one(Person, action.owner_id), account, Capacity.MEMBER)
    return leads_of(session, action.agreement_id, (action.partner,), today).get(action.partner)


def source_of(session: Session, action: Action) -> Matter:
    """Return what an action was opened because of."""
    return matters.get(session, action.source, action.source_id)
