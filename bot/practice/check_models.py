"""What `slack_sdk.models` refuses in a payload, asked of each object in it: the library looks no deeper by itself.

No refusal of slack_sdk 3.47 is passed over: it takes everything that the tables of `limits.py` take, at every limit.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import (
    Block,
    BlockElement,
    ConfirmObject,
    ConversationFilter,
    Option,
    OptionGroup,
    RawTextObject,
)
from slack_sdk.models.views import View

Read = Callable[[dict[str, Any]], Any]

# Objects that name no type are told by the field they stand in; an image is a block or an element by the same.
_BY_FIELD: dict[str, Read] = {
    "blocks": Block.parse,
    "confirm": lambda value: ConfirmObject(**value),
    "options": lambda value: Option(**value),
    "initial_option": lambda value: Option(**value),
    "initial_options": lambda value: Option(**value),
    "option_groups": lambda value: OptionGroup(**value),
    "filter": lambda value: ConversationFilter(**value),
}
_BY_TYPE: dict[str, Read] = {
    "modal": lambda value: View(**value),
    "home": lambda value: View(**value),
    "rich_text": Block.parse,
    "raw_text": lambda value: RawTextObject(text=value["text"]),
}
# These say nothing the library has a class for.
_UNREAD = frozenset({"style", "column_settings", "dispatch_action_config", "slack_file"})


def refusals(payload: Any, at: str, field: str = "blocks") -> Iterator[tuple[str, str]]:
    """Pointer and words of each refusal. The payload's types must have been checked: blocks, or a view."""
    if isinstance(payload, list):
        for index, item in enumerate(payload):
            yield from refusals(item, f"{at}/{index}", field)
    elif isinstance(payload, dict) and field not in _UNREAD:
        said = _refusal(json.dumps(payload), field)
        if said:
            yield at, said
        for key, value in payload.items():
            yield from refusals(value, f"{at}/{key}", key)


@lru_cache(maxsize=5_000)  # the same options, buttons and texts come again and again, and reading them takes long
def _refusal(written: str, field: str) -> str:
    value = json.loads(written)
    # a confirm dialog has a text named `confirm`: a type says more than a field
    default = BlockElement.parse if "type" in value and field != "blocks" else _BY_FIELD.get(field)
    read_as = _BY_TYPE.get(value.get("type", ""), default)
    if read_as is None:
        return ""
    try:
        read = read_as(value)
        if read is not None:
            read.validate_json()
    except (SlackObjectFormationError, TypeError, ValueError, AttributeError, KeyError) as error:
        return f"slack_sdk refuses it: {error}"
    return ""
