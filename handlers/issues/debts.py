"""What partners owe an issue: they acknowledge it, answer a proposal, propose a way forward."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from handlers.actors import name_of
from handlers.debts import Asking, Debt, by_urgency
from handlers.issues.facts import MATTER, answer_buttons, debts_of, terms_of
from handlers.requests import Button
from rules.issues import LIVING, Owed, ProposalKind, ProposalState
from storage import deadlines, issues
from storage.issues import Issue


def of_agreement(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return what an agreement's living issues wait for."""
    return of_all(session, issues.of_agreement(session, agreement_id, states=LIVING), now)


def of_all(session: Session, found: Iterable[Issue], now: datetime) -> list[Debt]:
    """Return what is owed to these issues, overdue and soonest first, those without a date last."""
    living = list(found)
    due = {d.matter_id: d for d in deadlines.live(session, MATTER, [issue.id for issue in living])}
    debts = []
    for issue in living:
        terms = terms_of(session, issue)
        debts += [
            Debt(issue, partner, name_of(terms, partner), owed, due.get(issue.id))
            for partner, owed in debts_of(session, issue, terms, now).items()
        ]
    return by_urgency(debts)


def settled_by(issue: Issue, debts: Sequence[Debt], _: Asking) -> tuple[Button, ...]:
    """Return the presses by which what partners owe an issue is settled."""
    owed = {owed for debt in debts for owed in debt.owed}
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
