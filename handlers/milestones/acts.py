"""What people do to a milestone: report, change its date, say that its condition came true, its owner, drop it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.acting import Acting, record
from handlers.forms import Form, FormRefused, Values
from handlers.matters import pressed
from handlers.milestones import clock, forms, messages
from handlers.milestones.access import KIND, require
from handlers.milestones.adding import PRESSED
from handlers.milestones.facts import CLOCK, facts_of, owner_name, standing_of, terms_of, when_words
from handlers.requests import Answer, Button, Request, Say
from rules import milestones
from rules.errors import Refusal
from rules.milestones import CameTrue, Dropped, Event, MilestoneAct, MilestoneState, Moved, Progress, Reported
from storage import agreements
from storage.milestones import Milestone


def draw(name: str, session: Session, request: Request) -> Form:
    """Return the form of an act on a milestone, if whoever asks may do it and it can be done as things stand."""
    milestone, actor = pressed(session, request, KIND, lock=True)
    require(session, actor, milestone, PRESSED[name])
    milestones.check(PRESSED[name], standing_of(milestone))
    match PRESSED[name]:
        case MilestoneAct.REPORT:
            return forms.report_form(milestone, actor, request.filled)
        case MilestoneAct.MOVE:
            return forms.move_form(milestone)
        case MilestoneAct.CONDITION:
            return forms.condition_form(milestone, actor)
        case MilestoneAct.OWNER:
            return forms.owner_form(milestone, actor.terms)
        case MilestoneAct.DROP:
            return forms.drop_form(milestone)


def submit(name: str, session: Session, request: Request, values: Values) -> Answer:
    """Do an act on a milestone: its row, its date, its entry in the register and its messages are one."""
    milestone, actor = pressed(session, request, KIND, lock=True)
    by = Acting(actor, require(session, actor, milestone, PRESSED[name]), request)
    did, facts, given = DONE[PRESSED[name]](session, milestone, by, values)
    act, more = ACTS[did], {"words": values.line("words"), **facts}
    entry = record(session, by, milestone, act, more)
    told = {**by.facts, "was": None, **more, "did": did}
    told["next_reminder_on"] = deadlines.next_reminder_of(session, milestone, CLOCK)
    once = f"{messages.about(milestone)}:{entry.number}"
    if did in NEWS:
        messages.news(session, milestone, told, once=once, now=request.now)
    messages.settle(session, milestone, told, request.now, given=given)
    reached = None
    if given:
        reached = messages.give(session, milestone, told, once=once, actor_id=actor.person.id, now=request.now)
    shown = {**facts_of(session, milestone, request.now), **told, "told": reached}
    return Say("milestone_done", shown, (Button("milestone_show", milestone.id),))


ACTS: Mapping[str, str] = {
    Progress.ON_TRACK.value: "milestone-reported",
    Progress.AT_RISK.value: "milestone-reported",
    Progress.NOT_MET.value: "milestone-reported",
    Progress.MET.value: "milestone-met",
    "moved": "milestone-moved",
    "condition": "milestone-condition",
    "owner": "milestone-changed",
    "dropped": "milestone-dropped",
}
NEWS = frozenset({Progress.MET.value, Progress.NOT_MET.value, "moved", "condition", "dropped"})
"""What the channel hears of. How it stands, and who sees to it, is for those who look."""

_Done = tuple[str, dict[str, Any], bool]  # what was done, its facts, whether its owner is told


def _report(session: Session, milestone: Milestone, by: Acting, values: Values) -> _Done:
    said = Progress(values.line("said"))
    met_on = (values.day("met_on") or by.actor.today) if said is Progress.MET else None
    event = Reported(said, by.actor.today, met_on)
    _happen(session, milestone, event, by, "met_on" if said is Progress.MET else "said")
    milestone.said_words, milestone.said_evidence = values.line("words"), values.line("evidence") or None
    milestone.said_by = by.actor.person.id
    session.flush()  # the register reads the agreement anew
    on = {"on": event.met_on.isoformat()} if event.met_on else {}
    return said.value, {"kind": said.value, "evidence": values.line("evidence") or None, **on}, False


def _move(session: Session, milestone: Milestone, by: Acting, values: Values) -> _Done:
    day, precision, last = forms.dated(values, by.actor.today)
    if day is None or last is None:
        raise FormRefused({"on": "Please choose a date."})
    if (precision, last) == (milestone.precision, milestone.due_on) and milestone.state is MilestoneState.OPEN:
        raise FormRefused({"on": "That is its date already. Please choose another, or close the form."})
    was, from_on = when_words(milestone.day, milestone.precision), milestone.due_on
    milestone.day, milestone.precision = day, precision
    _happen(session, milestone, Moved(last, by.actor.today), by, "on", why=values.line("words"))
    return "moved", {"was": was, **_dated(milestone), "from": from_on.isoformat() if from_on else None}, True


def _condition(session: Session, milestone: Milestone, by: Acting, values: Values) -> _Done:
    day, precision, last = forms.dated(values, by.actor.today)
    came = values.day("came_true_on")
    if came is None:
        raise FormRefused({"came_true_on": "Please choose the day it came true."})
    was = when_words(milestone.day, milestone.precision)
    if day is not None:
        milestone.day, milestone.precision = day, precision
    event = CameTrue(came, last, by.actor.today)
    _happen(session, milestone, event, by, "came_true_on", why=values.line("words"))
    return "condition", {"was": was, **_dated(milestone), "on": came.isoformat()}, True


def _owner(session: Session, milestone: Milestone, by: Acting, values: Values) -> _Done:
    terms, chosen = by.actor.terms, values.line("owner")
    was = owner_name(terms_of(session, milestone), milestone.owner)
    milestone.owner = None if chosen == forms.EVERYBODY else chosen
    milestone.terms_id = agreements.latest_version(session, milestone.agreement_id).id
    session.flush()  # the register reads the agreement anew
    return "owner", {"kind": "owner", "was": was, "now": owner_name(terms, milestone.owner)}, True


def _drop(session: Session, milestone: Milestone, by: Acting, values: Values) -> _Done:
    milestone.closing_words = values.line("words")
    _happen(session, milestone, Dropped(by.actor.today), by, "words")
    return "dropped", {}, False


DONE: Mapping[MilestoneAct, Callable[[Session, Milestone, Acting, Values], _Done]] = {
    MilestoneAct.REPORT: _report,
    MilestoneAct.MOVE: _move,
    MilestoneAct.CONDITION: _condition,
    MilestoneAct.OWNER: _owner,
    MilestoneAct.DROP: _drop,
}


def _happen(session: Session, milestone: Milestone, event: Event, by: Acting, field: str, *, why: str = "") -> None:
    """Let it happen; what the rules refuse is refused against a field, so that nothing typed is lost."""
    try:
        clock.happen(session, milestone, event, by.now, why=why)
    except Refusal as refused:
        raise FormRefused({field: str(refused)}) from None


def _dated(milestone: Milestone) -> dict[str, Any]:
    """Return by when it is due now, in words and as a day."""
    return {
        "now": when_words(milestone.day, milestone.precision),
        "due_on": milestone.due_on.isoformat() if milestone.due_on else None,
        "precision": milestone.precision,
    }
