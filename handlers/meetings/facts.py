"""A meeting as plain values: its day, who belongs to its forum, who chairs it, who was there, what its notice asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import presence
from handlers.actors import local_day
from handlers.deadlines import calendars_of
from handlers.meetings.agenda import Sitting, agenda
from handlers.people import facts as seat_facts
from rules import forums, meetings, shortfalls
from rules.deadlines import Working, instant_of
from rules.decisions import DecisionState
from rules.electorates import place
from rules.forums import Member
from rules.last_days import in_time
from rules.local_times import local_time
from rules.matters import SECRETARY
from rules.meeting_life import TO_COME, MeetingState
from rules.meetings import Plan, Tally
from rules.moments import Lacking, Waits
from rules.nudges import moment_on
from rules.term import InForce
from rules.terms import Forum, Moment, Terms, Unit
from storage import agreements, decisions, people, posts
from storage.agreements import Agreement
from storage.meetings import Meeting, rows_of, unsaid
from storage.people import Capacity, Contact, Holding, Person, leads_of

MATTER = "meeting"
NOTICE, PAPERS, RECORD = "notice", "papers", "record"
"""The names of a meeting's clocks: the last day to call it, to send its papers, and to record what became of it."""

DAY = timedelta(days=1)
ROLLED = timedelta(days=31)  # a meeting that its calendar moves out of a year is held within it


def terms_of(session: Session, meeting: Meeting) -> Terms:
    """Return the terms the meeting was planned under."""
    return agreements.terms_of(session, meeting.terms_id)


def forum_of(session: Session, meeting: Meeting) -> Forum:
    """Return the forum that meets."""
    return next(forum for forum in terms_of(session, meeting).forums if forum.key == meeting.forum)


def to_come(
    session: Session,
    agreement: Agreement,
    forum: Forum,
    plan: Plan,
    force: InForce,
    now: datetime,
    *,
    until: date,
) -> tuple[meetings.Meeting, ...]:
    """Return a forum's meetings from today to a day, worked out from all that is known of them."""
    terms = agreements.current_terms(session, agreement.id)
    return meetings.meetings(
        terms,
        forum,
        plan,
        first_on=local_day(terms, now),
        until=until,
        calendars=calendars_of(session, terms, now),
        force=force,
    )


def is_public(forum: Forum, meeting: Meeting) -> bool | None:
    """Return whether a meeting is, or was, in public; None where nobody has said."""
    if meeting.public is None and not unsaid(meeting):
        return meetings.normally_public(forum)
    return meeting.public


# --- People -------------------------------------------------------------------------------------------------------


def holders_of(session: Session, agreement_id: int, forum: Forum, day: date) -> dict[str, dict[int, str]]:
    """Return the names of the people on each seat of a forum on a day, by their places on it."""
    return {
        seat: {number: session.get_one(Person, person).name for number, person in held.items()}
        for seat, held in posts.seated_on(session, day, agreement_id=agreement_id, forum=forum.key).items()
    }


def members_of(session: Session, meeting: Meeting, day: date) -> tuple[Member, ...]:
    """Return who belongs to the meeting's forum on a day."""
    forum = forum_of(session, meeting)
    holders = holders_of(session, meeting.agreement_id, forum, day)
    return forums.members_of(terms_of(session, meeting), forum, day, holders=holders)


def contacts_of(session: Session, meeting: Meeting, today: date) -> dict[str, Contact]:
    """Return whom each member of the forum is reached by: a partner by its lead, a seat by whoever holds it.

    Those nobody can be reached for in the chat are left out.
    """
    forum = forum_of(session, meeting)
    leads = leads_of(session, meeting.agreement_id, None, today)
    for seat, held in posts.seated_on(session, today, agreement_id=meeting.agreement_id, forum=forum.key).items():
        for number, person_id in held.items():
            account = people.linked_account(session, person_id)
            if account is not None:
                person = session.get_one(Person, person_id)
                leads[place(seat, number)] = Contact(person, account, Capacity.MEMBER)
    members = members_of(session, meeting, today)
    for member in members:
        if member.holder is None and member.partner in leads:
            leads.setdefault(member.key, leads[member.partner])
    wanted = {member.key for member in members}
    return {key: contact for key, contact in leads.items() if key in wanted}


