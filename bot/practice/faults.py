"""Faults on demand: the next calls of a method can be slow, refused, answered wrongly or cut off."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Fault:
    """What happens to a call of `method` (or, when None, of any method) instead of its plain answer."""

    method: str | None = None
    status: int | None = None
    retry_after: int = 1
    error: str | None = None
    delay: float = 0.0
    drop: bool = False
    after_acceptance: bool = False
    times: int = 1


class Faults:
    """The faults that are still to come, in the order they were asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Fault] = []

    def next(
        self,
        *,
        method: str | None = None,
        status: int | None = None,
        retry_after: int = 1,
        error: str | None = None,
        delay: float = 0.0,
        drop: bool = False,
        after_acceptance: bool = False,
        times: int = 1,
    ) -> None:
        """Let the next `times` calls of `method` fail so.

        `status` answers that HTTP status (429 with Retry-After); `error` answers `{"ok": false}` with it; `delay` waits
        so many seconds first; `drop` closes the connection without doing or answering anything; `after_acceptance`
        does what was asked and then closes the connection, so the bot cannot know.
        """
        fault = Fault(method, status, retry_after, error, delay, drop, after_acceptance, times)
        with self._lock:
            self._waiting.append(fault)

    def take(self, method: str) -> Fault | None:
        """The fault that this call meets, used up by one; None when it goes through."""
        with self._lock:
            for index, fault in enumerate(self._waiting):
                if fault.method in {None, method}:
                    left = replace(fault, times=fault.times - 1)
                    self._waiting[index : index + 1] = [left] if left.times > 0 else []
                    return fault
        return None

    def clear(self) -> None:
        """Forget the faults that have not happened yet."""
        with self._lock:
            self._waiting.clear()
