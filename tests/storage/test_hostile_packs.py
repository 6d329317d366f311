"""Hostile packs get sentences, in little memory and without end: through check, load and show."""

from __future__ import annotations

import copy
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from rules import mending, misfits, places, soundness
from rules.older_words import renewed
from rules.terms import Terms
from storage import yaml_text
from storage.packs import parse_pack
from tests.calls import calls_of
from tests.patience import LONG_SECONDS
from tests.storage.hostile_packs import SMALL, with_partners

LARGE = "1: The file has more than 1,000,000 bytes, which no pack has. Is this the right file?"
ALIASES = "Anchors (&) and aliases (*) are not read in a pack. Write the value out."
LONG = "{}: A text of {} characters begins here: nothing in a pack is longer than 5,000. Shorten it, or look for a quotation mark that is missing."
A_PATH = "Write the path of an empty place, entries of a list by their key, such as reviews.six-monthly.every; or quoted_at, where the answer is a sentence."
DEEP = "3: This is nested deeper than any pack needs. Check the brackets and the indentation."

# (the pack, what is done with it, how that ends, what is said first, and last)
SAID = [
    ("many_partners", "check", 0, "rivers-2030 is sound: Rivers compact", None),
    ("many_partners", "load", 0, "rivers-2030 is loaded, version 1: 10,003 partners.", None),
    ("many_partners", "show", 0, "Rivers compact", None),
    ("many_open_points", "check", 0, "rivers-2030 is sound: Rivers compact", None),
    ("many_open_points", "load", 0, "rivers-2030 is loaded, version 2: 3 partners.", "  left open by the document: Who? (q9999)"),
    ("many_open_points", "show", 0, "Rivers compact", None),
    ("round_and_round", "check", 1, "52: partners.p0.succeeded_by.partner: S0 is in the end succeeded by itself. Name the body that comes after.", "200 faults, and more after these."),
    ("faulty_partners", "check", 1, '52: partners.p0.roles[1]: "othre" is not one of the words for an entry of roles. Did you mean other? Write one of: commissioner, provider, regulator, other.', "200 faults, and more after these."),
    ("deep", "check", 1, DEEP, "1 fault."),
    ("deep_braces", "check", 1, DEEP, "1 fault."),
    ("long_text", "check", 1, LONG.format(3, "900,000"), "1 fault."),
    ("long_path", "check", 1, LONG.format(161, "200,001"), "1 fault."),
    ("long_paths", "check", 1, "161: open.z0.path: path is longer than 300 characters. Shorten it.", "200 faults, and more after these."),
    ("deep_paths", "check", 1, f"161: open.z0.path: {'a.' * 50}... leads nowhere: there is no a. {A_PATH}", "200 faults, and more after these."),
    ("long_key", "check", 1, "161: There is no colon here after a key. Write it as key: value.", "1 fault."),
    ("long_name", "check", 1, LONG.format(6, "20,000"), "1 fault."),
    ("long_answer", "check", 1, LONG.format(161, "20,000"), "1 fault."),
    ("aliases", "check", 1, f"1: {ALIASES}", "1 fault."),
    ("merge_keys", "check", 1, None, "1 fault."),
    ("binary", "check", 1, "3: Tags such as !!binary are not read in a pack. Leave the tag out.", "1 fault."),
    ("set", "check", 1, "3: Tags such as !!set are not read in a pack. Leave the tag out.", "1 fault."),
    ("unknown_keys", "check", 1, None, "200 faults, and more after these."),
    ("many_stages", "check", 1, None, "1 fault."),
    ("many_answers", "check", 1, None, "1 fault."),
    ("many_places", "check", 1, "268: forums.board.seats: Board has at least 203,002 places, which no forum has. Write least so that there are 20,000 at most.", "1 fault."),
    ("named_often", "check", 0, "rivers-2030 is sound: Rivers compact", None),
    ("named_often", "load", 0, "rivers-2030 is loaded, version 3: 5,003 partners.", None),
    ("named_often", "show", 0, "Rivers compact", None),
    ("long_years", "check", 0, "rivers-2030 is sound: Rivers compact", None),
    ("long_years", "load", 0, "rivers-2030 is loaded, version 4: 3 partners.", None),
    ("long_years", "show", 0, "Rivers compact", None),
    ("too_large", "check", 1, LARGE, "1 fault."),
]  # fmt: skip


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """What came of each pack, in a program of its own that may use little memory."""
    folder = tmp_path_factory.mktemp("hostile")
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.hostile_packs", str(folder)],
        env=os.environ | {"DATABASE_URL": f"sqlite:///{folder / 'accord.sqlite3'}"},
        capture_output=True,
        text=True,
        timeout=LONG_SECONDS * 10,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [line.split("\t") for line in done.stdout.splitlines()]


