"""Who could take part in a vote, is there and has voted, and what it comes to: one count. Exact fractions. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from math import ceil, floor
from typing import Literal

from rules.electorates import Electorate
from rules.errors import Refusal
from rules.shares import Share
from rules.terms import DecisionRule, Quorum


class Vote(StrEnum):
    """A vote that was cast. Where nobody may be against: agree, object, and stand aside."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


@dataclass(frozen=True)
class Count:
    """What the votes come to.

    Of those who `could` take part, `recused` are kept out by a conflict, and `met` of those that the quorum counts are
    there: `quorum` must be, None where the rule states none. `needed` of the `base` carry it, and `reached` are there.
    `silent` have said nothing, of whom `away` are not there; `uncounted` are votes of those who are not there.

    `waits`: it is taken at a meeting, and who was there is not recorded. `waits_for_casting`: it is a tie that the
    casting vote could carry, and how that goes is not recorded. `beyond_reach`: all who are silent could be
    for it and it would not be carried. `settled`: whatever they say changes nothing. `by_casting_vote` says that the
    chair's casting vote made the difference.
    """

    could: int
    recused: int
    quorum: int | None
    met: int
    base: int
    needed: int
    in_favour: int
    against: int
    abstain: int
    silent: int
    away: int
    uncounted: tuple[str, ...]
    reached: int
    carried: bool
    by_casting_vote: bool
    waits: bool
    waits_for_casting: bool
    beyond_reach: bool = False
    settled: bool = False

    @property
    def quorate(self) -> bool:
        """Return whether as many are there as must be."""
        return self.quorum is None or self.met >= self.quorum

    @property
    def tied(self) -> bool:
        """Return whether as many are for it as against. A tie is no decision."""
        return self.in_favour == self.against > 0

    @property
    def missing(self) -> int:
        """Return how many more must be for it."""
        return max(0, self.needed - self.reached)

    @property
    def missing_there(self) -> int:
        """Return how many more must be there."""
        return max(0, (self.quorum or 0) - self.met)


def count(
    rule: DecisionRule,
    voters: Electorate,
    votes: Mapping[str, Vote],
    *,
    there: frozenset[str] | None = None,
    by_proxy: frozenset[str] = frozenset(),
    at_meeting: bool = False,
    casting: Vote | None = None,
) -> Count:
    """Return what the votes come to, by the voters' keys.

    `there` has those who are there: by themselves, a substitute, or a proxy that counts as there. None: nobody has
    recorded it, so those who have answered are there, abstaining included. At a meeting (`at_meeting`, or a rule that
    is taken at one) only those count who are there or vote `by_proxy`, and without a record the count waits for it.
    """
    at_meeting = at_meeting or rule.taken == "meeting"
    counted = partial(_counted, rule, voters, by_proxy=by_proxy, at_meeting=at_meeting)
    now = counted(votes, there=there, casting=casting)
    if now.waits:
        return now
    silent = [one.key for one in voters.voters if one.key not in votes]
    speaking = [key for key in silent if not at_meeting or there is None or key in there or key in by_proxy]
    ways = _ways(rule, speaking)
    if ways is None:
        return now

    def carried(said: Mapping[str, Vote], chair: Vote | None) -> bool:
        then = None if there is None else there | (said.keys() - by_proxy)
        return counted({**votes, **said}, there=then, casting=casting or chair).carried

    beyond = not now.carried and not any(carried(said, Vote.FOR) for said in ways)
    sure = now.carried and all(carried(said, Vote.AGAINST) for said in ways)
    return replace(now, beyond_reach=beyond, settled=beyond or sure)


_MOST_TRIED = 40


def _ways(rule: DecisionRule, silent: Sequence[str]) -> list[dict[str, Vote]] | None:
    """Return the ways of speaking of those who are silent that decide whether they could change the result.

    All for it and all against it; where there is a casting vote, which makes a vote more of a tie alone, every split.
    None: those are too many to try, so nothing is said of what could still come.
    """
    number = len(silent)
    if rule.casting_vote is None:
        return [dict.fromkeys(silent, vote) for vote in (Vote.FOR, Vote.AGAINST)]
    if number > _MOST_TRIED:
        return None
    splits = ((for_, against) for for_ in range(number + 1) for against in range(number + 1 - for_))
    return [dict(zip(silent, [Vote.FOR] * for_ + [Vote.AGAINST] * against, strict=False)) for for_, against in splits]


