"""The programs as a person starts them: they come up, they say where they are, they stop when asked."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from bot.demo import MANIFEST
from bot.now import read_clock
from bot.practice import Hands, Workspace, serve
from storage import migrate
from tests.patience import LONG_SECONDS


def started(arguments, *, environment=None, ready):
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "bot", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | (environment or {}),
    )
    said = ""
    until = time.monotonic() + LONG_SECONDS
    while time.monotonic() < until and not re.search(ready, said):
        said += process.stdout.readline()
        if process.poll() is not None:
            raise AssertionError(f"it ended: {said}{process.stdout.read()}")
    assert re.search(ready, said), said
    return process, said


def stopped(process, number):
    process.send_signal(number)
    rest, _ = process.communicate(timeout=LONG_SECONDS)
    return process.returncode, rest


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_demo_prints_its_address_and_stops_cleanly(number):
    process, said = started(["demo", "--port", "0"], ready=r"Ctrl-C")
    address = re.search(r"http://127\.0\.0\.1:\d+/", said).group()
    with urllib.request.urlopen(address, timeout=LONG_SECONDS) as answer:
        assert answer.status == 200
    code, rest = stopped(process, number)
    assert (code, "Traceback" in rest) == (0, False), rest


def test_the_demo_says_which_agreements_there_are_when_asked_for_another():
    done = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--agreement", "nowhere-2030"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "sefton-2022" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_said_in_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "bot", "demo", "--port", str(port)], capture_output=True, text=True, check=False
        )
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert str(port) in done.stderr


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def test_the_web_and_the_clock_process_run_as_the_procfile_starts_them(tmp_path):
    workspace = Workspace(json.loads(MANIFEST.read_text()), now=read_clock, patience_seconds=LONG_SECONDS)
    workspace.add_person("U1", "Ann")
    workspace.add_channel("C1", "general")
    page = serve(workspace)
    port = free_port()
    url = f"sqlite:///{tmp_path / 'accord.sqlite3'}"
    migrate.upgrade(url)
    environment = {
        "DATABASE_URL": url,
        "FILES_FOLDER": str(tmp_path / "files"),
        "SEAL_FOLDER": str(tmp_path / "seal"),
        "SLACK_BOT_TOKEN": "xoxb-practice",
        "SLACK_SIGNING_SECRET": "practice-secret",
        "SLACK_API_URL": page.api_url,
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
    }
    workspace.request_url = f"http://127.0.0.1:{port}/slack/events"
    try:
        web, _ = started(["web"], environment=environment, ready=r"(?i)listening|started worker")
        clock = subprocess.Popen([sys.executable, "-m", "bot", "clock"], env=os.environ | environment)
        reply = None
        until = time.monotonic() + LONG_SECONDS
        while time.monotonic() < until:
            reply = Hands(workspace, "U1").types("/partnership", channel="C1")
            if reply.ok:
                break
            time.sleep(0.2)
        assert reply.ok
        assert "/partnership link" in reply.text
        doctor = subprocess.run(
            [sys.executable, "-m", "bot", "doctor"],
            env=os.environ | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "agreement load" in doctor.stdout
        clock.send_signal(signal.SIGTERM)
        assert clock.wait(timeout=LONG_SECONDS) == 0
        code, rest = stopped(web, signal.SIGTERM)
        assert (code, "Traceback" in rest) == (0, False), rest
    finally:
        page.stop()
