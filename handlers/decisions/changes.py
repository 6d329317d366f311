"""Change a decision before the votes are counted: its wording, its last day, or withdraw it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from handlers import deadlines, outgoing
from handlers.acting import Acting, record
from handlers.actors import Actor
from handlers.decisions import at_meeting, forms, messages, opening
from handlers.decisions.access import check_in_time, locked, move, require
from handlers.decisions.facts import (
    CLOSING,
    could_vote,
    counted,
    facts_of,
    result_facts,
    rule_of,
    there_in,
    votes_of,
)
from handlers.decisions.opening import start_clock
from handlers.decisions.proposing import LONGEST, draft_buttons
from handlers.decisions.there import meeting_of
from handlers.forms import Field, Form, FormRefused, Values
from handlers.requests import Answer, Request, Say
from rules import decisions
from rules.days import in_words
from rules.decisions import DecisionAct, DecisionState
from rules.errors import Refusal
from storage import redraws
from storage.deadlines import DeadlineState
from storage.decisions import Decision

CHANGES = {
    "decision_reword": DecisionAct.REWORD,
    "decision_extend": DecisionAct.EXTEND,
    "decision_meeting": DecisionAct.MEETING,
    "decision_withdraw": DecisionAct.WITHDRAW,
}
WHAT = {
    "decision_reword": "The new wording",
    "decision_extend": "The wish for more time",
    "decision_meeting": "The choice of a meeting",
    "decision_withdraw": "The withdrawal",
}


def change_form(name: str, session: Session, request: Request) -> Form:
    """Return the form that changes a decision's wording or last day, or withdraws it."""
    decision, actor = locked(session, request)
    require(session, actor, decision, CHANGES[name])
    if name not in _what_helps(session, decision, actor):
        check_in_time(session, decision, request.now, WHAT[name])
    if decision.state.final:
        decisions.check_move(decision.state, DecisionState.WITHDRAWN)
    match name:
        case "decision_reword":
            return forms.reword_form(decision, voted=len(votes_of(decision)))
        case "decision_extend":
            if decision.extensions >= rule_of(session, decision).extensions:
                often = {1: "once", 2: "twice"}.get(decision.extensions, f"{decision.extensions} times")
                raise Refusal(f"{decision.reference} has been given more time {often} already.")
            return forms.extend_form(decision)
        case "decision_meeting":
            return forms.meeting_form(decision, _which(session, decision, actor))
    return forms.withdraw_form(decision)


def _what_helps(session: Session, decision: Decision, actor: Actor) -> tuple[str, ...]:
    """Return the changes that can be made however late it is, because a decision could not be counted without them.

    Its meeting may have been called off, and it is then decided at another; who has a vote may depend on what nobody
    said when it was proposed, so that it has to be proposed anew.
    """
    waits = there_in(session, decision, could_vote(session, decision, actor.today)).waits is not None
    untold = counted(session, decision, actor.today).untold
    return (*(("decision_meeting",) if waits else ()), *(("decision_withdraw",) if untold else ()))


def _which(session: Session, decision: Decision, actor: Actor) -> Field:
    """Return the question at which meeting a decision is taken; raise Refusal where there is none to choose."""
    rule, at = rule_of(session, decision), meeting_of(session, decision)
    found = at_meeting.field_for(session, actor, rule, chosen=at)
    if not found:
        raise Refusal(f"No meeting at which {decision.reference} could be decided is known. Please plan one first.")
    return found[0]


