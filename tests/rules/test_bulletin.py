"""The bulletin's month and its headings: dates on both sides of each boundary, and properties of how rows are gathered."""

from datetime import UTC, date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from rules import bulletin
from rules.bulletin import ACTS, HEADINGS, Happened, Heading
from rules.calendars import calendar_of
from rules.errors import Refusal
from rules.periods import period
from rules.terms import Base

LONDON = ZoneInfo("Europe/London")
TODAY = date(2022, 12, 16)
BANK_HOLIDAYS = calendar_of(Base.ENGLAND_AND_WALES)


@pytest.mark.parametrize(
    ("typed", "words", "first_on", "last_on"),
    [
        ("", "December 2022", "2022-12-01", "2022-12-31"),
        ("2022-12", "December 2022", "2022-12-01", "2022-12-31"),
        ("2022-11", "November 2022", "2022-11-01", "2022-11-30"),
        ("2022-2", "February 2022", "2022-02-01", "2022-02-28"),
        ("february 2020", "February 2020", "2020-02-01", "2020-02-29"),
        (" November,  2022 ", "November 2022", "2022-11-01", "2022-11-30"),
        ("NOV 2022", "November 2022", "2022-11-01", "2022-11-30"),
        ("sept 2022", "September 2022", "2022-09-01", "2022-09-30"),
        ("december", "December 2022", "2022-12-01", "2022-12-31"),
        ("november", "November 2022", "2022-11-01", "2022-11-30"),
        ("may", "May 2022", "2022-05-01", "2022-05-31"),
    ],
)
def test_a_month_is_read_as_people_write_it(typed, words, first_on, last_on):
    found = bulletin.month_asked(typed, TODAY)
    assert (found.words, str(found.first_on), str(found.last_on)) == (words, first_on, last_on)


def test_a_month_without_a_year_is_the_latest_that_has_begun():
    assert bulletin.month_asked("november", date(2022, 10, 31)).words == "November 2021"
    assert bulletin.month_asked("november", date(2022, 11, 1)).words == "November 2022"


@pytest.mark.parametrize(
    "typed", ["2022", "2022-13", "2022-00", "no 2022", "now", "maybe", "11/2022", "1899-12", "2200-01", "2022-11-05"]
)
def test_what_is_no_month_gets_a_sentence(typed):
    with pytest.raises(Refusal, match=r"I can't read a month in that\. Please type it as"):
        bulletin.month_asked(typed, TODAY)


def test_a_month_that_has_not_begun_gets_another():
    with pytest.raises(Refusal, match="January 2023 has not begun yet"):
        bulletin.month_asked("2023-01", TODAY)
    assert bulletin.month_asked("2022-12", date(2022, 12, 1)).words == "December 2022"


@pytest.mark.parametrize(
    ("day", "begins", "ends"),
    [
        # Summer time begins on Sun 27 Mar 2022: March begins by Greenwich's clock, and ends an hour before it says.
        ("2022-03-10", "2022-03-01 00:00", "2022-03-31 23:00"),
        ("2022-06-10", "2022-05-31 23:00", "2022-06-30 23:00"),
        ("2022-10-10", "2022-09-30 23:00", "2022-11-01 00:00"),
        ("2022-02-10", "2022-02-01 00:00", "2022-03-01 00:00"),
        ("2024-02-10", "2024-02-01 00:00", "2024-03-01 00:00"),
    ],
)
def test_a_month_begins_and_ends_at_midnight_in_its_own_zone(day, begins, ends):
    found = bulletin.bounds(period(date.fromisoformat(day), "month"), LONDON)
    assert [f"{moment:%Y-%m-%d %H:%M}" for moment in found] == [begins, ends]
    assert all(moment.tzinfo is UTC for moment in found)


@pytest.mark.parametrize(
    ("day", "before"),
    [("2023-01-01", "December 2022"), ("2023-01-31", "December 2022"), ("2024-03-01", "February 2024")],
)
def test_the_month_before(day, before):
    assert bulletin.month_before(date.fromisoformat(day)).words == before


@pytest.mark.parametrize(("day", "until"), [("2022-12-16", "2023-01-16"), ("2023-01-31", "2023-02-28")])
def test_what_is_next_is_due_within_a_month(day, until):
    assert str(bulletin.ahead_until(date.fromisoformat(day))) == until


def test_what_one_matter_has_under_a_heading_is_one_row_and_rows_come_as_they_began():
    found = bulletin.gathered(
        [
            Happened(9, "in-effect", "SEF-S1"),
            Happened(2, "issue-raised", "SEF-1"),
            Happened(4, "counterpart-signed", "SEF-S1"),
            Happened(5, "issue-raised", "SEF-2"),
            Happened(3, "interests-nil", None),
            Happened(7, "interests-nil", None),
            Happened(8, "open-point-decided", None),
            Happened(6, "open-point-decided", None),
            Happened(10, "issue-resolved", "SEF-1"),
        ]
    )
    told = {heading: [[one.number for one in row] for row in rows] for heading, rows in found.items()}
    assert told == {
        Heading.RAISED: [[2], [5]],
        Heading.RESOLVED: [[10]],
        Heading.DECIDED: [[6], [8]],
        Heading.SIGNED: [[4, 9]],
        Heading.DECLARED: [[3, 7]],
    }
    assert list(told) == [heading for heading in Heading if heading in told]


def test_every_act_has_one_heading():
    assert len(ACTS) == sum(len(acts) for acts in HEADINGS.values())
    assert set(HEADINGS) == set(Heading)


ENTRIES = st.lists(
    st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from([None, "SEF-1", "SEF-2", "SEF-S1"])), max_size=30
)


@given(ENTRIES)
def test_nothing_is_lost_and_nothing_told_twice(drawn):
    happened = [Happened(number, act, reference) for number, (act, reference) in enumerate(drawn)]
    found = bulletin.gathered(reversed(happened))
    assert sorted(one.number for rows in found.values() for row in rows for one in row) == list(range(len(drawn)))
    for heading, rows in found.items():
        assert all(ACTS[one.act] is heading for row in rows for one in row)
        assert [row[0].number for row in rows] == sorted(row[0].number for row in rows)
        named = [row[0].reference for row in rows if row[0].reference]
        assert len(named) == len(set(named))
