"""When reviews are due: properties over random anchors and intervals, events, and why there is no date."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from rules.calendars import PUBLISHED_UNTIL, calendar_of
from rules.errors import Refusal
from rules.reviews import Declared, schedule
from rules.term import InForce
from rules.terms import Direction, Event, Review, TimeLimit, Unit
from storage.packs import read_pack

SEFTON, HALTON = read_pack("sefton-2022"), read_pack("one-halton-2021")
ENGLAND = calendar_of("england-and-wales")
EVERY_DAY = calendar_of("every-day")
ONE = timedelta(days=1)
ENDLESS = InForce(None, None)

days = st.dates(date(2000, 1, 1), date(2027, 12, 31))
months = st.integers(1, 60)
calendars = st.sampled_from([ENGLAND, calendar_of("scotland"), calendar_of("uk-any-part"), EVERY_DAY, None])


def review(**facts):
    return Review(key="one", name="One", looks_at=("Everything",), **facts)


def every(number, unit=Unit.MONTHS, *, since, **facts):
    limit = TimeLimit(number=number, unit=unit)
    return review(every=limit, counts_from=since, **facts)


def due(one, first_on, until, *, calendar=ENGLAND, force=ENDLESS, declared=(), terms=SEFTON):
    return schedule(terms, one, force, first_on=first_on, until=until, calendar=calendar, declared=declared)


def nominal(*args, **facts):
    return [one.nominal_on for one in due(*args, **facts).occurrences]


def months_on(day, number):
    """Return the corresponding date so many months on, by counting months alone: no library of ours or others'."""
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


# --- Properties ---------------------------------------------------------------------------------------------------


@given(days, months, st.integers(1, 20))
def test_the_nth_review_is_n_intervals_from_the_anchor_and_not_one_from_the_review_before(since, interval, count):
    last = months_on(since, interval * count)
    found = nominal(every(interval, since=since), since, last, calendar=EVERY_DAY)
    assert found == [months_on(since, interval * n) for n in range(1, count + 1)]


@given(days, st.integers(1, 400), st.sampled_from([Unit.CALENDAR_DAYS, Unit.WEEKS]), st.integers(1, 12))
def test_days_and_weeks_are_counted_as_days(since, interval, unit, count):
    step = timedelta(days=interval * (7 if unit is Unit.WEEKS else 1))
    found = nominal(every(interval, unit, since=since), since, since + step * count, calendar=EVERY_DAY)
    assert found == [since + step * n for n in range(1, count + 1)]


@given(days, months, calendars, days, st.integers(0, 900))
def test_a_window_shows_what_a_longer_one_shows_in_its_days(since, interval, calendar, first_on, length):
    until, one = first_on + timedelta(days=length), every(interval, since=since)
    longer = due(one, date(1999, 1, 1), date(2035, 12, 31), calendar=calendar).occurrences
    assert due(one, first_on, until, calendar=calendar).occurrences == tuple(
        found for found in longer if first_on <= found.on <= until
    )


@given(days, months, calendars.filter(bool))
def test_the_meeting_is_on_the_first_operational_day_from_the_nominal_one_on(since, interval, calendar):
    for one in due(every(interval, since=since), since, since + 2000 * ONE, calendar=calendar).occurrences:
        assert calendar.is_open(one.on)
        assert not any(calendar.is_open(one.nominal_on + n * ONE) for n in range((one.on - one.nominal_on).days))


@given(days, st.integers(1, 36), calendars.filter(bool))
def test_within_the_first_period_is_never_held_after_it(since, length, calendar):
    one = review(first_within=TimeLimit(number=length, unit=Unit.MONTHS), counts_from=since)
    (found,) = due(one, since, since + 4000 * ONE, calendar=calendar).occurrences
    assert found.on <= found.nominal_on
    # A period that begins with a day holds each of its months whole: the next one begins the day after.
    if (found.nominal_on + ONE).day != since.day:
        assert found.nominal_on == months_on(since, length)
    assert months_on(since, length) - ONE <= found.nominal_on <= months_on(since, length)


@given(days, months, st.integers(0, 4000), calendars)
def test_there_is_no_review_after_the_end(since, interval, length, calendar):
    ends = since + timedelta(days=length)
    force = InForce(None, ends)
    found = due(every(interval, since=since), since, ends + 900 * ONE, calendar=calendar, force=force).occurrences
    free = due(every(interval, since=since), since, ends + 900 * ONE, calendar=calendar).occurrences
    assert all(one.nominal_on <= ends and one.on <= ends for one in found)
    assert [one.nominal_on for one in found] == [one.nominal_on for one in free if one.nominal_on <= ends]


