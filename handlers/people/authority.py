"""Authority that changes is told at once: to whose it is, to the partner's other people, and to the channel."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers import outgoing
from handlers.actors import local_day
from handlers.people import changes as roster_changes, facts as seat_facts
from handlers.people.changes import Change
from rules.electorates import Voter
from rules.posts import Post, PostKind, Tenure
from rules.terms import Terms
from storage import agreements, people, posts, register
from storage.agreements import Agreement
from storage.people import Account, Capacity, Contact, Person

ACT = "authority-changed"
WITHIN = timedelta(days=1)
"""How long after a change of who acts a vote of theirs is marked."""
MOST = 12  # changes that a message names
GIVEN = frozenset({"lead", "deputy", "signatory", "secretary"})
DATES = ("starts_on", "ends_on")
DATED = ("held", *DATES)


@dataclass(frozen=True)
class Standing:
    """Who could act before something changed: the people of each partner, and (None) of the agreement."""

    agreement: Agreement
    terms: Terms
    people: Mapping[str | None, Sequence[Contact]]
    tenures: Sequence[Tenure]

    def others(self, partners: Iterable[str | None], *but: int | None) -> list[Contact]:
        """Return the people of these partners but for some, each once."""
        found = {one.person.id: one for partner in partners for one in self.people.get(partner, ())}
        return [one for person, one in found.items() if person not in but]


def standing(session: Session, agreement: Agreement, now: datetime) -> Standing:
    """Return who can act in an agreement now: to be asked before anything is changed."""
    terms = agreements.current_terms(session, agreement.id)
    found = people.contacts(session, local_day(terms, now), agreement_id=agreement.id, capacities=tuple(Capacity))
    return Standing(agreement, terms, found, posts.of_agreement(session, agreement.id))


def changed(
    session: Session,
    before: Standing,
    changes: Iterable[Change],
    *,
    by: str,
    now: datetime,
    by_id: int | None = None,
    displaced: Sequence[Account] = (),
    heard: Collection[int] = (),
    source: Mapping[str, Any] | None = None,
) -> None:
    """Put on record what changes about who acts, and tell those it concerns; nothing of a partner's first people.

    `displaced` accounts act in a name no longer. Whose authority it is hears of it too, but for those, by their ids,
    who have `heard` of it in a message of their own. Who did it is told nothing.
    """
    agreement, terms = before.agreement, before.terms
    told: dict[int, tuple[Contact, list[str]]] = {}
    own: dict[int, list[str]] = {}
    rows: list[str] = []
    for one in changes:
        partners = _partners(session, before, one, now)
        others = before.others(partners, one.person_id) or _holders(session, before, one, now)
        words = roster_changes.in_words(one, terms)
        if one.part in DATES or (_bears(one) and (others or displaced)):
            own.setdefault(one.person_id, []).append(words)
        if not _bears(one) or not (others or displaced or one.part in DATES):
            continue
        rows.append(words)
        concerned = [it for it in partners if it is not None]
        facts = {**one.as_facts(), "person_id": one.person_id, "partners": concerned, "words": words}
        partner = next(iter(concerned), None)
        register.write(
            session, agreement, at=now, act=ACT, person=by, person_id=by_id, partner=partner, facts=facts, source=source
        )
        for contact in others:
            told.setdefault(contact.person.id, (contact, []))[1].append(words)
    said = {"agreement": terms.short_title, "by": None if by == register.COMMAND_LINE else by}
    once = f"authority:{agreement.id}:{agreement.register_entries}"
    to_tell = [
        (one, {"own": True}, own[one.person.id], f"{once}:own") for one in _by_id(session, own.keys() - set(heard))
    ]
    to_tell += [(one, {}, concerning, once) for one, concerning in told.values()]
    for contact, whose, concerning, its_once in to_tell:
        outgoing.tell(
            session,
            [contact],
            "authority_changed",
            {**said, **_named(concerning), "yours": True, **whose},
            agreement_id=agreement.id,
            once=its_once,
            but=by_id,
            now=now,
        )
    if not rows:
        return
    for account in displaced:
        name = session.get_one(Person, account.person_id).name
        outgoing.direct(
            session,
            account,
            "authority_moved",
            {**said, "name": name},
            once=f"{once}:moved:{account.id}",
            agreement_id=agreement.id,
            now=now,
        )
    outgoing.post(
        session, agreement.id, "authority_changed", {**said, **_named(rows), "yours": False}, once=once, now=now
    )


def _named(rows: Sequence[str]) -> dict[str, Any]:
    """Return the changes that a message names, and how many more there are."""
    return {"rows": list(rows[:MOST]), "more": max(0, len(rows) - MOST)}


def _bears(one: Change) -> bool:
    """Return whether a change is about who can act: a capacity that decides, a seat or a chair, an account."""
    if one.part == "account":
        return True
    return one.part in DATED and (one.post.get("capacity") in GIVEN or bool(one.post.get("forum")))


def _partners(session: Session, before: Standing, one: Change, now: datetime) -> list[str | None]:
    """Return the partners that a change is about; (None) the agreement, where it is about its secretary."""
    if one.part == "account":
        today = local_day(before.terms, now)
        held = people.holdings_on(session, today, person_id=one.person_id, agreement_id=before.agreement.id)
        return list(dict.fromkeys(holding.partner for holding in held))
    if forum := one.post.get("forum"):
        kind = PostKind(one.post["post"] or PostKind.SEAT)
        seat = seat_facts.seat_of(before.terms, Post(kind, forum, one.post.get("seat")))
        return [seat.partner] if seat is not None and seat.partner else []
    return [one.post.get("partner")]


def _holders(session: Session, before: Standing, one: Change, now: datetime) -> list[Contact]:
    """Return the others who held the same seat or chair, where it is no partner's own."""
    if not one.post.get("forum"):
        return []
    today = local_day(before.terms, now)
    post = Post(PostKind(one.post["post"] or PostKind.SEAT), one.post["forum"], one.post.get("seat"))
    held = {it.person for it in before.tenures if it.post == post and it.held_on(today)} - {one.person_id}
    return _by_id(session, held)


def _by_id(session: Session, ids: Iterable[int]) -> list[Contact]:
    """Return people to be told something, whatever they hold."""
    found = people.listed(session, ids)
    return [Contact(person, people.linked_account(session, person.id), Capacity.MEMBER) for person in found]


@dataclass(frozen=True)
class Fresh:
    """That something changed within a day about whether somebody may cast a vote: when, and what, in words."""

    since: datetime
    words: str


def fresh(session: Session, agreement: Agreement, person_id: int, voter: Voter, now: datetime) -> Fresh | None:
    """Return what changed within the last day about a person who casts a vote; None where nothing did."""
    entries = register.public(session, agreement.id, (ACT,), between=(now - WITHIN, now + timedelta(seconds=1)))
    for entry in reversed(entries):
        facts = register.facts_of(entry)
        if facts.get("person_id") != person_id:
            continue
        if facts["part"] == "account" or facts.get("forum") or facts.get("partner") == voter.partner:
            return Fresh(entry.at, str(facts["words"]))
    return None
