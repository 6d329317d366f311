"""No question that Accord asks in a month reads a whole table that grows: what the databases plan to do for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, event

from tests.scenarios.overview import month_kit

SMALL = {
    "restores": "one row for each backup that was ever put back",
    "proclamations": "one row for each day that was proclaimed",
}
"""Tables that may be read whole, and how many rows they have."""
OF_THE_STORY = ("UPDATE people SET next_digest_at=", "SELECT issues.reference \nFROM issues ORDER")
ASKED = re.compile(r"\s*(SELECT|UPDATE|DELETE|INSERT|WITH)\b")
LISTS = (
    *("issues", "decisions", "signatures", "meetings", "milestones", "actions", "reviews", "tracker", "interests"),
    *("due", "people", "seats", "calendar", "open", "bulletin", "undelivered", "issue SEF-1", "decision SEF-D1"),
)


@pytest.fixture
def asked(make_world) -> Iterator[tuple[Connection, dict[str, Any]]]:
    """A month as it was played, and everything that was asked of the database in it, with what was filled in last."""
    world = make_world("2022-12-01 09:30", mornings=True, sources={"sefton-2022": month_kit.pack()})
    found: dict[str, Any] = {}

    def note(_connection, _cursor, statement, parameters, *_):
        if ASKED.match(statement) and (not statement.startswith(OF_THE_STORY) or "WHERE" in statement):
            first = parameters[0] if isinstance(parameters, list) else parameters  # of those for many rows
            found[statement] = first

    event.listen(world.engine, "before_cursor_execute", note)
    month_kit.play(world)
    for words in LISTS:
        for player in (world.sam, world.ada):
            player.types(f"/partnership {words}")
    world.ada.opens_home()
    world.at("2023-01-05 10:00")
    event.remove(world.engine, "before_cursor_execute", note)
    with world.engine.connect() as connection:
        yield connection, found


def read_whole(connection: Connection, statement: str, parameters: Any) -> set[str]:
    """The tables that the database would read from the first row to the last, had they a million."""
    ours = connection.connection.cursor()  # takes what is filled in as it was given
    if connection.dialect.name == "sqlite":
        lines = [row[3] for row in ours.execute(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()]
        scans = [
            found for line in lines if (found := re.match(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?", line))
        ]
        short = {row[0] for row in ours.execute("SELECT name FROM sqlite_master WHERE sql LIKE '%INDEX% WHERE %'")}
        parts = {found[1] for line in lines if (found := re.match(r"(?:CO-ROUTINE|MATERIALIZE) (\w+)", line))}
        return {found[1] for found in scans if found[1] not in {"CONSTANT", *parts} and found[2] not in short}
    ours.execute(f"EXPLAIN {statement}", parameters)
    lines = [row[0] for row in ours.fetchall()]
    return {found[1] for line in lines if (found := re.search(r"Seq Scan on (\w+)", line))}


def test_no_table_that_grows_is_read_whole(asked):
    connection, statements = asked
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")  # so that it reads one whole where it must alone
    wrong = {}
    for statement, parameters in statements.items():
        if whole := read_whole(connection, statement, parameters) - SMALL.keys():
            wrong[statement] = whole
    assert wrong == {}
    assert len(statements) > 200
