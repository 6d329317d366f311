"""Forms as Slack modals, and what was filled in as typed values.

A field's key is its element's action_id. Its block_id is the same until the field has to forget what stands in it:
Slack keeps that in a block whose id it knows, whatever the block is to begin with now.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.slack.blocks import cut, plain
from bot.slack.commands import dialect
from bot.words import begins_with, spelt
from handlers.forms import MOST_FILES, Choice, Field, Form, GivenFile, Kind, clean_line, kept

Json = dict[str, Any]

# Limits: https://docs.slack.dev/reference/views and /reference/block-kit/block-elements
TITLE_LENGTH = 24
OPTION_LENGTH = 75
LONGEST_INPUT = 3000
MOST_OPTIONS = 100  # in a list, or in each group of one
MOST_GROUPS = 5  # Slack takes more, but no form above 250,000 bytes
GROUP_NAME_LENGTH = 36  # twice, with an ellipsis between
TICKED = "yes"
LARGEST_ROW = 2**63 - 1
LONGEST_FILE_NAME = 255  # characters
LONGEST_CONTEXT = 3000


@dataclass(frozen=True)
class Context:
    """What a form remembers between being opened and being submitted: its row, where it was asked, a link.

    `typed` are the fields that somebody has filled in, and `aside` has what they put into those that are not asked now.
    """

    row: int | None
    channel: str | None
    link: str | None
    text: str = ""
    typed: tuple[str, ...] = ()
    aside: Mapping[str, Any] = field(default_factory=dict)

    def as_text(self) -> str:
        """Return it as a modal's private_metadata; without what is aside where that is too long for Slack."""
        text = self.text[:1000].encode("utf-8", "ignore").decode()
        kept: Json = {"row": self.row, "channel": self.channel, "link": self.link, "text": text}
        kept |= {"typed": list(self.typed)} if self.typed else {}
        whole = json.dumps(kept | ({"aside": dict(self.aside)} if self.aside else {}), ensure_ascii=False)
        return whole if len(whole) <= LONGEST_CONTEXT else json.dumps(kept, ensure_ascii=False)

    @classmethod
    def read(cls, text: object) -> Context:
        """Return what a modal remembered; an empty one where it is not ours."""
        try:
            found = json.loads(str(text))
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            return cls(None, None, None)
        row, link = found.get("row"), _line(found.get("link"))
        return cls(
            row if type(row) is int and 0 <= row <= LARGEST_ROW else None,
            _line(found.get("channel")),
            link if link and link.startswith(("https://", "http://")) else None,
            _line(found.get("text")) or "",
            tuple(key for key in _list(found.get("typed")) if isinstance(key, str)),
            _map(found.get("aside")),
        )


NO_BLOCKS: Mapping[str, str] = {}


def redraw(form: Form, view: Mapping[str, Any], context: Context) -> Json:
    """Return a form drawn anew over the modal that shows it.

    What somebody filled in stays, also over questions that are not asked for a while. A field that nobody touched
    begins with its default of now.
    """
    drawn = {key: _value(_shown(_map(block.get("element")))) for key, block in _inputs(view).items()}
    stands = read(view)
    typed = [*context.typed, *(key for key in stands if not _same(stands[key], drawn.get(key)))]
    known = {**context.aside, **{key: _plain(stands[key]) for key in stands}}
    asked = {one.key: one for one in form.fields}
    mine = {key: value for key in typed if key in asked and (value := _fits(asked[key], known.get(key))) is not OVER}
    anew = form.filled(mine)
    blocks = {key: str(block.get("block_id")) for key, block in _inputs(view).items()}
    for one in anew.fields:
        kept = one.key in mine or _same(_value(_shown(_element(one))), drawn.get(one.key))
        if one.key in blocks and not kept:
            blocks[one.key] = _next(blocks[one.key], one.key)
    aside = {key: known[key] for key in dict.fromkeys(typed) if key not in asked and known.get(key)}
    return draw(anew, replace(context, typed=tuple(dict.fromkeys(typed)), aside=aside), blocks)


