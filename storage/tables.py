"""Every table, for the migrations to compare with."""

from storage import (
    actions,
    agreements,
    closed_days,
    conflicts,
    deadlines,
    decisions,
    feeds,
    files,
    followers,
    issues,
    meetings,
    milestones,
    notices,
    outbox,
    people,
    posts,
    register,
    reviews,
    signatures,
    submissions,
    trackers,
)
from storage.database import Base

__all__ = [
    "actions",
    "agreements",
    "closed_days",
    "conflicts",
    "deadlines",
    "decisions",
    "feeds",
    "files",
    "followers",
    "issues",
    "meetings",
    "metadata",
    "milestones",
    "notices",
    "outbox",
    "people",
    "posts",
    "register",
    "reviews",
    "signatures",
    "submissions",
    "trackers",
]

metadata = Base.metadata
