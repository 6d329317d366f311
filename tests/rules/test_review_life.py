"""A review's life as a table: what is owed on which day, what each outcome takes, and on which day it is held."""

from datetime import date

import pytest

from rules.calendars import calendar_of
from rules.errors import Refusal
from rules.matters import SECRETARY
from rules.review_life import Owed, ReviewOutcome, ReviewState, check_open, outcomes, owes, way, who_answers
from rules.reviews import Occurrence, meets_on
from rules.terms import Base
from storage.packs import pack_source, parse_pack

DAY = date(2023, 1, 3)
ENGLAND = calendar_of(Base.ENGLAND_AND_WALES, known_on=date(2022, 12, 1))


@pytest.mark.parametrize(
    ("state", "silent", "today", "owed"),
    [
        ("open", ["luhft", "icb"], "2023-01-02", {"luhft": Owed.REVIEW, "icb": Owed.REVIEW}),
        ("open", [], "2023-01-02", {}),
        ("open", [], "2023-01-03", {SECRETARY: Owed.OUTCOME}),
        ("open", ["luhft"], "2023-01-03", {"luhft": Owed.REVIEW, SECRETARY: Owed.OUTCOME}),
        ("open", ["luhft"], "2023-02-01", {"luhft": Owed.REVIEW, SECRETARY: Owed.OUTCOME}),
        ("closed", ["luhft"], "2023-02-01", {}),
    ],
)
def test_partners_owe_a_report_and_from_the_day_on_the_secretary_what_came_of_it(state, silent, today, owed):
    assert owes(ReviewState(state), silent=silent, meets_on=DAY, today=date.fromisoformat(today)) == owed


@pytest.mark.parametrize(
    ("pack", "outcome", "clause", "signed"),
    [
        ("sefton-2022", "vary", "13", True),
        ("sefton-2022", "extend", None, None),
        ("sefton-2022", "continue", None, None),
        ("one-halton-2021", "extend", "14.2", False),
    ],
)
def test_an_outcome_is_brought_about_as_the_agreement_says(pack, outcome, clause, signed):
    terms = parse_pack(pack_source(pack), file=pack)
    found = way(terms, ReviewOutcome(outcome))
    assert (found.clause, found.signed) == (clause, signed) if clause else found is None


def test_only_an_agreement_with_a_last_day_can_be_extended():
    assert ReviewOutcome.EXTEND in outcomes(ends_on=date(2022, 3, 31))
    assert outcomes(ends_on=None) == (ReviewOutcome.CONTINUE, ReviewOutcome.VARY, ReviewOutcome.END)


def test_a_partner_is_answered_for_by_its_lead_or_deputy_alone():
    allowed = who_answers("luhft")
    assert (allowed.partners, allowed.any_capacity, allowed.secretary) == (frozenset({"luhft"}), False, False)


def test_nothing_is_added_to_a_closed_review():
    check_open(ReviewState.OPEN, "SEF-R1")
    with pytest.raises(Refusal, match="SEF-R1 is closed, so nothing can be added to it"):
        check_open(ReviewState.CLOSED, "SEF-R1")


@pytest.mark.parametrize(
    ("on", "trigger", "completed_by", "today", "held"),
    [
        ("2023-01-03", None, None, "2022-12-06", "2023-01-03"),
        ("2023-01-03", None, None, "2023-01-03", "2023-01-03"),
        ("2023-01-03", None, None, "2023-01-09", "2023-01-09"),  # nobody was there to open it in time
        ("2022-12-01", "The law changes", None, "2022-12-05", "2023-01-03"),  # four weeks on is a holiday, 2 January
        ("2022-12-01", "The law changes", "2022-12-20", "2022-12-05", "2022-12-20"),
        ("2022-12-01", "The law changes", "2022-12-01", "2022-12-05", "2022-12-05"),
    ],
)
def test_it_is_held_on_its_day_and_one_that_an_event_brings_four_weeks_on(on, trigger, completed_by, today, held):
    one = Occurrence(
        "annual",
        date.fromisoformat(on),
        date.fromisoformat(on),
        completed_by=date.fromisoformat(completed_by) if completed_by else None,
        trigger=trigger,
    )
    assert meets_on(one, date.fromisoformat(today), ENGLAND) == date.fromisoformat(held)
