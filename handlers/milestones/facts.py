"""A milestone as plain values: for the rules (`standing_of`), for what is owed, and for the words people read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, cast

from sqlalchemy.orm import Session

from handlers import parties
from handlers.actors import local_day, name_of
from handlers.deadlines import deadline_facts, reminder_calendar
from rules import nudges
from rules.matters import SECRETARY
from rules.milestones import Owed, Standing, owes
from rules.periods import Precision, by_the_end_of
from rules.terms import Terms
from storage import agreements, deadlines, milestones, people
from storage.deadlines import Deadline
from storage.milestones import Milestone
from storage.people import Contact, Person, leads_of

MATTER = "milestone"
CLOCK = "due"


def terms_of(session: Session, milestone: Milestone) -> Terms:
    """Return the terms it is run under: the newest that have it, or those it was added under."""
    return agreements.terms_of(session, milestone.terms_id)


def standing_of(milestone: Milestone) -> Standing:
    """Return the milestone as the rules see it."""
    return Standing(
        reference=milestone.reference,
        state=milestone.state,
        due_on=milestone.due_on,
        condition=milestone.condition,
        came_true_on=milestone.came_true_on,
        said=milestone.said,
        said_on=milestone.said_on,
        met_on=milestone.met_on,
        past=milestone.past,
        ask_on=milestone.ask_on,
    )


def owner_name(terms: Terms, owner: str | None) -> str:
    """Return whose it is: a partner's short name, a forum's, or the agreement's where it is all partners' together."""
    return name_of(terms, owner) if owner else terms.short_title


def asked_partner(session: Session, milestone: Milestone, today: date) -> str | None:
    """Return the partner that owns it and is asked of it.

    None where a forum owns it, all partners together, or one that has left by today: that owes nothing any more, and
    the secretary says what becomes of it, or whose it is now.
    """
    partners = {partner.key for partner in terms_of(session, milestone).partners}
    here = partners - parties.left(session, milestone.agreement_id, today).keys()
    return milestone.owner if milestone.owner in here else None


def contacts_of(session: Session, milestone: Milestone, today: date) -> dict[str, Contact]:
    """Return whom it is asked of, by its partner or for the secretary; nothing where nobody can be reached."""
    contact = contact_of(session, milestone, today)
    return {} if contact is None else {asked_partner(session, milestone, today) or SECRETARY: contact}


def contact_of(session: Session, milestone: Milestone, today: date) -> Contact | None:
    """Return whom it is asked of: its partner's lead, or else deputy; where no partner is asked, the secretary.

    None where nobody of these is in the chat.
    """
    partner = asked_partner(session, milestone, today)
    if partner is not None:
        return leads_of(session, milestone.agreement_id, (partner,), today).get(partner)
    return people.secretary_reached(session, today, milestone.agreement_id)


def when_words(day: date | None, precision: str) -> str | None:
    """Return by when it is due, as exactly as it is known: "by the end of September 2021"; None without a date."""
    return by_the_end_of(day, cast("Precision", precision)) if day is not None else None


def owed(session: Session, milestone: Milestone, now: datetime) -> tuple[Owed, ...]:
    """Return what whoever owns it owes it now."""
    terms = terms_of(session, milestone)
    asks_from = None
    if milestone.due_on is not None:
        asks_from = nudges.first_day(terms.nudges, milestone.due_on, reminder_calendar(session, terms, now))
    return owes(standing_of(milestone), local_day(terms, now), asks_from=asks_from)


def asked_for(session: Session, agreement_id: int, now: datetime) -> list[Milestone]:
    """Return the milestones of an agreement of which something can be owed by now."""
    terms = agreements.current_terms(session, agreement_id)
    today = local_day(terms, now)
    ahead = timedelta(days=2 * max(terms.nudges.before, default=0) + 14)  # more than so many operational days ever take
    return milestones.asked_for(session, agreement_id, due_by=today + ahead, ask_by=today)


def live_deadlines(session: Session, found: Iterable[Milestone]) -> dict[int, Deadline]:
    """Return the date that each of these is chased by, by its id; those that are not chased are left out."""
    return {row.matter_id: row for row in deadlines.live(session, MATTER, [milestone.id for milestone in found])}


def facts_of(session: Session, milestone: Milestone, now: datetime) -> dict[str, Any]:
    """Return what the templates say about a milestone, in plain JSON values; dates and instants are ISO text."""
    return facts_given(session, milestone, now, live_deadlines(session, [milestone]).get(milestone.id))


def facts_given(session: Session, milestone: Milestone, now: datetime, deadline: Deadline | None) -> dict[str, Any]:
    """Return the same, with its date at hand."""
    terms = terms_of(session, milestone)
    return {
        **in_short(session, milestone, now, deadline),
        "agreement": terms.short_title,
        "clause": milestone.clause,
        "particulars": milestone.particulars,
        "said_on": _iso(milestone.said_on),
        "said_words": milestone.said_words,
        "said_evidence": milestone.said_evidence,
        "said_by": session.get_one(Person, milestone.said_by).name if milestone.said_by else None,
        "overdue": standing_of(milestone).overdue(local_day(terms, now)),
        "added_by": session.get_one(Person, milestone.added_by).name if milestone.added_by else None,
        "added_at": milestone.added_at.isoformat(),
        "closing_words": milestone.closing_words,
        "private": False,
        "timezone": terms.timezone,
    }


def in_short(session: Session, milestone: Milestone, now: datetime, deadline: Deadline | None) -> dict[str, Any]:
    """Return what is said of a milestone in a list, with its date at hand."""
    terms = terms_of(session, milestone)
    late = milestone.met_on is not None and milestone.due_on is not None and milestone.met_on > milestone.due_on
    return {
        "reference": milestone.reference,
        "title": milestone.title,
        "owner": owner_name(terms, milestone.owner),
        "everybody": milestone.owner is None,
        "when": when_words(milestone.day, milestone.precision),
        "exact": milestone.precision == "day",
        "due_on": _iso(milestone.due_on),
        "deadline": deadline_facts(session, terms, deadline, now),
        "condition": milestone.condition,
        "came_true_on": _iso(milestone.came_true_on),
        "state": milestone.state.value,
        "said": milestone.said.value if milestone.said else None,
        "met_on": _iso(milestone.met_on),
        "late": late,
        "past": milestone.past,
        "left_version": milestone.left_version,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def key_of_milestone(key: str) -> str:
    """Return the key among an agreement's obligations of a milestone that its pack names."""
    return f"milestone.{key}"


def stands_for(milestone: Milestone) -> str | None:
    """Return the key among an agreement's obligations of a milestone of the document; None for one of the partners'."""
    return key_of_milestone(milestone.key) if milestone.key else None
