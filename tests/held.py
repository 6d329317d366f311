"""Rows that somebody else holds, connections that are cut off, and how one sees that somebody is waiting."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import OperationalError


@contextmanager
def held(engine: Engine, *tables: str) -> Iterator[None]:
    """Somebody else holds the file's lock, or on PostgreSQL all rows of these tables."""
    other = create_engine(engine.url)
    with other.connect() as connection:
        if other.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            for table in tables:
                connection.exec_driver_sql(f"SELECT 1 FROM {table} FOR UPDATE")
        try:
            yield
        finally:
            with suppress(OperationalError):  # it may have been cut off itself
                connection.rollback()
    other.dispose()


def cut_off(engine: Engine) -> None:
    """Let go of every connection, as a PostgreSQL server does that is started anew."""
    other = create_engine(engine.url)
    with other.connect() as connection:
        everybody = "datname = current_database() AND pid <> pg_backend_pid()"
        connection.exec_driver_sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {everybody}")
    other.dispose()


def somebody_waits(engine: Engine) -> bool:
    """Return whether anybody waits for what another holds. PostgreSQL alone can say so."""
    other = create_engine(engine.url)
    with other.connect() as connection:
        waiting = "datname = current_database() AND wait_event_type = 'Lock'"
        found = connection.exec_driver_sql(f"SELECT count(*) FROM pg_stat_activity WHERE {waiting}").scalar_one()
    other.dispose()
    return bool(found)


def attempt(engine: Engine) -> threading.Event:
    """Return what is set as soon as a transaction is over: it was refused what somebody else holds, or did without."""
    made = threading.Event()
    event.listen(engine, "handle_error", lambda _context: made.set())
    event.listen(engine, "commit", lambda _connection: made.set())
    return made
