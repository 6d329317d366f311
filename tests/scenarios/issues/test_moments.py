"""The dates of a ladder: counted from what each stage's clock names, whenever a stage is entered and noticed."""

from __future__ import annotations

from datetime import date

import pytest

from handlers import closed_days
from handlers.overview import calendar
from rules.terms import Base, Moment
from tests.scenarios.issues.kit import asks_for_time
from tests.scenarios.issues.ladder_kit import ON, begins, goes_on, ladder
from tests.scenarios.meetings.kit import BOARD, does, sets_series, shows, with_notice
from tests.scenarios.reading_kit import body_of, lines

TAKE_TURNS = True
# --- From the raising, from the entry, from commencement ----------------------------------------------------------


def test_a_second_stage_counts_from_the_raising_whenever_it_is_entered(make_world):
    # Notified on Monday 9 January 2023: ten operational days end on Monday the 23rd, thirty on Monday 20 February.
    world = begins(make_world, ladder(f"30 operational-days {ON} after raised"))
    assert world.due("SEF-1") == "2023-01-23"
    assert lines(world.living("SEF-1").shown(), "If nothing is agreed") == [
        (
            "Next: the affected partners discuss it and one of them proposes a resolution; it is resolved when "
            "all of them agree. If nothing is agreed by Mon 23 Jan 2023, it goes on by itself to The chairs."
        )
    ]
    world.at("2023-01-24 10:00")
    assert world.due("SEF-1") == "2023-02-20"
    assert lines(world.living("SEF-1").shown(), "Resolve by") == [
        (
            "Resolve by Mon 20 Feb 2023 (clause 5.4): 30 operational days (England and Wales) from Mon 9 Jan 2023, "
            "counted from Tue 10 Jan; skipped: 12 weekend days."
        )
    ]


def test_entered_early_by_a_person_it_counts_from_the_raising_all_the_same(make_world):
    world = begins(make_world, ladder(f"30 operational-days {ON} after raised"))
    world.at("2023-01-12 10:00")
    goes_on(world.ada)
    assert world.due("SEF-1") == "2023-02-20"


@pytest.mark.parametrize("noticed", ["2023-01-24 00:00", "2023-01-26 15:00", "2023-01-31 09:00"])
def test_five_days_from_the_entry_count_from_the_last_day_of_the_stage_before(make_world, noticed):
    # Over at the end of Monday 23 January: it came to the chairs on that day, and five days end on Monday the 30th.
    world = begins(make_world, ladder(f"5 operational-days {ON} after entered"))
    world.wakes_at(noticed)
    assert world.due("SEF-1") == "2023-01-30"


def test_entered_by_a_person_it_counts_from_that_day(make_world):
    world = begins(make_world, ladder(f"5 operational-days {ON} after entered"))
    world.at("2023-01-12 10:00")
    goes_on(world.ada)
    assert world.due("SEF-1") == "2023-01-19"


@pytest.mark.parametrize("entered", ["2023-01-10 10:00", "2023-01-20 10:00"])
def test_a_year_from_commencement_ends_on_one_day_whenever_the_stage_is_entered(make_world, entered):
    term = {"begins": date(2022, 2, 1), "open_ended": True}
    world = begins(make_world, ladder("12 months after commencement", term=term, decided="commencement"))
    world.at(entered)
    goes_on(world.ada)
    assert world.due("SEF-1") == "2023-02-01"


def test_a_stage_counts_from_the_last_day_of_an_earlier_one_s_clock(make_world):
    clocks = {"first": {"name": "First talks", "counts_from": "notified", "limit": f"10 operational-days {ON}"}}
    world = begins(make_world, ladder(f"5 operational-days {ON} after first", first="first", clocks=clocks))
    world.at("2023-01-12 10:00")
    goes_on(world.ada)  # before its last day, which stays Monday 23 January
    assert world.due("SEF-1") == "2023-01-30"


FIRST_TALKS = {"first": {"name": "First talks", "counts_from": "notified", "limit": f"10 operational-days {ON}"}}


@pytest.mark.parametrize("early", [True, False])
def test_a_stage_counts_from_the_later_last_day_that_was_agreed_for_the_one_before(make_world, early):
    # Agreed until Tue 31 Jan 2023 instead of Mon 23 Jan: five operational days after that are Tue 7 Feb.
    source = ladder(f"5 operational-days {ON} after first", first="first", clocks=FIRST_TALKS)
    world = begins(make_world, source)
    asks_for_time(world.ada, "2023-01-31")
    world.ben.presses("Agree to more time", world.ben.dm("31 Jan 2023"))
    assert world.due("SEF-1") == "2023-01-31"
    if early:
        goes_on(world.ada)
    else:
        world.at("2023-02-01 09:00")
    assert world.issue("SEF-1").stage == "chairs"
    assert world.due("SEF-1") == "2023-02-07"


