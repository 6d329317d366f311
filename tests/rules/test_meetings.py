"""When forums meet: cadences, moved and one-off meetings, notice and papers in clear days, and what counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from rules.calendars import pack_calendars
from rules.errors import Refusal
from rules.meetings import Meeting, OneOff, Plan, Tally, cadence_of, in_series, meetings, rule_of, tally
from rules.periods import year
from rules.term import InForce
from rules.terms import Cadence, Forum, Moment, TimeLimit
from storage.packs import read_pack

MSE, HALTON, SEFTON = (read_pack(key) for key in ("mid-south-essex-2020", "one-halton-2021", "sefton-2022"))
ENGLAND = pack_calendars(SEFTON)
ONE = timedelta(days=1)

days = st.dates(date(2015, 1, 1), date(2027, 12, 31))


def cadence(every=None, times=None, **facts):
    return Cadence(every=None if every is None else TimeLimit.model_validate(every), times_a_year=times, **facts)


def forum(found=None, **facts):
    return Forum(key="board", name="Board", kind="board", outcome="decision", cadence=found, **facts)


def series(found, first, until, **facts):
    rule = rule_of(found, first, **facts)
    assert rule is not None
    return [moment.date().isoformat() for moment in rule.between(
        rule[0], rule[0].replace(year=until.year, month=until.month, day=until.day), inc=True)]  # fmt: skip


def held(found, plan, first_on, until, **facts):
    return meetings(SEFTON, found, plan, first_on=first_on, until=until, calendars=ENGLAND, **facts)


# --- Cadences -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "first", "dates"),
    [
        (cadence("1 week"), "2021-06-28", ["2021-06-28", "2021-07-05", "2021-07-12", "2021-07-19"]),
        (cadence("2 weeks"), "2021-06-28", ["2021-06-28", "2021-07-12", "2021-07-26", "2021-08-09"]),
        (cadence("1 month"), "2021-06-15", ["2021-06-15", "2021-07-15", "2021-08-15", "2021-09-15"]),
        (cadence("2 months"), "2021-06-15", ["2021-06-15", "2021-08-15", "2021-10-15", "2021-12-15"]),
        (cadence("3 months"), "2021-06-15", ["2021-06-15", "2021-09-15", "2021-12-15", "2022-03-15"]),
        (cadence(times=3), "2021-06-15", ["2021-06-15", "2021-10-15", "2022-02-15", "2022-06-15"]),
        (cadence(times=4, in_public=True), "2021-06-15", ["2021-06-15", "2021-09-15", "2021-12-15", "2022-03-15"]),
        (
            cadence(times=5),
            "2021-01-12",
            ["2021-01-12", "2021-03-12", "2021-05-12", "2021-08-12", "2021-10-12", "2022-01-12"],
        ),
        (cadence(times=26), "2021-06-15", ["2021-06-15", "2021-06-29", "2021-07-13"]),
        (cadence("1 year"), "2020-02-29", ["2020-02-29", "2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"]),
        (cadence("1 month"), "2021-01-31", ["2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30", "2021-05-31"]),
        (cadence("1 month"), "2024-01-30", ["2024-01-30", "2024-02-29", "2024-03-30", "2024-04-30"]),
        (cadence("1 month"), "2023-01-29", ["2023-01-29", "2023-02-28", "2023-03-29"]),
        (cadence("1 month"), "2023-01-28", ["2023-01-28", "2023-02-28", "2023-03-28"]),
        (cadence("10 calendar-days"), "2021-06-28", ["2021-06-28", "2021-07-08", "2021-07-18"]),
    ],
)
def test_a_cadence_from_its_first_meeting(found, first, dates):
    assert series(found, date.fromisoformat(first), date.fromisoformat(dates[-1])) == dates


def test_the_second_tuesday_stays_the_second_tuesday():
    expected = ["2021-06-08", "2021-07-13", "2021-08-10", "2021-09-14"]
    assert series(cadence("1 month"), date(2021, 6, 8), date(2021, 9, 30), same_weekday=True) == expected


def test_the_fifth_tuesday_is_the_last_one():
    expected = ["2021-06-29", "2021-07-27", "2021-08-31", "2021-09-28"]
    assert series(cadence("1 month"), date(2021, 6, 29), date(2021, 9, 30), same_weekday=True) == expected


def test_the_briefing_s_cadences_are_those_of_its_tables():
    found = {it.key: (str(it.cadence.every or ""), it.cadence.times_a_year) for it in HALTON.forums if it.cadence}
    assert found == {
        "icp-meeting": ("1 month", None),
        "cm-partnership-assembly": ("", 3),
        "cm-partnership-board": ("2 months", None),
        "cm-political-assembly": ("3 months", None),
        "place-boards": ("1 month", None),
        "ics-development-advisory-group": ("1 month", None),
        "ooh-cell": ("1 week", None),
        "icp-network": ("3 months", None),
        "ics-programme-board": ("1 month", None),
    }
    assert all(it.outside for it in HALTON.forums if it.cadence and it.key != "icp-meeting")


def test_a_cadence_that_says_nothing_gives_no_rule():
    assert rule_of(cadence(as_printed="regularly"), date(2021, 6, 1)) is None


def test_no_forum_meets_every_so_many_hours():
    with pytest.raises(Refusal, match=r"No forum meets every 36 hours\. Write its cadence in calendar-days"):
        rule_of(cadence("36 hours"), date(2021, 6, 1))


@given(st.integers(1, 366), days)
def test_so_many_times_a_year_are_never_fewer_in_any_year(times, first):
    rule = rule_of(cadence(times=times), first)
    assert rule is not None
    after = date(first.year + 1, 1, 1), date(first.year + 1, 12, 31)
    start = rule[0].replace(year=after[0].year, month=1, day=1)
    found = {moment.date() for moment in rule.between(start, start.replace(month=12, day=31), inc=True)}
    assert len(found) >= min(times, 365)
    # None of them by chance: twice as many are not there either, unless no number in between can be said.
    assert len(found) <= max(2 * times, times + 1)


@given(days, st.sampled_from(["1 week", "2 weeks", "1 month", "2 months", "3 months"]))
def test_a_series_begins_with_its_first_meeting_and_never_goes_back(first, every):
    found = series(cadence(every), first, date(first.year + 2, 1, 1))
    assert found[0] == first.isoformat()
    assert found == sorted(set(found))


# --- Held ---------------------------------------------------------------------------------------------------------


def test_a_meeting_on_a_closed_day_is_held_on_the_next_operational_one_and_keeps_its_own():
    found = held(forum(cadence("1 month")), Plan(date(2022, 12, 1)), date(2022, 12, 1), date(2023, 5, 31))
    assert [(it.nominal_on, it.on) for it in found] == [
        (date(2022, 12, 1), date(2022, 12, 1)),
        (date(2023, 1, 1), date(2023, 1, 3)),
        (date(2023, 2, 1), date(2023, 2, 1)),
        (date(2023, 3, 1), date(2023, 3, 1)),
        (date(2023, 4, 1), date(2023, 4, 3)),
        (date(2023, 5, 1), date(2023, 5, 2)),
    ]


def test_where_no_calendar_is_decided_a_meeting_stays_on_its_day():
    calendars = pack_calendars(HALTON)
    assert calendars == {"operational-days": None}
    found = meetings(HALTON, forum(cadence("1 month")), Plan(date(2022, 1, 1)), first_on=date(2022, 1, 1),
                     until=date(2022, 1, 31), calendars=calendars)  # fmt: skip
    assert [(it.nominal_on, it.on, it.provisional) for it in found] == [(date(2022, 1, 1), date(2022, 1, 1), False)]


def test_a_moved_meeting_is_where_it_was_moved_to_and_one_called_off_is_not_held():
    plan = Plan(
        date(2022, 9, 5),
        moved={date(2022, 9, 19): date(2022, 9, 24), date(2022, 10, 3): None, date(2022, 11, 28): date(2022, 10, 5)},
    )
    found = held(forum(cadence("2 weeks")), plan, date(2022, 9, 1), date(2022, 10, 31))
    assert [(it.nominal_on, it.on) for it in found] == [
        (date(2022, 9, 5), date(2022, 9, 5)),
        (date(2022, 9, 19), date(2022, 9, 24)),  # a Saturday, if that is what they want
        (date(2022, 11, 28), date(2022, 10, 5)),
        (date(2022, 10, 17), date(2022, 10, 17)),
        (date(2022, 10, 31), date(2022, 10, 31)),
    ]


@pytest.mark.parametrize(
    ("plan", "hint"),
    [
        (Plan(date(2022, 9, 5), moved={date(2022, 9, 20): None}), "The nearest is on Mon 19 Sep 2022."),
        (Plan(date(2022, 9, 5), private=frozenset({date(2022, 9, 6)})), "The nearest is on Mon 5 Sep 2022."),
        (Plan(moved={date(2022, 9, 20): None}), "No day of a first meeting is known."),
    ],
)
def test_a_change_to_a_meeting_that_is_none_is_refused(plan, hint):
    with pytest.raises(Refusal, match=r"Board has no meeting on .* that could be changed\. " + hint):
        held(forum(cadence("2 weeks")), plan, date(2022, 9, 1), date(2022, 10, 31))


def test_a_one_off_meeting_stands_beside_the_series_even_on_the_same_day():
    plan = Plan(date(2022, 9, 5), one_off=(OneOff(date(2022, 9, 5), public=False), OneOff(date(2022, 9, 8))))
    found = held(forum(cadence("2 weeks", in_public=True)), plan, date(2022, 9, 5), date(2022, 9, 18))
    assert [(it.on, it.nominal_on, it.public) for it in found] == [
        (date(2022, 9, 5), None, False),
        (date(2022, 9, 5), date(2022, 9, 5), True),
        (date(2022, 9, 8), None, True),
    ]


def test_a_forum_without_a_cadence_or_a_first_day_has_its_one_off_meetings_only():
    plan = Plan(date(2022, 9, 5), one_off=(OneOff(date(2022, 9, 8)),))
    assert [it.on for it in held(forum(), plan, date(2022, 9, 1), date(2022, 9, 30))] == [date(2022, 9, 8)]
    assert held(forum(cadence("1 week")), Plan(), date(2022, 9, 1), date(2022, 9, 30)) == ()


def test_a_daily_series_has_one_meeting_on_the_monday():
    found = held(forum(cadence("1 calendar-day")), Plan(date(2022, 9, 8)), date(2022, 9, 8), date(2022, 9, 13))
    assert [it.on.day for it in found] == [8, 9, 12, 13]


def test_there_is_no_meeting_after_the_agreement_s_end():
    found = forum(cadence("1 week"))
    force = InForce(None, date(2022, 9, 19))  # a bank holiday: that day's meeting would be on the 20th
    dates = [it.on for it in held(found, Plan(date(2022, 9, 5)), date(2022, 9, 1), date(2022, 9, 30), force=force)]
    assert dates == [date(2022, 9, 5), date(2022, 9, 12)]
    force = InForce(None, date(2022, 9, 20))
    assert len(held(found, Plan(date(2022, 9, 5)), date(2022, 9, 1), date(2022, 9, 30), force=force)) == 3


def test_where_the_document_does_not_say_how_often_the_plan_does():
    every = TimeLimit.model_validate("2 months")
    plan = Plan(date(2022, 9, 6), every=every)
    assert [it.on for it in held(forum(), plan, date(2022, 9, 1), date(2022, 12, 31))] == [
        date(2022, 9, 6),
        date(2022, 11, 7),  # the 6th is a Sunday
    ]
    at_least = cadence(times=4, in_public=True)
    assert cadence_of(forum(at_least), plan) == at_least.model_copy(update={"every": every})
    assert cadence_of(forum(cadence("1 week")), plan) == cadence("1 week")
    assert cadence_of(forum(), Plan()) is None


def test_a_day_is_in_a_series_or_it_is_not_whatever_was_moved():
    plan = Plan(date(2022, 9, 5), moved={date(2022, 9, 19): None})
    found = [in_series(forum(cadence("2 weeks")), plan, date(2022, 9, day)) for day in (4, 5, 12, 19)]
    assert found == [False, True, False, True]
    assert not in_series(forum(cadence("2 weeks")), Plan(), date(2022, 9, 5))


def test_of_a_meeting_nobody_can_say_whether_it_was_in_public_also_where_they_usually_are():
    public = forum(cadence("2 weeks", in_public=True))
    plan = Plan(
        date(2022, 9, 5), unsaid=frozenset({date(2022, 9, 5)}), one_off=(OneOff(date(2022, 9, 7), unsaid=True),)
    )
    found = held(public, plan, date(2022, 9, 5), date(2022, 9, 20))
    assert [(it.on.day, it.public) for it in found] == [(5, None), (7, None), (20, True)]  # the 19th was closed


# --- Notice and papers --------------------------------------------------------------------------------------------


def test_notice_and_papers_are_due_so_many_clear_days_before():
    # CPR 2.8: three clear days before Friday 20 October 2023 are Monday the 16th; five over a weekend likewise.
    found = forum(
        cadence("1 month"),
        notice=Moment.model_validate("5 clear-days on operational-days before meeting"),
        papers=Moment.model_validate("3 clear-days before meeting"),
    )
    (one,) = held(found, Plan(date(2023, 10, 20)), date(2023, 10, 1), date(2023, 10, 31))
    assert (one.notice_by, one.papers_by) == (date(2023, 10, 12), date(2023, 10, 16))


def test_they_follow_a_meeting_that_is_moved():
    found = forum(cadence("1 month"), papers=Moment.model_validate("3 clear-days before meeting"))
    plan = Plan(date(2023, 10, 20), moved={date(2023, 10, 20): date(2023, 10, 27)})
    (one,) = held(found, plan, date(2023, 10, 1), date(2023, 10, 31))
    assert (one.on, one.papers_by, one.notice_by) == (date(2023, 10, 27), date(2023, 10, 23), None)


@pytest.mark.parametrize("limit", ["5 clear-days on operational-days before", "5 operational-days before"])
def test_without_a_calendar_they_are_not_counted(limit):
    found = forum(cadence("1 month"), papers=Moment.model_validate(f"{limit} meeting"))
    (one,) = meetings(HALTON, found, Plan(date(2021, 10, 20)), first_on=date(2021, 10, 1), until=date(2021, 10, 31),
                      calendars=pack_calendars(HALTON))  # fmt: skip
    assert (one.on, one.papers_by) == (date(2021, 10, 20), None)


# --- What counts --------------------------------------------------------------------------------------------------

BOARD = next(it.cadence for it in MSE.forums if it.key == "partnership-board")
BY_YEAR = BOARD.model_copy(update={"counted_by": "calendar-year"})


def met(*found):
    return [Meeting("partnership-board", date.fromisoformat(on), None, public) for on, public in found]


THREE_AND_ONE = met(("2021-02-01", True), ("2021-05-04", True), ("2021-08-02", False), ("2021-11-01", True))


def test_three_public_meetings_and_one_private_are_not_four():
    found = tally(BY_YEAR, THREE_AND_ONE, today=date(2021, 12, 1))
    assert found == Tally(needed=4, held=3, planned=0, in_public=True, year=year(date(2021, 1, 1), "calendar-year"))
    assert found.short == 1


def test_a_fourth_in_public_makes_them_four_and_one_nobody_knows_of_does_not():
    assert tally(BY_YEAR, [*THREE_AND_ONE, *met(("2021-12-01", True))], today=date(2021, 12, 1)).short == 0
    assert tally(BY_YEAR, [*THREE_AND_ONE, *met(("2021-12-01", None))], today=date(2021, 12, 1)).short == 1


def test_where_privacy_does_not_matter_four_are_four():
    found = tally(BY_YEAR.model_copy(update={"in_public": False}), THREE_AND_ONE, today=date(2021, 12, 1))
    assert (found.held, found.short) == (4, 0)


def test_what_is_still_to_come_is_planned_and_not_held():
    found = tally(BY_YEAR, THREE_AND_ONE, today=date(2021, 10, 31))
    assert (found.held, found.planned, found.short) == (2, 1, 1)
    found = tally(BY_YEAR, THREE_AND_ONE, today=date(2021, 11, 1))
    assert (found.held, found.planned, found.short) == (3, 0, 1)


def test_only_the_year_that_is_meant_counts():
    both = met(("2020-12-31", True), ("2021-01-01", True), ("2021-12-31", True), ("2022-01-01", True))
    found = tally(BY_YEAR, both, today=date(2022, 6, 1), around=date(2021, 7, 1))
    assert (found.held, found.planned) == (2, 0)
    financial = BOARD.model_copy(update={"counted_by": "financial-year"})
    across = met(("2021-03-31", True), ("2021-04-01", True), ("2022-03-31", True), ("2022-04-01", True))
    assert tally(financial, across, today=date(2022, 6, 1), around=date(2021, 7, 1)).held == 2
    rolling = BOARD.model_copy(update={"counted_by": "any-twelve-months"})
    assert tally(rolling, both, today=date(2021, 12, 30)).held == 2
    assert tally(rolling, both, today=date(2021, 12, 31)).held == 2
    assert tally(rolling, both, today=date(2021, 1, 1), around=date(2022, 1, 1)).planned == 2


def test_nothing_is_counted_where_nobody_said_which_year_or_how_many():
    assert BOARD.counted_by is None
    assert tally(BOARD, THREE_AND_ONE, today=date(2021, 12, 1)) is None
    assert tally(cadence("2 months"), THREE_AND_ONE, today=date(2021, 12, 1)) is None
    asked = next(point for point in MSE.open if point.key == "which-year")
    assert (asked.path, len(asked.choices)) == ("forums.partnership-board.cadence.counted_by", 3)


@given(st.lists(st.tuples(days, st.sampled_from([True, False, None]))), days)
def test_what_counts_is_held_or_planned_and_never_more_than_there_is(found, today):
    given_ = [Meeting("partnership-board", on, None, public) for on, public in found]
    counted = tally(BY_YEAR, given_, today=today)
    assert counted.held + counted.planned == sum(on.year == today.year and public is True for on, public in found)
    assert counted.short == max(0, 4 - counted.held - counted.planned)
