"""Answers that fill no place: quoted at the place they are about, and at none else."""

from __future__ import annotations

from datetime import date

import pytest

from rules import places, quoted
from rules.calendars import pack_calendars
from rules.obligations import Known, obligations
from rules.open_points import settle, unsettled
from storage.packs import read_pack

PACKS = {key: read_pack(key) for key in ("mid-south-essex-2020", "one-halton-2021", "sefton-2022")}
SEFTON = PACKS["sefton-2022"]
AFTER = "After 20 days the chief executives meet"
QUESTION = "What happens when the discussion has not resolved an issue within 20 operational days (5.2)?"


@pytest.mark.parametrize("key", list(PACKS))
def test_every_open_point_of_the_packs_has_an_effect_or_is_quoted_somewhere(key):
    for point in PACKS[key].open:
        assert (point.path is None) != (point.quoted_at is None), point.key
        places.look(PACKS[key], point.path or point.quoted_at or "")


@pytest.mark.parametrize(
    ("key", "point", "place"),
    [
        ("sefton-2022", "after-discussion", "issues.stages.discussion"),
        ("sefton-2022", "ending", "term"),
        ("sefton-2022", "public-authorities", "clocks.foi_response"),
        ("sefton-2022", "information-requests", "clocks.foi_response"),
        ("one-halton-2021", "after-discussion", "issues.stages.discussion"),
        ("one-halton-2021", "missing-row", "signatures"),
        ("one-halton-2021", "priority-areas", "topics.priority-areas"),
        ("mid-south-essex-2020", "financial-exceptions", "elements.financial-risk"),
        ("mid-south-essex-2020", "who-refers", "issues.stages.facilitator"),
        ("mid-south-essex-2020", "no-rule", "decision_rules.sle-recommendation"),
        ("mid-south-essex-2020", "ending", "term"),
        ("mid-south-essex-2020", "notice-of-issues", "issues.notify"),
    ],
)
def test_what_is_decided_is_quoted_at_its_place(key, point, place):
    decided = settle(PACKS[key], {point: "As the board says"})
    assert quoted.answered(PACKS[key], place) == ()
    assert [(one.key, one.answer) for one in quoted.answered(decided, place)] == [(point, "As the board says")]
    assert [one["answer"] for one in quoted.facts(decided, place, place)] == ["As the board says."]
    assert quoted.answered(decided, "reviews", "nowhere.at-all") == ()
    assert point not in [one.key for one in unsettled(decided)]


def test_what_is_quoted_within_a_place_is_quoted_at_it():
    decided = settle(SEFTON, {"after-discussion": AFTER})
    assert [one.key for one in quoted.answered(decided, "issues")] == ["after-discussion"]
    assert quoted.answered(decided, "issues.stages.discussion.clock") == ()


def test_the_calendar_quotes_it_at_the_clock_and_at_the_end():
    asked = {"information-requests": "Within ten days!", "ending": "By six months' notice"}
    decided = settle(SEFTON, asked)
    found = {
        one.key: one.note
        for one in obligations(
            decided,
            Known(commenced_on=date(2022, 9, 1), ends_on=date(2023, 3, 31)),
            first_on=date(2022, 9, 1),
            until=date(2023, 6, 30),
            calendars=pack_calendars(decided),
        )
    }
    assert found["clock.foi_response"] == (
        "Each matter has its own date: 20 operational days after receipt. "
        "Within what time does a partner answer another's request for information (6)? Decided: Within ten days!"
    )
    ending = "How may the agreement be ended? Clause 12.1 refers to terms that are not there. Decided: By six months' notice."
    assert found["ends"] == ending
    assert (found["ends-30"] or "").endswith(ending)
    assert "Decided" not in (found["clock.issue_discussion"] or "")
