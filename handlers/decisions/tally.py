"""How the votes on a decision stand, and their arithmetic as plain values for the words people read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from handlers.decisions.there import There
from rules import count_words
from rules.electorates import Electorate
from rules.readings import LeftOpen
from rules.shares import Share
from rules.terms import DecisionRule, Terms
from rules.voting import Count
from rules.who import by_places


class Waits(StrEnum):
    """What the count of a decision's votes waits for, when their last day is over."""

    MATTER = "matter"
    RECORD = "record"
    ANSWER = "answer"
    CASTING = "casting"


@dataclass(frozen=True)
class Counted:
    """How the votes on a decision stand: who could take part, who is there, and what the votes come to.

    `left_open` has what the document leaves open of it, with each answer's count. `deciding` are those of them on
    whose answer the result depends. `untold` has what who could take part depends on and nobody said when it was
    proposed, because nothing depended on it then.
    """

    voters: Electorate
    there: There
    count: Count
    left_open: tuple[LeftOpen, ...]
    deciding: tuple[LeftOpen, ...]
    untold: tuple[str, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """Return the questions of the document on whose answer the result depends."""
        return tuple(one.question for one in self.deciding)

    @property
    def waits(self) -> Waits | None:
        """Return what must be on record before the votes can be counted, None where nothing must.

        That is what its electorate depends on, so that it has to be proposed anew; who was there; the answer to what
        the document leaves open; or how the casting vote goes in a tie.
        """
        if self.untold:
            return Waits.MATTER
        if self.count.waits:
            return Waits.RECORD
        if self.questions:
            return Waits.ANSWER
        return Waits.CASTING if self.count.waits_for_casting else None

    @property
    def settled(self) -> bool:
        """Return whether those who are silent could change nothing, under each answer to what is left open."""
        counts = [self.count, *(one.count for point in self.left_open for one in point.answers)]
        return all(one is not None and (one.settled or not one.silent) for one in counts)


def tally_facts(terms: Terms, rule: DecisionRule, count: Count, *, recorded: bool) -> Mapping[str, Any]:
    """Return the arithmetic of a vote for the templates; `recorded` says that who is there was recorded."""
    share = rule.threshold if isinstance(rule.threshold, Share) else None
    return {
        "kind": rule.threshold if isinstance(rule.threshold, str) else rule.threshold.kind,
        "of": str(share.of) if share is not None else None,
        "counts": "seats" if by_places(terms, rule) else "partners",
        "base_of": rule.base or "all",
        "asks": count_words.asks(terms, rule, count),
        "working": list(count_words.working(terms, rule, count, recorded=recorded)),
        "could": count.could,
        "there": count.met,
        "recorded": recorded,
        "base": count.base,
        "needed": count.needed,
        "reached": count.reached,
        "missing": count.missing,
        "missing_there": count.missing_there,
        "in_favour": count.in_favour,
        "against": count.against,
        "abstain": count.abstain,
        "silent": count.silent,
        "quorum": count.quorum,
        "quorate": count.quorate,
        "tied": count.tied,
        "carried": count.carried,
        "waits": count.waits,
        "waits_for_casting": count.waits_for_casting,
        "beyond_reach": count.beyond_reach,
        "settled": count.settled,
        "by_casting_vote": count.by_casting_vote,
    }
