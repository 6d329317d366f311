"""Words: Jinja templates rendered to blocks that every door can draw.

A template's own text carries light marks, read line by line:

    # a heading        - a list item        > a quotation        ^ small print        *bold* within a line
    ## a heading below one        |= a table's | columns        | a row | of cells (in letters: no door draws these)

What a template fills in is never read for marks. Jinja's `finalize` seals each value between two private
characters, and the marks are read around the seals: so a person's text can never mention anybody, forge a
link or make itself bold, whatever the door.

A template names a word of Accord's as `{{ word("issue", reference) }}`; the door's dialect says how one gets there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot import phrases
from handlers.forms import Worded
from rules.sentences import SIGNS as OURS, WORDS

MESSAGES = Path(__file__).parent.parent / "templates" / "messages"
LETTERS = MESSAGES.parent / "letters"
FORMS = MESSAGES.parent / "forms"

SEAL, UNSEAL, ACCOUNT, LINK = "\ue000", "\ue001", "\ue002", "\ue003"
_PIECES = re.compile(f"({SEAL}[^{UNSEAL}]*{UNSEAL})")
_CELLS_APART = " | "


class Mark(StrEnum):
    """What a block is."""

    HEADING = "heading"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    SMALL = "small"
    RULE = "rule"
    COLUMNS = "columns"
    ROW = "row"


TABLE = (Mark.COLUMNS, Mark.ROW)
TINTS = ("red", "amber", "green")
SIGNS: Mapping[str, Mark] = {
    "# ": Mark.HEADING,
    "## ": Mark.SUBHEADING,
    "- ": Mark.ITEM,
    "> ": Mark.QUOTE,
    "^ ": Mark.SMALL,
    "|= ": Mark.COLUMNS,
    "| ": Mark.ROW,
}


@dataclass(frozen=True)
class Run:
    """A piece of text in one style; with an account it stands for a person, with a link it leads somewhere."""

    text: str
    bold: bool = False
    account: str | None = None
    link: str | None = None


@dataclass(frozen=True)
class Block:
    """A line or paragraph of a message; a table's row has its cells, and their runs after each other.

    `tint` is a colour that a letter shows beside a row, whose words say it too; None: none.
    """

    mark: Mark
    runs: tuple[Run, ...]
    cells: tuple[tuple[Run, ...], ...] = ()
    tint: str | None = None

    @property
    def text(self) -> str:
        """Return the block's plain text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Words:
    """A message in words: one line for notifications, and the blocks of its body."""

    line: str
    blocks: tuple[Block, ...]


Dialect = Callable[[str], Run]
"""How a door says the way to a word of Accord's: as what one types or presses, or as a link."""


def no_door(word: str) -> Run:
    """Raise LookupError: what goes through no door, such as a letter, can't say how one gets to a word."""
    raise LookupError(f"This goes through no door, and names the word “{word}”.")


def render(template: str, facts: Mapping[str, Any], dialect: Dialect = no_door) -> Words:
    """Return a message's words, as a door with this dialect shows them.

    Raises jinja2.UndefinedError when a fact that a template names is missing.
    """
    environment = _environment(dialect)
    line = environment.get_template(f"{template}/line.txt").render(facts)
    body = environment.get_template(f"{template}/body.txt").render(facts)
    return Words(plain(line), read(body))


def begins_with(initial: Any) -> Any:
    """Return what a field of a form begins with: one plain line where a template says it."""
    if not isinstance(initial, Worded):
        return initial
    return plain(_environment().get_template(f"{initial.template}.txt").render(initial.facts))


def plain(rendered: str) -> str:
    """Return rendered text as one plain line."""
    return " ".join("".join(run.text for run in _runs(rendered)).split())


def runs_of(sentence: str, dialect: Dialect) -> tuple[Run, ...]:
    """Return a sentence of ours as runs: its words as a door with this dialect says them, all else as text."""
    pieces = enumerate(WORDS.split(sentence))
    return tuple(dialect(piece) if index % 2 else Run(bare(piece)) for index, piece in pieces if piece)


def spelt(sentence: str, dialect: Dialect) -> str:
    """Return a sentence of ours as text, as a door with this dialect says it."""
    return "".join(run.text for run in runs_of(sentence, dialect))


def read(rendered: str) -> tuple[Block, ...]:
    """Return the blocks of a rendered body."""
    blocks: list[Block] = []
    for line in _lines(rendered):
        mark, rest = _mark(line)
        if mark is None:
            continue
        if mark in TABLE:
            tint, rest = _tint(rest)
            cells = _cells(rest)
            blocks.append(Block(mark, _row(cells), cells, tint))
            continue
        runs = _runs(rest) if mark is not Mark.RULE else ()
        if runs or mark is Mark.RULE:
            blocks.append(Block(mark, runs))
    return tuple(blocks)


def _lines(rendered: str) -> list[str]:
    """Return the template's own lines: a line break inside a sealed value breaks none of them."""
    lines, current = [], ""
    for piece in _PIECES.split(rendered):
        if piece.startswith(SEAL):
            current += piece
            continue
        first, *others = piece.split("\n")
        current += first
        for other in others:
            lines.append(current)
            current = other
    return [*lines, current]


