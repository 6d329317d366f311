"""Values in words."""

from datetime import UTC, date, datetime

import pytest

from bot import phrases


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (phrases.day("2023-01-18"), "Wed 18 Jan 2023"),
        (phrases.day("2023-01-18T23:30:00+00:00"), "Wed 18 Jan 2023"),
        (phrases.day(date(2022, 7, 4)), "Mon 4 Jul 2022"),
        (phrases.day_month("2022-12-19"), "Mon 19 Dec"),
        (phrases.when("2022-07-04T23:30:00+00:00"), "Tue 5 Jul 2022, 00:30"),
        (phrases.moment("2022-07-04T23:30:00+00:00"), "Tue 5 Jul 2022, 00:30"),
        (phrases.moment("2022-07-04"), "Mon 4 Jul 2022"),
        (phrases.utc("2022-07-05T00:30:07.9+01:00"), "2022-07-04 23:30:07"),
        (phrases.utc(datetime(2022, 7, 4, 23, 30, tzinfo=UTC)), "2022-07-04 23:30:00"),
        (phrases.when(datetime(2022, 7, 4, 23, 30, tzinfo=UTC), "America/New_York"), "Mon 4 Jul 2022, 19:30"),
        (phrases.listed([]), "nobody"),
        (phrases.listed(["A"]), "A"),
        (phrases.listed(["A", "B", "C"]), "A, B and C"),
        (phrases.listed(("A", "B"), "or"), "A or B"),
        (phrases.listed(["A", "B and C", "D"]), "A, B and C, and D"),
        (phrases.counted(1, "day"), "1 day"),
        (phrases.counted(0, "day"), "0 days"),
        (phrases.counted(1200, "entry", "entries"), "1,200 entries"),
        (phrases.short("quite short"), "quite short"),
        (phrases.short("one two three", 8), "one two…"),
        (phrases.short("x" * 20, 8), "xxxxxxx…"),
    ],
)
def test_a_value_reads(found, said):
    assert found == said
