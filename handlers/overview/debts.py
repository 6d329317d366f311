"""What people owe, across everything: the list behind the nudges, the digest and the home tab."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from handlers.actors import ACTING, held_today, local_day, parts_today
from handlers.debts import Asking, Debt, Owing, Reached, asked_of, by_urgency
from handlers.kinds import KINDS
from handlers.requests import Button
from storage import agreements
from storage.issues import Issue
from storage.matters import Matter
from storage.people import Person, leads_of


def of_agreement(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return every debt of an agreement, overdue and soonest first."""
    return by_urgency(debt for kind in KINDS.values() for debt in kind.owed(session, agreement_id, now))


def of_matters(
    session: Session, found: Mapping[tuple[str, int], Matter], now: datetime
) -> dict[tuple[str, int], list[Debt]]:
    """Return what is owed to each of these matters by the date that it has, by the matter's kind and id."""
    owed: defaultdict[tuple[str, int], list[Debt]] = defaultdict(list)
    for name, kind in KINDS.items():
        these = [matter for matter in found.values() if matter.matter == name]
        for debt in kind.owed_to(session, these, now) if these else ():
            if debt.owed:
                owed[name, debt.matter.id].append(debt)
    return owed


@dataclass
class Reading:
    """What is owed at one moment, and whom it is asked of: read once, while nothing of it changes."""

    session: Session
    now: datetime
    _owed: dict[int, list[Debt]] = field(default_factory=dict)
    _reached: dict[tuple[str, int], Reached] = field(default_factory=dict)

    def of_agreement(self, agreement_id: int) -> list[Debt]:
        """Return every debt of an agreement, overdue and soonest first."""
        if agreement_id not in self._owed:
            self._owed[agreement_id] = of_agreement(self.session, agreement_id, self.now)
        return self._owed[agreement_id]

    def asks(self, debt: Debt, person_id: int) -> bool:
        """Return whether this person is the one asked for a debt: its partner's lead, or its deputy without one."""
        key = (debt.matter.matter, debt.matter.id)
        if key not in self._reached:
            self._reached[key] = contacts_for(self.session, debt.matter, self.now)
        return person_id in {contact.person.id for contact in asked_of(debt, self._reached[key])}


def of_person(session: Session, person_id: int, now: datetime, reading: Reading | None = None) -> list[Debt]:
    """Return what a person owes in all their agreements: as a lead or deputy, on a seat of theirs, or because asked.

    With a `reading` of this moment, what it has read is not read again.
    """
    mine: list[Debt] = []
    read = reading or Reading(session, now)
    held = held_today(session, person_id, now)
    for agreement_id in sorted(parts_today(session, person_id, now)):
        partners = {h.partner for h in held if h.agreement_id == agreement_id and h.capacity in ACTING}
        mine += [
            debt
            for debt in read.of_agreement(agreement_id)
            if debt.partner in partners or (debt.matter.matter != Issue.matter and read.asks(debt, person_id))
        ]
    return by_urgency(mine)


def contacts_for(session: Session, matter: Owing, now: datetime) -> Reached:
    """Return whom each partner (or seat) is reached by about a matter; those nobody can be reached for are left out."""
    today = local_day(agreements.terms_of(session, matter.terms_id), now)
    kind = KINDS.get(matter.matter)
    return kind.reached(session, matter, today) if kind else leads_of(session, matter.agreement_id, None, today)


def buttons(session: Session, debts: Sequence[Debt], person: Person, now: datetime) -> tuple[Button, ...]:
    """Return the presses by which a person settles what is owed to one matter, and the one that shows it."""
    kind = KINDS.get(debts[0].matter.matter)
    return (*(kind.settled_by(debts[0].matter, debts, Asking(session, person, now)) if kind else ()), debts[0].show)
