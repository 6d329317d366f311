"""Trackers: the tables of commitments that agreements keep, row by row, and every change that was ever proposed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship as related

from rules.trackers import ChangeState, Values, in_order
from storage.database import Base, BigId, Id, Key, Name, words_of
from storage.marks import Marked
from storage.rows import Numbered


class Tracker(Numbered):
    """One tracker of an agreement, as the terms it began under name it by `key`. `post_id` is its living message."""

    __tablename__ = "trackers"
    __table_args__ = (
        UniqueConstraint("agreement_id", "key"),
        UniqueConstraint("agreement_id", "number"),
        Base.__table_args__,
    )
    matter = "tracker"
    letter = "T"
    key: Mapped[Key]
    opened_at: Mapped[datetime]
    post_id: Mapped[int | None] = mapped_column(BigId)

    private = False  # everybody of the agreement may see how its commitments stand

    criteria: Mapped[list[Criterion]] = related(lazy="selectin", back_populates="tracker")

    @property
    def rows(self) -> list[Criterion]:
        """Return the rows that are part of the tracker, or are proposed to be, in the order of their numbers."""
        there = [one for one in self.criteria if one.status is not None or one.waiting is not None]
        return sorted(there, key=lambda one: in_order(one.number))


class Criterion(Marked, Base):
    """One row of a tracker. `status` None: it is proposed, and not part of the tracker before that is confirmed.

    `owner` and `target` are as printed; `target_on` is the day, where the target is one.
    """

    __tablename__ = "criteria"
    __table_args__ = (UniqueConstraint("tracker_id", "number"), Base.__table_args__)
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    tracker_id: Mapped[int] = mapped_column(ForeignKey("trackers.id"))
    number: Mapped[str] = mapped_column(String(8))
    reference: Mapped[str] = mapped_column(String(20), unique=True)
    feature: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    gap: Mapped[str] = mapped_column(Text)
    status: Mapped[str | None] = mapped_column(String(150))
    owner: Mapped[Name]
    target: Mapped[Name]
    target_on: Mapped[date | None]
    opened_at: Mapped[datetime]
    changed_at: Mapped[datetime]

    private = False

    tracker: Mapped[Tracker] = related(back_populates="criteria")
    changes: Mapped[list[Change]] = related(order_by="Change.number", lazy="selectin", back_populates="criterion")

    @property
    def values(self) -> Values:
        """Return what stands in the row."""
        return Values(self.feature, self.title, self.gap, self.status, self.owner, self.target, self.target_on)

    @property
    def waiting(self) -> Change | None:
        """Return the change that waits for the managing forum, or None."""
        return next((change for change in self.changes if change.state is ChangeState.WAITING), None)


class Change(Marked, Base):
    """A change of a row: what of it is to be different (`wanted`), and what stood there before, both in JSON values.

    Changes that were proposed in one act have the same `batch`: the id of the first of them. `proposed_by` is None for
    the command line. `met_on` and `evidence` say at which meeting the managing forum confirmed or refused it, and
    where that can be seen; of one taken back, `evidence` says why.
    """

    __tablename__ = "criterion_changes"
    __table_args__ = (UniqueConstraint("criterion_id", "number"), Base.__table_args__)
    id: Mapped[Id]
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criteria.id"))
    number: Mapped[int]
    batch: Mapped[int | None] = mapped_column(BigId, index=True)
    state: Mapped[ChangeState] = mapped_column(words_of(ChangeState))
    before: Mapped[dict[str, Any]]
    wanted: Mapped[dict[str, Any]]
    reason: Mapped[str] = mapped_column(Text)
    proposed_for: Mapped[str | None] = mapped_column(String(40))
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    proposed_name: Mapped[Name]
    proposed_at: Mapped[datetime]
    decided_name: Mapped[str | None] = mapped_column(String(150))
    decided_at: Mapped[datetime | None]
    met_on: Mapped[date | None]
    evidence: Mapped[str | None] = mapped_column(Text)

    criterion: Mapped[Criterion] = related(back_populates="changes")


Index(
    "ix_criterion_changes_waiting",
    Change.criterion_id,
    unique=True,  # a forum is asked one thing about a row
    sqlite_where=text("state = 'waiting'"),
    postgresql_where=text("state = 'waiting'"),
)


def by_key(session: Session, agreement_id: int, key: str, *, lock: bool = False) -> Tracker | None:
    """Return an agreement's tracker with this key, or None before anything is in it."""
    query = select(Tracker).where(Tracker.agreement_id == agreement_id, Tracker.key == key)
    return session.scalar(_locked(query) if lock else query)


def _locked(query: Any) -> Any:
    return query.with_for_update(key_share=True).execution_options(populate_existing=True)


def of_agreement(session: Session, agreement_id: int) -> list[Tracker]:
    """Return an agreement's trackers, in the order in which they were begun."""
    return list(session.scalars(select(Tracker).where(Tracker.agreement_id == agreement_id).order_by(Tracker.number)))


def criterion(session: Session, criterion_id: int) -> Criterion | None:
    """Return the row with this id, or None."""
    return session.get(Criterion, criterion_id)


def criterion_by_reference(session: Session, reference: str) -> Criterion | None:
    """Return the row with this reference, such as HAL-T1.1.4, in any case of letters, or None."""
    return session.scalar(select(Criterion).where(Criterion.reference == reference.upper()))


def change(session: Session, change_id: int) -> Change | None:
    """Return the change with this id, or None."""
    return session.get(Change, change_id)


def of_batches(session: Session, batches: Iterable[int | None]) -> dict[int, list[Change]]:
    """Return the changes of each of these batches, in the order in which they were proposed."""
    wanted = {batch for batch in batches if batch is not None}
    found: dict[int, list[Change]] = {}
    for one in session.scalars(select(Change).where(Change.batch.in_(wanted)).order_by(Change.id)):
        found.setdefault(one.batch or 0, []).append(one)
    return found
