"""Read a tracker's rows from the lines of a table: all of them, or a sentence with its line for everything wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from handlers.forms import clean, clean_line
from handlers.people.file import shown
from rules import trackers
from rules.errors import Refusal
from rules.phrases import counted, named, twice
from rules.terms import Tracker as TrackerRule
from rules.trackers import LONGEST, MOST_CRITERIA, MOST_OF_A_FEATURE, Values

NEEDED = ("feature", "number", "criterion", "status")
COLUMNS = ("feature", "number", "criterion", "gap", "status", "owner", "target", "target_on", "reason")
READ_ONLY = ("reference", "colour", "proposed")  # an export has them, and an import takes nothing from them
LONGEST_REASON = 1000  # characters
TWICE = "give each row its own (a spreadsheet that takes 1.10 for a decimal makes 1.1 of it: format it as text)"
BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")

Line = tuple[int, Sequence[str]]


@dataclass(frozen=True)
class FileRow:
    """One line of a file: a row of a tracker, why it is as it is, and its reference where the file says one."""

    line: int
    number: str
    values: Values
    reason: str
    reference: str


class TrackerFileRefused(Refusal):
    """A tracker's file is refused; `faults` has a sentence for each line that is wrong. Nothing was changed."""

    def __init__(self, faults: list[tuple[int, str]]) -> None:
        self.faults = sorted(faults)
        lines = "\n".join(f"line {line}: {what}" for line, what in self.faults)
        super().__init__(f"Nothing was changed; {len(self.faults)} to mend:\n{lines}")


def read(lines: Sequence[Line], rule: TrackerRule) -> list[FileRow]:
    """Return the rows of a table whose first line names the columns. Raises TrackerFileRefused with all that is wrong.

    A feature that is left empty is that of the line above, as a printed table has it.
    """
    faults: list[tuple[int, str]] = []
    if not lines:
        raise TrackerFileRefused([(1, f"the file is empty; its first line names the columns {', '.join(COLUMNS)}")])
    header = [clean_line(name).lower() for name in lines[0][1]]
    _check_header(header, lines[0][0])
    rows: list[FileRow] = []
    feature = ""
    for line, cells in lines[1:]:
        if not any(clean(cell) for cell in cells):
            continue
        if len(cells) != len(header):
            faults.append((line, f"this line has {counted(len(cells), 'cell')}, and the first one has {len(header)}"))
            continue
        found = dict(zip(header, cells, strict=True))
        feature = clean_line(found["feature"]) or feature
        row = _row(line, found | {"feature": feature}, rule, faults)
        if row is not None:
            rows.append(row)
    if not rows and not faults:
        faults.append((lines[0][0], "the file has no row"))
    faults += _clashes(rows)
    if faults:
        raise TrackerFileRefused(faults)
    return rows


def _check_header(header: list[str], line: int) -> None:
    faults: list[tuple[int, str]] = []
    known = (*COLUMNS, *READ_ONLY)
    missing = [column for column in NEEDED if column not in header]
    unknown = [column for column in header if column not in known]
    again = sorted({column for column in header if header.count(column) > 1 and column in known})
    if missing:
        faults.append(
            (line, f"the first line must name the {named('column', missing)}; possible are {', '.join(known)}")
        )
    if unknown:
        faults.append((line, f"unknown {named('column', [*map(shown, unknown)])}; possible are {', '.join(known)}"))
    if again:
        faults.append((line, twice("column", again)))
    if faults:
        raise TrackerFileRefused(faults)


def _row(line: int, found: dict[str, str], rule: TrackerRule, faults: list[tuple[int, str]]) -> FileRow | None:
    before = len(faults)
    words = {name: clean_line(cell) for name, cell in found.items()}
    number = words["number"].lower()
    with _noting(line, faults):
        trackers.check_number(number)
    if not words["feature"]:
        faults.append((line, "the first row needs a feature; later ones can leave it empty, and have the one above"))
    if not words["criterion"]:
        faults.append((line, "a row needs a criterion"))
    if not words["status"]:
        faults.append((line, f"a row needs a status; write one of: {'; '.join(rule.statuses)}"))
    else:
        with _noting(line, faults):
            trackers.check_status(rule, words["status"])
    values = Values(
        feature=words["feature"],
        title=words["criterion"],
        gap=clean(found.get("gap", "")),
        status=words["status"],
        owner=words.get("owner", ""),
        target=words.get("target", ""),
        target_on=_day(line, words.get("target_on", ""), faults),
    )
    for part, most in LONGEST.items():
        length = len(getattr(values, part) or "")
        if length > most and part != "status":
            column = "criterion" if part == "title" else part
            faults.append((line, _too_long(column, length, most)))
    reason = clean(found.get("reason", ""))
    if len(reason) > LONGEST_REASON:
        faults.append((line, _too_long("reason", len(reason), LONGEST_REASON)))
    if len(faults) > before:
        return None
    return FileRow(line, number, values, reason, words.get("reference", "").upper())


def reason_of(text: str) -> str:
    """Return a reason that stands for several lines. Raises Refusal when it is too long."""
    reason = clean(text)
    if len(reason) > LONGEST_REASON:
        raise Refusal(f"Nothing was changed: {_too_long('reason', len(reason), LONGEST_REASON)}.")
    return reason


def _too_long(what: str, length: int, most: int) -> str:
    return f"the {what} has {length:,} characters; at most {most:,} fit, so shorten it"


@contextmanager
def _noting(line: int, faults: list[tuple[int, str]]) -> Iterator[None]:
    """Note a refusal as what is wrong with a line."""
    try:
        yield
    except Refusal as refusal:
        faults.append((line, str(refusal)))


def _day(line: int, word: str, faults: list[tuple[int, str]]) -> date | None:
    """Return the day a cell has, as 2021-09-30, or as 30/09/2021, which spreadsheets make of that; None for none."""
    if not word:
        return None
    british = BRITISH.fullmatch(word)
    iso = f"{british[3]}-{british[2]:0>2}-{british[1]:0>2}" if british else word
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", iso):
            return date.fromisoformat(iso)
    except ValueError:
        pass
    faults.append((line, f"{shown(word)} is not a day; write it as 2021-09-30, and other words under target"))
    return None


def _clashes(rows: list[FileRow]) -> list[tuple[int, str]]:
    """Return lines whose number stands there twice, and where there are more rows than fit."""
    faults: list[tuple[int, str]] = []
    first: dict[str, int] = {}
    of_feature: dict[str, int] = {}
    for row in rows:
        if first.setdefault(row.number, row.line) != row.line:
            faults.append((row.line, f"the number {row.number} stands in line {first[row.number]} already; {TWICE}"))
        of_feature[row.values.feature] = of_feature.get(row.values.feature, 0) + 1
        if of_feature[row.values.feature] == MOST_OF_A_FEATURE + 1:
            faults.append((row.line, f"a feature has at most {MOST_OF_A_FEATURE} rows; part it in two"))
    if len(rows) > MOST_CRITERIA:
        faults.append((rows[MOST_CRITERIA].line, f"a tracker has at most {MOST_CRITERIA} rows"))
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
