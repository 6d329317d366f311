"""Raise an issue between partners: whole, in one transaction."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors, conflict_prompts
from handlers.acting import Acting, record
from handlers.actors import Actor
from handlers.conflicts import effect as conflict_effect
from handlers.forms import FormRefused, Values
from handlers.issues import clock, facts as issue_facts, forms, messages
from handlers.requests import Answer, Ask, Request, Say
from rules import issues
from rules.errors import Refusal
from rules.issues import IssueState
from rules.matters import Allowed
from rules.terms import Terms
from storage import agreements, redraws, rows
from storage.agreements import Agreement
from storage.issues import Issue, IssuePartner, Visit
from storage.notices import NoticeState

# --- Raising ------------------------------------------------------------------------------------------------------


def start_raising(session: Session, request: Request) -> Answer:
    """Open the form; a channel that runs an agreement settles which one it is about.

    Raises Refusal for somebody who could not raise an issue there, before they write one.
    """
    here = actors.in_channel(session, request)
    chosen = session.get(Agreement, here.row) if here.row else None
    mine = [chosen] if chosen is not None else actors.agreements_of(session, request)
    if len(mine) == 1:
        actor = actors.actor_in(session, mine[0], request)
        _check_raising(session, actor, forms.raising_partners(actor))
    return Ask(forms.raise_form(session, replace(here, row=chosen.id if chosen else None)))


def _check_raising(session: Session, actor: Actor, raising: tuple[str, ...]) -> None:
    if not raising:
        anybody = Allowed(frozenset(actor.partners()), secretary=True)
        raise Refusal(
            "An issue is raised for a partner by its lead or deputy, and you are neither. "
            + actors.who_could(session, actor, anybody)
        )


def raise_issue(session: Session, request: Request, values: Values) -> Answer:
    """Raise an issue; return what the person who raised it reads. In one transaction.

    1. give it a reference and its partners;
    2. start the clock of its first stage, to be confirmed when the last partner is notified;
    3. write the register;
    4. queue the living message and a notice to each other partner.
    """
    agreement = _agreement_of(session, request, values)
    actor = actors.actor_in(session, agreement, request)
    terms = actor.terms
    raising = forms.raising_partners(actor)
    _check_raising(session, actor, raising)
    raised_for = values.line("raised_for") or raising[0]
    if raised_for not in raising:
        raise FormRefused({"raised_for": "Please choose a partner you are lead or deputy of."})
    affected = tuple(p for p in values.many("affected") if p != raised_for)
    if not affected:
        raise FormRefused({"affected": "Please choose at least one partner other than the one that raises it."})
    stage = terms.issues.stages[0]
    private = values.ticked("private")
    told = issues.told_partners(terms, raised_for=raised_for, affected=affected, private=private)
    issue = rows.begin(
        session,
        agreement,
        Issue,
        terms_id=agreements.latest_version(session, agreement.id).id,
        title=values.line("title"),
        particulars=values.line("particulars"),
        outcome_sought=values.line("outcome_sought"),
        concerns=_concerns(terms, values),
        subject=values.line("concerns"),
        link=request.link,
        private=private,
        consultation="consultation" in values.many("marks"),
        third_party="third-party" in values.many("marks"),
        raised_for=raised_for,
        raised_as=values.line("raised_as") or None,
        raised_by=actor.person.id,
        evidence=values.line("evidence") or None,
        state=IssueState.OPEN,
        stage=stage.key,
        stage_entered_at=request.now,
        raised_at=request.now,
        visits=[Visit(stage=stage.key, entered_at=request.now, notes={})],
        partners=[IssuePartner(partner=p, affected=p in affected or p == raised_for) for p in told],
    )
    session.flush()  # the clock and the messages name the issue
    clock.reckon(session, issue, request.now)
    by = Acting(actor, raised_for, request, issue.evidence)
    record(session, by, issue, "issue-raised", _raised_facts(issue, affected))
    sent = messages.announce(session, agreement, issue, request.now)
    for notice in sent:
        if notice.state is NoticeState.UNREACHABLE:
            record(session, by, issue, "notice-unreachable", {"partner": notice.partner})
    conflict_effect.reached(session, issue, request.now)
    redraws.note(session, issue, request.now)
    prompts = conflict_prompts.facts_of(terms, (raised_for,), issue_facts.concerned_in(issue))
    return Say(
        "issue_raised", {**issue_facts.facts_of(session, issue, request.now), "notices": len(sent), "prompts": prompts}
    )


def _raised_facts(issue: Issue, affected: tuple[str, ...]) -> dict[str, Any]:
    return {
        "title": issue.title,
        "particulars": issue.particulars,
        "outcome_sought": issue.outcome_sought,
        "concerns": issue.concerns,
        "affected": list(affected),
        "raised_as": issue.raised_as,
        "evidence": issue.evidence,
        "link": issue.link,
        "terms_id": issue.terms_id,
    }


def _agreement_of(session: Session, request: Request, values: Values) -> Agreement:
    if request.row is not None:
        return session.get_one(Agreement, request.row)
    mine = actors.agreements_of(session, request)
    chosen = [agreement for agreement in mine if len(mine) == 1 or agreement.key == values.line("agreement")]
    if not chosen:
        raise FormRefused({"agreement": "Please choose the agreement this is about."})
    return chosen[0]


def _concerns(terms: Terms, values: Values) -> str:
    labels = {choice.key: choice.label for choice in forms.subjects(terms)}
    clause = values.line("clause")
    return labels[values.line("concerns")] + (f" (clause {clause})" if clause else "")
