"""A milestone's life: what is said of it, by whom, what is owed and when. Pure.

It is open, met, not met or dropped; these four are its states, since they alone decide whether anybody is asked for it.
“On track” and “at risk” are what its owner said last of an open one, and change nothing but the words. “Overdue” and
“past” follow from its date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar

from dateutil.relativedelta import relativedelta

from rules.days import in_words
from rules.errors import Refusal
from rules.terms import Terms

ASKED_EVERY = relativedelta(months=3)  # of a condition: whether it has come true


class MilestoneState(StrEnum):
    """Where a milestone stands. One that is not met can have a later date, and is open again then."""

    OPEN = "open"
    MET = "met"
    NOT_MET = "not-met"
    DROPPED = "dropped"

    @property
    def final(self) -> bool:
        """Return whether nobody is asked for it any more."""
        return self is not MilestoneState.OPEN


class Progress(StrEnum):
    """What is reported of a milestone."""

    ON_TRACK = "on-track"
    AT_RISK = "at-risk"
    MET = "met"
    NOT_MET = "not-met"


ENDS = {Progress.MET: MilestoneState.MET, Progress.NOT_MET: MilestoneState.NOT_MET}


class Owed(StrEnum):
    """What is owed to a milestone."""

    PROGRESS = "progress"
    CONDITION = "condition"


class MilestoneAct(StrEnum):
    """What a person can do to a milestone."""

    REPORT = "report"
    MOVE = "move"
    CONDITION = "condition"
    OWNER = "owner"
    DROP = "drop"


@dataclass(frozen=True)
class Able:
    """Who may do an act beside the secretary: people of this partner, or whoever holds a seat on this forum.

    Of the partner its lead and deputy, and where `members` its members too. Both None: the secretary alone.
    """

    partner: str | None = None
    forum: str | None = None
    members: bool = False


@dataclass(frozen=True)
class Standing:
    """A milestone as the rules see it.

    `due_on` is the last day of the period it is due in, None without a date. `past`: that day lay before the agreement
    was loaded, and nobody has said since what became of it. `said_on` is the day of the last report. Without a date,
    whoever owns it is asked on `ask_on` whether its condition has come true.
    """

    reference: str
    state: MilestoneState = MilestoneState.OPEN
    due_on: date | None = None
    condition: str | None = None
    came_true_on: date | None = None
    said: Progress | None = None
    said_on: date | None = None
    met_on: date | None = None
    past: bool = False
    ask_on: date | None = None

    @property
    def chased_by(self) -> date | None:
        """Return the day it is chased by; None while nobody is to be reminded of a date of it."""
        return None if self.state.final or self.past else self.due_on

    def overdue(self, today: date) -> bool:
        """Return whether it is open and its last day is over."""
        return not self.state.final and self.due_on is not None and self.due_on < today


@dataclass(frozen=True)
class Reported:
    """What somebody said of a milestone on a day; one that is met was met on `met_on`."""

    act: ClassVar[MilestoneAct] = MilestoneAct.REPORT
    said: Progress
    on: date
    met_on: date | None = None


@dataclass(frozen=True)
class Moved:
    """That it is due by another day, said on a day."""

    act: ClassVar[MilestoneAct] = MilestoneAct.MOVE
    due_on: date
    on: date


@dataclass(frozen=True)
class CameTrue:
    """That its condition came true on `came_true_on`, said on a day; it is due by `due_on`, None: as it was."""

    act: ClassVar[MilestoneAct] = MilestoneAct.CONDITION
    came_true_on: date
    due_on: date | None
    on: date


@dataclass(frozen=True)
class Dropped:
    """That it is not wanted any more, said on a day."""

    act: ClassVar[MilestoneAct] = MilestoneAct.DROP
    on: date


Event = Reported | Moved | CameTrue | Dropped


def who_may(act: MilestoneAct, owner: str | None, terms: Terms) -> Able:
    """Return who may do an act to a milestone, beside the secretary, who may do each.

    Its owner reports: a partner's lead, deputy or member; of a forum with seats, whoever holds one. What was promised,
    its date and its condition, is for the owner's lead and deputy. Handing it to another, or dropping it, is for the
    partners together, and the secretary records it.
    """
    if act in (MilestoneAct.OWNER, MilestoneAct.DROP) or owner is None:
        return Able()
    if any(partner.key == owner for partner in terms.partners):
        return Able(partner=owner, members=act is MilestoneAct.REPORT)
    seated = any(forum.key == owner and forum.seats for forum in terms.forums)
    return Able(forum=owner if seated else None)


_STATES: Mapping[MilestoneAct, frozenset[MilestoneState]] = {
    MilestoneAct.REPORT: frozenset(MilestoneState) - {MilestoneState.DROPPED},
    MilestoneAct.CONDITION: frozenset({MilestoneState.OPEN}),
    **dict.fromkeys(
        (MilestoneAct.MOVE, MilestoneAct.OWNER, MilestoneAct.DROP),
        frozenset({MilestoneState.OPEN, MilestoneState.NOT_MET}),
    ),
}

_CLOSED: Mapping[MilestoneState, str] = {
    MilestoneState.DROPPED: "{} is dropped already, so nothing more can be done to it.",
    MilestoneState.MET: "{} is met already. If that is a mistake, please report how it stands first.",
    MilestoneState.NOT_MET: "{} is not going to be met. Please give it a later date first.",
}


def open_to(act: MilestoneAct, standing: Standing) -> bool:
    """Return whether this can be done to a milestone as it stands; a condition comes true once."""
    waits = standing.condition is not None and standing.came_true_on is None
    return standing.state in _STATES[act] and (waits or act is not MilestoneAct.CONDITION)


def check(act: MilestoneAct, standing: Standing) -> None:
    """Return when this can be done to a milestone as it stands; raise Refusal, saying what stands in the way, if not.

    A later report takes the place of an earlier one, so that a mistake can be put right; what was dropped stays so.
    """
    if open_to(act, standing):
        return
    reference = standing.reference
    if standing.state not in _STATES[act]:
        raise Refusal(_CLOSED[standing.state].format(reference))
    if standing.condition is not None and standing.came_true_on is not None:
        raise Refusal(f"The condition of {reference} came true on {in_words(standing.came_true_on)} already.")
    raise Refusal(f"{reference} hangs on no condition: it has a date.")


def sayable(standing: Standing, today: date) -> tuple[Progress, ...]:
    """Return what can be reported today: once its last day is over, only what became of it."""
    over = standing.due_on is not None and standing.due_on < today
    return (Progress.MET, Progress.NOT_MET) if over else tuple(Progress)


def after(standing: Standing, event: Event) -> Standing:
    """Return how a milestone stands after an event. Raises Refusal, saying why, where it cannot happen to it."""
    check(event.act, standing)
    found = _happened(standing, event)
    asked = found.state is MilestoneState.OPEN and found.due_on is None
    return replace(found, ask_on=event.on + ASKED_EVERY if asked else None)


def _happened(standing: Standing, event: Event) -> Standing:
    match event:
        case Reported():
            return _reported(standing, event)
        case Moved():
            return _moved(standing, event)
        case CameTrue():
            return _came_true(standing, event)
        case Dropped():
            return replace(standing, state=MilestoneState.DROPPED)


def _reported(standing: Standing, event: Reported) -> Standing:
    if event.said not in sayable(standing, event.on) and standing.due_on is not None:
        raise Refusal(
            f"The last day of {standing.reference}, {in_words(standing.due_on)}, is over. Please say that it is met or "
            "that it is not going to be met, or give it a later date."
        )
    if event.said is Progress.MET and (event.met_on is None or event.met_on > event.on):
        raise Refusal(f"{standing.reference} can't have been met later than today. Please choose the day it was met.")
    state = ENDS.get(event.said, MilestoneState.OPEN)
    met_on = event.met_on if state is MilestoneState.MET else None
    return replace(standing, state=state, said=event.said, said_on=event.on, met_on=met_on, past=False)


def _moved(standing: Standing, event: Moved) -> Standing:
    if event.due_on < event.on:
        raise Refusal(f"{in_words(event.due_on)} is over already. Please choose a date to come.")
    said = None if standing.state is MilestoneState.NOT_MET else standing.said
    return replace(standing, state=MilestoneState.OPEN, due_on=event.due_on, said=said, past=False)


def _came_true(standing: Standing, event: CameTrue) -> Standing:
    if event.came_true_on > event.on:
        raise Refusal("A condition can't have come true later than today. Please choose the day it did.")
    if event.due_on is None and standing.due_on is None:
        raise Refusal(f"Please say by when {standing.reference} is due now.")
    if event.due_on is not None and event.due_on < event.on:
        raise Refusal(f"{in_words(event.due_on)} is over already. Please choose a date to come.")
    due_on = event.due_on or standing.due_on
    return replace(standing, came_true_on=event.came_true_on, due_on=due_on, past=standing.past and not event.due_on)


def owes(standing: Standing, today: date, *, asks_from: date | None) -> tuple[Owed, ...]:
    """Return what its owner owes a milestone today; `asks_from` is the day of the first reminder of its date.

    From that day on: how it stands, once; after its last day: what became of it. Without a date, every three months in
    which nothing was said: whether its condition has come true. What lay in the past from the beginning is not owed.
    """
    if standing.state.final or standing.past:
        return ()
    if standing.due_on is None:
        return (Owed.CONDITION,) if standing.ask_on is not None and standing.ask_on <= today else ()
    if standing.due_on < today:
        return (Owed.PROGRESS,)
    if asks_from is None or today < asks_from:
        return ()
    answered = standing.said_on is not None and standing.said_on >= asks_from
    return () if answered else (Owed.PROGRESS,)
