"""Who signs for a partner where the agreement says how many do: who has signed, who is asked now, who comes later."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from rules import signatures, signers
from rules.counterparts import CounterpartState
from rules.phrases import listed
from rules.signers import Able, Signature
from rules.terms import Signers
from storage import agreements, people
from storage.people import Capacity, Contact, Holding, Person
from storage.signatures import Counterpart, Party, SignatureRequest

Known = Sequence[tuple[Contact, frozenset[str]]]
"""The people who may sign for a partner today and in which capacities, the likeliest first."""


@dataclass(frozen=True)
class Standing:
    """How the signing of one partner stands: its rule, what counts, what is still to be looked at, and who is asked.

    `later` has those whose turn comes, and `able` all who may sign today; those not in the chat among them.
    """

    rule: Signers
    signed: tuple[Signature, ...]
    pending: tuple[Signature, ...]
    now: tuple[Contact, ...]
    later: tuple[Contact, ...]
    able: tuple[Contact, ...]

    @property
    def complete(self) -> bool:
        """Return whether all have signed that are needed."""
        return len(self.signed) == self.rule.at_least

    @property
    def asks(self) -> frozenset[int]:
        """Return the ids of the people who are asked now."""
        return frozenset(contact.person.id for contact in self.now)

    @property
    def short(self) -> bool:
        """Return whether more people are needed than have signed and are asked, now or later."""
        there = {one.person for one in (*self.signed, *self.pending)}
        return len(there) + len(self.now) + len(self.later) < self.rule.at_least

    def has_signed(self, person_id: int) -> bool:
        """Return whether this person's signature counts."""
        return str(person_id) in {one.person for one in self.signed}


def rule_of(session: Session, asked: SignatureRequest, partner: str) -> Signers | None:
    """Return the rule by which people sign for a partner; None where one person does."""
    return signers.rule_for(agreements.terms_of(session, asked.terms_id), partner)


def given(asked: SignatureRequest, *, but: Counterpart | None = None) -> list[signatures.Counterpart]:
    """Return the counterparts that count or wait to be looked at, as the rules see them, without `but`."""
    there = (one for one in asked.counterparts if one is not but)
    return [one.as_signed for one in there if one.state is CounterpartState.ACCEPTED or one.state.waits]


def is_signed(
    session: Session, asked: SignatureRequest, partner: str, version: int, *, but: Counterpart | None = None
) -> bool:
    """Return whether a partner has signed a version, all its people that are needed; without regard to `but`."""
    of_version = [one for one in given(asked, but=but) if one.version == version]
    return partner in signatures.firsts(agreements.terms_of(session, asked.terms_id), of_version)


def able(session: Session, asked: SignatureRequest, today: date) -> Mapping[str, Known]:
    """Return who may sign for each partner today, in which capacities; nothing where one person signs."""
    rule = agreements.terms_of(session, asked.terms_id).signatures.signers
    if rule is None:
        return {}
    wanted = signers.capacities(rule)
    held: dict[tuple[str, int], set[str]] = {}
    for holding, _ in people.holdings_in(session, asked.agreement_id):
        if holding.partner is not None and holding.capacity in wanted and holding.held_on(today):
            held.setdefault((holding.partner, holding.person_id), set()).add(holding.capacity.value)
    found = people.contacts(
        session, today, agreement_id=asked.agreement_id, capacities=tuple(Capacity(one) for one in wanted)
    )
    return {
        partner: [(contact, frozenset(held[partner, contact.person.id])) for contact in mine]
        for partner, mine in found.items()
        if partner is not None
    }


def standings(session: Session, asked: SignatureRequest, today: date) -> dict[str, Standing]:
    """Return how each partner stands for which several people sign, or some of several."""
    known = able(session, asked, today)
    found = {party.partner: standing(session, party, today, known=known) for party in asked.parties}
    return {partner: one for partner, one in found.items() if one is not None}


def standing(
    session: Session,
    party: Party,
    today: date,
    *,
    but: Counterpart | None = None,
    known: Mapping[str, Known] | None = None,
) -> Standing | None:
    """Return how one partner stands, without regard to `but`; None where one person signs. `known`: who is `able`."""
    asked, partner = party.request, party.partner
    rule = rule_of(session, asked, partner)
    if rule is None:
        return None
    terms, mine = agreements.terms_of(session, asked.terms_id), able(session, asked, today) if known is None else known
    there = [one for one in given(asked, but=but) if one.version == asked.version and one.signed_on <= today]
    signed = signatures.signed_for(terms, partner, there)
    pending = signatures.signed_for(terms, partner, there, waiting=True)
    return _standing(rule, party, signed, pending, mine.get(partner, ()))


