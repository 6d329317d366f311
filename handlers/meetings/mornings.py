"""What a morning brings to meetings: opened in time, moved by a calendar, chased until recorded, and counted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import outgoing
from handlers.acting import record_event
from handlers.actors import local_day
from handlers.deadlines import calendars_of
from handlers.meetings import changes, opening
from handlers.meetings.facts import tally_facts, tally_of, terms_of
from handlers.meetings.forms import own_forums
from handlers.requests import Button
from rules import meeting_life
from rules.days import in_words
from rules.deadlines import open_day
from rules.meeting_life import TO_COME
from rules.meetings import Plan, Tally
from rules.term import InForce
from rules.terms import Forum
from storage import agreements, meetings, people, redraws, register
from storage.agreements import Agreement
from storage.meetings import Meeting


def look(session: Session, agreement: Agreement, now: datetime) -> int:
    """Do what the day asks of an agreement's meetings; return how much was done.

    Those whose time has come are opened. Those that a calendar moves are moved. One whose day has passed is owed a
    record, one still to come shows its agenda as it stands. And of too few meetings in a year it is warned.
    """
    done = len(opening.open_due(session, agreement, now)) + follow_calendar(session, agreement, now)
    return done + _warn(session, agreement, now)


def follow_calendar(session: Session, agreement: Agreement, now: datetime) -> int:
    """Move an agreement's meetings to come, and what is due before them, as the calendar is now; return how many moved.

    Each message shows its meeting as it stands, and one whose day has passed is owed a record.
    """
    done, today = 0, local_day(agreements.current_terms(session, agreement.id), now)
    for meeting in meetings.rows_of(session, agreement.id, states=TO_COME, free=True):
        if meeting.meets_on >= today:
            done += _follow_calendar(session, meeting, now)
        opening.keep_dates(session, meeting, now, why="The calendar changed.")
        redraws.note(session, meeting, now)
    return done


def _follow_calendar(session: Session, meeting: Meeting, now: datetime) -> int:
    """Move a meeting whose day nobody chose to where its calendar has it now; return 1 where that is another day.

    A day may have been proclaimed closed since, or it was decided which days are operational.
    """
    if not changes.of_series(session, meeting) or meeting.nominal_on is None:
        return 0
    terms = agreements.current_terms(session, meeting.agreement_id)
    calendar = calendars_of(session, terms, now)[terms.operational_days]
    day = meeting.nominal_on if calendar is None else open_day(calendar, meeting.nominal_on)
    was = meeting.meets_on
    if day == was or day < local_day(terms, now):
        return 0
    closed = calendar.why_closed(was) if calendar is not None else None
    why = f"{in_words(was)}: {closed}." if closed else "Its day in the series is open."
    changes.shift(session, meeting, day)
    facts = {"from": was.isoformat(), "to": day.isoformat(), "nominal_on": meeting.nominal_on.isoformat(), "why": why}
    record_event(session, meeting, "meeting-moved", facts, at=now)
    told = {**changes.by_itself(why, now, terms_of(session, meeting).timezone), "was_on": was.isoformat()}
    changes.after_move(session, meeting, told, now, but=None)
    return 1


def _warn(session: Session, agreement: Agreement, now: datetime) -> int:
    """Warn the secretary of each forum that will have met too seldom by the end of its year; return how many times."""
    terms, force = agreements.current_terms(session, agreement.id), agreements.in_force(session, agreement)
    plans, done = meetings.plans_of(session, agreement), 0
    for forum in own_forums(terms):
        counted = tally_of(session, agreement, forum, plans.get(forum.key, Plan()), force, now)
        if counted is not None and _lasts(force, counted):
            done += _warn_of(session, agreement, forum, counted, now)
    return done


def _lasts(force: InForce, counted: Tally) -> bool:
    """Return whether the agreement is in force at the end of the year that is counted."""
    return force.begun_by(counted.year.last_on) and not force.over_by(counted.year.last_on)


def _warn_of(session: Session, agreement: Agreement, forum: Forum, counted: Tally, now: datetime) -> int:
    terms = agreements.current_terms(session, agreement.id)
    today = local_day(terms, now)
    step = meeting_life.warning(counted, today)
    if step is None:
        return 0
    cadence = forum.cadence
    facts = {
        "agreement": terms.short_title,
        "forum": forum.name,
        "clause": (cadence.clause if cadence else None) or forum.clause,
        **tally_facts(counted),
        "last_on": counted.year.last_on.isoformat(),
        "days": (counted.year.last_on - today).days,
    }
    told = outgoing.tell(
        session,
        people.secretaries(session, today, agreement.id),
        "meeting_short",
        facts,
        once=f"meetings:{agreement.id}:{forum.key}:{counted.year.first_on.isoformat()}:{step}",
        now=now,
        agreement_id=agreement.id,
        buttons=(Button("meeting_one_off", agreement.id), Button("meetings", agreement.id)),
    )
    if told:
        known = {key: facts[key] for key in ("needed", "held", "planned", "year", "last_on")} | {"forum": forum.key}
        register.write(session, agreement, at=now, act="meetings-too-few", person="Accord", facts=known)
    return told