def test_a_last_day_that_has_passed_stays_what_it_was_for_what_counts_from_it(make_world):
    source = ladder(f"5 operational-days {ON} after first", first="first", clocks=FIRST_TALKS)
    world = begins(make_world, source)
    world.at("2023-01-25 09:00")
    assert world.due("SEF-1") == "2023-01-30"  # five after Mon 23 Jan
    with world.session() as session:
        on, england = date(2023, 1, 16), Base.ENGLAND_AND_WALES
        closed_days.proclaim(session, calendar=england, day=on, open_=False, why="Flood", now=world.clock())
    assert world.due("SEF-1") == "2023-01-30"


def test_hours_from_the_raising_are_up_at_their_hour_on_a_sunday(make_world):
    world = begins(make_world, ladder("1 week after entered", first="48 hours after raised"), "2023-01-13 09:30")
    world.ada.types("/partnership due")
    assert lines(world.ada.answer, "propose a way") == [
        "• SEF-1: Discharge delays (for Mersey Care): propose a way forward; due Sun 15 Jan 2023, 09:30 (today is its last operational day)"
    ]
    world.at("2023-01-15 09:00")
    assert lines(world.ada.opens("SEF-1"), "Resolve by") == [
        "Resolve by Sun 15 Jan 2023, 09:30 (clause 5.2): 48 hours from Fri 13 Jan 2023, 09:30, so by Sun 15 Jan 2023, 09:30."
    ]
    world.ada.types("/partnership due")
    assert lines(world.ada.answer, "propose a way") == [
        "• SEF-1: Discharge delays (for Mersey Care): propose a way forward; due Sun 15 Jan 2023, 09:30 (today)"
    ]
    world.at("2023-01-15 09:31")
    assert world.issue("SEF-1").stage == "chairs"
    assert world.due("SEF-1") == "2023-01-22"  # a week from that Sunday


def test_hours_that_come_to_a_sunday_and_go_to_monday_end_with_it(make_world):
    first = {"counts_from": "raised", "limit": "48 hours", "closed_day": "next"}
    world = begins(make_world, ladder("1 week after entered", first=first), "2023-01-13 09:30")
    assert lines(world.ada.opens("SEF-1"), "esolve by", "If nothing") == [
        "Resolve by Mon 16 Jan 2023 (clause 5.2): 48 hours from Fri 13 Jan 2023, 09:30; moved from Sun 15 Jan 2023, which is not an operational day.",
        "Next: the affected partners discuss it and one of them proposes a resolution; it is resolved when all of them agree. If nothing is agreed by Mon 16 Jan 2023, it goes on by itself to The chairs.",
    ]
    world.at("2023-01-16 23:59")
    assert world.issue("SEF-1").stage == "discussion"
    world.at("2023-01-17 00:01")
    assert world.issue("SEF-1").stage == "chairs"
    assert world.due("SEF-1") == "2023-01-23"  # a week from that Monday


# --- What has not happened ----------------------------------------------------------------------------------------


def test_without_a_commencement_there_is_no_date_until_it_is_decided(make_world):
    world = begins(make_world, ladder("12 months after commencement"))
    world.at("2023-01-12 10:00")
    goes_on(world.ada)
    assert lines(world.living("SEF-1").shown(), "No date") == ["No date yet. Waits for commencement."]
    assert [str(one.due_on) for one in world.deadlines("SEF-1")][-1] == "2023-01-23"  # the first stage's, which is over

    world.sam.types("/partnership open")
    world.sam.presses("Decide an open point")
    world.sam.changes("point", "commencement")
    world.sam.submits({"point": "commencement", "value": "2022-02-01", "why": "The board, 11 January 2023"})
    assert world.sam.modal is None, world.sam.modal_errors
    assert world.due("SEF-1") == "2023-02-01"
    assert lines(body_of(world.ben.dm("SEF-1 has a date")), "Resolve by", "clause") == [
        "Resolve by Wed 1 Feb 2023. It is counted from commencement, Tue 1 Feb 2022 (clause 5.4).",
        "Resolve by Wed 1 Feb 2023 (clause 5.4): 12 months from Tue 1 Feb 2022, counted from Wed 2 Feb.",
    ]


