"""Changes of a tracker's rows: proposed, made, refused, taken back; each with its reason and its register entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from handlers.acting import Acting, record
from handlers.trackers.facts import as_json, forum_of, picked, terms_of, with_changes
from rules import trackers
from rules.errors import Refusal
from rules.trackers import ChangeState, Values
from storage import register
from storage.agreements import Agreement
from storage.trackers import Change, Criterion, Tracker


@dataclass(frozen=True)
class By:
    """Who does something to a tracker: a person, for a partner or the agreement; or `name`, from the command line."""

    name: str
    now: datetime
    acting: Acting | None = None
    source: Mapping[str, Any] = field(default_factory=dict)

    @property
    def person_id(self) -> int | None:
        """Return the person's id; None for the command line."""
        return self.acting.actor.person.id if self.acting else None

    @property
    def partner(self) -> str | None:
        """Return the partner it is done for, or None."""
        return self.acting.partner if self.acting else None


def note(session: Session, by: By, of: Tracker | Criterion, act: str, facts: Mapping[str, Any]) -> None:
    """Write an act on a tracker or a row of it into the register."""
    if by.acting is not None:
        record(session, by.acting, of, act, facts)
        return
    agreement = session.get_one(Agreement, of.agreement_id)
    register.write(
        session, agreement, at=by.now, act=act, person=by.name, reference=of.reference, facts=facts, source=by.source
    )


def check_free(session: Session, row: Criterion) -> None:
    """Return when no change of a row waits; raise Refusal, saying what waits and who can end that, if one does."""
    waiting = row.waiting
    if waiting is None:
        return
    terms, rule, _ = terms_of(session, row.tracker)
    what = f"“{waiting.wanted['status']}”" if waiting.wanted.get("status") else "another change"
    raise Refusal(
        f"{row.reference} can't be changed now: {waiting.proposed_name} has proposed {what}, and that waits for the "
        f"{forum_of(terms, rule) or 'secretary'}. Whoever proposed it can take it back; the secretary records answers."
    )


def propose(session: Session, row: Criterion, wanted: Values, reason: str, by: By) -> Change | None:
    """Write down that a row is to be different; it is so at once, unless the pack names a forum that confirms it first.

    Return the change, or None when nothing would be different. Raises Refusal when another change of the row waits, or
    the status is none of the tracker's.
    """
    parts = trackers.different(row.values, wanted)
    if not parts:
        return None
    _, rule, _ = terms_of(session, row.tracker)
    check_free(session, row)
    if wanted.status is not None and "status" in parts:
        trackers.check_status(rule, wanted.status)
    change = Change(
        criterion=row,
        number=len(row.changes) + 1,
        state=ChangeState.WAITING,
        before=picked(row.values, parts),
        wanted=picked(wanted, parts),
        reason=reason,
        proposed_for=by.partner,
        proposed_by=by.person_id,
        proposed_name=by.name,
        proposed_at=by.now,
    )
    session.add(change)
    session.flush()  # messages and its batch name it
    if trackers.becomes(rule) is ChangeState.MADE:
        _apply(session, change, by, {})
    else:
        note(session, by, row, "criterion-change-proposed", _told(change))
    return change


def together(session: Session, changes: Sequence[Change]) -> None:
    """Note that these changes were proposed in one act, so that they are asked about together."""
    for change in changes:
        change.batch = changes[0].id
    session.flush()  # what is asked about them is looked up by it


def make(session: Session, change: Change, by: By, *, met_on: date, evidence: str) -> None:
    """Make a change that the managing forum has confirmed. Raises Refusal when it does not wait any more."""
    row = change.criterion
    terms, rule, _ = terms_of(session, row.tracker)
    trackers.check_waiting(change.state, row.reference)
    if change.wanted.get("status") is not None:  # the pack's list may have changed meanwhile
        trackers.check_status(rule, change.wanted["status"])
    change.met_on, change.evidence = met_on, evidence
    confirmed = {"confirmed_by": forum_of(terms, rule), "on": met_on.isoformat(), "evidence": evidence}
    _apply(session, change, by, confirmed)


def _apply(session: Session, change: Change, by: By, confirmed: Mapping[str, Any]) -> None:
    row = change.criterion
    wanted = with_changes(row.values, change.wanted)
    for part in trackers.PARTS:
        setattr(row, part, getattr(wanted, part))
    row.changed_at = by.now
    change.state, change.decided_name, change.decided_at = ChangeState.MADE, by.name, by.now
    session.flush()  # the register refreshes what it locks
    proposed = {"proposed_by": change.proposed_name} if change.proposed_name != by.name else {}
    note(session, by, row, "criterion-changed", {"title": row.title, **_told(change), **proposed, **confirmed})


def end(session: Session, change: Change, by: By, state: ChangeState, words: str, met_on: date | None = None) -> None:
    """End a change that is not made: refused by the forum on a day, or taken back. Raises Refusal when it is over."""
    row = change.criterion
    trackers.check_waiting(change.state, row.reference)
    change.state, change.decided_name, change.decided_at = state, by.name, by.now
    change.met_on, change.evidence = met_on, words
    session.flush()  # the register refreshes what it locks
    on = {"on": met_on.isoformat()} if met_on else {}
    note(
        session, by, row, f"criterion-change-{state.value}", {"changed": _told(change)["changed"], "words": words, **on}
    )


def _told(change: Change) -> dict[str, Any]:
    """Return what the register keeps of a change: what is different, from what to what, and why."""
    before, wanted = change.before, change.wanted
    status = {"from": before.get("status"), "to": wanted["status"]} if "status" in wanted else {}
    return {
        "changed": {part: [before.get(part), wanted[part]] for part in wanted},
        "words": change.reason,
        **{name: value for name, value in status.items() if value is not None},
    }


def begin_row(session: Session, tracker: Tracker, number: str, values: Values, by: By) -> Criterion:
    """Return a new row of a tracker as it begins, with its entry in the register.

    Without a status it is not part of the tracker yet: a change brings that, and the entry.
    """
    row = Criterion(
        agreement_id=tracker.agreement_id,
        tracker=tracker,
        number=number,
        reference=trackers.reference_of(tracker.reference, number),
        feature=values.feature,
        title=values.title,
        gap=values.gap,
        status=values.status,
        owner=values.owner,
        target=values.target,
        target_on=values.target_on,
        opened_at=by.now,
        changed_at=by.now,
        changes=[],
    )
    session.add(row)
    session.flush()  # the register's entry and its changes name it
    if values.status is not None:
        note(session, by, row, "criterion-tracked", as_json(values))
    return row
