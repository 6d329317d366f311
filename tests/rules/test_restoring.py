"""Up to which number matters may have been numbered since a backup, as a table."""

import pytest

from rules.restoring import last_given


@pytest.mark.parametrize(
    ("given", "there", "last"),
    [
        (0, 0, 100),
        (1, 1, 200),
        (57, 57, 200),
        (100, 100, 200),
        (101, 101, 300),
        (150, 150, 300),
        (151, 151, 400),
        (200, 200, 400),
        (1000, 1000, 2000),
        (1001, 1001, 2100),
        (200, 57, 300),  # restored once before: what was left free then was given to nobody
        (201, 58, 400),
        (9_900, 57, 10_000),
    ],
)
def test_at_least_a_hundred_and_as_many_again_as_there_are(given, there, last):
    assert last_given(given, there) == last


def test_however_often_it_is_restored_the_numbers_stay_short():
    given = 57
    for _ in range(1000):
        given = last_given(given, 57)
    assert given == 100_100
