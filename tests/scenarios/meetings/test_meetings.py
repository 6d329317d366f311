"""Meetings of a forum: its series, opened in time, called with notice, moved and called off; its agenda."""

from __future__ import annotations

from datetime import date

import pytest

from handlers import closed_days
from rules.terms import Base
from storage import meetings
from tests.scenarios.meetings.kit import (
    BOARD,
    dates,
    does,
    fills,
    lists,
    living,
    offers,
    opened,
    row,
    sets_series,
    shows,
    thread,
    with_notice,
)
from tests.scenarios.reading_kit import body_of, lines

TAKE_TURNS = True


@pytest.fixture
def sefton(make_world):
    world = make_world("2022-09-01 09:30", mornings=True)
    world.without_daily_lists()
    return world


@pytest.fixture
def noticed(make_world):
    world = make_world("2022-10-03 09:30", sources={"sefton-2022": with_notice()}, mornings=True)
    world.without_daily_lists()
    return world


# --- The series ---------------------------------------------------------------------------------------------------


def test_the_list_says_what_is_known_of_a_forum_and_the_secretary_sets_its_series(sefton):
    said = lists(sefton)
    assert lines(
        said,
        "Sefton Partnership board",
        "The document",
        "Chaired by whoever chairs the Sefton Health and Wellbeing Board (clause 8.5):",
        "No day",
    ) == [
        "Sefton Partnership board (clause 8.2)",
        "• The document does not say how often it meets",
        (
            "• Chaired by whoever chairs the Sefton Health and Wellbeing Board (clause 8.5): "
            "nobody is recorded there, so nobody chairs here. Deputy chair (the GP lead clinician from Sefton): "
            "nobody is recorded."
        ),
        "• No day of a first meeting is known",
    ]
    assert offers(sefton, "ada") == []
    said = sets_series(sefton, "2022-10-06")
    assert lines(said, "as the", "Thu 6 Oct 2022, 14:00", "Mon 7") == [
        "The document does not say how often it meets; as the partners have it, every month",
        "• Thu 6 Oct 2022, 14:00",
        "• Mon 7 Nov 2022, 14:00, in place of Sun 6 Nov 2022",
    ]
    assert sefton.facts("meetings-planned")["first_on"] == "2022-10-06"
    assert opened(sefton) == []
    assert lines(lists(sefton), "Next:") == ["• Next: Thu 6 Oct 2022; Mon 7 Nov 2022; Tue 6 Dec 2022"]


def test_nobody_but_the_secretary_plans_a_forum_s_meetings(sefton):
    with sefton.session() as session:
        row_ = sefton.agreement(session).id
    sefton.ada.guesses("meeting_series", row_)
    assert sefton.ada.body == "You can't plan the meetings of the Sefton Partnership agreement. Sam (secretary) can."


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"first_on": "2035-01-01"}, "first_on", "Please choose a day from Fri 24 Aug 2012 to Sun 1 Sep 2024."),
        ({"begins_at": "half past two"}, "begins_at", "half past two is no time of day. Please write it as 14:00."),
        ({"begins_at": "25:00"}, "begins_at", "25:00 is no time of day. Please write it as 14:00."),
        ({"every": None}, "every", "Please fill in “How often”."),
    ],
)
def test_what_makes_no_series_is_refused_beside_its_field(sefton, fields, field, said):
    sefton.sam.types("/partnership meetings")
    given = {"forum": BOARD, "every": "1 month", "first_on": "2022-10-06", "same": "date"} | fields
    fills(sefton, "sam", "Set a series", {k: v for k, v in given.items() if v is not None}, unchecked=True)
    assert sefton.sam.modal_errors == {field: said}


def test_each_meeting_is_opened_four_weeks_before_it_once(sefton):
    sets_series(sefton, "2022-10-06")
    sefton.at("2022-09-07 12:00")
    assert opened(sefton) == []
    sefton.at("2022-09-08 12:00")  # four weeks before
    assert opened(sefton) == ["SEF-M1"]
    assert lines(living(sefton), "Thu 6 Oct 2022, 14:00:", "1. Declarations") == [
        "Thu 6 Oct 2022, 14:00: Bootle Town Hall",
        "1. Declarations of interest. Anybody with an interest in an item, please declare it.",
    ]
    sefton.at("2022-10-10 12:00")  # of 7 November, four weeks before is this Monday
    assert opened(sefton) == ["SEF-M1", "SEF-M2"]
    assert row(sefton, "SEF-M2").nominal_on.isoformat() == "2022-11-06"
    assert sefton.register("SEF-M2") == ["meeting-opened"]