def draw(form: Form, context: Context, ids: Mapping[str, str] = NO_BLOCKS) -> Json:
    """Return a form as a modal; `ids` are those of its blocks that are not the field's own key."""
    blocks: list[Json] = []
    if form.intro:
        first, *more = spelt(form.intro, dialect).split("\n\n")
        blocks.append({"type": "context", "elements": [plain(cut(first, 2000))]})
        blocks += [{"type": "section", "text": plain(cut(text, 3000))} for text in more]
    blocks += [_input(one, ids.get(one.key, one.key)) for one in form.fields]
    view: Json = {
        "type": "modal",
        "callback_id": form.name,
        "private_metadata": context.as_text(),
        "title": plain(cut(form.title, TITLE_LENGTH)),
        "submit": plain(cut(form.submit, TITLE_LENGTH)),
        "close": plain("Cancel"),
        "blocks": blocks,
    }
    if not form.fields:
        blocks.append({"type": "context", "elements": [plain("Press the button below to confirm.")]})
    return view


def _input(field: Field, block_id: str) -> Json:
    block: Json = {
        "type": "input",
        "block_id": block_id,
        "label": plain(field.label),
        "optional": not field.required,
        "element": {"action_id": field.key} | _element(field),
    }
    if field.hint:
        block["hint"] = plain(cut(spelt(field.hint, dialect), 2000))
    if field.redraws:
        block["dispatch_action"] = True
    return block


def _element(field: Field) -> Json:
    offered = field.choices[: MOST_OPTIONS * MOST_GROUPS]
    match field.kind:
        case Kind.LINE | Kind.TEXT:
            most = min(field.limit, LONGEST_INPUT)
            element: Json = {"type": "plain_text_input", "multiline": field.kind is Kind.TEXT, "max_length": most}
            begins = begins_with(field.initial)
            return element | ({"initial_value": cut(str(begins), most)} if begins else {})
        case Kind.CHOICE:
            chosen = [choice for choice in offered if choice.key == field.initial]
            return {"type": "static_select", **_listed(offered)} | (
                {"initial_option": _option(chosen[0])} if chosen else {}
            )
        case Kind.CHOICES:
            chosen = [choice for choice in offered if choice.key in (field.initial or ())][:MOST_OPTIONS]
            return {"type": "multi_static_select", **_listed(offered)} | (
                {"initial_options": [_option(choice) for choice in chosen]} if chosen else {}
            )
        case Kind.ACCOUNT:
            return {"type": "users_select"} | ({"initial_user": field.initial} if field.initial else {})
        case Kind.DATE:
            known = field.initial.isoformat() if isinstance(field.initial, date) else None
            return {"type": "datepicker"} | ({"initial_date": known} if known else {})
        case Kind.FILES:
            return {"type": "file_input", "max_files": MOST_FILES}
        case Kind.DOCUMENT:
            types = ["jpg" if known == "jpeg" else known for known in field.types]
            return {"type": "file_input", "max_files": 1, "filetypes": types}
        case Kind.TICK:
            tick = _option(Choice(TICKED, "Yes"))
            return {"type": "checkboxes", "options": [tick]} | ({"initial_options": [tick]} if field.initial else {})


def _listed(choices: tuple[Choice, ...]) -> Json:
    """Return the choices of a menu; where they are too many for one list, in groups named by their first and last."""
    options = [_option(choice) for choice in choices]
    if len(options) <= MOST_OPTIONS:
        return {"options": options}
    groups = [options[start : start + MOST_OPTIONS] for start in range(0, len(options), MOST_OPTIONS)]
    return {"option_groups": [{"label": _from_to(group), "options": group} for group in groups]}


def _from_to(group: list[Json]) -> Json:
    first, last = (cut(str(option["text"]["text"]), GROUP_NAME_LENGTH) for option in (group[0], group[-1]))
    return plain(f"{first} … {last}")


def _option(choice: Choice) -> Json:
    return {"text": plain(cut(choice.label, OPTION_LENGTH)), "value": choice.key}


