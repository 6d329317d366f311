"""The Web API: one call in, one answer out, as docs.slack.dev/apis/web-api describes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.practice import chat, directory, history, uploads, view_methods
from bot.practice.api_errors import ApiError
from bot.practice.check import check_blocks, check_message, check_view
from bot.practice.shapes import Json
from bot.practice.workspace import Workspace

# A method answers its fields of the answer, or raises ApiError.
Run = Callable[[Workspace, Json], Json]


@dataclass(frozen=True)
class Method:
    """`scopes`: the token must have one of them; empty when the method asks for none."""

    run: Run
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """An HTTP answer of the Web API."""

    body: Json
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


def _auth_test(ws: Workspace, _args: Json) -> Json:
    return {
        "url": ws.base_url,
        "team": ws.team_name,
        "user": ws.bot_name.lower(),
        "team_id": ws.team_id,
        "user_id": ws.bot_user_id,
        "bot_id": ws.bot_id,
        "is_enterprise_install": False,
    }


def _api_test(_ws: Workspace, args: Json) -> Json:
    if args.get("error"):
        raise ApiError(str(args["error"]), args=args)
    return {"args": args}


def _blocks_validate(_ws: Workspace, args: Json) -> Json:
    given = [key for key in ("blocks", "view", "message") if args.get(key) is not None]
    if len(given) != 1:
        raise ApiError("invalid_arguments")
    kind, value = given[0], args[given[0]]
    if kind == "view":
        found = check_view(value, "")
    elif kind == "message":
        found = check_message(value)
    else:
        found = check_blocks(value, "message", "")
    if found:
        listed = [{"pointer": item.pointer, "code": "failed_constraint", "message": item.message} for item in found]
        raise ApiError(
            f"invalid_{kind}", errors=listed, response_metadata={"messages": [f"[ERROR] {i}" for i in found]}
        )
    return {}


METHODS: dict[str, Method] = {
    "api.test": Method(_api_test),
    "auth.test": Method(_auth_test),
    "blocks.validate": Method(_blocks_validate),
    "chat.postMessage": Method(chat.post_message, ("chat:write",)),
    "chat.postEphemeral": Method(chat.post_ephemeral, ("chat:write",)),
    "chat.update": Method(chat.update, ("chat:write",)),
    "chat.delete": Method(chat.delete, ("chat:write",)),
    "chat.getPermalink": Method(chat.get_permalink),
    "conversations.open": Method(directory.conversations_open, ("im:write", "mpim:write")),
    "conversations.info": Method(directory.conversations_info, ("channels:read", "groups:read", "im:read")),
    "conversations.list": Method(directory.conversations_list, ("channels:read", "groups:read", "im:read")),
    "conversations.join": Method(directory.conversations_join, ("channels:join",)),
    "conversations.members": Method(directory.conversations_members, ("channels:read", "groups:read", "im:read")),
    "conversations.history": Method(history.conversations_history, history.SCOPES),
    "conversations.replies": Method(history.conversations_replies, history.SCOPES),
    "users.info": Method(directory.users_info, ("users:read",)),
    "users.list": Method(directory.users_list, ("users:read",)),
    "files.info": Method(directory.files_info, ("files:read",)),
    "files.getUploadURLExternal": Method(uploads.get_upload_url, ("files:write",)),
    "files.completeUploadExternal": Method(uploads.complete, ("files:write",)),
    "views.open": Method(view_methods.views_open),
    "views.push": Method(view_methods.views_push),
    "views.update": Method(view_methods.views_update),
    "views.publish": Method(view_methods.views_publish),
}


def call(ws: Workspace, method: str, token: str | None, args: Json) -> Answer:
    """Carry out one call. An error is an answer with `ok: false` and HTTP 200; only too many calls are a 429."""
    headers = {"x-oauth-scopes": ",".join(ws.scopes)}
    try:
        known = METHODS.get(method) or _no_such_method(method)
        if method != "api.test":
            _authorise(ws, known, token)
        if ws.enforce_rates and (seconds := ws.rates.wait_for(method, args.get("channel"))):
            return Answer({"ok": False, "error": "ratelimited"}, 429, {"retry-after": str(seconds)})
        return Answer({"ok": True} | known.run(ws, args), headers=headers)
    except ApiError as error:
        return Answer({"ok": False, "error": error.error} | error.more, headers=headers)


def _no_such_method(method: str) -> Method:
    raise ApiError("unknown_method", req_method=method)


def _authorise(ws: Workspace, method: Method, token: str | None) -> None:
    if not token:
        raise ApiError("not_authed")
    if token != ws.bot_token:
        raise ApiError("invalid_auth")
    if method.scopes and not set(method.scopes) & set(ws.scopes):
        raise ApiError("missing_scope", needed=method.scopes[0], provided=",".join(ws.scopes))


_JSON_ARGUMENTS = frozenset({"blocks", "view", "attachments", "metadata", "message", "unfurls", "files"})


def arguments(raw: Mapping[str, Any]) -> Json:
    """A call's arguments, with those that come as JSON text in a form read. Text that is no JSON is left as it is."""
    return {key: _read(value) if key in _JSON_ARGUMENTS else value for key, value in raw.items()}


def _read(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
