"""What is due, of every kind, on both databases: one question whatever there is, at both sides of each moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from storage import due
from storage.agreements import Agreement, Channel
from storage.backups import Restore
from storage.database import transaction
from storage.deadlines import Deadline, DeadlineState
from storage.decisions import Decision
from storage.due import Kind
from storage.followers import Follower
from tests.storage.rows import NOW, a_person, a_version, an_agreement, at_once, minutes

FAR = NOW + timedelta(days=1000)


def planned(session: Session) -> Agreement:
    """An agreement with its channel of which nothing is due."""
    agreement = an_agreement(session, row=1)
    agreement.next_morning_at = agreement.next_calendar_at = FAR
    place = {"platform": "slack", "workspace": "T1", "channel": "C1"}
    session.add(Channel(agreement_id=agreement.id, bound_at=NOW, next_digest_at=FAR, **place))
    session.flush()
    return agreement


def a_date(session: Session, **values: Any) -> None:
    given = {"agreement_id": 1, "matter": "issue", "matter_id": 1, "clock": "c", "due_on": NOW.date(), "due_at": FAR}
    session.add(Deadline(**given | {"working": {}, "confirmed": True, "made_at": NOW} | values))


def a_follower(session: Session, at: Any) -> None:
    person = a_person(session, next_digest_at=FAR)
    row = {"agreement_id": 1, "person_id": person.id, "followed_at": NOW, "told_number": 0}
    session.add(Follower(**row, not_before_at=at))


COMES = {
    Kind.CALENDARS: lambda session, at: setattr(session.get_one(Agreement, 1), "next_calendar_at", at),
    Kind.PASSING: lambda session, at: a_date(session, due_at=at),
    Kind.REMINDERS: lambda session, at: a_date(session, next_nudge_at=at),
    Kind.TERMS: lambda session, at: setattr(session.get_one(Agreement, 1), "next_term_at", at),
    Kind.MORNINGS: lambda session, at: setattr(session.get_one(Agreement, 1), "next_morning_at", at),
    Kind.DIGESTS: lambda session, at: a_person(session, next_digest_at=at),
    Kind.CHANNELS: lambda session, at: setattr(session.query(Channel).one(), "next_digest_at", at),
    Kind.FOLLOWERS: a_follower,
}
"""What has a moment at which it is due."""
WITHOUT_A_MOMENT = (Kind.CALENDARS, Kind.MORNINGS, Kind.DIGESTS, Kind.CHANNELS)


def kinds(engine: Engine, now: Any = NOW) -> set[Kind]:
    with transaction(engine) as session:
        return set(due.kinds(session, now))


@pytest.mark.parametrize("kind", COMES)
def test_each_kind_is_due_from_its_moment_on(kind, engine):
    with transaction(engine) as session:
        planned(session)
        COMES[kind](session, NOW)
    assert (kinds(engine, minutes(-1)), kinds(engine), kinds(engine, minutes(1))) == (set(), {kind}, {kind})


@pytest.mark.parametrize("kind", WITHOUT_A_MOMENT)
def test_what_nobody_has_planned_yet_is_due(kind, engine):
    with transaction(engine) as session:
        planned(session)
        COMES[kind](session, None)
    assert kinds(engine) == {kind}


@pytest.mark.parametrize("kind", [Kind.REMINDERS, Kind.TERMS, Kind.FOLLOWERS])
def test_what_has_no_moment_is_never_due(kind, engine):
    with transaction(engine) as session:
        planned(session)
        COMES[kind](session, None)
    assert kinds(engine) == set()


def test_a_vote_that_is_to_be_counted_anew_is_due(engine):
    with transaction(engine) as session:
        agreement, proposer = planned(session), a_person(session, next_digest_at=FAR)
        said = {
            "reference": "SEF-D1",
            "title": "A budget",
            "wording": "GBP 1",
            "reasons": "",
            "papers": "",
            "files": [],
        }
        known = {"number": 1, "agreement_id": 1, "terms_id": a_version(session, agreement).id, "rule": "r"}
        when = {"proposed_by": proposer.id, "proposed_on": NOW.date(), "proposed_at": NOW, "closes_on": NOW.date()}
        session.add(Decision(**said, **known, **when, circumstances={}, counted_before={}))
    assert kinds(engine) == {Kind.RECOUNTS}


@pytest.mark.parametrize(
    "values", [{"confirmed": False}, {"state": DeadlineState.MET}, {"state": DeadlineState.PASSED}]
)
def test_a_date_that_has_not_begun_or_is_over_does_not_pass(values, engine):
    with transaction(engine) as session:
        planned(session)
        a_date(session, due_at=NOW, **values)
    assert kinds(engine) == set()


def test_nothing_is_due_before_a_restored_database_is_live(engine):
    with transaction(engine) as session:
        planned(session)
        for kind, comes in COMES.items():
            if kind is not Kind.REMINDERS:  # a clock has one date
                comes(session, NOW)
        session.add(Restore(backed_up_at=NOW, restored_at=NOW))
    assert kinds(engine) == set()
    with transaction(engine) as session:
        session.query(Restore).one().live_at = NOW
    assert kinds(engine) == COMES.keys() - {Kind.REMINDERS}


@pytest.fixture
def asked(engine) -> Iterator[list[str]]:
    found: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        found.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


def test_it_is_one_question(engine, asked):
    with transaction(engine) as session:
        due.kinds(session, NOW)
    assert len([statement for statement in asked if statement.startswith("SELECT")]) == 1


def test_a_channels_list_is_planned_once_though_two_clocks_tick(engine):
    with transaction(engine) as session:
        planned(session)
        COMES[Kind.CHANNELS](session, NOW)
    found: list[bool] = []

    def plan(_: int) -> None:
        with transaction(engine) as session:
            found.append(due.plan_channel(session, 1, NOW, next_at=FAR))

    at_once(2, plan)
    assert sorted(found) == [False, True]
    with transaction(engine) as session:
        assert (due.channels(session, NOW, most=9), due.channels(session, FAR, most=9)) == ([], [1])
        assert not due.plan_channel(session, 2, FAR, next_at=FAR)


def test_what_is_next_is_the_first_of_all_that_is_still_to_come(engine):
    with transaction(engine) as session:
        assert due.next_after(session, NOW) is None
        planned(session)
        assert due.next_after(session, NOW) == FAR
        for row, (state, at) in enumerate(
            ((DeadlineState.PASSED, 1), (DeadlineState.OPEN, 5), (DeadlineState.OPEN, -1))
        ):
            a_date(session, matter_id=2 + row, state=state, due_at=minutes(at))
        assert due.next_after(session, NOW) == minutes(5)
        for number, kind in enumerate(kind for kind in COMES if kind not in (Kind.CALENDARS, Kind.PASSING)):
            COMES[kind](session, minutes(4 - number / 10))
            session.flush()
            assert due.next_after(session, NOW) == minutes(4 - number / 10)
        assert due.next_after(session, minutes(4)) == minutes(5)
