"""The home tab as a view."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.doors import HomePage, Section
from bot.slack import blocks

Json = dict[str, Any]
MOST_BLOCKS = 100  # https://docs.slack.dev/surfaces/app-home


def draw(page: HomePage) -> Json:
    """Return the home tab as a view."""
    rest = _drawn(page.rest)
    return {"type": "home", "blocks": [*_drawn(page.first)[: MOST_BLOCKS - len(rest)], *rest]}


def _drawn(sections: Iterable[Section]) -> list[Json]:
    return [
        block for section in sections for block in (*blocks.body(section.blocks), *blocks.button_rows(section.buttons))
    ]
