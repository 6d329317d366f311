"""What a database holds, taken once and put into others: what a story begins with need not be done for each."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from storage.tables import metadata

Put = Callable[[], None]


def taken(engine: Engine) -> Put:
    """Take what a database holds; return what puts it back there, once all has been thrown away."""
    return _of_file(Path(str(engine.url.database))) if engine.dialect.name == "sqlite" else _of_rows(engine)


def _of_file(path: Path) -> Put:
    with closing(sqlite3.connect(path)) as connection:
        held = connection.serialize()
    return lambda: _write(path, held)


def _write(path: Path, held: bytes) -> None:
    path.write_bytes(held)


def _of_rows(engine: Engine) -> Put:
    """Copying rows takes 10 ms, where copying a PostgreSQL database takes 50 to 500."""
    with engine.begin() as connection, _driver(connection).cursor() as cursor:
        rows = {table.name: _read(cursor, table.name) for table in metadata.sorted_tables}
        cursor.execute("SELECT schemaname || '.' || sequencename, last_value FROM pg_sequences WHERE last_value > 0")
        numbers = cursor.fetchall()

    def put() -> None:
        with engine.begin() as connection, _driver(connection).cursor() as cursor:
            for table, held in rows.items():
                if held:
                    with cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
                        copy.write(held)
            cursor.executemany("SELECT setval(%s::regclass, %s)", numbers)

    return put


def _read(cursor: Any, table: str) -> bytes:
    with cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
        return b"".join(copy)


def _driver(connection: Any) -> Any:
    """Return psycopg's connection behind SQLAlchemy's."""
    return connection.connection.driver_connection
