"""Seats, chairs and terms of office as plain values, for the words that people read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import deadlines
from handlers.actors import local_day, name_of, names_of
from rules import seats
from rules.dated import Asked, Known
from rules.electorates import partner_now, with_places
from rules.obligations_dates import of_leads
from rules.posts import SOON, Post, PostKind, Tenure, asked_of_leads, ending, shared, without
from rules.seats import Composition, SeatHeld
from rules.terms import Forum, Seat, Terms
from storage import agreements, people, posts
from storage.agreements import Agreement


def forum_of(terms: Terms, key: str | None) -> Forum | None:
    """Return a forum by its key, each partner's place a seat; None for one that the terms do not have any more."""
    return next((with_places(terms, found) for found in terms.forums if found.key == key), None)


def seat_of(terms: Terms, post: Post) -> Seat | None:
    """Return the seat that is held, None where the post is none or the terms do not have it any more."""
    forum = forum_of(terms, post.forum)
    return next((found for found in forum.seats if found.key == post.seat), None) if forum else None


def known(terms: Terms, post: Post) -> bool:
    """Return whether the terms have a post: its forum and seat, or its partner."""
    forum = forum_of(terms, post.forum)
    if post.kind is PostKind.SEAT:
        return seat_of(terms, post) is not None
    if post.kind in (PostKind.CHAIR, PostKind.DEPUTY_CHAIR):
        return forum is not None
    represented = {it.key for it in terms.partners} | {it.key for it in terms.participants}
    return post.partner is None or post.partner in represented


@dataclass(frozen=True)
class Roll:
    """All that is held in an agreement: every term of office of the posts its terms have, and who the people are.

    `acting` has the partners that each person acts for today, in any capacity.
    """

    agreement: Agreement
    terms: Terms
    today: date
    tenures: tuple[Tenure, ...]
    names: Mapping[int, str]
    acting: Mapping[int, frozenset[str]]


def roll_of(session: Session, agreement: Agreement, today: date) -> Roll:
    """Return all that is held in an agreement, by its terms in force."""
    terms = agreements.current_terms(session, agreement.id)
    tenures = tuple(one for one in posts.of_agreement(session, agreement.id) if known(terms, one.post))
    names = people.names_of(session, {one.person for one in tenures})
    acting = posts.acting_on(session, today, agreement.id)
    return Roll(agreement, terms, today, tenures, names, acting)


def post_facts(terms: Terms, post: Post) -> dict[str, Any]:
    """Return what is held, in the names of the terms."""
    forum = forum_of(terms, post.forum)
    seat = seat_of(terms, post)
    return {
        "kind": post.kind.value,
        "forum": forum.name if forum else None,
        "seat": seat.name if seat else None,
        "partner": name_of(terms, post.partner) if post.partner else None,
    }


def post_label(terms: Terms, post: Post) -> str:
    """Return what is held as a choice of a form names it."""
    told = post_facts(terms, post)
    match post.kind:
        case PostKind.SEAT:
            return f"{told['seat']} ({told['forum']})"
        case PostKind.CHAIR:
            return f"chair ({told['forum']})"
        case PostKind.DEPUTY_CHAIR:
            return f"deputy chair ({told['forum']})"
        case _:
            return post.kind.value + (f", {told['partner']}" if told["partner"] else "")


def chair_facts(roll: Roll, forum: Forum) -> dict[str, Any]:
    """Return who chairs a forum today, as far as anybody has said, and what the document says of it."""
    found = seats.chairing(roll.terms, forum, roll.tenures, roll.today)
    rule, chair, deputy = found.rule, found.chair, found.deputy
    independent = bool(rule and rule.independent)
    return {
        "said": rule is not None,
        "clause": rule.clause if rule else None,
        "follows": found.decided_in.name if found.decided_in.key != forum.key else None,
        "seat": found.seat.name if found.seat else None,
        "office": rule.office if rule else None,
        "independent": independent,
        "acts_for": names_of(roll.terms, roll.acting.get(chair.person, ())) if chair and independent else [],
        "name": roll.names[chair.person] if chair else None,
        "until": _iso(chair.ends_on) if chair else None,
        "deputy_office": rule.deputy if rule else None,
        "deputy": roll.names[deputy.person] if deputy else None,
        "deputy_until": _iso(deputy.ends_on) if deputy else None,
    }


def who_chairs(session: Session, agreement: Agreement, forum: str | None, today: date) -> str | None:
    """Return a sentence that says who chairs a forum today; None where it is none, or nobody is recorded."""
    roll = roll_of(session, agreement, today)
    found = forum_of(roll.terms, forum)
    chair = seats.chairing(roll.terms, found, roll.tenures, roll.today).chair if found is not None else None
    return f"The {found.name} is chaired by {roll.names[chair.person]}." if found and chair else None


