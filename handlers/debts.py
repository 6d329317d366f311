"""What people owe, across everything: the list behind the nudges, the digest and the home tab."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers.actors import ACTING, held_today, local_day, name_of
from handlers.issue_facts import MATTER, answer_buttons, deadline_facts, debts_of, leads_of, terms_of
from handlers.requests import Button
from rules.issues import LIVING, Owed, ProposalKind, ProposalState
from rules.terms import Terms
from storage import deadlines, issues
from storage.deadlines import Deadline
from storage.issues import Issue
from storage.people import Contact, Person


@dataclass(frozen=True)
class Debt:
    """What one partner owes an issue, and by which deadline, if there is one."""

    issue: Issue
    partner: str
    owed: tuple[Owed, ...]
    deadline: Deadline | None

    def facts(self, session: Session, now: datetime) -> dict[str, Any]:
        """Return the debt for the templates."""
        terms = terms_of(session, self.issue)
        return self.facts_due(terms, deadline_facts(session, terms, self.deadline, now))

    def facts_due(self, terms: Terms, deadline: dict[str, Any] | None) -> dict[str, Any]:
        """Return the debt for the templates, with its deadline's facts at hand."""
        return {
            "reference": self.issue.reference,
            "title": self.issue.title,
            "private": self.issue.private,
            "row": self.issue.id,
            "partner": name_of(terms, self.partner),
            "owed": [owed.value for owed in self.owed],
            "deadline": deadline,
        }


def of_agreement(session: Session, agreement_id: int) -> list[Debt]:
    """Return every debt of an agreement, overdue and soonest first."""
    return of_issues(session, issues.of_agreement(session, agreement_id, states=LIVING))


def of_issues(session: Session, found: Iterable[Issue]) -> list[Debt]:
    """Return what is owed to these issues, overdue and soonest first, those without a date last."""
    living = list(found)
    due = {d.matter_id: d for d in deadlines.live(session, MATTER, [issue.id for issue in living])}
    debts = [
        Debt(issue, partner, owed, due.get(issue.id))
        for issue in living
        for partner, owed in debts_of(issue, terms_of(session, issue)).items()
    ]
    return _by_urgency(debts)


def of_person(session: Session, person_id: int, now: datetime) -> list[Debt]:
    """Return what a person owes in all their agreements as a lead or deputy."""
    mine: list[Debt] = []
    held = held_today(session, person_id, now)
    for agreement_id in sorted({holding.agreement_id for holding in held if holding.capacity in ACTING}):
        partners = {h.partner for h in held if h.agreement_id == agreement_id and h.capacity in ACTING}
        mine += [debt for debt in of_agreement(session, agreement_id) if debt.partner in partners]
    return _by_urgency(mine)


def _by_urgency(debts: list[Debt]) -> list[Debt]:
    far = max((debt.deadline.due_at for debt in debts if debt.deadline), default=None)
    return sorted(
        debts, key=lambda debt: (debt.deadline is None, debt.deadline.due_at if debt.deadline else far, debt.issue.id)
    )


def is_chased(session: Session, debt: Debt, person: Person, now: datetime) -> bool:
    """Return whether this person is the one reminded of a debt: the partner's lead, or its deputy without one."""
    today = local_day(terms_of(session, debt.issue), now)
    reached = leads_of(session, debt.issue.agreement_id, (debt.partner,), today)
    return debt.partner in reached and reached[debt.partner].person.id == person.id


def by_person(debts: Iterable[Debt], reached: Mapping[str, Contact]) -> dict[int, tuple[Contact, list[Debt]]]:
    """Return who is reminded of these debts, by person; `reached` says whom each partner is reached by."""
    found: dict[int, tuple[Contact, list[Debt]]] = {}
    for debt in debts:
        if debt.partner in reached:
            contact = reached[debt.partner]
            found.setdefault(contact.person.id, (contact, []))[1].append(debt)
    return found


def buttons(issue: Issue, owed: set[Owed]) -> tuple[Button, ...]:
    """Return the presses that settle what is owed to an issue, and the one that shows it."""
    answered = {ProposalKind.RESOLUTION: Owed.ANSWER, ProposalKind.EXTENSION: Owed.EXTENSION_ANSWER}
    offered = [
        button
        for proposal in issue.proposals
        if proposal.state is ProposalState.OPEN and answered[proposal.kind] in owed
        for button in answer_buttons(proposal)
    ]
    if Owed.ACKNOWLEDGEMENT in owed:
        offered.append(Button("issue_acknowledge", issue.id))
    if Owed.WAY_FORWARD in owed:
        offered.append(Button("issue_propose", issue.id))
    return (*offered, Button("issue_show", issue.id))
