"""`python -m bot document check | seal | verify`: whether one can be taken to sign; sealed against change; verified."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.packs import stopped
from bot.documents.check import check as checked
from bot.now import read_clock
from bot.settings import BadSettingsError, read_database_url, read_seal_folder, read_seal_timestamps
from rules.errors import Refusal
from rules.phrases import counted


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
    from bot.documents.seal import own_seal, seal as sealed  # noqa: PLC0415 (a check needs no cryptography)

    try:
        picture = checked(file).kind != "pdf"
        if picture:
            raise stopped(f"{file.name} is a picture. Only a PDF can be sealed.")
        mine = own_seal(read_seal_folder(), read_clock())
        made = sealed(file.read_bytes(), mine, reason=reason, timestamps=read_seal_timestamps())
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
    sha256: Annotated[
        str | None, typer.Option(metavar="HEX", help="The SHA-256 the file has to have, as it was kept elsewhere")
    ] = None,
) -> None:
    """Print who sealed a document, if not one byte has been changed or added since; say what is wrong if not."""
    from bot.documents.joining import attached, reference_of  # noqa: PLC0415 (a check needs no cryptography)
    from bot.documents.seal import (  # noqa: PLC0415
        certificate_of,
        own_certificate,
        verify as verified,
    )

    try:
        trusted = certificate_of(certificate) if certificate else own_certificate(read_seal_folder())
        content = file.read_bytes()
        found = verified(content, trusted)
        reference = reference_of(content)
        issued = known_hash(reference) if reference else None
        _refuse_another(content, sha256)
        _refuse_another(content, issued)
    except OSError as wrong:
        raise stopped(f"{file} cannot be read: {wrong.strerror}.") from None
    except (Refusal, BadSettingsError) as refused:
        raise stopped(f"{file.name} is not accepted. {refused}") from None
    print(f"{file.name} is as it was sealed: whole, and nothing added.")
    if reference is not None:
        print(f"It is the executed copy of {reference}{' that was issued' if issued else ', as it says itself'}.")
    for name, hash_ in attached(content).items():
        print(f"Attached: {name}, SHA-256 {hash_}")
    print(f"Sealed by: {found.name} (certificate {found.fingerprint})")
    if found.sealed_at is not None:
        print(f"Sealed at: {found.sealed_at.isoformat()}, by the clock of the machine that sealed it")
    if found.stamp is not None:
        print(f"Timestamp: {found.stamp.at.isoformat()}, by {found.stamp.name} (certificate {found.stamp.fingerprint})")
    print(f"SHA-256: {hashlib.sha256(content).hexdigest()}")


def _refuse_another(content: bytes, known: str | None) -> None:
    """Raise Refusal for a file that is not the one whose SHA-256 was kept; with None, none was."""
    if known is None:
        return
    if re.fullmatch("[0-9a-f]{64}", known.strip().lower()) is None:
        raise Refusal("What it is compared with is no SHA-256: that has 64 characters from 0 to 9 and a to f.")
    found = hashlib.sha256(content).hexdigest()
    if found != known.strip().lower():
        raise Refusal(f"It is another file than the one that was issued: its SHA-256 is {found}.")


def known_hash(reference: str) -> str | None:
    """Return the SHA-256 of the executed copy that this deployment issued under a reference; None where it has none.

    Somebody who verifies elsewhere has no database of ours: then there is nothing to compare with but --sha256.
    """
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415 (a check needs no database)

    from storage import migrate, signatures  # noqa: PLC0415
    from storage.database import open_engine, transaction  # noqa: PLC0415

    url = read_database_url()
    try:
        if migrate.pending(url):
            return None
        engine = open_engine(url)
        try:
            with transaction(engine) as session:
                return signatures.of_executed(session, reference)
        finally:
            engine.dispose()
    except SQLAlchemyError:
        print("The database can't be asked which file was issued. Give its SHA-256 with --sha256.", file=sys.stderr)
        return None
