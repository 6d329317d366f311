"""Capacities: given and ended by the secretary, one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import outgoing
from handlers.actors import Actor, name_of
from handlers.conflicts import returns as interest_returns
from handlers.fields import partner_choices
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from handlers.people import authority, changes, meant, seating
from handlers.people.access import record, secretary
from handlers.people.file import RosterRefused, RosterRow
from handlers.people.roster import import_roster
from handlers.requests import Answer, Request, Say
from rules.errors import Refusal
from rules.posts import asked_of_leads
from rules.terms import Terms
from storage import people, posts
from storage.people import Capacity, Holding, Person


def _represented(terms: Terms) -> tuple[Choice, ...]:
    """Return whom somebody can be put on the roster for: a partner, or who takes part and is no party."""
    participants = (Choice(it.key, f"{it.name} (takes part)") for it in terms.participants if not it.outside)
    return (*partner_choices(terms.partners), *participants)


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
            Field("another", meant.ANOTHER, Kind.TICK, required=False),
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
        person=meant.said(values.ticked("another")),
    )
    try:
        done = import_roster(
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
        raise FormRefused({"name": refused.faults[0].what}) from refused
    except Refusal as refused:
        raise FormRefused({"name": str(refused)}) from refused
    partner_name = name_of(actor.terms, partner) if partner else None
    if partner_name is not None and done.new["capacities"]:
        _tell_newcomer(
            session, actor, done.people[0], {"capacity": capacity.value, "partner": partner_name}, request.now
        )
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
    before, was = authority.standing(session, actor.agreement, request.now), (holding.starts_on, holding.ends_on)
    holding.ends_on = day
    person = session.get_one(Person, holding.person_id)
    post = {"capacity": holding.capacity.value, "partner": holding.partner}
    facts = {"person": person.name, **post}
    until = was[1].isoformat() if was[1] else None
    record(session, actor, request, "capacity-ended", {**facts, "ends_on": day.isoformat(), "was_until": until})
    ended = changes.of_dates(person.name, post, was, (was[0], day), person_id=person.id)
    tenure = posts.of_capacity(holding)
    authority.changed(
        session,
        before,
        ended,
        by=actor.person.name,
        by_id=actor.person.id,
        heard=[person.id] if tenure is not None else (),
        now=request.now,
        source=request.source,
    )
    if tenure is not None:
        seating.as_known(session, tenure, actor.today, request.now)
        seating.tell(session, actor, tenure, "ended", request.now)
    partner = name_of(actor.terms, holding.partner) if holding.partner else None
    return Say("capacity_ended", {**facts, "partner": partner, "ends_on": day.isoformat()})


def _is_last_secretary(session: Session, actor: Actor, holding: Holding) -> bool:
    found = people.secretaries(session, actor.today, actor.agreement.id)
    return {contact.person.id for contact in found} <= {holding.person_id}
