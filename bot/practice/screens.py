"""What is open on a person's screen: the stack of modals and the Home tab. See docs.slack.dev/surfaces/modals."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import Any

from bot.practice import limits
from bot.practice.check import Problem, check_view
from bot.practice.forms import first_values
from bot.practice.shapes import Json, View
from bot.practice.workspace import Workspace


class Refused(Exception):  # noqa: N818 - reads as what happened
    """The workspace would not take a view. `error` is Slack's word for it."""

    def __init__(self, error: str, problems: list[Problem] | None = None) -> None:
        super().__init__(error)
        self.error = error
        self.problems = problems or []


def _checked(body: Any, kind: str) -> Json:
    problems = check_view(body)
    if problems:
        raise Refused("invalid_arguments", problems)
    if body["type"] != kind:
        raise Refused("invalid_arguments", [Problem("/view/type", f"must be {kind}")])
    return dict(body)


def _new(ws: Workspace, user_id: str, body: Json, previous: View | None) -> View:
    view_id = ws.new_id("V")
    blocks = ws.with_ids(body["blocks"])
    person = ws.people[user_id]
    return View(
        view_id,
        user_id,
        person.team_id,
        body | {"blocks": blocks},
        previous.root_id if previous else view_id,
        previous.id if previous else None,
        _hash(ws),
        first_values(blocks),
        body.get("external_id") or "",
    )


def _hash(ws: Workspace) -> str:
    return f"{int(ws.now().timestamp())}.{secrets.token_hex(4)}"


def _unused(ws: Workspace, body: Json, own: str | None = None) -> None:
    external_id = body.get("external_id")
    taken = {view.external_id: view.id for stack in ws.stacks.values() for view in stack}
    if external_id and taken.get(external_id, own) != own:
        raise Refused("duplicate_external_id")


def open_view(ws: Workspace, user_id: str, body: Any) -> View:
    """Show a new modal, in place of any that was open. Raises Refused."""
    with ws.lock:
        checked = _checked(body, "modal")
        _unused(ws, checked)
        view = _new(ws, user_id, checked, None)
        ws.stacks[user_id] = [view]
        _shown(ws, user_id)
        return view


def push_view(ws: Workspace, user_id: str, body: Any) -> View:
    """Show a modal on top of the one that is open, three at most. Raises Refused."""
    with ws.lock:
        stack = ws.stacks.get(user_id, [])
        checked = _checked(body, "modal")
        if not stack:
            raise Refused("not_found")
        if len(stack) >= limits.STACKED_VIEWS:
            raise Refused("push_limit_reached")
        _unused(ws, checked)
        view = _new(ws, user_id, checked, stack[-1])
        ws.stacks[user_id] = [*stack, view]
        _shown(ws, user_id)
        return view


def find_view(ws: Workspace, view_id: str | None, external_id: str | None = None) -> View | None:
    """The open modal with this id or external id, or None."""
    with ws.lock:
        views = [view for stack in ws.stacks.values() for view in stack]
        return next((v for v in views if v.id == view_id or (external_id and v.external_id == external_id)), None)


def update_view(ws: Workspace, view: View, body: Any, expected_hash: str | None = None) -> View:
    """Change an open modal; what was typed stays in fields whose block_id and action_id stay. Raises Refused."""
    with ws.lock:
        current = find_view(ws, view.id)
        if current is None:
            raise Refused("not_found")
        if expected_hash and expected_hash != current.hash:
            raise Refused("hash_conflict")
        checked = _checked(body, "modal")
        _unused(ws, checked, current.id)
        blocks = ws.with_ids(checked["blocks"])
        fresh = replace(
            current,
            body=checked | {"blocks": blocks},
            hash=_hash(ws),
            values=first_values(blocks, current.values),
            external_id=checked.get("external_id") or "",
        )
        stack = ws.stacks[current.user_id]
        ws.stacks[current.user_id] = [fresh if old.id == fresh.id else old for old in stack]
        _shown(ws, current.user_id)
        return fresh


def keep_values(ws: Workspace, view: View, values: Json) -> View:
    """Remember what stands in a modal's fields. The view as it is now."""
    with ws.lock:
        current = find_view(ws, view.id) or view
        fresh = replace(current, values=values)
        stack = ws.stacks.get(view.user_id, [])
        ws.stacks[view.user_id] = [fresh if old.id == fresh.id else old for old in stack]
        ws.changed()
        return fresh


def close_view(ws: Workspace, view: View, *, whole: bool = False) -> list[View]:
    """Take a modal (and what lies on it, or with `whole` the whole stack) from the screen. The views that went."""
    with ws.lock:
        stack = ws.stacks.get(view.user_id, [])
        place = next((index for index, old in enumerate(stack) if old.id == view.id), None)
        if place is None:
            return []
        keep = 0 if whole else place
        ws.stacks[view.user_id] = stack[:keep]
        _shown(ws, view.user_id)
        return stack[keep:]


def publish_home(ws: Workspace, user_id: str, body: Any, expected_hash: str | None = None) -> View:
    """Replace a person's Home tab. Raises Refused."""
    with ws.lock:
        checked = _checked(body, "home")
        old = ws.homes.get(user_id)
        if expected_hash and old and expected_hash != old.hash:
            raise Refused("hash_conflict")
        view = _new(ws, user_id, checked, None)
        if old:
            view = replace(view, id=old.id, root_id=old.id)
        ws.homes[user_id] = view
        ws.changed()
        return view


def set_errors(ws: Workspace, view: View, errors: dict[str, str]) -> None:
    """Show these sentences beside the fields of a modal."""
    with ws.lock:
        ws.errors[view.user_id] = dict(errors)
        ws.changed()


def _shown(ws: Workspace, user_id: str) -> None:
    ws.errors.pop(user_id, None)
    ws.changed()
