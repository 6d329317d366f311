"""What stands in the fields of a view or message: first values, what a person enters, and `state.values`.

Follows docs.slack.dev/reference/interaction-payloads/view-interactions-payload and the block elements' own pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from bot.practice.shapes import CannotDo, Json, StoredFile

REQUIRED = "Please complete this required field."

_TYPED = frozenset({"plain_text_input", "number_input", "email_text_input", "url_text_input"})
# The key under which each kind of element keeps its value in state.values, and the key of its first value.
_KEYS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(_TYPED, ("value", "initial_value")),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", "initial_files"),
    "rich_text_input": ("rich_text_value", "initial_value"),
}
_EMPTY_LIST = frozenset({"selected_options", "selected_users", "selected_conversations", "selected_channels", "files"})


class Known(Protocol):
    """What a form must be able to ask of the workspace."""

    def has_person(self, user_id: str) -> bool:
        """Whether there is such a person."""
        ...

    def has_channel(self, channel_id: str) -> bool:
        """Whether there is such a channel."""
        ...

    def file(self, file_id: str) -> StoredFile | None:
        """The stored file, or None."""
        ...


@dataclass(frozen=True)
class Field:
    """One element that keeps a value. `dispatches` says that a change of it is sent to the bot at once."""

    block_id: str
    action_id: str
    element: Json
    label: str
    optional: bool
    is_input: bool
    dispatches: bool

    @property
    def kind(self) -> str:
        """The element's type."""
        return str(self.element["type"])


def elements_of(block: Mapping[str, Any]) -> list[Json]:
    """Every element of a block, wherever it stands in it."""
    found = [block[key] for key in ("element", "accessory") if isinstance(block.get(key), dict)]
    if block.get("type") in {"actions", "context_actions"}:
        found += block.get("elements", [])
    return found


def fields_of(blocks: Iterable[Mapping[str, Any]]) -> list[Field]:
    """The elements that keep a value, in their order on the screen."""
    found = []
    for block in blocks:
        is_input = block.get("type") == "input"
        for element in elements_of(block):
            if element.get("type") in _KEYS:
                label = str((block.get("label") or block.get("text") or {}).get("text", ""))
                dispatches = bool(block.get("dispatch_action")) or not is_input
                optional = bool(block.get("optional")) or not is_input
                action_id = str(element["action_id"])
                found.append(Field(str(block["block_id"]), action_id, element, label, optional, is_input, dispatches))
    return found


def first_values(blocks: Iterable[Mapping[str, Any]], earlier: Json | None = None) -> Json:
    """`state.values` of these blocks: what stood in the same field before, or else the field's own first value."""
    values: Json = {}
    for field in fields_of(blocks):
        before = ((earlier or {}).get(field.block_id) or {}).get(field.action_id)
        if before is None or before["type"] != field.kind:
            before = first_value(field.element)
        values.setdefault(field.block_id, {})[field.action_id] = before
    return values


def first_value(element: Mapping[str, Any]) -> Json:
    """The state of one element that nobody has touched."""
    kind = str(element["type"])
    key, initial = _KEYS[kind]
    empty: Any = [] if key in _EMPTY_LIST else None
    value = element.get(initial, empty)
    if kind == "timepicker" and "timezone" in element:
        return {"type": kind, key: value, "timezone": element["timezone"]}
    return {"type": kind, key: value}


def value_of(state: Mapping[str, Any]) -> Any:
    """The bare value within one element's state."""
    return state.get(_KEYS[str(state["type"])][0])


def entered(field: Field, raw: Any, known: Known, suggested: Iterable[Json] = ()) -> Json:
    """The state of `field` after a person entered `raw`. `suggested` holds what the bot offered for an external select.

    Raises CannotDo when the field does not offer that.
    """
    kind = field.kind
    key, _ = _KEYS[kind]
    state = first_value(field.element)
    if raw is None or raw == "":
        return state | {key: [] if key in _EMPTY_LIST else None}
    if kind in _TYPED:
        value: Any = str(raw)
    elif key == "selected_option":
        value = _option(field, raw, suggested)
    elif key == "selected_options":
        value = [_option(field, item, suggested) for item in _listed(field, raw)]
        _check_count(field, value)
    elif key in _EMPTY_LIST:
        value = [_PICKS[kind.removeprefix("multi_")](field, item, known) for item in _listed(field, raw)]
        _check_count(field, value)
    elif kind in _PICKS:
        value = _PICKS[kind](field, raw, known)
    else:
        value = raw
    return state | {key: value}


def _listed(field: Field, raw: Any) -> list[Any]:
    if field.kind == "checkboxes" and isinstance(raw, bool):
        return [option["value"] for option in field.element["options"]] if raw else []
    if isinstance(raw, str | dict):
        return [raw]
    return list(raw)


