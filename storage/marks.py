"""Marks: the ids of rows that buttons and forms can name. Nobody guesses one, and no later row gets it.

An id that is counted is given again once an older copy of a database is put back: an old button would then act on
another row. A mark is not: what it named is there, or nothing is.
"""

from __future__ import annotations

import secrets
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, event, exists, or_, select
from sqlalchemy.orm import Mapper, Session, object_session

from storage.database import Base

CHANCE_BITS = 32  # up to two million rows of a table a mark stays below 2**53, which every reader of JSON keeps exactly
FIRST = 1 << CHANCE_BITS
"""Every mark is higher. A lower id is a number, of a row that was there before there were marks."""


class Marked:
    """A row whose id is a mark: which one of its table it is, in the order they were made, with chance behind that."""


@event.listens_for(Marked, "before_insert", propagate=True)
def _give(mapper: Mapper[Any], connection: Connection, row: Any) -> None:
    """Give a new row its mark. Two that are made at the same moment differ by their chance alone."""
    if row.id is not None:
        return
    session, table = object_session(row), mapper.local_table
    made = session.info if session is not None else {}
    if table not in made:
        last = connection.exec_driver_sql(f"SELECT max(id) FROM {table}").scalar()  # noqa: S608 (a table of ours)
        made[table] = (last or 0) >> CHANCE_BITS
    made[table] += 1
    row.id = made[table] << CHANCE_BITS | secrets.randbits(CHANCE_BITS)


def known(session: Session, row: int) -> bool:
    """Return whether there is a row, of whatever kind, that a button with this id could name."""
    return bool(session.scalar(_known(), {"row": row}))


@cache
def _known() -> Select[tuple[bool | None]]:
    marked: list[Any] = [mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Marked)]
    return select(or_(*(exists().where(model.id == bindparam("row")) for model in marked)))
