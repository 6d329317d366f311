"""Words that packs once had and nothing ever acted on: they are left out where older packs are read. Pure.

A forum's `temporary` and `delegated`, and the `on_behalf_allowed` of signatures: docs/why.md says why each went.
"""

from __future__ import annotations

from typing import Any


def without_unacted(content: dict[str, Any]) -> dict[str, Any]:
    """Return a pack, as plain data, without the words that nothing acts on; what it does not know it leaves alone."""
    forums, signatures = content.get("forums"), content.get("signatures")
    if isinstance(forums, list):
        content = {**content, "forums": [_without(forum, "temporary", "delegated") for forum in forums]}
    if isinstance(signatures, dict):
        content = {**content, "signatures": _without(signatures, "on_behalf_allowed")}
    return content


def _without(block: Any, *words: str) -> Any:
    if not isinstance(block, dict):
        return block
    return {name: value for name, value in block.items() if name not in words}
