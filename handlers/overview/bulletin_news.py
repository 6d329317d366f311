"""The bulletin as it happens: who asked to be told, and what they are told in their working hours."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import actors, outgoing
from handlers.actors import local_day
from handlers.deadlines import reminder_calendar
from handlers.overview.bulletin_facts import groups_of
from handlers.requests import Answer, Button, Request, Say
from rules import nudges
from rules.bulletin import ACTS
from rules.errors import Refusal
from rules.sentences import word
from storage import agreements, followers, outbox, people, register
from storage.agreements import Agreement
from storage.followers import Follower
from storage.people import Person

MOST = 10  # rows under one heading
SHOWN = 4  # matters with a press of their own


def follow(session: Session, request: Request) -> Answer:
    """Tell whoever asks of an agreement's news as it happens, from now on."""
    agreement, actor = _asked(session, request)
    new = followers.add(session, agreement, actor.person.id, at=request.now)
    facts = {"agreement": actor.terms.short_title, "following": True, "new": new}
    return Say("bulletin_following", facts, (Button("bulletin_stop", agreement.id),))


def stop(session: Session, request: Request) -> Answer:
    """Tell them no more; what still waits for their morning is taken back."""
    agreement, actor = _asked(session, request)
    found = followers.of(session, agreement.id, actor.person.id)
    if found is not None:
        outbox.withdraw(session, _about(found))
        session.delete(found)
    facts = {"agreement": actor.terms.short_title, "following": False, "new": found is not None}
    return Say("bulletin_following", facts, (Button("bulletin_follow", agreement.id),))


def _asked(session: Session, request: Request) -> tuple[Agreement, actors.Actor]:
    agreement = session.get(Agreement, request.row or 0)
    if agreement is None:
        raise Refusal(f"I know no such agreement. {word('bulletin')} shows what happened in yours.")
    return agreement, actors.actor_in(session, agreement, request)


def tell(session: Session, follower_id: int, now: datetime) -> int:
    """Tell a follower of what happened since they were told last, in one message; return how many, 0 or 1.

    Outside their working hours it waits for the next, and all of it comes at once. They are not told of what they did
    themselves, nor of anything private; nor of anything while they have no part in the agreement.
    """
    follower = session.get(Follower, follower_id, with_for_update={"key_share": True})
    if follower is None:
        return 0
    agreement, person = session.get_one(Agreement, follower.agreement_id), session.get_one(Person, follower.person_id)
    terms, up_to = agreements.current_terms(session, agreement.id), agreement.register_entries
    account = people.linked_account(session, person.id)
    held = people.holdings_on(session, local_day(terms, now), person_id=person.id, agreement_id=agreement.id)
    entries = register.public(session, agreement.id, ACTS, after=follower.told_number)
    new = [entry for entry in entries if entry.number <= up_to and entry.person_id != person.id]
    by_others = new if held and account else []
    groups, shows = groups_of(session, agreement, by_others, most=MOST)
    if account is None or not groups:
        follower.told_number, follower.not_before_at = up_to, None
        return 0
    calendar = reminder_calendar(session, terms, now)
    goes_at = nudges.hold_until(
        now,
        zone=ZoneInfo(person.timezone),
        hours=terms.working_hours,
        days_off=frozenset(person.days_off),
        closed=lambda day: not calendar.is_open(day),
    )
    if goes_at > now:
        follower.not_before_at = goes_at
        return 0
    follower.told_number, follower.not_before_at = up_to, None
    outgoing.direct(
        session,
        account,
        "bulletin_news",
        {"agreement": terms.short_title, "groups": groups},
        once=f"{_about(follower)}:{up_to}",
        about=_about(follower),
        agreement_id=agreement.id,
        buttons=(*shows[:SHOWN], Button("bulletin_stop", agreement.id)),
        now=now,
    )
    return 1


def _about(follower: Follower) -> str:
    """Return what the messages to a follower are queued about."""
    return f"bulletin-news:{follower.id}"