def test_a_series_set_anew_calls_off_what_it_has_no_day_for_and_leaves_what_was_chosen(sefton):
    sets_series(sefton, "2022-09-06", every="2 weeks")
    assert opened(sefton) == ["SEF-M1", "SEF-M2"]  # the 20th, too
    does(sefton, "Move it", "SEF-M2", on="2022-09-22", words="The room")
    said = sets_series(sefton, "2022-09-08", every="1 month", place="Southport")
    assert lines(said, "Called off, as the new series has no such day:") == [
        "Called off, as the new series has no such day: SEF-M1"
    ]
    assert row(sefton, "SEF-M1").state.value == "cancelled"
    assert lines(living(sefton, "SEF-M1")) == [
        "SEF-M1: Sefton Partnership board, Tue 6 Sep 2022 (Called off)",
        "SEF-M1: Sefton Partnership board, Tue 6 Sep 2022",
        "Called off",
        "Tue 6 Sep 2022, 14:00: Bootle Town Hall",
        "[Show details]",
    ]
    assert (row(sefton, "SEF-M2").state.value, str(row(sefton, "SEF-M2").meets_on)) == ("planned", "2022-09-22")
    assert lines(lists(sefton), "Thu 8") == [
        "• Next: Thu 8 Sep 2022 (SEF-M3); Thu 22 Sep 2022 (SEF-M2); Mon 10 Oct 2022"
    ]
    with sefton.session() as session:
        plan = meetings.plans_of(session, sefton.agreement(session))[BOARD]
    assert [one.on.isoformat() for one in plan.one_off] == ["2022-09-22"]


def test_one_meeting_beside_the_series_is_opened_at_once_where_its_time_has_come(sefton):
    sefton.sam.types("/partnership meetings")
    said = fills(sefton, "sam", "Plan one meeting", {"on": "2022-09-09", "public": "private", "words": "Winter"})
    assert lines(said, "Fri 9 Sep 2022, in") == ["Fri 9 Sep 2022, in private"]
    assert lines(living(sefton), "A meeting") == ["A meeting beside the series."]
    sefton.sam.types("/partnership meetings")
    fills(sefton, "sam", "Plan one meeting", {"on": "2022-11-09"})
    assert opened(sefton) == ["SEF-M1"]
    assert "No later meeting" not in lists(sefton)
    sefton.at("2022-10-12 12:00")
    assert opened(sefton) == ["SEF-M1", "SEF-M2"]


def test_a_later_meeting_is_taken_up_before_its_time_and_moved_without_a_word_to_anybody(sefton):
    sets_series(sefton, "2022-10-06")
    sefton.sam.types("/partnership meetings")
    fills(sefton, "sam", "A later meeting", {"which": f"{BOARD}:2023-01-06"})
    assert lines(sefton.sam.body, "SEF-M1:") == ["SEF-M1: Sefton Partnership board, Fri 6 Jan 2023"]
    does(sefton, "Move it", on="2023-01-12", words="Epiphany")
    assert opened(sefton) == []
    assert (str(row(sefton).nominal_on), str(row(sefton).meets_on)) == ("2023-01-06", "2023-01-12")
    assert sefton.ben.dms() == []
    assert lines(shows(sefton), "Its day") == ["Its day in the series is Fri 6 Jan 2023."]
    assert sefton.register("SEF-M1") == ["meeting-planned", "meeting-moved"]
    does(sefton, "Move it", on="2022-09-14", words="Sooner")  # its time has come by that
    assert opened(sefton) == ["SEF-M1"]
    assert lines(living(sefton), "Wed 14") == [
        "SEF-M1: Sefton Partnership board, Wed 14 Sep 2022 (Planned)",
        "SEF-M1: Sefton Partnership board, Wed 14 Sep 2022",
        "Wed 14 Sep 2022, 14:00: Bootle Town Hall",
    ]


# --- Called -------------------------------------------------------------------------------------------------------


