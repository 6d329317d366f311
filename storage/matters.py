"""Matters by their kind: what deadlines and notices are about. Whoever locks several does it here, in one order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage import (
    actions,
    ahead,
    conflicts,
    deadlines,
    decisions,
    issues,
    meetings,
    milestones,
    notices,
    reviews,
    rows,
    signatures,
)
from storage.actions import Action
from storage.conflicts import Conflict
from storage.decisions import Decision
from storage.issues import Issue
from storage.meetings import Meeting
from storage.milestones import Milestone
from storage.reviews import Review
from storage.signatures import SignatureRequest

Matter = Issue | Decision | Conflict | Action | SignatureRequest | Review | Milestone | Meeting

KINDS: Mapping[str, type[Matter]] = {
    model.matter: model for model in (Issue, Decision, Conflict, Action, SignatureRequest, Review, Milestone, Meeting)
}
"""The kinds that deadlines and notices are about, by name, in the order in which they are locked."""


def by_kind(named: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    """Return the ids of these matters, each named by its kind and id, by kind."""
    found: dict[str, set[int]] = {kind: set() for kind in KINDS}
    for kind, row in named:
        found[kind].add(row)
    return found


def get(session: Session, kind: str, row: int, *, lock: bool = False) -> Matter:
    """Return a matter that is there. With `lock`, nobody else changes it before the transaction ends."""
    (found,) = rows.of_ids(session, KINDS[kind], [row], lock=lock)
    return found


def held(session: Session, kind: str, row: int) -> Matter:
    """Return a matter that this transaction has locked already, as it stands."""
    model: type[Any] = KINDS[kind]
    found: Matter = session.get_one(model, row)
    return found


def of_ids(session: Session, ids: Mapping[str, Collection[int]]) -> dict[tuple[str, int], Matter]:
    """Return matters, their ids given by kind, by kind and id."""
    return _read(session, ids, lock=False)


def read_ahead(session: Session, found: Iterable[Matter], *, whole: bool = False) -> None:
    """Read what is asked of these matters, whatever their kinds: a few questions for each kind, of however many.

    With `whole`, also what became of their earlier dates, who was notified of them, and what followed.
    """
    of_kind: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    for matter in found:
        of_kind[matter.matter].append(matter)
    for kind, these in of_kind.items():
        if not these:
            continue
        ids = [matter.id for matter in these]
        READ_AHEAD[kind](session, these)
        ahead.put(session, KINDS[kind], {matter.id: matter for matter in these})
        deadlines.live(session, kind, ids)
        if whole:
            deadlines.histories(session, kind, ids)
            notices.of_matters(session, kind, ids)
            actions.because_of_each(session, kind, ids)
        if whole and kind == Issue.matter:
            decisions.of_issues(session, ids)


READ_AHEAD: Mapping[str, Callable[[Session, list[Any]], None]] = {
    Issue.matter: issues.read_ahead,
    Decision.matter: decisions.read_ahead,
    Conflict.matter: conflicts.read_ahead,
    Action.matter: actions.read_ahead,
    SignatureRequest.matter: signatures.read_ahead,
    Review.matter: reviews.read_ahead,
    Milestone.matter: milestones.read_ahead,
    Meeting.matter: meetings.read_ahead,
}
"""What is asked of the matters of each kind, beside what is asked of all."""


def by_references(session: Session, references: Iterable[str]) -> dict[str, Matter]:
    """Return the matters with these references, by reference; what is no matter's is left out."""
    wanted = list(references)
    found: dict[str, Matter] = {}
    for model in KINDS.values() if wanted else ():
        these: list[Matter] = list(session.scalars(select(model).where(model.reference.in_(wanted))))
        found |= {matter.reference: matter for matter in these}
    return found


def lock(session: Session, ids: Mapping[str, Collection[int]]) -> dict[tuple[str, int], Matter]:
    """Return matters as `of_ids` does, as they stand once nobody else can change them before the transaction ends."""
    return _read(session, ids, lock=True)


def _read(session: Session, ids: Mapping[str, Collection[int]], *, lock: bool) -> dict[tuple[str, int], Matter]:
    found: dict[tuple[str, int], Matter] = {}
    for kind, model in KINDS.items():
        these: list[Matter] = rows.of_ids(session, model, ids[kind], lock=lock) if ids.get(kind) else []
        found |= {(kind, matter.id): matter for matter in these}
    return found
