"""`python -m bot export interests`: what it writes, and what it says when it cannot."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.letters import FONTS
from handlers.agreements import loading
from storage.database import transaction
from storage.packs import pack_source, parse_pack
from tests.pdfs import read
from tests.scenarios.conftest import london


@pytest.fixture
def exports(engine, database_url, monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.chdir(tmp_path)
    source = pack_source("sefton-2022")
    with transaction(engine) as session:
        loading.load(session, parse_pack(source, file="x"), source=source, now=london("2022-12-16 09:30"), by="tests")

    def run(*words):
        return CliRunner().invoke(app, ["export", "interests", "--agreement", "sefton-2022", *words])

    return run


def test_it_writes_each_format(exports, tmp_path):
    for kind, begins in (("csv", b"\xef\xbb\xbfreference,title"), ("xlsx", b"PK"), ("pdf", b"%PDF-")):
        done = exports("--format", kind, "--out", f"interests.{kind}")
        assert (done.exit_code, done.output) == (0, f"interests.{kind}: 0 entries.\n")
        assert (tmp_path / f"interests.{kind}").read_bytes().startswith(begins)
    assert "Nothing is declared." in read((tmp_path / "interests.pdf").read_bytes())


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(exports):
    done = exports("--out", str(FONTS / "nowhere" / "x.csv"))
    assert done.exit_code == 1
    assert "can't be written: No such file or directory." in done.output
    assert "Traceback" not in done.output
