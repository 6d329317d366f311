"""The home tab: what I owe first, each with its buttons; then the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot import words
from bot.slack import blocks
from handlers.requests import Button

Json = dict[str, Any]
MOST_BLOCKS = 100


def draw(facts: Mapping[str, Any], buttons: tuple[Button, ...]) -> Json:
    """Return the home tab as a view."""
    if not facts["linked"]:
        return _view(blocks.body(words.render("home_stranger", facts).blocks))
    drawn = blocks.body(words.render("home", facts).blocks)
    for row in facts["owed"]:
        drawn += blocks.body(words.render("home_owed", row).blocks)
        drawn += blocks.button_rows(row["buttons"])
    if facts["partners"] or facts["more"]:
        drawn += blocks.body(words.render("home_partner", facts).blocks)
    dates = facts["dates"]
    rest = [{"type": "divider"}, *blocks.body(words.render(f"home_{dates['view']}", dates).blocks)]
    rest += blocks.button_rows(dates["switch"])
    rest += [{"type": "divider"}, *blocks.body(words.render("home_rest", facts).blocks)]
    rest += blocks.button_rows(blocks.as_json(buttons))
    return _view([*drawn[: MOST_BLOCKS - len(rest)], *rest])


def _view(drawn: list[Json]) -> Json:
    return {"type": "home", "blocks": drawn}
