"""A request for signatures as plain values: who has signed, who has not, and what stops it from taking effect."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import parties
from handlers.actors import Actor, local_day, name_of
from handlers.deadlines import deadline_facts
from handlers.requests import Button
from handlers.signatures import signers
from handlers.signatures.signers import Standing
from rules import quoted, signatures
from rules.counterparts import CounterpartAct, CounterpartState, open_to
from rules.matters import SECRETARY
from rules.signatures import Document, Route, Signing, Stand
from rules.signers import rule_for
from rules.terms import Terms
from storage import agreements, deadlines, people
from storage.decisions import Decision
from storage.people import Capacity, Contact, Person, leads_of
from storage.signatures import Counterpart, DocumentVersion, Party, SignatureRequest

MATTER = "signature"
SIGNING, EFFECT, AGAIN = "signing", "effect", "again-"
"""The names of a request's clocks: the target date, the day it takes effect, and the day a partner can sign.

The last stands before the partner's own part in the request: `again_of`.
"""


def again_of(party: Party) -> str:
    """Return the clock of the day from which a partner can sign."""
    return f"{AGAIN}{party.id}"


def terms_of(session: Session, request: SignatureRequest) -> Terms:
    """Return the terms signatures were asked for under; they are its terms for ever."""
    return agreements.terms_of(session, request.terms_id)


def document_of(request: SignatureRequest) -> Document:
    """Return what is signed, as the rules see it."""
    by = tuple(party.partner for party in request.parties)
    return Document(request.kind, request.version, by, request.begins_on)


def signing_of(session: Session, request: SignatureRequest, on: date) -> Signing:
    """Return how the signing of the version that counts stands on a day."""
    terms, given, document = terms_of(session, request), signers.given(request), document_of(request)
    complete = {one.partner for one in given if not one.lacks and not one.signers}
    complete |= signatures.firsts(terms, [one for one in given if one.version == request.version]).keys()
    left = parties.left(session, request.agreement_id, on)
    by = tuple(partner for partner in document.by or () if partner in complete or partner not in left)
    return signatures.signing(terms, given, on=on, document=replace(document, by=by))


def to_look_at(request: SignatureRequest) -> list[Counterpart]:
    """Return the copies of the version that counts which the secretary has still to look at, oldest first."""
    return [one for one in request.counterparts if one.state.waits and one.version == request.version]


def rejectable(request: SignatureRequest) -> list[Counterpart]:
    """Return the copies of the version that counts which can be rejected."""
    return [
        one
        for one in request.counterparts
        if one.version == request.version and CounterpartAct.REJECT in open_to(one.state)
    ]


def counting(session: Session, request: SignatureRequest) -> frozenset[int]:
    """Return the ids of the counterparts that count: the first of each partner that is accepted and lacks nothing.

    Where the agreement says how many people sign, those by which they did.
    """
    terms = terms_of(session, request)
    first: dict[tuple[str, int], Counterpart] = {}
    several: set[int] = set()
    for one in request.counterparts:
        if one.counts and rule_for(terms, one.partner) is None:
            first.setdefault((one.partner, one.version), one)
        elif one.counts:
            beside = [it.as_signed for it in request.counterparts if it.counts and it.version == one.version]
            copies = {signature.copy for signature in signatures.signed_for(terms, one.partner, beside)}
            several |= {one.id} if one.number in copies else set()
    return frozenset(several | {one.id for one in first.values()})


def partner_of(terms: Terms, request: SignatureRequest, partner: str) -> str:
    """Return a partner's short name; that of the newcomer too, whom the terms do not know yet."""
    newcomer = request.newcomer
    return str(newcomer["short"]) if newcomer and newcomer["key"] == partner else name_of(terms, partner)


def full_name_of(terms: Terms, request: SignatureRequest, partner: str) -> str:
    """Return a partner's full name; that of the newcomer too."""
    newcomer = request.newcomer
    if newcomer and newcomer["key"] == partner:
        return str(newcomer["name"])
    return next((known.name for known in terms.partners if known.key == partner), partner)


