"""One person's daily list of what they owe, and the agreement channel's list of what is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import outgoing
from handlers.actors import held_today, local_day
from handlers.deadlines import reminder_calendar
from handlers.debts import show_buttons
from handlers.milestones import asking as milestone_asking
from handlers.overview import debts, running
from rules import nudges
from rules.deadlines import days_left
from rules.terms import Terms
from storage import agreements, due, heads, outbox, people
from storage.agreements import Agreement
from storage.database import remembered
from storage.people import Person

LOOK_AHEAD_DAYS = 10  # operational days
LATE = timedelta(hours=9)  # a list that was missed for longer is left out: nobody is woken by it


def plan(session: Session, person: Person, *, after: datetime) -> None:
    """Set when a person's next digest is due: at their hour, on a day they work.

    A day closed for every agreement they have a part in is a holiday.
    """
    person.next_digest_at = _times(session, person, after)(after)


def _times(session: Session, person: Person, now: datetime) -> Callable[[datetime], datetime | None]:
    """Return what tells when a person's first digest after a moment is due, as their agreements stand now."""
    held = held_today(session, person.id, now)
    calendars = [
        reminder_calendar(session, agreements.current_terms(session, agreement_id), now)
        for agreement_id in {holding.agreement_id for holding in held}
    ]
    return lambda after: nudges.next_digest_at(
        after=after,
        zone=ZoneInfo(person.timezone),
        at=person.digest_at,
        days_off=frozenset(person.days_off),
        closed=lambda day: bool(calendars) and not any(calendar.is_open(day) for calendar in calendars),
    )


def send(session: Session, person: Person, now: datetime) -> bool:
    """Queue a person's digest, overdue first, and plan the next; return whether there was anything to say.

    One a day at most, whatever was missed: the day is part of what makes it go out once. One that was missed hours ago
    is left out, and those of earlier days that still wait are taken back: the newest says it all.
    """
    first_after = _times(session, person, now)
    person.next_digest_at, missed_at = first_after(now), first_after(now - LATE)
    account = people.linked_account(session, person.id)
    if missed_at is None or missed_at > now or account is None:
        return False
    read = remembered(session, ("what is owed", now), lambda: debts.Reading(session, now))
    owed = [debt for debt in debts.of_person(session, person.id, now, read) if read.asks(debt, person.id)]
    if not owed:
        return False
    day = now.astimezone(ZoneInfo(person.timezone)).date()
    about, once = f"digest:{person.id}", f"digest:{person.id}:{day.isoformat()}"
    outbox.withdraw(session, about, but=once)
    outgoing.direct(
        session,
        account,
        "digest",
        {"name": person.name, "day": day.isoformat(), "debts": [debt.facts(session, now) for debt in owed]},
        once=once,
        about=about,
        agreement_id=None,
        buttons=show_buttons(owed),
        now=now,
    )
    milestone_asking.asked([debt.matter for debt in owed], day)
    return True


def send_to_channel(session: Session, agreement: Agreement, now: datetime) -> bool:
    """Queue the channel's list of what is due in the next ten operational days; return whether there was any.

    Private matters are left out; a day with nothing due has no digest; a day has one. The last hash of the register
    stands below it, or by itself on a working day that has no digest, where something was written since it last did.
    """
    terms = agreements.current_terms(session, agreement.id)
    today = local_day(terms, now)
    calendar = reminder_calendar(session, terms, now)
    rows = [
        row
        for row in running.running(session, agreement.id, (), now)
        if days_left(calendar, today, date.fromisoformat(row["deadline"]["due_on"])) <= LOOK_AHEAD_DAYS
    ]
    if not calendar.is_open(today):
        return False
    head, moved = heads.take(session, agreement, today)
    if not rows:
        return moved and _post_head(session, agreement, terms, today, head, now)
    about = f"digest:agreement:{agreement.id}"
    once = f"{about}:{today.isoformat()}"
    outbox.withdraw(session, about, but=once)
    queued = outgoing.post(
        session,
        agreement.id,
        "digest_channel",
        {"agreement": terms.short_title, "day": today.isoformat(), "rows": rows, "head": head},
        once=once,
        about=about,
        now=now,
    )
    return queued is not None


def _post_head(session: Session, agreement: Agreement, terms: Terms, today: date, head: str, now: datetime) -> bool:
    facts = {"agreement": terms.short_title, "day": today.isoformat(), "head": head}
    once = f"head:agreement:{agreement.id}:{today.isoformat()}"
    return outgoing.post(session, agreement.id, "register_head", facts, once=once, now=now) is not None


def look_at_channel(session: Session, agreement_id: int, now: datetime) -> int:
    """Send an agreement's channel the list of the day, if its hour has come, and plan the next; return how many.

    One that was missed for long is left out, and so is that of an agreement whose terms cannot be read now.
    """
    terms = agreements.terms_if_readable(session, agreement_id)
    if terms is None:
        due.plan_channel(session, agreement_id, now, next_at=now + timedelta(days=1))
        return 0
    opens_at, tomorrow = (channel_digest_at(terms, local_day(terms, now) + timedelta(days=days)) for days in (0, 1))
    if not due.plan_channel(session, agreement_id, now, next_at=opens_at if now < opens_at else tomorrow):
        return 0
    if not opens_at <= now < opens_at + LATE:
        return 0
    return int(send_to_channel(session, session.get_one(Agreement, agreement_id), now))


def channel_digest_at(terms: Terms, day: date) -> datetime:
    """Return the moment of a day at which an agreement's channel gets its list: when the working day opens."""
    return datetime.combine(day, terms.working_hours[0], ZoneInfo(terms.timezone))
