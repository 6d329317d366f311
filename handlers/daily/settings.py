"""When a person wants to hear from Accord: the hour of their daily list, and their days off."""

from __future__ import annotations

from datetime import time

from sqlalchemy.orm import Session

from handlers import actors
from handlers.daily import digests
from handlers.forms import Choice, Field, Form, FormRefused, Kind, Values
from handlers.requests import Answer, Request, Say
from rules.days import WEEKDAYS

HOURS = tuple(f"{hour:02d}:{minute:02d}" for hour in range(6, 20) for minute in (0, 30))


def draw(session: Session, request: Request) -> Form:
    """Return the form with a person's digest hour and days off as they stand."""
    person, account = actors.person_of(session, request.user)
    return Form(
        "settings",
        "Your settings",
        "Save",
        (
            Field(
                "digest_at",
                "Daily list at",
                Kind.CHOICE,
                choices=tuple(Choice(hour, hour) for hour in HOURS),
                initial=person.digest_at.strftime("%H:%M"),
                hint=f"Your time ({person.timezone}). There is none on a day when you owe nothing.",
            ),
            Field(
                "days_off",
                "Days off",
                Kind.CHOICES,
                required=False,
                choices=tuple(Choice(str(i), day) for i, day in enumerate(WEEKDAYS)),
                initial=tuple(str(day) for day in person.days_off),
                hint="Reminders wait until you are back; only one about its last day comes through.",
            ),
        ),
        row=account.id,
    )


def save(session: Session, request: Request, values: Values) -> Answer:
    """Save a person's digest hour and days off."""
    person, account = actors.person_of(session, request.user)
    if len(values.many("days_off")) == len(WEEKDAYS):
        raise FormRefused({"days_off": "Please leave at least one day on which you can be reached."})
    person.digest_at = time.fromisoformat(values.line("digest_at"))
    person.days_off = sorted(int(day) for day in values.many("days_off"))
    digests.plan(session, person, after=request.now)
    account.home_stale_at = request.now if account.home_opened_at else None
    return Say(
        "settings_saved",
        {"digest_at": person.digest_at.strftime("%H:%M"), "days_off": [WEEKDAYS[day] for day in person.days_off]},
    )
