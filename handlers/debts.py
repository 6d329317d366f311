"""What people owe, across everything: the list behind the nudges, the digest and the home tab."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import debt_kinds
from handlers.actions import facts as action_facts
from handlers.actors import ACTING, held_today, local_day, parts_today
from handlers.conflicts import facts as conflict_facts
from handlers.debt import Debt, Owing, by_urgency
from handlers.decisions import facts as decision_facts
from handlers.issues.facts import MATTER, answer_buttons
from handlers.meetings import facts as meeting_facts
from handlers.milestones import facts as milestone_facts
from handlers.requests import Button
from handlers.reviews import facts as review_facts
from handlers.signatures import facts as signature_facts
from rules.issues import ProposalKind, ProposalState
from rules.matters import SECRETARY, Owed
from storage import agreements
from storage.actions import Action
from storage.decisions import Decision
from storage.issues import Issue
from storage.matters import Matter
from storage.meetings import Meeting
from storage.milestones import Milestone
from storage.people import Contact, Person, leads_of
from storage.reviews import Review
from storage.signatures import SignatureRequest


def of_agreement(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return every debt of an agreement, overdue and soonest first."""
    return by_urgency(
        [
            *debt_kinds.to_settle(session, agreement_id),
            *debt_kinds.to_vote(session, agreement_id, now),
            *debt_kinds.to_ratify(session, agreement_id),
            *debt_kinds.to_consent(session, agreement_id),
            *debt_kinds.to_declare(session, agreement_id, now),
            *debt_kinds.to_do(session, agreement_id),
            *debt_kinds.to_sign(session, agreement_id, now),
            *debt_kinds.to_review(session, agreement_id, now),
            *debt_kinds.to_reach(session, agreement_id, now),
            *debt_kinds.to_hold(session, agreement_id, now),
        ]
    )


def of_matters(
    session: Session, found: Mapping[tuple[str, int], Matter], now: datetime
) -> dict[tuple[str, int], list[Debt]]:
    """Return what is owed to each of these matters by the date that it has, by the matter's kind and id."""
    owed: defaultdict[tuple[str, int], list[Debt]] = defaultdict(list)
    for debt in debt_kinds.of_issues(session, (matter for matter in found.values() if isinstance(matter, Issue))):
        if debt.owed:
            owed[MATTER, debt.matter.id].append(debt)
    for key, matter in found.items():
        kind, _ = key
        if kind in ONE_BY_ONE:
            owed[key] = ONE_BY_ONE[kind](session, matter, now)
    return owed


ONE_BY_ONE: Mapping[str, Callable[[Session, Any, datetime], list[Debt]]] = {
    decision_facts.MATTER: debt_kinds.of_decision,
    conflict_facts.MATTER: lambda session, conflict, _: debt_kinds.of_conflict(session, conflict),
    action_facts.MATTER: lambda session, action, _: debt_kinds.of_action(session, action),
    signature_facts.MATTER: debt_kinds.of_request,
    review_facts.MATTER: debt_kinds.of_review,
    milestone_facts.MATTER: debt_kinds.of_milestone,
    meeting_facts.MATTER: debt_kinds.of_meeting,
}
"""What is owed to a matter, by its kind; issues are read many at once."""


@dataclass
class Reading:
    """What is owed at one moment, and whom it is asked of: read once, while nothing of it changes."""

    session: Session
    now: datetime
    _owed: dict[int, list[Debt]] = field(default_factory=dict)
    _reached: dict[tuple[type[Any], int], Mapping[str, Contact]] = field(default_factory=dict)

    def of_agreement(self, agreement_id: int) -> list[Debt]:
        """Return every debt of an agreement, overdue and soonest first."""
        if agreement_id not in self._owed:
            self._owed[agreement_id] = of_agreement(self.session, agreement_id, self.now)
        return self._owed[agreement_id]

    def asks(self, debt: Debt, person_id: int) -> bool:
        """Return whether this person is the one asked for a debt: its partner's lead, or its deputy without one."""
        key = (type(debt.matter), debt.matter.id)
        if key not in self._reached:
            self._reached[key] = contacts_for(self.session, debt.matter, self.now)
        contact = self._reached[key].get(debt.partner)
        return contact is not None and contact.person.id == person_id


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
            if debt.partner in partners or (not isinstance(debt.matter, Issue) and read.asks(debt, person_id))
        ]
    return by_urgency(mine)


def contacts_for(session: Session, matter: Owing, now: datetime) -> Mapping[str, Contact]:
    """Return whom each partner (or seat) is reached by about a matter; those nobody can be reached for are left out."""
    today = local_day(agreements.terms_of(session, matter.terms_id), now)
    reached = REACHED.get(type(matter))
    return reached(session, matter, today) if reached else leads_of(session, matter.agreement_id, None, today)


