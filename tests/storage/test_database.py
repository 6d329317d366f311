"""What both databases must do alike: times, transactions, references, words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, event, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from storage.agreements import Agreement
from storage.database import check_reached, file_of, open_engine, transaction
from storage.deadlines import Deadline, Snooze
from storage.issues import Issue
from storage.marks import CHANCE_BITS
from storage.outbox import Message, MessageState
from storage.people import Person
from tests.patience import LONG_SECONDS
from tests.storage.rows import NOW, a_message, a_person, an_agreement, an_issue, at_once

LONDON = ZoneInfo("Europe/London")


def test_a_naive_time_is_refused(engine: Engine) -> None:
    with pytest.raises(StatementError, match="an instant needs a time zone"), transaction(engine) as session:
        session.add(Agreement(key="a", prefix="A", loaded_at=datetime(2026, 7, 1, 9)))  # noqa: DTZ001


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 7, 1, 9, 0, tzinfo=LONDON),
        datetime(2026, 10, 25, 1, 30, fold=0, tzinfo=LONDON),
        datetime(2026, 10, 25, 1, 30, fold=1, tzinfo=LONDON),
        datetime(2026, 7, 1, 23, 59, 59, 999999, tzinfo=LONDON),
        datetime(2026, 7, 1, 9, 0, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    ],
)
def test_times_come_back_as_the_same_instant_in_utc(engine: Engine, moment: datetime) -> None:
    with transaction(engine) as session:
        session.add(Agreement(key="a", prefix="A", loaded_at=moment))
    with transaction(engine) as session:
        found = session.scalars(select(Agreement.loaded_at)).one()
        assert found == moment.astimezone(UTC)
        assert found.tzinfo is UTC
        assert session.scalars(select(Agreement.key).where(Agreement.loaded_at <= moment)).all() == ["a"]
        later = moment.astimezone(UTC) - timedelta(microseconds=1)
        assert session.scalars(select(Agreement.key).where(Agreement.loaded_at <= later)).all() == []


def test_half_past_eight_utc_is_before_nine_in_summer(engine: Engine) -> None:
    with transaction(engine) as session:
        session.add(Agreement(key="a", prefix="A", loaded_at=datetime(2026, 7, 1, 9, 0, tzinfo=LONDON)))
        due = (
            select(func.count())
            .select_from(Agreement)
            .where(Agreement.loaded_at <= datetime(2026, 7, 1, 8, 30, tzinfo=UTC))
        )
        assert session.scalar(due) == 1


def test_nothing_is_lost_when_threads_count_together(engine: Engine) -> None:
    """Reading, adding one and writing, with the row locked."""
    with transaction(engine) as session:
        key = an_agreement(session).id

    def count(_number: int) -> None:
        for _ in range(25):
            with transaction(engine) as session:
                row = session.get_one(Agreement, key, with_for_update=True)
                row.issues_raised += 1

    at_once(4, count)
    with transaction(engine) as session:
        assert session.get_one(Agreement, key).issues_raised == 100


def test_on_sqlite_a_transaction_that_only_reads_first_loses_nothing_either(
    make_migrated: Callable[[str], Engine],
) -> None:
    engine = make_migrated("sqlite")
    with transaction(engine) as session:
        key = an_agreement(session).id

    def count(_number: int) -> None:
        for _ in range(25):
            with transaction(engine) as session:
                seen = session.scalars(select(Agreement.issues_raised)).one()
                session.execute(update(Agreement).where(Agreement.id == key).values(issues_raised=seen + 1))

    at_once(4, count)
    with transaction(engine) as session:
        assert session.get_one(Agreement, key).issues_raised == 100


def test_sqlite_is_set_up_to_lose_nothing(make_migrated: Callable[[str], Engine]) -> None:
    shipped = open_engine(str(make_migrated("sqlite").url))
    with shipped.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    shipped.dispose()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 2500}


def test_the_first_connections_of_several_processes_get_along(database_url: str) -> None:
    """The file is not yet in write-ahead mode, and all of them want to put it there."""

    def connect(number: int) -> None:
        engine = open_engine(database_url, busy_seconds=LONG_SECONDS)
        with transaction(engine) as session:
            an_agreement(session, f"a{number}", f"A{number}")
        engine.dispose()

    at_once(6, connect)
    engine = open_engine(database_url)
    with transaction(engine) as session:
        assert sorted(session.scalars(select(Agreement.key))) == [f"a{number}" for number in range(6)]
    engine.dispose()


def test_a_transaction_that_raises_leaves_nothing(engine: Engine) -> None:
    with pytest.raises(RuntimeError, match="half way"), transaction(engine) as session:  # noqa: PT012
        an_agreement(session)
        raise RuntimeError("half way")
    with transaction(engine) as session:
        assert session.scalars(select(Agreement)).all() == []


def test_a_reference_to_nothing_is_refused(engine: Engine) -> None:
    with pytest.raises(IntegrityError), transaction(engine) as session:
        session.add(Snooze(deadline_id=1, person_id=1, until_at=NOW))


def test_what_is_referred_to_cannot_be_deleted(engine: Engine) -> None:
    with transaction(engine) as session:
        an_issue(session)
    with pytest.raises(IntegrityError), transaction(engine) as session:
        session.execute(text("DELETE FROM agreements"))


@pytest.mark.parametrize("word", ["posted", "WAITING", ""])
def test_a_word_that_is_no_state_is_refused_by_the_database(engine: Engine, word: str) -> None:
    with transaction(engine) as session:
        session.execute(insert(Message).values(a_message("a")))
    with pytest.raises(IntegrityError, match="ck_outbox_messagestate"), transaction(engine) as session:
        session.execute(text("UPDATE outbox SET state = :word"), {"word": word})


def test_words_are_stored_as_they_are_said(engine: Engine) -> None:
    with transaction(engine) as session:
        session.execute(insert(Message).values(a_message("a")))
        assert session.execute(text("SELECT state FROM outbox")).scalar_one() == "waiting"
        assert session.scalars(select(Message.state)).one() is MessageState.WAITING


def test_an_id_is_not_used_again(engine: Engine) -> None:
    with transaction(engine) as session:
        first = an_agreement(session).id
    with transaction(engine) as session:
        session.execute(text("DELETE FROM agreements"))
    with transaction(engine) as session:
        assert an_agreement(session).id != first


def test_every_test_begins_with_the_first_ids(engine: Engine) -> None:
    with transaction(engine) as session:
        assert an_agreement(session).id >> CHANCE_BITS == 1
        assert a_person(session).id >> CHANCE_BITS == 1
        session.execute(insert(Message).values(a_message("first")))
        assert session.scalars(select(Message.id)).one() == 1


test_every_test_begins_with_the_first_ids_again = test_every_test_begins_with_the_first_ids


def test_ids_of_matters_are_as_wide_as_the_ids_they_hold(engine: Engine) -> None:
    large = 2**40
    with transaction(engine) as session:
        agreement = an_agreement(session)
        issue = an_issue(session, agreement, id=large, post_id=large)
        session.add(
            Deadline(agreement_id=agreement.id, matter="issue", matter_id=issue.id, clock="c", due_on=NOW.date(), due_at=NOW,
                     working={}, confirmed=True, made_at=NOW)
        )  # fmt: skip
        session.flush()
        assert session.scalars(select(Deadline.matter_id)).one() == large
        assert session.scalars(select(Issue.post_id)).one() == large


def test_unicode_and_empty_values_come_back(engine: Engine) -> None:
    facts = {"title": "Ŵŷ 🩺 “quoted” \\ \n\t", "none": None, "list": [1, "two", {"three": 3.5}], "empty": {}}
    with transaction(engine) as session:
        session.execute(insert(Message).values(a_message("é🩺", facts=facts)))
    with transaction(engine) as session:
        found = session.scalars(select(Message)).one()
        assert (found.once, found.facts, found.buttons, found.about) == ("é🩺", facts, [], None)


def test_a_persons_defaults(engine: Engine) -> None:
    with transaction(engine) as session:
        a_person(session)
    with transaction(engine) as session:
        person = session.scalars(select(Person)).one()
        assert (person.email, person.timezone, person.days_off) == ("", "Europe/London", [5, 6])
        assert person.digest_at.isoformat() == "09:00:00"


def test_an_unreachable_database_says_so() -> None:
    engine = open_engine("postgresql://nobody@127.0.0.1:1/none?connect_timeout=2")
    with pytest.raises(DBAPIError), transaction(engine) as session:
        session.execute(text("SELECT 1"))
    with pytest.raises(DBAPIError):
        check_reached(engine)
    engine.dispose()


def test_one_that_answers_is_reached(engine: Engine) -> None:
    asked: list[str] = []

    @event.listens_for(engine, "before_cursor_execute")
    def _(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    check_reached(engine)
    assert asked[-1] == "SELECT 1"


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:///accord.sqlite3", Path("accord.sqlite3")),
        ("sqlite+pysqlite:////var/accord.sqlite3", Path("/var/accord.sqlite3")),
        ("sqlite://", None),
        ("postgresql://somebody@127.0.0.1/accord", None),
    ],
)
def test_only_sqlite_keeps_its_database_in_a_file(url: str, file: Path | None) -> None:
    assert file_of(url) == file
