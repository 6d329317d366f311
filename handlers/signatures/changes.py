"""Change a request for signatures: a new version of the document, more time, withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.acting import Acting, record
from handlers.forms import Form, FormRefused, Values
from handlers.requests import Answer, Request, Say
from handlers.signatures import forms, messages
from handlers.signatures.access import check_open, check_possible, locked, move, require
from handlers.signatures.facts import SIGNING, again_of, facts_of, signing_of
from handlers.signatures.requesting import LONGEST, start_clock, version_of
from rules.counterparts import CounterpartAct, after, open_to
from rules.days import in_words
from rules.signatures import RequestState, SignatureAct
from storage import redraws
from storage.deadlines import DeadlineState
from storage.signatures import SignatureRequest

CHANGES: Mapping[str, tuple[SignatureAct, Callable[[SignatureRequest], Form]]] = {
    "signature_version": (SignatureAct.VERSION, forms.version_form),
    "signature_extend": (SignatureAct.EXTEND, forms.extend_form),
    "signature_withdraw": (SignatureAct.WITHDRAW, forms.withdraw_form),
}


def draw(name: str, session: Session, request: Request) -> Form:
    """Return the form that changes a request, for whoever asked for the signatures or the secretary."""
    asked, _ = _changing(name, session, request)
    return CHANGES[name][1](asked)


def _changing(name: str, session: Session, request: Request) -> tuple[SignatureRequest, Acting]:
    asked, actor = locked(session, request)
    act = CHANGES[name][0]
    by = Acting(actor, require(session, actor, asked, act), request)
    if act is SignatureAct.WITHDRAW:
        check_possible(asked, RequestState.WITHDRAWN)
    else:
        check_open(asked)
    return asked, by


def new_version(session: Session, request: Request, values: Values) -> Answer:
    """Give a new version: what was signed of the one before is void for it, and everybody is asked anew.

    Those who had signed are told so; what they signed stays on record as what it was.
    """
    asked, by = _changing("signature_version", session, request)
    version = version_of(session, values, by.actor, request, number=asked.version + 1)
    same = {one.sha256 for one in asked.versions if one.sha256}
    if version.sha256 in same:
        raise FormRefused({"document": "This is a version that was asked for already. Please give the new one."})
    signed = set(signing_of(session, asked, by.actor.today).first)
    version.words = values.line("words")
    asked.versions.append(version)
    session.flush()
    retired = {**by.facts, "did": "version", "version": version.version, "words": version.words}
    messages.retire_all(session, asked, retired, by.now)
    asked.version = version.version
    for one in asked.counterparts:
        if one.version != version.version and CounterpartAct.VOID in open_to(one.state):
            one.state = after(one.state, CounterpartAct.VOID)
    for party in asked.parties:
        party.seen_at = party.cannot_until = party.declined_at = party.words = party.refused = None
        deadlines.end(session, asked, state=DeadlineState.CANCELLED, clock=again_of(party))
    session.flush()
    facts = {
        "version": version.version,
        "document": version.name or version.link,
        "sha256": version.sha256,
        "words": version.words,
        "void": sorted(signed),
    }
    record(session, by, asked, "document-version", facts)
    told = {**by.facts, "did": "version", "words": version.words, "version": version.version, "void": len(signed)}
    messages.thread(session, asked, "signature_news", told, once=f"version:{version.version}", now=by.now)
    redraws.note(session, asked, by.now)
    messages.show_document(session, asked, by.now)
    names = [party.partner for party in asked.parties]
    messages.ask(session, by.actor.agreement, asked, by.now, partners=names, signed_before=signed)
    return Say("signature_done", {**facts_of(session, asked, by.now), **told})


def extend(session: Session, request: Request, values: Values) -> Answer:
    """Give more time to sign, with the reason; reminders follow the new date."""
    asked, by = _changing("signature_extend", session, request)
    day = values.day("target_on")
    if day is None or not max(asked.target_on, by.actor.today) < day <= by.actor.today + LONGEST:
        after = in_words(max(asked.target_on, by.actor.today))
        raise FormRefused({"target_on": f"Please choose a day after {after}, within two years."})
    facts = {"from": asked.target_on.isoformat(), "to": day.isoformat(), "words": values.line("words")}
    asked.target_on = day
    start_clock(session, asked, request, why=values.line("words"))
    record(session, by, asked, "signing-extended", facts)
    told = {**by.facts, **facts, "did": "extended"}
    told["next_reminder_on"] = deadlines.next_reminder_of(session, asked, SIGNING)
    once = f"until:{day.isoformat()}"
    messages.thread(session, asked, "signature_news", told, once=once, now=by.now)
    redraws.note(session, asked, by.now)
    return Say("signature_done", {**facts_of(session, asked, by.now), **told})


def withdraw(session: Session, request: Request, values: Values) -> Answer:
    """Withdraw a request: nobody is asked any more, and those who had signed are told."""
    asked, by = _changing("signature_withdraw", session, request)
    was_open = asked.state is RequestState.OPEN
    asked.closing_words = values.line("words")
    move(session, asked, RequestState.WITHDRAWN, by.now)
    deadlines.end(session, asked, state=DeadlineState.CANCELLED)
    record(session, by, asked, "signatures-withdrawn", {"words": asked.closing_words})
    told = {**by.facts, "did": "withdrawn", "words": asked.closing_words}
    if was_open:
        messages.retire_all(session, asked, told, by.now)
        messages.thread(session, asked, "signature_news", told, once="withdrawn", now=by.now)
        redraws.note(session, asked, by.now)
    return Say("signature_done", {**facts_of(session, asked, by.now), **told})
