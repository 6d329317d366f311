"""`python -m bot signatures`: whether what the partners have signed takes effect, when, and what stops it."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from dateutil.parser import isoparse

from bot.cli.packs import meant, stopped, terms_of
from bot.now import read_clock
from rules.days import in_words
from rules.errors import Refusal
from rules.phrases import counted
from rules.signatures import Counterpart, Signing, signatories, signing
from rules.terms import Terms

COLUMNS = ("partner", "signed_on")


def signatures(
    agreement: Annotated[str, typer.Option(help="An agreement's id, or its pack's file")],
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE.csv", help="Who signed when: a partner and a day in each line, under a heading"),
    ] = None,
    begins: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it begins, where the document leaves it open")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="As things stand on this day; today if left out")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON")] = False,
) -> None:
    """Print who has signed, who has not, and whether and when the agreement takes effect by its own rule."""
    terms = terms_of(agreement)
    try:
        day = _day("--on", on) if on is not None else read_clock().date()
        if begins is not None:
            decided = terms.term.model_copy(update={"begins": _day("--begins", begins)})
            terms = terms.model_copy(update={"term": decided})
        found = signing(terms, _counterparts(terms, file, day) if file else [], on=day)
    except Refusal as refused:
        raise stopped(str(refused)) from None
    print(json.dumps(_as_json(found), indent=2) if as_json else "\n".join(_lines(terms, found)))


def _day(where: str, written: str) -> date:
    try:
        return isoparse(written.strip()).date()
    except ValueError:
        raise Refusal(f"{where}: {written.strip() or 'nothing'} is not a day. Write it as 2022-07-01.") from None


def _counterparts(terms: Terms, file: Path, on: date) -> list[Counterpart]:
    """Return what a file says was signed. Raises Refusal, with the line, for whatever cannot be so."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as wrong:
        raise Refusal(f"{file} cannot be read: {wrong.strerror}.") from None
    except UnicodeDecodeError:
        raise Refusal(f"{file} is not text in UTF-8. Save it as CSV (UTF-8).") from None
    rows = csv.DictReader(text.splitlines())
    if not set(COLUMNS) <= set(rows.fieldnames or ()):
        raise Refusal(f"{file}: the first line has to be {','.join(COLUMNS)}.")
    found, wanted = [], signatories(terms, on)
    for row in rows:
        where, partner = f"{file}, line {rows.line_num}", (row["partner"] or "").strip()
        if partner not in wanted:
            hint = meant(partner, wanted, otherwise="Those who sign are")
            raise Refusal(f"{where}: {partner or 'nobody'} does not sign for {terms.short_title}. {hint}")
        signed_on = _day(where, row["signed_on"] or "")
        if signed_on > on:
            raise Refusal(f"{where}: {in_words(signed_on)} is after {in_words(on)}. Give a later day with --on.")
        found.append(Counterpart(partner, signed_on))
    return found


def _as_json(found: Signing) -> dict[str, Any]:
    return {
        "needed": found.needed,
        "signed": {partner: day.isoformat() for partner, day in found.first.items()},
        "missing": list(found.missing),
        "without_row": list(found.without_row),
        "undated": found.undated,
        "effective_on": found.effective_on.isoformat() if found.effective_on else None,
    }


def _lines(terms: Terms, found: Signing) -> list[str]:
    names, rule = {partner.key: partner.short for partner in terms.partners}, terms.signatures.effect
    under = f" (clause {rule.clause})" if rule.clause else ""
    if found.effective_on is not None:
        effect = f"Takes effect on {in_words(found.effective_on)}{under}."
    else:
        effect = f"Not effective{under}."
    lines = [f"{terms.short_title}: {len(found.first)} of {counted(found.needed, 'partner')} signed. {effect}"]
    stops = [f"{names[key]} has not signed{_no_row(key, found)}." for key in found.missing]
    if found.undated:
        stops.append("The day on which it begins is blank. Once the partners have decided, give it with --begins.")
    if stops and found.effective_on is None:
        lines += ["", "What stops it", *(f"  {stop}" for stop in stops)]
    if found.first:
        width = max(len(names[key]) for key in found.first)
        lines += ["", "Signed", *(f"  {names[key]:<{width}}  {in_words(day)}" for key, day in found.first.items())]
    return [*lines, *(["", f"Note: {rule.note}"] if rule.note else [])]


def _no_row(partner: str, found: Signing) -> str:
    return ", and the document prints no row for it" if partner in found.without_row else ""
