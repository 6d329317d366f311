"""The executed copy: what is on its pages, what is attached, what it refuses, and that nobody can change it."""

from __future__ import annotations

import hashlib
import io
import random
import re
import shutil
import subprocess

import pikepdf
import pypdfium2
import pytest
import typer
from hypothesis import given, settings, strategies as st
from PIL import Image
from pyhanko.pdf_utils.reader import PdfFileReader
from typer.testing import CliRunner

from bot.cli import document as cli
from bot.documents.executed import compose, issue
from bot.documents.joining import attached, reference_of
from bot.documents.seal import own_seal, verify
from bot.now import read_clock
from rules.errors import Refusal
from tests.bot.documents.copy_facts import (
    HEAD,
    PARTNERS,
    STATEMENT,
    counterpart,
    event,
    facts,
    scan_jpeg,
    source,
    tagged_pdf,
    written_pdf,
)
from tests.bot.documents.kit import pdf, signature
from tests.hostile import CONTROLS, MARKUP, UNSEEN, all_of

PDFSIG = shutil.which("pdfsig")

app = typer.Typer()
app.command("verify")(cli.verify)
app.command("check")(cli.check)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="module")
def plan(folder):
    return source(folder, "plan.pdf", tagged_pdf())


@pytest.fixture(scope="module")
def scans(folder):
    jpeg = source(folder, "icb.jpg", scan_jpeg("Signed for the ICB"))
    return jpeg, source(folder, "council.pdf", written_pdf("Signed for the council", "Witnessed"))


@pytest.fixture(scope="module")
def copy(plan, scans):
    return compose(facts(plan, scans), plan, scans)


@pytest.fixture(scope="module")
def mine(tmp_path_factory):
    return own_seal(tmp_path_factory.mktemp("seal"), read_clock())


@pytest.fixture(scope="module")
def sealed(plan, scans, mine):
    return issue(facts(plan, scans), plan, scans, mine, timestamps=None)


def read(content):
    """The text of each page, with single spaces."""
    opened = pypdfium2.PdfDocument(content)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in opened]
    finally:
        opened.close()


def letters(text):
    """A text without what breaking a line may add or take."""
    return re.sub(r"\W", "", text)


def opened(content):
    return pikepdf.open(io.BytesIO(content))


# --- What is on its pages -----------------------------------------------------------------------------------------


def test_the_parts_follow_each_other_and_the_certificate_says_where(copy):
    pages = read(copy)
    plan_page, signature_page, picture, council, witnessed, certificate = (0, 4, 5, 6, 7, 8)
    assert "The plan, page 1." in pages[plan_page]
    assert "The plan, page 3." in pages[signature_page - 1] + pages[signature_page - 2]
    assert pages[signature_page].startswith("Signature page Collaboration agreement 2022")
    assert pages[picture] == ""
    assert (pages[council], pages[witnessed]) == ("Signed for the council", "Witnessed")
    assert pages[certificate].startswith("Certificate Collaboration agreement 2022")
    for said in ("1 to 4 The document, plan.pdf", "5 The signature page", "6 The counterpart of ICB, icb.jpg",
                 "7 to 8 The counterpart of Sefton Council, council.pdf", "9 to the end This certificate"):  # fmt: skip
        assert said in pages[certificate]


def test_the_signature_page_names_each_partner_and_the_words_they_signed_under(copy):
    page = read(copy)[4]
    for organisation, _, name, position in PARTNERS:
        assert organisation in page
        assert position in page
        if not name.startswith("م"):  # its letters are drawn joined, from right to left
            assert letters(name) in letters(page)
    assert STATEMENT in page
    assert "Organisation Name in print Position Signed on How" in page
    assert "Mon 5 Dec 2022 On paper, scanned" in page
    assert "Thu 15 Dec 2022 In the chat" in page
    assert "Takes effect on: Mon 19 Dec 2022, clause 15.3" in page


