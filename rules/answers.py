"""The terms with one of the answers that an open point offers in its place, as if that had been decided. Pure."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError

from rules import misfits, places
from rules.older_votes import older_answer
from rules.places import Path
from rules.terms import OpenPoint, Terms


class NoAnswer(Exception):  # noqa: N818 (it is an answer, not a fault)
    """An answer that does not fit its place: what is wrong with it, and what could stand there."""

    def __init__(self, message: str, hint: str) -> None:
        self.message, self.hint = message, hint
        super().__init__(f"{message} {hint}")


def answered(terms: Terms, point: OpenPoint, choice: str) -> Terms:
    """Return the terms as they would be with this answer to an open point that has a path.

    Raises NoAnswer for one that does not fit its place, and KeyError where a path leads nowhere.
    """
    for dotted, value in older_answer(point.path or "", choice).items():
        terms = _filled(terms, places.path_of(terms, dotted), dotted.split("."), value)
    return terms


def _filled(terms: Terms, place: Path, steps: list[str], value: str) -> Terms:
    """Return the terms with a value at a place. The block around it is all that is looked at and made anew."""
    around: list[Any] = [terms]
    for step in place:
        here = around[-1]
        around.append(getattr(here, str(step)) if isinstance(here, BaseModel) else here[step])
    depth = max(number for number, it in enumerate(around[:-1]) if isinstance(it, BaseModel))
    data = around[depth].model_dump(mode="json")
    places.put(data, steps[depth:], value)
    try:
        made: Any = type(around[depth]).model_validate(data)
    except ValidationError as error:
        raise _misfit(error, place[:depth], data) from None
    for here, step in zip(reversed(around[:depth]), reversed(place[:depth]), strict=True):
        made = _with(here, step, made)
    assert isinstance(made, Terms)  # noqa: S101 (it is made of terms)
    return made


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