def test_from_a_facilitator_s_appointment_the_date_comes_with_it_and_moves_with_it(make_world):
    chairs = {"kind": "facilitation"}
    world = begins(make_world, ladder("40 calendar-days after appointed", chairs=chairs))
    world.at("2023-01-12 10:00")
    goes_on(world.ada)
    assert lines(world.living("SEF-1").shown(), "No date") == ["No date yet. Waits for the facilitator's appointment."]

    def chooses(name):
        world.sam.opens("SEF-1")
        world.sam.presses("The facilitator")
        world.sam.submits({"name": name, "interests": "None declared"})
        assert world.sam.modal is None, world.sam.modal_errors

    chooses("Dr Okafor")
    assert world.due("SEF-1") == "2023-02-21"
    world.at("2023-01-16 10:00")
    chooses("Dr Amin")
    assert world.due("SEF-1") == "2023-02-25"
    assert world.facts("deadline-redated")["was"] == "2023-02-21"
    assert lines(body_of(world.ben.dm("SEF-1 has a new date")), "instead of") == [
        "Sat 25 Feb 2023 instead of Tue 21 Feb 2023. It is counted from the facilitator's appointment, Mon 16 Jan 2023 (clause 5.4)."
    ]
    world.at("2023-02-25 10:00")  # reminded by the new date alone: ten operational days before it, five, two, one, none
    assert [when for who, when in world.sent("nudge") if who == "Ben"][-5:] == [
        "2023-02-10 09:00", "2023-02-17 09:00", "2023-02-22 09:00", "2023-02-23 09:00", "2023-02-24 09:00",
    ]  # fmt: skip


def test_what_the_document_leaves_open_shows_each_reading_until_the_partners_decide(make_world):
    point = {
        "key": "second-from",
        "question": "From when do the 12 days of 5.4 run?",
        "path": "clocks.second.counts_from",
        "choices": ["raised", "entered"],
    }
    clocks = {"second": {"name": "The chairs", "clause": "5.4", "limit": f"12 operational-days {ON}"}}
    source = ladder("second", clocks=clocks, asked=[point])
    world = begins(make_world, source, "2024-03-11 09:30")
    world.wakes_at("2024-03-26 09:00")
    # Ten days from Monday 11 March end on Monday the 25th. Twelve from the raising: Wednesday 27 March; from the entry,
    # with Good Friday and Easter Monday closed: Friday 12 April.
    assert lines(world.living("SEF-1").shown(), "No date") == [
        (
            "No date yet. From the raising it would be Wed 27 Mar 2024, from this stage Fri 12 Apr 2024. "
            "The partners decide (open point second-from)."
        )
    ]
    world.sam.types("/partnership open")
    world.sam.presses("Decide an open point")
    world.sam.submits({"point": "second-from", "value": "entered", "why": "The board"})
    assert world.sam.modal is None, world.sam.modal_errors
    assert world.due("SEF-1") == "2024-04-12"


def test_a_time_that_is_up_stays_up_when_a_day_is_closed_later(make_world):
    world = begins(make_world, ladder(f"3 operational-days {ON} after raised"), mornings=True)
    goes_on(world.ada)
    world.at("2023-01-13 10:00")
    assert world.issue("SEF-1").state.value == "unresolved"
    for day in (11, 12):  # as if both had been proclaimed a day late
        with world.session() as session:
            closed = date(2023, 1, day)
            closed_days.proclaim(
                session, calendar=Base.ENGLAND_AND_WALES, day=closed, open_=False, why="Flood", now=world.clock()
            )
    world.at("2023-01-17 10:00")
    assert world.issue("SEF-1").state.value == "unresolved"
    assert [(str(one.due_on), one.state.value) for one in world.deadlines("SEF-1")][-1] == ("2023-01-12", "passed")


# --- A meeting of the stage's forum -------------------------------------------------------------------------------


def test_what_counts_from_a_meeting_has_a_date_once_there_is_one_and_moves_with_it(make_world):
    chairs = {"forum": BOARD}
    world = begins(make_world, ladder("6 calendar-days after meeting", chairs=chairs), mornings=True)
    world.at("2023-01-12 10:00")
    goes_on(world.ada)
    assert lines(world.living("SEF-1").shown(), "No date") == ["No date yet. Waits for the meeting."]
    sets_series(world, "2023-01-17")
    world.at("2023-01-13 10:00")
    assert world.due("SEF-1") == "2023-01-23"
    does(world, "Move it", on="2023-01-20", words="The hall is closed.")
    assert world.due("SEF-1") == "2023-01-26"
    assert lines(body_of(world.ben.dm("instead of Mon 23 Jan")), "instead of") == [
        "Thu 26 Jan 2023 instead of Mon 23 Jan 2023. It is counted from the meeting, Fri 20 Jan 2023 (clause 5.4)."
    ]


