"""What is declared in an agreement, as people read it: all that stands, or what they filter by."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import Actor, names_of, partners_by_name
from handlers.conflicts import returns
from handlers.conflicts.facts import in_short
from handlers.deadlines import calendars_of
from handlers.requests import Answer, Button, Request, Say
from rules.conflicts import Category, late_by
from rules.errors import Refusal
from rules.moments import Calendars
from rules.sentences import word
from rules.terms import Terms
from storage import ahead, conflicts
from storage.agreements import Agreement
from storage.conflicts import Conflict

LONGEST_LIST = 25
CATEGORIES = {category.value.removeprefix("non-financial-"): category for category in Category}
"""The kinds as they are typed: financial, professional, personal, indirect."""


def list_conflicts(session: Session, request: Request, agreement: Agreement) -> Answer:
    """List what was declared in an agreement and who has declared nothing; with a filter, only what it says."""
    actor = actors.actor_in(session, agreement, request)
    with ahead.reading(session):
        return _listed(session, request, agreement, actor)


def _listed(session: Session, request: Request, agreement: Agreement, actor: Actor) -> Answer:
    found = conflicts.listed(session, agreement.id)
    living = [conflict for conflict in found if conflict.ended_at is None]
    asked = " ".join(request.text.split())
    calendars = calendars_of(session, actor.terms, request.now)
    keep = _filter(actor.terms, calendars, asked.casefold())
    of_that_kind = [conflict for conflict in found if keep(conflict)]
    shown = of_that_kind[:LONGEST_LIST]
    conflicts.read_ahead(session, shown)
    declared = {conflict.partner for conflict in living}
    said = {one.partner for one in conflicts.returns(session, agreement.id)} | {one.partner for one in found}
    return Say(
        "conflict_list",
        {
            "agreement": actor.terms.short_title,
            "filter": asked or None,
            "rows": [in_short(session, conflict, actor.holdings) for conflict in shown],
            "more": len(of_that_kind) - len(shown),
            "owing": names_of(actor.terms, returns.owing(session, agreement, request.now)),
            "nil": names_of(actor.terms, said - declared),
            "silent": [partner.short for partner in actor.terms.partners if partner.key not in said],
        },
        (
            Button("declare_conflict", agreement.id),
            Button("interests_return", agreement.id),
            *(Button("conflict_show", conflict.id, label=conflict.reference) for conflict in shown[:5]),
        ),
    )


def _filter(terms: Terms, calendars: Calendars, asked: str) -> Callable[[Conflict], bool]:
    """Return what a filter keeps; raise Refusal for words that are none."""
    names = partners_by_name(terms)
    if not asked:
        return lambda conflict: conflict.ended_at is None
    if asked == "all":
        return lambda _: True
    if asked == "ended":
        return lambda conflict: conflict.ended_at is not None
    if asked == "late":
        return lambda conflict: late_by(terms, conflict.aware_at, conflict.declared_at, calendars) is not None
    if asked in CATEGORIES:
        return lambda conflict: conflict.category is CATEGORIES[asked] and conflict.ended_at is None
    if asked in names:
        return lambda conflict: conflict.partner == names[asked]
    raise Refusal(
        f"I can't filter by that. Please type {word('interests')} alone, or followed by a partner, by a kind "
        "(financial, professional, personal, indirect), or by late, ended or all."
    )
