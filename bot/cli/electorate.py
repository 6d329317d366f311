"""`python -m bot electorate`: what it would take to carry a decision, before anybody is asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated, Any

import typer
from dateutil.parser import isoparse

from bot.cli.packs import meant, stopped, terms_of
from bot.now import read_clock
from bot.phrases import WHOM, part
from rules.electorates import Circumstances, Electorate, element_of
from rules.errors import Refusal
from rules.terms import DecisionRule, Filter, Terms, Threshold
from rules.voting import Count, Vote, other_reading, result

_LIST = "Keys with commas between, such as thurrock-ccg,nelft"


def electorate(  # noqa: PLR0917 (typer reads options from parameters)
    agreement: Annotated[str, typer.Option(help="An agreement's id, or its pack's file")],
    rule: Annotated[
        str | None, typer.Option(help="One of the agreement's decision rules; leave it out for a list")
    ] = None,
    element: Annotated[str | None, typer.Option(metavar="KEY", help="The element the decision falls under")] = None,
    affected: Annotated[str | None, typer.Option(metavar="KEYS", help=f"Who is affected. {_LIST}")] = None,
    conflicted: Annotated[str | None, typer.Option(metavar="KEYS", help="Who has a conflict")] = None,
    concerned: Annotated[
        str | None, typer.Option(metavar="KEYS", help="Whom it is about, where they do not count")
    ] = None,
    participating: Annotated[str | None, typer.Option(metavar="KEYS", help="Who takes part, or is present")] = None,
    in_favour: Annotated[str | None, typer.Option("--for", metavar="KEYS", help="Who is for it")] = None,
    against: Annotated[str | None, typer.Option(metavar="KEYS", help="Who is against it, or objects")] = None,
    abstain: Annotated[str | None, typer.Option(metavar="KEYS", help="Who abstains, or stands aside")] = None,
    casting: Annotated[bool, typer.Option("--casting", help="The chair's casting vote is for it")] = False,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="As things stand on this day; today if left out")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON")] = False,
) -> None:
    """Print who counts in a decision and who does not, what is needed and, given votes, what they come to."""
    terms = terms_of(agreement)
    if rule is None:
        print(json.dumps(_rules_as_json(terms), indent=2, ensure_ascii=False) if as_json else "\n".join(_listed(terms)))
        return
    if rule not in terms.decision_rules:
        raise stopped(f"{terms.id} has no decision rule {rule}. Its rules are:\n" + "\n".join(_listed(terms)))
    found = terms.decision_rules[rule]
    try:
        votes = _votes(terms, found, {Vote.FOR: in_favour, Vote.AGAINST: against, Vote.ABSTAIN: abstain})
        case = _case(
            terms,
            rule,
            on=on,
            element=element,
            affected=affected,
            participating=participating,
            conflicted=conflicted,
            concerned=concerned,
        )
        voters, count = result(terms, found, case, votes, casting=Vote.FOR if casting else None)
        other = other_reading(terms, found, case)
    except Refusal as refused:
        raise stopped(str(refused)) from None
    if as_json:
        print(json.dumps(_as_json(rule, voters, count, other), indent=2, ensure_ascii=False))
    else:
        print("\n".join(_lines(terms, found, voters, count, other, voted=bool(votes))))


def _case(
    terms: Terms,
    key: str,
    *,
    on: str | None,
    element: str | None,
    affected: str | None,
    participating: str | None,
    conflicted: str | None,
    concerned: str | None,
) -> Circumstances:
    rule = terms.decision_rules[key]

    def named(written: str | None) -> frozenset[str]:
        return frozenset(_keys(terms, rule, written))

    there = None if participating is None else named(participating)
    case = Circumstances(
        on=_day(on),
        element=element_of(terms, key, element),
        affected=named(affected),
        participating=there,
        present=there,
        conflicted=named(conflicted),
        concerned=named(concerned),
    )
    if Filter.AFFECTED in rule.who and not case.affected:
        raise Refusal(f"Only those affected count under {rule.name}. Please name them with --affected.")
    return case


def _keys(terms: Terms, rule: DecisionRule, written: str | None) -> list[str]:
    """Return the partners (or seats) that are named. Raises Refusal for a name that is none, or stands there twice."""
    named = [key.strip() for key in (written or "").split(",") if key.strip()]
    known = [partner.key for partner in terms.partners]
    if rule.counts == "seats":
        known += [seat.key for forum in terms.forums if forum.key == rule.forum for seat in forum.seats]
    for key in named:
        if key not in known:
            raise Refusal(f"{terms.short_title} has no {key}. {meant(key, known, otherwise='There are')}")
        if named.count(key) > 1:
            raise Refusal(f"{key} is named twice.")
    return named


def _votes(terms: Terms, rule: DecisionRule, given: Mapping[Vote, str | None]) -> dict[str, Vote]:
    votes: dict[str, Vote] = {}
    for vote, written in given.items():
        for key in _keys(terms, rule, written):
            if key in votes:
                raise Refusal(f"{key} has two votes: {votes[key].value} and {vote.value}.")
            votes[key] = vote
    return votes


def _day(written: str | None) -> date:
    try:
        return read_clock().date() if written is None else isoparse(written).date()
    except ValueError:
        raise Refusal(f"--on {written} is not a day. Write it as 2022-07-01.") from None


def _listed(terms: Terms) -> list[str]:
    width = max(len(key) for key in terms.decision_rules)
    return [
        f"  {key:<{width}}  {rule.name}{_under(rule)}: {asked_of(rule)}" for key, rule in terms.decision_rules.items()
    ]


def _rules_as_json(terms: Terms) -> list[dict[str, Any]]:
    return [
        {"rule": key, "name": rule.name, "clause": rule.clause, "asks": asked_of(rule)}
        for key, rule in terms.decision_rules.items()
    ]


def _as_json(rule: str, voters: Electorate, count: Count, other: tuple[int, int] | None) -> dict[str, Any]:
    return {
        "rule": rule,
        "base": count.base,
        "needed": count.needed,
        "quorum": count.quorum,
        "for": count.in_favour,
        "against": count.against,
        "abstain": count.abstain,
        "not_yet": count.silent,
        "carried": count.carried,
        "by_casting_vote": count.by_casting_vote,
        "eligible": [voter.key for voter in voters.voters],
        "excluded": [{"partner": one.key, "why": one.why, "in_base": one.in_base} for one in voters.excluded],
        "other_reading": None if other is None else {"base": other[0], "needed": other[1]},
    }


def _lines(
    terms: Terms, rule: DecisionRule, voters: Electorate, count: Count, other: tuple[int, int] | None, *, voted: bool
) -> list[str]:
    width = max((len(one.name) for one in voters.excluded), default=0)
    lines = [
        f"{rule.name}, {terms.short_title}{_under(rule)}",
        "",
        f"{asked_of(rule, count.base)}: {count.needed} needed.",
    ]
    if count.quorum is not None:
        lines.append(f"At least {count.quorum} must take part.")
    if voted:
        lines += ["", _outcome(rule, count)]
    if other is not None:
        lines += ["", f"Read the other way about conflicts, {other[1]} of {other[0]} would be needed."]
    lines += ["", f"Voting ({len(voters.voters)})", *(f"  {voter.name}" for voter in voters.voters)]
    if voters.excluded:
        lines += ["", f"Not voting ({len(voters.excluded)})"]
        base = {True: ", and counted in the base", False: ""}
        lines += [f"  {one.name:<{width}}  {one.why}{base[one.in_base]}" for one in voters.excluded]
    if rule.note:
        lines += ["", f"Note: {rule.note}"]
    return lines


def _outcome(rule: DecisionRule, count: Count) -> str:
    """Return the arithmetic of the votes as they stand."""
    for_, against, abstain = (
        ("agree", "object", "stand aside") if rule.threshold.kind == "consensus" else ("for", "against", "abstaining")
    )
    cast = f"{count.in_favour} {for_}, {count.against} {against}, {count.abstain} {abstain}, {count.silent} not voting"
    if count.carried:
        return f"{cast}. Carried{', by the casting vote' if count.by_casting_vote else ''}."
    if not count.quorate:
        return f"{cast}. Not carried: too few take part."
    tie = " A tie is no decision." if count.tied and count.missing else ""
    return f"{cast}. Not carried: {count.missing} short of {count.needed}.{tie}"


def _under(rule: DecisionRule) -> str:
    return f" (clause {rule.clause})" if rule.clause else ""


def asked_of(rule: DecisionRule, base: int | None = None) -> str:
    """Return what a rule asks for in words: At least three quarters of 11 eligible."""
    whom = " and ".join(WHOM[wanted] for wanted in rule.who) or ("seats" if rule.counts == "seats" else "partners")
    of = f"{'all' if base is None else base} {whom}"
    match rule.threshold:
        case Threshold(kind="more-than", of=Fraction() as of_):
            return f"More than {part(str(of_))} of {of}"
        case Threshold(kind="at-least", of=Fraction() as of_):
            return f"At least {part(str(of_))} of {of}"
        case Threshold(kind="consensus"):
            return f"Consensus of {of}"
    return f"Agreement of all {whom}" if base is None else f"Agreement of all {base} {whom}"
