"""What a command says is so: what was saved is said after it is saved, and looking changes nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.cli.commands import COMMANDS
from tests.bot.documents.kit import pdf
from tests.patience import LONG_SECONDS

ROSTER = "name,partner,capacity\nAnn Lee,sefton-council,lead\n"
ROWS = "feature,number,criterion,gap,status\nShared vision,9.1,A vision,None,In part\n"
RUNNING = {"web", "clock", "demo"}
WRITING = {
    "migrate": [],
    "agreement load": ["sefton-2022"],
    "agreement renew": ["sefton-2022"],
    "document seal": ["none.pdf", "--out", "sealed.pdf"],
    "people import": ["roster.csv", "--agreement", "sefton-2022"],
    "tracker load": ["one-halton-2021"],
    "tracker import": ["rows.csv", "--agreement", "one-halton-2021"],
    "closed-days add": ["2027-06-14", "--why", "Proclaimed"],
    "backup": ["backup"],
    "restore": ["backup"],
    "go-live": ["--yes"],
}
OF_ONE = ["--agreement", "sefton-2022"]
READING = {
    "doctor": [],
    "due": [*OF_ONE, "--clock", "issue_discussion", "--from", "2022-12-16T17:30"],
    "calendar": [*OF_ONE, "--from", "2022-04-01", "--to", "2023-03-31"],
    "electorate": [*OF_ONE],
    "signatures": [*OF_ONE, "counterparts.csv"],
    "agreement check": ["sefton-2022"],
    "agreement schema": [],
    "agreement show": ["sefton-2022"],
    "agreement diff": ["sefton-2022", "one-halton-2021"],
    "agreement list": [],
    "document check": ["{file}"],
    "document verify": ["{file}"],
    "people list": [*OF_ONE],
    "register verify": [],
    "register check": [],
    "register show": ["SEF-1"],
    "tracker export": [*OF_ONE, "--out", "rows.csv"],
    "export register": [*OF_ONE],
    "export heads": [*OF_ONE, "--out", "heads"],
    "export interests": [*OF_ONE, "--out", "interests.csv"],
    "export review": ["SEF-R1", "--out", "report.md"],
    "export board-pack": [*OF_ONE, "--from", "2022-12-01", "--to", "2022-12-31", "--out", "packs"],
    "closed-days list": [],
}


def test_each_command_is_known_to_read_to_write_or_to_run():
    assert RUNNING | WRITING.keys() | READING.keys() == COMMANDS.keys()


@pytest.mark.parametrize("words", READING)
def test_a_command_that_reads_leaves_an_empty_folder_empty(words, tmp_path, monkeypatch):
    for name in [name for name in os.environ if name.startswith(("SLACK_", "SEAL_", "FILES_", "DATABASE_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SLACK_BOT_TOKEN", "-")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "-")
    monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:9/")  # where nobody is
    (file := tmp_path / "plan.pdf").write_bytes(pdf())
    empty = tmp_path / "empty"
    empty.mkdir()
    empty.chmod(0o555)
    monkeypatch.chdir(empty)
    done = CliRunner().invoke(app, [*words.split(), *(word.format(file=file) for word in READING[words])])
    assert list(empty.iterdir()) == []
    assert type(done.exception) in (type(None), SystemExit), done.exception
    assert done.output


def test_a_document_is_not_said_to_be_sealed_by_another_where_no_seal_is_known(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.pdf").write_bytes(pdf())
    done = CliRunner().invoke(app, ["document", "verify", "plan.pdf"])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "plan.pdf is not accepted. There is no certificate.pem in seal, so it is not known whose seal it should be. "
        "Please give the certificate of whoever sealed it with --certificate, or set SEAL_FOLDER.\n"
    )


@pytest.fixture
def unsaved(tmp_path, monkeypatch, request):
    """A database that takes whatever is written, and refuses to save it at the very end."""
    file = tmp_path / "accord.sqlite3"
    shutil.copyfile(request.getfixturevalue("_migrated_file"), file)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (tmp_path / "rows.csv").write_text(ROWS, encoding="utf-8")
    for name in ("sefton-2022", "one-halton-2021"):
        assert CliRunner().invoke(app, ["agreement", "load", name]).exit_code == 0
    with sqlite3.connect(file) as connection:
        connection.executescript(
            "CREATE TABLE there (id INTEGER PRIMARY KEY);"
            "CREATE TABLE odd (id INTEGER REFERENCES there (id) DEFERRABLE INITIALLY DEFERRED);"
            + "".join(
                f"CREATE TRIGGER late_{table} AFTER INSERT ON {table} BEGIN INSERT INTO odd VALUES (1); END;"
                for table in ("register", "proclamations")
            )
        )
    return file


def held(file):
    with sqlite3.connect(file) as connection:
        return list(connection.iterdump())


@pytest.mark.parametrize("words", ["people import", "tracker load", "tracker import", "closed-days add"])
def test_nothing_is_said_to_be_saved_that_is_not(words, unsaved):
    before = held(unsaved)
    done = CliRunner().invoke(app, [*words.split(), *WRITING[words]])
    assert done.exit_code != 0
    assert done.stdout == ""
    assert held(unsaved) == before


def test_a_pack_is_not_said_to_be_loaded_that_is_not(unsaved):
    done = CliRunner().invoke(app, ["agreement", "load", "mid-south-essex-2020"])
    assert (done.exit_code != 0, done.stdout) == (True, "")


def test_a_reader_who_stops_listening_undoes_nothing(tmp_path, request):
    file = tmp_path / "accord.sqlite3"
    shutil.copyfile(request.getfixturevalue("_migrated_file"), file)
    reads, writes = os.pipe()
    os.close(reads)  # as with `| head -0`
    root = Path(__file__).parents[3]
    words = [sys.executable, "-m", "bot", "agreement", "load", "sefton-2022"]
    known = {**os.environ, "DATABASE_URL": f"sqlite:///{file}"}
    subprocess.run(words, stdout=writes, cwd=root, env=known, check=False, timeout=LONG_SECONDS)
    os.close(writes)
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT key FROM agreements").fetchall() == [("sefton-2022",)]
