"""What becomes of open matters when a partner leaves: it is said in each, once, and nothing waits for it any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TypeVar

from sqlalchemy.orm import Session

from handlers import parties
from handlers.acting import Event, record_event
from handlers.actors import local_day
from handlers.conflicts import consent_time, effect as conflict_effect, facts as conflict_facts
from handlers.issues import proposals
from handlers.signatures import effect
from rules.decisions import DecisionState
from rules.issues import LIVING
from rules.review_life import ReviewState
from rules.signatures import RequestState
from storage import agreements, conflicts, decisions, issues, redraws, register, reviews, rows, signatures
from storage.agreements import Agreement
from storage.conflicts import Conflict
from storage.decisions import Decision
from storage.issues import Issue
from storage.reviews import Review
from storage.signatures import SignatureRequest

ACT = "partner-left"
Matter = TypeVar("Matter", Issue, Decision, Conflict, SignatureRequest, Review)


def look(session: Session, agreement: Agreement, now: datetime) -> int:
    """Say of each partner that has left in each open matter it is in that nothing waits for it; return in how many."""
    today = local_day(agreements.current_terms(session, agreement.id), now)
    if not parties.left(session, agreement.id, today):
        return 0
    looks = (_issues, _decisions, _conflicts, _signatures, _reviews)
    return sum(look_at(session, agreement.id, now) for look_at in looks)


def _told(
    session: Session,
    model: type[Matter],
    found: Iterable[Matter],
    partners: Callable[[Matter], Iterable[str]],
    now: datetime,
) -> Iterator[tuple[Matter, list[str]]]:
    """Say it in each matter that some of its partners have left, one after another; yield each with those partners."""
    for one in found:
        matter = rows.get(session, model, one.id, lock=True) or one
        if gone := _said(session, matter, partners(matter), now):
            yield matter, gone


def _said(session: Session, matter: Event, among: Iterable[str], now: datetime) -> list[str]:
    """Put on a matter's record which of its partners have left, once; return those of whom it is said now."""
    today = local_day(agreements.current_terms(session, matter.agreement_id), now)
    found, mine = parties.left(session, matter.agreement_id, today), set(among)
    told = register.partners_of(session, matter.agreement_id, matter.reference, ACT)
    new = [partner for partner in found if partner in mine and partner not in told]
    for partner in new:
        hidden = isinstance(matter, Conflict) and conflict_facts.is_asked_in_private(session, matter, partner)
        record_event(session, matter, ACT, {"why": found[partner]}, at=now, partner=partner, private=hidden or None)
    return new


# --- What is settled in each kind of matter; in how many ------------------------------------------------------------


def _issues(session: Session, agreement_id: int, now: datetime) -> int:
    done, found = 0, issues.of_agreement(session, agreement_id, states=LIVING)
    for issue, _ in _told(session, Issue, found, lambda it: [row.partner for row in it.partners], now):
        proposals.look_again(session, issue, now)
        redraws.note(session, issue, now)
        done += 1
    return done


def _decisions(session: Session, agreement_id: int, now: datetime) -> int:
    def partners(decision: Decision) -> list[str]:
        return [it.key for it in agreements.terms_of(session, decision.terms_id).partners]

    found = decisions.of_agreement(session, agreement_id, states=(DecisionState.DRAFT, DecisionState.OPEN))
    done = 0
    for decision, _ in _told(session, Decision, found, partners, now):
        redraws.note(session, decision, now)
        done += 1
    return done


def _conflicts(session: Session, agreement_id: int, now: datetime) -> int:
    """Ask no consent of who has left: it is needed no more, and what waited for it alone waits for nobody."""

    def needed(conflict: Conflict) -> set[str]:
        return {partner for touched in conflict.touched for partner in touched.needs or ()}

    done = 0
    for conflict, gone in _told(session, Conflict, conflicts.living(session, agreement_id), needed, now):
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


def _signatures(session: Session, agreement_id: int, now: datetime) -> int:
    done, found = 0, signatures.of_agreement(session, agreement_id, states=(RequestState.OPEN,))
    for asked, _ in _told(session, SignatureRequest, found, lambda it: [party.partner for party in it.parties], now):
        redraws.note(session, asked, now)
        effect.settle(session, asked, now)
        done += 1
    return done


def _reviews(session: Session, agreement_id: int, now: datetime) -> int:
    done, found = 0, reviews.of_agreement(session, agreement_id, states=(ReviewState.OPEN,))
    for review, _ in _told(session, Review, found, lambda it: [answer.partner for answer in it.answers], now):
        redraws.note(session, review, now)
        done += 1
    return done
