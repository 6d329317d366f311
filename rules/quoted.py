"""The questions a document leaves open whose answers fill no place: quoted at the place they are about. Pure."""

from __future__ import annotations

from rules import places
from rules.terms import OpenPoint, Terms


def at(terms: Terms, *dotted: str) -> tuple[OpenPoint, ...]:
    """Return the open points that are quoted at one of these places of the pack, or within it, in the pack's order.

    Each has its `answer` where the partners have decided it. A place that is not there has none.
    """
    wanted = [path for one in dotted if (path := _path(terms, one)) is not None]
    return tuple(
        point
        for point in terms.open
        if point.quoted_at is not None
        and (path := _path(terms, point.quoted_at)) is not None
        and any(path[: len(there)] == there for there in wanted)
    )


def answered(terms: Terms, *dotted: str) -> tuple[OpenPoint, ...]:
    """Return those of them that the partners have decided."""
    return tuple(point for point in at(terms, *dotted) if point.answer is not None)


def facts(terms: Terms, *dotted: str) -> list[dict[str, str | None]]:
    """Return the decided ones as plain values, for the templates."""
    return [
        {"question": point.question, "answer": sentence(point.answer or ""), "clause": point.clause}
        for point in answered(terms, *dotted)
    ]


def words(point: OpenPoint) -> str:
    """Return a decided point in sentences: the question, and what the partners decided."""
    return f"{point.question} Decided: {sentence(point.answer or '')}"


def sentence(answer: str) -> str:
    """Return an answer as it ends a sentence: with its own end, or a full stop."""
    return answer if answer.endswith((".", "!", "?")) else f"{answer}."


def _path(terms: Terms, dotted: str) -> places.Path | None:
    try:
        return places.path_of(terms, dotted)
    except KeyError:
        return None
