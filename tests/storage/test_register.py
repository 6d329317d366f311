"""The register is one chain for each agreement, whoever writes at the same time, and tampering is named."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, func, select, text
from sqlalchemy.orm import Session

from storage import agreements, register
from storage.agreements import Agreement
from storage.database import transaction
from tests.calls import calls_of
from tests.storage.rows import NOW, a_person, an_agreement, at_once, minutes

PEOPLE = ("Lead, Mersey Care", "Siân Ŵyn-Jones 🩺", "“O'Brien”")


def written(engine: Engine, count: int = 5) -> None:
    with transaction(engine) as session:
        agreement = an_agreement(session, row=1)
        person = a_person(session)
        for number in range(count):
            register.write(
                session, agreement, at=minutes(number), act="issue-raised", person=PEOPLE[number % 3], person_id=person.id,
                partner="mersey-care", reference=f"SEF-{number + 1}", facts={"title": f"№ {number}", "b": [1, None], "a": True},
                source={"door": "slack"},
            )  # fmt: skip


def damage(engine: Engine) -> register.Damage | None:
    with transaction(engine) as session:
        agreement = agreements.by_key(session, "sefton-2022")
        assert agreement is not None
        return register.verify(session, agreement)


def tampered(engine: Engine, *statements: str) -> register.Damage:
    written(engine)
    assert damage(engine) is None
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    found = damage(engine)
    assert found is not None
    return found


def test_an_empty_register_is_whole(engine: Engine) -> None:
    written(engine, 0)
    assert damage(engine) is None


def test_each_entry_follows_from_the_one_before(engine: Engine) -> None:
    written(engine)
    with transaction(engine) as session:
        agreement = agreements.by_key(session, "sefton-2022")
        found = list(register.entries(session, agreement.id))
        assert [entry.number for entry in found] == [1, 2, 3, 4, 5]
        assert [entry.previous for entry in found] == [register.START, *(entry.hash for entry in found[:-1])]
        assert (agreement.register_entries, agreement.register_head) == (5, found[-1].hash)
        assert [entry.person for entry in found[:3]] == list(PEOPLE)
        assert [entry.number for entry in register.entries(session, agreement.id, reference="SEF-3")] == [3]


def test_anybody_can_recompute_the_hash_from_the_export(engine: Engine) -> None:
    written(engine)
    with transaction(engine) as session:
        for entry in register.entries(session, 1):
            line = json.loads(json.dumps(entry.as_json()))
            said = line.pop("hash")
            plain = json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            assert hashlib.sha256(plain.encode()).hexdigest() == said


def test_the_hash_does_not_depend_on_the_database_or_the_time_zone(engine: Engine) -> None:
    with transaction(engine) as session:
        agreement = an_agreement(session, row=1)
        moment = datetime(2026, 7, 1, 10, 0, tzinfo=ZoneInfo("Europe/London"))
        entry = register.write(session, agreement, at=moment, act="noted", person="Ŵ", facts={"z": 1, "é": "🩺"})
    assert entry.hash == "529851eab357f3d160167d6bba6bbeaef185327fb494c4e669964f4278009db7"
    assert damage(engine) is None


def test_writers_at_once_keep_the_chain_whole(engine: Engine) -> None:
    with transaction(engine) as session:
        first, second = an_agreement(session, row=1), an_agreement(session, "halton-2021", "HAL")
        keys = (first.id, second.id)

    def write(number: int) -> None:
        for turn in range(12):
            with transaction(engine) as session:
                agreement = session.get_one(agreements.Agreement, keys[turn % 2])
                for _ in range(2):
                    register.write(session, agreement, at=NOW, act="noted", person=str(number), facts={"turn": turn})

    at_once(4, write)
    with transaction(engine) as session:
        for key in keys:
            agreement = session.get_one(agreements.Agreement, key)
            assert agreement.register_entries == 48
            assert register.verify(session, agreement) is None


def test_an_entry_goes_when_its_transaction_does(engine: Engine) -> None:
    written(engine)
    with pytest.raises(RuntimeError), transaction(engine) as session:  # noqa: PT012
        register.write(session, session.get_one(agreements.Agreement, 1), at=NOW, act="noted", person="x")
        raise RuntimeError
    assert damage(engine) is None
    with transaction(engine) as session:
        entry = register.write(session, session.get_one(agreements.Agreement, 1), at=NOW, act="noted", person="x")
        assert entry.number == 6


def test_a_stale_agreement_makes_no_fork(engine: Engine) -> None:
    written(engine)
    with transaction(engine) as session:
        stale = session.get_one(agreements.Agreement, 1)
    with transaction(engine) as session:
        register.write(session, session.get_one(agreements.Agreement, 1), at=NOW, act="noted", person="x")
    with transaction(engine) as session:
        session.add(stale)
        assert register.write(session, stale, at=NOW, act="noted", person="y").number == 7
    assert damage(engine) is None


@pytest.mark.parametrize(
    ("statement", "number", "words"),
    [
        ("UPDATE register SET facts = replace(facts, '№ 2', '№ 9') WHERE number = 3", 3, "was changed"),
        ("UPDATE register SET facts = facts || ' ' WHERE number = 3", 3, "was changed"),
        ("UPDATE register SET facts = 'not JSON' WHERE number = 2", 2, "was changed"),
        ("UPDATE register SET source = '{}' WHERE number = 2", 2, "was changed"),
        ("UPDATE register SET person = 'Somebody else' WHERE number = 1", 1, "was changed"),
        ("UPDATE register SET partner = NULL WHERE number = 5", 5, "was changed"),
        ("UPDATE register SET reference = 'SEF-9' WHERE number = 4", 4, "was changed"),
        ("UPDATE register SET private = NOT private WHERE number = 4", 4, "was changed"),
        ("UPDATE register SET on_behalf = NOT on_behalf WHERE number = 4", 4, "was changed"),
        ("UPDATE register SET person_id = NULL WHERE number = 4", 4, "was changed"),
        ("UPDATE register SET act = 'other' WHERE number = 4", 4, "was changed"),
        ("UPDATE register SET at = (SELECT at FROM register WHERE number = 1) WHERE number = 4", 4, "was changed"),
        ("UPDATE register SET hash = previous WHERE number = 4", 4, "was changed"),
        ("UPDATE register SET previous = hash WHERE number = 4", 4, "was changed"),
        ("DELETE FROM register WHERE number = 1", 1, "is missing"),
        ("DELETE FROM register WHERE number = 3", 3, "is missing"),
        ("DELETE FROM register WHERE number = 5", 5, "is missing: 5 were written"),
        ("DELETE FROM register", 1, "is missing: 5 were written"),
        ("UPDATE register SET number = 9 WHERE number = 2", 2, "was moved"),
        ("UPDATE agreements SET register_entries = 3", 4, "was added by another hand"),
        ("UPDATE agreements SET register_head = 'x'", 5, "was replaced"),
    ],
)
def test_the_first_entry_that_was_touched_is_named(engine: Engine, statement: str, number: int, words: str) -> None:
    found = tampered(engine, statement)
    assert (found.number, words in found.what) == (number, True), found


def test_two_entries_that_changed_places(engine: Engine) -> None:
    found = tampered(
        engine,
        "UPDATE register SET number = 99 WHERE number = 2",
        "UPDATE register SET number = 2 WHERE number = 3",
        "UPDATE register SET number = 3 WHERE number = 99",
    )
    assert (found.number, found.what) == (2, "entry 2 was changed after it was written")


def test_a_removed_entry_that_the_later_ones_close_up_over(engine: Engine) -> None:
    found = tampered(
        engine,
        "DELETE FROM register WHERE number = 2",
        *(f"UPDATE register SET number = {number - 1} WHERE number = {number}" for number in (3, 4, 5)),
        "UPDATE agreements SET register_entries = 4",
    )
    assert found.number == 2


def test_an_entry_rewritten_with_a_hash_of_its_own(engine: Engine) -> None:
    written(engine)
    with transaction(engine) as session:
        entry = session.scalars(select(register.Entry).where(register.Entry.number == 3)).one()
        entry.facts = '{"title":"other"}'
        entry.hash = register._hash(entry)
    found = damage(engine)
    assert found == register.Damage(4, "entry 4 does not follow from entry 3: one of them was replaced")


def test_the_last_entry_rewritten_with_a_hash_of_its_own(engine: Engine) -> None:
    written(engine)
    with transaction(engine) as session:
        entry = session.scalars(select(register.Entry).where(register.Entry.number == 5)).one()
        entry.facts = '{"title":"other"}'
        entry.hash = register._hash(entry)
    assert damage(engine) == register.Damage(5, "entry 5 was replaced: it is not the one that was written last")


def test_an_entry_moved_to_another_agreement(engine: Engine) -> None:
    written(engine)
    with transaction(engine) as session:
        other = an_agreement(session, "halton-2021", "HAL", row=2)
        session.execute(text("UPDATE register SET agreement_id = :other WHERE number = 1"), {"other": other.id})
    with transaction(engine) as session:
        assert register.verify(session, session.get_one(agreements.Agreement, 1)).number == 1
        assert register.verify(session, session.get_one(agreements.Agreement, 2)).number == 1


def test_tampering_in_the_middle_of_the_session_is_seen(engine: Engine) -> None:
    """What the session remembers of an entry does not hide what the database holds."""
    written(engine)
    with transaction(engine) as session:
        kept = list(register.entries(session, 1))
        session.execute(text("UPDATE register SET act = 'other' WHERE number = 2"))
        assert register.verify(session, session.get_one(agreements.Agreement, 1)).number == 2
        assert len(kept) == 5


def test_a_time_that_is_none_on_sqlite(make_migrated: Callable[[str], Engine]) -> None:
    engine = make_migrated("sqlite")
    found = tampered(engine, "UPDATE register SET at = 'yesterday' WHERE number = 4")
    assert (found.number, found.what) == (4, "entry 4 was changed after it was written")


def test_an_entry_written_while_it_is_verified_is_no_damage(make_migrated: Callable[[str], Engine]) -> None:
    """On PostgreSQL a transaction sees what others commit between its statements."""
    engine = make_migrated("postgresql")
    written(engine)
    with transaction(engine) as session:
        agreement = session.get_one(agreements.Agreement, 1)  # read before...
        with transaction(engine) as other:  # ...somebody writes
            register.write(other, other.get_one(agreements.Agreement, 1), at=NOW, act="noted", person="x")
        assert register.verify(session, agreement) is None


def test_facts_that_are_not_json_are_refused(engine: Engine) -> None:
    written(engine, 1)
    for facts in ({"x": math.nan}, {"x": NOW}):
        with pytest.raises((TypeError, ValueError)), transaction(engine) as session:
            register.write(
                session, session.get_one(agreements.Agreement, 1), at=NOW, act="noted", person="x", facts=facts
            )
    assert damage(engine) is None


def test_a_long_register_is_read_in_parts(engine: Engine) -> None:
    count, touched = register.PART + 10, register.PART + 5
    with transaction(engine) as session:
        agreement = an_agreement(session, row=1)
        for number in range(count):
            register.write(session, agreement, at=NOW, act="noted", person="x", facts={"n": number})
    assert damage(engine) is None
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE register SET act = 'other' WHERE number = {touched}"))
    found = damage(engine)
    assert found is not None
    assert found.number == touched
    with Session(engine) as session:
        assert session.scalar(select(func.count()).select_from(register.Entry)) == count


def test_an_entry_more_costs_three_calls_and_no_question_to_verify(engine: Engine) -> None:
    """What is kept is put together as it was hashed: no row is built of it, and nothing is read as JSON."""
    with transaction(engine) as session:
        an_agreement(session, row=1)
    calls: list[int] = []
    for _ in range(3):
        with transaction(engine) as session:
            agreement = session.get_one(Agreement, 1)
            for number in range(40):
                register.write(session, agreement, at=NOW, act="noted", person="x", facts={"n": number})
        with transaction(engine) as session:
            agreement = session.get_one(Agreement, 1)
            calls.append(calls_of(lambda: register.verify(session, agreement)))  # noqa: B023 (it is called at once)
    assert 0 < calls[2] - calls[1] <= 3 * 40 + 10, calls
