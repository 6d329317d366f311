"""What `make` does to what it finds."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_an_environment_that_is_a_link_is_not_made_anew(tmp_path):
    checkout, elsewhere = tmp_path / "checkout", tmp_path / "elsewhere"
    checkout.mkdir()
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("whoever made this still needs it")
    shutil.copy(ROOT / "Makefile", checkout)
    (checkout / "requirements-dev.txt").touch()
    (checkout / ".venv").symlink_to(elsewhere)
    made = subprocess.run(
        ["make", "--no-print-directory", "--always-make", ".venv"],  # make test runs this: a make within a make
        cwd=checkout,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert made.returncode != 0
    assert made.stdout == (
        "Your .venv is a link to another folder, and making it anew would empty that one. "
        "Take the link away (rm .venv), then run make again.\n"
    )
    assert [(file.name, file.read_text()) for file in elsewhere.iterdir()] == [
        ("kept", "whoever made this still needs it")
    ]
