"""A text with changes made in it says what is wanted, and the rest of it stands as it did."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rules.renewal import differences
from storage import yaml_edits, yaml_text

ROOT = Path(__file__).parent.parent.parent
TEXTS = {
    "small": (ROOT / "tests/agreements/small.yaml").read_text(),
    "essex": (ROOT / "templates/agreements/mid-south-essex-2020.yaml").read_text(),
}


def edited(text: str, wanted: dict[str, Any]) -> str:
    return yaml_edits.edited(text, list(differences(yaml_text.read(text).content, wanted)), wanted)


TEXT = """\
# a rule
rule:   # of the board
  name: Vote
  who: [present]   # who was there
  threshold:
    kind: at-least
    of: 75%

  # after it
  quorum: {number: 2, note: "5.10"}
list:
  - key: a
    x: 1
  # before b
  - {key: b, x: 2}
end: true
"""

# (what is changed, what the text then is, by lines taken out and put in)
CHANGES = [
    (lambda it: it["rule"].update(threshold="at least 3/4"), ["  threshold:", "    kind: at-least", "    of: 75%"], ["  threshold: at least 3/4"]),
    (lambda it: it["rule"].pop("who"), ["  who: [present]   # who was there"], []),
    (lambda it: it["rule"].update(who=["a", "b"]), ["  who: [present]   # who was there"], ["  who: [a, b]   # who was there"]),
    (lambda it: it["rule"].update(base="present"), [], ["  base: present"]),
    (lambda it: it["rule"]["quorum"].pop("number"), ['  quorum: {number: 2, note: "5.10"}'], ["  quorum: {note: '5.10'}"]),
    (lambda it: it["list"][0].pop("key"), ["  - key: a", "    x: 1"], ["  - x: 1"]),
    (lambda it: it["list"][1].update(x=None), ["  - {key: b, x: 2}"], ["  - {key: b, x: null}"]),
    (lambda it: it.update(end=False), ["end: true"], ["end: false"]),
    (lambda it: it["list"].pop(), ["  - key: a", "    x: 1", "  # before b", "  - {key: b, x: 2}", "list:"], ["list: [{key: a, x: '1'}]"]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "out", "put"), CHANGES)
def test_a_change_touches_its_own_lines(change, out, put):
    wanted = copy.deepcopy(yaml_text.read(TEXT).content)
    change(wanted)
    done = edited(TEXT, wanted)
    assert yaml_text.read(done).content == wanted
    before, after = TEXT.splitlines(), done.splitlines()
    assert sorted(line for line in before if line not in after) == sorted(out)
    assert sorted(line for line in after if line not in before) == sorted(put)


def every(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from every(inner)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("seed", range(25))
def test_whatever_is_changed_is_what_is_read_afterwards(name, seed):
    chance = random.Random(seed)
    text = TEXTS[name]
    wanted = copy.deepcopy(yaml_text.read(text).content)
    for _ in range(chance.randint(1, 6)):
        block = chance.choice([found for found in every(wanted) if found])
        key = chance.choice(list(block))
        match chance.randrange(5):
            case 0:
                block[key] = chance.choice(["at least 2/3", "5.10", True, None, "a: b # c", "it's", "\u2014"])
            case 1 if len(block) > 1:
                del block[key]
            case 2:
                block[f"new-{seed}"] = chance.choice(["x", ["a", "b"], {"k": "v " * 80, "l": ["z"]}])
            case 3:
                block[key] = {"a": ["b" * 60] * 3, "c": {"d": "e"}}
            case _:
                block["renamed"] = block.pop(key)
    done = edited(text, wanted)
    assert yaml_text.read(done).content == wanted
    assert yaml_edits.comments(done)[:1] == yaml_edits.comments(text)[:1]
