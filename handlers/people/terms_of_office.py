"""Terms of office that end: said in time to whoever holds the post, and what falls vacant to the secretary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import deadlines, outgoing
from handlers.actors import local_day
from handlers.people import facts as seat_facts
from handlers.people.facts import Roll
from handlers.requests import Button
from rules import nudges, seats
from rules.calendars import WorkingCalendar
from rules.electorates import gone
from rules.posts import Post, PostKind, Tenure, Turn, goes_on, turn_of
from storage import agreements, people, posts, register
from storage.agreements import Agreement
from storage.people import Account, Capacity, Person

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Come:
    """What has come up about a term of office: `facts` for the templates, and to whom it is said, by their ids."""

    facts: dict[str, Any]
    told: frozenset[int]


def look(session: Session, agreement: Agreement, now: datetime) -> int:
    """Say what has come up about terms of office, each thing once; return how much it was.

    60 and 14 days before a last day, and on it: to the secretaries, to whoever holds the post, and to the leads of the
    partner whose it is. Once it is over the register has it, and the secretaries hear what is vacant now. What had
    ended before the agreement was loaded is passed over, and of what several mornings missed the latest alone is said.
    """
    terms = agreements.current_terms(session, agreement.id)
    roll = seat_facts.roll_of(session, agreement, local_day(terms, now))
    calendar = deadlines.reminder_calendar(session, terms, now)
    loaded_on = local_day(terms, agreement.loaded_at)
    come: list[Come] = []
    for tenure in sorted(roll.tenures, key=lambda one: (one.ends_on or date.max, one.row)):
        turn = turn_of(tenure, roll.today, calendar)
        if turn is None or tenure.over_by(loaded_on) or goes_on(tenure, roll.tenures):
            continue
        if posts.say_once(session, tenure, turn, now):
            come += _come(session, roll, tenure, turn, now)
    _tell(session, roll, come, calendar, now)
    return len(come)


def _come(session: Session, roll: Roll, tenure: Tenure, turn: Turn, now: datetime) -> list[Come]:
    """Return what is said of a term of office now, and to whom; nothing where it is over and nothing is vacant.

    Of one that is over everybody hears who would have heard of its last day, where nobody was there to say that.
    """
    secretaries = {contact.person.id for contact in people.secretaries(session, roll.today, roll.agreement.id)}
    concerned = {tenure.person, *_leads(session, roll, tenure.post)}
    if turn is not Turn.OVER:
        after = (tenure.ends_on or roll.today) + DAY
        facts = {**_facts(roll, tenure, after), "over": False, "at_once": turn is Turn.LAST_DAY}
        return [Come(facts, frozenset(secretaries | concerned))]
    facts = {**_facts(roll, tenure, roll.today), "over": True, "at_once": False}
    _record(session, roll, tenure, facts, now)
    missed = posts.say_once(session, tenure, Turn.LAST_DAY, now)
    if facts["vacant"] or missed:
        return [Come(facts, frozenset(secretaries | (concerned if missed else set())))]
    return []


def _leads(session: Session, roll: Roll, post: Post) -> set[int]:
    """Return the leads of the partner whose a post is, today."""
    seat = seat_facts.seat_of(roll.terms, post)
    partner = post.partner or (seat.partner if seat is not None else None)
    if partner is None:
        return set()
    found = people.contacts(
        session, roll.today, agreement_id=roll.agreement.id, capacities=(Capacity.LEAD,), partners=(partner,)
    )
    return {contact.person.id for contact in found.get(partner, [])}


def _facts(roll: Roll, tenure: Tenure, then: date) -> dict[str, Any]:
    """Return what is said of a term of office, with who holds the post on a day after it, and how many are missing."""
    post = tenure.post
    forum = seat_facts.forum_of(roll.terms, post.forum)
    held = [one for one in roll.tenures if one.post == post and one.held_on(then)]
    found = seats.composition(forum, roll.tenures, then) if forum is not None and post.kind is PostKind.SEAT else None
    seat = seat_facts.seat_of(roll.terms, post)
    vacant = max(0, (seat.least if seat is not None else 1) - len(held))
    follow = []
    if forum is not None and post.kind is not PostKind.DEPUTY_CHAIR:
        others = (forum, *seats.followers(roll.terms, forum))
        chaired = seats.chairing(roll.terms, forum, roll.tenures, then)
        mine = post.kind is PostKind.CHAIR or (chaired.seat is not None and chaired.seat.key == post.seat)
        follow = [it.name for it in others if mine and chaired.chair is None]
    return {
        **seat_facts.term_facts(roll, tenure),
        "person": tenure.person,
        "after": [roll.names[one.person] for one in held],
        "vacant": 0 if _left(roll, post, then) else vacant,
        "voting": seat_facts.voting_facts(found) if found is not None and seat is not None and seat.voting else None,
        "chairs": follow,
        "acting": _acting(roll, post, then),
        "several": seat is not None and seat.most != 1,
    }


def _left(roll: Roll, post: Post, then: date) -> bool:
    """Return whether a post is that of a partner which is not party to the agreement on a day: nobody misses it."""
    partner = next((it for it in roll.terms.partners if it.key == post.partner), None)
    return partner is not None and gone(roll.terms, partner, then) is not None


def _acting(roll: Roll, post: Post, then: date) -> list[str]:
    """Return who acts while a post is vacant: a partner's deputies, a forum's deputy chair."""
    stands_in = {PostKind.LEAD: PostKind.DEPUTY, PostKind.CHAIR: PostKind.DEPUTY_CHAIR}.get(post.kind)
    wanted = Post(stands_in, post.forum, partner=post.partner) if stands_in is not None else None
    return [roll.names[one.person] for one in roll.tenures if one.post == wanted and one.held_on(then)]


def _record(session: Session, roll: Roll, tenure: Tenure, facts: dict[str, Any], now: datetime) -> None:
    post = tenure.post
    told = {"post": post.kind.value, "forum": post.forum, "seat": post.seat, "person": facts["name"]}
    register.write(
        session,
        roll.agreement,
        at=now,
        act="term-of-office-ended",
        person="Accord",
        partner=post.partner,
        facts={**told, "ends_on": facts["ends_on"], "vacant": facts["vacant"]},
    )


def _tell(session: Session, roll: Roll, come: Iterable[Come], calendar: WorkingCalendar, now: datetime) -> None:
    """Tell everybody what has come up for them, in one message each."""
    mine: dict[int, list[dict[str, Any]]] = {}
    for one in come:
        for person_id in one.told:
            mine.setdefault(person_id, []).append(one.facts)
    for person_id, rows in sorted(mine.items()):
        account = people.linked_account(session, person_id)
        if account is not None:
            goes_at = _goes_at(session, roll, person_id, rows, calendar, now)
            _send(session, roll, account, rows, goes_at, now)


def _goes_at(
    session: Session, roll: Roll, person_id: int, rows: list[dict[str, Any]], calendar: WorkingCalendar, now: datetime
) -> datetime:
    """Return when a person may be written to: in their hours, or at once where it is somebody's last day."""
    person = session.get_one(Person, person_id)
    return nudges.hold_until(
        now,
        zone=ZoneInfo(person.timezone),
        hours=roll.terms.working_hours,
        days_off=frozenset(person.days_off),
        regardless=any(row["at_once"] for row in rows),
        closed=lambda day: not calendar.is_open(day),
    )


