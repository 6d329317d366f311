"""What the whole suite leans on: no way out, nothing of the developer's, and plain words when a database is missing."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import OURS, OutsideNetworkError

ROOT = Path(__file__).parents[2]
ONE_TEST = ("tests/storage/test_database.py", "-k", "a_persons_defaults", "-p", "no:cacheprovider")


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("example.org", 443)])
def test_there_is_no_way_out(address: tuple[str, int]) -> None:
    with pytest.raises(OutsideNetworkError), socket.socket() as out:
        out.connect(address)
    with pytest.raises(OutsideNetworkError):
        socket.create_connection(address, timeout=1)
    with pytest.raises(OutsideNetworkError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
        out.sendto(b"", address)
    with pytest.raises(OutsideNetworkError):
        urllib.request.urlopen(f"http://{address[0]}/", timeout=1)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_this_machine_can_be_reached(host: str) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection((host, server.getsockname()[1]), timeout=1) as reached,
    ):
        assert reached.getpeername() == server.getsockname()


def test_unix_sockets_can_be_reached(tmp_path_factory: pytest.TempPathFactory) -> None:
    one, other = socket.socketpair()
    one.sendall(b"x")
    assert other.recv(1) == b"x"
    one.close()
    other.close()


def test_nothing_of_the_developers_is_left() -> None:
    assert [name for name in os.environ if name.startswith(OURS)] == []


@pytest.mark.parametrize(
    ("ci", "outcome", "code"), [("", "1 passed, 1 skipped", 0), ("true", "1 passed", 1)], ids=["anywhere", "in CI"]
)
def test_a_run_without_postgresql_says_so(ci: str, outcome: str, code: int) -> None:
    environment = {**os.environ, "TEST_DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", "CI": ci}
    environment = {name: value for name, value in environment.items() if not name.startswith("PYTEST_")}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *ONE_TEST],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    last = run.stdout.splitlines()[-6:]
    said = [line for line in last if line.startswith("PostgreSQL was NOT tested: it cannot be connected to: ")]
    assert len(said) == 1, run.stdout
    assert "Set TEST_DATABASE_URL" in said[0]
    assert outcome in last[-1]
    assert run.returncode == code