def stands(session: Session, request: SignatureRequest, today: date) -> dict[str, Stand]:
    """Return how each asked partner stands, in the order in which they are listed."""
    found = signing_of(session, request, today)
    return {
        party.partner: signatures.stand(
            signed=party.partner in found.first,
            incomplete=party.partner in found.incomplete,
            waits=party.partner in found.waiting,
            partly=party.partner in found.partly,
            declined=party.declined_at is not None,
            cannot_until=party.cannot_until,
            seen=party.seen_at is not None,
            on=today,
        )
        for party in request.parties
    }


def owing(session: Session, request: SignatureRequest, today: date) -> tuple[str, ...]:
    """Return the partners that are chased: asked, and neither signed, declined, nor unable for now."""
    found = stands(session, request, today)
    left = parties.left(session, request.agreement_id, today)
    return tuple(partner for partner, stand in found.items() if stand in signatures.OWING and partner not in left)


def reached(session: Session, request: SignatureRequest, today: date) -> dict[str, Contact | tuple[Contact, ...]]:
    """Return whom each partner is reached by about a request, and the secretary, who looks at copies.

    Where several people sign for a partner, all those whose turn it is.
    """
    secretary = people.secretary_reached(session, today, request.agreement_id)
    found: dict[str, Contact | tuple[Contact, ...]] = {**contacts_of(session, request, today)}
    found |= {partner: known.now for partner, known in signers.standings(session, request, today).items()}
    return found | ({SECRETARY: secretary} if secretary is not None else {})


def contacts_of(session: Session, request: SignatureRequest, today: date) -> dict[str, Contact]:
    """Return whom each partner's signature is asked of: its signatory, else the deputy, else its lead in the chat.

    Somebody who holds no capacity for the partner any more is passed over. Nobody can be reached for the others. Where
    several people sign, it is the first of those who are asked now.
    """
    held = {
        (contact.person.id, partner): contact
        for partner, found in people.contacts(
            session, today, agreement_id=request.agreement_id, capacities=SIGNERS
        ).items()
        for contact in found
        if contact.account is not None
    }
    found = leads_of(session, request.agreement_id, None, today)
    for party in request.parties:
        named = [held.get((person, party.partner)) for person in (party.deputy, party.signatory) if person is not None]
        for contact in named:
            if contact is not None:
                found[party.partner] = contact
    for partner, known in signers.standings(session, request, today).items():
        if known.now:
            found[partner] = known.now[0]
        elif not known.complete and not known.pending:
            found.pop(partner, None)
    return found


SIGNERS = (Capacity.SIGNATORY, Capacity.LEAD, Capacity.DEPUTY, Capacity.MEMBER)
"""The capacities in which somebody can sign for a partner, the likeliest first."""


def may_sign(session: Session, actor: Actor, party: Party) -> bool:
    """Return whether this person signs for an asked partner: as its signatory or the deputy.

    Where neither is named, or neither is on the roster for it and in the chat today, its leads, deputies and
    signatories can. Where the agreement says how many people sign, whoever holds a capacity in which they do.
    """
    if party.partner not in actor.partners():
        return False
    if signers.rule_of(session, party.request, party.partner) is not None:
        return actor.person.id in signers.held_on(session, party, actor.today)
    named = named_of(session, party, actor.today)
    if named:
        return actor.person.id in {person.id for person in named}
    return party.partner in actor.partners(*SIGNERS[:3])


def named_of(session: Session, party: Party, today: date) -> list[Person]:
    """Return an asked partner's signatory and the deputy, those of them who are on its roster and in the chat today."""
    found = people.contacts(
        session, today, agreement_id=party.request.agreement_id, capacities=SIGNERS, partners=(party.partner,)
    ).get(party.partner, [])
    here = {contact.person.id: contact.person for contact in found if contact.account is not None}
    return [here[row] for row in (party.signatory, party.deputy) if row in here]


