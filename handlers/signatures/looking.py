"""The secretary looks at a copy that was handed in, and accepts or rejects it: one counterpart, and no other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers.acting import Acting, record
from handlers.actors import Actor
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from handlers.requests import Answer, Ask, Request, Say
from handlers.signatures import copies, messages, signers, signing, turns
from handlers.signatures.access import check_open, locked, locked_party, require
from handlers.signatures.facts import counterpart_facts, facts_of, partner_of, rejectable
from handlers.signatures.forms import heading
from handlers.signatures.signers import Standing
from rules.counterparts import CounterpartAct, CounterpartState, after
from rules.days import in_words
from rules.errors import Refusal
from rules.signatures import SignatureAct
from rules.terms import Terms
from storage import redraws, signatures
from storage.signatures import Counterpart, Party, SignatureRequest

ACCEPT, REJECT = "accept", "reject"
REASON = Field(
    "reason",
    "What is wrong with it",
    Kind.TEXT,
    limit=500,
    hint="Its partner reads this. Such as: there is no signature on page 3.",
)


def press(session: Session, request: Request) -> Answer:
    """Open the form in which the secretary says whether a copy counts; the board says that it is being looked at."""
    one, party, by = _copy(session, request)
    form = _form(one, party, by)
    if one.state is CounterpartState.HANDED_IN:
        one.state = after(one.state, CounterpartAct.LOOK)
        one.looked_by, one.looked_at = by.actor.person.id, by.now
        session.flush()
        record(session, by, party.request, "counterpart-looked-at", _entry(one))
        redraws.note(session, party.request, by.now)
    return Ask(form)


def look_form(session: Session, request: Request) -> Form:
    """Return the form in which the secretary says whether a copy that was handed in counts, and why if it does not."""
    one, party, by = _copy(session, request)
    return _form(one, party, by)


def _form(one: Counterpart, party: Party, by: Acting) -> Form:
    asked = party.request
    choices = (
        Choice(ACCEPT, "It is a signed copy of this version: it counts"),
        Choice(REJECT, "It is not: reject this copy, and ask again"),
    )
    file = f"{one.file_name}\nSHA-256 {one.file_sha256}" if one.file_sha256 else "There is no file of it."
    whose = _whose(by, party)
    return Form(
        "signature_look",
        "Look at it",
        "Say so",
        (Field("result", "What you see", Kind.CHOICE, choices=choices), replace(REASON, required=False)),
        row=one.id,
        intro=f"{heading(asked)}\n\nThe copy of {whose}, dated {in_words(one.signed_on)}: {file}",
    )


def looked(session: Session, request: Request, values: Values) -> Answer:
    """Accept or reject a copy that was handed in."""
    one, party, by = _copy(session, request)
    if values.line("result") == REJECT:
        if not values.line("reason"):
            raise FormRefused({"reason": "Please say what is wrong with it: its partner is asked again, and reads it."})
        return _rejected(session, one, party, by, values.line("reason"))
    if one.file_sha256 is not None:
        copies.check(party.request, one.file_name or "The copy", one.file_sha256)
    _decide(session, one, by, CounterpartAct.ACCEPT, None)
    record(session, by, party.request, "counterpart-accepted", _entry(one))
    told = (
        counterpart_facts(by.actor.terms, party.request, one) | by.facts | {"did": "accepted", "for": _whose(by, party)}
    )
    messages.looked(session, party.request, one, told, by.now)
    return signing.counted(session, party, by, one, did="accepted")


def _copy(session: Session, request: Request) -> tuple[Counterpart, Party, Acting]:
    """Return a copy that waits to be looked at and its partner, locked, and the secretary's act on it.

    Raises Refusal for anybody else, where nothing waits any more, and where the request takes no signatures any more.
    """
    one, party = signatures.counterpart(session, request.row or 0)
    party, actor = locked_party(session, replace(request, row=party.id if party else None))
    require(session, actor, party.request, SignatureAct.LOOK)
    check_open(party.request)
    if one is None:
        raise Refusal("I know no such counterpart.")
    session.refresh(one)  # it was read before the lock
    after(one.state, CounterpartAct.LOOK)
    return one, party, Acting(actor, None, request)


# --- One copy is rejected -----------------------------------------------------------------------------------------


def reject_form(session: Session, request: Request) -> Form:
    """Return the form by which the secretary rejects one copy, with the reason."""
    asked, actor = locked(session, request)
    can = _rejectable(session, asked, actor)
    choices = tuple(Choice(str(one.id), _called(actor.terms, asked, one)) for one in can)
    fields = (Field("copy", "Which copy", Kind.CHOICE, choices=choices), REASON)
    return Form("signature_reject", "Reject a copy", "Reject it", fields, asked.id, heading(asked))


def reject(session: Session, request: Request, values: Values) -> Answer:
    """Reject one copy: its partner is told why and asked again; what the others gave stands."""
    asked, actor = locked(session, request)
    can = _rejectable(session, asked, actor)
    one = next(one for one in can if str(one.id) == values.line("copy"))
    party = next(party for party in asked.parties if party.partner == one.partner)
    return _rejected(session, one, party, Acting(actor, None, request), values.line("reason"))


def _rejectable(session: Session, asked: SignatureRequest, actor: Actor) -> list[Counterpart]:
    require(session, actor, asked, SignatureAct.LOOK)
    check_open(asked)
    found = rejectable(asked)
    if not found:
        raise Refusal(f"There is no copy of {asked.reference} that could be rejected.")
    return found


def _called(terms: Terms, asked: SignatureRequest, one: Counterpart) -> str:
    who = ", ".join(part for part in (one.name, in_words(one.signed_on), one.file_name) if part)
    return f"{partner_of(terms, asked, one.partner)}: {who}"


def _rejected(session: Session, one: Counterpart, party: Party, by: Acting, reason: str) -> Answer:
    asked = party.request
    before = signers.standing(session, party, by.actor.today)
    _decide(session, one, by, CounterpartAct.REJECT, reason)
    record(session, by, asked, "counterpart-rejected", _entry(one) | {"words": reason})
    told: dict[str, Any] = {**by.facts, **counterpart_facts(by.actor.terms, asked, one), "did": "rejected"}
    told |= {"for": _whose(by, party), "version": one.version, "words": reason}
    messages.looked(session, asked, one, told, by.now)
    told["still_signed"] = signers.is_signed(session, asked, one.partner, one.version)
    if not told["still_signed"]:
        told["reached"] = _asked_again(session, party, one, before, told, by.now)
    messages.thread(session, asked, "signature_news", told, once=f"rejected:{one.id}", now=by.now)
    redraws.note(session, asked, by.now)
    return Say("signature_done", {**facts_of(session, asked, by.now), **told})


def _asked_again(
    session: Session, party: Party, one: Counterpart, before: Standing | None, told: Mapping[str, Any], now: datetime
) -> bool:
    """Say to a partner that its copy was rejected, and why, and ask it again; return whether it could be asked."""
    again, once = {"by": told["by"], "words": told["words"], "name": one.file_name}, f"rejected:{one.id}"
    if before is None:
        messages.retire(session, party, told, now, every=True)
        reached = messages.ask_again(session, party, now, once=once, rejected=again)
    else:
        known = turns.move_on(session, party, before, told, now, once=once, done=one.people, again=again)
        reached = bool(known.now)
    leads = messages.leads_of_missing(session, party.request, now).get(party.partner, [])
    messages.tell(session, party.request, "signature_rejected", told, leads, once=once, now=now)
    return reached


def _whose(by: Acting, party: Party) -> str:
    return partner_of(by.actor.terms, party.request, party.partner)


def _decide(session: Session, one: Counterpart, by: Acting, act: CounterpartAct, reason: str | None) -> None:
    one.state = after(one.state, act)
    one.decided_by, one.decided_at, one.reason = by.actor.person.id, by.now, reason
    if one.looked_at is None:
        one.looked_by, one.looked_at = one.decided_by, by.now
    session.flush()


def _entry(one: Counterpart) -> dict[str, Any]:
    return {"partner": one.partner, "version": one.version, "number": one.number, "counterpart_sha256": one.file_sha256}
