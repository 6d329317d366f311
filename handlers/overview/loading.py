"""Load an agreement's terms, and bind it to a channel."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import actors
from handlers.forms import Choice, Field, Form, Kind, Values
from handlers.milestones import document as milestone_document
from handlers.overview import term
from handlers.requests import Answer, Ask, Request, Say
from rules.errors import Refusal
from rules.sentences import word
from rules.terms import Terms
from storage import agreements, register
from storage.agreements import Agreement, Channel, TermsVersion


def load(session: Session, terms: Terms, *, source: str, now: datetime, by: str) -> TermsVersion:
    """Store these terms as the agreement's newest version; return it, or the newest where nothing changed.

    Matters under way keep the version they began under. Raises Refusal when another agreement has the prefix.
    """
    body = terms.model_dump(mode="json", exclude_defaults=True)
    sha256 = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    agreement = agreements.by_key(session, terms.id)
    if agreement is None:
        taken = agreements.by_prefix(session, terms.prefix)
        if taken is not None:
            raise Refusal(
                f"The prefix {terms.prefix} belongs to {taken.key} already. Please choose another in the pack."
            )
        agreement = Agreement(
            key=terms.id, prefix=terms.prefix, loaded_at=now, issues_raised=0, register_entries=0, register_head=""
        )
        session.add(agreement)
        session.flush()  # the version names it
        number = 1
    else:
        newest = agreements.latest_version(session, agreement.id)
        if newest.sha256 == sha256:
            return newest
        if agreement.prefix != terms.prefix:
            raise Refusal(
                f"{terms.id} gives its references as {agreement.prefix}-1, -2 …; the pack says {terms.prefix}. "
                "A prefix stays for ever: please write the old one."
            )
        number = newest.number + 1
    version = TermsVersion(
        agreement_id=agreement.id, number=number, sha256=sha256, body=body, source=source, loaded_at=now
    )
    agreements.add_version(session, version)
    register.write(
        session,
        agreement,
        at=now,
        act="terms-loaded",
        person=by,
        facts={"version": number, "sha256": sha256, "title": terms.title},
    )
    term.plan(session, agreement, now)
    milestone_document.take_up(session, agreement, now, by=by)
    return version


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
        channel = Channel(agreement_id=agreement.id, digest_at=None)
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
