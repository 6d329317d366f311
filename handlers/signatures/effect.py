"""What was signed takes effect: whether and when, by the agreement's rule, and what then begins."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers import deadlines, notices, outgoing
from handlers.acting import record_event
from handlers.actors import local_day
from handlers.agreements import term
from handlers.agreements.loading import load
from handlers.forms import FormRefused, Values
from handlers.requests import Button
from handlers.signatures import messages
from handlers.signatures.access import move
from handlers.signatures.facts import EFFECT, facts_of, signing_of, terms_of
from rules import changes
from rules.changes import joined
from rules.errors import Refusal
from rules.sentences import word
from rules.signatures import WORDS, DocumentKind, RequestState, effect_of
from rules.terms import Terms
from storage import agreements, files, packs, register, rows, signatures
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
        "clause": rule.clause,
        "effective_on": found.effective_on.isoformat(),
    }
    record_event(session, asked, "signatures-complete", facts, at=now)
    messages.retire_all(session, asked, {"did": "complete"}, now)
    messages.refresh(session, asked, now)
    if found.effective_on <= today:
        begin(session, asked, now)
        return
    deadlines.agree(
        session, asked, EFFECT, last_day=found.effective_on, clause=rule.clause, now=now, at=terms.working_hours[0]
    )
    _announce(session, asked, now, follows=())


def look_again(session: Session, agreement: Agreement, now: datetime) -> None:
    """See whether anything that is being signed takes effect, since a point the document left open was decided."""
    for asked in signatures.of_agreement(session, agreement.id, states=(RequestState.OPEN,)):
        held = rows.get(session, SignatureRequest, asked.id, lock=True)
        if held is not None:
            settle(session, held, now)
            messages.refresh(session, held, now)


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
    messages.refresh(session, asked, now)
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
    messages.refresh(session, asked, now)
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


LONGEST_KEY = 40


def read(terms: Terms, values: Values) -> dict[str, Any]:
    """Return the new partner as a form describes it, in plain values. Raises FormRefused when it can't join so."""
    short = values.line("newcomer_short")
    newcomer = {
        "key": _key(terms, short),
        "name": values.line("newcomer"),
        "short": short,
        "roles": list(values.many("newcomer_roles")),
        "category": values.line("newcomer_category") or terms.partners[-1].category,
        "eligibility": values.line("newcomer_class") or None,
        "replaces": values.line("replaces") or None,
    }
    taken = {name.casefold() for p in terms.partners for name in (p.name, p.short, *p.aliases)}
    for field, name in (("newcomer", values.line("newcomer")), ("newcomer_short", short)):
        if name.casefold() in taken:
            raise FormRefused({field: f"{name} is a partner already."})
    try:
        joined(terms, newcomer, date(2000, 1, 1))
    except Refusal as refused:
        raise FormRefused({"newcomer": str(refused)}) from None
    return newcomer


def _key(terms: Terms, short: str) -> str:
    """Return a key for a partner that none has: its short name in plain letters."""
    plain = re.sub(r"[^a-z0-9]+", "-", short.casefold()).strip("-")[: LONGEST_KEY - 3].strip("-")
    key = plain if plain[:1].isalpha() else f"partner-{plain}".rstrip("-")
    known = {partner.key for partner in terms.partners} | {forum.key for forum in terms.forums}
    return key if key not in known else next(f"{key}-{n}" for n in range(2, 100) if f"{key}-{n}" not in known)


def stage(session: Session, reference: str, terms: Terms, *, source: str, now: datetime, by: str) -> SignatureRequest:
    """Keep a pack that is loaded by itself on the day the variation under this reference takes effect.

    Raises Refusal where there is no such variation, it is another agreement's, or its time is over.
    """
    found = rows.by_reference(session, SignatureRequest, reference)
    asked = rows.get(session, SignatureRequest, found.id, lock=True) if found else None
    if asked is None or asked.kind is not DocumentKind.VARIATION:
        raise Refusal(f"There is no variation {reference.upper()[:20]}. {word('signatures')} lists what is signed.")
    agreement = session.get_one(Agreement, asked.agreement_id)
    if terms.id != agreement.key:
        raise Refusal(f"{asked.reference} varies {agreement.key}, and this is a pack of {terms.id}.")
    if asked.in_effect_at is not None or asked.state.value == "withdrawn":
        how = "in effect already: load the pack without --when" if asked.in_effect_at else WORDS[asked.state]
        raise Refusal(f"{asked.reference} is {how}.")
    if terms.prefix != agreement.prefix:
        raise Refusal(
            f"{agreement.key} gives its references as {agreement.prefix}-1, -2 …; the pack says {terms.prefix}."
        )
    if agreements.undecided_terms(session, agreement.id) == terms:
        raise Refusal("This pack says what the terms in force say already.")
    asked.new_pack = source
    register.write(
        session,
        agreement,
        at=now,
        act="new-terms-kept",
        person=by,
        reference=asked.reference,
        facts={"sha256": hashlib.sha256(source.encode()).hexdigest(), "title": terms.title},
    )
    return asked
