"""A channel is bound to the agreement that is run in it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from handlers import actors
from handlers.forms import Choice, Field, Form, Kind, Values
from handlers.requests import Answer, Ask, Request, Say
from rules.errors import Refusal
from rules.sentences import word
from storage import agreements, register
from storage.agreements import Agreement, Channel


def bind_form(session: Session, request: Request) -> Form:
    """Return the form that binds the channel to one of the agreements whose secretary asks."""
    mine = _as_secretary(session, request)
    choices = tuple(Choice(a.key, agreements.current_terms(session, a.id).short_title) for a in mine)
    return Form(
        "bind",
        "Run an agreement here",
        "Bind it",
        (Field("agreement", "Which agreement", Kind.CHOICE, choices=choices, initial=choices[0].key),),
        intro=request.channel,
    )


def bind_here(session: Session, request: Request) -> Answer:
    """Bind the channel to the agreement whose secretary asks; with several, ask which."""
    if request.channel is None:
        raise Refusal(f"Type {word('here')} in the channel that the agreement is to run in.")
    mine = _as_secretary(session, request)
    if len(mine) > 1:
        return Ask(bind_form(session, request))
    return bind(session, request, mine[0])


def bind_submit(session: Session, request: Request, values: Values) -> Answer:
    """Bind the channel to the agreement that was chosen."""
    chosen = [a for a in _as_secretary(session, request) if a.key == values.line("agreement")]
    if not chosen:
        raise Refusal("You are not the secretary of that agreement.")
    return bind(session, request, chosen[0])


def bind(session: Session, request: Request, agreement: Agreement) -> Answer:
    """Run the agreement in the channel from now on. One channel runs one agreement."""
    if request.channel is None:
        raise Refusal(f"Type {word('here')} in the channel that the agreement is to run in.")
    user, terms = request.user, agreements.current_terms(session, agreement.id)
    taken = agreements.in_channel(session, platform=user.platform, channel=request.channel)
    if taken is not None and taken.id != agreement.id:
        other = agreements.current_terms(session, taken.id).short_title
        raise Refusal(f"This channel runs the {other} agreement already. One channel runs one agreement.")
    channel = agreements.channel_of(session, agreement.id)
    if channel is None:
        channel = Channel(agreement_id=agreement.id)
        session.add(channel)
    channel.platform, channel.workspace, channel.channel = user.platform, user.workspace, request.channel
    channel.bound_at = request.now
    actor = actors.actor_in(session, agreement, request)
    register.write(
        session,
        agreement,
        at=request.now,
        act="channel-bound",
        person=actor.person.name,
        person_id=actor.person.id,
        facts={"platform": user.platform, "workspace": user.workspace, "channel": request.channel},
        source=request.source,
    )
    return Say("bound", {"agreement": terms.short_title, "prefix": terms.prefix})


def _as_secretary(session: Session, request: Request) -> list[Agreement]:
    mine = [a for a in actors.agreements_of(session, request) if actors.actor_in(session, a, request).is_secretary]
    if not mine:
        raise Refusal(
            f"Only an agreement's secretary can bind it to a channel. Please ask yours to type {word('here')}."
        )
    return mine
