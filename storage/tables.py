"""Every table, for the migrations to compare with."""

from storage import (
    agreements,
    backups,
    closed_days,
    counters,
    deadlines,
    feeds,
    files,
    followers,
    heads,
    matters,
    notices,
    outbox,
    people,
    posts,
    redraws,
    register,
    submissions,
    trackers,
)
from storage.database import Base

__all__ = [
    "agreements",
    "backups",
    "closed_days",
    "counters",
    "deadlines",
    "feeds",
    "files",
    "followers",
    "heads",
    "matters",
    "metadata",
    "notices",
    "outbox",
    "people",
    "posts",
    "redraws",
    "register",
    "submissions",
    "trackers",
]

metadata = Base.metadata
