"""What a decision takes and what the votes come to, in words: the same on every door. Pure."""

from __future__ import annotations

from rules.shares import Share, part
from rules.terms import DecisionRule, Quorum, Terms
from rules.voting import Count, Reading
from rules.who import by_places


def whom(terms: Terms, rule: DecisionRule) -> str:
    """Return what those who could take part are called: members, partners, eligible, affected."""
    narrowed: list[str] = [word for word in ("eligible", "affected") if word in (*rule.who.only, *rule.who.of)]
    narrowed += ["public authorities"] if "public-authority" in rule.who.only else []
    others = " other than the one concerned" if "concerned" in rule.who.without else ""
    named = ["members"] if by_places(terms, rule) else [] if narrowed else ["partners"]
    return " ".join([" and ".join(narrowed)] * bool(narrowed) + named) + others


def asks(terms: Terms, rule: DecisionRule, counted: Count | None = None) -> str:
    """Return what a rule asks for: "At least three quarters of 11 eligible: 9 needed; at least 6 must take part".

    Without a count, of nobody in particular: "At least three quarters of all eligible".
    """
    if counted is not None and rule.threshold == "all":
        said = f"All {_of_whom(terms, rule, counted)} must {'be for it' if rule.base == 'votes-cast' else 'agree'}"
    else:
        said = f"{_how_much(rule)} of {_of_whom(terms, rule, counted)}"
        said += _needed(rule, counted) if counted is not None else ""
    quorum = _quorum_asked(rule.quorum) if counted is None else counted.quorum
    return said + (f"; at least {quorum} must take part" if quorum else "")


def _how_much(rule: DecisionRule) -> str:
    match rule.threshold:
        case Share(kind="more than") as share:
            return f"More than {part(share.of)}"
        case Share() as share:
            return f"At least {part(share.of)}"
        case "nobody against":
            return "Consensus"
    return "Agreement"


def _of_whom(terms: Terms, rule: DecisionRule, counted: Count | None) -> str:
    who, base = whom(terms, rule), rule.base or "all"
    if counted is None:
        return {
            "all": f"all {who}",
            "present": f"the {who} who are there",
            "votes-cast": f"the votes cast, by {who}",
        }[base]
    if base == "all":
        return f"{counted.base} {who}"
    if counted.base == 0:
        return (
            f"the {who} who are there, {counted.could - counted.recused} could be"
            if base == "present"
            else "the votes cast"
        )
    return f"{counted.base} " + ("who are there" if base == "present" else _votes(counted.base))


def _votes(number: int) -> str:
    return "vote cast" if number == 1 else "votes cast"


def _needed(rule: DecisionRule, counted: Count) -> str:
    if rule.threshold == "nobody against":
        return ": nobody objects" if rule.base == "votes-cast" else ": nobody objects, and all have spoken"
    if rule.base in ("present", "votes-cast") and counted.base == 0:
        return ""
    return f": {counted.needed} needed"


def _quorum_asked(quorum: Quorum | None) -> str | None:
    if quorum is None:
        return None
    said = [str(quorum.number)] if quorum.number is not None else []
    said += [str(quorum.fraction).removeprefix("at least ")] if quorum.fraction is not None else []
    return " and ".join(said)


def working(terms: Terms, rule: DecisionRule, counted: Count, *, recorded: bool) -> tuple[str, ...]:
    """Return how the quorum and what is needed are worked out, a sentence each.

    "Quorum: 2/5 of 9 members, so 4; 5 are there." "Votes cast: 4; 3/5 of them is 3." `recorded` says that who is there
    was recorded; else those who have answered are.
    """
    said = [_quorum_met(terms, rule, counted, recorded=recorded)] if rule.quorum is not None else []
    if rule.quorum is None and rule.base in ("present", "votes-cast"):
        said.append("The agreement states no quorum for this.")
    if isinstance(rule.threshold, Share) and counted.base and rule.base in ("present", "votes-cast"):
        of = "Votes cast" if rule.base == "votes-cast" else "There"
        share = str(rule.threshold).removeprefix("at least ")
        said.append(f"{of}: {counted.base}; {share} of them is {counted.needed}.")
    return tuple(said)


def _quorum_met(terms: Terms, rule: DecisionRule, counted: Count, *, recorded: bool) -> str:
    quorum = rule.quorum
    assert quorum is not None  # noqa: S101 (whoever asks has looked)
    of = counted.could - (counted.recused if quorum.recused == "left-out" else 0)
    of_whom = f"of {of} {whom(terms, rule)}"
    if quorum.fraction is None:
        asked = f"{quorum.number} {of_whom}"
    else:
        share = str(quorum.fraction).removeprefix("at least ")
        least = f"{quorum.number} or " if quorum.number is not None else ""
        asked = f"{least}{share} {of_whom}{', the greater' if least else ''}, so {counted.quorum}"
    if counted.waits:
        return f"Quorum: {asked}."
    there = f"{'is' if counted.met == 1 else 'are'} there" if recorded else _answered(counted.met)
    return f"Quorum: {asked}; {counted.met} {there}."


def _answered(number: int) -> str:
    return "has answered" if number == 1 else "have answered"


def other_readings(found: tuple[Reading, ...], *, voted: bool) -> tuple[str, ...]:
    """Return what would be so if those kept out by a conflict were counted otherwise, a sentence each."""
    said = []
    for one in found:
        if one.about == "base":
            said.append(
                f"If those with a conflict were counted the other way, {one.needed} of {one.of} would be needed."
            )
            continue
        how = {
            "in-base": "in the base of the quorum",
            "as-there": "as there where they came",
            "left-out": "out of the quorum altogether",
        }[one.how]
        met = f", {one.reached} there: {'met' if one.reached >= one.needed else 'not met'}" if voted else ""
        said.append(f"Were those with a conflict counted {how}, {one.needed} of {one.of} would be needed{met}.")
    return tuple(said)
