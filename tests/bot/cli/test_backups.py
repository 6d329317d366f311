"""`backup`, `restore`, `go-live` and what `doctor` says of them, as whoever runs Accord reads it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import update
from typer.testing import CliRunner

from bot.__main__ import app
from bot.now import read_clock
from storage.backups import Backup
from storage.database import open_engine, transaction

SHA256 = re.compile(r"[0-9a-f]{64}")
WHEN = re.compile(r"\w{3} \d+ \w{3} \d{4} at \d\d:\d\d")


TAKEN = (
    "The database holds something already, and a restore never replaces anything. Please name an empty one "
    "(--into sqlite:///NEW.sqlite3), or move the old one away first."
)
NEXT = "SEF-101, SEF-D101, SEF-C101, SEF-A101, SEF-S101, SEF-R101, SEF-MS201, SEF-M101, SEF-T101"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """A function that types a command in a folder of its own, and returns its exit code and what it prints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-practice")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "practice-secret")
    monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:9/")
    monkeypatch.delenv("DATABASE_URL", raising=False)

    def typed(line):
        done = CliRunner().invoke(app, line.split())
        return done.exit_code, WHEN.sub("WHEN", SHA256.sub("HASH", done.output)).splitlines()

    return typed


def doctor(run):
    return [line for line in run("doctor")[1] if re.search(r"backup|restore", line)]


def test_a_backup_is_made_checked_restored_and_let_go_on(run, tmp_path, monkeypatch):
    run("migrate")
    run("agreement load sefton-2022")
    assert doctor(run) == ["ok        backup (none yet)"]
    code, (taken, manifest) = run("backup monday")
    assert (code, re.sub(r"[\d,]+ bytes", "N bytes", taken)) == (0, "Backed up to monday: 1 file, N bytes.")
    assert manifest == "SHA-256 of its manifest: HASH"
    whole = ["Whole: the backup of WHEN, 1 file.", "sefton-2022: 3 entries, last hash HASH", manifest]
    assert run("backup monday --check") == (0, whole)
    assert doctor(run) == ["ok        backup (the last one is 0 days old)"]
    assert run("backup monday") == (
        1,
        ["monday is there already, and a backup never replaces another. Please give a new name."],
    )
    assert run("restore monday") == (1, [TAKEN])
    assert run("restore monday --into sqlite:///again.sqlite3") == (
        0,
        [
            "Restored: the backup of WHEN. Nothing is sent, and nobody can act yet.",
            "Set DATABASE_URL to sqlite:///again.sqlite3. See what would be sent with: python -m bot go-live",
        ],
    )
    monkeypatch.setenv("DATABASE_URL", "sqlite:///again.sqlite3")
    assert doctor(run) == [
        "ok        backup (the last one is 0 days old)",
        "NOT WELL  restore: it was put back from a backup and sends nothing yet; run python -m bot go-live",
    ]
    shown = [
        "Restored WHEN from the backup of WHEN.",
        "What was done in between is not in it: please tell people to do it again.",
        "May have gone out already, and goes out, perhaps once more: 0 messages.",
        "Has become due since, and goes out: 0 messages.",
        "Reminders and daily lists that are due follow within a minute, once each.",
        f"sefton-2022: the next numbers are {NEXT}.",
    ]
    assert run("go-live") == (0, [*shown, "Nothing is sent yet. To let it go on: python -m bot go-live --yes"])
    assert run("go-live --yes") == (0, [*shown, "It is live."])
    assert run("go-live --yes") == (1, ["No restored database waits here: there is nothing to let go on."])
    assert run("register verify") == (0, ["sefton-2022: whole, 4 entries, last hash HASH"])


def test_a_backup_of_more_than_a_week_is_not_well(run, tmp_path):
    run("migrate")
    run("agreement load sefton-2022")
    run("backup monday")
    engine = open_engine("sqlite:///accord.sqlite3")
    with transaction(engine) as session:
        session.execute(update(Backup).values(made_at=read_clock() - timedelta(days=8, minutes=1)))
    engine.dispose()
    assert doctor(run) == [
        "NOT WELL  backup (the last one is 8 days old): make one now, and every night: python -m bot backup FOLDER"
    ]


def test_what_cannot_be_done_is_said(run, tmp_path):
    run("migrate")
    run("agreement load sefton-2022")
    assert run("backup none/monday") == (1, ["There is no folder none. Please make it first, or name another."])
    assert run("backup monday --check") == (1, ["monday is no backup: there is no manifest.json in it."])
    assert run("restore monday --into http://example.org") == (
        2,
        ["DATABASE_URL is not usable: write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME."],
    )
    run("backup monday")
    (tmp_path / "monday" / "database.sqlite3").write_bytes(b"none")
    wrong = "database.sqlite3 was changed: it has other bytes than the manifest says."
    assert run("backup monday --check") == (1, [f"This backup of WHEN is NOT WHOLE. {wrong}"])
    assert run("restore monday --into sqlite:///again.sqlite3") == (
        1,
        [f"This backup is not whole, and nothing was restored. {wrong}"],
    )
    assert not (tmp_path / "again.sqlite3").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["accord.sqlite3", "monday"]
