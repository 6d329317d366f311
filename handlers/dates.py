"""The dates that run in an agreement, as far as somebody may see them: for home tabs, `due` and the channel's list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import action_facts, decision_facts, issue_facts
from handlers.actors import local_day, names_of
from handlers.issue_access import may_see
from handlers.issue_facts import deadline_facts
from rules.decisions import DecisionState
from storage import actions, agreements, deadlines, decisions, issues
from storage.actions import Action
from storage.deadlines import Deadline
from storage.decisions import Decision
from storage.issues import Issue
from storage.people import Holding


def running(session: Session, agreement_id: int, held: Sequence[Holding], now: datetime) -> list[dict[str, Any]]:
    """Return an agreement's dates for the templates, soonest first, as whoever holds these capacities may see them.

    Nobody's capacities show what everybody may see: private matters are left out.
    """
    found = deadlines.live_of_agreement(session, agreement_id)
    about_issues = [d.matter_id for d in found if d.matter == issue_facts.MATTER]
    about_decisions = [d.matter_id for d in found if d.matter == decision_facts.MATTER]
    about_actions = [d.matter_id for d in found if d.matter == action_facts.MATTER]
    matters: dict[tuple[str, int], Issue | Decision | Action] = {
        **{(issue_facts.MATTER, issue.id): issue for issue in issues.of_ids(session, about_issues)},
        **{(decision_facts.MATTER, one.id): one for one in decisions.of_ids(session, about_decisions)},
        **{(action_facts.MATTER, action.id): action for action in actions.of_ids(session, about_actions)},
    }
    rows: list[dict[str, Any]] = []
    for deadline in found:
        matter = matters.get((deadline.matter, deadline.matter_id))
        if matter is None or not _shown(matter, deadline, held):
            continue
        terms = agreements.terms_of(session, matter.terms_id)
        rows.append(
            {
                "reference": matter.reference,
                "title": matter.title,
                "state": matter.state.value,
                "private": matter.private,
                "deadline": deadline_facts(session, terms, deadline, now),
                "owing": _owing(session, matter, now),
                "due_at": deadline.due_at.isoformat(),
            }
        )
    return rows


def _shown(matter: Issue | Decision | Action, deadline: Deadline, held: Sequence[Holding]) -> bool:
    """Return whether a date is one for everybody with these capacities: no draft's, and of what is over, its review."""
    if isinstance(matter, Decision):
        return matter.state is DecisionState.OPEN or deadline.clock == decision_facts.REVIEW
    return not matter.state.final and (isinstance(matter, Action) or may_see(matter, held))


def _owing(session: Session, matter: Issue | Decision | Action, now: datetime) -> list[str]:
    terms = agreements.terms_of(session, matter.terms_id)
    if isinstance(matter, Issue):
        return names_of(terms, issue_facts.debts_of(matter, terms))
    if isinstance(matter, Action):
        return names_of(terms, [matter.partner])
    if matter.state is not DecisionState.OPEN:
        return []
    return [voter.name for voter in decision_facts.silent(session, matter, local_day(terms, now))]