def _mark(line: str) -> tuple[Mark | None, str]:
    stripped = line.strip()
    if not stripped:
        return None, ""
    if stripped == "---":
        return Mark.RULE, ""
    for sign, mark in SIGNS.items():
        if stripped.startswith(sign):
            return mark, stripped[len(sign) :]
    return Mark.PARAGRAPH, stripped


def _tint(row: str) -> tuple[str | None, str]:
    """Return the colour that a row begins with, as `| {red} …`, None where it has none; and the row without it."""
    found = next((tint for tint in TINTS if row.startswith(f"{{{tint}}}")), None)
    return found, row if found is None else row[len(found) + 2 :]


def _cells(row: str) -> tuple[tuple[Run, ...], ...]:
    """Return the cells of a row: as with lines, what stands inside a sealed value parts none of them."""
    cells = [""]
    for piece in _PIECES.split(row):
        if piece.startswith(SEAL):
            cells[-1] += piece
            continue
        first, *others = piece.split("|")
        cells[-1] += first
        cells += others
    return tuple(_runs(cell.strip()) for cell in cells)


def _row(cells: tuple[tuple[Run, ...], ...]) -> tuple[Run, ...]:
    apart = (Run(_CELLS_APART),)
    return tuple(run for cell in cells for run in (*apart, *cell))[1:]


def _runs(text: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    bold = False
    for piece in _PIECES.split(text):
        if piece.startswith(SEAL):
            runs.append(_sealed(piece[1:-1], bold=bold))
            continue
        first, *others = piece.split("*")
        runs.append(Run(first, bold))
        for other in others:
            bold = not bold
            runs.append(Run(other, bold))
    return _joined(runs)


def _sealed(value: str, *, bold: bool) -> Run:
    if value.startswith(ACCOUNT):
        return Run(value[1:], bold, account=value[1:])
    if value.startswith(LINK):
        link, _, label = value[1:].partition(LINK)
        return Run(label or link, bold, link=link)
    return Run(value, bold)


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """Return the runs without empty ones, neighbours of one style as one."""
    joined: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        last = joined[-1] if joined else None
        if last and (last.bold, last.account, last.link, run.account, run.link) == (run.bold, None, None, None, None):
            joined[-1] = Run(last.text + run.text, run.bold)
        else:
            joined.append(run)
    return tuple(joined)


def as_text(words: Words) -> str:
    """Return a message as plain text, for a terminal or an e-mail."""
    signs = {Mark.ITEM: "  - ", Mark.QUOTE: "  | ", Mark.SMALL: "  "}
    lines: list[str] = []
    for block in words.blocks:
        if block.mark is Mark.RULE:
            lines.append("-" * 40)
            continue
        sign = signs.get(block.mark, "")
        lines.append(sign + block.text.replace("\n", "\n" + sign))
    return "\n".join(lines)


# --- The environment ----------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def _environment(dialect: Dialect = no_door) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([MESSAGES, LETTERS, FORMS]),
        undefined=StrictUndefined,
        finalize=_seal,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701 (values are sealed, and no door here writes HTML from text)
        auto_reload=False,
    )
    environment.filters |= {**phrases.FILTERS, "account": _account, "link": _link}
    environment.filters["said"] = lambda sentence: _said(runs_of(without_ticks(sentence), dialect))
    environment.filters["plain"] = lambda value: plain(_seal(value))
    environment.globals["word"] = lambda name, about="": _said([dialect(f"{bare(name)} {bare(about)}".strip())])
    return environment


class _Marked(str):
    """A value made below: an account, a link, or a sentence with links. Text that merely looks like one is not."""

    __slots__ = ()


def _seal(value: object) -> str:
    """Seal what a template fills in."""
    return f"{SEAL}{value if isinstance(value, _Marked) else bare(value)}{UNSEAL}"


def _account(user: object) -> str:
    return _Marked(ACCOUNT + bare(user))


def _link(url: object, label: object) -> str:
    return _Marked(LINK + bare(url) + LINK + bare(label))


def _said(runs: Iterable[Run]) -> str:
    """Return runs as a value that is sealed run by run."""
    return _Marked(f"{UNSEAL}{SEAL}".join(_link(run.link, run.text) if run.link else bare(run.text) for run in runs))


def bare(value: object) -> str:
    """Return a value as text with no signs of ours in it, whose direction ends with it."""
    return _closed(OURS.sub("", str(value)))


# What turns the direction of text, and what ends it; https://www.unicode.org/reports/tr9/.
_TURNS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def _closed(text: str) -> str:
    """Return text whose direction ends with it, so that a person's words never turn around those beside them."""
    still_open: list[str] = []
    for mark in _TURNING.findall(text):
        if mark in _TURNS:
            still_open.append(_TURNS[mark])
        elif mark in still_open:
            del still_open[len(still_open) - 1 - still_open[::-1].index(mark) :]
    return text + "".join(reversed(still_open))


def without_ticks(sentence: str) -> str:
    """Return a sentence without the ticks round what is typed on the command line; those of people's words stay."""
    return _COMMAND.sub(r"\1", sentence)


_COMMAND = re.compile("`(python -m [^`]*)`")
