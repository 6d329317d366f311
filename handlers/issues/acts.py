"""What people do to an issue: acknowledge, comment, propose, answer, ask for more time, withdraw."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import actors, outgoing
from handlers.acting import Acting, record
from handlers.actors import Actor, name_of
from handlers.forms import Form, Values
from handlers.issues import forms, last_day, messages, moves, proposals
from handlers.issues.access import locked
from handlers.issues.facts import facts_of, standing_of, terms_of
from handlers.requests import Answer, Ask, Request, Say
from rules.days import in_words
from rules.errors import Refusal
from rules.issues import (
    IssueAct,
    IssueState,
    ProposalState,
    Standing,
    check_possible,
    stage_of,
    who_may,
)
from rules.sentences import word
from storage import issues, redraws
from storage.issues import Issue, Proposal
from storage.people import Person


def press(name: str, session: Session, request: Request) -> Answer:
    """Take a press on an issue: do it at once where nothing more need be asked, or open the act's form."""
    issue, actor, standing = _opened(session, request, name)
    spec = forms.ACT_FORMS[name]
    partners = _partners_for(session, spec.act, issue, actor, standing)
    _check_possible(session, issue, spec.act, request.now, partner=partners[0] if len(partners) == 1 else None)
    _check_proposal(session, name, request, issue)
    if spec.fields or len(partners) > 1:
        return Ask(
            forms.act_form(name, row=request.row or 0, terms=actor.terms, partners=partners, reference=heading(issue))
        )
    return do(session, name, issue, Acting(actor, partners[0] if partners else None, request), Values({}))


def draw(name: str, session: Session, request: Request) -> Form:
    """Return the form of an act for whoever asks, to check what was filled in against."""
    issue, actor, standing = _opened(session, request, name)
    partners = _partners_for(session, forms.ACT_FORMS[name].act, issue, actor, standing)
    chosen = request.filled.get("partner")
    if chosen is not None and chosen not in partners:
        raise Refusal(f"You can no longer do this for {name_of(actor.terms, str(chosen))}. Please open the form again.")
    return forms.act_form(name, row=request.row or 0, terms=actor.terms, partners=partners, reference=heading(issue))


def submit(name: str, session: Session, request: Request, values: Values) -> Answer:
    """Do what an act's form asks for."""
    return act(session, request, name, values)


def act(session: Session, request: Request, name: str, values: Values) -> Answer:
    """Do an act on an issue for one partner of whoever asks, if the roster and the issue's state allow it."""
    issue, actor, standing = _opened(session, request, name)
    spec = forms.ACT_FORMS[name]
    partners = _partners_for(session, spec.act, issue, actor, standing)
    partner = values.line("partner") or (partners[0] if partners else None)
    return do(session, name, issue, Acting(actor, partner, request), values)


def do(
    session: Session, name: str, issue: Issue, by: Acting, values: Values, came_at: datetime | None = None
) -> Answer:
    """Do an act for the partner it is done for; raise Refusal when the issue's state or its dates do not allow it.

    `came_at` is when it came, where somebody records it who was not there then.
    """
    _check_possible(session, issue, forms.ACT_FORMS[name].act, came_at or by.now, partner=by.partner)
    words, kind = values.line("words"), _answered_kind(name, issue, by)
    speaks = by.evidence is not None or by.partner in by.actor.partners(*actors.ACTING)
    if speaks and name != "issue_acknowledge":
        _heard(session, issue, by)
    match name:
        case "issue_acknowledge":
            _acknowledge(session, issue, by)
        case "issue_comment":
            _comment(session, issue, by, words)
        case "issue_propose":
            proposals.propose(session, issue, by, words)
        case "issue_agree" | "issue_disagree":
            proposals.answer(session, issue, by, agrees=name == "issue_agree", reason=words)
        case "issue_extend":
            proposals.extend(session, issue, by, values)
        case "issue_withdraw":
            moves.close(session, issue, by, IssueState.WITHDRAWN, words, now=by.now)
        case "issue_unresolved":
            _unresolved(session, issue, by, words)
    redraws.note(session, issue, by.now)
    return Say("issue_done", {**facts_of(session, issue, by.now), **by.facts, "did": name, "kind": kind})


def _opened(session: Session, request: Request, name: str) -> tuple[Issue, Actor, Standing]:
    """Return the issue an act is about: a button about a proposal carries the proposal's id."""
    row = request.row or 0
    if name in ANSWERS:
        # The id alone: what the partners have answered is read once nobody else can answer.
        row = issues.of_proposal(session, row) or 0
    return locked(session, request, row)


def _partners_for(session: Session, act: IssueAct, issue: Issue, actor: Actor, standing: Standing) -> tuple[str, ...]:
    """Return the partners this person may do the act for; none for a secretary who acts as such.

    Raises Refusal with the act, its clause and who could do it.
    """
    allowed = who_may(act, standing, actor.terms)
    mine = actor.may_act_for(allowed)
    if act is IssueAct.ACKNOWLEDGE:  # whoever acts for several is asked about those that have not
        mine = tuple(partner for partner in mine if partner not in standing.acknowledged) or mine
    if mine or (allowed.secretary and actor.is_secretary):
        return mine
    clause = stage_of(actor.terms, issue.stage).clause
    under = f" (clause {clause})" if clause else ""
    able = actors.who_could(session, actor, allowed)
    raise Refusal(f"You can't {REFUSED[act].format(issue.reference)}{under}. {able}")


