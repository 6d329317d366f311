"""`python -m bot agreement load | list | show`: agreements in the database."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.cli.agreement_files import PackName, read_or_stop
from bot.cli.agreement_summary import summary
from bot.cli.database import database, loaded, reading
from bot.now import read_clock
from handlers.actors import local_day
from handlers.agreements import loading
from handlers.overview import calendar
from handlers.signatures import new_pack
from rules.calendars import pack_calendars
from rules.days import in_words
from rules.obligations import Known, obligations
from rules.open_points import in_words as in_words_of, unsettled
from rules.phrases import counted
from storage import agreements, counters
from storage.packs import pack_source
from storage.register import COMMAND_LINE


def load(
    file: PackName,
    when: Annotated[
        str | None,
        typer.Option(metavar="REFERENCE", help="Not now: when the variation with this reference takes effect"),
    ] = None,
) -> None:
    """Load a pack. A changed one becomes a new version; matters under way keep theirs."""
    terms = read_or_stop(file)
    source = pack_source(file)
    with database() as session:
        if when is not None:
            asked = new_pack.stage(session, when, terms, source=source, now=read_clock(), by=COMMAND_LINE)
            print(f"The pack is kept. It is loaded when {asked.reference} takes effect: {asked.title}")
            return
        before = agreements.by_key(session, terms.id)
        known = agreements.latest_version(session, before.id).number if before else 0
        version = loading.load(session, terms, source=source, now=read_clock(), by=COMMAND_LINE)
        if version.number == known:
            print(f"{terms.id} is loaded already, as version {known}; nothing changed.")
        else:
            print(f"{terms.id} is loaded, version {version.number}: {counted(len(terms.partners), 'partner')}.")
        for point in unsettled(agreements.current_terms(session, version.agreement_id)):
            print(f"  left open by the document: {point.question} ({point.key})")


def list_() -> None:
    """List the agreements that are loaded."""
    with reading() as session:
        found = agreements.all_agreements(session)
        if not found:
            print("No agreement is loaded. To load one: python -m bot agreement load sefton-2022")
        for agreement in found:
            version = agreements.latest_version(session, agreement.id)
            terms = agreements.terms_if_readable(session, agreement.id)
            partners = counted(len(terms.partners), "partner") if terms is not None else "cannot be read"
            bound = (
                "runs in a channel" if agreements.channel_of(session, agreement.id) else "not bound to a channel yet"
            )
            print(
                f"{agreement.key:<24} version {version.number}  {partners:>12}  "
                f"{counted(counters.given(session, agreement, 'issue'), 'issue'):>11}  {bound}"
            )


def show(
    agreement: Annotated[str, typer.Argument(help="The id of a loaded agreement, a pack's name, or its file")],
) -> None:
    """Print an agreement on one page: who, which clocks, which ladder, its next twelve months, what it leaves open.

    A loaded agreement is shown with what was decided since of the points that its document leaves open.
    """
    now = read_clock()
    with loaded(agreement) as known:
        if known is not None:
            session, found = known
            terms = agreements.current_terms(session, found.id)
            today = local_day(terms, now)
            year = calendar.dated_or_why(session, found, (), today, today + calendar.A_YEAR, now)
            print(summary(terms, year=year))
            if found.commenced_on is not None:
                print(f"In effect since {in_words(found.commenced_on)}, by its signatures")
            if found.ended_on is not None:
                print(f"Ended with {in_words(found.ended_on)}, by its termination")
            points = {point.key: point for point in terms.open}
            for key, value in agreements.settlements(session, found.id).items():
                print(f"Decided: {key} is {in_words_of(terms, points[key], value) if key in points else value}")
            return
    terms = read_or_stop(agreement)
    today = local_day(terms, now)
    year = obligations(terms, Known(), first_on=today, until=today + calendar.A_YEAR, calendars=pack_calendars(terms))
    print(summary(terms, year=year))
