"""The scripts of the page: what each of them needs lies below it."""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from pathlib import Path

import bot.practice

STATIC = Path(bot.practice.__file__).parent / "static"
IMPORTED = re.compile(r'\b(?:from|import)\s*\(?\s*"\./([^"]+)"')
NEEDS = {script.name: set(IMPORTED.findall(script.read_text(encoding="utf-8"))) for script in STATIC.glob("*.js")}


def test_no_scripts_import_each_other_in_a_circle() -> None:
    lowest_first = list(TopologicalSorter(NEEDS).static_order())  # a circle raises CycleError, which names it
    assert (lowest_first[0], lowest_first[-1]) == ("dom.js", "page.js")


def test_every_script_is_part_of_the_page() -> None:
    assert set().union(*NEEDS.values()) | {"page.js"} == set(NEEDS)
