"""A story does not end well where something failed that nobody in it looked at."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from storage.issues import Issue
from storage.people import Person


def test_a_story_in_which_a_row_could_not_be_done_does_not_end_well(world):
    world.ada.raises("Discharge delays", "luhft")
    with world.session() as session:
        session.execute(update(Person).where(Person.name == "Ben").values(timezone="Europe/Atlantis"))
    world.wakes_at("2022-12-19 09:30")  # his daily list is due, on no clock there is
    assert [name for name, _ in world.sent("digest")] == ["Ada"]
    with pytest.raises(AssertionError, match="could not be done"):
        world.check()
    world.stage.unfinished = 0


def test_a_story_in_which_somebody_is_told_sorry_stops_there(world):
    world.ada.raises("Discharge delays", "luhft")
    stage = world.issue("SEF-1").stage
    with world.session() as session:
        session.execute(update(Issue).values(stage="no-such-stage"))
    with pytest.raises(AssertionError, match="the log says what went wrong"):
        world.ada.opens("SEF-1")
    with world.session() as session:
        session.execute(update(Issue).values(stage=stage))
