"""Declare a conflict of interest, look at what was declared, and say that it is over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import actors, notices
from handlers.acting import Acting, record
from handlers.actors import Actor, name_of
from handlers.conflicts import consent, consent_time, effect, forms, messages
from handlers.conflicts.access import acting, locked
from handlers.conflicts.facts import MATTER, facts_of, interest_of, is_told, known_to, matter_of, places_of, settled
from handlers.decisions import access as decision_access
from handlers.decisions.forms import chosen_agreement
from handlers.forms import Form, FormRefused, Values
from handlers.history import history
from handlers.issues import access as issue_access
from handlers.issues.facts import MATTER as ISSUE
from handlers.matters import Kind, pressed
from handlers.requests import Answer, Ask, Button, Request, Say
from rules.conflicts import Category, touches
from rules.days import in_words
from rules.errors import Refusal
from rules.local_times import LocalTime, local_time, written
from rules.phrases import listed
from storage import agreements, rows
from storage.conflicts import Conflict
from storage.decisions import Decision
from storage.issues import Issue


def start(session: Session, request: Request) -> Answer:
    """Open the form; a channel that runs an agreement settles which one it is about."""
    return Ask(forms.declare_form(session, actors.in_channel(session, request)))


def start_on(kind: str, session: Session, request: Request) -> Answer:
    """Open the form with the matter chosen whose button was pressed."""
    on: Kind[Any] = issue_access.KIND if kind == ISSUE else decision_access.KIND
    matter, _ = pressed(session, request, on)
    if isinstance(matter, Decision):
        decision_access.check_in_time(session, matter, request.now, "A declaration about this vote")
    if matter.state.final:
        raise Refusal(f"{matter.reference} is closed, so nothing is decided in it any more.")
    asked = replace(request, row=matter.agreement_id)
    form = forms.declare_form(session, asked)
    return Ask(form.filled({"matters": (f"{kind}:{matter.id}",)}))


def declare(session: Session, request: Request, values: Values) -> Answer:
    """Declare a conflict: in one transaction it is on the register, disclosed, and bites in each matter it touches.

    Where the agreement asks for the consent of the other partners, each of them is asked for each of the matters.
    """
    agreement, _ = chosen_agreement(session, request, values.of)
    actor = actors.actor_in(session, agreement, request)
    whose = forms.declaring_partners(session, actor)
    partner = values.line("partner") or whose[0]
    aware = _aware_at(actor, values, request.now)
    reach = values.many("reach")
    chosen = {*values.many("matters"), *_reached(session, actor, partner, reach)}
    matters = [_matter(session, request, one) for one in sorted(chosen, key=_order)]
    _check_told(actor, partner, matters)
    conflict = rows.begin(
        session,
        agreement,
        Conflict,
        terms_id=agreements.latest_version(session, agreement.id).id,
        title=values.line("title"),
        partner=partner,
        declared_as=values.line("declared_as") or None,
        person=values.line("person") or None,
        category=Category(values.line("category")),
        apparent=values.line("nature") == "apparent",
        may_arise=values.line("time") == "may-arise",
        particulars=values.line("particulars"),
        proposed=values.line("proposed"),
        reach=list(reach),
        aware_at=aware.at,
        starts_on=values.day("starts_on"),
        withheld=values.line("withheld") or None,
        declared_by=actor.person.id,
        declared_at=request.now,
        evidence=values.line("evidence") or None,
    )
    session.flush()  # the matters name it
    for matter in matters:
        effect.touch(session, conflict, matter)
    by = Acting(actor, partner, request, conflict.evidence)
    record(session, by, conflict, "conflict-declared", _declared(conflict))
    for touched in conflict.touched:
        private = matter_of(session, touched).private
        record(session, by, conflict, "conflict-touches", {"matter": touched.reference}, private=private)
    effect.mark_votes(session, conflict, request.now)
    for matter in matters:
        effect.apply(session, matter, request.now)
    messages.disclose(session, agreement, actor.terms, conflict, request.now)
    consent_time.start(session, conflict, request.now)
    for touched in conflict.touched:
        messages.ask(session, actor.terms, touched, request.now)
    show = (Button("conflict_show", conflict.id),)
    facts = {**facts_of(session, conflict, actor.holdings), "came_twice": aware.said}
    return Say("conflict_declared", facts, show)


def _aware_at(actor: Actor, values: Values, now: datetime) -> LocalTime:
    """Return when it was known, as the form says. Raises FormRefused for what is no time, never came or is to come."""
    day, typed = values.day("aware_on") or actor.today, values.line("aware_time")
    found = written(typed)
    if typed and found is None:
        raise FormRefused({"aware_time": "Please write a time such as 14:30, or leave it empty."})
    if found is None and day == actor.today:
        return LocalTime(now)
    at, name = found or (time(12), "")
    zone = ZoneInfo(actor.terms.timezone)
    try:
        aware = local_time(day, at, zone, today=actor.today, name=name)
    except Refusal as refused:
        raise FormRefused({"aware_time": str(refused)}) from None
    if aware.refused:
        raise FormRefused({"aware_time": aware.refused})
    if aware.at > now:
        raise FormRefused({"aware_on": f"Please choose a moment that is past. It is {in_words(actor.today)} today."})
    return aware


def _order(chosen: str) -> tuple[bool, int]:
    """Return the order in which chosen matters are locked: issues before decisions, as everybody does."""
    kind, _, row = chosen.partition(":")
    return kind != ISSUE, int(row)


def _matter(session: Session, request: Request, chosen: str) -> Issue | Decision:
    """Return a chosen matter, locked."""
    kind, _, row = chosen.partition(":")
    if kind == ISSUE:
        issue, _, _ = issue_access.locked(session, request, int(row))
        return issue
    decision, _ = decision_access.locked(session, replace(request, row=int(row)))
    return decision


def _check_told(actor: Actor, partner: str, matters: list[Issue | Decision]) -> None:
    """Raise FormRefused where a matter is private and the partner knows nothing of it: what follows would tell it."""
    hidden = [matter.reference for matter in matters if matter.private and not is_told(partner, matter)]
    if hidden:
        raise FormRefused(
            {
                "matters": f"{listed(hidden)} {'is' if len(hidden) == 1 else 'are'} private, and "
                f"{name_of(actor.terms, partner)} does not know of {'it' if len(hidden) == 1 else 'them'}: please "
                f"leave {'it' if len(hidden) == 1 else 'them'} out."
            }
        )


def _reached(session: Session, actor: Actor, partner: str, reach: tuple[str, ...]) -> list[str]:
    """Return the open matters that lie in these forums and programmes, of which the partner knows."""
    return [
        f"{kind}:{matter.id}"
        for kind, matter in forms.open_matters(session, actor)
        if touches(reach, places_of(session, matter)) and is_told(partner, matter)
    ]


def _declared(conflict: Conflict) -> Mapping[str, Any]:
    return {
        "title": conflict.title,
        "as": conflict.declared_as,
        "person": conflict.person,
        "category": conflict.category.value,
        "apparent": conflict.apparent,
        "may_arise": conflict.may_arise,
        "words": conflict.particulars,
        "proposed": conflict.proposed,
        "reach": conflict.reach,
        "aware_at": conflict.aware_at.isoformat(),
        "withheld": conflict.withheld,
    }


# --- Looking ------------------------------------------------------------------------------------------------------


def detail(session: Session, _: Request, conflict: Conflict, actor: Actor) -> Answer:
    """Return a conflict as somebody may see it, with what they can do to it."""
    lines = history(session, conflict, private=_knows_all(session, conflict, actor))
    facts = {**facts_of(session, conflict, actor.holdings), "history": lines}
    return Say("conflict_detail", facts, offered(session, conflict, actor))


def _knows_all(session: Session, conflict: Conflict, actor: Actor) -> bool:
    return len(known_to(session, conflict, actor.holdings)) == len(conflict.touched)


def offered(session: Session, conflict: Conflict, actor: Actor) -> tuple[Button, ...]:
    """Return the presses that are open to this person on this conflict, as it stands."""
    if conflict.ended_at is not None:
        return ()
    buttons: list[Button] = []
    mine = set(actor.partners(*actors.ACTING))
    for touched in known_to(session, conflict, actor.holdings):
        if settled(session, touched, actor.today):
            continue
        waiting, name = interest_of(touched).waiting, touched.reference
        if waiting & mine:
            buttons.append(Button("conflict_consent", touched.id, label=f"Consent ({name})"))
            buttons.append(Button("conflict_refuse", touched.id, label=f"Refuse ({name})"))
        if actor.is_secretary:
            if touched.needs is not None:
                buttons.append(Button("conflict_behalf", touched.id, label=f"Record an answer ({name})"))
            buttons.append(Button("conflict_handle", touched.id, label=f"How it is handled ({name})"))
            if touched.vote_stands:
                buttons.append(Button("conflict_strike", touched.id, label=f"Strike the vote ({name})"))
    if actor.is_secretary and conflict.withheld is not None and conflict.withheld_agreed is None:
        buttons += [Button("conflict_withhold", conflict.id), Button("conflict_publish", conflict.id)]
    if actor.is_secretary and notices.missing(session, MATTER, conflict.id):
        buttons.append(Button("conflict_told", conflict.id))
    if actor.is_secretary or conflict.partner in actor.partners(*actors.ACTING):
        buttons.append(Button("conflict_end", conflict.id))
    return tuple(buttons)


# --- Ending -------------------------------------------------------------------------------------------------------


def end_form(session: Session, request: Request) -> Form:
    """Return the form that says that a conflict is over, for its partner or the secretary."""
    conflict, actor = _ending(session, request)
    return forms.end_form(conflict, actor.today)


def end(session: Session, request: Request, values: Values) -> Answer:
    """Say that a conflict is over: its partner takes part again from now on."""
    conflict, actor = _ending(session, request)
    day = values.day("ended_on")
    if day is None or day > actor.today:
        raise FormRefused({"ended_on": f"Please choose {in_words(actor.today)} or an earlier day."})
    partner = conflict.partner if conflict.partner in actor.partners(*actors.ACTING) else None
    conflict.ended_on, conflict.ended_at, conflict.closing_words = day, request.now, values.line("words")
    facts = {"ended_on": day.isoformat(), "words": values.line("words")}
    by = Acting(actor, partner, request)
    record(session, by, conflict, "conflict-ended", facts)
    consent.close(session, conflict, request.now)
    return Say("conflict_done", {**facts_of(session, conflict, actor.holdings), **by.facts, "did": "conflict_end"})


def _ending(session: Session, request: Request) -> tuple[Conflict, Actor]:
    conflict, actor = locked(session, request, request.row or 0)
    acting(session, actor, conflict, frozenset({conflict.partner}), "say that {} is over")
    if conflict.ended_at is not None:
        raise Refusal(f"{conflict.reference} is over already. Nothing more to do.")
    return conflict, actor
