"""What the stories of acting on an issue share: proposing a resolution of SEF-1, and asking for more time for it."""

from __future__ import annotations

from storage.notices import of_matter
from tests.scenarios.conftest import Player


def proposes(player: Player, words: str) -> None:
    """Let somebody propose a resolution of the first issue."""
    player.opens("SEF-1")
    player.presses("Propose a resolution")
    player.submits({"words": words})


def asks_for_time(player: Player, day: str, words: str = "The board meets in February") -> None:
    """Let somebody ask for more time for the first issue."""
    player.opens("SEF-1")
    player.presses("Ask for more time")
    player.submits({"extend_to": day, "words": words})


def notices(world, reference):
    issue = world.issue(reference)
    with world.session() as session:
        return {notice.partner: notice for notice in of_matter(session, "issue", issue.id)}
