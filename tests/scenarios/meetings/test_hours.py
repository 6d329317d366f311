"""The hour of a meeting in the nights on which clocks are changed."""

from __future__ import annotations

import pytest

from tests.scenarios.conftest import CHANNELS
from tests.scenarios.meetings.kit import does, fills, sets_series, shows
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True
TWICE = "01:30 on Sun 30 Oct 2022 comes twice. Taken: the first (summer time)."


@pytest.fixture
def sefton(make_world):
    return make_world("2022-09-01 09:30", mornings=True)


def test_an_hour_that_comes_twice_is_said_wherever_it_is_given(sefton):
    sefton.sam.types("/partnership meetings")
    said = fills(sefton, "sam", "Plan one meeting", {"on": "2022-10-30", "begins_at": "01:30"})
    assert lines(said, "twice") == [f"{TWICE} Change it?"]
    assert lines(does(sefton, "Call the meeting", begins_at="01:30"), "twice") == [f"{TWICE} Change it?"]
    assert lines(sefton.ben.dm("Notice of a meeting").shown(), "twice") == [TWICE]
    assert lines(does(sefton, "Move it", on="2022-10-30", begins_at="14:00", words="By day"), "twice") == []
    assert lines(shows(sefton), "twice") == []


def test_an_hour_that_never_comes_is_refused_and_what_was_typed_stays(sefton):
    sefton.sam.types("/partnership meetings")
    fills(
        sefton, "sam", "Plan one meeting", {"on": "2023-03-26", "begins_at": "01:30", "place": "Bootle"}, unchecked=True
    )
    assert sefton.sam.modal_errors == {
        "begins_at": (
            "01:30 on Sun 26 Mar 2023 never comes: the clocks go forward by an hour. "
            "Please write another time, such as 02:30."
        )
    }
    sefton.sam.submits({"begins_at": "02:30"})
    assert sefton.sam.modal is None


def test_a_series_says_which_of_its_meetings_have_such_an_hour(make_world):
    # Which days are operational is not decided there, so the meeting of Sunday 31 October 2021 stays on it.
    halton = make_world("2021-09-01 09:30", "one-halton-2021", mornings=True)
    where = {"forum": "icp-meeting", "channel": CHANNELS["one-halton-2021"]}
    said = sets_series(halton, "2021-08-31", begins_at="01:30", **where)
    assert lines(said, "twice", "never") == ["01:30 on Sun 31 Oct 2021 comes twice. Taken: the first (summer time)."]
