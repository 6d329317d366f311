"""The migrations make exactly what the models say, on both databases; the comparison is shown to see differences."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Callable
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import (
    CheckConstraint,
    Column,
    Engine,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    create_engine,
    inspect,
    text,
)

from storage import migrate
from storage.database import Base, transaction
from storage.tables import metadata

POSTGRESQL = {
    "column": """
        SELECT c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod),
               a.attnotnull, pg_get_expr(d.adbin, d.adrelid), a.attidentity
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relnamespace = current_schema()::regnamespace
    """,
    "constraint": """
        SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid), convalidated
        FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
    """,
    "index": """
        SELECT tablename || '.' || indexname, replace(indexdef, schemaname || '.', '')
        FROM pg_indexes WHERE schemaname = current_schema()
    """,
    "trigger": """
        SELECT tgrelid::regclass || '.' || tgname, pg_get_triggerdef(t.oid)
        FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
        WHERE NOT tgisinternal AND c.relnamespace = current_schema()::regnamespace
    """,
}


def described(engine: Engine) -> dict[str, Any]:
    """Return everything the database itself says of its tables: a name for each part, and how it is made."""
    found: dict[str, Any] = {}
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            for kind, query in POSTGRESQL.items():
                found |= {f"{kind} {name}": tuple(rest) for name, *rest in connection.execute(text(query))}
        else:
            rows = connection.execute(text("SELECT type, tbl_name, name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
            for kind, table, name, sql in rows:
                if kind == "table":
                    found |= {f"part {table}: {part}": True for part in _parts(sql)}
                else:
                    found[f"{kind} {table}.{name}"] = _plain(sql)
    return {
        name: value for name, value in found.items() if "alembic_version" not in name and "sqlite_sequence" not in name
    }


def _plain(sql: str) -> str:
    return re.sub(r"\s+", " ", sql.replace('"', "")).strip()


def _parts(create_table: str) -> list[str]:
    """Return the columns and constraints of a CREATE TABLE, whose order says nothing."""
    body = _plain(create_table).split("(", 1)[1].rsplit(")", 1)
    parts, depth = [""], 0
    for sign in body[0]:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in [*parts, body[1]]]


def made_by_models(url: str, models: MetaData) -> dict[str, Any]:
    engine = create_engine(url)
    models.create_all(engine)
    found = described(engine)
    engine.dispose()
    return found


def bare(kind: str, make_bare_database: Callable[[str], str]) -> str:
    return "sqlite://" if kind == "sqlite" else make_bare_database(kind)


KNOWN: dict[str, dict[str, Any]] = {}


def as_they_are(kind: str, make_bare_database: Callable[[str], str]) -> dict[str, Any]:
    """Return what the models make on this kind of database."""
    if kind not in KNOWN:
        KNOWN[kind] = made_by_models(bare(kind, make_bare_database), copied_models())
    return KNOWN[kind]


def differences(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def copied_models() -> MetaData:
    copy = MetaData(naming_convention=metadata.naming_convention)
    for table in metadata.sorted_tables:
        table.to_metadata(copy)
    return copy


def test_migrations_make_what_the_models_say(engine: Engine, make_bare_database: Callable[[str], str]) -> None:
    models = as_they_are(engine.dialect.name, make_bare_database)
    assert len(models) > 100
    assert differences(described(engine), models) == []


def test_alembic_sees_nothing_to_do(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def another_word(models: MetaData) -> None:
    _replace_check(models.tables["outbox"], "messagestate", "state IN ('waiting', 'sending', 'sent', 'failed')")


def no_check(models: MetaData) -> None:
    _replace_check(models.tables["issues"], "state", None)


def _replace_check(table: Table, name: str, condition: str | None) -> None:
    (check,) = [
        found for found in table.constraints if isinstance(found, CheckConstraint) and str(found.name).endswith(name)
    ]
    table.constraints.remove(check)
    if condition:
        table.append_constraint(CheckConstraint(condition, name=name))


def index_not_partial(models: MetaData) -> None:
    for dialect in ("sqlite", "postgresql"):
        _index(models, "deadlines", "uq_deadlines_live").dialect_options[dialect]["where"] = None


def other_where(models: MetaData) -> None:
    for dialect in ("sqlite", "postgresql"):
        _index(models, "outbox", "ix_outbox_waiting").dialect_options[dialect]["where"] = text("state = 'sent'")


def not_unique(models: MetaData) -> None:
    _index(models, "deadlines", "uq_deadlines_live").unique = False


def _index(models: MetaData, table: str, name: str) -> Index:
    return next(index for index in models.tables[table].indexes if index.name == name)


def nullable(models: MetaData) -> None:
    models.tables["issues"].c.title.nullable = True


def longer(models: MetaData) -> None:
    models.tables["issues"].c.title.type = String(151)  # a type is shared with the models it was copied from


def a_default(models: MetaData) -> None:
    models.tables["agreements"].append_column(
        Column("issues_raised", Integer, nullable=False, server_default="0"), replace_existing=True
    )


def no_foreign_key(models: MetaData) -> None:
    table = models.tables["snoozes"]
    key = next(key for key in table.foreign_key_constraints if key.column_keys == ["person_id"])
    table.constraints.remove(key)


def another_column(models: MetaData) -> None:
    models.tables["people"].append_column(Column("shoe_size", Integer))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@pytest.mark.parametrize(
    ("change", "where"),
    [
        (another_word, "outbox"),
        (no_check, "issues"),
        (index_not_partial, "uq_deadlines_live"),
        (other_where, "ix_outbox_waiting"),
        (not_unique, "uq_deadlines_live"),
        (nullable, "title"),
        (longer, "title"),
        (a_default, "issues_raised"),
        (no_foreign_key, "person_id"),
        (another_column, "shoe_size"),
    ],
)
def test_the_comparison_sees(
    change: Callable[[MetaData], None], where: str, kind: str, make_bare_database: Callable[[str], str]
) -> None:
    models = copied_models()
    change(models)
    seen = differences(as_they_are(kind, make_bare_database), made_by_models(bare(kind, make_bare_database), models))
    assert seen
    assert all(where in name for name in seen), seen


def test_the_comparison_sees_ids_that_are_used_again() -> None:
    models = copied_models()
    models.tables["issues"].dialect_options["sqlite"]["autoincrement"] = False
    seen = differences(made_by_models("sqlite://", copied_models()), made_by_models("sqlite://", models))
    assert "part issues: id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT" in seen


def test_a_bare_database_is_brought_up_once(bare_database_url: str) -> None:
    assert migrate.pending(bare_database_url)
    migrate.upgrade(bare_database_url)
    assert not migrate.pending(bare_database_url)
    migrate.upgrade(bare_database_url)
    assert not migrate.pending(bare_database_url)


def test_two_processes_at_once(bare_database_url: str) -> None:
    faults: list[BaseException] = []
    start = threading.Barrier(4)

    def run() -> None:
        try:
            start.wait()
            migrate.upgrade(bare_database_url)
        except BaseException as fault:  # noqa: BLE001
            faults.append(fault)

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert not migrate.pending(bare_database_url)


def test_a_database_of_a_newer_release_is_left_alone(engine: Engine, database_url: str) -> None:
    """After going back to an older release, its `migrate` command must not fail the start."""
    head = ScriptDirectory(str(migrate.FOLDER)).get_current_head()
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    try:
        assert not migrate.pending(database_url)
        migrate.upgrade(database_url)
    finally:
        with engine.begin() as connection:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
            connection.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": head})
    assert found == "9999"


def test_rows_that_point_nowhere_stop_it(make_bare_database: Callable[[str], str]) -> None:
    url = make_bare_database("sqlite")
    migrate.upgrade(url)
    file = url.removeprefix("sqlite:///")
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO snoozes (deadline_id, person_id, until_at) VALUES (1, 2, '2026-11-23')")
    connection.close()
    with pytest.raises(migrate.BrokenReferencesError, match="snoozes"):
        migrate.upgrade(url)


def test_there_is_one_newest_migration_and_its_files_are_in_order() -> None:
    scripts = ScriptDirectory(str(migrate.FOLDER))
    assert len(scripts.get_heads()) == 1
    revisions = [script.revision for script in scripts.walk_revisions()]
    assert revisions == sorted(revisions, reverse=True)
    for script in scripts.walk_revisions():
        assert script.path.rsplit("/", 1)[-1].startswith(f"{script.revision}_")


def test_migrations_import_nothing_of_the_application() -> None:
    for file in (migrate.FOLDER / "versions").glob("*.py"):
        assert not re.search(r"^\s*(from|import) (bot|handlers|storage|rules)\b", file.read_text(), re.MULTILINE), file


def test_every_table_is_known(engine: Engine) -> None:
    with engine.connect() as connection:
        assert set(inspect(connection).get_table_names()) == {*Base.metadata.tables, "alembic_version"}


def test_the_application_creates_no_table_by_itself(bare_database_url: str) -> None:
    from storage.database import open_engine

    engine = open_engine(bare_database_url)
    with transaction(engine) as session:
        session.execute(text("SELECT 1"))
    assert inspect(engine).get_table_names() == []
    engine.dispose()
