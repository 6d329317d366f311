"""An issue as plain values: for the rules (`standing_of`), and for the words people read (`facts_of`)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import parties
from handlers.actors import local_day, name_of, names_of
from handlers.deadlines import deadline_facts
from handlers.issues.happened import due, visit_of
from handlers.requests import Button
from rules import ladder, quoted
from rules.deadlines import Working
from rules.decisions import DecisionState
from rules.issues import IssueState, Offer, Owed, ProposalKind, ProposalState, Standing, needed_for, owes, stage_of
from rules.moments import Lacking
from rules.terms import Stage, StageKind, Terms
from storage import agreements, deadlines, decisions, issues, notices
from storage.agreements import Agreement
from storage.deadlines import Deadline
from storage.issues import Issue, Proposal
from storage.notices import TOLD_STATES, Notice, NoticeState
from storage.people import Person

MATTER = "issue"


def terms_of(session: Session, issue: Issue) -> Terms:
    """Return the terms the issue was raised under; they are its terms for ever."""
    return agreements.terms_of(session, issue.terms_id)


def terms_in(session: Session, issue_id: int) -> Terms:
    """Return the terms an issue was raised under, without reading the issue."""
    return agreements.terms_of(session, issues.terms_id(session, issue_id))


def standing_of(issue: Issue, left: Collection[str] = ()) -> Standing:
    """Return the issue as the rules see it; `left` are the partners that are no party to the agreement any more."""
    return Standing(
        state=issue.state,
        stage=issue.stage,
        raised_for=issue.raised_for,
        private=issue.private,
        affected=tuple(row.partner for row in issue.partners if row.affected),
        told=tuple(row.partner for row in issue.partners),
        acknowledged=frozenset(row.partner for row in issue.partners if row.acknowledged_at),
        offers=tuple(
            Offer(
                id=proposal.id,
                kind=proposal.kind,
                state=proposal.state,
                proposed_for=proposal.proposed_for,
                answers={answer.partner: answer.agrees for answer in proposal.answers},
            )
            for proposal in issue.proposals
        ),
        recused=frozenset(issue.recused),
        left=frozenset(left),
    )


def standing_now(session: Session, issue: Issue, now: datetime) -> Standing:
    """Return the issue as the rules see it now, without those that have left."""
    today = local_day(terms_of(session, issue), now)
    return standing_of(issue, parties.left(session, issue.agreement_id, today))


def facts_of(session: Session, issue: Issue, now: datetime) -> dict[str, Any]:
    """Return what the templates say about an issue, in plain JSON values; dates and instants are ISO text."""
    told = notices.of_matters(session, MATTER, [issue.id])[issue.id]
    return facts_given(session, issue, now, deadline=live_deadline(session, issue), told=told)


def facts_given(
    session: Session, issue: Issue, now: datetime, *, deadline: Deadline | None, told: list[Notice]
) -> dict[str, Any]:
    """Return the same, with the issue's live deadline and its notices at hand."""
    terms, standing = terms_of(session, issue), standing_now(session, issue, now)
    stage = stage_of(terms, issue.stage)
    raiser = session.get_one(Person, issue.raised_by)
    resolution = _proposal(session, terms, issue, standing, ProposalKind.RESOLUTION)
    return {
        "reference": issue.reference,
        "title": issue.title,
        "state": issue.state.value,
        "private": issue.private,
        "agreement": terms.short_title,
        "raised_for": name_of(terms, issue.raised_for),
        "raised_as": issue.raised_as,
        "raised_by": raiser.name,
        "raised_at": issue.raised_at.isoformat(),
        "on_behalf": issue.evidence is not None,
        "evidence": issue.evidence,
        "particulars": issue.particulars,
        "outcome_sought": issue.outcome_sought,
        "concerns": issue.concerns,
        "link": issue.link,
        "affected": names_of(terms, standing.affected),
        "stage": stage.name,
        "stage_clause": stage.clause,
        "ladder": _ladder(terms, issue),
        "marks": _marks(terms, issue),
        "next_stage": stage_of(terms, stage.next).name if stage.next else None,
        "after": [
            quoted.sentence(point.answer or "") for point in quoted.answered(terms, f"issues.stages.{stage.key}")
        ],
        "quoted": quoted.facts(terms, "issues.notify", *_stages_ahead(stage)),
        "deadline": deadline_facts(session, terms, deadline, now),
        **_no_date(session, issue, deadline, now),
        **_outlives(session, terms, issue, deadline, now),
        "notified": _notified(terms, issue, told),
        "acknowledged": names_of(terms, standing.acknowledged),
        "not_acknowledged": names_of(
            terms, set(standing.affected) - standing.acknowledged - standing.left - {standing.raised_for}
        ),
        "departed": parties.departed(session, issue.agreement_id, local_day(terms, now), standing.told),
        "proposal": resolution,
        "extension": _proposal(session, terms, issue, standing, ProposalKind.EXTENSION),
        "owing": names_of(terms, owes(standing, terms)),
        "closed_at": issue.closed_at.isoformat() if issue.closed_at else None,
        "closing_words": issue.closing_words,
        "decided_by": _decided_by(session, issue),
        "timezone": terms.timezone,
    }


