"""What has to stand in whatever a door draws: all of it, in its order, as text, and each word in the door's own way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from bot.doors import HomePage
from bot.slack.commands import TYPED
from bot.words import Block, Dialect, Run, Words, begins_with
from handlers.forms import Choice, Field, Form, Kind
from handlers.requests import Button
from handlers.tables import PRESSES
from rules.sentences import SIGNS, WORDS
from tests.doors import page, plain
from tests.doors.plain import PlainDoor
from tests.doors.reading import Page

SLASHES = re.compile("|".join(rf"{re.escape(command)}\b" for command in TYPED.values()))
OURS = {"article", "h1", "h2", "p", "ul", "li", "blockquote", "small", "hr", "br", "b", "a", "mark", "button"}
INPUTS = (Kind.LINE, Kind.ACCOUNT, Kind.DATE)
TYPED_IN = (*INPUTS, Kind.TEXT)
OF_FORMS = {"form", "label", "input", "select", "option", "textarea", "h1", "p", "small", "a", "br", "button"}


class Heard:
    """A door's dialect that remembers which words it was asked for."""

    def __init__(self, dialect: Dialect) -> None:
        self.words: list[str] = []
        self._dialect = dialect

    def __call__(self, word: str) -> Run:
        self.words.append(word)
        return self._dialect(word)


IN_TEXT, IN_PAGE = Heard(PlainDoor.dialect), Heard(page.dialect)


def label_of(button: Button) -> str:
    return button.label or PRESSES[button.action].label


def runs_in(blocks: Iterable[Block]) -> list[Run]:
    return [run for block in blocks for run in block.runs]


def stands_in_order(pieces: Iterable[str], drawn: str) -> None:
    """Each of these stands in what was drawn, behind the one before."""
    at = 0
    for piece in pieces:
        found = drawn.find(piece, at)
        assert found >= 0, (piece, drawn[at : at + 500])
        at = found + len(piece)


def has_no_marks(drawn: str) -> None:
    assert not SIGNS.search(drawn), drawn
    assert not SLASHES.search(drawn), drawn


# --- Messages -----------------------------------------------------------------------------------------------------


def is_whole_text(said: Words, buttons: Sequence[Button], heard: Sequence[str]) -> None:
    """A message as plain text has its line, each of its runs, its buttons, and its words in quotation marks."""
    drawn = plain.message(said, buttons)
    stands_in_order([said.line, *(run.text for run in runs_in(said.blocks)), *map(label_of, buttons)], drawn)
    assert [word for word in heard if f"“{word}”" not in drawn] == []
    has_no_marks(drawn)


def is_whole_page(said: Words, buttons: Sequence[Button], heard: Sequence[str]) -> None:
    """A message as a page says that and no more, has no element but ours, and each word below its line is a link."""
    drawn = page.message(said, buttons)
    found, runs = Page(drawn), runs_in(said.blocks)
    assert "".join(found.text) == "".join([said.line, *(run.text for run in runs), *map(label_of, buttons)])
    assert found.links == [run.link for run in runs if run.link]
    assert found.elements <= OURS
    asked = [link for link in found.links if link.startswith(page.ASK)]
    in_line, below = heard[: len(heard) - len(asked)], heard[len(heard) - len(asked) :]
    assert asked == [page.dialect(word).link for word in below]
    if not said.line.endswith("…"):
        assert [word for word in in_line if word not in said.line] == []
    has_no_marks(drawn)


def is_whole_home(home: HomePage, in_page: HomePage) -> None:
    """A home as plain text, and as a page, has each run of its parts, and their buttons."""
    for part in (*home.first, *home.rest):
        drawn = plain.drawn(part.blocks, part.buttons)
        stands_in_order([*(run.text for run in runs_in(part.blocks)), *map(label_of, part.buttons)], drawn)
        has_no_marks(drawn)
    for part in (*in_page.first, *in_page.rest):
        found = Page(page.drawn(part.blocks, part.buttons))
        texts = [*(run.text for run in runs_in(part.blocks)), *map(label_of, part.buttons)]
        assert "".join(found.text) == "".join(texts)
        has_no_marks("".join(found.text))


# --- Forms --------------------------------------------------------------------------------------------------------


def is_whole_form(form: Form) -> None:
    """A form has its title, what stands above its fields, and of each its label, its choices, its hint and its value."""
    drawn = plain.form(form)
    stands_in_order(_pieces(form, plain.sentence), drawn)
    assert [value for value in _values(form, *TYPED_IN) if value not in drawn] == []
    has_no_marks(drawn)
    drawn = page.form(form)
    found = Page(drawn)
    stands_in_order(_pieces(form, lambda text: "".join(Page(page.sentence(text)).text)), "".join(found.text))
    assert found.links == [page.dialect(word).link for text in _sentences(form) for word in WORDS.findall(text)]
    assert found.elements <= OF_FORMS
    assert [value for value in found.values if value] == _values(form, *INPUTS)
    assert [value for value in _values(form, Kind.TEXT) if value not in "".join(found.text)] == []
    assert found.chosen == [choice.key for field in form.fields for choice in field.choices if is_chosen(field, choice)]
    has_no_marks(drawn)


def _sentences(form: Form) -> list[str]:
    return [text for text in (form.intro, *(field.hint for field in form.fields)) if text]


def _pieces(form: Form, said: Callable[[str], str]) -> list[str]:
    pieces = [form.title, *([said(form.intro)] if form.intro else [])]
    for field in form.fields:
        pieces += [field.label, *(choice.label for choice in field.choices)]
        pieces += [said(field.hint)] if field.hint else []
    return [*pieces, form.submit]


def _values(form: Form, *kinds: Kind) -> list[str]:
    return [str(begins_with(field.initial)) for field in form.fields if field.kind in kinds and field.initial]


def is_chosen(field: Field, choice: Choice) -> bool:
    return choice.key in (field.initial if isinstance(field.initial, list | tuple) else (field.initial,))
