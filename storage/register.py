"""The register: the append-only record of all that happened, hash-chained for each agreement."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ForeignKey,
    Select,
    String,
    Text,
    UniqueConstraint,
    bindparam,
    event,
    select,
    type_coerce,
)
from sqlalchemy.orm import Mapped, Session, SessionTransaction, mapped_column
from sqlalchemy.types import NullType

from rules.bulletin import ACTS
from rules.chains import SAID, STUB, Link, canonical, hash_of, is_as_written
from rules.replay import Told
from storage import followers, kept
from storage.agreements import Agreement
from storage.database import Base, Id, Key, Name, PlaceKey

START = "0" * 64
PART = 500  # entries that are read at a time
COMMAND_LINE = "command line"  # who did what whoever runs Accord did there
FOLLOWED = "row-changed"  # the act of an entry that tells of rows alone, and nothing to people


class Entry(Base):
    """One thing that happened. `facts`, `source` and `rows` are JSON text, kept byte for byte as they were hashed.

    `rows` has the rows that its act left behind, by table and id, for the register to be replayed: `+` before the id of
    one that is new, `-` before that of one that went. None: it left none, or was written before they were kept.
    """

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
    rows: Mapped[str | None] = mapped_column(Text)
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))

    def as_json(self) -> dict[str, Any]:
        """Return the entry as the values that are hashed, in plain JSON types, with its hash."""
        return {**_hashed(self), "hash": self.hash}

    def as_stub(self) -> dict[str, Any]:
        """Return what closes the chain in the entry's place and tells nothing of it."""
        return {name: getattr(self, name) for name in STUB}


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
    """Append an entry to the agreement's register; return it. It is chained to the one before when it is kept."""
    entered: list[Entry] = session.info.setdefault(Entry, [])
    last = next((entry.number for entry in reversed(entered) if entry.agreement_id == agreement.id), None)
    if last is None:
        session.refresh(agreement, with_for_update={"key_share": True})  # entries are numbered one after another
        last = agreement.register_entries
    entry = Entry(
        agreement_id=agreement.id,
        number=last + 1,
        at=at.astimezone(UTC),
        act=act,
        reference=reference,
        private=private,
        person_id=person_id,
        person=person,
        partner=partner,
        on_behalf=on_behalf,
        facts=canonical(facts or {}),
        source=canonical(source or {}),
    )
    entered.append(entry)
    session.flush()  # what the act has made has its ids from here on
    return entry


@event.listens_for(Session, "after_transaction_create")
def _begin_savepoint(session: Session, begun: SessionTransaction) -> None:
    if begun.nested:
        session.info[begun] = len(session.info.get(Entry, ()))


@event.listens_for(Session, "after_soft_rollback")
def _take_back(session: Session, ended: SessionTransaction) -> None:
    """Forget what was entered since a savepoint that is rolled back."""
    before = session.info.pop(ended, None)
    if before is not None:
        del session.info.get(Entry, [])[before:]


@event.listens_for(Session, "before_commit")
def _keep_rows(session: Session) -> None:
    """Put the rows that a transaction leaves behind into its entries, before anybody can read them.

    An entry is made before its act is done with: only now is it known what became of the rows. What has changed with
    no entry that can tell of it, such as a date counted anew, has one of its own.
    """
    if session.in_nested_transaction():
        return
    session.flush()  # what has still to be written is part of it
    written: list[Entry] = session.info.setdefault(Entry, [])
    told: dict[Entry, dict[str, dict[str, Any]]] = {}
    for change in kept.changes(session):
        entry = _told_by(written, change)
        if entry is None:
            entry = _of_its_own(session, change)
        if entry is not None:
            told.setdefault(entry, {}).setdefault(change.table, {})[change.key] = change.values
    _keep(session, written, told)
    kept.changes(session)  # the entries themselves are no news
    session.info.pop(Entry)


