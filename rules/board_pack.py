"""The days a board pack is about, and which matters were under way in them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from rules.days import in_words
from rules.deadlines import end_of_day
from rules.errors import Refusal
from rules.periods import EARLIEST, LATEST


@dataclass(frozen=True)
class Span:
    """Some days, both ends in it, and the instants in UTC at which they begin and are over."""

    first_on: date
    last_on: date
    begins_at: datetime
    ends_at: datetime

    def knew(self, begun_at: datetime | None, ended_at: datetime | None) -> bool:
        """Return whether something was under way in these days; None: it has not begun, or has not ended."""
        return begun_at is not None and begun_at < self.ends_at and (ended_at is None or ended_at >= self.begins_at)


def span(first_on: date, last_on: date, *, zone: ZoneInfo, today: date) -> Span:
    """Return the days from one to another, as they begin and end in a zone.

    The last may lie ahead: then what has happened so far is told. Raises Refusal for days outside the years 1900 to
    2199, for a last day before the first, and for days none of which has come.
    """
    for day in (first_on, last_on):
        if not EARLIEST <= day.year <= LATEST:
            raise Refusal(f"{day.isoformat()} is too far away. Give a day from {EARLIEST} to {LATEST}.")
    if last_on < first_on:
        raise Refusal(
            f"{in_words(last_on)} is before {in_words(first_on)}. Give a last day that is not before the first."
        )
    if first_on > today:
        raise Refusal(f"{in_words(first_on)} is still to come, so there is nothing to tell of these days.")
    begins_at = datetime.combine(first_on, time(), zone).astimezone(UTC)
    return Span(first_on, last_on, begins_at, end_of_day(last_on, zone))
