"""Start, confirm, re-date and end the deadlines of a matter."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import outgoing
from handlers.actors import local_day
from handlers.requests import Button
from rules import nudges
from rules.calendars import WorkingCalendar, calendar_of, pack_calendar, pack_calendars
from rules.deadlines import Working, days_left, last_moment, work_out
from rules.terms import Base, Terms, TimeLimit, Unit
from storage import agreements, ahead, closed_days, deadlines, matters, outbox
from storage.agreements import Agreement
from storage.deadlines import Deadline, DeadlineState
from storage.rows import Numbered


def calendar_named(session: Session, terms: Terms, key: str | None, now: datetime) -> WorkingCalendar | None:
    """Return one of the pack's calendars with all that is known on the day; None when the document leaves it open."""
    if key is None:
        return None
    day = local_day(terms, now)
    known = (id(terms), key, day)  # terms are kept by the process, and so by their place in it
    return ahead.once(
        session, known, lambda: pack_calendar(terms, key, known_on=day, proclaimed=closed_days.proclaimed(session))
    )


def calendars_of(session: Session, terms: Terms, now: datetime) -> Mapping[str, WorkingCalendar | None]:
    """Return the pack's calendars by their keys, each with all that is known of it on the day."""
    return pack_calendars(terms, known_on=local_day(terms, now), proclaimed=closed_days.proclaimed(session))


def reminder_calendar(session: Session, terms: Terms, now: datetime) -> WorkingCalendar:
    """Return the calendar reminders are counted on: the pack's, or England and Wales while that is left open.

    Reminders must go out on some day; the deadline itself is never worked out on a guess.
    """
    found = calendar_named(session, terms, terms.operational_days, now)
    return found or calendar_of(Base.ENGLAND_AND_WALES, known_on=local_day(terms, now))


def working_moment(session: Session, terms: Terms, after: datetime, now: datetime) -> datetime:
    """Return the first moment from `after` on at which an agreement's people work: itself within their hours."""
    calendar = reminder_calendar(session, terms, now)
    return nudges.hold_until(
        after,
        zone=ZoneInfo(terms.timezone),
        hours=terms.working_hours,
        days_off=frozenset(),
        closed=lambda day: not calendar.is_open(day),
    )


def reminders_outdated(session: Session, agreement: Agreement, now: datetime) -> bool:
    """Return whether an agreement's reminders were planned on another calendar than they are counted on now.

    A day was proclaimed, a bank holiday announced, or the calendar decided that the document leaves open.
    """
    return agreement.reminders_calendar != _counted_on(session, agreement.id, now)


def note_calendar(session: Session, agreement_id: int, now: datetime) -> None:
    """Note the calendar that an agreement's reminders are planned on now."""
    agreement = session.get_one(Agreement, agreement_id)
    agreement.reminders_calendar = _counted_on(session, agreement_id, now)
    session.flush()  # the register reads the agreement anew


def _counted_on(session: Session, agreement_id: int, now: datetime) -> str:
    return reminder_calendar(session, agreements.current_terms(session, agreement_id), now).version


def begin(
    session: Session, matter: Numbered, clock: str, *, working: Working, confirmed: bool, now: datetime
) -> Deadline:
    """Set a date that is worked out as a matter's first one by this clock; return its deadline.

    With `confirmed` False it does not pass by itself: what it counts from has not come to everybody yet.
    """
    terms = agreements.terms_of(session, matter.terms_id)
    return _new(session, terms, _of(matter, clock), working, now, confirmed=confirmed)


def agree(
    session: Session,
    matter: Numbered,
    clock: str,
    *,
    last_day: date,
    clause: str | None,
    now: datetime,
    at: time | None = None,
    why: str = "",
) -> Deadline:
    """Set a date that people have chosen as a matter's deadline, in the place of the one it has by this clock.

    Return it; the one it replaces stays on record, with why. It passes with the end of that day. With `at`, something
    happens at that time of the day by itself instead, of which nobody is reminded.
    """
    terms = agreements.terms_of(session, matter.terms_id)
    working = chosen(terms, last_day, clause=clause)
    if at is not None:
        working = dataclasses.replace(working, due_at=nudges.moment_on(last_day, at, ZoneInfo(terms.timezone)))
    return _put(session, matter, clock, working, why=why, now=now, reminded=at is None)


