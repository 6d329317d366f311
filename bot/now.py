"""The present instant. Nothing else reads the clock."""

from __future__ import annotations

from datetime import UTC, datetime


def read_clock() -> datetime:
    """Return the present instant, aware UTC. Everything below `bot/` gets it handed in."""
    return datetime.now(UTC)
