"""What starting takes: a command's CPU against an interpreter that does nothing, and how many modules it imports."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from statistics import median

from tests.bench import stage
from tests.bench.figures import Figure, Tell
from tests.bench.load import SECRET

RUN = "import runpy; runpy.run_module('bot', run_name='__main__', alter_sys=True)"
BUILD = "import bot.__main__, bot.cli.serve; from bot import settings, wiring; wiring.build(settings.read_settings()).stop()"
AT_THE_END = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
SETTINGS = {"SLACK_BOT_TOKEN": "xoxb-bench", "SLACK_SIGNING_SECRET": SECRET}


@dataclass(frozen=True)
class Way:
    """A way to start: what is run, with which words, how many times the CPU of nothing it may take, and how many modules."""

    program: str
    words: str = ""
    most_times: float | None = None
    most_modules: int | None = None


@dataclass(frozen=True)
class Start:
    """What one start took: user and system together, and every module that was there at its end."""

    cpu_seconds: float
    modules: frozenset[str]


NOTHING = Way("pass")
DUE = "due --agreement sefton-2022 --clock issue_discussion --from 2022-12-16"
CHECK = "agreement check sefton-2022"
A_THIRD_OF_A_SECOND = 44  # or 0.35 s, where an interpreter that does nothing takes 8 ms
WAYS = {
    "due": Way(RUN, DUE, A_THIRD_OF_A_SECOND, most_modules=700),
    "agreement check": Way(RUN, CHECK, A_THIRD_OF_A_SECOND, most_modules=450),
    "web, built and not served": Way(BUILD),
}


def start(way: Way) -> Start:
    """Run it in a fresh interpreter, in an empty folder. Raises RuntimeError, with what it said, when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(
            [sys.executable, "-c", f"{AT_THE_END}{way.program}", *way.words.split()],
            cwd=folder,
            env=stage.environment(SETTINGS),
            capture_output=True,
            text=True,
            check=False,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise RuntimeError(f"{way.program} {way.words}: {done.stderr[-2000:]}")
    taken = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Start(taken, frozenset(done.stderr.splitlines()[-1].split()))


def measure(rounds: int, tell: Tell) -> None:
    """Measure each way in rounds, by turns with nothing."""
    turns = [{way: start(way) for way in (NOTHING, *WAYS.values())} for _ in range(rounds)]
    nothing = median(turn[NOTHING].cpu_seconds for turn in turns)
    for name, way in WAYS.items():
        taken = median(turn[way].cpu_seconds for turn in turns)
        detail = f"{taken:.2f} s of {nothing * 1000:.0f} ms"
        what = f"{name}: CPU against python -c pass"
        tell(Figure(what, taken / nothing, "ratio", way.most_times, more_is_better=False, detail=detail))
        modules = len(turns[-1][way].modules)
        tell(Figure(f"{name}: modules", modules, "modules", way.most_modules, more_is_better=False))
