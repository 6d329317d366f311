"""The home tab in words: what I owe first, each with its buttons; then the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot import words
from bot.doors import HomePage, Section
from bot.words import Block, Dialect, Mark
from handlers.requests import Button

APART = Block(Mark.RULE, ())


def page(facts: Mapping[str, Any], buttons: tuple[Button, ...], dialect: Dialect) -> HomePage:
    """Return the home tab for a door with this dialect to draw."""

    def blocks(template: str, facts: Mapping[str, Any]) -> tuple[Block, ...]:
        return words.render(template, facts, dialect).blocks

    if not facts["linked"]:
        return HomePage((Section(blocks("home_stranger", facts)),))
    first = [Section(blocks("home", facts))]
    first += [Section(blocks("home_owed", row), row["buttons"]) for row in facts["owed"]]
    if facts["partners"] or facts["more"]:
        first.append(Section(blocks("home_partner", facts)))
    dates = facts["dates"]
    return HomePage(
        tuple(first),
        (
            Section((APART, *blocks(f"home_{dates['view']}", dates)), dates["switch"]),
            Section((APART, *blocks("home_rest", facts)), buttons),
        ),
    )
