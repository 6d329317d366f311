"""What the commands on a pack share: read it, refuse in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import typer

from rules import likeness
from rules.terms import Terms


def stopped(sentence: str) -> typer.Exit:
    """Say on stderr what was wrong and what to write; return what ends the command with code 2 when it is raised."""
    typer.echo(sentence, err=True)
    return typer.Exit(2)


def meant(written: str, known: Sequence[str], *, otherwise: str) -> str:
    """Return a sentence that helps whoever wrote a name that is none: the nearest one, or what there is."""
    near = likeness.name(written, known)
    return f"Did you mean {near}?" if near else f"{otherwise}: {', '.join(known)}."


def day_of(text: str, option: str) -> date:
    """Return the day that was written for an option; end the command in a sentence when it is none."""
    day = as_day(text)
    if day is None:
        raise stopped(f"{option} {text}: this is not a day; write it as 2022-09-19.")
    return day


def as_day(text: str) -> date | None:
    """Return the day that was written as 2022-09-19, None where that is none: 2022-09 is not the first of the month."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def terms_of(agreement: str) -> Terms:
    """Return the terms of a pack that comes with Accord, or of a file; end the command in a sentence when it cannot."""
    from storage.packs import PackFaults, read_pack  # noqa: PLC0415 (a plain count needs no packs)

    try:
        return read_pack(agreement)
    except (PackFaults, OSError) as wrong:
        raise stopped(str(wrong)) from None