def _check_count(field: Field, value: list[Any]) -> None:
    most = field.element.get("max_selected_items")
    if most is not None and len(value) > most:
        raise CannotDo(f"{field.block_id}: at most {most} may be chosen, not {len(value)}")


def options_of(element: Mapping[str, Any]) -> list[Json]:
    """The options of a select, of its groups, or of checkboxes, radio buttons and overflow menus."""
    grouped = [option for group in element.get("option_groups", ()) for option in group.get("options", ())]
    return [*element.get("options", ()), *grouped]


def _option(field: Field, raw: Any, suggested: Iterable[Json]) -> Json:
    offered = [*suggested, *options_of(field.element)]
    wanted = raw.get("value") if isinstance(raw, dict) else str(raw)
    for option in offered:
        if option["value"] == wanted:
            return option
    for option in offered:
        if option["text"]["text"] == wanted:
            return option
    choices = ", ".join(repr(option["value"]) for option in offered) or "nothing"
    raise CannotDo(f"{field.block_id} does not offer {wanted!r}; it offers {choices}")


def _user(field: Field, raw: Any, known: Known) -> str:
    if not known.has_person(str(raw)):
        raise CannotDo(f"{field.block_id}: there is no person {raw!r}")
    return str(raw)


def _conversation(field: Field, raw: Any, known: Known) -> str:
    if not known.has_channel(str(raw)):
        raise CannotDo(f"{field.block_id}: there is no channel {raw!r}")
    return str(raw)


def _file(field: Field, raw: Any, known: Known) -> Json:
    found = known.file(str(raw))
    if found is None:
        raise CannotDo(f"{field.block_id}: there is no file {raw!r}; store it with workspace.add_file first")
    return {"id": found.id, "name": found.name, "mimetype": found.mimetype, "size": len(found.content)}


def _date(field: Field, raw: Any, _known: Known) -> str:
    try:
        return (raw if isinstance(raw, date) else date.fromisoformat(str(raw))).isoformat()
    except ValueError:
        raise CannotDo(f"{field.block_id}: {raw!r} is not a date (YYYY-MM-DD)") from None


def _time(field: Field, raw: Any, _known: Known) -> str:
    try:
        return (raw if isinstance(raw, time) else time.fromisoformat(str(raw))).strftime("%H:%M")
    except ValueError:
        raise CannotDo(f"{field.block_id}: {raw!r} is not a time (HH:MM)") from None


def _moment(field: Field, raw: Any, _known: Known) -> int:
    if isinstance(raw, datetime):
        return int(raw.timestamp())
    try:
        return int(raw)
    except ValueError:
        raise CannotDo(f"{field.block_id}: {raw!r} is not a moment (seconds since 1970)") from None


_PICKS: dict[str, Callable[[Field, Any, Known], Any]] = {
    "users_select": _user,
    "conversations_select": _conversation,
    "channels_select": _conversation,
    "datepicker": _date,
    "timepicker": _time,
    "datetimepicker": _moment,
    "file_input": _file,
}


_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def refusals(blocks: Iterable[Mapping[str, Any]], values: Mapping[str, Any]) -> dict[str, str]:
    """What Slack's client says beside fields before sending a form: block_id -> sentence; empty when all is well."""
    found: dict[str, str] = {}
    for field in fields_of(blocks):
        value = value_of(values[field.block_id][field.action_id])
        if not field.is_input:
            continue
        if value is None or value in ([], "") or (isinstance(value, str) and not value.strip()):
            if not field.optional:
                found[field.block_id] = REQUIRED
            continue
        said = _typed_refusal(field, value) if field.kind in _TYPED else None
        if said:
            found[field.block_id] = said
    return found


def _typed_refusal(field: Field, value: str) -> str | None:
    element = field.element
    if field.kind == "plain_text_input":
        most, least = element.get("max_length", 3000), element.get("min_length", 0)
        if len(value) > most:
            return f"Use at most {most} characters (now {len(value)})."
        return f"Use at least {least} characters." if len(value) < least else None
    if field.kind == "number_input":
        return _number_refusal(element, value)
    if field.kind == "email_text_input":
        return None if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value) else "Enter an e-mail address."
    return None if re.match(r"[a-z][a-z0-9+.-]*:", value, re.IGNORECASE) else "Enter a web address."


def _number_refusal(element: Mapping[str, Any], value: str) -> str | None:
    if not _NUMBER.fullmatch(value):
        return "Enter a number."
    if "." in value and not element.get("is_decimal_allowed"):
        return "Enter a whole number."
    try:
        number = Decimal(value)
        least, most = (Decimal(element[key]) if key in element else None for key in ("min_value", "max_value"))
    except InvalidOperation:
        return "Enter a number."
    if least is not None and number < least:
        return f"Enter {least} or more."
    return f"Enter {most} or less." if most is not None and number > most else None
