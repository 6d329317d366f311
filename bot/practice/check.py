"""Whether Slack would take a payload: messages, views and their blocks against the tables of `limits.py`.

The words and pointers follow what docs.slack.dev/reference/methods/blocks.validate describes. Text is measured in
UTF-16 code units, so an emoji beyond the BMP counts as two: the reference says "characters" and not of which kind, and
this is the larger count of the two, so what passes here passes by either.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.practice import limits
from bot.practice.check_models import refusals
from bot.practice.forms import elements_of, options_of
from bot.practice.limits import Anything, Flag, Line, Many, Maybe, Rule, Shape, Shaped, Text, Whole


@dataclass(frozen=True)
class Problem:
    """What is wrong, and where: a JSON pointer such as `/blocks/0/text/text`."""

    pointer: str
    message: str

    def __str__(self) -> str:
        return f"{self.message} [json-pointer:{self.pointer}]"


def size(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def check_message(message: Any, at: str = "") -> list[Problem]:
    """Everything Slack would refuse in the blocks and attachments of this message; empty when nothing."""
    if not isinstance(message, dict):
        return [Problem(at, "must be an object")]
    found = check_blocks(message.get("blocks", []), "message", f"{at}/blocks")
    return found + check_attachments(message.get("attachments", []), f"{at}/attachments")


def check_attachments(attachments: Any, at: str = "/attachments") -> list[Problem]:
    """Too many attachments, and everything Slack would refuse in their blocks; empty when nothing."""
    found = _many(attachments, Many(Anything(), 0, limits.MESSAGE_ATTACHMENTS), "message", at)
    if found:
        return found
    for index, attachment in enumerate(attachments):
        if isinstance(attachment, dict):
            found += check_blocks(attachment.get("blocks", []), "message", f"{at}/{index}/blocks")
        else:
            found.append(Problem(f"{at}/{index}", "must be an object"))
    return found


def check_blocks(blocks: Any, surface: str, at: str = "/blocks") -> list[Problem]:
    """All that Slack would refuse in these blocks on this surface (`message`, `modal`, `home`); empty when nothing."""
    if not isinstance(blocks, list):
        return [Problem(at, "must be an array")]
    found: list[Problem] = []
    most = limits.MESSAGE_BLOCKS if surface == "message" else limits.VIEW_BLOCKS
    if len(blocks) > most:
        found.append(Problem(at, f"no more than {most} items allowed [input:{len(blocks)}]"))
    for index, block in enumerate(blocks):
        found += _shaped(block, tuple(limits.BLOCKS), limits.BLOCKS, surface, f"{at}/{index}")
    if not found:
        found += _together(blocks, surface, at)
    return found or [Problem(pointer, said) for pointer, said in refusals(blocks, at)]


def check_view(view: Any, at: str = "/view") -> list[Problem]:
    """Everything Slack would refuse in this modal or Home tab; empty when nothing."""
    if not isinstance(view, dict):
        return [Problem(at, "must be an object")]
    kind = view.get("type")
    found = _shaped(view, tuple(limits.VIEWS), limits.VIEWS, str(kind), at)
    if "blocks" not in view or kind not in limits.VIEWS:
        return found
    if view["blocks"] == []:
        found.append(Problem(f"{at}/blocks", "no fewer than 1 items allowed [input:0]"))
    found += check_blocks(view["blocks"], str(kind), f"{at}/blocks")
    has_input = any(isinstance(block, dict) and block.get("type") == "input" for block in view["blocks"] or ())
    if kind == "modal" and has_input and not view.get("submit"):
        found.append(Problem(f"{at}/submit", "a `submit` is required when an `input` block is in the `blocks` array"))
    return found or [Problem(pointer, said) for pointer, said in refusals(view, at)]


def text_of_blocks(blocks: Any) -> int:
    """How many characters of text these blocks hold, of every text object and markdown block."""
    if isinstance(blocks, Mapping):
        own = blocks.get("text")
        count = size(own) if isinstance(own, str) else 0
        return count + sum(text_of_blocks(value) for value in blocks.values())
    return sum(text_of_blocks(item) for item in blocks) if isinstance(blocks, list | tuple) else 0


def _check(value: Any, rule: Rule, surface: str, at: str) -> list[Problem]:
    check: Callable[[Any, Any, str, str], list[Problem]] = _CHECKS[type(rule)]
    return check(value, rule, surface, at)


def _line(value: Any, rule: Line, _surface: str, at: str) -> list[Problem]:
    if not isinstance(value, str):
        return [Problem(at, "must be a string")]
    if size(value) < rule.least:
        return [Problem(at, f"must be more than {rule.least - 1} characters")]
    if size(value) > rule.most:
        return [Problem(at, f"must be less than {rule.most + 1} characters")]
    if rule.among and value not in rule.among:
        return [Problem(at, f"must be one of {', '.join(rule.among)}")]
    if rule.pattern and not re.fullmatch(rule.pattern, value):
        return [Problem(at, "does not have the form this field asks for")]
    return []


def _text(value: Any, rule: Text, _surface: str, at: str) -> list[Problem]:
    if not isinstance(value, dict):
        return [Problem(at, "must be an object")]
    kind = value.get("type")
    kinds = ("plain_text",) if rule.plain else ("plain_text", "mrkdwn")
    if kind not in kinds:
        return [Problem(f"{at}/type", f"must be one of {', '.join(kinds)}")]
    allowed = {"type", "text", "emoji"} if kind == "plain_text" else {"type", "text", "verbatim"}
    found = [Problem(f"{at}/{key}", f"unknown property: {key}") for key in value if key not in allowed]
    if "text" not in value:
        return [*found, Problem(at, "missing required field: text")]
    flags = [flag for flag in ("emoji", "verbatim") if flag in value and not isinstance(value[flag], bool)]
    found += [Problem(f"{at}/{flag}", "must be a boolean") for flag in flags]
    return found + _line(value["text"], Line(rule.most), _surface, f"{at}/text")


def _whole(value: Any, rule: Whole, _surface: str, at: str) -> list[Problem]:
    if not isinstance(value, int) or isinstance(value, bool):
        return [Problem(at, "must be an integer")]
    if not rule.least <= value <= rule.most:
        return [Problem(at, f"must be from {rule.least} to {rule.most}")]
    return []


def _flag(value: Any, _rule: Flag, _surface: str, at: str) -> list[Problem]:
    return [] if isinstance(value, bool) else [Problem(at, "must be a boolean")]


def _anything(_value: Any, _rule: Anything, _surface: str, _at: str) -> list[Problem]:
    return []


def _maybe(value: Any, rule: Maybe, surface: str, at: str) -> list[Problem]:
    return [] if value is None else _check(value, rule.of, surface, at)


def _many(value: Any, rule: Many, surface: str, at: str) -> list[Problem]:
    if not isinstance(value, list):
        return [Problem(at, "must be an array")]
    found = []
    if len(value) < rule.least:
        found.append(Problem(at, f"no fewer than {rule.least} items allowed [input:{len(value)}]"))
    if len(value) > rule.most:
        found.append(Problem(at, f"no more than {rule.most} items allowed [input:{len(value)}]"))
    for index, item in enumerate(value):
        found += _check(item, rule.of, surface, f"{at}/{index}")
    return found


def _object(value: Any, rule: Shaped, surface: str, at: str) -> list[Problem]:
    if rule.shapes[0] in limits.OBJECTS:
        if not isinstance(value, dict):
            return [Problem(at, "must be an object")]
        return _fields(value, limits.OBJECTS[rule.shapes[0]], surface, at)
    if isinstance(value, dict) and value.get("type") in rule.shapes and value["type"] in {"plain_text", "mrkdwn"}:
        return _text(value, Text(3000), surface, at)
    return _shaped(value, rule.shapes, _INNER, surface, at)


_INNER = limits.ELEMENTS | limits.RICH


def _shaped(value: Any, kinds: tuple[str, ...], table: dict[str, Shape], surface: str, at: str) -> list[Problem]:
    if not isinstance(value, dict):
        return [Problem(at, "must be an object")]
    kind = value.get("type")
    if kind not in kinds:
        return [Problem(f"{at}/type", f"unsupported type: {kind}")]
    shape = table[kind]
    if surface not in shape.surfaces:
        return [Problem(f"{at}/type", f"unsupported type on a {surface}: {kind}")]
    return _fields(value, shape, surface, at)


def _fields(value: dict[str, Any], shape: Shape, surface: str, at: str) -> list[Problem]:
    rules = shape.needs | shape.may
    found = [Problem(at, f"missing required field: {key}") for key in shape.needs if key not in value]
    unclear = [group for group in shape.one_of if sum(key in value for key in group) != 1]
    found += [Problem(at, f"exactly one of these is required: {', '.join(group)}") for group in unclear]
    for key, item in value.items():
        if key in rules:
            found += _check(item, rules[key], surface, f"{at}/{key}")
        elif key != "type":
            found.append(Problem(f"{at}/{key}", f"unknown property: {key}"))
    return found


_CHECKS: dict[type, Callable[..., list[Problem]]] = {
    Line: _line,
    Text: _text,
    Whole: _whole,
    Flag: _flag,
    Anything: _anything,
    Shaped: _object,
    Many: _many,
    Maybe: _maybe,
}


def _together(blocks: list[dict[str, Any]], surface: str, at: str) -> list[Problem]:
    """What no single object shows: ids used twice, text that is missing, first values that are not on offer."""
    return [*_twice(blocks, at), *_sums(blocks, at), *_focus(blocks, surface, at)] + [
        problem
        for index, block in enumerate(blocks)
        for problem in (*_section(block, f"{at}/{index}"), *_elements(block, f"{at}/{index}"))
    ]


def _twice(blocks: list[dict[str, Any]], at: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        block_id = block.get("block_id")
        if block_id in seen:
            yield Problem(f"{at}/{index}/block_id", f"`block_id` {json.dumps(block_id)} already exists")
        elif block_id is not None:
            seen.add(block_id)
        actions: set[str] = set()
        for place, element in enumerate(elements_of(block)):
            action_id = element.get("action_id")
            if action_id in actions:
                yield Problem(
                    f"{at}/{index}/elements/{place}/action_id", f"`action_id` {json.dumps(action_id)} already exists"
                )
            elif action_id is not None:
                actions.add(action_id)


def _sums(blocks: list[dict[str, Any]], at: str) -> Iterator[Problem]:
    total = sum(size(block["text"]) for block in blocks if block["type"] == "markdown")
    if total > limits.MARKDOWN_TEXT:
        yield Problem(at, f"markdown blocks must be less than {limits.MARKDOWN_TEXT + 1} characters in total")
    if sum(block["type"] == "table" for block in blocks) > 1:
        yield Problem(at, "only one table allowed")


def _focus(blocks: list[dict[str, Any]], _surface: str, at: str) -> Iterator[Problem]:
    focused = [element for block in blocks for element in elements_of(block) if element.get("focus_on_load")]
    if len(focused) > 1:
        yield Problem(at, "only one element may have `focus_on_load`")


def _section(block: dict[str, Any], at: str) -> Iterator[Problem]:
    if block["type"] == "section" and not block.get("text") and not block.get("fields"):
        yield Problem(at, "missing required field: text or fields")


def _elements(block: dict[str, Any], at: str) -> Iterator[Problem]:
    for element in elements_of(block):
        options = options_of(element)
        values = [option["value"] for option in options]
        if len(set(values)) < len(values):
            yield Problem(at, "the values of options must be unique")
        for option in options:
            if "url" in option and element["type"] != "overflow":
                yield Problem(at, "only an option of an overflow menu may have a `url`")
            if option["text"]["type"] == "mrkdwn" and element["type"] not in {"checkboxes", "radio_buttons"}:
                yield Problem(at, "the text of this option must be plain_text")
        yield from _first(element, options, at)


def _first(element: dict[str, Any], options: list[dict[str, Any]], at: str) -> Iterator[Problem]:
    first = [element["initial_option"]] if "initial_option" in element else element.get("initial_options", [])
    if options and any(option not in options for option in first):
        yield Problem(at, "an initial option must be exactly one of the options")
    most, least = element.get("max_length"), element.get("min_length")
    if most is not None and least is not None and least > most:
        yield Problem(at, "`min_length` must not be more than `max_length`")
    if element["type"] == "plain_text_input" and size(element.get("initial_value", "")) > (most or 3000):
        yield Problem(at, "`initial_value` is longer than `max_length`")
