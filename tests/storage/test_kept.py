"""Whoever changes a row by hand is found: for each table by `register check`, by `register verify`, or why not."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Integer, Time, delete, insert, text, update
from sqlalchemy.orm import Session

from handlers import checking, closed_days
from handlers.agreements import loading
from rules.replay import CALLED, STATES, Told, differences, replay
from rules.terms import Base
from storage import agreements, kept, register
from storage.counters import raise_to
from storage.database import UTCDateTime, transaction
from storage.deadlines import Deadline
from storage.issues import Issue
from storage.packs import read_pack
from storage.register import Entry
from storage.tables import metadata
from tests.storage import rows as made_rows
from tests.storage.rows import NOW, a_person

KEPT = sorted(table for table in metadata.tables if kept.is_kept(table))
OF_AN_X = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"  # printf x | sha256sum
FOUND_OTHERWISE = {
    "register": "verify",  # tests/storage/test_register.py
    "files": "check",
    "counters": "check",
}


def test_each_table_is_kept_or_says_why_it_need_not_be():
    assert sorted([*KEPT, *kept.NOT_KEPT]) == sorted(metadata.tables)
    assert set(FOUND_OTHERWISE) <= set(kept.NOT_KEPT)
    assert {table for table in kept.PASSING if table not in metadata.tables} == set()
    for table, passing in kept.PASSING.items():
        assert passing <= {column.name for column in metadata.tables[table].columns}, table


def test_each_row_that_is_no_matter_has_a_name_for_people():
    matters = {table for table in KEPT if "reference" in metadata.tables[table].c}
    assert {table for table in KEPT if table not in CALLED} == matters - {"conflict_matters"}
    assert {table for table, _ in STATES.values()} <= matters


def test_each_part_of_a_matter_says_which_row_it_is_part_of():
    for table, column in kept.PARENTS.items():
        assert len(metadata.tables[table].c[column].foreign_keys) == 1, table
    alone = {table for table in KEPT if table not in kept.PARENTS and table not in kept.ABOUT}
    without = {table for table in alone if "agreement_id" not in metadata.tables[table].c}
    assert without == {"agreements", "people", "accounts", "proclamations"}


def made(column: Column[Any]) -> Any:
    """Something that a column can hold."""
    kind = column.type
    if getattr(kind, "enum_class", None):
        return next(iter(kind.enum_class))
    if isinstance(kind, JSON):
        return ["one"]
    if isinstance(kind, UTCDateTime | DateTime):
        return NOW
    if isinstance(kind, Boolean):
        return True
    if isinstance(kind, Date):
        return date(2026, 7, 1)
    if isinstance(kind, Time):
        return time(9, 30)
    if isinstance(kind, Integer):
        return 1
    return "x"


def other(value: Any) -> Any:
    """Something else that the same column can hold."""
    if isinstance(value, Enum):
        return list(type(value))[1]
    if isinstance(value, bool):
        return not value
    if isinstance(value, datetime | date):
        return value + timedelta(days=1)
    if isinstance(value, time):
        return time(10, 30)
    if isinstance(value, int):
        return value + 1
    return ["two"] if isinstance(value, list) else "y"


def found(session: Session) -> list[str]:
    return list(differences(replay(register.told(session)), kept.rows(session)))


@pytest.fixture
def without_references(engine):
    """A session in which a row can name others that are not there."""
    with transaction(engine) as session:
        postgres = engine.dialect.name == "postgresql"
        session.execute(
            text("SET session_replication_role = replica" if postgres else "PRAGMA defer_foreign_keys = ON")
        )
        yield session
        session.rollback()


@pytest.mark.parametrize("name", KEPT)
def test_a_row_that_is_changed_by_hand_is_found_whatever_of_it_was_changed(name, without_references):
    session, table = without_references, metadata.tables[name]
    values = {column.name: made(column) for column in table.columns}
    session.execute(insert(table).values(values))
    said = {c.name: kept.plain(c, values[c.name]) for c in kept.columns(table)}
    with_rows = {name: {"+1": said}}
    own = name == "agreements"
    if not own:
        session.execute(insert(metadata.tables["agreements"]).values(bare_agreement()))
    entry = Entry(
        agreement_id=1, number=1, at=NOW, act="noted", reference="SEF-1", private=False, person="x", on_behalf=False,
        facts="{}", source="{}", rows=json.dumps(with_rows), previous="", hash="",
    )  # fmt: skip
    session.add(entry)
    session.flush()
    ours = [sentence for sentence in found(session) if f"({name} 1)" in sentence]
    assert ours == []
    for column in kept.columns(table):
        changed = {column.name: other(values[column.name])}
        session.execute(update(table).where(table.c.id == 1).values(changed))
        (sentence,) = [sentence for sentence in found(session) if f"({name} 1)" in sentence]
        assert "entry 1 of" in sentence, sentence
        assert column.name.replace("_", " ") in sentence
        session.execute(update(table).where(table.c.id == 1).values({column.name: values[column.name]}))
    if own:
        return
    session.execute(delete(table).where(table.c.id == 1))
    (sentence,) = [sentence for sentence in found(session) if f"({name} 1)" in sentence]
    assert sentence.endswith("entry 1 of sefton-2022 tells of it, and the row is gone.")
    session.execute(insert(table).values(values | {"id": 2}))
    assert any(s.endswith(f"({name} 2): no entry of the register tells of it.") for s in found(session)), found(session)


def bare_agreement() -> dict[str, Any]:
    table = metadata.tables["agreements"]
    return {c.name: made(c) for c in table.columns} | {"id": 1, "key": "sefton-2022", "prefix": "SEF"}


def an_agreement(session: Session) -> agreements.Agreement:
    return made_rows.an_agreement(session, row=1)


def an_issue(session: Session, agreement: agreements.Agreement | None = None, number: int = 1, **values: Any) -> Issue:
    """An issue whose id is 1, of the agreement whose id is 1."""
    return made_rows.an_issue(session, agreement or an_agreement(session), number, id=1, **values)


# --- Days proclaimed later: of all agreements ---------------------------------------------------------------------


DAY = date(2026, 9, 21)


def proclaimed_on(session: Session, day: date) -> None:
    closed_days.proclaim(session, calendar=Base.ENGLAND_AND_WALES, day=day, open_=False, why="Mourning", now=NOW)


def loaded(session: Session) -> None:
    loading.load(session, read_pack("sefton-2022"), source="x", now=NOW, by="Max")


def test_a_proclaimed_day_stands_in_the_register_and_what_is_written_beside_it_is_named(engine):
    with transaction(engine) as session:
        loaded(session)
        proclaimed_on(session, DAY)
    with transaction(engine) as session:
        for agreement in agreements.all_agreements(session):
            *_, entry = register.entries(session, agreement.id)
            assert entry.act == "day-proclaimed"
            assert json.loads(entry.facts) == {
                "calendar": "england-and-wales",
                "day": "2026-09-21",
                "open": False,
                "why": "Mourning",
            }
            assert register.verify(session, agreement) is None
        assert found(session) == []
        session.execute(text("UPDATE proclamations SET open = NOT open"))
        assert found(session) == [
            "sefton-2022, a day proclaimed later (proclamations 1): entry 4 of sefton-2022 left “open” as “False”, and the row has “open” as “True”."
        ]
        session.execute(text("UPDATE proclamations SET open = NOT open"))
        session.execute(
            insert(metadata.tables["proclamations"]).values(
                calendar=Base.ENGLAND_AND_WALES, day=DAY + timedelta(days=1), open=False, why="x", entered_at=NOW
            )
        )
        assert found(session) == [
            "Of no matter, a day proclaimed later (proclamations 2): no entry of the register tells of it."
        ]
        session.rollback()


def test_an_agreement_that_is_loaded_later_begins_with_the_days_proclaimed_before(engine):
    with transaction(engine) as session:
        proclaimed_on(session, DAY)
    with transaction(engine) as session:
        loaded(session)
    with transaction(engine) as session:
        first, *_ = register.entries(session, agreements.by_key(session, "sefton-2022").id)
        assert (first.act, list(json.loads(first.rows)["proclamations"])) == ("terms-loaded", ["1"])
        assert found(session) == []


# --- What a transaction keeps -------------------------------------------------------------------------------------


def entry_of(session: Session, issue: Issue, act: str, **more: Any) -> Entry:
    agreement = session.get_one(agreements.Agreement, issue.agreement_id)
    return register.write(
        session, agreement, at=NOW, act=act, person="Ada", reference=issue.reference, private=issue.private, **more
    )


def test_an_entry_holds_the_rows_as_its_transaction_leaves_them(engine):
    with transaction(engine) as session:
        issue = an_issue(session)
        entry_of(session, issue, "issue-raised", facts={"title": "x"})
        issue.title = "Renamed after it was recorded"
    with transaction(engine) as session:
        (entry,) = register.entries(session, 1)
        assert entry.facts == '{"title":"x"}'
        assert json.loads(entry.rows)["issues"]["+1"]["title"] == "Renamed after it was recorded"
        assert [s for s in found(session) if "issues" in s] == []
        agreement = session.get_one(agreements.Agreement, 1)
        assert register.verify(session, agreement) is None
        assert agreement.register_head == entry.hash


def test_what_the_program_changes_with_no_act_has_an_entry_of_its_own(engine):
    with transaction(engine) as session:
        entry_of(session, an_issue(session, private=True), "issue-raised")
    with transaction(engine) as session:
        session.get_one(Issue, 1).concerns = "5.2"
    with transaction(engine) as session:
        _, entry = register.entries(session, 1)
        assert (entry.act, entry.reference, entry.private, entry.at) == ("row-changed", "SEF-1", True, NOW)
        assert [one.number for one in register.entries(session, 1, reference="SEF-1")] == [
            1
        ]  # people read nothing of it
        assert [s for s in found(session) if "issues" in s] == []
        assert register.verify(session, session.get_one(agreements.Agreement, 1)) is None


def test_what_somebody_else_changes_is_named(engine):
    with transaction(engine) as session:
        entry_of(session, an_issue(session), "issue-raised")
    with transaction(engine) as session:
        session.execute(text("UPDATE issues SET concerns = '5.2'"))
    with transaction(engine) as session:
        assert [s for s in found(session) if "issues" in s] == [
            "SEF-1 (issues 1): entry 1 of sefton-2022 left “concerns” as “5.1”, and the row has “concerns” as “5.2”."
        ]


def test_what_is_private_stands_in_no_entry_that_is_not(engine):
    with transaction(engine) as session:
        issue = an_issue(session, private=True)
        agreement = session.get_one(agreements.Agreement, issue.agreement_id)
        register.write(session, agreement, at=NOW, act="terms-loaded", person="Ada")
        entry_of(session, issue, "issue-raised")
        register.write(session, agreement, at=NOW, act="noted", person="Ada")
    with transaction(engine) as session:
        told = {entry.act: json.loads(entry.rows or "{}") for entry in register.entries(session, 1)}
        assert "issues" in told["issue-raised"]
        assert "issues" not in {**told["terms-loaded"], **told["noted"]}


def test_an_entry_of_a_savepoint_that_was_rolled_back_is_not_there(engine):
    with transaction(engine) as session:
        issue = an_issue(session)
        entry_of(session, issue, "issue-raised")
        with pytest.raises(RuntimeError), session.begin_nested():  # noqa: PT012
            entry_of(session, issue, "issue-commented")
            raise RuntimeError
        entry_of(session, issue, "issue-acknowledged")
    with transaction(engine) as session:
        assert [entry.act for entry in register.entries(session, 1)] == ["issue-raised", "issue-acknowledged"]
        assert register.verify(session, session.get_one(agreements.Agreement, 1)) is None
        assert [s for s in found(session) if "issues" in s] == []


def test_a_date_that_is_moved_by_hand_is_named_by_its_matter(engine):
    with transaction(engine) as session:
        issue = an_issue(session)
        session.add(
            Deadline(id=1, agreement_id=1, matter="issue", matter_id=1, clock="c", due_on=date(2026, 7, 9), due_at=NOW,
                     working={}, calendar_version="1", confirmed=True, state="open", made_at=NOW)
        )  # fmt: skip
        session.flush()
        entry_of(session, issue, "issue-raised")
    with transaction(engine) as session:
        session.execute(update(Deadline).values(due_on=date(2026, 8, 9)))
        assert [s for s in found(session) if "deadlines" in s] == [
            (
                "SEF-1, a date (deadlines 1): entry 1 of sefton-2022 left “due on” as “2026-07-09”, and the row has "
                "“due on” as “2026-08-09”."
            )
        ]


def test_of_an_older_register_the_state_is_compared_that_its_acts_say():
    entries = [
        Told("sefton-2022", 1, "SEF-1", "issue-raised", None),
        Told("sefton-2022", 2, "SEF-1", "issue-commented", None),
        Told("sefton-2022", 3, "SEF-1", "issue-resolved", None),
    ]
    rows = [("issues", 1, {"reference": "SEF-1", "state": "open"}), ("holdings", 1, {"partner": "luhft"})]
    assert list(differences(replay(entries), rows)) == [
        "SEF-1 (issues 1): entry 3 of sefton-2022 left “state” as “resolved”, and the row has “state” as “open”."
    ]


def test_a_row_that_is_added_to_an_older_register_is_found_once_rows_are_kept():
    entries = [
        Told("sefton-2022", 1, "SEF-1", "issue-raised", None),
        Told("sefton-2022", 2, None, "roster-changed", {"holdings": {"+5": {"partner": "luhft"}}}),
    ]
    rows = [("holdings", at, {"partner": "luhft"}) for at in (4, 5, 6)]
    assert list(differences(replay(entries), rows)) == [
        "Of no matter, a capacity (holdings 6): no entry of the register tells of it."
    ]


def test_what_sqlite_takes_and_no_column_can_hold_is_named(engine):
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL takes no such value")
    with transaction(engine) as session:
        entry_of(session, an_issue(session), "issue-raised")
        session.flush()
    with transaction(engine) as session:
        session.execute(text("UPDATE issues SET raised_at = 'never'"))
        assert [s for s in found(session) if "issues" in s] == [
            "SEF-1 (issues 1): the row holds what cannot be read, so somebody else wrote it."
        ]


def test_packs_numbers_and_files_are_compared(engine, tmp_path):
    sha256 = "ab" * 32
    with transaction(engine) as session:
        agreement = an_agreement(session)
        a_person(session)
        an_issue(session, agreement, number=7)
        table = metadata.tables["files"]
        session.execute(
            insert(table).values(sha256=sha256, kind="pdf", pages=1, size_bytes=2, signed=False, kept_at=NOW)
        )
    with transaction(engine) as session:
        said = [s for s in checking.check(session, tmp_path) if " (" not in s]
        assert said == [
            "sefton-2022: 7 is the last number of its issues, and its counter says 0.",
            f"The file {sha256} is not in {tmp_path}.",
        ]
        assert any("terms have" in s for s in checking.check(session, tmp_path))
        raise_to(session, session.get_one(agreements.Agreement, 1), "issue", 7)
        (tmp_path / "ab").mkdir()
        (tmp_path / "ab" / sha256).write_bytes(b"x")
        assert [s for s in checking.check(session, tmp_path) if " (" not in s] == [
            f"The file {sha256} was changed: its SHA-256 is {OF_AN_X} now.",
        ]