def put(session: Session, matter: Numbered, clock: str, *, working: Working, why: str, now: datetime) -> Deadline:
    """Set a date that is worked out as a matter's deadline, in the place of the one it has by this clock; return it.

    The one it replaces stays on record, with why. Whoever puts it looks again each morning whether it still stands, and
    when a day is proclaimed, so a change of its calendar moves it then, and not by `handlers/issues/redating.py`.
    """
    working = dataclasses.replace(working, calendar_version="")
    return _put(session, matter, clock, working, why=why, now=now, reminded=True)


def _put(
    session: Session, matter: Numbered, clock: str, working: Working, *, why: str, now: datetime, reminded: bool
) -> Deadline:
    session.flush()  # a date that was ended just now is not live any more
    terms = agreements.terms_of(session, matter.terms_id)
    old = next((one for one in live_of(session, matter) if one.clock == clock), None)
    if old is not None:
        return replace(session, terms, old, working, why=why, confirmed=True, now=now, reminded=reminded)
    return _new(session, terms, _of(matter, clock), working, now, confirmed=True, reminded=reminded)


def chosen(terms: Terms, last_day: date, *, clause: str | None = None) -> Working:
    """Return the working of a date that people have chosen: it ends with that day."""
    noon = datetime.combine(last_day, time(12), ZoneInfo(terms.timezone))
    none = TimeLimit(number=0, unit=Unit.CALENDAR_DAYS)
    return work_out(none, noon, zone=ZoneInfo(terms.timezone), calendar=None, clause=clause)


def replace(
    session: Session,
    terms: Terms,
    old: Deadline,
    working: Working,
    *,
    why: str,
    confirmed: bool,
    now: datetime,
    reminded: bool = True,
) -> Deadline:
    """Put a deadline with this working in the place of an old one, which stays on record; return the new one.

    Where only the working changed and not the date, the old one is kept and its working renewed. Its reminders are
    planned anew either way, unless nobody is `reminded` of it.
    """
    if working.due_at == old.due_at and old.state is DeadlineState.OPEN:
        old.working, old.calendar_version = working.to_json(), working.calendar_version or ""
        old.confirmed = confirmed
        plan_anew(session, terms, old, now)
        return old
    old.state, old.why, old.next_nudge_at = DeadlineState.REPLACED, why[:300], None
    session.flush()  # only one deadline of a clock may be live, and the new one is
    of = _Of(old.agreement_id, old.matter, old.matter_id, old.clock)
    new = _new(session, terms, of, working, now, confirmed=confirmed, reminded=reminded)
    old.replaced_by = new.id
    outbox.withdraw(session, reminders_of(old))
    return new


def live_of(session: Session, matter: Numbered) -> list[Deadline]:
    """Return a matter's dates that are open or have passed, of each of its clocks one."""
    return deadlines.live(session, matter.matter, [matter.id])


def end(session: Session, matter: Numbered, *, state: DeadlineState, clock: str | None = None) -> None:
    """End the live deadlines of a matter, or that of one clock, and take back the reminders that still wait."""
    for deadline in live_of(session, matter):
        if clock is not None and deadline.clock != clock:
            continue
        deadline.state, deadline.next_nudge_at = state, None
        outbox.withdraw(session, reminders_of(deadline))


def reminders_of(deadline: Deadline) -> str:
    """Return what the reminders of a deadline are queued about."""
    return f"deadline:{deadline.id}"


def settle_reminders(
    session: Session,
    matter: Numbered,
    *,
    still: set[int],
    facts: Mapping[str, Any],
    show: Button,
    now: datetime,
    spent: Collection[Button] = (),
) -> None:
    """Take back the reminders of people who owe a matter nothing more, and the buttons of those they have had.

    So too those that offer a press that is `spent`, whatever else their reader owes it.
    """
    over = [button.as_json() for button in spent]
    for deadline in deadlines.history(session, matter.matter, matter.id):
        for message in outbox.sent_about(session, reminders_of(deadline)):
            owes = message.person_id in still and not any(button in over for button in message.buttons)
            if owes or message.template == "nudge_done":
                continue
            if message.state is outbox.MessageState.WAITING:
                message.state = outbox.MessageState.WITHDRAWN
            elif message.buttons:
                outgoing.edit(session, message, "nudge_done", facts, now=now, buttons=(show,))
                message.buttons = []


