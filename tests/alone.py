"""Imports each module by itself: python tests/alone.py FLOOR... prints those that cannot be, each with why, as JSON.

A floor imports those named before it and none after. Each module is imported in a fork of a process that has the
libraries and the floors before, and nothing of its own floor: as in a fresh interpreter, in a hundredth of the time.
"""

from __future__ import annotations

import ast
import gc
import json
import os
import sys
import traceback
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

RUN_BY_ALEMBIC = "storage.migrations.env"  # it needs the context that alembic runs it in


def modules_of(floor: str) -> dict[str, Path]:
    """Return a floor's modules by their names: those of the folder that this was started in."""
    files = {file.with_suffix("").as_posix().replace("/", "."): file for file in sorted(Path(floor).rglob("*.py"))}
    return {name.removesuffix(".__init__"): file for name, file in files.items() if name != RUN_BY_ALEMBIC}


def imported_by(file: Path) -> Iterator[str]:
    """Yield the modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module


def fault_of(name: str) -> str | None:
    """Return why a module cannot be imported as things stand in this process, where nothing changes; None if it can."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            import_module(name)
        except BaseException:  # noqa: BLE001 (whatever it is, it is told)
            os.write(writing, traceback.format_exc(limit=-3).encode())
            os._exit(1)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        said = told.read()
    _, status = os.waitpid(child, 0)
    return said or f"it ended with {status}" if status else None


def main() -> None:
    floors = {floor: modules_of(floor) for floor in sys.argv[1:]}
    sys.path[0] = os.getcwd()  # noqa: PTH109 (a text)
    libraries = {it for files in floors.values() for file in files.values() for it in imported_by(file)}
    for library in sorted(it for it in libraries if it.partition(".")[0] not in floors):
        import_module(library)
    faults: dict[str, str] = {}
    for modules in floors.values():
        gc.freeze()  # so that no fork copies what it never uses
        faults |= {name: why for name in modules if (why := fault_of(name)) is not None}
        for name in modules.keys() - faults.keys():
            import_module(name)
    print(json.dumps(faults, indent=2))  # noqa: T201 (it is what this program is for)


if __name__ == "__main__":
    main()
