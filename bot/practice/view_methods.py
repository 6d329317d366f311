"""The views.* methods. See docs.slack.dev/reference/methods/views.open and its neighbours."""

from __future__ import annotations

from bot.practice import screens
from bot.practice.api_errors import ApiError, illegal
from bot.practice.screens import Refused
from bot.practice.shapes import Json, Trigger, View
from bot.practice.workspace import Workspace


def views_open(ws: Workspace, args: Json) -> Json:
    """Show a modal to whoever caused the trigger."""
    with ws.lock:
        trigger = _exchange(ws, args)
        try:
            return _answer(ws, screens.open_view(ws, trigger.user_id, args.get("view")))
        except Refused as refused:
            raise _refusal(refused) from None


def views_push(ws: Workspace, args: Json) -> Json:
    """Put a modal on top of the one that the trigger came from."""
    with ws.lock:
        trigger = _exchange(ws, args)
        try:
            return _answer(ws, screens.push_view(ws, trigger.user_id, args.get("view")))
        except Refused as refused:
            raise _refusal(refused) from None


def views_update(ws: Workspace, args: Json) -> Json:
    """Change an open modal, found by view_id or external_id; with `hash`, only if nobody changed it since."""
    with ws.lock:
        if not (args.get("view_id") or args.get("external_id")):
            raise ApiError(
                "invalid_arguments", response_metadata={"messages": ["[ERROR] missing required field: view_id"]}
            )
        view = screens.find_view(ws, args.get("view_id"), args.get("external_id"))
        if view is None:
            raise ApiError("not_found")
        try:
            return _answer(ws, screens.update_view(ws, view, args.get("view"), args.get("hash")))
        except Refused as refused:
            raise _refusal(refused) from None


def views_publish(ws: Workspace, args: Json) -> Json:
    """Replace a person's Home tab."""
    with ws.lock:
        user = str(args.get("user_id") or "")
        if user not in ws.people:
            raise ApiError("user_not_found" if user else "invalid_arguments")
        try:
            return _answer(ws, screens.publish_home(ws, user, args.get("view"), args.get("hash")))
        except Refused as refused:
            raise _refusal(refused) from None


def _exchange(ws: Workspace, args: Json) -> Trigger:
    trigger_id = str(args.get("trigger_id") or "")
    if trigger_id not in ws.triggers:
        raise ApiError("invalid_trigger_id")
    trigger = ws.triggers[trigger_id]
    if trigger is None:
        raise ApiError("exchanged_trigger_id")
    if ws.monotonic() > trigger.expires:
        raise ApiError("expired_trigger_id")
    # Spent on the attempt, whether the view is good or not: the strict reading of "used once".
    ws.triggers[trigger_id] = None
    return trigger


def _refusal(refused: Refused) -> ApiError:
    return illegal(refused.error, refused.problems) if refused.problems else ApiError(refused.error)


def _answer(ws: Workspace, view: View) -> Json:
    return {"view": view.as_slack(ws.app_id, ws.bot_id, ws.team_id)}