def test_each_gets_a_sentence_and_none_ends_the_program(tried):
    assert [(name, command, int(code)) for name, command, code, *_ in tried] == [row[:3] for row in SAID]
    for (*_, first, last), (name, _, _, said_first, said_last, _, crash) in zip(SAID, tried, strict=True):
        assert crash == "", name
        assert first in (None, said_first), name
        assert last in (None, said_last), name


def calls_to_check(terms: Terms) -> int:
    """How many Python functions are called to check these terms, which are sound."""
    found: list[tuple[object, ...]] = []
    count = calls_of(lambda: found.append(soundness.faults(terms)))
    assert found == [()]
    return count


def chain(number: int) -> str:
    """A pack whose partners are succeeded one by the next, and the last by none."""
    text = with_partners(number, ", succeeded_by: {{partner: p{next}, since: 2030-01-01}}")
    return text.replace(", succeeded_by: {partner: p0, since: 2030-01-01}", "")


@pytest.mark.parametrize(
    "pack",
    [
        with_partners,
        lambda number: with_partners(number, ", related: [p{next}]"),
        chain,
        lambda number: SMALL + "".join(f"  - {{key: q{n}, question: Who?, quoted_at: term}}\n" for n in range(number)),
        lambda number: (
            with_partners(number)
            + "".join(f"  - {{key: q{n}, question: Where?, path: partners.p{n}.contact}}\n" for n in range(number))
        ),
        lambda number: (
            with_partners(number)
            + "".join(
                f"  - {{key: q{n}, question: Who?, path: partners.p{n}.contact, choices: [Ann, Bob]}}\n"
                for n in range(number)
            )
        ),
    ],
    ids=["partners", "related", "succeeded", "open points", "open points about partners", "answers"],
)
def test_twice_as_many_take_twice_as_long(pack):
    some, more = (calls_to_check(parse_pack(pack(number), file="pack.yaml")) for number in (200, 400))
    assert more < 2.5 * some


ODD = [
    None, True, "", "x" * 5_000, [], {}, ["a"] * 3, [[["a"]]], {"a": {"b": "c"}}, "9" * 5_000, "-1", "1e400", ".nan",
    ".inf", "2030-02-30", "0x1F", "1_000", "é", "~", "10 days", "66%", "0.5", "1/0", "1 April 2030", "all", "present",
    {"key": "x"}, {"": "x"}, [None], [True, False], "a b", "A",
]  # fmt: skip
KEYS = ["<<", "~", "5", "é", "x y", "Key", "2030-01-01", ""]
OURS = ("Input ", "Unable", "None", "()", "type=", "String", "valid ", "stands-in", "should")


def every(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if path:
        yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in inside:
        yield from every(inner, (*path, step))


@pytest.mark.parametrize("seed", range(12))
def test_whatever_stands_anywhere_gets_a_sentence(seed):
    chance = random.Random(seed)
    base = yaml_text.read(SMALL).content
    everywhere, told = list(every(base)), 0
    for _ in range(40):
        content = copy.deepcopy(base)
        *around, last = chance.choice(everywhere)
        block: Any = content
        for step in around:
            block = block[step]
        if isinstance(block, dict) and chance.random() < 0.2:
            last = chance.choice(KEYS)
        block[last] = copy.deepcopy(chance.choice(ODD))
        for found in faults_of(renewed(content)):
            told += 1
            assert found.message.endswith((".", "?")), found
            assert found.hint.endswith((".", "?")), found
            assert not [word for word in OURS if word in f"{found.message} {found.hint}"], found
    assert told


def faults_of(content: dict[str, Any]) -> tuple[misfits.Misfit | places.Unsound, ...]:
    try:
        terms = Terms.model_validate(content)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        stand_in, mended = mending.mended(content, errors)
        assert stand_in is not None
        return (*misfits.misfits(errors, content), *soundness.faults(stand_in, mended))
    return (*soundness.faults(terms), *soundness.remarks(terms))
