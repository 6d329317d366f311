"""Answers that a pack offers: only what an answer can change is looked at, and finds what looking at everything finds."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from rules import places, soundness, vocabulary
from rules.answers import NoAnswer, answered, check_fits
from rules.older_words import renewed
from rules.soundness_references import of_duplicates
from rules.terms import Event, OpenPoint, Terms
from storage import yaml_text
from storage.packs import known_packs, pack_source, parse_pack, read_pack
from tests.calls import calls_of
from tests.storage.hostile_packs import with_partners

SMALL = (Path(__file__).parent.parent / "agreements" / "small.yaml").read_text(encoding="utf-8")
PACKS = [renewed(yaml_text.read(text).content) for text in (SMALL, *map(pack_source, known_packs()))]
ANYWHERE = [
    *Event,
    "1 week",
    "3 months",
    "36 hours",
    "10 calendar-days before meeting",
    "2022-07-01",
    "1900-01-01",
    "4",
]


def written(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Each place of a pack as plain data, with what stands there."""
    if path:
        yield path, value
    inside = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in inside:
        yield from written(inner, (*path, step))


def dotted(content: dict[str, Any], path: tuple[str | int, ...]) -> str:
    words, here = [], content
    for step in path:
        here = here[step]
        words.append(str(here.get("key", step)) if isinstance(step, int) and isinstance(here, Mapping) else str(step))
    return ".".join(words)


def opened(chance: random.Random) -> Terms | None:
    """A pack of which some places are left open, with answers that stand elsewhere in it or may stand nowhere."""
    base = chance.choice(PACKS)
    content, points = copy.deepcopy(base), list(copy.deepcopy(base.get("open", [])))
    names = [str(value) for path, value in written(base) if path[-1] == "key"]
    names += [f"members of {forum['key']}" for forum in base.get("forums", [])] * 3
    everywhere = [
        (path, value)
        for path, value in written(base)
        if path[0] != "open"
        and not isinstance(value, Mapping)
        and not vocabulary.is_needed(path)
        and vocabulary.field(path)
    ]
    for number in range(chance.randint(1, 3)):
        section = chance.choice(sorted({path[0] for path, _ in everywhere}))
        path, value = chance.choice([it for it in everywhere if it[0][0] == section])
        alike = [
            str(other) for at, other in written(base) if at[-1] == path[-1] and not isinstance(other, Mapping | list)
        ]
        own = [", ".join(map(str, value)) if isinstance(value, list) else str(value)]
        choices = [*own, *alike, *vocabulary.choices(path), *chance.sample(ANYWHERE, 2), *chance.sample(names, 2)]
        try:
            block: Any = content
            for step in path[:-1]:
                block = block[step]
            del block[path[-1]]
            where = dotted(base, path)
        except (KeyError, IndexError, TypeError):
            return None
        offered = list(dict.fromkeys(chance.choices(choices, k=4)))
        points.append({"key": f"q{number}", "question": "What?", "path": where, "choices": offered})
    try:
        return Terms.model_validate({**content, "open": points})
    except ValidationError:
        return None


def decided(terms: Terms) -> Iterator[tuple[int, int, OpenPoint, str, set[str]]]:
    """Each answer that fits, with all that is not sound once it stands in its place, and is now: by looking at everything."""
    asks = tuple(point.model_copy(update={"choices": ()}) for point in terms.open)
    now = {(found.path, found.message) for found in soundness.faults(terms.model_copy(update={"open": asks}))}
    finder = places.Finder(terms)
    for number, point in enumerate(terms.open):
        if point.path is None:
            continue
        for which, choice in enumerate(point.choices):
            try:
                if not places.is_empty(finder.find(point.path)[1]):
                    break
                check_fits(finder, point, choice)
            except (NoAnswer, KeyError):
                continue
            others = tuple(asked for asked in asks if asked.key != point.key)
            read = answered(terms, point, choice).model_copy(update={"open": others})
            found = {
                it.message for it in soundness.faults(read) if it.path[0] != "open" and (it.path, it.message) not in now
            }
            yield number, which, point, choice, found


@pytest.mark.parametrize("seed", range(8))
def test_looking_at_what_an_answer_can_change_finds_what_looking_at_everything_finds(seed):
    chance, sound, unsound = random.Random(seed), 0, 0
    for _ in range(40):
        terms = opened(chance)
        if terms is None:
            continue
        told = {found.path: found.message for found in soundness.faults(terms)}
        for number, which, point, choice, wrong in decided(terms):
            said = told.get(("open", number, "choices", which))
            if said is not None and ("stands twice" in said or "several answers" in said or "go round" in said):
                continue
            if wrong:
                assert said is not None, (point, choice, wrong)
                assert said.split(" would be wrong. ")[-1] in wrong, (point, choice)
            else:
                assert said is None, (point, choice)
            sound, unsound = sound + (not wrong), unsound + bool(wrong)
    assert min(sound, unsound) > 3


def calls_to_check(terms: Terms) -> int:
    """How many Python functions are called to check these terms, which are sound."""
    found: list[tuple[object, ...]] = []
    count = calls_of(lambda: found.append(soundness.faults(terms)))
    assert found == [()]
    return count


def without_answers(terms: Terms) -> Terms:
    return terms.model_copy(update={"open": tuple(it.model_copy(update={"choices": ()}) for it in terms.open)})


@pytest.mark.parametrize("name", known_packs())
def test_an_answer_takes_a_fifth_of_what_its_pack_takes(name):
    terms = read_pack(name)
    answers = sum(len(point.choices) for point in terms.open if point.path is not None)
    assert 5 * (calls_to_check(terms) - calls_to_check(without_answers(terms))) < answers * calls_to_check(
        without_answers(terms)
    )


@pytest.mark.parametrize("path", ["signatures.forms", "calendars.undefined.base"])
def test_what_an_answer_does_not_touch_costs_it_nothing(path):
    took = []
    for partners in (10, 1_000):
        terms = parse_pack(with_partners(partners), file="pack.yaml")
        asked = tuple(it if it.path == path else it.model_copy(update={"choices": ()}) for it in terms.open)
        assert [it.path for it in asked if it.choices] == [path]
        terms = terms.model_copy(update={"open": asked})
        took.append(calls_to_check(terms) - calls_to_check(without_answers(terms)))
    assert took[0] == took[1]


class Read:
    """Terms that know which of their sections were read."""

    def __init__(self, terms: Terms) -> None:
        self.terms, self.sections = terms, set[str]()

    def __getattr__(self, name: str) -> Any:
        self.sections.add(name)
        return getattr(self.terms, name)


@pytest.mark.parametrize("across", soundness.ACROSS, ids=lambda across: across.check.__name__)
def test_a_check_reads_what_it_says_that_it_reads(across):
    """Only of_duplicates reads more: keys, which nothing leaves open. And what is asked stays asked while it is decided."""
    seen = set()
    for content in PACKS:
        terms = Read(Terms.model_validate(content))
        assert [it for it in across.check(terms) if it.weight is places.Weight.FAULT and it.asks is None] == []
        seen |= terms.sections
    assert seen - {"open"} <= (seen if across.check is of_duplicates else set(across.reads))
