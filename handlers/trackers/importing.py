"""Begin a tracker with the rows of a file, compare it with one, and propose what a changed file says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from handlers.trackers import changes as tracker_changes, messages
from handlers.trackers.changes import By, begin_row, note
from handlers.trackers.facts import as_json, named, with_changes
from handlers.trackers.file import FileRow, TrackerFileRefused
from rules.errors import Refusal
from rules.sheets import Fault, quoted
from rules.terms import Terms, Tracker as TrackerRule
from rules.trackers import MOST_CRITERIA, PARTS, ChangeState, different, in_order, reference_of
from storage import agreements, rows, trackers
from storage.agreements import Agreement
from storage.trackers import Change, Criterion, Tracker


@dataclass(frozen=True)
class Difference:
    """What a file says otherwise than the tracker: a part of a row, or a whole row that one of them has not."""

    number: str
    part: str | None
    in_file: str | None
    in_tracker: str | None


@dataclass(frozen=True)
class Imported:
    """What became of a file's lines: rows that are new, changed at once, waiting for the forum, or as they were.

    `absent` rows of the tracker are not in the file; they stay as they are.
    """

    new: int = 0
    made: int = 0
    waiting: int = 0
    same: int = 0
    absent: int = 0


def rule_for(terms: Terms, key: str | None) -> TrackerRule:
    """Return what the terms say of a tracker; of the only one where `key` is None. Raises Refusal otherwise."""
    keys = ", ".join(rule.key for rule in terms.trackers)
    if not terms.trackers:
        raise Refusal(f"The {terms.short_title} agreement names no tracker. Its pack says so under `trackers`.")
    if key is None and len(terms.trackers) == 1:
        return terms.trackers[0]
    if key is None:
        raise Refusal(f"The {terms.short_title} agreement has several trackers: name one of {keys}.")
    found = named(terms, key)
    if found is None:
        raise Refusal(f"The {terms.short_title} agreement has no tracker {key}. It has {keys}.")
    return found


def begin(session: Session, agreement: Agreement, rule: TrackerRule, given: list[FileRow], by: By) -> Tracker:
    """Return a new tracker with these rows as they stand; what is recorded first needs nobody's confirmation."""
    agreements.hold(session, agreement.id)  # nobody else can begin one from here on
    if trackers.by_key(session, agreement.id, rule.key) is not None:
        raise Refusal(f"The {rule.name} was begun by somebody else a moment ago. Please try again.")
    tracker = rows.begin(
        session,
        agreement,
        Tracker,
        terms_id=agreements.latest_version(session, agreement.id).id,
        key=rule.key,
        opened_at=by.now,
        criteria=[],
    )
    session.flush()  # its rows name it
    odd = _odd_references(tracker, given)
    if odd:
        raise TrackerFileRefused(odd)
    note(session, by, tracker, "tracker-begun", {"tracker": rule.key, "rows": len(given)})
    for row in given:
        begin_row(session, tracker, row.number, row.values, by)
    messages.refresh(session, tracker, by.now)
    return tracker


def differences(tracker: Tracker, rows: list[FileRow]) -> list[Difference]:
    """Return what a file says otherwise than a tracker, row by row; empty when they say the same."""
    known = {row.number: row for row in tracker.rows if row.status is not None}
    found: list[Difference] = []
    for row in rows:
        if row.number not in known:
            found.append(Difference(row.number, None, row.values.status, None))
            continue
        stands, wanted = known[row.number].values, row.values
        said, there = as_json(wanted), as_json(stands)
        found += [Difference(row.number, p, said[p] or "", there[p] or "") for p in different(stands, wanted)]
    left = sorted(set(known) - {row.number for row in rows}, key=in_order)
    return [*found, *(Difference(number, None, None, known[number].status) for number in left)]


