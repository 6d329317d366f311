"""A month's weeks, what is marked on its days, and the months beside it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from rules import months

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def shown(month, *marked, today="2000-01-01"):
    found = months.weeks(date.fromisoformat(month), map(date.fromisoformat, marked), today=date.fromisoformat(today))
    return [" ".join(f"{day.on.day}{'*' * day.marks}{'!' * day.today}" for day in week) for week in found]


@pytest.mark.parametrize(
    ("month", "weeks"),
    [
        ("2023-01-15", ["1", "2 3** 4 5 6! 7 8", "9 10 11 12 13 14 15", "16 17 18* 19 20 21 22", "23 24 25 26 27 28 29", "30 31"]),
        ("2021-02-01", ["1 2 3 4 5 6 7", "8 9 10 11 12 13 14", "15 16 17 18 19 20 21", "22 23 24 25 26 27 28"]),
        ("2024-02-29", ["1 2 3 4", "5 6 7 8 9 10 11", "12 13 14 15 16 17 18", "19 20 21 22 23 24 25", "26 27 28 29"]),
    ],
)  # fmt: skip
def test_a_month_has_its_weeks_from_monday_to_sunday(month, weeks):
    assert shown(month, "2023-01-03", "2023-01-18", "2023-01-03", "2022-12-31", today="2023-01-06") == weeks


@given(days, st.lists(days), days)
def test_each_day_of_the_month_stands_once_with_all_its_marks(month, marked, today):
    found = [day for week in months.weeks(month, marked, today=today) for day in week]
    first = month.replace(day=1)
    assert [day.on for day in found] == [first + timedelta(days=n) for n in range(months.last_of(month).day)]
    assert sum(day.marks for day in found) == sum((day.year, day.month) == (month.year, month.month) for day in marked)
    assert [day.on for day in found if day.today] == [today] * ((today.year, today.month) == (month.year, month.month))
    for week in months.weeks(month, marked, today=today):
        assert [day.on.weekday() for day in week] == list(range(week[0].on.weekday(), week[-1].on.weekday() + 1))


@pytest.mark.parametrize(
    ("month", "by", "beside"),
    [
        ("2022-12-31", 1, "2023-01-01"),
        ("2023-01-31", 1, "2023-02-01"),
        ("2023-01-01", -1, "2022-12-01"),
        ("2023-03-31", -12, "2022-03-01"),
        ("2023-03-31", 0, "2023-03-01"),
    ],
)
def test_the_month_beside(month, by, beside):
    assert months.beside(date.fromisoformat(month), by) == date.fromisoformat(beside)


@pytest.mark.parametrize(
    ("name", "number"),
    [("March", 3), ("mar", 3), (" DECEMBER ", 12), ("ma", None), ("", None), ("Marchx", None), ("jun", 6), ("jul", 7), ("3", None)],
)  # fmt: skip
def test_a_month_is_known_by_its_name_or_the_beginning_of_it(name, number):
    assert months.number_of(name) == number
