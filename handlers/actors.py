"""Who is asking, and what the roster lets them do. Authority comes from the roster alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers.requests import Request, User
from rules.errors import Refusal
from rules.matters import Allowed
from rules.sentences import word
from rules.terms import Terms
from storage import agreements, people, posts
from storage.agreements import Agreement
from storage.people import Account, Capacity, Holding, Link, Person

ACTING = people.ACTING


@dataclass(frozen=True)
class Actor:
    """A person as one agreement's roster knows them today."""

    person: Person
    account: Account
    agreement: Agreement
    terms: Terms
    holdings: tuple[Holding, ...]
    today: date

    @property
    def is_secretary(self) -> bool:
        """Return whether this person is the agreement's secretary."""
        return any(holding.capacity is Capacity.SECRETARY for holding in self.holdings)

    def partners(self, *capacities: Capacity) -> tuple[str, ...]:
        """Return the partners this person acts for, in the agreement's order; in any capacity when none is named."""
        held = {
            holding.partner
            for holding in self.holdings
            if holding.partner is not None and (not capacities or holding.capacity in capacities)
        }
        return tuple(partner.key for partner in self.terms.partners if partner.key in held)

    def may_act_for(self, allowed: Allowed) -> tuple[str, ...]:
        """Return the partners among those allowed that this person can act for."""
        mine = self.partners() if allowed.any_capacity else self.partners(*ACTING)
        return tuple(partner for partner in mine if partner in allowed.partners)


def local_day(terms: Terms, now: datetime) -> date:
    """Return the day it is where the agreement lives."""
    return now.astimezone(ZoneInfo(terms.timezone)).date()


def midnight_after(terms: Terms, now: datetime) -> datetime:
    """Return the next midnight where the agreement lives."""
    return datetime.combine(local_day(terms, now) + timedelta(days=1), time(), ZoneInfo(terms.timezone))


def in_channel(session: Session, request: Request) -> Request:
    """Return the request with the agreement that its channel runs as its row; without a row where it runs none."""
    found = None
    if request.channel is not None:
        found = agreements.in_channel(session, platform=request.user.platform, channel=request.channel)
    return replace(request, row=found.id if found else None)


def held_today(session: Session, person_id: int, now: datetime) -> list[Holding]:
    """Return the capacities a person holds in all their agreements, on the day that it is where each of them lives.

    An agreement whose terms cannot be read is left out.
    """
    return [
        holding
        for holding in people.holdings_of(session, person_id)
        if (terms := agreements.terms_if_readable(session, holding.agreement_id)) is not None
        and holding.held_on(local_day(terms, now))
    ]


def parts_today(session: Session, person_id: int, now: datetime) -> set[int]:
    """Return the ids of the agreements in which a person has a part today: a capacity, a seat or a chair.

    Whoever sits on a forum for nobody, as an independent chair does, may act for no partner, and may look and vote.
    """
    seated = {
        row.agreement_id
        for row in posts.of_person(session, person_id)
        if (terms := agreements.terms_if_readable(session, row.agreement_id)) is not None
        and row.held_on(local_day(terms, now))
    }
    return seated | {holding.agreement_id for holding in held_today(session, person_id, now)}


def person_of(session: Session, user: User) -> tuple[Person, Account]:
    """Return the person an account is linked to. Raises Refusal, saying what to do, when it is to none."""
    account = people.account_of_user(session, platform=user.platform, workspace=user.workspace, user=user.user)
    if account is None:
        raise Refusal(
            f"I don't know yet who you are. In your agreement's channel, type {word('link')} and choose your "
            "name; the secretary confirms it."
        )
    person = session.get_one(Person, account.person_id)
    if account.link is not Link.LINKED:
        raise Refusal(
            f"You have claimed to be {person.name}, and the secretary has not confirmed it yet. Nothing can be done "
            f"in that name before. Please ask the secretary to type {word('people')}."
        )
    return person, account


def agreement_pressed(session: Session, request: Request) -> Agreement:
    """Return the agreement whose button was pressed. Raises Refusal when it is not there."""
    agreement = session.get(Agreement, request.row or 0)
    if agreement is None:
        raise Refusal(f"I know no such agreement. {word('partnership')} shows what there is.")
    return agreement


def actor_in(session: Session, agreement: Agreement, request: Request) -> Actor:
    """Return who is asking, in this agreement. Raises Refusal when the roster gives them no part in it today."""
    return actor_as(session, agreement, request, *person_of(session, request.user))


