"""People read ahead for a page of matters, with the capacities they hold: one question each, however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from storage import ahead
from storage.database import remembered
from storage.people import Holding, Person


def read(session: Session, ids: Iterable[int | None]) -> None:
    """Have these people at hand until the block ends."""
    ahead.rows(session, Person, ids)


def read_holdings(session: Session, ids: Iterable[int | None]) -> None:
    """Have these people at hand, and every capacity that each of them holds, held or will hold."""
    wanted = {row for row in ids if row is not None}
    read(session, wanted)
    held: dict[int, list[Holding]] = {row: [] for row in wanted if (Holding, row) not in session.info}
    for one in session.scalars(_holdings(), {"people": list(held)}) if held else ():
        held[one.person_id].append(one)
    for row, mine in held.items():
        remembered(session, (Holding, row), partial(list, mine))


@cache
def _holdings() -> Select[Holding]:
    return select(Holding).where(Holding.person_id.in_(bindparam("people", expanding=True))).order_by(Holding.id)
