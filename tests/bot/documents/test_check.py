"""What strangers send to be signed: taken, or refused in a sentence, and never opened in the program itself."""

from __future__ import annotations

import hashlib
import json
import subprocess
import zlib

import pytest
import typer
from typer.testing import CliRunner

from bot.cli import document
from bot.documents.check import check
from bot.letters import set_letter
from rules.errors import Refusal
from tests.bot.documents.kit import PAGES, REFUSED, jpeg, pdf, raw, signature

app = typer.Typer()
app.command("check")(document.check)


@app.callback()
def _main():
    """Make `check` a command among others, as it is in the program."""


def object_stream_bomb():
    """A file whose objects lie in a stream that is half a gigabyte once it is unpacked."""
    inner = b"5 0 " + b" " * 500_000_000
    packed = zlib.compress(inner, 9)
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    first = raw(b"<< /Type /Catalog /Pages 2 0 R >>", *PAGES).partition(b"xref\n")[0]
    place = len(first)
    first += b"4 0 obj\n" + head + packed + b"\nendstream\nendobj\n"
    rows = [(0, 0, 0), *((1, first.find(b"%d 0 obj" % n), 0) for n in (1, 2, 3)), (1, place, 0), (2, 4, 0)]
    at = len(first)
    rows.append((1, at, 0))
    table = b"".join(bytes([kind]) + where.to_bytes(4) + bytes([more]) for kind, where, more in rows)
    told = b"<< /Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R /Length %d >>\nstream\n" % len(table)
    return first + b"6 0 obj\n" + told + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_is_refused_in_a_sentence(tmp_path, name):
    content, said = REFUSED[name]
    file = tmp_path / "sent.pdf"
    file.write_bytes(content() if callable(content) else content)  # what takes a second is packed here alone
    with pytest.raises(Refusal) as refused:
        check(file, "The plan.pdf")
    assert str(refused.value) == f"The plan.pdf {said}"


def test_what_would_take_all_memory_is_stopped_and_refused(tmp_path):
    file = tmp_path / "sent.pdf"
    file.write_bytes(object_stream_bomb())
    with pytest.raises(Refusal, match=r"sent\.pdf (takes too much memory|becomes too large)"):
        check(file)


def test_three_hundred_megabytes_are_refused_before_anybody_reads_them(tmp_path):
    file = tmp_path / "sent.pdf"
    with file.open("wb") as opened:
        opened.truncate(300_000_000)
    with pytest.raises(Refusal, match="larger than 50 MB"):
        check(file)


@pytest.mark.parametrize(("content", "kind", "pages"), [(pdf(pages=500), "pdf", 500), (jpeg(), "jpeg", 1)])
def test_what_can_be_taken_is_told_by_its_hash(tmp_path, content, kind, pages):
    file = tmp_path / "plan"
    file.write_bytes(content)
    found = check(file)
    assert (found.kind, found.pages, found.size_bytes, found.signed) == (kind, pages, len(content), False)
    tool = subprocess.run(["sha256sum", str(file)], capture_output=True, text=True, check=True)
    assert found.sha256 == tool.stdout.split()[0] == hashlib.sha256(content).hexdigest()


def test_a_letter_of_ours_can_be_taken(tmp_path):
    file = tmp_path / "letter.pdf"
    facts = {"agreement": "Sefton Partnership", "dated_on": "2022-12-16", "entries": [], "undeclared": None}
    file.write_bytes(set_letter("interests_register", facts).pdf)
    assert check(file).kind == "pdf"


def test_a_signature_that_is_there_already_is_noticed(tmp_path):
    file = tmp_path / "signed.pdf"
    file.write_bytes(pdf(signature))
    assert check(file).signed is True


def test_the_command_says_what_it_is_and_what_is_wrong(tmp_path):
    file = tmp_path / "plan.pdf"
    file.write_bytes(pdf(signature, pages=3))
    said = CliRunner().invoke(app, ["check", str(file)]).stdout
    assert "plan.pdf can be taken: a PDF of 3 pages," in said
    assert f"SHA-256: {hashlib.sha256(file.read_bytes()).hexdigest()}" in said
    assert "It carries an electronic signature already." in said
    assert json.loads(CliRunner().invoke(app, ["check", str(file), "--json"]).stdout)["pages"] == 3
    for wrong, words in ((tmp_path / "none.pdf", "cannot be read: No such file"), (tmp_path, "is no file.")):
        result = CliRunner().invoke(app, ["check", str(wrong)])
        assert (result.exit_code, result.stdout) == (2, "")
        assert words in result.stderr
