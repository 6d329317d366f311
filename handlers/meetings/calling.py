"""Call a meeting: the notice to each member, with its agenda and a receipt; and its papers, with it or after it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers.acting import Acting, record
from handlers.forms import Form, Values
from handlers.meetings import forms, messages, opening
from handlers.meetings.access import acting, move
from handlers.meetings.facts import agenda_in_short, asked_facts, brief, forum_of
from handlers.requests import Answer, Request, Say
from rules.days import in_words
from rules.errors import Refusal
from rules.meeting_life import MeetingAct, MeetingState
from rules.phrases import length
from rules.terms import Moment
from storage import redraws
from storage.meetings import Meeting


def draw(name: str, session: Session, request: Request) -> Form:
    """Return the form that calls a meeting, or sends its papers."""
    meeting, by = acting(session, request, forms.FORMS[name])
    forum = forum_of(session, meeting)
    if name == "meeting_call":
        return forms.call_form(meeting, forum, _late(session, meeting, forum.notice, by))
    return forms.papers_form(_without_papers(meeting))


def _late(session: Session, meeting: Meeting, asked: Moment | None, by: Acting) -> str | None:
    """Return by when a meeting was to be called, where that day has passed; None in time, or where nothing is asked."""
    found = asked_facts(session, meeting, asked, by.now, done_at=None)
    if asked is None or found is None or not found["late"]:
        return None
    clause = f" (clause {asked.clause})" if asked.clause else ""
    last_day = in_words(date.fromisoformat(found["by"]))
    if found["by_at"]:
        at = datetime.fromisoformat(found["by_at"]).astimezone(ZoneInfo(found["timezone"]))
        last_day = f"{last_day}, {at:%H:%M}"
    return (
        f"This is late: the agreement asks for {_length(asked)}{clause}, so it was to be called by {last_day}. "
        "It can be called all the same; the notice and the record say that it is late."
    )


def _length(asked: Moment) -> str:
    return f"{length(asked.limit)} before the meeting" if asked.limit else "it on the day"


def call(session: Session, request: Request, values: Values) -> Answer:
    """Call a meeting: every member of its forum has the notice. A late one goes out too, and says that it is late."""
    meeting, by = acting(session, request, MeetingAct.CALL)
    meeting.begins_at, meeting.place = (
        forms.time_in(values, meeting.meets_on, by.actor.terms, by.actor.today),
        values.line("place"),
    )
    if not meeting.papers_at and values.line("papers"):
        meeting.papers, meeting.papers_at = values.line("papers"), by.now
    session.flush()  # what is changed is read anew when its state moves on
    opening.open_(session, meeting, by.now)
    move(session, meeting, MeetingState.CALLED, by.now)
    asked = asked_facts(session, meeting, forum_of(session, meeting).notice, by.now, done_at=by.now)
    words = values.line("words")
    facts = {
        "on": meeting.meets_on.isoformat(),
        "begins_at": f"{meeting.begins_at:%H:%M}" if meeting.begins_at else None,
        "place": meeting.place,
        "notice_by": asked["by"] if asked else None,
        "late": asked["late"] if asked else False,
        "clause": asked["clause"] if asked else None,
        "papers": meeting.papers,
        "agenda": agenda_in_short(session, meeting, by.now),
        "words": words,
    }
    record(session, by, meeting, "meeting-called", facts)
    opening.keep_dates(session, meeting, by.now, why="The meeting was called.")
    told = {**by.facts, "did": "called", "words": words, "was_on": None}
    messages.notify(session, meeting, "meeting_notice", told, kind="called", now=by.now)
    messages.thread(session, meeting, {**told, "notice": asked}, once="called", now=by.now)
    redraws.note(session, meeting, by.now)
    return Say("meeting_done", {**brief(session, meeting, by.now), **told, "notice": asked})


def send_papers(session: Session, request: Request, values: Values) -> Answer:
    """Send a meeting's papers to every member of its forum."""
    meeting, by = acting(session, request, MeetingAct.PAPERS)
    _without_papers(meeting)
    meeting.papers, meeting.papers_at = values.line("papers"), by.now
    session.flush()  # what is shown of it is read anew
    asked = asked_facts(session, meeting, forum_of(session, meeting).papers, by.now, done_at=by.now)
    words = values.line("words")
    facts = {
        "papers": meeting.papers,
        "papers_by": asked["by"] if asked else None,
        "late": asked["late"] if asked else False,
        "clause": asked["clause"] if asked else None,
        "words": words,
    }
    record(session, by, meeting, "meeting-papers", facts)
    opening.keep_dates(session, meeting, by.now, why="The papers were sent.")
    told = {**by.facts, "did": "papers", "words": words, "was_on": None}
    messages.notify(session, meeting, "meeting_papers", told, kind="papers", now=by.now)
    messages.thread(session, meeting, told, once="papers", now=by.now)
    redraws.note(session, meeting, by.now)
    return Say("meeting_done", {**brief(session, meeting, by.now), **told, "notice": asked})


def _without_papers(meeting: Meeting) -> Meeting:
    if meeting.papers_at is not None:
        raise Refusal(f"The papers of {meeting.reference} went out already. Its details show them.")
    return meeting
