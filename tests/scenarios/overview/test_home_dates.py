"""The dates on the home tab: a list of what comes next, or a month, as its owner has chosen and finds it again."""

from __future__ import annotations

import re
from datetime import date

import pytest
from sqlalchemy import select

from bot.practice.check import check_blocks
from storage.people import Account
from tests.scenarios.conftest import london
from tests.scenarios.overview.month_kit import HIDDEN, busy
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True
HEADINGS = ("The next dates", "You here")


@pytest.fixture
def quiet(world):
    world.without_daily_lists()
    return world


def buttons(player):
    """The rows of buttons of the home tab, but for those of what is owed."""
    rows = [block for block in player.home["blocks"] if block["type"] == "actions"]
    found = [[element["text"]["text"] for element in row["elements"]] for row in rows]
    return next(row for row in found if {"Month", "List"} & set(row))


def weeks(shown):
    """The lines of the weeks."""
    return [
        line.strip("• ").strip()
        for line in shown.splitlines()
        if re.match(r"\s*• (Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+\b(?! \w{3}:)", line)
    ]


def opened(player):
    shown = player.opens_home()
    assert not check_blocks(list(player.home["blocks"]), "home")
    return shown


def pressed(player, button):
    player.presses_home(button)
    assert not check_blocks(list(player.home["blocks"]), "home")
    return player.home_shown


# --- The list -----------------------------------------------------------------------------------------------------


def test_the_list_has_what_runs_and_what_the_agreement_asks_for_in_the_next_weeks(quiet):
    quiet.ada.raises("Discharge delays", "luhft")
    shown = opened(quiet.ben)
    dates = shown.partition("The next dates")[2].partition("You here")[0]
    assert lines(dates) == [  # 31 March is later than six weeks
        "• Tue 3 Jan 2023: Six-monthly review (clause 12). Moved from Sun 1 Jan 2023.",
        "• SEF-1: Discharge delays; due Wed 18 Jan 2023 (in 20 operational days, provisional); waits for Mersey Care and LUHFT",
        "[Month]",
    ]
    assert shown.index("What you owe") < shown.index("The next dates") < shown.index("You here")
    assert buttons(quiet.ben) == ["Month"]


def test_what_is_overdue_stays_at_the_top_of_the_list(quiet):
    busy(quiet, "2022-12-01")
    dates = opened(quiet.ben).partition("The next dates")[2]
    assert lines(dates)[:2] == [
        "• SEF-A1: Count the beds 1; due Thu 1 Dec 2022 (11 operational days overdue); waits for LUHFT",
        "• Tue 3 Jan 2023: Six-monthly review (clause 12). Moved from Sun 1 Jan 2023.",
    ]


def test_a_list_of_nothing_says_so(make_world):
    world = make_world("2022-08-01 10:00")
    assert lines(opened(world.ben), "No date") == [
        "No date is running in your agreements, and they ask for nothing in the next six weeks."
    ]


# --- The month ----------------------------------------------------------------------------------------------------


def test_the_month_has_its_weeks_as_lines_and_below_what_is_marked(quiet):
    busy(quiet, "2022-12-20", "2022-12-20", "2022-12-16")
    opened(quiet.ben)
    shown = pressed(quiet.ben, "Month")
    assert lines(shown, "December 2022", "Today is") == [
        "December 2022",
        "Today is Fri 16 Dec 2022.",
    ]
    assert weeks(shown) == [
        "Thu 1, Fri 2, Sat 3, Sun 4",
        "Mon 5, Tue 6, Wed 7, Thu 8, Fri 9, Sat 10, Sun 11",
        "Mon 12, Tue 13, Wed 14, Thu 15, Fri 16 (today, 1 date), Sat 17, Sun 18",
        "Mon 19, Tue 20 (2 dates), Wed 21, Thu 22, Fri 23, Sat 24, Sun 25",
        "Mon 26, Tue 27, Wed 28, Thu 29, Fri 30, Sat 31",
    ]
    below = shown.partition("What is marked")[2]
    assert lines(below, "Fri 16 Dec:") == ["• Fri 16 Dec: SEF-A3: Count the beds 3. Waits for: LUHFT."]
    assert below.count("Tue 20 Dec: SEF-A") == 2
    assert buttons(quiet.ben) == ["List", "Earlier", "Later"]


def test_later_and_earlier_turn_the_page_and_list_leads_back(quiet):
    quiet.ada.raises("Discharge delays", "luhft")
    opened(quiet.ben)
    pressed(quiet.ben, "Month")
    january = pressed(quiet.ben, "Later")
    assert lines(january, "January 2023") == ["January 2023"]
    assert "Today is" not in january
    assert weeks(january) == [
        "Sun 1",
        "Mon 2, Tue 3 (1 date), Wed 4, Thu 5, Fri 6, Sat 7, Sun 8",
        "Mon 9, Tue 10, Wed 11, Thu 12, Fri 13, Sat 14, Sun 15",
        "Mon 16, Tue 17, Wed 18 (1 date), Thu 19, Fri 20, Sat 21, Sun 22",
        "Mon 23, Tue 24, Wed 25, Thu 26, Fri 27, Sat 28, Sun 29",
        "Mon 30, Tue 31",
    ]
    assert lines(january, "Wed 18 Jan:") == [
        "• Wed 18 Jan: SEF-1: Discharge delays (clause 5.2). Waits for: Mersey Care, LUHFT. Provisional: not every partner is notified yet."
    ]
    november = [pressed(quiet.ben, "Earlier") for _ in range(2)][-1]
    assert lines(november, "November 2022", "Nothing has") == [
        "November 2022",
        "Nothing has a date in this month.",
    ]
    assert lines(pressed(quiet.ben, "List"), "The next") == ["The next dates"]
    assert buttons(quiet.ben) == ["Month"]
    assert lines(pressed(quiet.ben, "Month"), "December 2022") == ["December 2022"]  # the month that it is


