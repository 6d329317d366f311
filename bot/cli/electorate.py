"""`python -m bot electorate`: what it would take to carry a decision, before anybody is asked."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Annotated

import typer

from bot.cli.electorate_words import Known, as_json as as_json_of, lines, listed, rules_as_json
from bot.cli.packs import meant, stopped, terms_of
from bot.now import read_clock
from rules import phrases, readings as readings_of
from rules.electorates import Circumstances, Electorate, electorate as who_could
from rules.elements import element_of
from rules.errors import Refusal
from rules.terms import DecisionRule, Terms
from rules.voting import Count, Vote, check_votes, count as count_of, other_readings, presence_matters
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
    meeting: Annotated[
        bool | None,
        typer.Option("--meeting/--no-meeting", help="Whether it is taken at a meeting, where its rule says either"),
    ] = None,
    casting: Annotated[bool, typer.Option("--casting", help="The chair's casting vote is for it")] = False,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="As things stand on this day; today if left out")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON")] = False,
) -> None:
    """Print who counts in a decision and who does not, what is needed and, given votes, what they come to."""
    terms = terms_of(agreement)
    about = {
        "--element": element,
        "--affected": affected,
        "--conflicted": conflicted,
        "--concerned": concerned,
        "--there": there,
        "--for": in_favour,
        "--against": against,
        "--abstain": abstain,
        "--meeting": meeting or None,
        "--no-meeting": None if meeting in (None, True) else True,
        "--casting": casting or None,
        "--on": on,
    }
    given = [option for option, value in about.items() if value is not None]
    if rule is None:
        if given:
            raise stopped(f"{phrases.listed(given)} {'is' if len(given) == 1 else 'are'} about one rule: add --rule.")
        print(json.dumps(rules_as_json(terms), indent=2, ensure_ascii=False) if as_json else "\n".join(listed(terms)))
        return
    if rule not in terms.decision_rules:
        raise stopped(f"{terms.id} has no decision rule {rule}. Its rules are:\n" + "\n".join(listed(terms)))
    read = readings_of.standing(terms, rule)
    found = read.decision_rules[rule]
    try:
        case = _case(terms, rule, on=on, element=element, affected=affected, conflicted=conflicted, concerned=concerned)
        _check_used(terms, rule, given)
        voters = who_could(read, found, case)
        votes = _votes(terms, voters, {Vote.FOR: in_favour, Vote.AGAINST: against, Vote.ABSTAIN: abstain})
        check_votes(voters, votes)
        present = None if there is None else frozenset(_there(terms, voters, there))
    except Refusal as refused:
        raise stopped(str(refused)) from None
    met = meeting or found.taken == "meeting"
    if present is None and votes and met:
        present = frozenset(votes)  # asked what votes would come to: those who cast them are there
    counted = partial(count_of, there=present, at_meeting=met, casting=Vote.FOR if casting else None)

    def count_under(read: Terms, asked: DecisionRule) -> Count:
        could = who_could(read, asked, case)
        able = {voter.key for voter in could.voters}
        return counted(asked, could, {key: vote for key, vote in votes.items() if key in able})

    known = Known(
        read,
        found,
        voters,
        counted(found, voters, votes),
        other_readings(found, lambda read: counted(read, voters, votes)),
        readings_of.left_open(terms, rule, case, count_under, backed=Vote.FOR in votes.values()),
        recorded=present is not None,
        voted=bool(votes),
        casting=casting,
    )
    print(json.dumps(as_json_of(rule, known), indent=2, ensure_ascii=False) if as_json else "\n".join(lines(known)))


def _check_used(terms: Terms, key: str, given: Collection[str]) -> None:
    """Return when each option that is given bears on the rule under some reading; raise Refusal, saying why, if not."""
    rule, asked = terms.decision_rules[key], readings_of.asked_of(terms, key)
    rules = readings_of.readings(terms, key)
    ties = any(read.casting_vote and read.threshold != "nobody against" for read in rules)
    writing = rule.taken == "writing"
    why = {
        "--element": None if "eligible" in asked else "it does not depend on the element of the agreement",
        "--affected": None if "affected" in asked else "it does not depend on whom it affects",
        "--concerned": None if "concerned" in asked else "it does not depend on whom it is about",
        "--casting": None if ties else "it knows no casting vote",
        "--there": "it is taken in writing, so whoever answers is there" if writing else None,
        "--meeting": "it is taken in writing" if writing else None,
        "--no-meeting": "it is taken at a meeting" if rule.taken == "meeting" else None,
    }
    if "--no-meeting" in given and not any(presence_matters(read) for read in rules):
        why["--there"] = "it states no quorum and no share of those who are there, so who is there changes nothing"
    unused = [f"{rule.name}: {why[option]}. Leave {option} out." for option in given if why.get(option)]
    if unused:
        raise Refusal(" ".join(unused))
    if rule.taken == "either" and "--there" in given and not {"--meeting", "--no-meeting"} & {*given}:
        raise Refusal(
            f"{rule.name} can be taken at a meeting or out of one. At a meeting only those who are there count; out of "
            "one whoever votes is there. Add --meeting or --no-meeting."
        )


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
    read = readings_of.standing(terms, key)
    rule, partners = read.decision_rules[key], [partner.key for partner in terms.partners]
    places = [place for place in _places(read, rule) if place not in partners]

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


def _there(terms: Terms, voters: Electorate, written: str) -> list[str]:
    """Return those who are named as there; raise Refusal for one that could take no part, saying why."""
    named, recused = _voters(terms, voters, written), {one.key for one in voters.recused}
    out = [one for one in voters.excluded if one.key in named and one.key not in recused]
    if out:
        raise Refusal(" ".join(f"{one.name} takes no part in this, there or not: {one.why}." for one in out))
    return named


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
        return read_clock().date() if written is None else date.fromisoformat(written)
    except ValueError:
        raise Refusal(f"--on {written} is not a day. Write it as 2022-07-01.") from None
