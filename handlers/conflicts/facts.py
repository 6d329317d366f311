"""A declared conflict as plain values: for the rules, for the words people read, and for the matters it touches."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from handlers.actors import local_day, name_of, names_of
from handlers.deadlines import calendars_of
from handlers.decisions import facts as decision_facts
from handlers.decisions.access import is_known_to, knowing
from handlers.fields import ROLES
from handlers.issues import facts as issue_facts
from handlers.issues.access import may_see
from handlers.requests import Button
from rules.conflicts import Interest, declare_by, kept_out, late_by, later_than_guidance
from rules.issues import stage_of
from rules.terms import Role, Terms
from rules.who import forum_of
from storage import agreements, conflicts, rows
from storage.conflicts import Conflict, Touched
from storage.decisions import Decision
from storage.issues import Issue
from storage.people import Holding, Person

MATTER = "conflict"


def interest_of(touched: Touched) -> Interest:
    """Return what was declared about one matter as the rules see it."""
    return Interest(
        partner=touched.conflict.partner,
        needs=None if touched.needs is None else frozenset(touched.needs),
        consents={consent.partner: consent.consents for consent in touched.consents},
        handling=touched.handling,
        ended=touched.conflict.ended_at is not None,
    )


def matter_of(session: Session, touched: Touched, *, lock: bool = False) -> Issue | Decision:
    """Return the matter that is touched; nobody else changes it with `lock`."""
    found: Issue | Decision | None
    if touched.matter == issue_facts.MATTER:
        found = rows.get(session, Issue, touched.matter_id, lock=lock)
    else:
        found = rows.get(session, Decision, touched.matter_id, lock=lock)
    assert found is not None  # noqa: S101 (matters are never deleted)
    return found


def settled(session: Session, touched: Touched, today: date) -> bool:
    """Return whether nothing is decided any more in a touched matter: it is closed, or the votes on it are in."""
    matter = matter_of(session, touched)
    return decision_facts.votes_are_in(matter, today) if isinstance(matter, Decision) else matter.state.final


def is_told(partner: str, matter: Issue | Decision) -> bool:
    """Return whether a partner was told of a matter, and so can have an interest in it that the others hear of."""
    if isinstance(matter, Issue):
        return partner in {row.partner for row in matter.partners}
    return not matter.private or partner in knowing(matter)


def is_asked_in_private(session: Session, conflict: Conflict, partner: str) -> bool:
    """Return whether a partner is asked for consent in private matters alone: that it is asked tells of them."""
    asked = [matter_of(session, touched) for touched in conflict.touched if partner in (touched.needs or ())]
    return all(matter.private for matter in asked)


def known_to(session: Session, conflict: Conflict, held: Iterable[Holding]) -> list[Touched]:
    """Return the matters a conflict touches that whoever holds these capacities may know of.

    Nobody's capacities give those that everybody may know of.
    """
    mine = list(held)
    found = []
    for touched in conflict.touched:
        matter = matter_of(session, touched)
        seen = may_see(matter, mine) if isinstance(matter, Issue) else is_known_to(matter, mine)
        if seen:
            found.append(touched)
    return found


def facts_of(session: Session, conflict: Conflict, held: Iterable[Holding] = ()) -> dict[str, Any]:
    """Return what the templates say about a conflict, to whoever holds these capacities.

    Plain JSON values; dates and instants are ISO text.
    """
    terms = agreements.terms_of(session, conflict.terms_id)
    calendars = calendars_of(session, terms, conflict.declared_at)
    late = late_by(terms, conflict.aware_at, conflict.declared_at, calendars)
    by = declare_by(terms, conflict.aware_at, calendars)
    from_on = by.due_on if by else local_day(terms, conflict.aware_at)
    return {
        **in_short(session, conflict, held),
        "agreement": terms.short_title,
        "clause": terms.conflicts.clause if terms.conflicts else None,
        "declared_as": ROLES[Role(conflict.declared_as)].lower() if conflict.declared_as else None,
        "category": conflict.category.value,
        "apparent": conflict.apparent,
        "may_arise": conflict.may_arise,
        "particulars": conflict.particulars,
        "proposed": conflict.proposed,
        "aware_at": conflict.aware_at.isoformat(),
        "starts_on": conflict.starts_on.isoformat() if conflict.starts_on else None,
        "withheld": conflict.withheld,
        "declared_at": conflict.declared_at.isoformat(),
        "declared_by": session.get_one(Person, conflict.declared_by).name,
        "evidence": conflict.evidence,
        "late_minutes": int(late.total_seconds() // 60) if late else 0,
        "late_days": (local_day(terms, conflict.declared_at) - from_on).days if late else 0,
        "declare_by": by.to_json() if by else None,
        "later_than_guidance": later_than_guidance(terms, conflict.aware_at, conflict.declared_at),
        "withheld_agreed": conflict.withheld_agreed,
        "closing_words": conflict.closing_words,
        "private": False,
        "state": "ended" if conflict.ended_at else "declared",
        "timezone": terms.timezone,
    }


def in_short(session: Session, conflict: Conflict, held: Iterable[Holding] = ()) -> dict[str, Any]:
    """Return what is said of a conflict in a list, to whoever holds these capacities."""
    terms = agreements.terms_of(session, conflict.terms_id)
    return {
        "reference": conflict.reference,
        "title": conflict.title,
        "partner": name_of(terms, conflict.partner),
        "person": conflict.person,
        "reach": [label for key, label in places(terms).items() if key in conflict.reach],
        "ended_on": conflict.ended_on.isoformat() if conflict.ended_on else None,
        "touched": [touched_facts(session, row) for row in known_to(session, conflict, held)],
    }


def places(terms: Terms) -> dict[str, str]:
    """Return the forums, programmes and elements of an agreement by key, as `forum:board`, with their names."""
    found = (("forum", terms.forums), ("programme", terms.programmes), ("element", terms.elements))
    return {f"{kind}:{one.key}": one.name for kind, named in found for one in named}


def touched_facts(session: Session, touched: Touched) -> dict[str, Any]:
    """Return how things stand with one matter that a conflict touches."""
    terms = agreements.terms_of(session, touched.conflict.terms_id)
    interest, matter = interest_of(touched), matter_of(session, touched)
    return {
        "matter": touched.reference,
        "matter_title": None if matter.private else matter.title,
        "keeps_out": interest.keeps_out,
        "needs": len(touched.needs or ()),
        "consented": names_of(terms, [c.partner for c in touched.consents if c.consents]),
        "refused": [{"name": name_of(terms, c.partner), "words": c.words} for c in touched.consents if not c.consents],
        "waiting": names_of(terms, interest.waiting),
        "consented_at": touched.consented_at.isoformat() if touched.consented_at else None,
        "handling": touched.handling.value if touched.handling else None,
        "handling_words": touched.handling_words,
        "vote_stands": touched.vote_stands,
    }


def answer_buttons(touched: Touched) -> tuple[Button, ...]:
    """Return the presses that answer a request for consent."""
    return (
        Button("conflict_consent", touched.id),
        Button("conflict_refuse", touched.id),
        Button("conflict_show", touched.conflict_id),
    )


def asked_of(touched: Touched) -> str:
    """Return what the questions for consent are queued about."""
    return f"conflict:{touched.conflict_id}:asked:{touched.id}"


def places_of(session: Session, matter: Issue | Decision) -> frozenset[str]:
    """Return where a matter lies: its forum, programme, element and the like, as `forum:board`."""
    terms = agreements.terms_of(session, matter.terms_id)
    if isinstance(matter, Issue):
        forum = stage_of(terms, matter.stage).forum
        return frozenset({*filter(None, (matter.subject,)), *((f"forum:{forum}",) if forum else ())})
    rule = decision_facts.rule_of(session, matter)
    forum = forum_of(rule)
    found = {f"forum:{forum}" if forum else "", f"element:{matter.element}" if matter.element else ""}
    if matter.issue_id is not None:
        found |= places_of(session, session.get_one(Issue, matter.issue_id))
    return frozenset(found - {""})


def kept_out_of(session: Session, matter: Issue | Decision) -> tuple[str, ...]:
    """Return the partners that take no part in a matter; what is declared about an issue holds for its votes too."""
    kind = issue_facts.MATTER if isinstance(matter, Issue) else decision_facts.MATTER
    found = conflicts.of_matter(session, kind, matter.id)
    if isinstance(matter, Decision) and matter.issue_id is not None:
        found = [*conflicts.of_matter(session, issue_facts.MATTER, matter.issue_id), *found]
    return kept_out(interest_of(touched) for touched in found)
