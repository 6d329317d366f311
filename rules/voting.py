"""How much of those who count carries a decision, and what the votes come to. Exact fractions. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from rules.electorates import Circumstances, Electorate, electorate
from rules.errors import Refusal
from rules.terms import DecisionRule, Filter, Quorum, Terms


class Vote(StrEnum):
    """A vote that was cast. Under consensus: agree, object, and stand aside."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


@dataclass(frozen=True)
class Count:
    """What the votes come to. `needed` of the `base` carry it, and `reached` are there; `silent` have said nothing yet.

    `quorum` is how many must take part, None where the rule asks for none. `by_casting_vote` says that the chair's
    casting vote made the difference.
    """

    base: int
    needed: int
    in_favour: int
    against: int
    abstain: int
    silent: int
    quorum: int | None
    reached: int
    carried: bool
    by_casting_vote: bool

    @property
    def quorate(self) -> bool:
        """Return whether as many take part as must."""
        return self.quorum is None or self.in_favour + self.against + self.abstain >= self.quorum

    @property
    def tied(self) -> bool:
        """Return whether as many are for it as against. A tie is no decision."""
        return self.in_favour == self.against > 0

    @property
    def missing(self) -> int:
        """Return how many more must be for it."""
        return max(0, self.needed - self.reached)

    @property
    def beyond_reach(self) -> bool:
        """Return whether it could not be carried any more if all who are silent were for it."""
        return not self.carried and self.reached + self.silent < self.needed


def needed(rule: DecisionRule, base: int) -> int:
    """Return how many of the base must be for it; under consensus, how many must not stand in the way: all of them."""
    of = rule.threshold.of
    match rule.threshold.kind:
        case "more-than" if of is not None:
            return floor(base * of) + 1
        case "at-least" if of is not None:
            return max(1, ceil(base * of))
    return max(1, base)


def quorum_of(quorum: Quorum | None, base: int) -> int | None:
    """Return how many must take part, or None where the rule asks for no quorum."""
    if quorum is None:
        return None
    return quorum.number if quorum.number is not None else ceil(base * (quorum.fraction or Fraction(0)))


def count(rule: DecisionRule, voters: Electorate, votes: Mapping[str, Vote], *, casting: Vote | None = None) -> Count:
    """Return what the votes come to, by the voters' keys. Raises Refusal for a vote of one that may not vote."""
    check_votes(voters, votes)
    cast = [votes[voter.key] for voter in voters.voters if voter.key in votes]
    in_favour, against, abstain = (cast.count(vote) for vote in Vote)
    consensus = rule.threshold.kind == "consensus"  # who stands aside does not stand in the way
    extra = int(rule.casting_vote is not None and casting is Vote.FOR and in_favour == against > 0)
    base, quorum = voters.base, quorum_of(rule.quorum, voters.base)
    enough = needed(rule, base)
    possible = in_favour > 0 and (quorum is None or len(cast) >= quorum)
    without = in_favour + (abstain if consensus else 0)
    return Count(
        base=base,
        needed=enough,
        in_favour=in_favour,
        against=against,
        abstain=abstain,
        silent=len(voters.voters) - len(cast),
        quorum=quorum,
        reached=without + extra,
        carried=possible and without + extra >= enough,
        by_casting_vote=possible and without < enough <= without + extra,
    )


def check_votes(voters: Electorate, votes: Mapping[str, Vote]) -> None:
    """Return when everybody who has voted may vote. Raises Refusal, naming who may not and why."""
    why = {one.key: f"{one.name} has no vote in this: {one.why}." for one in voters.excluded}
    known = {voter.key for voter in voters.voters}
    wrong = [why.get(key, f"{key} is not among those who could vote.") for key in votes if key not in known]
    if wrong:
        raise Refusal(" ".join(wrong))


def result(
    terms: Terms,
    rule: DecisionRule,
    case: Circumstances,
    votes: Mapping[str, Vote],
    *,
    casting: Vote | None = None,
) -> tuple[Electorate, Count]:
    """Return who counts and what the votes come to, once all is known.

    Where the rule counts those who take part, or those present, and nobody has said who they are, they are those who
    have voted; abstaining is taking part (clause 8.10.2 of Mid and South Essex).
    """
    took_part = frozenset(votes) or None
    abstaining = frozenset(key for key, vote in votes.items() if vote is Vote.ABSTAIN)
    known = replace(
        case,
        participating=took_part if case.participating is None else case.participating,
        present=took_part if case.present is None else case.present,
        abstaining=abstaining if Filter.PRESENT_AND_VOTING in rule.who else frozenset(),
    )
    voters = electorate(terms, rule, known)
    counted = {key: vote for key, vote in votes.items() if key not in known.abstaining}
    return voters, count(rule, voters, counted, casting=casting)


def other_reading(terms: Terms, rule: DecisionRule, case: Circumstances) -> tuple[int, int] | None:
    """Return the base and what is needed if conflicted voters were treated the other way; None where nobody is."""
    if not any(one.why == "conflicted" for one in electorate(terms, rule, case).excluded):
        return None
    turned = "out-of-base" if rule.conflicted == "in-base" else "in-base"
    base = electorate(terms, rule.model_copy(update={"conflicted": turned}), case).base
    return base, needed(rule, base)
