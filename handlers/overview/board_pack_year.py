"""The rows of the board pack's sections about the agreement's year, as they stand now."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers.meetings import facts as meeting_facts
from handlers.milestones import facts as milestone_facts
from handlers.overview.columns import days, instants, words
from handlers.reviews import facts as review_facts
from handlers.trackers import facts as tracker_facts
from rules.board_pack import Span
from rules.days import in_words
from storage import matters, meetings, milestones, reviews
from storage.agreements import Agreement

Row = dict[str, Any]

# --- Reviews ------------------------------------------------------------------------------------------------------

REVIEWS = (
    *words("reference", "title", "state", "clause"),
    *days("agreement_day_on", "held_on"),
    *instants("opened_at", "closed_at"),
    *words("trigger", "why", "looked_at", "answered", "not_heard", "found", "outcome", "next_steps"),
)


def reviews_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return the reviews that ran in these days, with what was reported and what came of them."""
    found = [one for one in reviews.of_agreement(session, agreement.id) if span.knew(one.opened_at, one.closed_at)]
    matters.read_ahead(session, found, whole=True)
    return [_review(review_facts.facts_of(session, review, now)) for review in found]


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


# --- Meetings -----------------------------------------------------------------------------------------------------

MEETINGS = (
    *words("reference", "title", "state"),
    *days("meets_on", "agreement_day_on"),
    *words(
        "in_public",
        "place",
        "present",
        "came_as_deputy",
        "by_proxy",
        "not_counted",
        "apologies",
        "absent",
        "there",
        "quorum",
        "minutes_link",
        "minutes",
        "closing_words",
    ),
)


def meetings_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return the meetings of these days, with who was there and what of a quorum."""
    found = [one for one in meetings.rows_of(session, agreement.id) if span.first_on <= one.meets_on <= span.last_on]
    matters.read_ahead(session, found, whole=True)
    return [_meeting(meeting_facts.recorded(session, meeting, now)) for meeting in found]


def _meeting(facts: Row) -> Row:
    came = facts["attendance"]
    names = {how: [one["name"] for one in came[how]] for how in ("member", "apologies", "absent")}
    return {
        **facts,
        "meets_on": facts["on"],
        "agreement_day_on": facts["nominal_on"],
        "in_public": facts["public"],
        "present": names["member"],
        "came_as_deputy": [f"{one['who']} for {one['name']}" if one["who"] else one["name"] for one in came["deputy"]],
        "by_proxy": [f"{one['name']} by proxy of {one['holder']}" for one in came["proxies"]],
        "not_counted": [*came["refused"], *filter(None, (came["waits"],))],
        "apologies": names["apologies"],
        "absent": names["absent"],
        "there": f"{came['there']} of {came['of']}" if came["of"] else None,
        "quorum": [f"{one['present']} of {one['of']} present, {one['needed']} needed" for one in facts["quorums"]],
    }


# --- Milestones ---------------------------------------------------------------------------------------------------

MILESTONES = (
    *words("reference", "title", "state", "clause", "owner", "when"),
    *days("due_on"),
    *words("condition", "said"),
    *days("said_on"),
    *words("said_words", "said_evidence"),
    *days("met_on"),
    *words("overdue", "closing_words"),
)


def milestones_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return the milestones that were to be reached in these days, or were not over."""
    found = [one for one in milestones.of_agreement(session, agreement.id) if span.knew(one.added_at, one.closed_at)]
    matters.read_ahead(session, found, whole=True)
    return [milestone_facts.facts_of(session, milestone, now) for milestone in found]


# --- Trackers -----------------------------------------------------------------------------------------------------

TRACKED = (
    *words("reference", "title", "tracker", "feature", "status", "gap", "owner", "target"),
    *days("target_on"),
    *words("waits_for"),
)


def tracked_of(session: Session, agreement: Agreement, span: Span, now: datetime) -> list[Row]:
    """Return every row of an agreement's trackers as it stands, with what is proposed and waits for its forum."""
    del span  # a tracker is always under way
    return [
        {
            **row,
            "tracker": tracker["title"],
            "waits_for": [_proposed(it) for it in row["waits"]["changed"]] if row["waits"] else [],
        }
        for tracker in tracker_facts.trackers_of(session, agreement, now)
        for row in tracker["rows"]
    ]


PARTS = {"title": "criterion", "target_on": "target day"}
"""What parts of a row are called where their own names do not say it."""


def _proposed(change: Row) -> str:
    """Return one part of a row that is to be changed, as "status: In Part"."""
    to = change["to"] or "nothing"
    shown = in_words(date.fromisoformat(to)) if change["part"] == "target_on" and change["to"] else to
    return f"{PARTS.get(change['part'], change['part'])}: {shown}"
