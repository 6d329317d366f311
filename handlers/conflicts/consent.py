"""What the others say to a declared conflict: consent, refusal, how it is handled, what becomes of an earlier vote."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import actors, outgoing
from handlers.acting import Acting, record
from handlers.actors import ACTING, Actor, name_of
from handlers.conflicts import consent_time, effect, forms, messages
from handlers.conflicts.access import acting, locked, locked_on
from handlers.conflicts.facts import MATTER, asked_of, facts_of, interest_of, matter_of, touched_facts
from handlers.decisions.access import check_in_time
from handlers.forms import Form, FormRefused, Values
from handlers.notices import record_told
from handlers.requests import Answer, Button, Request, Say
from rules.conflicts import Handling
from rules.errors import Refusal
from rules.phrases import listed
from storage import notices, outbox
from storage.conflicts import Conflict, Consent, Touched
from storage.decisions import Decision

ANSWERS = ("conflict_consent", "conflict_refuse")


def answer_form(name: str, session: Session, request: Request) -> Form:
    """Return the form that answers a request for consent, for whoever asks; raise Refusal when it is not theirs."""
    touched, actor = locked_on(session, request)
    return forms.answer_form(name, touched, _partners(session, request, touched, actor), actor.terms)


def answer(name: str, session: Session, request: Request, values: Values) -> Answer:
    """Give consent for a partner, or refuse it."""
    touched, actor = locked_on(session, request)
    partners = _partners(session, request, touched, actor)
    by = Acting(actor, values.line("partner") or partners[0], request)
    return _answer(session, touched, by, consents=name == "conflict_consent", words=values.line("words"))


def _partners(session: Session, request: Request, touched: Touched, actor: Actor) -> tuple[str, ...]:
    """Return the partners whoever asks answers for; raise Refusal when there is none, saying why."""
    _check_open(session, touched, request.now)
    needs, waiting = frozenset(touched.needs or ()), interest_of(touched).waiting
    mine = tuple(partner for partner in actor.partners(*ACTING) if partner in waiting)
    if mine:
        return mine
    given = [name_of(actor.terms, partner) for partner in actor.partners(*ACTING) if partner in needs]
    if given:
        has, says = ("has", "it says") if len(given) == 1 else ("have", "they say")
        raise Refusal(f"{listed(given)} {has} answered this already. The secretary can record that {says} otherwise.")
    acting(session, actor, touched.conflict, needs, "consent to {}")
    raise Refusal("The secretary records what a partner says with its evidence: press “Record an answer”.")


def _check_open(session: Session, touched: Touched, now: datetime) -> None:
    if touched.conflict.ended_at is not None:
        raise Refusal(f"{touched.conflict.reference} is over, so nothing more is asked about it.")
    _check_undecided(session, touched, now, "An answer about this conflict")
    if touched.needs is None:
        raise Refusal("The agreement asks for no consent of the partners here.")


def _check_undecided(session: Session, touched: Touched, now: datetime, what: str) -> None:
    """Return when something is still to be decided in a matter; raise Refusal if not: by the last day of a vote."""
    matter = matter_of(session, touched)
    if isinstance(matter, Decision):
        check_in_time(session, matter, now, what)
    if matter.state.final:
        raise Refusal(f"{touched.reference} is closed, so nothing is decided in it any more.")


def _answer(session: Session, touched: Touched, by: Acting, *, consents: bool, words: str) -> Answer:
    assert by.partner is not None  # noqa: S101 (an answer is always a partner's)
    conflict, terms = touched.conflict, by.actor.terms
    given = next((one for one in touched.consents if one.partner == by.partner), None)
    if given is None:
        given = Consent(partner=by.partner)
        touched.consents.append(given)
    given.consents, given.words, given.evidence = consents, words, by.evidence
    given.given_by, given.given_at = by.actor.person.id, by.now
    session.flush()
    facts, private = {"matter": touched.reference, "words": words}, matter_of(session, touched).private
    record(session, by, conflict, "consent-given" if consents else "consent-refused", facts, private=private)
    complete = interest_of(touched).consented
    if complete and touched.consented_at is None:
        touched.consented_at = by.now
        told = {"matter": touched.reference}
        record(session, Acting(by.actor, None, by.request), conflict, "consent-complete", told, private=private)
    elif not complete:
        touched.consented_at = None
    consent_time.settle(session, conflict, by.now)
    effect.apply(session, matter_of(session, touched), by.now)
    said = {"consents": consents, "words": words, "matter": touched.reference, **by.facts}
    answered = {name_of(terms, one.partner) for one in touched.consents}
    messages.retire(session, touched, said, by.now, names=answered)
    if complete or not consents:
        once = f"consent:{by.now.isoformat()}"
        messages.tell_declarer(session, terms, touched, by.now, once=once)
    return _done(session, touched, by, "conflict_consent" if consents else "conflict_refuse")


def _done(session: Session, touched: Touched, by: Acting, did: str) -> Answer:
    facts = {
        **facts_of(session, touched.conflict, by.actor.holdings),
        **touched_facts(session, touched),
        **by.facts,
        "did": did,
    }
    return Say("conflict_done", facts, (Button("conflict_show", touched.conflict_id),))


# --- What the secretary records -----------------------------------------------------------------------------------


def behalf_form(session: Session, request: Request) -> Form:
    """Return the form in which the secretary records what a partner says."""
    touched, actor = locked_on(session, request)
    actors.require_secretary(session, actor, f"record an answer about {touched.conflict.reference}")
    _check_open(session, touched, request.now)
    return forms.behalf_form(touched, tuple(touched.needs or ()), actor.terms)


def behalf(session: Session, request: Request, values: Values) -> Answer:
    """Record what a partner says by another way; it has been told by then, whatever became of its notice."""
    touched, actor = locked_on(session, request)
    actors.require_secretary(session, actor, f"record an answer about {touched.conflict.reference}")
    _check_open(session, touched, request.now)
    consents = values.line("says") == "consents"
    if not consents and not values.line("words"):
        raise FormRefused({"words": "A refusal needs its reasons."})
    by = Acting(actor, values.line("partner"), request, values.line("evidence"))
    for notice in notices.of_matter(session, MATTER, touched.conflict_id):
        if notice.partner == by.partner and notice.state not in notices.TOLD_STATES:
            how = by.evidence or ""
            record_told(session, touched.conflict, notice, at=request.now, how=how, by=actor.person, now=request.now)
    return _answer(session, touched, by, consents=consents, words=values.line("words"))


def handle_form(session: Session, request: Request) -> Form:
    """Return the form that records how a conflict is handled in one matter."""
    touched, actor = locked_on(session, request)
    actors.require_secretary(session, actor, f"record how {touched.conflict.reference} is handled")
    return forms.handle_form(touched)


def handle(session: Session, request: Request, values: Values) -> Answer:
    """Record how the chair or the secretary handles a conflict in one matter. It never takes the place of consent."""
    touched, actor = locked_on(session, request)
    actors.require_secretary(session, actor, f"record how {touched.conflict.reference} is handled")
    touched.handling, touched.handling_words = Handling(values.line("handling")), values.line("words")
    session.flush()
    by = Acting(actor, None, request)
    facts = {"matter": touched.reference, "handling": touched.handling.value, "words": touched.handling_words}
    private = matter_of(session, touched).private
    record(session, by, touched.conflict, "conflict-handled", facts, private=private)
    effect.apply(session, matter_of(session, touched), request.now)
    return _done(session, touched, by, "conflict_handle")


def settle_vote(name: str, session: Session, request: Request) -> Answer:
    """Strike a vote that was cast before its partner declared a conflict, or let it stand, as the secretary says."""
    touched, actor = locked_on(session, request)
    actors.require_secretary(session, actor, f"say what becomes of the vote in {touched.conflict.reference}")
    _check_undecided(session, touched, request.now, "This answer")
    if touched.vote_stands is None:
        raise Refusal(f"There is no open vote that was cast before {touched.conflict.reference} was declared.")
    stands = name == "conflict_stand"
    touched.vote_stands = stands
    by = Acting(actor, None, request)
    private = matter_of(session, touched).private
    told = {"matter": touched.reference}
    record(session, by, touched.conflict, "vote-stands" if stands else "vote-struck", told, private=private)
    effect.apply(session, matter_of(session, touched), request.now)
    facts = {**facts_of(session, touched.conflict, actor.holdings), **touched_facts(session, touched), **by.facts}
    show = (Button("conflict_show", touched.conflict_id),)
    for message in outbox.sent_about(session, effect.voted_of(touched)):
        outgoing.edit(session, message, "conflict_done", {**facts, "did": name}, now=request.now, buttons=show)
    return _done(session, touched, by, name)


def withhold(name: str, session: Session, request: Request) -> Answer:
    """Say whether the particulars of a conflict stay out of what is published, as the declarer has asked."""
    conflict, actor = locked(session, request, request.row or 0)
    actors.require_secretary(session, actor, f"say what is published of {conflict.reference}")
    if conflict.withheld is None:
        raise Refusal(f"Nobody has asked to keep the particulars of {conflict.reference} unpublished.")
    conflict.withheld_agreed = agrees = name == "conflict_withhold"
    by = Acting(actor, None, request)
    record(session, by, conflict, "withheld" if agrees else "published", {"words": conflict.withheld})
    return Say("conflict_done", {**facts_of(session, conflict, actor.holdings), **by.facts, "did": name})


def close(session: Session, conflict: Conflict, now: datetime) -> None:
    """Take back what is still asked about a conflict that is over, and let its partner take part again."""
    for touched in conflict.touched:
        outbox.withdraw(session, asked_of(touched))
        waiting = {name for message in outbox.sent_about(session, asked_of(touched)) for name in message.facts["mine"]}
        messages.retire(session, touched, {"over": True}, now, names=waiting)
        effect.apply(session, matter_of(session, touched), now)
    consent_time.settle(session, conflict, now)
