"""The roster: who acts for whom, imported from a file and kept by the secretary."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors, outgoing
from handlers.actors import Actor, name_of
from handlers.conflicts import returns as interest_returns
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from handlers.people import seating
from handlers.people.access import record, secretary
from handlers.people.accounts import tie
from handlers.people.file import RosterRefused, RosterRow
from handlers.requests import Answer, Button, Request, Say
from rules.errors import Refusal
from rules.posts import Tenure, asked_of_leads, check_shared
from rules.terms import Terms
from storage import agreements, people, posts, register
from storage.agreements import Agreement
from storage.people import Capacity, Holding, Person


def import_roster(
    session: Session,
    agreement: Agreement,
    rows: list[RosterRow],
    *,
    platform: str,
    by: str,
    now: datetime,
    by_id: int | None = None,
    source: Mapping[str, Any] | None = None,
) -> dict[str, int]:
    """Add what a roster file says to the agreement's roster; return how many people, capacities and seats are new.

    What is on the roster already stays, with the dates the file gives, so that the same file can be imported
    twice. A capacity that has ended is begun anew. The register keeps each line that changed something.
    """
    terms = agreements.current_terms(session, agreement.id)
    agreements.hold(session, agreement.id)
    new = {"people": 0, "capacities": 0, "seats": 0, "accounts": 0}
    changed = []
    for row in rows:
        before = dict(new)
        person = person_meant(session, agreement, row, from_chat=by_id is not None)
        if person is None:
            person = Person(name=row.name, email=row.email, timezone=row.timezone or terms.timezone)
            session.add(person)
            session.flush()  # capacities name the person
            new["people"] += 1
        elif row.timezone:
            person.timezone = row.timezone
        if row.capacity is not None:
            new["capacities"] += _hold(session, agreement, terms, person, row, now)
        if row.forum and row.seat:
            new["seats"] += seating.from_file(session, agreement, terms, person, row, now=now)
        if row.workspace and row.user:
            new["accounts"] += tie(session, person, platform=platform, workspace=row.workspace, user=row.user, now=now)
        if new != before:
            changed.append(row.as_facts())
    register.write(
        session,
        agreement,
        at=now,
        act="roster-changed",
        person=by,
        person_id=by_id,
        facts={"lines": len(rows), "added": changed, **new},
        source=source,
    )
    return new


def person_meant(session: Session, agreement: Agreement, row: RosterRow, *, from_chat: bool) -> Person | None:
    """Return the person a line means, or None for a new one.

    A name means somebody on this agreement's own roster. Somebody on another's is meant by their name together with
    their e-mail or their account, and only by whoever runs Accord: a secretary cannot bring in the people of an
    agreement that is not theirs.
    """
    here = people.called(session, row.name, row.email, agreement_id=agreement.id)
    if here is not None:
        return here
    elsewhere = people.called(session, row.name, row.email) if row.email else _by_account(session, row)
    if elsewhere is not None and from_chat:
        raise Refusal(
            f"{row.name} is on another agreement's roster. Please ask whoever runs Accord: "
            "`python -m bot people import` adds them here."
        )
    return elsewhere


def _by_account(session: Session, row: RosterRow) -> Person | None:
    if not row.workspace or not row.user:
        return None
    return people.person_of_user(session, row.name, workspace=row.workspace, user=row.user)


def _hold(session: Session, agreement: Agreement, terms: Terms, person: Person, row: RosterRow, now: datetime) -> int:
    today = actors.local_day(terms, now)
    holding = Holding(
        person_id=person.id,
        agreement_id=agreement.id,
        partner=row.partner,
        capacity=row.capacity,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
    )
    held = people.holding_like(session, holding, today)
    if held is not None:
        held.starts_on, held.ends_on = row.starts_on or held.starts_on, row.ends_on or held.ends_on
        return 0
    posts.hold(session, holding)
    tenure = posts.of_capacity(holding)
    if tenure is not None:
        _check_shared(session, agreement, terms, tenure, row)
        if tenure.over_by(today):
            seating.as_known(session, tenure, today, now)
    return 1


def _check_shared(session: Session, agreement: Agreement, terms: Terms, wanted: Tenure, row: RosterRow) -> None:
    try:
        check_shared(terms, posts.of_agreement(session, agreement.id), wanted, row.name)
    except Refusal as refused:
        raise RosterRefused([(row.line, str(refused))]) from refused


def show(session: Session, request: Request, agreement: Agreement) -> Answer:
    """Show who acts for whom, and what is missing: a partner without a lead, a lead without an account."""
    actor = actors.actor_in(session, agreement, request)
    offered: tuple[Button, ...] = ()
    if actor.is_secretary:
        offered = tuple(
            Button(name, agreement.id) for name in ("person_add", "capacity_end", "term_extend", "account_link")
        )
    return Say("people", roster_facts(session, agreement, actor.terms, request.now), offered)


def roster_facts(session: Session, agreement: Agreement, terms: Terms, now: datetime) -> dict[str, Any]:
    """Return the roster for the templates: people by partner, the secretaries, and what is missing."""
    today = actors.local_day(terms, now)
    found = people.contacts(session, today, agreement_id=agreement.id, capacities=tuple(Capacity))
    claims = people.claims_of(session, {held.person_id for held, _ in people.holdings_in(session, agreement.id)})
    acting_for: dict[int, set[str]] = {}
    for partner, contacts in found.items():
        for contact in contacts:
            if partner is not None:
                acting_for.setdefault(contact.person.id, set()).add(partner)
    all_people = {c.person.id: c.person.name for contacts in found.values() for c in contacts}
    with_lead = _partners_with(session, agreement, today, Capacity.LEAD)

    def shown(partner: str) -> list[dict[str, Any]]:
        return [
            {
                "name": c.person.name,
                "capacities": _capacities(session, agreement, c.person.id, partner, today),
                "account": c.account is not None,
            }
            for c in found.get(partner, [])
        ]

    return {
        "agreement": terms.short_title,
        "secretaries": [c.person.name for c in found.get(None, [])],
        "partners": [{"name": it.short, "people": shown(it.key)} for it in terms.partners],
        "participants": [
            {"name": it.name, "clause": it.clause, "outside": it.outside, "people": shown(it.key)}
            for it in terms.participants
        ],
        "no_lead": [p.short for p in terms.partners if p.key not in with_lead] if terms.leads.one_per_partner else [],
        "senior": asked_of_leads(terms),
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
        "seats": seating.held_on(session, agreement, today),
    }


def _partners_with(session: Session, agreement: Agreement, today: date, capacity: Capacity) -> set[str | None]:
    return set(people.contacts(session, today, agreement_id=agreement.id, capacities=(capacity,)))


def _capacities(session: Session, agreement: Agreement, person_id: int, partner: str, today: date) -> list[str]:
    held = people.holdings_on(session, today, person_id=person_id, agreement_id=agreement.id)
    return [holding.capacity.value for holding in held if holding.partner == partner]


def _represented(terms: Terms) -> tuple[Choice, ...]:
    """Return whom somebody can be put on the roster for: a partner, or who takes part and is no party."""
    participants = (Choice(it.key, f"{it.name} (takes part)") for it in terms.participants if not it.outside)
    return (*(Choice(p.key, p.short) for p in terms.partners), *participants)


def add_form(session: Session, request: Request) -> Form:
    """Return the form that puts somebody on the roster."""
    actor = secretary(session, request, "add people")
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
                hint=asked_of_leads(actor.terms),
            ),
            Field(
                "partner",
                "For which partner",
                Kind.CHOICE,
                required=False,
                choices=_represented(actor.terms),
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
    actor = secretary(session, request, "add people")
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
    try:
        import_roster(
            session,
            actor.agreement,
            [row],
            platform=request.user.platform,
            by=actor.person.name,
            by_id=actor.person.id,
            now=request.now,
            source=request.source,
        )
    except RosterRefused as refused:
        raise FormRefused({"name": refused.faults[0][1]}) from refused
    partner_name = name_of(actor.terms, partner) if partner else None
    if partner_name is not None and (person := person_meant(session, actor.agreement, row, from_chat=True)):
        _tell_newcomer(session, actor, person, {"capacity": capacity.value, "partner": partner_name}, request.now)
    return Say("person_added", {"name": row.name, "capacity": capacity.value, "partner": partner_name})


def _tell_newcomer(session: Session, actor: Actor, person: Person, facts: Mapping[str, Any], now: datetime) -> None:
    """Tell somebody in the chat for whom they act from now on, and ask what there is to declare."""
    account = people.linked_account(session, person.id)
    if account is None or person.id == actor.person.id:
        return
    declares = interest_returns.asked_of(session, actor.agreement, actor.terms, person, actor.today)
    outgoing.direct(
        session,
        account,
        "capacity_given",
        {**facts, "by": actor.person.name, "agreement": actor.terms.short_title, "declares": declares},
        once=f"capacity:{person.id}:{now.isoformat()}",
        agreement_id=actor.agreement.id,
        buttons=interest_returns.newcomer_buttons(actor.agreement) if declares else (),
        now=now,
    )


def end_form(session: Session, request: Request) -> Form:
    """Return the form that ends a capacity. Raises Refusal when nobody holds one."""
    actor = secretary(session, request, "end a capacity")
    held = people.holdings_in(session, actor.agreement.id)
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
    actor = secretary(session, request, "end a capacity")
    holding = session.get_one(Holding, int(values.line("holding")))
    day = values.day("ends_on")
    if day is None or (holding.starts_on is not None and day < holding.starts_on):
        raise FormRefused({"ends_on": "This is before the day it began."})
    if holding.capacity is Capacity.SECRETARY and _is_last_secretary(session, actor, holding):
        raise FormRefused({"holding": "This is the only secretary. Please add another one first."})
    holding.ends_on = day
    person = session.get_one(Person, holding.person_id)
    facts = {"person": person.name, "capacity": holding.capacity.value, "partner": holding.partner}
    record(session, actor, request, "capacity-ended", {**facts, "ends_on": day.isoformat()})
    tenure = posts.of_capacity(holding)
    if tenure is not None:
        seating.as_known(session, tenure, actor.today, request.now)
        seating.tell(session, actor, tenure, "ended", request.now)
    partner = name_of(actor.terms, holding.partner) if holding.partner else None
    return Say("capacity_ended", {**facts, "partner": partner, "ends_on": day.isoformat()})


def _is_last_secretary(session: Session, actor: Actor, holding: Holding) -> bool:
    found = people.secretaries(session, actor.today, actor.agreement.id)
    return {contact.person.id for contact in found} <= {holding.person_id}
