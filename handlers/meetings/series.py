"""Plan a forum's meetings: its series, a meeting beside it, and a later one taken up before its time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers.acting import Acting, record
from handlers.actors import Actor
from handlers.decisions import by_record
from handlers.forms import Choice, Form, FormRefused, Values
from handlers.meetings import forms, messages, opening
from handlers.meetings.access import move, planning
from handlers.meetings.facts import came_twice, to_come
from handlers.meetings.looking import detail
from handlers.requests import Answer, Button, Request, Say
from rules.days import in_words
from rules.errors import Refusal
from rules.meeting_life import MeetingState
from rules.meetings import in_series
from rules.terms import Forum
from storage import agreements, meetings, redraws
from storage.agreements import Agreement
from storage.meetings import Meeting, MeetingPlan

SHOWN = 6
LATER = timedelta(days=366)
MOST = 60


def draw(name: str, session: Session, request: Request) -> Form:
    """Return the form that plans meetings: a series, one beside it, or one of a series before its time."""
    actor = planning(session, request)
    if name == "meeting_ahead":
        choices = _later(session, actor, request.now)
        if not choices:
            raise Refusal("No later meeting of a series is planned. Set a forum's series first.")
        return forms.ahead_form(actor, choices)
    forum = forms.chosen_forum(actor, request.filled)
    set_ = meetings.plan_of(session, actor.agreement.id, forum.key)
    form = forms.series_form if name == "meeting_series" else forms.one_off_form
    return form(actor, forum, set_)


# --- The series ---------------------------------------------------------------------------------------------------


def set_series(session: Session, request: Request, values: Values) -> Answer:
    """Set a forum's series, or set it anew; say back which days that makes.

    Meetings that were planned by the one before, and whose day nobody chose, are called off where the new one has no
    such day. Those that were called, or moved by hand, stay.
    """
    actor = planning(session, request)
    forum = forms.chosen_forum(actor, values.of)
    first_on = forms.day_in(
        values,
        "first_on",
        first_on=actor.today - forms.LONGEST_AGO,
        last_on=actor.today + forms.LONGEST_AHEAD,
    )
    begins_at = forms.time_in(values, first_on, actor.terms, actor.today)
    set_ = meetings.plan_of(session, actor.agreement.id, forum.key)
    before = _facts(set_) if set_ else None
    usual = (set_.begins_at, set_.place) if set_ else (None, "")
    set_ = set_ or MeetingPlan(agreement_id=actor.agreement.id, forum=forum.key)
    set_.first_on, set_.same_weekday = first_on, values.line("same") == "weekday"
    set_.every = values.line("every") or None
    set_.begins_at, set_.place, set_.words = begins_at, values.line("place"), values.line("words")
    set_.set_by, set_.set_at = actor.person.id, request.now
    session.add(set_)
    session.flush()  # the meetings are worked out of it
    by = Acting(actor, None, request)
    record(session, by, None, "meetings-planned", {"forum": forum.key, **_facts(set_), "before": before})
    gone = _fit(session, by, forum, set_, usual)
    opening.open_due(session, actor.agreement, request.now, only=forum.key)
    return Say("meeting_series", _said(session, actor, forum, request.now, gone), _buttons(actor.agreement))


def _facts(set_: MeetingPlan) -> dict[str, Any]:
    return {
        "first_on": set_.first_on.isoformat(),
        "same_weekday": set_.same_weekday,
        "every": set_.every,
        "begins_at": f"{set_.begins_at:%H:%M}" if set_.begins_at else None,
        "place": set_.place,
        "words": set_.words,
    }


def _fit(session: Session, by: Acting, forum: Forum, set_: MeetingPlan, usual: tuple[Any, str]) -> list[str]:
    """Have the rows of a series follow it as it is set now; return the references of those it has no day for."""
    plan, gone = meetings.bare_plan(set_), []
    for meeting in meetings.rows_of(session, by.actor.agreement.id, states=(MeetingState.PLANNED,), free=True):
        if meeting.forum != forum.key or meeting.nominal_on is None or meeting.meets_on < by.actor.today:
            continue
        if in_series(forum, plan, meeting.nominal_on):
            if (meeting.begins_at, meeting.place) == usual:
                meeting.begins_at, meeting.place = set_.begins_at, set_.place
                session.flush()  # what is shown of it is read anew
                redraws.note(session, meeting, by.now)
        elif not meeting.day_chosen:
            _drop(session, by, meeting)
            gone.append(meeting.reference)
    return gone


def _drop(session: Session, by: Acting, meeting: Meeting) -> None:
    move(session, meeting, MeetingState.CANCELLED, by.now, words="")
    opening.keep_dates(session, meeting, by.now, why="The series was set anew.")
    facts = {"on": meeting.meets_on.isoformat(), "series": True}
    record(session, by, meeting, "meeting-cancelled", facts)
    by_record.called_off(session, meeting, by.now)
    told = {**by.facts, "did": "series", "words": "", "was_on": None, "notice": None}
    messages.thread(session, meeting, told, once="cancelled", now=by.now)
    redraws.note(session, meeting, by.now)


def _said(session: Session, actor: Actor, forum: Forum, now: datetime, gone: list[str]) -> dict[str, Any]:
    plan = meetings.plans_of(session, actor.agreement)[forum.key]
    force = agreements.in_force(session, actor.agreement)
    found = to_come(session, actor.agreement, forum, plan, force, now, until=actor.today + 2 * LATER)
    set_ = meetings.plan_of(session, actor.agreement.id, forum.key)
    return {
        "agreement": actor.terms.short_title,
        "forum": forum.name,
        "cadence": forms.plan_words(forum, plan),
        "begins_at": f"{set_.begins_at:%H:%M}" if set_ and set_.begins_at else None,
        "place": set_.place if set_ else "",
        "next": [
            {
                "on": one.on.isoformat(),
                "nominal_on": one.nominal_on.isoformat() if one.nominal_on else None,
                "provisional": one.provisional,
                "notice_by": one.notice_by.isoformat() if one.notice_by else None,
                "papers_by": one.papers_by.isoformat() if one.papers_by else None,
            }
            for one in found[:SHOWN]
        ],
        "gone": gone,
        "came_twice": [
            said
            for one in found[:SHOWN]
            if (said := came_twice(actor.terms, one.on, set_.begins_at if set_ else None, actor.today))
        ],
    }


def _buttons(agreement: Agreement) -> tuple[Button, ...]:
    return (Button("meetings", agreement.id),)


# --- One meeting --------------------------------------------------------------------------------------------------


def plan_one(session: Session, request: Request, values: Values) -> Answer:
    """Plan a meeting beside a forum's series; it is opened at once where its time has come."""
    actor = planning(session, request)
    forum = forms.chosen_forum(actor, values.of)
    on = forms.day_in(values, "on", first_on=actor.today, last_on=actor.today + forms.LONGEST_AHEAD)
    _check_in_force(session, actor, on)
    meeting = opening.row_of(
        session,
        actor.agreement,
        forum,
        on=on,
        nominal_on=None,
        now=request.now,
        begins_at=forms.time_in(values, on, actor.terms, actor.today),
        place=values.line("place"),
        public=forms.PUBLIC.get(values.line("public")),
        chosen=True,
    )
    facts = {"forum": forum.key, "on": on.isoformat(), "words": values.line("words"), "one_off": True}
    record(session, Acting(actor, None, request), meeting, "meeting-planned", facts)
    opening.open_due(session, actor.agreement, request.now, only=forum.key)
    return detail(session, request, meeting, actor)