def _send(
    session: Session, roll: Roll, account: Account, rows: list[dict[str, Any]], goes_at: datetime, now: datetime
) -> None:
    """Queue one person's message, with the days as they are when it goes; whoever keeps the roster can act there."""
    secretaries = {contact.person.id for contact in people.secretaries(session, roll.today, roll.agreement.id)}
    keeps = account.person_id in secretaries
    on = local_day(roll.terms, goes_at)
    wanted = ("seat_fill", "term_extend", "seats") if keeps else ("seats",)
    outgoing.direct(
        session,
        account,
        "terms_of_office",
        {
            "agreement": roll.terms.short_title,
            "keeps": keeps,
            "rows": [_for(session, row, account.person_id, on) for row in rows],
        },
        once=f"terms-of-office:{roll.agreement.id}:{roll.today.isoformat()}:{account.person_id}",
        agreement_id=roll.agreement.id,
        buttons=tuple(Button(name, roll.agreement.id) for name in wanted),
        not_before=goes_at,
        now=now,
    )


def _for(session: Session, row: dict[str, Any], person_id: int, on: date) -> dict[str, Any]:
    """Return what one person is told of a term: whether it is theirs, and else whether its holder hears of it too."""
    mine = row["person"] == person_id
    hears = mine or people.linked_account(session, row["person"]) is not None
    told = {key: value for key, value in row.items() if key not in ("person", "at_once")}
    return {**told, "mine": mine, "hears": hears, "days": (date.fromisoformat(row["ends_on"]) - on).days}
