"""The dates that run in an agreement, as far as somebody may see them: for home tabs, `due` and the channel's list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers.conflicts import facts as conflict_facts
from handlers.deadlines import deadline_facts
from handlers.debts import Owing
from handlers.kinds import KINDS
from handlers.overview import debts
from storage import agreements, deadlines, matters
from storage.people import Holding


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
        matter: Any = known.get(key)
        if matter is None or not KINDS[deadline.matter].runs_for(matter, deadline, held):
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
                "owing": list(dict.fromkeys(debt.called for debt in owed.get(key, ()))),
                "due_at": deadline.due_at.isoformat(),
            }
        )
    return rows


def stands_for(matter: Owing) -> str | None:
    """Return the key of the agreement's own date that a matter has come of; None where it has come of none."""
    kind = KINDS.get(matter.matter)
    return kind.stands_for(matter) if kind else None
