"""Slack refuses, fails, hangs or breaks off, call by call: tried again, set aside in words, or said to the person.

What each answer of the Web API means stands in tests/bot/test_faults_chat.py; here is what becomes of it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.patience import SHIPPED
from storage.notices import NoticeState
from tests import invariants
from tests.patience import LONG
from tests.scenarios.issues.kit import notices
from tests.scenarios.reading_kit import lines

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what fails is Slack

IN_THE_CHAT = 9  # of the ten partners to be told, one has nobody in the chat


@pytest.fixture
def world(world):
    world.forgiven = True
    return world


def later(world, seconds):
    world.clock.move_to(world.clock() + timedelta(seconds=seconds))
    world.settle()


def delivered(world):
    return len([n for n in notices(world, "SEF-1").values() if n.state is NoticeState.DELIVERED])


def copies(world):
    """How many messages stand in the chat a second time."""
    with world.session() as session:
        return invariants.messages_went_out_once(session, world.workspace, cut=100)


# --- Messages -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault",
    [
        {"error": "internal_error"},
        {"error": "fatal_error"},
        {"error": "service_unavailable"},
        {"error": "request_timeout"},
        {"error": "ratelimited"},
        {"error": "invalid_auth"},
        {"error": "token_revoked"},
        {"error": "account_inactive"},
        {"error": "a_code_of_next_year"},
        {"status": 500},
        {"status": 503},
        {"status": 429, "retry_after": 2},
        {"status": 500, "wrong": "html"},
        {"status": 500, "wrong": "empty"},
        {"status": 500, "wrong": "bare"},
        {"drop": True},
    ],
    ids=str,
)
def test_while_slack_takes_nothing_all_waits_and_goes_out_once_afterwards(world, fault):
    world.faults.next(method="chat.postMessage", times=1000, **fault)
    world.ada.raises("Discharge delays", "luhft")
    assert delivered(world) == 0
    assert world.channel() == []
    later(world, 3)
    later(world, 5)
    world.faults.clear()
    later(world, 60)
    assert delivered(world) == IN_THE_CHAT
    assert copies(world) == 0
    world.sam.types("/partnership undelivered")
    assert "could not be delivered: " not in world.sam.answer


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("channel_not_found", "the channel or conversation no longer exists, or Accord cannot see it"),
        ("not_in_channel", "Accord is not in the channel"),
        ("is_archived", "the channel is archived"),
        ("user_not_found", "the person's account is not in this workspace"),
        ("user_disabled", "the person's account is switched off"),
        ("restricted_action", "the workspace does not let Accord post there"),
        ("missing_scope", "Accord lacks a permission in the workspace"),
        ("msg_too_long", "the message is too long"),
        ("invalid_blocks", "the chat did not take it (invalid_blocks)"),
    ],
)
def test_what_slack_will_never_take_is_set_aside_and_said_in_words(world, code, words):
    world.faults.next(method="chat.postMessage", times=1000, error=code)
    world.ada.raises("Discharge delays", "luhft")
    world.faults.clear()
    later(world, 3600)
    assert delivered(world) == 0  # it is not tried again: the secretary has been asked to tell them another way
    assert world.register("SEF-1").count("notice-failed") == IN_THE_CHAT
    world.sam.types("/partnership undelivered")
    assert len(lines(world.sam.body, f": {words}")) == 20
    assert lines(world.sam.body, "SEF-1, the notice to Liverpool", "A notice") == [
        f"• Fri 16 Dec 2022, 09:30: SEF-1, the notice to Liverpool University Hospitals NHS Foundation Trust: {words}",
        "• A notice: tell the partner another way, then record it with /partnership issue and the issue's reference.",
    ]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("message_not_found", "the message was deleted"),
        ("cant_update_message", "the message can no longer be changed"),
        ("edit_window_closed", "the message can no longer be changed"),
    ],
)
def test_a_message_that_cannot_be_changed_stops_nothing(world, code, words):
    world.ada.raises("Discharge delays", "luhft")
    world.faults.next(method="chat.update", times=1000, error=code)
    assert world.ben.presses("Acknowledge", world.ben.dm("Notice to")).ok
    world.faults.clear()
    assert world.register("SEF-1").count("issue-acknowledged") == 1
    world.sam.types("/partnership undelivered")
    assert lines(world.sam.body, "SEF-1, the notice to Liverpool") == [
        f"• Fri 16 Dec 2022, 09:30: SEF-1, the notice to Liverpool University Hospitals NHS Foundation Trust: {words}"
    ]


@pytest.mark.parametrize("fault", [{"error": "internal_error"}, {"status": 429}, {"drop": True}], ids=str)
def test_a_change_that_did_not_go_through_is_made_later(world, fault):
    world.ada.raises("Discharge delays", "luhft")
    world.faults.next(method="chat.update", times=1000, **fault)
    world.ben.presses("Acknowledge", world.ben.dm("Notice to"))
    assert "Acknowledged. Ben" not in world.ben.dm("Notice to").shown()
    world.faults.clear()
    later(world, 60)
    assert lines(world.ben.dm("SEF-1").shown(), "Acknowledged. Ben") == [
        "Acknowledged. Ben (for LUHFT), Fri 16 Dec 2022, 09:30"
    ]
    assert copies(world) == 0


@pytest.mark.parametrize(
    "fault", [{"wrong": "bare"}, {"wrong": "html"}, {"wrong": "empty"}, {"after_acceptance": True}]
)
def test_what_slack_took_without_saying_so_goes_out_twice_and_is_not_lost(world, fault):
    """The one window: Slack has the message, and nobody here can know."""
    world.faults.next(method="chat.postMessage", times=3, **fault)
    world.ada.raises("Discharge delays", "luhft")
    later(world, 60)
    assert delivered(world) == IN_THE_CHAT
    assert copies(world) == 3


def test_slack_hangs_longer_than_we_wait(make_world):
    world = make_world(patience=replace(LONG, message=SHIPPED.message))
    world.forgiven = True
    gate = world.faults.next(method="chat.postMessage", hold="before")
    world.ada.raises("Discharge delays", "luhft")
    assert gate.wait(0)  # it hangs, and the program has gone on
    later(world, 60)
    assert delivered(world) == IN_THE_CHAT  # whatever Slack made of the one that hung
    assert copies(world) == 0
    world.faults.release()
    world.workspace.wait_for(lambda: copies(world) == 1)  # Slack wakes up, and takes it after all


# --- Forms ----------------------------------------------------------------------------------------------------------

NOT_OPENED = [
    {"error": "expired_trigger_id"},
    {"error": "invalid_auth"},
    {"error": "token_revoked"},
    {"error": "missing_scope"},
    {"error": "internal_error"},
    {"error": "a_code_of_next_year"},
    {"status": 500},
    {"status": 429},
    {"status": 500, "wrong": "html"},
    {"status": 500, "wrong": "empty"},
    {"drop": True, "times": 2},  # one that breaks off is tried once more at once
]


@pytest.mark.parametrize("fault", NOT_OPENED, ids=str)
def test_a_form_that_a_command_does_not_open_says_so(world, fault):
    world.faults.next(method="views.open", **fault)
    assert world.ada.types("/raise-issue Discharge delays").ok
    assert world.ada.modal is None
    assert world.ada.body == "Slack did not open the form in time. Please try once more."
    world.ada.types("/raise-issue Discharge delays")
    assert world.ada.modal is not None


@pytest.mark.parametrize("fault", NOT_OPENED, ids=str)
def test_a_form_that_a_press_does_not_open_says_so(world, fault):
    world.ada.raises("Discharge delays", "luhft")
    before = world.register()
    world.faults.next(method="views.open", **fault)
    assert world.ben.presses("Comment", world.living("SEF-1")).ok
    assert world.ben.modal is None
    assert world.ben.body == "Slack did not open the form in time. Please try once more."
    assert world.register() == before
    world.ben.presses("Comment", world.living("SEF-1"))
    assert world.ben.modal is not None


def test_a_form_that_slack_is_slow_to_open_is_given_up_while_the_person_can_still_be_told(make_world):
    world = make_world(patience=replace(LONG, call=SHIPPED.call))
    world.forgiven = True
    world.faults.next(method="views.open", hold="before")
    assert world.ada.types("/raise-issue Discharge delays").ok
    assert world.ada.body == "Slack did not open the form in time. Please try once more."
    world.faults.release()


def test_a_home_tab_that_slack_does_not_take_is_drawn_when_it_is_opened_again(world):
    world.faults.next(method="views.publish", error="internal_error")
    assert world.ben.opens_home() == ""
    assert lines(world.ben.opens_home(), "/raise-issue") == [
        "To raise an issue, press Raise an issue, or type /raise-issue in your agreement's channel."
    ]
