"""Whether a document can be taken: looked at by a process of its own, refused in words, told by its SHA-256."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rules.errors import Refusal

LARGEST_BYTES = 50_000_000
PATIENCE_SECONDS = 120.0
HOUSE = Path(__file__).parents[2]
REFUSED = HOUSE / "templates" / "documents" / "refused.yaml"
STOPPED = "stopped"


@dataclass(frozen=True)
class Checked:
    """A document that can be taken: `pdf` or `jpeg`, its pages, its bytes and their SHA-256 in hexadecimal.

    `signed`: it carries an electronic signature already, which joining it with other pages would break.
    """

    kind: str
    pages: int
    size_bytes: int
    sha256: str
    signed: bool


def check(file: Path, name: str | None = None) -> Checked:
    """Return what a document is. Raises Refusal, in a sentence about `name`, when it cannot be taken.

    What is taken can be finished: it was joined and sealed for a trial. Nothing of the file is opened in this process
    but its bytes, to count them and to take their hash.
    """
    called = name or file.name
    try:
        size = file.stat().st_size
        if not file.is_file():
            raise Refusal(f"{called} is no file.")
        if size == 0:
            raise Refusal(f"{called} is empty.")
        if size > LARGEST_BYTES:
            raise Refusal(too_large(called))
        with file.open("rb") as opened:
            sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as wrong:
        raise Refusal(f"{called} cannot be read: {wrong.strerror}.") from None
    found = _looked_at(file)
    if "fault" in found:
        raise Refusal(f"{called} {sentence(str(found['fault']), found.get('facts', {}))}")
    return Checked(str(found["kind"]), int(str(found["pages"])), size, sha256, found["signed"] is True)


def too_large(called: str) -> str:
    """Return the refusal of a file that has too many bytes."""
    return f"{called} is larger than {LARGEST_BYTES // 1_000_000} MB. Please send a smaller one."


def sentence(rule: str, facts: Mapping[str, Any]) -> str:
    """Return what is said of a file that broke a rule, to follow its name: what is wrong, and how to mend it.

    What carries an electronic signature is not to be saved anew: that would break it, and the sentence says so.
    """
    told = _told()
    known = rule if rule in told["rules"] else STOPPED
    broken = told["rules"][known]
    thing = str(facts.get("thing", ""))
    filled = {"place": "", **facts, "thing": told["things"].get(thing, thing)}
    mend = told["mends"][broken["mend"]]
    signed = told["mends"]["signed"] if facts.get("signed") and broken["mend"] in told["saves_anew"] else ""
    return f"{broken['is'].format_map(filled)} {signed or mend}"


@cache
def _told() -> Mapping[str, Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415 (only what is refused needs words)

    told: Mapping[str, Any] = YAML(typ="safe", pure=True).load(REFUSED.read_text(encoding="utf-8"))
    return told


def _looked_at(file: Path) -> Mapping[str, Any]:
    """Return what the other process found; a fault where it was stopped, or died."""
    command = [sys.executable, "-E", "-s", "-m", "bot.documents.look", str(file.resolve())]
    try:
        done = subprocess.run(command, capture_output=True, cwd=HOUSE, timeout=PATIENCE_SECONDS, check=False)  # noqa: S603
        found = json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError):
        found = None
    return found if isinstance(found, dict) and found else {"fault": STOPPED}
