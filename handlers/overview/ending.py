"""What people are told before an agreement ends, and when it has."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import outgoing
from handlers.actors import local_day, name_of
from handlers.agreements.term import plan, turns
from handlers.overview import running
from rules import quoted, term
from rules.term import Option, Options
from rules.terms import Terms
from storage import agreements, people, register
from storage.agreements import Agreement


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
    come = [key for day, key in turns(terms, force.ends_on) if day <= today]
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
    told = people.secretaries(session, today, agreement.id)
    outgoing.tell(session, told, "term", facts, once=once, now=now, agreement_id=agreement.id)
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
        "quoted": quoted.facts(terms, "term", "changes"),
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