ANSWERS = ("issue_agree", "issue_disagree")

REFUSED = {
    IssueAct.ACKNOWLEDGE: "acknowledge {}",
    IssueAct.COMMENT: "comment on {}",
    IssueAct.PROPOSE: "propose a resolution of {}",
    IssueAct.ANSWER: "answer a proposal about {}",
    IssueAct.EXTEND: "ask for more time for {}",
    IssueAct.WITHDRAW: "withdraw {}",
    IssueAct.MARK_UNRESOLVED: "mark {} as unresolved",
    IssueAct.RECORD_TOLD: "record how partners were told of {}",
}


def _check_possible(session: Session, issue: Issue, act: IssueAct, at: datetime, *, partner: str | None) -> None:
    """Return when the issue allows an act that came at a moment; raise Refusal, saying what has happened, if not."""
    terms = terms_of(session, issue)
    if issue.closed_at is not None:
        raise Refusal(
            f"{issue.reference} was {issue.state.value} on {in_words(actors.local_day(terms, issue.closed_at))}, so "
            f"nothing more can be done to it. {word('issue', issue.reference)} shows how it ended."
        )
    row = next((row for row in issue.partners if row.partner == partner), None)
    if act is IssueAct.ACKNOWLEDGE and row is not None and row.acknowledged_at is not None:
        who = session.get_one(Person, row.acknowledged_by).name
        day = in_words(actors.local_day(terms, row.acknowledged_at))
        raise Refusal(
            f"{who} has acknowledged {issue.reference} for {name_of(terms, row.partner)} already, on {day}. "
            "There is nothing more to do."
        )
    last_day.check(session, issue, act, at)
    check_possible(act, standing_of(issue), partner=partner)


def _check_proposal(session: Session, name: str, request: Request, issue: Issue) -> None:
    if name not in ANSWERS:
        return
    proposal = session.get_one(Proposal, request.row)
    if proposal.state is ProposalState.ENDED:
        last_day.check_proposal(session, issue, proposal, request.now)
    if proposal.state is not ProposalState.OPEN:
        what = {
            ProposalState.AGREED: "has been agreed by all",
            ProposalState.REPLACED: "was replaced by a newer one",
            ProposalState.ENDED: f"ended with {'the issue' if issue.state.final else 'its stage'}",
        }[proposal.state]
        raise Refusal(
            f"This proposal {what}, so it takes no more answers. "
            f"{word('issue', issue.reference)} shows how things stand."
        )


def heading(issue: Issue) -> str:
    """Return an issue's reference and title, as they stand over its forms."""
    return f"{issue.reference}: {issue.title}"


# --- The acts -----------------------------------------------------------------------------------------------------


def _acknowledge(session: Session, issue: Issue, by: Acting) -> None:
    row = next(row for row in issue.partners if row.partner == by.partner)
    row.acknowledged_at, row.acknowledged_by, row.acknowledged_evidence = by.now, by.actor.person.id, by.evidence
    record(session, by, issue, "issue-acknowledged", {})
    outgoing.thread(
        session, issue, "issue_acknowledged", by.facts, once=f"issue:{issue.id}:ack:{by.partner}", now=by.now
    )
    messages.redraw_notices(session, issue, by.now, partner=by.partner)


def _answered_kind(name: str, issue: Issue, by: Acting) -> str | None:
    """Return which kind of proposal an act answers; None when it answers none."""
    return proposals.asked(issue, by).kind.value if name in ANSWERS else None


def _heard(session: Session, issue: Issue, by: Acting) -> None:
    """Count a partner that acts on an issue as having acknowledged it."""
    row = next((row for row in issue.partners if row.partner == by.partner), None)
    if row is None or row.acknowledged_at is not None or row.partner == issue.raised_for:
        return
    row.acknowledged_at, row.acknowledged_by, row.acknowledged_evidence = by.now, by.actor.person.id, by.evidence
    record(session, by, issue, "issue-acknowledged", {})
    messages.redraw_notices(session, issue, by.now, partner=row.partner)


def _comment(session: Session, issue: Issue, by: Acting, words: str) -> None:
    entry = record(session, by, issue, "issue-commented", {"words": words})
    outgoing.thread(
        session,
        issue,
        "issue_commented",
        {**by.facts, "words": words},
        once=f"register:{entry.agreement_id}:{entry.number}",
        now=by.now,
    )


def _unresolved(session: Session, issue: Issue, by: Acting, words: str) -> None:
    moves.move(session, issue, IssueState.UNRESOLVED, by.now, None)
    entry = record(session, by, issue, "issue-unresolved", {"words": words})
    messages.ask_what_next(
        session, by.actor.agreement, issue, by.now, passed=f"entry:{entry.number}", marked={**by.facts, "words": words}
    )
