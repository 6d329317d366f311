"""A YAML text with some of its values changed, and the rest of it left as it was written, comments and all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from rules.renewal import NOTHING, Rewritten
from storage import yaml_text
from storage.yaml_text import one_line

_ONE_LINE = 100

Edit = tuple[int, int, str]


def edited(text: str, changes: Iterable[Rewritten], wanted: dict[str, Any]) -> str:
    """Return the text with these changes made, so that `yaml_text.read` gives what is wanted.

    Where a change cannot be made in place, all of it is written anew, and its comments are lost.
    """
    root = YAML(typ="safe", pure=True).compose(text)
    try:
        edits = dict.fromkeys(_edit(text, root, change, wanted) for change in changes)
        done = _applied(text, sorted(edits, key=lambda edit: edit[:2]))
        if yaml_text.read(done).content == wanted:
            return done
    except (_NotInPlace, yaml_text.NotYaml):
        pass
    return yaml_text.write(wanted)


def comments(text: str) -> list[str]:
    """Return the lines of a text that are nothing but a comment."""
    return [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]


class _NotInPlace(Exception):  # noqa: N818 (it is an answer, not a fault)
    """A change that cannot be made without writing everything around it anew."""


def _applied(text: str, edits: list[Edit]) -> str:
    done, here = "", 0
    for start, end, instead in edits:
        if start < here:
            raise _NotInPlace
        done, here = done + text[here:start] + instead, end
    return done + text[here:]


def _edit(text: str, around: Node, change: Rewritten, wanted: Any) -> Edit:
    """Return how a change is made; within brackets or braces, all of what stands in them is written anew."""
    for step in change.path[:-1]:
        if isinstance(around, MappingNode | SequenceNode) and around.flow_style:
            break
        around, wanted = _value(around, step), wanted[step]
    last = change.path[-1] if change.path else None
    if isinstance(around, MappingNode) and not around.flow_style and isinstance(last, str):
        if change.was is NOTHING:
            return _added(text, around, last, change.now)
        number = next(number for number, (key, _) in enumerate(around.value) if key.value == last)
        if change.now is NOTHING:
            return _removed(text, around, number)
        key, value = around.value[number]
        return key.end_mark.index, _end(text, value), _after_key(change.now, key.start_mark.column)
    if isinstance(around, SequenceNode) and not around.flow_style and isinstance(last, int):
        around, wanted = around.value[last], change.now
    return around.start_mark.index, _end(text, around), one_line(wanted)


def _value(around: Node, step: str | int) -> Node:
    if isinstance(around, SequenceNode):
        found: Node = around.value[step]
    else:
        found = next(value for key, value in around.value if key.value == step)
    return found


def _removed(text: str, around: MappingNode, number: int) -> Edit:
    """Take the lines of a key and its value out; a key that begins an entry of a list gives its place to the next."""
    key, value = around.value[number]
    start = text.rfind("\n", 0, key.start_mark.index) + 1
    if text[start : key.start_mark.index].strip():
        if number + 1 == len(around.value):
            raise _NotInPlace
        return key.start_mark.index, around.value[number + 1][0].start_mark.index, ""
    return start, _next_line(text, _end(text, value)), ""


def _added(text: str, around: MappingNode, name: str, value: Any) -> Edit:
    """Put a key on a line of its own below the last of its block."""
    key, last = around.value[-1]
    column = key.start_mark.column
    where = _next_line(text, _end(text, last))
    line = f"{' ' * column}{one_line(name)}{_after_key(value, column)}\n"
    return where, where, line if text[:where].endswith("\n") else f"\n{line}"


def _after_key(value: Any, column: int) -> str:
    """Return what is written behind a key: on its line where that is short enough, or else in lines below it."""
    if len(one_line(value)) <= _ONE_LINE or not isinstance(value, dict | list):
        return f": {one_line(value)}"
    return ":\n" + "\n".join(f"{' ' * (column + 2)}{line}" for line in yaml_text.write(value).splitlines())


def _end(text: str, node: Node) -> int:
    """Return where a value ends as it is written; a block's own mark lies behind the comments that follow it."""
    if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(node, MappingNode) else last)
    return (
        len(text[: node.end_mark.index].rstrip())
        if node.end_mark.index > node.start_mark.index
        else node.end_mark.index
    )


def _next_line(text: str, index: int) -> int:
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1