def test_what_was_chosen_is_found_again_and_a_month_that_is_over_is_left(quiet):
    opened(quiet.ben)
    pressed(quiet.ben, "Month")
    pressed(quiet.ben, "Later")
    assert lines(opened(quiet.ben), "January 2023") == ["January 2023"]
    assert lines(opened(quiet.ada), "The next") == ["The next dates"]  # each chooses for themselves
    quiet.clock.move_to(london("2023-03-10 09:00"))
    assert lines(opened(quiet.ben), "March 2023") == ["March 2023"]
    pressed(quiet.ben, "Earlier")
    assert lines(quiet.ben.home_shown, "February 2023") == ["February 2023"]
    assert lines(opened(quiet.ben), "March 2023") == ["March 2023"]


def test_one_can_look_a_year_back_and_a_year_on(quiet):
    opened(quiet.ben)
    pressed(quiet.ben, "Month")
    for _ in range(12):
        pressed(quiet.ben, "Later")
    assert lines(quiet.ben.home_shown, "December 2023") == ["December 2023"]
    assert buttons(quiet.ben) == ["List", "Earlier"]
    with quiet.session() as session:
        (account,) = session.scalars(select(Account).where(Account.user == "U0BEN"))
    quiet.ben.guesses("home_later", account.id)  # an old tab still has the button
    assert lines(quiet.ben.home_shown, "December 2023") == ["December 2023"]
    with quiet.session() as session:
        session.get_one(Account, account.id).home_month_on = date(2021, 12, 1)
    quiet.ben.guesses("home_earlier", account.id)
    assert lines(quiet.ben.home_shown, "December 2021") == ["December 2021"]
    assert buttons(quiet.ben) == ["List", "Later"]


def test_a_full_month_is_cut_and_says_so(quiet):
    busy(quiet, *(f"2023-01-{day:02d}" for day in range(4, 32)), title="x" * 140)
    opened(quiet.ben)
    pressed(quiet.ben, "Month")
    shown = pressed(quiet.ben, "Later")
    assert lines(shown, "Tue 31", "4 more dates:") == [
        "• Mon 30 (1 date), Tue 31 (1 date)",
        "• 4 more dates: /partnership calendar January",
    ]


def test_with_several_agreements_each_line_says_whose_it_is(make_world):
    world = make_world("2021-11-01 10:00", "sefton-2022", "one-halton-2021")
    opened(world.ada)
    pressed(world.ada, "Month")
    shown = [pressed(world.ada, "Later") for _ in range(4)][-1]
    assert lines(shown, "Thu 31 Mar: The") == [
        "• Thu 31 Mar: The agreement ends: its last day (clause 14.1); One Halton"
    ]


def test_a_private_matter_is_marked_for_those_concerned_alone(quiet):
    quiet.ada.raises(HIDDEN, "luhft", private=["yes"])
    for name in ("ben", "pia", "joe"):
        player = quiet.players[name]
        opened(player)
        pressed(player, "Month")
        shown = pressed(player, "Later")
        assert (HIDDEN in shown) == (name != "joe"), name
        assert ("Wed 18 (1 date)" in shown) == (name != "joe"), name


def test_the_page_stays_turned_when_something_changes(quiet):
    opened(quiet.ben)
    pressed(quiet.ben, "Month")
    pressed(quiet.ben, "Later")
    quiet.ada.raises("Discharge delays", "luhft")
    quiet.settle()
    assert lines(quiet.ben.home_shown, "January 2023", "SEF-1:") == [
        "SEF-1: Discharge delays",
        "January 2023",
        "• Wed 18 Jan: SEF-1: Discharge delays (clause 5.2). Waits for: Mersey Care, LUHFT. Provisional: not every partner is notified yet.",
    ]


def test_today_is_where_the_reader_is(quiet):
    quiet.clock.move_to(london("2022-12-17 03:00"))  # in New York it is still the 16th
    opened(quiet.kim)
    assert lines(pressed(quiet.kim, "Month"), "Fri 16 (today)") == [
        "• Mon 12, Tue 13, Wed 14, Thu 15, Fri 16 (today), Sat 17, Sun 18"
    ]
    opened(quiet.ben)
    assert lines(pressed(quiet.ben, "Month"), "Sat 17 (today)") == [
        "• Mon 12, Tue 13, Wed 14, Thu 15, Fri 16, Sat 17 (today), Sun 18"
    ]


def test_who_is_not_linked_is_told_so(world):
    for press in ("home_month", "home_list", "home_earlier", "home_later"):
        world.dan.guesses(press, 1)
        assert world.dan.body == (
            "I don't know yet who you are. In your agreement's channel, type /partnership link and choose your name; "
            "the secretary confirms it."
        )
