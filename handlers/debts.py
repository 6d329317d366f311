"""What people owe, across everything: the list behind the nudges, the digest and the home tab."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import (
    action_facts,
    conflict_facts,
    conflict_time,
    decision_facts,
    interest_returns,
    meeting_facts,
    signature_facts,
)
from handlers.actors import ACTING, held_today, local_day, name_of
from handlers.interest_returns import Round
from handlers.issue_facts import MATTER, answer_buttons, deadline_facts, debts_of, leads_of, terms_of
from handlers.requests import Button
from rules.actions import ActionState
from rules.decisions import DecisionState
from rules.issues import LIVING, Owed, ProposalKind, ProposalState
from rules.meeting_life import TO_COME, MeetingState
from rules.signatures import RequestState
from storage import actions, agreements, conflicts, deadlines, decisions, issues, meetings, signatures
from storage.actions import Action
from storage.agreements import Agreement
from storage.conflicts import Conflict
from storage.deadlines import Deadline
from storage.decisions import Decision
from storage.issues import Issue
from storage.matters import Matter
from storage.meetings import Meeting
from storage.people import Contact, Person
from storage.signatures import SignatureRequest

Owing = Matter | Round  # what something is owed to

SECRETARY = "secretary"
"""Who owes what the secretary does for the agreement: it stands where a partner's key does."""
SECRETARY_NAME = "The secretary"


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
            "secretary": self.partner == SECRETARY,
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
    Meeting: "meeting_show",
}


