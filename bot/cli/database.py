"""What the commands with a database share: open it, refuse in a sentence."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import NoReturn

import typer
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.settings import BadSettingsError, read_database_url
from rules.errors import Refusal
from storage import agreements, migrate
from storage.agreements import Agreement
from storage.database import open_engine, transaction
from storage.packs import known_packs


def stop(sentence: str, *, code: int = 1) -> NoReturn:
    """End the command with a sentence on standard error."""
    print(sentence, file=sys.stderr)
    raise typer.Exit(code)


@contextmanager
def database() -> Iterator[Session]:
    """Give a session on the deployment's database to change it in one transaction.

    What is printed meanwhile is shown once it is saved, so that nobody is told what was not: neither when saving fails
    nor when whoever reads has stopped listening. A refusal ends the command and changes nothing; so does typer.Exit,
    with which what was printed says what was found.
    """
    with _open() as engine:
        held = io.StringIO()
        try:
            with redirect_stdout(held), transaction(engine) as session:
                yield session
        except typer.Exit:
            print(held.getvalue(), end="")
            raise
    print(held.getvalue(), end="")


@contextmanager
def reading() -> Iterator[Session]:
    """Give a session on the deployment's database to read it; nothing is changed, and no database is made."""
    with _open() as engine, Session(engine) as session:
        yield session


@contextmanager
def _open() -> Iterator[Engine]:
    try:
        url = read_database_url()
    except BadSettingsError as error:
        stop(str(error), code=2)
    if migrate.pending(url):
        stop("The database is not ready for this version of Accord. Please run: python -m bot migrate")
    engine = open_engine(url)
    try:
        yield engine
    except Refusal as refusal:
        stop(_in_chat(str(refusal)))
    finally:
        engine.dispose()


def _in_chat(sentence: str) -> str:
    """Return a refusal's sentence with its words as one types them in the chat."""
    from bot.wiring import DIALECT  # noqa: PLC0415 (a chat is slow to load, and a command that is not refused needs none)
    from bot.words import spelt  # noqa: PLC0415

    return spelt(sentence, DIALECT)


@contextmanager
def loaded(key: str) -> Iterator[tuple[Session, Agreement] | None]:
    """Give a session and the loaded agreement of this id; None where none is, or where there is no database yet.

    One that is not brought up to date counts as none. For commands that read a pack otherwise: nothing is made, and no
    database is asked about a pack's file.
    """
    if Path(key).suffix or not _is_there():
        yield None
        return
    with reading() as session:
        agreement = agreements.by_key(session, key)
        yield (session, agreement) if agreement is not None else None


def _is_there() -> bool:
    try:
        return not migrate.pending(read_database_url())
    except BadSettingsError as error:
        stop(str(error), code=2)
    except OperationalError:
        stop("The database cannot be reached, so it is not known what is loaded. To read a pack alone, give its file.")


def find_agreement(session: Session, key: str) -> Agreement:
    """Return a loaded agreement; end the command with those there are when there is none of that id."""
    found = agreements.by_key(session, key)
    if found is None:
        known = ", ".join(agreement.key for agreement in agreements.all_agreements(session)) or "none"
        if key in known_packs():
            stop(f"The agreement {key} is not loaded. Loaded: {known}. To load it: python -m bot agreement load {key}")
        stop(f"There is no agreement {key}. Loaded: {known}. To load your own: python -m bot agreement load FILE")
    return found
