"""What was signed takes effect: whether and when, by the agreement's rule, and what then begins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers import deadlines, notices, outgoing
from handlers.acting import record_event
from handlers.actors import local_day
from handlers.agreements import term
from handlers.agreements.loading import load
from handlers.issues import clock
from handlers.requests import Button
from handlers.signatures import messages
from handlers.signatures.access import move
from handlers.signatures.facts import EFFECT, facts_of, signing_of, terms_of
from rules import changes
from rules.signatures import DocumentKind, RequestState, effect_of
from rules.terms import Event
from storage import agreements, files, packs, redraws, rows, signatures
from storage.agreements import Agreement
from storage.deadlines import DeadlineState
from storage.files import Kept
from storage.signatures import SignatureRequest

TRY_AGAIN = timedelta(minutes=15)


def settle(session: Session, asked: SignatureRequest, now: datetime) -> None:
    """See whether what was signed takes effect by now; if it does, say so, and begin what follows on its day.

    Called whenever something may have changed: a counterpart came, an open point was decided, a partner left. One
    missing signature, or a date left blank, and nothing happens.
    """
    terms = terms_of(session, asked)
    today = local_day(terms, now)
    found = signing_of(session, asked, today)
    if asked.state is not RequestState.OPEN or found.effective_on is None:
        return
    asked.effective_on = found.effective_on
    move(session, asked, RequestState.COMPLETE, now)
    deadlines.end(session, asked, state=DeadlineState.MET)
    rule = effect_of(terms, asked.kind)
    facts = {
        "version": asked.version,
        "first": {partner: day.isoformat() for partner, day in found.first.items()},
        "stated_on": found.stated_on.isoformat() if found.stated_on else None,
        "rule": rule.rule,
        "once": list(rule.once),
        "clause": rule.clause,
        "effective_on": found.effective_on.isoformat(),
    }
    record_event(session, asked, "signatures-complete", facts, at=now)
    messages.retire_all(session, asked, {"did": "complete"}, now)
    redraws.note(session, asked, now)
    if found.effective_on <= today:
        begin(session, asked, now)
        return
    deadlines.agree(
        session, asked, EFFECT, last_day=found.effective_on, clause=rule.clause, now=now, at=terms.working_hours[0]
    )
    _announce(session, asked, now, follows=())


def look_again(session: Session, agreement: Agreement, now: datetime) -> None:
    """See what a decided point brings about for what is being signed: whether it takes effect, and how it is signed."""
    for asked in signatures.of_agreement(session, agreement.id, states=(RequestState.OPEN,)):
        held = rows.get(session, SignatureRequest, asked.id, lock=True)
        if held is not None:
            settle(session, held, now)
            messages.offer_signing(session, held, now)
            redraws.note(session, held, now)


def begin(session: Session, asked: SignatureRequest, now: datetime) -> None:
    """Begin what was signed, on the day it takes effect: once, whoever comes first."""
    if asked.in_effect_at is not None or asked.effective_on is None:
        return
    asked.in_effect_at = now
    session.flush()
    agreement = session.get_one(Agreement, asked.agreement_id)
    follows = _follows(session, agreement, asked, asked.effective_on, now)
    record_event(session, asked, "in-effect", {"on": asked.effective_on.isoformat(), "follows": follows}, at=now)
    term.plan(session, agreement, now)
    for event in (Event.COMMENCEMENT, Event.ENDING, Event.SIGNED):
        clock.happened(session, agreement, event, now)
    redraws.note(session, asked, now)
    _announce(session, asked, now, follows=follows)


def _follows(
    session: Session, agreement: Agreement, asked: SignatureRequest, on: date, now: datetime
) -> list[dict[str, Any]]:
    """Do what a document of this kind brings about; return what it was, in words' keys, for the announcement."""
    terms = agreements.undecided_terms(session, agreement.id)
    match asked.kind:
        case DocumentKind.AGREEMENT:
            agreement.commenced_on = agreement.commenced_on or on
            session.flush()  # the register reads the agreement anew
            return term.beginnings(session, agreement, now)
        case DocumentKind.TERMINATION:
            agreement.ended_on = on
            session.flush()  # the register reads the agreement anew
            return [{"what": "ends", "on": on.isoformat()}]
        case DocumentKind.EXTENSION if asked.ends_on is not None:
            if terms.term.ends is not None and on > terms.term.ends:
                return [{"what": "too-late", "on": terms.term.ends.isoformat()}]
            return [_loaded(session, changes.extended(terms, asked.ends_on), asked, now)]
        case DocumentKind.ACCESSION if asked.newcomer is not None:
            return [_loaded(session, changes.joined(terms, asked.newcomer, on), asked, now)]
        case DocumentKind.VARIATION if asked.new_pack is not None:
            varied = packs.parse_pack(asked.new_pack, file=asked.reference)
            return [_loaded(session, varied, asked, now, source=asked.new_pack)]
        case DocumentKind.VARIATION:
            return [{"what": "no-pack"}]
    return []


