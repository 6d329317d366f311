"""Words as Markdown (CommonMark, with GitHub's tables): a report that can be pasted anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.words import TABLE, Block, Mark, Run, Words

_TAKEN_FOR_A_SIGN = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_TAKEN_FOR_A_LIST = re.compile(r"^(\s*)(\d+)([.)])(?=\s|$)|^(\s*)([-+=])")


def as_markdown(words: Words) -> str:
    """Return words as Markdown. What people wrote stays text: no sign of theirs becomes a heading, a link or a tag."""
    parts: list[str] = []
    before: Mark | None = None
    for block in words.blocks:
        close = before is not None and before is block.mark and block.mark in (Mark.ITEM, Mark.ROW)
        under = before is Mark.COLUMNS and block.mark is Mark.ROW
        parts.append("" if not parts else "\n" if close or under else "\n\n")
        parts.append(_block(block))
        before = block.mark
    return "".join(parts) + "\n"


def _block(block: Block) -> str:
    if block.mark in TABLE:
        cells = [_runs(cell).replace("\n", " ") for cell in block.cells]
        row = f"| {' | '.join(cells)} |"
        return f"{row}\n|{' --- |' * len(cells)}" if block.mark is Mark.COLUMNS else row
    text = _runs(block.runs)
    match block.mark:
        case Mark.HEADING:
            return f"# {text}"
        case Mark.ITEM:
            return f"- {_within(text, '  ')}"
        case Mark.QUOTE:
            return f"> {_within(text, '> ')}"
        case Mark.RULE:
            return "---"
    return _within(text, "")


def _within(text: str, margin: str) -> str:
    """Return text whose further lines stand behind the same margin, each a line of its own."""
    return f"  \n{margin}".join(_TAKEN_FOR_A_LIST.sub(_shielded, line) for line in text.split("\n"))


def _shielded(found: re.Match[str]) -> str:
    if found[2]:
        return f"{found[1]}{found[2]}\\{found[3]}"
    return f"{found[4]}\\{found[5]}"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _TAKEN_FOR_A_SIGN.sub(r"\\\1", run.text)
    if run.link:
        return f"[{text}](<{run.link.replace('>', '%3E').replace('<', '%3C')}>)"
    if run.bold and text.strip():
        bare = text.strip()
        start = text.index(bare)
        return f"{text[:start]}**{bare}**{text[start + len(bare) :]}"
    return text
