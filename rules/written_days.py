"""Days as people write them in a table: 2026-12-18, 18/12/2026, 18 December 2026; and what is less exact. Pure."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

HOW = "write it as 2026-12-18"
EARLIEST, LATEST = 1900, 2999

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_WEEKDAYS = {word.lower(): number for number, name in enumerate(calendar.day_name) for word in (name, name[:3])}

_ISO = re.compile(r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)(?:[t ]0?0:00(?::00)?(?:\.0+)?z?)?")
_BRITISH = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})(?: 0?0:00(?::00)?)?")
_WORDS = re.compile(
    r"(?:(?P<weekday>[a-z]+),? )?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](?P<month>[a-z]+)\.?,?[ -](?P<year>\d{4})"
)
_MONTH = re.compile(
    r"(?P<month>[a-z]+)\.?,?[ -](?P<year>\d{4})|(?P<y>\d{4})-(?P<m>\d\d)|(?P<mm>\d{1,2})/(?P<yyyy>\d{4})"
)
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Written:
    """What a date says, from its first to its last day: one day, or the days of a month or a year."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Return whether it is one day."""
        return self.first == self.last


def read(text: str) -> Written | None:
    """Return the day, month or year that is written, as people in the United Kingdom read it; None where it is none.

    01/04/2026 is 1 April. A year of two digits, a day without a year and a weekday that is not that day's are none.
    """
    said = " ".join(text.lower().split())
    for shape in (_ISO, _BRITISH, _WORDS):
        if found := shape.fullmatch(said):
            return _day(found.groupdict())
    if found := _MONTH.fullmatch(said):
        named = found["month"]
        month = _MONTHS.get(named, 0) if named else int(found["m"] or found["mm"])
        year = int(found["year"] or found["y"] or found["yyyy"])
        if not (1 <= month <= 12 and EARLIEST <= year <= LATEST):  # noqa: PLR2004 (months)
            return None
        return Written(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    if _YEAR.fullmatch(said) and EARLIEST <= int(said) <= LATEST:
        return Written(date(int(said), 1, 1), date(int(said), 12, 31))
    return None


def _day(parts: dict[str, str | None]) -> Written | None:
    named, weekday = parts["month"] or "", parts.get("weekday")
    month = int(named) if named.isdigit() else _MONTHS.get(named, 0)
    try:
        day = date(int(parts["year"] or 0), month, int(parts["day"] or 0))
    except ValueError:
        return None
    if not EARLIEST <= day.year <= LATEST or (weekday and _WEEKDAYS.get(weekday) != day.weekday()):
        return None
    return Written(day, day)
