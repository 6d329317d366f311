"""Words to Block Kit. Text goes out as rich text elements, which Slack never reads for marks or mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.words import Block, Mark, Run, Words
from handlers.requests import Button
from handlers.tables import PRESSES

Json = dict[str, Any]

# Limits: https://docs.slack.dev/reference/block-kit/blocks
HEADER_LENGTH = 150
CONTEXT_LENGTH = 2000
BUTTON_LENGTH = 75
BUTTONS_A_ROW = 5
LONGEST_BODY = 11_000  # Slack refuses blocks somewhat above 13,000 characters
FALLBACK_LENGTH = 3000


def draw(words: Words, buttons: Iterable[Button] = ()) -> tuple[str, list[Json]]:
    """Return a message's fallback text and its blocks."""
    return fallback(words.line), [*body(words.blocks), *button_rows(buttons)]


def fallback(line: str) -> str:
    """Return the line Slack shows in a notification, with its three special characters escaped."""
    return cut(line, FALLBACK_LENGTH).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def body(blocks: Sequence[Block]) -> list[Json]:
    """Return the blocks of a message: headings, rules and small print alone, all else joined as rich text."""
    drawn: list[Json] = []
    pending: list[Json] = []

    def flush() -> None:
        if pending:
            drawn.append({"type": "rich_text", "elements": list(pending)})
            pending.clear()

    for block in _fitting(blocks):
        match block.mark:
            case Mark.HEADING:
                flush()
                drawn.append({"type": "header", "text": plain(cut(block.text, HEADER_LENGTH))})
            case Mark.RULE:
                flush()
                drawn.append({"type": "divider"})
            case Mark.SMALL:
                flush()
                drawn.append({"type": "context", "elements": [plain(cut(block.text, CONTEXT_LENGTH))]})
            case Mark.ITEM:
                _add_item(pending, block)
            case Mark.QUOTE:
                pending.append({"type": "rich_text_quote", "elements": _elements(block.runs)})
            case Mark.PARAGRAPH:
                if pending and pending[-1]["type"] == "rich_text_section":
                    pending[-1]["elements"].append({"type": "text", "text": "\n"})
                pending.append({"type": "rich_text_section", "elements": _elements(block.runs)})
    flush()
    return drawn


def _add_item(pending: list[Json], block: Block) -> None:
    section = {"type": "rich_text_section", "elements": _elements(block.runs)}
    if pending and pending[-1]["type"] == "rich_text_list":
        pending[-1]["elements"].append(section)
    else:
        pending.append({"type": "rich_text_list", "style": "bullet", "elements": [section]})


def _fitting(blocks: Sequence[Block]) -> list[Block]:
    """Return as many blocks as Slack takes in one message, saying so where some were cut."""
    room, kept = LONGEST_BODY, []
    for block in blocks:
        room -= len(block.text)
        if room < 0:
            kept.append(Block(Mark.SMALL, (Run("The rest is too long for a message; the register has all of it."),)))
            break
        kept.append(block)
    return kept


def _elements(runs: Sequence[Run]) -> list[Json]:
    return [_element(run) for run in runs]


def _element(run: Run) -> Json:
    style = {"style": {"bold": True}} if run.bold else {}
    if run.account:
        return {"type": "user", "user_id": run.account, **style}
    if run.link and run.link.startswith("https://"):
        return {"type": "link", "url": run.link[:3000], "text": run.text, **style}
    return {"type": "text", "text": run.text, **style}


def button_rows(buttons: Iterable[Button]) -> list[Json]:
    """Return rows of buttons; each carries its action's name and one row's id, and nothing else."""
    drawn = [_button(button) for button in buttons]
    return [
        {"type": "actions", "elements": drawn[start : start + BUTTONS_A_ROW]}
        for start in range(0, len(drawn), BUTTONS_A_ROW)
    ]


def _button(button: Button) -> Json:
    press = PRESSES[button.action]
    drawn: Json = {
        "type": "button",
        "text": plain(cut(button.label or press.label, BUTTON_LENGTH)),
        "action_id": f"{button.action}:{button.row}",
        "value": str(button.row),
    }
    return drawn | ({"style": press.style} if press.style and not button.label else {})


def plain(text: str) -> Json:
    """Return a plain text object, in which Slack reads no marks and no mentions."""
    return {"type": "plain_text", "text": text or " ", "emoji": False}


def cut(text: str, length: int) -> str:
    """Return text cut to a length, with an ellipsis where something is missing.

    Counted in UTF-16 units, as a browser counts: nowhere fewer than characters, so that either count is kept to.
    """
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * length:
        return text
    return units[: 2 * (length - 1)].decode("utf-16-le", "ignore") + "…"


def page(title: str, blocks: list[Json]) -> Json:
    """Return a modal that only says something."""
    return {"type": "modal", "title": plain(cut(title, 24)), "close": plain("Close"), "blocks": blocks}