def sign_buttons(
    session: Session, request: SignatureRequest, partners: Collection[str], person: Person, today: date
) -> tuple[Button, ...]:
    """Return the press by which a person signs for a partner, the way that is accepted; none where another signs.

    Nor where they sign for several: each is offered by its name where the request is shown.
    """
    if len(partners) > 1:
        return ()
    name = "signature_sign" if signatures.in_chat(terms_of(session, request)) else "signature_scan"
    found = signers.standings(session, request, today)
    mine = [party for party in request.parties if party.partner in partners]
    several = [party for party in mine if party.partner in found and person.id in found[party.partner].asks]
    named = {party.id: named_of(session, party, today) for party in mine if party.partner not in found}
    signs = [row for row, signs in named.items() if not signs or person in signs]
    return tuple(Button(name, row) for row in (*signs, *(party.id for party in several)))


def facts_of(session: Session, request: SignatureRequest, now: datetime) -> dict[str, Any]:
    """Return what the templates say about a request for signatures, in plain JSON values."""
    terms = terms_of(session, request)
    today = local_day(terms, now)
    signing = signing_of(session, request, today)
    effect = signatures.effect_of(terms, request.kind)
    live = [found for found in deadlines.live(session, MATTER, [request.id]) if found.clock == SIGNING]
    newcomer = request.newcomer
    return {
        **in_short(terms, request, signing),
        "agreement": terms.short_title,
        "agreement_title": terms.title,
        "private": False,
        "kind": request.kind.value,
        "statement": request.statement,
        "words": request.words,
        "document": document_facts(request.document),
        "version": request.version,
        "changes": request.document.words,
        "fields": list(terms.signatures.fields),
        "clause": terms.signatures.clause,
        "in_chat": signatures.in_chat(terms),
        "requested_by": session.get_one(Person, request.requested_by).name,
        "requested_for": name_of(terms, request.requested_for) if request.requested_for else None,
        "requested_at": request.requested_at.isoformat(),
        "target_on": request.target_on.isoformat(),
        "deadline": deadline_facts(session, terms, live[0] if live else None, now),
        "parties": _parties(session, terms, request, today),
        "departed": parties.departed(
            session, request.agreement_id, today, [party.partner for party in request.parties]
        ),
        "without_row": [partner_of(terms, request, partner) for partner in signing.without_row],
        "quoted": quoted.facts(terms, "signatures"),
        "begins_on": signing.stated_on.isoformat() if signing.stated_on else None,
        "effect_rule": effect.rule,
        "effect_clause": effect.clause,
        "effect_note": effect.note,
        "ends_on": request.ends_on.isoformat() if request.ends_on else None,
        "newcomer": newcomer["name"] if newcomer else None,
        "decision": session.get_one(Decision, request.decision_id).reference if request.decision_id else None,
        "newcomer_short": newcomer["short"] if newcomer else None,
        "replaces": name_of(terms, newcomer["replaces"]) if newcomer and newcomer["replaces"] else None,
        "executed_sha256": request.executed_sha256,
        "closed_at": request.closed_at.isoformat() if request.closed_at else None,
        "closing_words": request.closing_words,
        "timezone": terms.timezone,
    }


def in_short(terms: Terms, request: SignatureRequest, signing: Signing) -> dict[str, Any]:
    """Return what is said of a request in a list, by how its signing stands: how far that is, and its effect."""
    return {
        "reference": request.reference,
        "title": request.title,
        "state": request.state.value,
        "signed": len(signing.first),
        "needed": signing.needed,
        "lacking": [
            {
                "partner": partner_of(terms, request, partner),
                "lacks": signatures.lacks_words(lacks),
                "several": len(lacks) > 1,
            }
            for partner, lacks in signing.incomplete.items()
        ],
        "last_signed_on": max(signing.first.values()).isoformat() if signing.first else None,
        "stated_holds": bool(signatures.effect_of(terms, request.kind).once),
        "missing": [partner_of(terms, request, partner) for partner in signing.missing],
        "undated": signing.undated,
        "effective_on": request.effective_on.isoformat() if request.effective_on else None,
        "in_effect": request.in_effect_at is not None,
    }


