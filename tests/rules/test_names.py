"""Names as people read them: the same to the eye is the same, and alike is not."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from rules.names import as_read, may_be_one, perhaps


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siân Llwyd", "Sia\u0302n Llwyd"),
        ("Ana Price", "ana  PRICE "),
        ("Ana Price", "Ana\u00a0Price"),
        ("Ana Price", "Ana\u2009Price"),
        ("Ana Price", "An\u200ba Price\ufeff"),
        ("Ana Price", "Ana\u00ad Pri\u2060ce"),
        ("Kit O'Brien", "Kit O\u2019Brien"),
        ("Mary-Ann Lee", "Mary\u2010Ann Lee"),
        ("Mary-Ann Lee", "Mary\u2011Ann Lee"),
        ("Mary-Ann Lee", "Mary\u2013Ann Lee"),
        ("Ana Price", "\uff21na Price"),
        ("Groß", "GROSS"),
    ],
)
def test_what_looks_the_same_is_the_same(one, other):
    assert as_read(one) == as_read(other)
    assert perhaps(one) == perhaps(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siân Llwyd", "Sian Llwyd"),
        ("Price, Ana", "Ana Price"),
        ("Dr Ana Price", "Ana Price"),
        ("Mary-Ann Lee", "Mary Ann Lee"),
        ("OBrien", "O'Brien"),
        ("Łucja", "Lucja"),
        ("ab", "a\u202eb"),  # it turns what follows: it looks otherwise
    ],
)
def test_what_may_be_the_same_is_told_from_what_is(one, other):
    assert as_read(one) != as_read(other)
    assert perhaps(one) == perhaps(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jürgen Müller", "Juergen Mueller"),
        ("Jürgen Müller", "Jurgen Muller"),
        ("\u0410nn Lee", "Ann Lee"),
        ("\u0391nn Lee", "Ann Lee"),
    ],
)
def test_letters_written_otherwise_or_of_another_alphabet_may_be_the_same(one, other):
    assert as_read(one) != as_read(other)
    assert may_be_one(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("Joe Lee", "Jo Lee"), ("Sue Lee", "Su Lee"), ("Anna", "\u0411\u043e\u0431")]
)
def test_letters_that_are_there_are_read(one, other):
    assert not may_be_one(one, other)


@pytest.mark.parametrize(("one", "other"), [("Ana Price", "Anna Price"), ("Director 1", "Director 2"), ("Dr", "Mr")])
def test_other_names_are_of_others(one, other):
    assert perhaps(one) != perhaps(other)


def test_capitals_make_a_difference_where_they_are_to():
    assert as_read("In\u00a0Part", capitals=True) == as_read("In Part ", capitals=True) == "In Part"
    assert as_read("In part", capitals=True) != as_read("In Part", capitals=True)


@given(st.text(max_size=30))
def test_what_was_read_once_is_read_the_same_again(text):
    assert as_read(as_read(text)) == as_read(text)
    assert perhaps(perhaps(text)) == perhaps(text)
