"""`make fuzz`: looks at a hundred thousand changed PDFs (`N=` says how many, `FIRST=` from which number on)."""

from __future__ import annotations

import argparse
import sys

import typer

from tests.fuzz.looking import Result, run


def main() -> int:
    asked = argparse.ArgumentParser(prog="make fuzz")
    asked.add_argument("count", type=int)
    asked.add_argument("--first", type=int, default=0)
    given = asked.parse_args()
    result = run(given.first, given.count, _tell)
    typer.echo(
        f"\n{result.looked_at} looked at; at most {result.largest_bytes // 1_000_000} MB of memory in one process."
    )
    for rule, count in result.by_rule.most_common():
        typer.echo(f"{count:>8}  {rule}")
    for number, why in result.wrong.items():
        typer.echo(f"number {number}: {why}")
    return 1 if result.wrong else 0


def _tell(result: Result) -> None:
    typer.echo(f"\r{result.looked_at} looked at, {len(result.wrong)} went wrong", nl=False, err=True)


if __name__ == "__main__":
    sys.exit(main())
