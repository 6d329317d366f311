"""What one partner, one seat or the secretary owes a matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers.actors import name_of
from handlers.conflicts.returns import Round
from handlers.deadlines import deadline_facts
from handlers.requests import Button
from rules.matters import SECRETARY, Owed
from rules.terms import Terms
from storage import agreements
from storage.actions import Action
from storage.conflicts import Conflict
from storage.deadlines import Deadline
from storage.decisions import Decision
from storage.issues import Issue
from storage.matters import Matter
from storage.meetings import Meeting
from storage.milestones import Milestone
from storage.reviews import Review
from storage.signatures import SignatureRequest

Owing = Matter | Round  # what something is owed to


@dataclass(frozen=True)
class Debt:
    """What one partner (or one seat) owes a matter, and by which deadline, if there is one."""

    matter: Owing
    partner: str
    name: str
    owed: tuple[Owed, ...]
    deadline: Deadline | None

    @property
    def show(self) -> Button:
        """Return the press that shows the matter."""
        return Button(SHOWN[type(self.matter)], self.matter.id)

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


SHOWN: Mapping[type[Any], str] = {
    Issue: "issue_show",
    Decision: "decision_show",
    Action: "action_show",
    Conflict: "conflict_show",
    Round: "interests",
    SignatureRequest: "signature_show",
    Review: "review_show",
    Milestone: "milestone_show",
    Meeting: "meeting_show",
}

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
