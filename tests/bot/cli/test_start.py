"""A command starts with what it needs: how many modules it imports, and of which libraries. Nothing is timed."""

from __future__ import annotations

import sys

import pytest

from tests.bench.start import NOTHING, WAYS, start

READING_A_PACK = {"bot", "rules", "storage", "pydantic", "pydantic_core", "annotated_types", "ruamel", "holidays",
                  "dateutil", "six", "tzdata", "typing_extensions", "typing_inspection"}  # fmt: skip
BEING_A_COMMAND = {"typer", "annotated_doc", "shellingham"}


@pytest.mark.parametrize("name", ["due", "agreement check"])
def test_a_command_on_a_pack_imports_no_library_but_those_that_read_packs(name):
    started = start(WAYS[name])
    libraries = {module.partition(".")[0] for module in started.modules - start(NOTHING).modules}
    pythons_own = sys.stdlib_module_names | {name for name in libraries if name.startswith("_sysconfigdata")}
    assert libraries - pythons_own - READING_A_PACK - BEING_A_COMMAND == set()
    assert {"bot.cli.commands", "rules.terms", "storage.packs"} <= started.modules
    assert len(started.modules) < WAYS[name].most_modules
