"""A month as people look at it: its weeks from Monday to Sunday, and how much is marked on each of its days. Pure."""

from __future__ import annotations

from calendar import Calendar
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORTEST = 3


@dataclass(frozen=True)
class Day:
    """A day of a month: how many things are marked on it, and whether it is today."""

    on: date
    marks: int
    today: bool


def weeks(month: date, marked: Iterable[date], *, today: date) -> tuple[tuple[Day, ...], ...]:
    """Return the weeks of the month that a day lies in, each with those of its days that are in the month.

    `marked` has a day once for each thing on it; those outside the month count for nothing.
    """
    marks = Counter(marked)
    return tuple(
        tuple(Day(on, marks[on], on == today) for on in week if on.month == month.month)
        for week in Calendar().monthdatescalendar(month.year, month.month)
    )


def beside(month: date, by: int) -> date:
    """Return the first day of the month that is so many months later, or earlier where `by` is below zero."""
    return month.replace(day=1) + relativedelta(months=by)


def last_of(month: date) -> date:
    """Return the last day of the month that a day lies in."""
    return month + relativedelta(day=31)


def number_of(name: str) -> int | None:
    """Return which month of the year a name or its beginning means (March, mar: 3), None when it means none."""
    wanted = name.strip().casefold()
    if len(wanted) < _SHORTEST:
        return None
    found = [number for number, month in enumerate(NAMES, 1) if month.casefold().startswith(wanted)]
    return found[0] if found else None