def read(view: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was filled in, by field, in the types that `handlers.forms` asks for."""
    return {
        str(key): _value(element)
        for elements in _map(_map(view.get("state")).get("values")).values()
        for key, element in _map(elements).items()
    }


def documents(view: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields of a form as we drew it that take a document: their files are to be looked at, and kept."""
    elements = {key: _map(block.get("element")) for key, block in _inputs(view).items()}
    return tuple(key for key, it in elements.items() if it.get("type") == "file_input" and it.get("filetypes"))


def block_ids(view: Mapping[str, Any]) -> dict[str, str]:
    """Return the ids of the blocks in which a form as we drew it asks, by field."""
    return {key: str(block.get("block_id")) for key, block in _inputs(view).items()}


def _inputs(view: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the blocks in which a form as we drew it asks, by field."""
    found = [_map(block) for block in _list(view.get("blocks"))]
    return {
        str(_map(block.get("element")).get("action_id") or block["block_id"]): block
        for block in found
        if block.get("type") == "input" and block.get("block_id")
    }


def _shown(element: Mapping[str, Any]) -> Json:
    """Return the state of an element in which nobody has changed anything."""
    begins = {
        "plain_text_input": ("value", "initial_value"),
        "static_select": ("selected_option", "initial_option"),
        "multi_static_select": ("selected_options", "initial_options"),
        "users_select": ("selected_user", "initial_user"),
        "datepicker": ("selected_date", "initial_date"),
        "checkboxes": ("selected_options", "initial_options"),
    }
    kind = str(element.get("type"))
    state, initial = begins.get(kind, ("files", ""))
    return {"type": kind, state: element.get(initial)}


OVER = object()
"""Stands for what was filled in and can't stand in its field any more."""


def _fits(field: Field, value: Any) -> Any:
    """Return what was filled in, as its field takes it; OVER where it is chosen from what is no longer offered."""
    keys = {choice.key for choice in field.choices}
    match field.kind:
        case Kind.CHOICE:
            return value if value in keys or value is None else OVER
        case Kind.CHOICES:
            chosen = tuple(_list(value))
            return chosen if keys.issuperset(chosen) else OVER
        case Kind.DATE:
            return _day(value)
    return value


def _plain(value: Any) -> Any:
    """Return what was filled in as it can be remembered in text."""
    if isinstance(value, date):
        return value.isoformat()
    return [one for one in value if isinstance(one, str)] if isinstance(value, tuple) else value


def _same(one: Any, other: Any) -> bool:
    """Return whether two values of a field are the same to whoever reads them."""
    plain_ = [value.strip() if isinstance(value, str) else value for value in (one, other)]
    return (plain_[0] or None) == (plain_[1] or None)


def _next(block_id: str, key: str) -> str:
    number = block_id.removeprefix(f"{key}:")
    return f"{key}:{int(number) + 1 if number.isdecimal() else 2}"


def _value(found: object) -> Any:
    element = _map(found)
    options = _list(element.get("selected_options"))
    match element.get("type"):
        case "plain_text_input":
            return _line(element.get("value"))
        case "static_select":
            return _line(_map(element.get("selected_option")).get("value"))
        case "multi_static_select":
            return tuple(_line(_map(option).get("value")) for option in options)
        case "users_select":
            return _line(element.get("selected_user"))
        case "checkboxes":
            return bool(options)
        case "datepicker":
            return _day(element.get("selected_date"))
        case "file_input":
            files = element.get("files")
            return tuple(_given(_map(file)) for file in files) if isinstance(files, list) else ()
    return None


def _given(file: Mapping[str, Any]) -> GivenFile:
    size = file.get("size")
    return GivenFile(_line(file.get("id")) or "", _name(file.get("name")), size if type(size) is int else 0)


def _name(found: object) -> str:
    """Return what a file is called, as one line: the middle of a long name is left out."""
    name = clean_line(found) if isinstance(found, str) else ""
    if len(name) > LONGEST_FILE_NAME:
        name = f"{name[: LONGEST_FILE_NAME - 30]}…{name[-29:]}"
    return name or "A file"


def _list(found: object) -> list[Any]:
    return found if isinstance(found, list) else []


def _map(found: object) -> Mapping[str, Any]:
    return found if isinstance(found, Mapping) else {}


def _line(found: object) -> str | None:
    return kept(found) if isinstance(found, str) else None


def _day(found: object) -> date | str | None:
    """Return a date, or the text itself where it is none, for the form's check to refuse."""
    text = _line(found)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return text
