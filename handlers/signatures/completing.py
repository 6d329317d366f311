"""Complete a counterpart that lacks something the agreement asks for: it counts from then on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from handlers.acting import Acting, record
from handlers.forms import Form, Values
from handlers.requests import Answer, Request
from handlers.signatures import copies, paper, signing
from handlers.signatures.access import own_or_secretary
from handlers.signatures.facts import partner_of
from rules.counterparts import CounterpartState
from rules.errors import Refusal
from storage import signatures
from storage.signatures import Counterpart, Party

COMPLETE = "complete the counterpart of {}"


def form(session: Session, request: Request) -> Form:
    """Return the form that asks for what a counterpart lacks: of its partner's people, or of the secretary."""
    one, party, by = _lacking(session, request)
    return paper.complete_form(one, party, own=by.partner is not None)


def complete(session: Session, request: Request, values: Values) -> Answer:
    """Complete a counterpart with what it lacks, and see whether the document takes effect by it.

    It counts from the day on which it was signed. What was added, and how, is in the register beside what came.
    """
    one, party, by = _lacking(session, request)
    if by.partner is None:
        by = replace(by, partner=party.partner, evidence=values.line("evidence"))
    added: dict[str, Any] = {}
    for lacked in one.lacks or ():
        if lacked == "date":
            one.signed_on = paper.signed_on(by, values)
            one.dated_before = copies.why_before(by.actor.terms, party.request, one.version, one.signed_on, values)
            added["date"] = one.signed_on.isoformat()
        else:
            added[lacked] = values.line(lacked)
            setattr(one, lacked, added[lacked])
    one.lacks = None
    session.flush()
    facts = {"version": one.version, "number": one.number, "added": added, "words": values.line("words")}
    record(session, by, party.request, "counterpart-completed", facts)
    return signing.counted(session, party, by, one, did="completed")


def _lacking(session: Session, request: Request) -> tuple[Counterpart, Party, Acting]:
    """Return a counterpart that lacks something, its partner, locked, and whose act it is to complete it.

    Raises Refusal for somebody else, where nothing is lacking any more, and where a newer version is to be signed.
    """
    one, party = signatures.counterpart(session, request.row or 0)
    party, by = own_or_secretary(session, replace(request, row=party.id if party else None), COMPLETE)
    if one is None:
        raise Refusal("I know no such counterpart.")
    name = partner_of(by.actor.terms, party.request, party.partner)
    if one.state is CounterpartState.REJECTED:
        raise Refusal(f"That copy of {name} was rejected: {one.reason} Please hand in another.")
    if not one.lacks:
        raise Refusal(f"The counterpart of {name} is complete. Nothing more to do.")
    if one.version != party.request.version:
        raise Refusal(
            f"That counterpart is of version {one.version}, and version {party.request.version} is to be signed, so it "
            "would not count. Please hand in a signed copy of the new one."
        )
    return one, party, by