def _stages_ahead(stage: Stage) -> tuple[str, ...]:
    """Return the places of a stage and of the one that follows: what was decided of either matters at the stage."""
    return tuple(f"issues.stages.{key}" for key in (stage.key, stage.next) if key)


def concerned_in(issue: Issue) -> frozenset[str]:
    """Return the partners an issue is between: the one that raised it and those it affects."""
    return frozenset({issue.raised_for, *(row.partner for row in issue.partners if row.affected)})


def _decided_by(session: Session, issue: Issue) -> str | None:
    """Return the vote that resolved an issue; None where the partners agreed, or nothing is resolved."""
    if issue.state is not IssueState.RESOLVED or any(p.state is ProposalState.AGREED for p in issue.proposals):
        return None
    carried = [d.reference for d in decisions.of_issue(session, issue.id) if d.state is DecisionState.CARRIED]
    return carried[-1] if carried else None


def _ladder(terms: Terms, issue: Issue) -> dict[str, Any]:
    """Return where an issue stands on its ladder, what was tried before, and what was done at this stage."""
    stage = stage_of(terms, issue.stage)
    number, of = ladder.number_of(terms, issue.stage)
    notes = visit_of(issue).notes
    before = [(stage_of(terms, visit.stage), visit) for visit in issue.visits if visit.left is not None]
    order = list(ladder.climb(terms))
    return {
        "number": number,
        "of": of,
        "kind": stage.kind.value,
        "votes": stage.kind in (StageKind.VOTE, StageKind.DETERMINATION) and stage.rule is not None,
        "forum": name_of(terms, stage.forum) if stage.forum else None,
        "settled_when": stage.settled_when,
        "by_itself": ladder.by_itself(stage),
        "movers": [mover.value for mover in stage.moved_on_by],
        "ways": [stage_of(terms, step.to).name for step in ladder.onward(terms, issue.stage)],
        "before": [
            {"name": was.name, "clause": was.clause, "left": visit.left.value if visit.left else None, "why": visit.why}
            for was, visit in sorted(before, key=lambda pair: order.index(pair[0].key))
        ],
        "representations": notes.get("representations", []),
        "advice": notes.get("advice", []),
        "facilitator": notes.get("facilitator"),
    }


def _marks(terms: Terms, issue: Issue) -> dict[str, Any]:
    """Return what an issue is marked with from its beginning to its end."""
    return {
        "consultation": terms.issues.statutory_consultation if issue.consultation else None,
        "third_party": issue.third_party,
        "recused": names_of(terms, issue.recused),
    }


def live_deadline(session: Session, issue: Issue) -> Deadline | None:
    """Return the issue's open or passed deadline, or None."""
    found = deadlines.live(session, MATTER, [issue.id])
    return found[0] if found else None


