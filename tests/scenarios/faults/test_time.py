"""The machine's clock is wrong, summer time begins and ends, the program or Slack is away: nothing early, nothing twice.

What an outage of days makes of reminders stands in test_reminders.py, of daily lists in test_digests.py.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rules.issues import IssueState
from tests import invariants


def told(world, *affected):
    """SEF-1, of which everybody has been told at once."""
    world.ada.raises("Discharge delays", *affected)
    world.sam.presses("Record how they were told")
    today = f"{world.clock():%Y-%m-%d}"
    world.sam.submits({"partner": "sefton-cvs", "told_on": today, "evidence": "By telephone"})
    return world


def sent(world, template, name):
    return [when for who, when in world.sent(template) if who == name]


def copies(world):
    with world.session() as session:
        return invariants.messages_went_out_once(session, world.workspace, cut=0)


def goes(world, **how):
    """Set the machine's clock on, or back."""
    world.clock.move_to(world.clock() + timedelta(**how))
    world.tick()


# --- The machine's clock --------------------------------------------------------------------------------------------


def test_a_clock_that_is_set_back_an_hour_does_nothing_twice(make_world):
    world = told(make_world("2023-01-06 10:00"), "luhft")  # due on Fri 3 Feb; ten operational days before: Fri 20 Jan
    world.at("2023-01-20 09:30")
    assert sent(world, "nudge", "Ben") == ["2023-01-20 09:00"]
    lists = sent(world, "digest", "Ben")
    assert lists[-1] == "2023-01-20 09:00"
    goes(world, hours=-1)
    assert world.ben.presses("Acknowledge", world.ben.dm("A reminder")).ok
    for _ in range(4):
        goes(world, minutes=30)
    assert sent(world, "nudge", "Ben") == ["2023-01-20 09:00"]
    assert sent(world, "digest", "Ben") == lists
    assert len([when for _, when in world.sent("digest_channel") if when.startswith("2023-01-20")]) == 1
    assert world.register().count("issue-acknowledged") == 1
    assert copies(world) == 0


def test_what_was_queued_before_the_clock_was_set_back_goes_out_all_the_same(make_world):
    world = make_world("2022-12-16 10:00")
    world.forgiven = True
    world.faults.next(method="chat.postMessage", times=100, error="internal_error")
    world.ada.raises("Discharge delays", "luhft")
    world.faults.clear()
    goes(world, hours=-1)
    goes(world, hours=1, seconds=3)
    assert world.register().count("notice-delivered") == 9
    assert copies(world) == 0


def test_a_clock_that_was_a_day_ahead_and_is_set_right_does_nothing_twice(make_world):
    world = told(make_world("2023-01-06 10:00"), "luhft")
    world.without_daily_lists()
    world.at("2023-01-19 09:30")
    goes(world, days=1)  # the reminder of Friday goes out, as far as anybody can know
    goes(world, days=-1)
    world.at("2023-01-27 09:30")
    assert sent(world, "nudge", "Ben") == ["2023-01-20 09:30", "2023-01-27 09:00"]
    assert copies(world) == 0


def test_a_clock_that_goes_a_day_forward_skips_nothing(make_world):
    world = told(make_world("2023-01-06 10:00"), "luhft")
    world.at("2023-01-18 10:00")
    world.wakes_at("2023-01-20 10:00")
    assert sent(world, "nudge", "Ben") == ["2023-01-20 10:00"]
    assert sent(world, "digest", "Ben")[-2:] == ["2023-01-18 09:00", "2023-01-20 10:00"]


# --- Summer time ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # how each keeps instants: test_database.py
@pytest.mark.parametrize(
    ("raised", "due", "ends"),
    [
        ("2022-02-25", "2022-03-25", "2022-03-26 00:00"),  # the last working day before summer time begins
        ("2022-02-28", "2022-03-28", "2022-03-28 23:00"),  # the first one in it
        ("2022-09-30", "2022-10-28", "2022-10-28 23:00"),  # the last one in it
        ("2022-10-03", "2022-10-31", "2022-11-01 00:00"),  # the first one after
    ],
)
def test_a_deadline_ends_at_midnight_where_the_partners_are(make_world, raised, due, ends):
    world = told(make_world(f"{raised} 10:00"), "luhft")
    world.without_daily_lists()
    (deadline,) = [each for each in world.deadlines("SEF-1") if each.state.value == "open"]
    end = datetime.fromisoformat(ends).replace(tzinfo=UTC)
    assert (str(deadline.due_on), deadline.due_at) == (due, end)
    world.clock.move_to(end - timedelta(seconds=1))
    world.tick()
    assert world.issue("SEF-1").state is IssueState.OPEN
    world.clock.move_to(end)
    world.tick()
    assert world.issue("SEF-1").state is IssueState.UNRESOLVED
    world.tick()
    assert world.register().count("issue-unresolved") == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("raised", "reminders", "lists"),
    [
        (  # due on Wed 6 April; summer time from Sun 27 March
            "2022-03-09 10:00",
            ["2022-03-23 09:00", "2022-03-30 09:00", "2022-04-04 09:00"],
            ["2022-03-24 09:00", "2022-03-25 09:00", "2022-03-28 09:00", "2022-03-29 09:00"],
        ),
        (  # due on Mon 14 November; until Sun 30 October
            "2022-10-17 10:00",
            ["2022-10-31 09:00", "2022-11-07 09:00"],
            ["2022-10-27 09:00", "2022-10-28 09:00", "2022-10-31 09:00", "2022-11-01 09:00"],
        ),
    ],
)
def test_reminders_and_lists_come_at_the_hour_on_the_wall(make_world, raised, reminders, lists):
    world = told(make_world(raised), "luhft")
    world.at(f"{reminders[-1][:10]} 23:00")
    assert sent(world, "nudge", "Ben") == reminders
    around = [when for when in sent(world, "digest", "Ben") if lists[0] <= when <= lists[-1]]
    assert around == lists
    channel = [when for when in sent(world, "digest_channel", "C0SEFTON") if when >= lists[0]]
    assert {when[-6:] for when in channel} == {" 09:00"}
    assert len(channel) == len(set(channel))


# --- Away -----------------------------------------------------------------------------------------------------------


def test_an_hour_away_over_nine_o_clock_is_one_of_each(make_world):
    world = told(make_world("2023-01-06 10:00"), "luhft")
    world.at("2023-01-20 08:50")
    before = sent(world, "digest", "Ben")
    world.wakes_at("2023-01-20 09:50")
    world.tick()
    world.at("2023-01-20 23:00")
    assert sent(world, "nudge", "Ben") == ["2023-01-20 09:50"]
    assert sent(world, "digest", "Ben") == [*before, "2023-01-20 09:50"]
    assert [when for _, when in world.sent("digest_channel") if when >= "2023-01-20"] == ["2023-01-20 09:50"]
    assert copies(world) == 0


def test_a_deadline_that_passed_while_the_program_was_away_passes_once(make_world):
    world = told(make_world("2023-01-06 10:00"), "luhft")
    world.without_daily_lists()
    world.at("2023-02-03 23:30")
    world.wakes_at("2023-02-04 00:30")
    world.tick()
    assert world.register().count("issue-unresolved") == 1
    world.wakes_at("2023-02-06 09:00")  # a Monday, when people work
    assert len([m for m in world.ben.dms() if "unresolved" in m.shown()]) == 1
    assert copies(world) == 0
