"""Look at one file, in a process of its own with little memory and time: what strangers sent is opened only here.

Run as a module, by `bot/documents/check.py` alone. Prints what it found as JSON: `kind`, `pages` (a picture is one) and
`signed`; or `fault`, a rule of `templates/documents/refused.yaml`, with the facts of its sentence. Anything else, or
nothing, means that it was stopped.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from typing import Any

from bot.documents import beginnings
from bot.documents.faults import FaultError

MEMORY_BYTES = 1 << 30
CPU_SECONDS = 30


def look(file: Path) -> dict[str, Any]:
    """Return what the file is, or which rule it broke."""
    content = file.read_bytes()
    try:
        return _taken(file, content)
    except FaultError as fault:
        facts = {"signed": b"/ByteRange" in content, **fault.facts}
        return {"fault": fault.rule, "facts": facts}
    except MemoryError:
        return {"fault": "stopped", "facts": {}}
    except Exception:  # noqa: BLE001 (what trips us is not told as damage, nor left without a word)
        return {"fault": "not-understood", "facts": {"signed": b"/ByteRange" in content}}


def _taken(file: Path, content: bytes) -> dict[str, Any]:
    """Return what the file is. Raises FaultError."""
    kind = beginnings.kind_of(content)
    if kind == "jpeg":
        from bot.documents import scan  # noqa: PLC0415 (a PDF needs none of it)

        scan.check(content)
        found: dict[str, Any] = {"kind": "jpeg", "pages": 1, "signed": False}
    else:
        from bot.documents import reading  # noqa: PLC0415 (a picture needs none of it)

        found = reading.check(file)
    from bot.documents.trial import try_out  # noqa: PLC0415 (what is refused needs none of it)

    if not found["signed"]:  # what is signed already is attached as it is, and not joined
        try_out(content, kind, found["pages"])
    return found


def main() -> None:
    """Look at the file that is named, within limits."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    sys.stdout.write(json.dumps(look(Path(sys.argv[1]))))


if __name__ == "__main__":
    main()
