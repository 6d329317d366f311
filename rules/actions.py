"""An action's life: who may open it, say that it is done, or drop it. Pure."""

from __future__ import annotations

from enum import StrEnum

from rules.errors import Refusal
from rules.matters import Allowed


class ActionState(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def final(self) -> bool:
        """Return whether nothing more can happen to the action."""
        return self is not ActionState.OPEN


class Owed(StrEnum):
    """What is owed to an action."""

    ACTION = "action"


def who_closes(partner: str, to: ActionState) -> Allowed:
    """Return who may close an action: its partner says that it is done, the secretary can do that and can drop it."""
    done = to is ActionState.DONE
    return Allowed(frozenset({partner} if done else ()), any_capacity=done, secretary=True)


def check_open(state: ActionState, reference: str) -> None:
    """Return when an action is open; raise Refusal, saying what it is, if not."""
    if state.final:
        raise Refusal(f"{reference} is {state.value} already, so nothing more can be done to it.")
