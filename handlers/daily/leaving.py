"""What becomes of open matters when a partner leaves: it is said in each, once, and nothing waits for it any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from handlers import parties
from handlers.acting import Event, record_event
from handlers.actors import local_day
from handlers.conflicts import consent_time, effect as conflict_effect, facts as conflict_facts
from handlers.decisions import messages as decision_messages
from handlers.issues import messages as issue_messages, proposals
from handlers.reviews import messages as review_messages
from handlers.signatures import effect, messages as signature_messages
from rules.decisions import DecisionState
from rules.issues import LIVING
from rules.review_life import ReviewState
from rules.signatures import RequestState
from storage import agreements, conflicts, decisions, issues, register, reviews, rows, signatures
from storage.agreements import Agreement
from storage.conflicts import Conflict
from storage.decisions import Decision
from storage.issues import Issue
from storage.reviews import Review
from storage.signatures import SignatureRequest

ACT = "partner-left"


def look(session: Session, agreement: Agreement, now: datetime) -> int:
    """Say of each partner that has left in each open matter it is in that nothing waits for it; return in how many."""
    today = local_day(agreements.current_terms(session, agreement.id), now)
    if not parties.left(session, agreement.id, today):
        return 0
    return sum(
        (
            _issues(session, agreement, now),
            _decisions(session, agreement, now),
            _conflicts(session, agreement, now),
            _signatures(session, agreement, now),
            _reviews(session, agreement, now),
        )
    )


def _said(session: Session, matter: Event, among: Iterable[str], now: datetime) -> list[str]:
    """Put on a matter's record which of its partners have left, once; return those of whom it is said now."""
    today = local_day(agreements.current_terms(session, matter.agreement_id), now)
    found, mine = parties.left(session, matter.agreement_id, today), set(among)
    told = register.partners_of(session, matter.agreement_id, matter.reference, ACT)
    new = [partner for partner in found if partner in mine and partner not in told]
    for partner in new:
        record_event(session, matter, ACT, {"why": found[partner]}, at=now, partner=partner)
    return new


def _issues(session: Session, agreement: Agreement, now: datetime) -> int:
    done = 0
    for one in issues.of_agreement(session, agreement.id, states=LIVING):
        issue = rows.get(session, Issue, one.id, lock=True) or one
        if _said(session, issue, [row.partner for row in issue.partners], now):
            proposals.look_again(session, issue, now)
            issue_messages.refresh(session, issue, now)
            done += 1
    return done


def _decisions(session: Session, agreement: Agreement, now: datetime) -> int:
    done = 0
    for one in decisions.of_agreement(session, agreement.id, states=(DecisionState.DRAFT, DecisionState.OPEN)):
        decision = rows.get(session, Decision, one.id, lock=True) or one
        if _said(session, decision, [it.key for it in agreements.terms_of(session, decision.terms_id).partners], now):
            decision_messages.refresh(session, decision, now)
            done += 1
    return done


def _conflicts(session: Session, agreement: Agreement, now: datetime) -> int:
    """Ask no consent of who has left: it is needed no more, and what waited for it alone waits for nobody."""
    done = 0
    for one in conflicts.living(session, agreement.id):
        conflict = rows.get(session, Conflict, one.id, lock=True) or one
        needed = {partner for touched in conflict.touched for partner in touched.needs or ()}
        gone = set(_said(session, conflict, needed, now))
        if not gone:
            continue
        for touched in conflict.touched:
            given = {consent.partner for consent in touched.consents}
            if touched.needs is not None:
                touched.needs = [partner for partner in touched.needs if partner in given or partner not in gone]
            if touched.consented_at is None and conflict_facts.interest_of(touched).consented:
                touched.consented_at = now
        session.flush()  # whom it keeps out is read anew
        consent_time.settle(session, conflict, now)
        for touched in conflict.touched:
            conflict_effect.apply(session, conflict_facts.matter_of(session, touched), now)
        done += 1
    return done


def _signatures(session: Session, agreement: Agreement, now: datetime) -> int:
    done = 0
    for one in signatures.of_agreement(session, agreement.id, states=(RequestState.OPEN,)):
        asked = rows.get(session, SignatureRequest, one.id, lock=True) or one
        if _said(session, asked, [party.partner for party in asked.parties], now):
            signature_messages.refresh(session, asked, now)
            effect.settle(session, asked, now)
            done += 1
    return done


def _reviews(session: Session, agreement: Agreement, now: datetime) -> int:
    done = 0
    for one in reviews.of_agreement(session, agreement.id, states=(ReviewState.OPEN,)):
        review = rows.get(session, Review, one.id, lock=True) or one
        if _said(session, review, [answer.partner for answer in review.answers], now):
            review_messages.refresh(session, review, now)
            done += 1
    return done
