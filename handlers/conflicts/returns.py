"""Nil returns, and the round in which every partner is asked for its interests again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from handlers import actors
from handlers.acting import Acting, record
from handlers.actors import Actor, local_day, name_of
from handlers.deadlines import calendars_of
from handlers.fields import evidence_field
from handlers.forms import Choice, Field, Form, Kind, Values
from handlers.requests import Answer, Button, Request, Say
from rules.conflicts import round_began
from rules.electorates import gone
from rules.errors import Refusal
from rules.matters import Allowed
from rules.sentences import word
from rules.terms import Terms
from storage import agreements, conflicts, people
from storage.agreements import Agreement
from storage.conflicts import InterestReturn
from storage.people import Person

NIL, UNCHANGED = "nil", "unchanged"


@dataclass(frozen=True)
class Round:
    """The register of interests of an agreement as something that is owed to: each partner's answer in this round."""

    id: int
    agreement_id: int
    terms_id: int
    reference: str
    matter: str = "round"
    title: str = "Register of interests"
    private: bool = False


def round_of(session: Session, agreement: Agreement) -> Round:
    """Return an agreement's register of interests as something that is owed to."""
    return Round(
        agreement.id, agreement.id, agreements.latest_version(session, agreement.id).id, f"{agreement.prefix} interests"
    )


def owing(session: Session, agreement: Agreement, now: datetime) -> tuple[str, ...]:
    """Return the partners that have said nothing of their interests in the round that runs; none without a round."""
    terms = agreements.current_terms(session, agreement.id)
    first = agreements.in_force(session, agreement).begins_on or local_day(terms, agreement.loaded_at)
    began = round_began(terms, first, local_day(terms, now), calendars=calendars_of(session, terms, now))
    if began is None:
        return ()
    declared, returned = conflicts.listed(session, agreement.id), conflicts.returns(session, agreement.id)
    said = {conflict.partner for conflict in declared if local_day(terms, conflict.declared_at) >= began}
    said |= {one.partner for one in returned if local_day(terms, one.returned_at) >= began}
    today = local_day(terms, now)
    here = (partner.key for partner in terms.partners if gone(terms, partner, today) is None)
    return tuple(partner for partner in here if partner not in said)


def asked_of(session: Session, agreement: Agreement, terms: Terms, person: Person, today: date) -> list[str]:
    """Return the partners for which somebody who joins is asked whether there is an interest to declare."""
    if terms.conflicts is None:
        return []
    held = people.holdings_on(session, today, person_id=person.id, agreement_id=agreement.id)
    return actors.names_of(terms, {holding.partner for holding in held if holding.partner is not None})


def newcomer_buttons(agreement: Agreement) -> tuple[Button, ...]:
    """Return the presses that answer whether there is an interest to declare."""
    return Button("declare_conflict", agreement.id), Button("interests_return", agreement.id)


def draw(session: Session, request: Request) -> Form:
    """Return the form of a return, for a partner's lead or deputy, or for the secretary on its behalf."""
    agreement, actor, partners = _asked(session, request)
    fields = []
    if len(partners) > 1:
        choices = tuple(Choice(partner, name_of(actor.terms, partner)) for partner in partners)
        fields.append(Field("partner", "Which partner", Kind.CHOICE, choices=choices))
    says = (Choice(NIL, "It has no interest to declare"), Choice(UNCHANGED, "What it has declared is still so"))
    fields.append(Field("says", "What it says", Kind.CHOICE, choices=says))
    if not actor.partners(*actors.ACTING):
        fields.append(evidence_field())
    title = "Nothing new to declare"
    return Form("interests_return", title, "Put it on record", tuple(fields), row=agreement.id)


def submit(session: Session, request: Request, values: Values) -> Answer:
    """Put a return on record."""
    agreement, actor, partners = _asked(session, request)
    partner, nil = values.line("partner") or partners[0], values.line("says") == NIL
    living = [c.reference for c in conflicts.living(session, agreement.id) if c.partner == partner]
    if nil and living:
        raise Refusal(
            f"{name_of(actor.terms, partner)} has declared {' and '.join(living)}. Please choose that it is "
            "still so, or say first that it is over."
        )
    evidence = values.line("evidence") or None
    session.add(
        InterestReturn(
            agreement_id=agreement.id,
            partner=partner,
            nil=nil,
            returned_by=actor.person.id,
            returned_at=request.now,
            evidence=evidence,
        )
    )
    by = Acting(actor, partner, request, evidence)
    record(session, by, None, "interests-nil" if nil else "interests-unchanged", {})
    left = owing(session, agreement, request.now)
    return Say(
        "interests_returned",
        {
            "agreement": actor.terms.short_title,
            "partner": name_of(actor.terms, partner),
            "nil": nil,
            "left": actors.names_of(actor.terms, left),
        },
    )


def _asked(session: Session, request: Request) -> tuple[Agreement, Actor, tuple[str, ...]]:
    agreement = session.get(Agreement, request.row or 0)
    if agreement is None:
        raise Refusal(f"I know no such agreement. {word('interests')} shows what is declared in yours.")
    actor = actors.actor_in(session, agreement, request)
    everybody = tuple(partner.key for partner in actor.terms.partners)
    mine = actor.partners(*actors.ACTING)
    if mine or actor.is_secretary:
        return agreement, actor, mine or everybody
    able = actors.who_could(session, actor, Allowed(frozenset(actor.partners()), secretary=True))
    raise Refusal(f"You can't say that there is nothing to declare. {able}")
