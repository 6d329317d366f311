"""The daily lists, a person's settings, and the Home tab."""

from __future__ import annotations

import pytest

from tests.scenarios.reading_kit import body_of, lines


def raise_one(world):
    world.ada.raises("Discharge delays", "luhft", "southport-ormskirk")


@pytest.fixture
def raised(make_world):
    """SEF-1 on Fri 6 Jan 2023; due about Fri 3 Feb."""
    return make_world("2023-01-06 10:00", begin=raise_one)


def digests(world, name):
    return [when for who, when in world.sent("digest") if who == name]


def test_one_list_a_day_at_nine_and_none_when_nothing_is_owed(raised):
    raised.at("2023-01-10 18:00")
    assert digests(raised, "Ben") == ["2023-01-09 09:00", "2023-01-10 09:00"]  # none at the weekend
    assert digests(raised, "Kim") == ["2023-01-06 14:00", "2023-01-09 14:00", "2023-01-10 14:00"]  # nine of hers
    assert digests(raised, "Ida") == []
    assert digests(raised, "Sam") == []
    listed = raised.ben.dm("What you owe")
    assert lines(body_of(listed)) == [
        "What you owe, Tue 10 Jan 2023",
        "To come",
        "• SEF-1: Discharge delays (for LUHFT): acknowledge it; due Fri 3 Feb 2023 (in 18 operational days, provisional)",
        "One list a day, and none when you owe nothing. The Settings button on my Home tab changes the hour and your days off.",
        "[SEF-1]",
    ]


def test_overdue_comes_first(raised):
    raised.wakes_at("2023-01-20 10:00")
    raised.ada.raises("Ambulance waits", "luhft")
    raised.wakes_at("2023-02-07 09:00")
    shown = raised.ben.dm("What you owe").shown()
    found = [line.partition(":")[0] for line in lines(shown, "Overdue", "To come", "• ")]
    assert found == ["Overdue", "• SEF-1", "To come", "• SEF-2"]


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
    assert lines(raised.ben.dm("What you owe").shown())[1] == "What you owe, Thu 12 Jan 2023"


def test_the_hour_and_the_days_off_are_ones_own(raised):
    raised.ben.opens_home()
    raised.ben.presses_home("Settings")
    raised.ben.submits({"digest_at": "16:30", "days_off": ["0", "5", "6"]})
    assert lines(raised.ben.answer) == [
        "Accord",
        "Saved. Your daily list comes at 16:30, your time, but not on Monday, Saturday or Sunday. There is none when you owe nothing.",
        "Reminders wait on those days; only one about its last day comes through.",
    ]
    raised.at("2023-01-11 18:00")
    assert digests(raised, "Ben") == ["2023-01-06 16:30", "2023-01-10 16:30", "2023-01-11 16:30"]
    assert lines(raised.ben.home_shown, "16:30") == [
        "Daily list: at 16:30, your time (Europe/London); days off: Monday, Saturday and Sunday"
    ]


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
    assert lines(raised.channel()[-1].shown())[1:3] == [
        "Sefton Partnership: overdue, or due in the next ten operational days",
        "• SEF-1: Discharge delays; due Fri 3 Feb 2023 (in 8 operational days, provisional); waits for Mersey Care, Southport and Ormskirk, and LUHFT",
    ]


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
    assert lines(world.dan.opens_home()) == [
        "Welcome to Accord",
        "I keep the dates of your partnership agreement and tell you what you owe. I don't know yet who you are.",
        "What to do now: in your agreement's channel, type /partnership link and choose your name. The secretary confirms it.",
    ]


def test_an_empty_home_says_what_to_do_next(world):
    shown = world.ben.opens_home()
    assert lines(shown, "/raise-issue", "lead for") == [
        "To raise an issue, press Raise an issue, or type /raise-issue in your agreement's channel.",
        "• Sefton Partnership: lead for LUHFT",
    ]
    world.ben.presses_home("Raise an issue")
    assert world.ben.modal is not None, world.ben.answer
    world.ben.submits({"title": "Beds", "particulars": "p", "concerns": "any-matter", "affected": ["icb"]})
    assert world.references() == ["SEF-1"]
    assert lines(world.ben.answer, "SEF-1") == [
        "SEF-1 is raised: Beds",
        "/partnership issue SEF-1 shows at any time how things stand.",
    ]
    assert lines(world.ben.home_shown, "SEF-1") == [
        "SEF-1: Beds",
        "• SEF-1: Beds; due Wed 18 Jan 2023 (in 20 operational days, provisional); waits for Cheshire and Merseyside ICB, and LUHFT",
    ]


def test_home_shows_what_is_owed_with_its_buttons_and_is_redrawn(raised):
    assert lines(raised.ben.opens_home(), "SEF-1") == [
        "SEF-1: Discharge delays",
        "• SEF-1: Discharge delays; due Fri 3 Feb 2023 (in 20 operational days, provisional); waits for Mersey Care, Southport and Ormskirk, and LUHFT",
    ]
    raised.ben.presses_home("Acknowledge")
    assert lines(raised.ben.answer)[:4] == [
        "Accord",
        "SEF-1: Discharge delays",
        "On record: LUHFT has acknowledged the issue.",
        "Ben (for LUHFT), Fri 6 Jan 2023, 10:00",
    ]
    assert lines(raised.ben.home_shown, "[Propose a") == ["[Propose a resolution] [Show details]"]
    raised.ada.opens("SEF-1")
    raised.ada.presses("Withdraw")
    raised.ada.submits({"words": "Settled"})
    assert "SEF-1" not in raised.ben.home_shown


def test_home_shows_a_member_what_others_owe(raised):
    shown = raised.rob.opens_home()
    assert lines(shown, "What your", "SEF-1") == [
        "What your partner owes",
        "• SEF-1: Discharge delays (for Mersey Care): propose a way forward; due Fri 3 Feb 2023 (in 20 operational days, provisional)",
        "• SEF-1: Discharge delays; due Fri 3 Feb 2023 (in 20 operational days, provisional); waits for Mersey Care, Southport and Ormskirk, and LUHFT",
    ]


def test_home_shows_the_secretary_the_dates(raised):
    assert lines(raised.sam.opens_home(), "SEF-1") == [
        "• SEF-1: Discharge delays; due Fri 3 Feb 2023 (in 20 operational days, provisional); waits for Mersey Care, Southport and Ormskirk, and LUHFT"
    ]