def test_every_partner_is_called_with_a_receipt_and_who_is_not_in_the_chat_is_shown_to_the_secretary(sefton):
    sets_series(sefton, "2022-09-06")
    does(sefton, "Call the meeting", papers="https://www.example.org/papers.pdf", words="Please come.")
    notice = sefton.ben.dm("Notice of a meeting").shown()
    assert lines(notice, "Notice of", "Tue 6 Sep 2022, 14:00:", "https://www.example.org/papers.pdf") == [
        "Notice of a meeting of the Sefton Partnership board (clause 8.2) to LUHFT, under the Sefton Partnership agreement.",
        "Tue 6 Sep 2022, 14:00: Bootle Town Hall",
        "• https://www.example.org/papers.pdf",
    ]
    assert "late" not in notice
    assert sefton.register("SEF-M1").count("notice-delivered") == 10
    assert lines(sefton.sam.dm("Sefton Council for Voluntary Service").shown(), "could not") == [
        "SEF-M1: Sefton Council for Voluntary Service could not be notified. Please tell them another way.",
        "SEF-M1: Sefton Council for Voluntary Service could not be notified",
    ]
    assert sefton.facts("meeting-called")["late"] is False
    assert lines(living(sefton), "Called on") == [
        "SEF-M1: Sefton Partnership board, Tue 6 Sep 2022 (Called on Thu 1 Sep 2022, 09:30)",
        "Called on Thu 1 Sep 2022, 09:30",
    ]
    assert lines(shows(sefton), "Not notified yet:") == ["Not notified yet: Sefton CVS"]
    does(sefton, "Record how they were told", partner="sefton-cvs", told_on="2022-09-01", evidence="By telephone")
    assert "Not notified yet" not in shows(sefton)
    sefton.sam.guesses("meeting_call", row(sefton).id)
    assert sefton.sam.body == (
        "SEF-M1 is called already, so this can't be done any more. Its details show how it stands."
    )


def test_notice_is_due_so_many_clear_days_before_and_owed_by_the_secretary_alone(noticed):
    # Five clear working days before Tuesday 18 October 2022 are the 11th to the 17th: it goes out by Monday the 10th.
    # Three clear days before it are the 15th, 16th and 17th: the papers go out by the 14th.
    sets_series(noticed, "2022-10-18")
    assert dates(noticed) == [("notice", "2022-10-10", "open"), ("papers", "2022-10-14", "open")]
    assert lines(living(noticed), "Notice:") == [
        "Notice: to go out by Mon 10 Oct 2022, 5 clear working days before it (clause ToR 3)."
    ]
    noticed.at("2022-10-10 12:00")
    assert {name for name, _ in noticed.sent("nudge")} == {"Sam"}
    noticed.sam.types("/partnership due")
    assert lines(noticed.sam.body, "call it") == [
        "• SEF-M1: Sefton Partnership board, Tue 18 Oct 2022: call it; due Mon 10 Oct 2022 (today)"
    ]
    assert noticed.sam.buttons("Today is the last day") == ["Call the meeting", "Show details"]
    noticed.ada.types("/partnership due")
    assert lines(noticed.ada.answer) == [
        "Ada, you owe nothing today",
        "What you owe",
        "Nothing today, Ada.",
        "The next dates",
        "• SEF-MS2: End of the year without substantive delegation to place; due Fri 31 Mar 2023 (in 121 operational days)",
    ]
    does(noticed, "Call the meeting")
    assert noticed.facts("meeting-called")["late"] is False
    assert dates(noticed) == [("notice", "2022-10-10", "met"), ("papers", "2022-10-14", "open")]
    assert "Call the meeting" not in noticed.sam.buttons("SEF-M1")
    does(noticed, "Send the papers", papers="Minutes of September\nBudget")
    assert lines(noticed.ben.dm("Papers for the meeting").shown(), "Budget") == ["• Budget"]
    assert dates(noticed) == [("notice", "2022-10-10", "met"), ("papers", "2022-10-14", "met")]


def test_a_late_notice_says_so_with_the_clause_and_is_not_prevented(noticed):
    sets_series(noticed, "2022-10-18")
    noticed.at("2022-10-11 12:00")
    shows(noticed)
    noticed.sam.presses("Call the meeting")
    late = "so it was to be called by Mon 10 Oct 2022. It can be called all the same; the notice and the record say that it is late."
    assert lines(noticed.sam.page, "This is late")[0].endswith(late)
    noticed.sam.submits({})
    late = (
        "Notice: sent on Tue 11 Oct 2022, which is late: the agreement asks for 5 clear working days before it (clause ToR 3), "
        "so by Mon 10 Oct 2022."
    )
    assert lines(noticed.ben.dm("Notice of a meeting").shown(), "which is late") == [late]
    assert lines(shows(noticed), "which is late") == [late]
    assert noticed.facts("meeting-called")["late"] is True
    assert noticed.facts("meeting-called")["notice_by"] == "2022-10-10"


