"""`python -m bot document check`: whether a document can be taken to sign, and the SHA-256 that tells it apart."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.packs import stopped
from bot.documents.check import check as checked
from bot.words import counted
from rules.errors import Refusal


def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A PDF, or a scan as JPEG")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON")] = False,
) -> None:
    """Print what a document is and its SHA-256, or why it cannot be taken."""
    try:
        found = checked(file)
    except Refusal as refused:
        raise stopped(str(refused)) from None
    if as_json:
        print(json.dumps(asdict(found), indent=2))
        return
    kind = f"a PDF of {counted(found.pages, 'page')}" if found.kind == "pdf" else "a picture (JPEG)"
    print(f"{file.name} can be taken: {kind}, {counted(found.size_bytes, 'byte')}.")
    print(f"SHA-256: {found.sha256}")
    if found.signed:
        print("It carries an electronic signature already. Joining it with other pages would break that.")
