"""What every door to a chat gives, and what goes out through it.

A message knows its platform, and wiring which doors there are. A door draws: it is handed words and buttons, and makes
of them what its platform shows. What comes in through it is its own affair: it reads plain values, calls a handler, and
answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol, TypeVar

from bot.words import Block, Dialect, Words
from handlers.requests import Button

Drawn = TypeVar("Drawn")


class DoorError(Exception):
    """A door did not take something. `permanent`: it never will; otherwise it may after `retry_after` seconds."""

    def __init__(self, code: str, *, permanent: bool, retry_after: float | None = None) -> None:
        super().__init__(code)
        self.code, self.permanent, self.retry_after = code, permanent, retry_after


@dataclass(frozen=True)
class Posted:
    """Where a message now stands: its channel, and its id there; of a file, the file's id and the hash of its bytes."""

    channel: str
    id: str
    sha256: str | None = None


@dataclass(frozen=True)
class File:
    """A file to be shared. Of a picture, `line` is said above it, and `text` to those who cannot see it."""

    title: str
    name: str
    content: bytes
    line: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class Section:
    """A part of somebody's home: words, and what can be pressed below them."""

    blocks: tuple[Block, ...]
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True)
class HomePage:
    """What somebody's home shows: `first`, of which the end is cut where there is no room, and `rest`, which stays."""

    first: tuple[Section, ...]
    rest: tuple[Section, ...] = ()


class Door(Protocol):
    """A door to one platform. Its methods are called from any thread, and raise DoorError and nothing else.

    A channel is one of the platform's, or a person there by their account's id.
    """

    @property
    def name(self) -> str:
        """What people call the platform, in a sentence."""
        ...

    @property
    def pause_seconds(self) -> float:
        """How long the platform wants to rest between two messages to one channel."""
        ...

    @property
    def dialect(self) -> Dialect:
        """How the platform's people get to a word of Accord's."""
        ...

    def post(self, channel: str, words: Words, buttons: Sequence[Button], *, under: str | None) -> Posted:
        """Post a message, in the thread `under` another one where that is given; return where it stands."""
        ...

    def change(self, posted: Posted, words: Words, buttons: Sequence[Button]) -> Posted:
        """Change a message in place; return where it stands."""
        ...

    def share(self, channel: str, file: File, *, under: str | None) -> Posted:
        """Share a file, in the thread `under` a message where that is given; return its id and its hash."""
        ...

    def fetch(self, file_id: str, to: BinaryIO, *, most: int) -> None:
        """Write the bytes of a file that a person gave to a form here: at most so many."""
        ...

    def show_home(self, user: str, page: HomePage) -> None:
        """Show somebody their home, anew."""
        ...

    def time_zone(self, user: str) -> str | None:
        """Return somebody's time zone, such as Europe/London; None where the platform does not say."""
        ...

    def fault(self) -> str | None:
        """Return what is not well with the door and what to do about it; None when it is well. Never raises."""
        ...

    def stop(self) -> None:
        """Let go of the connections."""
        ...


Doors = Mapping[str, Door]  # by platform, as the accounts, the channels and the outbox name it


def door_to(platform: str, doors: Doors) -> Door:
    """Return the door to a platform. Raises DoorError where there is none: what waits for it will never go out."""
    if platform not in doors:
        raise DoorError("no_door", permanent=True)
    return doors[platform]


def drawn(draw: Callable[[], Drawn]) -> Drawn:
    """Return what is drawn. Raises DoorError where it cannot be, a permanent one: it could not the next time either."""
    try:
        return draw()
    except Exception as broken:
        raise DoorError(f"not_drawn:{type(broken).__name__}", permanent=True) from broken
