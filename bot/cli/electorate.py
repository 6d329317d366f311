"""`python -m bot electorate`: what it would take to carry a decision, before anybody is asked."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated, Any

import typer
from dateutil.parser import isoparse

from bot.cli.packs import meant, stopped, terms_of
from bot.now import read_clock
from rules import count_words, readings as readings_of
from rules.electorates import Circumstances, Electorate, electorate as who_could, element_of
from rules.errors import Refusal
from rules.terms import DecisionRule, Terms
from rules.voting import Count, Reading, Vote, check_votes, count as count_of, other_readings
from rules.who import by_places, depends_on

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
    there: Annotated[
        str | None,
        typer.Option("--there", "--participating", metavar="KEYS", help="Who is there; those who vote, if left out"),
    ] = None,
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
    found = readings_of.standing(terms, rule)
    try:
        case = _case(terms, rule, on=on, element=element, affected=affected, conflicted=conflicted, concerned=concerned)
        voters = who_could(terms, found, case)
        votes = _votes(terms, voters, {Vote.FOR: in_favour, Vote.AGAINST: against, Vote.ABSTAIN: abstain})
        check_votes(voters, votes)
        present = None if there is None else frozenset(_voters(terms, voters, there))
        if present is None and votes and found.taken == "meeting":
            present = frozenset(votes)  # asked what votes would come to: those who cast them are there
    except Refusal as refused:
        raise stopped(str(refused)) from None
    how, met = Vote.FOR if casting else None, present is not None and found.taken != "writing"
    counted = partial(count_of, there=present, at_meeting=met, casting=how)

    def count_under(read: Terms, asked: DecisionRule) -> Count:
        could = who_could(read, asked, case)
        able = {voter.key for voter in could.voters}
        return counted(asked, could, {key: vote for key, vote in votes.items() if key in able})

    count = counted(found, voters, votes)
    readings = other_readings(found, lambda read: counted(read, voters, votes))
    undecided = readings_of.in_words(readings_of.left_open(terms, rule, count_under), voted=bool(votes))
    known = Known(terms, found, voters, count, readings, undecided, recorded=present is not None, voted=bool(votes))
    if as_json:
        print(json.dumps(_as_json(rule, known), indent=2, ensure_ascii=False))
    else:
        print("\n".join(_lines(known)))


@dataclass(frozen=True)
class Known:
    """What is printed of a rule: who could take part, and what it comes to. `recorded`: who is there was given."""

    terms: Terms
    rule: DecisionRule
    voters: Electorate
    count: Count
    readings: tuple[Reading, ...]
    left_open: tuple[str, ...]
    recorded: bool
    voted: bool


def _case(
    terms: Terms,
    key: str,
    *,
    on: str | None,
    element: str | None,
    affected: str | None,
    conflicted: str | None,
    concerned: str | None,
) -> Circumstances:
    rule = terms.decision_rules[key]
    partners = [partner.key for partner in terms.partners]
    places = [place for place in _places(terms, rule) if place not in partners]

    def meant_by(written: str | None) -> frozenset[str]:
        return frozenset(_keys(terms, written, [*partners, *places]))

    case = Circumstances(
        on=_day(on),
        element=element_of(terms, key, element),
        affected=meant_by(affected),
        conflicted=meant_by(conflicted),
        concerned=meant_by(concerned),
    )
    if depends_on(rule, "affected") and not case.affected:
        raise Refusal(f"Only those affected count under {rule.name}. Please name them with --affected.")
    if depends_on(rule, "concerned") and not case.concerned:
        raise Refusal(f"Whom is it about? {rule.name} depends on it. Add --concerned.")
    return case


def _places(terms: Terms, rule: DecisionRule) -> list[str]:
    """Return the keys of the places that vote under a rule: lay-member-2, society/oak-lane. Empty: partners vote."""
    if not by_places(terms, rule):
        return []
    found = who_could(terms, rule, Circumstances(on=_day(None)))
    return [*(one.key for one in found.voters), *(one.key for one in found.excluded)]


def _keys(terms: Terms, written: str | None, known: Sequence[str]) -> list[str]:
    """Return what is named. Raises Refusal for a name that is none, or stands there twice."""
    named = [key.strip() for key in (written or "").split(",") if key.strip()]
    for key in named:
        if key not in known:
            raise Refusal(f"{terms.short_title} has no {key}. {meant(key, known, otherwise='There are')}")
        if named.count(key) > 1:
            raise Refusal(f"{key} is named twice.")
    return named


def _voters(terms: Terms, voters: Electorate, written: str | None) -> list[str]:
    """Return those of the electorate that are named: a partner, or a place, by its key.

    A partner with one place alone can be meant by its own key.
    """
    places: dict[str, list[str]] = {}
    for one in (*voters.voters, *voters.recused, *voters.vacant):
        places.setdefault(one.partner or one.key, []).append(one.key)
    alone = {partner: keys[0] for partner, keys in places.items() if len(keys) == 1}
    named = ",".join(alone.get(key.strip(), key) for key in (written or "").split(","))
    return _keys(terms, named, [*(one.key for one in voters.voters), *(one.key for one in voters.excluded)])


def _votes(terms: Terms, voters: Electorate, given: Mapping[Vote, str | None]) -> dict[str, Vote]:
    votes: dict[str, Vote] = {}
    for vote, written in given.items():
        for key in _voters(terms, voters, written):
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
    if not terms.decision_rules:
        return [f"{terms.short_title} has no decision rules: its document says nothing of how anything is decided."]
    width = max(len(key) for key in terms.decision_rules)
    rules = terms.decision_rules.items()
    return [f"  {key:<{width}}  {rule.name}{_under(rule)}: {count_words.asks(terms, rule)}" for key, rule in rules]


def _rules_as_json(terms: Terms) -> list[dict[str, Any]]:
    return [
        {"rule": key, "name": rule.name, "clause": rule.clause, "asks": count_words.asks(terms, rule)}
        for key, rule in terms.decision_rules.items()
    ]


def _as_json(rule: str, known: Known) -> dict[str, Any]:
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
        "carried": count.carried,
        "waits": count.waits,
        "by_casting_vote": count.by_casting_vote,
        "working": list(_working(known)),
        "eligible": [voter.key for voter in known.voters.voters],
        "excluded": [{"partner": one.key, "why": one.why, "in_base": one.in_base} for one in known.voters.excluded],
        "other_reading": None if base is None else {"base": base.of, "needed": base.needed},
        "left_open": list(known.left_open),
        "other_readings": [
            {"about": one.about, "conflicted": one.how, "of": one.of, "needed": one.needed, "carried": one.carried}
            for one in known.readings
        ],
    }


def _working(known: Known) -> tuple[str, ...]:
    return count_words.working(known.terms, known.rule, known.count, recorded=known.recorded)


def _lines(known: Known) -> list[str]:
    rule, voters = known.rule, known.voters
    width = max((len(one.name) for one in voters.excluded), default=0)
    lines = [
        f"{rule.name}, {known.terms.short_title}{_under(rule)}",
        "",
        f"{count_words.asks(known.terms, rule, known.count)}.",
        *_working(known),
    ]
    if known.voted or known.recorded:
        lines += ["", _outcome(known)]
    if known.readings:
        lines += ["", *_read_otherwise(known)]
    if known.left_open:
        lines += ["", *(f"Left open by the document, not decided yet: {line}" for line in known.left_open)]
    lines += ["", f"Voting ({len(voters.voters)})", *(f"  {voter.name}" for voter in voters.voters)]
    if voters.excluded:
        lines += ["", f"Not voting ({len(voters.excluded)})"]
        base = {True: ", and counted in the base", False: ""}
        lines += [f"  {one.name:<{width}}  {one.why}{base[one.in_base]}" for one in voters.excluded]
    if rule.note:
        lines += ["", f"Note: {rule.note}"]
    return lines


def _read_otherwise(known: Known) -> list[str]:
    base = [one for one in known.readings if one.about == "base"]
    quorums = tuple(one for one in known.readings if one.about == "quorum")
    said = [f"Read the other way about conflicts, {one.needed} of {one.of} would be needed." for one in base]
    return [*said, *count_words.other_readings(quorums, voted=known.voted or known.recorded)]


def _outcome(known: Known) -> str:
    """Return the arithmetic of the votes as they stand."""
    count = known.count
    for_, against, abstain = (
        ("agree", "object", "stand aside")
        if known.rule.threshold == "nobody against"
        else ("for", "against", "abstaining")
    )
    cast = f"{count.in_favour} {for_}, {count.against} {against}, {count.abstain} {abstain}, {count.silent} not voting"
    names = {one.key: one.name for one in known.voters.voters}
    if count.uncounted:
        cast += f". Not counted, because they were not there: {', '.join(names[key] for key in count.uncounted)}"
    if count.waits:
        return f"{cast}. Waits for the meeting's record: name who was there with --there."
    if count.waits_for_casting:
        return f"{cast}. A tie: it waits for the casting vote ({known.rule.casting_vote}); with --casting it is for it."
    if count.carried:
        return f"{cast}. Carried{', by the casting vote' if count.by_casting_vote else ''}."
    if not count.quorate:
        return f"{cast}. Not carried: too few take part."
    tie = " A tie is no decision." if count.tied and count.missing else ""
    return f"{cast}. Not carried: {count.missing} short of {count.needed}.{tie}"


def _under(rule: DecisionRule) -> str:
    return f" (clause {rule.clause})" if rule.clause else ""