def _of_its_own(session: Session, change: kept.Change) -> Entry | None:
    """Write an entry about a row of which no other tells; None where it is of no agreement, or its register is empty.

    It bears the time of the entry before it: nothing here knows what time it is.
    """
    of = change.owner
    agreement = session.get(Agreement, of.agreement_id) if of.agreement_id is not None else None
    if agreement is None or (change.new and change.table == "agreements"):  # its first terms tell of it
        return None
    query = select(Entry.at).where(Entry.agreement_id == agreement.id).order_by(Entry.number.desc()).limit(1)
    last = session.scalar(query)
    if last is None:
        return None
    return write(session, agreement, at=last, act=FOLLOWED, person="Accord", reference=of.reference, private=of.private)


def head_of(session: Session, agreement: Agreement) -> str:
    """Return the hash of the last entry, "" before the first, with what this transaction has written so far."""
    _keep_rows(session)
    return agreement.register_head


def _told_by(written: list[Entry], change: kept.Change) -> Entry | None:
    """Return the entry of this transaction that tells of a row: the last of its matter, or of the act that changed it.

    One that is private is told of by a private entry alone, and a new agreement by that of its first terms.
    """
    of = change.owner
    able = [
        entry
        for entry in written
        if entry.agreement_id == (of.agreement_id or entry.agreement_id)
        and (entry.private or not of.private)
        and (change.table != "agreements" or not change.new or entry.act == "terms-loaded")
    ]
    able.sort(key=lambda entry: (entry.reference == of.reference, entry.private is of.private))
    return able[-1] if able else None


def _keep(session: Session, entries: Sequence[Entry], told: Mapping[Entry, Mapping[str, Any]]) -> None:
    """Keep entries of this transaction with what they tell of rows, each chained to the one before it."""
    heads: dict[int, str] = {}
    for entry in entries:
        agreement = session.get_one(Agreement, entry.agreement_id)
        before = entry.previous or agreement.register_head or START
        entry.previous = heads.get(entry.agreement_id, before)
        if entry in told:
            entry.rows = canonical(told[entry])
        entry.hash = heads[entry.agreement_id] = _hash(entry)
        agreement.register_entries, agreement.register_head = entry.number, entry.hash
    session.add_all(entries)
    session.flush()
    news = {entry.agreement_id: entry.at for entry in entries if entry.act in ACTS and not entry.private}
    for agreement_id, at in news.items():
        followers.wake(session, agreement_id, at=at)


def _as_it_stands(session: Session) -> None:
    """Keep what this transaction has entered so far, for it to be read. What is left of the rows is told at its end."""
    new = [entry for entry in session.info.get(Entry, ()) if entry not in session]
    if new:
        _keep(session, new, {})


def entries(session: Session, agreement_id: int, *, reference: str | None = None) -> Iterator[Entry]:
    """Give an agreement's entries in order; with a reference, those of one matter that tell people something."""
    _as_it_stands(session)
    query = select(Entry).where(Entry.agreement_id == agreement_id)
    if reference is not None:
        query = query.where(Entry.reference == reference, Entry.act != FOLLOWED)
    with session.scalars(query.order_by(Entry.number).execution_options(yield_per=PART)) as found:
        yield from found


def told(session: Session) -> Iterator[Told]:
    """Give every entry of every agreement in the order in which they were written, for the register to be replayed.

    What is no JSON any more, or no rows, tells nothing: `verify` says that it was changed.
    """
    _as_it_stands(session)
    query = select(Agreement.key, Entry.number, Entry.reference, Entry.act, Entry.rows)
    query = query.join(Agreement, Agreement.id == Entry.agreement_id).order_by(Entry.id)
    with session.connection().execute(query, execution_options={"yield_per": PART}) as found:
        for key, number, reference, act, rows in found:
            yield Told(key, number, reference, act, _values_in(rows) if rows is not None else None)


