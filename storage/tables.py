"""Every table, for the migrations to compare with."""

from storage import (
    actions,
    agreements,
    closed_days,
    conflicts,
    deadlines,
    decisions,
    files,
    issues,
    meetings,
    notices,
    outbox,
    people,
    register,
    signatures,
    submissions,
)
from storage.database import Base

__all__ = [
    "actions",
    "agreements",
    "closed_days",
    "conflicts",
    "deadlines",
    "decisions",
    "files",
    "issues",
    "meetings",
    "metadata",
    "notices",
    "outbox",
    "people",
    "register",
    "signatures",
    "submissions",
]

metadata = Base.metadata
