"""A bulletin as plain values: what happened in some days, from the register and the matters' rows, and what is next."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers.actors import local_day, name_of
from handlers.overview import calendar, running
from handlers.overview.shown import kept_private
from handlers.requests import Button
from handlers.signatures import facts as signature_facts
from rules import bulletin, open_points
from rules.bulletin import ACTS, HEADINGS, Happened
from rules.days import in_words
from rules.obligations import Kind
from rules.periods import Period
from rules.terms import Terms
from storage import agreements, matters, register
from storage.agreements import Agreement
from storage.conflicts import Conflict
from storage.matters import Matter
from storage.register import Entry
from storage.signatures import SignatureRequest

MOST = 8  # rows under one heading
NEXT = 12  # dates that are named as next
TITLES = ("title", "name", "what")
"""Where an entry has the name of what it is about, if that is no matter of its own."""
NOT_DUE = frozenset({Kind.BEGINS, Kind.END_WARNING, Kind.MATTER})
"""Obligations that nobody has to do anything for, and those that are matters: their deadlines are told."""


def facts_of(session: Session, agreement: Agreement, told: Period, now: datetime) -> dict[str, Any]:
    """Return what the templates say of a period: what happened in it by heading, and what is due next, as of now.

    Private matters are left out. Long lists are cut, and say how many more there are.
    """
    terms = agreements.current_terms(session, agreement.id)
    today = local_day(terms, now)
    between = bulletin.bounds(told, ZoneInfo(terms.timezone))
    entries = register.public(session, agreement.id, ACTS, between=between)
    due = _due_next(session, agreement, terms, now)
    return {
        "agreement": terms.short_title,
        "period": told.words,
        "first_on": told.first_on.isoformat(),
        "last_on": min(told.last_on, today).isoformat(),
        "so_far": told.last_on >= today,
        "groups": groups_of(session, agreement, entries)[0],
        "today": today.isoformat(),
        "until": bulletin.ahead_until(today).isoformat(),
        "due": due[:NEXT],
        "more_due": max(0, len(due) - NEXT),
        "timezone": terms.timezone,
    }


def groups_of(
    session: Session, agreement: Agreement, entries: Sequence[Entry], *, most: int = MOST
) -> tuple[list[dict[str, Any]], tuple[Button, ...]]:
    """Return entries as rows under their headings, and the presses that show their matters; private ones left out."""
    terms = agreements.current_terms(session, agreement.id)
    about = matters.by_references(session, {entry.reference for entry in entries if entry.reference})
    shown = [entry for entry in entries if not _left_out(session, about, entry)]
    by_number = {entry.number: entry for entry in shown}
    found = bulletin.gathered(Happened(entry.number, entry.act, entry.reference) for entry in shown)
    groups = []
    for heading, rows in found.items():
        told = [_row(terms, about, [by_number[one.number] for one in row]) for row in rows[:most]]
        groups.append({"heading": heading.value, "rows": told, "more": max(0, len(rows) - most)})
    seen = {matter.reference: matter for entry in shown if (matter := about.get(entry.reference or "")) is not None}
    return groups, tuple(
        Button(f"{matter.matter}_show", matter.id, label=reference) for reference, matter in seen.items()
    )


def _left_out(session: Session, about: Mapping[str, Matter], entry: Entry) -> bool:
    matter = about.get(entry.reference or "")
    return matter is not None and kept_private(session, matter)


def _row(terms: Terms, about: Mapping[str, Matter], entries: Sequence[Entry]) -> dict[str, Any]:
    """Return one row: what it is about, and what was done in their order."""
    matter = about.get(entries[0].reference or "")
    facts = [json.loads(entry.facts) for entry in entries]
    title = next((facts[0][key] for key in TITLES if facts[0].get(key)), None)
    return {
        "reference": entries[0].reference,
        "title": title if matter is None else _title(matter),
        "acts": [_act(terms, matter, *pair) for pair in zip(entries, facts, strict=True)],
    }


def _title(matter: Matter) -> str | None:
    """Return a matter's title; None for a conflict whose particulars are not, or perhaps not, to be published."""
    if isinstance(matter, Conflict) and matter.withheld and matter.withheld_agreed is not False:
        return None
    return matter.title


def _act(terms: Terms, matter: Matter | None, entry: Entry, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return one act with what is said of it; the votes of a decision as they were counted."""
    partner = entry.partner
    named = name_of(terms, partner) if partner else None
    if partner and isinstance(matter, SignatureRequest):
        named = signature_facts.partner_of(terms, matter, partner)
    point = next((point for point in terms.open if point.key == facts.get("point")), None)
    value = facts.get("value")
    return {
        "act": entry.act,
        "on": local_day(terms, entry.at).isoformat(),
        "for": named,
        "by": entry.person,
        "tally": facts.get("result"),
        "question": point.question if point else None,
        "value": _value(open_points.in_words(terms, point, value) if point and isinstance(value, str) else value),
        "effective_on": facts.get("on"),
        "words": facts.get("words") if ACTS[entry.act] in PLAIN else None,
    }


def _value(decided: Any) -> Any:
    """Return what was decided of an open point; a day in words."""
    try:
        return in_words(date.fromisoformat(decided))
    except (TypeError, ValueError):
        return decided


PLAIN = frozenset(list(HEADINGS)[6:])
"""The headings whose rows have nothing but a name and the words that were said."""


# --- What is next -------------------------------------------------------------------------------------------------


def _due_next(session: Session, agreement: Agreement, terms: Terms, now: datetime) -> list[dict[str, Any]]:
    """Return what is overdue, or due within a month: dates of matters, and what the agreement itself asks for."""
    today = local_day(terms, now)
    until = bulletin.ahead_until(today)
    rows = running.running(session, agreement.id, (), now)
    about = matters.by_references(session, [row["reference"] for row in rows])
    found = [
        {
            "on": row["deadline"]["due_on"],
            "reference": row["reference"],
            "title": row["title"],
            "overdue": date.fromisoformat(row["deadline"]["due_on"]) < today,
            "clause": None,
            "owing": row["owing"],
        }
        for row in rows
        if not kept_private(session, about[row["reference"]]) and date.fromisoformat(row["deadline"]["due_on"]) <= until
    ]
    return sorted([*found, *_asked_for(session, agreement, terms, now)], key=lambda row: str(row["on"]))


def _asked_for(session: Session, agreement: Agreement, terms: Terms, now: datetime) -> Iterable[dict[str, Any]]:
    today = local_day(terms, now)
    found = calendar.own_dates(session, agreement, today, bulletin.ahead_until(today), now)
    for one in found:
        if one.on is not None and one.kind not in NOT_DUE:
            yield {
                "on": one.on.isoformat(),
                "reference": None,
                "title": one.what,
                "overdue": False,
                "clause": one.clause,
                "owing": [],
            }
