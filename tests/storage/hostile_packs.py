"""Packs that nobody wrote in good faith, and what tries them: run as a program, it holds itself to little memory."""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from pathlib import Path

MEMORY_BYTES = 1_500_000_000
CPU_SECONDS = 300
"""Many times what it takes on a slow machine: what would never end is to be stopped, and nothing is timed."""

SMALL = (Path(__file__).parent.parent / "agreements" / "small.yaml").read_text()
PARTNER = "  - {{key: p{n}, name: N{n}, short: S{n}, roles: [other], category: bank, eligibility: upstream{more}}}\n"


def with_partners(number: int, more: str = "") -> str:
    """The small pack with so many partners beside its own; `{next}` in `more` is the number of the next one."""
    lines = (PARTNER.format(n=n, more=more.format(next=(n + 1) % number)) for n in range(number))
    return SMALL.replace("elements:\n", f"{''.join(lines)}elements:\n", 1)


def long_years() -> str:
    """Clocks of a thousand years that count one from another's end."""
    clock = "  c{n}: {{name: C{n}, counts_from: {of}, limit: 1000 years}}\n"
    return "".join(clock.format(n=n, of=f"c{n + 1}" if n < 8 else "commencement") for n in range(9)) + "  opening:\n"


def hostile() -> Iterator[tuple[str, str]]:
    """Yield the packs, each with its name."""
    yield "many_partners", with_partners(10_000)
    yield "many_open_points", SMALL + "".join(f"  - {{key: q{n}, question: Who?}}\n" for n in range(10_000))
    yield "round_and_round", with_partners(1_000, ", succeeded_by: {{partner: p{next}, since: 2030-01-01}}")
    yield "faulty_partners", with_partners(2_000).replace("roles: [other]", "roles: [othre]")
    yield "deep", SMALL.replace("title: Rivers compact", f"title: {'[' * 300_000}", 1)
    yield "deep_braces", SMALL.replace("title: Rivers compact", f"title: {'{a: ' * 100_000}", 1)
    yield "long_text", SMALL.replace("title: Rivers compact", f"title: {'x' * 900_000}", 1)
    yield "long_path", f"{SMALL}  - {{key: z, question: What?, path: {'a.' * 100_000}b}}\n"
    asks = "  - {{key: z{n}, question: What?, path: {path}}}\n"
    yield "long_paths", SMALL + "".join(asks.format(n=n, path="a." * 1_000 + "b") for n in range(220))
    yield "deep_paths", SMALL + "".join(asks.format(n=n, path="a." * 149 + "b") for n in range(300))
    yield "long_key", f"{SMALL}{'k' * 20_000}: 1\n"
    yield "long_name", SMALL.replace("operational_days: working", f"operational_days: {'w' * 20_000}", 1)
    yield "long_answer", f"{SMALL}  - {{key: z, question: What?, path: dated, choices: [{'x' * 20_000}]}}\n"
    yield "aliases", "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{'*a,' * 9}*a]\n" for n in range(30))
    yield "merge_keys", f"{SMALL}<<: *base\n"
    yield "binary", SMALL.replace("title: Rivers compact", "title: !!binary R0lGODlh", 1)
    yield "set", SMALL.replace("title: Rivers compact", "title: !!set {a, b}", 1)
    yield "unknown_keys", SMALL + "".join(f"x{n}: 1\n" for n in range(20_000))
    yield (
        "many_stages",
        SMALL.replace(
            "    - key: second\n",
            "".join(
                f"    - {{key: s{n}, name: S, kind: discussion, moved_on_by: [secretary], next: s{n + 1}}}\n"
                for n in range(2_000)
            )
            + "    - key: second\n",
            1,
        ),
    )
    yield "many_answers", SMALL.replace("choices: [wet-ink,", f"choices: [{'fax, ' * 20_000}wet-ink,", 1)
    yield (
        "many_places",
        with_partners(200).replace(
            "name: Guest, voting: false", "name: Guest, each_of: partners, least: 1000, most: 1000", 1
        ),
    )
    yield (
        "named_often",
        with_partners(5_000).replace("who: members of board", f"who: [{', '.join(f'p{n}' for n in range(5_000))}]"),
    )
    yield "long_years", SMALL.replace("  opening:\n", long_years(), 1)
    yield "too_large", f"{SMALL}{'# nothing' * 200_000}\n"


def main(folder: Path) -> None:
    """Write each pack into the folder, check it, and load and show what is sound; print what is said of each."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    from typer.testing import CliRunner

    from bot.__main__ import app

    run = CliRunner()
    run.invoke(app, ["migrate"])
    for name, text in hostile():
        file = folder / f"{name}.yaml"
        file.write_text(text, encoding="utf-8")
        for command in ("check", "load", "show"):
            done = run.invoke(app, ["agreement", command, str(file)])
            lines = (done.stderr or done.stdout).splitlines() or [""]
            crash = "" if done.exception is None or isinstance(done.exception, SystemExit) else repr(done.exception)
            first = lines[0].replace(f"{file}:", "")
            told = (name, command, str(done.exit_code), first[:300], lines[-1][:120], str(len(lines)), crash)
            sys.stdout.write("\t".join(told) + "\n")
            if done.exit_code:
                break


if __name__ == "__main__":
    main(Path(sys.argv[1]))
