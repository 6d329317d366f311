"""Whether a forum's meetings, on the days they are held, are as many as its pack asks for in a year. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from rules import meetings, periods
from rules.days import in_words
from rules.meetings import Meeting, Tally
from rules.periods import Period
from rules.terms import Cadence

_ONE_DAY = timedelta(days=1)
_YEAR = relativedelta(years=1)


def of_year(cadence: Cadence, found: Sequence[Meeting], year: Period) -> Tally | None:
    """Return the count of a year in which too few of these meetings are held, None where they are enough.

    `found` are all that are known, also those around the year. None as well where the pack asks for no number, or
    nobody has decided which year is meant.
    """
    counted = meetings.tally(cadence, found, today=year.last_on, around=year.last_on)
    return counted if counted is not None and counted.short else None


def of_any_twelve_months(cadence: Cadence, found: Sequence[Meeting], first_on: date, until: date) -> Tally | None:
    """Return the count of the first twelve months with the fewest of these meetings, None where none has too few.

    Looked at are those that lie between the first and the last of the meetings and end from a day to another, both
    included. None as well where the pack asks for no number.
    """
    days = sorted(one.on for one in found if one.public is True or not cadence.in_public)
    fewest: tuple[int, date] | None = None
    for day in days:
        # Twelve months with the fewest end on the day before a meeting: put off by a day, they would have it too.
        last_on = day - _ONE_DAY
        begins = day - _YEAR
        if begins < days[0] or not first_on <= last_on <= until:
            continue
        number = bisect_right(days, last_on) - bisect_left(days, begins)
        if fewest is None or number < fewest[0]:
            fewest = (number, last_on)
    if fewest is None:
        return None
    return of_year(cadence, found, periods.year(fewest[1], "any-twelve-months"))


def words(tally: Tally) -> str:
    """Return in words how many meetings are too few: which are held outside the year, and how many are wanting.

    "11 in 2022: that of Sat 31 Dec is held on Tue 3 Jan 2023. 1 short."
    """
    public = " in public" if tally.in_public else ""
    away = f": {away_words(tally)}" if tally.away else ""
    return f"{tally.held + tally.planned}{public} in {tally.year.words}{away}. {tally.short} short."


def away_words(tally: Tally) -> str:
    """Return which meetings of a year's series are held outside it: "that of Sat 31 Dec is held on Tue 3 Jan 2023"."""
    said = [
        f"that of {_within(tally.year, one.nominal_on)} {'is held ' if number == 0 else ''}on {in_words(one.on)}"
        for number, one in enumerate(tally.away)
        if one.nominal_on is not None
    ]
    return ", ".join(said)


def _within(year: Period, day: date) -> str:
    """Return a day in words, without its year where the year's own name says it."""
    return in_words(day).removesuffix(f" {day.year}") if year.words == str(day.year) else in_words(day)