def choose_meeting(session: Session, request: Request, values: Values) -> Answer:
    """Say at which meeting a decision is taken: its record counts the votes, until its day at least. Those cast stay.

    So too after the last day of one that waits: its meeting may have been called off.
    """
    decision, actor = locked(session, request)
    by = Acting(actor, require(session, actor, decision, DecisionAct.MEETING), request)
    meeting = at_meeting.chosen(session, values)
    was = meeting_of(session, decision)
    if meeting is was:
        raise FormRefused({"meeting": "That is where it is decided now. Please choose another, or close the form."})
    decision.meeting_id = meeting.id if meeting is not None else None
    facts = {
        "from": was.reference if was is not None else None,
        "to": meeting.reference if meeting is not None else None,
        "words": values.line("words"),
    }
    record(session, by, decision, "decision-at-meeting", facts)
    if meeting is not None:
        opening.keep_open(session, decision, meeting.meets_on, f"It is decided at {meeting.reference}.", request.now)
    session.flush()  # what is shown of it is read anew
    if decision.state is DecisionState.DRAFT:
        return Say("decision_draft", facts_of(session, decision, request.now), draft_buttons(decision))
    redraws.note(session, decision, request.now)
    told = {**by.facts, **facts}
    return Say("decision_changed", {**facts_of(session, decision, request.now), **told, "did": "decision_meeting"})


def reword(session: Session, request: Request, values: Values) -> Answer:
    """Change the wording. Votes cast on the old one are void, and everybody who has a vote is asked anew."""
    decision, actor = locked(session, request)
    by = Acting(actor, require(session, actor, decision, DecisionAct.REWORD), request)
    if (decision.wording, decision.reasons) == (values.line("wording"), values.line("reasons")):
        raise FormRefused({"wording": "This is the wording as it stands. Please change it, or close the form."})
    void = len(votes_of(decision))
    facts = {"was": decision.wording, "wording": values.line("wording"), "words": values.line("words"), "void": void}
    decision.wording, decision.reasons = values.line("wording"), values.line("reasons")
    decision.version += 1
    session.flush()
    record(session, by, decision, "decision-reworded", {**facts, "version": decision.version})
    if decision.state is DecisionState.DRAFT:
        return Say("decision_draft", facts_of(session, decision, request.now), draft_buttons(decision))
    told = {**by.facts, **facts}
    once = f"decision:{decision.id}:version:{decision.version}"
    outgoing.thread(session, decision, "decision_reworded", told, once=once, now=request.now)
    redraws.note(session, decision, request.now)
    messages.ask(session, decision, request.now)
    return Say("decision_changed", {**facts_of(session, decision, request.now), **told, "did": "decision_reword"})


def extend(session: Session, request: Request, values: Values) -> Answer:
    """Give more time for voting."""
    decision, actor = locked(session, request)
    by = Acting(actor, require(session, actor, decision, DecisionAct.EXTEND), request)
    day = values.day("closes_on")
    if day is None or not decision.closes_on < day <= actor.today + LONGEST:
        raise FormRefused({"closes_on": f"Please choose a day after {in_words(decision.closes_on)}, within two years."})
    facts = {"from": decision.closes_on.isoformat(), "to": day.isoformat(), "words": values.line("words")}
    decision.closes_on, decision.extensions = day, decision.extensions + 1
    record(session, by, decision, "vote-extended", facts)
    if decision.state is DecisionState.OPEN:
        start_clock(session, actor.terms, decision, request.now, why=values.line("words"))
    told = {**by.facts, **facts, "next_reminder_on": deadlines.next_reminder_of(session, decision, CLOSING)}
    once = f"decision:{decision.id}:until:{day.isoformat()}"
    outgoing.thread(session, decision, "decision_extended", told, once=once, now=request.now)
    redraws.note(session, decision, request.now)
    return Say("decision_changed", {**facts_of(session, decision, request.now), **told, "did": "decision_extend"})


def withdraw(session: Session, request: Request, values: Values) -> Answer:
    """Withdraw a decision: nobody is asked any more."""
    decision, actor = locked(session, request)
    by = Acting(actor, require(session, actor, decision, DecisionAct.WITHDRAW), request)
    was_open = decision.state is DecisionState.OPEN
    decision.result = result_facts(session, decision, actor.today)
    decision.closing_words = values.line("words")
    move(session, decision, DecisionState.WITHDRAWN, request.now)
    deadlines.end(session, decision, state=DeadlineState.CANCELLED)
    record(session, by, decision, "decision-withdrawn", {"words": values.line("words")})
    if was_open:
        messages.close(session, actor.agreement, decision, request.now)
    told = {**by.facts, "words": values.line("words")}
    return Say("decision_changed", {**facts_of(session, decision, request.now), **told, "did": "decision_withdraw"})
