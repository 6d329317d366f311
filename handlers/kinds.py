"""One page: each kind of matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.actions import facts as action_facts
from handlers.conflicts import access as conflict_access
from handlers.decisions import access as decision_access
from handlers.issues import access as issue_access
from handlers.matters import Kind
from handlers.meetings import access as meeting_access
from handlers.milestones import access as milestone_access
from handlers.reviews import access as review_access
from handlers.signatures import access as signature_access

KINDS: Mapping[str, Kind[Any]] = {
    kind.name: kind
    for kind in (
        issue_access.KIND,
        decision_access.KIND,
        conflict_access.KIND,
        action_facts.KIND,
        signature_access.KIND,
        review_access.KIND,
        milestone_access.KIND,
        meeting_access.KIND,
    )
}
