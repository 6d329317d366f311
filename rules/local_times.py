"""A time of day that somebody typed, where clocks change: one that came twice, and one that never came. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rules.days import in_words
from rules.errors import Refusal

_HOUR = timedelta(hours=1)
_WRITTEN = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d) ?([A-Za-z]{0,5})")


@dataclass(frozen=True)
class LocalTime:
    """A time of day in a zone as an instant in UTC.

    `odd` says that it came twice, or never, and `taken` what it is taken for: the first of the two, or the time that
    it would have been had the clocks not been changed. Both are None where it came just once.
    """

    at: datetime
    odd: str | None = None
    taken: str | None = None
    never: bool = False

    @property
    def said(self) -> str | None:
        """Return it in sentences: "01:30 on Sun 27 Oct 2024 came twice. Taken: the first (summer time)."; else None."""
        return None if self.odd is None else f"{self.odd}. Taken: {self.taken}."

    @property
    def refused(self) -> str | None:
        """Return why a time that never came is none, and what to write; None for every other."""
        return f"{self.odd}. Please write another time, such as {self.taken}." if self.never else None


def local_time(day: date, at: time, zone: ZoneInfo, *, today: date, name: str = "") -> LocalTime:
    """Return a time of a day in a zone; `today` says whether that is past.

    `name`, such as GMT or BST, says which one is meant of a time that came twice. Raises Refusal for a name that the
    zone does not have at that time.
    """
    first, again = (datetime.combine(day, at.replace(fold=fold), zone) for fold in (0, 1))
    before, after = first.utcoffset() or timedelta(), again.utcoffset() or timedelta()
    came, went = ("comes", "go") if day > today else ("came", "went")
    when = f"{at:%H:%M} on {in_words(day)}"
    taken = first.astimezone(UTC)
    names = (first.tzname(), again.tzname())
    if name and name not in names:
        raise Refusal(f"{when} is no time in {name}: it is {names[0]} then. Please leave {name} out.")
    if before > after:
        if name:
            return LocalTime((first if name == names[0] else again).astimezone(UTC))
        return LocalTime(taken, f"{when} {came} twice", f"the first ({_name(first)})")
    if before < after:
        odd = f"{when} never {came}: the clocks {went} forward by {_length(after - before)}"
        return LocalTime(taken, odd, f"{taken.astimezone(zone):%H:%M}", never=True)
    return LocalTime(taken)


def written(text: str) -> tuple[time, str] | None:
    """Return the time of day that was written, 14:30 or 14.30, and the zone's name behind it; None for no time.

    A zone's name, as GMT or BST, says which one is meant of a time that came twice.
    """
    found = _WRITTEN.fullmatch(text.strip())
    return (time(int(found[1]), int(found[2])), found[3].upper()) if found else None


def of_second(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return the second of a time of day that came twice, in its zone: it is written with its own offset or name."""
    return datetime.combine(day, at.replace(fold=1), zone)


def _name(moment: datetime) -> str:
    return "summer time" if moment.dst() else moment.tzname() or "as before the change"


def _length(by: timedelta) -> str:
    return "an hour" if by == _HOUR else f"{by // timedelta(minutes=1)} minutes"
