"""What people do to a tracker: propose a change, record what the managing forum says, take a change back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors
from handlers.acting import Acting
from handlers.actors import Actor
from handlers.forms import Form, FormRefused, Values
from handlers.matters import pressed
from handlers.requests import Answer, Button, Request, Say
from handlers.trackers import changes as tracker_changes, messages
from handlers.trackers.changes import By
from handlers.trackers.facts import forum_of, terms_of
from handlers.trackers.forms import change_fields, decide_form, pick_fields, wanted_of, withdraw_form
from handlers.trackers.looking import KIND, seen_row
from rules.days import in_words
from rules.errors import Refusal
from rules.trackers import ChangeState, check_waiting, who_decides, who_withdraws
from storage import trackers
from storage.trackers import Change, Criterion, Tracker

PROPOSES = ("tracker_propose", "criterion_propose")


def _by(actor: Actor, partner: str | None, request: Request) -> By:
    return By(actor.person.name, request.now, Acting(actor, partner, request))


# --- Propose ------------------------------------------------------------------------------------------------------


def propose_form(name: str, session: Session, request: Request) -> Form:
    """Return the form that proposes a change; of a tracker it asks first which row it is about."""
    tracker, row, actor = _about(name, session, request)
    partners = _proposing(session, actor, tracker)
    terms, rule, _ = terms_of(session, tracker)
    first: tuple[Any, ...] = ()
    if row is None:
        first, chosen = pick_fields(tracker, request.filled)
    else:
        chosen = row
        tracker_changes.check_free(session, row)
    asked = change_fields(terms, rule, chosen, partners) if chosen is not None else ()
    heading = f"{row.reference}: {row.title}" if row else f"{tracker.reference}: {rule.name}"
    forum = forum_of(terms, rule)
    clause = f" ({rule.clause})" if rule.clause else ""
    holds = f"It is changed once the {forum} has confirmed it{clause}." if forum else "It is changed at once."
    about = row.id if row else tracker.id
    return Form(name, "Propose a change", "Propose it", (*first, *asked), row=about, intro=f"{heading}\n\n{holds}")


def _about(
    name: str, session: Session, request: Request, *, lock: bool = False
) -> tuple[Tracker, Criterion | None, Actor]:
    if name == "criterion_propose":
        row, actor = seen_row(session, request, lock=lock)
        return row.tracker, row, actor
    tracker, actor = pressed(session, request, KIND, lock=lock)
    return tracker, None, actor


def _proposing(session: Session, actor: Actor, tracker: Tracker) -> tuple[str, ...]:
    """Return the partners this person proposes for; none for the secretary. Raises Refusal for anybody else."""
    partners = actors.partners_led(session, actor, f"A change of {tracker.reference} is proposed")
    _, rule, there = terms_of(session, tracker)
    if not there:
        raise Refusal(f"The terms in force name no tracker {rule.name} any more, so nothing in it can change.")
    return partners


def propose(name: str, session: Session, request: Request, values: Values) -> Answer:
    """Propose a change of a row: it is made at once, or waits for the forum that the pack names."""
    tracker, row, actor = _about(name, session, request, lock=True)
    partners = _proposing(session, actor, tracker)
    if row is None:
        _, row = pick_fields(tracker, values.of)
    if row is None:
        raise FormRefused({"criterion": "Please choose a criterion. The rest of the form asks about it."})
    _, rule, _ = terms_of(session, tracker)
    by = _by(actor, values.line("partner") or (partners[0] if partners else None), request)
    change = tracker_changes.propose(session, row, wanted_of(rule, row, values), values.line("reason"), by)
    if change is None:
        raise FormRefused({f"status_{row.id}": f"This is what {row.reference} says already. Please change something."})
    tracker_changes.together(session, [change])
    messages.proposed(session, tracker, [change], by)
    return _done(session, tracker, [change], actor, by)


def _done(session: Session, tracker: Tracker, changes: list[Change], actor: Actor, by: By) -> Answer:
    waits = any(change.state is ChangeState.WAITING for change in changes)
    decides = ("tracker_confirm", "tracker_refuse") if waits and actor.is_secretary else ()
    facts = messages.shown(session, tracker, changes)
    told = {**facts, "did": changes[0].state.value, "by": by.name}
    return Say("tracker_done", told, tuple(Button(name, tracker.id) for name in (*decides, "tracker_show")))


# --- What the managing forum says ---------------------------------------------------------------------------------


def draw_decision(name: str, session: Session, request: Request) -> Form:
    """Return the form in which the secretary records what the managing forum says of the changes that wait."""
    tracker, _, waiting, forum = _deciding(name, session, request)
    return decide_form(name, tracker, waiting, forum)


def _deciding(name: str, session: Session, request: Request) -> tuple[Tracker, Actor, list[Change], str | None]:
    """Return a tracker, the secretary, and what waits for the forum, locked. Raises Refusal for anybody else."""
    tracker, actor = pressed(session, request, KIND, lock=True)
    terms, rule, _ = terms_of(session, tracker)
    forum = forum_of(terms, rule)
    if not actor.is_secretary:
        doing = "confirmed" if name == "tracker_confirm" else "refused"
        clause = f" ({rule.clause})" if rule.clause else ""
        able = actors.who_could(session, actor, who_decides())
        raise Refusal(
            f"You can't record that changes of {tracker.reference} are {doing}: the {forum or 'forum'} says so{clause}"
            f"; the secretary records it. {able}"
        )
    waiting = [row.waiting for row in tracker.rows if row.waiting is not None]
    if not waiting:
        raise Refusal(f"No change of {tracker.reference} waits for an answer any more.")
    return tracker, actor, waiting, forum


def decide(name: str, session: Session, request: Request, values: Values) -> Answer:
    """Record that the managing forum has confirmed changes, which makes them, or has refused them."""
    tracker, actor, waiting, _ = _deciding(name, session, request)
    met_on, words = values.day("met_on"), values.line("evidence")
    if met_on is None or met_on > actor.today:
        raise FormRefused({"met_on": f"Please choose {in_words(actor.today)} or a day before."})
    chosen = [change for change in waiting if str(change.id) in values.many("changes")]
    by = _by(actor, None, request)
    for change in chosen:
        if name == "tracker_confirm":
            tracker_changes.make(session, change, by, met_on=met_on, evidence=words)
        else:
            tracker_changes.end(session, change, by, ChangeState.REFUSED, words, met_on)
    messages.decided(session, tracker, chosen, by)
    return _done(session, tracker, chosen, actor, by)


# --- Take back ----------------------------------------------------------------------------------------------------


def draw_withdrawal(session: Session, request: Request) -> Form:
    """Return the form that takes a change back."""
    change, _ = _withdrawing(session, request)
    return withdraw_form(change)


def _withdrawing(session: Session, request: Request) -> tuple[Change, Actor]:
    change = trackers.change(session, request.row or 0)
    row = change.criterion_id if change else 0
    criterion, actor = seen_row(session, replace(request, row=row), lock=True)
    found = next(one for one in criterion.changes if one.id == request.row)
    allowed = who_withdraws(found.proposed_for)
    if not (actor.is_secretary or actor.may_act_for(allowed)):
        able = actors.who_could(session, actor, allowed)
        raise Refusal(f"You can't take back this change of {criterion.reference}. {able}")
    check_waiting(found.state, criterion.reference)
    return found, actor


def withdraw(session: Session, request: Request, values: Values) -> Answer:
    """Take a change back before the managing forum has answered."""
    change, actor = _withdrawing(session, request)
    mine = actor.may_act_for(who_withdraws(change.proposed_for))
    by, tracker = _by(actor, mine[0] if mine else None, request), change.criterion.tracker
    tracker_changes.end(session, change, by, ChangeState.WITHDRAWN, values.line("words"))
    messages.withdrawn(session, tracker, change, by)
    return _done(session, tracker, [change], actor, by)
