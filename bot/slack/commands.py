"""How one gets to a word of Accord's in Slack: by typing a slash command. manifest.json declares the same ones."""

from __future__ import annotations

from collections.abc import Mapping

from bot.words import Run

TYPED: Mapping[str, str] = {
    "raise-issue": "/raise-issue",
    "propose-decision": "/propose-decision",
    "declare-conflict": "/declare-conflict",
    "request-signatures": "/request-signatures",
    "partnership": "/partnership",
}
"""What is typed for each of `handlers.tables.COMMANDS`; all other words are typed behind the last."""


def dialect(word: str) -> Run:
    """Return a word, and what it is about, as people type it."""
    name, space, about = word.partition(" ")
    return Run(f"{TYPED[name]}{space}{about}" if name in TYPED else f"{TYPED['partnership']} {word}")


def word_of(command: str) -> str:
    """Return the word that a slash command stands for; the menu for one that is not ours."""
    return next((word for word, typed in TYPED.items() if typed == command), "partnership")
