"""Slack's rate limits, for when the workspace enforces them. See docs.slack.dev/apis/web-api/rate-limits."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass

_TIER_2, _TIER_3, _TIER_4 = 20, 50, 100

# Calls a minute. What is not named here is of the fourth tier.
PER_MINUTE = {
    "chat.update": _TIER_3,
    "chat.delete": _TIER_3,
    "conversations.open": _TIER_3,
    "conversations.info": _TIER_3,
    "conversations.join": _TIER_3,
    "users.list": _TIER_2,
    "conversations.list": _TIER_2,
    "conversations.history": _TIER_3,
    "conversations.replies": _TIER_3,
}
POST_BURST = 3


@dataclass
class _Bucket:
    tokens: float
    at: float


class Rates:
    """How many calls are left: one message a second and channel with a small burst, and the tier of each method."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._buckets: dict[str, _Bucket] = {}

    def wait_for(self, method: str, channel: str | None) -> int:
        """Seconds that the caller must wait before this call, for Retry-After; 0 when it may go through."""
        if method == "chat.postMessage":
            return self._take(f"post {channel}", POST_BURST, 1.0)
        per_minute = PER_MINUTE.get(method, _TIER_4)
        return self._take(method, per_minute, per_minute / 60)

    def _take(self, key: str, most: float, per_second: float) -> int:
        with self._lock:
            now = self._clock()
            bucket = self._buckets.setdefault(key, _Bucket(most, now))
            bucket.tokens = min(most, bucket.tokens + (now - bucket.at) * per_second)
            bucket.at = now
            if bucket.tokens >= 1:
                bucket.tokens -= 1
                return 0
            return max(1, math.ceil((1 - bucket.tokens) / per_second))
