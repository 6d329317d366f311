"""Meetings as people look at them: each forum's, with its count and its chair, and one with all that can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor
from handlers.history import history
from handlers.meetings.agenda import standing
from handlers.meetings.facts import (
    MATTER,
    brief,
    chair_facts,
    decided_facts,
    facts_of,
    names_in,
    tally_facts,
    tally_of,
    to_come,
)
from handlers.meetings.forms import FORMS, own_forums, plan_words
from handlers.notices import missing
from handlers.requests import Answer, Button, Request, Say
from rules import meeting_life
from rules.meeting_life import MeetingAct, who_may
from rules.meetings import Plan
from rules.term import InForce
from rules.terms import Forum
from storage import agreements, meetings
from storage.agreements import Agreement
from storage.meetings import Meeting

LATER = timedelta(days=366)
NEXT = 3
LATEST = 2
MOST_FORUMS = 8
PLANNING = ("meeting_series", "meeting_one_off", "meeting_ahead")


def list_meetings(session: Session, request: Request, agreement: Agreement) -> Answer:
    """List an agreement's forums: how often each meets, who chairs it, its next meetings, and what is counted."""
    actor = actors.actor_in(session, agreement, request)
    plans, force = meetings.plans_of(session, agreement), agreements.in_force(session, agreement)
    known = meetings.rows_of(session, agreement.id)
    forums = own_forums(actor.terms)
    look = _Look(actor, request.now, force, known)
    rows = [_forum(session, look, forum, plans.get(forum.key, Plan())) for forum in forums[:MOST_FORUMS]]
    shown = [row for row in known if row.state in meeting_life.TO_COME] or known[-LATEST:]
    facts = {
        "agreement": actor.terms.short_title,
        "rows": rows,
        "more": max(0, len(forums) - MOST_FORUMS),
        "secretary": actor.is_secretary,
    }
    later = any(plan.first_on is not None for plan in plans.values())
    names = [name for name in PLANNING if later or name != "meeting_ahead"] if actor.is_secretary and forums else []
    planning = tuple(Button(name, agreement.id) for name in names)
    return Say(
        "meeting_list",
        facts,
        (*planning, *(Button("meeting_show", row.id, label=row.reference) for row in shown[:5])),
    )


@dataclass(frozen=True)
class _Look:
    """Who looks at an agreement's meetings and when, how long it is in force, and the meetings that have a row."""

    actor: Actor
    now: datetime
    force: InForce
    known: list[Meeting]


def _forum(session: Session, look: _Look, forum: Forum, plan: Plan) -> dict[str, Any]:
    actor, now, force = look.actor, look.now, look.force
    agreement, mine = actor.agreement, [row for row in look.known if row.forum == forum.key]
    found = to_come(session, agreement, forum, plan, force, now, until=actor.today + LATER)
    counted = tally_of(session, agreement, forum, plan, force, now)
    references = {(row.meets_on, row.nominal_on): row.reference for row in mine if row.state in meeting_life.TO_COME}
    references |= {(row.meets_on, None): row.reference for row in mine if row.state in meeting_life.TO_COME}
    waiting = [row for row in mine if row.state in meeting_life.TO_COME and row.meets_on < actor.today]
    held = [row for row in mine if row.state is meeting_life.MeetingState.HELD]
    return {
        "forum": forum.name,
        "clause": forum.clause,
        "cadence": plan_words(forum, plan),
        "chair": chair_facts(session, agreement.id, forum, actor.today),
        "next": [
            {
                "on": one.on.isoformat(),
                "nominal_on": one.nominal_on.isoformat() if one.nominal_on else None,
                "public": one.public,
                "provisional": one.provisional,
                "reference": references.get((one.on, one.nominal_on)),
            }
            for one in found[:NEXT]
        ],
        "unrecorded": [brief(session, row, now) for row in waiting],
        "held": [brief(session, row, now) for row in held[-LATEST:]],
        "tally": tally_facts(counted) if counted else None,
    }


# --- One meeting --------------------------------------------------------------------------------------------------


def detail(session: Session, request: Request, meeting: Meeting, actor: Actor) -> Answer:
    """Return a meeting as somebody may see it, with what they can do to it."""
    facts = {
        **facts_of(session, meeting, request.now, actor.holdings),
        "history": history(session, meeting, names=names_in(session, meeting)),
        "untold": _untold(session, meeting),
        "decided": [] if meeting.state in meeting_life.TO_COME else decided_facts(session, meeting),
    }
    return Say("meeting_detail", facts, offered(session, meeting, actor))


def _untold(session: Session, meeting: Meeting) -> list[str]:
    names = names_in(session, meeting)
    return [names.get(key, key) for key in missing(session, MATTER, meeting.id)]


def offered(session: Session, meeting: Meeting, actor: Actor) -> tuple[Button, ...]:
    """Return the presses that are open to this person on this meeting, as it stands."""
    names = [
        name
        for name, act in FORMS.items()
        if meeting_life.open_to(act, meeting.state, meeting.meets_on, actor.today) and _may(actor, act)
    ]
    if not standing(meeting) and "meeting_item_drop" in names:
        names.remove("meeting_item_drop")
    if meeting.papers_at is not None and "meeting_papers" in names:
        names.remove("meeting_papers")
    if actor.is_secretary and meeting_life.open_to(MeetingAct.ACTION, meeting.state, meeting.meets_on, actor.today):
        names.append("meeting_action")
    if actor.is_secretary and missing(session, MATTER, meeting.id):
        names.append("meeting_told")
    interest = (Button("declare_conflict", meeting.agreement_id),) if meeting.state in meeting_life.TO_COME else ()
    return (*(Button(name, meeting.id) for name in names), *interest)


def _may(actor: Actor, act: MeetingAct) -> bool:
    allowed = who_may(act, (partner.key for partner in actor.terms.partners))
    return actor.is_secretary or bool(actor.may_act_for(allowed))
