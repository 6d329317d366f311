"""Everything that falls due, in one order. What an outage delayed is caught up once; one failure stops nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from handlers.actors import midnight_after
from handlers.conflicts import facts as conflict_facts
from handlers.daily import digests, mornings, reminders
from handlers.deadlines import note_calendar, reminders_outdated, replan, working_moment
from handlers.decisions import facts as decision_facts, recounting
from handlers.issues import facts as issue_facts, redating
from handlers.kinds import KINDS
from handlers.overview import bulletin_news, ending
from storage import agreements, conflicts, deadlines, decisions, due, matters, outbox, people, posts
from storage.agreements import Agreement
from storage.database import transaction
from storage.deadlines import Deadline
from storage.due import Kind

AT_ONCE = 200  # rows in one transaction


class Rows(Protocol):
    """Asks for the ids of the rows that are due by now, `most` of them."""

    def __call__(self, session: Session, now: datetime, /, *, most: int) -> Sequence[int]:
        """Return them."""


Do = Callable[[Session, Sequence[int]], int]
"""Does rows, and returns how many times something was done."""


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


@dataclass
class Tick:
    """One look at what is due by `now`: what it did so far. `failed` hears of each row that could not be done."""

    engine: Engine
    now: datetime
    failed: Callable[[int, Exception], None]
    done: Done = field(default_factory=Done)

    def each(self, rows: Rows, do: Do, *, tried: set[int] | None = None) -> int:
        """Do what is due, many rows in a transaction; return how many times something was done.

        The rows are asked for in the transaction in which they are done, and again until there are no more. What was
        `tried` before is not tried again.
        """
        count, tried = 0, set() if tried is None else tried
        while True:
            found: list[int] = []
            try:
                with transaction(self.engine) as session:
                    asked = rows(session, self.now, most=AT_ONCE + len(tried))
                    found = [row for row in asked if row not in tried][:AT_ONCE]
                    count += do(session, found) if found else 0
            except Exception as error:  # noqa: BLE001 (one bad row must not stop the others)
                count += self._one_by_one(found, do, error)
            if not found:
                return count
            tried.update(found)

    def _one_by_one(self, rows: Sequence[int], do: Do, error: Exception) -> int:
        """Do those rows by themselves that could not be done together; return how many times something was done."""
        if not rows:
            raise error
        if len(rows) == 1:
            self.done.failed += 1
            self.failed(rows[0], error)
            return 0
        count = 0
        for row in rows:
            try:
                with transaction(self.engine) as session:
                    count += do(session, [row])
            except Exception as why:  # noqa: BLE001 (as above)
                count += self._one_by_one([row], do, why)
        return count


def tick(engine: Engine, now: datetime, *, failed: Callable[[int, Exception], None]) -> Done:
    """Do all that is due by now; return what was done. `failed` hears of each row that could not be done.

    Most ticks ask one question and are done. Whatever is done locks the matters before the rows, as everybody who acts
    on them does, and looks again whether the rows are still due: two clocks at once change nothing. What fails is tried
    again at the next tick. The cost follows what is due, not what exists.
    """
    one = Tick(engine, now, failed)
    found = _asked(one)
    for kind, do in STEPS.items():
        if kind in found:
            do(one)
            found = _asked(one)  # what it brought about is done in its turn
    return one.done


def _asked(one: Tick) -> frozenset[Kind]:
    with transaction(one.engine) as session:
        return due.kinds(session, one.now)


def one_by_one(do: Callable[[Session, int, datetime], int], now: datetime) -> Do:
    """Return what does rows one after another."""
    return lambda session, rows: sum(do(session, row, now) for row in rows)


# --- Calendars: what was counted on another one is counted anew ----------------------------------------------------


def _compare_calendars(one: Tick) -> None:
    """Compare what the dates of agreements were counted on with their calendars; where they differ, count anew."""
    now, done, others = one.now, one.done, set[int]()
    one.each(due.calendars, one_by_one(partial(_compare, others), now))
    for row in sorted(others):
        failed = done.failed
        done.redated += one.each(partial(_redated, row), one_by_one(redating.redate, now))
        done.replanned += one.each(partial(_outdated, row), lambda s, rows: _replan(s, rows, now))
        if done.failed == failed:
            with transaction(one.engine) as session:
                _note_calendar(session, row, now)


def _compare(others: set[int], session: Session, agreement_id: int, now: datetime) -> int:
    """Compare an agreement's dates with its calendars: again after midnight, or now with the `others`; return 1.

    Where its terms cannot be read now its dates wait; those of the others do not.
    """
    agreement, terms = session.get_one(Agreement, agreement_id), agreements.terms_if_readable(session, agreement_id)
    if terms is None:
        agreement.next_calendar_at = now + timedelta(days=1)
    elif reminders_outdated(session, agreement, now) or redating.outdated(session, agreement_id, now):
        others.add(agreement_id)
    else:
        agreement.next_calendar_at = midnight_after(terms, now)
    return 1


def _redated(agreement_id: int, session: Session, now: datetime, *, most: int) -> list[int]:
    return redating.outdated(session, agreement_id, now)[:most]


def _outdated(agreement_id: int, session: Session, now: datetime, *, most: int) -> list[int]:
    """Return the ids of an agreement's deadlines whose reminders are to come, and were planned on another calendar."""
    if not reminders_outdated(session, session.get_one(Agreement, agreement_id), now):
        return []
    return deadlines.to_be_reminded(session, agreement_id, after=now)[:most]


