"""What is read ahead: in a block in which nothing is written, many rows at once, and nothing twice.

The facts of a matter ask for its dates, its people, its notices. A page of matters asks for those of all of them first;
each then finds its own at hand. Outside of such a block everything is read when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import bindparam, inspect, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from storage.database import Base

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")
Row = TypeVar("Row", bound=Base)
AT_HAND = "at hand"


@contextmanager
def reading(session: Session) -> Iterator[None]:
    """Let what is read in this block be at hand until it ends. Whoever opens it writes nothing in it."""
    if AT_HAND in session.info:
        yield
        return
    session.info[AT_HAND] = {}
    try:
        yield
    finally:
        del session.info[AT_HAND]


def once(session: Session, what: Hashable, read: Callable[[], Found]) -> Found:
    """Return what `read` gives, read once in a block."""
    at_hand = session.info.get(AT_HAND)
    if at_hand is None:
        return read()
    if what not in at_hand:
        at_hand[what] = read()
    found: Found = at_hand[what]
    return found


def each(
    session: Session, what: Hashable, keys: Iterable[Key], read: Callable[[list[Key]], Mapping[Key, Found]]
) -> dict[Key, Found]:
    """Return what `read` gives for these keys, for each of which it gives something; in a block what is at hand."""
    wanted = list(dict.fromkeys(keys))
    at_hand: dict[Any, Any] = session.info.get(AT_HAND, {})
    missing = [key for key in wanted if (what, key) not in at_hand]
    new = read(missing) if missing else {}
    at_hand.update(((what, key), found) for key, found in new.items())
    return {key: at_hand[what, key] if (what, key) in at_hand else new[key] for key in wanted}


def put(session: Session, what: Hashable, found: Mapping[Any, Any]) -> None:
    """Have at hand in a block what was read in another way."""
    if AT_HAND in session.info:
        session.info[AT_HAND].update({(what, key): one for key, one in found.items()})


def known(session: Session, what: Hashable, key: Hashable) -> Any:
    """Return what is at hand of a key in a block; None where nothing is."""
    return session.info.get(AT_HAND, {}).get((what, key))


def rows(session: Session, model: type[Row], ids: Iterable[int | None]) -> list[Row]:
    """Return rows by their ids, and have them at hand in a block: who asks for one by its id finds it there."""
    wanted = [row for row in ids if row is not None]
    query = select(model).where(model.id.in_(bindparam("ids", expanding=True)))  # type: ignore[attr-defined]

    def read(missing: list[int]) -> dict[int, Row]:
        return {row.id: row for row in session.scalars(query, {"ids": missing})}  # type: ignore[attr-defined]

    return list(each(session, model, wanted, read).values())


def related(session: Session, of: Iterable[Base], *attributes: Any) -> None:
    """Read these collections of rows, each by one question, where they are not there yet."""
    these = list(of)
    for attribute in attributes:
        relation = attribute.property
        ((_, column),) = relation.local_remote_pairs
        found: dict[int, list[Any]] = {row.id: [] for row in these if attribute.key in inspect(row).unloaded}  # type: ignore[attr-defined]
        query = select(relation.mapper.class_).where(column.in_(list(found))).order_by(*relation.order_by)
        for row in session.scalars(query) if found else ():
            found[getattr(row, column.key)].append(row)
        for row in these:
            if row.id in found:  # type: ignore[attr-defined]
                set_committed_value(row, attribute.key, found[row.id])  # type: ignore[attr-defined]
