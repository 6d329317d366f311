"""The points a document leaves open: where each one is, and whether each answer it offers could be decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice, product

from rules import likeness, places, vocabulary
from rules.answers import NoAnswer, answered, check_fits, takes_several
from rules.moments import clocks_in_circles
from rules.older_votes import older_question
from rules.places import Path, Unsound, Weight, asked
from rules.soundness_votes import rules_in_circles
from rules.terms import OpenPoint, Terms

_A_PATH = (
    "Write the path of an empty place, entries of a list by their key, such as reviews.six-monthly.every; or "
    "quoted_at, where the answer is a sentence."
)


_SHOWN = 100

_Stated = Callable[[Terms, Path], Iterator[Unsound]]


def of_open_points(terms: Terms, stated: _Stated) -> Iterator[Unsound]:
    """Yield each open point that names no empty place, or offers an answer that could not be decided.

    `stated` checks what terms state beside their open points, as far as it can change with a place: each answer is
    looked at as if it were decided.
    """
    filled, around = dict[str, int](), dict[str, int]()
    finder, offered = places.Finder(terms), list[tuple[int, OpenPoint]]()
    for number, point in enumerate(terms.open):
        at: Path = ("open", number)
        yield from _quoted(finder, point, at)
        if point.path is None:
            continue
        try:
            place, value = finder.find(point.path)
        except KeyError as error:
            message = f"{_cut(point.path)} leads nowhere: there is no {error.args[0]}."
            yield Unsound((*at, "path"), message, f"{_meant_section(point.path)}{_A_PATH}")
            continue
        fills = older_question(point.path, point.choices)
        others = (filled.get(path) for dotted in fills for path in _around(dotted))
        inside = (around.get(dotted) for dotted in fills)
        if (other := next((it for it in (*others, *inside) if it is not None), None)) is not None:
            yield Unsound((*at, "path"), f"Two open points are about {_shared(point, terms.open[other])}.", "Keep one.")
        filled |= dict.fromkeys(fills, number)
        around |= {path: number for dotted in fills for path in _around(dotted)}
        if not places.is_empty(value):
            yield _not_open(point.path, place, value, (*at, "path"))
            continue
        offered.append((number, point))
    yield from _choices(terms, finder, offered, stated)


# --- What each answer would come to -----------------------------------------------------------------------------------


def _choices(
    terms: Terms, finder: places.Finder, offered: list[tuple[int, OpenPoint]], stated: _Stated
) -> Iterator[Unsound]:
    """Yield each answer that does not fit its place, or with which the terms would not be sound."""
    fit: list[tuple[Path, OpenPoint, str]] = []
    for number, point in offered:
        several = takes_several(terms, point)
        for which, choice in enumerate(point.choices):
            at: Path = ("open", number, "choices", which)
            if choice.casefold() in {one.casefold() for one in point.choices[:which]}:
                yield Unsound(at, f"{_cut(choice)} stands twice.", "Keep one.")
            elif several and "," in choice:
                hint = "Write each as an answer of its own: several can be decided together."
                yield Unsound(at, f"{_cut(choice)} would be read as several answers.", hint)
            else:
                try:
                    check_fits(finder, point, choice)
                except NoAnswer as unfit:
                    yield Unsound(at, f"{_cut(choice)} does not fit {point.path}. {unfit.message}", unfit.hint)
                except KeyError as error:
                    yield Unsound(
                        at, f"{_cut(choice)} fills a place that is not there: there is no {error.args[0]}.", _A_PATH
                    )
                else:
                    fit.append((at, point, choice))
    most = max(10, min(_MOST_LOOKED_AT, _MOST_ENTRIES // (1 + len(terms.partners) + len(terms.open))))
    yield from _as_decided(terms, fit[:most], stated)
    yield from _in_circles(terms, fit[:most])


_MOST_LOOKED_AT = 200
_MOST_ENTRIES = 20_000
"""So many answers are looked at as decided, and fewer in a pack with so many entries: none may take for ever."""


def _as_decided(terms: Terms, fit: list[tuple[Path, OpenPoint, str]], stated: _Stated) -> Iterator[Unsound]:
    """Yield the first thing that would not be sound with each answer and is now."""
    answers = asked(terms)
    now = cache(lambda place: frozenset((found.path, found.message) for found in stated(terms, place)))
    for at, point, choice in fit:
        place = places.path_of(terms, point.path or "")
        for found in stated(answered(terms, point, choice), place):
            waits = found.asks in answers and found.asks != place
            if found.weight is Weight.FAULT and not waits and (found.path, found.message) not in now(place):
                yield _unsound(terms, found, at, place, choice)
                break


def _unsound(terms: Terms, found: Unsound, at: Path, place: Path, choice: str) -> Unsound:
    """Return what is said of an answer with which something would not be sound, there or elsewhere."""
    if places.touch(found.path, place):
        return Unsound(at, found.message, found.hint)
    message = f"With {_cut(choice)}, {places.dotted(terms, found.path)} would be wrong. {found.message}"
    return Unsound(at, message, f"Take this answer out, or mend what stands there. {found.hint}")


_MOST_COMBINED = 64


def _in_circles(terms: Terms, fit: list[tuple[Path, OpenPoint, str]]) -> Iterator[Unsound]:
    """Yield answers with which, decided together, what counts from or comes after one another would go round."""
    links: dict[str, list[tuple[Path, OpenPoint, str]]] = {}
    for one in fit:
        if (one[1].path or "").endswith((".counts_from", ".only_after")):
            links.setdefault(one[1].key, []).append(one)
    told = set[Path]()
    for together in islice(product(*links.values()), _MOST_COMBINED) if len(links) > 1 else ():
        read = terms
        for _, point, choice in together:
            read = answered(read, point, choice)
        for circle in (*clocks_in_circles(read), *rules_in_circles(read)):
            mine = [it for it in together if (it[1].path or "").split(".")[1] in circle]
            if len(mine) > 1 and mine[-1][0] not in told:
                told.add(mine[-1][0])
                others = " and ".join(f"{point.key}: {choice}" for _, point, choice in mine[:-1])
                goes = " waits for ".join((*circle, circle[0]))
                yield Unsound(
                    mine[-1][0], f"Decided so beside {others}, it would go round: {goes}.", "Take one of them out."
                )


def _cut(written: str) -> str:
    """Return what somebody wrote, as much of it as shows which is meant."""
    return written if len(written) <= _SHOWN else f"{written[:_SHOWN]}..."


def _around(dotted: str) -> Iterator[str]:
    """Yield a place, and those that it lies in."""
    steps = dotted.split(".")
    yield from (".".join(steps[:number]) for number in range(len(steps), 0, -1))


def _shared(point: OpenPoint, other: OpenPoint) -> str:
    return point.path or "" if point.path == other.path else f"one place: {point.key} and {other.key}"


# --- Where it is ------------------------------------------------------------------------------------------------------


def _meant_section(dotted: str) -> str:
    """Return the question which section of the pack is meant, where a path begins with a slip for one."""
    first, sections = dotted.split(".", maxsplit=1)[0], tuple(Terms.model_fields)
    near = None if first in sections else likeness.word(first, sections)
    return f"Did you mean {near}? " if near else ""


def _quoted(finder: places.Finder, point: OpenPoint, at: Path) -> Iterator[Unsound]:
    """Yield what is wrong with the place at which an answer is quoted, and with a point that is shown at none."""
    if point.answer is not None:
        hint = "Take answer out; once it is loaded, the secretary records what was decided."
        yield Unsound((*at, "answer"), "A pack asks, and does not answer: the partners decide.", hint)
    if point.path is not None and point.quoted_at is not None:
        hint = "Keep path where the answer is a value of the pack, quoted_at where it is a sentence."
        yield Unsound((*at, "quoted_at"), "Its answer cannot both fill a place and be quoted at one.", hint)
    elif point.quoted_at is not None:
        try:
            finder.find(point.quoted_at)
        except KeyError as error:
            message = f"{_cut(point.quoted_at)} leads nowhere: there is no {error.args[0]}."
            hint = "Write the path of what the answer is about, such as term, or issues.stages.discussion."
            yield Unsound((*at, "quoted_at"), message, hint)
    elif point.path is None:
        message = "Its answer fills no place and is quoted at none, so deciding it changes nothing that anybody sees."
        hint = "Add path, or quoted_at with the path of what it is about, such as term, or issues.stages.discussion."
        yield Unsound(at, message, hint, Weight.REMARK)


def _not_open(dotted: str, place: Path, value: object, at: Path) -> Unsound:
    """Return what is said of an open point about a place that says something, with what can be written to open it."""
    name, known = str(place[-1]), vocabulary.field(place)
    out = "take path out of this open point"
    if known is None:
        return Unsound(at, f"{dotted} is not open: the pack fills it.", f"{out.capitalize()}.")
    if not known.is_required() and value == known.get_default(call_default_factory=True):
        message = f"{dotted} is never open: left out, it means {vocabulary.shown(value)}."
        return Unsound(at, message, f"{out.capitalize()}.")
    if "unstated" in vocabulary.choices(place):
        listed = "[unstated]" if isinstance(value, tuple) else "unstated"
        hint = f"Write {name}: {listed} there, or {out}."
    elif known.is_required():
        hint = f"Something has to hold until it is decided: {out}."
    elif places.is_empty(known.get_default(call_default_factory=True)):
        hint = f"Take {name} out there, or {out}."
    else:
        hint = f"{out.capitalize()}: it always says something."
    return Unsound(at, f"{dotted} is not open: the pack fills it.", hint)