def _replan(session: Session, rows: Sequence[int], now: datetime) -> int:
    return replan(session, _with_their_matters(session, rows), now)


def _note_calendar(session: Session, agreement_id: int, now: datetime) -> None:
    note_calendar(session, agreement_id, now)
    terms = agreements.current_terms(session, agreement_id)
    session.get_one(Agreement, agreement_id).next_calendar_at = midnight_after(terms, now)


# --- Dates that pass -----------------------------------------------------------------------------------------------


def _pass_in_order(one: Tick) -> None:
    """Let every date pass that is over, those of one moment after those of the one before.

    What the passing of one brings about may have a date of its own that is over too: it comes in its turn, so that an
    absence of days comes to the same as if each had been seen.
    """
    now, tried, until = one.now, set[int](), None
    while (until := _first_passing(one, until)) is not None:
        one.done.passed += one.each(
            partial(_over, until),
            lambda s, rows: _pass(s, rows, now),
            tried=tried,
        )


def _over(by: datetime, session: Session, _now: datetime, *, most: int) -> list[int]:
    return deadlines.passing(session, by, most=most)


def _first_passing(one: Tick, after: datetime | None) -> datetime | None:
    with transaction(one.engine) as session:
        return deadlines.first_passing(session, one.now, after=after)


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


# --- Reminders and lists -------------------------------------------------------------------------------------------


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


def _remind(one: Tick) -> None:
    one.done.nudged += one.each(due.reminders, lambda s, rows: _nudge(s, rows, one.now))


def _send_digests(one: Tick) -> None:
    one.done.digests += one.each(due.digests, lambda s, rows: _digests(s, rows, one.now))


def _recount(one: Tick) -> None:
    one.each(_to_recount, one_by_one(recounting.recount, one.now))


def _to_recount(session: Session, _now: datetime, *, most: int) -> list[int]:
    return decisions.to_recount(session)[:most]


def _end_terms(one: Tick) -> None:
    one.done.terms += one.each(due.terms, one_by_one(ending.say, one.now))


def _begin_mornings(one: Tick) -> None:
    one.done.mornings += one.each(due.mornings, one_by_one(mornings.begin, one.now))


def _look_at_channels(one: Tick) -> None:
    one.done.digests += one.each(due.channels, one_by_one(digests.look_at_channel, one.now))


def _tell_followers(one: Tick) -> None:
    one.done.told += one.each(due.news, one_by_one(bulletin_news.tell, one.now))


STEPS: Mapping[Kind, Callable[[Tick], None]] = {
    Kind.CALENDARS: _compare_calendars,
    Kind.RECOUNTS: _recount,
    Kind.PASSING: _pass_in_order,
    Kind.REMINDERS: _remind,
    Kind.TERMS: _end_terms,
    Kind.MORNINGS: _begin_mornings,
    Kind.DIGESTS: _send_digests,
    Kind.CHANNELS: _look_at_channels,
    Kind.FOLLOWERS: _tell_followers,
}
"""What is done with what is due of each kind, in this order."""
