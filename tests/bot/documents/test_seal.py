"""The seal: accepted whole, by pdfsig too, and refused after any change or addition."""

from __future__ import annotations

import hashlib
import io
import stat
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest
import typer
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings, strategies as st
from pyhanko.pdf_utils.reader import PdfFileReader
from typer.testing import CliRunner

from bot.cli import document
from bot.documents.seal import YEARS, own_seal, seal, verify
from bot.now import read_clock
from rules.errors import Refusal
from tests.bot.documents.kit import jpeg, pdf

NOW = datetime(2022, 12, 16, 9, 30, tzinfo=UTC)

app = typer.Typer()
app.command("seal")(document.seal)
app.command("verify")(document.verify)


@pytest.fixture(scope="module")
def mine(tmp_path_factory):
    return own_seal(tmp_path_factory.mktemp("seal"), read_clock())


@pytest.fixture(scope="module")
def sealed(mine):
    return seal(pdf(pages=3), mine, reason="Executed copy")


def test_what_is_sealed_is_accepted(sealed, mine):
    found = verify(sealed, mine.certificate)
    assert found.fingerprint == mine.certificate.sha256.hex()
    assert "Accord" in found.name
    assert len(pikepdf.open(io.BytesIO(sealed)).pages) == 3


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_one_changed_byte_in_what_is_signed_is_refused(sealed, mine, data):
    start, before, after, rest = PdfFileReader(io.BytesIO(sealed)).embedded_signatures[0].byte_range
    assert (start, after + rest) == (0, len(sealed))
    place = data.draw(st.one_of(st.integers(0, before - 1), st.integers(after, len(sealed) - 1)))
    changed = bytearray(sealed)
    changed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Refusal):
        verify(bytes(changed), mine.certificate)


@pytest.mark.parametrize("added", [b"\n", b"% a note", b"\n%%EOF\n"])
def test_what_is_added_behind_it_is_refused(sealed, mine, added):
    with pytest.raises(Refusal, match=r"does not cover the whole file|broken"):
        verify(sealed + added, mine.certificate)


def test_a_later_change_that_leaves_the_sealed_bytes_is_refused(sealed, mine):
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer, out = IncrementalPdfFileWriter(io.BytesIO(sealed)), io.BytesIO()
    writer.root["/Lang"] = generic.pdf_string("en")
    writer.update_root()
    writer.write(out)
    assert out.getvalue().startswith(sealed)
    with pytest.raises(Refusal):
        verify(out.getvalue(), mine.certificate)


def test_another_certificate_no_seal_and_a_second_seal_are_refused(sealed, mine, tmp_path):
    with pytest.raises(Refusal, match=r"another certificate|not valid"):
        verify(sealed, own_seal(tmp_path / "other", read_clock()).certificate)
    with pytest.raises(Refusal, match="It carries no seal"):
        verify(pdf(), mine.certificate)
    with pytest.raises(Refusal, match="carries an electronic signature already"):
        seal(sealed, mine, reason="Again")


def test_the_key_is_made_once_and_nobody_else_can_read_it(tmp_path):
    folder = tmp_path / "seal"
    first = own_seal(folder, NOW)
    assert own_seal(folder, NOW).certificate.dump() == first.certificate.dump()
    assert stat.S_IMODE((folder / "key.pem").stat().st_mode) == 0o600
    (folder / "certificate.pem").unlink()
    with pytest.raises(Refusal, match=r"needs both key\.pem and certificate\.pem"):
        own_seal(folder, NOW)


def test_a_seal_stands_after_its_certificate_has_expired(tmp_path):
    expired = own_seal(tmp_path / "seal", read_clock() - timedelta(days=365 * YEARS + 9))
    assert expired.certificate.not_valid_after < read_clock()
    assert verify(seal(pdf(), expired, reason="Executed copy"), expired.certificate)


def test_another_implementation_accepts_it_too(sealed, mine):
    """The signature by the words of RFC 5652, 5.4, with nothing of the library that made it but its parser of DER."""
    start, before, after, rest = PdfFileReader(io.BytesIO(sealed)).embedded_signatures[0].byte_range
    contents = bytes.fromhex(sealed[before + 1 : after - 1].decode())
    (signer,) = cms.ContentInfo.load(contents)["content"]["signer_infos"]
    told = {one["type"].native: one["values"][0].native for one in signer["signed_attrs"]}
    assert told["message_digest"] == hashlib.sha256(sealed[start:before] + sealed[after : after + rest]).digest()
    key = x509.load_der_x509_certificate(mine.certificate.dump()).public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    assert isinstance(key.curve, ec.SECP256R1)
    key.verify(signer["signature"].native, signer["signed_attrs"].untag().dump(), ec.ECDSA(hashes.SHA256()))


def test_the_commands_seal_verify_and_say_what_is_wrong(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke
    (tmp_path / "plan.pdf").write_bytes(pdf(pages=2))
    (tmp_path / "scan.jpg").write_bytes(jpeg())
    made = run(app, ["seal", "plan.pdf", "--out", "sealed.pdf"])
    assert made.exit_code == 0, made.stderr
    assert "sealed.pdf is sealed." in made.stdout
    said = run(app, ["verify", "sealed.pdf"]).stdout
    assert "sealed.pdf is as it was sealed: whole, and nothing added." in said
    assert made.stdout.splitlines()[-1] == said.splitlines()[-1]
    assert run(app, ["verify", "sealed.pdf", "--certificate", "seal/certificate.pem"]).exit_code == 0
    with (tmp_path / "sealed.pdf").open("ab") as opened:
        opened.write(b"more")
    for words, wrong in (
        (["verify", "sealed.pdf"], "sealed.pdf is not accepted."),
        (["verify", "none.pdf"], "none.pdf cannot be read: No such file"),
        (["verify", "plan.pdf", "--certificate", "plan.pdf"], "plan.pdf is no certificate in PEM."),
        (["seal", "plan.pdf", "--out", "sealed.pdf"], "sealed.pdf is there already."),
        (["seal", "scan.jpg", "--out", "s.pdf"], "scan.jpg is a picture. Only a PDF can be sealed."),
        (["seal", "none.pdf", "--out", "s.pdf"], "none.pdf cannot be read: No such file"),
        (["seal", "plan.pdf", "--out", "nowhere/s.pdf"], "cannot be written: No such file or directory."),
    ):
        result = run(app, words)
        assert (result.exit_code, result.stdout) == (2, ""), words
        assert wrong in result.stderr, words
