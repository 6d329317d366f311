"""Meetings of a forum: its series, opened in time, called with notice, moved and called off; its agenda."""

from __future__ import annotations

import pytest

from handlers.issues import redating
from rules.terms import Base
from storage import agreements, meetings
from tests.hostile import MARKUP
from tests.scenarios.meeting_kit import (
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
    assert "Sefton Partnership board (clause 8.2)" in said
    assert "The document does not say how often it meets" in said
    assert (
        "Chaired by whoever chairs the Sefton Health and Wellbeing Board (clause 8.5): nobody is recorded there" in said
    )
    assert "No day of a first meeting is known" in said
    assert offers(sefton, "ada") == []
    said = sets_series(sefton, "2022-10-06")
    assert "as the partners have it, every month" in said
    assert "Thu 6 Oct 2022, 14:00" in said
    assert "Mon 7 Nov 2022, 14:00, in place of Sun 6 Nov 2022" in said
    assert sefton.facts("meetings-planned")["first_on"] == "2022-10-06"
    assert opened(sefton) == []
    assert "Next: Thu 6 Oct 2022; Mon 7 Nov 2022; Tue 6 Dec 2022" in lists(sefton)


def test_nobody_but_the_secretary_plans_a_forum_s_meetings(sefton):
    with sefton.session() as session:
        row_ = sefton.agreement(session).id
    sefton.ada.guesses("meeting_series", row_)
    assert "You can't plan the meetings of the Sefton Partnership agreement. Sam (secretary) can." in sefton.ada.answer


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"first_on": "2035-01-01"}, "first_on", "Please choose a day from"),
        ({"begins_at": "half past two"}, "begins_at", "half past two is no time of day"),
        ({"begins_at": "25:00"}, "begins_at", "25:00 is no time of day"),
        ({"every": None}, "every", "Please fill in “How often”."),
    ],
)
def test_what_makes_no_series_is_refused_beside_its_field(sefton, fields, field, said):
    sefton.sam.types("/partnership meetings")
    given = {"forum": BOARD, "every": "1 month", "first_on": "2022-10-06", "same": "date"} | fields
    fills(sefton, "sam", "Set a series", {k: v for k, v in given.items() if v is not None}, unchecked=True)
    assert said in sefton.sam.modal_errors[field]


def test_each_meeting_is_opened_four_weeks_before_it_once(sefton):
    sets_series(sefton, "2022-10-06")
    sefton.at("2022-09-07 12:00")
    assert opened(sefton) == []
    sefton.at("2022-09-08 12:00")  # four weeks before
    assert opened(sefton) == ["SEF-M1"]
    assert "Thu 6 Oct 2022, 14:00: Bootle Town Hall" in living(sefton)
    assert "1. Declarations of interest. Anybody with an interest in an item, please declare it." in living(sefton)
    sefton.at("2022-10-10 12:00")  # of 7 November, four weeks before is this Monday
    assert opened(sefton) == ["SEF-M1", "SEF-M2"]
    assert row(sefton, "SEF-M2").nominal_on.isoformat() == "2022-11-06"
    assert sefton.register("SEF-M2") == ["meeting-opened"]


def test_a_series_set_anew_calls_off_what_it_has_no_day_for_and_leaves_what_was_chosen(sefton):
    sets_series(sefton, "2022-09-06", every="2 weeks")
    assert opened(sefton) == ["SEF-M1", "SEF-M2"]  # the 20th, too
    does(sefton, "Move it", "SEF-M2", on="2022-09-22", words="The room")
    said = sets_series(sefton, "2022-09-08", every="1 month", place="Southport")
    assert "Called off, as the new series has no such day: SEF-M1" in said
    assert row(sefton, "SEF-M1").state.value == "cancelled"
    assert "Called off" in living(sefton, "SEF-M1")
    assert (row(sefton, "SEF-M2").state.value, str(row(sefton, "SEF-M2").meets_on)) == ("planned", "2022-09-22")
    assert "Thu 8 Sep 2022 (SEF-M3); Thu 22 Sep 2022 (SEF-M2); Mon 10 Oct 2022" in lists(sefton)
    with sefton.session() as session:
        plan = meetings.plans_of(session, sefton.agreement(session))[BOARD]
    assert [one.on.isoformat() for one in plan.one_off] == ["2022-09-22"]


