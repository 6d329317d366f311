"""docs/verifying.md, command by command, with tools that are not ours, on a played month that was exported."""

from __future__ import annotations

import http.server
import re
import shutil
import subprocess
import threading
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from bot.__main__ import app
from bot.documents.stamps import stamp_due
from storage import heads
from storage.database import transaction
from storage.files import place
from storage.signatures import SignatureRequest
from tests.console import examples, pattern_of
from tests.patience import LONG_SECONDS
from tests.scenarios.overview import month_kit

TOOLS = ("jq", "sha256sum", "openssl", "pdfsig", "awk")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
PAGE = (Path(__file__).parents[3] / "docs/verifying.md").read_text(encoding="utf-8")
CONFIG = """\
[tsa]
default_tsa = here
[here]
serial = serial
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
crypto_device = builtin
[ca]
basicConstraints = CA:TRUE
[stamping]
basicConstraints = CA:FALSE
extendedKeyUsage = critical,timeStamping
"""

pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"not there: apt-get install jq openssl poppler-utils ({MISSING})"
)


def openssl(folder: Path, line: str) -> None:
    subprocess.run(["openssl", *line.split()], cwd=folder, check=True, capture_output=True, timeout=LONG_SECONDS)


def run_in_bash(typed: str) -> str:
    done = subprocess.run(["bash", "-c", typed], capture_output=True, text=True, check=False, timeout=LONG_SECONDS)
    return done.stdout


@pytest.fixture
def authority(tmp_path):
    """A timestamp authority as OpenSSL has one, behind an HTTP server: its address, and its certificate."""
    folder = tmp_path / "authority"
    folder.mkdir()
    (folder / "openssl.cnf").write_text(CONFIG)
    (folder / "serial").write_text("01\n")
    openssl(folder, "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 9000 -subj /CN=Root")
    openssl(folder, "req -newkey rsa:2048 -nodes -keyout tsa.key -out tsa.csr -subj /CN=Stamps")
    openssl(folder, "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem -days 9000 "
                    "-extfile openssl.cnf -extensions stamping")  # fmt: skip

    class Answers(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            (folder / "asked.tsq").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            if self.path == "/away":
                self.send_error(503)
                return
            openssl(
                folder, "ts -reply -config openssl.cnf -queryfile asked.tsq -signer tsa.pem -inkey tsa.key -out a.tsr"
            )
            answer = (folder / "a.tsr").read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", folder / "ca.pem"
        server.shutdown()
        thread.join()


@pytest.fixture
def month(make_world):
    world = make_world("2022-12-01 09:30", sources={"sefton-2022": month_kit.pack()})
    month_kit.play(world)
    world.ada.raises("Letters arrive late", "luhft")
    world.sam.presses("Record how they were told", world.sam.dm("Sefton Council for Voluntary Service"))
    world.sam.submits({"partner": "sefton-cvs", "told_on": "2022-12-14", "evidence": "By telephone to Ola"})
    assert world.sam.modal is None, world.sam.modal_errors
    return world


def test_every_command_says_of_a_played_month_what_it_should(month, authority, tmp_path, monkeypatch):
    address, certificate = authority
    monkeypatch.chdir(tmp_path)
    engine, now = month.engine, month.clock
    month.wakes_at("2022-12-15 09:00")  # the head is posted
    with transaction(engine) as session:
        posted = list(heads.every_head(session))
        assert posted[-1][1].hash in month.shown()
        waiting = sum(head.stamp is None for _, head, _ in posted)
    assert waiting > 0
    assert stamp_due(engine, f"{address}/away", now()) == 0  # it is asked again later
    month.wakes_at("2022-12-15 09:30")
    stamped = 0
    while done := stamp_due(engine, address, now()):
        stamped += done
    assert stamped == waiting
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    run = CliRunner().invoke
    exported = run(app, ["export", "register", "--agreement", "sefton-2022"])
    assert exported.exit_code == 0, exported.output
    (tmp_path / "register.jsonl").write_text(exported.stdout, encoding="utf-8")
    assert not any(word in exported.stdout for word in month_kit.SECRETS)
    assert run(app, ["export", "heads", "--agreement", "sefton-2022", "--out", "heads"]).exit_code == 0
    for words in (["--against", "register.jsonl"], ["--against", posted[-1][1].hash]):
        said = run(app, ["register", "verify", *words])
        assert said.exit_code == 0, said.output
        assert "the same up to entry" in said.stdout
    shutil.copyfile(certificate, tmp_path / "authority.pem")
    with transaction(engine) as session:
        signed = session.scalars(select(SignatureRequest)).one()
        shutil.copyfile(place(month.stage.program.outbox._files, signed.executed_sha256), tmp_path / "executed.pdf")
    shown = examples(PAGE)
    assert len(shown) == PAGE.count("\n$ ") > 8
    for typed, printed in shown:
        said = run_in_bash(typed)
        assert re.fullmatch(pattern_of(printed), said), f"{typed}\nprints now:\n{said}"
    hashes = next(typed for typed, printed in shown if printed == ["all entries were looked at"])
    for was, now in (('"vote": "for"', '"vote": "against"'), ('"act": "vote-cast", ', "")):
        changed = exported.stdout.replace(was, now, 1)
        assert changed != exported.stdout
        (tmp_path / "register.jsonl").write_text(changed, encoding="utf-8")
        assert re.fullmatch(r"\d+\nall entries were looked at\n", run_in_bash(hashes)), now
    copy = next(typed for typed, printed in shown if printed == ["the copy that was issued"])
    with (tmp_path / "executed.pdf").open("ab") as executed:
        executed.write(b"%")
    assert run_in_bash(copy) == "ANOTHER FILE\n"
