"""What of the database the register keeps: the rows that an act leaves behind, as values that can be compared later.

What is not kept is said here with its reason, table by table and column by column.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import JSON, Column, Table, Text, event, inspect, select
from sqlalchemy.orm import Session

from storage.database import Base

PART = 500  # rows that are read at a time
NEW, CHANGED, GONE = "+", "", "-"
NOTED, OWNERS = "noted rows", "owners of rows that go"  # of a transaction, until it ends

NOT_KEPT: Mapping[str, str] = {
    "register": "its entries are chained, which `register verify` proves",
    "heads": "a head says what the register was; `register check` compares it with the entry whose hash it is",
    "files": "a file is told by its SHA-256, which `register check` compares with the file itself",
    "counters": "what was numbered stands in the register; a counter below it is named by `register check`",
    "outbox": "what went out has its receipt in the notice; what has not gone out is no record yet",
    "backups": "that one was made; its own manifest proves what is in it",
    "restores": "each agreement's register has an entry of it",
    "submissions": "it stops a form from being done twice, and says nothing of what was done",
    "said_of_posts": "it stops a reminder from being said twice, and says nothing of the term of office",
    "snoozes": "a person's wish not to be reminded; no date moves with it",
    "redraws": "which matters' messages are to be drawn again; what they say is no record",
    "followers": "a person's wish to be told; what they are told stands in the register",
}
"""The tables whose rows no entry holds, and why that loses nothing."""

PASSING: Mapping[str, frozenset[str]] = {
    "agreements": frozenset(
        {
            *("issues_raised", "decisions_proposed", "conflicts_declared", "actions_opened", "signatures_requested"),
            *("reviews_opened", "trackers_kept", "milestones_added", "meetings_planned", "next_term_at", "term_said"),
            *("next_morning_at", "next_calendar_at", "told_month", "reminders_calendar"),
            *("register_entries", "register_head"),
        }
    ),
    "people": frozenset({"email", "timezone", "digest_at", "days_off", "next_digest_at"}),
    "accounts": frozenset(
        {"changed_at", "home_opened_at", "home_stale_at", "home_by_month", "home_month_on", "zone_asked"}
    ),
    "channels": frozenset({"next_digest_at"}),
    "deadlines": frozenset({"next_nudge_at", "replaced_by", "calendar_version"}),
    "feeds": frozenset({"fetched_on"}),
    "issues": frozenset({"post_id"}),
    "decisions": frozenset({"post_id"}),
    "signature_requests": frozenset({"post_id", "copy_after_at"}),
    "signature_parties": frozenset({"seen_at"}),
    "reviews": frozenset({"post_id"}),
    "meetings": frozenset({"post_id", "shown_sha256"}),
    "milestones": frozenset({"past_asked_at", "ask_on"}),
    "trackers": frozenset({"post_id"}),
}
"""Columns that say how something is shown or when somebody is next reminded, and nothing of what was done.

Nor does an e-mail address: it tells namesakes apart and proves nothing, and is left out of what is exported.
"""

PARENTS: Mapping[str, str] = {
    **dict.fromkeys(("issue_partners", "proposals", "visits"), "issue_id"),
    "answers": "proposal_id",
    **dict.fromkeys(("ballots", "ratifications"), "decision_id"),
    "conflict_matters": "conflict_id",
    "consents": "touched_id",
    **dict.fromkeys(("document_versions", "signature_parties", "counterparts"), "request_id"),
    "review_answers": "review_id",
    **dict.fromkeys(("attendances", "proxies", "agenda_items"), "meeting_id"),
    "criterion_changes": "criterion_id",
}
"""The column of a row that is part of a matter which names the row it is part of."""

ABOUT = ("deadlines", "notices", "conflict_matters")
"""Rows that name a matter by its kind and id."""


@dataclass(frozen=True)
class Owner:
    """Whose a row is: an agreement's (None: of them all), a matter's (None: of none); whether only some may know."""

    agreement_id: int | None
    reference: str | None
    private: bool


@dataclass(frozen=True)
class Change:
    """A row that a transaction has changed, as it leaves it; values None: it is gone."""

    table: str
    id: int
    owner: Owner
    new: bool
    values: dict[str, Any] | None

    @property
    def key(self) -> str:
        """Return the row's id with a sign that says whether it is new or gone."""
        sign = GONE if self.values is None else NEW if self.new else CHANGED
        return f"{sign}{self.id}"


@cache
def columns(table: Table) -> tuple[Column[Any], ...]:
    """Return the columns of a table that entries hold."""
    passing = PASSING.get(table.name, frozenset())
    return tuple(column for column in table.columns if column.name not in passing and column.name != "id")


def is_kept(table: str) -> bool:
    """Return whether entries hold the rows of a table."""
    return table not in NOT_KEPT


@event.listens_for(Session, "after_flush")
def _note(session: Session, _: object) -> None:
    """Remember which rows a transaction has written, until it ends."""
    noted = session.info.setdefault(NOTED, {})
    for row in session.new:
        if is_kept(row.__tablename__):
            noted[row] = NEW
    for row in session.dirty:
        if is_kept(row.__tablename__) and _touched(row):
            noted.setdefault(row, CHANGED)