def test_one_meeting_beside_the_series_is_opened_at_once_where_its_time_has_come(sefton):
    sefton.sam.types("/partnership meetings")
    said = fills(sefton, "sam", "Plan one meeting", {"on": "2022-09-09", "public": "private", "words": "Winter"})
    assert "Fri 9 Sep 2022, in private" in said
    assert "A meeting beside the series." in living(sefton)
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
    assert "SEF-M1: Sefton Partnership board, Fri 6 Jan 2023" in sefton.sam.answer
    does(sefton, "Move it", on="2023-01-12", words="Epiphany")
    assert opened(sefton) == []
    assert (str(row(sefton).nominal_on), str(row(sefton).meets_on)) == ("2023-01-06", "2023-01-12")
    assert sefton.ben.dms() == []
    assert "Its day in the series is Fri 6 Jan 2023." in shows(sefton)
    assert sefton.register("SEF-M1") == ["meeting-planned", "meeting-moved"]
    does(sefton, "Move it", on="2022-09-14", words="Sooner")  # its time has come by that
    assert opened(sefton) == ["SEF-M1"]
    assert "Wed 14 Sep 2022" in living(sefton)


# --- Called -------------------------------------------------------------------------------------------------------


def test_every_partner_is_called_with_a_receipt_and_who_is_not_in_the_chat_is_shown_to_the_secretary(sefton):
    sets_series(sefton, "2022-09-06")
    does(sefton, "Call the meeting", papers="https://www.example.org/papers.pdf", words="Please come.")
    notice = sefton.ben.dm("Notice of a meeting").shown()
    assert "Notice of a meeting of the Sefton Partnership board (clause 8.2) to LUHFT" in notice
    assert "Tue 6 Sep 2022, 14:00: Bootle Town Hall" in notice
    assert "https://www.example.org/papers.pdf" in notice
    assert "late" not in notice
    assert sefton.register("SEF-M1").count("notice-delivered") == 10
    assert "could not be notified" in sefton.sam.dm("Sefton Council for Voluntary Service").shown()
    assert sefton.facts("meeting-called")["late"] is False
    assert "Called on Thu 1 Sep 2022" in living(sefton)
    assert "Not notified yet: Sefton CVS" in shows(sefton)
    does(sefton, "Record how they were told", partner="sefton-cvs", told_on="2022-09-01", evidence="By telephone")
    assert "Not notified yet" not in shows(sefton)
    sefton.sam.guesses("meeting_call", row(sefton).id)
    assert "SEF-M1 is called already" in sefton.sam.answer


def test_notice_is_due_so_many_clear_days_before_and_owed_by_the_secretary_alone(noticed):
    # Five clear working days before Tuesday 18 October 2022 are the 11th to the 17th: it goes out by Monday the 10th.
    # Three clear days before it are the 15th, 16th and 17th: the papers go out by the 14th.
    sets_series(noticed, "2022-10-18")
    assert dates(noticed) == [("notice", "2022-10-10", "open"), ("papers", "2022-10-14", "open")]
    assert "Notice: to go out by Mon 10 Oct 2022, 5 clear days before it (clause ToR 3)" in living(noticed)
    noticed.at("2022-10-10 12:00")
    assert {name for name, _ in noticed.sent("nudge")} == {"Sam"}
    noticed.sam.types("/partnership due")
    assert "call it; due Mon 10 Oct 2022" in noticed.sam.answer
    assert "Call the meeting" in noticed.sam.buttons("Today is the last day")
    noticed.ada.types("/partnership due")
    assert "you owe nothing" in noticed.ada.answer
    does(noticed, "Call the meeting")
    assert noticed.facts("meeting-called")["late"] is False
    assert ("notice", "2022-10-10", "met") in dates(noticed)
    assert "Call the meeting" not in noticed.sam.buttons("SEF-M1")
    does(noticed, "Send the papers", papers="Minutes of September\nBudget")
    assert "Budget" in noticed.ben.dm("Papers for the meeting").shown()
    assert ("papers", "2022-10-14", "met") in dates(noticed)
    assert noticed.sam.dm("SEF-M1") is not None


