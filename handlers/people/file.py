"""Read a roster from a table: all of it or nothing, with a sentence for everything wrong, its line and its cell."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from zoneinfo import available_timezones

from handlers.actors import participants_by_name, partners_by_name
from handlers.forms import clean_line, is_account_id
from rules import sheets, written_days
from rules.electorates import with_places
from rules.names import as_read
from rules.posts import PostKind
from rules.sheets import Columns, Fault, NotCsvError, Row, Sheet, TableRefused, quoted
from rules.terms import Terms
from storage.people import Capacity

NEEDED = ("name", "partner", "capacity")
COLUMNS = Columns(
    NEEDED,
    ("email", "forum", "seat", "from", "until", "timezone", "workspace", "user", "person"),
    order=(
        *("name", "email", "partner", "capacity", "forum", "seat", "from", "until", "timezone", "workspace", "user"),
        "person",
    ),
)
NOTHING = "Nothing was imported"
SAME, NEW = "same", "new"
"""What the column `person` says of a name like one that is there: the same person, or another."""
ENDLESS = "none"
"""What stands for a last day where there is to be none any more; an empty cell leaves what is set."""
LONGEST_FILE = 1_000_000  # characters
CHAIRS = {PostKind.CHAIR.value, PostKind.DEPUTY_CHAIR.value}
"""What stands in the column of the seat for who chairs a forum; a seat of that name comes first."""


UNSAID = {"endless", "person", "place"}


@dataclass(frozen=True)
class RosterRow:
    """One line of a roster: a person's capacity for a partner, or a seat, with its dates and account.

    `endless`: it has no last day, whatever is set. `person` is `same` or `new` where it is said which of these somebody
    is whose name is like one on the roster. `place` is where the name stands.
    """

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
    endless: bool = False
    person: str | None = None
    place: str = ""

    def dates(self, starts_on: date | None, ends_on: date | None) -> tuple[date | None, date | None]:
        """Return from when until when it is held, of what was set before and what the line says."""
        return self.starts_on or starts_on, None if self.endless else self.ends_on or ends_on

    def gives(self, starts_on: date | None, ends_on: date | None) -> bool:
        """Return whether these are the days that the line gives: the last one, and the first where it gives one."""
        return self.ends_on == ends_on and self.starts_on in (None, starts_on)

    def as_facts(self) -> dict[str, str | int]:
        """Return what the line says, for the register: what it leaves out is left out."""
        said = {field.name: getattr(self, field.name) for field in fields(self) if field.name not in UNSAID}
        return {name: value if isinstance(value, int) else str(value) for name, value in said.items() if value}


class RosterRefused(TableRefused):
    """A roster file is refused; `faults` has a sentence for each line that is wrong. Nothing was changed."""

    def __init__(self, faults: list[Fault], sheet: Sheet | None = None) -> None:
        super().__init__(faults, sheet, NOTHING)


def read(text: str, terms: Terms) -> list[RosterRow]:
    """Return the rows of a roster that is CSV text. Raises TableRefused with everything that is wrong in it."""
    if len(text) > LONGEST_FILE:
        raise RosterRefused([Fault(1, "the file is too long; a roster has at most a million characters")])
    try:
        return read_sheet(sheets.of_csv(text, NEEDED), terms)
    except NotCsvError as error:
        raise RosterRefused([Fault(error.line, error.what)]) from error


def read_sheet(sheet: Sheet, terms: Terms) -> list[RosterRow]:
    """Return the rows of a roster. Raises TableRefused with everything that is wrong in it."""
    faults: list[Fault] = []
    given = sheets.rows_of(sheet, COLUMNS, nothing=NOTHING)
    rows = [found for found in (_row(row, terms, faults) for row in given) if found is not None]
    if not rows and not faults:
        faults.append(Fault(1, "the file names nobody"))
    faults += _clashes(rows)
    if faults:
        raise RosterRefused(faults, sheet)
    return rows


@lru_cache(maxsize=1)
def time_zones() -> frozenset[str]:
    """Return the names of all time zones; finding them reads hundreds of files."""
    return frozenset(available_timezones())


def _row(row: Row, terms: Terms, faults: list[Fault]) -> RosterRow | None:
    before = len(faults)
    name, email = _said(row, "name"), _said(row, "email")
    if not name or len(name) > 150:  # noqa: PLR2004 (the column's width)
        faults.append(row.fault("a person needs a name of at most 150 characters", "name"))
    if len(email) > 254:  # noqa: PLR2004 (the column's width)
        faults.append(row.fault("an e-mail address has at most 254 characters", "email"))
    capacity = _capacity(row, faults)
    partner = _partner(row, capacity, terms, faults)
    forum, seat = _seat(row, terms, faults)
    endless = _word(row, "until") == ENDLESS
    starts_on, ends_on = _day(row, "from", faults), None if endless else _day(row, "until", faults)
    person = _word(row, "person") or None
    if person not in (None, SAME, NEW):
        faults.append(row.fault(f"{quoted(person)} says nothing here; write {SAME} or {NEW}, or leave it", "person"))
    if starts_on and ends_on and ends_on < starts_on:
        faults.append(row.fault("the capacity ends before it begins", "until"))
    timezone = _said(row, "timezone") or None
    if timezone and timezone not in time_zones():
        faults.append(row.fault(f"unknown time zone {quoted(timezone)}; write one such as Europe/London", "timezone"))
    workspace, user = _said(row, "workspace"), _said(row, "user")
    if bool(workspace) != bool(user):
        faults.append(row.fault("an account needs both its workspace id (T…) and its user id (U…)", "user"))
    for column in ("workspace", "user"):
        word = _said(row, column)
        if word and not is_account_id(word):
            faults.append(row.fault(f"{quoted(word)} is no id of a chat platform; write one such as U012AB3CD", column))
    if len(faults) > before:
        return None
    return RosterRow(
        line=row.line,
        name=name,
        email=email,
        partner=partner,
        capacity=capacity,
        forum=forum,
        seat=seat,
        starts_on=starts_on,
        ends_on=ends_on,
        timezone=timezone,
        workspace=workspace or None,
        user=user or None,
        endless=endless,
        person=person,
        place=row.places.get("name", ""),
    )


def _said(row: Row, column: str) -> str:
    return clean_line(row.text(column))


def _word(row: Row, column: str) -> str:
    """Return a word of the file as it is compared with those that are known."""
    return as_read(row.text(column))


def _capacity(row: Row, faults: list[Fault]) -> Capacity | None:
    word = _word(row, "capacity")
    if not word and _said(row, "seat"):
        return None
    if word not in {capacity.value for capacity in Capacity}:
        known = ", ".join(c.value for c in Capacity)
        faults.append(row.fault(f"unknown capacity {quoted(word)}; write one of {known}", "capacity"))
        return None
    return Capacity(word)


def _partner(row: Row, capacity: Capacity | None, terms: Terms, faults: list[Fault]) -> str | None:
    word = _word(row, "partner")
    if capacity is Capacity.SECRETARY:
        if word:
            faults.append(row.fault("the secretary acts for the agreement: leave the partner empty", "partner"))
        return None
    if not word:
        if capacity is not None:
            hint = f"a {capacity.value} acts for a partner: write its key, such as {terms.partners[0].key}"
            faults.append(row.fault(hint, "partner"))
        return None
    known = {as_read(name): key for name, key in (participants_by_name(terms) | partners_by_name(terms)).items()}
    if word not in known:
        there = ", ".join(p.key for p in terms.partners)
        said = quoted(_said(row, "partner"))
        faults.append(row.fault(f"unknown partner {said}; the partners are {there}", "partner"))
        return None
    return known[word]


def _seat(row: Row, terms: Terms, faults: list[Fault]) -> tuple[str | None, str | None]:
    forum, seat = _word(row, "forum") or None, _word(row, "seat") or None
    if forum is None and seat is None:
        return None, None
    known = next((with_places(terms, f) for f in terms.forums if f.key == forum), None)
    if known is None:
        there = ", ".join(f.key for f in terms.forums)
        faults.append(row.fault(f"unknown forum {quoted(forum or '')}; the forums are {there}", "forum"))
        return None, None
    if seat not in {s.key for s in known.seats} | CHAIRS:
        seats = ", ".join(s.key for s in known.seats) or "none (the document lists none)"
        chairs = "who chairs is written as chair or deputy-chair"
        what = f"unknown seat {quoted(seat or '')} on {forum}; its seats are {seats}; {chairs}"
        faults.append(row.fault(what, "seat"))
        return None, None
    return forum, seat


def _day(row: Row, column: str, faults: list[Fault]) -> date | None:
    """Return the day in a cell. One that says no more than a month or a year is refused: it is no day."""
    word = _said(row, column)
    if not word:
        return None
    found = row.day(column)
    if found is None:
        faults.append(row.fault(f"{quoted(word)} is not a date; {written_days.HOW}", column))
        return None
    if not found.exact:
        day = found.first if column == "from" else found.last
        meant = "first" if column == "from" else "last"
        what = f"{quoted(word)} is no day; if its {meant} day is meant, write {day.isoformat()}"
        faults.append(row.fault(what, column))
        return None
    return found.first


def _clashes(rows: list[RosterRow]) -> list[Fault]:
    """Return lines that give one account to two people."""
    faults: list[Fault] = []
    owner: dict[tuple[str, str], RosterRow] = {}
    for row in rows:
        if row.workspace and row.user:
            other = owner.setdefault((row.workspace, row.user), row)
            if (as_read(other.name), as_read(other.email)) != (as_read(row.name), as_read(row.email)):
                said = f"account {row.user} is given to {other.name} above; one account is one person"
                faults.append(Fault(row.line, said))
    return faults
