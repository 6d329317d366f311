"""`python -m bot signatures`: whether what the partners have signed takes effect, when, and what stops it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from bot import sheets
from bot.cli.packs import as_day, meant, stopped, terms_of
from bot.now import read_clock
from handlers.actors import partners_by_name
from rules.days import in_words
from rules.errors import Refusal
from rules.names import as_read
from rules.phrases import counted, listed, named
from rules.sheets import Columns, Fault, Row, TableRefused, quoted, rows_of
from rules.signatures import Counterpart, Signing, lacking, lacks_words, signing
from rules.signers import capacities, rule_for, who_words
from rules.terms import Terms

NEEDED = ("partner", "signed_on")
ASKED = ("name", "position", "organisation")
"""What an agreement can ask for besides. Where a file has a column of it, an empty cell is a counterpart without it."""
COLUMNS = Columns(NEEDED, (*ASKED, "capacity"), loose=True)
NOTHING = "Nothing was counted"
MOST_DAYS = 6  # that are named one by one


def signatures(
    agreement: Annotated[str, typer.Option(help="An agreement's id, or its pack's file")],
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Who signed when (CSV, XLSX): a partner and a day in each line"),
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
        day = _day("--on", on) if on is not None else read_clock().astimezone(ZoneInfo(terms.timezone)).date()
        if begins is not None:
            decided = terms.term.model_copy(update={"begins": _day("--begins", begins)})
            terms = terms.model_copy(update={"term": decided})
        given, unseen, aside, people = _counterparts(terms, file) if file else ([], (), (), {})
    except Refusal as refused:
        raise stopped(str(refused)) from None
    found = signing(terms, given, on=day)
    if as_json:
        print(json.dumps(_as_json(found, day, given, people), indent=2))
    else:
        print("\n".join([*_lines(terms, found, day, given, people), *_unseen(terms, unseen), *_noted(aside)]))


def _day(where: str, written: str) -> date:
    day = as_day(written.strip())
    if day is None:
        raise Refusal(f"{where}: {written.strip() or 'nothing'} is not a day. Write it as 2022-07-01.")
    return day


def _counterparts(
    terms: Terms, file: Path
) -> tuple[list[Counterpart], tuple[str, ...], tuple[str, ...], dict[str, str]]:
    """Return what a file says was signed; what is asked for that it has no column of; how it was read; and who signed.

    The names are those of people as they are compared, each as it stands there.

    Raises Refusal, with the line and the cell, for whatever cannot be so.
    """
    sheet = sheets.read(file, NEEDED)
    rows = rows_of(sheet, COLUMNS, nothing=NOTHING)
    _check_columns(terms, rows)
    wanted = terms.signatures.by or tuple(partner.key for partner in terms.partners)
    names = {as_read(name): key for name, key in partners_by_name(terms).items() if key in wanted}
    faults: list[Fault] = []
    found = [one for one in (_counterpart(terms, row, wanted, names, faults) for row in rows) if one is not None]
    if faults:
        raise TableRefused(faults, sheet, NOTHING)
    heading = rows[0] if rows else None
    unseen = [name for name in terms.signatures.fields if name in ASKED and (heading is None or name not in heading)]
    people = {as_read(row.text("name")): row.text("name").strip() for row in reversed(rows) if "name" in row}
    return found, tuple(unseen), sheet.said, people


def _check_columns(terms: Terms, rows: Sequence[Row]) -> None:
    """Return where a file says who signed, if the agreement says how many do; raise Refusal where it does not."""
    rule = terms.signatures.signers
    if rule is None or not rows:
        return
    needed = ("name", "capacity") if rule.in_order else ("name",)
    without = [name for name in needed if name not in rows[0]]
    if without:
        under = f" (clause {rule.clause})" if rule.clause else ""
        raise Refusal(
            f"For each partner {who_words(rule)}{under}: write who signed, a line for each person. The file has no "
            f"{named('column', without)}. {NOTHING}."
        )


def _signers(
    terms: Terms, row: Row, partner: str | None, lacks: tuple[str, ...], faults: list[Fault]
) -> tuple[tuple[str, str], ...]:
    """Return who signed by a line, where the agreement asks for several: the name as it is read, and the capacity."""
    rule = rule_for(terms, partner) if partner is not None else None
    if rule is None or "name" in lacks:
        return ()
    name, known = as_read(row.text("name")), capacities(rule)
    written = row.text("capacity").strip().casefold() if "capacity" in row else ""
    if not name:
        faults.append(row.fault("nobody's name stands there. Write who signed.", "name"))
    if written not in known and (written or rule.in_order):
        said = f"{quoted(written)} is no capacity in which they sign" if written else "no capacity stands there"
        faults.append(row.fault(f"{said}. Write {listed(known, 'or')}.", "capacity"))
    return ((name, written or known[0]),)


def _counterpart(
    terms: Terms, row: Row, wanted: Sequence[str], names: Mapping[str, str], faults: list[Fault]
) -> Counterpart | None:
    written = row.text("partner").strip()
    partner = names.get(as_read(written))
    if not as_read(written):
        faults.append(
            row.fault(f"no partner stands there. Write whose signature it is, such as {wanted[0]}.", "partner")
        )
    elif partner is None:
        hint = meant(written, list(wanted), otherwise="Those who sign are")
        faults.append(row.fault(f"{written} does not sign for {terms.short_title}. {hint}", "partner"))
    stands = {name: row.text(name).strip() if name in row else "not looked at" for name in ASKED}
    stands["date"] = row.text("signed_on").strip()
    lacks = lacking(terms, stands)
    signers = _signers(terms, row, partner, lacks, faults)
    day = row.day("signed_on")
    if "date" not in lacks and (day is None or not day.exact):
        said = quoted(stands["date"]) if stands["date"] else "nothing"
        faults.append(row.fault(f"{said} is not a day. Write it as 2022-07-01.", "signed_on"))
        return None
    if partner is None:
        return None
    signed_on = date.min if day is None or "date" in lacks else day.first
    return Counterpart(partner, signed_on, lacks=lacks, signers=signers)


def _as_json(found: Signing, on: date, given: list[Counterpart], people: Mapping[str, str]) -> dict[str, Any]:
    later = [{"partner": one.partner, "signed_on": one.signed_on.isoformat()} for one in given if one.signed_on > on]
    return {
        "on": on.isoformat(),
        "needed": found.needed,
        "signed": {partner: day.isoformat() for partner, day in found.first.items()},
        "missing": list(found.missing),
        "without_row": list(found.without_row),
        "incomplete": {partner: list(lacks) for partner, lacks in found.incomplete.items()},
        **({"partly": _partly(found, people)} if found.partly else {}),
        "undated": found.undated,
        "effective_on": found.effective_on.isoformat() if found.effective_on else None,
        "left_aside": later,
    }


def _partly(found: Signing, people: Mapping[str, str]) -> dict[str, list[dict[str, str]]]:
    return {
        partner: [{"name": people[one.person], "signed_on": one.signed_on.isoformat()} for one in some]
        for partner, some in found.partly.items()
    }


def _lines(terms: Terms, found: Signing, on: date, given: list[Counterpart], people: Mapping[str, str]) -> list[str]:
    names, rule = {partner.key: partner.short for partner in terms.partners}, terms.signatures.effect
    under = f" (clause {rule.clause})" if rule.clause else ""
    if found.effective_on is not None:
        effect = f"Takes effect on {in_words(found.effective_on)}{under}."
    else:
        effect = f"Not effective{under}."
    lines = [f"{terms.short_title}: {len(found.first)} of {counted(found.needed, 'partner')} signed. {effect}"]
    gone = {one.partner for one in given if one.signed_on <= on} - found.first.keys() - set(found.missing)
    if gone:
        lines.append(
            f"Not counted, since they do not sign any more: {listed([names[key] for key in names if key in gone])}."
        )
    later = [one for one in given if one.signed_on > on]
    if later:
        aside = f"{counted(len(later), 'later row')} ({_days({one.signed_on for one in later}, on)})"
        lines.append(f"As on {on.day} {on:%B %Y}: {len(found.first)} of {found.needed}. Left aside: {aside}.")
    stops = [_stop(terms, names[key], key, found, people) for key in found.missing]
    if found.undated:
        stops.append("The day on which it begins is blank. Once the partners have decided, give it with --begins.")
    if stops and found.effective_on is None:
        lines += ["", "What stops it", *(f"  {stop}" for stop in stops)]
    if found.first:
        width = max(len(names[key]) for key in found.first)
        lines += ["", "Signed", *(f"  {names[key]:<{width}}  {in_words(day)}" for key, day in found.first.items())]
    return [*lines, *(["", f"Note: {rule.note}"] if rule.note else [])]


def _days(found: set[date], on: date) -> str:
    """Return days in words, in order and without the year that is also that of `on`; the first and last of many."""
    said = [f"{day.day} {day:%B}{'' if day.year == on.year else f' {day.year}'}" for day in sorted(found)]
    return ", ".join(said) if len(said) <= MOST_DAYS else f"{said[0]} to {said[-1]}"


def _unseen(terms: Terms, unseen: tuple[str, ...]) -> list[str]:
    if not unseen:
        return []
    under = f" (clause {terms.signatures.clause})" if terms.signatures.clause else ""
    return [
        "",
        f"Not looked at, as the file has no column of it: {', '.join(unseen)}. The document asks for it{under}.",
    ]


def _noted(said: tuple[str, ...]) -> list[str]:
    return ["", *said] if said else []


def _stop(terms: Terms, name: str, partner: str, found: Signing, people: Mapping[str, str]) -> str:
    if partner in found.incomplete:
        return f"The counterpart of {name} is incomplete, without {lacks_words(found.incomplete[partner])}."
    rule = rule_for(terms, partner)
    if rule is not None and rule.at_least > 1:
        some = found.partly.get(partner, ())
        who = f" ({', '.join(f'{people[one.person]}, {in_words(one.signed_on)}' for one in some)})" if some else ""
        return f"{name}: {len(some)} of {rule.at_least} have signed{who}{_no_row(partner, found)}."
    return f"{name} has not signed{_no_row(partner, found)}."


def _no_row(partner: str, found: Signing) -> str:
    return ", and the document prints no row for it" if partner in found.without_row else ""
