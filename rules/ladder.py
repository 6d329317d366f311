"""The ladder: the stages of an agreement that an issue climbs, one after another, and never down. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rules.errors import Refusal
from rules.issues import stage_of
from rules.terms import Moment, Stage, Terms


class Left(StrEnum):
    """How an issue left a stage. Skipped: it was never tried there, for a reason that is on record."""

    MOVED = "moved"
    SKIPPED = "skipped"
    TIME_UP = "time-up"


@dataclass(frozen=True)
class Step:
    """A way on from a stage: to a later one, over others that may be skipped."""

    to: str
    over: tuple[str, ...] = ()


OF_STAGE = "of.stage"
"""The clock of a deadline by a moment that stands at the stage itself; no pack can call a clock of its own so."""


@dataclass(frozen=True)
class StageClock:
    """By what a stage's time is counted: the key of its deadlines, the moment, and where that stands in the pack."""

    key: str
    when: Moment
    at: str


def clock_of(terms: Terms, stage: Stage) -> StageClock | None:
    """Return by what a stage's time is counted; None where the document sets it no time."""
    match stage.clock:
        case None:
            return None
        case str():
            return StageClock(stage.clock, terms.clocks[stage.clock], f"clocks.{stage.clock}")
        case Moment():
            when = stage.clock.model_copy(update={"clause": stage.clock.clause or stage.clause})
            return StageClock(OF_STAGE, when, f"issues.stages.{stage.key}.clock")


def onward(terms: Terms, at: str) -> tuple[Step, ...]:
    """Return the ways on from a stage, the nearest first; none from the last one.

    The next stage is always one; the stage after it is one too where the document lets it be skipped.
    """
    steps: list[Step] = []
    over: tuple[str, ...] = ()
    here = stage_of(terms, at).next
    while here is not None:
        steps.append(Step(here, over))
        stage = stage_of(terms, here)
        if not stage.skippable:
            break
        over, here = (*over, here), stage.next
    return tuple(steps)


def step_to(terms: Terms, at: str, to: str) -> Step:
    """Return the way from a stage to another; raise Refusal when there is none."""
    found = next((step for step in onward(terms, at) if step.to == to), None)
    if found is None:
        there = " or ".join(stage_of(terms, step.to).name for step in onward(terms, at)) or "no further stage"
        raise Refusal(f"From {stage_of(terms, at).name} an issue goes to {there}.")
    return found


def number_of(terms: Terms, at: str) -> tuple[int, int]:
    """Return which of how many stages this is, counted from 1."""
    order = list(climb(terms))
    return order.index(at) + 1, len(order)


def climb(terms: Terms) -> Iterable[str]:
    """Give the keys of the stages in the order in which an issue comes to them."""
    here: str | None = terms.issues.stages[0].key
    while here is not None:
        yield here
        here = stage_of(terms, here).next


def by_itself(stage: Stage) -> bool:
    """Return whether an issue moves on by itself when the stage's time is up; otherwise a person is asked."""
    return stage.on_time_up == "move" and stage.next is not None
