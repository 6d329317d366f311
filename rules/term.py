"""When an agreement begins and ends, what can be done before it ends, and what would outlive it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeVar

from rules.days import in_words
from rules.errors import Refusal
from rules.terms import Change, Rule, Terms

WARNED_DAYS_BEFORE = (90, 60, 30)

K = TypeVar("K")
How = Literal["variation", "extension", "termination"]

_BEGINS = {
    "stated-date": "It begins on a stated date, which the document leaves blank",
    "date-signed": "It begins on the date signed, and no such day is given",
    "last-signature": "It begins with the last signature, and no such day is given",
    "latest-first-counterpart": "It begins when each partner has signed a counterpart, and no such day is given",
}


@dataclass(frozen=True)
class InForce:
    """The days from and to which an agreement is in force, both in it.

    `begins_on` None: nobody has said on which day it begins, and `begins_why` says what it waits for. `ends_on` None:
    no end is known, and `ends_why` says why. Each reason is a sentence, and None where the day is known.
    """

    begins_on: date | None
    ends_on: date | None
    begins_why: str | None = None
    ends_why: str | None = None

    def begun_by(self, day: date) -> bool:
        """Return whether it is known to have begun, or may have, by a day; True where nobody knows when it begins."""
        return self.begins_on is None or self.begins_on <= day

    def over_by(self, day: date) -> bool:
        """Return whether it has ended before a day; False on its last day, and where no end is known."""
        return self.ends_on is not None and self.ends_on < day


@dataclass(frozen=True)
class Option:
    """Something the partners can do about an agreement, as its pack has it: by which rule, in which form, under what.

    `forum` is the key of the forum it is expected to go through, None where the document names none. `note` is what the
    pack has to say of it, None where it says nothing.
    """

    how: How
    rule: str
    rule_name: str
    clause: str | None
    written: bool
    signed: bool
    forum: str | None
    note: str | None = None


@dataclass(frozen=True)
class Options:
    """What the partners can do before an agreement ends. None: the document says nothing of it."""

    extend: Option | None
    revise: Option | None
    end: Option | None


@dataclass(frozen=True)
class EndWarning:
    """A day on which people are told that the agreement ends so many calendar days later, and what they can do."""

    on: date
    days_before: int
    options: Options


def in_force(terms: Terms, *, commenced_on: date | None = None, ends_on: date | None = None) -> InForce:
    """Return from when to when the agreement is in force.

    `commenced_on` is the day on which it began as a fact: decided by the partners, or worked out of the signatures. It
    stands above the pack's own date, which the signatures can come after. `ends_on` is its last day where the partners
    have extended it or ended it early. None: what the pack says counts.

    Raises Refusal for an agreement that would begin after its last day.
    """
    begins = commenced_on or terms.term.begins
    ends = ends_on or terms.term.ends
    if begins and ends and begins > ends:
        raise Refusal(
            f"{terms.short_title} ends on {in_words(ends)}{_in(terms.term)}, so it cannot begin on {in_words(begins)}. "
            "Give the day on which it began, or extend it first."
        )
    effect = terms.signatures.effect
    return InForce(
        begins_on=begins,
        ends_on=ends,
        begins_why=None if begins else f"{_BEGINS[effect.rule]}{_in(effect)}.",
        ends_why=None if ends else f"{_no_end(terms)}{_in(terms.term)}.",
    )


def options(terms: Terms) -> Options:
    """Return how the agreement can be extended, revised or ended, as its pack says under `changes`."""
    known: dict[str, Change] = {change.how: change for change in terms.changes}

    def by(how: How) -> Option | None:
        change = known.get(how)
        if change is None:
            return None
        rule = terms.decision_rules[change.rule]
        clause = change.clause or rule.clause
        written = change.written or rule.written
        return Option(how, change.rule, rule.name, clause, written, change.signed, change.forum, change.note)

    return Options(extend=by("extension"), revise=by("variation"), end=by("termination"))


def warnings(terms: Terms, ends_on: date) -> tuple[EndWarning, ...]:
    """Return the days on which people are warned of the agreement's end, earliest first, with what can be done then.

    They are 90, 60 and 30 calendar days before its last day. A closed day is not moved: it is a day on a calendar, and
    when it reaches somebody is for the reminders to say.
    """
    can = options(terms)
    return tuple(EndWarning(ends_on - timedelta(days=days), days, can) for days in WARNED_DAYS_BEFORE)


def outlive(ends_on: date | None, due: Mapping[K, date]) -> tuple[K, ...]:
    """Return which of these matters are due after the agreement's last day, the earliest first.

    `due` has the day of each. What is due on the last day itself does not outlive it; nothing outlives an agreement
    without an end (None).
    """
    if ends_on is None:
        return ()
    return tuple(sorted((matter for matter, day in due.items() if day > ends_on), key=due.__getitem__))


def _no_end(terms: Terms) -> str:
    if terms.term.open_ended:
        return "It is open-ended: no last day is stated"
    return "The document does not say on which day it ends"


def _in(rule: Rule) -> str:
    return f" ({rule.clause})" if rule.clause else ""
