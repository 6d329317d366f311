"""`python -m bot agreement renew`: a pack's file is put into the words of today."""

from __future__ import annotations

import shutil
from codecs import BOM_UTF8
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.agreement_files import counted, refuse
from bot.cli.packs import stopped
from rules.renewal import NOTHING
from storage.pack_renewal import Renewal, renewal
from storage.packs import PackFaults, known_packs, pack_source, parse_pack
from storage.yaml_text import one_line

PackFile = Annotated[str, typer.Argument(metavar="FILE", help="A pack's file; it is written anew where it stands")]

_WIDTH = 110


def renew(file: PackFile) -> None:
    """Put a pack's file into the words of today, and say what changed; the rest of it stays as it is."""
    if file in known_packs():
        raise stopped(f"{file} comes with Accord, in the words of today. Name a file of your own.")
    try:
        done = renewal(pack_source(file), file=file)
    except PackFaults as error:
        refuse(error)
    if not done.changes:
        print(f"{file} is in the words of today already; nothing changed.")
        return
    try:
        _write(Path(file).resolve(), done.text)
    except OSError as error:
        raise stopped(
            f"{file} cannot be written ({error.strerror}); nothing changed. Check who may write it."
        ) from None
    _tell(file, done)
    try:
        parse_pack(done.text, file=file)
    except PackFaults as error:
        print(f"It has {counted(error)}: python -m bot agreement check {file}")


def _write(file: Path, text: str) -> None:
    """Write the file in one go: a power cut leaves the old one or the new one. A byte order mark stays."""
    beside = file.with_name(f".{file.name}.new")
    mark = BOM_UTF8 if file.read_bytes().startswith(BOM_UTF8) else b""
    beside.write_bytes(mark + text.encode())
    shutil.copymode(file, beside)
    beside.replace(file)


def _tell(file: str, done: Renewal) -> None:
    number = len(done.changes)
    print(f"{file} is in the words of today: {number} place{'' if number == 1 else 's'} changed.")
    for place, it in done.changes:
        print(f"{'+' if it.was is NOTHING else '-' if it.now is NOTHING else '~'} {place}")
        if it.was is not NOTHING:
            print(f"    was: {_shown(it.was)}")
        if it.now is not NOTHING:
            print(f"    now: {_shown(it.now)}")
    if done.lost:
        print("These comments stood in what was written anew, and are gone:")
        print("\n".join(f"    {comment}" for comment in done.lost))


def _shown(value: Any) -> str:
    shown = one_line(value)
    return shown if len(shown) <= _WIDTH else f"{shown[:_WIDTH]}..."