# The board meets on Tue 17 Jan 2023 and, monthly, on Fri 17 Feb; six days after are Mon 23 Jan and Thu 23 Feb.
@pytest.mark.parametrize(
    ("begins_at", "entered", "due"),
    [
        (None, "2023-01-17 10:00", "2023-01-23"),  # no hour is set: the meeting of that day is still to come
        (None, "2023-01-17 23:30", "2023-01-23"),
        (None, "2023-01-18 00:01", "2023-02-23"),
        ("14:00", "2023-01-17 13:59", "2023-01-23"),
        ("14:00", "2023-01-17 14:00", "2023-01-23"),
        ("14:00", "2023-01-17 14:01", "2023-02-23"),  # it had begun
    ],
)
def test_a_meeting_on_the_very_day_counts_unless_it_had_begun(make_world, begins_at, entered, due):
    source = ladder("6 calendar-days after meeting", first="1 month after raised", chairs={"forum": BOARD})
    world = begins(make_world, source)
    sets_series(world, "2023-01-17", begins_at=begins_at or "")
    world.at(entered)
    goes_on(world.ada)
    assert world.due("SEF-1") == due


def test_what_comes_to_a_forum_with_the_end_of_its_meetings_day_waits_for_the_next(make_world):
    # Eight days from Mon 9 Jan are over at the end of Tue 17 Jan, when the board has met.
    source = ladder("6 calendar-days after meeting", first="8 calendar-days after raised", chairs={"forum": BOARD})
    world = begins(make_world, source)
    sets_series(world, "2023-01-17")
    world.at("2023-01-18 09:00")
    assert world.issue("SEF-1").stage == "chairs"
    assert world.due("SEF-1") == "2023-02-23"


def test_hours_before_a_meeting_wait_for_its_hour_and_count_back_from_it(make_world):
    notice = {"counts_from": "meeting", "limit": "48 hours before", "clause": "ToR 3"}
    world = make_world("2022-10-03 09:30", sources={"sefton-2022": with_notice(notice=notice)}, mornings=True)
    world.without_daily_lists()
    sets_series(world, "2022-10-11", begins_at="18:00")
    assert lines(shows(world), "Notice") == [
        "Notice: to go out by Sun 9 Oct 2022, 18:00, 48 hours before it (clause ToR 3)."
    ]
    world.at("2022-10-09 18:01")
    assert lines(shows(world), "Notice") == [
        "Notice: was to go out by Sun 9 Oct 2022, 18:00, 48 hours before it (clause ToR 3)."
    ]


# --- The calendar says the same -----------------------------------------------------------------------------------


def test_the_calendar_has_the_date_that_the_ladder_has(make_world):
    world = begins(make_world, ladder(f"30 operational-days {ON} after raised"))
    world.at("2023-01-24 10:00")
    world.ada.types("/partnership calendar February")
    assert lines(world.ada.answer, "SEF-1") == [
        "• Mon 20 Feb: SEF-1: Discharge delays (clause 5.4). Waits for: Mersey Care, LUHFT."
    ]


@pytest.mark.parametrize(
    "words",
    [
        "12 months after commencement",
        "6 months before ending",
        "2 years beginning with commencement",
        f"90 operational-days {ON} after 2022-12-01",
        "13 weeks before ending",
        "2023-04-09",
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_a_day_that_needs_no_event_is_the_same_in_the_calendar_and_on_the_ladder(make_world, words, named):
    term = {"begins": date(2022, 2, 1), "ends": date(2024, 3, 31)}
    clocks = {"first": {"name": "Talks", "closed_day": "next"} | Moment.model_validate(words).model_dump(
        mode="json", include={"counts_from", "limit"}
    )}  # fmt: skip
    source = ladder(
        "1 week after entered", first="first" if named else words, clocks=clocks, term=term, decided="commencement"
    )
    world = begins(make_world, source)
    with world.session() as session:
        agreement = world.agreement(session)
        found = calendar.dated(session, agreement, (), date(2023, 1, 1), date(2024, 12, 31), world.clock())
        listed = {row.key: str(row.on) for row in found}
    assert listed["clock.first" if named else "stage.discussion"] == world.due("SEF-1")
    assert listed["matter.SEF-1.first" if named else "matter.SEF-1.of.stage"] == world.due("SEF-1")
