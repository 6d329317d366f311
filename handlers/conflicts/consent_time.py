"""By when the others say whether they consent, where the agreement says; and what is said when they have not."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from handlers import deadlines, parties
from handlers.acting import record_event
from handlers.actors import local_day
from handlers.conflicts import messages
from handlers.conflicts.facts import MATTER, facts_of, interest_of, matter_of, settled
from handlers.requests import Button
from rules import moments
from rules.deadlines import Working
from rules.moments import Happened, Waits
from rules.terms import Event, Terms
from storage import agreements, conflicts, rows
from storage.agreements import Agreement
from storage.conflicts import Conflict, Touched
from storage.deadlines import Deadline, DeadlineState, live
from storage.people import leads_of

CLOCK = "consent"


def unanswered(session: Session, conflict: Conflict, now: datetime) -> list[Touched]:
    """Return the open matters that a conflict touches in which somebody has not said whether they consent."""
    if conflict.ended_at is not None:
        return []
    today = local_day(agreements.terms_of(session, conflict.terms_id), now)
    return [row for row in conflict.touched if interest_of(row).waiting and not settled(session, row, today)]


def owing(session: Session, conflict: Conflict, now: datetime) -> tuple[str, ...]:
    """Return the partners that have not said whether they consent, in the agreement's order."""
    terms = agreements.terms_of(session, conflict.terms_id)
    waiting = {partner for touched in unanswered(session, conflict, now) for partner in interest_of(touched).waiting}
    left = parties.left(session, conflict.agreement_id, local_day(terms, now))
    return tuple(it.key for it in terms.partners if it.key in waiting and it.key not in left)


def start(session: Session, conflict: Conflict, now: datetime) -> None:
    """Start the time to answer, where the agreement sets one and none runs. A later matter's answers share it.

    An interest is disclosed in a matter when it is declared, or when the matter comes to what it reaches.
    """
    terms = agreements.terms_of(session, conflict.terms_id)
    if not owing(session, conflict, now) or live(session, MATTER, [conflict.id]):
        return
    found = _due(session, conflict, terms, now, now)
    if isinstance(found, Working):
        deadlines.put(session, conflict, CLOCK, working=found, why="", now=now)


def look(session: Session, agreement: Agreement, now: datetime) -> int:
    """Count the times to answer anew that run in an agreement, where a calendar has changed; return how many moved."""
    return sum(_redated(session, conflict, now) for conflict in conflicts.of_agreement(session, agreement.id))


def _redated(session: Session, conflict: Conflict, now: datetime) -> bool:
    terms = agreements.terms_of(session, conflict.terms_id)
    deadline = next((one for one in live(session, MATTER, [conflict.id]) if one.state is DeadlineState.OPEN), None)
    if deadline is None:
        return False
    found = _due(session, conflict, terms, Working.from_json(deadline.working).start, now)
    if not isinstance(found, Working):
        return False
    put = deadlines.put(session, conflict, CLOCK, working=found, why="The calendar changed.", now=now)
    return put is not deadline


def _due(
    session: Session, conflict: Conflict, terms: Terms, disclosed: Happened, now: datetime
) -> Working | Waits | None:
    """Return by when the others say whether they consent to an interest disclosed then; None: no time is set."""
    rule = terms.conflicts
    if rule is None or rule.consent_within is None:
        return None
    when = rule.consent_within.model_copy(update={"clause": rule.consent_within.clause or rule.clause})
    facts: dict[str, Happened] = {Event.AWARE: conflict.aware_at, Event.DISCLOSED: disclosed}
    calendars = deadlines.calendars_of(session, terms, now)
    return moments.moment(terms, when, facts, calendars=calendars, at="conflicts.consent_within")


def settle(session: Session, conflict: Conflict, now: datetime) -> None:
    """Take back the reminders of those who have answered; end the time to answer when nobody has anything left to."""
    terms, waiting = agreements.terms_of(session, conflict.terms_id), owing(session, conflict, now)
    asked = leads_of(session, conflict.agreement_id, waiting, local_day(terms, now)).values() if waiting else ()
    deadlines.settle_reminders(
        session,
        conflict,
        still={contact.person.id for contact in asked},
        facts=facts_of(session, conflict),
        show=Button("conflict_show", conflict.id),
        now=now,
    )
    if not waiting:
        over = DeadlineState.CANCELLED if conflict.ended_at is not None else DeadlineState.MET
        deadlines.end(session, conflict, state=over)


def time_up(session: Session, deadline: Deadline, now: datetime) -> None:
    """Say who has not answered in time. Silence is not consent: the partner stays out until each of them has."""
    conflict = rows.get(session, Conflict, deadline.matter_id)
    if conflict is None:
        return
    terms = agreements.terms_of(session, conflict.terms_id)
    for touched in unanswered(session, conflict, now):
        facts = {"matter": touched.reference, "waiting": sorted(interest_of(touched).waiting)}
        private = matter_of(session, touched).private
        record_event(session, conflict, "consent-overdue", facts, at=now, private=private)
        messages.tell_declarer(session, terms, touched, now, once="overdue", secretary=True)
