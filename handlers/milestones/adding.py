"""Milestones: added by partners, looked at, listed."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from handlers import actors
from handlers.acting import Acting, record
from handlers.actors import Actor
from handlers.forms import Form, FormRefused, Values
from handlers.history import history
from handlers.milestones import clock, forms, messages
from handlers.milestones.access import may
from handlers.milestones.facts import facts_of, in_short, live_deadlines, standing_of
from handlers.requests import Answer, Button, Request, Say
from rules.milestones import ASKED_EVERY, MilestoneAct, MilestoneState, open_to
from storage import agreements, milestones, rows
from storage.agreements import Agreement
from storage.milestones import Milestone

LONGEST_LIST = 25
PARTS = {**dict.fromkeys(("overdue", "dated", "undated", "past"), LONGEST_LIST), "closed": 10}
"""How many of each part of the list are shown."""
PRESSED: Mapping[str, MilestoneAct] = {
    "milestone_report": MilestoneAct.REPORT,
    "milestone_condition": MilestoneAct.CONDITION,
    "milestone_move": MilestoneAct.MOVE,
    "milestone_owner": MilestoneAct.OWNER,
    "milestone_drop": MilestoneAct.DROP,
}


# --- Adding -------------------------------------------------------------------------------------------------------


def add_form(session: Session, request: Request) -> Form:
    """Return the form of a new milestone: for a partner's lead or deputy, and for the secretary."""
    return forms.add_form(_adding(session, request))


def _adding(session: Session, request: Request) -> Actor:
    actor = actors.actor_in(session, actors.agreement_pressed(session, request), request)
    actors.partners_led(session, actor, "A milestone is added")
    return actor


def add(session: Session, request: Request, values: Values) -> Answer:
    """Add a milestone (One Halton 9.1, 9.2): its owner is told, the channel hears of it, and it is on record."""
    actor = _adding(session, request)
    day, precision, last = forms.dated(values, actor.today)
    condition = values.line("condition") or None
    if day is None and condition is None:
        raise FormRefused({"on": "Please give a date, or else a condition."})
    owner = values.line("owner")
    milestone = rows.begin(
        session,
        actor.agreement,
        Milestone,
        terms_id=agreements.latest_version(session, actor.agreement.id).id,
        title=values.line("title"),
        particulars=values.line("particulars"),
        owner=None if owner == forms.EVERYBODY else owner,
        day=day,
        precision=precision,
        due_on=last,
        condition=condition,
        past=False,
        ask_on=None if last else actor.today + ASKED_EVERY,
        state=MilestoneState.OPEN,
        added_by=actor.person.id,
        added_at=request.now,
    )
    clock.keep(session, milestone, request.now)
    for_ = next(iter(actors.partners_led(session, actor, "A milestone is added")), None)
    by = Acting(actor, for_, request)
    told = {
        "title": milestone.title,
        "owner": milestone.owner,
        "due_on": last.isoformat() if last else None,
        "precision": precision if last else None,
        "condition": condition,
    }
    record(session, by, milestone, "milestone-added", told)
    facts = {**by.facts, "did": "added", "words": milestone.particulars, "was": None}
    once = f"{messages.about(milestone)}:added"
    messages.news(session, milestone, facts, once=once, now=request.now)
    reached = messages.give(session, milestone, facts, once=once, actor_id=actor.person.id, now=request.now)
    messages.settle(session, milestone, facts, request.now, given=False)
    shown = {**facts_of(session, milestone, request.now), **facts, "told": reached}
    return Say("milestone_done", shown, (Button("milestone_show", milestone.id),))


# --- Looking ------------------------------------------------------------------------------------------------------


def detail(session: Session, request: Request, milestone: Milestone, actor: Actor) -> Answer:
    """Return a milestone as somebody may see it, with what they can do to it."""
    facts = {**facts_of(session, milestone, request.now), "history": history(session, milestone)}
    return Say("milestone_detail", facts, offered(session, milestone, actor))


def offered(session: Session, milestone: Milestone, actor: Actor) -> tuple[Button, ...]:
    """Return the presses that are open to this person on this milestone, as it stands."""
    standing = standing_of(milestone)
    return tuple(
        Button(name, milestone.id)
        for name, act in PRESSED.items()
        if open_to(act, standing) and may(session, actor, milestone, act)[0]
    )


def list_milestones(session: Session, request: Request, agreement: Agreement) -> Answer:
    """List an agreement's milestones: overdue, past ones to settle, to come by date, on a condition, closed."""
    actor = actors.actor_in(session, agreement, request)
    parts = milestones.listed(session, agreement.id, actor.today, most=PARTS)
    there_are = milestones.how_many(session, agreement.id, actor.today)
    due = live_deadlines(session, [one for rows in parts.values() for one in rows])
    shown = {
        part: [in_short(session, one, request.now, due.get(one.id)) for one in rows] for part, rows in parts.items()
    }
    living = [one for part in ("overdue", "past", "dated", "undated") for one in parts[part]]
    may_add = actor.is_secretary or bool(actor.partners(*actors.ACTING))
    adding = (Button("milestone_add", agreement.id),) if may_add else ()
    return Say(
        "milestone_list",
        {
            "agreement": actor.terms.short_title,
            **shown,
            "open": sum(count for part, count in there_are.items() if part != "closed"),
            "more": sum(there_are.values()) - sum(len(rows) for rows in parts.values()),
        },
        (*adding, *(Button("milestone_show", one.id, label=one.reference) for one in living[:5])),
    )