def test_the_certificate_has_each_event_with_its_proof_and_the_registers_hash(copy, plan, scans):
    text = " ".join(read(copy)[8:])
    for sha256 in (plan.sha256, *(scan.sha256 for scan in scans)):
        assert f"SHA-256: {sha256}" in text
    assert "3 2022-12-05 09:00:07 Pia Jones, for ICB: signed (on paper, scanned)" in text
    came = "By a form in the chat, workspace T024BE7LD, account U0G9QF9C6, number V04ABCDEF000"
    assert letters(f"{came} Arrived as message 1671451203.000000 in channel D012345678") in letters(text)
    assert f"Entry's hash: {HEAD[:16]}…" in text
    assert f"Register: sefton-2022 Entries when this was issued: 41 Last hash: {HEAD}" in text
    assert not re.search(r"\b(None|True|False)\b|[{}]|\[\w", text)


def test_the_certificate_says_of_each_what_it_was_shown_and_what_was_not_checked(plan, scans):
    given = facts(plan, scans)
    post, report = given["counterparts"][4], given["counterparts"][6]
    post |= {"statement": None, "route": "behalf", "recorded_by": "Sam", "evidence": "E-mail of 9 December"}
    post |= {"dated_before": "Signed at the board before."}
    report |= {"statement": None, "route": "reported", "recorded_by": "Asha"}
    given["counterparts"][0] |= {"looked_by": "Sam", "looked_at": "2022-12-06T11:00:00+00:00"}
    given["counterparts"][1] |= {"is_document": True}
    given["events"].append(event(19, report, person=None, route="e-mail", words="was told"))
    given["counterparts"].append(counterpart(*PARTNERS[4], counts=False, route="reported", recorded_by="Asha"))
    given["events"].append(event(20, post, on_behalf=True, person="Sam", receipt=None, hash=None))
    given["rejected"] = [
        {
            "short": "LUHFT",
            "name": "Dr Grey",
            "signed_on": "2022-12-01",
            "file": "first.pdf",
            "sha256": HEAD,
            "reason": "No signature is on it.",
            "by": "Sam",
            "at": "2022-12-04T11:00:00+00:00",
        }
    ]
    pages = read(compose(given, plan, scans))
    assert "Medical director Fri 9 Dec 2022 Recorded by Sam; dated before this version was put to signature" in pages[4]
    assert "These words were shown to those who signed in the chat. On paper, each signed under" in pages[4]
    assert "Signed as well These counterparts came beside one" in pages[4] + pages[5]
    text = " ".join(pages)
    for said in (
        "Nothing by Accord: it was signed on paper. Sam handed the scan in, 2022-12-05 10:00:00 UTC",
        "The file is another one than the document; Sam looked at it, 2022-12-06 11:00:00 UTC",
        "This file is the document itself, byte for byte: whatever was signed, it is not on it",
        "In a form in the chat, handed in 2022-12-07 10:00:00 UTC: the document's name, its version and its SHA-256",
        "That they read the document, and have the authority, is what they ticked",
        "Nothing by Accord: Sam recorded what came another way, 2022-12-09 10:00:00 UTC",
        "It is dated before this version was put to signature: Signed at the board before.",
        "Nothing by Accord: Asha recorded what was reported, 2022-12-11 10:00:00 UTC",
        "Who signed, and on which day, is as it was stated: no copy was given",
        f"were shown this statement: {STATEMENT}",
        "Copies that were rejected These were handed in and do not count.",
        "No signature is on it.",
        f"SHA-256: {HEAD}",
        "Accord, for Healthwatch Sefton: was told (e-mail)",
        "Recorded on its behalf by Sam; dated before it was asked for Evidence: E-mail of 9 December",
        "Reported by Asha; beside one given already",
        "Sam, on behalf of LUHFT: signed",
    ):
        assert letters(said) in letters(text), said