def _counted(
    rule: DecisionRule,
    voters: Electorate,
    votes: Mapping[str, Vote],
    *,
    there: frozenset[str] | None,
    by_proxy: frozenset[str],
    at_meeting: bool,
    casting: Vote | None,
) -> Count:
    waits = at_meeting and there is None
    able = frozenset(one.key for one in voters.voters)
    recused = frozenset(one.key for one in voters.recused)
    heard = able if there is None or not at_meeting else able & (there | by_proxy)
    cast = [vote for key, vote in votes.items() if key in heard]
    in_favour, against, abstain = (cast.count(vote) for vote in Vote)
    recorded = (there or frozenset()) & (able | recused)
    present = recorded if at_meeting else recorded | (able & frozenset(votes))
    base = {
        "all": voters.could - (0 if rule.recused == "in-base" else len(recused)),
        "present": len((present - recused) | (heard & frozenset(votes))),
        "votes-cast": in_favour + against,
    }[rule.base or "all"]
    tie = rule.casting_vote is not None and in_favour == against and isinstance(rule.threshold, Share)
    extra = int(tie and casting is Vote.FOR and in_favour > 0)
    without = in_favour
    if rule.threshold == "nobody against":  # who stands aside does not stand in the way
        without = 0 if against else in_favour + abstain
    by_itself, with_it = (needed(rule.threshold, base + more) for more in (0, int(rule.base == "votes-cast")))
    enough = with_it if extra else by_itself  # the casting vote is a vote cast
    quorum = quorum_of(rule.quorum, voters)
    as_there = rule.quorum is not None and rule.quorum.recused == "as-there"
    met = 0 if waits else len(present if as_there else present - recused)
    possible = not waits and in_favour > 0 and (quorum is None or met >= quorum)
    return Count(
        could=voters.could,
        recused=len(recused),
        quorum=quorum,
        met=met,
        base=base + (extra if rule.base == "votes-cast" else 0),
        needed=enough,
        in_favour=in_favour,
        against=against,
        abstain=abstain,
        silent=len(able) - len(cast),
        away=len(able - present - by_proxy) if there is not None else 0,
        uncounted=tuple(one.key for one in voters.voters if one.key in votes and one.key not in heard),
        reached=without + extra,
        carried=possible and without + extra >= enough,
        by_casting_vote=possible and without < by_itself and enough <= without + extra,
        waits=waits,
        waits_for_casting=tie and casting is None and possible and without < by_itself and with_it <= without + 1,
    )


def needed(threshold: Share | Literal["all", "nobody against"], base: int) -> int:
    """Return how many of the base must be for it; where nobody may be against, how many must not stand in the way."""
    return least(threshold, base) if isinstance(threshold, Share) else max(1, base)


def least(share: Share, of: int) -> int:
    """Return the smallest number that is such a share of so many: 4 is at least 2/5 of 9, 6 more than 1/2 of 10."""
    return floor(share.of * of) + 1 if share.kind == "more than" else max(1, ceil(share.of * of))


def quorum_of(quorum: Quorum | None, voters: Electorate) -> int | None:
    """Return how many must be there, or None where the rule states no quorum: the greater of its number and share."""
    if quorum is None:
        return None
    of = voters.could - (len(voters.recused) if quorum.recused == "left-out" else 0)
    return max(quorum.number or 0, least(quorum.fraction, of) if quorum.fraction is not None else 0)


def presence_matters(rule: DecisionRule) -> bool:
    """Return whether who is there, beside those who answer, can change what votes under a rule come to."""
    if rule.taken == "writing":
        return False
    return rule.taken == "meeting" or rule.base == "present" or rule.quorum is not None


def check_votes(voters: Electorate, votes: Mapping[str, Vote]) -> None:
    """Return when everybody who has voted may vote. Raises Refusal, naming who may not and why."""
    why = {one.key: f"{one.name} has no vote in this: {one.why}." for one in voters.excluded}
    known = {voter.key for voter in voters.voters}
    wrong = [why.get(key, f"{key} is not among those who could vote.") for key in votes if key not in known]
    if wrong:
        raise Refusal(" ".join(wrong))


# --- Another reading ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reading:
    """What would be so if those kept out by a conflict were treated otherwise: as the document might be read, too.

    `about` is what is read the other way: the `base` of the threshold, or the `quorum`, under which they are `how`.
    """

    about: Literal["base", "quorum"]
    how: Literal["in-base", "out-of-base", "as-there", "left-out"]
    of: int
    needed: int
    reached: int
    carried: bool


def other_readings(rule: DecisionRule, count: Callable[[DecisionRule], Count]) -> tuple[Reading, ...]:
    """Return the other readings of what a rule says of those kept out, each only where its numbers differ.

    `count` gives what the same votes of the same voters come to under a rule.
    """
    now, found = count(rule), []
    turned = rule.model_copy(update={"recused": None if rule.recused == "in-base" else "in-base"})
    other = count(turned)
    if (other.needed, other.carried) != (now.needed, now.carried):
        how: Literal["in-base", "out-of-base"] = "in-base" if turned.recused else "out-of-base"
        found.append(Reading("base", how, other.base, other.needed, other.reached, other.carried))
    for kept in _QUORUM_READINGS:
        if rule.quorum is None or rule.quorum.recused == kept:
            continue
        other = count(rule.model_copy(update={"quorum": rule.quorum.model_copy(update={"recused": kept})}))
        if (other.quorum, other.met) != (now.quorum, now.met):
            of = other.could - (other.recused if kept == "left-out" else 0)
            found.append(Reading("quorum", kept, of, other.quorum or 0, other.met, other.carried))
    return tuple(found)


_QUORUM_READINGS: tuple[Literal["in-base", "as-there", "left-out"], ...] = ("in-base", "as-there", "left-out")
