"""What the partners decided where the document is silent: quoted at the stage, the vote and the day it is about."""

from __future__ import annotations

import pytest

from tests.scenarios.conftest import CHANNELS
from tests.scenarios.reading_kit import lines
from tests.scenarios.signatures.kit import decides

TAKE_TURNS = True
ESSEX = CHANNELS["mid-south-essex-2020"]
AFTER = "After 20 days the chief executives meet"
QUESTION = "What happens when the discussion has not resolved an issue within 20 operational days (5.2)?"


@pytest.fixture
def sefton(make_world):
    world = make_world("2022-12-16 09:30")
    world.without_daily_lists()
    return world


def shows(world, name):
    world.players[name].types("/partnership issue SEF-1")
    return world.players[name].answer


def fails(world):
    """An issue that everybody is told of, and whose twenty days go by."""
    world.ada.raises("Discharge delays", "luhft", "sefton-council")
    world.sam.presses("Record how they were told", world.sam.dm("could not be notified"))
    world.sam.submits({"partner": "sefton-cvs", "told_on": "2022-12-16", "evidence": "By telephone"})
    assert world.sam.modal is None, world.sam.modal_errors
    world.wakes_at("2023-01-19 09:00")


def test_what_follows_a_stage_that_the_document_ends_with_is_what_the_partners_decided(sefton):
    decides(sefton, "after-discussion", AFTER)
    fails(sefton)
    asked = sefton.ben.dm("what next").shown()
    assert lines(asked, "Go on", "further stage") == [
        f"• Go on as the partners have decided it, where the document says nothing: {AFTER}."
    ]
    shown = shows(sefton, "ben")
    assert lines(shown, "Next:", "Left open") == [
        f"Left open by the document, and decided: {QUESTION} {AFTER}.",
        (
            "Next: the affected partners discuss it and one of them proposes a resolution; it is resolved when all of "
            f"them agree. They can also agree a later date; after that, as the partners have decided it: {AFTER}."
        ),
    ]
    assert lines(sefton.living("SEF-1").shown(), "Left open") == [
        f"Left open by the document, and decided: {QUESTION} {AFTER}."
    ]


def test_while_it_is_open_the_document_names_no_further_stage(sefton):
    fails(sefton)
    assert lines(sefton.ben.dm("what next").shown(), "Go on", "further stage") == [
        "• Agree between them how to go on: the agreement names no further stage."
    ]
    sefton.sam.types("/partnership open")
    before = [line for line in lines(sefton.sam.answer) if QUESTION in line]
    decides(sefton, "after-discussion", AFTER)  # it is quoted from now on, also of issues that were raised before
    sefton.sam.types("/partnership open")
    after = [line for line in lines(sefton.sam.answer) if QUESTION in line]
    assert (len(before), len(after)) == (1, 1)
    assert AFTER in after[0]
    assert lines(shows(sefton, "ben"), "Left open") == [f"Left open by the document, and decided: {QUESTION} {AFTER}."]


def test_who_is_told_of_an_issue_is_quoted_when_one_is_raised(make_world):
    essex = make_world("2020-09-01 09:30", "mid-south-essex-2020")
    essex.without_daily_lists()
    decides(essex, "notice-of-issues", "The SLE too, within a week", channel=ESSEX)
    essex.ess.raises("Beds", "mid-essex-ccg", channel=ESSEX, raised_as="commissioner")
    (said,) = lines(essex.ess.answer, "Left open")
    assert said == (
        "Left open by the document, and decided: Who is told when an issue is raised, and within what time? "
        "The SLE too, within a week."
    )
