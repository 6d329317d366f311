"""What strangers send to be signed: taken, or refused in a sentence, and never opened in the program itself."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import zlib

import pikepdf
import pytest
import typer
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image
from typer.testing import CliRunner

from bot.cli import document
from bot.documents.check import check
from bot.letters import set_letter
from rules.errors import Refusal

app = typer.Typer()
app.command("check")(document.check)


@app.callback()
def _main():
    """Make `check` a command among others, as it is in the program."""


def pdf(change=None, *, pages=1, **saved):
    made = pikepdf.new()
    for _ in range(pages):
        made.add_blank_page()
    if change:
        change(made)
    out = io.BytesIO()
    made.save(out, **saved)
    return out.getvalue()


def jpeg(**saved):
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(out, "JPEG", **saved)
    return out.getvalue()


def action(kind, **more):
    def change(made):
        made.Root.OpenAction = Dictionary(S=Name(kind), **more)

    return change


def hidden_deep(made):
    made.Root.Odd = Array([Array([Dictionary(A=Dictionary(S=Name.JavaScript, JS=String("1")))])])


def in_annotation(made):
    made.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 1, 1])])


def attached(made):
    made.attachments["more.txt"] = b"more"


def form(made):
    field = made.make_indirect(Dictionary(FT=Name.Tx, T=String("name")))
    made.Root.AcroForm = Dictionary(Fields=Array([field]))


def xfa(made):
    made.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Stream(made, b"<xdp/>"))


def signature(made):
    value = made.make_indirect(Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite")))
    field = made.make_indirect(Dictionary(FT=Name.Sig, T=String("Sig1"), V=value))
    made.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)


def bomb(made):
    packed = zlib.compress(b"\0" * 200_000_000, 9)
    made.pages[0].Contents = Stream(made, packed, Filter=Name.FlateDecode)


def many_small_bombs(made):
    packed = zlib.compress(b"\0" * 19_000_000, 9)
    made.Root.Odd = Array([made.make_indirect(Stream(made, packed, Filter=Name.FlateDecode)) for _ in range(12)])


def packed_twice(made):
    packed = zlib.compress(zlib.compress(b"\0" * 200_000_000, 9), 9)
    made.pages[0].Contents = Stream(made, packed, Filter=Array([Name.FlateDecode, Name.FlateDecode]))


KEPT = {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none}


def raw(*objects):
    """A PDF written by hand, with whatever it says in its objects."""
    out, places = b"%PDF-1.7\n", []
    for number, written in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + tail


PAGES = (b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>")


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


SCRIPT = "has a script in it. Please print it to a PDF, and send that."
STARTS = "starts something when it is opened or pressed. Please print it to a PDF, and send that."
CARRIES = "carries other files in it. Please send each as a document of its own."
FORM = "is a form to fill in. Please print it to a PDF, and send that."
LOCKED = "is protected by a password or against changes. Please save it without protection."
DAMAGED = "is damaged: it does not open without repair. Please save it anew, and send that."
UNPACKED = "is much larger once it is unpacked than a document should be. Please save it anew."
NEITHER = "is neither a PDF nor a JPEG. Please save it as PDF, or send a scan as JPEG."
REFUSED = {
    "script on opening": (pdf(action("/JavaScript", JS=String("app.alert(1)"))), SCRIPT),
    "script, its name escaped": (
        raw(b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /J#61vaScript /J#53 (1) >> >>", *PAGES),
        SCRIPT,
    ),
    "script, deep in arrays": (pdf(hidden_deep), SCRIPT),
    "starts a program": (pdf(action("/Launch", F=String("cmd.exe"))), STARTS),
    "sends a form": (pdf(action("/SubmitForm", F=String("https://example.org"))), STARTS),
    "a file in an annotation": (pdf(in_annotation), CARRIES),
    "an attachment": (pdf(attached), CARRIES),
    "a form": (pdf(form), FORM),
    "a form of XFA": (pdf(xfa), FORM),
    "a password": (pdf(encryption=pikepdf.Encryption(owner="o", user="u")), LOCKED),
    "protected against changes": (pdf(encryption=pikepdf.Encryption(owner="o", user="")), LOCKED),
    "cut off": (pdf(pages=20)[:-200], DAMAGED),
    "a head alone": (b"%PDF-1.7\n", DAMAGED),
    "no page": (raw(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"), DAMAGED),
    "pages in a circle": (
        raw(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
        DAMAGED,
    ),
    "501 pages": (pdf(pages=501), "has more than 500 pages. Please send it in parts."),
    "200 MB in 200 KB": (lambda: pdf(bomb, **KEPT), UNPACKED),
    "many streams that are large together": (lambda: pdf(many_small_bombs, **KEPT), UNPACKED),
    "packed twice": (lambda: pdf(packed_twice, **KEPT), UNPACKED),
    "a page before the PDF begins": (b"<html>" + pdf(), NEITHER),
    "a picture of another kind": (b"\x89PNG\r\n\x1a\n", NEITHER),
    "a JPEG that is not one": (b"\xff\xd8\xff\xe0" + b"nothing" * 20, DAMAGED),
    "a JPEG cut off": (jpeg()[:-400], DAMAGED),
    "nothing": (b"", "is empty."),
}


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
    with pytest.raises(Refusal, match=r"sent\.pdf (takes too much memory|is much larger|is damaged)"):
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
