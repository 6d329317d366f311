"""`python -m bot people import | list`: the roster."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from bot import sheets, words
from bot.cli.database import find_agreement, reading
from bot.cli.previews import Preview, carried_out
from bot.now import read_clock
from bot.wiring import DIALECT
from handlers.people import changes, file as roster_file, roster
from rules.phrases import counted
from storage import agreements
from storage.register import COMMAND_LINE

AgreementId = Annotated[str, typer.Option(help="The agreement's id, such as sefton-2022")]

WhichSheet = Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="Which sheet of a workbook")]
NEW = {"held", "account"}  # these are counted
ONE = {"people": "person", "capacities": "capacity", "seats": "seat", "accounts": "account"}


def import_(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX; its first line names the columns")],
    agreement: AgreementId,
    sheet: WhichSheet = None,
    preview: Preview = False,
) -> None:
    """Add people, capacities, seats and chat accounts from a file, CSV or XLSX: all of it, or nothing."""

    def do(session: Session) -> str:
        found = find_agreement(session, agreement)
        terms = agreements.current_terms(session, found.id)
        table = sheets.read(file, roster_file.NEEDED, sheet)
        rows = roster_file.read_sheet(table, terms)
        done = roster.import_roster(session, found, rows, platform="slack", by=COMMAND_LINE, now=read_clock())
        new = ", ".join(counted(number, ONE[what], what) for what, number in done.new.items())
        changed = [f"  {changes.in_words(one, terms)}" for one in done.changes if one.part not in NEW]
        said = ["Changed:", *changed] if changed else []
        return "\n".join([f"{counted(len(rows), 'line')} read. New: {new}.", *said, *table.said])

    carried_out(do, preview=preview)


def list_(agreement: AgreementId) -> None:
    """Print who acts for whom, and what is missing."""
    with reading() as session:
        found = find_agreement(session, agreement)
        terms = agreements.current_terms(session, found.id)
        facts = roster.roster_facts(session, found, terms, read_clock())
        print(words.as_text(words.render("people", facts, DIALECT)))
