"""A review's life: who answers, what is owed, and what each outcome opens. When it is due stands in reviews. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from rules.errors import Refusal
from rules.matters import SECRETARY, Allowed
from rules.sentences import word
from rules.term import Option, options
from rules.terms import Terms


class ReviewState(StrEnum):
    """Where a review stands."""

    OPEN = "open"
    CLOSED = "closed"

    @property
    def final(self) -> bool:
        """Return whether nothing more can happen to the review."""
        return self is ReviewState.CLOSED


class ReviewOutcome(StrEnum):
    """What a review comes to."""

    CONTINUE = "continue"
    VARY = "vary"
    EXTEND = "extend"
    END = "end"


class Owed(StrEnum):
    """What is owed to a review."""

    REVIEW = "review"
    OUTCOME = "outcome"


def outcomes(*, ends_on: date | None) -> tuple[ReviewOutcome, ...]:
    """Return what a review can come to: an agreement without a known last day cannot be extended."""
    return tuple(one for one in ReviewOutcome if one is not ReviewOutcome.EXTEND or ends_on is not None)


def way(terms: Terms, outcome: ReviewOutcome) -> Option | None:
    """Return how the agreement says that an outcome is brought about; None where it does not say.

    To continue needs nothing, so that is None too.
    """
    can = options(terms)
    known: Mapping[ReviewOutcome, Option | None] = {
        ReviewOutcome.VARY: can.revise,
        ReviewOutcome.EXTEND: can.extend,
        ReviewOutcome.END: can.end,
    }
    return known.get(outcome)


def owes(state: ReviewState, *, silent: Iterable[str], meets_on: date, today: date) -> dict[str, Owed]:
    """Return who owes an open review what, by the partner's key.

    Every partner that has said nothing yet owes what it reports; from the day of the review on, the secretary owes what
    came of it. "Nothing to add" is an answer.
    """
    if state.final:
        return {}
    found = dict.fromkeys(silent, Owed.REVIEW)
    return found if today < meets_on else {**found, SECRETARY: Owed.OUTCOME}


def who_answers(partner: str) -> Allowed:
    """Return who may answer for a partner: its lead or deputy."""
    return Allowed(frozenset({partner}))


def check_open(state: ReviewState, reference: str) -> None:
    """Return when a review is open; raise Refusal, saying that it is over, if not."""
    if state.final:
        raise Refusal(f"{reference} is closed, so nothing can be added to it. {word('reviews')} lists those open.")