@event.listens_for(Session, "persistent_to_deleted")
def _note_gone(session: Session, row: Any) -> None:
    """Remember that a transaction has deleted a row, by itself or with the one that it was part of."""
    noted = session.info.setdefault(NOTED, {})
    if is_kept(row.__tablename__) and noted.pop(row, CHANGED) is not NEW:
        noted[row] = GONE
        session.info.setdefault(OWNERS, {})[row] = owner(session, row)


def note(session: Session, row: Any) -> None:
    """Remember that a row was written past the session, by a statement of its own."""
    session.info.setdefault(NOTED, {}).setdefault(row, CHANGED)


def changes(session: Session) -> list[Change]:
    """Return the rows that this transaction has changed since it was last asked, in the order of their change."""
    noted, owners = session.info.pop(NOTED, {}), session.info.pop(OWNERS, {})
    found = []
    for row, what in noted.items():
        if what is GONE:
            found.append(Change(row.__tablename__, row.id, owners[row], new=False, values=None))
        elif row in session:
            found.append(Change(row.__tablename__, row.id, owner(session, row), new=what is NEW, values=values(row)))
    return found


def _touched(row: Any) -> bool:
    """Return whether what this flush changes of a row is something that entries hold."""
    changed = inspect(row).committed_state
    return any(column.name in changed for column in columns(row.__table__))


def values(row: Any) -> dict[str, Any]:
    """Return a row as its values are kept in the register."""
    return {column.name: plain(column, getattr(row, column.name)) for column in columns(row.__table__)}


def plain(column: Column[Any], value: Any) -> Any:
    """Return a value in plain JSON types: what is long, or a structure, as the beginning of its SHA-256."""
    if value is None:
        return None
    if isinstance(column.type, JSON):
        return _digest(json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
    if isinstance(value, Enum):
        return value.value
    if isinstance(column.type, Text):
        return _digest(str(value))
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return value


def _digest(text: str) -> str:
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def owner(session: Session, row: Any) -> Owner:
    """Return whose a row is."""
    table = row.__tablename__
    parent = PARENTS.get(table)
    if parent is not None:
        above = owner(session, session.get_one(_parent(row.__table__, parent), getattr(row, parent)))
        about = _about(session, row) if table in ABOUT else None
        return Owner(above.agreement_id, above.reference, above.private or (about is not None and bool(about.private)))
    if table in ABOUT:
        about = _about(session, row)
        if about is None:  # whose it is cannot be known, nor who may know of it
            return Owner(row.agreement_id, None, private=True)
        found = owner(session, about)
        return replace(found, private=found.private or (table == "deadlines" and _in_private(session, about)))
    agreement_id = row.id if table == "agreements" else getattr(row, "agreement_id", None)
    return Owner(agreement_id, getattr(row, "reference", None), bool(getattr(row, "private", False)))


def _in_private(session: Session, matter: Any) -> bool:
    """Return whether what a conflict touches is private, all of it: its date is one to answer about that."""
    touched = [_about(session, row) for row in getattr(matter, "touched", ())]
    return bool(touched) and all(one is not None and one.private for one in touched)


def _about(session: Session, row: Any) -> Any:
    try:
        return session.get(_matter(row.matter), row.matter_id)
    except LookupError:  # somebody has written what is no kind of matter
        return None


@cache
def _parent(table: Table, column: str) -> Any:
    """Return the model of the row that a column names."""
    (key,) = table.c[column].foreign_keys
    return next(model for model in _models() if model.__table__ is key.column.table)


@cache
def _matter(kind: str) -> Any:
    """Return the model of a kind of matter. Raises LookupError for what is none."""
    named = {model.matter: model for model in _models() if isinstance(getattr(model, "matter", None), str)}
    return named[kind]


def _models() -> list[Any]:
    return [mapper.class_ for mapper in Base.registry.mappers]


def rows(session: Session) -> Iterator[tuple[str, int, dict[str, Any] | None]]:
    """Give every row that entries hold, as it stands in the database: its table, its id and its values.

    The values are None where somebody has written what a column cannot hold, which SQLite takes. A table is read by one
    question, part by part; from the part on that cannot be read, row by row.
    """
    for table in Base.metadata.sorted_tables:
        if is_kept(table.name):
            last = 0
            try:
                for found in _rows(session, table):
                    yield found
                    last = found[1]
            except (ValueError, LookupError, TypeError):
                ids = select(table.c.id).where(table.c.id > last).order_by(table.c.id)
                for row_id in list(session.scalars(ids)):
                    yield _alone(session, table, row_id)


def _rows(session: Session, table: Table, *, row: int | None = None) -> Iterator[tuple[str, int, dict[str, Any]]]:
    these = columns(table)
    query = select(table.c.id, *these).order_by(table.c.id).execution_options(yield_per=PART)
    with session.connection().execute(query if row is None else query.where(table.c.id == row)) as found:
        for row_id, *held in found:
            yield table.name, row_id, {c.name: plain(c, v) for c, v in zip(these, held, strict=True)}


def _alone(session: Session, table: Table, row: int) -> tuple[str, int, dict[str, Any] | None]:
    try:
        return next(_rows(session, table, row=row))
    except (ValueError, LookupError, TypeError):
        return table.name, row, None
