"""Who signs for a partner for which several people do: named at first, named anew, handed over, and who does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from handlers.acting import Acting, record
from handlers.forms import Choice, Field, FormRefused, Kind, Values
from handlers.requests import Answer, Say
from handlers.signatures import messages, signers, turns
from handlers.signatures.facts import facts_of, partner_of
from handlers.signatures.signers import Known, Standing, comes
from rules.errors import Refusal
from rules.phrases import listed
from rules.signers import CALLED, Able, enough
from storage import redraws
from storage.people import Person
from storage.signatures import Party

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def name_first(session: Session, party: Party, today: date) -> None:
    """Name who signs for a partner at first, by the roster, where several people do."""
    rule = signers.rule_of(session, party.request, party.partner)
    if rule is not None:
        party.signatory = party.deputy = None
        party.signers = signers.first_named(rule, _known(session, party, today))


def _known(session: Session, party: Party, today: date) -> Known:
    return signers.able(session, party.request, today).get(party.partner, ())


# --- Named anew ---------------------------------------------------------------------------------------------------


def name_fields(session: Session, party: Party, today: date) -> tuple[Field, ...] | None:
    """Return the questions who signs for a partner, one for each who has still to; None where one person signs.

    None of them where nobody is on the roster who could.
    """
    known = signers.standing(session, party, today)
    if known is None:
        return None
    able, named, fields = _known(session, party, today), _still_named(party, known), []
    for place in range(len(known.signed), known.rule.at_least):
        choices = _choices(known, able, place)
        now = next(iter(named[place - len(known.signed) :]), None)
        if choices:
            initial = str(now) if str(now) in {choice.key for choice in choices} else None
            label = _label(known, place)
            fields.append(Field(f"person-{place}", label, Kind.CHOICE, choices=choices, initial=initial))
    return tuple(fields)


def _still_named(party: Party, known: Standing) -> list[int | None]:
    """Return who signs for a partner as things stand and has not yet: in an order at the places that are left."""
    comes = [contact.person.id for contact in (*known.now, *known.later)]
    if not known.rule.in_order or len(comes) == known.rule.at_least - len(known.signed):
        return [*comes]
    return [*(party.signers or ())][len(known.signed) :]


def _choices(known: Standing, able: Known, place: int) -> tuple[Choice, ...]:
    """Return who can sign at a place: in an order whoever holds its capacity; nobody who has signed."""
    capacity = known.rule.of[place] if known.rule.in_order else None
    return tuple(
        Choice(str(contact.person.id), contact.person.name)
        for contact, held in able
        if not known.has_signed(contact.person.id) and (capacity is None or capacity in held)
    )


def _label(known: Standing, place: int) -> str:
    if known.rule.in_order:
        return f"Who signs {_PLACES[place]}, as its {CALLED[known.rule.of[place]][0]}"
    return f"Who signs, {place + 1} of {known.rule.at_least}"


def name(session: Session, party: Party, by: Acting, values: Values) -> Answer:
    """Name who signs for a partner for which several people do. Raises FormRefused for one who is named twice."""
    known = signers.standing(session, party, by.actor.today)
    if known is None or known.complete:
        raise Refusal("Nobody more is needed to sign for it.")
    first = len(known.signed)
    asks = {f"person-{place}": values.line(f"person-{place}") for place in range(first, known.rule.at_least)}
    chosen = [int(one) if one else None for one in asks.values()]
    for number, (field, person) in enumerate(zip(asks, chosen, strict=True)):
        if person is not None and person in chosen[:number]:
            raise FormRefused({field: "This person is named already, and signs once. Please choose somebody else."})
    if chosen == _still_named(party, known):
        raise FormRefused({f"person-{first}": "They sign already. Please choose somebody else, or close this form."})
    who = listed([session.get_one(Person, person).name for person in chosen if person is not None])
    several = sum(person is not None for person in chosen) > 1
    before = [int(one.person) for one in known.signed] if not known.rule.in_order else (party.signers or [])[:first]
    facts = {"signatory": who, "was": None, "deputy": None, "words": values.line("words"), "several": several}
    return _changed(session, party, by, known, [*before, *chosen], facts)


def _changed(
    session: Session, party: Party, by: Acting, before: Standing, named: Sequence[int | None], facts: Mapping[str, Any]
) -> Answer:
    asked = party.request
    party.signers = [*named]
    party.refused = [one for one in party.refused or () if one["person"] not in named] or None
    session.flush()
    record(session, by, asked, "signatory-named", {**facts, "partner": party.partner})
    told = {**by.facts, "for": partner_of(by.actor.terms, asked, party.partner), **facts, "did": "signatory"}
    told["as_secretary"] = by.partner is None
    if asked.opened_at is not None:
        once = f"signatory:{party.id}:{by.now.isoformat()}"
        handed = {"by": told["by"], "words": told["words"]}
        turns.move_on(session, party, before, told, by.now, once=once, handed=handed)
        messages.thread(session, asked, "signature_news", told, once=once, now=by.now)
        redraws.note(session, asked, by.now)
    return Say("signature_done", {**facts_of(session, asked, by.now), **told})


# --- Handed over --------------------------------------------------------------------------------------------------


def hand_choices(session: Session, party: Party, by: Acting) -> tuple[Choice, ...] | None:
    """Return to whom somebody can hand over their part in signing for a partner; None where one person signs.

    In an order, whoever could sign at their place. Raises Refusal where nothing is asked of them, and where there is
    nobody else.
    """
    known = signers.standing(session, party, by.actor.today)
    if known is None:
        return None
    called, person = partner_of(by.actor.terms, party.request, party.partner), by.actor.person.id
    if person not in known.asks:
        raise Refusal(
            f"You are not asked to sign for {called} now: there is nothing to hand over. {comes(known, called)}"
        )
    taken = {*known.asks, *(contact.person.id for contact in known.later)}
    found = _choices(known, _known(session, party, by.actor.today), len(known.signed))
    able = tuple(choice for choice in found if int(choice.key) not in taken)
    if not able:
        raise Refusal(
            f"Nobody else on the roster of {called} could sign in your place. If you do not sign, say so: Decline."
        )
    return able


def hand_over(session: Session, party: Party, by: Acting, person: int, words: str) -> Answer:
    """Hand one's part in signing for a partner over to somebody else of it, who is asked at once."""
    known = signers.standing(session, party, by.actor.today)
    if known is None:
        raise Refusal("One person signs for this partner.")
    mine, named = by.actor.person.id, [*(party.signers or ())]
    place = named.index(mine) if mine in named else len(known.signed)
    named[place : place + (mine in named or known.rule.in_order)] = [person]
    facts = {"signatory": session.get_one(Person, person).name, "was": by.actor.person.name, "deputy": None}
    return _changed(session, party, by, known, named, {**facts, "words": words, "several": False})