@pytest.mark.parametrize(("partners", "events"), [(1, 1), (21, 200)])
def test_many_partners_and_events_take_the_pages_they_need(plan, partners, events):
    several = [
        (f"{organisation} {number}", f"{short} {number}", name, position)
        for number, (organisation, short, name, position) in enumerate((PARTNERS * 2)[:partners])
    ]
    text = " ".join(read(compose(facts(plan, partners=several, events=events), plan, ())))
    assert all(f"V04ABCDEF{number:03}" in text for number in range(events))
    assert all(short in text for _, short, *_ in several)


@pytest.mark.parametrize(("name", "text"), all_of(MARKUP, CONTROLS, UNSEEN).items())
def test_what_people_are_called_makes_no_row_no_cell_and_no_mark(plan, name, text):
    hostile = "a cell\n| a | row\n|= columns " + text.encode("utf-8", "ignore").decode()
    one = (hostile, hostile[:40], hostile, hostile)
    made = compose(facts(plan, partners=[one]), plan, ())
    assert "a cell | a | row |= columns" in " ".join(read(made))
    assert b"/JavaScript" not in made


def test_a_name_without_a_space_stays_on_the_page(plan):
    one = ("Foundation" * 30, "x" * 70, "Ŵ" * 200, "Ω" * 80)
    opened_copy = pypdfium2.PdfDocument(compose(facts(plan, partners=[one]), plan, ()))
    try:
        for page in opened_copy:
            words = page.get_textpage()
            right = [words.get_rect(index)[2] for index in range(words.count_rects())]
            assert max(right, default=0) < 595 - 40
    finally:
        opened_copy.close()


# --- What is attached, and what it says of itself -----------------------------------------------------------------


def test_every_file_is_attached_as_it_was_received(copy, plan, scans):
    assert attached(copy) == {one.name: one.sha256 for one in (plan, *scans)}
    with opened(copy) as whole:
        assert [str(one.AFRelationship) for one in whole.Root.AF] == ["/Source"] * 3
        for one in (plan, *scans):
            assert whole.attachments[one.name].get_file().read_bytes() == one.file.read_bytes()


def test_it_can_be_told_by_its_reference_and_its_outline_names_the_parts(copy):
    assert reference_of(copy) == "SEF-S1"
    assert reference_of(pdf()) is None
    assert reference_of(b"no PDF") is None
    with opened(copy) as whole:
        assert str(whole.docinfo.Title) == "SEF-S1: Collaboration agreement 2022"
        with whole.open_outline() as outline:
            names = [item.title for item in outline.root]
            assert names == ["plan.pdf", "SEF-S1: signature page", "ICB: icb.jpg", "Sefton Council: council.pdf",
                             "SEF-S1: certificate"]  # fmt: skip
            assert [item.title for item in outline.root[0].children] != []


def test_files_of_one_name_are_told_apart_and_one_paper_of_two_partners_is_held_once(folder, plan):
    one, other = (source(folder, "scan.jpg", scan_jpeg(words)) for words in ("one", "other"))
    named = source(folder, "a/b:\u202ec\n.pdf", written_pdf("named oddly"))
    given = facts(plan, (one, other, one, named))
    made = compose(given, plan, (one, other, named))
    assert list(attached(made)) == ["a b c .pdf", "plan.pdf", "scan (2).jpg", "scan.jpg"]
    assert "The counterpart of ICB and Mersey Care, scan.jpg" in " ".join(read(made))


# --- What cannot be joined ----------------------------------------------------------------------------------------


def test_a_link_is_named_and_nothing_stands_in_its_place(scans):
    made = compose(facts(None, scans), None, scans)
    pages = read(made)
    assert pages[0].startswith("Signature page")
    assert "Where it is: https://example.org/plan.pdf" in pages[0]
    assert "The document was given as a link, so its pages are not in this PDF." in pages[0]
    assert sorted(attached(made)) == ["council.pdf", "icb.jpg"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "http://example.org"])
def test_only_a_safe_address_can_be_followed(address):
    given = facts()
    given["document"]["link"] = address
    made = compose(given, None, ())
    assert address in read(made)[0]
    with opened(made) as whole:
        assert [found for page in whole.pages for found in page.obj.get("/Annots", [])] == []


