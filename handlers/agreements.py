"""Load an agreement's terms, bind it to a channel, and decide what its document leaves open."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors, issue_messages
from handlers import deadlines as clocks
from handlers.acting import record_event
from handlers.forms import Choice, Field, Form, Kind, Values
from handlers.issue_facts import MATTER, live_deadline, standing_of, terms_of
from handlers.requests import Answer, Ask, Button, Request, Say
from rules import issues as issue_rules
from rules import open_points
from rules.errors import Refusal
from rules.issues import LIVING
from rules.terms import Terms
from storage import agreements, issues, register
from storage.agreements import Agreement, Channel, Settlement, TermsVersion


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
    session.add(version)
    session.flush()  # the register's facts name it
    register.write(
        session,
        agreement,
        at=now,
        act="terms-loaded",
        person=by,
        facts={"version": number, "sha256": sha256, "title": terms.title},
    )
    return version


def bind_form(session: Session, request: Request, values: Mapping[str, Any]) -> Form:
    """Return the form that binds the channel to one of the agreements whose secretary asks."""
    del values
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
        raise Refusal("Type `/partnership here` in the channel that the agreement is to run in.")
    mine = _as_secretary(session, request)
    if len(mine) > 1:
        return Ask(bind_form(session, request, {}))
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
        raise Refusal("Type `/partnership here` in the channel that the agreement is to run in.")
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
            "Only an agreement's secretary can bind it to a channel. Please ask yours to type `/partnership here`."
        )
    return mine


# --- What the document leaves open --------------------------------------------------------------------------------


def open_list(session: Session, request: Request, agreement: Agreement) -> Answer:
    """Show what the agreement's document leaves open, and who decides it."""
    actor = actors.actor_in(session, agreement, request)
    waiting = open_points.unsettled(actor.terms)
    decided = agreements.settlements(session, agreement.id)
    facts = {
        "agreement": actor.terms.short_title,
        "secretary": actor.is_secretary,
        "points": [
            {"key": point.key, "question": point.question, "clause": point.clause}
            for point in waiting
            if point.key not in decided
        ],
        "decided": [
            {"question": point.question, "value": decided[point.key]}
            for point in actor.terms.open
            if point.key in decided
        ],
    }
    offered = (Button("settle", agreement.id),) if actor.is_secretary and facts["points"] else ()
    return Say("open_points", facts, offered)


def settle_press(session: Session, request: Request) -> Answer:
    """Open the form in which the secretary records a decision on an open point."""
    return Ask(settle_form(session, request, {}))


def settle_form(session: Session, request: Request, values: Mapping[str, Any]) -> Form:
    """Return the form for a decision on one of the points the document leaves open."""
    agreement = session.get(Agreement, request.row or 0)
    if agreement is None:
        raise Refusal("This is about an agreement that is no longer here.")
    actor = actors.actor_in(session, agreement, request)
    if not actor.is_secretary:
        raise Refusal(
            "The secretary records what the partners decide. " + actors.secretary_hint(session, agreement, actor.today)
        )
    decided = agreements.settlements(session, agreement.id)
    points = [point for point in actor.terms.open if point.key not in decided]
    if not points:
        raise Refusal(f"Nothing is left open in the {actor.terms.short_title} agreement.")
    chosen = next((point for point in points if point.key == values.get("point")), points[0])
    answer = Field("value", "What was decided", limit=200, hint=chosen.question)
    if chosen.choices:
        choices = tuple(Choice(choice, choice) for choice in chosen.choices)
        answer = Field("value", "What was decided", Kind.CHOICE, choices=choices, hint=chosen.question)
    return Form(
        "settle",
        "Decide an open point",
        "Record it",
        (
            Field(
                "point",
                "Which point",
                Kind.CHOICE,
                choices=tuple(Choice(p.key, p.question) for p in points),
                initial=chosen.key,
                redraws=True,
            ),
            answer,
            Field("why", "Who decided it, when and why", Kind.TEXT, limit=1000),
        ),
        row=agreement.id,
    )


def settle(session: Session, request: Request, values: Values) -> Answer:
    """Record a decision on an open point, and start the clocks of open issues that waited for it.

    A decision stands: the document is what changes later, by a new version of its pack.
    """
    agreement = session.get_one(Agreement, request.row)
    actor = actors.actor_in(session, agreement, request)
    key, value = values.line("point"), values.line("value")
    open_points.settle(actor.terms, {key: value})
    agreements.settle(
        session,
        Settlement(
            agreement_id=agreement.id,
            key=key,
            value=value,
            why=values.line("why"),
            settled_by=actor.person.name,
            settled_at=request.now,
        ),
    )
    register.write(
        session,
        agreement,
        at=request.now,
        act="open-point-decided",
        person=actor.person.name,
        person_id=actor.person.id,
        facts={"point": key, "value": value, "why": values.line("why")},
        source=request.source,
    )
    started = _start_waiting_clocks(session, agreement, request.now)
    question = next(point.question for point in actor.terms.open if point.key == key)
    return Say("settled", {"question": question, "value": value, "started": started})


def _start_waiting_clocks(session: Session, agreement: Agreement, now: datetime) -> list[str]:
    started = []
    for issue in issues.of_agreement(session, agreement.id, states=LIVING):
        terms = terms_of(session, issue)
        stage = issue_rules.stage_of(terms, issue.stage)
        if stage.clock is None or live_deadline(session, issue) is not None or standing_of(issue).state.final:
            continue
        made = clocks.start(
            session,
            terms,
            agreement_id=agreement.id,
            matter=MATTER,
            matter_id=issue.id,
            clock=stage.clock,
            counts_from=issue.notified_at or issue.raised_at,
            confirmed=issue.notified_at is not None,
            now=now,
        )
        if made is not None:
            started.append(issue.reference)
            facts = {"due_on": made.due_on.isoformat(), "working": made.working}
            record_event(session, issue, "clock-started", facts, at=now)
            issue_messages.redraw_notices(session, issue, now)
            issue_messages.refresh(session, issue, now)
    return started
