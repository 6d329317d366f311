"""What a partner answers instead of signing: not yet, no, somebody else; and what is said when a day has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors, deadlines
from handlers.acting import Acting, record, record_event
from handlers.actors import Actor, local_day
from handlers.forms import Form, FormRefused, Values
from handlers.requests import Answer, Request, Say
from handlers.signatures import effect, forms, messages, naming, turns
from handlers.signatures.access import check_open, locked, own_or_secretary, signing_for
from handlers.signatures.facts import (
    AGAIN,
    EFFECT,
    SIGNING,
    again_of,
    facts_of,
    partner_of,
    signing_of,
    stands,
    terms_of,
)
from handlers.signatures.requesting import draft_buttons
from rules.days import in_words
from rules.errors import Refusal
from rules.matters import Allowed
from rules.signatures import RequestState, Stand
from storage import redraws, rows
from storage.deadlines import Deadline, DeadlineState
from storage.people import Person
from storage.signatures import Party, SignatureRequest

LONGEST = timedelta(days=365)


def _open(session: Session, request: Request, doing: str) -> tuple[Party, Acting]:
    """Return a partner that has not signed, and the act of its people or the secretary; raise Refusal otherwise."""
    party, by = own_or_secretary(session, request, doing)
    _check_unsigned(session, party, by)
    return party, by


def _check_unsigned(session: Session, party: Party, by: Acting) -> None:
    """Return where a partner has not signed the version that counts; raise Refusal where it has."""
    asked = party.request
    if stands(session, asked, by.actor.today)[party.partner] is Stand.SIGNED:
        name = partner_of(by.actor.terms, asked, party.partner)
        raise Refusal(f"{name} has signed version {asked.version} of {asked.reference}. What is signed stands.")


def _answering(session: Session, request: Request, values: Values, doing: str) -> tuple[Party, Acting]:
    """Return a partner that has not signed, and the answer for it: on its behalf where the secretary records it."""
    party, by = _open(session, request, doing)
    return party, by if by.partner else replace(by, partner=party.partner, evidence=values.line("evidence"))


# --- Not yet ------------------------------------------------------------------------------------------------------


def cannot_form(session: Session, request: Request) -> Form:
    """Return the form that says until when a partner can't sign, and why."""
    party, by = _open(session, request, "answer “not yet” to {}")
    return forms.cannot_form(party, own=by.partner is not None)


def cannot(session: Session, request: Request, values: Values) -> Answer:
    """Say that a partner can't sign yet: it is left in peace until that day, and asked again then."""
    party, by = _answering(session, request, values, "answer “not yet” to {}")
    asked, day = party.request, values.day("until")
    if day is None or not by.actor.today < day <= by.actor.today + LONGEST:
        raise FormRefused({"until": f"Please choose a day after {in_words(by.actor.today)}, within a year."})
    party.cannot_until, party.words, party.declined_at = day, values.line("words"), None
    session.flush()
    record(session, by, asked, "signature-not-yet", {"until": day.isoformat(), "words": party.words})
    clock, opens, why = again_of(party), by.actor.terms.working_hours[0], party.words
    deadlines.agree(session, asked, clock, last_day=day, clause=None, now=by.now, at=opens, why=why)
    return _done(session, party, by, "cannot", {"until": day.isoformat(), "words": party.words})


# --- No -----------------------------------------------------------------------------------------------------------


def decline_form(session: Session, request: Request) -> Form:
    """Return the form that declines for a partner."""
    party, by = _open(session, request, "decline {}")
    name = partner_of(by.actor.terms, party.request, party.partner)
    alone = name if naming.others_can(session, party, by) else None
    return forms.decline_form(party, own=by.partner is not None, alone=alone)


