"""What all stories share to say what somebody reads: the lines of a text, a message without its first line, an answer."""

from __future__ import annotations

from bot.practice import Hands, Message
from bot.practice.reading import read_blocks


def lines(text: str, *about: str) -> list[str]:
    """The lines of a text, without the empty ones; only those with any of these words in them, where words are given."""
    found = [line for line in text.splitlines() if line.strip()]
    return [line for line in found if not about or any(words in line for words in about)]


def body_of(message: Message) -> str:
    """A message without the line that a notification shows, which stands in the chat for what has nothing else."""
    return read_blocks(message.blocks, message.names) or message.shown()


def answers(player: Hands, fragment: str) -> Message:
    """The latest answer to somebody alone with these words in it."""
    mine = [m for c in player.workspace.channels for m in player.workspace.visible(player.person.id, c)]
    return [m for m in mine if m.ephemeral_for == player.person.id and fragment in m.shown()][-1]
