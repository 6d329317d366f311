"""What the program waits for, against what its chat gives it."""

from __future__ import annotations

from bot.patience import SHIPPED
from bot.practice.workspace import PATIENCE_SECONDS


def test_whoever_pressed_is_told_before_slack_gives_up():
    assert SHIPPED.answer == PATIENCE_SECONDS == 3
    assert max(SHIPPED.call, SHIPPED.rows, SHIPPED.document) < SHIPPED.answer < SHIPPED.message
