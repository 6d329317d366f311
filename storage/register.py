"""The register: the append-only record of all that happened, hash-chained for each agreement."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.agreements import Agreement
from storage.database import Base, Id, Key, Name, PlaceKey

START = "0" * 64
PART = 500  # entries that are read at a time


class Entry(Base):
    """One thing that happened. `facts` and `source` are JSON text, kept byte for byte as they were hashed."""

    __tablename__ = "register"
    __table_args__ = (UniqueConstraint("agreement_id", "number"), Base.__table_args__)
    id: Mapped[Id]
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    number: Mapped[int]
    at: Mapped[datetime]
    act: Mapped[Key]
    reference: Mapped[str | None] = mapped_column(String(20), index=True)
    private: Mapped[bool]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    person: Mapped[Name]
    partner: Mapped[PlaceKey | None]
    on_behalf: Mapped[bool]
    facts: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))

    def as_json(self) -> dict[str, Any]:
        """Return the entry as the values that are hashed, in plain JSON types, with its hash."""
        return {**_hashed(self), "hash": self.hash}


@dataclass(frozen=True)
class Damage:
    """The first entry of a register that is not as it was written, and what is wrong with it."""

    number: int
    what: str


def write(
    session: Session,
    agreement: Agreement,
    *,
    at: datetime,
    act: str,
    person: str,
    person_id: int | None = None,
    partner: str | None = None,
    on_behalf: bool = False,
    reference: str | None = None,
    private: bool = False,
    facts: Mapping[str, Any] | None = None,
    source: Mapping[str, Any] | None = None,
) -> Entry:
    """Append an entry to the agreement's register, chained to the one before; return it."""
    session.refresh(agreement, with_for_update={"key_share": True})  # entries are numbered one after another
    entry = Entry(
        agreement_id=agreement.id,
        number=agreement.register_entries + 1,
        at=at.astimezone(UTC),
        act=act,
        reference=reference,
        private=private,
        person_id=person_id,
        person=person,
        partner=partner,
        on_behalf=on_behalf,
        facts=_canonical(facts or {}),
        source=_canonical(source or {}),
        previous=agreement.register_head or START,
    )
    entry.hash = _hash(entry)
    agreement.register_entries, agreement.register_head = entry.number, entry.hash
    session.add(entry)
    session.flush()  # the next entry of this transaction reads the counter again
    return entry


def entries(session: Session, agreement_id: int, *, reference: str | None = None) -> Iterator[Entry]:
    """Give an agreement's entries in order; with a reference, those of one matter."""
    query = select(Entry).where(Entry.agreement_id == agreement_id)
    if reference is not None:
        query = query.where(Entry.reference == reference)
    with session.scalars(query.order_by(Entry.number).execution_options(yield_per=PART)) as found:
        yield from found


def public(
    session: Session,
    agreement_id: int,
    acts: Iterable[str],
    *,
    between: tuple[datetime, datetime] | None = None,
    after: int = 0,
) -> list[Entry]:
    """Return the entries of these acts that are not private, in order.

    `after` leaves out those up to a number, `between` all that are not from an instant on and before another.
    """
    query = select(Entry).where(
        Entry.agreement_id == agreement_id, Entry.number > after, Entry.private.is_(False), Entry.act.in_(list(acts))
    )
    if between is not None:
        query = query.where(Entry.at >= between[0], Entry.at < between[1])
    return list(session.scalars(query.order_by(Entry.number)))


def verify(session: Session, agreement: Agreement) -> Damage | None:
    """Return the first entry that was changed, removed or moved, or None when the register is whole.

    One query reads it all as it stands in the database at one moment: nothing is taken from the session's memory,
    and whoever writes an entry meanwhile does not look like damage.
    """
    session.flush()
    counter, stored = Agreement.__table__.c, Entry.__table__.c
    query = (
        select(counter.register_entries, counter.register_head, *stored)
        .outerjoin_from(Agreement.__table__, Entry.__table__, stored.agreement_id == counter.id)
        .where(counter.id == agreement.id)
        .order_by(stored.number)
    )
    with session.connection().execute(query, execution_options={"yield_per": PART}) as rows:
        return _first_damage(rows)


def _first_damage(rows: Iterator[Any]) -> Damage | None:
    """Return what is wrong first in rows of the number of entries written, the last one's hash, and an entry."""
    previous, number, written, head = START, 0, 0, ""
    while True:
        try:
            written, head, *values = next(rows)
        except StopIteration:
            break
        except ValueError:  # SQLite keeps whatever it is given, also what is no time
            return Damage(number + 1, f"entry {number + 1} was changed after it was written")
        if values[0] is None:  # the agreement has no entries
            break
        entry = Entry(**dict(zip(Entry.__table__.c.keys(), values, strict=True)))
        number += 1
        fault = _fault(entry, number, previous)
        if fault is not None:
            return Damage(number, fault)
        previous = entry.hash
    if number < written:
        return Damage(number + 1, f"entry {number + 1} is missing: {written} were written")
    if number > written:
        return Damage(written + 1, f"entry {written + 1} was added by another hand: {written} were written")
    if number and previous != head:
        return Damage(number, f"entry {number} was replaced: it is not the one that was written last")
    return None


def _fault(entry: Entry, number: int, previous: str) -> str | None:
    """Return what is wrong with an entry that should have this number and follow this hash, or None."""
    if entry.number != number:
        return f"entry {number} is missing or was moved: entry {entry.number} stands in its place"
    if not _is_as_written(entry):
        return f"entry {number} was changed after it was written"
    if entry.previous != previous:
        return f"entry {number} does not follow from entry {number - 1}: one of them was replaced"
    return None


def _is_as_written(entry: Entry) -> bool:
    try:
        exact = all(words == _canonical(json.loads(words)) for words in (entry.facts, entry.source))
        return exact and _hash(entry) == entry.hash
    except ValueError:  # it is not JSON any more
        return False


def _hashed(entry: Entry) -> dict[str, Any]:
    return {
        "agreement_id": entry.agreement_id,
        "number": entry.number,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "act": entry.act,
        "reference": entry.reference,
        "private": entry.private,
        "person_id": entry.person_id,
        "person": entry.person,
        "partner": entry.partner,
        "on_behalf": entry.on_behalf,
        "facts": json.loads(entry.facts),
        "source": json.loads(entry.source),
        "previous": entry.previous,
    }


def _hash(entry: Entry) -> str:
    return hashlib.sha256(_canonical(_hashed(entry)).encode()).hexdigest()


def _canonical(value: Mapping[str, Any]) -> str:
    """Return JSON that is the same for the same values: sorted keys, no spaces, no escapes beyond JSON's own."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
