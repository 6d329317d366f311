"""Reviews are opened: four weeks ahead by themselves, at once when an event brings one about, or by the secretary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.acting import record_event
from handlers.actors import local_day
from handlers.reviews import messages
from handlers.reviews.facts import DUE, facts_of, partners_on, rule_of, terms_of
from rules.days import in_words
from rules.review_life import ReviewState
from rules.reviews import OPENS_AHEAD, Occurrence, Schedule, meets_on, schedule
from rules.terms import Review as ReviewRule, Terms
from storage import agreements, redraws, reviews, rows
from storage.agreements import Agreement
from storage.people import Person
from storage.reviews import Review, ReviewAnswer

A_WEEK = timedelta(days=7)
LONG_PAST = timedelta(days=366)  # what nobody was there to open for longer is not opened late


def schedule_of(
    session: Session, agreement: Agreement, review: ReviewRule, *, first_on: date, until: date, now: datetime
) -> Schedule:
    """Return when a review of an agreement is due in a window, with all that is known and declared."""
    terms = agreements.current_terms(session, agreement.id)
    return schedule(
        terms,
        review,
        agreements.in_force(session, agreement),
        first_on=first_on,
        until=until,
        calendar=deadlines.calendar_named(session, terms, terms.operational_days, now),
        declared=reviews.declared(session, agreement.id),
    )


def come_up(session: Session, agreement: Agreement, now: datetime) -> int:
    """Open the reviews whose time has come, and move those whose day has moved; return how many."""
    opened = 0
    terms = agreements.current_terms(session, agreement.id)
    for one in _due(session, agreement, terms, now):
        open_review(session, agreement, terms, one, now)
        opened += 1
    return opened + keep_days(session, agreement, now)


def _due(session: Session, agreement: Agreement, terms: Terms, now: datetime) -> Iterator[Occurrence]:
    """Yield what is to be opened by now and is not yet; nothing of before the agreement was loaded."""
    today, known = local_day(terms, now), reviews.occurrences(session, agreement.id)
    since = max(local_day(terms, agreement.loaded_at), today - LONG_PAST)
    for rule in terms.reviews:
        ahead = today + OPENS_AHEAD + A_WEEK
        found = schedule_of(session, agreement, rule, first_on=today - LONG_PAST, until=ahead, now=now).occurrences
        for one in found:
            last = max(day for day in (one.on, one.completed_by) if day is not None)
            if one.key not in known and one.opens_on <= today and (one.trigger or last >= since):
                yield one


def open_review(
    session: Session,
    agreement: Agreement,
    terms: Terms,
    one: Occurrence,
    now: datetime,
    *,
    by: Person | None = None,
    why: str | None = None,
    occurrence: str | None = None,
) -> Review:
    """Open a review: its living message, a notice to every partner, and the day it is held on as a date that is chased.

    `by` is whoever begins one at another time than the agreement gives, None: it comes round, or an event has brought
    it about.
    """
    rule, today = rule_of(terms, one.review), local_day(terms, now)
    calendar = deadlines.calendar_named(session, terms, terms.operational_days, now)
    review = rows.begin(
        session,
        agreement,
        Review,
        terms_id=agreements.latest_version(session, agreement.id).id,
        occurrence=occurrence or one.key,
        review=rule.key,
        title=rule.name,
        nominal_on=one.nominal_on,
        meets_on=meets_on(one, today, calendar),
        day_chosen=by is not None,
        begin_by_on=one.initiated_by,
        complete_by_on=one.completed_by,
        trigger=one.trigger,
        why=why,
        state=ReviewState.OPEN,
        opened_at=now,
        opened_by=by.id if by else None,
        answers=[ReviewAnswer(partner=partner) for partner in partners_on(terms, today)],
    )
    session.flush()  # its date and its messages name it
    deadlines.agree(session, review, DUE, last_day=review.meets_on, clause=rule.clause, now=now)
    if by is None:
        known = {
            "review": review.title,
            "nominal_on": review.nominal_on.isoformat(),
            "meets_on": review.meets_on.isoformat(),
            "trigger": review.trigger,
        }
        record_event(session, review, "review-opened", known, at=now)
    messages.announce(session, agreement, review, now)
    return review


def keep_days(session: Session, agreement: Agreement, now: datetime) -> int:
    """Move open reviews to the day that the calendar gives now, where nobody has chosen one; return how many moved.

    A day proclaimed closed, or what the partners have decided of an open point, can change it.
    """
    moved = 0
    for review in reviews.of_agreement(session, agreement.id, states=(ReviewState.OPEN,)):
        terms = terms_of(session, review)
        today = local_day(terms, now)
        if review.day_chosen or review.trigger or review.meets_on <= today:
            continue
        rule, window = rule_of(terms, review.review), review.meets_on
        found = schedule_of(session, agreement, rule, first_on=window - LONG_PAST, until=window + LONG_PAST, now=now)
        there = next((one.on for one in found.occurrences if one.key == review.occurrence), None)
        if there is not None and there != review.meets_on and there >= today:
            move(session, review, there, f"{in_words(review.meets_on)} is no operational day.", now)
            moved += 1
    return moved


def move(session: Session, review: Review, to: date, why: str, now: datetime) -> None:
    """Hold a review on another day, and say so in its thread; its nominal day and the old date stay on record."""
    terms, was = terms_of(session, review), review.meets_on
    rule = rule_of(terms, review.review)
    review.meets_on = to
    session.flush()
    deadlines.agree(session, review, DUE, last_day=to, clause=rule.clause, now=now, why=why)
    if not review.day_chosen:
        known = {"from": was.isoformat(), "to": to.isoformat(), "why": why}
        record_event(session, review, "review-moved", known, at=now)
    redraws.note(session, review, now)
    told = {**facts_of(session, review, now), "was": was.isoformat(), "moved_why": why}
    told["next_reminder_on"] = deadlines.next_reminder_of(session, review, DUE)
    once = f"moved:{to.isoformat()}:{now.isoformat()}"
    messages.thread(session, review, "review_moved", told, once=once, now=now)
