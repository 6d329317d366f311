"""The Slack door: one listener for each kind of payload, and a table look-up behind it.

A listener reads plain values, calls one handler in one transaction, and answers. None of them raises: an
exception right after `ack()` would cancel the ack in Bolt, and the person would be told nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

import structlog
from slack_bolt import Ack, App
from slack_bolt.authorization import AuthorizeResult
from sqlalchemy import Engine

from bot import words
from bot.logs import new_id
from bot.slack import blocks, forms, home, payloads
from bot.slack.chat import Chat, ChatError
from bot.slack.forms import Context
from handlers import home as home_tab
from handlers import partnership, submissions
from handlers.forms import Form, FormRefused, check
from handlers.requests import Answer, Ask, Request, Say
from handlers.tables import COMMANDS, FORMS, PRESSES, SHORTCUTS
from rules.errors import Refusal
from storage.database import transaction

Json = dict[str, Any]
Result = TypeVar("Result")
log = structlog.get_logger()
ANYTHING = re.compile(r".*", re.DOTALL)


@dataclass(frozen=True)
class Door:
    """What every listener needs: the database, the chat, the time, and a way to wake the outbox."""

    engine: Engine
    chat: Chat
    now: Callable[[], datetime]
    wake: Callable[[], None]
    aside: ThreadPoolExecutor  # for hints that may be lost: an answer never waits for them


def build_app(door: Door, *, token: str, signing_secret: str) -> App:
    """Return the Bolt app with its five listeners."""
    app = App(
        signing_secret=signing_secret,
        authorize=lambda: AuthorizeResult(enterprise_id=None, team_id=None, bot_token=token),
        process_before_response=True,
    )

    @app.command(ANYTHING)
    def _command(ack: Ack, body: Json) -> None:
        _answer_command(door, ack, body)

    @app.shortcut(ANYTHING)
    def _shortcut(ack: Ack, body: Json) -> None:
        _answer_shortcut(door, ack, body)

    @app.action(ANYTHING)
    def _press(ack: Ack, body: Json) -> None:
        _answer_press(door, ack, body)

    @app.view(ANYTHING)
    def _submission(ack: Ack, body: Json) -> None:
        _answer_submission(door, ack, body)

    @app.event(ANYTHING)
    def _event(ack: Ack, body: Json) -> None:
        _answer_event(door, ack, body)

    return app


# --- One request, one transaction, one answer ---------------------------------------------------------------------


def _handled(door: Door, kind: str, name: str, request: Request, work: Callable[..., Result]) -> Result | Say:
    """Return what the handler answers; a refusal's sentence, or an apology with an id, where it does not."""
    request_id = new_id()
    try:
        with transaction(door.engine) as session:
            answer = work(session, request)
    except FormRefused:
        log.info("request", id=request_id, kind=kind, name=name, user=request.user.user, outcome="form refused")
        raise
    except Refusal as refusal:
        log.info("request", id=request_id, kind=kind, name=name, user=request.user.user, outcome="refused")
        return Say("refusal", {"sentence": str(refusal)})
    except Exception as error:  # noqa: BLE001 (whatever it was, the person gets an answer)
        # The error's own words can hold what people typed: its kind and place are enough to find it.
        log.error("request", id=request_id, kind=kind, name=name, outcome="failed", error=_where(error))
        return Say("apology", {"id": request_id})
    log.info("request", id=request_id, kind=kind, name=name, user=request.user.user, outcome="done")
    door.wake()
    return answer


