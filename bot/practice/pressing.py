"""Buttons and menus: finding the one a person means, and the `actions` entry that using it sends.

Follows docs.slack.dev/reference/interaction-payloads/block_actions-payload.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.practice.forms import Field, elements_of, first_values, options_of
from bot.practice.shapes import CannotDo, Json, Message
from bot.practice.workspace import Workspace

_PRESSED = frozenset({"button", "overflow", "workflow_button"})


@dataclass(frozen=True)
class Pressable:
    """A button or overflow menu, and the block it stands in."""

    block_id: str
    element: Json

    @property
    def label(self) -> str:
        """What stands on it; empty for an overflow menu."""
        return str((self.element.get("text") or {}).get("text", ""))

    @property
    def action_id(self) -> str:
        """Its action_id, the bot's or one that Slack added."""
        return str(self.element["action_id"])


def pressables(blocks: Iterable[Json]) -> list[Pressable]:
    """The buttons and overflow menus of these blocks, in their order on the screen."""
    return [
        Pressable(str(block["block_id"]), element)
        for block in blocks
        for element in elements_of(block)
        if element.get("type") in _PRESSED
    ]


def find_pressable(blocks: Iterable[Json], wanted: str) -> Pressable | None:
    """The button whose label or action_id is `wanted`; None when there is none."""
    listed = pressables(blocks)
    return next((each for each in listed if wanted in {each.label, each.action_id}), None)


def the_pressable(blocks: Iterable[Json], wanted: str, where: str) -> Pressable:
    """The button whose label or action_id is `wanted`. Raises CannotDo, naming the buttons there are."""
    listed = pressables(blocks)
    found = find_pressable(blocks, wanted)
    if found is None:
        there = ", ".join(repr(each.label or each.action_id) for each in listed) or "none"
        raise CannotDo(f"there is no button {wanted!r} {where}; the buttons are: {there}")
    return found


def pressed(target: Pressable, option: str | None = None) -> Json:
    """The action that pressing sends; of an overflow menu, choosing `option` by its value or its text."""
    element = target.element
    action: Json = {"type": element["type"], "block_id": target.block_id, "action_id": target.action_id}
    if element["type"] == "overflow":
        for each in options_of(element):
            if option in {each.get("value"), each["text"]["text"]}:
                return action | {"selected_option": each}
        there = ", ".join(repr(each["text"]["text"]) for each in options_of(element))
        raise CannotDo(f"the menu {target.action_id!r} has no {option!r}; it has {there}")
    kept: dict[str, Any] = {key: element[key] for key in ("text", "value", "style", "url") if key in element}
    return action | kept


def chosen(field: Field, state: Json) -> Json:
    """The action that a change of a field sends: its new state, and which field it is."""
    return {"block_id": field.block_id, "action_id": field.action_id} | state


def values_around(ws: Workspace, user_id: str, message: Message) -> Json:
    """`state.values` of a message, as this person has filled it in so far."""
    return first_values(message.blocks, ws.message_values.get((user_id, message.ts)))