def decline(session: Session, request: Request, values: Values) -> Answer:
    """Decline for a partner: it is asked no more, and the others go on.

    Whoever asked, the secretary, and those who have signed already are told, with the reasons. Where several people
    sign, one of them can decline alone: the next is asked.
    """
    party, by = _answering(session, request, values, "decline {}")
    if values.line("whose") == forms.ALONE:
        return naming.refuse(session, party, by, values.line("words"))
    asked = party.request
    party.declined_at, party.words, party.cannot_until = by.now, values.line("words"), None
    session.flush()
    deadlines.end(session, asked, state=DeadlineState.CANCELLED, clock=again_of(party))
    record(session, by, asked, "signature-declined", {"words": party.words})
    facts = {**by.facts, "for": partner_of(by.actor.terms, asked, party.partner), "words": party.words}
    told = [*messages.requester_and_secretary(session, asked, by.now), *messages.signed_already(session, asked, by.now)]
    others = [contact for contact in told if contact.person.id != by.actor.person.id]
    once = f"declined:{party.id}:{by.now.isoformat()}"
    messages.tell(session, asked, "signature_declined", facts, others, once=once, now=by.now)
    return _done(session, party, by, "declined", {"words": party.words})


def _done(session: Session, party: Party, by: Acting, did: str, facts: Mapping[str, Any]) -> Answer:
    asked = party.request
    told = {**by.facts, "for": partner_of(by.actor.terms, asked, party.partner), **facts, "did": did}
    once = f"{did}:{party.id}:{by.now.isoformat()}"
    messages.thread(session, asked, "signature_news", told, once=once, now=by.now)
    redraws.note(session, asked, by.now)
    return Say("signature_done", {**facts_of(session, asked, by.now), **told})


# --- Somebody else ------------------------------------------------------------------------------------------------


def delegate_form(session: Session, request: Request) -> Form:
    """Return the form that hands a signature over to somebody else of the same partner."""
    party, by = signing_for(session, request, "hand over {}")
    _check_unsigned(session, party, by)
    choices = naming.hand_choices(session, party, by)
    return forms.delegate_form(party, choices or forms.people_of(session, party, by.actor))


def delegate(session: Session, request: Request, values: Values) -> Answer:
    """Hand a signature over to somebody else of the same partner, who is asked at once."""
    party, by = signing_for(session, request, "hand over {}")
    person, mine = int(values.line("person")), by.actor.person.id
    if person == mine:
        raise FormRefused({"person": "You sign already. Please choose somebody else, or close this form."})
    if party.signers is not None:
        return naming.hand_over(session, party, by, person, values.line("words"))
    return _replace(session, party, by, person, mine, values.line("words"))


def signatory_form(session: Session, request: Request) -> Form:
    """Return the form that says who signs for a partner: its lead or deputy replaces its own, the secretary any."""
    asked, actor, able = _able(session, request)
    return forms.signatory_form(session, asked, able, actor, str(request.filled.get("party") or ""))


def _able(session: Session, request: Request) -> tuple[SignatureRequest, Actor, tuple[Party, ...]]:
    """Return the partners whose signatory this person can name; raise Refusal when there is none."""
    asked, actor = locked(session, request)
    if asked.state.final:
        check_open(asked)
    own = set(actor.partners(*actors.ACTING))
    joins = asked.newcomer["key"] if asked.newcomer else None
    able = tuple(p for p in asked.parties if (actor.is_secretary or p.partner in own) and p.partner != joins)
    if not able:
        asking = frozenset(party.partner for party in asked.parties)
        who = actors.who_could(session, actor, Allowed(asking & frozenset(actor.partners()), secretary=True))
        raise Refusal(f"You can't say who signs {asked.reference}. {who}")
    return asked, actor, able


def name_signatory(session: Session, request: Request, values: Values) -> Answer:
    """Say who signs for a partner and who is the deputy, with the reason."""
    _, actor, able = _able(session, request)
    party = next(one for one in able if str(one.id) == values.line("party"))
    own = party.partner if party.partner in actor.partners(*actors.ACTING) else None
    if party.signers is not None:
        return naming.name(session, party, Acting(actor, own, request), values)
    deputy = int(values.line("deputy")) if values.line("deputy") else None
    if deputy is not None and str(deputy) == values.line("person"):
        raise FormRefused({"deputy": "Please name two people, or leave the deputy out."})
    return _replace(
        session, party, Acting(actor, own, request), int(values.line("person")), deputy, values.line("words")
    )


