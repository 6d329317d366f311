"""A review as plain values: what it looks at, what each partner reports, who is silent, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import parties
from handlers.actors import local_day, name_of, names_of
from handlers.deadlines import deadline_facts
from rules import review_life
from rules.electorates import gone
from rules.matters import SECRETARY
from rules.review_life import ReviewOutcome
from rules.terms import Review as ReviewRule, Terms
from storage import actions, agreements, deadlines, people
from storage.people import Contact, Person, leads_of
from storage.reviews import Review, ReviewAnswer

MATTER = "review"
DUE = "due"
"""The name of a review's clock: the day on which it is held."""


def terms_of(session: Session, review: Review) -> Terms:
    """Return the terms a review was opened under; they are its terms for ever."""
    return agreements.terms_of(session, review.terms_id)


def rule_of(terms: Terms, key: str) -> ReviewRule:
    """Return what the pack says of a review."""
    return next(review for review in terms.reviews if review.key == key)


def partners_on(terms: Terms, day: date) -> tuple[str, ...]:
    """Return the partners of an agreement on a day, in its order: not those still to join, nor those that have left."""
    return tuple(partner.key for partner in terms.partners if gone(terms, partner, day) is None)


def silent(session: Session, review: Review, today: date) -> tuple[str, ...]:
    """Return the partners that have said nothing to a review yet; "nothing to add" is an answer.

    Nothing is asked of one that has left.
    """
    left = {} if review.state.final else parties.left(session, review.agreement_id, today)
    return tuple(it.partner for it in review.answers if it.answered_at is None and it.partner not in left)


def contacts_of(session: Session, review: Review, today: date) -> dict[str, Contact]:
    """Return whom each partner is reached by about a review, and the secretary, who owes what came of it."""
    found = leads_of(session, review.agreement_id, None, today)
    secretary = people.secretary_reached(session, today, review.agreement_id)
    return {**found, **({SECRETARY: secretary} if secretary is not None else {})}


def facts_of(session: Session, review: Review, now: datetime) -> dict[str, Any]:
    """Return what the templates say about a review, in plain JSON values; dates and instants are ISO text."""
    terms = terms_of(session, review)
    rule = rule_of(terms, review.review)
    live = deadlines.live(session, MATTER, [review.id])
    today = local_day(terms, now)
    reached = leads_of(session, review.agreement_id, None, today)
    unheard = silent(session, review, today)
    followed = actions.because_of(session, MATTER, review.id)
    return {
        **in_short(session, review, now),
        "agreement": terms.short_title,
        "agreement_title": terms.title,
        "state": review.state.value,
        "private": False,
        "clause": rule.clause,
        "note": rule.note,
        "looks_at": list(rule.looks_at),
        "forum": None if rule.by == "partners" else name_of(terms, rule.by),
        "nominal_on": review.nominal_on.isoformat(),
        "day_chosen": review.day_chosen,
        "begin_by_on": _day(review.begin_by_on),
        "complete_by_on": _day(review.complete_by_on),
        "trigger": review.trigger,
        "why": review.why,
        "deadline": deadline_facts(session, terms, live[0] if live else None, now),
        "answers": [answer_facts(session, terms, rule, one) for one in review.answers if one.answered_at],
        "unreached": names_of(terms, [partner for partner in unheard if partner not in reached]),
        "departed": parties.departed(session, review.agreement_id, today, [it.partner for it in review.answers]),
        "findings": [{"of": of, "words": words} for of, words in _paired(rule, review.findings)],
        "outcome": review.outcome.value if review.outcome else None,
        "way": way_facts(terms, review.outcome) if review.outcome else None,
        "actions": [
            {
                "reference": action.reference,
                "title": action.title,
                "partner": name_of(terms, action.partner),
                "due_on": action.due_on.isoformat(),
                "state": action.state.value,
            }
            for action in followed
        ],
        "opened_at": review.opened_at.isoformat(),
        "opened_by": _person(session, review.opened_by),
        "closed_at": review.closed_at.isoformat() if review.closed_at else None,
        "closed_by": _person(session, review.closed_by),
        "timezone": terms.timezone,
    }


def in_short(session: Session, review: Review, now: datetime) -> dict[str, Any]:
    """Return what is said of a review in a list: when it is held, or was, and how many of those asked have answered."""
    terms = terms_of(session, review)
    return {
        "reference": review.reference,
        "title": review.title,
        "meets_on": review.meets_on.isoformat(),
        "held_on": _day(review.held_on),
        "asked": len(review.answers),
        "answered": sum(one.answered_at is not None for one in review.answers),
        "silent": names_of(terms, silent(session, review, local_day(terms, now))),
    }


def answer_facts(session: Session, terms: Terms, rule: ReviewRule, one: ReviewAnswer) -> dict[str, Any]:
    """Return what a partner has answered for the templates: `words` that it left empty are left out."""
    return {
        "partner": name_of(terms, one.partner),
        "words": [{"of": of, "words": words} for of, words in _paired(rule, one.words) if words],
        "changes": one.changes,
        "nothing": one.words is None and one.changes is None,
        "by": _person(session, one.answered_by),
        "at": one.answered_at.isoformat() if one.answered_at else None,
        "evidence": one.evidence,
    }


def way_facts(terms: Terms, outcome: ReviewOutcome) -> dict[str, Any] | None:
    """Return how the agreement says that an outcome is brought about; None where it says nothing, or nothing is."""
    found = review_life.way(terms, outcome)
    if found is None:
        return None
    return {
        "rule": found.rule_name,
        "clause": found.clause,
        "written": found.written,
        "signed": found.signed,
        "forum": name_of(terms, found.forum) if found.forum else None,
        "note": found.note,
    }


def _paired(rule: ReviewRule, words: Iterable[str] | None) -> list[tuple[str, str]]:
    return [] if words is None else list(zip(rule.looks_at, words, strict=True))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _person(session: Session, person_id: int | None) -> str | None:
    return None if person_id is None else session.get_one(Person, person_id).name


def key_of_review(occurrence: str) -> str:
    """Return the key among an agreement's obligations of the day on which an occurrence of a review is due."""
    return f"review.{occurrence}"


def stands_for(review: Review) -> str:
    """Return the key among an agreement's obligations of the day that a review has come of."""
    return key_of_review(review.occurrence)
