"""What the rows of an agreement have to say by its register: the entries played again, and compared. Pure.

Each entry holds the rows that its act left behind. An entry of an earlier release holds none: of its matter only the
state is known, which its act says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

STATES: Mapping[str, tuple[str, str]] = {
    "issue-raised": ("issues", "open"),
    "issue-unresolved": ("issues", "unresolved"),
    "issue-resolved": ("issues", "resolved"),
    "issue-withdrawn": ("issues", "withdrawn"),
    "decision-proposed": ("decisions", "draft"),
    "vote-opened": ("decisions", "open"),
    "decision-carried": ("decisions", "carried"),
    "decision-not-carried": ("decisions", "not-carried"),
    "decision-withdrawn": ("decisions", "withdrawn"),
    "action-opened": ("actions", "open"),
    "action-done": ("actions", "done"),
    "action-dropped": ("actions", "dropped"),
    "signatures-drafted": ("signature_requests", "draft"),
    "signatures-asked": ("signature_requests", "open"),
    "signatures-complete": ("signature_requests", "complete"),
    "signatures-withdrawn": ("signature_requests", "withdrawn"),
    "review-opened": ("reviews", "open"),
    "review-closed": ("reviews", "closed"),
    "meeting-held": ("meetings", "held"),
    "meeting-cancelled": ("meetings", "cancelled"),
}
"""The table of the row that an act moves, and the state that it moves it to."""

LIVING = {"open", "unresolved"}
"""The states between which an issue goes back and forth, by acts of several kinds."""

CALLED: Mapping[str, str] = {
    "issue_partners": "a partner that it concerns",
    "proposals": "a proposal",
    "answers": "an answer to a proposal",
    "visits": "a stage it came to",
    "ballots": "a vote",
    "ratifications": "an approval of a partner's own body",
    "conflict_matters": "a matter that it touches",
    "consents": "a consent",
    "document_versions": "a version of its document",
    "signature_parties": "a partner that is asked to sign",
    "counterparts": "a signed counterpart",
    "review_answers": "a partner's report",
    "attendances": "who was there",
    "proxies": "a proxy",
    "agenda_items": "an item of the agenda",
    "criterion_changes": "a change of the row",
    "deadlines": "a date",
    "notices": "a notice",
    "agreements": "the agreement itself",
    "terms": "a version of its terms",
    "settlements": "a decision on an open point",
    "channels": "its channel",
    "people": "a person",
    "accounts": "a chat account",
    "holdings": "a capacity",
    "seat_holdings": "the holder of a seat",
    "chair_holdings": "the holder of a chair",
    "meeting_plans": "a series of meetings",
    "review_events": "an event that brings a review about",
    "interest_returns": "a return of interests",
    "feeds": "a calendar address",
    "proclamations": "a day proclaimed later",
}
"""What a row is called that is not a matter itself."""

Row = tuple[str, int]


@dataclass(frozen=True)
class Told:
    """One entry: its agreement's key, its number there, what it is about, what was done, the rows it left behind."""

    agreement: str
    number: int
    reference: str | None
    act: str
    rows: Mapping[str, Mapping[str, Mapping[str, Any] | None]] | None

    @property
    def name(self) -> str:
        """Return what a sentence calls it."""
        return f"entry {self.number} of {self.agreement}"


@dataclass(frozen=True)
class Left:
    """A row as the last entry about it left it: values None where it went. `by` is that entry, without its rows."""

    by: Told
    values: Mapping[str, Any] | None


@dataclass
class Replayed:
    """What the rows have to say: each row by its table and id; and of older matters the state, by table and reference.

    `begun` has, for each table, the lowest id of a row that was made since entries hold rows. `whole`: they always did.
    """

    rows: dict[Row, Left] = field(default_factory=dict)
    states: dict[tuple[str, str], tuple[str, Told]] = field(default_factory=dict)
    begun: dict[str, int] = field(default_factory=dict)
    whole: bool = True


def replay(entries: Iterable[Told]) -> Replayed:
    """Return what the rows have to say after these entries, which come in the order in which they were written."""
    found = Replayed()
    first = True
    for entry in entries:
        by = replace(entry, rows=None)  # of what an entry tells of rows, only what no later one does is kept
        if first:
            found.whole, first = entry.rows is not None, False
        if entry.act in STATES and entry.reference is not None:
            table, state = STATES[entry.act]
            found.states[table, entry.reference] = state, by
        for table, rows in (entry.rows or {}).items():
            for key, values in rows.items():
                row = int(key.lstrip("+-"))
                found.rows[table, row] = Left(by, values)
                if key.startswith("+"):
                    found.begun[table] = min(row, found.begun.get(table, row))
    return found


def differences(expected: Replayed, rows: Iterable[tuple[str, int, Mapping[str, Any] | None]]) -> Iterator[str]:
    """Give a sentence for each difference between the register and the rows: which, what each of them says."""
    seen: set[Row] = set()
    for table, row, values in rows:
        seen.add((table, row))
        left = expected.rows.get((table, row))
        if values is None:
            yield f"{_name(table, row, left, None)}: the row holds what cannot be read, so somebody else wrote it."
        elif left is not None:
            yield from _changed(table, row, left, values)
        elif expected.whole or row >= expected.begun.get(table, row + 1):
            yield f"{_name(table, row, None, values)}: no entry of the register tells of it."
        else:
            yield from _older(expected, table, row, values)
    for (table, row), left in expected.rows.items():
        if left.values is not None and (table, row) not in seen:
            yield f"{_name(table, row, left, None)}: {left.by.name} tells of it, and the row is gone."


def _changed(table: str, row: int, left: Left, values: Mapping[str, Any]) -> Iterator[str]:
    name = _name(table, row, left, values)
    if left.values is None:
        yield f"{name}: {left.by.name} took it away, and the row is there."
        return
    for column, was in left.values.items():
        if column in values and values[column] != was:
            yield f"{name}: {left.by.name} left {_said(column, was)}, and the row has {_said(column, values[column])}."


def _older(expected: Replayed, table: str, row: int, values: Mapping[str, Any]) -> Iterator[str]:
    """Give what differs in a row of which no entry tells all: its state, by the last act that moved it."""
    reference = values.get("reference")
    if not isinstance(reference, str) or (table, reference) not in expected.states:
        return
    state, by = expected.states[table, reference]
    now = values.get("state")
    if now != state and not {now, state} <= LIVING:
        name = _name(table, row, None, values)
        yield f"{name}: {by.name} left {_said('state', state)}, and the row has {_said('state', values.get('state'))}."


def _said(column: str, value: Any) -> str:
    name = column.replace("_", " ")
    if value is None:
        return f"no “{name}”"
    if isinstance(value, str) and value.startswith("sha256:"):
        return f"other words in “{name}” (SHA-256 {value[7:23]}…)"
    return f"“{name}” as “{value}”"


def _name(table: str, row: int, left: Left | None, values: Mapping[str, Any] | None) -> str:
    """Return what a row is called: the matter it belongs to, what of it, and where it is kept."""
    held = values or (left.values if left else None) or {}
    reference = (left.by.reference if left else None) or held.get("reference")
    whose = str(reference) if reference else left.by.agreement if left else "Of no matter"
    what = f", {CALLED[table]}" if table in CALLED else ""
    return f"{whose}{what} ({table} {row})"
