"""Marks: in the order rows were made, never the same again, and never as low as what was counted."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, delete, select, text

from storage.database import transaction
from storage.marks import FIRST, Marked
from storage.people import Person
from storage.tables import metadata
from tests.storage.rows import a_person, an_agreement

NAMED = {
    "accounts", "actions", "agenda_items", "agreements", "chair_holdings", "conflict_matters", "conflicts",
    "counterparts", "criteria", "criterion_changes", "deadlines", "decisions", "feeds", "holdings", "issues",
    "meetings", "milestones", "people", "proposals", "review_answers", "reviews", "seat_holdings",
    "signature_parties", "signature_requests", "trackers",
}  # fmt: skip
"""What buttons name, and what is chosen in forms."""


def people(session, *names):
    session.add_all([Person(name=name) for name in names])
    session.flush()
    return list(session.scalars(select(Person.name).order_by(Person.id)))


def test_rows_follow_each_other_as_they_were_made(engine: Engine) -> None:
    with transaction(engine) as session:
        people(session, "Ada", "Ben", "Cleo")
    with transaction(engine) as session:
        assert people(session, "Dan", "Eve") == ["Ada", "Ben", "Cleo", "Dan", "Eve"]
        people(session, "Fay")
        assert people(session, "Gus")[4:] == ["Eve", "Fay", "Gus"]


def test_what_is_made_again_after_it_was_undone_has_another_mark(engine: Engine) -> None:
    """Putting an older copy of a database back undoes what was done since."""
    given = set()
    for _ in range(20):
        with transaction(engine) as session:
            given.add(a_person(session).id)
            session.flush()
            session.execute(delete(Person))
    assert len(given) == 20
    assert {mark // FIRST for mark in given} == {1}


def test_what_was_counted_stays_below_every_mark(engine: Engine) -> None:
    """The rows of an earlier release have the numbers 1, 2 and so on; nothing that is made now can have one."""
    with transaction(engine) as session:
        columns = "name, email, timezone, digest_at, days_off"
        values = "'Zoe', '', 'Europe/London', '09:00:00', '[]'"
        session.execute(text(f"INSERT INTO people (id, {columns}) VALUES (7, {values})"))
        assert people(session, "Ada", "Ben") == ["Zoe", "Ada", "Ben"]
        assert [mark > FIRST for mark in session.scalars(select(Person.id).order_by(Person.id))] == [False, True, True]


def test_an_id_that_is_given_stays(engine: Engine) -> None:
    with transaction(engine) as session:
        assert an_agreement(session, row=5).id == 5


@pytest.mark.parametrize("table", sorted(metadata.tables))
def test_what_buttons_and_forms_name_has_a_mark(table: str) -> None:
    (model,) = [mapper.class_ for mapper in Person.registry.mappers if mapper.local_table.name == table]
    assert issubclass(model, Marked) is (table in NAMED)
