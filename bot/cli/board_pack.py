"""`python -m bot export board-pack`: some days of an agreement for its board, as one PDF and one workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.database import find_agreement, reading, stop
from bot.cli.packs import day_of
from bot.documents.board_pack import as_pdf, as_workbook
from bot.now import read_clock
from handlers.overview import board_pack


def export(
    agreement: Annotated[str, typer.Option(help="The agreement's id")],
    start: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day")],
    until: Annotated[str, typer.Option("--to", metavar="DATE", help="The last day")],
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="The folder to write both files to")],
) -> None:
    """Write the board pack of some days, both included: one PDF and one workbook. Private matters are left out."""
    first_on, last_on = day_of(start, "--from"), day_of(until, "--to")
    with reading() as session:
        facts = board_pack.facts_of(session, find_agreement(session, agreement), first_on, last_on, read_clock())
    name = f"board-pack-{facts['key']}-{first_on.isoformat()}-to-{last_on.isoformat()}"
    files = {out / f"{name}.pdf": as_pdf(facts), out / f"{name}.xlsx": as_workbook(facts)}
    try:
        out.mkdir(exist_ok=True)
        for file, content in files.items():
            file.write_bytes(content)
    except OSError as error:
        stop(f"{out} can't be written to: {error.strerror}. Please name a folder in one that is there.")
    for file in files:
        print(file)
    counts = [(section["name"], len(section["rows"])) for section in facts["sections"] if not section["within"]]
    print(", ".join(f"{name}: {count}" for name, count in counts))
