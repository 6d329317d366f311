"""The bulletin: a month as people ask for it, as the channel gets it, and as it happens; never what is private."""

from __future__ import annotations

import pytest

from storage import register
from tests.scenarios.conftest import buttons_of
from tests.scenarios.reading_kit import lines

TAKE_TURNS = True
SECRET = "Dr Grey's rota"


@pytest.fixture
def sefton(make_world):
    def at(moment):
        world = make_world(moment, mornings=True)
        world.without_daily_lists()
        return world

    return at


def asks(world, month="", name="joe"):
    world.players[name].types(f"/partnership bulletin {month}")
    return world.players[name].answer


def notes(world, act, number=1, **facts):
    """Put acts on the register that belong to no matter of today's."""
    with world.session() as session:
        agreement = world.agreement(session)
        for count in range(number):
            told = {"title": f"Thing {count + 1}", **facts}
            register.write(session, agreement, at=world.clock(), act=act, person="Sam", facts=told)


def told(said):
    """What a bulletin tells, from its period to what is due next."""
    found = lines(said)
    due = next(place for place, line in enumerate(found) if line.startswith("Due next"))
    return found[2:due]


# --- As people ask for it -----------------------------------------------------------------------------------------


def test_what_happens_at_either_side_of_midnight_is_told_in_its_own_month(sefton):
    world = sefton("2023-02-28 23:59")
    notes(world, "milestone-met", title="The last of February")
    world.wakes_at("2023-03-01 00:00")
    notes(world, "milestone-met", title="The first of March")
    world.wakes_at("2023-03-31 23:30")  # British Summer Time: 22:30 UTC
    world.ada.raises("The last of March", "luhft", private=[])
    world.wakes_at("2023-04-01 00:30")  # 23:30 UTC, still March there
    world.ada.raises("The first of April", "luhft")
    february, march, april = asks(world, "2023-02"), asks(world, "march 2023"), asks(world)
    period = "From Wed 1 Feb 2023 to Tue 28 Feb 2023, both included. Private matters are left out."
    assert told(february) == [period, "Milestones met", "• The last of February: met, Tue 28 Feb"]
    assert told(march) == [
        "From Wed 1 Mar 2023 to Fri 31 Mar 2023, both included. Private matters are left out.",
        "Issues raised",
        "• SEF-1: The last of March: raised for Mersey Care, Fri 31 Mar",
        "Milestones met",
        "• The first of March: met, Wed 1 Mar",
    ]
    assert lines(april)[0] == "Sefton Partnership: the bulletin of April 2023 so far"
    assert told(april) == [
        "From Sat 1 Apr 2023 to Sat 1 Apr 2023, both included. Private matters are left out.",
        "Issues raised",
        "• SEF-2: The first of April: raised for Mersey Care, Sat 1 Apr",
    ]


def test_a_month_so_far_says_what_happened_and_what_is_due_next(sefton):
    world = sefton("2022-12-16 09:30")
    assert told(asks(world))[1:] == ["Nothing of what a bulletin tells was put on record in these days."]
    world.ada.raises("Discharge delays", "luhft")
    world.ada.opens("SEF-1")
    world.ada.presses("Mark unresolved")
    world.ada.submits({"words": "We disagree"})
    said = asks(world)
    assert told(said)[1:] == [
        "Issues raised",
        "• SEF-1: Discharge delays: raised for Mersey Care, Fri 16 Dec",
        "Issues resolved, withdrawn or left unresolved",
        "• SEF-1: Discharge delays: marked unresolved, Fri 16 Dec",
    ]
    assert [line.partition(";")[0] for line in lines(said) if "2023" in line] == [
        "Due next, until Mon 16 Jan 2023",
        "• Tue 3 Jan 2023: SEF-R1: Six-monthly review",  # that of SEF-1 is two days beyond
    ]
    world.wakes_at("2023-01-19 10:00")
    world.ada.opens("SEF-1")
    world.ada.presses("Withdraw")
    world.ada.submits({"words": "Settled"})
    world.ada.raises("Ambulance waits", "luhft", "icb")
    assert lines(asks(world), "SEF-1:") == ["• SEF-1: Discharge delays: withdrawn for Mersey Care, Thu 19 Jan"]
    assert lines(asks(world, "december"), "What is") == [
        "What is due next is as on Thu 19 Jan 2023. Days are those of Europe/London."
    ]
    assert "withdrawn for" not in asks(world, "december")
    world.wakes_at("2023-02-17 10:00")
    assert lines(asks(world), "Thu 16 Feb 2023 (overdue):") == [
        "• Thu 16 Feb 2023 (overdue): SEF-2: Ambulance waits; waits for Cheshire and Merseyside ICB, Mersey Care, and LUHFT"
    ]
    _, posted = (m for m in world.channel() if ": the bulletin of" in m.shown())  # December's came on 19 January
    assert lines(posted.shown())[0] == "Sefton Partnership: the bulletin of January 2023"
    assert told(posted.shown()) == [
        "From Sun 1 Jan 2023 to Tue 31 Jan 2023, both included. Private matters are left out.",
        "Issues raised",
        "• SEF-2: Ambulance waits: raised for Mersey Care, Thu 19 Jan",
        "Issues resolved, withdrawn or left unresolved",
        "• SEF-1: Discharge delays: withdrawn for Mersey Care, Thu 19 Jan",
    ]
    assert buttons_of(posted) == ["Tell me as it happens"]


