"""The framework that One Halton tracks, as its briefing prints it."""

from __future__ import annotations

from tests.agreements.packs import HALTON

(FRAMEWORK,) = HALTON.trackers


AS_PRINTED = [
    "Achieved",
    "In Progress",
    "Started",
    "TBC",
    "Completed, but refreshing",
    "In Part",
    "Not yet available",
    "Not Started",
    "Restart",
    "In development",
]
