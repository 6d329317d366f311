"""The console examples of a page: what is typed, and what it prints."""

from __future__ import annotations

import re


def examples(page):
    """Return a page's console examples in order: what is typed, and the lines it prints."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL):
        for one in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            typed, _, printed = one.partition("\n")
            found.append((typed, printed.splitlines()))
    return found


def pattern_of(printed):
    """Return what the output must match: a line of `…` stands for any lines, one within a line for the rest of it."""
    parts = [r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", r".*") + r"\n" for line in printed]
    return "".join(parts)
