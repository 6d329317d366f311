"""What a vote takes, and comes to, under each answer to what its document leaves open. Nothing is guessed. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from pydantic import ValidationError

from rules import count_words, places
from rules.older_votes import older_answer
from rules.open_points import in_words as answer_in_words, unsettled
from rules.terms import DecisionRule, Forum, OpenPoint, Terms
from rules.voting import Count
from rules.who import forums_named


@dataclass(frozen=True)
class Answered:
    """One answer to an open point, as people read it: what is asked for then, and what the votes come to."""

    answer: str
    asks: str
    count: Count


@dataclass(frozen=True)
class LeftOpen:
    """An open point that a vote depends on, with each of its answers.

    `decides`: under some answers to the others, it depends on this one if the votes as they stand carry it.
    """

    point: str
    question: str
    answers: tuple[Answered, ...]
    decides: bool


_MOST_COMBINED = 64
_LEFT_OUT = {"base": "all", "of": "partners", "only": "partners", "each_of": "nobody"}
"""What a place that nobody fills means, by its key; a place that is none of these means nothing of its own."""


def standing(terms: Terms, key: str) -> DecisionRule:
    """Return a rule as votes are counted under it, until what is open about it is decided.

    Where the empty place means none of the answers, it is read as the first: no result rests on what nobody answered.
    """
    for point in _asked_about(terms, key):
        if point.path is not None and _LEFT_OUT.get(point.path.rpartition(".")[2]) not in point.choices:
            terms = _read(terms, point, point.choices[0]) or terms
    return terms.decision_rules[key]


def left_open(terms: Terms, key: str, count: Callable[[Terms, DecisionRule], Count]) -> tuple[LeftOpen, ...]:
    """Return the open points with choices that a rule depends on, each only where its answers come to different things.

    Those are points about the rule itself, and about the seats of a forum whose members, or the partners on it, decide.
    Whether a point decides is looked at together with the answers to the others.
    """
    points = _asked_about(terms, key)
    carried = _combined(terms, key, points, count)
    found = []
    for number, point in enumerate(points):
        answers = [
            Answered(answer_in_words(terms, point, choice), _asks(read, key, counted), counted)
            for choice in point.choices
            for read in (_read(terms, point, choice),)
            if read is not None
            for counted in (count(read, read.decision_rules[key]),)
        ]
        others: dict[tuple[str, ...], set[bool]] = {}
        for answer, result in carried.items():
            others.setdefault((*answer[:number], *answer[number + 1 :]), set()).add(result)
        decides = any(len(results) > 1 for results in others.values())
        if decides or len({(one.asks, one.count.quorum, one.count.carried) for one in answers}) > 1:
            found.append(LeftOpen(point.key, point.question, tuple(answers), decides))
    return tuple(found)


def _asked_about(terms: Terms, key: str) -> tuple[OpenPoint, ...]:
    """Return the open points with choices about a rule, and about the seats of a forum that decides under it."""
    rule = terms.decision_rules[key]
    return tuple(it for it in unsettled(terms) if it.choices and it.path is not None and _about(rule, key, it.path))


def _combined(
    terms: Terms, key: str, points: tuple[OpenPoint, ...], count: Callable[[Terms, DecisionRule], Count]
) -> dict[tuple[str, ...], bool]:
    """Return whether the votes carry it under the answers to all points together; of very many, the first."""
    results: dict[tuple[str, ...], bool] = {}
    for answer in islice(product(*(point.choices for point in points)), _MOST_COMBINED):
        read: Terms | None = terms
        for point, choice in zip(points, answer, strict=True):
            read = _read(read, point, choice) if read is not None else None
        if read is not None:
            results[answer] = count(read, read.decision_rules[key]).carried
    return results


def _asks(read: Terms, key: str, counted: Count) -> str:
    """Return what is asked for; of nobody in particular while it is not known who could take part."""
    return count_words.asks(read, read.decision_rules[key], counted if counted.could else None)


def in_words(found: tuple[LeftOpen, ...], *, voted: bool) -> tuple[str, ...]:
    """Return each open point in a line: "Is the 75% ... (8.4)? Read as partners: at least three quarters ...".

    `voted`: somebody has voted, so what the votes come to under each answer is said too.
    """
    return tuple(f"{one.question} {' '.join(_read_as(one, voted=voted))}" for one in found)


def _read_as(found: LeftOpen, *, voted: bool) -> list[str]:
    answers = [_said(it, voted=voted) for it in found.answers]
    return [*answers, "Nothing is counted until the partners decide which holds."] if found.decides else answers


def _said(answered: Answered, *, voted: bool) -> str:
    count = answered.count
    result = (", carried" if count.carried else ", not carried") if voted and not count.waits else ""
    return f"Read as {answered.answer}: {answered.asks[:1].lower()}{answered.asks[1:]}{result}."


def _about(rule: DecisionRule, key: str, path: str) -> bool:
    seats = (f"forums.{forum}.seats." for forum in forums_named(rule))
    return path.startswith((f"decision_rules.{key}.", *seats))


def _read(terms: Terms, point: OpenPoint, choice: str) -> Terms | None:
    """Return the terms with one answer in its place; None where it does not fit there."""
    for path, value in older_answer(point.path or "", choice).items():
        section, name, *steps = path.split(".")
        try:
            if section == "decision_rules":
                rules = terms.decision_rules
                rule = DecisionRule.model_validate(_filled(rules[name].model_dump(mode="json"), steps, value))
                terms = terms.model_copy(update={"decision_rules": {**rules, name: rule}})
            else:
                forum = next(found for found in terms.forums if found.key == name)
                read = Forum.model_validate(_filled(forum.model_dump(mode="json"), steps, value))
                forums = tuple(read if found.key == name else found for found in terms.forums)
                terms = terms.model_copy(update={"forums": forums})
        except (KeyError, ValidationError):
            return None
    known = {forum.key for forum in terms.forums}
    return terms if all(known.issuperset(forums_named(rule)) for rule in terms.decision_rules.values()) else None


def _filled(data: dict[str, Any], steps: list[str], value: str) -> dict[str, Any]:
    places.put(data, steps, value)
    return data