def test_what_carries_a_signature_of_its_own_is_attached_only(folder, mine):
    signed = source(folder, "deed.pdf", pdf(signature, pages=2))
    theirs = source(folder, "docusign.pdf", pdf(signature))
    given = facts(signed, (theirs,))
    made = issue(given, signed, (theirs,), mine, timestamps=None)
    text = " ".join(read(made))
    assert "The document carries an electronic signature of its own" in text
    assert "Attached only The document, deed.pdf. It has an electronic signature of its own" in text
    assert "Attached only The counterpart of ICB, docusign.pdf." in text
    assert "1 The signature page" in text
    assert attached(made) == {"deed.pdf": signed.sha256, "docusign.pdf": theirs.sha256}
    assert verify(made, mine.certificate)


def test_a_document_that_is_a_picture_and_one_with_an_empty_place_to_sign_are_joined(folder, mine):
    def empty_place(made):
        place = made.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="Seal", Type=pikepdf.Name.Annot,
                                                      Subtype=pikepdf.Name.Widget, Rect=[0, 0, 9, 9]))  # fmt: skip
        made.pages[0].Annots = pikepdf.Array([place])
        made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([place]))

    for content, name in ((scan_jpeg(), "plan.jpg"), (pdf(empty_place), "plan.pdf")):
        document = source(folder, name, content)
        made = issue(facts(document), document, (), mine, timestamps=None)
        assert read(made)[1].startswith("Signature page")
        assert verify(made, mine.certificate)


def test_what_is_not_what_was_checked_or_signed_is_refused(tmp_path, plan, scans):
    changed = source(tmp_path, "changed.pdf", written_pdf("as it was"))
    changed.file.write_bytes(written_pdf("as it is now"))
    gone = source(tmp_path, "gone.jpg", scan_jpeg("gone"))
    gone.file.unlink()
    other = source(tmp_path, "other.pdf", written_pdf("another one"))
    given = facts(plan, scans)
    for (found, document, papers), said in (
        ((facts(changed), changed, ()), r"changed\.pdf was changed after it was checked"),
        ((facts(plan, (changed,)), plan, (changed,)), r"changed\.pdf was changed after it was checked"),
        ((facts(plan, (gone,)), plan, (gone,)), r"gone\.jpg cannot be read: No such file"),
        ((given, other, scans), r"other\.pdf is not the document that was signed"),
        ((given, plan, scans[:1]), "The scan of the counterpart that Sefton Council has signed is missing"),
        ((given, plan, (*scans, other)), r"other\.pdf is not a counterpart that belongs to SEF-S1"),
        ((facts(plan) | {"document": {"link": None, "sha256": None}}, None, ()), "SEF-S1 was signed under is missing"),
    ):
        with pytest.raises(Refusal, match=said):
            compose(found, document, papers)


# --- The same facts, the same bytes -------------------------------------------------------------------------------


@settings(max_examples=8, deadline=None)
@given(name=st.text(max_size=40), words=st.text("abc", min_size=1, max_size=9), turned=st.sampled_from([1, 6]))
def test_the_same_facts_and_files_are_the_same_bytes_and_others_are_not(tmp_path_factory, name, words, turned):
    folder = tmp_path_factory.mktemp("same")
    exif = Image.Exif()
    exif[0x0112] = turned  # as a camera notes how it was held
    document, scan = source(folder, "a.pdf", written_pdf(words)), source(folder, "b.jpg", scan_jpeg(words, exif=exif))
    given = facts(document, (scan,), partners=[("Org", "O", name, "Chair")])
    made = compose(given, document, (scan,))
    assert made == compose(given, document, (scan,))
    other = source(folder, "a.pdf", written_pdf(f"{words}d"))
    assert compose(facts(other, (scan,), partners=[("Org", "O", name, "Chair")]), other, (scan,)) != made


