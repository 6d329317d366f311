"""What a document leaves open, and what people decide of it. Nothing is guessed: what is undecided stays empty."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from rules import misfits, places, soundness
from rules.answers import takes_several
from rules.errors import Refusal
from rules.older_votes import older_answer, older_question
from rules.older_words import renewed
from rules.phrases import FORMS
from rules.terms import Base, OpenPoint, Terms


def unsettled(terms: Terms) -> tuple[OpenPoint, ...]:
    """Return the open points nobody has filled, in the pack's order.

    A point without a path is filled by its answer.
    """
    finder = places.Finder(terms)
    return tuple(
        point
        for point in terms.open
        if (
            point.answer is None
            if point.path is None
            else all(_is_open(finder, path) for path in older_question(point.path, point.choices))
        )
    )


def _is_open(finder: places.Finder, dotted: str) -> bool:
    """Return whether a place says nothing; so does one that is not there, in terms stored before this was a fault."""
    try:
        return places.is_empty(finder.find(dotted)[1])
    except KeyError:
        return True


_CALENDARS: Mapping[str, str] = {
    Base.ENGLAND_AND_WALES: "England and Wales",
    Base.SCOTLAND: "Scotland",
    Base.NORTHERN_IRELAND: "Northern Ireland",
    Base.UK_ANY_PART: "any part of the United Kingdom",
    Base.EVERY_DAY: "every day",
}


def in_words(terms: Terms, point: OpenPoint, value: str) -> str:
    """Return an answer to an open point as people read it: a choice that is a key by what it names, else as it was."""
    return ", ".join(_choice(terms, one) if one in point.choices else one for one in value.split(", "))


def _choice(terms: Terms, choice: str) -> str:
    names = {
        **_CALENDARS,
        **FORMS,
        **{forum.key: forum.name for forum in terms.forums},
        **{group.key: group.name for group in terms.eligibility_classes},
        **{partner.key: partner.short for partner in terms.partners},
    }
    words, _, key = choice.rpartition(" ")
    if key in names:
        return f"{words} the {names[key]}" if words else names[key]
    return choice if any(letter.isdigit() for letter in choice) else choice.replace("-", " ")


def settle(terms: Terms, decisions: Mapping[str, str]) -> Terms:
    """Return the terms with the places filled that these decisions (value by the open point's key) are about.

    A decision on a point without a path becomes its answer. Raises Refusal, with a sentence, for a key that is no open
    point, a value that is not among the choices, one that does not fit its place, or terms that would not be sound.
    """
    points = {key: _point(terms, key) for key in decisions}
    chosen = {key: _chosen(terms, points[key], value) for key, value in decisions.items()}
    filled = {
        place: answer
        for key, point in points.items()
        if point.path is not None
        for place, answer in older_answer(point.path, chosen[key]).items()
    }
    answers = {key: chosen[key] for key, point in points.items() if point.path is None}
    if answers:
        terms = _answered(terms, answers)
    if not filled:
        return terms
    data = renewed(places.fill(terms, filled))  # it may have been answered in older words
    try:
        settled = Terms.model_validate(data)
    except ValidationError as error:
        first = misfits.misfits(error.errors(include_url=False), data)[0]
        point = next((it for it in points.values() if it.path and _covers(terms, it.path, first.path)), None)
        raise Refusal(_does_not_fit(point, f"{first.message} {first.hint}")) from None
    before = {(fault.path, fault.message) for fault in soundness.faults(terms)}
    for fault in soundness.faults(settled):
        if fault.path[:1] != ("open",) and (fault.path, fault.message) not in before:
            raise Refusal(_does_not_fit(None, f"{fault.message} {fault.hint}"))
    return settled


def _answered(terms: Terms, answers: Mapping[str, str]) -> Terms:
    """Return the terms with these answers, by the keys of the points they are of. Raises Refusal for one too long."""
    data = [point.model_dump() | {"answer": answers.get(point.key, point.answer)} for point in terms.open]
    try:
        return terms.model_copy(update={"open": tuple(OpenPoint.model_validate(point) for point in data)})
    except ValidationError:
        raise Refusal("That is too long to be quoted. Please say it in fewer words.") from None


def _point(terms: Terms, key: str) -> OpenPoint:
    for point in terms.open:
        if point.key == key:
            return point
    known = ", ".join(point.key for point in terms.open) or "none"
    raise Refusal(f"{terms.short_title} leaves nothing open called {key}. What it leaves open: {known}.")


def _chosen(terms: Terms, point: OpenPoint, value: str) -> str:
    value = value.strip()
    if not value:
        raise Refusal(f"Nothing was decided. The question is: {point.question}")
    if not point.choices:
        return value
    plain = {choice.casefold(): choice for choice in point.choices}
    several = takes_several(terms, point)
    parts = [part.strip().casefold() for part in value.split(",")] if several else [value.casefold()]
    if not all(part in plain for part in parts):
        if point.path is not None and older_answer(point.path, value) != {point.path: value}:
            return value  # decided in older words, before the question was put in those of today
        raise Refusal(f'"{value}" is not among the answers. {point.question} Choose: {", ".join(point.choices)}.')
    return ", ".join(plain[part] for part in parts)


def _covers(terms: Terms, dotted: str, path: places.Path) -> bool:
    steps = places.path_of(terms, dotted)
    return path[: len(steps)] == steps or steps[: len(path)] == path


def _does_not_fit(point: OpenPoint | None, why: str) -> str:
    return f"That cannot be decided so. {why}" + (f" The question is: {point.question}" if point else "")
