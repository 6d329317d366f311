"""The program killed again and again, and what must be there afterwards."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from sqlalchemy import select

from bot.outbox import SENDERS
from storage.conflicts import Conflict
from storage.database import transaction
from storage.issues import Issue
from storage.signatures import SignatureRequest
from tests import invariants
from tests.crash import running
from tests.crash.story import Story

EACH = 10  # kills to a roster that is imported, and to a backup that is put back


def survive(folder: Path, url: str, *, kills: int, seed: int) -> str:
    """Kill the program so many times; return what happened. Raises AssertionError when anything is not as it must be."""
    story = Story(folder, url, seed)
    try:
        for number in range(kills):
            story.kill_once()
            if number % EACH == EACH // 2:
                running.imports(story)
            if number % EACH == EACH - 1:
                running.puts_back(story)
        return in_order(story)
    finally:
        story.stop()


def in_order(story: Story) -> str:
    """Let a story come to its end; return what happened. Raises AssertionError when anything is not as it must be."""
    without_receipt = story.without_receipt()
    story.come_to_rest()
    kills = sum(story.kills.values())
    with transaction(story.engine) as session:
        titles = [issue.title for issue in session.scalars(select(Issue).order_by(Issue.id))]
        conflicts = len(session.scalars(select(Conflict)).all())
        signed = Counter(asked.state.value for asked in session.scalars(select(SignatureRequest)))
        assert titles, "nothing happened"
        assert len(titles) == len(set(titles)), "an issue was raised twice"
        lost = [title for title, done in story.raised.items() if done and title not in titles]
        assert not lost, f"people were told that these were raised: {lost}"
        invariants.registers_are_whole(session)
        invariants.registers_tell_of_every_row(session, story.folder / "files")
        invariants.every_act_has_its_entry(session)
        invariants.each_partner_is_notified_once(session)
        invariants.receipts_are_proof(session)
        # Undisturbed, nothing goes out twice; a kill can find as many messages at Slack as there are senders.
        twice = invariants.messages_went_out_once(session, story.workspace, cut=without_receipt)
        assert twice <= kills * SENDERS
    how = ", ".join(f"{count} {way}" for way, count in sorted(story.kills.items()))
    return (
        f"{kills} kills ({how}); {len(titles)} issues raised, none twice, none lost; "
        f"{conflicts} conflicts declared; "
        f"{story.done['rosters']} rosters imported, {story.done['backups']} backups made and put back; "
        f"{signed.total()} documents put to signature, {signed['complete']} signed by all; "
        f"{twice} messages stand in the chat twice, at most {story.widest} of one kill"
    )
