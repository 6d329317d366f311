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
        ["make", "--always-make", ".venv"], cwd=checkout, capture_output=True, text=True, timeout=60, check=False
    )
    assert made.returncode != 0
    assert made.stdout.startswith("Your .venv is a link to another folder, and making it anew would empty that one.")
    assert [(file.name, file.read_text()) for file in elsewhere.iterdir()] == [
        ("kept", "whoever made this still needs it")
    ]