def _standing(
    rule: Signers, party: Party, signed: tuple[Signature, ...], pending: tuple[Signature, ...], known: Known
) -> Standing:
    here = {str(contact.person.id): contact for contact, _ in known if contact.account is not None}
    asks = signers.asked(
        rule,
        signed,
        [Able(str(contact.person.id), held) for contact, held in known if contact.account is not None],
        named=named_of(party),
        pending=pending,
        refused=[str(one["person"]) for one in party.refused or ()],
    )
    now, later = (tuple(here[person] for person in those) for those in (asks.now, asks.later))
    return Standing(rule, signed, pending, now, later, tuple(contact for contact, _ in known))


def first_named(rule: Signers, known: Known) -> list[int | None]:
    """Return who is named to sign for a partner at first, by the roster: as many as are needed, in order.

    In an order None stands at the place of whoever is not there yet.
    """
    there = [Able(str(contact.person.id), held) for contact, held in known]
    found = signers.in_places(rule, there) if rule.in_order else signers.asked(rule, (), there).now
    return [int(person) if person is not None else None for person in found]


def held_on(session: Session, party: Party, day: date | None = None) -> dict[int, frozenset[str]]:
    """Return in which capacities people could sign for a partner on a day, by person; on any day if left out."""
    rule = rule_of(session, party.request, party.partner)
    wanted = signers.capacities(rule) if rule is not None else ()
    found: dict[int, set[str]] = {}
    for holding in _holdings(session, party):
        if holding.capacity in wanted and (day is None or holding.held_on(day)):
            found.setdefault(holding.person_id, set()).add(holding.capacity.value)
    return {person: frozenset(held) for person, held in found.items()}


def _holdings(session: Session, party: Party) -> list[Holding]:
    found = people.holdings_in(session, party.request.agreement_id)
    return [holding for holding, _ in found if holding.partner == party.partner]


def on_copy(
    session: Session, party: Party, chosen: Collection[int], *, version: int, day: date
) -> dict[int, str | None]:
    """Return in which capacity each of these people has signed a copy on a day; None for who could not, or not yet."""
    rule = rule_of(session, party.request, party.partner)
    if rule is None:
        return {}
    terms, held = agreements.terms_of(session, party.request.terms_id), held_on(session, party, day)
    there = [one for one in given(party.request) if one.version == version]
    signed = signatures.signed_for(terms, party.partner, there)
    if len(signed) < rule.at_least and rule.in_order:
        signed = tuple(one for one in signed if one.signed_on <= day)
    people_ = [Able(str(person), held.get(person, frozenset())) for person in chosen]
    found = signers.on_one_copy(rule, signed, people_, named=named_of(party))
    return {int(person): capacity for person, capacity in found.items()}


def comes(known: Standing, name: str) -> str:
    """Return a sentence that says who is asked to sign for a partner now, and who after that."""
    now, later = ([contact.person.name for contact in those] for those in (known.now, known.later))
    if now:
        after = f", and {listed(later)} after that" if later else ""
        return f"{listed(now)} {'is' if len(now) == 1 else 'are'} asked now{after}."
    if known.pending:
        return f"The secretary looks at a copy of {name} first."
    return f"Nobody of {name} whose turn it is is in the chat: the secretary records what comes another way."


def named_of(party: Party) -> list[str | None]:
    """Return who is named to sign for a partner, in order, as the rules see them."""
    return [str(person) if person is not None else None for person in party.signers or ()]


def names_of(session: Session, persons: Collection[str | int]) -> list[str]:
    """Return the names of these people, in the order in which they are given."""
    return [session.get_one(Person, int(person)).name for person in persons]


def facts_of(session: Session, found: Standing | None, party: Party) -> dict[str, Any] | None:
    """Return how a partner stands for which several people sign, for the templates; None where one person does."""
    if found is None:
        return None
    return {
        "needed": found.rule.at_least,
        "in_order": found.rule.in_order,
        "who": signers.who_words(found.rule),
        "clause": found.rule.clause,
        "signed": [
            {"name": name, "on": one.signed_on.isoformat()}
            for name, one in zip(names_of(session, [it.person for it in found.signed]), found.signed, strict=True)
        ],
        "pending": names_of(session, [one.person for one in found.pending]),
        "now": [contact.person.name for contact in found.now],
        "later": [contact.person.name for contact in found.later],
        "short": found.short,
        "named": names_of(session, [one for one in party.signers or () if one is not None]),
        "away": [contact.person.name for contact in found.able if contact.account is None],
        "refused": [
            {"name": names_of(session, [one["person"]])[0], "words": one["words"]} for one in party.refused or ()
        ],
    }
