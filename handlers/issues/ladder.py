"""How an issue climbs its agreement's stages: moved on, put to the vote, advised on, facilitated, decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import actors, deadlines, outgoing
from handlers.acting import Acting, record, record_event
from handlers.actors import Actor, name_of
from handlers.conflicts import effect as conflict_effect
from handlers.decisions import on_issues
from handlers.fields import evidence_field
from handlers.forms import Choice, Field, Form, Kind, Values
from handlers.issues import clock, last_day, messages
from handlers.issues.access import locked
from handlers.issues.acts import heading
from handlers.issues.facts import facts_of, terms_of
from handlers.issues.happened import visit_of
from handlers.issues.moves import move
from handlers.people import facts as seat_facts
from handlers.requests import Answer, Request, Say
from rules import issues, ladder
from rules.deadlines import last_moment
from rules.errors import Refusal
from rules.issues import IssueAct, IssueState, ProposalState, Standing
from rules.ladder import Left
from rules.matters import Allowed
from rules.sentences import word
from rules.terms import Mover, Stage, StageKind, Terms
from storage import redraws
from storage.deadlines import Deadline, DeadlineState
from storage.issues import Issue, Visit

ACTS: Mapping[str, IssueAct] = {
    "issue_move": IssueAct.MOVE_ON,
    "issue_vote": IssueAct.PUT_TO_VOTE,
    "issue_represent": IssueAct.REPRESENT,
    "issue_advice": IssueAct.ADVICE,
    "issue_facilitator": IssueAct.FACILITATOR,
}

REFUSED: Mapping[str, str] = {
    "issue_move": "take {} further",
    "issue_vote": "put {} to the vote",
    "issue_represent": "put anything in writing on {}",
    "issue_advice": "record advice on {}",
    "issue_facilitator": "record the facilitator of {}",
}

FACILITATED = (StageKind.FACILITATION, StageKind.MEDIATION)
VOTED = (StageKind.VOTE, StageKind.DETERMINATION)


def open_to(issue: Issue, terms: Terms, standing: Standing, actor: Actor) -> tuple[str, ...]:
    """Return the acts on the ladder that this person can do at the stage where the issue stands."""
    stage = issues.stage_of(terms, issue.stage)
    found = []
    for name, act in ACTS.items():
        allowed = issues.who_may(act, standing, terms)
        possible = _possible(name, terms, stage) is None
        if possible and (actor.may_act_for(allowed) or (allowed.secretary and actor.is_secretary)):
            found.append(name)
    return tuple(found)


def draw(name: str, session: Session, request: Request) -> Form:
    """Return the form of an act on the ladder for whoever asks; raise Refusal when it is not theirs to do."""
    issue, actor, standing = locked(session, request, request.row or 0)
    _partner_for(session, name, issue, actor, standing)
    terms, stage = actor.terms, issues.stage_of(actor.terms, issue.stage)
    _check_possible(name, issue, terms, stage)
    last_day.check(session, issue, ACTS[name], request.now)
    match name:
        case "issue_move":
            return _move_form(issue, terms)
        case "issue_vote":
            return on_issues.vote_form(session, issue, actor, stage)
        case "issue_represent":
            return _representation_form(issue, actor, standing)
        case "issue_advice":
            return _advice_form(issue, terms, stage)
    return _facilitator_form(issue)


def _partner_for(session: Session, name: str, issue: Issue, actor: Actor, standing: Standing) -> str | None:
    """Return the partner this person may do the act for, None for a secretary; raise Refusal, naming who could."""
    allowed = issues.who_may(ACTS[name], standing, actor.terms)
    mine = actor.may_act_for(allowed)
    if mine or (allowed.secretary and actor.is_secretary):
        return mine[0] if mine else None
    stage = issues.stage_of(actor.terms, issue.stage)
    under = f" (clause {stage.clause})" if stage.clause else ""
    able = actors.who_could(session, actor, allowed)
    if Mover.CHAIR in stage.moved_on_by and ACTS[name] is IssueAct.MOVE_ON:
        chaired = seat_facts.who_chairs(session, actor.agreement, stage.forum, actor.today)
        able = f"{able} {chaired}" if chaired else able
    raise Refusal(f"You can't {REFUSED[name].format(issue.reference)}{under}. {able}")


def _possible(name: str, terms: Terms, stage: Stage) -> str | None:
    """Return why an act makes no sense at a stage, or None."""
    match name:
        case "issue_move" if not ladder.onward(terms, stage.key):
            return f"{stage.name} is the last stage: the agreement names none after it."
        case "issue_vote" if stage.kind not in VOTED or stage.rule is None:
            return f"At this stage ({stage.name}) nothing is put to the vote."
        case "issue_facilitator" if stage.kind not in FACILITATED:
            return f"At this stage ({stage.name}) there is no facilitator."
        case "issue_advice" if not terms.forums:
            return "The agreement names nobody whose advice could be asked."
    return None


def _check_possible(name: str, issue: Issue, terms: Terms, stage: Stage) -> None:
    if issue.state.final:
        raise Refusal(
            f"{issue.reference} is {issue.state.value}, so nothing more can be done to it. "
            f"{word('issue', issue.reference)} shows how it ended."
        )
    why = _possible(name, terms, stage)
    if why is not None:
        raise Refusal(f"{why} {word('issue', issue.reference)} shows where it stands.")


# --- Moving on ----------------------------------------------------------------------------------------------------


def _move_form(issue: Issue, terms: Terms) -> Form:
    ways = ladder.onward(terms, issue.stage)

    def named(step: ladder.Step) -> str:
        over = ", ".join(issues.stage_of(terms, key).name for key in step.over)
        return issues.stage_of(terms, step.to).name + (f" (without {over})" if over else "")

    return Form(
        "issue_move",
        "Take it further",
        "Take it there",
        (
            Field(
                "to",
                "To which stage",
                Kind.CHOICE,
                choices=tuple(Choice(step.to, named(step)) for step in ways),
                initial=ways[0].to,
            ),
            Field(
                "words",
                "What was tried, and why it goes on",
                Kind.TEXT,
                limit=1000,
                hint="If a stage is left out, please say why it is not appropriate here.",
            ),
        ),
        row=issue.id,
        intro=heading(issue),
    )


def move_on(session: Session, request: Request, values: Values) -> Answer:
    """Take an issue to a later stage, with what was tried and why. A stage that is left out is on record as skipped."""
    issue, actor, standing = locked(session, request, request.row or 0)
    partner = _partner_for(session, "issue_move", issue, actor, standing)
    by = Acting(actor, partner, request)
    was = issues.stage_of(actor.terms, issue.stage)
    step = ladder.step_to(actor.terms, issue.stage, values.line("to"))
    words = values.line("words")
    climb(session, issue, step, Left.MOVED, words, request.now)
    skipped = list(step.over)
    record(session, by, issue, "issue-moved", {"from": was.key, "to": step.to, "skipped": skipped, "words": words})
    _tell_moved(session, issue, was, {**by.facts, "words": words}, request.now)
    facts = {**facts_of(session, issue, request.now), **by.facts, "was": was.name, "words": words}
    return Say("issue_moved_done", facts)


def climb(
    session: Session,
    issue: Issue,
    step: ladder.Step,
    left: Left,
    why: str,
    now: datetime,
    *,
    at: datetime | None = None,
) -> None:
    """Put an issue on a later stage: what was proposed and dated at the one before ends, and its clock starts.

    `at` is when it came there, where that was before anybody noticed.
    """
    here, came = visit_of(issue), at or now
    here.left, here.left_at, here.why = left, came, why
    for key in step.over:
        issue.visits.append(Visit(stage=key, entered_at=came, left=Left.SKIPPED, left_at=came, why=why, notes={}))
    issue.visits.append(Visit(stage=step.to, entered_at=came, notes={}))
    issue.stage, issue.stage_entered_at = step.to, came
    for proposal in issue.proposals:
        if proposal.state is ProposalState.OPEN:
            proposal.state = ProposalState.ENDED
            messages.retire_proposal(session, issue, proposal, {"how": "moved"}, now)
    deadlines.end(session, issue, state=DeadlineState.CANCELLED)
    session.flush()  # a clock has one live date, and the next stage's may be of the same
    if issue.state is IssueState.UNRESOLVED:
        move(session, issue, IssueState.OPEN, now, None)
    clock.reckon(session, issue, now)
    conflict_effect.reached(session, issue, now)


def _tell_moved(session: Session, issue: Issue, was: Stage, facts: Mapping[str, Any], now: datetime) -> None:
    """Tell the channel and the affected leads that an issue has come to another stage, and what follows."""
    told = {**facts_of(session, issue, now), **facts, "was": was.name}
    messages.retire_what_next(session, issue, now)
    messages.tell_stage(session, issue, "issue_moved", told, now)
    redraws.note(session, issue, now)


def time_up(session: Session, issue: Issue, deadline: Deadline, now: datetime) -> bool:
    """Move an issue on by itself where its stage's time is up and the agreement says so; return whether it moved.

    It came to the next stage on the last day, whenever that is noticed: what counts from there counts from that day.
    """
    terms = terms_of(session, issue)
    was = issues.stage_of(terms, issue.stage)
    if not ladder.by_itself(was):
        return False
    step = ladder.onward(terms, issue.stage)[0]
    over = last_moment(deadline.due_on, deadline.due_at, ZoneInfo(terms.timezone))
    climb(session, issue, step, Left.TIME_UP, "Its time was up.", now, at=over)
    record_event(session, issue, "issue-moved", {"from": was.key, "to": step.to, "skipped": []}, at=now)
    _tell_moved(session, issue, was, {"by": "Accord", "for": None, "words": None, "behalf": False}, now)
    return True


def put_to_vote(session: Session, request: Request, values: Values) -> Answer:
    """Put what an issue's stage is to decide to the vote."""
    issue, actor, standing = locked(session, request, request.row or 0)
    by = Acting(actor, _partner_for(session, "issue_vote", issue, actor, standing), request)
    _check_possible("issue_vote", issue, actor.terms, issues.stage_of(actor.terms, issue.stage))
    return on_issues.put_to_vote(session, by, issue, standing, values)