def _loaded(
    session: Session, terms: Any, asked: SignatureRequest, now: datetime, *, source: str | None = None
) -> dict[str, Any]:
    text = source or packs.pack_text(terms, f"Version made by {asked.reference}: {asked.title}")
    version = load(session, terms, source=text, now=now, by="Accord")
    return {"what": "terms", "version": version.number}


def _announce(session: Session, asked: SignatureRequest, now: datetime, *, follows: Any) -> None:
    facts = {**facts_of(session, asked, now), "follows": list(follows)}
    once = f"signature:{asked.id}:{'effect' if asked.in_effect_at else 'complete'}"
    show = (Button("signature_show", asked.id),)
    outgoing.post(session, asked.agreement_id, "signatures_complete", facts, once=once, now=now, buttons=show)


# --- The executed copy --------------------------------------------------------------------------------------------


def issued(session: Session, request_id: int, copy: Kept, now: datetime) -> bool:
    """Name the executed copy, and send it to every partner with a receipt; return False when there is one already.

    The copy is in the folder before this names it. Two processes may have made one: the first counts.
    """
    asked = rows.get(session, SignatureRequest, request_id, lock=True)
    if asked is None or asked.executed_sha256 is not None or asked.state is not RequestState.COMPLETE:
        return False
    files.note(session, copy, at=now)
    asked.executed_sha256 = copy.sha256
    session.flush()
    record_event(session, asked, "executed-copy-issued", {"sha256": copy.sha256, "pages": copy.pages}, at=now)
    facts = facts_of(session, asked, now)
    title = f"Executed copy of {asked.reference}: {asked.title}"
    file: Mapping[str, Any] = {"reference": asked.reference, "title": title, "name": copy.name, "sha256": copy.sha256}
    if asked.post_id is not None:
        once = f"signature:{asked.id}:executed"
        outgoing.document(session, asked.post_id, file, once=once, now=now)
    terms = terms_of(session, asked)
    notices.send(
        session,
        session.get_one(Agreement, asked.agreement_id),
        terms,
        of=asked,
        kind="executed",
        partners=tuple(partner.key for partner in terms.partners if partner.key in _parties(asked)),
        template="signature_executed",
        facts=facts,
        buttons=(Button("signature_show", asked.id),),
        now=now,
        document=file,
    )
    redraws.note(session, asked, now)
    return True


def _parties(asked: SignatureRequest) -> set[str]:
    return {party.partner for party in asked.parties}


def not_issued(session: Session, request_id: int, why: str, now: datetime) -> None:
    """Tell the secretary once why an executed copy could not be made; it is tried again by itself."""
    asked = rows.get(session, SignatureRequest, request_id, lock=True)
    if asked is not None and asked.executed_sha256 is None:
        asked.copy_after_at = now + TRY_AGAIN
        told = messages.requester_and_secretary(session, asked, now)
        facts = {"why": why}
        messages.tell(session, asked, "signature_no_copy", facts, told, once=f"no-copy:{why}"[:80], now=now)
