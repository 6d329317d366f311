"""A meeting's life: when it is opened, who may do what to it, and what is too early or too late. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from rules.days import in_words
from rules.errors import Refusal
from rules.matters import Allowed
from rules.meetings import Meeting, Tally

AHEAD = timedelta(days=28)
TO_PREPARE = timedelta(days=14)
WARNED = (90, 60, 30)
"""Days before the end of a year on which it is said that too few meetings are held and planned."""


class MeetingState(StrEnum):
    """Where a meeting stands. Called: its members have its notice. Held: it is on record who was there."""

    PLANNED = "planned"
    CALLED = "called"
    HELD = "held"
    CANCELLED = "cancelled"

    @property
    def final(self) -> bool:
        """Return whether it is not to come any more."""
        return self in (MeetingState.HELD, MeetingState.CANCELLED)


TO_COME = (MeetingState.PLANNED, MeetingState.CALLED)

MOVES: Mapping[MeetingState, frozenset[MeetingState]] = {
    MeetingState.PLANNED: frozenset({MeetingState.CALLED, MeetingState.HELD, MeetingState.CANCELLED}),
    MeetingState.CALLED: frozenset({MeetingState.HELD, MeetingState.CANCELLED}),
    MeetingState.HELD: frozenset(),
    MeetingState.CANCELLED: frozenset(),
}


class Came(StrEnum):
    """How a member of a forum was at a meeting, or was not."""

    MEMBER = "member"
    DEPUTY = "deputy"
    APOLOGIES = "apologies"
    ABSENT = "absent"

    @property
    def there(self) -> bool:
        """Return whether somebody was there for it."""
        return self in (Came.MEMBER, Came.DEPUTY)


class Owed(StrEnum):
    """What is owed to a meeting."""

    MEETING_NOTICE = "meeting-notice"
    MEETING_PAPERS = "meeting-papers"
    MEETING_RECORD = "meeting-record"


class MeetingAct(StrEnum):
    """What a person can do about a forum's meetings, or to one of them."""

    PLAN = "plan"
    MOVE = "move"
    CANCEL = "cancel"
    PUBLIC = "public"
    CALL = "call"
    PAPERS = "papers"
    ADD_ITEM = "add-item"
    DROP_ITEM = "drop-item"
    RECORD = "record"
    CORRECT = "correct"
    ACTION = "action"
    TOLD = "told"


def who_may(act: MeetingAct, partners: Iterable[str] = ()) -> Allowed:
    """Return who may do this act: the secretary; an item is put on the agenda by any partner's lead or deputy too."""
    return Allowed(frozenset(partners if act is MeetingAct.ADD_ITEM else ()), secretary=True)


_STATES: Mapping[MeetingAct, frozenset[MeetingState]] = {
    **dict.fromkeys(
        (
            MeetingAct.MOVE,
            MeetingAct.CANCEL,
            MeetingAct.PUBLIC,
            MeetingAct.PAPERS,
            MeetingAct.ADD_ITEM,
            MeetingAct.DROP_ITEM,
            MeetingAct.RECORD,
        ),
        frozenset(TO_COME),
    ),
    MeetingAct.CALL: frozenset({MeetingState.PLANNED}),
    MeetingAct.CORRECT: frozenset({MeetingState.HELD}),
    MeetingAct.ACTION: frozenset(MeetingState) - {MeetingState.CANCELLED},
    MeetingAct.TOLD: frozenset(MeetingState),
}

_BEFORE = frozenset({MeetingAct.CALL, MeetingAct.PAPERS, MeetingAct.ADD_ITEM, MeetingAct.DROP_ITEM})

WORDS: Mapping[MeetingState, str] = {
    MeetingState.PLANNED: "planned",
    MeetingState.CALLED: "called already",
    MeetingState.HELD: "held and on record",
    MeetingState.CANCELLED: "called off",
}


def open_to(act: MeetingAct, state: MeetingState, on: date, today: date) -> bool:
    """Return whether this can be done to a meeting in this state on its day, before it or after it."""
    if state not in _STATES[act]:
        return False
    if act is MeetingAct.RECORD:
        return on <= today
    return act not in _BEFORE or today <= on


def check(act: MeetingAct, state: MeetingState, reference: str, on: date, today: date) -> None:
    """Return when this can be done to a meeting; raise Refusal, saying what stands in the way, if not."""
    if open_to(act, state, on, today):
        return
    if state not in _STATES[act]:
        raise Refusal(f"{reference} is {WORDS[state]}, so this can't be done any more. Its details show how it stands.")
    if act is MeetingAct.RECORD:
        raise Refusal(
            f"{reference} is on {in_words(on)}, so nothing can be recorded of it yet. If it was held earlier, move it "
            "to that day first."
        )
    raise Refusal(f"{reference} was to be on {in_words(on)}, so it is too late for this. Move it, or record it.")


def check_move(state: MeetingState, to: MeetingState) -> None:
    """Return when a meeting may move to this state; raise Refusal otherwise."""
    if to not in MOVES[state]:
        raise Refusal(f"This meeting is {WORDS[state]}, so nothing more can be done to it.")


def opens_on(one: Meeting) -> date:
    """Return the day on which a meeting is opened: four weeks before it, or two before its notice or its papers."""
    before = [due - TO_PREPARE for due in (one.notice_by, one.papers_by) if due is not None]
    return min([one.on - AHEAD, *before])


def warning(tally: Tally | None, today: date) -> int | None:
    """Return which warning is due of too few meetings: 90, 60 or 30 days before the year's end, the latest alone.

    None where enough are held and planned, where nothing is counted, and earlier in the year. For any twelve months
    there is no end of a year to warn of.
    """
    if tally is None or not tally.short or tally.year.last_on <= today:
        return None
    left = (tally.year.last_on - today).days
    return min((days for days in WARNED if left <= days), default=None)
