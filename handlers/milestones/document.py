"""The milestones of an agreement's document: taken up when a version of its terms comes, and followed ever after."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers.actors import local_day
from handlers.milestones import clock
from handlers.milestones.facts import owner_name, standing_of, when_words
from rules import periods
from rules.milestones import ASKED_EVERY, MilestoneState
from rules.terms import Milestone as Stated, Terms
from storage import agreements, milestones, register, rows
from storage.agreements import Agreement, TermsVersion
from storage.milestones import Milestone

FOLLOWED = ("name", "clause", "owner", "on", "precision", "condition", "note")


def take_up(session: Session, agreement: Agreement, now: datetime, *, by: str = "Accord") -> int:
    """Bring an agreement's milestones up to what the newest version of its terms says; return how many changed.

    New ones are added, and changed ones follow the document, the old value on record. What people agreed meanwhile,
    such as a later date, stands until the document itself says something else. One that left the document stays on
    record, and nobody is asked for it any more.
    """
    version = agreements.latest_version(session, agreement.id)
    terms = agreements.terms_of(session, version.id)
    taking = _Taking(session, agreement, version, terms, now, by)
    known = milestones.of_document(session, agreement.id)
    changed = 0
    for stated in terms.milestones:
        row = known.pop(stated.key, None)
        if row is None:
            taking.add(stated)
            changed += 1
        else:
            changed += taking.follow(row, stated)
    return changed + sum(taking.let_go(row) for row in known.values())


def _said(stated: Stated) -> dict[str, Any]:
    """Return what the document says of a milestone, in plain JSON values."""
    said = stated.model_dump(mode="json")
    return {name: said[name] for name in FOLLOWED}


class _Taking:
    """One version of the terms, as its milestones are taken up."""

    def __init__(
        self, session: Session, agreement: Agreement, version: TermsVersion, terms: Terms, now: datetime, by: str
    ) -> None:
        self.session, self.agreement, self.version, self.terms = session, agreement, version, terms
        self.now, self.by, self.today = now, by, local_day(terms, now)

    def add(self, stated: Stated) -> None:
        """Add one that the document did not have before."""
        row = rows.begin(
            self.session,
            self.agreement,
            Milestone,
            terms_id=self.version.id,
            key=stated.key,
            document=_said(stated),
            title=stated.name,
            clause=stated.clause,
            particulars=stated.note or "",
            owner=stated.owner,
            condition=stated.condition,
            state=MilestoneState.OPEN,
            added_at=self.now,
        )
        self._date(row, stated)
        clock.keep(self.session, row, self.now)
        self._write(row, "milestone-added", self._told(row))

    def follow(self, row: Milestone, stated: Stated) -> int:
        """Let one that is there follow the document; return whether anything changed."""
        back, old, new = row.left_version is not None, dict(row.document or {}), _said(stated)
        row.terms_id = self.version.id
        if old == new and not back:
            return 0
        was_when = when_words(row.day, row.precision)
        row.document, row.left_version = new, None
        row.title, row.clause, row.particulars = stated.name, stated.clause, stated.note or ""
        changes = self._changes(old, new)
        if "owner" in changes:
            row.owner = stated.owner
        if "condition" in changes:
            row.condition, row.came_true_on = stated.condition, None
        moved = any(old.get(name) != new[name] for name in ("on", "precision"))
        reopened = back and row.state is MilestoneState.DROPPED and row.closing_words is None
        if reopened or (moved and row.state is MilestoneState.NOT_MET):
            row.state, row.closed_at, row.said = MilestoneState.OPEN, None, None
        if moved or reopened:
            self._date(row, stated)
        elif row.state is MilestoneState.OPEN and row.due_on is None and row.ask_on is None:
            row.ask_on = self.today + ASKED_EVERY
        clock.keep(self.session, row, self.now, why=f"Version {self.version.number} of the terms")
        if back:
            self._write(row, "milestone-added", self._told(row))
        if moved:
            facts = {"was": was_when, "now": when_words(row.day, row.precision), "due_on": _iso(row.due_on)}
            self._write(row, "milestone-moved", facts)
        for kind, (was, now) in changes.items():
            self._write(row, "milestone-changed", {"kind": kind, "was": was, "now": now})
        return 1

    def let_go(self, row: Milestone) -> int:
        """Keep one on record that the document no longer has; return whether that is new."""
        if row.left_version is not None:
            return 0
        row.left_version = self.version.number
        was_open = row.state is MilestoneState.OPEN
        if was_open:
            row.state, row.closed_at, row.ask_on = MilestoneState.DROPPED, self.now, None
        clock.keep(self.session, row, self.now)
        act = "milestone-dropped" if was_open else "milestone-left"
        self._write(row, act, {"kind": "document", "version": self.version.number})
        return 1

    def _date(self, row: Milestone, stated: Stated) -> None:
        """Give it the document's date: past where its last day lay before today and nobody has said anything since."""
        row.day, row.precision = stated.on, stated.precision
        row.due_on = periods.period(stated.on, stated.precision).last_on if stated.on else None
        is_open = row.state is MilestoneState.OPEN
        row.past = is_open and row.due_on is not None and row.due_on < self.today
        row.past_asked_at = None
        row.ask_on = self.today + ASKED_EVERY if is_open and row.due_on is None else None

    def _changes(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, tuple[str | None, str | None]]:
        """Return what else the document says differently, in words: before, and now."""
        found = {name: (old.get(name), new[name]) for name in ("name", "clause", "owner", "condition", "note")}
        changed = {name: pair for name, pair in found.items() if pair[0] != pair[1]}
        if "owner" in changed:
            was, now = changed["owner"]
            changed["owner"] = (owner_name(self.terms, was), owner_name(self.terms, now))
        return changed

    def _told(self, row: Milestone) -> dict[str, Any]:
        return {
            "title": row.title,
            "owner": row.owner,
            "due_on": _iso(row.due_on),
            "precision": row.precision if row.day else None,
            "condition": row.condition,
            "kind": "document",
            "version": self.version.number,
            "past": standing_of(row).past,
        }

    def _write(self, row: Milestone, act: str, facts: Mapping[str, Any]) -> None:
        self.session.flush()  # the register reads the agreement anew
        register.write(
            self.session,
            self.agreement,
            at=self.now,
            act=act,
            person=self.by,
            reference=row.reference,
            facts={**facts, "clause": row.clause},
        )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
