"""The roster: who acts for whom, imported from a file and kept by the secretary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors
from handlers.people import authority, changes, meant, seating
from handlers.people.accounts import tie
from handlers.people.changes import Change
from handlers.people.file import RosterRefused, RosterRow
from handlers.requests import Answer, Button, Request, Say
from rules.errors import Refusal
from rules.posts import Tenure, asked_of_leads, check_shared
from rules.sheets import Fault
from rules.terms import Terms
from storage import agreements, people, posts, register
from storage.agreements import Agreement
from storage.people import Capacity, Holding, Person


@dataclass(frozen=True)
class Imported:
    """What became of a file: how much is new, each change by itself, and whom each line means."""

    new: Mapping[str, int]
    changes: tuple[Change, ...]
    people: tuple[Person, ...]

    @property
    def nothing(self) -> bool:
        """Return whether all of it was there already."""
        return not self.changes and not any(self.new.values())


@dataclass(frozen=True)
class _Import:
    """An import under way."""

    session: Session
    agreement: Agreement
    terms: Terms
    platform: str
    now: datetime
    new: dict[str, int]
    changes: list[Change]
    named: set[int] = field(default_factory=set)  # the ids of the capacities that lines have named


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
) -> Imported:
    """Add what a roster file says to the agreement's roster; return what is new and what is otherwise than before.

    What is on the roster already stays, with the dates the file gives, so that the same file can be imported
    twice. A capacity that has ended is begun anew. The register keeps each line that changed something, and each change
    with what was and what is. Raises RosterRefused where two may be one person, and for what cannot be.
    """
    terms = agreements.current_terms(session, agreement.id)
    agreements.hold(session, agreement.id)
    new = {"people": 0, "capacities": 0, "seats": 0, "accounts": 0}
    done = _Import(session, agreement, terms, platform, now, new, [])
    before = authority.standing(session, agreement, now)
    named = _people(done, rows, from_chat=by_id is not None)
    keeps = _keepers(session, agreement)
    changed = []
    for row, person in zip(rows, named, strict=True):
        so_far = len(done.changes)
        _take(done, row, person)
        if len(done.changes) != so_far:
            changed.append(row.as_facts())
    if keeps and not _keepers(session, agreement):
        raise Refusal("Nothing was imported: the only secretary would have a last day. Please name another one first.")
    register.write(
        session,
        agreement,
        at=now,
        act="roster-changed",
        person=by,
        person_id=by_id,
        facts={
            "lines": len(rows),
            "added": changed,
            "changed": [one.as_facts() for one in done.changes if one.part != "held"],
            **new,
        },
        source=source,
    )
    authority.changed(
        session, before, done.changes, by=by, by_id=by_id, heard=_newcomers(done, by_id), now=now, source=source
    )
    return Imported(new, tuple(done.changes), tuple(named))


def _newcomers(done: _Import, by_id: int | None) -> set[int]:
    """Return who is told by whoever put them on the roster in the chat for whom they act now."""
    return {one.person_id for one in done.changes if by_id is not None and one.part == "held" and one.post["partner"]}


def _people(done: _Import, rows: list[RosterRow], *, from_chat: bool) -> list[Person]:
    """Return whom each line means; who is new is added. Raises RosterRefused with every line that leaves it open."""
    session, found, faults = done.session, [], []
    known = meant.here(session, done.agreement, from_chat=from_chat)
    for row in rows:
        try:
            person = meant.person_meant(session, known, row, platform=done.platform)
        except Refusal as refused:
            if from_chat:
                raise
            faults.append(Fault(row.line, str(refused), row.place))
            continue
        if person is None:
            person = Person(name=row.name, email=row.email, timezone=row.timezone or done.terms.timezone)
            session.add(person)
            session.flush()  # capacities name the person
            done.new["people"] += 1
        if person not in known.people:
            known.people.append(person)
        found.append(person)
    if faults:
        raise RosterRefused(faults)
    return found


def _keepers(session: Session, agreement: Agreement) -> bool:
    """Return whether anybody is secretary without a last day."""
    held = (holding for holding, _ in people.holdings_in(session, agreement.id))
    return any(one.capacity is Capacity.SECRETARY and one.ends_on is None for one in held)


def _take(done: _Import, row: RosterRow, person: Person) -> None:
    """Do what a line says of a person."""
    if row.timezone and person.timezone != row.timezone:
        done.changes.append(Change(person.name, "timezone", person.timezone, row.timezone, {}, person.id))
        person.timezone, person.next_digest_at = row.timezone, None  # the next tick plans it anew, for their morning
    if row.email and not person.email:
        done.changes.append(Change(person.name, "email", None, row.email, {}, person.id))
        person.email = row.email
    if row.capacity is not None:
        _hold(done, person, row)
    if row.forum and row.seat:
        seated = seating.from_file(done.session, done.agreement, done.terms, person, row, now=done.now)
        done.new["seats"] += seated.was is None
        done.changes.extend(seated.changes(person))
    if row.workspace and row.user:
        linked = tie(done.session, person, platform=done.platform, workspace=row.workspace, user=row.user, now=done.now)
        done.new["accounts"] += linked
        if linked:
            done.changes.append(Change(person.name, "account", None, f"{row.user} in {row.workspace}", {}, person.id))


def _hold(done: _Import, person: Person, row: RosterRow) -> None:
    session, terms = done.session, done.terms
    today = actors.local_day(terms, done.now)
    post = {"capacity": row.capacity.value if row.capacity else None, "partner": row.partner}
    holding = Holding(
        person_id=person.id,
        agreement_id=done.agreement.id,
        partner=row.partner,
        capacity=row.capacity,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
    )
    held = people.holding_like(session, holding, today)
    if held is None and _stands_there(session, holding, row):
        return
    if held is None:
        posts.hold(session, holding)
        tenure = posts.of_capacity(holding)
        if tenure is not None:
            _check_shared(session, done.agreement, terms, tenure, row)
            if tenure.over_by(today):
                seating.as_known(session, tenure, today, done.now)
        done.new["capacities"] += 1
        done.named.add(holding.id)
        done.changes.append(
            Change(person.name, "held", None, changes.from_to(row.starts_on, row.ends_on), post, person.id)
        )
        return
    was, now = (held.starts_on, held.ends_on), row.dates(held.starts_on, held.ends_on)
    above = held.id in done.named
    done.named.add(held.id)
    if was == now:
        return
    if above:
        what = (
            "a line above gives other days to the same capacity; keep one of them, and import a later term once it runs"
        )
        raise RosterRefused([Fault(row.line, what, row.place)])
    if now[0] and now[1] and now[1] < now[0]:
        raise RosterRefused([Fault(row.line, f"the capacity would end before it begins, on {now[0].isoformat()}")])
    held.starts_on, held.ends_on = now
    session.flush()  # the next line may name the same capacity
    tenure = posts.of_capacity(held)
    if tenure is not None:
        _check_shared(session, done.agreement, terms, tenure, row)
        if tenure.over_by(today):
            seating.as_known(session, tenure, today, done.now)
    done.changes.extend(changes.of_dates(person.name, post, was, now, person_id=person.id))


def _stands_there(session: Session, wanted: Holding, row: RosterRow) -> bool:
    """Return whether a person has the capacity, over or not, with the days that a line gives."""
    same = (wanted.agreement_id, wanted.partner, wanted.capacity)
    return any(
        (it.agreement_id, it.partner, it.capacity) == same and row.gives(it.starts_on, it.ends_on)
        for it in people.holdings_of(session, wanted.person_id)
    )


def _check_shared(session: Session, agreement: Agreement, terms: Terms, wanted: Tenure, row: RosterRow) -> None:
    try:
        check_shared(terms, posts.of_agreement(session, agreement.id), wanted, row.name)
    except Refusal as refused:
        raise RosterRefused([Fault(row.line, str(refused))]) from refused


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
