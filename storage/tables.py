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
    milestones,
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
    "metadata",
    "milestones",
    "notices",
    "outbox",
    "people",
    "register",
    "signatures",
    "submissions",
]

metadata = Base.metadata
