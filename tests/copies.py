"""How a story begins, taken once and put into other stages: what several stories begin with is played once in a process."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bot.demo import Stage
from storage.tables import metadata

Put = Callable[[], None]
CONTAINERS = (dict, list, set, int)
"""Of what kind a workspace's knowledge is. Its addresses, its clock and how it is to behave are of others."""


@dataclass(frozen=True)
class Copy:
    """A stage as it stood: `put_rows` fills its database again, `put_rest` a new stage on it."""

    put_rows: Put
    workspace: dict[str, Any]
    numbers: int
    documents: dict[Path, bytes]

    def put_rest(self, stage: Stage) -> None:
        """Give a new stage the workspace and the documents of the one that was copied."""
        vars(stage.workspace).update({name: _apart(value) for name, value in self.workspace.items()})
        stage.workspace._numbers = itertools.count(self.numbers)
        for path, content in self.documents.items():
            to = Path(stage.kept.name) / path
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(content)


def copied(stage: Stage) -> Copy:
    """Return what a stage and its database hold. Nothing may be on its way."""
    engine, folder = stage.program.engine, Path(stage.kept.name)
    return Copy(
        _file(engine) if engine.dialect.name == "sqlite" else _rows(engine),
        {name: _apart(held) for name, held in vars(stage.workspace).items() if type(held) in CONTAINERS},
        next(stage.workspace._numbers),
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()},
    )


def _apart(value: Any) -> Any:
    """Return lists, sets and dicts anew, and those in them: what they hold at last never changes."""
    if isinstance(value, dict):
        return {key: _apart(held) for key, held in value.items()}
    return type(value)(value) if type(value) in CONTAINERS else value


def _file(engine: Engine) -> Put:
    path = Path(str(engine.url.database))
    with closing(sqlite3.connect(path)) as connection:
        held = connection.serialize()

    def put() -> None:
        path.write_bytes(held)

    return put


def _rows(engine: Engine) -> Put:
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
