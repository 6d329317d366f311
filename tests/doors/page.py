"""A third door, for the tests: plain HTML, as a page in a browser would have it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape
from itertools import groupby
from typing import Any
from urllib.parse import quote

from bot.words import Block, Mark, Run, Words, begins_with, runs_of
from handlers.forms import Choice, Field, Form, Kind
from handlers.requests import Button
from handlers.tables import PRESSES

ASK = "https://accord.example/?ask="
TAGS = {
    Mark.HEADING: "h2",
    Mark.SUBHEADING: "h3",
    Mark.PARAGRAPH: "p",
    Mark.ITEM: "li",
    Mark.QUOTE: "blockquote",
    Mark.SMALL: "small",
}


def dialect(word: str) -> Run:
    """A word is a link."""
    return Run(word, link=ASK + quote(word))


def message(said: Words, buttons: Iterable[Button]) -> str:
    """A message: its line is the title."""
    return f"<article><h1>{escape(said.line)}</h1>{drawn(said.blocks, buttons)}</article>"


def drawn(blocks: Iterable[Block], buttons: Iterable[Button]) -> str:
    """Words, items in a row as one list, and below them the buttons."""
    parts: list[str] = []
    for mark, found in groupby(blocks, key=lambda block: block.mark):
        if mark is Mark.RULE:
            parts += ["<hr>" for _ in found]
            continue
        inside = "".join(_tag(TAGS[mark], runs(block.runs)) for block in found)
        parts.append(_tag("ul", inside) if mark is Mark.ITEM else inside)
    return "".join([*parts, *map(_button, buttons)])


def runs(said: Iterable[Run]) -> str:
    """Runs as HTML. Whatever is no web address stays text."""
    return "".join(map(_run, said))


def _run(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>")
    if run.account:
        text = _tag("mark", text)
    elif run.link and run.link.startswith("https://"):
        text = _tag("a", text, href=run.link)
    return _tag("b", text) if run.bold else text


def _button(button: Button) -> str:
    return _tag(
        "button", escape(button.label or PRESSES[button.action].label), name=button.action, value=str(button.row)
    )


def form(asked: Form) -> str:
    """A form with its fields."""
    intro = _tag("p", sentence(asked.intro)) if asked.intro else ""
    fields = "".join(map(_field, asked.fields))
    return _tag(
        "form", f"<h1>{escape(asked.title)}</h1>{intro}{fields}{_tag('button', escape(asked.submit))}", id=asked.name
    )


def _field(field: Field) -> str:
    hint = _tag("small", sentence(field.hint)) if field.hint else ""
    return _tag("label", f"{escape(field.label)}{_input(field)}{hint}")


def _input(field: Field) -> str:
    common: dict[str, Any] = {"name": field.key, "required": field.required}
    value = field.initial.isoformat() if isinstance(field.initial, date) else begins_with(field.initial)
    match field.kind:
        case Kind.TEXT:
            return _tag("textarea", escape(value or ""), maxlength=field.limit, **common)
        case Kind.CHOICE | Kind.CHOICES:
            chosen = value if isinstance(value, list | tuple) else (value,)
            options = "".join(_option(choice, chosen) for choice in field.choices)
            return _tag("select", options, multiple=field.kind is Kind.CHOICES, **common)
        case Kind.TICK:
            return _tag("input", type="checkbox", checked=bool(value), **common)
        case Kind.FILES | Kind.DOCUMENT:
            types = ",".join(f".{name}" for name in field.types)
            return _tag("input", type="file", accept=types, multiple=field.kind is Kind.FILES, **common)
    kind = {Kind.LINE: "text", Kind.ACCOUNT: "text", Kind.DATE: "date"}[field.kind]
    return _tag("input", type=kind, maxlength=field.limit, value=value or "", **common)


def _option(choice: Choice, chosen: Iterable[Any]) -> str:
    return _tag("option", escape(choice.label), value=choice.key, selected=choice.key in chosen)


def sentence(text: str) -> str:
    """A sentence of ours, with its words as links."""
    return runs(runs_of(text, dialect))


def _tag(name: str, inside: str = "", /, **attributes: Any) -> str:
    """An element: an attribute that is True stands alone, one that is False or empty is left out."""
    told = "".join(
        f" {key}" if value is True else f' {key}="{escape(str(value))}"' for key, value in attributes.items() if value
    )
    return f"<{name}{told}>" if name == "input" else f"<{name}{told}>{inside}</{name}>"
