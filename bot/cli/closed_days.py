"""`python -m bot closed-days add | list`: days proclaimed after the bank holidays were published."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from bot.cli.database import database, reading, stop
from bot.now import read_clock
from handlers import closed_days
from rules.terms import Base
from storage.closed_days import proclaimed


def add(
    day: Annotated[str, typer.Argument(help="The day, as 2022-09-19")],
    why: Annotated[str, typer.Option(help="Why, as people will read it")],
    calendar: Annotated[Base, typer.Option(help="The calendar it concerns")] = Base.ENGLAND_AND_WALES,
    opened: Annotated[bool, typer.Option("--open", help="The day is open after all, not closed")] = False,
) -> None:
    """Enter a day: open deadlines are dated anew, the people concerned are told, and the old dates are kept."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        stop(f"{day!r} is not a date. Write it as 2022-09-19.", code=2)
    with database() as session:
        moved = closed_days.proclaim(session, calendar=calendar, day=found, open_=opened, why=why, now=read_clock())
        state = "open" if opened else "closed"
        print(f"{found.isoformat()} is {state} on {calendar.value}: {why}. Deadlines dated anew: {moved}.")


def list_() -> None:
    """List the days that were entered by hand."""
    with reading() as session:
        found = proclaimed(session)
        if not found:
            print("No day was entered by hand.")
        for entry in found:
            print(
                f"{entry.day.isoformat()}  {'open' if entry.open else 'closed':<7} {entry.base.value:<18} {entry.why}"
            )