def _values_in(words: str) -> dict[str, Any]:
    try:
        found = json.loads(words)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def facts_of_acts(session: Session, act: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the facts of every entry of an act with its agreement's key, in order; what is no JSON has none."""
    _as_it_stands(session)
    query = select(Agreement.key, Entry.facts).join(Agreement, Agreement.id == Entry.agreement_id)
    found = session.execute(query.where(Entry.act == act).order_by(Entry.id))
    return [(key, _values_in(facts)) for key, facts in found]


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
    _as_it_stands(session)
    query = select(Entry).where(
        Entry.agreement_id == agreement_id, Entry.number > after, Entry.private.is_(False), Entry.act.in_(list(acts))
    )
    if between is not None:
        query = query.where(Entry.at >= between[0], Entry.at < between[1])
    return list(session.scalars(query.order_by(Entry.number)))


def partners_of(session: Session, agreement_id: int, reference: str, act: str) -> set[str]:
    """Return the partners of whom an act is on a matter's record."""
    _as_it_stands(session)
    query = select(Entry.partner).where(
        Entry.agreement_id == agreement_id, Entry.reference == reference, Entry.act == act
    )
    return {partner for partner in session.scalars(query) if partner is not None}


def facts_of(entry: Entry) -> dict[str, Any]:
    """Return what an entry says."""
    found: dict[str, Any] = json.loads(entry.facts)
    return found


def verify(session: Session, agreement: Agreement) -> Damage | None:
    """Return the first entry that was changed, removed or moved, or None when the register is whole.

    One query reads it all as it stands in the database at one moment: nothing is taken from the session's memory,
    and whoever writes an entry meanwhile does not look like damage.
    """
    _as_it_stands(session)
    session.flush()
    asked = {"agreement": agreement.id}
    with session.connection().execute(_chain(), asked, execution_options={"yield_per": PART}) as rows:
        return _first_damage(rows.partitions())


@cache
def _chain() -> Select[Any]:
    """Return what gives the number of entries written, the last one's hash, and each entry as it is kept.

    Nothing of an entry is read into another type, but for the moment that PostgreSQL hands over as one.
    """
    counter, stored = Agreement.__table__.c, Entry.__table__.c
    said = (type_coerce(stored[name], NullType()) for name in ("at", *SAID))
    query = select(counter.register_entries, counter.register_head, stored.hash, *said)
    query = query.outerjoin_from(Agreement.__table__, Entry.__table__, stored.agreement_id == counter.id)
    return query.where(counter.id == bindparam("agreement")).order_by(stored.number)


def links(session: Session, agreement_id: int) -> Iterator[Link]:
    """Give an agreement's entries as they stand, to be compared with what was known of them earlier."""
    for entry in entries(session, agreement_id):
        yield Link(entry.number, entry.hash, _hashed(entry))


def _first_damage(parts: Iterable[Sequence[Any]]) -> Damage | None:
    """Return what is wrong first in rows: of the number of entries written and the last one's hash, each entry."""
    previous, number, written, head = START, 0, 0, ""
    for part in parts:
        written, head, *_ = part[-1]
        for _, _, hash_, at, *said in part:
            if hash_ is None:  # the agreement has no entries
                break
            number += 1
            # SQLite keeps a moment as text, and whatever else it is given.
            moment = _spelt(at) if isinstance(at, datetime) else f"{str(at)[:10]}T{str(at)[11:]}+00:00"
            fault = _fault(hash_, moment, said, number, previous)
            if fault is not None:
                return Damage(number, fault)
            previous = hash_
    if number < written:
        return Damage(number + 1, f"entry {number + 1} is missing: {written} were written")
    if number > written:
        return Damage(written + 1, f"entry {written + 1} was added by another hand: {written} were written")
    if number and previous != head:
        return Damage(number, f"entry {number} was replaced: it is not the one that was written last")
    return None


def _spelt(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _fault(hash_: str, at: str, said: Sequence[Any], number: int, previous: str) -> str | None:
    """Return what is wrong with an entry that should have this number and follow this hash, or None."""
    if said[0] != number:
        return f"entry {number} is missing or was moved: entry {said[0]} stands in its place"
    if not is_as_written(hash_, at, said):
        return f"entry {number} was changed after it was written"
    if said[1] != previous:
        return f"entry {number} does not follow from entry {number - 1}: one of them was replaced"
    return None


def _hashed(entry: Entry) -> dict[str, Any]:
    return {
        "agreement_id": entry.agreement_id,
        "number": entry.number,
        "at": _spelt(entry.at),
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
        **({} if entry.rows is None else {"rows": json.loads(entry.rows)}),
    }


def _hash(entry: Entry) -> str:
    return hash_of(_hashed(entry))
