"""Killed two hundred times while people use it: nothing lost, nothing twice, but for the one window Slack leaves open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.surviving import survive

KILLS = {"sqlite": 21, "postgresql": 21}  # for each seed; test_procfile.py has twelve more, and `make crash` a thousand


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_again_and_again(tmp_path: Path, database_url: str, seed: int) -> None:
    kills = KILLS[database_url.split(":", maxsplit=1)[0]]
    assert f"{kills} kills" in survive(tmp_path, database_url, kills=kills, seed=seed)
