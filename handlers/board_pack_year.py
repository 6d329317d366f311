"""The rows of the board pack's sections about the agreement's year: reviews and trackers, as they stand now."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import review_facts, tracker_facts
from rules.board_pack import Span
from storage import reviews
from storage.agreements import Agreement

Row = dict[str, Any]

# --- Reviews ------------------------------------------------------------------------------------------------------

REVIEWS = (
    *(
        "reference",
        "title",
        "state",
        "clause",
        "agreement_day_on",
        "held_on",
        "opened_at",
        "closed_at",
        "trigger",
        "why",
    ),
    *("looked_at", "answered", "not_heard", "found", "outcome", "next_steps"),
)


def reviews_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return the reviews that ran in these days, with what was reported and what came of them."""
    return [
        _review(review_facts.facts_of(session, review, now))
        for review in reviews.of_agreement(session, agreement.id)
        if span.knew(review.opened_at, review.closed_at)
    ]


def _review(facts: Row) -> Row:
    return {
        **facts,
        "agreement_day_on": facts["nominal_on"],
        "held_on": facts["held_on"] or facts["meets_on"],
        "looked_at": facts["looks_at"],
        "answered": [one["partner"] for one in facts["answers"]],
        "not_heard": facts["silent"],
        "found": [f"{one['of']}: {one['words']}" for one in facts["findings"]],
        "next_steps": [f"{one['reference']}: {one['title']}" for one in facts["actions"]],
    }


# --- Trackers -----------------------------------------------------------------------------------------------------

TRACKED = ("reference", "title", "tracker", "feature", "status", "gap", "owner", "target", "target_on", "waits_for")


def tracked_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return every row of an agreement's trackers as it stands, with what is proposed and waits for its forum."""
    del span  # a tracker is always under way
    return [
        {
            **row,
            "tracker": tracker["title"],
            "waits_for": row["waits"]["to"].get("status") if row["waits"] else None,
        }
        for tracker in tracker_facts.trackers_of(session, agreement, now)
        for row in tracker["rows"]
    ]
