"""A time of day on the nights on which clocks are changed, at both sides of each change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from rules.errors import Refusal
from rules.local_times import local_time, of_second, written

LONDON = ZoneInfo("Europe/London")
BACK, FORWARD = date(2024, 10, 27), date(2024, 3, 31)  # from 02:00 to 01:00, from 01:00 to 02:00
AFTER = date(2024, 12, 1)


@pytest.mark.parametrize(
    ("day", "at", "instant", "said"),
    [
        (BACK, time(0, 59), "2024-10-26T23:59+00:00", None),
        (BACK, time(1, 0), "2024-10-27T00:00+00:00",
         "01:00 on Sun 27 Oct 2024 came twice. Taken: the first (summer time)."),
        (BACK, time(1, 30), "2024-10-27T00:30+00:00",
         "01:30 on Sun 27 Oct 2024 came twice. Taken: the first (summer time)."),
        (BACK, time(1, 59), "2024-10-27T00:59+00:00",
         "01:59 on Sun 27 Oct 2024 came twice. Taken: the first (summer time)."),
        (BACK, time(2, 0), "2024-10-27T02:00+00:00", None),
        (FORWARD, time(0, 59), "2024-03-31T00:59+00:00", None),
        (FORWARD, time(1, 0), "2024-03-31T01:00+00:00",
         "01:00 on Sun 31 Mar 2024 never came: the clocks went forward by an hour. Taken: 02:00."),
        (FORWARD, time(1, 59), "2024-03-31T01:59+00:00",
         "01:59 on Sun 31 Mar 2024 never came: the clocks went forward by an hour. Taken: 02:59."),
        (FORWARD, time(2, 0), "2024-03-31T01:00+00:00", None),
        (date(2024, 7, 1), time(1, 30), "2024-07-01T00:30+00:00", None),
    ],
)  # fmt: skip
def test_an_hour_that_came_twice_or_never_is_said(day, at, instant, said):
    found = local_time(day, at, LONDON, today=AFTER)
    assert (found.at, found.said) == (datetime.fromisoformat(instant), said)


def test_of_two_the_second_can_be_meant():
    found = local_time(BACK, time(1, 30), LONDON, today=AFTER, name="GMT")
    assert (found.at, found.said) == (datetime(2024, 10, 27, 1, 30, tzinfo=UTC), None)
    assert of_second(BACK, time(1, 30), LONDON).isoformat() == "2024-10-27T01:30:00+00:00"
    first = local_time(BACK, time(1, 30), LONDON, today=AFTER, name="BST")
    assert (first.at, first.said) == (datetime(2024, 10, 27, 0, 30, tzinfo=UTC), None)
    once = local_time(BACK, time(14), LONDON, today=AFTER, name="GMT")
    assert (once.at, once.said) == (datetime(2024, 10, 27, 14, tzinfo=UTC), None)
    with pytest.raises(
        Refusal, match=r"14:00 on Sun 27 Oct 2024 is no time in BST: it is GMT then\. Please leave BST out"
    ):
        local_time(BACK, time(14), LONDON, today=AFTER, name="BST")


def test_before_the_day_it_is_still_to_come():
    ahead, on_it = (local_time(BACK, time(1, 30), LONDON, today=today) for today in (date(2024, 10, 26), BACK))
    assert ahead.said == "01:30 on Sun 27 Oct 2024 comes twice. Taken: the first (summer time)."
    assert on_it.said == "01:30 on Sun 27 Oct 2024 came twice. Taken: the first (summer time)."
    never = local_time(FORWARD, time(1, 30), LONDON, today=date(2024, 3, 1))
    assert never.refused == (
        "01:30 on Sun 31 Mar 2024 never comes: the clocks go forward by an hour. Please write another time, such as 02:30."
    )
    assert ahead.refused is None


def test_where_clocks_change_by_half_an_hour():
    # Lord Howe Island: from 02:00 to 01:30 on 7 April 2024, from 02:00 to 02:30 on 6 October 2024.
    lord_howe = ZoneInfo("Australia/Lord_Howe")
    assert local_time(date(2024, 4, 7), time(1, 29), lord_howe, today=AFTER).said is None
    assert local_time(date(2024, 4, 7), time(1, 30), lord_howe, today=AFTER).said is not None
    assert local_time(date(2024, 10, 6), time(2, 10), lord_howe, today=AFTER).said == (
        "02:10 on Sun 6 Oct 2024 never came: the clocks went forward by 30 minutes. Taken: 02:40."
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("14:30", (time(14, 30), "")),
        (" 9.05 ", (time(9, 5), "")),
        ("01:30 GMT", (time(1, 30), "GMT")),
        ("01:30bst", (time(1, 30), "BST")),
        ("24:00", None),
        ("9 o'c", None),
        ("", None),
        ("12:60", None),
    ],
)
def test_a_time_as_it_is_written(text, found):
    assert written(text) == found


@given(st.dates(date(2000, 1, 1), date(2036, 12, 31)), st.integers(0, 24 * 60 - 1))
def test_what_came_just_once_comes_back_as_it_was_typed_and_nothing_is_said(day, number):
    at = time(number // 60, number % 60)
    minute = datetime.combine(day, at)
    found = local_time(day, at, LONDON, today=AFTER)
    again = found.at.astimezone(LONDON).replace(tzinfo=None)
    # Counted by instants: how many of them show this time in London.
    around = [found.at + timedelta(minutes=step) for step in range(-120, 121)]
    shown = sum(one.astimezone(LONDON).replace(tzinfo=None) == minute for one in around)
    assert (shown == 1) == (found.said is None)
    assert (again == minute) == (shown > 0)
