"""The register of interests as it is published: what was declared, and how it is handled; withheld words left out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from dateutil.relativedelta import relativedelta
from sqlalchemy.orm import Session

from handlers.actors import local_day
from handlers.conflicts.facts import facts_of, matter_of, touched_facts
from handlers.overview.shown import kept_private
from storage import agreements, conflicts
from storage.agreements import Agreement
from storage.conflicts import Conflict


def published(session: Session, agreement: Agreement, now: datetime) -> dict[str, Any]:
    """Return the register of interests for whoever publishes it, in plain JSON values; dates are ISO text.

    A conflict that ended stays for as long as the pack says. Particulars that the secretary has agreed to withhold are
    None, and so is the person's name; matters that are private, or follow from one, are left out.
    """
    terms = agreements.current_terms(session, agreement.id)
    today, rule = local_day(terms, now), terms.conflicts
    months = rule.published_months if rule else 0
    found = conflicts.of_agreement(session, agreement.id)
    declared = {conflict.partner for conflict in found}
    named = rule is not None and rule.names_undeclared
    return {
        "agreement": terms.title,
        "dated_on": today.isoformat(),
        "entries": [entry_of(session, one) for one in found if _stays(one, today, months)],
        "undeclared": [p.name for p in terms.partners if p.key not in declared] if named else None,
    }


def _stays(conflict: Conflict, today: date, months: int) -> bool:
    return conflict.ended_on is None or conflict.ended_on + relativedelta(months=months) >= today


def entry_of(session: Session, conflict: Conflict) -> dict[str, Any]:
    """Return one conflict as it is published."""
    facts, withheld = facts_of(session, conflict), conflict.withheld_agreed is True
    open_to_all = [touched for touched in conflict.touched if not kept_private(session, matter_of(session, touched))]
    seen = [touched_facts(session, touched) for touched in open_to_all]
    return {
        "reference": facts["reference"],
        "title": None if withheld else facts["title"],
        "partner": facts["partner"],
        "person": None if withheld else facts["person"],
        "category": facts["category"],
        "nature": "apparent" if facts["apparent"] else "real",
        "arises": "may arise" if facts["may_arise"] else "has arisen",
        "particulars": None if withheld else facts["particulars"],
        "since": facts["starts_on"],
        "declared": local_day(agreements.terms_of(session, conflict.terms_id), conflict.declared_at).isoformat(),
        "ended": facts["ended_on"],
        "matters": [told["matter"] for told in seen],
        "handling": [f"{told['matter']}: {told['handling']}" for told in seen if told["handling"]],
    }
