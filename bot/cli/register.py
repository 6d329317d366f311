"""`python -m bot register verify | show` and `export register`: the record, proved and read."""

from __future__ import annotations

from typing import Annotated

import typer

from bot import words
from bot.cli.database import database, find_agreement, stop
from bot.now import read_clock
from bot.wiring import DIALECT
from handlers.history import history, lines
from handlers.issues import facts as issue_facts
from storage import agreements, register, rows
from storage.issues import Issue


def verify(
    agreement: Annotated[str | None, typer.Option(help="One agreement's id; all of them when left out")] = None,
) -> None:
    """Prove that no entry of the register was changed, removed or moved; exit with 1 and name the first if one was."""
    damaged = False
    with database() as session:
        chosen = [find_agreement(session, agreement)] if agreement else agreements.all_agreements(session)
        for found in chosen:
            damage = register.verify(session, found)
            if damage is None:
                head = found.register_head or "none yet"
                print(f"{found.key}: whole, {found.register_entries} entries, last hash {head}")
            else:
                damaged = True
                print(f"{found.key}: DAMAGED at entry {damage.number}: {damage.what}.")
    if damaged:
        raise typer.Exit(1)


def show(reference: Annotated[str, typer.Argument(help="An issue's reference, such as SEF-7")]) -> None:
    """Print one matter's history as a person reads it."""
    with database() as session:
        issue = rows.by_reference(session, Issue, reference)
        if issue is None:
            stop(f"There is no issue {reference}. Its reference looks like SEF-7.")
        facts = issue_facts.facts_of(session, issue, read_clock())
        facts["dates"] = issue_facts.dates_of(session, issue)
        facts["history"] = history(session, issue)
        print(words.as_text(words.render("issue_detail", facts, DIALECT)))


def export(
    agreement: Annotated[str, typer.Option(help="The agreement's id")],
    private: Annotated[bool, typer.Option("--include-private", help="Also the matters that only some may see")] = False,
) -> None:
    """Print the register as JSON Lines, one entry each, with its hash. Private matters are left out by default."""
    with database() as session:
        for line in lines(session, find_agreement(session, agreement), private=private):
            print(line)
