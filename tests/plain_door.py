"""A second door, for the tests: it keeps what goes out through it, as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import BinaryIO

from bot.doors import DoorError, File, HomePage, Posted
from bot.words import Block, Run, Words
from handlers.requests import Button
from handlers.tables import PRESSES


class PlainDoor:
    """What goes out stands in `posted` and `shared`, each with its channel; given files and time zones are put in."""

    name = "Plain"
    pause_seconds = 0.0

    def __init__(self) -> None:
        self.posted: dict[str, tuple[str, str]] = {}
        self.threads: dict[str, str] = {}  # the message that another one stands under
        self.shared: list[tuple[str, File]] = []
        self.homes: dict[str, str] = {}
        self.given: dict[str, bytes] = {}
        self.zones: dict[str, str] = {}
        self.stopped = False

    @staticmethod
    def dialect(word: str) -> Run:
        return Run(f"“{word}”")

    def post(self, channel: str, words: Words, buttons: Sequence[Button], *, under: str | None) -> Posted:
        name = f"p{len(self.posted) + 1}"
        self.posted[name] = (channel, drawn(words.blocks, buttons))
        if under is not None:
            self.threads[name] = under
        return Posted(channel, name)

    def change(self, posted: Posted, words: Words, buttons: Sequence[Button]) -> Posted:
        self.posted[posted.id] = (posted.channel, drawn(words.blocks, buttons))
        return posted

    def share(self, channel: str, file: File, *, under: str | None) -> Posted:
        del under
        self.shared.append((channel, file))
        return Posted(channel, f"f{len(self.shared)}", sha256(file.content).hexdigest())

    def fetch(self, file_id: str, to: BinaryIO, *, most: int) -> None:
        if len(self.given[file_id]) > most:
            raise DoorError("file_too_large", permanent=True)
        to.write(self.given[file_id])

    def show_home(self, user: str, page: HomePage) -> None:
        self.homes[user] = "\n".join(drawn(part.blocks, part.buttons) for part in (*page.first, *page.rest))

    def time_zone(self, user: str) -> str | None:
        return self.zones.get(user)

    def fault(self) -> str | None:
        return "it is stopped; start it" if self.stopped else None

    def stop(self) -> None:
        self.stopped = True

    def of(self, channel: str) -> list[str]:
        """What stands in a channel, or was said to a person, oldest first."""
        return [text for where, text in self.posted.values() if where == channel]


def drawn(blocks: Iterable[Block], buttons: Iterable[Button]) -> str:
    """Words as lines, and below them the buttons."""
    labels = [f"[{button.label or PRESSES[button.action].label}]" for button in buttons]
    return "\n".join([*(block.text for block in blocks), *([" ".join(labels)] if labels else [])])
