"""A database as it stood at one moment, as a SQLite file: taken while others use it, and put into an empty one.

The same form for SQLite and PostgreSQL, so that what was taken of the one can be put into the other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    NullPool,
    Table,
    bindparam,
    create_engine,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.orm import Session

from rules.errors import Refusal
from storage import migrate
from storage.database import file_of
from storage.marks import FIRST
from storage.register import START
from storage.tables import metadata

AT_ONCE = 500  # rows
ROOM = 1_000_000  # numbers that rows may have been given since, and that none is given again
NEWER = "The backup was made by a newer Accord than this one. Please restore it with that one, or a later one."


def take(url: str, file: Path) -> None:
    """Write what a database holds into a new SQLite file, all of it as at one moment. Nobody waits meanwhile.

    Raises Refusal where it is not there, or not of this release.
    """
    there = file_of(url)
    if there is not None and not there.is_file():
        raise Refusal(f"There is no database {there}.")
    if migrate.pending(url):
        raise Refusal("The database is of an earlier Accord. Please make the backup with that one, before you update.")
    if there is not None:
        with closing(sqlite3.connect(there)) as source, closing(sqlite3.connect(file)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # one file, that is complete by itself
        return
    migrate.upgrade(f"sqlite:///{file}")
    with _connected(url) as database, _connected(f"sqlite:///{file}") as copy:
        database.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with database.begin(), copy.begin():
            for table in metadata.sorted_tables:
                _copy(database, copy, table)
    with closing(sqlite3.connect(file)) as written:
        written.execute("PRAGMA journal_mode = DELETE")


def read(file: Path) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Return how far each agreement's register is in a copy of the database, and the documents that its rows name."""
    with closing(sqlite3.connect(file)) as copy:
        found = copy.execute("SELECT key, register_entries, register_head FROM agreements ORDER BY key").fetchall()
        named = [row[0] for row in copy.execute("SELECT sha256 FROM files ORDER BY sha256")]
    return {key: {"entries": entries, "head": head or START} for key, entries, head in found}, named


def put(file: Path, url: str) -> None:
    """Put what a SQLite file of today's tables holds into an empty database: all of it, or nothing."""
    there = file_of(url)
    if there is not None:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(there)) as target:
            source.backup(target)
        return
    migrate.upgrade(url)
    with _connected(f"sqlite:///{file}") as copy, _connected(url) as database, database.begin():
        for table in metadata.sorted_tables:
            _copy(copy, database, table)
            if "id" in table.c:
                _count_on(copy, database, table)


def renew(file: Path) -> None:
    """Bring a SQLite file of an earlier release up to today's tables. Raises Refusal for one of a later release."""
    url = f"sqlite:///{file}"
    if migrate.newer(url):
        raise Refusal(NEWER)
    migrate.upgrade(url)


def is_empty(url: str) -> bool:
    """Return whether a database holds no row of Accord's; it may have no tables, or not be there at all."""
    there = file_of(url)
    if there is not None and not there.exists():
        return True
    with _connected(url) as connection:
        found = set(inspect(connection).get_table_names())
        return not any(
            connection.execute(select(text("1")).select_from(table).limit(1)).first() is not None
            for table in metadata.sorted_tables
            if table.name in found
        )


def leave_room(session: Session) -> None:
    """Have a SQLite database of ours count its rows on from far above what it has given."""
    session.execute(
        text("UPDATE sqlite_sequence SET seq = seq + :room WHERE seq < :marks"), {"room": ROOM, "marks": FIRST}
    )
    never = (
        "INSERT INTO sqlite_sequence SELECT name, :room FROM sqlite_master "
        "WHERE sql LIKE '%AUTOINCREMENT%' AND name NOT IN (SELECT name FROM sqlite_sequence)"
    )
    session.execute(text(never), {"room": ROOM})


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    engine = create_engine(url, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _copy(source: Connection, target: Connection, table: Table) -> None:
    """Copy the rows of a table. What names another row of the same table is written when that is there."""
    names: list[Column[Any]] = [key.parent for key in table.foreign_keys if key.column.table is table]
    later: list[dict[str, Any]] = []
    rows = source.execution_options(yield_per=AT_ONCE).execute(select(table).order_by(*table.primary_key))
    for part in rows.mappings().partitions(AT_ONCE):
        found = [dict(row) for row in part]
        for column in names:
            later += [
                {"row": row["id"], "names": column.name, "named": row[column.name]} for row in found if row[column.name]
            ]
        target.execute(insert(table), [row | dict.fromkeys((column.name for column in names), None) for row in found])
    for column in names:
        named = [one for one in later if one["names"] == column.name]
        if named:
            point = update(table).where(table.c.id == bindparam("row")).values({column: bindparam("named")})
            target.execute(point, named)


def _count_on(source: Connection, target: Connection, table: Table) -> None:
    """Have PostgreSQL number the rows of a table on from where the SQLite file would."""
    last = source.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = :table"), {"table": table.name}) or 0
    numbered = (
        last if last < FIRST else (source.scalar(select(func.max(table.c.id)).where(table.c.id < FIRST)) or 0) + ROOM
    )
    if numbered:
        target.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), numbered)))