def of_agreement(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return every debt of an agreement, overdue and soonest first."""
    living = issues.of_agreement(session, agreement_id, states=LIVING)
    return _by_urgency(
        [
            *of_issues(session, living),
            *of_decisions(session, agreement_id, now),
            *to_ratify(session, agreement_id),
            *to_consent(session, agreement_id),
            *to_declare(session, agreement_id, now),
            *of_actions(session, actions.of_agreement(session, agreement_id, states=(ActionState.OPEN,))),
            *to_sign(session, agreement_id, now),
            *of_meetings(session, agreement_id, now),
        ]
    )


def of_matters(
    session: Session, found: Mapping[tuple[str, int], Matter], now: datetime
) -> dict[tuple[str, int], list[Debt]]:
    """Return what is owed to each of these matters by the date that it has, by the matter's kind and id."""
    owed: defaultdict[tuple[str, int], list[Debt]] = defaultdict(list)
    for debt in of_issues(session, (matter for matter in found.values() if isinstance(matter, Issue))):
        if debt.owed:
            owed[MATTER, debt.matter.id].append(debt)
    for key, matter in found.items():
        kind, _ = key
        if kind in ONE_BY_ONE:
            owed[key] = ONE_BY_ONE[kind](session, matter, now)
    return owed


def of_issues(session: Session, found: Iterable[Issue]) -> list[Debt]:
    """Return what is owed to these issues, overdue and soonest first, those without a date last."""
    living = list(found)
    due = {d.matter_id: d for d in deadlines.live(session, MATTER, [issue.id for issue in living])}
    debts = []
    for issue in living:
        terms = terms_of(session, issue)
        debts += [
            Debt(issue, partner, name_of(terms, partner), owed, due.get(issue.id))
            for partner, owed in debts_of(issue, terms).items()
        ]
    return _by_urgency(debts)


def of_decisions(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return the votes that an agreement's open decisions still wait for, the soonest first."""
    waiting = decisions.of_agreement(session, agreement_id, states=(DecisionState.OPEN,))
    return _by_urgency([debt for decision in waiting for debt in of_decision(session, decision, now)])


def to_ratify(session: Session, agreement_id: int) -> list[Debt]:
    """Return the approvals by partners' own bodies that an agreement's decisions still wait for."""
    return [
        Debt(decision, row.partner, name_of(agreements.terms_of(session, decision.terms_id), row.partner), RATIFY, None)
        for decision in decisions.to_be_ratified(session, agreement_id)
        for row in decision.ratifications
        if row.approved is None
    ]


def to_consent(session: Session, agreement_id: int) -> list[Debt]:
    """Return the answers about declared conflicts that an agreement's partners owe."""
    return [debt for one in conflicts.living(session, agreement_id) for debt in of_conflict(session, one)]


def of_conflict(session: Session, conflict: Conflict) -> list[Debt]:
    """Return the answers about a declared conflict that the other partners owe, one for each partner."""
    waiting = conflict_time.owing(session, conflict)
    if not waiting:
        return []
    terms = agreements.terms_of(session, conflict.terms_id)
    due = next(iter(deadlines.live(session, conflict_facts.MATTER, [conflict.id])), None)
    return [Debt(conflict, partner, name_of(terms, partner), CONSENT, due) for partner in waiting]


def to_declare(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return the answers that an agreement's partners owe in the round of declarations that runs, if one does."""
    agreement = session.get_one(Agreement, agreement_id)
    owing = interest_returns.owing(session, agreement, now)
    if not owing:
        return []
    asked = interest_returns.round_of(session, agreement)
    terms = agreements.current_terms(session, agreement_id)
    return [Debt(asked, partner, name_of(terms, partner), INTERESTS, None) for partner in owing]


def of_actions(session: Session, found: Iterable[Action]) -> list[Debt]:
    """Return these actions as what their partners owe."""
    waiting = list(found)
    due = {d.matter_id: d for d in deadlines.live(session, action_facts.MATTER, [action.id for action in waiting])}
    return [
        Debt(
            action,
            action.partner,
            name_of(agreements.terms_of(session, action.terms_id), action.partner),
            (Owed.ACTION,),
            due.get(action.id),
        )
        for action in waiting
    ]


def to_sign(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return the signatures that an agreement's partners owe."""
    waiting = signatures.of_agreement(session, agreement_id, states=(RequestState.OPEN,))
    return [debt for request in waiting for debt in of_request(session, request, now)]


def of_request(session: Session, request: SignatureRequest, now: datetime) -> list[Debt]:
    """Return the signatures that a request still waits for: not those of partners that declined or cannot yet."""
    if request.state is not RequestState.OPEN:
        return []
    terms = signature_facts.terms_of(session, request)
    live = deadlines.live(session, signature_facts.MATTER, [request.id])
    due = next((found for found in live if found.clock == signature_facts.SIGNING), None)
    return [
        Debt(request, partner, signature_facts.partner_of(terms, request, partner), SIGN, due)
        for partner in signature_facts.owing(session, request, local_day(terms, now))
    ]


def of_meetings(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return what the secretary owes an agreement's meetings: their notice, their papers, their record."""
    waiting = meetings.of_agreement(session, agreement_id, states=TO_COME)
    return [debt for meeting in waiting for debt in of_meeting(session, meeting, now)]


def of_meeting(session: Session, meeting: Meeting, now: datetime) -> list[Debt]:
    """Return what the secretary owes one meeting: what the agreement asks before it, and its record once it is past."""
    if meeting.state not in TO_COME:
        return []
    due = {one.clock: one for one in deadlines.live(session, meeting_facts.MATTER, [meeting.id])}
    today = local_day(agreements.terms_of(session, meeting.terms_id), now)
    if meeting.meets_on < today:
        record = (Owed.MEETING_RECORD,)
        return [Debt(meeting, SECRETARY, SECRETARY_NAME, record, due.get(meeting_facts.RECORD))]
    before = (
        (Owed.MEETING_NOTICE, meeting_facts.NOTICE, meeting.state is MeetingState.PLANNED),
        (Owed.MEETING_PAPERS, meeting_facts.PAPERS, meeting.papers_at is None),
    )
    return [
        Debt(meeting, SECRETARY, SECRETARY_NAME, (owed,), due[clock])
        for owed, clock, waits in before
        if waits and clock in due
    ]


RATIFY = (Owed.RATIFICATION,)
CONSENT = (Owed.CONSENT,)
INTERESTS = (Owed.INTERESTS,)
SIGN = (Owed.SIGNATURE,)


def of_decision(session: Session, decision: Decision, now: datetime) -> list[Debt]:
    """Return the votes that a decision still waits for; none once it is closed."""
    if decision.state is not DecisionState.OPEN:
        return []
    today = local_day(agreements.terms_of(session, decision.terms_id), now)
    deadline = decision_facts.live_deadline(session, decision)
    silent = decision_facts.silent(session, decision, today)
    return [Debt(decision, voter.key, voter.name, (Owed.VOTE,), deadline) for voter in silent]


ONE_BY_ONE: Mapping[str, Callable[[Session, Any, datetime], list[Debt]]] = {
    decision_facts.MATTER: of_decision,
    conflict_facts.MATTER: lambda session, conflict, _: of_conflict(session, conflict),
    action_facts.MATTER: lambda session, action, _: of_actions(session, [] if action.state.final else [action]),
    signature_facts.MATTER: of_request,
    meeting_facts.MATTER: of_meeting,
}


def of_person(session: Session, person_id: int, now: datetime) -> list[Debt]:
    """Return what a person owes in all their agreements as a lead or deputy, or on a seat of theirs."""
    mine: list[Debt] = []
    held = held_today(session, person_id, now)
    for agreement_id in sorted({holding.agreement_id for holding in held}):
        partners = {h.partner for h in held if h.agreement_id == agreement_id and h.capacity in ACTING}
        mine += [
            debt
            for debt in of_agreement(session, agreement_id, now)
            if debt.partner in partners or _asked(session, debt, person_id, now)
        ]
    return _by_urgency(mine)


def _asked(session: Session, debt: Debt, person_id: int, now: datetime) -> bool:
    """Return whether somebody who is neither lead nor deputy is asked: on a seat of theirs, or as an action's owner."""
    if isinstance(debt.matter, Issue):
        return False
    contact = contacts_for(session, debt.matter, now).get(debt.partner)
    return contact is not None and contact.person.id == person_id


def _by_urgency(debts: list[Debt]) -> list[Debt]:
    far = max((debt.deadline.due_at for debt in debts if debt.deadline), default=None)
    return sorted(
        debts, key=lambda debt: (debt.deadline is None, debt.deadline.due_at if debt.deadline else far, debt.matter.id)
    )


def is_chased(session: Session, debt: Debt, person: Person, now: datetime) -> bool:
    """Return whether this person is the one reminded of a debt: the partner's lead, or its deputy without one."""
    contact = contacts_for(session, debt.matter, now).get(debt.partner)
    return contact is not None and contact.person.id == person.id


def contacts_for(session: Session, matter: Owing, now: datetime) -> Mapping[str, Contact]:
    """Return whom each partner (or seat) is reached by about a matter; those nobody can be reached for are left out."""
    today = local_day(agreements.terms_of(session, matter.terms_id), now)
    if isinstance(matter, Decision):
        return decision_facts.contacts_of(session, matter, today)
    if isinstance(matter, Action):
        contact = action_facts.contact_of(session, matter, today)
        return {matter.partner: contact} if contact is not None else {}
    if isinstance(matter, SignatureRequest):
        return signature_facts.contacts_of(session, matter, today)
    if isinstance(matter, Meeting):
        secretary = meeting_facts.secretary_of(session, matter.agreement_id, today)
        return {SECRETARY: secretary} if secretary is not None else {}
    return leads_of(session, matter.agreement_id, None, today)


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
    matter, owed = debts[0].matter, {owed for debt in debts for owed in debt.owed}
    if isinstance(matter, Action):
        return Button("action_done", matter.id), debts[0].show
    if isinstance(matter, Conflict | Round):
        return (debts[0].show,)
    if isinstance(matter, SignatureRequest):
        today = local_day(agreements.terms_of(session, matter.terms_id), now)
        partners = {debt.partner for debt in debts}
        return (*signature_facts.sign_buttons(session, matter, partners, person, today), debts[0].show)
    if isinstance(matter, Meeting):
        return (*(Button(MEETING_PRESSES[one], matter.id) for one in MEETING_PRESSES if one in owed), debts[0].show)
    if isinstance(matter, Decision):
        asked = (Button("decision_ratify", matter.id),) if Owed.RATIFICATION in owed else ()
        return (*(asked or decision_facts.ballot(matter.id)), debts[0].show)
    answered = {ProposalKind.RESOLUTION: Owed.ANSWER, ProposalKind.EXTENSION: Owed.EXTENSION_ANSWER}
    offered = [
        button
        for proposal in matter.proposals
        if proposal.state is ProposalState.OPEN and answered[proposal.kind] in owed
        for button in answer_buttons(proposal)
    ]
    if Owed.ACKNOWLEDGEMENT in owed:
        offered.append(Button("issue_acknowledge", matter.id))
    if Owed.WAY_FORWARD in owed:
        offered.append(Button("issue_propose", matter.id))
    return (*offered, debts[0].show)


MEETING_PRESSES: Mapping[Owed, str] = {
    Owed.MEETING_NOTICE: "meeting_call",
    Owed.MEETING_PAPERS: "meeting_papers",
    Owed.MEETING_RECORD: "meeting_record",
}


def shown(debts: Iterable[Debt]) -> tuple[Button, ...]:
    """Return a press for each of the first matters these debts are owed to, that shows it."""
    found = {debt.matter.reference: debt.show for debt in debts}
    return tuple(replace(button, label=reference) for reference, button in found.items())[:5]