REACHED: Mapping[type[Any], Callable[[Session, Any, date], Mapping[str, Contact]]] = {
    Decision: decision_facts.contacts_of,
    Action: action_facts.contacts_of,
    SignatureRequest: signature_facts.contacts_of,
    Review: review_facts.contacts_of,
    Milestone: milestone_facts.contacts_of,
    Meeting: meeting_facts.reminded,
}
"""Whom the debtors of a matter are reached by, where that is not each partner's lead."""


def by_person(debts: Iterable[Debt], reached: Mapping[str, Contact]) -> dict[int, tuple[Contact, list[Debt]]]:
    """Return who is reminded of these debts, by person; `reached` says whom each partner is reached by."""
    found: dict[int, tuple[Contact, list[Debt]]] = {}
    for debt in debts:
        if debt.partner in reached:
            contact = reached[debt.partner]
            found.setdefault(contact.person.id, (contact, []))[1].append(debt)
    return found


def buttons(session: Session, debts: Sequence[Debt], person: Person, now: datetime) -> tuple[Button, ...]:
    """Return the presses by which a person settles what is owed to one matter, and the one that shows it."""
    settle = SETTLED_BY.get(type(debts[0].matter))
    return (*(settle(session, debts, person, now) if settle else ()), debts[0].show)


def _of_issue(session: Session, debts: Sequence[Debt], person: Person, now: datetime) -> tuple[Button, ...]:
    del session, person, now
    issue, owed = debts[0].matter, {owed for debt in debts for owed in debt.owed}
    assert isinstance(issue, Issue)  # noqa: S101 (the table below says so)
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
    return tuple(offered)


def _of_decision(session: Session, debts: Sequence[Debt], person: Person, now: datetime) -> tuple[Button, ...]:
    del session, person, now
    row = debts[0].matter.id
    if any(Owed.RATIFICATION in debt.owed for debt in debts):
        return (Button("decision_ratify", row),)
    return decision_facts.ballot(row)


def _of_action(session: Session, debts: Sequence[Debt], person: Person, now: datetime) -> tuple[Button, ...]:
    del session, person, now
    return (Button("action_done", debts[0].matter.id),)


def _of_request(session: Session, debts: Sequence[Debt], person: Person, now: datetime) -> tuple[Button, ...]:
    request = debts[0].matter
    assert isinstance(request, SignatureRequest)  # noqa: S101 (the table below says so)
    today = local_day(agreements.terms_of(session, request.terms_id), now)
    return signature_facts.sign_buttons(session, request, {debt.partner for debt in debts}, person, today)


def _of_review(session: Session, debts: Sequence[Debt], person: Person, now: datetime) -> tuple[Button, ...]:
    """Return the presses that answer or close a review; who answers for several does so where it is shown."""
    del session, person, now
    review, debtors = debts[0].matter, {debt.partner for debt in debts}
    assert isinstance(review, Review)  # noqa: S101 (the table below says so)
    if SECRETARY in debtors:
        return (Button("review_close", review.id),)
    mine = [answer.id for answer in review.answers if answer.partner in debtors]
    return (
        tuple(Button(name, row) for row in mine for name in ("review_answer", "review_nothing"))
        if len(mine) == 1
        else ()
    )


def _of_milestone(session: Session, debts: Sequence[Debt], person: Person, now: datetime) -> tuple[Button, ...]:
    del session, person, now
    asked = any(Owed.CONDITION in debt.owed for debt in debts)
    return (Button("milestone_condition" if asked else "milestone_report", debts[0].matter.id),)


def _of_meeting(session: Session, debts: Sequence[Debt], person: Person, now: datetime) -> tuple[Button, ...]:
    del session, person, now
    owed = {one for debt in debts for one in debt.owed}
    return tuple(Button(press, debts[0].matter.id) for what, press in MEETING_PRESSES.items() if what in owed)


MEETING_PRESSES: Mapping[Owed, str] = {
    Owed.MEETING_NOTICE: "meeting_call",
    Owed.MEETING_PAPERS: "meeting_papers",
    Owed.MEETING_RECORD: "meeting_record",
}

SETTLED_BY: Mapping[type[Any], Callable[[Session, Sequence[Debt], Person, datetime], tuple[Button, ...]]] = {
    Issue: _of_issue,
    Decision: _of_decision,
    Action: _of_action,
    SignatureRequest: _of_request,
    Review: _of_review,
    Milestone: _of_milestone,
    Meeting: _of_meeting,
}
"""By which presses what is owed to a matter is settled; of the others, where they are shown."""


def shown(debts: Iterable[Debt]) -> tuple[Button, ...]:
    """Return a press for each of the first matters these debts are owed to, that shows it."""
    found = {debt.matter.reference: debt.show for debt in debts}
    return tuple(replace(button, label=reference) for reference, button in found.items())[:5]