def voting_facts(found: Composition) -> dict[str, Any]:
    """Return how many members of a forum vote, and how many the document allows; `most` None: it sets no maximum."""
    return {
        "now": found.voting,
        "least": found.span.least,
        "most": found.span.most,
        "short": found.span.short(found.voting),
        "over": found.span.over(found.voting),
        "clause": found.forum.clause,
    }


def forum_facts(roll: Roll, forum: Forum) -> dict[str, Any]:
    """Return a forum's seats as they are held today, how many of its members vote, and who chairs."""
    found = seats.composition(forum, roll.tenures, roll.today)
    return {
        "name": forum.name,
        "clause": forum.clause,
        "voting": voting_facts(found) if found.seats else None,
        "chair": chair_facts(roll, forum),
        "seats": [_seat_facts(roll, one) for one in found.seats],
        "constituencies": [
            {"name": one.name, "held": one.held, "least": one.span.least, "most": one.span.most}
            for one in found.constituencies
        ],
        "twice": [
            {
                "name": roll.names[person],
                "seats": [one.seat.name for one in found.seats for held in one.holders if held.person == person],
            }
            for person in found.twice
        ],
    }


def _seat_facts(roll: Roll, found: SeatHeld) -> dict[str, Any]:
    seat = found.seat
    partner = partner_now(roll.terms, seat.partner, roll.today) if seat.partner else None
    return {
        "name": seat.name,
        "clause": seat.clause,
        "voting": seat.voting,
        "least": seat.least,
        "most": seat.most,
        "holders": [
            {
                "name": roll.names[one.person],
                "until": _iso(one.ends_on),
                "stranger_to": name_of(roll.terms, partner)
                if partner is not None and partner not in roll.acting.get(one.person, ())
                else None,
            }
            for one in found.holders
        ],
        "vacant": found.vacant,
        "over": found.over,
    }


def shown_forums(terms: Terms, tenures: Iterable[Tenure]) -> list[Forum]:
    """Return the forums of which there is something to say: they have seats, a rule on who chairs, or a chair."""
    chaired = {one.post.forum for one in tenures}
    followed = {seats.decided_in(terms, forum).key for forum in terms.forums if forum.chair and forum.chair.follows}
    shown = (it for it in terms.forums if it.seats or it.chair or it.key in chaired | followed)
    return [with_places(terms, it) for it in shown]


def term_facts(roll: Roll, tenure: Tenure) -> dict[str, Any]:
    """Return a term of office that ends: what is held, by whom, until when, and how many days from today that is."""
    ends_on = tenure.ends_on or date.max
    return {
        "post": post_facts(roll.terms, tenure.post),
        "name": roll.names[tenure.person],
        "ends_on": ends_on.isoformat(),
        "days": (ends_on - roll.today).days,
    }


def overview(session: Session, agreement: Agreement, now: datetime) -> dict[str, Any]:
    """Return the seats of every forum, who chairs, which leads and deputies are missing, and which terms end soon."""
    terms = agreements.current_terms(session, agreement.id)
    today = local_day(terms, now)
    roll = roll_of(session, agreement, today)
    tenures = roll.tenures
    return {
        "agreement": terms.short_title,
        "forums": [forum_facts(roll, forum) for forum in shown_forums(terms, tenures)],
        "no_lead": names_of(terms, without(terms, tenures, today, PostKind.LEAD)),
        "no_deputy": names_of(terms, without(terms, tenures, today, PostKind.DEPUTY)),
        "senior": asked_of_leads(terms),
        "lead_clause": terms.leads.clause,
        "leads_by": _leads_by(session, agreement, terms, now),
        "shared": [
            {"name": roll.names[person], "kind": kind.value, "partners": names_of(terms, partners)}
            for kind in (PostKind.LEAD, PostKind.DEPUTY)
            for person, partners in shared(terms, tenures, today, kind).items()
        ],
        "soon": [term_facts(roll, one) for one in ending(tenures, today)],
        "within": SOON.days,
    }


def _leads_by(session: Session, agreement: Agreement, terms: Terms, now: datetime) -> dict[str, Any] | None:
    """Return the last day to name the leads, or why there is none yet; None where the document sets none."""
    today, limit = local_day(terms, now), terms.leads.within
    if limit is None:
        return None
    calendars = (
        {limit.calendar: deadlines.calendar_named(session, terms, limit.calendar, now)} if limit.calendar else {}
    )
    force = agreements.in_force(session, agreement)
    asked = next(of_leads(Asked(terms, Known(), force, today, today, calendars)))
    return {"on": _iso(asked.on), "why": asked.note, "clause": asked.clause}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
