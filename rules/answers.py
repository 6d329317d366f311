"""The terms with one of the answers that an open point offers in its place, as if that had been decided. Pure."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError

from rules import misfits, places
from rules.older_votes import older_answer
from rules.places import Path
from rules.terms import OpenPoint, Terms, Who


class NoAnswer(Exception):  # noqa: N818 (it is an answer, not a fault)
    """An answer that does not fit its place: what is wrong with it, and what could stand there."""

    def __init__(self, message: str, hint: str) -> None:
        self.message, self.hint = message, hint
        super().__init__(f"{message} {hint}")


def takes_several(terms: Terms, point: OpenPoint) -> bool:
    """Return whether an answer to an open point can name several of its choices."""
    if point.path is None or not point.choices:
        return False
    try:
        return isinstance(places.look(terms, point.path), tuple | Who)
    except KeyError:
        return False


def answered(terms: Terms, point: OpenPoint, choice: str) -> Terms:
    """Return the terms as they would be with this answer to an open point that has a path.

    Raises NoAnswer for one that does not fit its place, and KeyError where a path leads nowhere.
    """
    for dotted, value in older_answer(point.path or "", choice).items():
        around, made = _block(places.Finder(terms), dotted, value)
        for here, step in reversed(around):
            made = _with(here, step, made)
        assert isinstance(made, Terms)  # noqa: S101 (it is made of terms)
        terms = made
    return terms


def check_fits(finder: places.Finder, point: OpenPoint, choice: str) -> None:
    """Return when an answer fits its place and fills it. Raises NoAnswer and KeyError as `answered` does."""
    for dotted, value in older_answer(point.path or "", choice).items():
        around, made = _block(finder, dotted, value)
        for step in dotted.split(".")[len(around) :]:
            made = places.inside(made, step)
        if places.is_empty(made):
            raise NoAnswer("Decided so, it would be as open as before.", "Write another answer, or take this one out.")


def _block(finder: places.Finder, dotted: str, value: str) -> tuple[list[tuple[Any, str | int]], Any]:
    """Return the block around a place with a value in it, made anew, and the way to it: what it is in, and where.

    That block is all that is looked at.
    """
    place, here = finder.find(dotted)[0], finder.terms
    way: list[tuple[Any, str | int]] = []
    for step in place:
        way.append((here, step))
        here = getattr(here, str(step)) if isinstance(here, BaseModel) else here[step]
    depth = max(number for number, (it, _) in enumerate(way) if isinstance(it, BaseModel))
    block: Any = way[depth][0]
    data = block.model_dump(mode="json")
    places.put(data, dotted.split(".")[depth:], value)
    try:
        return way[:depth], type(block).model_validate(data)
    except ValidationError as error:
        raise _misfit(error, place[:depth], data) from None


def _with(here: Any, step: str | int, new: Any) -> Any:
    if isinstance(here, BaseModel):
        return here.model_copy(update={str(step): new})
    if isinstance(here, dict):
        return {**here, step: new}
    return tuple(new if number == step else one for number, one in enumerate(here))


def _misfit(error: ValidationError, place: Path, content: Any) -> NoAnswer:
    for step in reversed(place):
        content = {step: content}
    errors: list[Any] = [{**it, "loc": (*place, *it["loc"])} for it in error.errors(include_url=False)]
    found = misfits.misfits(errors, content)[0]
    return NoAnswer(found.message, found.hint)
