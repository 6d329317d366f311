"""What an issue's stage decides by a vote: put to it, and applied to the issue when the votes are counted."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.acting import Acting, record, record_event
from handlers.actors import Actor
from handlers.decisions import at_meeting, forms, proposing
from handlers.decisions.facts import facts_of
from handlers.forms import Field, Form, Kind, Values
from handlers.issues import clock, messages as issue_messages
from handlers.issues.acts import heading
from handlers.issues.facts import terms_of
from handlers.issues.moves import move
from handlers.requests import Answer, Say
from rules import issues
from rules.decisions import WORDS, DecisionState, Tried, check_first
from rules.elements import element_of
from rules.errors import Refusal
from rules.issues import IssueState, ProposalKind, ProposalState, Standing
from rules.ladder import Left
from rules.sentences import word
from rules.terms import Stage
from storage import redraws
from storage.agreements import Agreement
from storage.deadlines import DeadlineState
from storage.decisions import Decision, of_issue
from storage.issues import Issue, Proposal


def vote_form(session: Session, issue: Issue, actor: Actor, stage: Stage) -> Form:
    """Return the form that puts what an issue's stage is to decide to the vote."""
    terms = actor.terms
    assert stage.rule is not None  # noqa: S101 (a stage without a rule is not put to the vote)
    rule = terms.decision_rules[stage.rule]
    _check_none_open(session, issue)
    fields = [
        *forms.about_fields(terms, stage.rule, of_issue=True),
        _title(issue),
        Field("wording", "What is to be decided, word for word", Kind.TEXT, limit=3000),
        Field("reasons", "The reasons for it", Kind.TEXT, limit=3000),
        *forms.papers_fields(),
        forms.conflicted_field(terms),
        *at_meeting.field_for(session, actor, rule),
        Field("closes_on", "Votes are in by the end of", Kind.DATE, initial=actor.today + forms.USUAL_TIME),
    ]
    return Form("issue_vote", "Put it to the vote", "Look at it", tuple(fields), row=issue.id, intro=heading(issue))


def _title(issue: Issue) -> Field:
    """Return the field of the title. A private issue's is not filled in: more people read it than know of that."""
    if not issue.private:
        return Field("title", "In a few words", initial=issue.title)
    hint = f"Everybody who has a vote reads this, also who knows nothing of {issue.reference}, which is private."
    return Field("title", "In a few words", hint=hint)


def _check_none_open(session: Session, issue: Issue) -> None:
    waiting = [d for d in of_issue(session, issue.id) if not d.state.final]
    if waiting:
        one = waiting[0]
        raise Refusal(
            f"{one.reference} on this issue is {WORDS[one.state]} already. {word('decision', one.reference)} shows it."
        )


def put_to_vote(session: Session, by: Acting, issue: Issue, standing: Standing, values: Values) -> Answer:
    """Write down what an issue's stage is to decide, as a draft that shows who will have a vote."""
    actor, request = by.actor, by.request
    stage = issues.stage_of(actor.terms, issue.stage)
    _check_none_open(session, issue)
    assert stage.rule is not None  # noqa: S101 (a stage without a rule is not put to the vote)
    check_first(actor.terms, stage.rule, _tried(session, issue), topic=None, issue=issue.id)
    element = element_of(actor.terms, stage.rule, values.line("element") or None)
    decision = proposing.draft(
        session,
        Acting(actor, by.partner, request),
        values,
        rule=stage.rule,
        topic=None,
        element=element,
        affected=standing.affected,
        concerned=values.many("concerned"),
        issue_id=issue.id,
        recused=tuple(issue.recused),
    )
    record(session, by, issue, "issue-put-to-vote", {"decision": decision.reference})
    return Say("decision_draft", facts_of(session, decision, request.now), proposing.draft_buttons(decision))


def _tried(session: Session, issue: Issue) -> tuple[Tried, ...]:
    """Return what was tried about an issue: the votes on it, and the stages that it left without an outcome."""
    terms = terms_of(session, issue)
    votes = [Tried(decision.rule, decision.topic, issue.id, decision.state) for decision in of_issue(session, issue.id)]
    stages = [issues.stage_of(terms, visit.stage) for visit in issue.visits if visit.left is Left.MOVED]
    return (*votes, *(Tried(s.rule, None, issue.id, DecisionState.NOT_CARRIED) for s in stages if s.rule))


def decided(session: Session, decision: Decision, now: datetime) -> None:
    """Apply the outcome of a vote to the issue it was about.

    Carried, it resolves the issue where the stage decides; elsewhere each affected party says whether it accepts. Not
    carried, those who may take the issue further are asked what next.
    """
    issue = decision.issue_id and session.get_one(Issue, decision.issue_id, with_for_update={"key_share": True})
    if not isinstance(issue, Issue) or issue.state.final:
        return
    stage = issues.stage_of(terms_of(session, issue), issue.stage)
    agreement = session.get_one(Agreement, issue.agreement_id)
    facts = {"decision": decision.reference, "words": decision.wording}
    if decision.state is not DecisionState.CARRIED:
        record_event(session, issue, "issue-not-decided", facts, at=now)
        issue_messages.ask_what_next(session, agreement, issue, now, passed=f"decision:{decision.id}")
    elif stage.settled_when == "decided":
        _resolve(session, agreement, issue, decision, now)
    else:
        record_event(session, issue, "outcome-put", facts, at=now)
        clock.look_again(session, issue, now)
        _ask_to_accept(session, issue, decision, stage, now)
    redraws.note(session, issue, now)


def _resolve(session: Session, agreement: Agreement, issue: Issue, decision: Decision, now: datetime) -> None:
    move(session, issue, IssueState.RESOLVED, decision.closed_at or now, decision.wording)
    for proposal in issue.proposals:
        if proposal.state is ProposalState.OPEN:
            proposal.state = ProposalState.ENDED
    deadlines.end(session, issue, state=DeadlineState.MET)
    facts = {"decision": decision.reference, "words": decision.wording}
    record_event(session, issue, "issue-resolved", facts, at=now)
    issue_messages.close(session, agreement, issue, actor_id=None, now=now)


def _ask_to_accept(session: Session, issue: Issue, decision: Decision, stage: Stage, now: datetime) -> None:
    for old in issue.proposals:
        if old.kind is ProposalKind.RESOLUTION and old.state is ProposalState.OPEN:
            old.state = ProposalState.REPLACED
            issue_messages.retire_proposal(session, issue, old, {"how": "replaced"}, now)
    proposal = Proposal(
        kind=ProposalKind.RESOLUTION,
        words=decision.wording,
        extend_to=None,
        proposed_for=stage.forum or decision.proposed_for or "",
        proposed_by=decision.proposed_by,
        proposed_at=now,
        state=ProposalState.OPEN,
    )
    proposal.answers = []
    issue.proposals.append(proposal)
    session.flush()  # its id is on the buttons
    issue_messages.ask_answers(session, issue, proposal, now)
