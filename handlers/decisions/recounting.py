"""Votes that were open when the count changed are counted anew, and whoever proposed them is told what that changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import outgoing
from handlers.actors import local_day
from handlers.decisions.access import lock_all
from handlers.decisions.facts import facts_of, terms_of
from handlers.requests import Button
from rules.decisions import DecisionState
from rules.older_counts import renewed_count
from storage import people, redraws
from storage.decisions import Decision

ALWAYS = ("quorum", "quorate", "carried")
ONCE_VOTED = ("base", "needed")  # before anybody has voted, a share of those who do is a share of nobody yet


def recount(session: Session, decision_id: int, now: datetime) -> int:
    """Count an open decision's votes anew; return whether its proposer was told, which happens once.

    Nothing is said where the numbers, the quorum and the result are what they were.
    """
    decision = next(iter(lock_all(session, [decision_id])), None)
    if decision is None or decision.counted_before is None:
        return 0
    before, decision.counted_before = renewed_count(decision.counted_before), None
    session.flush()
    if decision.state is not DecisionState.OPEN:
        return 0
    redraws.note(session, decision, now)
    facts = facts_of(session, decision, now)
    return int(changed(before, facts["tally"]) and _tell(session, decision, before, facts, now))


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Return whether the numbers, the quorum or the result differ between two counts of the same votes.

    Counts of other votes are not compared: somebody has voted since the older one was posted.
    """
    if any(before[name] != after[name] for name in ("in_favour", "against")):
        return False
    voted = after["in_favour"] + after["against"] + after["abstain"]
    return any(before[name] != after[name] for name in (*ALWAYS, *(ONCE_VOTED if voted else ())))


def _tell(
    session: Session, decision: Decision, before: Mapping[str, Any], facts: Mapping[str, Any], now: datetime
) -> bool:
    """Tell whoever proposed it, or the secretary where they are not in the chat."""
    account = people.linked_account(session, decision.proposed_by)
    if account is None:
        today = local_day(terms_of(session, decision), now)
        secretary = people.secretary_reached(session, today, decision.agreement_id)
        account = secretary.account if secretary is not None else None
    if account is None:
        return False
    outgoing.direct(
        session,
        account,
        "vote_recounted",
        {**facts, "before": dict(before)},
        once=f"decision:{decision.id}:recounted",
        about=f"decision:{decision.id}",
        agreement_id=decision.agreement_id,
        buttons=(Button("decision_show", decision.id),),
        now=now,
    )
    return True