def import_rows(
    session: Session, agreement: Agreement, rule: TrackerRule, rows: list[FileRow], by: By, *, reason: str = ""
) -> Imported:
    """Do what a file says: begin the tracker, or propose what is different in it, by the same rule as in the chat.

    `reason` stands for those lines that have none of their own. Raises TrackerFileRefused, naming each line that can't
    be done, when one of them can't.
    """
    tracker = trackers.by_key(session, agreement.id, rule.key, lock=True)
    if tracker is None:
        begin(session, agreement, rule, rows, by)
        return Imported(new=len(rows))
    known = {row.number: row for row in tracker.criteria}
    rows = [_with_the_rest(row, known.get(row.number)) for row in rows]
    changed = [row for row in rows if _differs(known.get(row.number), row)]
    _check(session, tracker, known, changed, reason)
    changes = [_propose(session, tracker, known.get(row.number), row, row.reason or reason, by) for row in changed]
    if changes:
        tracker_changes.together(session, changes)
        messages.proposed(session, tracker, changes, by)
    named_there = {row.number for row in rows}
    return Imported(
        new=sum(row.number not in known for row in changed),
        made=sum(change.state is ChangeState.MADE for change in changes),
        waiting=sum(change.state is ChangeState.WAITING for change in changes),
        same=len(rows) - len(changed),
        absent=sum(one.number not in named_there for one in tracker.rows if one.status is not None),
    )


def _with_the_rest(row: FileRow, there: Criterion | None) -> FileRow:
    """Return a line with what stands in the tracker, or waits to, for the parts that the file has no column of."""
    left = [part for part in PARTS if part not in row.parts]
    if there is None or not left:
        return row
    stands = there.values
    if there.waiting is not None:
        stands = with_changes(stands, there.waiting.wanted)
    return replace(row, values=replace(row.values, **{part: getattr(stands, part) for part in left}))


def _differs(there: Criterion | None, row: FileRow) -> bool:
    """Return whether a line asks for something: neither what stands already, nor what is proposed already."""
    if there is None:
        return True
    waiting = there.waiting
    stands = there.values
    if waiting is not None and with_changes(stands, waiting.wanted) == row.values:
        return False
    return stands != row.values


def _check(
    session: Session, tracker: Tracker, known: dict[str, Criterion], changed: list[FileRow], reason: str
) -> None:
    """Raise TrackerFileRefused with each line that can't be done."""
    faults = _odd_references(tracker, changed)
    for row in changed:
        try:
            if row.number in known:
                tracker_changes.check_free(session, known[row.number])
        except Refusal as refusal:
            faults.append(Fault(row.line, str(refusal)))
        if not (row.reason or reason):
            what = "changes the row" if row.number in known else "adds a row"
            said = f"this line {what}, so it needs a reason: write it under reason, or give --reason"
            faults.append(Fault(row.line, said))
    new = sum(row.number not in known for row in changed)
    if len(known) + new > MOST_CRITERIA:
        said = f"a tracker has at most {MOST_CRITERIA} rows, and it would have {len(known) + new}"
        faults.append(Fault(changed[-1].line, said))
    if faults:
        raise TrackerFileRefused(faults)


def _odd_references(tracker: Tracker, rows: list[FileRow]) -> list[Fault]:
    """Return the lines whose reference is not that of their number: a spreadsheet may have made 1.1 of 1.10."""
    right = {row.line: reference_of(tracker.reference, row.number) for row in rows}
    return [
        Fault(
            row.line,
            f"the number {row.number} is that of {right[row.line]}, not of {quoted(row.reference)}; mend one of them",
        )
        for row in rows
        if row.reference and row.reference != right[row.line]
    ]


def _propose(session: Session, tracker: Tracker, there: Criterion | None, row: FileRow, reason: str, by: By) -> Change:
    if there is None:
        there = begin_row(session, tracker, row.number, replace(row.values, status=None), by)
    change = tracker_changes.propose(session, there, row.values, reason, by)
    if change is None:
        raise Refusal(f"Line {row.line} changes nothing of {there.reference}.")
    return change
