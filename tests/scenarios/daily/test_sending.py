"""When Slack is slow, full, broken or cut off: nothing lost, nothing told twice, and the secretary sees what failed."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.notices import NoticeState
from storage.outbox import Message, MessageState
from tests.scenarios.conftest import london
from tests.scenarios.issues.kit import notices
from tests.scenarios.reading_kit import lines


@pytest.fixture
def troubled(world):
    world.forgiven = True
    return world


def later(world, seconds):
    """Let some seconds pass."""
    world.clock.now = type(world.clock.now).fromtimestamp(world.clock.now.timestamp() + seconds, world.clock.now.tzinfo)
    world.settle()


def waiting(world):
    with world.session() as session:
        return list(session.scalars(select(Message).where(Message.state == MessageState.WAITING)))


def test_a_notice_that_will_never_arrive_is_shown_to_the_secretary_who_records_it(troubled):
    world = troubled
    world.workspace.people.pop(world.lou.person.id)  # her account is gone
    world.ada.raises("Discharge delays", "luhft")
    assert notices(world, "SEF-1")["healthwatch-sefton"].state is NoticeState.FAILED
    assert lines(world.living("SEF-1").shown(), "8 of") == [
        "Notified: 8 of 10 partners; not yet Healthwatch Sefton and Sefton CVS. The secretary tells Healthwatch Sefton and Sefton CVS in another way."
    ]
    world.sam.types("/partnership undelivered")
    assert lines(world.sam.body, "SEF-1") == [
        "• Fri 16 Dec 2022, 09:30: SEF-1, the notice to Healthwatch Sefton: the channel or conversation no longer exists, or Accord cannot see it"
    ]

    world.at("2022-12-16 15:00")
    for partner in ("healthwatch-sefton", "sefton-cvs"):
        world.sam.opens("SEF-1")
        world.sam.presses("Record how they were told")
        world.sam.submits({"partner": partner, "told_on": "2022-12-16", "evidence": "By telephone"})
    assert world.deadlines("SEF-1")[-1].confirmed is True
    assert world.register("SEF-1").count("notice-failed") == 1


def test_too_many_is_tried_again_when_slack_says(troubled):
    world = troubled
    world.faults.next(method="chat.postMessage", status=429, retry_after=30)
    world.ada.raises("Discharge delays", "luhft")
    assert waiting(world) != []
    later(world, 29)
    assert waiting(world) != []
    later(world, 2)
    assert waiting(world) == []
    assert len([n for n in notices(world, "SEF-1").values() if n.state is NoticeState.DELIVERED]) == 9
    assert world.living("SEF-1")


@pytest.mark.parametrize("fault", [{"status": 500}, {"error": "internal_error"}, {"drop": True}])
def test_a_passing_error_is_tried_again(troubled, fault):
    world = troubled
    world.faults.next(method="chat.postMessage", times=4, **fault)
    world.ada.raises("Discharge delays", "luhft")
    later(world, 5)
    later(world, 60)
    assert waiting(world) == []
    assert len([n for n in notices(world, "SEF-1").values() if n.state is NoticeState.DELIVERED]) == 9
    assert world.living("SEF-1")
    assert len([m for m in world.ben.dms() if "Notice to" in m.shown()]) == 1


def test_a_connection_cut_after_acceptance_loses_nothing(troubled):
    world = troubled
    world.faults.next(method="chat.postMessage", after_acceptance=True)
    world.ada.raises("Discharge delays", "luhft")
    later(world, 5)
    assert waiting(world) == []
    assert len([n for n in notices(world, "SEF-1").values() if n.state is NoticeState.DELIVERED]) == 9
    world.ben.presses("Acknowledge", world.ben.dm("Notice to"))
    assert world.register("SEF-1").count("issue-acknowledged") == 1


def test_a_form_that_slack_does_not_open_says_so(troubled):
    world = troubled
    world.faults.next(method="views.open", error="expired_trigger_id")
    world.ada.types("/raise-issue Discharge delays")
    assert world.ada.modal is None
    assert world.ada.body == "Slack did not open the form in time. Please try once more."
    world.ada.types("/raise-issue Discharge delays")
    assert world.ada.modal is not None


def test_a_hint_that_is_lost_changes_nothing(troubled):
    world = troubled
    world.ada.raises("Discharge delays", "luhft")
    world.faults.next(method="chat.postEphemeral", status=500)
    assert world.ben.presses("Acknowledge", world.ben.dm("Notice to")).ok
    assert world.register("SEF-1").count("issue-acknowledged") == 1


def test_a_process_that_dies_while_sending_sends_it_again(world):
    world.ada.types("/raise-issue Discharge delays")
    world.settle()
    world.ada.raises("Discharge delays", "luhft")
    with world.session() as session:
        row = session.scalars(select(Message).where(Message.template == "issue_notice").limit(1)).one()
        row.state, row.claimed_at = MessageState.SENDING, world.clock()
    later(world, 30)
    with world.session() as session:
        assert session.get_one(Message, row.id).state is MessageState.SENDING
    later(world, 61)
    with world.session() as session:
        assert session.get_one(Message, row.id).state is MessageState.SENT


def test_the_channel_is_not_there(troubled):
    world = troubled
    world.workspace.archive("C0SEFTON")
    world.ada.raises("Discharge delays", "luhft", channel="C0LOUNGE")
    assert world.channel() == []
    assert world.ben.dm("Notice to")  # the notices go out all the same
    world.ben.presses("Acknowledge", world.ben.dm("Notice to"))
    world.sam.types("/partnership undelivered", channel="C0LOUNGE")
    assert lines(world.sam.body, "SEF-1") == [
        "• Fri 16 Dec 2022, 09:30: SEF-1, a message: the channel is archived",
        "• Fri 16 Dec 2022, 09:30: SEF-1, the issue's message in the channel: the channel is archived",
    ]


def test_messages_of_one_place_come_in_order(world):
    world.ada.raises("First", "luhft")
    world.ada.raises("Second", "luhft")
    shown = [m.ts for m in world.channel() if not m.thread_ts]
    assert shown == sorted(shown)
    assert world.clock() == london("2022-12-16 09:30")
