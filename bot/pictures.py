"""Pictures: words and tables set as a PNG, the same for the same facts, and told in words to whoever can't see it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import typst

from bot.letters import FONTS, cell
from bot.phrases import day
from bot.words import MESSAGES, as_text, render

PICTURES = MESSAGES.parent / "pictures"
DOTS_PER_INCH = 132.0  # sharp where it is read, and small enough to load on a telephone
LONGEST_NAME = 80
SHORTENED = {"feature": 160, "title": 260, "gap": 300, "status": 150, "owner": 80, "target": 80, "proposed": 150}


@dataclass(frozen=True)
class Picture:
    """A picture as it is sent: a line that says what it is, its words for screen readers, its file's name, the PNG."""

    line: str
    text: str
    name: str
    png: bytes


def set_picture(template: str, facts: Mapping[str, Any]) -> Picture:
    """Return the picture that a message carries: its layout has the name of the message's template.

    The line and the words are the message's own. Raises jinja2.UndefinedError when a fact that it names is missing.
    """
    words = render(template, facts)
    drawn = {
        "heading": cell(words.blocks[0].text),
        "lines": [cell(block.text) for block in words.blocks[1:]],
        "rows": [_row(row) for row in facts["rows"]],
        "coloured": facts["coloured"],
    }
    png = typst.compile(
        str(PICTURES / f"{template}.typ"),
        root=str(PICTURES),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"picture": json.dumps(drawn)},
        format="png",
        ppi=DOTS_PER_INCH,
    )
    name = re.sub(r"[^\w\- ]+", "", words.line)[:LONGEST_NAME].strip()
    return Picture(words.line, as_text(words), f"{name}.png", png)


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row for the layout: its text in pieces that may break, and its colour's name or None."""
    waits, on = row["waits"], row["target_on"]
    target = ", ".join(part for part in (row["target"], day(on) if on else "") if part)
    proposed = (waits["status"] or "another change") if waits else ""
    texts = {**row, "target": target, "proposed": proposed}
    return {
        "number": row["number"],
        "colour": row["colour"],
        **{name: cell(_cut(texts[name] or "", most)) for name, most in SHORTENED.items()},
    }


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
