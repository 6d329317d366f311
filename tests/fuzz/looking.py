"""Files looked at by a process that may die of them: how many were taken, refused by which rule, and what went wrong."""

from __future__ import annotations

import os
import random
import resource
import select
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.documents.check import sentence
from bot.documents.look import CPU_SECONDS, MEMORY_BYTES, look
from bot.documents.seal import own_seal, seal
from bot.now import read_clock
from tests.fuzz.changing import changed, seeds

ROOT = Path(__file__).absolute().parents[2]
BATCH = 500
SEALED_ONE_IN = 20
PATIENCE_SECONDS = 300.0


@dataclass
class Result:
    """What became of the files: how often each rule, and which numbers went wrong."""

    looked_at: int = 0
    by_rule: Counter[str] = field(default_factory=Counter)
    wrong: dict[int, str] = field(default_factory=dict)
    largest_bytes: int = 0


def run(first: int, count: int, tell: Callable[[Result], None] | None = None) -> Result:
    """Look at files by their number: the same number is the same file. What kills the process is counted, and passed over."""
    result, number = Result(), first
    while number < first + count:
        number = _batch(number, min(first + count, number + BATCH), result)
        if tell:
            tell(result)
    return result


def of_number(number: int, among: Sequence[bytes] = ()) -> bytes:
    """The file of a number."""
    among = among or seeds()
    chance = random.Random(number)
    return changed(chance.choice(among), among, chance)


def _batch(first: int, end: int, result: Result) -> int:
    """Look at a batch in a process of its own; return the number that is next."""
    command = [sys.executable, "-m", "tests.fuzz.looking", str(first), str(end)]
    heard, stopped = b"", False
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT) as child:
        assert child.stdout is not None
        while True:
            ready, _, _ = select.select([child.stdout], [], [], PATIENCE_SECONDS)
            part = os.read(child.stdout.fileno(), 1 << 16) if ready else b""
            if not part:
                stopped = not ready
                break
            heard += part
        if stopped:
            child.kill()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    result.largest_bytes = max(result.largest_bytes, used.ru_maxrss * 1024)
    done = heard.decode().split("\n")[:-1]
    for number, said in enumerate(done, start=first):
        result.looked_at += 1
        if said.startswith("!"):
            result.wrong[number] = said[1:]
        result.by_rule[said.lstrip("!")] += 1
    next_number = first + len(done)
    if next_number < end:  # the process died, or was stopped, of this one: that is what it is for
        result.looked_at += 1
        result.by_rule["the process hung" if stopped else "the process died"] += 1
        result.wrong[next_number] = f"hung or died, status {status}"
        next_number += 1
    return next_number


def _look_at(first: int, end: int) -> None:
    """Look at a batch, and say a line of each."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    among = seeds()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "sent"
        for number in range(first, end):
            used = int(resource.getrusage(resource.RUSAGE_SELF).ru_utime)
            resource.setrlimit(resource.RLIMIT_CPU, (used + CPU_SECONDS, resource.RLIM_INFINITY))
            content = of_number(number, among)
            file.write_bytes(content)
            sys.stdout.write(f"{_said(file, content, number, Path(folder))}\n")
            sys.stdout.flush()


def _said(file: Path, content: bytes, number: int, folder: Path) -> str:
    """Return the rule, `taken`, or after an exclamation mark what went wrong."""
    try:
        found = look(file)
        if "fault" in found:
            said = sentence(found["fault"], found["facts"])
            return str(found["fault"]) if "{" not in said else f"!{said}"
        if number % SEALED_ONE_IN == 0 and found["kind"] == "pdf" and not found["signed"]:
            _finished(content, folder)
    except Exception as wrong:  # noqa: BLE001 (whatever it is, it is what we look for)
        return f"!{type(wrong).__name__}: {str(wrong)[:80]!r}"
    return "taken"


def _finished(content: bytes, folder: Path) -> None:
    """Do what is done in the end, the seal too that a check leaves out where a first page is usual."""
    from bot.documents.joining import Part, join

    made = join([Part("sent", content)], [], title="All", reference="R1")
    seal(made, own_seal(folder / "seal", read_clock()), reason="Executed copy")


if __name__ == "__main__":
    _look_at(int(sys.argv[1]), int(sys.argv[2]))
