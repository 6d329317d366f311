"""Many matters of each kind, as copies of those that are there: what the lists are measured on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Engine, Table, event, func, select, text

from storage import kept
from storage.matters import KINDS
from storage.tables import metadata

MATTERS = tuple(model.__tablename__ for model in KINDS.values())
ABOUT = ("deadlines", "notices")
COPIED = ("people", *MATTERS, *kept.PARENTS, "review_events", *ABOUT)
"""The tables whose rows are copied, with who did what: each copy of a matter is by other people."""
POINTERS = (("matter", "matter_id"), ("source", "source_id"))
OWN: Mapping[str, Mapping[str, str]] = {
    "people": {"email": "''", "name": "name || ' ' || CAST(i AS TEXT)", "next_digest_at": "NULL"},
    "milestones": {"key": "NULL", "document": "NULL"},
    "reviews": {"occurrence": "occurrence || ':' || {number}"},
    "meetings": {"nominal_on": "NULL"},
}
"""What a copy has of its own, by table, beside its ids, its number and its reference; i counts the copies."""


def copies(connection: Connection, count: int, tables: Iterable[str] = COPIED) -> None:
    """Copy every row of these tables so many times, each copy of a matter with copies of all that belongs to it."""
    steps = {name: step for name in tables if (step := _step(connection, metadata.tables[name])) is not None}
    highest = {
        name: connection.scalar(select(func.max(metadata.tables[name].c.number))) for name in MATTERS if name in steps
    }
    for name in (table.name for table in metadata.sorted_tables if table.name in steps):
        multiply(connection, name, "1 = 1", _changed(metadata.tables[name], steps, highest), count)
    renumber(connection, *steps)


def _step(connection: Connection, table: Table) -> int | None:
    """By how much the ids of a copy are higher than those of the one before; None where there is nothing to copy."""
    least, most = connection.execute(select(func.min(table.c.id), func.max(table.c.id))).one()
    return None if least is None else most - least + 1


def _changed(table: Table, steps: Mapping[str, int], highest: Mapping[str, int]) -> dict[str, str]:
    changed = {"id": f"id + CAST(i AS BIGINT) * {steps[table.name]}"}
    for key in table.foreign_keys:
        other, column = key.column.table.name, key.parent.name
        if other in steps and column != "id":
            changed[column] = f"{column} + CAST(i AS BIGINT) * {steps[other]}"
    for kind, row in POINTERS:
        if kind in table.c and row in table.c:
            by_kind = [
                (name, steps[model.__tablename__]) for name, model in KINDS.items() if model.__tablename__ in steps
            ]
            cases = " ".join(f"WHEN '{name}' THEN {row} + CAST(i AS BIGINT) * {step}" for name, step in by_kind)
            changed[row] = f"CASE {kind} {cases} ELSE {row} END"
    if table.name in highest:
        number = f"CAST(number + i * {highest[table.name]} AS INTEGER)"
        letter = next(model.letter for model in KINDS.values() if model.__tablename__ == table.name)
        changed |= {"number": number, "reference": f"'SEF-{letter}' || CAST({number} AS TEXT)"}
    number = changed.get("number", "")
    return changed | {name: value.format(number=number) for name, value in OWN.get(table.name, {}).items()}


def multiply(connection: Connection, name: str, where: str, changed: Mapping[str, str], copies: int) -> None:
    """Insert copies of rows, numbered by i from 1, in one statement: a million take seconds."""
    columns = [f'"{column.name}"' for column in metadata.tables[name].columns]
    values = [changed.get(column.strip('"'), column) for column in columns]
    statement = (
        f"INSERT INTO {name} ({', '.join(columns)}) WITH RECURSIVE counted(i) AS "
        f"(SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < {copies}) "
        f"SELECT {', '.join(values)} FROM (SELECT * FROM {name} WHERE {where}) AS one, counted"
    )
    connection.exec_driver_sql(statement)


def renumber(connection: Connection, *names: str) -> None:
    """Let PostgreSQL go on counting behind the ids that were written out."""
    if connection.dialect.name == "postgresql":
        for name in names:
            connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}"))


def statements_of(engine: Engine, act: Callable[[], Any]) -> list[str]:
    """Every statement that an act asks of the database, in order."""
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        found.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        act()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return found
