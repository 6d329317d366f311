"""The end of an agreement: said 90, 60 and 30 days before, with what can be done and what would outlive it."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from handlers.daily import due
from storage.people import Person
from tests.scenarios.conftest import london
from tests.scenarios.reading_kit import lines
from tests.scenarios.signatures.kit import HALTON

TAKE_TURNS = True


@pytest.fixture
def halton(make_world):
    """One Halton ends with 31 March 2022."""
    world = make_world("2021-11-01 09:30", "one-halton-2021")
    world.without_daily_lists()
    return world


def warned(world):
    return [when for who, when in world.sent("term") if who == "Sam"]


def test_it_is_said_three_times_and_once_that_it_is_over(halton):
    halton.at("2022-06-30 12:00")
    # 31 March 2022 less 90, 60 and 30 days; it is over on 1 April
    assert warned(halton) == ["2021-12-31 09:00", "2022-01-30 09:00", "2022-03-01 09:00", "2022-04-01 09:00"]
    assert halton.register().count("term-warning") == 3
    assert halton.register().count("term-ended") == 1


def test_a_warning_says_what_the_document_allows_and_what_would_outlive_it(halton):
    halton.sam.types("/propose-decision One rota", channel=HALTON)
    halton.sam.changes("rule", "agreement")
    halton.sam.submits({"wording": "One rota.", "reasons": "Simpler.", "closes_on": "2022-04-29"})
    assert halton.sam.modal is None, halton.sam.modal_errors
    halton.sam.presses("Open the vote")
    halton.at("2021-12-31 10:00")
    said = halton.sam.dm("ends on Thu 31 Mar 2022").shown()
    assert lines(said, "90 days are", "Extend it:", "in writing", "End it early:", "D1: One") == [
        "90 days are left (clause 14.1). What the document allows until then:",
        "• Extend it: Written agreement of the partners, in writing, expected to go through the One Halton ICP Board (clause 14.2)",
        "• Revise it: Written agreement of the partners, in writing, expected to go through the One Halton ICP Board (clause 14.2)",
        "• End it early: Written agreement of the partners, in writing, expected to go through the One Halton ICP Board (clause 14.2)",
        "• HAL-D1: One rota, due Fri 29 Apr 2022",
    ]
    assert lines(halton.shown(HALTON), "D1: One rota, due") == ["• HAL-D1: One rota, due Fri 29 Apr 2022"]


def test_private_matters_are_not_named(halton):
    halton.ada.types("/raise-issue Beds", channel=HALTON)
    halton.ada.submits(
        {"particulars": "P", "concerns": "any-matter", "affected": ["halton-council"], "private": ["yes"]}
    )
    halton.at("2022-03-01 10:00")
    assert "Beds" not in halton.shown(HALTON)


def test_after_an_outage_only_the_latest_is_said(halton):
    halton.wakes_at("2022-03-10 10:00")
    assert warned(halton) == ["2022-03-10 10:00"]
    assert lines(halton.sam.dm("ends on").shown(), "21 days are") == [
        "21 days are left (clause 14.1). What the document allows until then:"
    ]


def test_two_clocks_say_it_once(halton):
    halton.clock.move_to(london("2021-12-31 10:00"))
    for _ in range(2):
        due.tick(halton.engine, halton.clock(), failed=lambda *_: None)
    halton.settle()
    assert len(warned(halton)) == 1


def test_an_agreement_that_had_ended_when_it_was_loaded_says_nothing(make_world):
    world = make_world("2022-06-01 09:30", "one-halton-2021")
    with world.session() as session:
        session.execute(update(Person).values(next_digest_at=london("2099-01-01 09:00")))
    world.at("2022-07-01 12:00")
    assert world.sent("term") == []
