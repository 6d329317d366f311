"""Everything comes twice or thrice: payloads, clocks, web processes, senders. It is done once."""

from __future__ import annotations

import json
import threading
from collections import Counter
from types import SimpleNamespace

import pytest

from bot import clock
from bot.demo import SECRET, TOKEN
from bot.practice import payloads
from bot.settings import Settings
from bot.wiring import build
from tests.patience import LONG
from tests.scenarios.conflicts.kit import FORM, OTHERS, consents, declares, records
from tests.scenarios.conftest import buttons_of, london
from tests.scenarios.decisions.kit import recommends
from tests.scenarios.faults.kit import EITHER, copies, deliver, press_of
from tests.scenarios.hostile.payload_kit import encoded, sent
from tests.scenarios.reading_kit import lines
from tests.storage.rows import at_once

# --- Payloads -------------------------------------------------------------------------------------------------------


@EITHER
def test_a_press_that_comes_three_times_counts_once(world, delivered):
    world.ada.raises("Discharge delays", "luhft")
    delivered(world, press_of(world, world.ben, "Acknowledge", world.ben.dm("Notice to")))
    assert world.register().count("issue-acknowledged") == 1
    assert copies(world) == 0


@EITHER
def test_a_form_that_comes_three_times_is_one_issue(world, delivered):
    world.ada.types("/raise-issue Discharge delays")
    world.ada.fills({"particulars": "Since May", "concerns": "any-matter", "affected": ["luhft"]})
    view = world.workspace.stacks["U0ADA"][-1]
    delivered(world, payloads.view_submission(world.workspace, world.ada.person, view))
    assert world.references() == ["SEF-1"]
    assert len(world.ben.dms()) == 1
    assert copies(world) == 0


def test_a_command_that_comes_three_times_opens_one_form(world):
    world.forgiven = True  # a trigger is good for one form, and Slack says so twice
    channel = world.workspace.channels["C0SEFTON"]
    command = payloads.slash_command(world.workspace, world.ada.person, "/raise-issue", "Beds", channel)
    first, *more = deliver(world, command)
    assert first == b""
    assert [b"did not open the form" in answer for answer in more] == [True, True]
    assert len(world.ada.modal_stack) == 1
    assert world.references() == []


@EITHER
@pytest.mark.parametrize("where", ["app_mention", "message"])
def test_what_is_said_once_and_comes_three_times_is_answered_once(world, delivered, where):
    ws, ada = world.workspace, world.ada
    channel = "C0SEFTON" if where == "app_mention" else ws.dm(ada.person.id)
    said = {"type": where, "user": "U0ADA", "channel": channel, "text": f"<@{ws.bot_user_id}> help", "ts": "1.1"}
    before = [e.kind for e in ws.journal]
    delivered(world, payloads.event(ws, ada.person, said | ({"channel_type": "im"} if where == "message" else {})))
    answers = [e for e in ws.journal[len(before) :] if e.kind in ("chat.postEphemeral", "chat.postMessage")]
    assert len(answers) == 1


@EITHER
def test_an_event_that_comes_three_times_changes_nothing(world, delivered):
    world.ada.raises("Discharge delays", "luhft")
    before = world.register()
    event = payloads.event(world.workspace, world.ben.person, payloads.home_event(world.workspace, world.ben.person))
    delivered(world, event)
    assert lines(world.ben.home_shown, "SEF-1: ")[0] == "SEF-1: Discharge delays"
    assert world.register() == before


@EITHER
def test_a_conflict_that_comes_three_times_is_declared_once(world, delivered):
    world.ada.types("/declare-conflict")
    world.ada.fills(FORM)
    view = world.workspace.stacks["U0ADA"][-1]
    delivered(world, payloads.view_submission(world.workspace, world.ada.person, view))
    assert world.register().count("conflict-declared") == 1
    assert copies(world) == 0