def names_in(session: Session, meeting: Meeting) -> dict[str, str]:
    """Return what the partners and the seats of a meeting's forum are called, by their keys."""
    terms = terms_of(session, meeting)
    named = {partner.key: partner.short for partner in terms.partners}
    return forums.member_names(terms, forum_of(session, meeting)) | named


def reminded(session: Session, meeting: Meeting, today: date) -> dict[str, Contact]:
    """Return whom a meeting's secretary is reached by; nothing where no secretary is in the chat."""
    found = people.secretary_reached(session, today, meeting.agreement_id)
    return {} if found is None else {SECRETARY: found}


def chair_facts(session: Session, agreement_id: int, forum: Forum, today: date) -> dict[str, Any]:
    """Return who chairs a forum today, as far as anybody has said, for the templates."""
    roll = seat_facts.roll_of(session, session.get_one(Agreement, agreement_id), today)
    return seat_facts.chair_facts(roll, forum)


# --- Words --------------------------------------------------------------------------------------------------------


def facts_of(session: Session, meeting: Meeting, now: datetime, held: Iterable[Holding] = ()) -> dict[str, Any]:
    """Return what the templates say about a meeting to whoever holds these capacities.

    Plain JSON values; dates and instants are ISO text.
    """
    terms, forum = terms_of(session, meeting), forum_of(session, meeting)
    today = local_day(terms, now)
    to_be = meeting.state in TO_COME
    sitting = Sitting(meeting, terms, forum, tuple(held), today)
    return {
        **recorded(session, meeting, now),
        "chair": chair_facts(session, meeting.agreement_id, forum, today),
        "notice": asked_facts(session, meeting, forum.notice, now, done_at=meeting.called_at),
        "papers_asked": asked_facts(session, meeting, forum.papers, now, done_at=meeting.papers_at),
        "papers": (meeting.papers or "").splitlines(),
        "agenda": agenda(session, sitting) if to_be else [],
    }


def recorded(session: Session, meeting: Meeting, now: datetime) -> dict[str, Any]:
    """Return which meeting it is, and what is on its record: who was there, what of a quorum, its minutes."""
    return {
        **brief(session, meeting, now),
        "attendance": presence.facts_of(session, meeting),
        "quorums": quorum_facts(session, meeting) if meeting.state is MeetingState.HELD else [],
        "minutes_link": meeting.minutes_link,
        "minutes": meeting.minutes,
    }


def decided_facts(session: Session, meeting: Meeting) -> list[dict[str, Any]]:
    """Return the decisions that were taken at a meeting, or were to be, private ones left out: each as it stands."""
    return [
        {"reference": one.reference, "title": one.title, "state": one.state.value}
        for one in decisions.at_meeting(session, meeting.id)
        if one.state is not DecisionState.DRAFT and not one.private
    ]


def agenda_in_short(session: Session, meeting: Meeting, now: datetime) -> list[str]:
    """Return what stands on a meeting's agenda for everybody to see, a reference or a title for each item."""
    items = facts_of(session, meeting, now)["agenda"]
    return [item["reference"] or item["title"] for item in items if item["kind"] != "declarations"]


def tally_facts(tally: Tally) -> dict[str, Any]:
    """Return how many meetings a forum has held and planned in a year, of those it must."""
    return {
        "needed": tally.needed,
        "held": tally.held,
        "planned": tally.planned,
        "short": tally.short,
        "in_public": tally.in_public,
        "year": tally.year.words,
        "away": shortfalls.away_words(tally),
    }


def brief(session: Session, meeting: Meeting, now: datetime) -> dict[str, Any]:
    """Return the same in short: which meeting it is, when and where, and how it stands."""
    terms, forum = terms_of(session, meeting), forum_of(session, meeting)
    return {
        "reference": meeting.reference,
        "title": meeting.title,
        "agreement": terms.short_title,
        "private": False,
        "state": meeting.state.value,
        "forum": forum.name,
        "clause": forum.clause,
        "on": meeting.meets_on.isoformat(),
        "nominal_on": meeting.nominal_on.isoformat() if meeting.nominal_on else None,
        "begins_at": f"{meeting.begins_at:%H:%M}" if meeting.begins_at else None,
        "came_twice": came_twice(terms, meeting.meets_on, meeting.begins_at, local_day(terms, now)),
        "place": meeting.place,
        "public": is_public(forum, meeting),
        "unrecorded": meeting.state in TO_COME and meeting.meets_on < local_day(terms, now),
        "called_at": meeting.called_at.isoformat() if meeting.called_at else None,
        "closing_words": meeting.closing_words,
        "timezone": terms.timezone,
    }


