"""What a vote takes, and comes to, under each answer to what its document leaves open. Nothing is guessed. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from rules import count_words, places
from rules.electorates import MEMBERS, ON
from rules.older_votes import older_answer
from rules.open_points import unsettled
from rules.terms import DecisionRule, Forum, OpenPoint, Terms
from rules.voting import Count


@dataclass(frozen=True)
class Answered:
    """One answer to an open point: what is asked for then, in words, and what the votes come to."""

    choice: str
    asks: str
    count: Count


@dataclass(frozen=True)
class LeftOpen:
    """An open point that a vote depends on, with each of its answers."""

    point: str
    answers: tuple[Answered, ...]

    @property
    def decides(self) -> bool:
        """Return whether it depends on the answer if the votes as they stand carry it."""
        return len({one.count.carried for one in self.answers}) > 1


def left_open(terms: Terms, key: str, count: Callable[[Terms, DecisionRule], Count]) -> tuple[LeftOpen, ...]:
    """Return the open points with choices that a rule depends on, each only where its answers come to different things.

    Those are points about the rule itself, and about the seats of a forum whose members, or the partners on it, decide.
    """
    found = []
    for point in unsettled(terms):
        if not point.choices or point.path is None or not _about(terms.decision_rules[key], key, point.path):
            continue
        answers = [
            Answered(choice, _asks(read, key, counted), counted)
            for choice in point.choices
            for read in (_read(terms, point, choice),)
            if read is not None
            for counted in (count(read, read.decision_rules[key]),)
        ]
        if len({(one.asks, one.count.quorum, one.count.carried) for one in answers}) > 1:
            found.append(LeftOpen(point.key, tuple(answers)))
    return tuple(found)


def _asks(read: Terms, key: str, counted: Count) -> str:
    """Return what is asked for; of nobody in particular while it is not known who could take part."""
    return count_words.asks(read, read.decision_rules[key], counted if counted.could else None)


def in_words(found: tuple[LeftOpen, ...], *, voted: bool) -> tuple[str, ...]:
    """Return each open point in a line: "Not decided yet (seats-or-organisations). Read as partners: at least ...".

    `voted`: somebody has voted, so what the votes come to under each answer is said too.
    """
    return tuple(f"Not decided yet ({one.point}). {' '.join(_read_as(one, voted=voted))}" for one in found)


def _read_as(found: LeftOpen, *, voted: bool) -> list[str]:
    answers = [_said(it, voted=voted) for it in found.answers]
    return [*answers, "Nothing is counted until the partners decide which holds."] if found.decides else answers


def _said(answered: Answered, *, voted: bool) -> str:
    count = answered.count
    result = (", carried" if count.carried else ", not carried") if voted and not count.waits else ""
    return f"Read as {answered.choice}: {answered.asks[:1].lower()}{answered.asks[1:]}{result}."


def _about(rule: DecisionRule, key: str, path: str) -> bool:
    forums = {name.removeprefix(MEMBERS).removeprefix(ON) for name in rule.who.of if name.startswith((MEMBERS, ON))}
    return path.startswith((f"decision_rules.{key}.", *(f"forums.{forum}.seats." for forum in sorted(forums))))


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
    return terms


def _filled(data: dict[str, Any], steps: list[str], value: str) -> dict[str, Any]:
    places.put(data, steps, value)
    return data
