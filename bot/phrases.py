"""Values in words: dates, instants, numbers, names in a row, as templates and the command line write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rules import phrases
from rules.days import in_words
from rules.deadlines import instant_of
from rules.older_counts import renewed_count
from rules.phrases import counted, listed
from rules.terms import TimeLimit, Unit


def day(value: str | date) -> str:
    """Return a date in words: Wed 18 Jan 2023."""
    found = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    return in_words(found)


def day_month(value: str | date) -> str:
    """Return a date in words without its year, where a date with one stands beside it: Mon 19 Dec."""
    return day(value).rpartition(" ")[0]


def weekday(value: str | date) -> str:
    """Return a date in words without its month and year, in a list of one month's days: Mon 19."""
    return day_month(value).rpartition(" ")[0]


def when(value: str | datetime, timezone: str = "Europe/London") -> str:
    """Return an instant in words where the agreement lives: Wed 18 Jan 2023, 09:00."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    local = found.astimezone(ZoneInfo(timezone))
    return f"{day(local.date())}, {local:%H:%M}"


def due(deadline: Mapping[str, Any], timezone: str | None = None, before_a_day: str = "") -> str:
    """Return a deadline in words: its last day, or the instant that hours come to (Sun 15 Jan 2023, 09:30).

    Of what comes by itself in the morning of a day, the day alone is said. Left out, the time zone is the one that the
    deadline names. `before_a_day` stands before a day alone, such as “the end of ”.
    """
    last_day, until = date.fromisoformat(deadline["due_on"]), datetime.fromisoformat(deadline["due_at"])
    there = timezone or deadline.get("timezone") or "Europe/London"
    instant = instant_of(last_day, until, ZoneInfo(there)) if deadline["unit"] == Unit.HOURS else None
    return before_a_day + day(last_day) if instant is None else when(instant, there)


def how_long(limit: Mapping[str, Any]) -> str:
    """Return a length of time in words: 10 operational days, 28 calendar days."""
    return phrases.length(TimeLimit(number=limit["number"], unit=limit["unit"], calendar=limit.get("limit_calendar")))


def moment(value: str, timezone: str = "Europe/London") -> str:
    """Return a day in words, or an instant where an hour is known of it: Sun 12 May 2024, or Sun 12 May 2024, 21:15."""
    return when(value, timezone) if "T" in value else day(value)


def utc(value: str | datetime) -> str:
    """Return an instant in Coordinated Universal Time, to the second: 2023-01-18 09:00:05."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{found.astimezone(UTC):%Y-%m-%d %H:%M:%S}"


def short(text: str, length: int = 300) -> str:
    """Return text cut to a length, at a space where there is one, with an ellipsis."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[length // 2 :] else cut).rstrip() + "…"


FILTERS: Mapping[str, Callable[..., Any]] = {
    "day": day,
    "day_month": day_month,
    "weekday": weekday,
    "when": when,
    "moment": moment,
    "due": due,
    "how_long": how_long,
    "utc": utc,
    "listed": listed,
    "counted": counted,
    "short": short,
    "renewed": renewed_count,
}
"""What templates call these."""