def test_a_bad_month_gets_a_sentence_and_a_long_list_says_how_many_more(world):
    asks(world, "13/2022")
    assert world.joe.body == (
        "I can't read a month in that. Please type it as /partnership bulletin 2022-11 or as "
        "/partnership bulletin november 2022; without a month you get the present one."
    )
    asks(world, "2023-01")
    assert world.joe.body == "January 2023 has not begun yet, so there is nothing to tell of it."
    notes(world, "milestone-met", 11, words="On time")
    notes(world, "criterion-changed")
    assert told(asks(world))[1:] == [
        "Milestones met",
        *(f"• Thing {number}: met, Fri 16 Dec: On time" for number in range(1, 9)),
        "• 3 more",
        "Changed in the tracker",
        "• Thing 1: changed, Fri 16 Dec",
    ]


def test_private_matters_and_withheld_particulars_are_left_out(sefton):
    world = sefton("2022-12-16 09:30")
    world.joe.types("/partnership bulletin")
    world.joe.presses("Tell me as it happens")
    world.ada.raises(SECRET, "luhft", private=["yes"])
    declared = {"category": "financial", "nature": "real", "time": "arises", "particulars": "His cousin."}
    world.ada.types("/declare-conflict A cousin at Beds Ltd")
    world.ada.submits(declared | {"withheld": "A threat", "matters": [f"issue:{world.issue('SEF-1').id}"]})
    assert world.ada.modal is None, world.ada.modal_errors
    world.tick()
    withheld = ["Interests declared", "• SEF-C1: declared by Mersey Care, the particulars withheld, Fri 16 Dec"]
    for name in ("joe", "ada"):  # also for those who may see it: a bulletin is for everybody
        assert told(asks(world, name=name))[1:] == withheld
    assert lines(world.joe.dm("what has happened").shown())[:4] == [
        "Sefton Partnership: news of SEF-C1",
        "Sefton Partnership: what has happened",
        *withheld,
    ]
    world.sam.types("/partnership conflict SEF-C1")
    world.sam.presses("Publish it all")
    assert lines(asks(world), "SEF-C1:") == ["• SEF-C1: A cousin at Beds Ltd: declared by Mersey Care, Fri 16 Dec"]


# --- As it happens ------------------------------------------------------------------------------------------------


def follows(world, name="joe"):
    asks(world, name=name)
    world.players[name].presses("Tell me as it happens")
    return world.players[name].answer


def news(world, name="joe"):
    return [when for who, when in world.sent("bulletin_news") if who == world.players[name].part.name]


def test_whoever_asks_is_told_of_what_others_do_until_they_stop_it(sefton):
    world = sefton("2022-12-16 09:30")
    notes(world, "milestone-met")
    assert lines(follows(world)) == [
        "Sefton Partnership: you are told as it happens",
        (
            "You are told as it happens in the Sefton Partnership agreement: "
            "what is raised, resolved, decided, signed and declared comes to you in one short message, in your "
            "working hours. What you do yourself and what is private is left out."
        ),
        "[Stop telling me]",
    ]
    first = world.joe._whispers()[-2]
    assert buttons_of(world.joe._whispers()[-1]) == ["Stop telling me"]
    world.joe.presses("Tell me as it happens", first)
    assert lines(world.joe.body) == [
        (
            "You are told as it happens in the Sefton Partnership agreement, and were already: "
            "what is raised, resolved, decided, signed and declared comes to you in one short message, in your "
            "working hours. What you do yourself and what is private is left out."
        ),
        "[Stop telling me]",
    ]
    follows(world, "ada")
    world.tick()
    assert news(world) == []  # it was there before
    world.ada.raises("Discharge delays", "luhft")
    notes(world, "milestone-met", title="The hub opens")
    world.tick()
    world.tick()
    (said,) = [m for m in world.joe.dms() if "what has happened" in m.shown()]
    assert lines(said.shown())[1:6] == [
        "Sefton Partnership: what has happened",
        "Issues raised",
        "• SEF-1: Discharge delays: raised for Mersey Care, Fri 16 Dec",
        "Milestones met",
        "• The hub opens: met, Fri 16 Dec",
    ]
    assert buttons_of(said) == ["SEF-1", "Stop telling me"]
    assert "Discharge" not in world.ada.dm("what has happened").shown()  # she did that herself
    assert news(world, "ben") == []  # he has not asked
    world.wakes_at("2022-12-16 20:30")  # a Friday evening: what happens now waits for Monday
    notes(world, "milestone-met", title="Too late")
    world.tick()
    world.joe.presses("Stop telling me", said)
    assert lines(world.joe.body) == [
        (
            "You are no longer told as it happens in the Sefton Partnership agreement. "
            "The monthly bulletin comes to its channel all the same, and /partnership bulletin shows the month so far."
        ),
        "[Tell me as it happens]",
    ]
    world.joe.presses("Stop telling me", said)
    assert lines(world.joe.body) == [
        (
            "You are not told as it happens in the Sefton Partnership agreement. "
            "The monthly bulletin comes to its channel all the same, and /partnership bulletin shows the month so far."
        ),
        "[Tell me as it happens]",
    ]
    world.wakes_at("2022-12-19 09:00")
    assert len(news(world)) == 1
    assert len(news(world, "ada")) == 2
    asks(world)
    assert buttons_of(world.joe._whispers()[-1]) == ["Tell me as it happens"]
