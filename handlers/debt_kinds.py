"""What is owed to matters of each kind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from handlers.actions import facts as action_facts
from handlers.actors import local_day, name_of
from handlers.conflicts import consent_time, facts as conflict_facts, returns as interest_returns
from handlers.debt import THE_SECRETARY, Debt, by_urgency, debtor
from handlers.decisions import facts as decision_facts
from handlers.issues.facts import MATTER, debts_of, terms_of
from handlers.meetings import facts as meeting_facts
from handlers.milestones import facts as milestone_facts
from handlers.reviews import facts as review_facts
from handlers.signatures import facts as signature_facts
from rules import review_life
from rules.actions import ActionState
from rules.decisions import DecisionState
from rules.issues import LIVING
from rules.matters import SECRETARY, Owed
from rules.meeting_life import TO_COME, MeetingState
from rules.review_life import ReviewState
from rules.signatures import RequestState
from storage import actions, agreements, conflicts, deadlines, decisions, issues, meetings, reviews, signatures
from storage.actions import Action
from storage.agreements import Agreement
from storage.conflicts import Conflict
from storage.decisions import Decision
from storage.issues import Issue
from storage.meetings import Meeting
from storage.milestones import Milestone
from storage.reviews import Review
from storage.signatures import SignatureRequest

RATIFY = (Owed.RATIFICATION,)
CONSENT = (Owed.CONSENT,)
INTERESTS = (Owed.INTERESTS,)
SIGN = (Owed.SIGNATURE,)


def to_settle(session: Session, agreement_id: int) -> list[Debt]:
    """Return what an agreement's living issues wait for."""
    return of_issues(session, issues.of_agreement(session, agreement_id, states=LIVING))


def of_issues(session: Session, found: Iterable[Issue]) -> list[Debt]:
    """Return what is owed to these issues, overdue and soonest first, those without a date last."""
    living = list(found)
    due = {d.matter_id: d for d in deadlines.live(session, MATTER, [issue.id for issue in living])}
    debts = []
    for issue in living:
        terms = terms_of(session, issue)
        debts += [
            Debt(issue, partner, name_of(terms, partner), owed, due.get(issue.id))
            for partner, owed in debts_of(issue, terms).items()
        ]
    return by_urgency(debts)


