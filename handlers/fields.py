"""Fields that several forms have: which partner, in which of its roles, with what evidence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from handlers.actors import Actor, local_day, name_of
from handlers.forms import Choice, Field, FormRefused, Kind, Values
from rules.days import in_words
from rules.last_days import last_of_day
from rules.terms import Partner, Role, Terms

ROLES = {
    Role.COMMISSIONER: "As a commissioner",
    Role.PROVIDER: "As a provider",
    Role.REGULATOR: "As a regulator",
    Role.OTHER: "As a partner",
}


def role_choices(terms: Terms, partner: str) -> tuple[Choice, ...]:
    """Return the roles of a partner that has to say which of them a matter is about; none where it has only one."""
    roles = next((known.roles for known in terms.partners if known.key == partner), ())
    return tuple(Choice(role.value, ROLES[role]) for role in roles) if len(roles) > 1 else ()


def partner_choices(partners: Iterable[Partner]) -> tuple[Choice, ...]:
    """Return partners to choose from, by their short names."""
    return tuple(Choice(partner.key, partner.short) for partner in partners)


def partner_field(terms: Terms, partners: tuple[str, ...]) -> Field:
    """Return the question for which partner something is done."""
    return Field(
        "partner", "For which partner", Kind.CHOICE, choices=tuple(Choice(p, name_of(terms, p)) for p in partners)
    )


def came_field() -> Field:
    """Return the question on which day something came that the secretary records, where its last day binds."""
    hint = "By that day it is in time, or not."
    return Field("came_on", "On which day it came, if not today", Kind.DATE, required=False, hint=hint)


def came_at(values: Values, actor: Actor, *, since: datetime, now: datetime) -> datetime:
    """Return when something came that the secretary records: now, or by the end of the day that was given.

    Raises FormRefused for a day to come, and for one before it could be done.
    """
    day, first = values.day("came_on") or actor.today, local_day(actor.terms, since)
    if not first <= day <= actor.today:
        raise FormRefused({"came_on": f"Please choose a day from {in_words(first)} to {in_words(actor.today)}."})
    return now if day == actor.today else last_of_day(day, ZoneInfo(actor.terms.timezone))


def evidence_field() -> Field:
    """Return the question every act on another's behalf must answer."""
    return Field(
        "evidence",
        "How it reached you",
        Kind.TEXT,
        limit=500,
        hint="Such as: e-mail from Jo Hall, 4 July 2022, 10:12. It is recorded as done on the partner's behalf.",
    )
