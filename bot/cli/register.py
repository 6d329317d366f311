"""`python -m bot register verify | check | show` and `export register | heads`: the record, proved and read."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from bot import words
from bot.cli.database import find_agreement, reading, stop
from bot.now import read_clock
from bot.settings import read_files_folder
from bot.wiring import DIALECT
from handlers import checking
from handlers.history import history, lines
from handlers.issues import facts as issue_facts
from rules import chains
from rules.errors import Refusal
from rules.phrases import counted
from storage import agreements, heads, register, rows
from storage.agreements import Agreement
from storage.issues import Issue


def verify(
    agreement: Annotated[str | None, typer.Option(help="One agreement's id; all of them when left out")] = None,
    against: Annotated[
        str | None,
        typer.Option(metavar="EARLIER", help="An earlier export, or a head of 64 digits from the channel"),
    ] = None,
) -> None:
    """Prove that no entry of the register was changed, removed or moved; exit with 1 and name the first if one was."""
    with reading() as session:
        chosen = [find_agreement(session, agreement)] if agreement else agreements.all_agreements(session)
        said = [_verified(session, found) for found in chosen]
        if against is not None:
            said.append(_compared(session, chosen, against))
    for _, line in said:
        print(line)
    if not all(well for well, _ in said):
        raise typer.Exit(1)


def _verified(session: Session, found: Agreement) -> tuple[bool, str]:
    damage = register.verify(session, found)
    if damage is None:
        head = found.register_head or "none yet"
        return True, f"{found.key}: whole, {found.register_entries} entries, last hash {head}"
    return False, f"{found.key}: DAMAGED at entry {damage.number}: {damage.what}."


def _compared(session: Session, chosen: list[Agreement], against: str) -> tuple[bool, str]:
    """Return how the registers stand to an earlier export, or to a head that was posted."""
    try:
        text = _decoded(Path(against).read_bytes()) if Path(against).is_file() else against
        if "{" in text:  # an export, also one that was cut at its beginning: no head in it is looked for
            return _compared_export(session, chosen, chains.read_export(text))
    except Refusal as refused:
        stop(f"{against} cannot be compared with. {refused}")
    except (OSError, ValueError):
        stop(f"{against} cannot be read as text.")
    heads = chains.heads_in(text)
    if not heads:
        stop(f"{against} is no file, and no head of a register: that has 64 digits from 0 to 9 and a to f.")
    found = {one.key: chains.against_head(heads[-1], register.links(session, one.id)) for one in chosen}
    key = next((key for key, compared in found.items() if compared.same), None)
    if key is not None:
        return True, f"{key}: {found[key].said}"
    if not found:
        return False, "No agreement is loaded, so there is nothing to compare."
    which = "all agreements" if len(found) > 1 else next(iter(found))
    return False, f"{which}: NOT THE SAME, {next(iter(found.values())).said}"


def _decoded(content: bytes) -> str:
    """Return what a file says, also one that was saved anew on Windows. Raises ValueError where it is no text."""
    return content.decode("utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig")


def _compared_export(session: Session, chosen: list[Agreement], earlier: list[chains.Link]) -> tuple[bool, str]:
    of = next((link.says["agreement_id"] for link in earlier if link.says is not None), None)
    mine = [one for one in chosen if of in (None, one.id)]
    if len(mine) != 1:
        stop("It does not tell of which agreement it is. Please say which with --agreement.")
    compared = chains.against_export(earlier, {link.number: link for link in register.links(session, mine[0].id)})
    return compared.same, f"{mine[0].key}: {'' if compared.same else 'NOT THE SAME, '}{compared.said}"


def check() -> None:
    """Play the register again and name every row, pack or file that says otherwise; exit with 1 if one does."""
    with reading() as session:
        found = [_verified(session, one) for one in agreements.all_agreements(session)]
        said = [line for well, line in found if not well] + list(checking.check(session, read_files_folder()))
    for line in said:
        print(line)
    if said:
        raise typer.Exit(1)
    print("The rows, the packs and the files say what the register says.")


def show(reference: Annotated[str, typer.Argument(help="An issue's reference, such as SEF-7")]) -> None:
    """Print one matter's history as a person reads it."""
    with reading() as session:
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
    """Print the register as JSON Lines, one entry each, with its hash. Private matters are left out by default.

    In the place of what is left out stands its number, its hash and the hash before, so that the chain can be followed.
    """
    with reading() as session:
        for line in lines(session, find_agreement(session, agreement), private=private):
            print(line)


def export_heads(
    agreement: Annotated[str, typer.Option(help="The agreement's id")],
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="The folder to write to")],
) -> None:
    """Write the heads that were posted in the channel, and the timestamps of those that an authority has stamped."""
    with reading() as session:
        found = heads.of_agreement(session, find_agreement(session, agreement).id)
    rows = [["day", "entries", "head", "timestamp"]]
    try:
        out.mkdir(exist_ok=True)
        for head in found:
            name = f"{head.told_on.isoformat()}.tst" if head.stamp is not None else ""
            rows.append([head.told_on.isoformat(), str(head.number), head.hash, name])
            if head.stamp is not None:
                (out / name).write_bytes(head.stamp)
        (out / "heads.csv").write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    except OSError as error:
        stop(f"{out} can't be written to: {error.strerror}. Please name a folder in one that is there.")
    stamped = sum(head.stamp is not None for head in found)
    print(f"{out}: {counted(len(found), 'head')}, {stamped} with a timestamp.")
