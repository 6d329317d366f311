"""Trackers: statuses in the agreement's own words, colours by its table alone, changes, counts, pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from rules import trackers
from rules.errors import Refusal
from rules.terms import Tracker
from rules.trackers import ChangeState, Values, paged
from storage.packs import read_pack
from tests.rules.framework import AS_PRINTED, FRAMEWORK

WORKS = Tracker(
    key="works", name="Works", statuses=("Idle", "Done", "Done, but leaking"), colours={"Done": "green", "Idle": "red"}
)


@pytest.mark.parametrize("status", AS_PRINTED)
def test_the_ten_statuses_of_one_halton_are_taken_as_printed_and_have_no_colour(status):
    trackers.check_status(FRAMEWORK, status)
    assert trackers.colour_of(FRAMEWORK, status) is None  # the column is headed RAG, and holds no colours


@pytest.mark.parametrize(
    ("word", "offered"),
    [
        ("In progress", "In Progress"),
        ("in  development", "In development"),
        ("Acheived", "Achieved"),
        ("Completed but refreshing", "Completed, but refreshing"),
        ("NOT STARTED", "Not Started"),
    ],
)
def test_a_word_that_is_nearly_a_status_is_refused_and_the_status_offered(word, offered):
    with pytest.raises(Refusal) as refused:
        trackers.check_status(FRAMEWORK, word)
    assert str(refused.value) == (
        f"“{word}” is not a status of the ICP development framework (clause Briefing 2.5). Did you mean “{offered}”?"
    )


@pytest.mark.parametrize("word", ["Green", "", "Purple monkey", "Completed", "Achieved, but refreshing "])
def test_any_other_word_is_refused(word):
    with pytest.raises(Refusal) as refused:
        trackers.check_status(WORKS, word)
    assert "is not a status of the Works. Its statuses are: Idle; Done; Done, but leaking." in str(refused.value)


def test_a_colour_is_only_what_the_table_says_and_never_guessed_from_a_word():
    assert trackers.colour_of(WORKS, "Done") == "green"
    assert trackers.colour_of(WORKS, "Idle") == "red"
    assert trackers.colour_of(WORKS, "Done, but leaking") is None
    assert trackers.colour_of(WORKS, None) is None
    named = Tracker(key="rag", name="RAG", statuses=("Red", "Amber", "Green"))
    assert [trackers.colour_of(named, status) for status in named.statuses] == [None, None, None]


def test_a_change_waits_where_the_pack_names_a_forum_and_is_made_at_once_where_it_names_none():
    assert trackers.becomes(FRAMEWORK) is ChangeState.WAITING
    assert trackers.becomes(WORKS) is ChangeState.MADE


def test_statuses_are_counted_in_the_tracker_s_order_and_those_it_has_no_more_come_last():
    found = ["Done", "Idle", "Done", "Old", None, "Ancient", "Done, but leaking"]
    assert trackers.counts(WORKS, found) == [
        ("Idle", 1),
        ("Done", 2),
        ("Done, but leaking", 1),
        ("Ancient", 1),
        ("Old", 1),
    ]
    assert trackers.counts(WORKS, []) == []


ROW = Values("1 Governance", "The link", "N/A", "Started", "Halton Council", "Autumn", date(2021, 9, 30))


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("feature", "2"),
        ("title", "The links"),
        ("gap", ""),
        ("status", "Achieved"),
        ("owner", ""),
        ("target", "Winter"),
        ("target_on", None),
    ],
)
def test_what_is_different_is_named_part_by_part(part, value):
    assert trackers.different(ROW, replace(ROW, **{part: value})) == (part,)
    assert trackers.different(ROW, ROW) == ()


@pytest.mark.parametrize("state", [ChangeState.MADE, ChangeState.REFUSED, ChangeState.WITHDRAWN])
def test_what_does_not_wait_any_more_is_not_answered_again(state):
    trackers.check_waiting(ChangeState.WAITING, "HAL-T1.1.4")
    with pytest.raises(Refusal, match=r"This change of HAL-T1\.1\.4 was"):
        trackers.check_waiting(state, "HAL-T1.1.4")


@pytest.mark.parametrize("number", ["1", "1.4", "12.3b", "3a", "1.2.3", "100.100", "999.999a"])
def test_a_row_s_number_is_figures_with_points(number):
    trackers.check_number(number)
    assert len(trackers.reference_of("ABCDEF-T9", number)) <= 20  # what the register keeps of a reference


@pytest.mark.parametrize(
    "number", ["", "1.", ".1", "one", "1.2.3.4", "1000", "1 4", "1,4", "=1", "1234567890", "1.4\n", "\uff11"]
)
def test_other_numbers_are_refused_with_an_example(number):
    with pytest.raises(Refusal, match=r"write one such as 1\.4"):
        trackers.check_number(number)


def test_rows_stand_in_the_order_of_their_numbers_and_not_of_their_letters():
    numbers = ["10", "2.1", "1.10", "1.9", "1.9a", "1", "3a", "3"]
    assert sorted(numbers, key=trackers.in_order) == ["1", "1.9", "1.9a", "1.10", "2.1", "3", "3a", "10"]


def test_a_page_ends_with_a_feature_where_that_leaves_it_more_than_half_full():
    features = [*"aaaa", *"bbbb", *"cc"]
    assert list(paged([1] * 10, features, most=6, heaviest=99)) == [range(4), range(4, 10)]
    assert list(paged([1] * 10, features, most=9, heaviest=99)) == [range(8), range(8, 10)]
    assert list(paged([1] * 10, ["a"] * 10, most=6, heaviest=99)) == [range(6), range(6, 10)]
    assert list(paged([50, 50, 50], ["a"] * 3, most=9, heaviest=99)) == [range(1), range(1, 2), range(2, 3)]
    assert list(paged([500], ["a"], most=9, heaviest=99)) == [range(1)]
    assert list(paged([], [], most=9, heaviest=99)) == []


@given(
    st.lists(st.tuples(st.integers(0, 120), st.sampled_from("abc")), max_size=60),
    st.integers(1, 12),
    st.integers(1, 300),
)
def test_pages_have_every_row_once_and_none_is_too_long(rows, most, heaviest):
    weights, features = [weight for weight, _ in rows], [feature for _, feature in rows]
    found = list(paged(weights, features, most=most, heaviest=heaviest))
    assert [place for page in found for place in page] == list(range(len(rows)))
    for page in found:
        assert 1 <= len(page) <= most
        if len(page) > 1:
            assert sum(weights[place] for place in page) <= heaviest


def test_the_packs_that_come_with_accord_name_one_tracker():
    assert [rule.key for name in ("sefton-2022", "mid-south-essex-2020") for rule in read_pack(name).trackers] == []
    assert list(FRAMEWORK.statuses) == AS_PRINTED