def came_twice(terms: Terms, day: date, begins_at: time | None, today: date) -> str | None:
    """Return what is to be said of a meeting's hour on the days on which clocks are changed; None on every other."""
    if begins_at is None:
        return None
    return local_time(day, begins_at, ZoneInfo(terms.timezone), today=today).said


def asked_before(
    session: Session, meeting: Meeting, asked: Moment | None, now: datetime, *, on: date | None = None
) -> Working | Waits | None:
    """Return by when something is asked before a meeting, on its day or another, or what that waits for; None: nothing.

    Hours are counted back from the meeting's hour, once that is on record.
    """
    terms, day = terms_of(session, meeting), on or meeting.meets_on
    meets = moment_on(day, meeting.begins_at, ZoneInfo(terms.timezone)) if meeting.begins_at else day
    return meetings.before(terms, asked, meets, calendars_of(session, terms, now))


def asked_facts(
    session: Session,
    meeting: Meeting,
    asked: Moment | None,
    now: datetime,
    *,
    done_at: datetime | None,
    on: date | None = None,
) -> dict[str, Any] | None:
    """Return what is asked before a meeting, by when, and whether that was, or would be now, too late; None: nothing.

    `by` None: it cannot be counted yet, and `waits` says for what. `by_at` is the instant that hours come to.
    """
    found = asked_before(session, meeting, asked, now, on=on)
    if asked is None or found is None:
        return None
    terms = terms_of(session, meeting)
    done_on = local_day(terms, done_at) if done_at is not None else None
    facts = {
        "number": asked.limit.number if asked.limit else 0,
        "unit": (asked.limit.unit if asked.limit else Unit.CALENDAR_DAYS).value,
        "limit_calendar": asked.limit.calendar if asked.limit else None,
        "clause": asked.clause,
        "done_on": done_on.isoformat() if done_on else None,
        "timezone": terms.timezone,
    }
    if isinstance(found, Waits):
        undecided = found.lacking is Lacking.CALENDAR
        return {**facts, "by": None, "by_at": None, "waits": None if undecided else found.sentence, "late": False}
    zone = ZoneInfo(terms.timezone)
    instant = instant_of(found.due_on, found.due_at, zone)
    return {
        **facts,
        "by": found.due_on.isoformat(),
        "by_at": instant.isoformat() if instant else None,
        "waits": None,
        "late": not in_time(done_at or now, found, zone),
    }


def quorum_facts(session: Session, meeting: Meeting) -> list[dict[str, Any]]:
    """Return whether enough were at a meeting that was held for what its forum decides, for each quorum there is."""
    terms, forum, day = terms_of(session, meeting), forum_of(session, meeting), meeting.meets_on
    record, present = presence.record_of(session, meeting), presence.presence_of(session, meeting)
    holders = holders_of(session, meeting.agreement_id, forum, day)
    return [
        {
            "rules": list(one.rules),
            "clause": one.clause,
            "present": one.present,
            "of": one.of,
            "needed": one.needed,
            "enough": one.enough,
        }
        for one in forums.quorums(terms, forum, record, present, day, holders=holders)
    ]


def tally_of(
    session: Session, agreement: Agreement, forum: Forum, plan: Plan, force: InForce, now: datetime
) -> Tally | None:
    """Return how many of the meetings that a pack asks for are on record as held this year, and how many are planned.

    One whose day has passed and of which nothing is recorded is neither. None where the pack asks for no number, or
    where it is not decided which year is meant.
    """
    terms = agreements.current_terms(session, agreement.id)
    if forum.cadence is None:
        return None
    today = local_day(terms, now)
    held = [
        meetings.Meeting(forum.key, row.meets_on, row.nominal_on, is_public(forum, row))
        for row in rows_of(session, agreement.id, states=(MeetingState.HELD,))
        if row.forum == forum.key
    ]
    counted = meetings.tally(forum.cadence, held, today=today)
    if counted is None:
        return None
    there = {one.on for one in held}
    ahead = [
        one
        for one in to_come(session, agreement, forum, plan, force, now, until=counted.year.last_on + ROLLED)
        if one.on not in there
    ]
    planned = meetings.tally(forum.cadence, ahead, today=today - DAY, around=today)
    if planned is None:
        return counted
    return replace(counted, planned=planned.planned, away=(*counted.away, *planned.away))
