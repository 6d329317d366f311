"""What the executed copy of a signed document says: its certificate, from the rows and the register."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers.actors import local_day, name_of
from handlers.signatures import facts as signature_facts
from handlers.signatures.facts import dated_before, document_facts, full_name_of, partner_of, signing_of, terms_of
from rules import signatures
from rules.counterparts import CounterpartState
from rules.signatures import Route
from rules.signers import CALLED, who_words
from rules.terms import Terms
from storage import register
from storage.agreements import Agreement
from storage.people import Person
from storage.register import Entry
from storage.signatures import Counterpart, SignatureRequest

HASH_SHOWN = 16


def facts_of(session: Session, asked: SignatureRequest, now: datetime) -> dict[str, Any]:
    """Return what the signature page and the certificate say, in plain JSON values."""
    terms = terms_of(session, asked)
    agreement = session.get_one(Agreement, asked.agreement_id)
    effect = signatures.effect_of(terms, asked.kind)
    of_version = [one for one in asked.counterparts if one.version == asked.version and not one.state.waits]
    rejected = [one for one in of_version if one.state is CounterpartState.REJECTED]
    of_version = [one for one in of_version if one.state is CounterpartState.ACCEPTED]
    first = signing_of(session, asked, local_day(terms, now)).first
    counted: set[str] = set()
    several = signature_facts.counting(session, asked)
    rows = []
    for one in sorted(of_version, key=lambda one: (one.signed_on, one.id)):
        counts = one.partner in first and one.partner not in counted and one.counts
        if one.signers:
            counts = one.partner in first and one.id in several
        counted |= {one.partner} if counts else set()
        rows.append(_counterpart(session, terms, asked, one, counts=counts))
    order = {party.partner: number for number, party in enumerate(asked.parties)}
    rows.sort(key=lambda row: (order.get(row["partner"], len(order)), not row["counts"]))
    closed = asked.closed_at or now
    return {
        "reference": asked.reference,
        "title": asked.title,
        "agreement": terms.short_title,
        "agreement_title": terms.title,
        "kind": asked.kind.value,
        "clause": terms.signatures.clause,
        "version": asked.version,
        "document": document_facts(asked.document),
        "statement": asked.statement,
        "signers": _rule(terms),
        "effective_on": asked.effective_on.isoformat() if asked.effective_on else None,
        "effect_clause": effect.clause,
        "dated_on": local_day(terms, closed).isoformat(),
        "timezone": terms.timezone,
        "requested_by": session.get_one(Person, asked.requested_by).name,
        "requested_at": asked.requested_at.isoformat(),
        "last_signed_on": max(first.values()).isoformat() if first else None,
        "stated_holds": bool(effect.once),
        "counterparts": rows,
        "rejected": [_rejected(session, terms, asked, one) for one in rejected],
        "events": [
            _event(terms, asked, entry) for entry in register.entries(session, agreement.id, reference=asked.reference)
        ],
        "register": {
            "agreement": agreement.key,
            "entries": agreement.register_entries,
            "head": agreement.register_head,
        },
    }


def _counterpart(
    session: Session, terms: Terms, asked: SignatureRequest, one: Counterpart, *, counts: bool
) -> dict[str, Any]:
    return {
        "partner": one.partner,
        "organisation": full_name_of(terms, asked, one.partner),
        "short": partner_of(terms, asked, one.partner),
        "name": one.name,
        "position": one.position,
        "signers": _signers(session, one),
        "on_it": one.organisation,
        "lacks": signatures.lacks_words(one.lacks) if one.lacks else None,
        "signed_on": None if "date" in (one.lacks or ()) else one.signed_on.isoformat(),
        "route": one.route.value,
        "recorded_by": None if one.signed_by else session.get_one(Person, one.recorded_by).name,
        "evidence": one.evidence,
        "sha256": one.file_sha256,
        "file": one.file_name,
        "is_document": one.file_sha256 is not None and one.file_sha256 in {v.sha256 for v in asked.versions},
        "statement": one.statement if one.route is Route.CHAT else None,
        "at": one.recorded_at.astimezone(UTC).isoformat(timespec="seconds"),
        "handed_in_by": _name(session, one.signed_by) if one.route is Route.SCAN else None,
        "looked_by": _name(session, one.looked_by),
        "looked_at": one.looked_at.astimezone(UTC).isoformat(timespec="seconds") if one.looked_at else None,
        "dated_before": dated_before(terms, asked, one),
        "counts": counts,
    }


def _rule(terms: Terms) -> dict[str, Any] | None:
    """Return how many people sign for each organisation, where the agreement says so."""
    rule = terms.signatures.signers
    return {"who": who_words(rule), "clause": rule.clause} if rule is not None else None


def _signers(session: Session, one: Counterpart) -> list[str]:
    """Return whose signatures are on a copy by the roster, each with the capacity in which they signed."""
    return [f"{_name(session, signer['person'])} ({CALLED[signer['capacity']][0]})" for signer in one.signers or ()]


def _rejected(session: Session, terms: Terms, asked: SignatureRequest, one: Counterpart) -> dict[str, Any]:
    return {
        "short": partner_of(terms, asked, one.partner),
        "name": one.name,
        "signed_on": one.signed_on.isoformat(),
        "file": one.file_name,
        "sha256": one.file_sha256,
        "reason": one.reason,
        "by": _name(session, one.decided_by),
        "at": one.decided_at.astimezone(UTC).isoformat(timespec="seconds") if one.decided_at else None,
    }


def _name(session: Session, person: int | None) -> str | None:
    return session.get_one(Person, person).name if person is not None else None


WORDS = {
    "signatures-drafted": "written down as a draft",
    "signatures-asked": "sent out for signature",
    "notice-delivered": "the document reached its signatory",
    "notice-told": "told outside the chat",
    "notice-failed": "the document could not be delivered",
    "counterpart-signed": "signed",
    "counterpart-looked-at": "looks at a copy",
    "counterpart-accepted": "accepted a copy",
    "counterpart-rejected": "rejected a copy; another was asked for",
    "counterpart-completed": "completed a counterpart with what it lacked",
    "signature-not-yet": "said that it can't sign yet",
    "signature-declined": "declined to sign",
    "signer-refused": "said that they do not sign themselves; the next of its people was asked",
    "signatory-named": "somebody else signs",
    "document-version": "a new version; what was signed before is void for it",
    "signing-extended": "more time was given",
    "signatures-overdue": "the target date passed",
    "signatures-complete": "every signature that is needed was given",
    "in-effect": "took effect",
}


def _event(terms: Terms, asked: SignatureRequest, entry: Entry) -> dict[str, Any]:
    facts = json.loads(entry.facts)
    source = json.loads(entry.source)
    partner = entry.partner or facts.get("partner")
    return {
        "at": entry.at.astimezone(UTC).isoformat(timespec="seconds"),
        "act": entry.act,
        "words": WORDS.get(entry.act, entry.act.replace("-", " ")),
        "person": entry.person,
        "for": _for(terms, asked, partner),
        "on_behalf": entry.on_behalf,
        "route": facts.get("route"),
        "source": {**{key: source.get(key) for key in CAME}, "account": facts.get("account")} if source else None,
        "receipt": _receipt(facts.get("proof")),
        "entry": entry.number,
        "hash": entry.hash[:HASH_SHOWN],
    }


CAME = ("kind", "team", "channel", "message", "view", "event")
"""What the register has of where an act came in."""
_RECEIPT = re.compile(
    r"(?P<platform>\w+):(?P<channel>[^\s:]+):(?P<message>[^\s:]+)(?: sha256:(?P<sha256>[0-9a-f]{64}))?"
)


def _receipt(proof: str | None) -> dict[str, Any] | None:
    """Return what proves that something arrived: a message of the chat by its ids, or else the words for it."""
    if not proof:
        return None
    found = _RECEIPT.fullmatch(proof)
    return {"words": None, **found.groupdict()} if found else {"words": proof}


def _for(terms: Terms, asked: SignatureRequest, partner: str | None) -> str | None:
    if partner is None:
        return None
    return partner_of(terms, asked, partner) if asked.newcomer else name_of(terms, partner)
