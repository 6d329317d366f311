"""Give a meeting its row, open it in the channel, and keep the dates the secretary has before and after it."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.acting import record_event
from handlers.actors import local_day
from handlers.issues import clock as issue_clock
from handlers.meetings import messages
from handlers.meetings.facts import MATTER, NOTICE, PAPERS, RECORD, asked_before, forum_of, terms_of, to_come
from rules import meeting_life, meetings
from rules.days import in_words
from rules.deadlines import Working, open_days
from rules.meeting_life import TO_COME, MeetingState
from rules.terms import Event, Forum
from storage import agreements, rows
from storage.agreements import Agreement
from storage.deadlines import DeadlineState, live
from storage.meetings import Meeting, in_series_of, plan_of, plans_of, rows_of

YEAR_AHEAD = 400  # days: how far ahead meetings are looked at, so that a long notice is opened in time
TO_RECORD = 5  # operational days


def title_of(forum: Forum, on: date) -> str:
    """Return what a meeting is called: its forum and its day."""
    return f"{forum.name}, {in_words(on)}"


def row_of(
    session: Session,
    agreement: Agreement,
    forum: Forum,
    *,
    on: date,
    nominal_on: date | None,
    now: datetime,
    begins_at: time | None = None,
    place: str | None = None,
    public: bool | None = None,
    chosen: bool = False,
) -> Meeting:
    """Return a meeting's row, made now where it has none yet; one of a series has one, whoever is first.

    Where and when is as the series usually has it, where nothing else is said. `chosen`: somebody chose the day.
    """
    session.flush()  # the agreement is read anew
    session.refresh(agreement, with_for_update={"key_share": True})  # and nobody else makes the row meanwhile
    there = in_series_of(session, agreement.id, forum.key, nominal_on) if nominal_on else None
    if there is not None:
        return there
    version = agreements.latest_version(session, agreement.id)
    usual = plan_of(session, agreement.id, forum.key)
    meeting = rows.begin(
        session,
        agreement,
        Meeting,
        terms_id=version.id,
        title=title_of(forum, on),
        forum=forum.key,
        nominal_on=nominal_on,
        meets_on=on,
        day_chosen=chosen,
        begins_at=begins_at or (usual.begins_at if usual else None),
        place=(usual.place if usual else "") if place is None else place,
        public=public,
        state=MeetingState.PLANNED,
        notices=0,
        planned_at=now,
    )
    session.flush()  # its message and its dates name it
    return meeting


def open_due(session: Session, agreement: Agreement, now: datetime, *, only: str | None = None) -> list[Meeting]:
    """Open the meetings whose time has come, of every forum or of one; return those that were opened now.

    Four weeks ahead, or two weeks before their notice or papers are due.
    """
    terms = agreements.current_terms(session, agreement.id)
    today = local_day(terms, now)
    plans, force = plans_of(session, agreement), agreements.in_force(session, agreement)
    until = date.fromordinal(today.toordinal() + YEAR_AHEAD)
    opened = []
    for forum in terms.forums:
        plan = plans.get(forum.key)
        if plan is None or forum.outside or only not in (None, forum.key):
            continue
        beside = [row for row in rows_of(session, agreement.id, states=TO_COME) if row.forum == forum.key]
        for one in to_come(session, agreement, forum, plan, force, now, until=until):
            if meeting_life.opens_on(one) > today:
                continue
            found = [_row(session, agreement, forum, one, now)] if one.nominal_on else _one_off(beside, one)
            opened += [row for row in found if open_(session, row, now)]
    return opened


def _row(session: Session, agreement: Agreement, forum: Forum, one: meetings.Meeting, now: datetime) -> Meeting:
    there = in_series_of(session, agreement.id, forum.key, one.nominal_on) if one.nominal_on else None
    return there or row_of(session, agreement, forum, on=one.on, nominal_on=one.nominal_on, now=now)


def _one_off(beside: list[Meeting], one: meetings.Meeting) -> list[Meeting]:
    return [row for row in beside if row.meets_on == one.on and row.opened_at is None]


def open_(session: Session, meeting: Meeting, now: datetime) -> bool:
    """Open a meeting: its message stands in the channel, its dates run. Return False when it was opened before."""
    if meeting.opened_at is not None or meeting.state not in TO_COME:
        return False
    meeting.opened_at = now
    keep_dates(session, meeting, now, why="The meeting was opened.")
    facts = {"on": meeting.meets_on.isoformat(), "forum": meeting.forum}
    record_event(session, meeting, "meeting-opened", facts, at=now)
    messages.announce(session, meeting, now)
    return True


def keep_dates(session: Session, meeting: Meeting, now: datetime, *, why: str) -> None:
    """Set, move or end the dates of a meeting as it stands: its notice, its papers, and once it is past, its record."""
    terms, forum = terms_of(session, meeting), forum_of(session, meeting)
    today = local_day(terms, now)
    runs = meeting.opened_at is not None and meeting.state in TO_COME and meeting.meets_on >= today
    asked = (
        (NOTICE, forum.notice, meeting.called_at),
        (PAPERS, forum.papers, meeting.papers_at),
    )
    for clock, rule, done_at in asked:
        working = asked_before(session, meeting, rule, now) if runs and done_at is None else None
        if isinstance(working, Working):
            deadlines.put(session, meeting, clock, working=working, why=why, now=now)
        else:
            ended = DeadlineState.CANCELLED if done_at is None else DeadlineState.MET
            deadlines.end(session, meeting, state=ended, clock=clock)
    _keep_record_date(session, meeting, now)
    issue_clock.happened(session, session.get_one(Agreement, meeting.agreement_id), Event.MEETING, now)


def _keep_record_date(session: Session, meeting: Meeting, now: datetime) -> None:
    """Set by when a meeting is to be recorded whose day has passed; end that date once it is."""
    terms = terms_of(session, meeting)
    today = local_day(terms, now)
    kept = {one.clock for one in live(session, MATTER, [meeting.id])}
    if meeting.state in TO_COME and meeting.meets_on < today:
        if RECORD not in kept:
            days = open_days(deadlines.reminder_calendar(session, terms, now), meeting.meets_on)
            last_day = [next(days) for _ in range(TO_RECORD)][-1]
            deadlines.agree(session, meeting, RECORD, last_day=max(last_day, today), clause=None, now=now)
    elif RECORD in kept:
        ended = DeadlineState.CANCELLED if meeting.state in TO_COME else DeadlineState.MET
        deadlines.end(session, meeting, state=ended, clock=RECORD)
