"""What a vote takes, and comes to, under each answer to what its document leaves open. Nothing is guessed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice, product

from rules import count_words
from rules.answers import NoAnswer, answered
from rules.electorates import Circumstances, untold
from rules.open_points import in_words as answer_in_words, unsettled
from rules.phrases import listed
from rules.terms import DecisionRule, OpenPoint, Terms
from rules.voting import Count
from rules.who import OF_A_MATTER, OfAMatter, depends_on, forums_named


@dataclass(frozen=True)
class Answered:
    """One answer to an open point, as people read it: what is asked for then, and what the votes come to.

    `untold` has what would have to be known of the matter to count them so, and is not: then there is no count.
    """

    answer: str
    asks: str
    count: Count | None
    untold: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOpen:
    """An open point that a vote depends on, with each of its answers.

    `decides`: under some answers to the others, it depends on this one if the votes as they stand carry it.
    """

    point: str
    question: str
    answers: tuple[Answered, ...]
    decides: bool


_MOST_COMBINED = 256
_LEFT_OUT = {"base": "all", "of": "partners", "only": "partners", "each_of": "nobody"}
"""What a place that nobody fills means, by its key; a place that is none of these means nothing of its own."""


def standing(terms: Terms, key: str) -> Terms:
    """Return the terms as votes under a rule are counted, until what is open about it is decided.

    A place that nobody fills is read as what it means left out; where that is none of the answers, as the first: no
    result rests on what nobody answered.
    """
    for point in _asked_about(terms, key):
        means = _LEFT_OUT.get((point.path or "").rpartition(".")[2])
        terms = _read(terms, point, means if means in point.choices else point.choices[0]) or terms
    return terms


def asked_of(terms: Terms, key: str) -> tuple[OfAMatter, ...]:
    """Return what has to be known of a matter to say who could take part, under any answer to what is left open.

    `eligible`: the element that it falls under. `affected`, `concerned`: whom it affects, and whom it is about.
    """
    rules = readings(terms, key)
    return tuple(word for word in OF_A_MATTER if any(depends_on(rule, word) for rule in rules))


def readings(terms: Terms, key: str) -> tuple[DecisionRule, ...]:
    """Return a rule as it is written, and as each answer to what is left open of it alone would have it."""
    return _readings(terms, key, _asked_about(terms, key))


def left_open(
    terms: Terms,
    key: str,
    case: Circumstances,
    count: Callable[[Terms, DecisionRule], Count],
    *,
    backed: bool,
) -> tuple[LeftOpen, ...]:
    """Return the open points with choices that a rule depends on, each only where its answers come to different things.

    Those are points about the rule itself, about the seats of a forum whose members, or the partners on it, decide, and
    about whom it finds eligible. Each answer is shown with the others as they stand; whether a point decides is looked
    at together with every answer to the others. `backed` says whether anybody is for it: else it is carried under none,
    whoever could take part.
    """

    def counted(read: Terms) -> Count | None:
        rule = read.decision_rules[key]
        return None if untold(rule, case) else count(read, rule)

    points, stands = _asked_about(terms, key), standing(terms, key)
    carried = _combined(terms, points, counted, backed=backed)
    found = []
    for number, point in enumerate(points):
        answers = []
        for choice in point.choices:
            if (read := _read(stands, point, choice)) is not None:
                it, said = counted(read), answer_in_words(terms, point, choice)
                answers.append(Answered(said, _asks(read, key, it), it, untold(read.decision_rules[key], case)))
        others: dict[tuple[str, ...], set[bool | None]] = {}
        for answer, result in carried.items():
            others.setdefault((*answer[:number], *answer[number + 1 :]), set()).add(result)
        decides = any(len(results) > 1 for results in others.values()) or (not carried and len(answers) > 1)
        if decides or len({(one.asks, *_result(one.count)) for one in answers}) > 1:
            found.append(LeftOpen(point.key, point.question, tuple(answers), decides))
    return tuple(found)


def _result(count: Count | None) -> tuple[int | None, bool | None]:
    return (None, None) if count is None else (count.quorum, count.carried)


def _asked_about(terms: Terms, key: str) -> tuple[OpenPoint, ...]:
    """Return the open points with choices about a rule, and about what it asks for under any answer about itself."""
    points = tuple(it for it in unsettled(terms) if it.choices and it.path is not None)
    if not points:
        return ()
    mine = f"decision_rules.{key}."
    rules = _readings(terms, key, tuple(point for point in points if (point.path or "").startswith(mine)))
    about = [mine, "partners.", *(f"forums.{forum}.seats." for rule in rules for forum in forums_named(rule))]
    about += ["elements.", "overrides.", "topics."] if any(depends_on(rule, "eligible") for rule in rules) else []
    return tuple(point for point in points if (point.path or "").startswith(tuple(about)))


def _readings(terms: Terms, key: str, points: tuple[OpenPoint, ...]) -> tuple[DecisionRule, ...]:
    read = [_read(terms, point, choice) for point in points for choice in point.choices]
    return (terms.decision_rules[key], *(it.decision_rules[key] for it in read if it is not None))


def _combined(
    terms: Terms, points: tuple[OpenPoint, ...], counted: Callable[[Terms], Count | None], *, backed: bool
) -> dict[tuple[str, ...], bool | None]:
    """Return whether the votes carry it under the answers to all points together; None where nobody can say.

    Of more than can be looked at, none: then each point decides.
    """
    results: dict[tuple[str, ...], bool | None] = {}
    every = tuple(islice(product(*(point.choices for point in points)), _MOST_COMBINED + 1))
    for answer in every if len(every) <= _MOST_COMBINED else ():
        read: Terms | None = terms
        for point, choice in zip(points, answer, strict=True):
            read = _read(read, point, choice) if read is not None else None
        if read is not None:
            count = counted(read)
            results[answer] = count.carried if count is not None else None if backed else False
    return results


def _asks(read: Terms, key: str, counted: Count | None) -> str:
    """Return what is asked for; of nobody in particular while it is not known who could take part."""
    return count_words.asks(read, read.decision_rules[key], counted if counted is not None and counted.could else None)


def in_words(found: tuple[LeftOpen, ...], *, voted: bool, named_by: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return each open point in a line: "Is the 75% ... (8.4)? Read as partners: at least three quarters ...".

    `voted`: somebody has voted, so what the votes come to under each answer is said too. `named_by` has the option by
    which the command line is told what a reading depends on.
    """
    return tuple(f"{one.question} {' '.join(_read_as(one, voted=voted, named_by=named_by or {}))}" for one in found)


