"""What was measured against what is aimed at: the table on the screen and the numbers in the file."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("granian", "psycopg", "slack-bolt", "slack-sdk", "sqlalchemy")


@dataclass(frozen=True)
class Figure:
    """One number, and what it ought to be: at least or at most the aim; no aim: it is only told."""

    what: str
    value: float
    unit: str
    aim: float | None = None
    more_is_better: bool = True
    detail: str = ""

    @property
    def outcome(self) -> str:
        if self.aim is None:
            return ""
        return "met" if (self.value >= self.aim if self.more_is_better else self.value <= self.aim) else "MISSED"

    @property
    def wanted(self) -> str:
        return "" if self.aim is None else f"{'>=' if self.more_is_better else '<='} {self.aim:,g}"


Tell = Callable[[Figure], None]


def line(figure: Figure) -> str:
    measured = f"{figure.value:,.4g}" if figure.value < 1000 else f"{figure.value:,.0f}"
    return f"{figure.what:<66} {measured:>9} {figure.unit:<9} {figure.wanted:>9} {figure.outcome:<7} {figure.detail}".rstrip()


HEAD = f"{'what':<66} {'measured':>9} {'':<9} {'aim':>9}"


def machine() -> dict[str, object]:
    """Return what the numbers depend on, and nothing that tells whose machine it is."""
    return {
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in PACKAGES},
    }


def write(path: Path, figures: Iterable[Figure], notes: Iterable[str]) -> None:
    rows = [asdict(figure) | {"outcome": figure.outcome} for figure in figures]
    path.write_text(json.dumps({"machine": machine(), "notes": list(notes), "figures": rows}, indent=2) + "\n")
