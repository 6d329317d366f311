"""The bulletin: what happened in a month, as people ask for it and as the channel gets it once a month."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import actors, outgoing
from handlers.actors import local_day
from handlers.overview.bulletin_facts import facts_of
from handlers.requests import Answer, Button, Request, Say
from rules import bulletin
from storage import agreements, followers
from storage.agreements import Agreement


def show(session: Session, request: Request, agreement: Agreement) -> Answer:
    """Show what happened in the month that is asked for; without one, in the present month so far."""
    actor = actors.actor_in(session, agreement, request)
    asked = bulletin.month_asked(request.text, actor.today)
    following = followers.of(session, agreement.id, actor.person.id) is not None
    press = Button("bulletin_stop" if following else "bulletin_follow", agreement.id)
    return Say("bulletin", facts_of(session, agreement, asked, request.now), (press,))


def monthly(session: Session, agreement: Agreement, now: datetime) -> int:
    """Post last month's bulletin to the agreement's channel on the first morning of a month; return how many, 0 or 1.

    What an outage delayed comes on the next morning, the latest month alone. There is none for a month in which nothing
    happened while nothing is due next, nor for one that was over when the agreement was loaded.
    """
    terms = agreements.current_terms(session, agreement.id)
    told = bulletin.month_before(local_day(terms, now))
    month = f"{told.first_on:%Y-%m}"
    if agreement.told_month == month:
        return 0
    agreement.told_month = month
    session.flush()  # the register reads the agreement anew
    if told.last_on < local_day(terms, agreement.loaded_at):
        return 0
    facts = facts_of(session, agreement, told, now)
    if not facts["groups"] and not facts["due"]:
        return 0
    once = f"bulletin:{agreement.id}:{month}"
    press = (Button("bulletin_follow", agreement.id),)
    return int(outgoing.post(session, agreement.id, "bulletin", facts, once=once, now=now, buttons=press) is not None)