def _read_as(found: LeftOpen, *, voted: bool, named_by: Mapping[str, str]) -> list[str]:
    answers = [_said(it, voted=voted, named_by=named_by) for it in found.answers]
    return [*answers, "Nothing is counted until the partners decide which holds."] if found.decides else answers


def _said(answered: Answered, *, voted: bool, named_by: Mapping[str, str]) -> str:
    said = f"Read as {answered.answer}: {answered.asks[:1].lower()}{answered.asks[1:]}"
    if answered.count is None:
        unknown = listed([UNTOLD[word] for word in answered.untold])
        options = [named_by[word] for word in answered.untold if word in named_by]
        ask = f": add {listed(options)}" if options else ", which nobody has said"
        return f"{said}; who that is depends on {unknown}{ask}."
    result = (", carried" if answered.count.carried else ", not carried") if voted and not answered.count.waits else ""
    return f"{said}{result}."


UNTOLD = {
    "eligible": "the element of the agreement it falls under",
    "affected": "whom it affects",
    "concerned": "whom it is about",
}
"""What who could take part depends on, in words."""


def _read(terms: Terms, point: OpenPoint, choice: str) -> Terms | None:
    """Return the terms with one answer in its place; None where it does not fit there, or names no forum."""
    try:
        read = answered(terms, point, choice)
    except (KeyError, NoAnswer):
        return None
    known = {forum.key for forum in read.forums}
    return read if all(known.issuperset(forums_named(rule)) for rule in read.decision_rules.values()) else None
