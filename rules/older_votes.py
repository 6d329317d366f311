"""Decision rules in the words of today, whatever words they were written in. Pure.

In older packs a rule counted `partners` or `seats` and filtered them with `who`; its threshold was a block. The filters
`participating`, `present` and `present-and-voting` said of whom the threshold is a share: that is `base` now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rules.places import Path, Unsound
from rules.shares import exactly, meant, no_fraction

_BASES = {"participating": "present", "present": "present", "present-and-voting": "votes-cast"}
_ONLY = ("eligible", "affected")
_WITHOUT = {"all-but-concerned": "concerned"}
_RECUSED = "not-conflicted"  # the recused never vote, said or not
_FILTERS = (*_BASES, *_ONLY, *_WITHOUT, _RECUSED)
_THRESHOLDS = {"unanimous": "all", "consensus": "nobody against", "more-than": "more than", "at-least": "at least"}


def renewed_votes(content: dict[str, Any]) -> dict[str, Any]:
    """Return what a pack says with its decision rules in today's words; what has an odd shape stays as it is."""
    rules = content.get("decision_rules")
    if not isinstance(rules, dict):
        return content
    new = {key: _rule(rule) if isinstance(rule, dict) else rule for key, rule in rules.items()}
    return content if new == rules else {**content, "decision_rules": new}


def _rule(rule: dict[str, Any]) -> dict[str, Any]:
    rule = _threshold(_quorum(_conflicted(rule)))
    members = rule.get("counts") == "seats" and isinstance(rule.get("forum"), str)
    who = rule.get("who")
    old = isinstance(who, list) and any(isinstance(word, str) and word in _FILTERS for word in who)
    if rule.get("counts") == "partners" or members:
        rule = {key: value for key, value in rule.items() if key != "counts"}
    if not members and (not old or who == ["affected"]):
        return {key: value for key, value in rule.items() if not (key == "who" and value == [])}
    said = who if isinstance(who, list) else []
    base = next((_BASES[word] for word in ("present-and-voting", "participating", "present") if word in said), None)
    block = {
        "of": [f"members of {rule['forum']}"] if members else [word for word in said if word not in _FILTERS],
        "only": [word for word in _ONLY if word in said],
        "without": [_WITHOUT[word] for word in _WITHOUT if word in said],
    }
    block = {key: value for key, value in block.items() if value}
    renewed: dict[str, Any] = {}
    for key, value in (rule if "who" in rule else {**rule, "who": None}).items():
        if key != "who":
            renewed[key] = value
            continue
        renewed |= {"who": block} if block else {}
        renewed |= {"base": base} if base is not None and "base" not in rule else {}
    return renewed


def _threshold(rule: dict[str, Any]) -> dict[str, Any]:
    stated = rule.get("threshold")
    if not isinstance(stated, dict) or set(stated) - {"kind", "of"} or str(stated.get("kind")) not in _THRESHOLDS:
        return rule
    words, of = _THRESHOLDS[stated["kind"]], stated.get("of")
    if stated["kind"] in ("more-than", "at-least"):
        if not isinstance(of, str | int):
            return rule
        words = "all" if (stated["kind"], str(of)) == ("at-least", "1") else f"{words} {_fraction(of)}"
    return {**rule, "threshold": words}


def _quorum(rule: dict[str, Any]) -> dict[str, Any]:
    quorum = rule.get("quorum")
    if not isinstance(quorum, dict) or quorum.get("fraction") is None:
        return rule
    return {**rule, "quorum": {**quorum, "fraction": _fraction(quorum["fraction"])}}


def _fraction(written: Any) -> Any:
    """Return a per cent as the fraction that it is, and 1 as all of them; anything else as it stands."""
    if str(written) in ("1", "at least 1"):  # how 1/1 was kept once
        return "1/1"
    value = exactly(str(written)) if str(written).endswith("%") else None
    return written if value is None else f"{value.numerator}/{value.denominator}"


