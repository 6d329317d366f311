"""Propose a decision, and look at it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors, notices
from handlers.acting import Acting, record
from handlers.actors import Actor
from handlers.decisions import at_meeting, forms
from handlers.decisions.facts import (
    MATTER,
    OPENING,
    ballot,
    by_consensus,
    can_be_counted,
    could_vote,
    counted,
    facts_of,
    live_date,
    rule_of,
    tried,
    uninformed,
    voters_of,
    votes_are_in,
    without_papers,
)
from handlers.decisions.ratifying import waiting
from handlers.forms import FormRefused, Values
from handlers.history import history
from handlers.requests import Answer, Ask, Button, Request, Say
from rules.days import in_words
from rules.decisions import DecisionAct, DecisionState, Tried, check_first, check_topic, who_may
from rules.elements import element_of
from rules.errors import Refusal
from rules.voting import presence_matters
from storage import agreements, rows
from storage.decisions import Decision

LONGEST = timedelta(days=730)


def start(session: Session, request: Request) -> Answer:
    """Open the form; a channel that runs an agreement settles which one it is about."""
    return Ask(forms.propose_form(session, actors.in_channel(session, request)))


def propose(session: Session, request: Request, values: Values) -> Answer:
    """Write a decision down as a draft, and show whoever proposes it who will have a vote and what it would take."""
    agreement, _ = forms.chosen_agreement(session, request, values.of)
    actor = actors.actor_in(session, agreement, request)
    proposing = forms.proposing_partners(session, actor)
    terms, key = actor.terms, values.line("rule")
    topic = values.line("topic") or None
    proposed_for = values.line("proposed_for") or (proposing[0] if len(proposing) == 1 else None)
    check_topic(terms, key, topic)
    closed = tuple(Tried(d.rule, d.topic, d.issue_id, d.state) for d in tried(session, agreement.id))
    check_first(terms, key, closed, topic=topic, issue=None)
    of_topic = next((found.element for found in terms.topics if found.key == topic), None)
    element = element_of(terms, key, values.line("element") or of_topic)
    decision = draft(
        session,
        Acting(actor, proposed_for, request),
        values,
        rule=key,
        topic=topic,
        element=element,
        affected=values.many("affected"),
        concerned=values.many("concerned"),
    )
    return Say("decision_draft", facts_of(session, decision, request.now), draft_buttons(decision))


def draft(
    session: Session,
    by: Acting,
    values: Values,
    *,
    rule: str,
    topic: str | None,
    element: str | None,
    affected: tuple[str, ...],
    concerned: tuple[str, ...] = (),
    issue_id: int | None = None,
    recused: tuple[str, ...] = (),
) -> Decision:
    """Write a decision down as a draft, with the words of its form; raise Refusal where nobody would have a vote."""
    agreement, actor, request = by.actor.agreement, by.actor, by.request
    opens_on, closes_on, review_on = (values.day(name) for name in ("opens_on", "closes_on", "review_on"))
    if opens_on is not None and opens_on < actor.today:
        raise FormRefused({"opens_on": f"Please choose {in_words(actor.today)} or a later day, or leave it empty."})
    if closes_on is None or not actor.today < closes_on <= actor.today + LONGEST:
        raise FormRefused({"closes_on": f"Please choose a day after {in_words(actor.today)}, within two years."})
    if opens_on is not None and opens_on >= closes_on:
        raise FormRefused({"closes_on": f"Please choose a day after {in_words(opens_on)}, on which the vote opens."})
    if review_on is not None and review_on <= closes_on:
        raise FormRefused({"review_on": f"Please choose a day after {in_words(closes_on)}, or leave it empty."})
    meeting = at_meeting.chosen(session, values)
    at_meeting.check_last_day(meeting, closes_on)
    circumstances = {"affected": affected, "concerned": concerned, "conflicted": values.many("conflicted")}
    decision = rows.begin(
        session,
        agreement,
        Decision,
        terms_id=agreements.latest_version(session, agreement.id).id,
        title=values.line("title"),
        wording=values.line("wording"),
        reasons=values.line("reasons"),
        papers=values.line("papers"),
        files=[{"platform": request.user.platform, "id": file.id, "name": file.name} for file in values.files("files")],
        rule=rule,
        element=element,
        topic=topic,
        level=values.line("level") or None,
        circumstances={name: list(named) for name, named in circumstances.items()} | {"recused": list(recused)},
        issue_id=issue_id,
        meeting_id=meeting.id if meeting is not None else None,
        proposed_for=by.partner,
        proposed_by=actor.person.id,
        proposed_on=actor.today,
        proposed_at=request.now,
        opens_on=opens_on,
        closes_on=closes_on,
        review_on=review_on,
        state=DecisionState.DRAFT,
    )
    session.flush()  # the answer's buttons name it
    if not could_vote(session, decision, actor.today).voters:
        raise Refusal("Nobody would have a vote in this. Please look at who is affected and who has a conflict.")
    at = {"meeting": meeting.reference} if meeting is not None else {}
    record(session, by, decision, "decision-proposed", _facts(decision) | at)
    return decision


def draft_buttons(decision: Decision) -> tuple[Button, ...]:
    """Return what can be done to a draft."""
    return tuple(Button(name, decision.id) for name in ("decision_open", "decision_reword", "decision_withdraw"))


def _facts(decision: Decision) -> dict[str, Any]:
    return {
        "title": decision.title,
        "wording": decision.wording,
        "reasons": decision.reasons,
        "papers": decision.papers,
        "files": decision.files,
        "rule": decision.rule,
        "element": decision.element,
        "topic": decision.topic,
        "level": decision.level,
        **decision.circumstances,
        "closes_on": decision.closes_on.isoformat(),
        "terms_id": decision.terms_id,
    }


# --- Looking ------------------------------------------------------------------------------------------------------


def detail(session: Session, request: Request, decision: Decision, actor: Actor) -> Answer:
    """Return a decision as somebody may see it, with what they can do to it."""
    facts = {**facts_of(session, decision, request.now), "history": history(session, decision)}
    if not actor.is_secretary and set(actor.partners()) <= uninformed(session, decision):
        facts = without_papers(facts)
    return Say("decision_detail", facts, offered(session, decision, actor))


def offered(session: Session, decision: Decision, actor: Actor) -> tuple[Button, ...]:
    """Return the presses that are open to this person on this decision, as it stands."""
    if decision.state.final:
        return tuple(Button(name, decision.id) for name in _afterwards(session, decision, actor))
    if votes_are_in(decision, actor.today):  # nobody has counted them yet
        return tuple(Button(name, decision.id) for name in _uncounted(session, decision, actor))
    mine: list[Button] = []
    voters = could_vote(session, decision, actor.today)
    if decision.state is DecisionState.OPEN and voters_of(session, actor, decision, voters):
        mine += ballot(decision.id, consensus=by_consensus(session, decision))
    allowed = who_may(DecisionAct.REWORD, proposed_for=decision.proposed_for)
    names = ["conflict_decision"] if decision.state is DecisionState.OPEN else []
    if actor.is_secretary or actor.may_act_for(allowed):
        if decision.state is DecisionState.OPEN:
            names.append("decision_extend")
        elif live_date(session, decision, OPENING) is None:
            names.append("decision_open")
        if at_meeting.choices(session, actor, rule_of(session, decision)):
            names.append("decision_meeting")
        names += ["decision_reword", "decision_withdraw"]
    names += _for_the_count(session, decision, actor)
    return (*mine, *(Button(name, decision.id) for name in names))


def _for_the_count(session: Session, decision: Decision, actor: Actor) -> list[str]:
    """Return what this person can do for the count of an open vote, before its last day is over and after it."""
    if not actor.is_secretary or decision.state is not DecisionState.OPEN:
        return []
    names, rule = ["decision_behalf"], rule_of(session, decision)
    if presence_matters(rule):
        names.append("decision_there")
    if rule.casting_vote:
        names.append("decision_casting")
    if can_be_counted(session, decision, actor.today):
        names.append("decision_close")
    if counted(session, decision, actor.today).questions:
        names.append("decision_settle")
    return names


def _uncounted(session: Session, decision: Decision, actor: Actor) -> list[str]:
    """Return what this person can do once the last day of a vote is over that is not counted yet."""
    rule, allowed = rule_of(session, decision), who_may(DecisionAct.MEETING, proposed_for=decision.proposed_for)
    found, mine = counted(session, decision, actor.today), actor.is_secretary or actor.may_act_for(allowed)
    if found.untold:
        return ["decision_withdraw"] if mine else []
    chooses = found.count.waits and mine and at_meeting.choices(session, actor, rule)
    return [*(("decision_meeting",) if chooses else ()), *_for_the_count(session, decision, actor)]


def _afterwards(session: Session, decision: Decision, actor: Actor) -> list[str]:
    """Return what this person can do once the votes are counted."""
    left, names = set(waiting(decision)), []
    if left and (actor.is_secretary or left & set(actor.partners(*actors.ACTING))):
        names.append("decision_ratify")
    proposers = who_may(DecisionAct.OPEN, proposed_for=decision.proposed_for)
    if decision.state is DecisionState.CARRIED and (actor.is_secretary or actor.may_act_for(proposers)):
        names.append("decision_action")
    if actor.is_secretary and notices.missing(session, MATTER, decision.id):
        names.append("decision_told")
    return names
