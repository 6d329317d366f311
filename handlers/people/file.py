"""Read a roster from a CSV file: all of it or nothing, with a line-numbered sentence for everything wrong."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from zoneinfo import available_timezones

from dateutil.parser import isoparse

from handlers.actors import participants_by_name, partners_by_name
from handlers.forms import clean_line, is_account_id
from rules.electorates import with_places
from rules.errors import Refusal
from rules.phrases import named, twice
from rules.posts import PostKind
from rules.terms import Terms
from storage.people import Capacity

COLUMNS = (
    "name",
    "email",
    "partner",
    "capacity",
    "forum",
    "seat",
    "from",
    "until",
    "timezone",
    "workspace",
    "user",
)
NEEDED = ("name", "partner", "capacity")
LONGEST_FILE = 1_000_000  # characters
LONGEST_QUOTED = 60
CHAIRS = {PostKind.CHAIR.value, PostKind.DEPUTY_CHAIR.value}
"""What stands in the column of the seat for who chairs a forum; a seat of that name comes first."""


@dataclass(frozen=True)
class RosterRow:
    """One line of a roster: a person's capacity for a partner, or a seat, with its dates and account."""

    line: int
    name: str
    email: str
    partner: str | None = None
    capacity: Capacity | None = None
    forum: str | None = None
    seat: str | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    timezone: str | None = None
    workspace: str | None = None
    user: str | None = None

    def as_facts(self) -> dict[str, str | int]:
        """Return what the line says, for the register: what it leaves out is left out."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value if isinstance(value, int) else str(value) for name, value in said.items() if value}


class RosterRefused(Refusal):
    """A roster file is refused; `faults` has a sentence for each line that is wrong. Nothing was changed."""

    def __init__(self, faults: list[tuple[int, str]]) -> None:
        self.faults = sorted(faults)
        lines = "\n".join(f"line {line}: {what}" for line, what in self.faults)
        super().__init__(f"Nothing was imported; {len(self.faults)} to mend:\n{lines}")


def read(text: str, terms: Terms) -> list[RosterRow]:
    """Return the rows of a roster file. Raises RosterRefused with everything that is wrong in it."""
    if len(text) > LONGEST_FILE:
        raise RosterRefused([(1, "the file is too long; a roster has at most a million characters")])
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), strict=True)
    faults: list[tuple[int, str]] = []
    rows: list[RosterRow] = []
    try:
        header = [clean_line(column or "").lower() for column in reader.fieldnames or []]
        reader.fieldnames = header
        missing = [column for column in NEEDED if column not in header]
        unknown = [column for column in header if column not in COLUMNS]
        if missing:
            faults.append(
                (1, f"the first line must name the {named('column', missing)}; possible are {', '.join(COLUMNS)}")
            )
        if unknown:
            faults.append((1, f"unknown {named('column', [*map(shown, unknown)])}; possible are {', '.join(COLUMNS)}"))
        again = sorted({column for column in header if column and header.count(column) > 1})
        if again:
            faults.append((1, twice("column", again)))
        if faults:
            raise RosterRefused(faults)
        for values in reader:
            row = _row(reader.line_num, values, terms, faults)
            if row is not None:
                rows.append(row)
    except csv.Error as error:
        raise RosterRefused([*faults, (reader.line_num or 1, f"this is not CSV: {error}")]) from error
    if not rows and not faults:
        faults.append((1, "the file names nobody"))
    faults += _clashes(rows)
    if faults:
        raise RosterRefused(faults)
    return rows


@lru_cache(maxsize=1)
def time_zones() -> frozenset[str]:
    """Return the names of all time zones; finding them reads hundreds of files."""
    return frozenset(available_timezones())


def _row(line: int, values: dict[str, str | None], terms: Terms, faults: list[tuple[int, str]]) -> RosterRow | None:
    before = len(faults)
    if None in values or any(value is None for value in values.values()):
        faults.append((line, "this line has more or fewer fields than the first one"))
        return None
    found = {key: clean_line(value or "") for key, value in values.items()}
    if not any(found.values()):
        return None
    name = found["name"]
    if not name or len(name) > 150:  # noqa: PLR2004 (the column's width)
        faults.append((line, "a person needs a name of at most 150 characters"))
    if len(found.get("email", "")) > 254:  # noqa: PLR2004 (the column's width)
        faults.append((line, "an e-mail address has at most 254 characters"))
    capacity = _capacity(line, found, faults)
    partner = _partner(line, found["partner"], capacity, terms, faults)
    forum, seat = _seat(line, found, terms, faults)
    starts_on, ends_on = _day(line, found, "from", faults), _day(line, found, "until", faults)
    if starts_on and ends_on and ends_on < starts_on:
        faults.append((line, "the capacity ends before it begins"))
    timezone = found.get("timezone") or None
    if timezone and timezone not in time_zones():
        faults.append((line, f"unknown time zone {shown(timezone)}; write one such as Europe/London"))
    if bool(found.get("workspace")) != bool(found.get("user")):
        faults.append((line, "an account needs both its workspace id (T…) and its user id (U…)"))
    odd = [word for word in (found.get("workspace"), found.get("user")) if word and not is_account_id(word)]
    if odd:
        faults.append((line, f"{shown(odd[0])} is no id of a chat platform; write one such as U012AB3CD"))
    if len(faults) > before:
        return None
    return RosterRow(
        line=line,
        name=name,
        email=found.get("email", ""),
        partner=partner,
        capacity=capacity,
        forum=forum,
        seat=seat,
        starts_on=starts_on,
        ends_on=ends_on,
        timezone=timezone,
        workspace=found.get("workspace") or None,
        user=found.get("user") or None,
    )


def _capacity(line: int, found: dict[str, str], faults: list[tuple[int, str]]) -> Capacity | None:
    word = found["capacity"].lower()
    if not word and found.get("seat"):
        return None
    if word not in {capacity.value for capacity in Capacity}:
        faults.append((line, f"unknown capacity {shown(word)}; write one of {', '.join(c.value for c in Capacity)}"))
        return None
    return Capacity(word)


def _partner(
    line: int, word: str, capacity: Capacity | None, terms: Terms, faults: list[tuple[int, str]]
) -> str | None:
    if capacity is Capacity.SECRETARY:
        if word:
            faults.append((line, "the secretary acts for the agreement: leave the partner empty"))
        return None
    if not word:
        if capacity is not None:
            faults.append(
                (line, f"a {capacity.value} acts for a partner: write its key, such as {terms.partners[0].key}")
            )
        return None
    known = participants_by_name(terms) | partners_by_name(terms)
    if word.casefold() not in known:
        faults.append(
            (line, f"unknown partner {shown(word)}; the partners are {', '.join(p.key for p in terms.partners)}")
        )
        return None
    return known[word.casefold()]


def _seat(
    line: int, found: dict[str, str], terms: Terms, faults: list[tuple[int, str]]
) -> tuple[str | None, str | None]:
    forum, seat = found.get("forum") or None, found.get("seat") or None
    if forum is None and seat is None:
        return None, None
    known = next((with_places(terms, f) for f in terms.forums if f.key == forum), None)
    if known is None:
        faults.append(
            (line, f"unknown forum {shown(forum or '')}; the forums are {', '.join(f.key for f in terms.forums)}")
        )
        return None, None
    if seat not in {s.key for s in known.seats} | CHAIRS:
        seats = ", ".join(s.key for s in known.seats) or "none (the document lists none)"
        chairs = "who chairs is written as chair or deputy-chair"
        faults.append((line, f"unknown seat {shown(seat or '')} on {forum}; its seats are {seats}; {chairs}"))
        return None, None
    return forum, seat


def _day(line: int, found: dict[str, str], column: str, faults: list[tuple[int, str]]) -> date | None:
    word = found.get(column, "")
    if not word:
        return None
    try:
        return isoparse(word).date()
    except ValueError:
        faults.append((line, f"{shown(word)} is not a date; write it as 2026-12-18"))
        return None


def shown(word: str) -> str:
    """Return a word of the file as a sentence quotes it: cut where it is endless."""
    return repr(word if len(word) <= LONGEST_QUOTED else word[: LONGEST_QUOTED - 1] + "…")


def _clashes(rows: list[RosterRow]) -> list[tuple[int, str]]:
    """Return lines that give one account to two people, or one person two time zones."""
    faults: list[tuple[int, str]] = []
    owner: dict[tuple[str, str], tuple[str, str]] = {}
    for row in rows:
        person = (row.name, row.email)
        if row.workspace and row.user and owner.setdefault((row.workspace, row.user), person) != person:
            other = owner[row.workspace, row.user][0]
            faults.append((row.line, f"account {row.user} is given to {other} above; one account is one person"))
    return faults
