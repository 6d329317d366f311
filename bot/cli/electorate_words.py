"""What `python -m bot electorate` prints: the rules of an agreement, or what one of them takes and comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rules import count_words, readings as readings_of
from rules.electorates import Electorate
from rules.phrases import counted
from rules.readings import LeftOpen
from rules.terms import DecisionRule, Terms
from rules.voting import Count, Reading


@dataclass(frozen=True)
class Known:
    """What is printed of a rule: who could take part, and what it comes to.

    `recorded`: who is there was given. `casting`: so was a casting vote for it.
    """

    terms: Terms
    rule: DecisionRule
    voters: Electorate
    count: Count
    readings: tuple[Reading, ...]
    left_open: tuple[LeftOpen, ...]
    recorded: bool
    voted: bool
    casting: bool

    @property
    def undecided(self) -> tuple[str, ...]:
        """Return the questions of the document on whose answer it depends whether the votes carry it."""
        return tuple(one.question for one in self.left_open if one.decides)


NAMED_BY = {"eligible": "--element", "affected": "--affected", "concerned": "--concerned"}


def listed(terms: Terms) -> list[str]:
    """Return an agreement's decision rules, a line each."""
    if not terms.decision_rules:
        return [f"{terms.short_title} has no decision rules: its document says nothing of how anything is decided."]
    width = max(len(key) for key in terms.decision_rules)
    rules = terms.decision_rules.items()
    return [f"  {key:<{width}}  {rule.name}{_under(rule)}: {count_words.asks(terms, rule)}" for key, rule in rules]


def rules_as_json(terms: Terms) -> list[dict[str, Any]]:
    """Return an agreement's decision rules as plain data."""
    return [
        {"rule": key, "name": rule.name, "clause": rule.clause, "asks": count_words.asks(terms, rule)}
        for key, rule in terms.decision_rules.items()
    ]


def as_json(rule: str, known: Known) -> dict[str, Any]:
    """Return what is known of a rule as plain data; `carried` None: it depends on what the document leaves open."""
    count, base = known.count, next((one for one in known.readings if one.about == "base"), None)
    return {
        "rule": rule,
        "could_take_part": count.could,
        "there": count.met,
        "base": count.base,
        "needed": count.needed,
        "quorum": count.quorum,
        "quorate": count.quorate,
        "for": count.in_favour,
        "against": count.against,
        "abstain": count.abstain,
        "not_yet": count.silent,
        "not_counted": list(count.uncounted),
        "carried": None if known.undecided else count.carried,
        "undecided": list(known.undecided),
        "waits": count.waits,
        "by_casting_vote": count.by_casting_vote,
        "working": list(_working(known)),
        "eligible": [voter.key for voter in known.voters.voters],
        "excluded": [{"partner": one.key, "why": one.why, "in_base": one.in_base} for one in known.voters.excluded],
        "other_reading": None if base is None else {"base": base.of, "needed": base.needed},
        "left_open": list(_left_open(known)),
        "other_readings": [
            {"about": one.about, "conflicted": one.how, "of": one.of, "needed": one.needed, "carried": one.carried}
            for one in known.readings
        ],
    }


def _working(known: Known) -> tuple[str, ...]:
    return count_words.working(known.terms, known.rule, known.count, recorded=known.recorded)


def _left_open(known: Known) -> tuple[str, ...]:
    return readings_of.in_words(known.left_open, voted=known.voted, named_by=NAMED_BY)


def lines(known: Known) -> list[str]:
    """Return what is known of a rule, as lines to print."""
    rule, voters = known.rule, known.voters
    width = max((len(one.name) for one in voters.excluded), default=0)
    said = [
        f"{rule.name}, {known.terms.short_title}{_under(rule)}",
        "",
        f"{count_words.asks(known.terms, rule, known.count)}.",
        *_working(known),
    ]
    if known.voted or known.recorded:
        said += ["", _outcome(known)]
    if known.readings:
        said += ["", *_read_otherwise(known)]
    if known.left_open:
        said += ["", *(f"Left open by the document, not decided yet: {line}" for line in _left_open(known))]
    said += ["", f"Voting ({len(voters.voters)})", *(f"  {voter.name}" for voter in voters.voters)]
    if voters.excluded:
        said += ["", f"Not voting ({len(voters.excluded)})"]
        base = {True: ", and counted in the base", False: ""}
        said += [f"  {one.name:<{width}}  {one.why}{base[one.in_base]}" for one in voters.excluded]
    if rule.note:
        said += ["", f"Note: {rule.note}"]
    return said


def _read_otherwise(known: Known) -> list[str]:
    base = [one for one in known.readings if one.about == "base"]
    quorums = tuple(one for one in known.readings if one.about == "quorum")
    said = [f"Read the other way about conflicts, {one.needed} of {one.of} would be needed." for one in base]
    return [*said, *count_words.other_readings(quorums, voted=known.voted or known.recorded)]


def _outcome(known: Known) -> str:
    """Return the arithmetic of the votes as they stand."""
    count = known.count
    if known.rule.threshold == "nobody against":
        said = [counted(count.in_favour, "agrees", "agree"), counted(count.against, "objects", "object")]
        said.append(counted(count.abstain, "stands aside", "stand aside"))
    else:
        said = [f"{count.in_favour} for", f"{count.against} against", f"{count.abstain} abstaining"]
    cast = ", ".join([*said, f"{count.silent} not voting"])
    names = {one.key: one.name for one in known.voters.voters}
    if count.uncounted:
        cast += f". Not counted, because they were not there: {', '.join(names[key] for key in count.uncounted)}"
    return f"{cast}. {_result(known)}{_casting(known)}"


def _result(known: Known) -> str:
    count = known.count
    if count.waits:
        return "Waits for the meeting's record: name who was there with --there."
    if known.undecided:
        return "Whether that carries it depends on what the document leaves open."
    if count.waits_for_casting:
        return f"A tie: it waits for the casting vote ({known.rule.casting_vote}); with --casting it is for it."
    if count.carried:
        return f"Carried{', by the casting vote' if count.by_casting_vote else ''}."
    if not count.quorate:
        return "Not carried: too few are there."
    if not count.missing:
        return "Not carried: nobody is for it."
    tie = " A tie is no decision." if count.tied else ""
    return f"Not carried: {count.missing} short of {count.needed}.{tie}"


def _casting(known: Known) -> str:
    return " The casting vote counts only in a tie." if known.casting and not known.count.tied else ""


def _under(rule: DecisionRule) -> str:
    return f" (clause {rule.clause})" if rule.clause else ""