def test_where_notice_needs_more_than_four_weeks_the_meeting_is_opened_earlier(make_world):
    long_notice = {"clause": "ToR 3", "limit": "6 weeks before"}
    world = make_world("2022-09-01 09:30", sources={"sefton-2022": with_notice(notice=long_notice)}, mornings=True)
    world.without_daily_lists()
    sets_series(world, "2022-11-15")
    assert opened(world) == []
    world.at("2022-09-19 12:00")  # a bank holiday; six weeks before are 4 October, and two more 20 September
    assert opened(world) == []
    world.at("2022-09-20 12:00")
    assert opened(world) == ["SEF-M1"]


# --- Moved, called off --------------------------------------------------------------------------------------------


def test_a_meeting_that_is_moved_keeps_its_day_in_the_series_and_those_who_were_called_get_a_new_notice(noticed):
    sets_series(noticed, "2022-10-18")
    does(noticed, "Call the meeting")
    said = does(noticed, "Move it", on="2022-10-20", begins_at="10:00", words="The room is taken.")
    assert lines(said) == [
        "SEF-M1: moved to Thu 20 Oct 2022",
        "SEF-M1: Sefton Partnership board, Thu 20 Oct 2022",
        "Moved from Tue 18 Oct 2022 to Thu 20 Oct 2022, 10:00: Bootle Town Hall",
        "The room is taken.",
        "Sam, Mon 3 Oct 2022, 09:30",
    ]
    told = noticed.ben.dm("Moved from").shown()
    assert lines(told, "The room") == ["The room is taken."]
    assert "late" not in told
    assert noticed.register("SEF-M1").count("notice-delivered") == 20
    assert str(row(noticed).nominal_on) == "2022-10-18"
    assert dates(noticed)[-1] == ("papers", "2022-10-16", "open")
    assert lines(thread(noticed), "Moved from") == [
        "Moved from Tue 18 Oct 2022 to Thu 20 Oct 2022, 10:00: Bootle Town Hall"
    ]
    assert lines(lists(noticed), "Thu 20") == ["• Next: Thu 20 Oct 2022 (SEF-M1); Fri 18 Nov 2022; Mon 19 Dec 2022"]
    noticed.at("2022-10-13 12:00")
    does(noticed, "Move it", on="2022-10-17", words="Earlier.")
    assert lines(noticed.ben.dm("Earlier.").shown(), "sent on") == [
        "Notice: sent on Thu 13 Oct 2022, which is late: the agreement asks for 5 clear working days before it (clause ToR 3), so by Fri 7 Oct 2022."
    ]


def test_a_planned_one_that_is_moved_is_told_to_its_members_without_a_receipt_and_not_to_who_did_it(sefton):
    sets_series(sefton, "2022-09-06")
    does(sefton, "Move it", on="2022-09-07", words="A clash.")
    assert lines(body_of(sefton.ben.dm("A clash."))) == [
        "SEF-M1: Sefton Partnership board, Wed 7 Sep 2022",
        "Moved from Tue 6 Sep 2022 to Wed 7 Sep 2022, 14:00: Bootle Town Hall",
        "A clash.",
        "Sam, Thu 1 Sep 2022, 09:30",
        "[Show details]",
    ]
    assert [m for m in sefton.cleo.dms() if "A clash." in m.shown()][1:] == []  # of her two partners, one message
    assert "notice-delivered" not in sefton.register("SEF-M1")
    shows(sefton)
    fills(sefton, "sam", "Move it", {"words": "Nothing."})
    assert sefton.sam.modal_errors["on"] == (
        "That is when and where it is now. Please change the day, the time or the place."
    )


def test_one_that_is_called_off_is_owed_nothing_and_is_on_record(noticed):
    sets_series(noticed, "2022-10-18")
    does(noticed, "Call it off", words="No business.")
    assert lines(body_of(noticed.ben.dm("No business."))) == [
        "SEF-M1: Sefton Partnership board, Tue 18 Oct 2022",
        "Called off. It is not held on Tue 18 Oct 2022",
        "No business.",
        "Sam, Mon 3 Oct 2022, 09:30",
        "[Show details]",
    ]
    assert dates(noticed) == [("notice", "2022-10-10", "cancelled"), ("papers", "2022-10-14", "cancelled")]
    assert lines(living(noticed), "No business.") == ["No business."]
    assert lines(lists(noticed), "Next:") == ["• Next: Fri 18 Nov 2022; Mon 19 Dec 2022; Wed 18 Jan 2023"]
    noticed.at("2022-10-19 12:00")
    assert noticed.sent("nudge") == []
    shows(noticed)
    assert offers(noticed) == []
    noticed.sam.guesses("meeting_move", row(noticed).id)
    assert noticed.sam.body == ("SEF-M1 is called off, so this can't be done any more. Its details show how it stands.")