@given(days, months, st.one_of(st.none(), days))
def test_a_series_from_a_fixed_date_is_the_same_whenever_the_agreement_begins(since, interval, begins):
    one, until = every(interval, since=since), since + 3000 * ONE
    assert due(one, since, until, force=InForce(begins, None)) == due(one, since, until)


@given(days, months, days)
def test_from_commencement_is_from_that_date(begins, interval, first_on):
    fixed, until = every(interval, since=begins), first_on + 1000 * ONE
    moving = review(every=fixed.every, counts_from=Event.COMMENCEMENT)
    assert (
        due(moving, first_on, until, force=InForce(begins, None)).occurrences == due(fixed, first_on, until).occurrences
    )


@given(days, months, st.lists(days, max_size=3))
def test_events_add_reviews_and_leave_the_series_as_it_is(since, interval, happened):
    first_on, until = date(1999, 1, 1), date(2035, 12, 31)
    plain = every(interval, since=since)
    prompted = every(interval, since=since, triggers=("It rains",))
    declared = [Declared("one", day) for day in happened]
    series = nominal(plain, first_on, until)
    assert set(nominal(prompted, first_on, until, declared=declared)) == {*series, *happened}


@given(days, days)
def test_of_a_date_and_an_event_the_earlier_wins_and_there_is_one_review(by, happened):
    one = review(initiated_by=by, triggers=("It rains",))
    declared = [Declared("one", happened)]
    (found,) = due(one, date(1999, 1, 1), date(2035, 12, 31), declared=declared).occurrences
    assert (found.nominal_on, found.initiated_by) == (min(by, happened), min(by, happened))
    assert found.trigger == ("It rains" if happened < by else None)


def test_a_window_far_from_the_anchor_is_reached_at_once():
    weekly = every(1, Unit.WEEKS, since=date(1900, 1, 1))  # a Monday
    assert nominal(weekly, date(2199, 12, 24), date(2199, 12, 31)) == [date(2199, 12, 30)]
    long_first = review(
        first_within=TimeLimit(number=10, unit=Unit.YEARS),
        every=TimeLimit(number=1, unit=Unit.WEEKS),
        counts_from=date(2010, 1, 1),
    )
    expected = [date(2019, 12, 31) + timedelta(weeks=n) for n in (0, 1, 2)]
    assert nominal(long_first, date(2019, 1, 1), date(2020, 1, 14), calendar=EVERY_DAY) == expected
    assert nominal(long_first, date(2020, 1, 7), date(2020, 1, 14), calendar=EVERY_DAY) == expected[1:]


# --- What an occurrence says --------------------------------------------------------------------------------------


def test_begun_and_done_are_different_dates():
    one = review(initiated_by=date(2022, 3, 31), completed_by=date(2022, 9, 30))
    (found,) = due(one, date(2022, 1, 1), date(2022, 12, 31)).occurrences
    assert (found.nominal_on, found.initiated_by, found.completed_by) == (
        date(2022, 3, 31),
        date(2022, 3, 31),
        date(2022, 9, 30),
    )
    assert due(one, date(2022, 9, 30), date(2022, 9, 30)).occurrences == (found,)
    assert due(one, date(2022, 4, 1), date(2022, 9, 29)).occurrences == ()


def test_an_early_event_moves_the_beginning_and_not_the_end():
    one = review(initiated_by=date(2022, 3, 31), completed_by=date(2022, 9, 30), triggers=("New law",))
    declared = [Declared("one", date(2022, 2, 1), "New law")]
    (found,) = due(one, date(2022, 1, 1), date(2022, 12, 31), declared=declared).occurrences
    assert (found.initiated_by, found.completed_by, found.trigger) == (date(2022, 2, 1), date(2022, 9, 30), "New law")


def test_a_series_counts_its_reviews_and_an_event_on_its_day_is_no_second_one():
    one = every(6, since=date(2022, 7, 1), triggers=("New law",))
    declared = [Declared("one", date(2023, 7, 1)), Declared("one", date(2023, 8, 1))]
    found = due(one, date(2023, 1, 1), date(2024, 1, 2), declared=declared).occurrences
    assert [(it.number, it.trigger) for it in found] == [(1, None), (2, "New law"), (None, "New law"), (3, None)]


