"""A second door, for the tests: it keeps what goes out through it, as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import BinaryIO

from bot.doors import DoorError, File, HomePage, Posted
from bot.words import Block, Mark, Run, Words, begins_with, runs_of
from handlers.forms import Field, Form, Kind
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


# --- Drawing ------------------------------------------------------------------------------------------------------

SIGNS = {Mark.ITEM: "- ", Mark.QUOTE: "> ", Mark.RULE: "---"}
ANSWERS = {
    Kind.LINE: "a line, at most {limit} characters",
    Kind.TEXT: "text, at most {limit} characters",
    Kind.CHOICE: "one of these",
    Kind.CHOICES: "any of these",
    Kind.ACCOUNT: "somebody's account",
    Kind.DATE: "a day",
    Kind.TICK: "yes or no",
    Kind.FILES: "files",
    Kind.DOCUMENT: "a file: {types}",
}


def message(said: Words, buttons: Iterable[Button]) -> str:
    """A message: its line, and what stands below it."""
    return f"{said.line}\n\n{drawn(said.blocks, buttons)}"


def drawn(blocks: Iterable[Block], buttons: Iterable[Button]) -> str:
    """Words as lines, and below them the buttons."""
    labels = [f"[{button.label or PRESSES[button.action].label}]" for button in buttons]
    lines = [SIGNS.get(block.mark, "") + runs(block.runs) for block in blocks]
    return "\n".join([*lines, *([" ".join(labels)] if labels else [])])


def runs(said: Iterable[Run]) -> str:
    """Runs as text: a link says where it leads."""
    return "".join(f"{run.text} ({run.link})" if run.link and run.link != run.text else run.text for run in said)


def form(asked: Form) -> str:
    """A form as a sheet to fill in."""
    intro = [sentence(asked.intro)] if asked.intro else []
    return "\n\n".join([asked.title, *intro, *map(_field, asked.fields), f"[{asked.submit}]"])


def _field(field: Field) -> str:
    answer = ANSWERS[field.kind].format(limit=field.limit, types=", ".join(field.types))
    chosen = field.initial if isinstance(field.initial, list | tuple) else (field.initial,)
    lines = [f"{field.label} ({answer}{'' if field.required else '; may be left empty'})"]
    lines += [f"  {'*' if choice.key in chosen else '-'} {choice.label}" for choice in field.choices]
    lines += [f"  {sentence(field.hint)}"] if field.hint else []
    lines += [f"  now: {begins_with(field.initial)}"] if field.initial and not field.choices else []
    return "\n".join(lines)


def sentence(text: str) -> str:
    """A sentence of ours, with its words as this door says them."""
    return runs(runs_of(text, PlainDoor.dialect))
