"""Months, quarters and years as documents name them: their first and last days, and their words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from rules.periods import period, year

ONE = timedelta(days=1)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
precisions = st.sampled_from(["day", "month", "quarter", "financial-quarter", "financial-year"])


@pytest.mark.parametrize(
    ("day", "precision", "first", "last", "words"),
    [
        ("2021-09-30", "day", "2021-09-30", "2021-09-30", "Thu 30 Sep 2021"),
        ("2021-07-01", "month", "2021-07-01", "2021-07-31", "July 2021"),
        ("2021-07-31", "month", "2021-07-01", "2021-07-31", "July 2021"),
        ("2024-02-29", "month", "2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02-01", "month", "2023-02-01", "2023-02-28", "February 2023"),
        ("2021-01-27", "quarter", "2021-01-01", "2021-03-31", "January to March 2021"),
        ("2021-12-31", "quarter", "2021-10-01", "2021-12-31", "October to December 2021"),
        # Cheshire and Merseyside: the fourth quarter of 2020/21 is the first of the calendar year 2021
        ("2021-01-01", "financial-quarter", "2021-01-01", "2021-03-31", "Q4 2020/21"),
        ("2021-03-31", "financial-quarter", "2021-01-01", "2021-03-31", "Q4 2020/21"),
        ("2021-04-01", "financial-quarter", "2021-04-01", "2021-06-30", "Q1 2021/22"),
        ("2021-06-30", "financial-quarter", "2021-04-01", "2021-06-30", "Q1 2021/22"),
        ("2021-07-01", "financial-quarter", "2021-07-01", "2021-09-30", "Q2 2021/22"),
        ("2021-12-31", "financial-quarter", "2021-10-01", "2021-12-31", "Q3 2021/22"),
        ("2022-03-31", "financial-year", "2021-04-01", "2022-03-31", "2021/22"),
        ("2022-04-01", "financial-year", "2022-04-01", "2023-03-31", "2022/23"),
        ("2100-01-01", "financial-year", "2099-04-01", "2100-03-31", "2099/00"),
    ],
)
def test_a_period(day, precision, first, last, words):
    found = period(date.fromisoformat(day), precision)
    assert (found.first_on.isoformat(), found.last_on.isoformat(), found.words) == (first, last, words)


@pytest.mark.parametrize(
    ("day", "counted_by", "first", "last", "words"),
    [
        ("2021-01-01", "calendar-year", "2021-01-01", "2021-12-31", "2021"),
        ("2021-12-31", "calendar-year", "2021-01-01", "2021-12-31", "2021"),
        ("2021-03-31", "financial-year", "2020-04-01", "2021-03-31", "2020/21"),
        ("2021-06-15", "any-twelve-months", "2020-06-16", "2021-06-15", "the twelve months to Tue 15 Jun 2021"),
        ("2024-02-29", "any-twelve-months", "2023-03-01", "2024-02-29", "the twelve months to Thu 29 Feb 2024"),
    ],
)
def test_a_year(day, counted_by, first, last, words):
    found = year(date.fromisoformat(day), counted_by)
    assert (found.first_on.isoformat(), found.last_on.isoformat(), found.words) == (first, last, words)


@given(days, precisions)
def test_a_day_is_in_its_period_and_the_periods_follow_one_another(day, precision):
    found = period(day, precision)
    assert day in found
    assert found.first_on - ONE not in found
    assert found.last_on + ONE not in found
    assert {period(found.first_on, precision), period(found.last_on, precision)} == {found}
    assert period(found.last_on + ONE, precision).first_on == found.last_on + ONE
