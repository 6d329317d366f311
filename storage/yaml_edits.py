"""A YAML text with some of its values changed, and the rest of it left as it was written, comments and all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from storage import yaml_text
from storage.yaml_text import one_line

_ONE_LINE = 100
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_BLANK = " \t\r\n\x85\u2028\u2029"
_COMMENT = re.compile("(?<!\\S)#[^\n\r\x85\u2028\u2029]*")


@dataclass(frozen=True, order=True)
class _Edit:
    """What stands from one place of a text to another, and what is to stand there."""

    start: int
    end: int
    instead: str


def edited(text: str, before: dict[str, Any], wanted: dict[str, Any]) -> str:
    """Return the text, which says what is `before`, changed so that `yaml_text.read` gives what is wanted.

    What says the same as before stays as it is written: lines, line ends, quotes. Where that cannot be done, all of it
    is written anew, and its comments are lost.
    """
    root = YAML(typ="safe", pure=True).compose(text)
    try:
        done = _applied(text, sorted(_block(text, root, before, wanted)))
        if yaml_text.read(done).content == wanted:
            return done
    except (_NotInPlace, yaml_text.NotYaml):
        pass
    return yaml_text.write(wanted)


def comments(text: str) -> list[str]:
    """Return the comments of a text, each as it is written."""
    scalars = sorted(_spans(YAML(typ="safe", pure=True).compose(text)))
    found, here, number = [], 0, 0
    while comment := _COMMENT.search(text, here):
        while number < len(scalars) and scalars[number][1] <= comment.start():
            number += 1
        if number < len(scalars) and scalars[number][0] <= comment.start():
            here = scalars[number][1]
        else:
            found.append(comment[0].rstrip())
            here = comment.end()
    return found


def _spans(node: Node | None) -> Iterator[tuple[int, int]]:
    if isinstance(node, ScalarNode):
        yield node.start_mark.index, node.end_mark.index
    elif node is not None:
        for inner in _inner(node):
            yield from _spans(inner)


def _inner(node: Node) -> Iterator[Node]:
    for entry in node.value:
        yield from entry if isinstance(node, MappingNode) else (entry,)


class _NotInPlace(Exception):  # noqa: N818 (it is an answer, not a fault)
    """A change that cannot be made without writing everything around it anew."""


def _applied(text: str, edits: list[_Edit]) -> str:
    done, here = "", 0
    for edit in edits:
        if edit.start < here:
            raise _NotInPlace
        done, here = done + text[here : edit.start] + edit.instead.replace("\n", _line_end(text, edit.start)), edit.end
    return done + text[here:]


def _line_end(text: str, index: int) -> str:
    """Return how lines end around a place."""
    found = _BREAK.search(text, index) or _BREAK.search(text)
    return found[0] if found else "\n"


def _block(text: str, node: Node, before: Any, wanted: Any) -> Iterator[_Edit]:
    """Yield how a block or a list is made to say what is wanted; what it says it says by the same keys or entries."""
    if isinstance(node, SequenceNode):
        for entry, was, now in zip(node.value, before, wanted, strict=True):
            yield from _block(text, entry, was, now) if _same_shape(was, now) else _value(text, entry, was, now)
        return
    if not isinstance(node, MappingNode):
        raise _NotInPlace
    entries = [(key.value, key, value) for key, value in node.value]
    for name, key, value in entries:
        if name in wanted and _same_shape(before[name], wanted[name]):
            yield from _block(text, value, before[name], wanted[name])
        elif name in wanted and before[name] != wanted[name]:
            yield from _behind_key(text, node, key, value, wanted[name])
    kept = [number for number, (name, _, _) in enumerate(entries) if name in wanted]
    added = {name: value for name, value in wanted.items() if name not in before}
    if node.flow_style:
        yield from _in_braces(text, node, kept, added)
    else:
        yield from _lines_out(text, node, kept)
        yield from _lines_in(text, node, added)


def _same_shape(was: Any, now: Any) -> bool:
    """Return whether a value can be gone into: a block that keeps a key of its own, a list of as many entries."""
    if isinstance(was, dict) and isinstance(now, dict):
        return was == now or not was.keys().isdisjoint(now)
    return isinstance(was, list) and isinstance(now, list) and len(was) == len(now)


def _value(text: str, node: Node, was: Any, now: Any) -> Iterator[_Edit]:
    """Yield how an entry of a list is written anew."""
    if type(was) is not type(now) or was != now:
        start, end = node.start_mark.index, _end(text, node)
        yield _Edit(start, end, f"{' ' if start == end else ''}{_written(now, node)}")


def _behind_key(text: str, around: MappingNode, key: Node, value: Node, now: Any) -> Iterator[_Edit]:
    start, end = key.end_mark.index, _end(text, value)
    if around.flow_style or _before_on_line(text, key).endswith("?"):
        colon = ":" if start == value.start_mark.index else ""
        at = max(value.start_mark.index, start)
        yield _Edit(at, end, f"{colon}{' ' if at == end else ''}{_written(now, around)}")
    else:
        yield _Edit(start, end, _after_key(now, around, key.start_mark.column))


def _in_braces(text: str, node: MappingNode, kept: list[int], added: dict[str, Any]) -> Iterator[_Edit]:
    """Yield how keys are taken out of braces and put into them; nothing else between them is touched."""
    entries = node.value
    last = kept[-1] if kept else -1
    for number, (key, _) in enumerate(entries[: last + 1]):
        if number not in kept:
            yield _Edit(key.start_mark.index, entries[number + 1][0].start_mark.index, "")
    here = _end(text, entries[last][1]) if kept else node.start_mark.index + 1
    if last + 1 < len(entries):
        first, end = entries[last + 1][0].start_mark.index, _end(text, entries[-1][1])
        if text[here:first].strip() in ("", ","):
            yield _Edit(here, end, "")
        else:  # a comment stands between, and the comma before it may stay
            comma = re.compile(r"\s*,").match(text, end)
            yield _Edit(first, comma.end() if comma else end, "")
    put = [f"{one_line(name)}: {_written(value, node)}" for name, value in added.items()]
    if put:
        yield _Edit(here, here, f"{', ' if kept else ''}{', '.join(put)}")


def _lines_out(text: str, node: MappingNode, kept: list[int]) -> Iterator[_Edit]:
    """Yield how the lines of keys are taken out; keys that begin an entry of a list give their place to the next."""
    out = [number for number in range(len(node.value)) if number not in kept]
    before = [_before_on_line(text, key) for key, _ in node.value]
    if out and (not kept or any(before[number] not in ("", "?") for number in out if number)):
        raise _NotInPlace
    if out[:1] == [0] and before[0] not in ("", "?"):
        yield _Edit(_start(text, node.value[0][0]), _start(text, node.value[kept[0]][0]), "")
        out = [number for number in out if number > kept[0]]
    for number in out:
        key, value = node.value[number]
        yield _Edit(_line_start(text, key.start_mark.index), _next_line(text, _end(text, value)), "")


def _lines_in(text: str, node: MappingNode, added: dict[str, Any]) -> Iterator[_Edit]:
    """Yield how keys are put on lines of their own below the last of their block."""
    if not added:
        return
    start = _start(text, node.value[-1][0])
    column = start - _line_start(text, start)
    where = _next_line(text, _end(text, node.value[-1][1]))
    lines = [f"{' ' * column}{one_line(name)}{_after_key(value, node, column)}\n" for name, value in added.items()]
    alone = where == 0 or _BREAK.fullmatch(text[where - 1]) is not None
    yield _Edit(where, where, "".join(lines) if alone else f"\n{''.join(lines)}")


def _after_key(value: Any, around: Node, column: int) -> str:
    """Return what is written behind a key: on its line where that is short enough, or else in lines below it."""
    line = _written(value, around)
    if len(line) <= _ONE_LINE or not isinstance(value, dict | list):
        return f": {line}"
    lines = yaml_text.write(value, plain=_plain(around)).splitlines()
    return ":\n" + "\n".join(f"{' ' * (column + 2)}{line}" for line in lines)


def _written(value: Any, around: Node) -> str:
    """Return a value on one line, with the numbers that stand around it without quotes as they stand there."""
    if isinstance(value, dict | list):
        return one_line(value, plain=_plain(around))
    return one_line([value], plain=_plain(around))[1:-1]  # as it can stand in brackets too


def _plain(node: Node) -> frozenset[str]:
    """Return what is written without quotes in a block or a list."""
    if isinstance(node, ScalarNode):
        return frozenset() if node.style else frozenset((str(node.value),))
    return frozenset().union(*map(_plain, _inner(node)))


def _end(text: str, node: Node) -> int:
    """Return where a value ends as it is written; a block's own mark lies behind the comments that follow it."""
    if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(node, MappingNode) else last)
    start, end = node.start_mark.index, node.end_mark.index
    return len(text[:end].rstrip(_BLANK)) if end > start else end


def _start(text: str, key: Node) -> int:
    """Return where a key starts: at the question mark before it, where one stands there."""
    here = key.start_mark.index
    return text.rfind("?", 0, here) if _before_on_line(text, key).endswith("?") else here


def _before_on_line(text: str, key: Node) -> str:
    return text[_line_start(text, key.start_mark.index) : key.start_mark.index].strip(f"{_BLANK}\ufeff")


def _line_start(text: str, index: int) -> int:
    return max((text.rfind(sign, 0, index) for sign in "\n\r\x85\u2028\u2029"), default=-1) + 1


def _next_line(text: str, index: int) -> int:
    found = _BREAK.search(text, index)
    return len(text) if found is None else found.end()
