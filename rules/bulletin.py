"""The bulletin of a month: what of the register it tells, under which heading, and from when to when. Pure."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from rules.deadlines import end_of_day
from rules.errors import Refusal
from rules.periods import EARLIEST, LATEST, Period, period
from rules.sentences import word

DAY = timedelta(days=1)
MONTH = relativedelta(months=1)


class Heading(StrEnum):
    """What a bulletin puts together, in the order in which it tells it."""

    RAISED = "raised"
    RESOLVED = "resolved"
    DECIDED = "decided"
    SIGNED = "signed"
    DECLARED = "declared"
    DONE = "done"
    REVIEWED = "reviewed"
    HELD = "held"
    REACHED = "reached"
    TRACKED = "tracked"
    ACTING = "acting"


HEADINGS: Mapping[Heading, tuple[str, ...]] = {
    Heading.RAISED: ("issue-raised",),
    Heading.RESOLVED: ("issue-resolved", "issue-withdrawn", "issue-unresolved"),
    Heading.DECIDED: ("decision-carried", "decision-not-carried", "open-point-decided"),
    Heading.SIGNED: ("counterpart-signed", "signatures-complete", "in-effect"),
    Heading.DECLARED: ("conflict-declared", "conflict-ended", "interests-nil", "interests-unchanged"),
    Heading.DONE: ("action-done", "action-dropped"),
    Heading.REVIEWED: ("review-closed",),
    Heading.HELD: ("meeting-held",),
    Heading.REACHED: ("milestone-met",),
    Heading.TRACKED: ("criterion-changed",),
    Heading.ACTING: ("authority-changed",),
}
"""The acts of the register that a bulletin tells, by the heading they stand under."""

ACTS: Mapping[str, Heading] = {act: heading for heading, acts in HEADINGS.items() for act in acts}
"""The heading of each of those acts."""

TOGETHER = frozenset({"interests-nil", "interests-unchanged"})
"""Acts of no matter that several partners do alike: they are told in one row."""


@dataclass(frozen=True)
class Happened:
    """An entry of the register that a bulletin tells. `reference` is None where it is about no matter."""

    number: int
    act: str
    reference: str | None


def gathered(happened: Iterable[Happened]) -> dict[Heading, list[tuple[Happened, ...]]]:
    """Return what happened by heading, in their order; what one matter has under a heading is one row of it.

    Rows come in the order in which they began. Headings under which nothing happened are left out.
    """
    found: dict[Heading, dict[str, list[Happened]]] = {}
    for one in sorted(happened, key=lambda one: one.number):
        alone = one.act if one.act in TOGETHER else str(one.number)
        rows = found.setdefault(ACTS[one.act], {})
        rows.setdefault(one.reference or alone, []).append(one)
    return {heading: [tuple(row) for row in found[heading].values()] for heading in HEADINGS if heading in found}


# --- The month ----------------------------------------------------------------------------------------------------

_MONTHS = tuple(name.casefold() for name in month_name if name)
_NUMBERS = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_WORDS = re.compile(r"([a-z]{3,})(?: ([0-9]{4}))?")  # three letters tell a month


def month_asked(text: str, today: date) -> Period:
    """Return the month that somebody asks for: 2022-11, November 2022, or November for the latest one; none: this one.

    Raises Refusal for what is no month, and for one that has not begun.
    """
    asked = " ".join(text.casefold().replace(",", " ").split())
    if not asked:
        return period(today, "month")
    first_on = _first_day(asked, today)
    if first_on is None:
        raise Refusal(
            f"I can't read a month in that. Please type it as {word('bulletin', '2022-11')} or as "
            f"{word('bulletin', 'november 2022')}; without a month you get the present one."
        )
    if first_on > today:
        raise Refusal(f"{first_on:%B %Y} has not begun yet, so there is nothing to tell of it.")
    return period(first_on, "month")


def _first_day(asked: str, today: date) -> date | None:
    numbers, words = _NUMBERS.fullmatch(asked), _WORDS.fullmatch(asked)
    if numbers:
        year, month = int(numbers[1]), int(numbers[2])
    elif words:
        month = next((number for number, name in enumerate(_MONTHS, start=1) if name.startswith(words[1])), 0)
        year = int(words[2]) if words[2] else today.year - (month > today.month)
    else:
        return None
    return date(year, month, 1) if EARLIEST <= year <= LATEST and 1 <= month <= len(_MONTHS) else None


def month_before(day: date) -> Period:
    """Return the month before the one that a day lies in."""
    return period(day.replace(day=1) - DAY, "month")


def bounds(told: Period, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the first instant of a period and the first one after it, in UTC, as days begin and end in a zone."""
    return datetime.combine(told.first_on, time(), zone).astimezone(UTC), end_of_day(told.last_on, zone)


def ahead_until(today: date) -> date:
    """Return the last day of what a bulletin names as due next: a month from today."""
    return today + MONTH
