"""Counters: how many numbers an agreement has given to its matters, by kind. Whoever counts holds the agreement."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.agreements import Agreement
from storage.database import Base, Id, Key

COLUMNS = {
    "issue": "issues_raised",
    "decision": "decisions_proposed",
    "conflict": "conflicts_declared",
    "action": "actions_opened",
    "signature": "signatures_requested",
    "review": "reviews_opened",
    "tracker": "trackers_kept",
    "milestone": "milestones_added",
    "meeting": "meetings_planned",
}
"""The columns of an agreement that the release before counts these kinds in: kept in step, so that it can go on.

They are dropped one release after this one, and with them what is said of them here. No new kind has one.
"""


class Counter(Base):
    """How many numbers of one kind of matter an agreement has given so far. No row: none."""

    __tablename__ = "counters"
    __table_args__ = (UniqueConstraint("agreement_id", "matter"), Base.__table_args__)
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    matter: Mapped[Key]
    given: Mapped[int]


def given(session: Session, agreement: Agreement, matter: str) -> int:
    """Return how many numbers of this kind the agreement has given, which is the last one; 0 before the first."""
    found = session.scalar(select(Counter.given).where(Counter.agreement_id == agreement.id, Counter.matter == matter))
    return _highest(agreement, matter, found)


def _highest(agreement: Agreement, matter: str, counted: int | None) -> int:
    return max(counted or 0, getattr(agreement, COLUMNS[matter]) if matter in COLUMNS else 0)


def give(session: Session, agreement: Agreement, matter: str) -> int:
    """Return the agreement's next number of this kind, from 1, and count it.

    No two get the same, and none is left out: whoever wants another waits for the end of this transaction.
    """
    _hold(session, agreement)
    number = given(session, agreement, matter) + 1
    _keep(session, agreement, matter, number)
    return number


def raise_to(session: Session, agreement: Agreement, matter: str, number: int) -> None:
    """Have the agreement's next number of this kind be higher than `number`, as after a back-up is restored.

    A counter that is there already, or further, stays as it is.
    """
    _hold(session, agreement)
    if number > given(session, agreement, matter):
        _keep(session, agreement, matter, number)


def _hold(session: Session, agreement: Agreement) -> None:
    """Wait until nobody else counts anything of the agreement, and read it anew."""
    session.refresh(agreement, with_for_update={"key_share": True})


def _keep(session: Session, agreement: Agreement, matter: str, number: int) -> None:
    insert = (sqlite if session.get_bind().dialect.name == "sqlite" else postgresql).insert
    row = insert(Counter).values(agreement_id=agreement.id, matter=matter, given=number)
    session.execute(row.on_conflict_do_update(index_elements=["agreement_id", "matter"], set_={"given": number}))
    if matter in COLUMNS:
        setattr(agreement, COLUMNS[matter], number)
        session.flush()  # whoever holds the agreement next in this transaction reads it anew


def behind(session: Session) -> list[tuple[str, str, int, int]]:
    """Return the counters that are below what they count, by the agreement's key and the kind of matter.

    Of each the highest number that a row of that kind bears, and what the counter says.
    """
    found = []
    of = {(one.agreement_id, one.matter): one.given for one in session.scalars(select(Counter))}
    every = session.scalars(select(Agreement).order_by(Agreement.key)).all()
    models: list[Any] = [mapper.class_ for mapper in Base.registry.mappers]
    for model in models:
        if not isinstance(getattr(model, "letter", None), str):
            continue
        numbered = select(model.agreement_id, func.max(model.number)).group_by(model.agreement_id)
        highest: dict[int, int] = dict(session.execute(numbered).all())
        for agreement in every:
            said = _highest(agreement, model.matter, of.get((agreement.id, model.matter)))
            if said < highest.get(agreement.id, 0):
                found.append((agreement.key, model.matter, highest[agreement.id], said))
    return found
