"""How many Python functions something calls: what it costs, however busy the machine is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any


def calls_of(act: Callable[[], Any]) -> int:
    """How many Python functions are called by an act."""
    count = 0

    def counted(_frame: Any, event: str, _value: Any) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        act()
    finally:
        sys.setprofile(None)
    return count
