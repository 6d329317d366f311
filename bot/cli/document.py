"""`python -m bot document`: whether a document can be taken to sign; sealed once it must not change; verified later."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.packs import stopped
from bot.documents.check import check as checked
from bot.settings import BadSettingsError, read_seal_folder
from bot.wiring import read_clock
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


def seal(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A PDF that must not change any more")],
    out: Annotated[Path, typer.Option(help="Where the sealed copy goes; a file that is there already is kept")],
    reason: Annotated[str, typer.Option(help="Why it is sealed, as readers of the PDF show it")] = "Executed copy",
) -> None:
    """Write a sealed copy of a PDF, by this deployment's certificate; print its SHA-256."""
    from bot.documents.seal import own_seal  # noqa: PLC0415 (a check needs no cryptography)
    from bot.documents.seal import seal as sealed  # noqa: PLC0415

    try:
        picture = checked(file).kind != "pdf"
        if picture:
            raise stopped(f"{file.name} is a picture. Only a PDF can be sealed.")
        made = sealed(file.read_bytes(), own_seal(read_seal_folder(), read_clock()), reason=reason)
        with out.open("xb") as opened:
            opened.write(made)
    except FileExistsError:
        raise stopped(f"{out} is there already. Please choose another name.") from None
    except OSError as wrong:
        raise stopped(f"{out} cannot be written: {wrong.strerror}.") from None
    except (Refusal, BadSettingsError) as refused:
        raise stopped(str(refused)) from None
    print(f"{out} is sealed.")
    print(f"SHA-256: {hashlib.sha256(made).hexdigest()}")


def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A sealed PDF")],
    certificate: Annotated[
        Path | None, typer.Option(metavar="PEM", help="Whose seal it has to be; this deployment's if left out")
    ] = None,
) -> None:
    """Print who sealed a document, if not one byte has been changed or added since; say what is wrong if not."""
    from bot.documents.seal import certificate_of, own_seal  # noqa: PLC0415 (a check needs no cryptography)
    from bot.documents.seal import verify as verified  # noqa: PLC0415

    try:
        trusted = certificate_of(certificate) if certificate else own_seal(read_seal_folder(), read_clock()).certificate
        content = file.read_bytes()
        found = verified(content, trusted)
    except OSError as wrong:
        raise stopped(f"{file} cannot be read: {wrong.strerror}.") from None
    except (Refusal, BadSettingsError) as refused:
        raise stopped(f"{file.name} is not accepted. {refused}") from None
    print(f"{file.name} is as it was sealed: whole, and nothing added.")
    print(f"Sealed by: {found.name} (certificate {found.fingerprint})")
    if found.sealed_at is not None:
        print(f"Sealed at: {found.sealed_at.isoformat()}, by the clock of the machine that sealed it")
    print(f"SHA-256: {hashlib.sha256(content).hexdigest()}")
