"""A seal with the time of a timestamp authority: asked over HTTP, proved, and tried again later when it is away."""

from __future__ import annotations

import socket
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import typer
from asn1crypto import keys, tsp, x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from typer.testing import CliRunner

from bot.cli import document
from bot.documents.seal import TimestampsAway, own_seal, seal, verify
from bot.now import read_clock
from rules.errors import Refusal
from tests.bot.documents.kit import pdf

STAMPED_AT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)

app = typer.Typer()
app.command("seal")(document.seal)
app.command("verify")(document.verify)


def authority_of_the_test():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "The test's timestamp authority")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(STAMPED_AT - timedelta(days=1))
        .not_valid_after(STAMPED_AT + timedelta(days=9000))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    certificate = asn1.Certificate.load(made.public_bytes(serialization.Encoding.DER))
    return DummyTimeStamper(certificate, keys.PrivateKeyInfo.load(private), fixed_dt=STAMPED_AT)


class Server(ThreadingHTTPServer):
    """Answers as the path says: well, or with one thing wrong."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answers)
        self.stamper = authority_of_the_test()
        self.asked = []

    def address(self, path):
        return f"http://127.0.0.1:{self.server_port}/{path}"

    def answer(self, path, asked):
        self.asked.append(asked)
        request = tsp.TimeStampReq.load(asked)
        if path == "/refuses":
            return tsp.TimeStampResp({"status": {"status": "rejection", "status_string": ["no"]}}).dump()
        if path == "/of-something-else":
            request["message_imprint"]["hashed_message"] = bytes(32)
        if path == "/of-another-question":
            request["nonce"] = 5
        answer = self.stamper.request_tsa_response(request).dump()
        if path == "/cut":
            return answer[:-300]
        if path == "/broken":
            return answer[:-5] + bytes([answer[-5] ^ 1]) + answer[-4:]
        return b"what?" if path == "/garbage" else answer


class Answers(BaseHTTPRequestHandler):
    def do_POST(self):
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        answer = self.server.answer(self.path, asked)
        self.send_response(503 if self.path == "/busy" else 200)
        self.send_header("Content-Type", "text/html" if self.path == "/page" else "application/timestamp-reply")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    with Server() as found:
        thread = threading.Thread(target=found.serve_forever)
        thread.start()
        yield found
        found.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def mine(tmp_path_factory):
    return own_seal(tmp_path_factory.mktemp("seal"), read_clock())


def test_the_time_of_the_authority_is_in_the_seal(server, mine):
    found = verify(seal(pdf(), mine, reason="Executed copy", timestamps=server.address("good")), mine.certificate)
    assert found.stamp is not None
    assert found.stamp.at == STAMPED_AT
    assert "The test's timestamp authority" in found.stamp.name
    assert found.stamp.fingerprint == server.stamper.tsa_cert.sha256.hex()


def test_it_is_sent_a_hash_and_nothing_of_the_document(server, mine):
    server.asked.clear()
    content = pdf(pages=40)
    seal(content, mine, reason="Executed copy", timestamps=server.address("good"))
    assert server.asked
    for asked in server.asked:
        assert len(asked) < 100
        imprint = tsp.TimeStampReq.load(asked)["message_imprint"]
        assert imprint["hash_algorithm"]["algorithm"].native == "sha256"


@pytest.mark.parametrize(
    "path",
    ["refuses", "garbage", "page", "busy", "cut", "broken", "of-something-else", "of-another-question"],
)
def test_whatever_is_wrong_with_its_answer_nothing_is_sealed_and_it_can_be_tried_again(server, mine, path):
    with pytest.raises(TimestampsAway, match=r"authority at 127\.0\.0\.1 gives no timestamp\. Please try again later"):
        seal(pdf(), mine, reason="Executed copy", timestamps=server.address(path))


def test_an_authority_that_is_away_is_tried_again_later(mine):
    with socket.socket() as taken:  # a port on which nobody answers
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        with pytest.raises(TimestampsAway):
            seal(pdf(), mine, reason="Executed copy", timestamps=address)
    assert issubclass(TimestampsAway, Refusal)


def test_a_timestamp_that_was_changed_afterwards_is_refused(server, mine):
    sealed = seal(pdf(), mine, reason="Executed copy", timestamps=server.address("good"))
    name = b"The test's timestamp authority".hex().encode()
    assert sealed.lower().count(name) > 1
    place = sealed.lower().rindex(name)
    changed = sealed[:place] + b"74" + sealed[place + 2 :]  # T to t, in the certificate or in what it signed
    with pytest.raises(Refusal):
        verify(changed, mine.certificate)


def test_the_commands_ask_it_and_name_it(server, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.pdf").write_bytes(pdf())
    run = CliRunner().invoke
    monkeypatch.setenv("SEAL_TIMESTAMPS", server.address("good"))
    assert run(app, ["seal", "plan.pdf", "--out", "sealed.pdf"]).exit_code == 0
    said = run(app, ["verify", "sealed.pdf"]).stdout
    assert "Timestamp: 2026-03-04T05:06:07+00:00, by Common Name: The test's timestamp authority" in said
    monkeypatch.setenv("SEAL_TIMESTAMPS", server.address("busy"))
    result = run(app, ["seal", "plan.pdf", "--out", "again.pdf"])
    assert result.exit_code == 2
    assert "gives no timestamp. Please try again later." in result.stderr
    assert not (tmp_path / "again.pdf").exists()
    monkeypatch.setenv("SEAL_TIMESTAMPS", "http://example.org/tsa")
    result = run(app, ["seal", "plan.pdf", "--out", "again.pdf"])
    assert "SEAL_TIMESTAMPS is not usable: write an https:// address" in result.stderr
