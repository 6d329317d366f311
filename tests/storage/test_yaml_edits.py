"""A text with changes made in it says what is wanted, and the rest of it stands as it did."""

from __future__ import annotations

import copy
import difflib
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rules.older_words import renewed
from rules.renewal import NOTHING, differences
from storage import yaml_edits, yaml_text
from tests.storage.layouts import Layout

ROOT = Path(__file__).parent.parent.parent
TEXTS = {
    "small": (ROOT / "tests/agreements/small.yaml").read_text(),
    "essex": (ROOT / "templates/agreements/mid-south-essex-2020.yaml").read_text(),
}


def edited(text: str, wanted: dict[str, Any]) -> str:
    return yaml_edits.edited(text, yaml_text.read(text).content, wanted)


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
    (lambda it: it["rule"]["quorum"].pop("number"), ['  quorum: {number: 2, note: "5.10"}'], ['  quorum: {note: "5.10"}']),
    (lambda it: it["list"][0].pop("key"), ["  - key: a", "    x: 1"], ["  - x: 1"]),
    (lambda it: it["list"][1].update(x=None), ["  - {key: b, x: 2}"], ["  - {key: b, x: null}"]),
    (lambda it: it.update(end=False), ["end: true"], ["end: false"]),
    (lambda it: it["list"].pop(), ["  - key: a", "    x: 1", "  # before b", "  - {key: b, x: 2}", "list:"], ["list: [{key: a, x: 1}]"]),
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


# --- In whatever layout --------------------------------------------------------------------------------------------

# What older words there are, each beside what stays.
OLDER = {
    "clocks": {
        "talk": {"counts_from": "stage-entered", "limit": {"number": "10", "unit": "calendar-days"}},
        "day": {"name": "Day", "counts_from": "fixed-date", "on": "2022-07-01"},
    },
    "forums": [
        {
            "key": "a",
            "temporary": True,
            "name": "A",
            "delegated": ["x", "y"],
            "notice": {"limit": {"number": "5", "unit": "clear-days", "direction": "before"}},
        },
        {"temporary": False, "key": "b"},
        {"key": "c", "note": "long " * 59 + "line", "papers": {"limit": "5 clear days before"}},
    ],
    "decision_rules": {
        "one": {
            "counts": "partners",
            "who": ["eligible", "present"],
            "threshold": {"kind": "at-least", "of": "3/4"},
            "quorum": {"number": "2", "fraction": "50%"},
        },
        "two": {"counts": "seats", "forum": "a", "threshold": {"kind": "unanimous"}, "name": 'It\'s "x": # no'},
        "three": {"who": ["all-but-concerned"], "clause": "5.10", "conflicted": "in-base", "threshold": "all"},
    },
    "conflicts": {"within": {"number": "28", "unit": "calendar-days"}, "consent_within": "10 calendar-days"},
    "reviews": [
        {"key": "y", "counts_from": "fixed-date", "on": "2022-07-01", "every": {"number": "6", "unit": "months"}}
    ],
    "signatures": {"on_behalf_allowed": True, "forms": ["wet-ink"]},
    "open": [{"key": "o", "path": "clocks.talk.on", "choices": ["stage-entered"]}],
    "empty": None,
    "none": {},
    "list": [],
    "text": "\u2014 \u00e9 5.10",
}
WRITTEN_ANEW = yaml_text.write(renewed(OLDER))


def may_change(text: str) -> set[int]:
    """Return the lines, from 0, on which something stands that says something else in the words of today."""
    known = list(yaml_text.read(text).lines.items())
    found = set[int]()
    for change in differences(OLDER, renewed(OLDER)):
        about = change.path[:-1] if change.was is NOTHING else change.path
        inside = [number for number, (path, _) in enumerate(known) if path[: len(about)] == about]
        after = known[inside[-1] + 1 :]
        found |= set(range(known[inside[0]][1] - 1, after[0][1] if after else text.count("\n") + 2))
    return found


@pytest.mark.parametrize("seed", range(24))
def test_in_any_layout_only_the_lines_of_changes_are_written_anew(seed):
    text = Layout(random.Random(seed)).text(OLDER).removeprefix("\ufeff")
    assert yaml_text.read(text).content == OLDER
    done = yaml_edits.edited(text, OLDER, renewed(OLDER))
    assert yaml_text.read(done).content == renewed(OLDER)
    assert done != WRITTEN_ANEW
    before, after = text.splitlines(keepends=True), done.splitlines(keepends=True)
    steps = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    gone = {number for kind, first, last, *_ in steps if kind in ("replace", "delete") for number in range(first, last)}
    assert gone <= may_change(text)
    assert yaml_edits.edited(done, renewed(OLDER), renewed(OLDER)) == done


def test_numbers_stand_without_quotes_where_they_did():
    text = "quorum: {number: 2, fraction: 50%}\nwithin: {number: 28, unit: calendar-days, clause: '5.10'}\n"
    before = yaml_text.read(text).content
    wanted = {"quorum": {"number": "2", "fraction": "1/2"}, "within": {"from": "aware", "limit": before["within"]}}
    assert yaml_edits.edited(text, before, wanted) == (
        "quorum: {number: 2, fraction: 1/2}\nwithin: {from: aware, limit: {number: 28, unit: calendar-days, clause: '5.10'}}\n"
    )


def test_comments_are_told_from_what_only_looks_like_one():
    text = "# one\na: 'x # no'  # two\nb: c#no\nd: {e: \"# no\", # three\n  f: 1}\ng: |\n  # no\n# four\n"
    assert yaml_edits.comments(text) == ["# one", "# two", "# three", "# four"]
    assert yaml_edits.comments("a: 1") == []
