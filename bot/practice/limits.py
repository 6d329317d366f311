"""Slack's limits on Block Kit, as tables: what each block, element and object may hold, and how much of it.

Follows docs.slack.dev/reference/block-kit and docs.slack.dev/reference/views. Where sources differ, the narrower
limit stands here. `check.py` walks payloads against these tables.
"""

from __future__ import annotations

from dataclasses import dataclass, field

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_ATTACHMENTS = 100
POSTED_TEXT = 40_000  # longer text of a new message is cut there
UPDATED_TEXT_BYTES = 4_000  # chat.update counts bytes, after a bare & has become &amp;
BLOCKS_TEXT = 13_000  # all text of a message's blocks; not in the reference, met in practice as msg_blocks_too_long
MARKDOWN_TEXT = 12_000
STACKED_VIEWS = 3


@dataclass(frozen=True)
class Line:
    """A plain string."""

    most: int = 3000
    least: int = 1
    among: tuple[str, ...] = ()
    pattern: str = ""


@dataclass(frozen=True)
class Text:
    """A text object."""

    most: int = 3000
    plain: bool = False


@dataclass(frozen=True)
class Whole:
    """An integer."""

    least: int = 0
    most: int = 2**53


@dataclass(frozen=True)
class Flag:
    """True or false."""


@dataclass(frozen=True)
class Anything:
    """Looked at elsewhere, or not at all."""


@dataclass(frozen=True)
class Shaped:
    """An object of one of these shapes, told apart by `type`, or of the one shape named."""

    shapes: tuple[str, ...]


@dataclass(frozen=True)
class Many:
    """A list."""

    of: Rule
    least: int = 1
    most: int = 100


@dataclass(frozen=True)
class Maybe:
    """Null, or this."""

    of: Rule


Rule = Maybe | Line | Text | Whole | Flag | Anything | Shaped | Many


@dataclass(frozen=True)
class Shape:
    """`needs` must be there, `may` be there, nothing else; of each group in `one_of` exactly one must be there."""

    needs: dict[str, Rule] = field(default_factory=dict)
    may: dict[str, Rule] = field(default_factory=dict)
    one_of: tuple[tuple[str, ...], ...] = ()
    surfaces: tuple[str, ...] = ("message", "modal", "home")


