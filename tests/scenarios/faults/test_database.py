"""The database is held by somebody else, or gone for a moment: people are told, nothing is half done, all goes on."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import clock
from bot.patience import SHIPPED
from storage.issues import Issue
from storage.notices import NoticeState
from storage.outbox import Message, MessageState
from storage.people import Person
from tests import invariants
from tests.held import attempt, cut_off, held, somebody_waits
from tests.patience import LONG, LONG_SECONDS
from tests.scenarios.conftest import SORRY, london
from tests.scenarios.hostile.payload_kit import sent
from tests.scenarios.issues.kit import notices

IN_THE_CHAT = 9


@pytest.fixture
def world(make_world):
    """A world whose program waits for rows as long as the shipped one does."""
    world = make_world(patience=replace(LONG, rows=SHIPPED.rows))
    world.forgiven = True
    return world


@pytest.fixture
def patient(make_world):
    """A world whose program waits for rows as long as it takes."""
    world = make_world()
    world.forgiven = True
    return world


ON_POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


def later(world, seconds):
    world.clock.move_to(world.clock() + timedelta(seconds=seconds))
    world.settle()


def delivered(world):
    return len([n for n in notices(world, "SEF-1").values() if n.state is NoticeState.DELIVERED])


def copies(world):
    with world.session() as session:
        return invariants.messages_went_out_once(session, world.workspace, cut=100)


# --- People ---------------------------------------------------------------------------------------------------------


def test_the_health_page_is_well_while_the_database_answers(world):
    assert sent(world, b"", PATH_INFO="/health") == (200, b"well\n")
    assert sent(world, b"", PATH_INFO="/") == (404, b"Accord listens at /slack/events.\n")


def test_who_presses_is_told_in_time_and_may_press_again(world):
    world.ada.raises("Discharge delays", "luhft")
    notice, before = world.ben.dm("Notice to"), world.register()
    with held(world.engine, "issues"):
        reply = super(type(world.ben), world.ben).presses("Acknowledge", notice)  # sends nothing: that would wait
        world.whisper()
        assert reply.ok
        assert not world.workspace.troubles
        assert SORRY in world.ben.sees("D0BEN")[-1].shown()
    assert world.register() == before
    world.ben.presses("Acknowledge", notice)
    assert world.register().count("issue-acknowledged") == 1


def test_who_hands_in_a_form_is_told_and_keeps_what_was_typed(world):
    world.ada.types("/raise-issue Discharge delays")
    world.ada.fills({"particulars": "Since May", "concerns": "any-matter", "affected": ["luhft"]})
    with held(world.engine, "agreements"):
        assert super(type(world.ada), world.ada).submits().ok
        assert SORRY in "".join(world.ada.modal_errors.values())
        typed = world.ada.modal["state"]["values"]
        assert typed["particulars"]["particulars"]["value"] == "Since May"
    assert world.references() == []
    world.ada.submits()
    assert world.references() == ["SEF-1"]
    assert world.ada.modal is None


@pytest.mark.parametrize(
    "database_url", ["sqlite"], indirect=True
)  # on PostgreSQL, whoever only reads waits for nobody
def test_who_types_a_command_is_told(world):
    with held(world.engine):
        reply = super(type(world.ada), world.ada).types("/raise-issue Discharge delays", channel="C0SEFTON")
        assert SORRY in reply.text
    world.ada.types("/raise-issue Discharge delays")
    assert world.ada.modal is not None


def test_a_form_whose_answer_came_too_late_and_is_handed_in_again_is_done_once(patient):
    """The lock is let go after Slack has told the person that there was trouble: what they typed is there, and counts once."""
    ada, workspace = patient.ada, patient.workspace
    ada.types("/raise-issue Discharge delays")
    ada.fills({"particulars": "Since May", "concerns": "any-matter", "affected": ["luhft"]})
    workspace.patience_seconds = 0.3
    with held(patient.engine, "agreements"):
        assert super(type(ada), ada).submits().trouble == "operation_timeout"
        assert ada.modal is not None
    workspace.patience_seconds = LONG_SECONDS
    workspace.wait_for(patient.references)
    ada.submits()
    assert ada.modal is None
    assert patient.references() == ["SEF-1"]
    assert copies(patient) == 0


# --- The clock and the sender ---------------------------------------------------------------------------------------


def test_a_tick_that_finds_a_row_held_does_it_later_and_the_others_now(world):
    world.ada.raises("Discharge delays", "luhft", "icb")
    world.clock.move_to(london("2022-12-19 09:00"))
    with held(world.engine, "people WHERE name = 'Ben'"):
        clock.tick(world.engine, world.clock(), lambda: None)
    world.settle()
    on_the_day = [("Ada", "2022-12-19 09:00"), ("Ben", "2022-12-19 09:00")]
    now = [] if world.engine.dialect.name == "sqlite" else on_the_day[:1]  # there, the file has one lock for all
    assert [sent for sent in world.sent("digest") if sent in on_the_day] == now
    world.tick()
    world.tick()
    assert sorted(sent for sent in world.sent("digest") if sent in on_the_day) == on_the_day


def test_a_sender_that_finds_the_rows_held_sends_later(world):
    world.ada.types("/raise-issue Discharge delays")
    world.ada.fills({"particulars": "Since May", "concerns": "any-matter", "affected": ["luhft"]})
    assert super(type(world.ada), world.ada).submits().ok
    attempted = attempt(world.engine)
    with held(world.engine, "outbox"):
        world.stage.program.outbox.start()  # it looks at once, and again every second
        assert attempted.wait(LONG_SECONDS)
    world.workspace.wait_for(lambda: delivered(world) == IN_THE_CHAT)
    assert copies(world) == 0


@contextmanager
def being_sent(world):
    """Slack has taken the notices of an issue, and has not answered."""
    gate = world.faults.next(method="chat.postMessage", hold="after", times=100)
    world.ada.types("/raise-issue Discharge delays")
    world.ada.fills({"particulars": "Since May", "concerns": "any-matter", "affected": ["luhft"]})
    assert super(type(world.ada), world.ada).submits().ok
    sending = threading.Thread(target=world.stage.program.outbox.drain)
    sending.start()
    assert gate.wait()
    yield
    sending.join(LONG_SECONDS)
    assert not sending.is_alive()
    later(world, 120)
    assert delivered(world) == IN_THE_CHAT
    assert copies(world) == 0


def test_what_slack_has_taken_while_the_rows_were_held_has_its_receipt_in_the_end(world):
    with being_sent(world), held(world.engine, "issues", "outbox"):
        attempted = attempt(world.engine)
        world.faults.clear()
        assert attempted.wait(LONG_SECONDS)


@ON_POSTGRESQL
def test_what_slack_has_taken_while_the_database_was_away_has_its_receipt_in_the_end(world):
    with being_sent(world):
        cut_off(world.engine)
        world.faults.clear()


@ON_POSTGRESQL
def test_connections_that_were_cut_off_are_not_used_again(world):
    world.ada.raises("Discharge delays", "luhft")
    cut_off(world.engine)
    world.ben.presses("Acknowledge", world.ben.dm("Notice to"))
    assert SORRY not in world.ben.answer
    assert world.register().count("issue-acknowledged") == 1
    cut_off(world.engine)
    world.tick()
    assert world.ada.types("/raise-issue Beds").ok
    assert world.ada.modal is not None


@ON_POSTGRESQL
def test_a_request_that_is_cut_off_in_the_middle_leaves_nothing(patient):
    ada, engine = patient.ada, patient.engine

    def cut_off_who_waits():
        patient.workspace.wait_for(lambda: somebody_waits(engine))
        cut_off(engine)

    ada.types("/raise-issue Discharge delays")
    ada.fills({"particulars": "Since May", "concerns": "any-matter", "affected": ["luhft"]})
    with held(engine, "agreements"):
        threading.Thread(target=cut_off_who_waits).start()
        assert super(type(ada), ada).submits().ok
        assert SORRY in "".join(ada.modal_errors.values())
    with patient.session() as session:
        assert list(session.scalars(select(Issue))) == []
        assert list(session.scalars(select(Message).where(Message.state == MessageState.WAITING))) == []
        assert session.scalars(select(Person.name).limit(1)).one()
    ada.submits()
    assert patient.references() == ["SEF-1"]