def dates_of(session: Session, issue: Issue) -> list[dict[str, Any]]:
    """Return every date the issue ever had, oldest first, and why each gave way."""
    return [
        {"due_on": d.due_on.isoformat(), "state": d.state.value, "why": d.why}
        for d in deadlines.history(session, MATTER, issue.id)
    ]


def _no_date(session: Session, issue: Issue, deadline: Deadline | None, now: datetime) -> dict[str, str | None]:
    """Return why an issue's stage has no date, and in a sentence what that waits for; both None where it has one.

    Why is "no-limit", "open-calendar", or "waits", which alone has a sentence.
    """
    found = None if deadline is not None or issue.state.final else due(session, issue, now)
    if deadline is not None or isinstance(found, Working):
        return {"no_date": None, "waits": None}
    if found is None or (found.lacking is Lacking.LIMIT and found.on is None):
        return {"no_date": "no-limit", "waits": None}
    if found.lacking is Lacking.CALENDAR:
        return {"no_date": "open-calendar", "waits": None}
    return {"no_date": "waits", "waits": found.sentence}


def _outlives(session: Session, terms: Terms, issue: Issue, deadline: Deadline | None, now: datetime) -> dict[str, Any]:
    """Return the agreement's last day where the issue's date falls after it, and whether that day is past."""
    ends = agreements.in_force(session, session.get_one(Agreement, issue.agreement_id)).ends_on
    after = ends is not None and deadline is not None and deadline.due_on > ends
    return {
        "outlives": ends.isoformat() if ends is not None and after else None,
        "ended": ends is not None and after and ends < local_day(terms, now),
    }


def _notified(terms: Terms, issue: Issue, sent: list[Notice]) -> dict[str, Any]:
    return {
        "told": sum(notice.state in TOLD_STATES for notice in sent),
        "of": len(sent),
        "missing": names_of(terms, (n.partner for n in sent if n.state not in TOLD_STATES)),
        "unreachable": names_of(
            terms, (n.partner for n in sent if n.state in (NoticeState.UNREACHABLE, NoticeState.FAILED))
        ),
        "last_at": issue.notified_at.isoformat() if issue.notified_at else None,
    }


def _proposal(
    session: Session, terms: Terms, issue: Issue, standing: Standing, kind: ProposalKind
) -> dict[str, Any] | None:
    """Return the proposal of this kind that waits for answers, or that settled the issue; None without one."""
    shown = (ProposalState.OPEN, ProposalState.AGREED)
    found: list[Proposal] = [p for p in issue.proposals if p.kind == kind and p.state in shown]
    if not found:
        return None
    last = found[-1]
    said = {answer.partner: answer for answer in last.answers}
    return {
        "words": last.words,
        "extend_to": last.extend_to.isoformat() if last.extend_to else None,
        "for": name_of(terms, last.proposed_for),
        "by": session.get_one(Person, last.proposed_by).name,
        "at": last.proposed_at.isoformat(),
        "state": last.state.value,
        "agree": names_of(terms, (partner for partner, answer in said.items() if answer.agrees)),
        "against": [
            {"partner": name_of(terms, partner), "reason": answer.reason}
            for partner, answer in said.items()
            if not answer.agrees
        ],
        "waiting": names_of(terms, set(needed_for(kind, standing, terms)) - set(said)),
    }


def answer_buttons(proposal: Proposal) -> tuple[Button, ...]:
    """Return the two answers to a proposal; those to a request for more time say so."""
    if proposal.kind is ProposalKind.RESOLUTION:
        return Button("issue_agree", proposal.id), Button("issue_disagree", proposal.id)
    return (
        Button("issue_agree", proposal.id, label="Agree to more time"),
        Button("issue_disagree", proposal.id, label="No more time"),
    )


def debts_of(session: Session, issue: Issue, terms: Terms, now: datetime) -> dict[str, tuple[Owed, ...]]:
    """Return what each partner still owes the issue."""
    return owes(standing_now(session, issue, now), terms)
