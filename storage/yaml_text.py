"""YAML 1.2 read with the line of every key and value, and nothing that a pack has no use for.

Numbers stay as they are written, because a clause printed 5.10 is not 5.1; the vocabulary says what is a number.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import SafeRepresenter

Path = tuple[str | int, ...]

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
MAX_TEXT = 5_000
"""So long can a key or a value be: more than the vocabulary takes anywhere, so that a slip is told at its own place."""

# Control characters, lone surrogates, and the marks that make text read in another order than it is written.
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class NotYaml(Exception):  # noqa: N818 (it is an answer, not a fault)
    """The text is no YAML a pack can be written in: the line, what is wrong, and what to write instead."""

    def __init__(self, line: int, message: str, hint: str) -> None:
        super().__init__(f"{line}: {message} {hint}")
        self.line, self.message, self.hint = line, message, hint


@dataclass
class Document:
    """What a text says, where each of its places stands, and the keys that were written twice."""

    content: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    twice: list[tuple[Path, int, int]] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Return the line of a place, or of the nearest place around it that is written."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def decode(raw: bytes) -> str:
    """Return the text of a file. Raises NotYaml when it is too large or no text."""
    if len(raw) > MAX_BYTES:
        raise NotYaml(1, f"The file has more than {MAX_BYTES:,} bytes, which no pack has.", "Is this the right file?")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise NotYaml(
            line, "This is not text in UTF-8.", "Save the file as UTF-8; a pack is a plain text file."
        ) from None


def read(text: str) -> Document:
    """Return what a YAML text says. Raises NotYaml for what cannot be read at all."""
    if len(text) > MAX_BYTES:
        raise NotYaml(
            1, f"The text has more than {MAX_BYTES:,} characters, which no pack has.", "Is this the right file?"
        )
    if found := _NOT_TEXT.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise NotYaml(
            line, f"A control character (U+{ord(found[0]):04X}) is here.", "Take it out; a pack is plain text."
        )
    try:
        return _Reader(YAML(typ="safe", pure=True).parse(text)).document()
    except MarkedYAMLError as error:
        raise _in_words(error) from None
    except (YAMLError, ValueError) as error:
        raise NotYaml(
            1, f"This is not YAML ({str(error).splitlines()[0]}).", "Write it as the packs here are."
        ) from None


def _in_words(error: MarkedYAMLError) -> NotYaml:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    problem = error.problem or error.context or "it cannot be read"
    if "'\\t'" in problem:
        return NotYaml(line, "There is a tab here.", "Indent with spaces.")
    if "mapping values are not allowed" in problem:
        return NotYaml(
            line,
            "A colon stands where no key can be.",
            "Check the indentation, and put a text with a colon in it in quotes.",
        )
    if "unexpected end of stream" in problem:
        started = error.context_mark.line + 1 if error.context_mark else line
        return NotYaml(started, "A quotation mark is opened here and never closed.", "Close it.")
    if "could not find expected ':'" in problem:
        begun = error.context_mark.line + 1 if error.context_mark else line
        return NotYaml(begun, "There is no colon here after a key.", "Write it as key: value.")
    if "cannot start any token" in problem:
        sign = problem.split("'")[1] if "'" in problem else "this sign"
        return NotYaml(line, f"A text cannot begin with {sign} here.", "Put the text in quotes.")
    return NotYaml(line, f"This is not YAML: {problem}.", "Check the indentation and the brackets around here.")


class _Reader:
    """Builds the document from the parser's events; the depth is counted, so that no text exhausts the stack."""

    def __init__(self, events: Iterator[Any]) -> None:
        self._events = iter(events)
        self._document = Document()

    def document(self) -> Document:
        seen = 0
        for event in self._events:
            match type(event).__name__:
                case "DocumentStartEvent":
                    seen += 1
                    if seen > 1:
                        raise NotYaml(
                            event.start_mark.line + 1, "A second document begins here.", "Keep one pack a file."
                        )
                case "StreamStartEvent" | "StreamEndEvent" | "DocumentEndEvent":
                    pass
                case _:
                    self._document.content = self._value(event, ())
        return self._document

    def _value(self, event: Any, path: Path) -> Any:
        kind, line = type(event).__name__, event.start_mark.line + 1
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            raise NotYaml(line, "Anchors (&) and aliases (*) are not read in a pack.", "Write the value out.")
        if getattr(event, "tag", None):
            raise NotYaml(line, f"Tags such as {_written(event.tag)} are not read in a pack.", "Leave the tag out.")
        if len(path) > MAX_DEPTH:
            raise NotYaml(line, "This is nested deeper than any pack needs.", "Check the brackets and the indentation.")
        self._document.lines.setdefault(path, line)
        if kind == "MappingStartEvent":
            return self._mapping(path)
        if kind == "SequenceStartEvent":
            return self._sequence(path)
        return _scalar(_plain(event))

    def _mapping(self, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in self._events:
            name, line = type(event).__name__, event.start_mark.line + 1
            if name == "MappingEndEvent":
                break
            if name != "ScalarEvent":
                raise NotYaml(
                    line, "A key must be one word or text.", "Put a text that begins with a bracket in quotes."
                )
            here = (*path, _plain(event).value)
            if event.value in found:
                self._document.twice.append((here, line, self._document.lines[here]))
                self._value(next(self._events), (*path, event.value, "again"))
                continue
            self._document.lines[here] = line
            found[event.value] = self._value(next(self._events), here)
        return found

    def _sequence(self, path: Path) -> list[Any]:
        found: list[Any] = []
        for event in self._events:
            if type(event).__name__ == "SequenceEndEvent":
                break
            found.append(self._value(event, (*path, len(found))))
        return found


def _written(tag: str) -> str:
    """Return a tag as it is written in a file, as !!set."""
    return re.sub("^tag:yaml.org,2002:", "!!", tag)[:100]


def _plain(event: Any) -> Any:
    """Return a key or a value that is text of some length. Raises NotYaml for any other."""
    line = event.start_mark.line + 1
    if len(event.value) > MAX_TEXT:
        message = (
            f"A text of {len(event.value):,} characters begins here: nothing in a pack is longer than {MAX_TEXT:,}."
        )
        raise NotYaml(line, message, "Shorten it, or look for a quotation mark that is missing.")
    if found := _NOT_TEXT.search(event.value):
        raise NotYaml(line, f"A control character (U+{ord(found[0]):04X}) is escaped here.", "Take it out.")
    return event


def _scalar(event: Any) -> str | bool | None:
    text = str(event.value)
    if not event.implicit[0]:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    return text


def write(content: Mapping[str, Any] | list[Any], *, plain: Collection[str] = ()) -> str:
    """Return plain values as YAML 1.2 that `read` reads back; see `one_line`."""
    return _dumped(content, plain, one_line=False)


def one_line(value: Any, *, plain: Collection[str] = ()) -> str:
    """Return a plain value as YAML on one line; a number among `plain` without quotes, as `read` gives it as text."""
    return _dumped(value, plain, one_line=True).removesuffix("...\n").strip()


def _dumped(value: Any, plain: Collection[str], *, one_line: bool) -> str:
    writer, text = YAML(typ="safe", pure=True), io.StringIO()
    writer.default_flow_style, writer.allow_unicode = one_line, True
    writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    if one_line:
        writer.width = MAX_BYTES
    writer.Representer = _Plain if plain else SafeRepresenter
    writer.representer.as_written = frozenset(plain)
    writer.dump(dict(value) if isinstance(value, Mapping) else value, text)
    return text.getvalue()


class _Plain(SafeRepresenter):
    """Writes a text that looks like a number as the number, where it was written so."""

    as_written: frozenset[str] = frozenset()

    def represent_str(self, data: str) -> Any:
        """Return the node of a text."""
        tag = self.serializer.resolver.resolve(ScalarNode, data, (True, False)) if data in self.as_written else None
        return super().represent_str(data) if tag is None else self.represent_scalar(tag, data)


_Plain.add_representer(str, _Plain.represent_str)
