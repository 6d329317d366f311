"""The roster: who acts for whom. Imported from a file, kept by the secretary; accounts are linked or claimed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy import select
from sqlalchemy.orm import Session

from handlers import actors, outgoing
from handlers.actors import Actor, name_of
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from handlers.requests import Answer, Ask, Button, Request, Say
from handlers.roster_file import RosterRow
from rules.errors import Refusal
from rules.terms import Terms
from storage import agreements, people, register
from storage.agreements import Agreement
from storage.people import Account, Capacity, Holding, Link, Person, SeatHolding


def import_roster(
    session: Session, agreement: Agreement, rows: list[RosterRow], *, platform: str, by: str, now: datetime
) -> dict[str, int]:
    """Add what a roster file says to the agreement's roster; return how many people, capacities and seats are new.

    What is on the roster already stays as it is, so that the same file can be imported twice.
    """
    terms = agreements.current_terms(session, agreement.id)
    new = {"people": 0, "capacities": 0, "seats": 0, "accounts": 0}
    for row in rows:
        person = session.scalar(select(Person).where(Person.name == row.name, Person.email == row.email))
        if person is None:
            person = Person(name=row.name, email=row.email, timezone=row.timezone or terms.timezone)
            session.add(person)
            session.flush()  # capacities name the person
            new["people"] += 1
        elif row.timezone:
            person.timezone = row.timezone
        if row.capacity is not None:
            new["capacities"] += _hold(session, agreement, person, row)
        if row.forum and row.seat:
            new["seats"] += _sit(session, agreement, person, row)
        if row.workspace and row.user:
            new["accounts"] += _link(
                session, person, platform=platform, workspace=row.workspace, user=row.user, now=now
            )
    register.write(session, agreement, at=now, act="roster-imported", person=by, facts={"lines": len(rows), **new})
    return new


def _hold(session: Session, agreement: Agreement, person: Person, row: RosterRow) -> int:
    query = select(Holding).where(
        Holding.person_id == person.id,
        Holding.agreement_id == agreement.id,
        Holding.capacity == row.capacity,
        Holding.partner.is_(None) if row.partner is None else Holding.partner == row.partner,
    )
    held = session.scalars(query).first()
    if held is not None:
        held.starts_on, held.ends_on = row.starts_on, row.ends_on
        return 0
    session.add(
        Holding(
            person_id=person.id,
            agreement_id=agreement.id,
            partner=row.partner,
            capacity=row.capacity,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
        )
    )
    session.flush()  # the next line may say the same again
    return 1


def _sit(session: Session, agreement: Agreement, person: Person, row: RosterRow) -> int:
    query = select(SeatHolding).where(
        SeatHolding.person_id == person.id,
        SeatHolding.agreement_id == agreement.id,
        SeatHolding.forum == row.forum,
        SeatHolding.seat == row.seat,
    )
    if session.scalars(query).first() is not None:
        return 0
    session.add(
        SeatHolding(
            person_id=person.id,
            agreement_id=agreement.id,
            forum=row.forum,
            seat=row.seat,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
        )
    )
    session.flush()  # the next line may say the same again
    return 1


def _link(session: Session, person: Person, *, platform: str, workspace: str, user: str, now: datetime) -> int:
    account = people.account_of_user(session, platform=platform, workspace=workspace, user=user)
    if account is not None and account.person_id == person.id and account.link is Link.LINKED:
        return 0
    if account is not None and account.link is Link.LINKED:
        other = session.get_one(Person, account.person_id)
        raise Refusal(f"Account {user} is linked to {other.name}. Nothing was imported; unlink it first.")
    if account is None:
        account = Account(platform=platform, workspace=workspace, user=user)
        session.add(account)
    account.person_id, account.link, account.changed_at = person.id, Link.LINKED, now
    session.flush()  # the next line may name the same account
    return 1


# --- The roster in the chat ---------------------------------------------------------------------------------------


def show(session: Session, request: Request, agreement: Agreement) -> Answer:
    """Show who acts for whom, and what is missing: a partner without a lead, a lead without an account."""
    actor = actors.actor_in(session, agreement, request)
    offered: tuple[Button, ...] = ()
    if actor.is_secretary:
        offered = tuple(Button(name, agreement.id) for name in ("person_add", "capacity_end", "account_link"))
    return Say("people", roster_facts(session, agreement, actor.terms, request.now), offered)


def roster_facts(session: Session, agreement: Agreement, terms: Terms, now: datetime) -> dict[str, Any]:
    """Return the roster for the templates: people by partner, the secretaries, and what is missing."""
    today = actors.local_day(terms, now)
    found = people.contacts(session, today, agreement_id=agreement.id, capacities=tuple(Capacity))
    claims = session.scalars(select(Account).where(Account.link == Link.CLAIMED, Account.person_id.in_(
        select(Holding.person_id).where(Holding.agreement_id == agreement.id)))).all()  # fmt: skip
    acting_for: dict[int, set[str]] = {}
    for partner, contacts in found.items():
        for contact in contacts:
            if partner is not None:
                acting_for.setdefault(contact.person.id, set()).add(partner)
    all_people = {c.person.id: c.person.name for contacts in found.values() for c in contacts}
    with_lead = _partners_with(session, agreement, today, Capacity.LEAD)
    return {
        "agreement": terms.short_title,
        "secretaries": [c.person.name for c in found.get(None, [])],
        "partners": [
            {
                "name": partner.short,
                "people": [
                    {
                        "name": c.person.name,
                        "capacities": _capacities(session, agreement, c.person.id, partner.key, today),
                        "account": c.account is not None,
                    }
                    for c in found.get(partner.key, [])
                ],
            }
            for partner in terms.partners
        ],
        "no_lead": [p.short for p in terms.partners if p.key not in with_lead],
        "no_account": sorted(
            {
                c.person.name
                for contacts in found.values()
                for c in contacts
                if c.account is None and c.capacity is Capacity.LEAD
            }
        ),
        "several": [
            {"name": all_people[person], "partners": actors.names_of(terms, partners)}
            for person, partners in acting_for.items()
            if len(partners) > 1
        ],
        "claims": [session.get_one(Person, claim.person_id).name for claim in claims],
        "seats": _seats(session, agreement, terms, today),
    }


def _partners_with(session: Session, agreement: Agreement, today: Any, capacity: Capacity) -> set[str | None]:
    return set(people.contacts(session, today, agreement_id=agreement.id, capacities=(capacity,)))


def _capacities(session: Session, agreement: Agreement, person_id: int, partner: str, today: Any) -> list[str]:
    held = people.holdings_on(session, today, person_id=person_id, agreement_id=agreement.id)
    return [holding.capacity.value for holding in held if holding.partner == partner]


def _seats(session: Session, agreement: Agreement, terms: Terms, today: Any) -> list[dict[str, Any]]:
    held = session.scalars(select(SeatHolding).where(SeatHolding.agreement_id == agreement.id)).all()
    names = {f.key: (f.name, {s.key: s.name for s in f.seats}) for f in terms.forums}
    return [
        {
            "forum": names[row.forum][0],
            "seat": names[row.forum][1].get(row.seat, row.seat),
            "name": session.get_one(Person, row.person_id).name,
        }
        for row in held
        if row.forum in names
        and (row.starts_on is None or row.starts_on <= today)
        and (row.ends_on is None or row.ends_on >= today)
    ]


def _secretary(session: Session, request: Request, doing: str) -> Actor:
    agreement = session.get(Agreement, request.row or 0)
    if agreement is None:
        raise Refusal("This is about an agreement that is no longer here.")
    actor = actors.actor_in(session, agreement, request)
    if not actor.is_secretary:
        raise Refusal(
            f"You can't {doing}: the secretary keeps the roster. "
            + actors.secretary_hint(session, agreement, actor.today)
        )
    return actor


def add_press(session: Session, request: Request) -> Answer:
    """Open the form that puts somebody on the roster."""
    return Ask(add_form(session, request, {}))


def add_form(session: Session, request: Request, values: Mapping[str, Any]) -> Form:
    """Return the form that puts somebody on the roster."""
    del values
    actor = _secretary(session, request, "add people")
    return Form(
        "person_add",
        "Add to the roster",
        "Add",
        (
            Field("name", "Name"),
            Field("email", "E-mail", required=False, limit=254, hint="To tell namesakes apart. It proves nothing."),
            Field(
                "capacity",
                "Capacity",
                Kind.CHOICE,
                choices=tuple(Choice(c.value, c.value.capitalize()) for c in Capacity),
                initial="lead",
            ),
            Field(
                "partner",
                "For which partner",
                Kind.CHOICE,
                required=False,
                choices=tuple(Choice(p.key, p.short) for p in actor.terms.partners),
                hint="Leave it empty for a secretary.",
            ),
            Field("account", "Chat account", Kind.ACCOUNT, required=False, hint="You vouch that it is theirs."),
            Field("starts_on", "From", Kind.DATE, required=False),
            Field("ends_on", "Until", Kind.DATE, required=False),
        ),
        row=actor.agreement.id,
    )


def add(session: Session, request: Request, values: Values) -> Answer:
    """Put somebody on the roster."""
    actor = _secretary(session, request, "add people")
    capacity, partner = Capacity(values.line("capacity")), values.line("partner") or None
    if capacity is Capacity.SECRETARY and partner:
        raise FormRefused({"partner": "The secretary acts for the agreement: please leave this empty."})
    if capacity is not Capacity.SECRETARY and not partner:
        raise FormRefused({"partner": f"A {capacity.value} acts for a partner: please choose it."})
    starts_on, ends_on = values.day("starts_on"), values.day("ends_on")
    if starts_on and ends_on and ends_on < starts_on:
        raise FormRefused({"ends_on": "This is before the day it begins."})
    row = RosterRow(
        line=1,
        name=values.line("name"),
        email=values.line("email"),
        partner=partner,
        capacity=capacity,
        forum=None,
        seat=None,
        starts_on=starts_on,
        ends_on=ends_on,
        timezone=None,
        workspace=request.user.workspace if values.line("account") else None,
        user=values.line("account") or None,
    )
    import_roster(
        session, actor.agreement, [row], platform=request.user.platform, by=actor.person.name, now=request.now
    )
    partner_name = name_of(actor.terms, partner) if partner else None
    return Say("person_added", {"name": row.name, "capacity": capacity.value, "partner": partner_name})


def end_press(session: Session, request: Request) -> Answer:
    """Open the form that ends a capacity."""
    return Ask(end_form(session, request, {}))


def end_form(session: Session, request: Request, values: Mapping[str, Any]) -> Form:
    """Return the form that ends a capacity. Raises Refusal when nobody holds one."""
    del values
    actor = _secretary(session, request, "end a capacity")
    held = session.execute(
        select(Holding, Person.name)
        .join(Person, Person.id == Holding.person_id)
        .where(Holding.agreement_id == actor.agreement.id)
        .order_by(Person.name, Holding.id)
    ).all()
    current = [(h, name) for h, name in held if h.ends_on is None or h.ends_on >= actor.today]
    if not current:
        raise Refusal("Nobody on the roster holds a capacity that could end.")
    return Form(
        "capacity_end",
        "End a capacity",
        "End it",
        (
            Field(
                "holding",
                "Which",
                Kind.CHOICE,
                choices=tuple(
                    Choice(
                        str(h.id),
                        f"{name}, {h.capacity.value}" + (f", {name_of(actor.terms, h.partner)}" if h.partner else ""),
                    )
                    for h, name in current
                ),
            ),
            Field("ends_on", "Last day", Kind.DATE, initial=actor.today),
        ),
        row=actor.agreement.id,
    )


def end(session: Session, request: Request, values: Values) -> Answer:
    """End a capacity on a day; what was done under it stays on record."""
    actor = _secretary(session, request, "end a capacity")
    holding = session.get_one(Holding, int(values.line("holding")))
    day = values.day("ends_on")
    if day is None or (holding.starts_on is not None and day < holding.starts_on):
        raise FormRefused({"ends_on": "This is before the day it began."})
    holding.ends_on = day
    person = session.get_one(Person, holding.person_id)
    facts = {"person": person.name, "capacity": holding.capacity.value, "partner": holding.partner}
    _write(session, actor, request, "capacity-ended", {**facts, "ends_on": day.isoformat()})
    return Say("capacity_ended", {**facts, "ends_on": day.isoformat()})


def link_press(session: Session, request: Request) -> Answer:
    """Open the form that links a chat account to a person."""
    return Ask(link_form(session, request, {}))


def link_form(session: Session, request: Request, values: Mapping[str, Any]) -> Form:
    """Return the form that links a chat account to a person on the roster; claims that wait come first."""
    del values
    actor = _secretary(session, request, "link accounts")
    rows = _roster(session, actor.agreement)
    claimed = {
        account.person_id: account.user
        for account in session.scalars(
            select(Account).where(Account.link == Link.CLAIMED, Account.person_id.in_([p.id for p in rows]))
        )
    }
    rows.sort(key=lambda person: (person.id not in claimed, person.name))
    first = next((person for person in rows if person.id in claimed), None)
    return Form(
        "account_link",
        "Link an account",
        "Link it",
        (
            Field(
                "person",
                "Person on the roster",
                Kind.CHOICE,
                choices=tuple(
                    Choice(str(p.id), p.name + (" (has claimed an account)" if p.id in claimed else ""))
                    for p in rows[:100]
                ),
                initial=str(first.id) if first else None,
            ),
            Field(
                "account",
                "Their chat account",
                Kind.ACCOUNT,
                initial=claimed[first.id] if first else None,
                hint="Make sure that it is theirs: whoever uses it acts in their name.",
            ),
        ),
        row=actor.agreement.id,
    )


def link(session: Session, request: Request, values: Values) -> Answer:
    """Link a chat account to a person; whoever uses it acts in their name from now on."""
    actor = _secretary(session, request, "link accounts")
    person = session.get_one(Person, int(values.line("person")))
    user = request.user
    claimed = session.scalars(
        select(Account).where(Account.platform == user.platform, Account.user == values.line("account"))
    ).first()
    workspace = claimed.workspace if claimed else user.workspace
    if claimed is not None and claimed.link is Link.LINKED and claimed.person_id != person.id:
        raise FormRefused({"account": f"This account is linked to {session.get_one(Person, claimed.person_id).name}."})
    _link(session, person, platform=user.platform, workspace=workspace, user=values.line("account"), now=request.now)
    account = people.linked_account(session, person.id)
    _write(
        session,
        actor,
        request,
        "account-linked",
        {"person": person.name, "platform": user.platform, "workspace": workspace, "user": values.line("account")},
    )
    if account is not None and account.person_id != actor.person.id:
        outgoing.direct(
            session,
            account,
            "account_linked",
            {"name": person.name, "by": actor.person.name, "agreement": actor.terms.short_title},
            once=f"account:{account.id}:linked:{request.now.isoformat()}",
            agreement_id=actor.agreement.id,
            now=request.now,
        )
    return Say("account_link_done", {"name": person.name})


def claim_start(session: Session, request: Request) -> Answer:
    """Open the form in which somebody says who they are; only in a channel that runs an agreement."""
    return Ask(claim_form(session, request, {}))


def claim_form(session: Session, request: Request, values: Mapping[str, Any]) -> Form:
    """Return the form with the people of the channel's agreement who have no account yet."""
    del values
    agreement = session.get(Agreement, request.row) if request.row else None
    if agreement is None and request.channel is not None:
        agreement = agreements.in_channel(session, platform=request.user.platform, channel=request.channel)
    if agreement is None:
        raise Refusal("Please type `/partnership link` in the channel your agreement runs in.")
    user = request.user
    account = people.account_of_user(session, platform=user.platform, workspace=user.workspace, user=user.user)
    if account is not None and account.link is Link.LINKED:
        raise Refusal(f"You are linked already: you are {session.get_one(Person, account.person_id).name}.")
    unlinked = [p for p in _roster(session, agreement) if people.linked_account(session, p.id) is None]
    if not unlinked:
        raise Refusal("Everybody on the roster is linked to an account. Please ask the secretary to add you.")
    return Form(
        "account_claim",
        "Say who you are",
        "Send to the secretary",
        (
            Field(
                "person",
                "You are",
                Kind.CHOICE,
                choices=tuple(Choice(str(p.id), p.name) for p in unlinked[:100]),
                hint="The secretary confirms it before anything can be done in that name.",
            ),
        ),
        row=agreement.id,
    )


