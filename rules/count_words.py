"""What a decision takes and what the votes come to, in words: the same on every door. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from rules import phrases
from rules.phrases import listed
from rules.shares import Share, part
from rules.terms import DecisionRule, Quorum, Role, Terms
from rules.voting import Count, Reading
from rules.who import MEMBERS, by_places, forum_in

_ADJECTIVES = ("eligible", "affected", "concerned")
_WITHOUT = {
    "eligible": "those eligible",
    "affected": "those affected",
    "concerned": "the one concerned",
    "public-authority": "public authorities",
}
_WORDS: Mapping[str, str] = {
    "affected": "affected partners",
    "concerned": "partners concerned",
    Role.COMMISSIONER: "commissioners",
    Role.PROVIDER: "providers",
    Role.REGULATOR: "regulators",
    Role.OTHER: "partners with the role other",
}
_ALL = "all "


def whom(terms: Terms, rule: DecisionRule, number: int | None = None) -> str:
    """Return what those who could take part are called beside their number: members, partners, eligible, affected."""
    adjectives, authorities, one = _adjectives(rule), "public-authority" in rule.who.only, number == 1
    noun = [] if adjectives else ["partner" if one else "partners"]
    if by_places(terms, rule):
        noun = ["member" if one else "members"]
        noun += [f"that {'is a public authority' if one else 'are public authorities'}"] if authorities else []
    elif authorities:
        noun = ["public authority" if one else "public authorities"]
    return " ".join([*adjectives, *noun]) + _others(rule)


def whom_in_full(terms: Terms, rule: DecisionRule) -> str:
    """Return who could take part, of no one matter: "all eligible partners on the Board", "Alder and the providers"."""
    adjectives, authorities = _adjectives(rule), "public-authority" in rule.who.only
    said = [_named(terms, name) for name in rule.who.of if rule.who.of != (name,) or name not in _ADJECTIVES]
    words = listed([name for name, _ in said] or ["partners"])
    if words == "partners" and authorities:
        words, authorities = "public authorities", False
    words += " that are public authorities" * authorities
    alike = all(several for _, several in said)
    if len(said) > 1 or not alike:
        words += f", of them those {' '.join(adjectives)}" if adjectives else ""
    else:
        words = " ".join([*adjectives, words])
    words = f"{_ALL}{words}" if alike else words
    return words + _others(rule)


def _adjectives(rule: DecisionRule) -> list[str]:
    """Return what narrows those who could take part, where a word says it: ["eligible and affected"], or nothing."""
    found = [word for word in _ADJECTIVES if word in rule.who.only or rule.who.of == (word,)]
    return [" and ".join(found)] if found else []


def _others(rule: DecisionRule) -> str:
    without = [_WITHOUT[word] for word in dict.fromkeys(rule.who.without)]
    return f" other than {listed(without)}" if without else ""


def _named(terms: Terms, name: str) -> tuple[str, bool]:
    """Return what a name under `who` means, and whether the word is one for several, and no partner's own name."""
    if key := forum_in(name):
        body = next((found.name for found in terms.forums if found.key == key), key)
        return f"{'members of' if name.startswith(MEMBERS) else 'partners on'} the {body}", True
    partner = next((found.short for found in terms.partners if found.key == name), None)
    if partner is not None:
        return partner, False
    for what, entries in (("of the class", terms.eligibility_classes), ("in the category", terms.categories)):
        if (found := next((entry.name for entry in entries if entry.key == name), None)) is not None:
            return f"partners {what} {found}", True
    return _WORDS.get(name, name), True


def asks(terms: Terms, rule: DecisionRule, counted: Count | None = None) -> str:
    """Return what a rule asks for: "At least three quarters of 11 eligible: 9 needed; at least 6 must be there".

    Without a count, of no one matter: "At least three quarters of all eligible partners; at least half must be there".
    """
    if counted is not None and rule.threshold == "all":
        of = _of_whom(terms, rule, counted).partition(",")[0]
        every = f"The one{of.removeprefix('1')}" if counted.base == 1 else f"All {of.removeprefix('the ')}"
        said = f"{every} must {'be for it' if rule.base == 'votes-cast' else 'agree'}"
    else:
        said = f"{_how_much(rule)} of {_of_whom(terms, rule, counted)}"
        said += _needed(rule, counted) if counted is not None else ""
    if counted is not None:
        return said + (f"; at least {counted.quorum} must be there" if counted.quorum else "")
    return said + (f"; {_quorum_asked(rule.quorum)} must be there" if rule.quorum else "")


def kept(rule: DecisionRule) -> tuple[str, ...]:
    """Return who else is counted, or is not, where a rule says so: vacant places, and those kept out by a conflict."""
    out = "those kept out by a conflict"
    said = ["vacant places are counted"] if rule.who.vacant == "counted" else []
    said += [f"{out} stay in the base"] if rule.recused == "in-base" else []
    quorum = {"as-there": "count as there for the quorum", "left-out": "are left out of the quorum"}
    if rule.quorum is not None and rule.quorum.recused in quorum:
        said.append(f"{out} {quorum[rule.quorum.recused]}")
    return tuple(said)


def _how_much(rule: DecisionRule) -> str:
    match rule.threshold:
        case Share(of=1):
            return "All"
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
        full = whom_in_full(terms, rule)
        those = full.removeprefix(_ALL)
        there = f"the {those}" if full.startswith(_ALL) else f"those of {full}"
        return {"all": full, "present": f"{there} who are there", "votes-cast": f"the votes cast, by {those}"}[base]
    if base == "all":
        return f"{counted.base} {whom(terms, rule, counted.base)}"
    if counted.base == 0:
        return (
            f"the {who} who are there, {counted.could - counted.recused} could be"
            if base == "present"
            else "the votes cast"
        )
    if base == "present":
        return f"{counted.base} who {'is' if counted.base == 1 else 'are'} there"
    return phrases.counted(counted.base, "vote cast", "votes cast")


def _needed(rule: DecisionRule, counted: Count) -> str:
    if rule.threshold == "nobody against":
        return ": nobody objects" if rule.base == "votes-cast" else ": nobody objects, and all have spoken"
    if rule.base in ("present", "votes-cast") and counted.base == 0:
        return ""
    return f": {counted.needed} needed"


def _quorum_asked(quorum: Quorum) -> str:
    """Return how many must be there, of no one matter: "at least 4", "more than half"."""
    if quorum.fraction is not None and quorum.fraction.of == 1:
        return "all"
    said = [f"at least {quorum.number}"] if quorum.number is not None else []
    said += [f"{quorum.fraction.kind} {part(quorum.fraction.of)}"] if quorum.fraction is not None else []
    return said[0] if len(said) == 1 else f"{', and '.join(said)},"


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
        said.append(f"{of}: {counted.base}; {share} of {'it' if counted.base == 1 else 'them'} is {counted.needed}.")
    return tuple(said)


def _quorum_met(terms: Terms, rule: DecisionRule, counted: Count, *, recorded: bool) -> str:
    quorum = rule.quorum
    assert quorum is not None  # noqa: S101 (whoever asks has looked)
    of = counted.could - (counted.recused if quorum.recused == "left-out" else 0)
    of_whom = f"of {of} {whom(terms, rule, of)}"
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
