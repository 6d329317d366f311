"""Everything that falls due, in one order. What an outage delayed is caught up once; one failure stops nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from handlers import closed_days, digests, issue_time, reminders
from handlers import deadlines as clocks
from handlers.issue_facts import MATTER
from storage import agreements, deadlines, issues
from storage.agreements import Agreement
from storage.database import transaction
from storage.deadlines import Deadline
from storage.people import Person

AT_ONCE = 200


@dataclass
class Done:
    """What one tick did, and which rows failed."""

    passed: int = 0
    nudged: int = 0
    digests: int = 0
    redated: int = 0
    failed: int = 0


def tick(engine: Engine, now: datetime, *, failed: Callable[[int, Exception], None]) -> Done:
    """Do all that is due by now; return what was done. `failed` hears of each row that could not be done.

    Each row is a transaction of its own, which locks the matter before the row, as everybody who acts on it does,
    and looks again whether the row is still due: two clocks at once change nothing. What fails is tried again at
    the next tick. The cost follows what is due, not what exists.
    """
    done = Done()
    run = partial(_each, engine, done=done, failed=failed)
    done.redated = run(lambda s, _: closed_days.changed(s, now), do=lambda s, row: closed_days.redate(s, row, now))
    done.passed = run(
        lambda s, most: [row.id for row in deadlines.passing(s, now, most=most)],
        do=lambda s, row: _pass(s, row, now),
    )
    done.nudged = run(
        lambda s, most: [row.id for row in deadlines.nudges_due(s, now, most=most)],
        do=lambda s, row: _nudge(s, row, now),
    )
    with transaction(engine) as session:
        digests.plan_missing(session, now)
    done.digests = run(
        lambda s, most: [person.id for person in digests.due(s, now, most=most)], do=lambda s, row: _digest(s, row, now)
    )
    done.digests += run(
        lambda s, _: [agreement.id for agreement in agreements.all_agreements(s)],
        do=lambda s, row: _channel_digest(s, row, now),
    )
    return done


def _each(
    engine: Engine,
    due: Callable[[Session, int], Iterable[int]],
    *,
    do: Callable[[Session, int], int],
    done: Done,
    failed: Callable[[int, Exception], None],
) -> int:
    """Do each row that is due, in a transaction of its own; return how many times something was done."""
    count, tried = 0, set[int]()
    while True:
        with transaction(engine) as session:
            rows = [row for row in due(session, AT_ONCE + len(tried)) if row not in tried]
        if not rows:
            return count
        for row in rows:
            tried.add(row)
            try:
                with transaction(engine) as session:
                    count += do(session, row)
            except Exception as error:  # noqa: BLE001 (one bad row must not stop the others)
                done.failed += 1
                failed(row, error)


def _pass(session: Session, row: int, now: datetime) -> int:
    deadline = _with_its_matter(session, row)
    if deadline.due_at > now or not clocks.pass_over(session, deadline):
        return 0
    if deadline.matter == MATTER:
        issue_time.time_up(session, deadline, now)
    return 1


def _nudge(session: Session, row: int, now: datetime) -> int:
    deadline = _with_its_matter(session, row)
    if deadline.next_nudge_at is None or deadline.next_nudge_at > now:
        return 0
    return reminders.remind(session, deadline, now)


def _with_its_matter(session: Session, row: int) -> Deadline:
    """Return a deadline as it stands now that nobody else can act on its matter."""
    deadline = session.get_one(Deadline, row)
    if deadline.matter == MATTER:
        issues.get(session, deadline.matter_id, lock=True)
    session.refresh(deadline, with_for_update={"key_share": True})
    return deadline


def _digest(session: Session, row: int, now: datetime) -> int:
    person = session.get_one(Person, row, with_for_update={"key_share": True})
    if person.next_digest_at is None or person.next_digest_at > now:
        return 0
    return int(digests.send(session, person, now))


def _channel_digest(session: Session, row: int, now: datetime) -> int:
    agreement = session.get_one(Agreement, row)
    due_at = digests.channel_digest_due_at(session, agreement, now)
    if not agreements.digest_due(session, agreement, now, due_at=due_at):
        return 0
    return int(digests.send_to_channel(session, agreement, now))


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
