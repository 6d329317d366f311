"""Everything that falls due, in one order. What an outage delayed is caught up once; one failure stops nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from handlers.conflicts import facts as conflict_facts
from handlers.daily import digests, mornings, reminders
from handlers.deadlines import note_calendar, reminders_outdated, replan, working_moment
from handlers.decisions import facts as decision_facts, recounting
from handlers.issues import facts as issue_facts, redating
from handlers.kinds import KINDS
from handlers.overview import bulletin_news, ending
from storage import agreements, backups, conflicts, deadlines, decisions, followers, matters, outbox, people, posts
from storage.agreements import Agreement
from storage.database import transaction
from storage.deadlines import Deadline

AT_ONCE = 200  # rows in one transaction


@dataclass
class Done:
    """What one tick did, and how many rows failed."""

    passed: int = 0
    nudged: int = 0
    digests: int = 0
    redated: int = 0
    replanned: int = 0
    terms: int = 0
    mornings: int = 0
    told: int = 0
    failed: int = 0


def tick(engine: Engine, now: datetime, *, failed: Callable[[int, Exception], None]) -> Done:
    """Do all that is due by now; return what was done. `failed` hears of each row that could not be done.

    Whatever is done locks the matters before the rows, as everybody who acts on them does, and looks again whether
    the rows are still due: two clocks at once change nothing. What fails is tried again at the next tick. The cost
    follows what is due, not what exists.
    """
    done = Done()
    if not _anything(engine, now):
        return done
    run = partial(_each, engine, done=done, failed=failed)
    done.redated = run(lambda s, _: redating.changed(s, now), do=one_by_one(redating.redate, now))
    done.replanned = run(lambda s, _: _outdated(s, now), do=lambda s, rows: _replan(s, rows, now))
    if not done.failed:
        run(lambda s, _: reminders_outdated(s, now), do=one_by_one(_note_calendar, now))
    run(lambda s, _: decisions.to_recount(s), do=one_by_one(recounting.recount, now))
    done.passed = _pass_in_order(engine, now, done=done, failed=failed)
    done.nudged = run(lambda s, most: deadlines.nudges_due(s, now, most=most), do=lambda s, rows: _nudge(s, rows, now))
    done.terms = run(lambda s, _: agreements.terms_due(s, now), do=one_by_one(ending.say, now))
    done.mornings = run(lambda s, _: agreements.mornings_due(s, now), do=one_by_one(mornings.begin, now))
    done.digests = run(lambda s, most: people.digests_due(s, now, most=most), do=lambda s, rows: _digests(s, rows, now))
    done.digests += run(lambda s, _: digests.channels_due(s, now), do=one_by_one(_channel_digest, now))
    done.told = run(lambda s, most: followers.due(s, now, most=most), do=one_by_one(bulletin_news.tell, now))
    return done


def _anything(engine: Engine, now: datetime) -> bool:
    """Return whether anything is due: most ticks ask this one question and are done. Nothing is until all is live."""
    with transaction(engine) as session:
        return not backups.waits(session) and bool(
            redating.changed(session, now)
            or reminders_outdated(session, now)
            or decisions.to_recount(session)
            or deadlines.passing(session, now, most=1)
            or deadlines.nudges_due(session, now, most=1)
            or people.digests_due(session, now, most=1)
            or digests.channels_due(session, now)
            or agreements.terms_due(session, now)
            or agreements.mornings_due(session, now)
            or followers.due(session, now, most=1)
        )


def one_by_one(do: Callable[[Session, int, datetime], int], now: datetime) -> Callable[[Session, Sequence[int]], int]:
    """Return what does rows one after another."""
    return lambda session, rows: sum(do(session, row, now) for row in rows)


def _each(
    engine: Engine,
    due: Callable[[Session, int], Iterable[int]],
    *,
    do: Callable[[Session, Sequence[int]], int],
    done: Done,
    failed: Callable[[int, Exception], None],
    tried: set[int] | None = None,
) -> int:
    """Do what is due, many rows in a transaction; return how many times something was done.

    What was `tried` before is not tried again.
    """
    count = 0
    tried = set() if tried is None else tried

    def attempt(rows: Sequence[int]) -> int:
        try:
            with transaction(engine) as session:
                return do(session, rows)
        except Exception as error:  # noqa: BLE001 (one bad row must not stop the others)
            if len(rows) > 1:
                return sum(attempt([row]) for row in rows)
            done.failed += 1
            failed(rows[0], error)
            return 0

    while True:
        with transaction(engine) as session:
            rows = [row for row in due(session, AT_ONCE + len(tried)) if row not in tried]
        if not rows:
            return count
        tried.update(rows)
        for first in range(0, len(rows), AT_ONCE):
            count += attempt(rows[first : first + AT_ONCE])


def _pass_in_order(engine: Engine, now: datetime, *, done: Done, failed: Callable[[int, Exception], None]) -> int:
    """Let every date pass that is over, those of one moment after those of the one before; return how many.

    What the passing of one brings about may have a date of its own that is over too: it comes in its turn, so that an
    absence of days comes to the same as if each had been seen.
    """
    passed, tried = 0, set[int]()
    with transaction(engine) as session:
        until = deadlines.first_passing(session, now)
    while until is not None:
        passed += _each(
            engine,
            partial(_over, by=until),
            do=lambda session, rows: _pass(session, rows, now),
            done=done,
            failed=failed,
            tried=tried,
        )
        with transaction(engine) as session:
            until = deadlines.first_passing(session, now, after=until)
    return passed


def _over(session: Session, most: int, *, by: datetime) -> list[int]:
    return deadlines.passing(session, by, most=most)


def _pass(session: Session, rows: Sequence[int], now: datetime) -> int:
    count, concerned = 0, set[int]()
    for deadline in _with_their_matters(session, rows):
        if deadline.due_at > now or not deadlines.pass_over(session, deadline):
            continue
        time_up = KINDS[deadline.matter].time_up
        if time_up is not None:  # of an action nothing becomes by itself: it is overdue
            time_up(session, deadline, now)
            concerned.add(deadline.agreement_id)
        count += 1
    for agreement_id in concerned:
        _hold_until_morning(session, agreement_id, now)
    return count


def _hold_until_morning(session: Session, agreement_id: int, now: datetime) -> None:
    """Keep what a passed date says until people work: days end at midnight."""
    terms = agreements.current_terms(session, agreement_id)
    opens = working_moment(session, terms, now, now)
    if opens > now:
        outbox.hold_new(session, agreement_id, queued_at=now, until=opens)


def _outdated(session: Session, now: datetime) -> list[int]:
    """Return the ids of the deadlines whose reminders are to come, and were planned on another calendar."""
    agreement_ids = reminders_outdated(session, now)
    return deadlines.to_be_reminded(session, agreement_ids, after=now) if agreement_ids else []


def _replan(session: Session, rows: Sequence[int], now: datetime) -> int:
    return replan(session, _with_their_matters(session, rows), now)


def _note_calendar(session: Session, agreement_id: int, now: datetime) -> int:
    note_calendar(session, agreement_id, now)
    return 1


def _nudge(session: Session, rows: Sequence[int], now: datetime) -> int:
    found = _with_their_matters(session, rows)
    return reminders.remind(session, [d for d in found if d.next_nudge_at is not None and d.next_nudge_at <= now], now)


def _with_their_matters(session: Session, rows: Sequence[int]) -> list[Deadline]:
    """Return deadlines as they stand now that nobody else can act on their matters."""
    found = matters.by_kind(deadlines.matters_of(session, rows))
    for kind, touched in conflicts.touched_by(session, found[conflict_facts.MATTER]).items():
        found[kind] |= touched
    found[issue_facts.MATTER] |= decisions.issues_of(session, found[decision_facts.MATTER])
    matters.lock(session, found)
    return deadlines.locked(session, rows)


def _digests(session: Session, rows: Sequence[int], now: datetime) -> int:
    found = people.locked(session, rows)
    posts.read_at_once(session, rows)
    for person in found:
        if person.next_digest_at is None:
            digests.plan(session, person, after=now - timedelta(seconds=1))
    due = [person for person in found if person.next_digest_at is not None and person.next_digest_at <= now]
    return sum(digests.send(session, person, now) for person in due)


def _channel_digest(session: Session, row: int, now: datetime) -> int:
    agreement = session.get_one(Agreement, row)
    due_at = digests.channel_digest_due_at(session, agreement, now)
    if not agreements.digest_due(session, agreement, now, due_at=due_at):
        return 0
    return int(digests.send_to_channel(session, agreement, now))


def next_moments(session: Session, now: datetime) -> list[datetime]:
    """Return when something falls due next, of each kind: a deadline, a reminder, a digest, a list, a bulletin.

    The demo plays time from one of these to the next.
    """
    found = [
        deadlines.next_due_at(session),
        deadlines.next_nudge_at(session),
        people.next_digest_at(session),
        followers.next_at(session),
    ]
    for agreement in agreements.readable(session):
        found += [agreement.next_term_at, agreement.next_morning_at]
        at = digests.channel_digest_due_at(session, agreement, now)
        found.append(at if at > now else at + timedelta(days=1))
    return sorted(moment for moment in found if moment is not None)
