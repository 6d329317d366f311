"""Whose turn it is to sign for a partner for which several people do, and what changes once somebody has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers.acting import Acting
from handlers.actors import Actor, local_day
from handlers.signatures import messages, signers
from handlers.signatures.facts import partner_of, terms_of
from handlers.signatures.signers import Standing, comes
from rules.days import in_words
from rules.errors import Refusal
from rules.phrases import listed
from rules.signers import in_turn, who_words
from storage.people import Contact
from storage.signatures import Party


def can_sign(session: Session, known: Standing, party: Party, actor: Actor) -> bool:
    """Return whether it is somebody's turn to sign: they may, have not yet, and somebody is still missing."""
    held, person = signers.held_on(session, party, actor.today), actor.person.id
    turn = _turn(known, party, person, held.get(person, frozenset()))
    return not known.complete and not known.has_signed(person) and turn is not None


def capacity(session: Session, party: Party, by: Acting) -> str | None:
    """Return in which capacity somebody signs for a partner now; None where one person signs.

    Raises Refusal, saying who has signed and who is asked, where it is not their turn, or nobody more is needed.
    """
    known = signers.standing(session, party, by.actor.today)
    if known is None:
        return None
    asked, person = party.request, by.actor.person.id
    name = partner_of(by.actor.terms, asked, party.partner)
    if known.complete:
        who = listed(signers.names_of(session, [one.person for one in known.signed]))
        raise Refusal(f"{who} signed version {asked.version} for {name}. Nobody more is needed.")
    if known.has_signed(person):
        day = next(one.signed_on for one in known.signed if one.person == str(person))
        raise Refusal(
            f"You signed version {asked.version} for {name} on {in_words(day)}, and nobody signs the same counterpart "
            f"twice. {comes(known, name)}"
        )
    held = signers.held_on(session, party, by.actor.today).get(person, frozenset())
    found = _turn(known, party, person, held)
    if found is None:
        under = f" (clause {known.rule.clause})" if known.rule.clause else ""
        raise Refusal(
            f"It is not your turn to sign {asked.reference} for {name}: {who_words(known.rule)}{under}. "
            f"{comes(known, name)}"
        )
    return found


def _turn(known: Standing, party: Party, person: int, held: Collection[str]) -> str | None:
    """Return in which capacity it is somebody's turn; whoever is named for a later place waits for that."""
    if known.rule.in_order and person in (party.signers or ())[len(known.signed) + 1 :]:
        return None
    return in_turn(known.rule, known.signed, held)


def move_on(
    session: Session,
    party: Party,
    before: Standing,
    told: Mapping[str, Any],
    now: datetime,
    *,
    once: str,
    done: Collection[int] = (),
    again: Mapping[str, Any] | None = None,
    handed: Mapping[str, Any] | None = None,
) -> Standing:
    """Ask whoever signs for a partner from now on, and take the question back from who does not; return how it stands.

    `done` are those of whom nothing more is asked, or who are asked anew because their copy was rejected: `again` says
    which and why. `handed` says who has named those that are asked now, and why.
    """
    asked = party.request
    known = signers.standing(session, party, local_day(terms_of(session, asked), now))
    if known is None:
        return before
    messages.retire(session, party, told, now, every=again is not None or told["did"] == "accepted", people=done)
    gone = before.asks - known.asks - set(done)
    if gone and (known.rule.in_order or handed is not None):
        name = partner_of(terms_of(session, asked), asked, party.partner)
        said = {**told, "did": "signatory" if handed is not None else "later", "comes": comes(known, name)}
        messages.retire(session, party, said, now, people=gone)
    for contact in known.now:
        mine = contact.person.id in done
        if mine or contact.person.id not in before.asks:
            rejected = again if mine else None
            messages.ask_again(session, party, now, once=once, to=contact, rejected=rejected, handed=handed)
    return known


def asked_now(session: Session, party: Party, now: datetime) -> tuple[Contact, ...]:
    """Return who is asked to sign for a partner now, where several people do; nobody where one person signs."""
    known = signers.standing(session, party, local_day(terms_of(session, party.request), now))
    return known.now if known is not None else ()