def claim(session: Session, request: Request, values: Values) -> Answer:
    """Note who somebody says they are, and ask the secretary to confirm it."""
    agreement = session.get_one(Agreement, request.row)
    terms = agreements.current_terms(session, agreement.id)
    person = session.get_one(Person, int(values.line("person")))
    user = request.user
    account = people.account_of_user(session, platform=user.platform, workspace=user.workspace, user=user.user)
    if account is None:
        account = Account(platform=user.platform, workspace=user.workspace, user=user.user)
        session.add(account)
    account.person_id, account.link, account.changed_at = person.id, Link.CLAIMED, request.now
    register.write(
        session,
        agreement,
        at=request.now,
        act="account-claimed",
        person=person.name,
        facts={"platform": user.platform, "workspace": user.workspace, "user": user.user},
        source=request.source,
    )
    asked = people.secretaries(session, actors.local_day(terms, request.now), agreement.id)
    for contact in asked:
        if contact.account is not None:
            outgoing.direct(
                session,
                contact.account,
                "account_claimed",
                {"name": person.name, "user": user.user, "agreement": terms.short_title},
                once=f"claim:{user.workspace}:{user.user}:{request.now.isoformat()}:{contact.person.id}",
                agreement_id=agreement.id,
                buttons=(Button("account_link", agreement.id),),
                now=request.now,
            )
    return Say("claim_sent", {"name": person.name, "secretaries": [contact.person.name for contact in asked]})


def _roster(session: Session, agreement: Agreement) -> list[Person]:
    held = select(Holding.person_id).where(Holding.agreement_id == agreement.id)
    return list(session.scalars(select(Person).where(Person.id.in_(held)).order_by(Person.name)))


def _write(session: Session, actor: Actor, request: Request, act: str, facts: Mapping[str, Any]) -> None:
    register.write(
        session,
        actor.agreement,
        at=request.now,
        act=act,
        person=actor.person.name,
        person_id=actor.person.id,
        facts=facts,
        source=request.source,
    )


def without_time_zone(session: Session, *, most: int) -> list[Account]:
    """Return linked accounts whose time zone the chat platform was not asked for yet, and count them as asked."""
    query = select(Account).where(Account.link == Link.LINKED, Account.zone_asked.is_(False))
    accounts = list(session.scalars(query.order_by(Account.id).limit(most).with_for_update(skip_locked=True)))
    for account in accounts:
        account.zone_asked = True
    return accounts


def note_time_zone(session: Session, person_id: int, zone: str) -> None:
    """Keep the time zone that the chat platform gives for a person; an unknown one changes nothing."""
    if zone in available_timezones():
        session.get_one(Person, person_id).timezone = zone
