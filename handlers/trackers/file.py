"""Read a tracker's rows from a table: all of them, or a sentence with its line and its cell for everything wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.forms import clean, clean_line
from rules import sheets, trackers
from rules.errors import Refusal
from rules.names import as_read
from rules.sheets import Columns, Fault, Row, Sheet, TableRefused, quoted
from rules.terms import Tracker as TrackerRule
from rules.trackers import LONGEST, MOST_CRITERIA, MOST_OF_A_FEATURE, Values

NEEDED = ("feature", "number", "criterion", "status")
READ_ONLY = ("reference", "colour", "proposed")  # an export has them, and an import takes nothing from them
COLUMNS = Columns(
    NEEDED,
    ("gap", "owner", "target", "target_on", "reason"),
    ("colour", "proposed"),
    order=("feature", "number", "criterion", "gap", "status", "owner", "target", "target_on", "reason", *READ_ONLY),
)
LONGEST_REASON = 1000  # characters
TWICE = "give each row its own (a spreadsheet that takes 1.10 for a decimal makes 1.1 of it: format it as text)"
PARTS_OF = {"feature": "feature", "criterion": "title", "gap": "gap", "status": "status", "owner": "owner",
            "target": "target", "target_on": "target_on"}  # fmt: skip
"""Which part of a row a column has."""


@dataclass(frozen=True)
class FileRow:
    """One line of a file: a row of a tracker, why it is as it is, and its reference where the file says one.

    `parts` are those that the file has a column of; of the others it says nothing.
    """

    line: int
    number: str
    values: Values
    reason: str
    reference: str
    parts: frozenset[str] = frozenset(PARTS_OF.values())


class TrackerFileRefused(TableRefused):
    """A tracker's file is refused; `faults` has a sentence for each line that is wrong. Nothing was changed."""

    def __init__(self, faults: list[Fault], sheet: Sheet | None = None) -> None:
        super().__init__(faults, sheet)


def read(sheet: Sheet, rule: TrackerRule) -> list[FileRow]:
    """Return the rows of a table whose first line names the columns. Raises TableRefused with all that is wrong.

    A feature that is left empty is that of the line above, as a printed table has it.
    """
    faults: list[Fault] = []
    given = sheets.rows_of(sheet, COLUMNS)
    rows: list[FileRow] = []
    feature = ""
    for row in given:
        feature = clean_line(row.text("feature")) or feature
        found = _row(row, feature, rule, faults)
        if found is not None:
            rows.append(found)
    if not rows and not faults:
        faults.append(Fault(1, "the file has no row"))
    faults += _clashes(rows)
    if faults:
        raise TrackerFileRefused(faults, sheet)
    return rows


def _row(row: Row, feature: str, rule: TrackerRule, faults: list[Fault]) -> FileRow | None:
    before = len(faults)
    words = {name: clean_line(cell.text) for name, cell in row.cells.items()}
    number, status = words["number"].lower(), words["status"]
    with _noting(row, "number", faults):
        trackers.check_number(number)
    if not feature:
        what = "the first row needs a feature; later ones can leave it empty, and have the one above"
        faults.append(row.fault(what, "feature"))
    if not words["criterion"]:
        faults.append(row.fault("a row needs a criterion", "criterion"))
    if not status:
        what = f"a row needs a status; write one of: {'; '.join(rule.statuses)}"
        faults.append(row.fault(what, "status"))
    else:
        with _noting(row, "status", faults):
            status = trackers.status_of(rule, status)
    values = Values(
        feature=feature,
        title=words["criterion"],
        gap=clean(row.text("gap")),
        status=status,
        owner=words.get("owner", ""),
        target=words.get("target", ""),
        target_on=_day(row, faults),
    )
    for part, most in LONGEST.items():
        length = len(getattr(values, part) or "")
        if length > most and part != "status":
            column = "criterion" if part == "title" else part
            faults.append(row.fault(_too_long(column, length, most), column))
    reason = clean(row.text("reason"))
    if len(reason) > LONGEST_REASON:
        faults.append(row.fault(_too_long("reason", len(reason), LONGEST_REASON), "reason"))
    if len(faults) > before:
        return None
    parts = frozenset(part for column, part in PARTS_OF.items() if column in row)
    return FileRow(row.line, number, values, reason, words.get("reference", "").upper(), parts)


def reason_of(text: str) -> str:
    """Return a reason that stands for several lines. Raises Refusal when it is too long."""
    reason = clean(text)
    if len(reason) > LONGEST_REASON:
        raise Refusal(f"Nothing was changed: {_too_long('reason', len(reason), LONGEST_REASON)}.")
    return reason


def _too_long(what: str, length: int, most: int) -> str:
    return f"the {what} has {length:,} characters; at most {most:,} fit, so shorten it"


@contextmanager
def _noting(row: Row, column: str, faults: list[Fault]) -> Iterator[None]:
    """Note a refusal as what is wrong with a cell."""
    try:
        yield
    except Refusal as refusal:
        faults.append(row.fault(str(refusal), column))


def _day(row: Row, faults: list[Fault]) -> date | None:
    """Return the day a line's target has; None for none. What is less exact than a day is no day."""
    word = clean_line(row.text("target_on"))
    if not as_read(word):
        return None
    found = row.day("target_on")
    if found is not None and found.exact:
        return found.first
    what = f"{quoted(word)} is not a day; write it as 2021-09-30, and other words under target"
    faults.append(row.fault(what, "target_on"))
    return None


def _clashes(rows: list[FileRow]) -> list[Fault]:
    """Return lines whose number stands there twice, and where there are more rows than fit."""
    faults: list[Fault] = []
    first: dict[str, int] = {}
    of_feature: dict[str, int] = {}
    for row in rows:
        if first.setdefault(row.number, row.line) != row.line:
            what = f"the number {row.number} stands in line {first[row.number]} already; {TWICE}"
            faults.append(Fault(row.line, what))
        of_feature[row.values.feature] = of_feature.get(row.values.feature, 0) + 1
        if of_feature[row.values.feature] == MOST_OF_A_FEATURE + 1:
            faults.append(Fault(row.line, f"a feature has at most {MOST_OF_A_FEATURE} rows; part it in two"))
    if len(rows) > MOST_CRITERIA:
        faults.append(Fault(rows[MOST_CRITERIA].line, f"a tracker has at most {MOST_CRITERIA} rows"))
    return faults


def cells_of(row: Mapping[str, Any]) -> dict[str, str]:
    """Return what an export writes of a row's facts, by column: what `read` takes back, and what is there to read."""
    same = ("reference", "feature", "number", "gap", "status", "colour", "owner", "target", "target_on")
    waits = row["waits"]
    return {
        **{name: str(row[name] or "") for name in same},
        "criterion": row["title"],
        "proposed": (waits["status"] or "another change") if waits else "",
        "reason": "",
    }


EXPORTED = ("reference", "feature", "number", "criterion", "gap", "status", "colour", "owner", "target", "target_on",
            "proposed", "reason")  # fmt: skip
