"""The same thing done twice, or by two at once."""

from __future__ import annotations

import json

import pytest

from bot.practice import payloads
from tests import invariants
from tests.scenarios.hostile.payload_kit import encoded, sent
from tests.storage.rows import at_once

THRICE = ({}, {"HTTP_X_SLACK_RETRY_NUM": "1", "HTTP_X_SLACK_RETRY_REASON": "http_timeout"},
          {"HTTP_X_SLACK_RETRY_NUM": "2", "HTTP_X_SLACK_RETRY_REASON": "http_error"})  # fmt: skip


def deliver(world, payload):
    """Deliver the very same payload three times, as Slack does when nobody answers; what was answered."""
    body, kind = encoded(json.loads(json.dumps(payload, default=str)))
    answers = [sent(world, body, kind, **headers) for headers in THRICE]
    world.settle()
    assert [status for status, _ in answers] == [200, 200, 200]
    return [data for _, data in answers]


def deliver_at_once(world, payload):
    """Deliver the very same payload three times at the same moment."""
    body, kind = encoded(json.loads(json.dumps(payload, default=str)))
    at_once(3, lambda number: sent(world, body, kind, **THRICE[number]))
    world.settle()


EITHER = pytest.mark.parametrize("delivered", [deliver, deliver_at_once])


def copies(world):
    with world.session() as session:
        return invariants.messages_went_out_once(session, world.workspace, cut=0)


def press_of(world, player, label, message):
    """The payload of a press on a message."""
    rows = [block["elements"] for block in message.blocks if block["type"] == "actions"]
    (button,) = [element for row in rows for element in row if element["text"]["text"] == label]
    action = {key: button[key] for key in ("type", "action_id", "value")} | {"block_id": "b", "action_ts": "1.1"}
    return payloads.block_actions(world.workspace, player.person, action, {}, message=message)
