"""Up to which number matters may have been numbered since a backup, as a table."""

import pytest

from rules.restoring import last_given


@pytest.mark.parametrize(
    ("given", "last"),
    [
        (0, 100),
        (1, 200),
        (57, 200),
        (100, 200),
        (101, 300),
        (150, 300),
        (151, 400),
        (200, 400),
        (1000, 2000),
        (1001, 2100),
    ],
)
def test_at_least_a_hundred_and_as_many_again_as_ever_before(given, last):
    assert last_given(given) == last