def _conflicted(rule: dict[str, Any]) -> dict[str, Any]:
    if "conflicted" not in rule or rule["conflicted"] not in ("in-base", "out-of-base"):
        return rule
    who = rule.get("who")
    kept = rule["conflicted"] == "in-base" and not (isinstance(who, list) and _RECUSED in who)
    rule = {key: value for key, value in rule.items() if key != "conflicted"}
    return {**rule, "recused": "in-base"} if kept else rule


# --- What was decided in the older words ----------------------------------------------------------------------------


def older_answer(path: str, value: str) -> dict[str, str]:
    """Return the places that an answer to "of whom?" fills, with what: `participating` at `who` is a `base` now.

    An answer in today's words fills its own place.
    """
    found = re.fullmatch(r"(decision_rules\.[a-z0-9_-]+)\.(who|base)", path)
    words = [word.strip() for word in value.split(",")]
    old = {*_FILTERS} - ({"present"} if path.endswith(".base") else {"affected"})
    if found is None or not any(word in old for word in words) or not all(word in _FILTERS for word in words):
        return {path: value}
    said = _rule({"who": words})
    who = said.get("who", {})
    filled = {f"{found[1]}.base": said["base"]} if "base" in said else {}
    return filled | {f"{found[1]}.who.{key}": ", ".join(named) for key, named in who.items()}


def older_question(path: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    """Return all places that answers to an open point may fill: its own, and those of older words among its choices."""
    return tuple(dict.fromkeys(place for choice in choices for place in older_answer(path, choice))) or (path,)


# --- What contradicted itself ---------------------------------------------------------------------------------------


def of_older_votes(content: dict[str, Any], *, renewed_by_itself: bool = True) -> Iterator[Unsound]:
    """Yield what is wrong with decision rules in the older words that nobody could see in today's.

    Without `renewed_by_itself`, only what a person has to decide: the rest means one thing alone in today's words.
    """
    rules = content.get("decision_rules")
    for key, rule in rules.items() if isinstance(rules, dict) else ():
        if isinstance(rule, dict):
            at: Path = ("decision_rules", key)
            yield from _presence(rule, at) if renewed_by_itself else ()
            yield from _kept_and_left_out(rule, at)
            yield from _per_cents(rule, at, exact_too=renewed_by_itself)


def _presence(rule: dict[str, Any], at: Path) -> Iterator[Unsound]:
    filtered = next((word for word in _filters(rule) if word in _BASES), None)
    if filtered is not None and (_inside(rule, "quorum", "fraction") is not None or _is_share(rule.get("quorum"))):
        yield Unsound(
            (*at, "quorum"),
            "All who are present are always there. A quorum is of those who could take part.",
            f"Take {filtered} out of who, and write base: {_BASES[filtered]}.",
        )


def _is_share(quorum: Any) -> bool:
    return isinstance(quorum, str) and not quorum.strip().isdigit()


def _kept_and_left_out(rule: dict[str, Any], at: Path) -> Iterator[Unsound]:
    kept = next((key for key in ("conflicted", "recused") if rule.get(key) == "in-base"), None)
    if _RECUSED in _filters(rule) and kept is not None:
        yield Unsound((*at, kept), "The conflicted are left out and kept in.", "Keep one.")


def _per_cents(rule: dict[str, Any], at: Path, *, exact_too: bool) -> Iterator[Unsound]:
    for steps in (("threshold", "of"), ("quorum", "fraction")):
        written = _inside(rule, *steps)
        if not isinstance(written, str) or not written.endswith("%") or exactly(written) is None:
            continue
        if exact_too or meant(written) is None:
            wrong, _, instead = no_fraction(written).partition("; ")
            yield Unsound((*at, *steps), f"{wrong}.", f"{instead[:1].upper()}{instead[1:]}.")


def _filters(rule: dict[str, Any]) -> list[str]:
    who = rule.get("who")
    return [word for word in who if isinstance(word, str)] if isinstance(who, list) else []


def _inside(rule: dict[str, Any], block: str, key: str) -> Any:
    inner = rule.get(block)
    return inner.get(key) if isinstance(inner, dict) else None
