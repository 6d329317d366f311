"""`python -m bot people import | list`: the roster."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot import words
from bot.cli.database import database, find_agreement, stop
from bot.now import read_clock
from bot.wiring import DIALECT
from handlers.people import file as roster_file, roster
from rules.phrases import counted
from storage import agreements

AgreementId = Annotated[str, typer.Option(help="The agreement's id, such as sefton-2022")]

ONE = {"people": "person", "capacities": "capacity", "seats": "seat", "accounts": "account"}


def import_(
    file: Annotated[Path, typer.Argument(help="CSV; its first line names the columns")],
    agreement: AgreementId,
) -> None:
    """Add people, capacities, seats and chat accounts from a CSV file: all of it, or nothing."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        stop(f"{file} can't be read: {error.strerror}.")
    except UnicodeDecodeError:
        stop(f"{file} is not UTF-8 text. In Excel, save it as “CSV UTF-8”.")
    with database() as session:
        found = find_agreement(session, agreement)
        rows = roster_file.read(text, agreements.current_terms(session, found.id))
        new = roster.import_roster(session, found, rows, platform="slack", by="command line", now=read_clock())
        said = ", ".join(counted(number, ONE[what], what) for what, number in new.items())
        print(f"{counted(len(rows), 'line')} read. New: {said}.")


def list_(agreement: AgreementId) -> None:
    """Print who acts for whom, and what is missing."""
    with database() as session:
        found = find_agreement(session, agreement)
        terms = agreements.current_terms(session, found.id)
        facts = roster.roster_facts(session, found, terms, read_clock())
        print(words.as_text(words.render("people", facts, DIALECT)))
