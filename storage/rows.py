"""Rows of matters of any kind: begun with a number, found, locked, and moved on from the state that was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, TypeVar

from sqlalchemy import ColumnElement, ForeignKey, Select, String, bindparam, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session

from storage import ahead, counters, kept
from storage.agreements import Agreement
from storage.database import Base, Id
from storage.marks import Marked


class Numbered(Marked, Base):
    """A row that people know by its reference: the prefix of its agreement, the letter of its kind, its number there.

    `matter` is the name that deadlines, notices and buttons know its kind by: "decision" for SEF-D2, whose `letter` is
    "D"; an issue's is empty.
    """

    __abstract__ = True
    matter: ClassVar[str]
    letter: ClassVar[str]
    private: Any = False  # everybody of the agreement may know of it, unless its kind has a column that says otherwise

    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    terms_id: Mapped[int] = mapped_column(ForeignKey("terms.id"))
    number: Mapped[int]
    reference: Mapped[str] = mapped_column(String(20), unique=True)


Row = TypeVar("Row", bound=Numbered)


def begin(session: Session, agreement: Agreement, model: type[Row], **values: Any) -> Row:
    """Return a new row of an agreement, its number one higher than that of the last of its kind, from 1.

    No two get the same: whoever begins another waits for the end of this transaction.
    """
    number = counters.give(session, agreement, model.matter)
    reference = f"{agreement.prefix}-{model.letter}{number}"
    row = model(agreement_id=agreement.id, number=number, reference=reference, **values)
    session.add(row)
    return row


def get(session: Session, model: type[Row], row: int, *, lock: bool = False) -> Row | None:
    """Return the row with this id, or None. With `lock`, nobody else changes it before the transaction ends.

    What is locked is read anew, whatever was read of it before: somebody may have changed it while this waited.
    """
    at_hand: Row | None = None if lock else ahead.known(session, model, row)
    return at_hand or session.scalar(_by_id(model, lock=lock), {"row": row})


def session_of(row: Numbered) -> Session:
    """Return the session that a row was read in."""
    found = object_session(row)
    assert found is not None  # noqa: S101 (matters are read in a session, and looked at in it)
    return found


def of_ids(session: Session, model: type[Row], ids: Iterable[int], *, lock: bool = False) -> list[Row]:
    """Return these rows in the order of their ids, which is the order in which they are locked with `lock`."""
    wanted = sorted(set(ids))
    at_hand = [] if lock else [row for one in wanted if (row := ahead.known(session, model, one)) is not None]
    if len(at_hand) == len(wanted):
        return at_hand
    return list(session.scalars(_by_ids(model, lock=lock), {"ids": wanted}))


def in_states(session: Session, model: type[Row], agreement_id: int, states: Iterable[StrEnum]) -> list[Row]:
    """Return an agreement's rows in these states, oldest first."""
    return list(session.scalars(_in_states(model), {"agreement": agreement_id, "states": list(states)}))


def count(session: Session, model: type[Row], agreement_id: int) -> int:
    """Return how many rows of a kind an agreement has."""
    query = select(func.count()).select_from(model).where(model.agreement_id == agreement_id)
    return session.scalar(query) or 0


def first_of(model: type[Row], where: Iterable[ColumnElement[bool]], *order: Any) -> Select[Row, int]:
    """Return the query for the first `most` rows of which something is true, each with how many such there are."""
    these = tuple(where)
    there_are = select(func.count()).select_from(model).where(*these).correlate(None).scalar_subquery()
    return select(model, there_are).where(*these).order_by(*order).limit(bindparam("most"))


def first(session: Session, query: Select[Row, int], asked: Mapping[str, Any]) -> tuple[list[Row], int]:
    """Return the rows that such a query gives, and how many there are beside them."""
    found = session.execute(query, dict(asked)).all()
    return [row for row, _ in found], found[0][1] if found else 0


def by_reference(session: Session, model: type[Row], reference: str) -> Row | None:
    """Return the row with this reference, in any case of letters, or None."""
    found: Row | None = session.scalar(_by_reference(model), {"reference": reference.upper()})
    return found


@cache
def _by_id(model: type[Row], *, lock: bool) -> Select[Row]:
    query = select(model).where(model.id == bindparam("row"))
    return _locked(query, model) if lock else query


@cache
def _by_ids(model: type[Row], *, lock: bool) -> Select[Row]:
    query = select(model).where(model.id.in_(bindparam("ids", expanding=True))).order_by(model.id)
    return _locked(query, model) if lock else query


@cache
def _in_states(model: Any) -> Select[Any]:
    of_it = model.agreement_id == bindparam("agreement")
    return select(model).where(of_it, model.state.in_(bindparam("states", expanding=True))).order_by(model.number)


@cache
def _by_reference(model: type[Row]) -> Select[Row]:
    return select(model).where(model.reference == bindparam("reference"))


def _locked(query: Select[Row], model: type[Row]) -> Select[Row]:
    return query.with_for_update(key_share=True, of=model).execution_options(populate_existing=True)


def move_on(session: Session, row: Row, values: Mapping[str, Any]) -> bool:
    """Change a row that is still in the `state` that was read; return False when somebody else was faster.

    What was changed of it beside that is written first, since it is read anew.
    """
    session.flush()
    model: Any = type(row)
    read: Any = row
    changed = update(model).where(model.id == row.id, model.state == read.state).values(dict(values))
    moved = session.execute(changed.returning(model.id)).all()
    session.refresh(row)
    kept.note(session, row)
    return len(moved) == 1