# --- Representations, advice, facilitator ----------------------------------------------------------------------------


def _representation_form(issue: Issue, actor: Actor, standing: Standing) -> Form:
    mine = actor.may_act_for(Allowed(frozenset(standing.affected)))
    whose = mine or standing.affected
    fields = [Field("words", "What you put to those who decide", Kind.TEXT, limit=3000)]
    if len(whose) > 1:
        choices = tuple(Choice(partner, name_of(actor.terms, partner)) for partner in whose)
        fields.insert(0, Field("partner", "Whose representations", Kind.CHOICE, choices=choices))
    if not mine:
        fields.append(evidence_field())
    title, submit = "Put it in writing", "Put it on record"
    return Form("issue_represent", title, submit, tuple(fields), row=issue.id, intro=heading(issue))


def represent(session: Session, request: Request, values: Values) -> Answer:
    """Put an affected partner's representations in writing on record, for whoever decides at this stage."""
    issue, actor, standing = locked(session, request, request.row or 0)
    mine = _partner_for(session, "issue_represent", issue, actor, standing)
    partner = values.line("partner") or mine or standing.affected[0]
    by = Acting(actor, partner, request, values.line("evidence") or None)
    entry = {"for": name_of(actor.terms, partner), "words": values.line("words"), "at": request.now.isoformat()}
    _note(issue, "representations", [*_notes(issue).get("representations", []), entry])
    record(session, by, issue, "represented", {"words": entry["words"]})
    return _noted(session, issue, by, "represented", entry)


