"""`python -m bot agreement check | schema | diff`: what can be asked of a pack without a database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from textwrap import wrap
from typing import Annotated, Any, NoReturn

import typer

from bot.cli.agreement_summary import WIDTH
from rules.compare import Difference, Kind, compare
from rules.open_points import unsettled
from rules.terms import Terms
from storage.packs import PackFaults, read_pack, remarks_on

PackName = Annotated[
    str, typer.Argument(metavar="FILE", help="A pack's file, or the name of one that comes with Accord")
]

_SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "-", Kind.CHANGED: "~"}


def check(file: PackName) -> None:
    """Say everything that is wrong with a pack, and exit with 1; or say what was read, and what is worth a look."""
    terms = read_or_stop(file)
    facts = (
        ("partner", [partner.key for partner in terms.partners]),
        ("calendar", list(terms.calendars)),
        ("clock", list(terms.clocks)),
        ("forum", [forum.key for forum in terms.forums]),
        ("stage", [stage.key for stage in terms.issues.stages]),
        ("decision rule", list(terms.decision_rules)),
        ("review", [review.key for review in terms.reviews]),
        ("open point", [point.key for point in unsettled(terms)]),
    )
    _print(f"{terms.id} is sound: {terms.title}", indent="    ")
    for name, keys in facts:
        if keys:
            plural = "" if len(keys) == 1 else "s"
            _print(f"{len(keys):>4} {name}{plural}: {', '.join(keys)}", indent=" " * 9)
    if remarks := remarks_on(file):
        print(f"{len(remarks)} remark{'' if len(remarks) == 1 else 's'}; the pack can be used as it is:")
        print("\n".join(remarks))


def schema() -> None:
    """Print the JSON Schema of a pack, for editors that check YAML while it is typed."""
    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="The pack before: a file, or a name")],
    after: Annotated[str, typer.Argument(metavar="B", help="The pack after: a file, or a name")],
) -> None:
    """Print what was added (+), taken out (-) and changed (~) from A to B, with the clause."""
    old, new = read_or_stop(before), read_or_stop(after)
    found = compare(old, new)
    if not found:
        print(f"{old.id} and {new.id} say the same." if old.id != new.id else f"{old.id}: nothing differs.")
        return
    count = {kind: sum(difference.kind is kind for difference in found) for kind in Kind}
    print(", ".join(f"{number} {kind}" for kind, number in count.items() if number))
    print_differences(found)


def print_differences(found: Iterable[Difference]) -> None:
    """Print each difference: its sign, path and clause on a line, and below it what stood and stands there."""
    for it in found:
        clause = f" [{it.clause}]" if it.clause else ""
        print(f"{_SIGNS[it.kind]} {it.path}{clause}")
        if it.before is not None:
            _print(f"    was: {it.before}" if it.kind is Kind.CHANGED else f"    {it.before}", indent="         ")
        if it.after is not None:
            _print(f"    now: {it.after}" if it.kind is Kind.CHANGED else f"    {it.after}", indent="         ")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a pack."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Accord pack: one agreement, as its document states it",
        **{key: value for key, value in Terms.model_json_schema(by_alias=True).items() if key != "title"},
    }


def read_or_stop(file: str) -> Terms:
    """Return a pack's terms; end the command with every fault when there are any."""
    try:
        return read_pack(file)
    except PackFaults as error:
        refuse(error)


def refuse(error: PackFaults) -> NoReturn:
    """Print every fault of a pack, and end the command with 1."""
    print(error, file=sys.stderr)
    if error.file:
        print(f"{counted(error)}.", file=sys.stderr)
    raise typer.Exit(1)


def counted(error: PackFaults) -> str:
    """Return how many faults a pack has, in words."""
    number = len(error.faults)
    more = ", and more after these" if error.more else ""
    return f"{number} fault{'' if number == 1 else 's'}{more}"


def _print(text: str, *, indent: str) -> None:
    for line in wrap(text, WIDTH, subsequent_indent=indent, break_on_hyphens=False) or [text]:
        print(line)