def _check_in_force(session: Session, actor: Actor, on: date) -> None:
    force = agreements.in_force(session, actor.agreement)
    if force.over_by(on):
        ends = in_words(force.ends_on) if force.ends_on else "before that day"
        raise FormRefused({"on": f"The agreement ends on {ends}. Please choose a day up to then."})


def take_up(session: Session, request: Request, values: Values) -> Answer:
    """Take up a meeting of a series before its time, so that it can be moved, called off or called; show it."""
    actor = planning(session, request)
    key, _, day = values.line("which").partition(":")
    forum = next(one for one in forms.own_forums(actor.terms) if one.key == key)
    nominal = date.fromisoformat(day)
    plan = meetings.plans_of(session, actor.agreement)[key]
    force = agreements.in_force(session, actor.agreement)
    until = actor.today + LATER
    found = to_come(session, actor.agreement, forum, plan, force, request.now, until=until)
    one = next(one for one in found if one.nominal_on == nominal)
    meeting = opening.row_of(session, actor.agreement, forum, on=one.on, nominal_on=nominal, now=request.now)
    facts = {"forum": key, "on": one.on.isoformat(), "nominal_on": nominal.isoformat(), "one_off": False}
    record(session, Acting(actor, None, request), meeting, "meeting-planned", facts)
    return detail(session, request, meeting, actor)


def _later(session: Session, actor: Actor, now: datetime) -> tuple[Choice, ...]:
    """Return the meetings of the next twelve months that have no row yet, the soonest first."""
    plans = meetings.plans_of(session, actor.agreement)
    force = agreements.in_force(session, actor.agreement)
    known = {(row.forum, row.nominal_on) for row in meetings.rows_of(session, actor.agreement.id)}
    found = [
        (one, forum)
        for forum in forms.own_forums(actor.terms)
        if forum.key in plans
        for one in to_come(session, actor.agreement, forum, plans[forum.key], force, now, until=actor.today + LATER)
        if one.nominal_on is not None and (forum.key, one.nominal_on) not in known
    ]
    found.sort(key=lambda pair: pair[0].on)
    return tuple(
        Choice(
            f"{forum.key}:{one.nominal_on.isoformat() if one.nominal_on else ''}", f"{in_words(one.on)}: {forum.name}"
        )
        for one, forum in found[:MOST]
    )