def _where(error: BaseException) -> str:
    """Return an error's kind and the lines it came by, without its words."""
    lines, trace = [], error.__traceback__
    while trace is not None:
        lines.append(f"{trace.tb_frame.f_code.co_filename.rsplit('/', 2)[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(error).__name__} at {' > '.join(lines[-6:])}"


def _drawn(say: Say) -> tuple[str, list[Json]]:
    return blocks.draw(words.render(say.template, say.facts), blocks.as_json(say.buttons))


def _open(door: Door, body: Mapping[str, Any], view: Json) -> Say | None:
    """Open a form or page; return what to say where Slack did not let us."""
    try:
        if body.get("view", {}).get("type") == "modal":
            door.chat.push(str(body.get("trigger_id")), view)
        else:
            door.chat.open(str(body.get("trigger_id")), view)
    except ChatError as error:
        log.warning("form not opened", error=error.code)
        return Say("refusal", {"sentence": "Slack did not open the form in time. Please try once more."})
    return None


# --- The five kinds of payload ------------------------------------------------------------------------------------


def _answer_command(door: Door, ack: Ack, body: Json) -> None:
    request = payloads.of_command(body, door.now())
    name = str(body.get("command"))
    answer = _handled(door, "command", name, request, COMMANDS.get(name, partnership.command))
    if isinstance(answer, Ask):
        context = Context(answer.form.row, request.channel, None, request.text)
        answer = _open(door, body, forms.draw(answer.form, context))
    if isinstance(answer, Say):
        text, drawn = _drawn(answer)
        ack(text=text, blocks=drawn, response_type="ephemeral")
    else:
        ack()


def _answer_shortcut(door: Door, ack: Ack, body: Json) -> None:
    name = str(body.get("callback_id"))
    channel, ts = (body.get("channel") or {}).get("id"), (body.get("message") or {}).get("ts")
    link = door.chat.permalink(channel, ts) if channel and ts else None
    request = payloads.of_shortcut(body, door.now(), link)
    answer = _handled(door, "shortcut", name, request, SHORTCUTS.get(name, partnership.menu))
    if isinstance(answer, Ask):
        context = Context(answer.form.row, request.channel, link, request.text)
        answer = _open(door, body, forms.draw(answer.form, context))
    if isinstance(answer, Say):
        _say(door, body, request, answer)
    ack()


def _answer_press(door: Door, ack: Ack, body: Json) -> None:
    actions = body.get("actions") or [{}]
    action = actions[0] if isinstance(actions[0], dict) else {}
    if action.get("type") != "button":
        _redraw(door, ack, body)
        return
    request = payloads.of_press(body, action, door.now())
    name = str(action.get("action_id")).partition(":")[0]
    press = PRESSES.get(name)
    if press is None:
        answer: Answer = Say(
            "refusal", {"sentence": "This button is from an older Accord. `/partnership` shows what there is."}
        )
    else:
        answer = _handled(door, "press", name, request, press.do)
    if isinstance(answer, Ask):
        context = Context(answer.form.row, request.channel, request.link, request.text)
        answer = _open(door, body, forms.draw(answer.form, context))
    if isinstance(answer, Say):
        _say(door, body, request, answer)
    ack()


def _redraw(door: Door, ack: Ack, body: Json) -> None:
    """Draw a form anew after an answer that changes what it asks."""
    view = body.get("view") or {}
    entry = FORMS.get(str(view.get("callback_id")))
    context = Context.read(view.get("private_metadata"))
    if entry is not None:
        values = forms.read(view)
        request = payloads.of_form(body, context, door.now())
        found = _handled(door, "redraw", str(view.get("callback_id")), request, lambda s, r: entry.draw(s, r, values))
        if isinstance(found, Form):
            try:
                door.chat.redraw(str(view.get("id")), view.get("hash"), forms.draw(found.filled(values), context))
            except ChatError as error:
                log.warning("form not redrawn", error=error.code)
    ack()


def _answer_submission(door: Door, ack: Ack, body: Json) -> None:
    view = body.get("view") or {}
    if body.get("type") != "view_submission":
        ack()
        return
    name, context, values = str(view.get("callback_id")), Context.read(view.get("private_metadata")), forms.read(view)
    entry = FORMS.get(name)
    request = payloads.of_form(body, context, door.now())
    if entry is None:
        ack(
            response_action="update",
            view=blocks.page(
                "Accord",
                words.render("refusal", {"sentence": "This form is from an older Accord. Please open it again."}),
            ),
        )
        return

    def submit(session: Any, asked: Request) -> Answer:
        if not submissions.first_time(session, asked):
            return None
        return entry.submit(session, asked, check(entry.draw(session, asked, values), values))

    try:
        answer = _handled(door, "form", name, request, submit)
    except FormRefused as refused:
        ack(response_action="errors", errors=_shown(view, refused.faults))
        return
    if isinstance(answer, Say) and answer.template in ("refusal", "apology"):
        sentence = words.render(answer.template, answer.facts).line
        faults = _shown(view, {"": sentence})
        if faults:
            ack(response_action="errors", errors=faults)
        else:
            ack(response_action="update", view=blocks.page("Accord", words.render(answer.template, answer.facts)))
        return
    if isinstance(answer, Say) and request.channel is None:  # opened from the home tab: there is no place but here
        page = blocks.page("Accord", words.render(answer.template, answer.facts), blocks.as_json(answer.buttons))
        ack(response_action="update", view=page)
        return
    ack()
    if isinstance(answer, Say):
        _say(door, body, request, answer)


def _shown(view: Mapping[str, Any], faults: Mapping[str, str]) -> dict[str, str]:
    """Return faults against inputs the form has; one against none of them is shown at the first."""
    inputs = [block["block_id"] for block in view.get("blocks") or [] if block.get("type") == "input"]
    shown: dict[str, str] = {}
    for key, sentence in faults.items():
        place = key if key in inputs else (inputs[0] if inputs else "")
        if place:
            shown[place] = f"{shown[place]} {sentence}" if place in shown else sentence
    return shown


def _say(door: Door, body: Mapping[str, Any], request: Request, say: Say) -> None:
    """Show an answer to the person who asked: where they asked, or as a page over what they see."""
    text, drawn = _drawn(say)
    if request.channel is None:
        view = blocks.page("Accord", words.render(say.template, say.facts), blocks.as_json(say.buttons))
        _open(door, body, view)
        return
    thread = (body.get("message") or {}).get("thread_ts")
    channel, user = request.channel, request.user.user

    def whisper() -> None:
        try:
            door.chat.whisper(channel, user, text, drawn, thread_ts=thread)
        except ChatError as error:
            log.warning("hint not shown", template=say.template, error=error.code)

    door.aside.submit(whisper)


def _answer_event(door: Door, ack: Ack, body: Json) -> None:
    event = body.get("event") or {}
    request = payloads.of_event(body, door.now())
    match event.get("type"):
        case "app_home_opened" if event.get("tab", "home") == "home":
            _show_home(door, request)
        case "app_mention":
            spoken = replace(request, text=re.sub(r"<@[A-Z0-9]+>", "", request.text).strip())
            answer = _handled(door, "mention", "partnership", spoken, partnership.command)
            _say(door, {"message": {"thread_ts": event.get("thread_ts")}}, spoken, _told(answer))
        case "message" if event.get("channel_type") == "im" and not (event.get("bot_id") or event.get("subtype")):
            answer = _handled(
                door, "direct message", "partnership", replace(request, channel=None), partnership.command
            )
            _reply(door, str(request.channel), _told(answer))
    ack()


def _told(answer: Answer) -> Say:
    """Return an answer in words: Slack lets a form be opened from a command or a button, not from what is said."""
    if isinstance(answer, Say):
        return answer
    return Say(
        "refusal", {"sentence": "A form can't be opened from here. Please type it as a command: `/partnership …`."}
    )


def _reply(door: Door, channel: str, say: Say) -> None:
    text, drawn = _drawn(say)
    try:
        door.chat.post(channel, text, drawn)
    except ChatError as error:
        log.warning("reply not sent", template=say.template, error=error.code)


def _show_home(door: Door, request: Request) -> None:
    def work(session: Any, asked: Request) -> Json:
        return home.draw(*home_tab.facts(session, home_tab.opened(session, asked), asked.now))

    view = _handled(door, "home", "home", request, work)
    try:
        if not isinstance(view, Say):
            door.chat.publish_home(request.user.user, view)
    except ChatError as error:
        log.warning("home not drawn", error=error.code)
