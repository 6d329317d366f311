"""A partner signs: in the chat, by a scan of a signed counterpart, or as the secretary records it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors, deadlines
from handlers.acting import Acting, record
from handlers.forms import Form, FormRefused, Values
from handlers.requests import Answer, Ask, Button, Request, Say
from handlers.signatures import copies, effect, forms, messages, paper, signers, turns
from handlers.signatures.access import locked, require, signing_for
from handlers.signatures.facts import again_of, counterpart_facts, facts_of, full_name_of, partner_of
from rules import counterparts
from rules.days import in_words
from rules.errors import Refusal
from rules.phrases import listed
from rules.sentences import word
from rules.signatures import RequestState, Route, SignatureAct, in_chat, lacking
from storage import files, redraws
from storage.deadlines import DeadlineState
from storage.signatures import Counterpart, Party, SignatureRequest

SIGN, HAND_IN = "sign {}", "hand in a counterpart of {}"


def sign_press(session: Session, request: Request) -> Answer:
    """Open the form in which somebody signs for a partner."""
    return _opened(session, request, sign_form(session, request), SIGN)


def _opened(session: Session, request: Request, form: Form, doing: str) -> Answer:
    """Open a form; the board says from now on that the partner has opened it."""
    party, _ = signing_for(session, request, doing)
    if party.seen_at is None:
        party.seen_at = request.now
        redraws.note(session, party.request, request.now)
    return Ask(form)


def sign_form(session: Session, request: Request) -> Form:
    """Return the form in which somebody signs for a partner; raise Refusal where it is not accepted, or not theirs."""
    party, by = signing_for(session, request, SIGN)
    asked, terms = party.request, by.actor.terms
    if not in_chat(terms):
        clause = f" (clause {terms.signatures.clause})" if terms.signatures.clause else ""
        raise Refusal(
            f"A signature given in the chat is not among the forms that the {terms.short_title} agreement accepts"
            f"{clause}. Please hand in a signed copy. Once the partners have agreed on signing in the chat, the "
            f"secretary records that: {word('open')}."
        )
    _not_yet(session, party, by)
    return forms.sign_form(asked, party, by.actor)


def _not_yet(session: Session, party: Party, by: Acting) -> str | None:
    """Return in which capacity somebody signs in the chat, None where one person signs for the partner.

    Raises Refusal, saying when, where that was done, and where several sign and it is another's turn.
    """
    asked = party.request
    if signers.rule_of(session, asked, party.partner) is not None:
        return turns.capacity(session, party, by)
    for one in asked.counterparts:
        if (one.partner, one.version, one.route, one.counts) == (party.partner, asked.version, Route.CHAT, True):
            name = partner_of(by.actor.terms, asked, party.partner)
            raise Refusal(
                f"{one.name} signed version {asked.version} for {name} on {in_words(one.signed_on)}. Nobody signs the "
                "same counterpart twice."
            )
    return None


def sign(session: Session, request: Request, values: Values) -> Answer:
    """Sign for a partner in the chat: the statement, the version and its hash are kept as they were shown."""
    party, by = signing_for(session, request, SIGN)
    capacity, person = _not_yet(session, party, by), by.actor.person.id
    who = {person: capacity} if capacity is not None else None
    one = _counterpart(session, party, by, values, route=Route.CHAT, signed_by=person, who=who)
    return _given(session, party, by, one)


def scan_press(session: Session, request: Request) -> Answer:
    """Open the form that takes a scan of a signed counterpart."""
    return _opened(session, request, scan_form(session, request), HAND_IN)


def scan_form(session: Session, request: Request) -> Form:
    """Return the form that takes a scan of a signed counterpart, from whoever signs for the partner."""
    party, by = signing_for(session, request, HAND_IN)
    return paper.scan_form(session, party, by.actor.terms)


def scan(session: Session, request: Request, values: Values) -> Answer:
    """Take a scan of a signed counterpart. Whoever hands it in says which version was signed."""
    party, by = signing_for(session, request, HAND_IN)
    person, who = by.actor.person.id, paper.who_signed(session, party, by, values)
    one = _counterpart(session, party, by, values, route=Route.SCAN, signed_by=person, who=who)
    return _given(session, party, by, one)


def behalf_form(session: Session, request: Request) -> Form:
    """Return the form in which the secretary records a counterpart that came another way, also one that came late."""
    asked, actor = _recording(session, request)
    return paper.behalf_form(session, asked, actor.terms, str(request.filled.get("partner") or ""))


def behalf(session: Session, request: Request, values: Values) -> Answer:
    """Record a counterpart that came by post or e-mail, or was signed elsewhere, with its evidence."""
    asked, actor = _recording(session, request)
    party = next(one for one in asked.parties if one.partner == values.line("partner"))
    by = Acting(actor, party.partner, request, values.line("evidence"))
    who = paper.who_signed(session, party, by, values)
    one = _counterpart(session, party, by, values, route=Route(values.line("route")), signed_by=None, who=who)
    return _given(session, party, by, one)


def _recording(session: Session, request: Request) -> tuple[SignatureRequest, actors.Actor]:
    asked, actor = locked(session, request)
    require(session, actor, asked, SignatureAct.RECORD)
    if asked.state in (RequestState.DRAFT, RequestState.WITHDRAWN):
        state = "not sent out yet" if asked.state is RequestState.DRAFT else "withdrawn"
        raise Refusal(f"{asked.reference} is {state}, so no counterpart of it can be recorded.")
    return asked, actor


def _counterpart(
    session: Session,
    party: Party,
    by: Acting,
    values: Values,
    *,
    route: Route,
    signed_by: int | None,
    who: Mapping[int, str] | None,
) -> Counterpart:
    """Return a counterpart as somebody gives it, with what it lacks. In the chat the day and the partner are known.

    `who` has the people who signed it and in which capacity, where the agreement says how many do; their names stand on
    it where no other are asked for.
    """
    asked, terms, chat = party.request, by.actor.terms, route is Route.CHAT
    undated = "date" in terms.signatures.fields and values.day("signed_on") is None and not chat
    named = listed(signers.names_of(session, who)) if who and "name" not in terms.signatures.fields else ""
    stands = {
        "name": values.line("name") or named,
        "position": values.line("position"),
        "organisation": full_name_of(terms, asked, by.partner or "") if chat else values.line("organisation"),
        "date": not undated,
    }
    version, partner = int(values.line("version") or asked.version), by.partner or ""
    of_version = [one for one in asked.counterparts if (one.partner, one.version) == (partner, version)]
    document = values.document("document")
    if document is not None:
        try:
            copies.check(asked, document.name, document.sha256)
        except Refusal as refused:
            raise FormRefused({"document": str(refused)}) from None
        files.note(session, document, at=by.now)
    day = by.actor.today if chat or undated else paper.signed_on(by, values)
    return Counterpart(
        version=version,
        partner=partner,
        number=len(of_version) + 1,
        route=route,
        signed_on=day,
        state=counterparts.begins(terms, route, of_this_version=version == asked.version),
        dated_before=None if chat or undated else copies.why_before(terms, asked, version, day, values),
        name=stands["name"],
        position=stands["position"],
        organisation=stands["organisation"] or None,
        lacks=list(lacking(terms, stands)) or None,
        statement=asked.statement if chat else "",
        evidence=by.evidence,
        file_sha256=document.sha256 if document else None,
        file_name=document.name if document else None,
        signed_by=signed_by,
        recorded_by=by.actor.person.id,
        recorded_at=by.now,
        source={**by.request.source, "user": by.request.user.user},
        signers=[{"person": person, "capacity": capacity} for person, capacity in who.items()] if who else None,
    )


def _given(session: Session, party: Party, by: Acting, one: Counterpart) -> Answer:
    """Keep a counterpart, say so, and see whether the document takes effect by it: all in one transaction."""
    asked = party.request
    asked.counterparts.append(one)
    session.flush()
    record(session, by, asked, "counterpart-signed", _entry(asked, one))
    return counted(session, party, by, one, did="signed")


def counted(session: Session, party: Party, by: Acting, one: Counterpart, *, did: str) -> Answer:
    """Say what a counterpart that came, or was completed, means, and see whether the document takes effect by it."""
    asked, terms, current = party.request, by.actor.terms, one.version == party.request.version
    others = signers.is_signed(session, asked, one.partner, one.version, but=one)
    first = current and one.counts and not others and signers.is_signed(session, asked, one.partner, one.version)
    before = signers.standing(session, party, by.actor.today, but=one) if current else None
    after = signers.standing(session, party, by.actor.today) if current else None
    partly = after is not None and not after.complete and one.number in {mine.copy for mine in after.signed}
    if current and not others and (before is None or first):
        party.declined_at = party.cannot_until = party.words = None
        session.flush()
        deadlines.end(session, asked, state=DeadlineState.MET, clock=again_of(party))
    elif partly and party.declined_at is not None:
        party.declined_at = party.words = None
    if one.signers and party.refused:
        party.refused = [it for it in party.refused if it["person"] not in one.people] or None
    session.flush()
    shown = counterpart_facts(terms, asked, one)
    whom = partner_of(terms, asked, party.partner)
    told = {**by.facts, **shown, "for": whom, "version": one.version, "first": first, "did": did, "partly": partly}
    told |= {"counts": current, "clause": terms.signatures.clause, "signers": signers.facts_of(session, after, party)}
    waits = one.state.waits and not others
    if (first or partly or one.lacks or one.state.waits) and asked.state is RequestState.OPEN:
        once = f"counterpart:{one.id}" if did == "signed" else f"{did}:{one.id}"
        if first or (waits and before is None):
            messages.retire(session, party, told, by.now, every=did == "accepted")
        elif before is not None and (partly or waits):
            turns.move_on(session, party, before, told, by.now, once=once, done=one.people)
        if one.state.waits:
            messages.hand_over(session, asked, one, told, by.now)
        messages.thread(session, asked, "signature_news", told, once=once, now=by.now)
    redraws.note(session, asked, by.now)
    effect.settle(session, asked, by.now)
    buttons = (Button("signature_complete", one.id),) if one.lacks and asked.state is RequestState.OPEN else ()
    return Say("signature_done", {**facts_of(session, asked, by.now), **told}, buttons)


def _entry(asked: SignatureRequest, one: Counterpart) -> dict[str, Any]:
    document = next(found for found in asked.versions if found.version == one.version)
    return {
        "version": one.version,
        "document_sha256": document.sha256,
        "number": one.number,
        "route": one.route.value,
        "signed_on": one.signed_on.isoformat(),
        "name": one.name,
        "position": one.position,
        "organisation": one.organisation,
        "lacks": one.lacks or [],
        "state": one.state.value,
        "dated_before": one.dated_before,
        "statement": one.statement or None,
        "counterpart_sha256": one.file_sha256,
        **({"signers": one.signers} if one.signers else {}),
        "counts": one.version == asked.version and not one.state.waits,
        "account": one.source["user"],
    }
