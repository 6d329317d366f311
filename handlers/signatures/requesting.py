"""Signatures are requested: written down as a draft, sent out, looked at, listed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors, deadlines, notices
from handlers.acting import Acting, record
from handlers.actors import Actor
from handlers.decisions.forms import chosen_agreement
from handlers.forms import FormRefused, Values
from handlers.history import history
from handlers.requests import Answer, Ask, Button, Request, Say
from handlers.signatures import messages, naming, newcomer, signers, turns
from handlers.signatures.access import check_possible, locked, move, require
from handlers.signatures.facts import (
    MATTER,
    SIGNERS,
    SIGNING,
    contacts_of,
    facts_of,
    may_sign,
    partner_of,
    rejectable,
    stands,
    to_look_at,
)
from handlers.signatures.forms import request_form, requesting_partners
from rules.counterparts import CounterpartState
from rules.days import in_words
from rules.errors import Refusal
from rules.sentences import word
from rules.signatures import (
    OWING,
    DocumentKind,
    RequestState,
    SignatureAct,
    Stand,
    change_rule,
    in_chat,
    needs_decision,
    signatories,
)
from storage import agreements, files, people, rows
from storage.agreements import Agreement
from storage.files import Kept
from storage.people import Capacity
from storage.signatures import DocumentVersion, Party, SignatureRequest

LONGEST = timedelta(days=730)
HASH = re.compile(r"[0-9a-f]{64}")
LINK = re.compile(r"https?://\S+")


def start(session: Session, request: Request) -> Answer:
    """Open the form; a channel that runs an agreement settles which one it is about."""
    return Ask(request_form(session, actors.in_channel(session, request)))


def request_signatures(session: Session, request: Request, values: Values) -> Answer:
    """Write a request down as a draft, and show whoever asks who signs for whom, and who is missing."""
    agreement, _ = chosen_agreement(session, request, values.of)
    actor = actors.actor_in(session, agreement, request)
    asking, terms = requesting_partners(session, actor), actor.terms
    requested_for = values.line("requested_for") or (asking[0] if len(asking) == 1 else None)
    kind = DocumentKind(values.line("kind"))
    target_on = values.day("target_on")
    if target_on is None or not actor.today < target_on <= actor.today + LONGEST:
        raise FormRefused({"target_on": f"Please choose a day after {in_words(actor.today)}, within two years."})
    joining = newcomer.read(terms, values) if kind is DocumentKind.ACCESSION else None
    ends_on = values.day("ends_on")
    if kind is DocumentKind.EXTENSION and (ends_on is None or (terms.term.ends and ends_on <= terms.term.ends)):
        until = f"after {in_words(terms.term.ends)}, the last day as things stand" if terms.term.ends else "for it"
        raise FormRefused({"ends_on": f"Please choose a day {until}."})
    rule = change_rule(terms, kind)
    if rule is not None and needs_decision(terms, kind) and not values.line("decision"):
        raise FormRefused(
            {"kind": f"This is decided first: {rule.name}. Please propose that: {word('propose-decision')}."}
        )
    partners = values.many("partners") or signatories(terms, actor.today)
    asked = rows.begin(
        session,
        agreement,
        SignatureRequest,
        terms_id=agreements.latest_version(session, agreement.id).id,
        title=values.line("title"),
        kind=kind,
        statement=values.line("statement"),
        words=values.line("words"),
        begins_on=values.day("begins_on"),
        ends_on=ends_on,
        newcomer=joining,
        decision_id=int(values.line("decision")) if values.line("decision") else None,
        version=1,
        target_on=target_on,
        requested_for=requested_for,
        requested_by=actor.person.id,
        requested_at=request.now,
        state=RequestState.DRAFT,
    )
    asked.versions = [version_of(session, values, actor, request, number=1)]
    order = [partner.key for partner in terms.partners if partner.key in partners]
    keys = [*order, *([joining["key"]] if joining else [])]
    asked.parties = [_party(session, actor, agreement, key) for key in keys]
    for party in asked.parties:
        naming.name_first(session, party, actor.today)
    session.flush()  # the answer's buttons name it
    record(session, Acting(actor, requested_for, request), asked, "signatures-drafted", _facts(asked))
    return Say("signature_draft", facts_of(session, asked, request.now), draft_buttons(asked))


def version_of(session: Session, values: Values, actor: Actor, request: Request, *, number: int) -> DocumentVersion:
    """Return a version of a document as a form gives it. Raises FormRefused when it gives none, or two."""
    document, link = values.document("document"), values.line("link")
    if bool(document) == bool(link):
        given = "Please give the PDF, or a link to it" + (", not both." if document else ".")
        raise FormRefused({"document": given})
    if link and not LINK.fullmatch(link):
        raise FormRefused({"link": "Please give the whole link, such as https://www.example.org/agreement.pdf."})
    known = values.line("link_sha256").lower()
    if known and not HASH.fullmatch(known):
        raise FormRefused({"link_sha256": "A SHA-256 is 64 digits and letters from a to f. Leave it empty if unsure."})
    if isinstance(document, Kept):
        files.note(session, document, at=request.now)
    return DocumentVersion(
        version=number,
        file_sha256=document.sha256 if document else None,
        name=document.name if document else None,
        link=link or None,
        link_sha256=known if link and known else None,
        given_by=actor.person.id,
        given_at=request.now,
    )


def _party(session: Session, actor: Actor, agreement: Agreement, partner: str) -> Party:
    """Return a partner that is asked, with who signs for it: its signatory, or its lead; and the next one as deputy."""
    found = people.contacts(
        session, actor.today, agreement_id=agreement.id, capacities=SIGNERS, partners=(partner,)
    ).get(partner, [])
    named = [contact.person.id for contact in found if contact.capacity is not Capacity.MEMBER]
    signatory, deputy, *_ = [*named, None, None]
    return Party(partner=partner, signatory=signatory, deputy=deputy)


def draft_buttons(asked: SignatureRequest) -> tuple[Button, ...]:
    """Return what can be done to a draft."""
    return tuple(Button(name, asked.id) for name in ("signature_open", "signature_signatory", "signature_withdraw"))


def _facts(asked: SignatureRequest) -> dict[str, Any]:
    document = asked.document
    return {
        "title": asked.title,
        "kind": asked.kind.value,
        "statement": asked.statement,
        "document": document.name or document.link,
        "sha256": document.sha256,
        "partners": [party.partner for party in asked.parties],
        "target_on": asked.target_on.isoformat(),
        "begins_on": asked.begins_on.isoformat() if asked.begins_on else None,
        "ends_on": asked.ends_on.isoformat() if asked.ends_on else None,
        "newcomer": asked.newcomer,
        "decision_id": asked.decision_id,
        "terms_id": asked.terms_id,
    }


# --- Looking ------------------------------------------------------------------------------------------------------


def detail(session: Session, request: Request, asked: SignatureRequest, actor: Actor) -> Answer:
    """Return a request for signatures as somebody may see it, with what they can do to it."""
    names = {asked.newcomer["key"]: asked.newcomer["short"]} if asked.newcomer else {}
    facts = {**facts_of(session, asked, request.now), "history": history(session, asked, names=names)}
    return Say("signature_detail", facts, offered(session, asked, actor))


def offered(session: Session, asked: SignatureRequest, actor: Actor) -> tuple[Button, ...]:
    """Return the presses that are open to this person on this request, as it stands."""
    secretary = actor.is_secretary
    asks = secretary or (asked.requested_for in actor.partners(*actors.ACTING))
    if asked.state is RequestState.DRAFT:
        return draft_buttons(asked) if asks else ()
    names: list[str] = []
    mine: list[Button] = []
    if asked.state is RequestState.OPEN:
        found = stands(session, asked, actor.today)
        own = set(actor.partners(*actors.ACTING)) & {party.partner for party in asked.parties}
        for party in asked.parties:
            if found[party.partner] is not Stand.SIGNED:
                mine += complete_buttons(asked, party, actor, able=secretary or party.partner in own)
                mine += answers(session, asked, party, actor, own=party.partner in own)
        mine += _to_look_at(asked, actor) if secretary else ()
        mine += _for_unreached(session, asked, found, actor) if secretary else ()
        names += ["signature_version", "signature_extend"] if asks else []
        names += ["signature_signatory"] if secretary or own else []
    names += ["signature_behalf"] if secretary and asked.state is not RequestState.WITHDRAWN else []
    names += ["signature_reject"] if secretary and asked.state is RequestState.OPEN and rejectable(asked) else []
    if secretary and asked.state is RequestState.OPEN and notices.missing(session, MATTER, asked.id):
        names.append("signature_told")
    names += ["signature_withdraw"] if asks and asked.state is RequestState.OPEN else []
    return (*mine, *(Button(name, asked.id) for name in names))


def _to_look_at(asked: SignatureRequest, actor: Actor) -> tuple[Button, ...]:
    """Return the presses by which the secretary looks at the copies that wait for it, the oldest first."""
    return tuple(
        Button("signature_look", one.id, label=f"Look at it ({partner_of(actor.terms, asked, one.partner)})")
        for one in to_look_at(asked)[:MOST_UNREACHED]
    )


def complete_buttons(asked: SignatureRequest, party: Party, actor: Actor, *, able: bool) -> tuple[Button, ...]:
    """Return the press that completes what a partner's latest counterpart lacks, for those who are `able` to."""
    found = [one for one in asked.counterparts if (one.partner, one.version) == (party.partner, asked.version)]
    found = [one for one in found if one.signers and one.lacks] or found  # another's signature came behind it
    if not able or not found or not found[-1].lacks or found[-1].state is CounterpartState.REJECTED:
        return ()
    label = f"Complete it ({partner_of(actor.terms, asked, party.partner)})"
    return (Button("signature_complete", found[-1].id, label=label),)


