"""The board pack: what was under way in an agreement in some days, section by section, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers.actors import local_day
from handlers.overview import board_pack_rows, board_pack_year
from handlers.overview.columns import Column
from rules.board_pack import Span, span
from storage import agreements, ahead
from storage.agreements import Agreement

Row = dict[str, Any]


@dataclass(frozen=True)
class Section:
    """A part of the board pack: a sheet of the workbook, and a chapter of the PDF.

    `columns` are the sheet's. `rows` gives what was under way, private matters left out; a row may hold more than its
    columns, for the words of the PDF.
    `within` is the section whose chapter tells it too; None: it has its own, set by
    `templates/letters/_board_pack/<key>.txt` or, where there is none, row by row and column by column.
    """

    key: str
    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Session, Agreement, Span, datetime], list[Row]]
    within: str | None = None


SECTIONS: tuple[Section, ...] = (
    Section("issues", "Issues", board_pack_rows.ISSUES, board_pack_rows.issues_of),
    Section("dates", "Dates of issues", board_pack_rows.DATES, board_pack_rows.dates_of, within="issues"),
    Section("decisions", "Decisions", board_pack_rows.DECISIONS, board_pack_rows.decisions_of),
    Section("interests", "Register of interests", board_pack_rows.INTERESTS, board_pack_rows.interests_of),
    Section("returns", "Nil returns", board_pack_rows.RETURNS, board_pack_rows.returns_of, within="interests"),
    Section("signatures", "Signatures", board_pack_rows.SIGNATURES, board_pack_rows.signatures_of),
    Section(
        "counterparts",
        "Counterparts",
        board_pack_rows.COUNTERPARTS,
        board_pack_rows.counterparts_of,
        within="signatures",
    ),
    Section("reviews", "Reviews", board_pack_year.REVIEWS, board_pack_year.reviews_of),
    Section("meetings", "Meetings", board_pack_year.MEETINGS, board_pack_year.meetings_of),
    Section("milestones", "Milestones", board_pack_year.MILESTONES, board_pack_year.milestones_of),
    Section("trackers", "Trackers", board_pack_year.TRACKED, board_pack_year.tracked_of),
    Section("actions", "Actions", board_pack_rows.ACTIONS, board_pack_rows.actions_of),
)
"""The sections in the order in which the pack has them."""


def facts_of(session: Session, agreement: Agreement, first_on: date, last_on: date, now: datetime) -> dict[str, Any]:
    """Return what a board pack from a day to another says, both included, in plain JSON values.

    Things are as they stand now. Raises Refusal for days that make no sense.
    """
    terms = agreements.current_terms(session, agreement.id)
    today = local_day(terms, now)
    asked = span(first_on, last_on, zone=ZoneInfo(terms.timezone), today=today)
    with ahead.reading(session):
        rows = {section.key: section.rows(session, agreement, asked, now) for section in SECTIONS}
    return {
        "key": agreement.key,
        "agreement": terms.title,
        "agreement_short": terms.short_title,
        "alongside": list(terms.alongside),
        "first_on": asked.first_on.isoformat(),
        "last_on": asked.last_on.isoformat(),
        "made_at": now.isoformat(),
        "dated_on": today.isoformat(),
        "timezone": terms.timezone,
        "register": {"entries": agreement.register_entries, "head": agreement.register_head},
        "sections": [
            {
                "key": section.key,
                "name": section.name,
                "columns": [{"key": column.key, "holds": column.holds.value} for column in section.columns],
                "within": section.within,
                "rows": rows[section.key],
            }
            for section in SECTIONS
        ],
    }