def test_a_day_proclaimed_closed_later_moves_a_meeting_whose_day_nobody_chose(sefton):
    # The state funeral: on 1 September nobody knew that 19 September would be a bank holiday.
    sets_series(sefton, "2022-09-19")
    assert lines(living(sefton), "Mon 19") == [
        "SEF-M1: Sefton Partnership board, Mon 19 Sep 2022 (Planned)",
        "SEF-M1: Sefton Partnership board, Mon 19 Sep 2022",
        "Mon 19 Sep 2022, 14:00: Bootle Town Hall",
    ]
    does(sefton, "Call the meeting")
    sefton.at("2022-09-12 12:00")
    assert lines(living(sefton), "Tue 20") == [
        "SEF-M1: Sefton Partnership board, Tue 20 Sep 2022 (Called on Mon 12 Sep 2022, 09:00)",
        "SEF-M1: Sefton Partnership board, Tue 20 Sep 2022",
        "Tue 20 Sep 2022, 14:00: Bootle Town Hall",
    ]
    told = sefton.ben.dm("Moved from Mon 19 Sep 2022 to Tue 20 Sep 2022").shown()
    assert lines(told, "Mon 19 Sep 2022:") == ["Mon 19 Sep 2022: State Funeral of Queen Elizabeth II."]
    facts = sefton.facts("meeting-moved")
    assert (facts["person"], facts["nominal_on"], facts["to"]) == ("Accord", "2022-09-19", "2022-09-20")
    assert sefton.register("SEF-M1").count("notice-delivered") == 20


def test_it_moves_at_once_when_somebody_enters_the_day(sefton):
    sets_series(sefton, "2022-09-15")
    with sefton.session() as session:
        on, england = date(2022, 9, 15), Base.ENGLAND_AND_WALES
        moved = closed_days.proclaim(session, calendar=england, day=on, open_=False, why="Storm", now=sefton.clock())
    assert (moved, str(row(sefton).meets_on)) == (1, "2022-09-16")


def test_one_whose_day_somebody_chose_stays_on_it(sefton):
    sets_series(sefton, "2022-09-15")
    does(sefton, "Move it", on="2022-09-16", words="A clash.")
    with sefton.session() as session:
        closed_days.proclaim(
            session,
            calendar=Base.ENGLAND_AND_WALES,
            day=row(sefton).meets_on,
            open_=False,
            why="Storm",
            now=sefton.clock(),
        )
    sefton.at("2022-09-02 12:00")
    assert str(row(sefton).meets_on) == "2022-09-16"


def test_a_decided_open_point_moves_one_to_an_operational_day(make_world):
    world = make_world("2021-10-01 09:30", "one-halton-2021", mornings=True)
    world.without_daily_lists()
    world.sam.types("/partnership meetings", channel="C0HALTON")
    fields = {"first_on": "2021-10-16", "same": "date"}
    world.sam.presses("Set a series")
    world.sam.changes("forum", "icp-meeting")
    assert "every" not in world.sam.fields  # the Briefing says monthly
    world.sam.submits(fields | {"forum": "icp-meeting"})
    assert lines(living(world, "HAL-M1", "C0HALTON"), "Sat 16") == [
        "HAL-M1: Informal One Halton ICP meeting, Sat 16 Oct 2021 (Planned)",
        "HAL-M1: Informal One Halton ICP meeting, Sat 16 Oct 2021",
        "Sat 16 Oct 2021",
    ]
    world.sam.types("/partnership open", channel="C0HALTON")
    world.sam.presses("Decide an open point")
    world.sam.changes("point", "operational-days")
    world.sam.submits({"value": "england-and-wales", "why": "The board"})
    world.at("2021-10-04 12:00")
    assert lines(living(world, "HAL-M1", "C0HALTON"), "Mon 18") == [
        "HAL-M1: Informal One Halton ICP meeting, Mon 18 Oct 2021 (Planned)",
        "HAL-M1: Informal One Halton ICP meeting, Mon 18 Oct 2021",
        "Mon 18 Oct 2021",
    ]
    assert str(row(world, "HAL-M1").nominal_on) == "2021-10-16"