def test_partners_are_asked_four_weeks_ahead_or_at_once_after_an_event():
    one = every(6, since=date(2022, 7, 1), triggers=("New law",))
    declared = [Declared("one", date(2023, 2, 1))]
    first, second = due(one, date(2023, 1, 1), date(2023, 3, 1), declared=declared).occurrences
    assert (first.on, first.opens_on) == (date(2023, 1, 3), date(2022, 12, 6))
    assert (second.on, second.opens_on) == (date(2023, 2, 1), date(2023, 2, 1))


def test_a_date_past_the_published_bank_holidays_is_provisional():
    last = PUBLISHED_UNTIL
    (inside,) = due(every(1, Unit.WEEKS, since=last - timedelta(weeks=1) - 2 * ONE), last - 6 * ONE, last).occurrences
    (past,) = due(every(1, Unit.WEEKS, since=last - 4 * ONE), last, last + 6 * ONE).occurrences
    assert (inside.provisional, past.provisional) == (False, True)
    undecided = due(every(1, Unit.WEEKS, since=last - 4 * ONE), last, last + 6 * ONE, calendar=None).occurrences
    assert [one.provisional for one in undecided] == [False]


# --- Why there is none --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (review(every=TimeLimit(number=1, unit=Unit.YEARS)), "Nothing says from when it is counted."),
        (
            review(every=TimeLimit(number=1, unit=Unit.YEARS), counts_from=Event.MEETING),
            "It is counted from an event (meeting) of which no day is known.",
        ),
        (
            review(every=TimeLimit(number=20, unit=Unit.OPERATIONAL_DAYS), counts_from=Event.COMMENCEMENT),
            "A series of reviews cannot be counted in operational days.",
        ),
        (review(every=TimeLimit(number=1, unit=Unit.YEARS), counts_from=Event.ENDING), "It is counted from the end."),
        (
            review(once=TimeLimit(number=6, unit=Unit.MONTHS, direction=Direction.BEFORE), counts_from=Event.ENDING),
            "It is counted from the end.",
        ),
        (review(counts_from=Event.COMMENCEMENT), "No interval is stated."),
        (review(triggers=("New law", "New facts")), "Due when this is declared: New law; New facts."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_guessed(one, why):
    force = InForce(date(2022, 7, 1), None, ends_why="It has none.")
    found = due(one, date(2022, 1, 1), date(2030, 1, 1), force=force)
    assert found.occurrences == ()
    assert found.why is not None
    assert found.why.startswith(why)


def test_a_review_with_all_its_dates_has_nothing_to_explain():
    assert due(every(6, since=date(2022, 7, 1)), date(2022, 7, 1), date(2023, 7, 1)).why is None
    assert due(every(6, since=date(2022, 7, 1)), date(2022, 7, 1), date(2022, 12, 1)).why is None


def test_an_event_before_the_agreement_began_or_after_it_ended_brings_nothing_about():
    one, force = review(triggers=("New law",)), InForce(date(2022, 7, 1), date(2022, 12, 31))
    for on, count in (
        (date(2022, 6, 30), 0),
        (date(2022, 7, 1), 1),
        (date(2022, 12, 31), 1),
        (date(2023, 1, 1), 0),
    ):
        declared = [Declared("one", on)]
        assert len(due(one, date(2022, 1, 1), date(2023, 12, 31), force=force, declared=declared).occurrences) == count


def test_an_event_of_another_review_is_none_of_this_one():
    declared = [Declared("other", date(2022, 8, 1), "Whatever")]
    assert due(review(triggers=("New law",)), date(2022, 1, 1), date(2023, 1, 1), declared=declared).occurrences == ()


@pytest.mark.parametrize(
    ("triggers", "trigger", "said"),
    [
        (("New law",), "New moon", "New moon does not make One due. What does: New law."),
        (("New law", "New facts"), None, "An event does not make One due. What does: New law; New facts."),
        ((), None, "No event makes One due, so none can be declared. Its dates stand."),
    ],
)
def test_an_event_the_pack_does_not_know_is_refused(triggers, trigger, said):
    one = review(initiated_by=date(2022, 3, 31), triggers=triggers)
    with pytest.raises(Refusal) as refused:
        due(one, date(2022, 1, 1), date(2022, 12, 31), declared=[Declared("one", date(2022, 2, 1), trigger)])
    assert str(refused.value) == said


def test_halton_s_interval_that_is_open_is_asked_for_in_the_pack_s_words():
    found = next(it for it in HALTON.reviews if it.key == "monitoring")
    said = due(found, date(2021, 4, 1), date(2022, 3, 31), terms=HALTON).why or ""
    assert "How often is performance monitored against milestones" in said
