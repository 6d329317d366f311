"""A tracker, its rows and their changes as plain values: for messages, pictures, reports and files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers.actors import local_day, name_of
from rules.terms import Terms, Tracker as TrackerRule
from rules.trackers import PARTS, ChangeState, Values, colour_of, counts
from storage import agreements, trackers
from storage.agreements import Agreement
from storage.trackers import Change, Criterion, Tracker

MATTER = "tracker"


def terms_of(session: Session, tracker: Tracker) -> tuple[Terms, TrackerRule, bool]:
    """Return the terms a tracker is kept under, what they say of it, and whether they still name it.

    A tracker outlives a version of its pack: its statuses and colours are those in force now. One that the pack names
    no more is shown as the terms it began under have it.
    """
    current = agreements.current_terms(session, tracker.agreement_id)
    rule = named(current, tracker.key)
    if rule is not None:
        return current, rule, True
    first = agreements.terms_of(session, tracker.terms_id)
    return first, next(rule for rule in first.trackers if rule.key == tracker.key), False


def named(terms: Terms, key: str) -> TrackerRule | None:
    """Return what the terms say of the tracker with this key, or None."""
    return next((rule for rule in terms.trackers if rule.key == key), None)


def forum_of(terms: Terms, rule: TrackerRule) -> str | None:
    """Return the name of the forum that confirms changes, or None where they are made at once."""
    return name_of(terms, rule.confirmed_by) if rule.confirmed_by else None


def trackers_of(session: Session, agreement: Agreement, now: datetime) -> list[dict[str, Any]]:
    """Return every tracker of an agreement with all its rows, as `facts_of` does: for a report or a board pack."""
    return [facts_of(session, tracker, now) for tracker in trackers.of_agreement(session, agreement.id)]


def facts_of(session: Session, tracker: Tracker, now: datetime) -> dict[str, Any]:
    """Return a tracker with all its rows in plain JSON values; dates and instants are ISO text.

    What `summary` returns, and `rows`: of each its reference, number, feature, title, gap, status (None while it is
    only proposed), colour (red, amber, green, or None where the agreement gives none), owner, target, target_on, passed
    (whether that day is over), since (the instant it last changed), and `waits`: the change that waits, or None.
    """
    terms, rule, _ = terms_of(session, tracker)
    today = local_day(terms, now)
    return {**summary(session, tracker, now), "rows": [row_of(terms, rule, one, today) for one in tracker.rows]}


def summary(session: Session, tracker: Tracker, now: datetime) -> dict[str, Any]:
    """Return what a tracker comes to, without its rows: how many have each status, and what waits for which forum."""
    terms, rule, there = terms_of(session, tracker)
    rows = tracker.rows
    counted = counts(rule, (row.status for row in rows))
    return {
        "reference": tracker.reference,
        "title": rule.name,
        "agreement": terms.short_title,
        "clause": rule.clause,
        "forum": forum_of(terms, rule),
        "named": there,
        "criteria": sum(count for _, count in counted),
        "features": len({row.feature for row in rows if row.status is not None}),
        "counts": [{"status": status, "count": count, "colour": colour_of(rule, status)} for status, count in counted],
        "coloured": bool(rule.colours),
        "waiting": sum(row.waiting is not None for row in rows),
        "dated_on": local_day(terms, now).isoformat(),
        "timezone": terms.timezone,
    }


def row_of(terms: Terms, rule: TrackerRule, row: Criterion, today: date) -> dict[str, Any]:
    """Return one row in plain JSON values, with the change that waits beside what stands."""
    return {
        "reference": row.reference,
        "number": row.number,
        **as_json(row.values),
        "colour": colour_of(rule, row.status),
        "passed": row.target_on is not None and row.target_on < today,
        "since": row.changed_at.isoformat(),
        "waits": change_of(terms, row.waiting) if row.waiting else None,
    }


def change_of(terms: Terms, change: Change) -> dict[str, Any]:
    """Return a change in plain JSON values; of a row that it brings, `new` is true and `to` has what stands in it."""
    new = "status" not in change.before or change.before["status"] is None
    return {
        "id": change.id,
        "reference": change.criterion.reference,
        "number": change.criterion.number,
        "title": change.wanted.get("title", change.criterion.title),
        "new": new,
        "status": change.wanted.get("status"),
        "changed": [
            {"part": part, "from": change.before.get(part), "to": change.wanted[part]}
            for part in PARTS
            if part in change.wanted and not (new and not change.wanted[part])
        ],
        "reason": change.reason,
        "by": change.proposed_name,
        "for": name_of(terms, change.proposed_for) if change.proposed_for else None,
        "at": change.proposed_at.isoformat(),
        "state": change.state.value,
        "decided_by": change.decided_name,
        "decided_at": change.decided_at.isoformat() if change.decided_at else None,
        "met_on": change.met_on.isoformat() if change.met_on else None,
        "evidence": change.evidence,
    }


def criterion_facts(session: Session, row: Criterion, now: datetime) -> dict[str, Any]:
    """Return one row with its whole history, the oldest change first."""
    terms, rule, there = terms_of(session, row.tracker)
    return {
        **row_of(terms, rule, row, local_day(terms, now)),
        "tracker": row.tracker.reference,
        "tracker_title": rule.name,
        "agreement": terms.short_title,
        "forum": forum_of(terms, rule),
        "named": there,
        "opened_at": row.opened_at.isoformat(),
        "first": _first(row),
        "history": [change_of(terms, change) for change in row.changes],
        "timezone": terms.timezone,
    }


def _first(row: Criterion) -> str | None:
    """Return the status a row had when the tracker was begun; None for one that came by a change."""
    found = row.status
    for change in reversed(row.changes):
        if change.state is ChangeState.MADE:
            found = change.before.get("status", found)
    return found


def as_json(values: Values) -> dict[str, Any]:
    """Return what stands in a row in plain JSON values."""
    return {part: _plain(getattr(values, part)) for part in PARTS}


def _plain(value: str | date | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value


def picked(values: Values, parts: Iterable[str]) -> dict[str, Any]:
    """Return these parts of a row in plain JSON values."""
    return {part: _plain(getattr(values, part)) for part in parts}


def with_changes(values: Values, wanted: Mapping[str, Any]) -> Values:
    """Return what stands in a row once a change is made."""
    found = {part: getattr(values, part) for part in PARTS} | dict(wanted)
    if isinstance(found["target_on"], str):
        found["target_on"] = date.fromisoformat(found["target_on"])
    return Values(**found)
