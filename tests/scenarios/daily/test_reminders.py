"""Nudges before and after a deadline: to whom, when, held, collapsed, snoozed, taken back."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.outbox import Message, MessageState
from tests.scenarios.conftest import london
from tests.scenarios.daily.kit import tell_cvs
from tests.scenarios.reading_kit import body_of, lines


def raise_one(world):
    until_the_eve_of_the_first_nudge(tell_cvs(world, "luhft"))


@pytest.fixture
def raised(make_world):
    """SEF-1 for Mersey Care, affecting LUHFT; everybody told on Fri 6 Jan 2023, so it is due on Fri 3 Feb."""
    return make_world("2023-01-06 10:00", begin=raise_one)


def until_the_eve_of_the_first_nudge(world):
    world.without_daily_lists()
    world.clock.move_to(london("2023-01-19 18:00"))
    return world


def nudges(world, name):
    return [when for who, when in world.sent("nudge") if who == name]


def test_nudges_come_on_their_days_to_those_who_owe(raised):
    assert raised.due("SEF-1") == "2023-02-03"
    raised.at("2023-02-10 12:00")
    expected = [
        "2023-01-20 09:00",  # 10 operational days before
        "2023-01-27 09:00",  # 5
        "2023-02-01 09:00",  # 2
        "2023-02-02 09:00",  # 1
        "2023-02-03 09:00",  # the last day
        "2023-02-07 09:00",  # 2 after
        "2023-02-09 09:00",  # 4 after
    ]
    assert nudges(raised, "Ben") == expected
    assert nudges(raised, "Ada") == expected  # the raiser's partner owes a way forward too
    assert {who for who, _ in raised.sent("nudge")} == {"Ada", "Ben"}


def test_it_says_what_is_owed_and_offers_it(raised):
    raised.at("2023-01-20 10:00")
    nudge = raised.ben.dm("A reminder")
    assert lines(body_of(nudge)) == [
        "SEF-1: Discharge delays",
        "A reminder: due Fri 3 Feb 2023 (in 10 operational days).",
        "• LUHFT is still to acknowledge it.",
        "You get this because you act for LUHFT. Snoozing stops the reminders for a while, not the clock.",
        "[Acknowledge] [Show details] [Snooze one day] [Snooze until Monday] [Snooze until 2 days before]",
    ]
    assert raised.ben.buttons("A reminder") == [
        "Acknowledge", "Show details", "Snooze one day", "Snooze until Monday", "Snooze until 2 days before",
    ]  # fmt: skip
    raised.ben.presses("Acknowledge", nudge)
    assert raised.register("SEF-1")[-1] == "issue-acknowledged"


def test_who_has_answered_is_left_alone(raised):
    raised.ben.opens("SEF-1")
    raised.ben.presses("Propose a resolution")
    raised.ben.submits({"words": "Plan"})
    raised.at("2023-01-27 10:00")
    assert nudges(raised, "Ben") == []
    assert nudges(raised, "Ada") == ["2023-01-20 09:00", "2023-01-27 09:00"]
    raised.ada.presses("Agree", raised.ada.dm("A reminder"))
    raised.at("2023-02-10 10:00")
    assert len(nudges(raised, "Ada")) == 2


def test_a_nudge_on_the_screen_settles_when_nothing_is_owed_any_more(raised):
    raised.at("2023-01-20 10:00")
    nudge = raised.ben.dm("A reminder")
    raised.ben.opens("SEF-1")
    raised.ben.presses("Propose a resolution")
    raised.ben.submits({"words": "Plan"})
    settled = raised.workspace.message(nudge.channel, nudge.ts)
    assert lines(body_of(settled)) == [
        "SEF-1: Discharge delays",
        "Nothing more is owed here for now. This reminder is settled.",
        "[Show details]",
    ]


def test_a_nudge_waits_for_the_persons_own_morning(make_world):
    world = until_the_eve_of_the_first_nudge(tell_cvs(make_world("2023-01-06 10:00"), "southport-ormskirk"))
    world.at("2023-02-03 08:00")
    # Kim is in New York: the reminder of 09:00 in London waits for 09:00 there.
    assert nudges(world, "Kim") == ["2023-01-20 14:00", "2023-01-27 14:00", "2023-02-01 14:00", "2023-02-02 14:00"]
    world.at("2023-02-03 12:00")
    assert nudges(world, "Kim")[-1] == "2023-02-03 09:00"  # the last day cannot wait


def test_a_nudge_on_a_day_off_is_held_until_the_next_working_day(raised):
    raised.ben.opens_home()
    raised.ben.presses_home("Settings")
    raised.ben.submits({"days_off": ["4", "5", "6"]})  # Friday too
    raised.at("2023-01-24 10:00")
    assert nudges(raised, "Ben") == ["2023-01-23 09:00"]  # Friday's, on Monday
    raised.at("2023-02-03 10:00")
    assert nudges(raised, "Ben")[-1] == "2023-02-03 09:00"  # the last day, though he is off


def test_a_held_nudge_is_taken_back_when_its_person_has_acted_meanwhile(make_world):
    world = until_the_eve_of_the_first_nudge(tell_cvs(make_world("2023-01-06 10:00"), "southport-ormskirk"))
    world.at("2023-01-20 10:00")  # Kim's waits for 14:00
    world.kim.opens("SEF-1")
    world.kim.presses("Propose a resolution")
    world.kim.submits({"words": "Plan"})
    world.at("2023-01-20 18:00")
    assert nudges(world, "Kim") == []
    with world.session() as session:
        states = session.scalars(select(Message.state).where(Message.template == "nudge", Message.lane == "U0KIM"))
        assert set(states) == {MessageState.WITHDRAWN}


def test_what_an_outage_missed_is_one_nudge(raised):
    raised.wakes_at("2023-02-08 11:00")
    assert nudges(raised, "Ben") == ["2023-02-08 11:00"]
    raised.at("2023-02-09 12:00")
    assert nudges(raised, "Ben")[1:] == ["2023-02-09 09:00"]


def test_what_an_outage_missed_waits_for_the_morning(raised):
    raised.wakes_at("2023-01-20 22:30")  # a Friday night
    assert nudges(raised, "Ben") == []
    raised.at("2023-01-23 12:00")
    assert nudges(raised, "Ben") == ["2023-01-23 09:00"]


def test_two_clocks_at_once_change_nothing(raised):
    raised.clock.move_to(raised.clock().replace(day=20, hour=9))
    raised.tick()
    raised.tick()
    assert nudges(raised, "Ben") == ["2023-01-20 09:00"]


# --- Snoozing -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("Snooze one day", ["2023-01-27 09:00", "2023-02-01 09:00", "2023-02-02 09:00", "2023-02-03 09:00"]),
        ("Snooze until 2 days before", ["2023-02-01 09:00", "2023-02-02 09:00", "2023-02-03 09:00"]),
    ],
)
def test_snoozing_holds_the_reminders_and_never_the_clock(raised, button, expected):
    raised.at("2023-01-20 10:00")
    raised.ben.presses(button, raised.ben.dm("A reminder"))
    until = "Sat 21 Jan 2023" if button == "Snooze one day" else "Wed 1 Feb 2023"
    assert lines(raised.ben.body) == [
        f"Snoozed: SEF-1, Discharge delays. Your next reminder comes {until}, 09:00 or later.",
        "The clock goes on: it is still due Fri 3 Feb 2023.",
    ]
    raised.at("2023-02-03 18:00")
    assert nudges(raised, "Ben")[1:] == expected
    assert raised.due("SEF-1") == "2023-02-03"
    assert len(nudges(raised, "Ada")) == 5  # only his own are held


def test_snoozing_until_monday_skips_what_falls_before(raised):
    raised.at("2023-02-01 10:00")  # 2 days before, a Wednesday
    raised.ben.presses("Snooze until Monday", raised.ben.dm("A reminder"))
    # never past the deadline
    assert lines(raised.ben.body) == [
        "Snoozed: SEF-1, Discharge delays. Your next reminder comes Fri 3 Feb 2023, 09:00 or later.",
        "The clock goes on: it is still due Fri 3 Feb 2023.",
    ]
    raised.at("2023-02-03 18:00")
    assert nudges(raised, "Ben")[-2:] == ["2023-02-01 09:00", "2023-02-03 09:00"]


def test_the_last_day_offers_no_snooze(raised):
    raised.at("2023-02-03 10:00")
    assert not [label for label in raised.ben.buttons("SEF-1") if label.startswith("Snooze")]


def test_an_old_snooze_button_says_what_has_happened(raised):
    raised.at("2023-01-20 10:00")
    nudge = raised.ben.dm("A reminder")
    raised.at("2023-02-06 10:00")
    raised.ben.presses("Snooze one day", nudge)
    assert raised.ben.body == (
        "This cannot be snoozed: it was due on Fri 3 Feb 2023 and is overdue. "
        "Reminders stop when it is done, or when the partners concerned agree a later date."
    )


def test_after_more_time_the_reminders_count_from_the_new_date(raised):
    raised.ada.opens("SEF-1")
    raised.ada.presses("Ask for more time")
    raised.ada.submits({"extend_to": "2023-02-28", "words": "Half-term"})
    raised.ben.presses("Agree to more time", raised.ben.dm("28 Feb 2023"))
    raised.at("2023-02-15 10:00")
    assert nudges(raised, "Ben") == ["2023-02-14 09:00"]
