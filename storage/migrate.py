"""Bring a database up to the newest migration; also `python -m storage.migrate NAME`, which starts a new one."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, NullPool, create_engine, event

from storage.database import file_of

LOCK = 4_111_967  # the advisory lock that all migrations of this application share on PostgreSQL
LOCK_TIMEOUT = "5s"  # a change that has to wait longer for a table would make everybody else wait behind it
STATEMENT_TIMEOUT = "5min"
WAIT_SECONDS = 60  # how long a second process waits for the first, on SQLite

FOLDER = Path(__file__).parent / "migrations"


class BrokenReferencesError(Exception):
    """A migration left rows that point nowhere; it was rolled back."""


def upgrade(url: str) -> None:
    """Bring the database at `url` up to the newest migration; do nothing when it is there, or newer than this code.

    Two processes may do so at once: the second waits, and finds nothing to do. Raises BrokenReferencesError.
    """
    with _connected(url) as connection:
        alone = _alone_on_sqlite if connection.dialect.name == "sqlite" else _alone_on_postgresql
        with alone(connection):
            if _behind(connection):
                command.upgrade(_config(connection), "head")


def pending(url: str) -> bool:
    """Return whether the database at `url` still needs a migration that this code has. None is made by looking."""
    file = file_of(url)
    if file is not None and not file.exists():
        return True
    with _connected(url) as connection:
        return _behind(connection)


def newer(url: str) -> bool:
    """Return whether a newer release than this one has migrated the database at `url`."""
    with _connected(url) as connection:
        scripts = ScriptDirectory.from_config(_config(connection))
        return not set(MigrationContext.configure(connection).get_current_heads()) <= {
            script.revision for script in scripts.walk_revisions()
        }


def new(name: str) -> None:
    """Write a migration that starts from what the models have and the newest migration has not."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/accord.sqlite3"
        upgrade(url)
        with _connected(url) as connection:
            number = f"{len(list((FOLDER / 'versions').glob('*.py'))) + 1:04}"
            command.revision(_config(connection), message=name, autogenerate=True, rev_id=number)


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config


def _behind(connection: Connection) -> bool:
    """Return whether migrations are missing. A database that a newer release has migrated is not behind."""
    scripts = ScriptDirectory.from_config(_config(connection))
    current = MigrationContext.configure(connection).get_current_heads()
    try:
        scripts.get_revisions(current)
    except CommandError:
        return False
    return set(current) != set(scripts.get_heads())


@contextmanager
def _connected(url: str) -> Iterator[Connection]:
    """Give a connection that is not the application's: SQLite's foreign keys stay off, as changing a table needs."""
    engine = create_engine(url, poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # or else the driver would commit before each change of a table
        connection.execute(f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000}")
        connection.execute("PRAGMA foreign_keys = OFF")  # on, changing a parent table deletes its children

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def _alone_on_sqlite(connection: Connection) -> Iterator[None]:
    """Hold the write lock: all migrations are one transaction, and no row may point nowhere when it ends."""
    with connection.begin():
        yield
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            tables = ", ".join(sorted({str(row[0]) for row in broken}))
            raise BrokenReferencesError(f"rows of {tables} point nowhere after the migration; it was rolled back")


@contextmanager
def _alone_on_postgresql(connection: Connection) -> Iterator[None]:
    """Hold the advisory lock, for the session, because each migration is a transaction of its own."""
    connection.exec_driver_sql(f"SELECT pg_advisory_lock({LOCK})")
    try:
        connection.exec_driver_sql(f"SET lock_timeout = '{LOCK_TIMEOUT}'")
        connection.exec_driver_sql(f"SET statement_timeout = '{STATEMENT_TIMEOUT}'")
        connection.commit()
        yield
        connection.commit()
    finally:
        connection.rollback()
        connection.exec_driver_sql(f"SELECT pg_advisory_unlock({LOCK})")
        connection.commit()


if __name__ == "__main__":
    new(" ".join(sys.argv[1:]) or sys.exit("Say what the migration does, such as: add_the_ladder_to_issues"))
