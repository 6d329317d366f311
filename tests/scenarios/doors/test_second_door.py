"""A second door beside Slack's: each message goes by the door of its platform, and nobody is told less by another one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from bot.outbox import Outbox
from storage.agreements import Channel
from storage.decisions import Decision
from storage.notices import NoticeState
from storage.outbox import Message, MessageState
from storage.people import Account, Person
from tests.doors.plain import PlainDoor
from tests.scenarios.decisions.kit import ESSEX, proposes
from tests.scenarios.issues.kit import notices
from tests.scenarios.reading_kit import body_of, lines

TAKE_TURNS = True
BEN, KIM = "U0BEN", "U0KIM"


@pytest.fixture
def plain(world):
    return stands(world, PlainDoor())


@pytest.fixture
def essex(make_world):
    world = make_world("2020-09-01 10:00", "mid-south-essex-2020")
    world.without_daily_lists()
    return world


def stands(world, door):
    """Let a door to a second platform stand beside Slack's."""
    program = world.stage.program
    program.outbox.stop()
    doors = {**program.doors, "plain": door}
    sender = Outbox(world.engine, doors, world.clock, files=world.stage.files, issue_copies=lambda _: 0)
    world.stage.program = replace(program, doors=doors, outbox=sender)
    return door


def moves(world, user, platform="plain", **more):
    """Let somebody have their account on another platform."""
    with world.session() as session:
        session.execute(update(Account).where(Account.user == user).values(platform=platform, **more))
    world.by_hand = True


def faults(world):
    with world.session() as session:
        query = select(Message.platform, Message.fault).where(Message.state == MessageState.FAILED)
        return [tuple(row) for row in session.execute(query)]


# --- Messages -----------------------------------------------------------------------------------------------------


def test_each_message_goes_by_the_door_of_its_platform(world, plain):
    moves(world, BEN)
    world.ada.raises("Discharge delays", "luhft")
    (notice,) = plain.of(BEN)
    heading, first, *_, pressed = notice.splitlines()
    assert heading == "SEF-1: Discharge delays"
    assert first == (
        "Notice to Liverpool University Hospitals NHS Foundation Trust of an issue under the Sefton Partnership "
        "agreement (clause 5.2)."
    )
    assert lines(notice, "“issue SEF-1”") == ["“issue SEF-1” shows at any time how things stand."]
    assert pressed == "[Acknowledge] [Comment] [Show details]"
    assert world.ben.dms() == []
    assert lines(body_of(world.joe.dm("Notice to")), "Notice to") == [
        "Notice to Sefton Metropolitan Borough Council of an issue under the Sefton Partnership agreement (clause 5.2)."
    ]
    assert notices(world, "SEF-1")["luhft"].proof == f"plain:{BEN}:p1"
    assert notices(world, "SEF-1")["sefton-council"].proof.startswith("slack:")
    assert list(plain.posted) == ["p1"], "and nothing else"


def test_a_message_is_changed_by_the_door_it_went_out_by(world, plain):
    moves(world, BEN)
    world.ada.raises("Discharge delays", "luhft")
    (notice,) = plain.of(BEN)
    world.ada.opens("SEF-1")
    world.ada.presses("Withdraw")
    world.ada.submits({"words": "It is settled."})
    changed, told = plain.of(BEN)
    assert notice.endswith("\n[Acknowledge] [Comment] [Show details]")
    assert changed.endswith("\n[Show details]")
    assert told.startswith(
        "SEF-1 is withdrawn: Discharge delays\nWithdrawn by Mersey Care on Fri 16 Dec 2022, 09:30.\n"
    )


def test_a_message_without_a_door_is_shown_as_undelivered(world):
    world.forgiven = True
    moves(world, BEN, "carrier")
    world.ada.raises("Discharge delays", "luhft")
    assert faults(world) == [("carrier", "no_door")]
    assert notices(world, "SEF-1")["luhft"].state is NoticeState.FAILED
    assert notices(world, "SEF-1")["sefton-council"].state is NoticeState.DELIVERED
    world.sam.types("/partnership undelivered")
    assert lines(world.sam.body, "no door") == [
        "• Fri 16 Dec 2022, 09:30: SEF-1, the notice to Liverpool University Hospitals NHS Foundation Trust: Accord has no door to that chat"
    ]


def test_each_door_says_how_long_a_channel_rests(world, plain):
    moves(world, BEN)
    plain.pause_seconds = 3600.0
    world.ada.raises("Discharge delays", "luhft")
    world.ada.raises("Ward closures", "luhft")
    assert len(plain.of(BEN)) == 1, "the second waits"
    assert len([said for said in world.joe.inbox() if "Notice to" in said]) == 2


# --- What people have beside messages --------------------------------------------------------------------------------


def test_a_home_and_a_time_zone_come_by_the_door_of_their_platform(world, plain):
    plain.zones[KIM] = "Europe/Paris"
    moves(world, KIM, zone_asked=False, home_opened_at=world.clock(), home_stale_at=world.clock())
    world.settle()
    with world.session() as session:
        assert session.scalar(select(Person.timezone).where(Person.name == "Kim")) == "Europe/Paris"
    assert list(plain.homes) == [KIM]
    assert lines(plain.homes[KIM])[-1] == "[Settings] [Raise an issue]"


def test_a_home_that_cannot_be_drawn_stops_nobody(world, plain):
    def broken(word):
        raise LookupError(word)

    plain.dialect = broken
    moves(world, KIM, home_opened_at=world.clock(), home_stale_at=world.clock())
    world.settle()
    assert plain.homes == {}
    world.ada.types("/partnership")
    assert world.ada.answer.startswith("Sefton Partnership")


def test_a_home_without_a_door_stops_nobody(world):
    world.forgiven = True
    moves(world, KIM, "carrier", zone_asked=False, home_opened_at=world.clock(), home_stale_at=world.clock())
    world.ada.raises("Discharge delays", "luhft")
    assert [name for name, _ in world.sent("issue_notice")].count("Ben") == 1


# --- Files --------------------------------------------------------------------------------------------------------


def test_a_file_given_on_one_platform_is_shared_on_another(essex):
    plain = stands(essex, PlainDoor())
    file = essex.workspace.add_file(essex.max.person.id, "business case.pdf", b"%PDF-1.7 a business case")
    proposes(essex.max, files=[file.id])
    with essex.session() as session:
        session.execute(update(Channel).values(platform="plain"))
    essex.by_hand = True
    essex.max.presses("Open the vote")
    ((where, shared),) = plain.shared
    assert (where, shared.name, shared.content) == (ESSEX, "business case.pdf", b"%PDF-1.7 a business case")


def test_a_file_kept_before_its_platform_was_is_looked_for_where_its_message_goes(essex):
    file = essex.workspace.add_file(essex.max.person.id, "business case.pdf", b"%PDF-1.7 a business case")
    proposes(essex.max, files=[file.id])
    with essex.session() as session:
        session.execute(update(Decision).values(files=[{"id": file.id, "name": "business case.pdf"}]))
    essex.by_hand = True
    essex.max.presses("Open the vote")
    assert [m.files[0]["title"] for m in essex.channel(ESSEX) if m.files] == ["business case.pdf"]
