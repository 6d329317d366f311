"""Letters: words set as a PDF that is tagged for screen readers, archivable, and the same for the same facts.

The standards are PDF/A-3a and PDF/UA-1; https://typst.app/docs/reference/pdf/.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

import typst
from fontTools.ttLib import TTFont

from bot.words import LETTERS, Block, Mark, Run, Words, render

FONTS = LETTERS / "fonts"
LONGEST_NAME = 80
LONG = re.compile(r"(\S{65,})")  # a SHA-256 has 64, and fits on a line
HASH = re.compile(r"(?<![0-9a-zA-Z])([0-9a-f]{64})(?![0-9a-zA-Z])")
LONG_IN_CELL = re.compile(r"([^\s\-]{20,})")
NOT_ARCHIVABLE = {0xFEFF, 0xFFFD}  # PDF/A takes neither the byte order mark nor the replacement character


@dataclass(frozen=True)
class Letter:
    """A letter as it is sent: its title, the name of its file, and the PDF."""

    title: str
    name: str
    pdf: bytes


def set_letter(template: str, facts: Mapping[str, Any]) -> Letter:
    """Return a letter set from its template in `templates/letters/` and these facts.

    Its date is `dated_on`, an ISO date, so that the bytes depend on nothing but the facts. What no font of ours can
    show is written as its name. Raises jinja2.UndefinedError when a fact that the template names is missing.
    """
    words = render(template, facts)
    letter = {"title": _readable(words.line), "dated": facts["dated_on"], "blocks": _blocks(words)}
    pdf = typst.compile(
        str(LETTERS / "layout.typ"),
        root=str(LETTERS),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"letter": json.dumps(letter)},
        pdf_standards=["a-3a", "ua-1"],
        format="pdf",
    )
    name = re.sub(r"[^\w\- ]+", "", words.line)[:LONGEST_NAME].strip()
    return Letter(words.line, f"{name}.pdf", pdf)


def cell(text: str) -> list[dict[str, Any]]:
    """Return text for a cell of a table, in pieces for a layout: what the fonts can show, what is long by itself."""
    return _pieces(_readable(text), LONG_IN_CELL)


def _blocks(words: Words) -> list[dict[str, Any]]:
    """Return the blocks for the layout: the first heading is the title; items in a row are one list, rows one table.

    Raises ValueError when a template has a row with other cells than its table has columns.
    """
    blocks: list[dict[str, Any]] = []
    for mark, found in groupby(words.blocks, key=lambda block: block.mark):
        if mark is Mark.ITEM:
            blocks.append({"mark": "items", "items": [_runs(block.runs) for block in found]})
        elif mark is Mark.COLUMNS:
            blocks += [{"mark": "table", "columns": _cells(block), "rows": []} for block in found]
        elif mark is Mark.ROW:
            _add_rows(blocks, found)
        else:
            blocks += [{"mark": mark.value, "runs": _runs(block.runs)} for block in found]
    next(block for block in blocks if block["mark"] == Mark.HEADING)["mark"] = "title"
    return [block for block in blocks if block.get("rows") != []]


def _add_rows(blocks: list[dict[str, Any]], found: Iterable[Block]) -> None:
    table = blocks[-1] if blocks and blocks[-1]["mark"] == "table" else {"columns": []}
    for block in found:
        if len(block.cells) != len(table["columns"]):
            raise ValueError(f"{len(block.cells)} cells under {len(table['columns'])} columns: {block.text}")
        table["rows"].append({"cells": _cells(block), "tint": block.tint})


def _cells(block: Block) -> list[list[dict[str, Any]]]:
    return [_runs(cell, LONG_IN_CELL) for cell in block.cells]


def _runs(runs: Iterable[Run], long: re.Pattern[str] = LONG) -> list[dict[str, Any]]:
    return [{"pieces": _pieces(_readable(run.text), long), "bold": run.bold, "link": run.link} for run in runs]


def _pieces(text: str, long: re.Pattern[str]) -> list[dict[str, Any]]:
    """Return text in pieces, those apart that may have to break where there is no space, and hashes (SHA-256)."""
    pieces: list[dict[str, Any]] = []
    for at, part in enumerate(HASH.split(text)):
        if at % 2:
            pieces.append({"text": part, "long": False, "hash": True})
        else:
            found = enumerate(long.split(part))
            pieces += [{"text": piece, "long": index % 2 == 1, "hash": False} for index, piece in found if piece]
    return pieces


def _readable(text: str) -> str:
    """Return text with every character that the fonts cannot show as its name, such as [thumbs up sign]."""
    return "".join(character if ord(character) in _shown() else _named(character) for character in text)


def _named(character: str) -> str:
    if unicodedata.category(character) in ("Cc", "Cf", "Mn", "Zl", "Zp"):  # nothing to see: it shapes what is near it
        return " " if character.isspace() else ""
    return f"[{unicodedata.name(character, f'U+{ord(character):04X}').lower()}]"


@lru_cache(maxsize=1)
def _shown() -> frozenset[int]:
    """Return the characters that the fonts can show, and the end of a line."""
    found = set()
    for path in FONTS.glob("*.ttf"):
        with TTFont(path, lazy=True) as font:
            found |= set(font.getBestCmap())
    seen = {code for code in found if unicodedata.category(chr(code)) not in ("Cc", "Cn", "Co", "Cs")}
    return frozenset(seen - NOT_ARCHIVABLE | {ord("\n")})
