"""The page's own JSON API under /page/: what one person sees, and what she does. For this machine's browser only."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from werkzeug.wrappers import Request, Response

from bot.practice import acts, page_faults, page_state, screens
from bot.practice.forms import Field, entered, fields_of
from bot.practice.pressing import Pressable, chosen, pressables, pressed, values_around
from bot.practice.shapes import CannotDo, Control, Json, Message, Person, View
from bot.practice.workspace import Workspace

_STATIC = Path(__file__).with_name("static")
_FILES = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/page/page.css": ("page.css", "text/css; charset=utf-8"),
}
_FILES |= {f"/page/{path.name}": (path.name, "text/javascript; charset=utf-8") for path in _STATIC.glob("*.js")}
_POLICY = "default-src 'self'; img-src 'self' https: data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_PING_SECONDS = 15.0


def answer(ws: Workspace, controls: Sequence[Control], host: str, request: Request) -> Response:
    """Answer the page. 403 to anybody but a page of this very address on this machine."""
    if not _is_local(request, host):
        return json_response({"error": "This page answers only on the machine it runs on."}, 403)
    if request.path in _FILES:
        name, kind = _FILES[request.path]
        headers = {"Cache-Control": "no-store", "Content-Security-Policy": _POLICY, "X-Content-Type-Options": "nosniff"}
        return Response((_STATIC / name).read_bytes(), content_type=kind, headers=headers)
    if request.path == "/page/state":
        return json_response(page_state.state(ws, controls, request.args))
    if request.method == "GET" and request.path in _SHOWN:
        return _SHOWN[request.path](ws, request)
    act = _ACTS.get(request.path)
    if act is None or request.method != "POST":
        return json_response({"error": "There is no such page."}, 404)
    return _do(ws, controls, act, request)


def json_response(body: Any, status: int = 200) -> Response:
    """A JSON answer that is never kept."""
    text = json.dumps(body, default=str)
    return Response(text, status, content_type="application/json; charset=utf-8", headers={"Cache-Control": "no-store"})


def _file(ws: Workspace, request: Request) -> Response:
    """A file that stands in a message the person can see."""
    person, wanted = request.args.get("as", ""), request.args.get("id", "")
    seen = (message for channel in ws.channels for message in ws.visible(person, channel))
    if not any(file["id"] == wanted for message in seen for file in message.files):
        return json_response({"error": "There is no such file."}, 404)
    file = ws.files[wanted]
    headers = {"Content-Disposition": f"inline; filename*=UTF-8''{quote(file.name)}", "Cache-Control": "no-store"}
    return Response(file.content, mimetype=file.mimetype, headers=headers)


def _is_local(request: Request, host: str) -> bool:
    allowed = {"localhost", "127.0.0.1", "::1", host}
    if urlsplit(f"//{request.host}").hostname not in allowed:
        return False
    origin = request.headers.get("Origin")
    if origin and urlsplit(origin).netloc != request.host:
        return False
    if request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
        # A link from elsewhere may open the page itself, and nothing more.
        return request.path == "/" and request.headers.get("Sec-Fetch-Mode") == "navigate"
    return request.method in {"GET", "HEAD"} or request.mimetype == "application/json" or request.path == "/page/upload"


def _stream(ws: Workspace) -> Iterator[bytes]:
    seen = -1
    while not ws.closed:
        version = ws.version if seen < 0 else ws.wait_for_change(seen, _PING_SECONDS)
        yield b": still here\n\n" if version == seen else f"data: {version}\n\n".encode()
        seen = version


Act = Callable[[Workspace, Person, Json], Json]


def _do(ws: Workspace, controls: Sequence[Control], act: Act, request: Request) -> Response:
    if request.path == "/page/upload":
        given: Json = {"as": request.args.get("as"), "name": request.args.get("name"), "content": request.get_data()}
        given["mimetype"] = request.mimetype
    else:
        body = request.get_json(force=True, silent=True)
        given = body if isinstance(body, dict) else {}
    try:
        if request.path == "/page/control":
            return json_response(_control(controls, given))
        return json_response(act(ws, acts.person_of(ws, str(given.get("as"))), given))
    except CannotDo as error:
        return json_response({"error": str(error)}, 409)
    except KeyError as missing:
        return json_response({"error": f"The request does not say {missing}."}, 400)


def _control(controls: Sequence[Control], given: Json) -> Json:
    control = next((each for each in controls if each.key == given.get("key")), None)
    if control is None:
        raise CannotDo("There is no such button.")
    try:
        return {"said": control.act(given.get("value") or None)}
    except Exception as error:  # noqa: BLE001 - whatever went wrong is for the person at the page to read
        return {"said": f"{control.label}: {error}", "failed": True}


def _say(ws: Workspace, person: Person, given: Json) -> Json:
    channel = acts.channel_of(ws, person, str(given["channel"]))
    text, thread_ts = str(given["text"]), given.get("thread_ts")
    if text.startswith("/"):
        acts.type_command(ws, person, text, channel)
    elif text.strip():
        acts.say(ws, person, text, channel, thread_ts)
    return {}


def _message(ws: Workspace, person: Person, given: Json) -> Message:
    channel = acts.channel_of(ws, person, str(given["channel"]))
    message = ws.message(channel.id, str(given["ts"]))
    if message is None or message.ephemeral_for not in {None, person.id}:
        raise CannotDo("This message is no longer there.")
    return message


def _view(ws: Workspace, person: Person, given: Json) -> View:
    view = screens.find_view(ws, str(given["view_id"]))
    home = ws.homes.get(person.id)
    if view is None and home is not None and home.id == given["view_id"]:
        return home
    if view is None or view.user_id != person.id:
        raise CannotDo("This form is no longer open.")
    return view


def _pressable(blocks: Sequence[Json], given: Json) -> Pressable | None:
    """The button that was pressed; where the message was edited a moment before, the same one with its new block."""
    listed = [each for each in pressables(blocks) if each.action_id == given["action_id"]]
    return next((each for each in listed if each.block_id == given["block_id"]), listed[0] if listed else None)


def _field(blocks: Sequence[Json], given: Json) -> Field:
    wanted = (given["block_id"], given["action_id"])
    for field in fields_of(blocks):
        if (field.block_id, field.action_id) == wanted:
            return field
    raise CannotDo("This button or field is no longer there.")


def _press(ws: Workspace, person: Person, given: Json) -> Json:
    message = _message(ws, person, given)
    values = values_around(ws, person.id, message)
    button = _pressable(message.blocks, given)
    if button:
        action = pressed(button, given.get("value"))
    else:
        field = _field(message.blocks, given)
        state = entered(field, given.get("value"), ws, given.get("suggested") or ())
        values = values | {field.block_id: values[field.block_id] | {field.action_id: state}}
        ws.message_values[(person.id, message.ts)] = values
        action = chosen(field, state)
    reply = acts.press(ws, person, message, action, values)
    return {"trouble": acts.NOT_DELIVERED} if reply.trouble else {}


def _filled(ws: Workspace, view: View, given: Json) -> View:
    """The view with what the page says stands in its fields: block_id -> action_id -> bare value."""
    values = view.values
    suggested = given.get("suggested") or {}
    for field in fields_of(view.body["blocks"]):
        typed = (given.get("values") or {}).get(field.block_id, {})
        if field.action_id in typed:
            state = entered(field, typed[field.action_id], ws, suggested.get(field.action_id) or ())
            values = values | {field.block_id: values[field.block_id] | {field.action_id: state}}
    if view.body["type"] == "home":
        return view
    return screens.keep_values(ws, view, values)


def _press_in_view(ws: Workspace, person: Person, given: Json) -> Json:
    view = _filled(ws, _view(ws, person, given), given)
    button = _pressable(view.body["blocks"], given)
    if button:
        action = pressed(button, given.get("value"))
    else:
        field = _field(view.body["blocks"], given)
        action = chosen(field, view.values[field.block_id][field.action_id])
    reply = acts.press_in_view(ws, person, view, action)
    return {"trouble": acts.NO_CONNECTION} if reply.trouble else {}


def _submit(ws: Workspace, person: Person, given: Json) -> Json:
    view = _filled(ws, _view(ws, person, given), given)
    reply = acts.submit(ws, person, view)
    return {"trouble": acts.NO_CONNECTION} if reply.trouble else {}


def _close(ws: Workspace, person: Person, given: Json) -> Json:
    acts.close(ws, person, _view(ws, person, given), whole=bool(given.get("whole")))
    return {}


def _shortcut(ws: Workspace, person: Person, given: Json) -> Json:
    message = _message(ws, person, given) if given.get("ts") else None
    reply = acts.use_shortcut(ws, person, str(given["callback_id"]), message)
    return {"trouble": acts.NOT_DELIVERED} if reply.trouble else {}


def _home(ws: Workspace, person: Person, _given: Json) -> Json:
    acts.open_home(ws, person)
    return {}


def _suggest(ws: Workspace, person: Person, given: Json) -> Json:
    where: View | Message = _view(ws, person, given) if given.get("view_id") else _message(ws, person, given)
    return {"options": acts.suggest(ws, person, given, str(given.get("query") or ""), where)}


def _upload(ws: Workspace, person: Person, given: Json) -> Json:
    stored = ws.add_file(person.id, str(given["name"] or "file"), given["content"], str(given["mimetype"]))
    return {"id": stored.id}


def _read(ws: Workspace, person: Person, given: Json) -> Json:
    key = (person.id, str(given["channel"]))
    with ws.lock:
        if ws.read_up_to.get(key, "") < str(given["ts"]):
            ws.read_up_to[key] = str(given["ts"])
            ws.changed()
    return {}


def _no_act(_ws: Workspace, _person: Person, _given: Json) -> Json:
    return {}


_ACTS: dict[str, Act] = {
    "/page/say": _say,
    "/page/press": _press,
    "/page/view/press": _press_in_view,
    "/page/view/submit": _submit,
    "/page/view/close": _close,
    "/page/shortcut": _shortcut,
    "/page/home": _home,
    "/page/suggest": _suggest,
    "/page/upload": _upload,
    "/page/read": _read,
    "/page/control": _no_act,
    "/page/faults": page_faults.add,
    "/page/faults/clear": page_faults.clear,
    "/page/faults/release": page_faults.release,
    "/page/rates": page_faults.rates,
}

_SHOWN: dict[str, Callable[[Workspace, Request], Response]] = {
    "/page/stream": lambda ws, _: Response(
        _stream(ws), content_type="text/event-stream", headers={"Cache-Control": "no-store"}
    ),
    "/page/journal": lambda ws, _: json_response(page_state.journal(ws)),
    "/page/faults": lambda ws, _: json_response(page_faults.listed(ws)),
    "/page/file": _file,
}