def to_vote(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return the votes that an agreement's open decisions still wait for."""
    waiting = decisions.of_agreement(session, agreement_id, states=(DecisionState.OPEN,))
    return [debt for decision in waiting for debt in of_decision(session, decision, now)]


def of_decision(session: Session, decision: Decision, now: datetime) -> list[Debt]:
    """Return the votes that a decision still waits for; none once it is closed."""
    if decision.state is not DecisionState.OPEN:
        return []
    today = local_day(agreements.terms_of(session, decision.terms_id), now)
    deadline = decision_facts.live_deadline(session, decision)
    silent = decision_facts.silent(session, decision, today)
    return [Debt(decision, voter.key, voter.name, (Owed.VOTE,), deadline) for voter in silent]


def to_ratify(session: Session, agreement_id: int) -> list[Debt]:
    """Return the approvals by partners' own bodies that an agreement's decisions still wait for."""
    return [
        Debt(decision, row.partner, name_of(agreements.terms_of(session, decision.terms_id), row.partner), RATIFY, None)
        for decision in decisions.to_be_ratified(session, agreement_id)
        for row in decision.ratifications
        if row.approved is None
    ]


def to_consent(session: Session, agreement_id: int) -> list[Debt]:
    """Return the answers about declared conflicts that an agreement's partners owe."""
    return [debt for one in conflicts.living(session, agreement_id) for debt in of_conflict(session, one)]


def of_conflict(session: Session, conflict: Conflict) -> list[Debt]:
    """Return the answers about a declared conflict that the other partners owe, one for each partner."""
    waiting = consent_time.owing(session, conflict)
    if not waiting:
        return []
    terms = agreements.terms_of(session, conflict.terms_id)
    due = next(iter(deadlines.live(session, conflict_facts.MATTER, [conflict.id])), None)
    return [Debt(conflict, partner, name_of(terms, partner), CONSENT, due) for partner in waiting]


def to_declare(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return the answers that an agreement's partners owe in the round of declarations that runs, if one does."""
    agreement = session.get_one(Agreement, agreement_id)
    owing = interest_returns.owing(session, agreement, now)
    if not owing:
        return []
    asked = interest_returns.round_of(session, agreement)
    terms = agreements.current_terms(session, agreement_id)
    return [Debt(asked, partner, name_of(terms, partner), INTERESTS, None) for partner in owing]


def to_do(session: Session, agreement_id: int) -> list[Debt]:
    """Return an agreement's open actions as what their partners owe."""
    return of_actions(session, actions.of_agreement(session, agreement_id, states=(ActionState.OPEN,)))


def of_action(session: Session, action: Action) -> list[Debt]:
    """Return an action as what its partner owes; nothing once it is closed."""
    return of_actions(session, [] if action.state.final else [action])


def of_actions(session: Session, found: Iterable[Action]) -> list[Debt]:
    """Return these actions as what their partners owe."""
    waiting = list(found)
    due = {d.matter_id: d for d in deadlines.live(session, action_facts.MATTER, [action.id for action in waiting])}
    return [
        Debt(
            action,
            action.partner,
            name_of(agreements.terms_of(session, action.terms_id), action.partner),
            (Owed.ACTION,),
            due.get(action.id),
        )
        for action in waiting
    ]


def to_sign(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return the signatures that an agreement's partners owe."""
    waiting = signatures.of_agreement(session, agreement_id, states=(RequestState.OPEN,))
    return [debt for request in waiting for debt in of_request(session, request, now)]


def of_request(session: Session, request: SignatureRequest, now: datetime) -> list[Debt]:
    """Return the signatures that a request still waits for: not those of partners that declined or cannot yet."""
    if request.state is not RequestState.OPEN:
        return []
    terms = signature_facts.terms_of(session, request)
    live = deadlines.live(session, signature_facts.MATTER, [request.id])
    due = next((found for found in live if found.clock == signature_facts.SIGNING), None)
    return [
        Debt(request, partner, signature_facts.partner_of(terms, request, partner), SIGN, due)
        for partner in signature_facts.owing(session, request, local_day(terms, now))
    ]


def to_review(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return what an agreement's open reviews still wait for."""
    waiting = reviews.of_agreement(session, agreement_id, states=(ReviewState.OPEN,))
    return [debt for review in waiting for debt in of_review(session, review, now)]


def of_review(session: Session, review: Review, now: datetime) -> list[Debt]:
    """Return what a review still waits for: partners' reports, and from its day on what came of it."""
    terms = review_facts.terms_of(session, review)
    silent = review_facts.silent(review)
    owed = review_life.owes(review.state, silent=silent, meets_on=review.meets_on, today=local_day(terms, now))
    due = next(iter(deadlines.live(session, review_facts.MATTER, [review.id])), None)
    return [Debt(review, key, debtor(terms, key), (what,), due) for key, what in owed.items()]


def to_reach(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return what an agreement's milestones wait for."""
    return of_milestones(session, milestone_facts.asked_for(session, agreement_id, now), now)


def of_milestone(session: Session, milestone: Milestone, now: datetime) -> list[Debt]:
    """Return what a milestone waits for."""
    return of_milestones(session, [milestone], now)


def of_milestones(session: Session, found: Iterable[Milestone], now: datetime) -> list[Debt]:
    """Return what is owed to these milestones: how they stand, what became of them, whether a condition came true."""
    waiting = [(milestone, owed) for milestone in found if (owed := milestone_facts.owed(session, milestone, now))]
    due = milestone_facts.live_deadlines(session, [milestone for milestone, _ in waiting])
    return [
        Debt(
            milestone,
            milestone_facts.partner_of(session, milestone) or SECRETARY,
            milestone_facts.owner_name(milestone_facts.terms_of(session, milestone), milestone.owner),
            owed,
            due.get(milestone.id),
        )
        for milestone, owed in waiting
    ]


def to_hold(session: Session, agreement_id: int, now: datetime) -> list[Debt]:
    """Return what the secretary owes an agreement's meetings: their notice, their papers, their record."""
    waiting = meetings.rows_of(session, agreement_id, states=TO_COME)
    return [debt for meeting in waiting for debt in of_meeting(session, meeting, now)]


def of_meeting(session: Session, meeting: Meeting, now: datetime) -> list[Debt]:
    """Return what the secretary owes one meeting: what the agreement asks before it, and its record once it is past."""
    if meeting.state not in TO_COME:
        return []
    due = {one.clock: one for one in deadlines.live(session, meeting_facts.MATTER, [meeting.id])}
    today = local_day(agreements.terms_of(session, meeting.terms_id), now)
    if meeting.meets_on < today:
        record = (Owed.MEETING_RECORD,)
        return [Debt(meeting, SECRETARY, THE_SECRETARY, record, due.get(meeting_facts.RECORD))]
    before = (
        (Owed.MEETING_NOTICE, meeting_facts.NOTICE, meeting.state is MeetingState.PLANNED),
        (Owed.MEETING_PAPERS, meeting_facts.PAPERS, meeting.papers_at is None),
    )
    return [
        Debt(meeting, SECRETARY, THE_SECRETARY, (owed,), due[clock])
        for owed, clock, waits in before
        if waits and clock in due
    ]
