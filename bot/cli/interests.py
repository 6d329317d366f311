"""`python -m bot export interests`: the register of interests, as it is published."""

from __future__ import annotations

import csv
import io
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from bot import letters
from bot.cli.database import find_agreement, reading, stop
from bot.now import read_clock
from bot.sheets import as_workbook
from handlers.overview import interests as conflict_register
from rules.phrases import counted
from rules.sheets import no_formula

COLUMNS = (
    "reference", "title", "partner", "person", "category", "nature", "arises", "particulars", "since", "declared",
    "ended", "matters", "handling",
)  # fmt: skip
WITHHELD = "withheld"
NOTHING = "has declared nothing"


class Format(StrEnum):
    """What the register is written as."""

    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


def export(
    agreement: Annotated[str, typer.Option(help="The agreement's id")],
    out: Annotated[Path, typer.Option(help="The file to write")],
    as_: Annotated[Format, typer.Option("--format", help="What to write it as")] = Format.CSV,
) -> None:
    """Write the register of interests, fit to publish: what the secretary agreed to withhold is not in it."""
    with reading() as session:
        facts = conflict_register.published(session, find_agreement(session, agreement), read_clock())
    try:
        out.write_bytes(_written(facts, as_))
    except OSError as error:
        stop(f"{out} can't be written: {error.strerror}. Please name a file in a folder that is there.")
    print(f"{out}: {counted(len(facts['entries']), 'entry', 'entries')}.")


def _written(facts: dict[str, Any], as_: Format) -> bytes:
    match as_:
        case Format.CSV:
            return as_csv(facts).encode("utf-8-sig")
        case Format.XLSX:
            return as_xlsx(facts)
    return letters.set_letter("interests_register", facts).pdf


def table(facts: dict[str, Any]) -> list[list[str]]:
    """Return the register as rows of text, the names of the columns first."""
    rows = [[_cell(name, entry[name]) for name in COLUMNS] for entry in facts["entries"]]
    silent = [["", NOTHING, name, *[""] * (len(COLUMNS) - 3)] for name in facts["undeclared"] or ()]
    return [list(COLUMNS), *rows, *silent]


def _cell(name: str, value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    if value is None:
        return WITHHELD if name in ("title", "particulars") else ""
    return str(value)


def as_csv(facts: dict[str, Any]) -> str:
    """Return the register as CSV. A spreadsheet takes no cell of it for a formula (CWE-1236)."""
    text = io.StringIO()
    csv.writer(text).writerows([[no_formula(cell) for cell in row] for row in table(facts)])
    return text.getvalue()


def as_xlsx(facts: dict[str, Any]) -> bytes:
    """Return the register as a workbook of one sheet; every cell is text."""
    return as_workbook(table(facts), "Interests")
