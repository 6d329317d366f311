"""Every table, for the migrations to compare with."""

from storage import (
    agreements,
    closed_days,
    counters,
    deadlines,
    feeds,
    files,
    followers,
    matters,
    notices,
    outbox,
    people,
    posts,
    register,
    submissions,
    trackers,
)
from storage.database import Base

__all__ = [
    "agreements",
    "closed_days",
    "counters",
    "deadlines",
    "feeds",
    "files",
    "followers",
    "matters",
    "metadata",
    "notices",
    "outbox",
    "people",
    "posts",
    "register",
    "submissions",
    "trackers",
]

metadata = Base.metadata
