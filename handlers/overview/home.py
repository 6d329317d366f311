"""The home tab: what I owe first, then what my partner owes, the dates, and my settings."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers import actors
from handlers.actors import ACTING
from handlers.overview import debts, home_dates
from handlers.requests import Button, Request
from rules.days import WEEKDAYS
from storage import agreements, people
from storage.people import Account, Link, Person


def opened(session: Session, request: Request) -> Account | None:
    """Note that somebody opened their home tab; return their account, or None for a stranger."""
    user = request.user
    account = people.account_of_user(session, platform=user.platform, workspace=user.workspace, user=user.user)
    if account is not None:
        account.home_opened_at, account.home_stale_at = request.now, None
        home_dates.opened(account, session.get_one(Person, account.person_id), request.now)
    return account


def facts(session: Session, account: Account | None, now: datetime) -> tuple[dict[str, Any], tuple[Button, ...]]:
    """Return what the home tab shows, and the buttons under each of the matters it lists, in their order."""
    if account is None or account.link is not Link.LINKED:
        claimed = session.get_one(Person, account.person_id).name if account else None
        return {"linked": False, "claimed": claimed}, ()
    person = session.get_one(Person, account.person_id)
    owed = debts.of_person(session, person.id, now)
    return {
        "linked": True,
        "name": person.name,
        "now": now.isoformat(),
        "timezone": person.timezone,
        "owed": [
            {
                **debt.facts(session, now),
                "buttons": debts.buttons(session, [debt], person, now),
            }
            for debt in owed[:20]
        ],
        "more": max(0, len(owed) - 20),
        "partners": _partners(session, person, now),
        "dates": home_dates.facts(session, account, person, now),
        "digest_at": person.digest_at.strftime("%H:%M"),
        "days_off": [WEEKDAYS[day] for day in sorted(person.days_off)],
        "capacities": _capacities(session, person, now),
    }, (Button("settings", account.id), Button("raise_issue", 0))


def _capacities(session: Session, person: Person, now: datetime) -> list[dict[str, Any]]:
    held = actors.held_today(session, person.id, now)
    shown = []
    for holding in held:
        terms = agreements.current_terms(session, holding.agreement_id)
        partner = actors.name_of(terms, holding.partner) if holding.partner else None
        shown.append({"capacity": holding.capacity.value, "partner": partner, "agreement": terms.short_title})
    return shown


def _mine(session: Session, person: Person, now: datetime, *, acting: bool) -> dict[int, set[str]]:
    held = actors.held_today(session, person.id, now)
    mine: dict[int, set[str]] = {}
    for holding in held:
        if holding.partner and (not acting or holding.capacity in ACTING):
            mine.setdefault(holding.agreement_id, set()).add(holding.partner)
    return mine


def _partners(session: Session, person: Person, now: datetime) -> list[dict[str, Any]]:
    """Return what this person's partners owe where others than they would settle it."""
    acting, anyhow = _mine(session, person, now, acting=True), _mine(session, person, now, acting=False)
    rows = []
    for agreement_id, partners in anyhow.items():
        others = partners - acting.get(agreement_id, set())
        rows += [d.facts(session, now) for d in debts.of_agreement(session, agreement_id, now) if d.partner in others]
    return rows[:10]
