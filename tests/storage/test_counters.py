"""Numbers of matters: each is given once, none is left out, and the release before can go on counting."""

from __future__ import annotations

import pytest
from alembic import command
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from storage import agreements, counters, migrate
from storage.agreements import Agreement
from storage.database import open_engine, transaction
from tests.storage.rows import an_agreement, at_once


def the_agreement(session) -> Agreement:
    return agreements.by_key(session, "sefton-2022")


@pytest.mark.parametrize("matter", ["issue", "offer"])
def test_nobody_who_asks_at_once_gets_the_same_number_and_none_is_left_out(engine: Engine, matter: str) -> None:
    with transaction(engine) as session:
        an_agreement(session, row=1)
    numbers: list[int] = []

    def ask(_number: int) -> None:
        for _ in range(10):
            with transaction(engine) as session:
                numbers.append(counters.give(session, the_agreement(session), matter))

    at_once(4, ask)
    assert sorted(numbers) == list(range(1, 41))
    with transaction(engine) as session:
        assert counters.given(session, the_agreement(session), matter) == 40


def test_a_number_that_was_not_committed_is_given_again(engine: Engine) -> None:
    with transaction(engine) as session:
        an_agreement(session, row=1)
    with Session(engine) as session:
        assert counters.give(session, the_agreement(session), "issue") == 1
        session.rollback()
    with transaction(engine) as session:
        assert counters.given(session, the_agreement(session), "issue") == 0
        assert [counters.give(session, the_agreement(session), "issue") for _ in range(3)] == [1, 2, 3]


def test_kinds_and_agreements_count_apart(engine: Engine) -> None:
    with transaction(engine) as session:
        sefton, halton = an_agreement(session, row=1), an_agreement(session, "one-halton-2021", "HAL")
        assert [counters.give(session, sefton, "issue") for _ in range(2)] == [1, 2]
        assert counters.give(session, sefton, "offer") == 1
        assert counters.give(session, halton, "issue") == 1
        asked = [(agreement, matter) for agreement in (sefton, halton) for matter in ("issue", "offer", "action")]
        assert [counters.given(session, *one) for one in asked] == [2, 1, 0, 1, 0, 0]


@pytest.mark.parametrize("matter", ["issue", "offer"])
def test_a_counter_is_raised_and_never_lowered(engine: Engine, matter: str) -> None:
    with transaction(engine) as session:
        agreement = an_agreement(session, row=1)
        counters.raise_to(session, agreement, matter, 0)
        assert counters.give(session, agreement, matter) == 1
        counters.raise_to(session, agreement, matter, 7)
        assert counters.give(session, agreement, matter) == 8
        counters.raise_to(session, agreement, matter, 8)
        counters.raise_to(session, agreement, matter, 5)
        assert counters.give(session, agreement, matter) == 9


@pytest.mark.parametrize(("matter", "column"), counters.COLUMNS.items())
def test_the_release_before_can_count_on_and_what_it_counted_is_counted(
    engine: Engine, matter: str, column: str
) -> None:
    with transaction(engine) as session:
        an_agreement(session, row=1)
    before = text(f"UPDATE agreements SET {column} = {column} + 1 RETURNING {column}")
    with transaction(engine) as session:
        assert [session.scalar(before) for _ in range(2)] == [1, 2]
    with transaction(engine) as session:
        assert counters.given(session, the_agreement(session), matter) == 2
        assert counters.give(session, the_agreement(session), matter) == 3
        counters.raise_to(session, the_agreement(session), matter, 5)
    with transaction(engine) as session:
        assert session.scalar(before) == 6
    with transaction(engine) as session:
        assert counters.give(session, the_agreement(session), matter) == 7


def test_what_was_counted_before_the_table_was_made_is_in_it(bare_database_url: str) -> None:
    with migrate._connected(bare_database_url) as connection:
        command.upgrade(migrate._config(connection), "0019")
        connection.commit()
    engine = open_engine(bare_database_url)
    values = ", ".join(str(number) for number in range(1, len(counters.COLUMNS)))
    with transaction(engine) as session:
        session.execute(
            text(
                f"INSERT INTO agreements (key, prefix, register_entries, register_head, loaded_at, {', '.join(counters.COLUMNS.values())})"
                f" VALUES ('sefton-2022', 'SEF', 0, '', '2022-09-01', {values}, 0)"
            )
        )
    migrate.upgrade(bare_database_url)
    with transaction(engine) as session:
        found = session.execute(text("SELECT matter, given FROM counters")).all()
        assert dict(map(tuple, found)) == {
            name: number for number, name in enumerate(counters.COLUMNS, 1) if number < 9
        }
        assert counters.given(session, the_agreement(session), "meeting") == 0
    engine.dispose()