def _advice_form(issue: Issue, terms: Terms, stage: Stage) -> Form:
    first = [forum for key in stage.advice_from for forum in terms.forums if forum.key == key]
    rest = [forum for forum in terms.forums if forum not in first and forum.key != stage.forum]
    return Form(
        "issue_advice",
        "Advice",
        "Record it",
        (
            Field("forum", "Whose", Kind.CHOICE, choices=tuple(Choice(f.key, f.name) for f in (*first, *rest))),
            Field(
                "what",
                "What happened",
                Kind.CHOICE,
                choices=(Choice("asked", "It was asked for advice"), Choice("given", "It has given its advice")),
            ),
            Field("words", "On what, or what it advises", Kind.TEXT, limit=3000),
        ),
        row=issue.id,
        intro=heading(issue),
    )


def record_advice(session: Session, request: Request, values: Values) -> Answer:
    """Record that a forum was asked for advice on an issue, or what it advises."""
    issue, actor, standing = locked(session, request, request.row or 0)
    by = Acting(actor, _partner_for(session, "issue_advice", issue, actor, standing), request)
    forum, what, words = values.line("forum"), values.line("what"), values.line("words")
    entry = {"forum": name_of(actor.terms, forum), "what": what, "words": words, "at": request.now.isoformat()}
    _note(issue, "advice", [*_notes(issue).get("advice", []), entry])
    record(session, by, issue, f"advice-{what}", {"forum": forum, "words": words})
    return _noted(session, issue, by, f"advice_{what}", entry)


