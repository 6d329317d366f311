"""The bulletin: what happened in a month, as people ask for it and as the channel gets it once a month."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import actors, outgoing
from handlers import deadlines as clocks
from handlers.actors import local_day
from handlers.bulletin_facts import facts_of
from handlers.requests import Answer, Button, Request, Say
from rules import bulletin as rules
from rules import nudges
from storage import agreements, followers
from storage.agreements import Agreement


def show(session: Session, request: Request, agreement: Agreement) -> Answer:
    """Show what happened in the month that is asked for; without one, in the present month so far."""
    actor = actors.actor_in(session, agreement, request)
    asked = rules.month_asked(request.text, actor.today)
    following = followers.of(session, agreement.id, actor.person.id) is not None
    press = Button("bulletin_stop" if following else "bulletin_follow", agreement.id)
    return Say("bulletin", facts_of(session, agreement, asked, request.now), (press,))


def plan(session: Session, agreement: Agreement, now: datetime) -> None:
    """Set when the next monthly bulletin is due: as the first operational day of a month opens."""
    terms = agreements.current_terms(session, agreement.id)
    agreement.next_bulletin_at = rules.next_at(
        after=now,
        zone=ZoneInfo(terms.timezone),
        opens=terms.working_hours[0],
        calendar=clocks.reminder_calendar(session, terms, now),
    )
    session.flush()  # the register reads the agreement anew


def monthly(session: Session, agreement: Agreement, now: datetime) -> int:
    """Post last month's bulletin to the agreement's channel when it is due, and plan the next; return how many, 0 or 1.

    Whoever calls it twice, or from two clocks, has it posted once. What an outage delayed comes in the next working
    hours, the latest month alone. There is none for a month in which nothing happened while nothing is due next, nor
    for one that was over when the agreement was loaded.
    """
    session.refresh(agreement, with_for_update={"key_share": True})
    if agreement.next_bulletin_at is None:
        plan(session, agreement, now)
    if agreement.next_bulletin_at is None or agreement.next_bulletin_at > now:
        return 0
    terms = agreements.current_terms(session, agreement.id)
    calendar = clocks.reminder_calendar(session, terms, now)
    goes_at = nudges.hold_until(
        now,
        zone=ZoneInfo(terms.timezone),
        hours=terms.working_hours,
        days_off=frozenset(),
        closed=lambda day: not calendar.is_open(day),
    )
    if goes_at > now:
        agreement.next_bulletin_at = goes_at
        return 0
    plan(session, agreement, now)
    told = rules.month_before(local_day(terms, now))
    if told.last_on < local_day(terms, agreement.loaded_at):
        return 0
    facts = facts_of(session, agreement, told, now)
    if not facts["groups"] and not facts["due"]:
        return 0
    once = f"bulletin:{agreement.id}:{told.first_on:%Y-%m}"
    press = (Button("bulletin_follow", agreement.id),)
    return int(outgoing.post(session, agreement.id, "bulletin", facts, once=once, now=now, buttons=press) is not None)
