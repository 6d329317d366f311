"""The days of a board pack, and what was under way in them: both sides of each boundary."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from rules.board_pack import span
from rules.errors import Refusal

LONDON = ZoneInfo("Europe/London")
TODAY = date(2023, 4, 1)


def days(first, last, today=TODAY):
    return span(date.fromisoformat(first), date.fromisoformat(last), zone=LONDON, today=today)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


MARCH = days("2023-03-01", "2023-03-31")


@pytest.mark.parametrize(
    ("begun", "ended", "knew"),
    [
        ("2023-03-31 23:59", None, True),  # 22:59 UTC: summer time began on the 26th
        ("2023-04-01 00:00", None, False),  # 23:00 UTC, still March there
        ("2023-04-01 00:30", None, False),
        ("2023-02-01 10:00", None, True),
        ("2023-02-01 10:00", "2023-02-28 23:59", False),
        ("2023-02-01 10:00", "2023-03-01 00:00", True),
        ("2023-02-01 10:00", "2023-05-01 00:00", True),
        ("2023-03-10 10:00", "2023-03-10 10:00", True),
    ],
)
def test_what_was_under_way_in_march(begun, ended, knew):
    assert MARCH.knew(at(begun), at(ended) if ended else None) is knew


def test_what_has_not_begun_was_under_way_on_no_day():
    assert not MARCH.knew(None, None)


def test_one_day_is_a_period_and_the_last_may_lie_ahead():
    assert days("2023-04-01", "2023-04-01").knew(at("2023-04-01 12:00"), None)
    assert days("2023-04-01", "2023-12-31").last_on == date(2023, 12, 31)


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("2023-03-02", "2023-03-01", "Wed 1 Mar 2023 is before Thu 2 Mar 2023"),
        ("2023-04-02", "2023-04-30", "Sun 2 Apr 2023 is still to come"),
        ("1899-12-31", "2023-04-30", "1899-12-31 is too far away. Give a day from 1900 to 2199."),
        ("2023-03-02", "2200-01-01", "2200-01-01 is too far away"),
    ],
)
def test_days_that_make_no_sense_get_a_sentence(first, last, sentence):
    with pytest.raises(Refusal, match=sentence):
        days(first, last)
