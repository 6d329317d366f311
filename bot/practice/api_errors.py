"""How a Web API method refuses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.practice.check import Problem


class ApiError(Exception):
    """`{"ok": false, "error": error}` with `more` beside it."""

    def __init__(self, error: str, **more: Any) -> None:
        super().__init__(error)
        self.error = error
        self.more = more


def illegal(error: str, problems: Sequence[Problem]) -> ApiError:
    """A refusal that names each problem and its JSON pointer, the way Slack's response_metadata does."""
    messages = [f"[ERROR] {problem}" for problem in problems]
    return ApiError(error, errors=[str(problem) for problem in problems], response_metadata={"messages": messages})
