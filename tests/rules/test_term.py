"""When an agreement begins and ends, what can be done before its end, and what would outlive it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from rules.errors import Refusal
from rules.term import in_force, options, outlive, warnings
from storage.packs import read_pack

MSE, HALTON, SEFTON = (read_pack(key) for key in ("mid-south-essex-2020", "one-halton-2021", "sefton-2022"))
ONE = timedelta(days=1)

days = st.dates(date(2000, 1, 1), date(2040, 12, 31))


# --- When it is in force ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("terms", "begins_why", "ends_why"),
    [
        (SEFTON, "It begins on a stated date, which the document leaves blank (12.1).", "It is open-ended: no last day is stated (12.1)."),
        (HALTON, "It begins on the date signed, and no such day is given (14.1).", None),
        (MSE, "It begins when each partner has signed a counterpart, and no such day is given (15.3).", "It is open-ended: no last day is stated (1.5)."),
    ],
)  # fmt: skip
def test_nobody_has_said_when_it_began(terms, begins_why, ends_why):
    found = in_force(terms)
    assert (found.begins_on, found.begins_why, found.ends_why) == (None, begins_why, ends_why)


def test_an_agreement_that_says_nothing_of_its_end():
    silent = SEFTON.model_copy(update={"term": SEFTON.term.model_copy(update={"open_ended": False})})
    assert in_force(silent).ends_why == "The document does not say on which day it ends (12.1)."


def test_the_day_it_began_is_a_fact_and_stands_above_the_pack_s_own():
    stated = SEFTON.model_copy(update={"term": SEFTON.term.model_copy(update={"begins": date(2022, 7, 1)})})
    assert in_force(stated).begins_on == date(2022, 7, 1)
    found = in_force(stated, commenced_on=date(2022, 9, 15))
    assert (found.begins_on, found.begins_why) == (date(2022, 9, 15), None)


def test_halton_ends_on_31_march_2022_unless_the_partners_agreed_another_day():
    assert in_force(HALTON).ends_on == date(2022, 3, 31)
    assert in_force(HALTON, ends_on=date(2023, 3, 31)).ends_on == date(2023, 3, 31)
    assert in_force(HALTON, ends_on=date(2021, 12, 31)).ends_on == date(2021, 12, 31)


def test_it_cannot_begin_after_its_last_day():
    assert in_force(HALTON, commenced_on=date(2022, 3, 31)).begins_on == date(2022, 3, 31)
    with pytest.raises(Refusal) as refused:
        in_force(HALTON, commenced_on=date(2022, 4, 1))
    assert str(refused.value) == (
        "One Halton ends on Thu 31 Mar 2022 (14.1), so it cannot begin on Fri 1 Apr 2022. "
        "Give the day on which it began, or extend it first."
    )
    assert in_force(HALTON, commenced_on=date(2022, 4, 1), ends_on=date(2022, 4, 1)).ends_on == date(2022, 4, 1)


def test_the_first_and_the_last_day_are_in_force():
    found = in_force(HALTON, commenced_on=date(2021, 9, 30))
    assert (found.begun_by(date(2021, 9, 29)), found.begun_by(date(2021, 9, 30))) == (False, True)
    assert (found.over_by(date(2022, 3, 31)), found.over_by(date(2022, 4, 1))) == (False, True)
    unknown = in_force(SEFTON)
    assert (unknown.begun_by(date(1999, 1, 1)), unknown.over_by(date(2099, 1, 1))) == (True, False)


# --- Before the end -----------------------------------------------------------------------------------------------


def test_halton_s_warnings_are_on_31_december_30_january_and_1_march():
    found = warnings(HALTON, date(2022, 3, 31))
    assert [(one.on, one.days_before) for one in found] == [
        (date(2021, 12, 31), 90),
        (date(2022, 1, 30), 60),
        (date(2022, 3, 1), 30),
    ]
    assert {one.options for one in found} == {options(HALTON)}


def test_a_leap_day_is_counted():
    assert [one.on for one in warnings(HALTON, date(2024, 3, 30))] == [
        date(2023, 12, 31),
        date(2024, 1, 30),
        date(2024, 2, 29),
    ]


def test_halton_can_be_extended_revised_or_ended_by_written_agreement():
    found = options(HALTON)
    for option, how in ((found.extend, "extension"), (found.revise, "variation"), (found.end, "termination")):
        assert option is not None
        assert (option.how, option.rule, option.rule_name) == (
            how,
            "written-agreement",
            "Written agreement of the partners",
        )
        assert (option.clause, option.written, option.signed, option.forum) == ("14.2", True, False, "icp-board")
    assert found.extend is not None
    assert found.extend.note == "An extension agreed after 31 March 2022 is a new agreement."


def test_sefton_can_be_varied_in_signed_writing_and_says_nothing_of_an_extension_or_an_end():
    found = options(SEFTON)
    assert (found.extend, found.end) == (None, None)
    assert found.revise is not None
    assert (found.revise.clause, found.revise.written, found.revise.signed, found.revise.forum) == (
        "13",
        True,
        True,
        None,
    )


def test_a_newcomer_is_no_way_to_extend_revise_or_end():
    found = options(MSE)
    assert (found.extend, found.end) == (None, None)
    assert found.revise is not None
    assert (found.revise.how, found.revise.clause) == ("variation", "10.1")


# --- What would outlive it ----------------------------------------------------------------------------------------


def test_what_is_due_on_the_last_day_does_not_outlive_it():
    due = {"later": date(2022, 4, 20), "last day": date(2022, 3, 31), "day after": date(2022, 4, 1)}
    assert outlive(date(2022, 3, 31), due) == ("day after", "later")
    assert outlive(date(2022, 3, 30), due) == ("last day", "day after", "later")
    assert outlive(date(2022, 4, 20), due) == ()


@given(days, st.dictionaries(st.integers(), days))
def test_everything_outlives_it_or_is_due_by_its_last_day(ends, due):
    late = outlive(ends, due)
    assert [due[key] for key in late] == sorted(day for day in due.values() if day > ends)
    assert outlive(None, due) == ()
    assert outlive(max(due.values(), default=ends), due) == ()
