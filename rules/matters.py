"""What holds for matters of every kind: who may do an act. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Allowed:
    """Who may do an act: the leads and deputies of these partners; or any of their people; or the secretary."""

    partners: frozenset[str]
    any_capacity: bool = False
    secretary: bool = False


SECRETARY = "secretary"
"""Who owes what no partner does, in the place of a partner's key."""
