"""Everything that falls due, in one order. What an outage delayed is caught up once; one failure stops nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from handlers import closed_days, digests, issue_acts, reminders
from handlers import deadlines as clocks
from handlers.issue_facts import MATTER
from storage import agreements, deadlines
from storage.database import transaction
from storage.deadlines import Deadline
from storage.people import Person

AT_ONCE = 200
SET_ASIDE = timedelta(hours=1)  # a row whose work fails is tried again after this, so that it blocks nothing

Row = TypeVar("Row", Deadline, Person)


@dataclass
class Done:
    """What one tick did, and which rows failed."""

    passed: int = 0
    nudged: int = 0
    digests: int = 0
    redated: int = 0
    failed: int = 0


def tick(engine: Engine, now: datetime, *, failed: Callable[[str, int, Exception], None]) -> Done:
    """Do all that is due by now; return what was done. `failed` hears of each row that could not be done.

    Each batch is a transaction and claims its rows, so two clocks at once change nothing. The cost follows
    what is due, not what exists.
    """
    done = Done()
    with transaction(engine) as session:
        done.redated = closed_days.redate_changed(session, now)
    run = partial(_batches, engine, now=now, done=done, failed=failed)
    done.passed = run(lambda s: deadlines.passing(s, now, most=AT_ONCE), do=_pass, set_aside=_set_aside)
    done.nudged = run(lambda s: deadlines.nudges_due(s, now, most=AT_ONCE), do=_nudge, set_aside=_later_nudge)
    with transaction(engine) as session:
        digests.plan_missing(session, now)
    done.digests = run(lambda s: digests.due(s, now, most=AT_ONCE), do=_digest, set_aside=_later_digest)
    with transaction(engine) as session:
        for agreement in agreements.all_agreements(session):
            if agreements.digest_due(
                session, agreement, now, due_at=digests.channel_digest_due_at(session, agreement, now)
            ):
                done.digests += digests.send_to_channel(session, agreement, now)
    return done


def _batches(
    engine: Engine,
    due: Callable[[Session], Iterable[Row]],
    *,
    do: Callable[[Session, Row, datetime], int],
    set_aside: Callable[[Row, datetime], None],
    now: datetime,
    done: Done,
    failed: Callable[[str, int, Exception], None],
) -> int:
    """Do what is due batch by batch until nothing is left; return how many times something was done."""
    count = 0
    while True:
        with transaction(engine) as session:
            rows = list(due(session))
            for row in rows:
                try:
                    with session.begin_nested():
                        count += do(session, row, now)
                except Exception as error:  # noqa: BLE001 (one bad row must not stop the others)
                    session.refresh(row)
                    set_aside(row, now + SET_ASIDE)
                    done.failed += 1
                    failed(type(row).__tablename__, row.id, error)
        if len(rows) < AT_ONCE:
            return count


def _pass(session: Session, deadline: Deadline, now: datetime) -> int:
    if not clocks.pass_over(session, deadline):
        return 0
    if deadline.matter == MATTER:
        issue_acts.time_up(session, deadline, now)
    return 1


def _nudge(session: Session, deadline: Deadline, now: datetime) -> int:
    return reminders.remind(session, deadline, now)


def _digest(session: Session, person: Person, now: datetime) -> int:
    return int(digests.send(session, person, now))


def _set_aside(deadline: Deadline, until: datetime) -> None:
    deadline.due_at = until


def _later_nudge(deadline: Deadline, until: datetime) -> None:
    deadline.next_nudge_at = until


def _later_digest(person: Person, until: datetime) -> None:
    person.next_digest_at = until


def next_moments(session: Session, now: datetime) -> list[datetime]:
    """Return when something falls due next, of each kind: a deadline, a reminder, a digest, a channel's digest.

    The demo plays time from one of these to the next.
    """
    found = [
        session.scalar(
            select(Deadline.due_at)
            .where(Deadline.state == deadlines.DeadlineState.OPEN)
            .order_by(Deadline.due_at)
            .limit(1)
        ),
        session.scalar(
            select(Deadline.next_nudge_at)
            .where(Deadline.next_nudge_at.is_not(None))
            .order_by(Deadline.next_nudge_at)
            .limit(1)
        ),
        session.scalar(
            select(Person.next_digest_at)
            .where(Person.next_digest_at.is_not(None))
            .order_by(Person.next_digest_at)
            .limit(1)
        ),
    ]
    for agreement in agreements.all_agreements(session):
        at = digests.channel_digest_due_at(session, agreement, now)
        found.append(at if at > now else at + timedelta(days=1))
    return sorted(moment for moment in found if moment is not None)