_ID = Line(255)
_URL = Line(3000)
_PLACEHOLDER = Text(150, plain=True)
_CONFIRM = Shaped(("confirm",))
_OPTION = Shaped(("option",))
_OPTIONS = Many(_OPTION, 1, 100)
_GROUPS = Many(Shaped(("option_group",)), 1, 100)
_TEN_OPTIONS = Many(_OPTION, 1, 10)
_IDS = Many(Line(255), 1, 100)
_DISPATCH = Shaped(("dispatch_action_config",))
_DATE = Line(10, pattern=r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_TIME = Line(5, pattern=r"([01]\d|2[0-3]):[0-5]\d")
_NUMBER = Line(255, pattern=r"-?\d+(\.\d+)?")

_ACTION: dict[str, Rule] = {"action_id": _ID}
_FOCUS: dict[str, Rule] = {**_ACTION, "focus_on_load": Flag()}
_SELECT: dict[str, Rule] = {**_FOCUS, "placeholder": _PLACEHOLDER, "confirm": _CONFIRM}
_MULTI: dict[str, Rule] = {**_SELECT, "max_selected_items": Whole(1)}
_FILTERED: dict[str, Rule] = {"filter": Shaped(("filter",)), "default_to_current_conversation": Flag()}
_URL_ON: dict[str, Rule] = {"response_url_enabled": Flag()}
_TYPING: dict[str, Rule] = {**_FOCUS, "placeholder": _PLACEHOLDER, "dispatch_action_config": _DISPATCH}
_LISTED = (("options", "option_groups"),)

SELECTS = ("static_select", "external_select", "users_select", "conversations_select", "channels_select")
MULTI_SELECTS = tuple(f"multi_{kind}" for kind in SELECTS)
_CHOICES = (*SELECTS, *MULTI_SELECTS, "checkboxes", "radio_buttons")
_TIMES = ("datepicker", "timepicker", "datetimepicker")
_TYPES = ("plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input", "file_input")

OBJECTS: dict[str, Shape] = {
    "confirm": Shape(
        {
            "title": Text(100, plain=True),
            "text": Text(300),
            "confirm": Text(30, plain=True),
            "deny": Text(30, plain=True),
        },
        {"style": Line(among=("primary", "danger"))},
    ),
    "option": Shape({"text": Text(75), "value": Line(75)}, {"description": Text(75), "url": _URL}),
    "option_group": Shape({"label": Text(75, plain=True), "options": _OPTIONS}),
    "dispatch_action_config": Shape(
        {}, {"trigger_actions_on": Many(Line(among=("on_enter_pressed", "on_character_entered")), 1, 2)}
    ),
    "filter": Shape(
        {},
        {
            "include": Many(Line(among=("im", "mpim", "private", "public")), 1, 4),
            "exclude_external_shared_channels": Flag(),
            "exclude_bot_users": Flag(),
        },
    ),
    "column_settings": Shape({}, {"align": Line(among=("left", "center", "right")), "is_wrapped": Flag()}),
    "text_style": Shape({}, dict.fromkeys(("bold", "italic", "strike", "code", "underline"), Flag())),
    "mention_style": Shape(
        {}, dict.fromkeys(("bold", "italic", "strike", "highlight", "client_highlight", "unlink"), Flag())
    ),
    "slack_file": Shape({}, {"id": _ID, "url": _URL}, one_of=(("id", "url"),)),
}

# No source gives a limit for one text of a rich text: it cannot hold more than all text of a message.
_RICH_LINE = Line(BLOCKS_TEXT)
_STYLED: dict[str, Rule] = {"style": Shaped(("text_style",))}
_MENTIONED: dict[str, Rule] = {"style": Shaped(("mention_style",))}
_BORDER: dict[str, Rule] = {"border": Whole(0, 1)}
_INLINE = ("text", "link", "user", "usergroup", "channel", "broadcast", "emoji", "date", "color")


def _runs(*kinds: str) -> dict[str, Rule]:
    """`elements` of these kinds; Slack takes an empty list here, unlike elsewhere."""
    return {"elements": Many(Shaped(kinds), 0, 1000)}


RICH: dict[str, Shape] = {
    "rich_text": Shape(
        {
            "elements": Many(
                Shaped(("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote")), 1, 1000
            )
        },
        {"block_id": _ID},
    ),
    "rich_text_section": Shape(_runs(*_INLINE)),
    "rich_text_quote": Shape(_runs(*_INLINE), _BORDER),
    "rich_text_preformatted": Shape(_runs("text", "link"), _BORDER),
    "rich_text_list": Shape(
        {**_runs("rich_text_section"), "style": Line(among=("bullet", "ordered"))},
        {**_BORDER, "indent": Whole(0, 8), "offset": Whole()},
    ),
    "text": Shape({"text": _RICH_LINE}, _STYLED),
    "link": Shape({"url": _URL}, {**_STYLED, "text": _RICH_LINE, "unsafe": Flag()}),
    "user": Shape({"user_id": _ID}, _MENTIONED),
    "usergroup": Shape({"usergroup_id": _ID}, _MENTIONED),
    "channel": Shape({"channel_id": _ID}, _MENTIONED),
    "broadcast": Shape({"range": Line(among=("here", "channel", "everyone"))}, _MENTIONED),
    "emoji": Shape({"name": _ID}, {**_STYLED, "unicode": _ID, "skin_tone": Whole(1, 6)}),
    "date": Shape({"timestamp": Whole(), "format": _URL}, {**_STYLED, "url": _URL, "fallback": _RICH_LINE}),
    "color": Shape({"value": Line(7, pattern="#[0-9A-Fa-f]{6}")}),
    "raw_text": Shape({"text": _RICH_LINE}),
}

ELEMENTS: dict[str, Shape] = {
    "button": Shape(
        {"text": Text(75, plain=True)},
        {
            **_ACTION,
            "value": Line(2000),
            "url": _URL,
            "style": Line(among=("primary", "danger")),
            "confirm": _CONFIRM,
            "accessibility_label": Line(75),
        },
    ),
    "image": Shape(
        {"alt_text": Line(2000)},
        {"image_url": _URL, "slack_file": Shaped(("slack_file",))},
        one_of=(("image_url", "slack_file"),),
    ),
    "overflow": Shape({"options": Many(_OPTION, 1, 5)}, {**_ACTION, "confirm": _CONFIRM}),
    "checkboxes": Shape({"options": _TEN_OPTIONS}, {**_FOCUS, "initial_options": _TEN_OPTIONS, "confirm": _CONFIRM}),
    "radio_buttons": Shape({"options": _TEN_OPTIONS}, {**_FOCUS, "initial_option": _OPTION, "confirm": _CONFIRM}),
    "datepicker": Shape({}, {**_SELECT, "initial_date": _DATE}),
    "timepicker": Shape({}, {**_SELECT, "initial_time": _TIME, "timezone": Line(255)}),
    "datetimepicker": Shape(
        {},
        {**_FOCUS, "confirm": _CONFIRM, "initial_date_time": Whole(10**9, 10**10 - 1)},
        surfaces=("message", "modal"),
    ),
    "plain_text_input": Shape(
        {},
        {
            **_TYPING,
            "initial_value": Line(3000, least=0),
            "multiline": Flag(),
            "min_length": Whole(0, 3000),
            "max_length": Whole(1, 3000),
        },
    ),
    "rich_text_input": Shape({}, {**_TYPING, "initial_value": Shaped(("rich_text",))}, surfaces=("modal", "home")),
    "number_input": Shape(
        {"is_decimal_allowed": Flag()},
        {**_TYPING, "initial_value": _NUMBER, "min_value": _NUMBER, "max_value": _NUMBER},
    ),
    "email_text_input": Shape({}, {**_TYPING, "initial_value": Line(3000, least=0)}),
    "url_text_input": Shape({}, {**_TYPING, "initial_value": Line(3000, least=0)}),
    "file_input": Shape(
        {}, {**_ACTION, "filetypes": Many(Line(20), 1, 100), "max_files": Whole(1, 10)}, surfaces=("modal",)
    ),
    "static_select": Shape(
        {}, {**_SELECT, "options": _OPTIONS, "option_groups": _GROUPS, "initial_option": _OPTION}, one_of=_LISTED
    ),
    "external_select": Shape({}, {**_SELECT, "min_query_length": Whole(0, 100), "initial_option": _OPTION}),
    "users_select": Shape({}, {**_SELECT, "initial_user": _ID}),
    "conversations_select": Shape({}, {**_SELECT, **_FILTERED, **_URL_ON, "initial_conversation": _ID}),
    "channels_select": Shape({}, {**_SELECT, **_URL_ON, "initial_channel": _ID}),
    "multi_static_select": Shape(
        {}, {**_MULTI, "options": _OPTIONS, "option_groups": _GROUPS, "initial_options": _OPTIONS}, one_of=_LISTED
    ),
    "multi_external_select": Shape({}, {**_MULTI, "min_query_length": Whole(0, 100), "initial_options": _OPTIONS}),
    "multi_users_select": Shape({}, {**_MULTI, "initial_users": _IDS}),
    "multi_conversations_select": Shape({}, {**_MULTI, **_FILTERED, "initial_conversations": _IDS}),
    "multi_channels_select": Shape({}, {**_MULTI, "initial_channels": _IDS}),
}

_BLOCK: dict[str, Rule] = {"block_id": _ID}
_ACCESSORIES = ("button", "image", "overflow", "datepicker", "timepicker", *_CHOICES)
_ACTIONS = ("button", "overflow", *_TIMES, *_CHOICES)
_INPUTS = (*_TYPES, *_TIMES, *_CHOICES)

BLOCKS: dict[str, Shape] = {
    "section": Shape(
        {},
        {
            **_BLOCK,
            "text": Text(3000),
            "fields": Many(Text(2000), 1, 10),
            "accessory": Shaped(_ACCESSORIES),
            "expand": Flag(),
        },
    ),
    "header": Shape({"text": Text(150, plain=True)}, _BLOCK),
    "divider": Shape({}, _BLOCK),
    "context": Shape({"elements": Many(Shaped(("image", "plain_text", "mrkdwn")), 1, 10)}, _BLOCK),
    "actions": Shape({"elements": Many(Shaped(_ACTIONS), 1, 25)}, _BLOCK),
    "input": Shape(
        {"label": Text(2000, plain=True), "element": Shaped(_INPUTS)},
        {**_BLOCK, "hint": Text(2000, plain=True), "optional": Flag(), "dispatch_action": Flag()},
    ),
    "image": Shape(
        {"alt_text": Line(2000)},
        {**_BLOCK, "image_url": _URL, "slack_file": Shaped(("slack_file",)), "title": Text(2000, plain=True)},
        one_of=(("image_url", "slack_file"),),
    ),
    "markdown": Shape({"text": Line(MARKDOWN_TEXT)}, _BLOCK, surfaces=("message",)),
    "rich_text": RICH["rich_text"],
    "table": Shape(
        {"rows": Many(Many(Shaped(("rich_text", "raw_text")), 1, 20), 1, 100)},
        {**_BLOCK, "column_settings": Many(Maybe(Shaped(("column_settings",))), 1, 20)},
        surfaces=("message",),
    ),
    # slack_sdk.models refuses a title of 200 and an author of 50
    "video": Shape(
        {"alt_text": Line(2000), "title": Text(199, plain=True), "thumbnail_url": _URL, "video_url": _URL},
        {
            **_BLOCK,
            "author_name": Line(49),
            "description": Text(200, plain=True),
            "provider_icon_url": _URL,
            "provider_name": Line(),
            "title_url": _URL,
        },
    ),
}

_VIEW: dict[str, Rule] = {
    "private_metadata": Line(3000, least=0),
    "callback_id": Line(255, least=0),
    "external_id": Line(255, least=0),
}
VIEWS: dict[str, Shape] = {
    "modal": Shape(
        {"title": Text(24, plain=True), "blocks": Anything()},
        {
            **_VIEW,
            "submit": Text(24, plain=True),
            "close": Text(24, plain=True),
            "clear_on_close": Flag(),
            "notify_on_close": Flag(),
            "submit_disabled": Flag(),
        },
    ),
    "home": Shape({"blocks": Anything()}, _VIEW),
}
