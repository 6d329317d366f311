"""Numbers with their nouns, names in a row, lengths of time: as people say them."""

from __future__ import annotations

import pytest

from rules import phrases
from rules.terms import TimeLimit


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (phrases.counted(1, "meeting"), "1 meeting"),
        (phrases.counted(0, "meeting"), "0 meetings"),
        (phrases.counted(2, "entry", "entries"), "2 entries"),
        (phrases.named("column", ["gap"]), "column gap"),
        (phrases.named("column", ["gap", "status"]), "columns gap and status"),
        (phrases.twice("column", ["gap"]), "the column gap stands there twice; keep one of each"),
        (phrases.twice("column", ["gap", "status"]), "the columns gap and status stand there twice; keep one of each"),
    ],
)
def test_one_is_one_and_more_are_more(found, words):
    assert found == words


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ("5 clear-days on operational-days before", "5 clear working days"),
        ("1 clear-day on operational-days before", "1 clear working day"),
        ("5 clear-days before", "5 clear days"),
        ("10 operational-days on working", "10 operational days"),
        ("1 month", "1 month"),
        ("48 hours", "48 hours"),
        ("28 calendar-days", "28 calendar days"),
        ("1 calendar-day after", "1 calendar day"),
    ],
)
def test_a_length_names_no_calendar_by_its_key(limit, words):
    assert phrases.length(TimeLimit.model_validate(limit)) == words


def test_a_calendar_is_named_where_it_does_not_go_without_saying():
    on_foi = TimeLimit.model_validate("20 operational-days on foi")
    assert phrases.length(on_foi, usual="working") == "20 operational days (calendar foi)"
    assert phrases.length(on_foi, usual="foi") == "20 operational days"