# --- Sealed -------------------------------------------------------------------------------------------------------


def pdfsig_accepts(folder, content):
    file = folder / f"{hashlib.sha256(content).hexdigest()}.pdf"
    file.write_bytes(content)
    said = subprocess.run([PDFSIG, "-nocert", str(file)], capture_output=True, check=False, timeout=60)
    return b"Signature Validation: Signature is Valid." in said.stdout


def changed_at(content, place):
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


def signed_places(content, count):
    _, before, after, _ = PdfFileReader(io.BytesIO(content)).embedded_signatures[0].byte_range
    among = random.Random(7)
    return [among.choice([among.randrange(before), among.randrange(after, len(content))]) for _ in range(count)]


def test_it_is_sealed_last_and_any_changed_byte_is_refused(sealed, mine):
    assert verify(sealed, mine.certificate).stamp is None
    assert reference_of(sealed) == "SEF-S1"
    for place in signed_places(sealed, 25):
        with pytest.raises(Refusal):
            verify(changed_at(sealed, place), mine.certificate)
    with pytest.raises(Refusal):
        verify(sealed + b"%", mine.certificate)


@pytest.mark.skipif(PDFSIG is None, reason="pdfsig is not there: apt-get install poppler-utils")
def test_pdfsig_accepts_it_and_refuses_it_after_one_changed_byte(sealed, tmp_path):
    assert pdfsig_accepts(tmp_path, sealed)
    for place in signed_places(sealed, 10):
        assert not pdfsig_accepts(tmp_path, changed_at(sealed, place)), place


@pytest.mark.skipif(PDFSIG is None, reason="pdfsig is not there: apt-get install poppler-utils")
def test_where_pdfsig_is_content_verify_is_not(sealed, mine, tmp_path):
    assert pdfsig_accepts(tmp_path, sealed + b"\n")
    with pytest.raises(Refusal):
        verify(sealed + b"\n", mine.certificate)


def test_the_command_tells_which_copy_it_is_and_refuses_another(sealed, mine, plan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copy.pdf").write_bytes(sealed)
    (tmp_path / "mine.pem").write_text(pem_of(mine))
    kept = hashlib.sha256(sealed).hexdigest()
    run = CliRunner().invoke
    said = run(app, ["verify", "copy.pdf", "--certificate", "mine.pem", "--sha256", kept.upper()])
    assert said.exit_code == 0, said.stderr
    assert "It is the executed copy of SEF-S1, as it says itself." in said.stdout
    assert f"Attached: plan.pdf, SHA-256 {plan.sha256}" in said.stdout
    assert said.stdout.endswith(f"SHA-256: {kept}\n")
    for words, wrong in ((plan.sha256, f"It is another file than the one that was issued: its SHA-256 is {kept}."),
                         ("12", "What it is compared with is no SHA-256")):  # fmt: skip
        result = run(app, ["verify", "copy.pdf", "--certificate", "mine.pem", "--sha256", words])
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"copy.pdf is not accepted. {wrong}" in result.stderr


def test_a_byte_that_no_signature_covers_is_told_by_the_hash(sealed, mine, tmp_path, monkeypatch):
    """Between the two signed ranges stands the signature itself, and zeros behind it that nobody reads."""
    _, _, after, _ = PdfFileReader(io.BytesIO(sealed)).embedded_signatures[0].byte_range
    place = after - 3
    assert sealed[place : place + 1] == b"0"
    changed = sealed[:place] + b"1" + sealed[place + 1 :]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copy.pdf").write_bytes(changed)
    (tmp_path / "mine.pem").write_text(pem_of(mine))
    kept = hashlib.sha256(sealed).hexdigest()
    result = CliRunner().invoke(app, ["verify", "copy.pdf", "--certificate", "mine.pem", "--sha256", kept])
    assert result.exit_code == 2


def pem_of(one):
    from asn1crypto import pem

    return pem.armor("CERTIFICATE", one.certificate.dump()).decode()
