"""A pack's file is put into the words of today, and nothing else of it is touched."""

from __future__ import annotations

import difflib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from rules.older_unacted import without_unacted
from storage.pack_renewal import renewal
from storage.packs import parse_pack
from tests.scenarios.upgrade import kit

ROOT = Path(__file__).parent.parent.parent.parent
SMALL = (ROOT / "tests" / "agreements" / "small.yaml").read_text()
OLDER = SMALL.replace(
    "    outcome: decision\n    reports_to: [council]\n",
    "    outcome: decision  # as 6.1 says\n    # The council looks at it each spring.\n    temporary: true   # for now\n"
    "    delegated:\n      # read from 6.2\n      - Roads\n      - Rivers\n    reports_to: [council]\n",
    1,
).replace("outside: true}", "outside: true, temporary: true}", 1)


def renewed(file: Path):
    return CliRunner().invoke(app, ["agreement", "renew", str(file)])


def test_only_what_is_said_in_older_words_is_written_anew(tmp_path):
    pack = tmp_path / "pack.yaml"
    pack.write_text(OLDER)
    done = renewed(pack)
    assert done.exit_code == 0
    assert done.output.splitlines() == [
        f"{pack} is in the words of today: 3 places changed.",
        "- forums.board.temporary",
        "    was: true",
        "- forums.board.delegated",
        "    was: [Roads, Rivers]",
        "- forums.council.temporary",
        "    was: true",
        "These comments stood in what was written anew, and are gone:",
        "    # for now",
        "    # read from 6.2",
    ]
    changed = [
        line
        for line in difflib.unified_diff(OLDER.splitlines(), pack.read_text().splitlines(), lineterm="", n=0)
        if line[0] in "+-" and line[:3] not in ("+++", "---")
    ]
    assert changed == [
        "-    temporary: true   # for now",
        "-    delegated:",
        "-      # read from 6.2",
        "-      - Roads",
        "-      - Rivers",
        "-  - {key: council, name: Council, kind: committee, outcome: decision, outside: true, temporary: true}",
        "+  - {key: council, name: Council, kind: committee, outcome: decision, outside: true}",
    ]


def test_the_page_on_the_command_line_shows_what_is_printed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    sefton = (ROOT / "templates" / "agreements" / "sefton-2022.yaml").read_text()
    Path("my-town.yaml").write_text(
        sefton.replace("  counterparts: false\n", "  counterparts: false\n  on_behalf_allowed: true\n")
    )
    done = renewed(Path("my-town.yaml"))
    shown = f"```text\n$ python -m bot agreement renew my-town.yaml\n{done.output}```"
    assert shown in (ROOT / "docs" / "commands.md").read_text()
    assert Path("my-town.yaml").read_text() == sefton


def test_the_checker_reads_older_words_and_says_how_to_have_those_of_today(tmp_path):
    pack = tmp_path / "pack.yaml"
    pack.write_text(OLDER)

    def remarked() -> list[str]:
        done = CliRunner().invoke(app, ["agreement", "check", str(pack)])
        assert done.exit_code == 0
        return [line for line in done.output.splitlines() if "older words" in line]

    assert remarked() == [
        (
            f"{pack}:1: Some of it is written in older words, which are read as well: forums. To have it in those of today: "
            f"python -m bot agreement renew {pack}"
        )
    ]
    renewed(pack)
    assert remarked() == []


def test_a_second_time_nothing_changes(tmp_path):
    pack = tmp_path / "pack.yaml"
    pack.write_text(OLDER)
    renewed(pack)
    before = pack.read_bytes()
    assert renewed(pack).output == f"{pack} is in the words of today already; nothing changed.\n"
    assert pack.read_bytes() == before


def test_line_ends_and_permissions_stay(tmp_path):
    pack = tmp_path / "pack.yaml"
    pack.write_bytes(OLDER.replace("\n", "\r\n").encode())
    pack.chmod(0o640)
    renewed(pack)
    written = pack.read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n")
    assert b"temporary" not in written
    assert pack.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in tmp_path.iterdir()] == ["pack.yaml"]


def test_a_byte_order_mark_and_mixed_line_ends_stay(tmp_path):
    pack = tmp_path / "pack.yaml"
    lines = OLDER.splitlines()
    head, tail = "\r\n".join(lines[:40]) + "\r\n", "\n".join(lines[40:]) + "\n"
    pack.write_bytes(b"\xef\xbb\xbf" + (head + tail).encode())
    renewed(pack)
    written = pack.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf" + head.encode())
    assert b"\r\n" not in written[3 + len(head.encode()) :]
    assert b"temporary" not in written


def test_a_pack_that_has_faults_beside_is_renewed_and_they_are_named(tmp_path):
    pack = tmp_path / "pack.yaml"
    pack.write_text(OLDER.replace("clock: talk", "clock: walk"))
    done = renewed(pack)
    assert done.exit_code == 0
    assert done.output.splitlines()[-1] == f"It has 1 fault: python -m bot agreement check {pack}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The file is empty."),
        ("id: x\n\ty: 1\n", "There is a tab here."),
        ("id: x\nid: y\n", "id is written twice"),
        ("- a\n", "The file is a list."),
    ],
)
def test_what_is_no_pack_is_refused_and_stays_as_it_is(tmp_path, text, words):
    pack = tmp_path / "pack.yaml"
    pack.write_text(text)
    done = renewed(pack)
    assert done.exit_code == 1
    assert words in done.stderr
    assert pack.read_text() == text


def test_a_pack_that_comes_with_accord_is_not_written():
    done = CliRunner().invoke(app, ["agreement", "renew", "sefton-2022"])
    assert done.exit_code == 2
    assert done.stderr == "sefton-2022 comes with Accord, in the words of today. Name a file of your own.\n"


def test_a_file_that_is_not_there_is_said(tmp_path):
    done = renewed(tmp_path / "none.yaml")
    assert done.exit_code == 1
    assert "There is no such file." in done.stderr


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"forums": None, "signatures": None},
        {"forums": {"temporary": True}, "signatures": []},
        {"forums": [None, "x", {"temporary": 1, "key": "a"}], "signatures": {"on_behalf_allowed": [1]}},
    ],
)
def test_words_that_nothing_acts_on_go_whatever_stands_there(odd):
    once = without_unacted(odd)
    assert without_unacted(once) == once
    assert set(once) == set(odd)
    left = [name for forum in once.get("forums") or [] if isinstance(forum, dict) for name in forum]
    assert left == (["key"] if isinstance(odd.get("forums"), list) else [])


def stored() -> dict[str, str]:
    """Return the packs that were loaded at commit b9e7bd4, as their authors wrote them, by agreement."""
    found = {}
    for dump in ("b9e7bd4.sql", "ladder-b9e7bd4.sql"):
        with closing(sqlite3.connect(":memory:")) as database:
            kit.put_then(database, dump)
            rows = "SELECT key, source FROM terms JOIN agreements ON agreements.id = terms.agreement_id"
            found |= {f"{key} of {dump}": source for key, source in database.execute(rows)}
    return found


STORED = stored()


@pytest.mark.parametrize("key", STORED)
def test_what_earlier_versions_read_is_renewed_and_says_the_same(key):
    older = STORED[key].replace("of: 75%", "of: 3/4")  # a per cent is refused, with what to write
    done = renewal(older, file=key)
    assert done.changes
    assert done.lost == ()
    assert parse_pack(done.text, file=key) == parse_pack(older, file=key)
    assert renewal(done.text, file=key).changes == ()
    kept = [line for line in done.text.splitlines() if line not in older.splitlines()]
    assert len(kept) <= len(done.changes)