def _replace(session: Session, party: Party, by: Acting, person_id: int, deputy_id: int | None, words: str) -> Answer:
    asked = party.request
    if person_id == party.signatory and deputy_id == party.deputy:
        raise FormRefused({"person": "They sign already. Please choose somebody else, or close this form."})
    was, party.signatory = party.signatory, person_id
    party.deputy = deputy_id if deputy_id != person_id else None
    party.seen_at = party.seen_at if was == person_id else None
    session.flush()
    name = session.get_one(Person, person_id).name
    before = session.get_one(Person, was).name if was not in (None, person_id) else None
    deputy = session.get_one(Person, party.deputy).name if party.deputy is not None else None
    facts = {"signatory": name, "was": before, "deputy": deputy, "words": words}
    record(session, by, asked, "signatory-named", facts | {"partner": party.partner})
    told = {**by.facts, "for": partner_of(by.actor.terms, asked, party.partner), **facts, "did": "signatory"}
    told["as_secretary"] = by.partner is None
    if asked.opened_at is not None:
        _ask_anew(session, party, by, told, new=was != person_id)
    buttons = draft_buttons(asked) if asked.state is RequestState.DRAFT else ()
    return Say("signature_done", {**facts_of(session, asked, by.now), **told}, buttons)


def _ask_anew(session: Session, party: Party, by: Acting, told: Mapping[str, Any], *, new: bool) -> None:
    """Take the question back from whoever had it, and put it to whoever signs now."""
    asked = party.request
    once = f"signatory:{party.id}:{by.now.isoformat()}"
    if new and stands(session, asked, by.actor.today)[party.partner] is not Stand.SIGNED:
        messages.retire(session, party, told, by.now)
        handed = {"by": told["by"], "words": told["words"]}
        messages.ask_again(session, party, by.now, once=once, handed=handed)
    messages.thread(session, asked, "signature_news", told, once=once, now=by.now)
    redraws.note(session, asked, by.now)


def ask_again(session: Session, party: Party, now: datetime) -> None:
    """Ask a partner again, on the day from which it said it can sign: all of its people whose turn it is."""
    asks = turns.asked_now(session, party, now)
    for contact in asks[1:]:
        messages.ask_again(session, party, now, once=f"again:{party.id}:{now.date().isoformat()}", to=contact)
    messages.ask_again(session, party, now, once=f"again:{party.id}:{now.date().isoformat()}")


def time_up(session: Session, deadline: Deadline, now: datetime) -> None:
    """Do what a passed date means: the target, a day from which a partner can sign, or the day it takes effect."""
    asked = rows.get(session, SignatureRequest, deadline.matter_id)
    if asked is None:
        return
    if deadline.clock == EFFECT:
        deadline.state = DeadlineState.MET
        effect.begin(session, asked, now)
    elif asked.state is RequestState.OPEN and deadline.clock == SIGNING:
        _overdue(session, asked, now)
    elif asked.state is RequestState.OPEN and deadline.clock.startswith(AGAIN):
        deadline.state = DeadlineState.MET
        session.flush()
        party = next(party for party in asked.parties if again_of(party) == deadline.clock)
        ask_again(session, party, now)
        redraws.note(session, asked, now)


def _overdue(session: Session, asked: SignatureRequest, now: datetime) -> None:
    """Tell the leads of those who have not signed, and then whoever asked and the secretary. The chasing goes on."""
    terms = terms_of(session, asked)
    today = local_day(terms, now)
    missing = signing_of(session, asked, today).missing
    facts = {"target_on": asked.target_on.isoformat(), "missing": list(missing)}
    record_event(session, asked, "signatures-overdue", facts, at=now)
    for partner, contacts in messages.leads_of_missing(session, asked, now).items():
        name = partner_of(terms, asked, partner)
        told = {"target_on": asked.target_on.isoformat(), "missing": [name], "own": True}
        messages.tell(session, asked, "signature_overdue", told, contacts, once=f"overdue:{partner}:{today}", now=now)
    names = [partner_of(terms, asked, partner) for partner in missing]
    told = {"target_on": asked.target_on.isoformat(), "missing": names, "own": False}
    contacts = messages.requester_and_secretary(session, asked, now)
    messages.tell(session, asked, "signature_overdue", told, contacts, once=f"overdue:{today}", now=now)
    redraws.note(session, asked, now)
