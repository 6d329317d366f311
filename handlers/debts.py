"""What one partner, one seat or the secretary owes a matter, whatever its kind, and who is asked for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from sqlalchemy.orm import Session

from handlers.actors import name_of
from handlers.deadlines import deadline_facts
from handlers.requests import Button
from rules.matters import SECRETARY
from rules.terms import Terms
from storage import agreements
from storage.deadlines import Deadline
from storage.people import Contact, Person


class Owing(Protocol):
    """What something is owed to: a matter, or the round in which partners declare their interests."""

    @property
    def id(self) -> Any:
        """The row that its buttons carry."""

    @property
    def agreement_id(self) -> Any:
        """The agreement it belongs to."""

    @property
    def terms_id(self) -> Any:
        """The terms it is run under."""

    @property
    def matter(self) -> Any:
        """The name of its kind."""

    @property
    def reference(self) -> Any:
        """The reference people know it by."""

    @property
    def title(self) -> Any:
        """What it is about."""

    @property
    def private(self) -> Any:
        """Whether only some partners may know of it."""


@dataclass(frozen=True)
class Debt:
    """What one partner (or one seat) owes a matter, and by which deadline, if there is one.

    What can be `owed` stands in the rules of its kind, and in `_parts/owed.txt` what people are told they are to do.
    `shown_by` is the press that shows what it is owed to, where that is not its kind's own.
    """

    matter: Owing
    partner: str
    name: str
    owed: tuple[StrEnum, ...]
    deadline: Deadline | None
    shown_by: str = ""

    @property
    def called(self) -> str:
        """Return who owes it, as that stands within a sentence."""
        return "the secretary" if self.name == THE_SECRETARY else self.name

    @property
    def show(self) -> Button:
        """Return the press that shows the matter."""
        return Button(self.shown_by or f"{self.matter.matter}_show", self.matter.id)

    def facts(self, session: Session, now: datetime) -> dict[str, Any]:
        """Return the debt for the templates."""
        terms = agreements.terms_of(session, self.matter.terms_id)
        return self.facts_due(deadline_facts(session, terms, self.deadline, now))

    def facts_due(self, deadline: dict[str, Any] | None) -> dict[str, Any]:
        """Return the debt for the templates, with its deadline's facts at hand."""
        return {
            "reference": self.matter.reference,
            "title": self.matter.title,
            "private": self.matter.private,
            "row": self.matter.id,
            "partner": self.name,
            "secretary": self.name == THE_SECRETARY,
            "owed": [owed.value for owed in self.owed],
            "deadline": deadline,
        }


@dataclass(frozen=True)
class Asking:
    """Who is asked to settle a debt, and when."""

    session: Session
    person: Person
    now: datetime


THE_SECRETARY = "The secretary"


def debtor(terms: Terms, key: str) -> str:
    """Return what somebody who owes something is called: a partner's short name, a forum's, or the secretary."""
    return THE_SECRETARY if key == SECRETARY else name_of(terms, key)


def by_urgency(debts: Iterable[Debt]) -> list[Debt]:
    """Return debts overdue and soonest first, those without a date last."""
    found = list(debts)
    far = max((debt.deadline.due_at for debt in found if debt.deadline), default=None)
    return sorted(
        found, key=lambda debt: (debt.deadline is None, debt.deadline.due_at if debt.deadline else far, debt.matter.id)
    )


Reached = Mapping[str, Contact | tuple[Contact, ...]]
"""Whom each partner (or seat) is reached by about a matter: one person, or several who each owe a part of it."""


def asked_of(debt: Debt, reached: Reached) -> tuple[Contact, ...]:
    """Return whom a debt is asked of; nobody where nobody can be reached."""
    found = reached.get(debt.partner, ())
    return found if isinstance(found, tuple) else (found,)


def by_person(debts: Iterable[Debt], reached: Reached) -> dict[int, tuple[Contact, list[Debt]]]:
    """Return who is reminded of these debts, by person; `reached` says whom each partner is reached by."""
    found: dict[int, tuple[Contact, list[Debt]]] = {}
    for debt in debts:
        for contact in asked_of(debt, reached):
            found.setdefault(contact.person.id, (contact, []))[1].append(debt)
    return found


def show_buttons(debts: Iterable[Debt]) -> tuple[Button, ...]:
    """Return a press for each of the first matters these debts are owed to, that shows it."""
    found = {debt.matter.reference: debt.show for debt in debts}
    return tuple(replace(button, label=reference) for reference, button in found.items())[:5]
