"""`python -m bot tracker load | import | export`: a tracker, begun, changed by a file, and written as one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from bot import sheets, trackers as shipped
from bot.cli.database import database, find_agreement, reading, stop
from bot.cli.previews import Preview, carried_out
from bot.letters import set_letter
from bot.now import read_clock
from handlers.trackers import facts as tracker_facts, file as tracker_file, importing as tracker_importing
from handlers.trackers.changes import By
from handlers.trackers.importing import Difference, Imported
from rules.phrases import counted
from storage import agreements, trackers
from storage.register import COMMAND_LINE

Key = Annotated[str | None, typer.Option("--tracker", metavar="KEY", help="Which tracker, where there are several")]
WhichSheet = Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="Which sheet of a workbook")]
AgreementId = Annotated[str, typer.Option(help="The agreement's id, such as one-halton-2021")]


def load(
    name: Annotated[str, typer.Argument(help="A tracker that comes with Accord, such as one-halton-2021")],
    tracker: Key = None,
) -> None:
    """Begin the tracker of a loaded agreement with the rows that come with Accord; change nothing if it is begun."""
    known = shipped.known()
    if name not in known:
        stop(f"No tracker {name} comes with Accord. There are: {', '.join(known)}. For your own: tracker import FILE.")
    with database() as session:
        agreement = find_agreement(session, name)
        rule = tracker_importing.rule_for(agreements.current_terms(session, agreement.id), tracker)
        rows = shipped.rows_of(name, rule)
        there = trackers.by_key(session, agreement.id, rule.key)
        if there is None:
            there = tracker_importing.begin(session, agreement, rule, rows, By(COMMAND_LINE, read_clock()))
            criteria = counted(len(rows), "criterion", "criteria")
            features = len({row.values.feature for row in rows})
            print(f"{there.reference} is loaded: {rule.name}, {counted(features, 'feature')}, {criteria}.")
            return
        found = tracker_importing.differences(there, rows)
        if not found:
            print(f"{there.reference} is loaded already, and says the same; nothing changed.")
            return
        print(f"{there.reference} is loaded already; nothing changed. What is different in the file:")
        for one in found:
            print(f"  {_in_words(one)}")
        print("To propose what a file says: python -m bot tracker import FILE, with a reason for each line.")
        raise typer.Exit(1)


def _in_words(it: Difference) -> str:
    if it.part is None:
        said = f"“{it.in_file}”" if it.in_tracker is None else f"“{it.in_tracker}”"
        return f"{it.number}: only in the {'file' if it.in_tracker is None else 'tracker'}, {said}"
    part = "criterion" if it.part == "title" else it.part
    return f"{it.number}, {part}: “{it.in_file}” in the file, “{it.in_tracker}” in the tracker"


def import_(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX; its first line names the columns")],
    agreement: AgreementId,
    tracker: Key = None,
    reason: Annotated[str, typer.Option(help="Why, for lines without a reason of their own")] = "",
    sheet: WhichSheet = None,
    preview: Preview = False,
) -> None:
    """Begin a tracker with a file, or propose what it changes: all of it, or nothing."""

    def do(session: Session) -> str:
        found = find_agreement(session, agreement)
        terms = agreements.current_terms(session, found.id)
        rule = tracker_importing.rule_for(terms, tracker)
        table = sheets.read(file, tracker_file.NEEDED, sheet)
        rows = tracker_file.read(table, rule)
        why = tracker_file.reason_of(reason)
        done = tracker_importing.import_rows(session, found, rule, rows, By(COMMAND_LINE, read_clock()), reason=why)
        what = _done(done, tracker_facts.forum_of(terms, rule))
        return "\n".join([f"{counted(len(rows), 'line')} read. {what}", *table.said])

    carried_out(do, preview=preview)


def _done(it: Imported, forum: str | None) -> str:
    if it.new and not (it.made or it.waiting or it.same):
        return f"The tracker is begun, with {counted(it.new, 'row')}."
    said = []
    if it.made:
        said.append(f"Changed: {it.made}.")
    if it.waiting:
        said.append(f"Waiting for the {forum}: {it.waiting}.")
    if it.new:
        said.append(f"New rows among them: {it.new}.")
    said.append(f"As before: {it.same}." if said else "Nothing is different; nothing changed.")
    if it.absent:
        said.append(f"Rows of the tracker that are not in the file, and stay as they are: {it.absent}.")
    return " ".join(said)


def export(
    agreement: AgreementId,
    out: Annotated[Path, typer.Option(help="The file to write: .csv, .xlsx or .pdf")],
    tracker: Key = None,
) -> None:
    """Write a tracker as a file: CSV or XLSX, which `import` reads back, or PDF to be read."""
    if out.suffix.lower() not in {".csv", ".xlsx", ".pdf"}:
        stop(f"{out} is none of .csv, .xlsx and .pdf. Please name a file that ends in one of these.")
    with reading() as session:
        found = find_agreement(session, agreement)
        rule = tracker_importing.rule_for(agreements.current_terms(session, found.id), tracker)
        there = trackers.by_key(session, found.id, rule.key)
        if there is None:
            stop(f"There is nothing in the {rule.name} yet. To begin it: python -m bot tracker import FILE")
        facts = tracker_facts.facts_of(session, there, read_clock())
    rows = [row for row in facts["rows"] if row["status"] is not None]
    cells = [tracker_file.cells_of(row) for row in rows]
    table = [list(tracker_file.EXPORTED), *([row[name] for name in tracker_file.EXPORTED] for row in cells)]
    try:
        match out.suffix.lower():
            case ".csv":
                out.write_bytes(sheets.as_csv(table))
            case ".xlsx":
                out.write_bytes(sheets.as_workbook(table, "Tracker"))
            case _:
                out.write_bytes(set_letter("tracker_report", facts).pdf)
    except OSError as error:
        stop(f"{out} can't be written: {error.strerror}. Please name a file in a folder that is there.")
    print(f"{out}: {counted(len(rows), 'row')}.")
