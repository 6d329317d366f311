"""`python -m bot register verify --against`: an earlier export, as it comes back from people's own machines."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from handlers.agreements import loading
from storage.database import transaction
from storage.packs import pack_source, parse_pack
from tests.scenarios.conftest import london


@pytest.fixture
def compared(engine, database_url, monkeypatch, tmp_path):
    """Compare with an export that became of the one of now; what is said of it, and the exit code."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    source = pack_source("sefton-2022")
    with transaction(engine) as session:
        loading.load(session, parse_pack(source, file="x"), source=source, now=london("2022-12-16 09:30"), by="tests")
    exported = CliRunner().invoke(app, ["export", "register", "--agreement", "sefton-2022"]).stdout

    def with_what(became):
        file = tmp_path / "earlier.jsonl"
        file.write_bytes(became(exported))
        done = CliRunner().invoke(app, ["register", "verify", "--against", str(file)])
        return done.exit_code, done.output.splitlines()[-1].removeprefix(str(file))

    with_what.entries = len(exported.splitlines())
    with_what.line = json.loads(exported.splitlines()[-1])
    return with_what


SAVED = {
    "as it was": lambda text: text.encode(),
    "with a mark": lambda text: text.encode("utf-8-sig"),
    "Windows": lambda text: text.replace("\n", "\r\n").encode("utf-16"),
    "lines": lambda text: text.replace("\n", "\r\n").encode(),
}


@pytest.mark.parametrize("how", SAVED)
def test_an_export_that_was_saved_anew_is_the_same(compared, how):
    last = compared.entries
    assert compared(SAVED[how]) == (0, f"sefton-2022: the same up to entry {last}; nothing was written since.")


@pytest.mark.parametrize("how", SAVED)
def test_an_export_that_was_changed_or_cut_is_not_taken_for_a_head_that_stands_in_it(compared, how):
    last = compared.entries
    changed = compared(lambda text: SAVED[how](text.replace('"tests"', '"other"', 1)))
    assert changed == (
        1,
        " cannot be compared with. Line 1, entry 1, was changed after it was exported: its hash is another.",
    )
    cut = compared(lambda text: SAVED[how](text[:-20]))
    said = "is no entry of a register: it needs a number, a hash and the hash before."
    assert cut == (1, f" cannot be compared with. Line {last} {said}")
    begins = compared(lambda text: SAVED[how](text[5:]))
    assert begins == (1, f" cannot be compared with. Line 1 {said}")
