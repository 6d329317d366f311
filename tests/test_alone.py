"""Each module can be imported by itself, whatever was imported before it or was not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def faults(folder: Path, *floors: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "alone.py", *floors], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.timeout(600)
def test_each_module_imports_alone():
    assert faults(ROOT, "rules", "storage", "handlers", "bot") == {}


def test_a_circle_that_holds_in_one_order_only_is_found(tmp_path):
    floor = tmp_path / "floor"
    floor.mkdir()
    (floor / "one.py").write_text("from floor.two import b\na = 1\n")
    (floor / "two.py").write_text("b = 1\nfrom floor.one import a\n")
    (floor / "three.py").write_text("from floor.two import b\n")
    found = faults(tmp_path, "floor")
    assert list(found) == ["floor.one"]
    assert "ImportError: cannot import name 'a' from partially initialized module 'floor.one'" in found["floor.one"]


def test_a_circle_through_a_floor_above_is_found(tmp_path):
    for name, text in {
        "lower/one.py": "from upper import two\n",
        "upper/two.py": "import lower.one\nb = lower.one.two\n",
    }.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    assert list(faults(tmp_path, "lower", "upper")) == ["lower.one"]
