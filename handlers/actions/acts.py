"""Actions: opened because of another matter, chased like any date, and done or dropped with words on record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from handlers import actors, deadlines, outgoing
from handlers.acting import Acting, record
from handlers.actions.facts import KIND, contact_of, facts_of
from handlers.actors import Actor
from handlers.fields import partner_choices
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from handlers.matters import Cause, pressed
from handlers.requests import Answer, Button, Request, Say
from rules.actions import ActionState, check_open, who_closes
from rules.days import in_words
from rules.electorates import eligible
from rules.errors import Refusal
from storage import outbox, people, rows
from storage.actions import Action
from storage.deadlines import DeadlineState
from storage.matters import Matter
from storage.people import Link

LONGEST = timedelta(days=1830)
Causing = Callable[[Session, Request], Cause]
CLOSINGS = {"action_done": ActionState.DONE, "action_drop": ActionState.DROPPED}


# --- Opening ------------------------------------------------------------------------------------------------------


def add_form(causing: Causing, session: Session, request: Request) -> Form:
    """Return the form of a new action that follows from a matter."""
    cause = _cause(causing, session, request)
    source, terms = cause.matter, cause.actor.terms
    fields = [
        Field("title", "What is to be done"),
        Field("partner", "Which partner does it", Kind.CHOICE, choices=partner_choices(terms.partners)),
        Field(
            "owner", "Who, if not its lead", Kind.ACCOUNT, required=False, hint="Somebody who acts for that partner."
        ),
    ]
    if terms.actions:
        kinds = tuple(
            Choice(kind.key, f"{kind.name} ({kind.clause})" if kind.clause else kind.name) for kind in terms.actions
        )
        fields.append(Field("kind", "Of which kind", Kind.CHOICE, required=False, choices=kinds))
    fields += [
        Field("due_on", "By the end of", Kind.DATE),
        Field("particulars", "More about it", Kind.TEXT, required=False, limit=2000),
    ]
    heading = f"{source.reference}: {source.title}"
    return Form(f"{source.matter}_action", "An action", "Open it", tuple(fields), row=source.id, intro=heading)


def _cause(causing: Causing, session: Session, request: Request) -> Cause:
    """Return what an action follows from and who asks; raise Refusal, naming who could, when it is not theirs to do."""
    cause = causing(session, request)
    if not (cause.actor.may_act_for(cause.allowed) or cause.actor.is_secretary):
        able = actors.who_could(session, cause.actor, cause.allowed)
        raise Refusal(f"You can't open an action because of {cause.matter.reference}. {able}")
    return cause


def add(causing: Causing, session: Session, request: Request, values: Values) -> Answer:
    """Open an action: it has a date, its owner is told, and both are on record."""
    cause = _cause(causing, session, request)
    actor = cause.actor
    day, partner = values.day("due_on"), values.line("partner")
    if day is None or not actor.today <= day <= actor.today + LONGEST:
        raise FormRefused({"due_on": f"Please choose a day from {in_words(actor.today)} on, within five years."})
    _check_kind(cause, values.line("kind"), partner)
    owner = _owner(session, actor, request, partner, values.line("owner"))
    opened = Opened(values.line("title"), partner, owner, day, values.line("particulars"), values.line("kind") or None)
    action, reached = open_action(session, Acting(actor, partner, request), cause.matter, opened)
    told = {**facts_of(session, action, request.now), "told": reached}
    return Say("action_added", told, (Button("action_show", action.id),))


@dataclass(frozen=True)
class Opened:
    """What a partner is to do, by when, and who does it for it; `owner` None: its lead sees to it."""

    title: str
    partner: str
    owner: int | None
    due_on: date
    particulars: str = ""
    kind: str | None = None


def open_action(session: Session, by: Acting, source: Matter, opened: Opened) -> tuple[Action, str | None]:
    """Open an action that follows from a matter: it has a date, its owner is told, and both are on record.

    Returns it and the name of whoever can be reached about it, None where nobody can be.
    """
    actor, now = by.actor, by.now
    action = rows.begin(
        session,
        actor.agreement,
        Action,
        terms_id=source.terms_id,
        title=opened.title,
        particulars=opened.particulars,
        kind=opened.kind,
        partner=opened.partner,
        owner_id=opened.owner,
        source=source.matter,
        source_id=source.id,
        source_reference=source.reference,
        due_on=opened.due_on,
        state=ActionState.OPEN,
        opened_by=actor.person.id,
        opened_at=now,
    )
    session.flush()  # its date and its messages name it
    deadlines.agree(session, action, "due", last_day=action.due_on, clause=None, now=now)
    known = {
        "title": action.title,
        "partner": action.partner,
        "due_on": action.due_on.isoformat(),
        "kind": action.kind,
        "source": action.source_reference,
    }
    record(session, by, action, "action-opened", known)
    contact = contact_of(session, action, actor.today)
    if contact is not None and contact.account is not None and contact.person.id != actor.person.id:
        outgoing.direct(
            session,
            contact.account,
            "action_opened",
            facts_of(session, action, now),
            once=f"action:{action.id}:opened",
            about=f"action:{action.id}",
            agreement_id=action.agreement_id,
            buttons=(Button("action_done", action.id), Button("action_show", action.id)),
            now=now,
        )
    return action, contact.person.name if contact is not None and contact.account is not None else None


def _check_kind(cause: Cause, key: str, partner: str) -> None:
    """Return when an action of this kind can be asked of a partner here; raise FormRefused, saying why, if not.

    Mid and South Essex 7.7 and 7.8: the SLE agrees them, and Annex 1 says of whom they can be asked.
    """
    actor = cause.actor
    kind = next((found for found in actor.terms.actions if found.key == key), None)
    if kind is None:
        return
    asked = next(found for found in actor.terms.partners if found.key == partner)
    if kind.element is not None and not eligible(actor.terms, asked, kind.element, actor.today):
        element = next(found.name for found in actor.terms.elements if found.key == kind.element)
        raise FormRefused({"kind": f"This kind is not for {asked.short}: it falls under {element}."})
    if cause.forum is not None and cause.forum != kind.agreed_by:
        raise FormRefused({"kind": f"This kind is agreed by the {actors.name_of(actor.terms, kind.agreed_by)}."})


def _owner(session: Session, actor: Actor, request: Request, partner: str, user: str) -> int | None:
    if not user:
        return None
    account = people.account_of_user(
        session, platform=request.user.platform, workspace=request.user.workspace, user=user
    )
    held = (
        people.holdings_on(session, actor.today, person_id=account.person_id, agreement_id=actor.agreement.id)
        if account is not None and account.link is Link.LINKED
        else []
    )
    if account is None or partner not in {holding.partner for holding in held}:
        raise FormRefused({"owner": "This person does not act for that partner. Please choose another, or nobody."})
    return account.person_id


# --- Closing ------------------------------------------------------------------------------------------------------


def close_form(name: str, session: Session, request: Request) -> Form:
    """Return the form that says that an action is done, or drops it."""
    action, _ = _closing(name, session, request)
    done = CLOSINGS[name] is ActionState.DONE
    title, submit, label = (
        ("It is done", "It is done", "What was done, and where it can be seen")
        if done
        else ("Drop the action", "Drop it", "Why it is not to be done any more")
    )
    words = Field("words", label, Kind.TEXT, required=not done, limit=1000)
    return Form(name, title, submit, (words,), row=action.id, intro=f"{action.reference}: {action.title}")


def close(name: str, session: Session, request: Request, values: Values) -> Answer:
    """Say that an action is done, or drop it."""
    action, actor = _closing(name, session, request)
    action.state, action.closed_at, action.closing_words = CLOSINGS[name], request.now, values.line("words")
    session.flush()
    ended = DeadlineState.MET if action.state is ActionState.DONE else DeadlineState.CANCELLED
    deadlines.end(session, action, state=ended)
    record(
        session,
        Acting(actor, action.partner, request),
        action,
        f"action-{action.state.value}",
        {"words": values.line("words")},
    )
    facts = {**facts_of(session, action, request.now), "by": actor.person.name}
    show = Button("action_show", action.id)
    deadlines.settle_reminders(session, action, still=set(), facts=facts, show=show, now=request.now)
    for message in outbox.sent_about(session, f"action:{action.id}"):
        outgoing.edit(
            session, message, "action_closed", facts, now=request.now, buttons=(Button("action_show", action.id),)
        )
    return Say("action_closed", facts)


def _closing(name: str, session: Session, request: Request) -> tuple[Action, Actor]:
    action, actor = pressed(session, request, KIND, lock=True)
    allowed = who_closes(action.partner, CLOSINGS[name])
    if not (actor.may_act_for(allowed) or actor.is_secretary):
        doing = "say that {} is done" if CLOSINGS[name] is ActionState.DONE else "drop {}"
        able = actors.who_could(session, actor, allowed)
        raise Refusal(f"You can't {doing.format(action.reference)}. {able}")
    check_open(action.state, action.reference)
    return action, actor


# --- Looking ------------------------------------------------------------------------------------------------------


def detail(session: Session, request: Request, action: Action, actor: Actor) -> Answer:
    """Return an action as somebody may see it, with what they can do to it."""
    buttons = [
        Button(name, action.id)
        for name, to in CLOSINGS.items()
        if not action.state.final and (actor.is_secretary or actor.may_act_for(who_closes(action.partner, to)))
    ]
    return Say("action_detail", facts_of(session, action, request.now), tuple(buttons))
