"""The dates that run in an agreement, as far as somebody may see them: for home tabs, `due` and the channel's list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import debts
from handlers.conflicts import facts as conflict_facts
from handlers.deadlines import deadline_facts
from handlers.decisions import facts as decision_facts
from handlers.issues.access import may_see
from handlers.signatures import facts as signature_facts
from rules.decisions import DecisionState
from rules.meeting_life import TO_COME
from rules.signatures import RequestState
from storage import agreements, deadlines, matters
from storage.conflicts import Conflict
from storage.deadlines import Deadline
from storage.decisions import Decision
from storage.issues import Issue
from storage.matters import Matter
from storage.meetings import Meeting
from storage.milestones import Milestone
from storage.people import Capacity, Holding
from storage.reviews import Review
from storage.signatures import SignatureRequest


def running(session: Session, agreement_id: int, held: Sequence[Holding], now: datetime) -> list[dict[str, Any]]:
    """Return an agreement's dates for the templates, soonest first, as whoever holds these capacities may see them.

    Nobody's capacities show what everybody may see: private matters are left out.
    """
    found = [d for d in deadlines.live_of_agreement(session, agreement_id) if d.matter != conflict_facts.MATTER]
    known = matters.of_ids(session, matters.by_kind((d.matter, d.matter_id) for d in found))
    owed = debts.of_matters(session, known, now)
    rows: list[dict[str, Any]] = []
    for deadline in found:
        key = (deadline.matter, deadline.matter_id)
        matter = known.get(key)
        if matter is None or isinstance(matter, Conflict) or not _shown(matter, deadline, held):
            continue
        terms = agreements.terms_of(session, matter.terms_id)
        rows.append(
            {
                "reference": matter.reference,
                "title": matter.title,
                "state": matter.state.value,
                "private": matter.private,
                "kind": deadline.matter,
                "clock": deadline.clock,
                "stands_for": stands_for(matter),
                "deadline": deadline_facts(session, terms, deadline, now),
                "owing": [debt.name for debt in owed.get(key, ())],
                "due_at": deadline.due_at.isoformat(),
            }
        )
    return rows


def stands_for(matter: Any) -> str | None:
    """Return the key of the agreement's own date that a matter has come of; None where it has come of none."""
    if isinstance(matter, Review):
        return key_of_review(matter.occurrence)
    return key_of_milestone(matter.key) if isinstance(matter, Milestone) and matter.key else None


def key_of_review(occurrence: str) -> str:
    """Return the key among an agreement's obligations of the day on which an occurrence of a review is due."""
    return f"review.{occurrence}"


def key_of_milestone(key: str) -> str:
    """Return the key among an agreement's obligations of a milestone that its pack names."""
    return f"milestone.{key}"


def _shown(matter: Matter, deadline: Deadline, held: Sequence[Holding]) -> bool:
    """Return whether a date is one for everybody with these capacities: no draft's, and of what is over, its review."""
    if isinstance(matter, Decision):
        return matter.state is DecisionState.OPEN or deadline.clock == decision_facts.REVIEW
    if isinstance(matter, SignatureRequest):
        return matter.state is RequestState.OPEN and deadline.clock == signature_facts.SIGNING
    if isinstance(matter, Meeting):  # the dates are the secretary's own; the meeting's day stands in its message
        return matter.state in TO_COME and any(holding.capacity is Capacity.SECRETARY for holding in held)
    if isinstance(matter, Issue):
        return not matter.state.final and may_see(matter, held)
    return not isinstance(matter, Conflict) and not matter.state.final