def test_a_late_notice_says_so_with_the_clause_and_is_not_prevented(noticed):
    sets_series(noticed, "2022-10-18")
    noticed.at("2022-10-11 12:00")
    shows(noticed)
    noticed.sam.presses("Call the meeting")
    assert (
        "asks for 5 clear days on operational-days before (clause ToR 3), so it was to be called by Mon 10 Oct 2022"
        in noticed.sam.page
    )
    noticed.sam.submits({})
    late = "sent on Tue 11 Oct 2022, which is late: the agreement asks for 5 clear days before it (clause ToR 3)"
    assert late in noticed.ben.dm("Notice of a meeting").shown()
    assert late in shows(noticed)
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
    assert "Moved from Tue 18 Oct 2022 to Thu 20 Oct 2022, 10:00" in said
    told = noticed.ben.dm("Moved from").shown()
    assert "The room is taken." in told
    assert "late" not in told
    assert noticed.register("SEF-M1").count("notice-delivered") == 20
    assert str(row(noticed).nominal_on) == "2022-10-18"
    assert dates(noticed)[-1] == ("papers", "2022-10-16", "open")
    assert "Moved from Tue 18 Oct 2022" in thread(noticed)
    assert "Thu 20 Oct 2022 (SEF-M1); Fri 18 Nov 2022; Mon 19 Dec 2022" in lists(noticed)
    noticed.at("2022-10-13 12:00")
    does(noticed, "Move it", on="2022-10-17", words="Earlier.")
    assert "sent on Thu 13 Oct 2022, which is late" in noticed.ben.dm("Earlier.").shown()


def test_a_planned_one_that_is_moved_is_told_to_its_members_without_a_receipt_and_not_to_who_did_it(sefton):
    sets_series(sefton, "2022-09-06")
    does(sefton, "Move it", on="2022-09-07", words="A clash.")
    assert "Moved from Tue 6 Sep 2022 to Wed 7 Sep 2022" in sefton.ben.dm("A clash.").shown()
    assert [m for m in sefton.cleo.dms() if "A clash." in m.shown()][1:] == []  # of her two partners, one message
    assert "notice-delivered" not in sefton.register("SEF-M1")
    shows(sefton)
    fills(sefton, "sam", "Move it", {"words": "Nothing."})
    assert "That is when and where it is now." in sefton.sam.modal_errors["on"]


def test_one_that_is_called_off_is_owed_nothing_and_is_on_record(noticed):
    sets_series(noticed, "2022-10-18")
    does(noticed, "Call it off", words="No business.")
    assert "Called off. It is not held on Tue 18 Oct 2022" in noticed.ben.dm("No business.").shown()
    assert dates(noticed) == [("notice", "2022-10-10", "cancelled"), ("papers", "2022-10-14", "cancelled")]
    assert "No business." in living(noticed)
    assert "Next: Fri 18 Nov 2022" in lists(noticed)
    noticed.at("2022-10-19 12:00")
    assert noticed.sent("nudge") == []
    assert offers(noticed) == [] or "Call the meeting" not in offers(noticed)
    noticed.sam.guesses("meeting_move", row(noticed).id)
    assert "SEF-M1 is called off" in noticed.sam.answer


def test_a_day_proclaimed_closed_later_moves_a_meeting_whose_day_nobody_chose(sefton):
    # The state funeral: on 1 September nobody knew that 19 September would be a bank holiday.
    sets_series(sefton, "2022-09-19")
    assert "Mon 19 Sep 2022" in living(sefton)
    does(sefton, "Call the meeting")
    sefton.at("2022-09-12 12:00")
    assert "Tue 20 Sep 2022" in living(sefton)
    told = sefton.ben.dm("Moved from Mon 19 Sep 2022 to Tue 20 Sep 2022").shown()
    assert "Mon 19 Sep 2022: State Funeral" in told
    facts = sefton.facts("meeting-moved")
    assert (facts["person"], facts["nominal_on"], facts["to"]) == ("Accord", "2022-09-19", "2022-09-20")
    assert sefton.register("SEF-M1").count("notice-delivered") == 20