def document_facts(document: DocumentVersion) -> dict[str, Any]:
    """Return one version of a document for the templates."""
    return {
        "name": document.name,
        "link": document.link,
        "sha256": document.sha256,
        "pages": document.file.pages if document.file else None,
    }


def file_facts(request: SignatureRequest) -> dict[str, Any] | None:
    """Return the document's file, as the outbox sends it; None where it is a link."""
    document = request.document
    if document.file_sha256 is None:
        return None
    title = f"{request.reference}: {request.title}"
    return {
        "reference": request.reference,
        "title": title,
        "name": document.name,
        "sha256": document.file_sha256,
    }


def _parties(session: Session, terms: Terms, request: SignatureRequest, today: date) -> list[dict[str, Any]]:
    found = stands(session, request, today)
    incomplete = signing_of(session, request, today).incomplete
    lacks = {partner: signatures.lacks_words(fields) for partner, fields in incomplete.items()}
    mine: dict[str, list[Counterpart]] = {}
    asked_of = contacts_of(session, request, today)
    several = signers.standings(session, request, today)
    for one in request.counterparts:
        if one.version == request.version:
            mine.setdefault(one.partner, []).append(one)
    return [
        {
            "name": partner_of(terms, request, party.partner),
            "stand": found[party.partner].value,
            "reached": party.partner in asked_of,
            "signatory": _person(session, party.signatory),
            "deputy": _person(session, party.deputy),
            "signers": signers.facts_of(session, several.get(party.partner), party),
            "until": party.cannot_until.isoformat() if party.cannot_until else None,
            "words": party.words,
            "lacks": lacks.get(party.partner),
            "rejected": _rejected(_theirs(mine.get(party.partner, []), several.get(party.partner)))
            if found[party.partner] in signatures.OWING
            else None,
            "counterparts": [counterpart_facts(terms, request, one) for one in mine.get(party.partner, ())],
        }
        for party in request.parties
    ]


NOT_SAID = "nobody has said why"


def dated_before(terms: Terms, request: SignatureRequest, one: Counterpart) -> str | None:
    """Return why a copy bears a day before its version was put to signature; None where it does not."""
    if one.dated_before or one.route is Route.CHAT or "date" in (one.lacks or ()):
        return one.dated_before
    given_at = next(known.given_at for known in request.versions if known.version == one.version)
    return NOT_SAID if one.signed_on < local_day(terms, given_at) else None


def _theirs(mine: list[Counterpart], known: Standing | None) -> list[Counterpart]:
    """Return those of a partner's copies that are of somebody who is asked now; all of them where one person signs."""
    return mine if known is None else [one for one in mine if one.people & known.asks]


def _rejected(mine: list[Counterpart]) -> str | None:
    """Return why the latest of a partner's copies was rejected; None where it was not."""
    return mine[-1].reason if mine and mine[-1].state is CounterpartState.REJECTED else None


def counterpart_facts(terms: Terms, request: SignatureRequest, one: Counterpart) -> dict[str, Any]:
    """Return a counterpart for the templates."""
    return {
        "partner": partner_of(terms, request, one.partner),
        "name": one.name,
        "position": one.position,
        "organisation": one.organisation,
        "lacks": signatures.lacks_words(one.lacks) if one.lacks else None,
        "lacks_several": len(one.lacks or ()) > 1,
        "on": None if "date" in (one.lacks or ()) else one.signed_on.isoformat(),
        "route": one.route.value,
        "copy_state": one.state.value,
        "reason": one.reason,
        "dated_before": dated_before(terms, request, one),
        "sha256": one.file_sha256,
        "evidence": one.evidence,
        "recorded_at": one.recorded_at.isoformat(),
    }


def _person(session: Session, person_id: int | None) -> str | None:
    return session.get_one(Person, person_id).name if person_id is not None else None


def source_of(session: Session, request: SignatureRequest) -> Decision | None:
    """Return the decision that a request follows from; None where it follows from none."""
    return session.get_one(Decision, request.decision_id) if request.decision_id is not None else None