# --- Who does not sign --------------------------------------------------------------------------------------------


def others_can(session: Session, party: Party, by: Acting) -> bool:
    """Return whether somebody who is asked can say that they do not sign, and enough others could for the partner."""
    known = signers.standing(session, party, by.actor.today)
    if known is None or by.partner is None or by.actor.person.id not in known.asks:
        return False
    able = [Able(str(contact.person.id), held) for contact, held in _known(session, party, by.actor.today)]
    out = [str(one["person"]) for one in party.refused or ()]
    return enough(known.rule, known.signed, able, without=[*out, str(by.actor.person.id)])


def refuse(session: Session, party: Party, by: Acting, words: str) -> Answer:
    """Say that one person does not sign for a partner: the next who may is asked in their place, and it goes on."""
    asked, person = party.request, by.actor.person
    before = signers.standing(session, party, by.actor.today)
    party.refused = [*(party.refused or ()), {"person": person.id, "words": words}]
    session.flush()
    record(session, by, asked, "signer-refused", {"words": words, "person": person.name})
    told = {**by.facts, "for": partner_of(by.actor.terms, asked, party.partner), "words": words, "did": "refused"}
    once = f"refused:{party.id}:{by.now.isoformat()}"
    if before is not None:
        known = turns.move_on(session, party, before, told, by.now, once=once, done={person.id})
        told["signers"] = signers.facts_of(session, known, party)
    messages.thread(session, asked, "signature_news", told, once=once, now=by.now)
    redraws.note(session, asked, by.now)
    return Say("signature_done", {**facts_of(session, asked, by.now), **told})
