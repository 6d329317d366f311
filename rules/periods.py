"""The months, quarters and years that a document names instead of a day: where they begin and end, and their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta

from rules.days import in_words

Precision = Literal["day", "month", "quarter", "financial-quarter", "financial-year"]
Year = Literal["calendar-year", "financial-year", "any-twelve-months"]

EARLIEST, LATEST = 1900, 2199  # years; past them no bank holiday is known, and dates run out

_ONE_DAY = relativedelta(days=1)
_QUARTER = 3  # months
_ORDINALS = ("first", "second", "third", "fourth")
_APRIL = 4  # the financial year of councils and the NHS runs from 1 April to 31 March


@dataclass(frozen=True)
class Period:
    """A stretch of days, both ends in it, and what people call it: "July 2021", "Q4 2020/21"."""

    first_on: date
    last_on: date
    words: str

    def __contains__(self, day: date) -> bool:
        return self.first_on <= day <= self.last_on


def period(day: date, precision: Precision) -> Period:
    """Return the period of this precision that a day lies in.

    A quarter and a financial quarter have the same days and other names: January to March 2021 is the last quarter of
    the financial year 2020/21 (Cheshire and Merseyside, Representation: Q4 2020/21).
    """
    match precision:
        case "day":
            return Period(day, day, in_words(day))
        case "month":
            return _months(day.replace(day=1), 1, f"{day:%B %Y}")
        case "quarter":
            first = _quarter_of(day)
            return _months(first, _QUARTER, f"{first:%B} to {first + relativedelta(months=2):%B %Y}")
        case "financial-quarter":
            first = _quarter_of(day)
            number = (first.month - _APRIL) // _QUARTER % 4 + 1
            return _months(first, _QUARTER, f"Q{number} {_financial(day)}")
        case "financial-year":
            return _months(_april(day), 12, _financial(day))


def by_the_end_of(day: date, precision: Precision) -> str:
    """Return in words by when something is due of which a document names the period that a day lies in.

    "by Fri 31 Mar 2023", "by the end of September 2021", "by the end of the first quarter of 2022/23".
    """
    found = period(day, precision)
    match precision:
        case "day":
            return f"by {found.words}"
        case "month":
            return f"by the end of {found.words}"
        case "quarter":
            return f"by the end of the quarter {found.words}"
        case "financial-quarter":
            number = (found.first_on.month - _APRIL) // _QUARTER % 4
            return f"by the end of the {_ORDINALS[number]} quarter of {_financial(day)}"
        case "financial-year":
            return f"by the end of the financial year {found.words}"


def year(day: date, counted_by: Year) -> Period:
    """Return the year that a day lies in, as things are counted; for any twelve months: the twelve that end with it."""
    match counted_by:
        case "calendar-year":
            return _months(date(day.year, 1, 1), 12, str(day.year))
        case "financial-year":
            return period(day, "financial-year")
        case "any-twelve-months":
            first = day - relativedelta(years=1) + _ONE_DAY
            return Period(first, day, f"the twelve months to {in_words(day)}")


def _months(first: date, number: int, words: str) -> Period:
    # Not the next month's first day less one: December 9999 has none.
    return Period(first, first + relativedelta(months=number - 1, day=31), words)


def _quarter_of(day: date) -> date:
    return date(day.year, (day.month - 1) // _QUARTER * _QUARTER + 1, 1)


def _april(day: date) -> date:
    return date(day.year if day.month >= _APRIL else day.year - 1, _APRIL, 1)


def _financial(day: date) -> str:
    first = _april(day).year
    return f"{first}/{(first + 1) % 100:02d}"
