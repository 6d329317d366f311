"""The term of an agreement: what begins with it, and what people are told before and when it ends."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import deadlines, outgoing
from handlers.actors import local_day, name_of
from handlers.overview import running
from rules import nudges, reviews, term
from rules.term import Option, Options
from rules.terms import Terms
from storage import agreements, people, register
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
    turns = _turns(terms, ends_on)
    come = [key for day, key in turns if nudges.moment_on(day, opens, zone) <= now]
    ahead = [day for day, _ in turns if nudges.moment_on(day, opens, zone) > now]
    if come and come[-1] != agreement.term_said:
        agreement.next_term_at = deadlines.working_moment(session, terms, now, now)
    elif ahead:
        agreement.next_term_at = nudges.moment_on(ahead[0], opens, zone)
    session.flush()  # the register reads the agreement anew


def _turns(terms: Terms, ends_on: date) -> list[tuple[date, str]]:
    """Return the days on which something is said about an end, earliest first, each with the key of what it is."""
    warned = [(one.on, f"{ends_on.isoformat()}:{one.days_before}") for one in term.warnings(terms, ends_on)]
    return [*warned, (ends_on + DAY, f"{ends_on.isoformat()}:0")]


def say(session: Session, agreement_id: int, now: datetime) -> int:
    """Say what is due about an agreement's end to its channel and its secretaries, and plan the next; return how much.

    90, 60 and 30 days before: what the document allows, and which open matters would outlive it. Afterwards: that it
    has ended, and what is still open.
    """
    agreement = session.get_one(Agreement, agreement_id, with_for_update={"key_share": True})
    terms, force = agreements.current_terms(session, agreement.id), agreements.in_force(session, agreement)
    if agreement.next_term_at is None or agreement.next_term_at > now or force.ends_on is None:
        return 0
    today = local_day(terms, now)
    come = [key for day, key in _turns(terms, force.ends_on) if day <= today]
    agreement.next_term_at = None
    if not come or come[-1] == agreement.term_said:
        plan(session, agreement, now)
        return 0
    agreement.term_said = come[-1]
    session.flush()  # the register reads the agreement anew
    facts = facts_of(session, agreement, terms, force.ends_on, now)
    act = "term-ended" if facts["over"] else "term-warning"
    known = {"ends_on": facts["ends_on"], "days": facts["days"]}
    register.write(session, agreement, at=now, act=act, person="Accord", facts=known)
    once = f"term:{agreement.id}:{come[-1]}"
    outgoing.post(session, agreement.id, "term", facts, once=once, now=now)
    for contact in people.secretaries(session, today, agreement.id):
        if contact.account is not None:
            told = f"{once}:{contact.person.id}"
            outgoing.direct(session, contact.account, "term", facts, once=told, now=now, agreement_id=agreement.id)
    plan(session, agreement, now)
    return 1


def facts_of(session: Session, agreement: Agreement, terms: Terms, ends_on: date, now: datetime) -> dict[str, Any]:
    """Return what the templates say about an agreement's end, private matters left out."""
    today, can = local_day(terms, now), term.options(terms)
    rows = {row["reference"]: row for row in running.running(session, agreement.id, (), now)}
    due = {reference: date.fromisoformat(row["deadline"]["due_on"]) for reference, row in rows.items()}
    return {
        "agreement": terms.short_title,
        "ends_on": ends_on.isoformat(),
        "days": (ends_on - today).days,
        "over": today > ends_on,
        "clause": terms.term.clause,
        "options": _options(terms, can),
        "outlive": [
            {"reference": reference, "title": rows[reference]["title"], "due_on": due[reference].isoformat()}
            for reference in term.outlive(ends_on, due)
        ],
        "open": len(rows),
    }


def _options(terms: Terms, can: Options) -> list[dict[str, Any]]:
    found: list[tuple[str, Option | None]] = [("extend", can.extend), ("revise", can.revise), ("end", can.end)]
    return [
        {
            "what": what,
            "rule": option.rule_name if option else None,
            "clause": option.clause if option else None,
            "written": option.written if option else False,
            "forum": name_of(terms, option.forum) if option and option.forum else None,
        }
        for what, option in found
    ]


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