def test_the_last_two_consents_at_once_are_both_counted_and_complete_it_once(world):
    recommends(world)
    declares(world.ada, "decision:1")
    consents(world, *(name for name in OTHERS if name not in ("ben", "gil")))
    records(world)
    for player in (world.ben, world.gil):
        (asked,) = [m for m in player.dms() if "Consent" in buttons_of(m)]
        player.presses("Consent", asked)
    views = [(player, world.workspace.stacks[player.person.id][-1]) for player in (world.ben, world.gil)]
    forms = [encoded(payloads.view_submission(world.workspace, player.person, view)) for player, view in views]
    at_once(2, lambda number: sent(world, *forms[number]))
    world.settle()
    assert world.register("SEF-C1").count("consent-given") == 10
    assert world.register("SEF-C1").count("consent-complete") == 1
    world.ada.guesses("decision_agree", 1)
    assert world.ada.modal is not None, world.ada.answer


# --- Two of each ----------------------------------------------------------------------------------------------------


@pytest.fixture
def another(world, database_url):
    """A second program on the same database."""
    settings = Settings(
        database_url=database_url,
        slack_bot_token=TOKEN,
        slack_signing_secret=SECRET,
        slack_api_url=world.stage.page.api_url,
        seconds_between_messages=0,
        files_folder=world.stage.files,
        seal_folder=world.stage.seal,
    )
    program = build(settings, now=world.clock, patience=LONG)
    yield program
    program.stop()


def test_two_clocks_and_two_senders_at_once_send_every_message_once(world, another):
    for number in range(3):
        world.ada.raises(f"Matter {number}", "luhft", "southport-ormskirk")
        world.sam.presses("Record how they were told")
        world.sam.submits({"partner": "sefton-cvs", "told_on": "2022-12-16", "evidence": "By telephone"})
    for morning in (
        "2022-12-19 09:00",
        "2022-12-20 09:00",
        "2023-01-04 09:00",
        "2023-01-11 09:00",
        "2023-01-19 00:00",
        "2023-01-19 09:00",
    ):
        world.clock.move_to(london(morning))
        work = [
            lambda: clock.tick(world.engine, world.clock(), lambda: None),
            lambda: clock.tick(another.engine, world.clock(), lambda: None),
            world.stage.program.outbox.drain,
            another.outbox.drain,
        ]
        at_once(4, lambda number, work=work: work[number]())
        world.settle()
    assert copies(world) == 0
    lists, reminders = world.sent("digest"), world.sent("nudge")
    assert lists.count(("Ben", "2022-12-19 09:00")) == 1
    assert len(lists) == len(set(lists))
    assert reminders.count(("Ben", "2023-01-04 09:00")) == 3  # one for each matter
    assert max(Counter(reminders).values()) == 3
    assert world.register().count("issue-unresolved") == 3
    asked = [who for who, _ in world.sent("issue_what_next")]
    assert asked.count("Ben") == 3


def test_two_senders_at_once_share_the_work(world, another):
    gate = world.faults.next(method="chat.postMessage", hold="before", times=100)
    world.ada.types("/raise-issue Beds")
    world.ada.fills({"particulars": "p", "concerns": "any-matter", "affected": ["luhft"]})
    assert super(type(world.ada), world.ada).submits().ok
    sending = [threading.Thread(target=sender.drain) for sender in (world.stage.program.outbox, another.outbox)]
    for thread in sending:
        thread.start()
    assert gate.wait()
    world.faults.clear()
    for thread in sending:
        thread.join()
    world.settle()
    assert copies(world) == 0
    assert world.register("SEF-1").count("notice-delivered") == 9


def test_two_people_who_each_press_through_two_web_processes_count_once_each(world, another):
    world.ada.raises("Discharge delays", "luhft", "icb")
    doors = [SimpleNamespace(stage=SimpleNamespace(program=program)) for program in (world.stage.program, another)]
    pressed = [press_of(world, player, "Acknowledge", player.dm("Notice to")) for player in (world.ben, world.ida)]
    ways = [(door, encoded(json.loads(json.dumps(payload, default=str)))) for payload in pressed for door in doors]
    at_once(4, lambda number: sent(ways[number][0], *ways[number][1]))
    world.settle()
    assert world.register().count("issue-acknowledged") == 2
    assert copies(world) == 0
