"""Deadlines: one live for each clock, and the ticks find what is due and nothing else."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from storage import deadlines, due
from storage.database import transaction
from storage.deadlines import Deadline, DeadlineState, Snooze
from tests.patience import LONG_SECONDS
from tests.storage.rows import NOW, a_person, an_agreement, minutes


def a_deadline(session: Session, agreement_id: int, **values: Any) -> Deadline:
    given = {
        "agreement_id": agreement_id,
        "matter": "issue",
        "matter_id": 1,
        "clock": "issue_discussion",
        "due_on": NOW.date(),
        "due_at": NOW,
        "working": {"skipped": [{"date": "2026-08-31", "why": "Summer bank holiday"}]},
        "confirmed": True,
        "made_at": NOW,
    }
    deadline = Deadline(**given | values)
    session.add(deadline)
    session.flush()
    return deadline


def test_a_clock_has_one_live_deadline(engine: Engine) -> None:
    with transaction(engine) as session:
        agreement = an_agreement(session)
        for state in (
            DeadlineState.REPLACED,
            DeadlineState.REPLACED,
            DeadlineState.CANCELLED,
            DeadlineState.MET,
            DeadlineState.OPEN,
        ):
            a_deadline(session, agreement.id, state=state)
        a_deadline(session, agreement.id, clock="other")
        a_deadline(session, agreement.id, matter_id=2)
    for state in (DeadlineState.OPEN, DeadlineState.PASSED):
        with pytest.raises(IntegrityError), transaction(engine) as session:
            a_deadline(session, 1, state=state)


def test_a_replaced_one_names_the_next_and_stays_on_record(engine: Engine) -> None:
    with transaction(engine) as session:
        agreement = an_agreement(session)
        old = a_deadline(session, agreement.id)
        old.state = DeadlineState.REPLACED
        session.flush()
        new = a_deadline(session, agreement.id, due_at=NOW + timedelta(days=1))
        old.replaced_by, old.why = new.id, "19 September was proclaimed a bank holiday."
    with transaction(engine) as session:
        assert [it.state for it in deadlines.history(session, "issue", 1)] == [
            DeadlineState.REPLACED,
            DeadlineState.OPEN,
        ]
        assert [it.id for it in deadlines.live(session, "issue", [1, 2])] == [new.id]
        assert deadlines.live(session, "issue", []) == []
        assert deadlines.live(session, "review", [1]) == []
        assert deadlines.history(session, "issue", 1)[0].working["skipped"][0]["why"] == "Summer bank holiday"


def test_the_live_ones_of_an_agreement_come_soonest_first(engine: Engine) -> None:
    with transaction(engine) as session:
        agreement, other = an_agreement(session), an_agreement(session, "halton-2021", "HAL")
        late = a_deadline(session, agreement.id, due_at=minutes(9))
        soon = a_deadline(session, agreement.id, matter_id=2, due_at=minutes(1), state=DeadlineState.PASSED)
        a_deadline(session, agreement.id, matter_id=3, state=DeadlineState.MET)
        a_deadline(session, other.id, matter_id=4)
        assert [it.id for it in deadlines.live_of_agreement(session, agreement.id)] == [soon.id, late.id]


def test_the_ticks_find_what_is_due(engine: Engine) -> None:
    with transaction(engine) as session:
        agreement = an_agreement(session)
        first = a_deadline(session, agreement.id, matter_id=1, due_at=minutes(5), next_nudge_at=minutes(2))
        second = a_deadline(session, agreement.id, matter_id=2, due_at=minutes(4), next_nudge_at=minutes(1))
        a_deadline(session, agreement.id, matter_id=3, due_at=minutes(1), state=DeadlineState.MET)
        passed = a_deadline(
            session, agreement.id, matter_id=4, due_at=minutes(1), next_nudge_at=minutes(3), state=DeadlineState.PASSED
        )
    with transaction(engine) as session:
        assert due.reminders(session, NOW, most=9) == []
        assert due.reminders(session, minutes(2), most=9) == [second.id, first.id]
        assert due.reminders(session, minutes(3), most=1) == [second.id]
        assert due.reminders(session, minutes(3), most=9) == [second.id, first.id, passed.id]
        assert deadlines.passing(session, minutes(3), most=9) == []
        assert deadlines.passing(session, minutes(5), most=9) == [second.id, first.id]
        assert deadlines.passing(session, minutes(5), most=1) == [second.id]


def test_a_second_clock_waits_for_the_first_and_sees_what_it_did(engine: Engine) -> None:
    with transaction(engine) as session:
        row = a_deadline(session, an_agreement(session).id, next_nudge_at=NOW).id
    seen: list[object] = []

    def second() -> None:
        with transaction(engine) as session:
            seen.extend(it.next_nudge_at for it in deadlines.locked(session, [row]))

    thread = threading.Thread(target=second)
    with transaction(engine) as session:
        (deadline,) = deadlines.locked(session, [row])
        thread.start()
        deadline.next_nudge_at = minutes(9)
    thread.join(LONG_SECONDS)
    assert seen == [minutes(9)]


def test_the_calendars_in_use_are_those_of_open_deadlines(engine: Engine) -> None:
    with transaction(engine) as session:
        agreement = an_agreement(session)
        for number, (version, state) in enumerate(
            [("b", DeadlineState.OPEN), ("a", DeadlineState.OPEN), ("b", DeadlineState.OPEN), ("c", DeadlineState.MET)]
        ):
            a_deadline(session, agreement.id, matter_id=number, calendar_version=version, state=state)
        a_deadline(session, agreement.id, matter_id=9, calendar_version="")
    with transaction(engine) as session:
        a_deadline(session, agreement.id, matter_id=10, calendar_version="b", matter="review")
        other = a_deadline(session, an_agreement(session, "other", "OT").id, matter_id=11, calendar_version="d")
        found = deadlines.first_on_each(session, agreement.id, matter="issue")
        assert [(version, matter_id) for version, matter_id, _ in found] == [("b", 0), ("a", 1)]
        assert len(deadlines.open_on(session, agreement.id, "b", matter="issue")) == 2
        assert deadlines.open_on(session, other.agreement_id, "d", matter="issue") == [other.id]


def test_only_an_open_one_is_passed_over_and_only_once(engine: Engine) -> None:
    with transaction(engine) as session:
        agreement = an_agreement(session)
        living, met = a_deadline(session, agreement.id), a_deadline(session, agreement.id, state=DeadlineState.MET)
        assert [deadlines.pass_over(session, one) for one in (living, living, met)] == [True, False, False]
        assert (living.state, met.state) == (DeadlineState.PASSED, DeadlineState.MET)


def test_snoozing(engine: Engine) -> None:
    with transaction(engine) as session:
        deadline, person = a_deadline(session, an_agreement(session).id), a_person(session)
        assert deadlines.snoozed(session, [deadline.id]) == {}
        for until in (minutes(5), minutes(7)):  # what is asked for last holds
            deadlines.snooze(session, deadline, person.id, until=until)
        assert deadlines.snoozed(session, [deadline.id, 99]) == {(deadline.id, person.id): minutes(7)}
    with pytest.raises(IntegrityError), transaction(engine) as session:
        session.add(Snooze(deadline_id=deadline.id, person_id=person.id, until_at=minutes(8)))


def test_a_tick_reads_what_is_due_from_an_index(make_migrated: Callable[[str], Engine]) -> None:
    engine = make_migrated("sqlite")
    asked: list[tuple[str, Any]] = []

    @event.listens_for(engine, "before_cursor_execute")
    def _(_connection: object, _cursor: object, statement: str, parameters: object, *_rest: object) -> None:
        if statement.startswith("SELECT") and "deadlines" in statement:
            asked.append((statement, parameters))

    with transaction(engine) as session:
        due.reminders(session, NOW, most=5)
        deadlines.passing(session, NOW, most=5)
        deadlines.live(session, "issue", [1, 2, 3])
        deadlines.history(session, "issue", 1)
        deadlines.first_on_each(session, 1, matter="issue")
        used = [
            session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            for statement, parameters in list(asked)
        ]
    names = ("due_nudge", "passing", "matter", "matter", "open_calendar")
    assert [re.findall("INDEX ([a-z_]+)", str(plan)) for plan in used] == [[f"ix_deadlines_{name}"] for name in names]
