"""`python -m bot calendar`: an agreement's year, every dated thing it implies, and what has no date and why.

An id that is loaded is read from the database: what was decided, when it began and ends, and the dates that run, but
for those of private matters. Anything else is a pack, and is read as the document has it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from textwrap import wrap
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from dateutil.relativedelta import relativedelta
from sqlalchemy.orm import Session

from bot.cli.agreement_summary import WIDTH
from bot.cli.database import loaded
from bot.cli.packs import day_of, stopped, terms_of
from bot.now import read_clock
from handlers.actors import local_day
from handlers.overview.calendar import known_of, of_matters
from rules.calendars import WorkingCalendar, pack_calendars
from rules.days import in_words
from rules.errors import Refusal
from rules.meetings import Plan
from rules.obligations import Known, Obligation, obligations
from rules.reviews import Declared
from rules.terms import Terms
from storage import agreements, closed_days
from storage.agreements import Agreement

_YEAR = relativedelta(months=12)
_DAY = len("Sat 31 Dec 2022")


def calendar(  # noqa: PLR0917 (typer reads options from parameters)
    agreement: Annotated[str, typer.Option(help="An agreement's id, or its pack's file")],
    start: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="The first day; today if left out")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="The last day; twelve months later if left out")
    ] = None,
    commenced: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it began, where the document leaves it open")
    ] = None,
    first: Annotated[
        list[str] | None,
        typer.Option(metavar="FORUM=DATE", help="The day of a forum's first meeting; repeatable"),
    ] = None,
    declared: Annotated[
        list[str] | None,
        typer.Option(metavar="REVIEW=DATE", help="The day of the event that makes a review due; repeatable"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON")] = False,
    ics: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write the dates to a file for calendar programs")
    ] = None,
) -> None:
    """Print every dated thing an agreement implies, each with its clause, and at the end what has no date and why.

    A loaded agreement is read from the database, with what was decided, its term and the dates of its open matters,
    private ones left out; otherwise, and where its pack's file is given, the pack alone is read.
    """
    now = read_clock()
    with loaded(agreement) as stored:
        terms, known, calendars, matters = _of_pack(agreement) if stored is None else _of_database(*stored, now)
    first_on = now.astimezone(ZoneInfo(terms.timezone)).date() if start is None else day_of(start, "--from")
    last_on = _a_year_on(first_on) if until is None else day_of(until, "--until")
    known = replace(
        known,
        commenced_on=known.commenced_on if commenced is None else day_of(commenced, "--commenced"),
        plans={
            **known.plans,
            **{forum: Plan(first_on=day) for forum, day in _named_days(first or [], "--first", "FORUM")},
        },
        declared=(
            *known.declared,
            *(Declared(review, day) for review, day in _named_days(declared or [], "--declared", "REVIEW")),
        ),
    )
    try:
        found = obligations(terms, known, first_on=first_on, until=last_on, calendars=calendars, extra=matters)
    except Refusal as refused:
        raise stopped(str(refused)) from None
    if ics is not None:
        from bot.ics import calendar_file  # noqa: PLC0415 (a list needs no calendar file)

        _write(ics, calendar_file(terms, found, stamp=now))
    print(
        json.dumps([_as_json(one) for one in found], indent=2, ensure_ascii=False)
        if as_json
        else "\n".join(_lines(terms, found, first_on, last_on, from_database=stored is not None))
    )


_Read = tuple[Terms, Known, Mapping[str, WorkingCalendar | None], list[Obligation]]


def _of_pack(agreement: str) -> _Read:
    terms = terms_of(agreement)
    return terms, Known(), pack_calendars(terms), []


def _of_database(session: Session, agreement: Agreement, now: datetime) -> _Read:
    """Return the terms with what was decided, what is known, the calendars, and the dates that run."""
    terms = agreements.current_terms(session, agreement.id)
    proclaimed = closed_days.proclaimed(session)
    return (
        terms,
        known_of(session, agreement),
        pack_calendars(terms, known_on=local_day(terms, now), proclaimed=proclaimed),
        of_matters(session, agreement.id, (), now),
    )


def _a_year_on(day: date) -> date:
    try:
        return day + _YEAR
    except (OverflowError, ValueError):
        return date.max


def _named_days(given: Iterable[str], option: str, name: str) -> Iterator[tuple[str, date]]:
    """Yield what was given as NAME=DATE; end the command in a sentence when it is not of that form."""
    for text in given:
        key, sign, day = text.partition("=")
        if not sign or not key:
            raise stopped(f"{option} {text}: write it as {name}=2022-09-19.")
        yield key, day_of(day, f"{option} {key}")


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as wrong:
        raise stopped(f"{file} cannot be written: {wrong.strerror}.") from None


def _as_json(one: Obligation) -> dict[str, Any]:
    return {
        "on": None if one.on is None else one.on.isoformat(),
        "nominal_on": None if one.nominal_on is None else one.nominal_on.isoformat(),
        "what": one.what,
        "clause": one.clause,
        "kind": one.kind.value,
        "note": one.note,
    }


def _lines(
    terms: Terms, found: Iterable[Obligation], first_on: date, last_on: date, *, from_database: bool
) -> Iterator[str]:
    dated = [one for one in found if one.on is not None]
    title = f"{terms.short_title} as it is loaded" if from_database else terms.short_title
    yield f"{title}, {in_words(first_on)} to {in_words(last_on)}"
    yield ""
    if not dated:
        yield "Nothing has a date in these days."
    for one in dated:
        yield from _entry(one, f"{one.on:%a} {one.on.day:>2} {one.on:%b %Y}" if one.on else "", _DAY + 2)
    undated = [one for one in found if one.on is None]
    if undated:
        yield from ("", "Without a date")
    for one in undated:
        yield from _entry(one, "", 2)


def _entry(one: Obligation, day: str, margin: int) -> Iterator[str]:
    """Yield a line for what is due, with its day before it, and further ones for what is to be said of its date."""
    clause = f" [{one.clause}]" if one.clause else ""
    further = " " * (margin + 4)
    yield from _wrapped(f"{one.what}{clause}", f"{day:<{margin}}", further)
    if one.note:
        yield from _wrapped(one.note, further, further)


def _wrapped(text: str, first: str, others: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)
