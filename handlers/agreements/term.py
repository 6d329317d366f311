"""The term of an agreement: what begins with it, and when something is said of its end."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.actors import local_day
from rules import nudges, reviews, term
from rules.terms import Terms
from storage import agreements
from storage.agreements import Agreement

A_YEAR = timedelta(days=400)
DAY = timedelta(days=1)


def plan(session: Session, agreement: Agreement, now: datetime) -> None:
    """Set when something is next to be said about the agreement's end.

    What should have been said before, and was not, is said in the next working hours: the latest of it alone. Nothing
    is said of an end that had come before the agreement was loaded.
    """
    terms, ends_on = agreements.current_terms(session, agreement.id), agreements.in_force(session, agreement).ends_on
    agreement.next_term_at = None
    session.flush()
    if ends_on is None or ends_on < local_day(terms, agreement.loaded_at):
        return
    opens, zone = terms.working_hours[0], ZoneInfo(terms.timezone)
    said = turns(terms, ends_on)
    come = [key for day, key in said if nudges.moment_on(day, opens, zone) <= now]
    ahead = [day for day, _ in said if nudges.moment_on(day, opens, zone) > now]
    if come and come[-1] != agreement.term_said:
        agreement.next_term_at = deadlines.working_moment(session, terms, now, now)
    elif ahead:
        agreement.next_term_at = nudges.moment_on(ahead[0], opens, zone)
    session.flush()  # the register reads the agreement anew


def turns(terms: Terms, ends_on: date) -> list[tuple[date, str]]:
    """Return the days on which something is said about an end, earliest first, each with the key of what it is."""
    warned = [(one.on, f"{ends_on.isoformat()}:{one.days_before}") for one in term.warnings(terms, ends_on)]
    return [*warned, (ends_on + DAY, f"{ends_on.isoformat()}:0")]


def beginnings(session: Session, agreement: Agreement, now: datetime) -> list[dict[str, Any]]:
    """Return what begins with an agreement: its term, and each of its reviews with its first day or why it has none."""
    terms, force = agreements.current_terms(session, agreement.id), agreements.in_force(session, agreement)
    begins = force.begins_on or local_day(terms, now)
    found: list[dict[str, Any]] = [
        {
            "what": "term",
            "on": begins.isoformat(),
            "ends_on": force.ends_on.isoformat() if force.ends_on else None,
            "why": force.ends_why,
        }
    ]
    calendar = deadlines.reminder_calendar(session, terms, now)
    for review in terms.reviews:
        planned = reviews.schedule(terms, review, force, first_on=begins, until=begins + A_YEAR, calendar=calendar)
        first = next(iter(planned.occurrences), None)
        found.append(
            {
                "what": "review",
                "name": review.name,
                "clause": review.clause,
                "on": first.on.isoformat() if first else None,
                "nominal_on": first.nominal_on.isoformat() if first else None,
                "why": planned.why,
            }
        )
    return found