def test_one_whose_day_somebody_chose_stays_on_it(sefton):
    sets_series(sefton, "2022-09-15")
    does(sefton, "Move it", on="2022-09-16", words="A clash.")
    with sefton.session() as session:
        redating.proclaim(
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
    assert "Sat 16 Oct 2021" in living(world, "HAL-M1", "C0HALTON")
    world.sam.types("/partnership open", channel="C0HALTON")
    world.sam.presses("Decide an open point")
    world.sam.changes("point", "operational-days")
    world.sam.submits({"value": "england-and-wales", "why": "The board"})
    world.at("2021-10-04 12:00")
    assert "Mon 18 Oct 2021" in living(world, "HAL-M1", "C0HALTON")
    assert str(row(world, "HAL-M1").nominal_on) == "2021-10-16"


# --- The agenda ---------------------------------------------------------------------------------------------------


def test_leads_and_deputies_put_things_on_the_agenda_and_others_do_not(sefton):
    sets_series(sefton, "2022-09-06")
    does(sefton, "Put something on it", who="eve", title="Winter beds", words="How many?")
    assert "2. Winter beds, asked for by Eve (Mersey Care): How many?" in living(sefton)
    does(sefton, "Put something on it", who="cleo", partner="south-sefton-pcn", title="Vaccines")
    assert "3. Vaccines, asked for by Cleo (South Sefton PCN)" in living(sefton)
    sefton.rob.guesses("meeting_item", row(sefton).id)
    assert (
        "You can't put anything on the agenda of SEF-M1. Ada (lead, Mersey Care) or Sam (secretary) can."
        in sefton.rob.answer
    )
    with sefton.session() as session:
        (item, _) = session.get_one(meetings.Meeting, row(sefton).id).items
    does(sefton, "Take an item off", item=str(item.id), words="Settled.")
    assert "Winter beds" not in living(sefton)
    assert "2. Vaccines" in living(sefton)
    assert "took off its agenda “Winter beds”: Settled." in shows(sefton)


def test_the_agenda_has_what_is_open_for_the_forum_and_the_declared_interests_in_it(sefton):
    sefton.ada.types("/propose-decision Shared wards")
    sefton.ada.changes("rule", "recommendation")
    sefton.ada.submits({"wording": "One ward.", "reasons": "Cheaper.", "closes_on": "2022-09-30"})
    sets_series(sefton, "2022-09-06")
    assert "SEF-D1" not in living(sefton)  # a draft is for whoever can open it
    assert "SEF-D1: Shared wards. A draft of a decision" in shows(sefton, "eve")
    assert "SEF-D1" not in shows(sefton, "ben")
    sefton.ada.types("/partnership decision SEF-D1")
    sefton.ada.presses("Open the vote")
    sefton.ben.types("/declare-conflict Shares")
    interest = {"category": "financial", "nature": "real", "time": "arises", "particulars": "We own a tenth of it."}
    sefton.ben.submits(interest | {"matters": ["decision:1"]})
    assert sefton.ben.modal is None, sefton.ben.modal_errors
    sefton.at("2022-09-02 12:00")
    said = living(sefton)
    assert "SEF-C1, LUHFT: Shares; in SEF-D1 it takes no part" in said
    assert "2. SEF-D1: Shared wards. Open to votes until Fri 30 Sep 2022" in said
    assert said.index("SEF-C1") < said.index("2. SEF-D1")


def test_a_private_issue_on_the_agenda_is_there_for_nobody_who_may_not_see_it(noticed):
    world = noticed
    world.ada.raises("Beds", "luhft")
    world.ada.raises("The rota", "luhft", private=["yes"])
    sets_series(world, "2022-10-18")
    assert "2. SEF-1: Beds. Stage: Discussion between the partners" in living(world)
    assert "SEF-2" not in living(world)
    assert "3. SEF-2: The rota (private). Stage: Discussion between the partners" in shows(world, "ben")
    assert "SEF-2" not in shows(world, "joe")
    does(world, "Call the meeting")
    assert "SEF-2: The rota (private)" in world.ben.dm("Notice of a meeting").shown()
    assert "SEF-2" not in world.joe.dm("Notice of a meeting").shown()
    assert world.facts("meeting-called")["agenda"] == ["SEF-1"]
    world.at("2022-10-04 12:00")
    edits = [m for m in world.channel() if not m.thread_ts and m.shown().startswith("SEF-M1")]
    assert len(edits) == 1


def test_the_living_message_is_left_alone_while_nothing_has_changed(sefton):
    sets_series(sefton, "2022-09-20")
    before = sefton.workspace.journal[:]
    sefton.at("2022-09-07 12:00")
    updates = [e for e in sefton.workspace.journal[len(before) :] if e.kind == "chat.update"]
    assert updates == []


def test_hostile_words_stay_words(sefton):
    words = " ".join(MARKUP.values())
    sets_series(sefton, "2022-09-06", place=words[:300], words=words[:500])
    does(sefton, "Put something on it", title=words[:150], words=words[:900])
    does(sefton, "Call the meeting", words=words[:900], papers=words[:900])
    does(sefton, "Move it", on="2022-09-07", words=words[:400])
    shows(sefton, "ada")
    assert "SEF-M1" in sefton.ada.answer


def test_the_terms_say_which_agreement_it_is_and_a_stranger_sees_nothing(sefton):
    sets_series(sefton, "2022-09-06")
    assert "I don't know yet who you are" in shows(sefton, "dan")
    assert "I know no meeting SEF-M9 that you can see" in shows(sefton, "ada", "SEF-M9")
    sefton.ada.types("/partnership sef-m1")
    assert "SEF-M1: Sefton Partnership board" in sefton.ada.answer
    with sefton.session() as session:
        assert agreements.by_key(session, "sefton-2022").meetings_planned == 1
