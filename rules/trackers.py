"""Trackers: what a status can be, its colour, when a change takes effect, and how a table is read. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from rules.errors import Refusal
from rules.matters import Allowed
from rules.names import as_read
from rules.terms import Tracker

NUMBER = re.compile(r"[0-9]{1,3}[a-z]?(?:\.[0-9]{1,3}[a-z]?){0,2}")
LONGEST_NUMBER = 8  # characters: it is the end of a reference
MOST_CRITERIA = 500
MOST_OF_A_FEATURE = 100  # a form offers so many to choose from
LONGEST = {"feature": 300, "title": 500, "gap": 1000, "status": 150, "owner": 150, "target": 150}  # characters


class ChangeState(StrEnum):
    """What became of a change: it waits for the managing forum, was made, was refused by it, or was taken back."""

    WAITING = "waiting"
    MADE = "made"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Values:
    """What stands in a tracker's row: the words as the agreement has them. Empty text: nothing is said.

    `status` is one of the tracker's own words, None only before the row is part of the tracker. `target` is in words,
    `target_on` the day where there is one.
    """

    feature: str
    title: str
    gap: str
    status: str | None
    owner: str = ""
    target: str = ""
    target_on: date | None = None


PARTS = tuple(part.name for part in fields(Values))


# --- Statuses -----------------------------------------------------------------------------------------------------


def check_status(tracker: Tracker, word: str) -> None:
    """Return when a word is one of the tracker's statuses, spelt exactly so; raise Refusal, offering the nearest."""
    if word not in tracker.statuses:
        raise _no_status(tracker, word)


def status_of(tracker: Tracker, word: str) -> str:
    """Return the tracker's status that looks as this word does; raise Refusal, offering the nearest, where none does.

    Kinds of space and signs that nobody sees make no difference; capitals do.
    """
    known = {_seen(status): status for status in tracker.statuses}
    if _seen(word) not in known:
        raise _no_status(tracker, word)
    return known[_seen(word)]


def _no_status(tracker: Tracker, word: str) -> Refusal:
    known = {as_read(status): status for status in tracker.statuses}
    near = get_close_matches(as_read(word), known, n=1)
    hint = f"Did you mean “{known[near[0]]}”?" if near else f"Its statuses are: {'; '.join(tracker.statuses)}."
    clause = f" (clause {tracker.clause})" if tracker.clause else ""
    return Refusal(f"“{_short(word)}” is not a status of the {tracker.name}{clause}. {hint}")


def _seen(word: str) -> str:
    return as_read(word, capitals=True)


def colour_of(tracker: Tracker, status: str | None) -> str | None:
    """Return red, amber or green as the agreement's table says it of a status; None where it says nothing.

    A colour is never guessed from the word: One Halton's column is headed RAG and holds no colours (Briefing 2.4).
    """
    return tracker.colours.get(status) if status is not None else None


def counts(tracker: Tracker, statuses: Iterable[str | None]) -> list[tuple[str, int]]:
    """Return how many rows have each status that occurs, in the tracker's order.

    Statuses that the terms no longer have come last. Rows that are not part of the tracker yet are not counted.
    """
    found = Counter(status for status in statuses if status is not None)
    known = [status for status in tracker.statuses if status in found]
    return [(status, found[status]) for status in (*known, *sorted(set(found) - set(known)))]


# --- Changes ------------------------------------------------------------------------------------------------------


def becomes(tracker: Tracker) -> ChangeState:
    """Return what a change is when it is proposed: made at once, or waiting for the forum that the pack names.

    One Halton's tracker is managed through the ICP Board (Briefing 2.5): nothing changes before the Board says so.
    """
    return ChangeState.WAITING if tracker.confirmed_by else ChangeState.MADE


def different(now: Values, wanted: Values) -> tuple[str, ...]:
    """Return which parts of a row a change would change, in the order in which a row is read."""
    return tuple(part for part in PARTS if getattr(now, part) != getattr(wanted, part))


def who_decides() -> Allowed:
    """Return who records what the managing forum says of a change: the secretary alone."""
    return Allowed(frozenset(), secretary=True)


def who_withdraws(partner: str | None) -> Allowed:
    """Return who may take a change back: the partner that proposed it, and the secretary."""
    return Allowed(frozenset({partner} if partner else ()), secretary=True)


def check_waiting(state: ChangeState, reference: str) -> None:
    """Return when a change waits; raise Refusal, saying what became of it, if not."""
    if state is not ChangeState.WAITING:
        past = {ChangeState.MADE: "made", ChangeState.REFUSED: "refused", ChangeState.WITHDRAWN: "taken back"}
        raise Refusal(f"This change of {reference} was {past[state]} already.")


# --- Rows ---------------------------------------------------------------------------------------------------------


def check_number(number: str) -> None:
    """Return when this can be a row's number, such as 1.4 or 12.3b; raise Refusal, saying how to write it, if not."""
    if len(number) > LONGEST_NUMBER or not NUMBER.fullmatch(number):
        raise Refusal(f"“{_short(number)}” is not a number of a row; write one such as 1.4, of at most 8 characters.")


def in_order(number: str) -> tuple[tuple[int, str], ...]:
    """Return what rows are sorted by, so that 1.9 comes before 1.10."""
    parts = (re.fullmatch(r"([0-9]*)(.*)", part) for part in number.split("."))
    return tuple((int(part[1] or 0), part[2]) for part in parts if part is not None)


def reference_of(tracker: str, number: str) -> str:
    """Return the reference of a row, such as HAL-T1.1.4 of row 1.4 in HAL-T1."""
    return f"{tracker}.{number}".upper()


def paged(weights: Sequence[int], features: Sequence[str], *, most: int, heaviest: int) -> Iterator[range]:
    """Yield the rows of each page: at most so many, of at most so much text in all; a row too long has its own page.

    A page ends with a feature where that leaves it more than half full. `weights` are characters.
    """
    start = 0
    while start < len(weights):
        end, room = start + 1, heaviest - weights[start]
        while end < len(weights) and end - start < most and weights[end] <= room:
            room -= weights[end]
            end += 1
        if end < len(weights):
            whole = [place for place in range(start + (end - start) // 2 + 1, end + 1) if _begins(features, place)]
            end = whole[-1] if whole else end
        yield range(start, end)
        start = end


def _begins(features: Sequence[str], place: int) -> bool:
    return features[place] != features[place - 1]


def _short(word: str) -> str:
    most = 60
    return word if len(word) <= most else f"{word[: most - 1]}…"
