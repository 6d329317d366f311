"""How Slack's text is read by a person, and whom it notifies.

Follows docs.slack.dev/messaging/formatting-message-text and docs.slack.dev/reference/block-kit/blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

SPECIAL = frozenset({"channel", "here", "everyone"})

_CONTROL = re.compile(r"<([^<>]*)>")
_CODE = re.compile(r"(```.+?```|`[^`\n]+`)", re.DOTALL)
_STYLED = re.compile(r"(?<![\w*_~`])([*_~])(?=\S)([^\n]+?)(?<=\S)\1(?![\w*_~`])")
_DATE_TOKEN = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Names:
    """What ids are called. `tz` is the time zone in which dates are shown."""

    people: Mapping[str, str]
    channels: Mapping[str, str]
    tz: str = "Europe/London"


def unescape(text: str) -> str:
    """Slack's three entities as characters; all other text is left alone."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def escape(text: str) -> str:
    """The three characters that Slack reserves, as entities, the way a person's own typing reaches a bot."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def read_text(text: str, names: Names) -> str:
    """Mrkdwn as a person reads it: mentions as names, links as labels, dates written out, bold without its stars."""
    pieces = _CODE.split(text)
    return "".join(_read_code(piece) if index % 2 else _read_prose(piece, names) for index, piece in enumerate(pieces))


def _read_code(piece: str) -> str:
    return unescape(piece.strip("`"))


def _read_prose(piece: str, names: Names) -> str:
    styled = _CONTROL.sub(lambda match: _hidden(read_control(match[1], names)), piece)
    for _ in range(3):
        styled = _STYLED.sub(lambda match: match[2], styled)
    return unescape(styled).translate(_UNHIDE)


# What a mention or link reads as must not be taken for formatting, so its marks are set aside while styles are read.
_MARKS = "*_~`&"
_UNHIDE = {0xE000 + index: mark for index, mark in enumerate(_MARKS)}
_HIDE = {ord(mark): 0xE000 + index for index, mark in enumerate(_MARKS)}


def _hidden(text: str) -> str:
    return text.translate(_HIDE)


def read_control(inner: str, names: Names) -> str:
    """What stands between < and > as a person reads it."""
    target, _, label = inner.partition("|")
    label = unescape(label)
    if target.startswith("@"):
        return f"@{names.people.get(target[1:]) or label or target[1:]}"
    if target.startswith("#"):
        return f"#{names.channels.get(target[1:]) or label or 'private channel'}"
    if target.startswith("!date^"):
        return _read_date(target, label, names.tz)
    if target.startswith("!subteam^"):
        return label or f"@{target[len('!subteam^') :]}"
    if target.startswith("!"):
        return f"@{target[1:]}"
    return label or unescape(target.removeprefix("mailto:"))


def _read_date(target: str, fallback: str, tz: str) -> str:
    _, seconds, form, *_ = [*target.split("^"), "", ""]
    try:
        moment = datetime.fromtimestamp(int(seconds), UTC).astimezone(ZoneInfo(tz))
    except (ValueError, OverflowError):
        return fallback
    return _DATE_TOKEN.sub(lambda match: _date_token(match[1], moment) or match[0], form)


def _date_token(token: str, moment: datetime) -> str | None:
    day, clock = moment.day, f"{moment:%H:%M}"
    forms = {
        "date_num": f"{moment:%Y-%m-%d}",
        "date": f"{moment:%B} {day}, {moment.year}",
        "date_slash": f"{moment:%d/%m/%Y}",
        "date_short": f"{moment:%b} {day}, {moment.year}",
        "date_long": f"{moment:%A}, {moment:%B} {day}, {moment.year}",
        "time": clock,
        "time_secs": f"{moment:%H:%M:%S}",
        "ago": f"at {clock} on {moment:%Y-%m-%d}",
    }
    return forms.get(token.removesuffix("_pretty"))


def mentions_in(text: str, blocks: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """The user ids, special mentions and user groups that this text and these blocks notify."""
    found: set[str] = set(_mentions(text))
    for block in blocks:
        _walk_mentions(block, found)
    return frozenset(found)


def _mentions(text: str) -> Iterable[str]:
    # Slack does not notify for what stands in code.
    for inner in _CONTROL.findall(_CODE.sub("", text)):
        target = inner.partition("|")[0]
        if target.startswith("@"):
            yield target[1:]
        elif target.startswith("!subteam^"):
            yield target.split("^")[1]
        elif target[1:] in SPECIAL and target.startswith("!"):
            yield target[1:]


def _walk_mentions(node: Any, found: set[str]) -> None:
    if isinstance(node, Mapping):
        kind = node.get("type")
        if kind in {"mrkdwn", "markdown"}:
            found.update(_mentions(str(node.get("text", ""))))
        elif kind == "user" and "user_id" in node:
            found.add(str(node["user_id"]))
        elif kind == "broadcast":
            found.add(str(node.get("range")))
        elif kind == "usergroup":
            found.add(str(node.get("usergroup_id")))
        for value in node.values():
            _walk_mentions(value, found)
    elif isinstance(node, list | tuple):
        for value in node:
            _walk_mentions(value, found)


def read_object(text: Any, names: Names) -> str:
    """A text object (plain_text or mrkdwn) as a person reads it; empty when there is none."""
    if not isinstance(text, Mapping):
        return ""
    value = str(text.get("text", ""))
    return unescape(value) if text.get("type") == "plain_text" else read_text(value, names)


def read_blocks(blocks: Iterable[Mapping[str, Any]], names: Names) -> str:
    """Blocks as a person reads them, one or more lines a block."""
    return "\n".join(part for part in (read_block(block, names) for block in blocks) if part)


def read_block(block: Mapping[str, Any], names: Names) -> str:
    """One block as a person reads it; empty for a divider."""
    kind = block.get("type")
    if kind == "rich_text":
        return _read_rich(block, names).strip("\n")
    if kind == "markdown":
        return read_text(str(block.get("text", "")), names)
    if kind == "table":
        return "\n".join(" | ".join(_read_cell(cell, names) for cell in row) for row in block.get("rows", ()))
    lines = [read_object(block.get(key), names) for key in ("title", "label", "text", "hint")]
    lines += [read_object(item, names) for item in block.get("fields", ())]
    elements = [*block.get("elements", ()), *(block[key] for key in ("accessory", "element") if key in block)]
    joint = " " if kind in {"actions", "context"} else "\n"
    lines.append(joint.join(part for part in (_read_element(element, names) for element in elements) if part))
    if kind == "image":
        lines.append(str(block.get("alt_text", "")))
    return "\n".join(line for line in lines if line)


def _read_cell(cell: Mapping[str, Any], names: Names) -> str:
    return _read_rich(cell, names).strip("\n") if cell.get("type") == "rich_text" else str(cell.get("text", ""))


def _read_element(element: Mapping[str, Any], names: Names) -> str:
    kind = str(element.get("type", ""))
    if kind in {"plain_text", "mrkdwn"}:
        return read_object(element, names)
    if kind in {"button", "workflow_button"}:
        return f"[{read_object(element.get('text'), names)}]"
    if kind == "image":
        return str(element.get("alt_text", ""))
    if kind in {"checkboxes", "radio_buttons"}:
        return "\n".join(read_object(option.get("text"), names) for option in element.get("options", ()))
    return read_object(element.get("placeholder"), names)


def _read_rich(node: Mapping[str, Any], names: Names) -> str:
    kind = node.get("type")
    if kind == "text":
        return str(node.get("text", ""))
    if kind == "user":
        return read_control(f"@{node.get('user_id')}", names)
    if kind == "channel":
        return read_control(f"#{node.get('channel_id')}", names)
    if kind == "link":
        return str(node.get("text") or node.get("url"))
    if kind in {"broadcast", "emoji"}:
        return f"@{node.get('range')}" if kind == "broadcast" else f":{node.get('name')}:"
    if kind == "date":
        return _read_date(f"!date^{node.get('timestamp')}^{node.get('format')}", str(node.get("fallback")), names.tz)
    inner = [_read_rich(child, names) for child in node.get("elements", ())]
    if kind == "rich_text_list":
        return "".join(f"• {item}\n" for item in inner)
    return "".join(inner) + ("\n" if kind in {"rich_text_section", "rich_text_quote"} else "")
