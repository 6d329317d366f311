"""One page: each kind of matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers import (
    action_facts,
    conflict_access,
    decision_access,
    issue_access,
    meeting_access,
    milestone_access,
    review_access,
    signature_access,
)
from handlers.matters import Kind

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
