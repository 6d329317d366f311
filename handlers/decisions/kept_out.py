"""Why a partner has no vote in a decision for now: how its conflict is handled, or that the others must consent."""

from __future__ import annotations

from collections.abc import Mapping, Set as AbstractSet

from sqlalchemy.orm import Session

from handlers.actors import names_of
from rules.conflicts import Handling
from rules.terms import Terms
from storage import conflicts
from storage.decisions import Decision

HANDLED: Mapping[Handling, str] = {
    Handling.WITHOUT_VOTING: "takes part without voting",
    Handling.WITHDRAWS: "withdraws from it",
    Handling.MOVED: "has no responsibility for it any more",
    Handling.REMOVED: "is removed from it",
}


def why_kept_out(session: Session, terms: Terms, decision: Decision, partners: AbstractSet[str]) -> str:
    """Return in words why partners that declared a conflict have no vote in a decision for now."""
    handled = {
        touched.conflict.partner: touched.handling
        for touched in conflicts.of_matter(session, decision.matter, decision.id)
        if touched.handling is not None and touched.handling.keeps_out and touched.conflict.ended_at is None
    }
    return "; ".join(
        f"{name} has declared a conflict of interest in it{_how(handled.get(partner))}"
        for partner in sorted(partners, key=[known.key for known in terms.partners].index)
        for name in names_of(terms, {partner})
    )


def _how(handling: Handling | None) -> str:
    if handling is not None:
        return f", and as that is handled it {HANDLED[handling]}"
    return " and takes no part before the other partners consent"
