"""Issues looked at: those that are not closed, and one with all that somebody can do to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors, parties
from handlers.actors import Actor, names_of
from handlers.deadlines import deadline_facts
from handlers.history import history
from handlers.issues import ladder, last_day
from handlers.issues.facts import MATTER, answer_buttons, dates_of, debts_of, facts_of, standing_of, terms_of
from handlers.requests import Answer, Button, Request, Say
from rules.issues import IssueAct, IssueState, ProposalState, who_may
from rules.ladder import onward
from storage import deadlines, issues, notices
from storage.agreements import Agreement
from storage.deadlines import Deadline
from storage.issues import Issue
from storage.seeing import seeing

LONGEST_LIST = 25


def list_issues(session: Session, request: Request, agreement: Agreement) -> Answer:
    """List the issues that are not closed, as far as whoever asks may see them."""
    actor = actors.actor_in(session, agreement, request)
    shown, there_are = issues.seen(session, agreement.id, seeing(actor.holdings), most=LONGEST_LIST)
    due: dict[int, Deadline] = {}
    for one in reversed(deadlines.live(session, MATTER, [issue.id for issue in shown])):
        due[one.matter_id] = one
    return Say(
        "issue_list",
        {
            "agreement": actor.terms.short_title,
            "rows": [_row(session, issue, due.get(issue.id), request.now) for issue in shown],
            "more": there_are - len(shown),
        },
        tuple(Button("issue_show", issue.id, label=issue.reference) for issue in shown[:5]),
    )


def _row(session: Session, issue: Issue, deadline: Deadline | None, now: datetime) -> dict[str, Any]:
    terms = terms_of(session, issue)
    return {
        "reference": issue.reference,
        "title": issue.title,
        "state": issue.state.value,
        "private": issue.private,
        "deadline": deadline_facts(session, terms, deadline, now),
        "owing": names_of(terms, debts_of(session, issue, terms, now)),
    }


def detail(session: Session, request: Request, issue: Issue, actor: Actor) -> Answer:
    """Return an issue as somebody may see it, with what they can do to it."""
    facts = facts_of(session, issue, request.now)
    facts["dates"] = dates_of(session, issue)
    facts["history"] = history(session, issue)
    shown = offered(session, issue, actor)
    if last_day.over(session, issue, request.now) is not None:  # nobody has moved it on yet
        shown = tuple(button for button in shown if button.action not in OF_A_STAGE)
    return Say("issue_detail", facts, shown)


def offered(session: Session, issue: Issue, actor: Actor) -> tuple[Button, ...]:
    """Return the presses that are open to this person on this issue, as it stands."""
    terms = terms_of(session, issue)
    standing = standing_of(issue, parties.left(session, issue.agreement_id, actor.today))
    if standing.state.final:
        return ()
    buttons: list[Button] = []
    for proposal in issue.proposals:
        if proposal.state is ProposalState.OPEN and actor.may_act_for(who_may(IssueAct.ANSWER, standing, terms)):
            buttons += answer_buttons(proposal)
    for name, act in PRESS_ACTS.items():
        allowed = who_may(act, standing, terms)
        mine = set(actor.may_act_for(allowed))
        if act is IssueAct.ACKNOWLEDGE:
            mine -= standing.acknowledged
        if act is IssueAct.MARK_UNRESOLVED and (standing.state is not IssueState.OPEN or onward(terms, issue.stage)):
            continue  # an issue is unresolved where no stage is left; until then it goes further
        if act is IssueAct.EXTEND and not deadlines.live(session, MATTER, [issue.id]):
            continue
        if mine or (allowed.secretary and actor.is_secretary):
            buttons.append(Button(name, issue.id))
    buttons.append(Button("conflict_issue", issue.id))
    buttons += [Button(name, issue.id) for name in ladder.open_to(issue, terms, standing, actor)]
    if actor.is_secretary:
        buttons.append(Button("issue_behalf", issue.id))
        if not issue.private:
            buttons.append(Button("issue_action", issue.id))
        if any(n.state not in notices.TOLD_STATES for n in notices.of_matter(session, MATTER, issue.id)):
            buttons.append(Button("issue_told", issue.id))
    return tuple(buttons)


PRESS_ACTS: Mapping[str, IssueAct] = {
    "issue_acknowledge": IssueAct.ACKNOWLEDGE,
    "issue_propose": IssueAct.PROPOSE,
    "issue_comment": IssueAct.COMMENT,
    "issue_extend": IssueAct.EXTEND,
    "issue_unresolved": IssueAct.MARK_UNRESOLVED,
    "issue_withdraw": IssueAct.WITHDRAW,
}

_ACTS = {**PRESS_ACTS, **ladder.ACTS, **dict.fromkeys(("issue_agree", "issue_disagree"), IssueAct.ANSWER)}
OF_A_STAGE = frozenset(name for name, act in _ACTS.items() if act in last_day.WHAT)
"""The presses that belong to the stage where an issue stands."""
