"""A decision's life: who may propose it, vote on it, change it and close it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.errors import Refusal
from rules.matters import Allowed
from rules.terms import DecisionRule, Outcome, Terms
from rules.who import forum_of


class DecisionState(StrEnum):
    """Where a decision stands. A draft is shown to whoever proposed it, with those who will have a vote."""

    DRAFT = "draft"
    OPEN = "open"
    CARRIED = "carried"
    NOT_CARRIED = "not-carried"
    WITHDRAWN = "withdrawn"

    @property
    def final(self) -> bool:
        """Return whether nothing more can happen to the decision."""
        return self not in (DecisionState.DRAFT, DecisionState.OPEN)


MOVES: Mapping[DecisionState, frozenset[DecisionState]] = {
    DecisionState.DRAFT: frozenset({DecisionState.OPEN, DecisionState.WITHDRAWN}),
    DecisionState.OPEN: frozenset({DecisionState.CARRIED, DecisionState.NOT_CARRIED, DecisionState.WITHDRAWN}),
    DecisionState.CARRIED: frozenset(),
    DecisionState.NOT_CARRIED: frozenset(),
    DecisionState.WITHDRAWN: frozenset(),
}


class Owed(StrEnum):
    """What is owed to a decision."""

    VOTE = "vote"
    RATIFICATION = "ratification"


class DecisionAct(StrEnum):
    """What a person can do to a decision, besides voting on it."""

    OPEN = "open"
    REWORD = "reword"
    EXTEND = "extend"
    MEETING = "meeting"
    WITHDRAW = "withdraw"
    CLOSE = "close"
    CASTING = "casting"
    BEHALF = "behalf"
    THERE = "there"
    TOLD = "told"


@dataclass(frozen=True)
class Tried:
    """A decision that was closed before: under which rule, on which topic, about which issue, and how it ended."""

    rule: str
    topic: str | None
    issue: int | None
    state: DecisionState


BY_SECRETARY = frozenset(
    (DecisionAct.CLOSE, DecisionAct.CASTING, DecisionAct.BEHALF, DecisionAct.THERE, DecisionAct.TOLD)
)


def who_may(act: DecisionAct, *, proposed_for: str | None) -> Allowed:
    """Return who may do this act: the leads and deputies of the partner that proposed it, and the secretary."""
    mine = frozenset({proposed_for} if proposed_for else ())
    if act in BY_SECRETARY:
        return Allowed(frozenset(), secretary=True)
    return Allowed(mine, secretary=True)


def outcome_of(terms: Terms, rule: DecisionRule) -> Outcome:
    """Return what comes out of a vote under a rule: what the rule or its forum gives, or a decision of the partners.

    A board without delegated powers recommends; it never decides (Sefton 8.2).
    """
    if rule.outcome is not None:
        return rule.outcome
    return next((forum.outcome for forum in terms.forums if forum.key == forum_of(rule)), Outcome.DECISION)


def check_first(terms: Terms, key: str, tried: tuple[Tried, ...], *, topic: str | None, issue: int | None) -> None:
    """Return when what must have failed before a vote under this rule has failed; raise Refusal if not.

    Mid and South Essex 8.4: the Board's vote follows where the SLE found no consensus, on the same topic.
    """
    rule = terms.decision_rules[key]
    if rule.only_after is None:
        return
    before = terms.decision_rules[rule.only_after]
    for one in tried:
        same = one.issue == issue if issue is not None else one.topic == topic
        if one.rule == rule.only_after and one.state is DecisionState.NOT_CARRIED and same:
            return
    clause = f" (clause {rule.clause})" if rule.clause else ""
    raise Refusal(
        f"{rule.name}{clause} follows only where this has failed on the same matter: {before.name}. "
        "Please propose that first."
    )


def check_topic(terms: Terms, key: str, topic: str | None) -> None:
    """Return when a decision on this topic can be taken under this rule; raise Refusal, naming those that can."""
    rule = terms.decision_rules[key]
    if not rule.topics or topic in rule.topics:
        return
    names = " or ".join(found.name for found in terms.topics if found.key in rule.topics)
    raise Refusal(f"{rule.name} (clause {rule.clause}) is for this only: {names}. Please choose it, or another rule.")


def check_move(state: DecisionState, to: DecisionState) -> None:
    """Return when a decision may move to this state; raise Refusal otherwise."""
    if to not in MOVES[state]:
        raise Refusal(f"This decision is {WORDS[state]}, so nothing more can be done to it.")


WORDS: Mapping[DecisionState, str] = {
    DecisionState.DRAFT: "a draft",
    DecisionState.OPEN: "open to votes",
    DecisionState.CARRIED: "carried",
    DecisionState.NOT_CARRIED: "not carried",
    DecisionState.WITHDRAWN: "withdrawn",
}
