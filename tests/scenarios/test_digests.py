"""The daily lists, a person's settings, and the Home tab."""

from __future__ import annotations

import pytest


@pytest.fixture
def raised(make_world):
    """SEF-1 on Fri 6 Jan 2023; due about Fri 3 Feb."""
    world = make_world("2023-01-06 10:00")
    world.ada.raises("Discharge delays", "luhft", "southport-ormskirk")
    return world


def digests(world, name):
    return [when for who, when in world.sent("digest") if who == name]


def test_one_list_a_day_at_nine_and_none_when_nothing_is_owed(raised):
    raised.at("2023-01-10 18:00")
    assert digests(raised, "Ben") == ["2023-01-09 09:00", "2023-01-10 09:00"]  # none at the weekend
    assert digests(raised, "Kim") == ["2023-01-06 14:00", "2023-01-09 14:00", "2023-01-10 14:00"]  # nine of hers
    assert digests(raised, "Ida") == []
    assert digests(raised, "Sam") == []
    listed = raised.ben.dm("What you owe")
    assert "SEF-1" in listed.shown()
    assert "LUHFT" in listed.shown()


def test_overdue_comes_first(raised):
    raised.wakes_at("2023-01-20 10:00")
    raised.ada.raises("Ambulance waits", "luhft")
    raised.wakes_at("2023-02-07 09:00")
    shown = raised.ben.dm("What you owe").shown()
    assert shown.index("Overdue") < shown.index("SEF-1: Discharge") < shown.index("SEF-2: Ambulance")


def test_after_an_outage_there_is_one_list(raised):
    raised.wakes_at("2023-01-12 15:00")
    assert digests(raised, "Ben") == ["2023-01-12 15:00"]
    raised.at("2023-01-13 12:00")
    assert digests(raised, "Ben")[1:] == ["2023-01-13 09:00"]


@pytest.mark.parametrize(
    ("back", "lists"),
    [
        ("2023-01-10 17:59", ["2023-01-10 17:59"]),
        ("2023-01-10 18:00", []),  # nine hours late is too late
        ("2023-01-11 03:00", []),  # nobody is woken by a list
    ],
)
def test_a_list_that_was_missed_for_long_is_left_out(raised, back, lists):
    raised.wakes_at("2023-01-09 09:00")
    before = digests(raised, "Ben")
    raised.wakes_at(back)
    assert digests(raised, "Ben")[len(before) :] == lists
    raised.at("2023-01-11 09:30")
    assert digests(raised, "Ben")[-1] == "2023-01-11 09:00"


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what is away is Slack
def test_lists_that_pile_up_while_the_chat_is_away_are_one(raised):
    raised.forgiven = True
    raised.at("2023-01-09 18:00")
    before = len(raised.sent("digest"))
    raised.faults.next(method="chat.postMessage", status=503, times=10_000)
    raised.at("2023-01-12 10:00")
    assert len(raised.sent("digest")) == before
    raised.faults.clear()
    raised.at("2023-01-12 13:00")
    assert len([when for when in digests(raised, "Ben") if when > "2023-01-10"]) == 1  # of three days
    assert [said for said in raised.ben.inbox() if "What you owe" in said][-1].count("Thu 12 Jan 2023") >= 1


def test_the_hour_and_the_days_off_are_ones_own(raised):
    raised.ben.opens_home()
    raised.ben.presses_home("Settings")
    raised.ben.submits({"digest_at": "16:30", "days_off": ["0", "5", "6"]})
    assert "16:30" in raised.ben.answer
    raised.at("2023-01-11 18:00")
    assert digests(raised, "Ben") == ["2023-01-06 16:30", "2023-01-10 16:30", "2023-01-11 16:30"]
    assert "16:30" in raised.ben.home_shown


def test_some_day_must_be_left(raised):
    raised.ben.opens_home()
    raised.ben.presses_home("Settings")
    raised.ben.submits({"days_off": [str(day) for day in range(7)]})
    assert list(raised.ben.modal_errors) == ["days_off"]


def test_the_channel_has_one_list_a_day_of_what_is_due_in_ten_days(raised):
    raised.without_daily_lists()
    raised.at("2023-01-24 18:00")
    days = [when for who, when in raised.sent("digest_channel") if who == "C0SEFTON"]
    assert days == ["2023-01-20 09:00", "2023-01-23 09:00", "2023-01-24 09:00"]
    assert "SEF-1" in raised.channel()[-1].shown()


def test_the_channel_has_none_on_closed_days(make_world):
    world = make_world("2022-12-16 10:00")
    world.ada.raises("Discharge delays", "luhft")
    world.without_daily_lists()
    world.at("2023-01-06 10:00")
    days = [when[:10] for who, when in world.sent("digest_channel")]
    assert days[0] == "2023-01-04"  # ten operational days before Wed 18 Jan
    world.wakes_at("2023-01-08 12:00")  # a Sunday
    assert [when[:10] for who, when in world.sent("digest_channel")] == days


# --- Home ---------------------------------------------------------------------------------------------------------


def test_home_tells_a_stranger_what_to_do(world):
    assert "/partnership link" in world.dan.opens_home()


def test_an_empty_home_says_what_to_do_next(world):
    shown = world.ben.opens_home()
    assert "/raise-issue" in shown
    assert "lead for LUHFT" in shown
    world.ben.presses_home("Raise an issue")
    assert world.ben.modal is not None, world.ben.answer
    world.ben.submits({"title": "Beds", "particulars": "p", "concerns": "any-matter", "affected": ["icb"]})
    assert world.references() == ["SEF-1"]
    assert "SEF-1" in world.ben.answer
    assert "SEF-1" in world.ben.home_shown


def test_home_shows_what_is_owed_with_its_buttons_and_is_redrawn(raised):
    assert "SEF-1" in raised.ben.opens_home()
    raised.ben.presses_home("Acknowledge")
    assert "SEF-1" in raised.ben.answer
    assert "[Propose a resolution]" in raised.ben.home_shown
    raised.ada.opens("SEF-1")
    raised.ada.presses("Withdraw")
    raised.ada.submits({"words": "Settled"})
    assert "SEF-1" not in raised.ben.home_shown


def test_home_shows_a_member_what_others_owe(raised):
    shown = raised.rob.opens_home()
    assert "What your partner owes" in shown
    assert "SEF-1" in shown


def test_home_shows_the_secretary_the_dates(raised):
    assert "SEF-1" in raised.sam.opens_home()