def plan_nudge(session: Session, terms: Terms, deadline: Deadline, *, after: datetime) -> None:
    """Set when the deadline's next reminder is due; never again when the pack has no more."""
    deadline.next_nudge_at = nudges.next_nudge_at(
        terms.nudges,
        due_on=deadline.due_on,
        calendar=reminder_calendar(session, terms, after),
        zone=ZoneInfo(terms.timezone),
        after=after,
        opens=terms.working_hours[0],
        falling=deadline.matter in FALLING,
    )


def plan_anew(session: Session, terms: Terms, deadline: Deadline, now: datetime) -> bool:
    """Plan a deadline's next reminder as its calendar is now; return whether it moved.

    One that is due is sent first, and one of which nobody is reminded stays so.
    """
    was = deadline.next_nudge_at
    if was is not None and was > now:
        plan_nudge(session, terms, deadline, after=now)
    return deadline.next_nudge_at != was


def replan(session: Session, living: Sequence[Deadline], now: datetime) -> int:
    """Plan the next reminders of these deadlines as their calendars are now; return how many moved."""
    of = matters.of_ids(session, matters.by_kind((one.matter, one.matter_id) for one in living))
    terms = {key: agreements.terms_of(session, matter.terms_id) for key, matter in of.items()}
    return sum(plan_anew(session, terms[one.matter, one.matter_id], one, now) for one in living)


def replan_outdated(session: Session, now: datetime) -> int:
    """Plan anew all reminders that were planned on another calendar, at once; return how many moved."""
    moved = 0
    for agreement in agreements.readable(session):
        if reminders_outdated(session, agreement, now):
            rows = deadlines.to_be_reminded(session, agreement.id, after=now)
            for first in range(0, len(rows), AT_ONCE):
                moved += replan(session, deadlines.locked(session, rows[first : first + AT_ONCE]), now)
            note_calendar(session, agreement.id, now)
    return moved


AT_ONCE = 500  # as many as one question asks for
FALLING = frozenset({"signature", "milestone"})
"""The kinds of matter whose reminders come ever more seldom after the date: these are chased without end."""


class _Of(NamedTuple):
    """Which clock of which matter a deadline is of."""

    agreement_id: int
    matter: str
    matter_id: int
    clock: str


def _of(matter: Numbered, clock: str) -> _Of:
    return _Of(matter.agreement_id, matter.matter, matter.id, clock)


def _new(
    session: Session, terms: Terms, of: _Of, working: Working, now: datetime, *, confirmed: bool, reminded: bool = True
) -> Deadline:
    """Return a new date with its first reminder. There is no other way to one, so none has another's reminders."""
    deadline = Deadline(
        **of._asdict(),
        due_on=working.due_on,
        due_at=working.due_at,
        working=working.to_json(),
        calendar_version=working.calendar_version or "",
        confirmed=confirmed,
        state=DeadlineState.OPEN,
        made_at=now,
    )
    if reminded:
        plan_nudge(session, terms, deadline, after=now)
    session.add(deadline)
    session.flush()  # its id is in the reminders' keys
    return deadline


def deadline_facts(session: Session, terms: Terms, deadline: Deadline | None, now: datetime) -> dict[str, Any] | None:
    """Return a deadline with its working for the templates; None without one."""
    if deadline is None:
        return None
    today, calendar = local_day(terms, now), reminder_calendar(session, terms, now)
    return {
        **deadline.working,
        "confirmed": deadline.confirmed,
        "state": deadline.state.value,
        "days_left": days_left(calendar, today, deadline.due_on),
        "days_away": (deadline.due_on - today).days,
        "timezone": terms.timezone,
        "open_today": calendar.is_open(today),
        "over": now > last_moment(deadline.due_on, deadline.due_at, ZoneInfo(terms.timezone)),
        "clock": terms.clocks[deadline.clock].name if deadline.clock in terms.clocks else None,
        "next_reminder_on": _next_reminder_on(terms, deadline),
    }


def next_reminder_of(session: Session, matter: Numbered, clock: str) -> str | None:
    """Return the day of the next reminder of a matter's date by a clock, as ISO text; None where none is to come."""
    terms = agreements.terms_of(session, matter.terms_id)
    return next((_next_reminder_on(terms, one) for one in live_of(session, matter) if one.clock == clock), None)


def _next_reminder_on(terms: Terms, deadline: Deadline) -> str | None:
    at = deadline.next_nudge_at
    return None if at is None else local_day(terms, at).isoformat()
