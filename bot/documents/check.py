"""Whether a document can be taken: looked at by a process of its own, refused in words, told by its SHA-256."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rules.errors import Refusal

LARGEST_BYTES = 50_000_000
PATIENCE_SECONDS = 20.0
LOOK = Path(__file__).with_name("look.py")

FAULTS: Mapping[str, str] = {
    "neither": "is neither a PDF nor a JPEG. Please save it as PDF, or send a scan as JPEG.",
    "damaged": "is damaged: it does not open without repair. Please save it anew, and send that.",
    "encrypted": "is protected by a password or against changes. Please save it without protection.",
    "script": "has a script in it. Please print it to a PDF, and send that.",
    "launch": "starts something when it is opened or pressed. Please print it to a PDF, and send that.",
    "attachment": "carries other files in it. Please send each as a document of its own.",
    "form": "is a form to fill in. Please print it to a PDF, and send that.",
    "too-many-pages": "has more than 500 pages. Please send it in parts.",
    "too-large-inside": "is much larger once it is unpacked than a document should be. Please save it anew.",
    "stopped": "takes too much memory or time to open. Please print it to a PDF, and send that.",
}


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

    Nothing of the file is opened in this process but its bytes, to count them and to take their hash.
    """
    called = name or file.name
    try:
        size = file.stat().st_size
        if not file.is_file():
            raise Refusal(f"{called} is no file.")
        if size == 0:
            raise Refusal(f"{called} is empty.")
        if size > LARGEST_BYTES:
            raise Refusal(f"{called} is larger than {LARGEST_BYTES // 1_000_000} MB. Please send a smaller one.")
        with file.open("rb") as opened:
            sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as wrong:
        raise Refusal(f"{called} cannot be read: {wrong.strerror}.") from None
    found = _looked_at(file)
    if "fault" in found:
        raise Refusal(f"{called} {FAULTS.get(str(found['fault']), FAULTS['stopped'])}")
    return Checked(str(found["kind"]), int(str(found["pages"])), size, sha256, found["signed"] is True)


def _looked_at(file: Path) -> Mapping[str, object]:
    """Return what the other process found; a fault where it was stopped, or died."""
    command = [sys.executable, "-I", str(LOOK), str(file.resolve())]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE_SECONDS, check=False)  # noqa: S603
        found = json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError):
        found = None
    return found if isinstance(found, dict) and found else {"fault": "stopped"}
