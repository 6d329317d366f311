"""Terms of office that end: said 60 and 14 days before and on the last day, once; what is vacant, to the secretary."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import delete, select

from handlers.daily import due
from storage.packs import pack_source
from storage.people import Holding, Person
from storage.posts import SaidOfPost
from tests.scenarios.conftest import london
from tests.scenarios.people.kit import CHANNEL, KEY, PACK, areas, choice_of, imported, names_somebody, singles, sits
from tests.scenarios.reading_kit import body_of, lines

TAKE_TURNS = True


@pytest.fixture
def sefton(make_world):
    """Sefton on Monday 9 January 2023; Ben, lead for LUHFT, holds that until Friday 31 March 2023."""
    world = make_world("2023-01-09 09:30", mornings=True)
    world.without_daily_lists()
    imports(world, "Ben,luhft,lead,,,,2023-03-31,,")
    return world


def imports(world, *lines):
    imported(world, *lines, key="sefton-2022", source=pack_source("sefton-2022"))


def told(world):
    return world.sent("terms_of_office")


def latest(player):
    return player.dm("terms of office").shown()


def test_a_term_is_said_three_times_to_its_holder_and_the_secretary_and_then_that_it_is_vacant(sefton):
    for moment in ("2023-01-29 12:00", "2023-01-30 08:59"):  # Sunday, and Monday before work: 60 days are left
        sefton.wakes_at(moment)
        assert told(sefton) == []
    for moment, days in (
        ("2023-01-30 09:00", "in 60 days"),
        ("2023-03-17 09:00", "in 14 days"),
        ("2023-03-31 09:00", "today"),
    ):
        sefton.wakes_at(moment)
        assert told(sefton)[-2:] == [("Ben", moment), ("Sam", moment)]
        for player, who in ((sefton.sam, "Ben"), (sefton.ben, "you")):
            assert lines(latest(player), "Lead for LUHFT") == [
                f"• Lead for LUHFT: {who}, until the end of Fri 31 Mar 2023 ({days}). Nobody is named after that."
            ]
    assert "term-of-office-ended" not in sefton.register()
    sefton.wakes_at("2023-04-03 09:00")  # the Monday after
    assert told(sefton)[6:] == [("Sam", "2023-04-03 09:00")]
    assert lines(latest(sefton.sam)) == [
        "Sefton Partnership: a post is vacant",
        "Sefton Partnership: terms of office",
        "• Lead for LUHFT: Ben's term ended on Fri 31 Mar 2023. It is vacant now.",
        "Name somebody or extend a term here; /partnership people adds leads, deputies and signatories.",
        "[Name somebody] [Extend a term] [Seats and terms]",
    ]
    assert sefton.facts("term-of-office-ended") == {
        "post": "lead", "forum": None, "seat": None, "person": "Accord", "ends_on": "2023-03-31", "vacant": 1,
        "on_behalf": False,
    }  # fmt: skip
    for day in ("04", "05", "06"):
        sefton.wakes_at(f"2023-04-{day} 12:00")
    assert len(told(sefton)) == 7
    assert "terms of office" not in sefton.shown()  # never to the channel


def test_one_message_a_morning_and_the_lead_hears_of_those_of_its_partner(sefton):
    imports(
        sefton,
        "Pia,luhft,signatory,,,,2023-03-31,,",
        "Dee,luhft,deputy,,,,2023-03-31,,",
        "Rob,mersey-care,member,,,,2023-03-31,,",  # a member holds no post
        "Kim,southport-ormskirk,lead,,,,2023-03-31,,",  # works in New York
    )
    sefton.wakes_at("2023-01-30 09:00")
    assert sorted(told(sefton)) == [(who, "2023-01-30 09:00") for who in ("Ben", "Pia", "Sam")]
    assert [latest(who).count("until the end of") for who in (sefton.ben, sefton.pia, sefton.sam)] == [3, 1, 4]
    assert lines(latest(sefton.pia)) == [
        "Sefton Partnership: your term of office ends in 60 days, on Fri 31 Mar 2023",
        "Sefton Partnership: terms of office",
        "• Signatory for LUHFT: you, until the end of Fri 31 Mar 2023 (in 60 days). Nobody is named after that.",
        "The secretary extends a term, or names somebody else.",
        "[Seats and terms]",
    ]
    assert lines(latest(sefton.sam), "Deputy for LUHFT:") == [
        "• Deputy for LUHFT: Dee, until the end of Fri 31 Mar 2023 (in 60 days). Nobody is named after that. They are not in the chat, so please tell them."
    ]
    assert "please tell them" not in latest(sefton.ben)
    sefton.wakes_at("2023-01-30 14:00")
    assert told(sefton)[3:] == [("Kim", "2023-01-30 14:00")]  # nine o'clock there


def test_after_an_outage_only_the_latest_is_said_and_two_clocks_say_it_once(sefton):
    sefton.clock.move_to(london("2023-03-20 10:00"))
    for _ in range(2):
        due.tick(sefton.engine, sefton.clock(), failed=lambda *_: None)
    sefton.settle()
    assert sorted(told(sefton)) == [("Ben", "2023-03-20 10:00"), ("Sam", "2023-03-20 10:00")]
    assert lines(latest(sefton.sam)) == [
        "Sefton Partnership: a term of office ends in 11 days, on Fri 31 Mar 2023",
        "Sefton Partnership: terms of office",
        "• Lead for LUHFT: Ben, until the end of Fri 31 Mar 2023 (in 11 days). Nobody is named after that.",
        "Name somebody or extend a term here; /partnership people adds leads, deputies and signatories.",
        "[Name somebody] [Extend a term] [Seats and terms]",
    ]
    sefton.wakes_at("2023-04-11 10:00")
    assert told(sefton)[2:] == [("Sam", "2023-04-11 10:00")]  # Ben has no part any more, so he is sent nothing


def test_a_last_day_on_which_nobody_works_is_said_on_the_last_working_day_before(sefton):
    imports(sefton, "Ada,mersey-care,lead,,,,2023-01-15,,")  # a Sunday
    sefton.wakes_at("2023-01-12 09:00")  # Thursday
    assert lines(latest(sefton.ada)) == [
        "Sefton Partnership: your term of office ends in 3 days, on Sun 15 Jan 2023",
        "Sefton Partnership: terms of office",
        "• Lead for Mersey Care: you, until the end of Sun 15 Jan 2023 (in 3 days). Nobody is named after that. Eve stands in as deputy.",
        "The secretary extends a term, or names somebody else.",
        "[Seats and terms]",
    ]
    sefton.wakes_at("2023-01-13 09:00")
    assert lines(latest(sefton.ada)) == [
        "Sefton Partnership: your term of office ends in 2 days, on Sun 15 Jan 2023",
        "Sefton Partnership: terms of office",
        "• Lead for Mersey Care: you, until the end of Sun 15 Jan 2023 (in 2 days). Nobody is named after that. Eve stands in as deputy.",
        "The secretary extends a term, or names somebody else.",
        "[Seats and terms]",
    ]
    sefton.wakes_at("2023-01-16 09:00")
    assert [who for who, _ in told(sefton)].count("Ada") == 2
    assert lines(latest(sefton.sam)) == [
        "Sefton Partnership: a post is vacant",
        "Sefton Partnership: terms of office",
        "• Lead for Mersey Care: Ada's term ended on Sun 15 Jan 2023. It is vacant now. Eve stands in as deputy.",
        "Name somebody or extend a term here; /partnership people adds leads, deputies and signatories.",
        "[Name somebody] [Extend a term] [Seats and terms]",
    ]


def test_an_extended_term_is_warned_of_anew_and_one_that_goes_on_is_not_spoken_of(sefton):
    imports(sefton, "Ada,mersey-care,lead,,,,2023-02-28,,")
    with sefton.session() as session:
        (ada,) = session.scalars(select(Holding).join(Person).where(Person.name == "Ada"))
        again = {"partner": ada.partner, "capacity": ada.capacity, "starts_on": date(2023, 3, 1)}
        session.add(Holding(person_id=ada.person_id, agreement_id=ada.agreement_id, ends_on=None, **again))
    sefton.wakes_at("2023-01-30 09:00")
    assert {who for who, _ in told(sefton)} == {"Ben", "Sam"}
    key = choice_of(sefton, "Extend a term", "Ben, lead", channel="C0SEFTON")
    sefton.sam.submits({"term": key, "ends_on": "2023-04-30"})
    sefton.wakes_at("2023-03-31 10:00")
    # 60 days before the new day had come
    assert lines(latest(sefton.ben)) == [
        "Sefton Partnership: your term of office ends in 30 days, on Sun 30 Apr 2023",
        "Sefton Partnership: terms of office",
        "• Lead for LUHFT: you, until the end of Sun 30 Apr 2023 (in 30 days). Nobody is named after that.",
        "The secretary extends a term, or names somebody else.",
        "[Seats and terms]",
    ]
    assert len(told(sefton)) == 4


def test_a_term_that_somebody_follows_leaves_nothing_vacant_and_is_on_record(sefton):
    imports(sefton, "Max,one-vision-housing,lead,,,,2023-01-10,,", "Nia,one-vision-housing,lead,,,2023-01-11,,,")
    sefton.wakes_at("2023-01-10 09:00")
    assert lines(latest(sefton.max)) == [
        "Sefton Partnership: your term of office ends today",
        "Sefton Partnership: terms of office",
        "• Lead for One Vision Housing: you, until the end of Tue 10 Jan 2023 (today). Then Nia.",
        "The secretary extends a term, or names somebody else.",
        "[Seats and terms]",
    ]
    sefton.wakes_at("2023-01-11 09:00")
    assert [when for _, when in told(sefton)] == ["2023-01-10 09:00"] * 2
    assert sefton.facts("term-of-office-ended")["vacant"] == 0


def test_nothing_is_said_of_what_had_ended_before_it_was_loaded_or_entered(make_world):
    world = make_world("2023-01-09 09:30", mornings=True)  # Tom was lead for LUHFT until 30 June 2022
    imports(world, "Old Lead,luhft,signatory,,,2022-12-01,2023-01-08,,")
    with world.session() as session:
        session.execute(delete(SaidOfPost))  # as in a database from before this was kept
    world.wakes_at("2023-01-10 09:30")
    imports(
        world,
        "Late Entry,alder-hey,lead,,,2022-12-01,2023-01-09,,",
        sits("Late Chair", "deputy-chair", forum="partnership-board", until="2023-01-09"),
    )
    world.wakes_at("2023-01-12 09:30")
    assert told(world) == []
    assert "term-of-office-ended" not in world.register()


def test_what_the_secretary_ends_today_is_told_at_once_and_its_vacancy_in_the_morning(sefton):
    sefton.sam.types("/partnership people")
    sefton.sam.presses("End a capacity")
    (block,) = (one for one in sefton.sam.modal["blocks"] if one.get("block_id") == "holding")
    (key,) = (o["value"] for o in block["element"]["options"] if "Lou, lead" in o["text"]["text"])
    sefton.sam.submits({"holding": key, "ends_on": "2023-01-09"})
    assert lines(body_of(sefton.lou.dm("has ended your term"))) == [
        "Lead for Healthwatch Sefton",
        "Sam has ended your term, in the Sefton Partnership agreement: your last day is Mon 9 Jan 2023. What you did in it stays on record.",
        "/partnership seats shows who holds what. If this is not right, please tell the secretary.",
    ]
    sefton.wakes_at("2023-01-10 09:00")
    assert told(sefton) == [("Sam", "2023-01-10 09:00")]
    assert lines(latest(sefton.sam)) == [
        "Sefton Partnership: a post is vacant",
        "Sefton Partnership: terms of office",
        "• Lead for Healthwatch Sefton: Lou's term ended on Mon 9 Jan 2023. It is vacant now.",
        "Name somebody or extend a term here; /partnership people adds leads, deputies and signatories.",
        "[Name somebody] [Extend a term] [Seats and terms]",
    ]


# --- The chair that follows another -------------------------------------------------------------------------------


def test_a_vacancy_in_the_chair_that_is_followed_is_a_vacancy_here(sefton):
    sefton.sam.types("/partnership seats")
    assert lines(sefton.sam.body, "Chaired by") == [
        (
            "Chaired by whoever chairs the Sefton Health and Wellbeing Board (clause 8.5): nobody is recorded there, "
            "so nobody chairs here. Deputy chair (the GP lead clinician from Sefton): nobody is recorded."
        )
    ]
    names_somebody(
        sefton.sam, "chair", channel="C0SEFTON", forum="health-and-wellbeing-board",
        name="Jo Hall", starts_on="2023-01-09", ends_on="2023-03-31",
    )  # fmt: skip
    assert sefton.sam.modal is None, sefton.sam.modal_errors
    assert sefton.register()[-1] == "chair-named"
    sefton.ada.types("/partnership seats")
    assert lines(sefton.ada.body, "Chaired by") == [
        (
            "Chaired by whoever chairs the Sefton Health and Wellbeing Board (clause 8.5): Jo Hall, until Fri 31 Mar "
            "2023. Deputy chair (the GP lead clinician from Sefton): nobody is recorded."
        )
    ]
    sefton.wakes_at("2023-03-31 09:00")
    assert lines(latest(sefton.sam), "Nobody is named after that. Then") == [
        (
            "• Chair, Sefton Health and Wellbeing Board: Jo Hall, until the end of Fri 31 Mar 2023 (today). "
            "Nobody is named after that. Then nobody chairs the Sefton Health and Wellbeing Board and the Sefton "
            "Partnership board. They are not in the chat, so please tell them."
        )
    ]
    sefton.wakes_at("2023-04-03 09:00")
    assert lines(latest(sefton.sam), "It is vacant now. Nobody") == [
        (
            "• Chair, Sefton Health and Wellbeing Board: Jo Hall's term ended on Fri 31 Mar 2023. "
            "It is vacant now. Nobody chairs the Sefton Health and Wellbeing Board and the Sefton Partnership board. "
            "They are not in the chat, so please tell them."
        )
    ]


def test_a_seat_that_falls_vacant_says_how_many_vote_then(make_world):
    world = make_world("2021-03-01 10:00", KEY, sources={KEY: PACK}, mornings=True)
    world.without_daily_lists()
    imported(world, *areas(), *singles("partnership-chair"), sits("Ann Lee", "partnership-chair", until="2021-03-15"))
    world.wakes_at("2021-03-02 09:00")
    assert lines(latest(world.sam), "Then nobody", "That will") == [
        (
            "• Chair of the Partnership, Partnership Board: Ann Lee, until the end of Mon 15 Mar 2021 (in 13 days). "
            "Nobody is named after that. That will make it 22 voting of 23 to 26, 1 below the minimum (clause G). "
            "Then nobody chairs the Partnership Board. They are not in the chat, so please tell them."
        )
    ]
    world.wakes_at("2021-03-16 09:00")
    assert lines(latest(world.sam), "Chair of the Partnership, Partnership Board:", "That makes") == [
        (
            "• Chair of the Partnership, Partnership Board: Ann Lee's term ended on Mon 15 Mar 2021. "
            "It is vacant now. That makes it 22 voting of 23 to 26, 1 below the minimum (clause G). "
            "Nobody chairs the Partnership Board. They are not in the chat, so please tell them."
        )
    ]
    world.sam.presses("Name somebody", world.sam.dm("terms of office"))
    world.sam.submits({"place": "seat:partnership-chair", "name": "Cas Hill", "starts_on": "2021-03-16"})
    assert lines(world.sam.body) == [
        "On record: Cas Hill, Chair of the Partnership, Partnership Board, from Tue 16 Mar 2021 without a last day.",
        "Partnership Board today: 23 voting of 23 to 26.",
        "They are not in the chat, so please tell them.",
        "[Seats and terms]",
    ]
    assert CHANNEL not in {lane for lane, _ in told(world)}
