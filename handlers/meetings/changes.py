"""Change a meeting: another day, time or place, called off, in public or not. Those who would come are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers.acting import record
from handlers.decisions import by_record
from handlers.forms import Form, FormRefused, Values
from handlers.meetings import forms, messages, opening
from handlers.meetings.access import acting, move
from handlers.meetings.facts import asked_facts, brief, contacts_of, forum_of
from handlers.requests import Answer, Request, Say
from rules.days import in_words
from rules.meeting_life import MeetingAct, MeetingState
from rules.meetings import in_series
from rules.terms import Forum
from storage import agreements, meetings, redraws
from storage.meetings import Meeting

CHANGES: Mapping[str, tuple[MeetingAct, Callable[[Meeting, Forum], Form]]] = {
    "meeting_move": (MeetingAct.MOVE, lambda meeting, _: forms.move_form(meeting)),
    "meeting_cancel": (MeetingAct.CANCEL, lambda meeting, _: forms.cancel_form(meeting)),
    "meeting_public": (MeetingAct.PUBLIC, forms.public_form),
}


def draw(name: str, session: Session, request: Request) -> Form:
    """Return the form that changes a meeting."""
    act, form = CHANGES[name]
    meeting, _ = acting(session, request, act)
    return form(meeting, forum_of(session, meeting))


def reschedule(session: Session, request: Request, values: Values) -> Answer:
    """Move a meeting to another day, time or place; its day in the series stays, and those who would come are told."""
    by_record.locked(session, request.row)
    meeting, by = acting(session, request, MeetingAct.MOVE)
    today = by.actor.today
    day = forms.day_in(values, "on", first_on=today, last_on=today + forms.LONGEST_AHEAD)
    begins_at, place, words = (
        forms.time_in(values, day, by.actor.terms, today),
        values.line("place"),
        values.line("words"),
    )
    if (day, begins_at, place) == (meeting.meets_on, meeting.begins_at, meeting.place):
        raise FormRefused({"on": "That is when and where it is now. Please change the day, the time or the place."})
    ends = agreements.in_force(session, by.actor.agreement).ends_on
    if ends is not None and day > ends:
        raise FormRefused({"on": f"The agreement ends on {in_words(ends)}. Please choose a day up to then."})
    was = meeting.meets_on
    if day != was:
        meeting.day_chosen = True
    shift(session, meeting, day)
    meeting.begins_at, meeting.place = begins_at, place
    facts = {**_place(meeting), "from": was.isoformat(), "to": day.isoformat(), "words": words}
    record(session, by, meeting, "meeting-moved", facts)
    after_move(
        session, meeting, {**by.facts, "was_on": was.isoformat(), "words": words}, by.now, but=by.actor.person.id
    )
    opening.open_due(session, by.actor.agreement, by.now, only=meeting.forum)  # its time may have come by it
    return Say("meeting_done", {**brief(session, meeting, by.now), **by.facts, "did": "moved", **_done(was, words)})


def _place(meeting: Meeting) -> dict[str, Any]:
    return {
        "nominal_on": meeting.nominal_on.isoformat() if meeting.nominal_on else None,
        "begins_at": f"{meeting.begins_at:%H:%M}" if meeting.begins_at else None,
        "place": meeting.place,
    }


def _done(was: date | None, words: str) -> dict[str, Any]:
    return {"was_on": was.isoformat() if was else None, "words": words, "notice": None}


def shift(session: Session, meeting: Meeting, day: date) -> None:
    """Give a meeting another day; it is called by it."""
    meeting.meets_on, meeting.title = day, opening.title_of(forum_of(session, meeting), day)
    session.flush()  # what is shown of it is read anew


def after_move(session: Session, meeting: Meeting, facts: Mapping[str, Any], now: datetime, *, but: int | None) -> None:
    """Have the dates of a moved meeting follow it, and tell those who would come.

    Who has its notice gets another, with a receipt: it counts from now. The others are told once, where it is opened.
    """
    told = {**facts, "did": "moved"}
    if meeting.state is MeetingState.CALLED:
        meeting.called_at = now
    opening.keep_dates(session, meeting, now, why=f"The meeting was moved to {in_words(meeting.meets_on)}.")
    if meeting.state is MeetingState.CALLED:
        asked = asked_facts(session, meeting, forum_of(session, meeting).notice, now, done_at=now)
        messages.notify(session, meeting, "meeting_changed", {**told, "notice": asked}, kind="moved", now=now)
    once = f"moved:{now.isoformat()}"
    messages.thread(session, meeting, told, once=once, now=now)
    _tell_planned(session, meeting, told, once=once, now=now, but=but)
    by_record.moved(session, meeting, now)
    redraws.note(session, meeting, now)


def _tell_planned(
    session: Session, meeting: Meeting, told: Mapping[str, Any], *, once: str, now: datetime, but: int | None
) -> None:
    if meeting.called_at is None and meeting.opened_at is not None:
        reached = contacts_of(session, meeting, meeting.meets_on)
        shown = {**told, "notice": None, "agenda": []}
        messages.tell(session, meeting, "meeting_changed", shown, reached, once=once, now=now, but=but)


def call_off(session: Session, request: Request, values: Values) -> Answer:
    """Call a meeting off, with the reason; those who would come are told, and nobody owes anything for it any more."""
    by_record.locked(session, request.row)
    meeting, by = acting(session, request, MeetingAct.CANCEL)
    words = values.line("words")
    called = meeting.state is MeetingState.CALLED
    move(session, meeting, MeetingState.CANCELLED, by.now, words=words)
    opening.keep_dates(session, meeting, by.now, why="The meeting was called off.")
    facts = {**_place(meeting), "on": meeting.meets_on.isoformat(), "words": words}
    record(session, by, meeting, "meeting-cancelled", facts)
    told = {**by.facts, "did": "cancelled", **_done(None, words)}
    messages.retire_notices(session, meeting, by.now)
    if called:
        more = {**told, "notice": None, "agenda": []}
        messages.notify(session, meeting, "meeting_changed", more, kind="cancelled", now=by.now)
    _tell_planned(session, meeting, told, once="cancelled", now=by.now, but=by.actor.person.id)
    by_record.called_off(session, meeting, by.now)
    messages.thread(session, meeting, told, once="cancelled", now=by.now)
    redraws.note(session, meeting, by.now)
    return Say("meeting_done", {**brief(session, meeting, by.now), **told})


def say_public(session: Session, request: Request, values: Values) -> Answer:
    """Say whether a meeting is in public."""
    meeting, by = acting(session, request, MeetingAct.PUBLIC)
    public, words = forms.PUBLIC[values.line("public")], values.line("words")
    meeting.public = public
    session.flush()  # what is shown of it is read anew
    record(session, by, meeting, "meeting-public" if public else "meeting-private", {"words": words})
    told = {**by.facts, "did": "public" if public else "private", **_done(None, words)}
    messages.thread(session, meeting, told, once=f"public:{by.now.isoformat()}", now=by.now)
    redraws.note(session, meeting, by.now)
    return Say("meeting_done", {**brief(session, meeting, by.now), **told})


def of_series(session: Session, meeting: Meeting) -> bool:
    """Return whether a meeting's day follows its series: it is in it, and nobody has chosen another day."""
    if meeting.day_chosen or meeting.nominal_on is None:
        return False
    set_ = meetings.plan_of(session, meeting.agreement_id, meeting.forum)
    return in_series(forum_of(session, meeting), meetings.bare_plan(set_), meeting.nominal_on)


def by_itself(why: str, now: datetime, timezone: str) -> dict[str, Any]:
    """Return what the templates say of a change that nobody made: a calendar did, for this reason."""
    return {
        "by": "Accord",
        "for": None,
        "at": now.isoformat(),
        "behalf": False,
        "evidence": None,
        "timezone": timezone,
        "words": why,
    }
