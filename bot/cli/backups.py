"""`python -m bot backup | restore | go-live`: everything in one folder, checked, put back, and let go on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot import backups, words
from bot.backups import Places
from bot.cli.database import database, stop
from bot.now import read_clock
from bot.settings import (
    BadSettingsError,
    read_database_url,
    read_files_folder,
    read_seal_folder,
)
from bot.wiring import DIALECT
from handlers import restoring
from rules.errors import Refusal
from rules.phrases import counted
from storage.outbox import Carries, Message

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="The backup's folder")]
LISTED = 200  # messages


def backup(
    folder: Folder,
    check: Annotated[bool, typer.Option("--check", help="Make none: say whether this one is whole")] = False,
) -> None:
    """Write the database, the documents and the seal into a new folder, while people go on; or check such a folder."""
    try:
        if check:
            _say_whole(backups.check(folder))
            return
        made = backups.make(folder, _places(), read_clock())
    except Refusal as refusal:
        stop(str(refusal))
    files, size = len(made.manifest["files"]), sum(one["bytes"] for one in made.manifest["files"].values())
    print(f"Backed up to {folder}: {counted(files, 'file')}, {counted(size, 'byte')}.")
    print(f"SHA-256 of its manifest: {made.sha256}")
    if made.faults:
        stop(f"Something could not be taken as it was. {backups.few(made.faults)}")


def _say_whole(found: backups.Made) -> None:
    if found.faults:
        stop(f"This backup of {restoring.when(found.made_at)} is NOT WHOLE. {backups.few(found.faults)}")
    print(f"Whole: the backup of {restoring.when(found.made_at)}, {counted(len(found.manifest['files']), 'file')}.")
    for key, one in found.manifest["agreements"].items():
        print(f"{key}: {counted(one['entries'], 'entry', 'entries')}, last hash {one['head']}")
    print(f"SHA-256 of its manifest: {found.sha256}")


def restore(
    folder: Folder,
    into: Annotated[str | None, typer.Option(help="An empty database; DATABASE_URL when left out")] = None,
) -> None:
    """Put a backup into an empty database, with its documents and its seal. Nothing is sent until `go-live`."""
    try:
        made = backups.put_back(folder, _places(into), read_clock())
    except Refusal as refusal:
        stop(str(refusal))
    print(f"Restored: the backup of {restoring.when(made.made_at)}. Nothing is sent, and nobody can act yet.")
    named = "" if into is None else f"Set DATABASE_URL to {into}. "
    print(f"{named}See what would be sent with: python -m bot go-live")


def go_live(
    yes: Annotated[bool, typer.Option("--yes", help="Let it go on now; without this, it is only shown")] = False,
    leave_out: Annotated[bool, typer.Option("--leave-out", help="Do not send what may have gone out already")] = False,
) -> None:
    """Show what a restored database would send, and what may have gone out already; with --yes, let it go on."""
    now = read_clock()
    with database() as session:
        found = restoring.to_send(session, now)
        if found is None:
            stop("No restored database waits here: there is nothing to let go on.")
        restore = found.restore
        print(
            f"Restored {restoring.when(restore.restored_at)} from the backup of {restoring.when(restore.backed_up_at)}."
        )
        print("What was done in between is not in it: please tell people to do it again.")
        again = "is left out" if leave_out else "goes out, perhaps once more"
        _list(f"May have gone out already, and {again}", found.unsure)
        _list("Has become due since, and goes out", found.due)
        print("Reminders and daily lists that are due follow within a minute, once each.")
        for key, numbers in found.numbers.items():
            print(f"{key}: the next numbers are {', '.join(numbers)}.")
        if yes:
            restoring.go_live(session, now, leave_out=leave_out)
    print("It is live." if yes else "Nothing is sent yet. To let it go on: python -m bot go-live --yes")


def _list(what: str, messages: list[Message]) -> None:
    print(f"{what}: {counted(len(messages), 'message')}.")
    for message in messages[:LISTED]:
        print(f"  {message.lane}  {message.queued_at:%Y-%m-%d %H:%M}  {_line(message)}")
    if len(messages) > LISTED:
        print(f"  and {len(messages) - LISTED} more")


def _line(message: Message) -> str:
    """Return what a message is in one line."""
    if message.carries in (Carries.COPY, Carries.DOCUMENT):
        return str(message.facts.get("name", message.template))
    if message.carries == Carries.LETTER:
        return f"a letter ({message.template})"
    line = words.render(message.template, message.facts, DIALECT).line
    return f"{line} (a change of a message that stands)" if message.edits is not None else line


def _places(into: str | None = None) -> Places:
    try:
        return Places(read_database_url(into), read_files_folder(), read_seal_folder())
    except BadSettingsError as error:
        stop(str(error), code=2)
