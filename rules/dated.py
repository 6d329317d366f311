"""Something an agreement asks for on a day, what it is worked out of, and what is said of its date. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rules.calendars import WorkingCalendar
from rules.days import in_words
from rules.meetings import Plan
from rules.moments import Happened, of_agreement
from rules.reviews import Declared
from rules.term import InForce
from rules.terms import Event, Rule, Terms

UNPUBLISHED = "Provisional: the bank holidays are not published so far ahead."
UNDECIDED = "Not moved to an operational day: which days are operational is not decided."


class Kind(StrEnum):
    """What kind of thing has a date."""

    BEGINS = "begins"
    ENDS = "ends"
    END_WARNING = "end-warning"
    REVIEW = "review"
    MEETING = "meeting"
    NOTICE = "notice"
    PAPERS = "papers"
    MEETINGS_A_YEAR = "meetings-a-year"
    REFRESH = "refresh"
    MILESTONE = "milestone"
    CONSULTATION = "consultation"
    CLOCK = "clock"
    LEADS = "leads"
    PARTNER = "partner"
    MATTER = "matter"


@dataclass(frozen=True)
class Obligation:
    """Something an agreement asks for.

    `key` names it for ever within its agreement, whatever day it is moved to. `on` is its day, None where it has none:
    `note` then says why. `nominal_on` is the day that the agreement gives, and `on` can be an operational one beside
    it. `what` is a line for people. `owner` is the partner or forum whose business it is, None: all partners. `note` is
    one or more sentences on the date, None where nothing is to be said.
    """

    key: str
    kind: Kind
    what: str
    clause: str | None
    on: date | None
    nominal_on: date | None
    note: str | None = None
    owner: str | None = None


@dataclass(frozen=True)
class Known:
    """The facts that a pack does not have: when it began, ended and was signed, which meetings, which events.

    `signed_on` is the day on which the last partner signed the agreement itself.
    `plans` has what is known of a forum's meetings by the forum's key. None, and what is left out: nobody has said.
    """

    commenced_on: date | None = None
    ends_on: date | None = None
    signed_on: date | None = None
    plans: Mapping[str, Plan] = field(default_factory=dict)
    declared: tuple[Declared, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What each kind of obligation is worked out of: the terms, the facts, the window, the pack's calendars."""

    terms: Terms
    known: Known
    force: InForce
    first_on: date
    until: date
    calendars: Mapping[str, WorkingCalendar | None]

    @property
    def facts(self) -> dict[str, Happened]:
        """Return what has happened to the agreement, for what counts from it."""
        signed = {} if self.known.signed_on is None else {Event.SIGNED.value: self.known.signed_on}
        return {**of_agreement(self.force), **signed}


def row(
    key: str,
    kind: Kind,
    what: str,
    rule: Rule,
    on: date | None,
    nominal: date | None = None,
    *,
    note: str | None = None,
    owner: str | None = None,
) -> Obligation:
    """Return an obligation under the clause of a rule; without a nominal day of its own it has the same one."""
    return Obligation(key, kind, what, rule.clause, on, nominal or on, note, owner)


def moved(nominal: date, on: date, *, provisional: bool = False) -> str | None:
    """Return what is to be said of a day that may have been moved to an operational one, None when nothing is."""
    from_where = f"Moved from {in_words(nominal)}." if nominal != on else None
    return joined(from_where, UNPUBLISHED if provisional else None)


def joined(*sentences: str | None) -> str | None:
    """Return the sentences that there are in one text, None when there is none."""
    return " ".join(one for one in sentences if one) or None
