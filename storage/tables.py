"""Every table, for the migrations to compare with."""

from storage import (
    actions,
    agreements,
    closed_days,
    conflicts,
    deadlines,
    decisions,
    issues,
    notices,
    outbox,
    people,
    register,
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
    "issues",
    "metadata",
    "notices",
    "outbox",
    "people",
    "register",
    "submissions",
]

metadata = Base.metadata
