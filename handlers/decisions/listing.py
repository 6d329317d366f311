"""The decisions of an agreement as they are listed: drafts, those open to votes, and the latest that were closed."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor
from handlers.decisions.access import may_see
from handlers.decisions.facts import OPENING, rule_of, terms_of
from handlers.requests import Answer, Button, Request, Say
from rules.decisions import DecisionState, outcome_of
from storage import ahead, deadlines, decisions
from storage.agreements import Agreement
from storage.decisions import Decision
from storage.seeing import seeing

LATEST = 10
LONGEST_LIST = 25
CLOSED = tuple(state for state in DecisionState if state.final)


def list_decisions(session: Session, request: Request, agreement: Agreement) -> Answer:
    """List the decisions of an agreement: drafts, those open to votes, and the latest that were closed."""
    actor = actors.actor_in(session, agreement, request)
    with ahead.reading(session):
        drafts, drafted = _first(session, actor, (DecisionState.DRAFT,), LONGEST_LIST)
        open_, opened = _first(session, actor, (DecisionState.OPEN,), LONGEST_LIST)
        closed, _ = _first(session, actor, CLOSED, LATEST)
        to_come = [*drafts, *open_][:LONGEST_LIST]
        shown = [*to_come, *closed]
        rows = _rows(session, shown)
    return Say(
        "decision_list",
        {"agreement": actor.terms.short_title, "rows": rows, "more": drafted + opened - len(to_come)},
        tuple(Button("decision_show", decision.id, label=decision.reference) for decision in shown[:5]),
    )


def _first(session: Session, actor: Actor, states: tuple[DecisionState, ...], most: int) -> tuple[list[Decision], int]:
    """Return the first decisions in these states that somebody may see, and how many such there are.

    The oldest come first; of those that are closed, the newest. Who may know of one on a private issue is known by its
    electorate alone: these are read, and looked at one by one.
    """
    newest = states == CLOSED
    known, there_are = decisions.seen(
        session, actor.agreement.id, seeing(actor.holdings), states=states, most=most, newest=newest
    )
    private = decisions.on_private(session, actor.agreement.id, states=states)
    decisions.read_ahead(session, private)
    mine = [decision for decision in private if may_see(decision, actor)]
    found = sorted([*known, *mine], key=lambda decision: decision.number, reverse=newest)
    return found[:most], there_are + len(mine)


def _rows(session: Session, shown: list[Decision]) -> list[dict[str, Any]]:
    drafts = [decision.id for decision in shown if decision.state is DecisionState.DRAFT]
    opens = {
        one.matter_id: one.due_on.isoformat()
        for one in deadlines.live(session, Decision.matter, drafts)
        if one.clock == OPENING
    }
    return [
        {
            "reference": decision.reference,
            "title": decision.title,
            "state": decision.state.value,
            "outcome": outcome_of(terms_of(session, decision), rule_of(session, decision)).value,
            "closes_on": decision.closes_on.isoformat(),
            "opens_on": opens.get(decision.id),
        }
        for decision in shown
    ]
