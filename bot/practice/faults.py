"""Faults on demand: the next calls of a method can be slow, refused, answered wrongly or cut off."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

# What a 200 says that no client of Slack expects. Other text stands for itself.
WRONG = {
    "html": "<!doctype html><title>Bad gateway</title><p>Please try again.</p>",
    "list": "[]",
    "bare": '{"ok": true}',
    "empty": "",
}
BEFORE, AFTER = "before", "after"


class Gate:
    """Where a held or late call stands until it is released."""

    def __init__(self) -> None:
        self._reached = threading.Event()
        self._released = threading.Event()

    def wait(self, seconds: float = 60.0) -> bool:
        """Whether a call came to stand here within these seconds."""
        return self._reached.wait(seconds)

    def release(self) -> None:
        """Let the call that stands here go on, and those that come later."""
        self._released.set()

    def stand(self, seconds: float = 600.0) -> None:
        """Stand here until released, at most so long."""
        self._reached.set()
        self._released.wait(seconds)


@dataclass(frozen=True)
class Fault:
    """What happens to a call of `method` (or, when None, of any method) instead of its plain answer."""

    method: str | None = None
    status: int | None = None
    retry_after: int = 1
    error: str | None = None
    delay: float = 0.0
    delay_after: float = 0.0
    drop: bool = False
    after_acceptance: bool = False
    wrong: str | None = None
    hold: str | None = None
    times: int = 1
    gate: Gate | None = None

    def __str__(self) -> str:
        said = {
            f"{self.delay:g} s late": self.delay,
            "held before acceptance": self.hold == BEFORE,
            "dropped": self.drop,
            f"HTTP {self.status}": self.status,
            f"refused with {self.error}": self.error,
            f"answered wrongly ({self.wrong})": self.wrong is not None,
            "held after acceptance": self.hold == AFTER,
            f"answered {self.delay_after:g} s late": self.delay_after,
            "cut off after acceptance": self.after_acceptance,
        }
        return ", ".join(words for words, applies in said.items() if applies)


class Faults:
    """The faults that are still to come, in the order they were asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Fault] = []
        self._gates: list[Gate] = []

    def next(
        self,
        *,
        method: str | None = None,
        status: int | None = None,
        retry_after: int = 1,
        error: str | None = None,
        delay: float = 0.0,
        delay_after: float = 0.0,
        drop: bool = False,
        after_acceptance: bool = False,
        wrong: str | None = None,
        hold: str | None = None,
        times: int = 1,
    ) -> Gate:
        """Let the next `times` calls of `method` fail so; the gate at which a held or late call stands comes back.

        `status` answers that HTTP status (429 with Retry-After); `error` answers `{"ok": false}` with it; `delay` waits
        so many seconds before anything is done, `delay_after` when it is done and not yet answered; `drop` closes the
        connection without doing or answering anything; `after_acceptance` does what was asked and then closes the
        connection, so the bot cannot know; `wrong` does what was asked and answers 200 with a body that is no answer
        (`html`, `list`, `bare`, `empty`, or any text); `hold` is `before` or `after` acceptance.
        """
        gate = Gate()
        fault = Fault(
            method, status, retry_after, error, delay, delay_after, drop, after_acceptance, wrong, hold, times, gate
        )
        with self._lock:
            self._waiting.append(fault)
            if hold or delay or delay_after:
                self._gates.append(gate)
        return gate

    def waiting(self) -> tuple[Fault, ...]:
        """The faults that have not happened yet, in their order."""
        with self._lock:
            return tuple(self._waiting)

    def release(self) -> None:
        """Let every held or late call go on."""
        with self._lock:
            gates, self._gates = self._gates, []
        for gate in gates:
            gate.release()

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
        """Forget the faults that have not happened yet, and let every held or late call go on."""
        with self._lock:
            self._waiting.clear()
        self.release()


# The switches of the page's panel: what each asks of `Faults.next`, given the number typed beside it.
SWITCHES: Mapping[str, tuple[str, str | None, Mapping[str, Any]]] = {
    "delay": ("Late, before acceptance", "delay", {}),
    "delay_after": ("Late, after acceptance", "delay_after", {}),
    "hold": ("Held before acceptance", None, {"hold": BEFORE}),
    "hold_after": ("Held after acceptance", None, {"hold": AFTER}),
    "drop": ("Dropped", None, {"drop": True}),
    "cut": ("Cut off after acceptance", None, {"after_acceptance": True}),
    "500": ("HTTP 500", None, {"status": 500}),
    "429": ("HTTP 429", "retry_after", {"status": 429}),
    "html": ("Wrong answer: HTML", None, {"wrong": "html"}),
    "list": ("Wrong answer: []", None, {"wrong": "list"}),
    "bare": ("Wrong answer: no ts", None, {"wrong": "bare"}),
}
