"""The arithmetic of a vote as plain values, for the words people read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rules import count_words
from rules.shares import Share
from rules.terms import DecisionRule, Terms
from rules.voting import Count
from rules.who import by_places


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