def _for_unreached(
    session: Session, asked: SignatureRequest, found: Mapping[str, Stand], actor: Actor
) -> tuple[Button, ...]:
    """Return the presses by which the secretary records what partners outside the chat say instead of signing."""
    reached = contacts_of(session, asked, actor.today)
    waiting = [p for p in asked.parties if p.partner not in reached and found[p.partner] in OWING]
    labels = {"signature_cannot": "Not yet", "signature_decline": "Decline"}
    return tuple(
        Button(act, party.id, label=f"{label} ({partner_of(actor.terms, asked, party.partner)})")
        for party in waiting[:MOST_UNREACHED]
        for act, label in labels.items()
    )


MOST_UNREACHED = 3  # nobody reads through more buttons; the others come once these have answered


def answers(session: Session, asked: SignatureRequest, party: Party, actor: Actor, *, own: bool) -> tuple[Button, ...]:
    """Return the presses by which somebody answers for a partner; one of several partners is named.

    Whoever signs for it has them all, and its lead and deputy (`own`) those that sign nothing.
    """
    signs = may_sign(session, actor, party)
    if not signs and not own:
        return ()
    known = signers.standing(session, party, actor.today)
    turn = known is None or turns.can_sign(session, known, party, actor)
    hands = known is None or actor.person.id in known.asks
    several = sum(one.partner in actor.partners() for one in asked.parties) > 1
    name = f" ({actors.name_of(actor.terms, party.partner)})" if several else ""
    labels = {
        **({"signature_sign": "Read and sign"} if signs and turn and in_chat(actor.terms) else {}),
        **({"signature_scan": "Hand in a signed copy"} if signs else {}),
        "signature_cannot": "Not yet",
        "signature_decline": "Decline",
        **({"signature_delegate": "Hand it over"} if signs and hands else {}),
    }
    return tuple(Button(act, party.id, label=f"{label}{name}" if name else None) for act, label in labels.items())


def press(session: Session, request: Request) -> Answer:
    """Ask everybody who signs, in one transaction with the board and the clock."""
    asked, actor = locked(session, request)
    by = Acting(actor, require(session, actor, asked, SignatureAct.OPEN), request)
    check_possible(asked, RequestState.OPEN)
    if asked.target_on <= actor.today:
        raise Refusal(
            f"{asked.reference} asks for signatures by {in_words(asked.target_on)}, and that day has come. Please "
            "withdraw it and ask again with a later day."
        )
    move(session, asked, RequestState.OPEN, request.now)
    start_clock(session, asked, request)
    names = [party.partner for party in asked.parties]
    record(session, by, asked, "signatures-asked", {"partners": names, "version": asked.version})
    messages.announce(session, actor.agreement, asked, request.now)
    return Say("signature_opened", facts_of(session, asked, request.now))


def start_clock(session: Session, asked: SignatureRequest, request: Request, *, why: str = "") -> None:
    """Start the clock of the target date, which chases those who have still to sign; or move it to a later one."""
    deadlines.agree(session, asked, SIGNING, last_day=asked.target_on, clause=None, now=request.now, why=why)
