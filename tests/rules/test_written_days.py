"""Days as people write them: read to the day where that is said, never guessed where it is not."""

from __future__ import annotations

from datetime import date

import pytest

from rules import written_days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-18", date(2026, 12, 18)),
        ("20261218", date(2026, 12, 18)),
        ("2026-12-18T00:00:00", date(2026, 12, 18)),
        ("2026-12-18 0:00:00", date(2026, 12, 18)),
        ("01/04/2026", date(2026, 4, 1)),  # as in the United Kingdom: no 4 January
        ("1/4/2026", date(2026, 4, 1)),
        ("18.12.2026", date(2026, 12, 18)),
        ("18 December 2026", date(2026, 12, 18)),
        ("18th  of Dec. 2026", date(2026, 12, 18)),
        ("Fri 18 Dec 2026", date(2026, 12, 18)),
        ("18-Dec-2026", date(2026, 12, 18)),
        ("29/02/2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_it_is_written(text, day):
    assert written_days.read(text) == written_days.Written(day, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("June 2027", date(2027, 6, 1), date(2027, 6, 30)),
        ("Feb 2028", date(2028, 2, 1), date(2028, 2, 29)),
        ("2027-02", date(2027, 2, 1), date(2027, 2, 28)),
        ("02/2027", date(2027, 2, 1), date(2027, 2, 28)),
    ],
)
def test_a_month_or_a_year_is_all_its_days_and_no_day(text, first, last):
    found = written_days.read(text)
    assert found == written_days.Written(first, last)
    assert not found.exact


@pytest.mark.parametrize(
    "text",
    ["", "soon", "30 September", "Jun-27", "1/4/26", "12/31/2026", "31/9/2026", "29/02/2027", "2026-13-01", "2026-W10",
     "Mon 18 Dec 2026", "2026-12-18 10:00", "0026-12-18", "13/2027", "3000", "99999999"],
)  # fmt: skip
def test_what_is_no_day_is_none(text):
    assert written_days.read(text) is None