def _facilitator_form(issue: Issue) -> Form:
    return Form(
        "issue_facilitator",
        "The facilitator",
        "Record it",
        (
            Field("name", "Name"),
            Field("organisation", "Of which organisation", required=False),
            Field(
                "interests",
                "What interests they have declared",
                Kind.TEXT,
                limit=1000,
                hint="Please ask them; “none declared” is an answer. They must be independent.",
            ),
        ),
        row=issue.id,
        intro=heading(issue),
    )


def record_facilitator(session: Session, request: Request, values: Values) -> Answer:
    """Record who facilitates, and what interests they have declared."""
    issue, actor, standing = locked(session, request, request.row or 0)
    by = Acting(actor, _partner_for(session, "issue_facilitator", issue, actor, standing), request)
    _check_possible("issue_facilitator", issue, actor.terms, issues.stage_of(actor.terms, issue.stage))
    chosen = {key: values.line(key) for key in ("name", "organisation", "interests")}
    _note(issue, "facilitator", {**chosen, "at": request.now.isoformat()})
    clock.look_again(session, issue, request.now)
    record(session, by, issue, "facilitator-chosen", {**chosen, "words": chosen["interests"]})
    return _noted(session, issue, by, "facilitator", chosen)


def _notes(issue: Issue) -> dict[str, Any]:
    return visit_of(issue).notes


def _note(issue: Issue, key: str, value: Any) -> None:
    here = visit_of(issue)
    here.notes = {**here.notes, key: value}  # a new value, so that the change is seen


def _noted(session: Session, issue: Issue, by: Acting, did: str, told: Mapping[str, Any]) -> Answer:
    ladder_facts = facts_of(session, issue, by.now)["ladder"]
    outgoing.thread(
        session,
        issue,
        "issue_noted",
        {**by.facts, "did": did, "told": dict(told), "ladder": ladder_facts},
        once=f"issue:{issue.id}:{did}:{by.now.isoformat()}",
        now=by.now,
    )
    redraws.note(session, issue, by.now)
    return Say("issue_noted_done", {**facts_of(session, issue, by.now), **by.facts, "did": did, "told": dict(told)})
