"""The page's hidden panel: the faults that wait, and the switches that ask for more."""

from __future__ import annotations

from typing import Any

from bot.practice.faults import SWITCHES
from bot.practice.shapes import CannotDo, Json, Person
from bot.practice.web_api import METHODS
from bot.practice.workspace import Workspace


def listed(ws: Workspace) -> Json:
    """The waiting faults, what can be asked for, and whether Slack's rates hold."""
    return {
        "waiting": [{"method": f.method, "what": str(f), "times": f.times} for f in ws.faults.waiting()],
        "methods": [*sorted(METHODS), "response_url", "upload_url"],
        "switches": [{"key": key, "label": label, "asks": asks} for key, (label, asks, _) in SWITCHES.items()],
        "rates": ws.enforce_rates,
    }


def add(ws: Workspace, _person: Person, given: Json) -> Json:
    """Let the next calls meet this fault."""
    if given["switch"] not in SWITCHES:
        raise CannotDo("There is no such switch.")
    _, asks, fixed = SWITCHES[given["switch"]]
    try:
        times, number = int(given.get("times") or 1), float(given.get("number") or 1)
    except ValueError:
        raise CannotDo("Say how often, and how many seconds, as numbers.") from None
    asked: dict[str, Any] = {asks: int(number) if asks == "retry_after" else number} if asks else {}
    ws.faults.next(method=given.get("method") or None, times=times, **fixed, **asked)
    ws.changed()
    return {}


def clear(ws: Workspace, _person: Person, _given: Json) -> Json:
    """Forget what waits, and let held calls go on."""
    ws.faults.clear()
    ws.changed()
    return {}


def release(ws: Workspace, _person: Person, _given: Json) -> Json:
    """Let held calls go on."""
    ws.faults.release()
    return {}


def rates(ws: Workspace, _person: Person, given: Json) -> Json:
    """Enforce Slack's rates, or not."""
    ws.enforce_rates = bool(given["on"])
    ws.changed()
    return {}
