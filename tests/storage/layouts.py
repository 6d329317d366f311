"""A text of the same content in any layout that a person could give it: styles, quotes, comments, line ends."""

from __future__ import annotations

import json
import random
from typing import Any

LINE_ENDS = ("\n", "\n", "\r\n", "\r")
_WORDS = ("true", "false", "null", "~", "")


class Layout:
    """Writes plain data as YAML, each time as somebody else would."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._number = 0

    def text(self, content: dict[str, Any]) -> str:
        """Return the text, with line ends of one kind or, now and then, of several."""
        lines = [*self._maybe(["%YAML 1.2", "---"], 0.1), *self._maybe(["# first"], 0.5), *self._block(content, 0)]
        lines += [*self._maybe(["...", "# last"], 0.1)]
        ends = [self._chance.choice(LINE_ENDS)] if self._chance.random() < 0.8 else ["\n", "\r\n"]
        text = "".join(line + self._chance.choice(ends) for line in lines)
        text = text if self._chance.random() < 0.8 else text.rstrip("\r\n")
        return text if self._chance.random() < 0.9 else f"\ufeff{text}"

    def _maybe(self, lines: list[str], share: float) -> list[str]:
        return lines if self._chance.random() < share else []

    def _comment(self, share: float = 0.15) -> str:
        if self._chance.random() >= share:
            return ""
        self._number += 1
        return self._chance.choice((" ", "   ")) + f"# note {self._number}:\t'{{["[: self._chance.randint(10, 20)]

    def _between(self, column: int) -> list[str]:
        self._number += 1
        lines = (
            [f"{' ' * self._chance.choice((0, column))}# between {self._number}"] if self._chance.random() < 0.1 else []
        )
        return lines + self._maybe([self._chance.choice(("", "  "))], 0.1)

    def _block(self, content: dict[str, Any], column: int) -> list[str]:
        found: list[str] = []
        for key, value in content.items():
            found += self._between(column)
            name = self._chance.choice((key, key, key, f'"{key}"', f"'{key}'"))
            if self._chance.random() < 0.04 and not isinstance(value, dict | list):
                found += [
                    f"{' ' * column}? {name}",
                    f"{' ' * column}: {self._scalar(value)}{self._comment()}",
                ]
                continue
            found += self._behind(f"{' ' * column}{name}:", value, column)
        return found

    def _behind(self, before: str, value: Any, column: int) -> list[str]:
        if isinstance(value, dict) and value and self._chance.random() < 0.6:
            deeper = column + self._chance.choice((1, 2, 2, 4))
            return [f"{before}{self._comment()}", *self._block(value, deeper)]
        if isinstance(value, list) and value and self._chance.random() < 0.6:
            return [f"{before}{self._comment()}", *self._list(value, column + self._chance.choice((0, 2)))]
        if isinstance(value, dict | list):
            *lines, last = self._flow(value, column + 1)
            first, *rest = [*lines, f"{last}{self._comment()}"]
            return [f"{before}{self._chance.choice((' ', '  '))}{first}", *rest]
        return [f"{before} {self._scalar(value)}{self._comment()}"]

    def _list(self, value: list[Any], column: int) -> list[str]:
        found: list[str] = []
        for entry in value:
            found += self._between(column)
            dash = f"{' ' * column}-"
            if isinstance(entry, dict) and entry and self._chance.random() < 0.6:
                first, *rest = self._block_of_entry(entry, column + 2)
                found += [f"{dash} {first.lstrip()}", *rest]
            else:
                found += self._behind(dash, entry, column)
        return found

    def _block_of_entry(self, entry: dict[str, Any], column: int) -> list[str]:
        while True:
            lines = self._block(entry, column)
            if lines[0].strip() and not lines[0].lstrip().startswith(("#", "?")):
                return lines

    def _flow(self, value: Any, column: int, share: float = 0.15) -> list[str]:
        """Return a value in brackets or braces, in one line or several; with comments in it in the latter alone."""
        if not isinstance(value, dict | list):
            return [self._scalar(value)]
        opened, closed = ("{", "}") if isinstance(value, dict) else ("[", "]")
        named = value.items() if isinstance(value, dict) else (("", entry) for entry in value)
        parts = [f"{name}: " * bool(name) + " ".join(self._flow(entry, column, 0.0)) for name, entry in named]
        if self._chance.random() < 0.7 or not parts:
            pad = self._chance.choice(("", " "))
            return [f"{opened}{pad}{', '.join(parts)}{self._chance.choice(('', ',')) * bool(parts)}{pad}{closed}"]
        inner = [f"{' ' * (column + 1)}{part},{self._comment(share)}" for part in parts]
        return [opened, *inner, f"{' ' * column}{closed}"]

    def _scalar(self, value: Any) -> str:
        if value is None or isinstance(value, bool):
            return {None: self._chance.choice(("null", "~")), True: "true", False: "false"}[value]
        text = str(value)
        plain = text not in _WORDS and text[0].isalnum() and not any(sign in text for sign in ":#,[]{}\"'\n")
        if plain and self._chance.random() < 0.7:
            return text
        return self._chance.choice((json.dumps(text, ensure_ascii=False), "'" + text.replace("'", "''") + "'"))
