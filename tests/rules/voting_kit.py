"""Votes of members a, b, c and on, as the tables about voting write them: `a-d` is a, b, c and d."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from rules.electorates import Circumstances, Electorate, electorate
from rules.terms import DecisionRule, Terms
from rules.voting import Count, Vote, check_votes, count
from storage.packs import read_pack

SEFTON = read_pack("sefton-2022")
ON = date(2022, 12, 16)
FOR, AGAINST, ABSTAIN = Vote.FOR, Vote.AGAINST, Vote.ABSTAIN


def result(
    terms: Terms, asked: DecisionRule, case: Circumstances, votes: Mapping[str, Vote], **held: Any
) -> tuple[Electorate, Count]:
    """Who could take part, and what the votes come to; `held` as `count` takes it."""
    voters = electorate(terms, asked, case)
    check_votes(voters, votes)
    return voters, count(asked, voters, votes, **held)


def members(written):
    """`a-d f` as a, b, c, d and f."""
    found = []
    for part in written.split():
        first, _, last = part.partition("-")
        found += [chr(code) for code in range(ord(first), ord(last or first) + 1)]
    return found


def terms_of(number):
    """Terms of so many partners, a, b, c and on."""
    one = SEFTON.partners[0]
    keys = members(f"a-{chr(ord('a') + number - 1)}")
    partners = tuple(one.model_copy(update={"key": key, "short": key.upper()}) for key in keys)
    return SEFTON.model_copy(update={"partners": partners})


def rule(**stated):
    return DecisionRule.model_validate({"name": "Resolution", **stated})


def voted(number, asked, *, for_="", against="", abstain="", there=None, recused="", by_proxy="", **how):
    """What votes of so many members come to. `there` None: nobody has recorded who is."""
    votes = dict.fromkeys(members(for_), FOR) | dict.fromkeys(members(against), AGAINST)
    votes |= dict.fromkeys(members(abstain), ABSTAIN)
    case = Circumstances(on=ON, conflicted=frozenset(members(recused)))
    present = None if there is None else frozenset(members(there))
    proxies = frozenset(members(by_proxy))
    return result(terms_of(number), asked, case, votes, there=present, by_proxy=proxies, **how)[1]