def actor_as(session: Session, agreement: Agreement, request: Request, person: Person, account: Account) -> Actor:
    """Return a person who is asking, in this agreement. Raises Refusal as `actor_in` does."""
    terms = agreements.current_terms(session, agreement.id)
    today = local_day(terms, request.now)
    held = tuple(people.holdings_on(session, today, person_id=person.id, agreement_id=agreement.id))
    if not held and agreement.id not in parts_today(session, person.id, request.now):
        raise Refusal(
            f"{person.name} holds no capacity in the {terms.short_title} agreement today, so this can't be done. "
            f"{secretary_hint(session, agreement, today)}"
        )
    return Actor(person, account, agreement, terms, held, today)


def agreements_of(session: Session, request: Request) -> list[Agreement]:
    """Return the agreements in which whoever asks has a part; empty for a stranger to all of them."""
    person, _ = person_of(session, request.user)
    held = parts_today(session, person.id, request.now)
    return agreements.of_ids(session, held)


def partners_by_name(terms: Terms) -> dict[str, str]:
    """Return the partners' keys by whatever they are called, case folded: key, name, short name, aliases."""
    return {n.casefold(): p.key for p in terms.partners for n in (p.key, p.name, p.short, *p.aliases)}


def participants_by_name(terms: Terms) -> dict[str, str]:
    """Return the keys of those who take part and are no party, as a partner's are found; nobody outside acts here."""
    return {n.casefold(): it.key for it in terms.participants if not it.outside for n in (it.key, it.name)}


def everybody_told(terms: Terms) -> tuple[str, ...]:
    """Return the keys of all who are told of what is decided: the partners, then those who take part with them."""
    return (*(it.key for it in terms.partners), *(it.key for it in terms.participants if not it.outside))


def name_of(terms: Terms, partner: str) -> str:
    """Return a partner's short name, or the name of a forum or of a participant."""
    others = {it.key: it.name for it in terms.participants} | {it.key: it.name for it in terms.forums}
    return next((known.short for known in terms.partners if known.key == partner), others.get(partner, partner))


def names_of(terms: Terms, partners: object) -> list[str]:
    """Return the short names of partners, in the agreement's order."""
    wanted = set(partners)  # type: ignore[call-overload]
    return [partner.short for partner in terms.partners if partner.key in wanted]


def secretary_hint(session: Session, agreement: Agreement, today: date) -> str:
    """Return a sentence that says whom to ask about the roster."""
    found = people.secretaries(session, today, agreement.id)
    if not found:
        return "No secretary is named yet: `python -m bot people import` names one."
    return f"The secretary, {found[0].person.name}, keeps the roster."


def require_secretary(session: Session, actor: Actor, doing: str) -> None:
    """Return when whoever asks is the secretary; raise Refusal, naming the secretary, if not."""
    if not actor.is_secretary:
        hint = secretary_hint(session, actor.agreement, actor.today)
        raise Refusal(f"You can't {doing}: the secretary does that. {hint}")


def partners_led(session: Session, actor: Actor, what: str) -> tuple[str, ...]:
    """Return the partners this person is lead or deputy of; none for the secretary, who acts for the agreement.

    Raises Refusal for anybody else: `what` is done by those.
    """
    mine = actor.partners(*ACTING)
    if mine or actor.is_secretary:
        return () if actor.is_secretary else mine
    hint = secretary_hint(session, actor.agreement, actor.today)
    raise Refusal(f"{what} by a partner's lead or deputy or by the secretary, and you are neither. {hint}")


def who_could(session: Session, actor: Actor, allowed: Allowed) -> str:
    """Return a sentence that names the people who could do what this person may not."""
    found = people.contacts(
        session,
        actor.today,
        agreement_id=actor.agreement.id,
        capacities=(*ACTING, Capacity.SIGNATORY, Capacity.MEMBER) if allowed.any_capacity else ACTING,
        partners=tuple(allowed.partners),
    )
    named = [
        f"{contact.person.name} ({contact.capacity.value}, {name_of(actor.terms, partner)})"
        for partner in (known.key for known in actor.terms.partners)
        for contact in found.get(partner, [])[:1]
    ]
    if allowed.secretary or not named:
        named += [f"{c.person.name} (secretary)" for c in people.secretaries(session, actor.today, actor.agreement.id)]
    most = 4
    if not named:
        return "Nobody is named yet who could."
    more = len(named) - most
    *first, last = named[:most] + ([f"{more} {'other' if more == 1 else 'others'}"] if more > 0 else [])
    return f"{', '.join(first)} or {last} can." if first else f"{last} can."


def full_name_of(terms: Terms, partner: str, names: Mapping[str, str] | None = None) -> str:
    """Return a partner's or a participant's name; of whoever is neither, such as a seat, what `names` calls it."""
    known = {it.key: it.name for it in terms.participants} | {it.key: it.name for it in terms.partners}
    return known.get(partner, (names or {}).get(partner, partner))
