"""The dates on the home tab: as a list of what comes next, or as a month, as its owner has chosen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from handlers import actors
from handlers.milestones import facts as milestone_facts
from handlers.overview import calendar, running as dates
from handlers.requests import Answer, Button, Home, Request
from rules import months
from rules.dated import Obligation
from rules.errors import Refusal
from storage import agreements
from storage.agreements import Agreement
from storage.people import Account, Holding, Person

MATTERS = 10
SOON = timedelta(weeks=6)
OF_AGREEMENTS = 10
LONGEST_MONTH = 25
REACH = 12  # months that can be looked at before and after the one that it is


def facts(session: Session, account: Account, person: Person, now: datetime) -> dict[str, Any]:
    """Return the dates that the home tab shows in the way its owner has chosen, and the buttons that change it."""
    today = now.astimezone(ZoneInfo(person.timezone)).date()
    if not account.home_by_month:
        listed = _listed(session, person, today, now)
        return {"view": "list", "upcoming": listed, "switch": (Button("home_month", account.id),)}
    month = account.home_month_on or today.replace(day=1)
    buttons = [Button("home_list", account.id)]
    if month > months.beside(today, -REACH):
        buttons.append(Button("home_earlier", account.id))
    if month < months.beside(today, REACH):
        buttons.append(Button("home_later", account.id))
    return {
        "view": "month",
        "month": _month(session, person, month, today, now),
        "switch": tuple(buttons),
    }


def _mine(session: Session, person: Person, now: datetime) -> Iterator[tuple[Agreement, list[Holding], str | None]]:
    """Yield each agreement a person has a part in, their capacities there, and its name where there are several."""
    held = actors.held_today(session, person.id, now)
    ids = sorted(actors.parts_today(session, person.id, now))
    for agreement_id in ids:
        here = [holding for holding in held if holding.agreement_id == agreement_id]
        name = agreements.current_terms(session, agreement_id).short_title if len(ids) > 1 else None
        yield session.get_one(Agreement, agreement_id), here, name


def _listed(session: Session, person: Person, today: date, now: datetime) -> list[dict[str, Any]]:
    """Return the dates that run, and what the agreements ask for in the next weeks, soonest first.

    A milestone has its date from the day on which it is known, which can be years ahead: it is there in its last weeks.
    """
    running: list[dict[str, Any]] = []
    asked: list[dict[str, Any]] = []
    for agreement, held, name in _mine(session, person, now):
        running += [
            {**row, "on": row["deadline"]["due_on"], "matter": True}
            for row in dates.running(session, agreement.id, held, now)
            if row["kind"] != milestone_facts.MATTER or date.fromisoformat(row["deadline"]["due_on"]) <= today + SOON
        ]
        asked += [
            {**calendar.facts_of(one, name), "matter": False}
            for one in calendar.own_dates(session, agreement, today, today + SOON, now)
            if one.on is not None
        ]
    running.sort(key=lambda row: str(row["due_at"]))
    asked.sort(key=lambda row: str(row["on"]))
    return sorted([*running[:MATTERS], *asked[:OF_AGREEMENTS]], key=lambda row: str(row["on"]))


def _month(session: Session, person: Person, month: date, today: date, now: datetime) -> dict[str, Any]:
    """Return a month: its weeks with what is marked on each day, and below what that is."""
    last = months.last_of(month)
    found: list[tuple[date, Obligation, str | None]] = [
        (one.on, one, name)
        for agreement, held, name in _mine(session, person, now)
        for one in calendar.dated_or_why(session, agreement, held, month, last, now)
        if one.on is not None
    ]
    found.sort(key=lambda row: row[0])
    return {
        "name": f"{months.NAMES[month.month - 1]} {month.year}",
        "today": today.isoformat() if month <= today <= last else None,
        "weeks": [
            [{"on": day.on.isoformat(), "marks": day.marks, "today": day.today} for day in week]
            for week in months.weeks(month, [on for on, _, _ in found], today=today)
        ],
        "rows": [calendar.facts_of(one, name) for _, one, name in found[:LONGEST_MONTH]],
        "more": max(0, len(found) - LONGEST_MONTH),
    }


# --- Changing it --------------------------------------------------------------------------------------------------


def opened(account: Account, person: Person, now: datetime) -> None:
    """Leave a month that is over: whoever opens the home tab anew does not look for it there."""
    today = now.astimezone(ZoneInfo(person.timezone)).date()
    if account.home_month_on is not None and account.home_month_on < today.replace(day=1):
        account.home_month_on = None


def _own(session: Session, request: Request) -> tuple[Person, Account]:
    """Return who presses, and their account. Raises Refusal where the button is none of their own home tab."""
    person, account = actors.person_of(session, request.user)
    if request.row != account.id:
        raise Refusal("This button is on somebody else's home tab. Open your own, and press it there.")
    return person, account


def by_month(session: Session, request: Request) -> Answer:
    """Show the dates as a month from now on, and first the one that it is."""
    _, account = _own(session, request)
    account.home_by_month, account.home_month_on = True, None
    return Home(account)


def by_list(session: Session, request: Request) -> Answer:
    """Show the dates as a list from now on."""
    _, account = _own(session, request)
    account.home_by_month = False
    return Home(account)


def turn(by: int, session: Session, request: Request) -> Answer:
    """Show the month so many months later, or earlier, as far as one can look."""
    person, account = _own(session, request)
    today = request.now.astimezone(ZoneInfo(person.timezone)).date()
    wanted = months.beside(account.home_month_on or today, by)
    nearest, farthest = months.beside(today, -REACH), months.beside(today, REACH)
    account.home_by_month, account.home_month_on = True, min(max(wanted, nearest), farthest)
    return Home(account)
