"""Killed two hundred times while people use it: nothing lost, nothing twice, but for the one window Slack leaves open."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from bot.outbox import SENDERS
from storage.database import transaction
from storage.issues import Issue
from tests import invariants
from tests.crash.story import Story


def survive(folder: Path, *, kills: int, seed: int) -> str:
    """Kill the program so many times; return what happened. Raises AssertionError when anything is not as it must be."""
    story = Story(folder, seed)
    try:
        for _ in range(kills):
            story.kill_once()
        with transaction(story.engine) as session:
            without_receipt = invariants.copies(session, story.workspace)
        story.come_to_rest()
        with transaction(story.engine) as session:
            titles = [issue.title for issue in session.scalars(select(Issue).order_by(Issue.id))]
            assert len(titles) == len(set(titles)), "an issue was raised twice"
            lost = [title for title, done in story.raised.items() if done and title not in titles]
            assert not lost, f"people were told that these were raised: {lost}"
            invariants.registers_are_whole(session)
            invariants.every_act_has_its_entry(session)
            invariants.each_partner_is_notified_once(session)
            # A kill can find as many messages at Slack as there are senders; undisturbed, nothing goes out twice.
            twice = invariants.messages_went_out_once(session, story.workspace, cut=kills * SENDERS)
            assert twice <= without_receipt
        how = ", ".join(f"{count} {way}" for way, count in sorted(story.kills.items()))
        return (
            f"{sum(story.kills.values())} kills ({how}); {len(titles)} issues raised, none twice, none lost; "
            f"{twice} messages stand in the chat twice, {story.in_the_window} kills were surely in that window"
        )
    finally:
        story.stop()


@pytest.mark.timeout(180)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_hundred_kills(tmp_path: Path, seed: int) -> None:
    assert "100 kills" in survive(tmp_path, kills=100, seed=seed)
