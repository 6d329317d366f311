"""Older words for times in those of today: each as it was written, and as it is read."""

import pytest
from hypothesis import given, strategies as st

from rules.older_moments import renewed_moments
from rules.older_words import renewed
from storage.packs import pack_source, parse_pack

LIMIT = {"number": 10, "unit": "calendar-days"}


@pytest.mark.parametrize(
    ("older", "today"),
    [
        # A fixed date is the day itself.
        (
            {
                "clocks": {
                    "opening": {"name": "Opening", "counts_from": "fixed-date", "on": "2030-04-01", "limit": LIMIT}
                }
            },
            {"clocks": {"opening": {"name": "Opening", "counts_from": "2030-04-01", "limit": LIMIT}}},
        ),
        (
            {"reviews": [{"key": "yearly", "counts_from": "fixed-date", "on": "2030-01-01", "every": "1 year"}]},
            {"reviews": [{"key": "yearly", "counts_from": "2030-01-01", "every": "1 year"}]},
        ),
        # A stored version has a place for the date where there is none.
        (
            {"clocks": {"talk": {"counts_from": "notified", "on": None, "limit": LIMIT}}},
            {"clocks": {"talk": {"counts_from": "notified", "limit": LIMIT}}},
        ),
        # Where the partners are asked for the day, they are asked what it counts from.
        (
            {
                "reviews": [{"key": "yearly", "counts_from": "fixed-date", "every": "1 year"}],
                "open": [{"key": "when", "question": "When?", "path": "reviews.yearly.on"}],
            },
            {
                "reviews": [{"key": "yearly", "every": "1 year"}],
                "open": [{"key": "when", "question": "When?", "path": "reviews.yearly.counts_from"}],
            },
        ),
        (
            {"clocks": {"second": {"counts_from": "stage-entered", "limit": LIMIT}}},
            {"clocks": {"second": {"counts_from": "entered", "limit": LIMIT}}},
        ),
        (
            {"open": [{"path": "clocks.second.counts_from", "choices": ["raised", "stage-entered"]}]},
            {"open": [{"path": "clocks.second.counts_from", "choices": ["raised", "entered"]}]},
        ),
        # What is asked for before a meeting counts from the meeting.
        (
            {"forums": [{"key": "board", "notice": {"limit": "6 clear-days before", "clause": "3"}, "papers": None}]},
            {
                "forums": [
                    {
                        "key": "board",
                        "notice": {"counts_from": "meeting", "limit": "6 clear-days before", "clause": "3"},
                        "papers": None,
                    }
                ]
            },
        ),
        # An interest is disclosed so long after somebody became aware of it, and consent is given after the disclosure.
        (
            {"conflicts": {"within": LIMIT, "consent_within": "5 operational-days on working"}},
            {
                "conflicts": {
                    "within": {"counts_from": "aware", "limit": LIMIT},
                    "consent_within": {"counts_from": "disclosed", "limit": "5 operational-days on working"},
                }
            },
        ),
        ({"conflicts": {"within": "immediately"}}, {"conflicts": {"within": "immediately"}}),
        ({"conflicts": {"within": "unstated"}}, {"conflicts": {"within": "unstated"}}),
        # What is said in the words of today stays.
        (
            {
                "conflicts": {"within": "28 calendar-days after aware"},
                "forums": [{"notice": "6 clear-days before meeting"}],
            },
            {
                "conflicts": {"within": "28 calendar-days after aware"},
                "forums": [{"notice": "6 clear-days before meeting"}],
            },
        ),
    ],
)
def test_older_words(older, today):
    assert renewed_moments(older) == today
    assert renewed_moments(today) == today


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=8)
    | st.sampled_from(["fixed-date", "stage-entered", "10 days", "clocks.a.on", "immediately"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["clocks", "reviews", "forums", "conflicts", "open", "counts_from", "on", "key", "path"])
            | st.sampled_from(["choices", "notice", "papers", "limit", "within", "consent_within", "number", "a"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(["clocks", "reviews", "forums", "conflicts", "open"]), PLAIN, max_size=5))
def test_whatever_stands_there_nothing_is_raised_and_a_second_time_changes_nothing(content):
    once = renewed_moments(content)
    assert renewed_moments(once) == once


@pytest.mark.parametrize("name", ["sefton-2022", "one-halton-2021", "mid-south-essex-2020"])
def test_the_packs_and_what_is_stored_of_them_are_in_the_words_of_today(name):
    terms = parse_pack(pack_source(name), file=name)
    stored = terms.model_dump(mode="json")
    assert renewed(stored) == stored
    assert type(terms).model_validate(stored) == terms
