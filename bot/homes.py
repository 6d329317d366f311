"""The home tab in words: what I owe first, each with its buttons; then the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot import words
from bot.doors import HomePage, Section
from bot.words import Block, Mark
from handlers.requests import Button

APART = Block(Mark.RULE, ())


def page(facts: Mapping[str, Any], buttons: tuple[Button, ...]) -> HomePage:
    """Return the home tab for a door to draw."""
    if not facts["linked"]:
        return HomePage((Section(words.render("home_stranger", facts).blocks),))
    first = [Section(words.render("home", facts).blocks)]
    first += [Section(words.render("home_owed", row).blocks, row["buttons"]) for row in facts["owed"]]
    if facts["partners"] or facts["more"]:
        first.append(Section(words.render("home_partner", facts).blocks))
    dates = facts["dates"]
    return HomePage(
        tuple(first),
        (
            Section((APART, *words.render(f"home_{dates['view']}", dates).blocks), dates["switch"]),
            Section((APART, *words.render("home_rest", facts).blocks), buttons),
        ),
    )
