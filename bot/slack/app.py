"""The Slack door: one listener for each kind of payload, and a table look-up behind it.

A listener reads plain values, calls one handler in one transaction, and answers. None of them raises: an
exception right after `ack()` would cancel the ack in Bolt, and the person would be told nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

import structlog
from slack_bolt import Ack, App, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from sqlalchemy import Engine

from bot import homes, words
from bot.documents.intake import Intake
from bot.doors import DoorError
from bot.logs import new_id
from bot.slack import blocks, forms, home, payloads
from bot.slack.chat import Chat
from bot.slack.commands import dialect, word_of
from bot.slack.forms import Context
from handlers import restoring, submissions
from handlers.forms import FormRefused, check
from handlers.overview import menu
from handlers.overview.home import facts, opened
from handlers.requests import Answer, Ask, Home, Request, Say
from handlers.tables import COMMANDS, FORMS, PRESSES, SHORTCUTS, press
from rules.errors import Refusal
from rules.sentences import word
from storage import outbox
from storage.database import transaction

Json = dict[str, Any]
log = structlog.get_logger()
ANYTHING = re.compile(r".*", re.DOTALL)


@dataclass(frozen=True)
class WayIn:
    """What every listener needs: the database, the chat, the time, a way to wake the outbox, and the intake."""

    engine: Engine
    chat: Chat
    now: Callable[[], datetime]
    wake: Callable[[], None]
    aside: ThreadPoolExecutor  # for hints that may be lost: an answer never waits for them
    intake: Intake
    public_url: str | None = None


@dataclass(frozen=True)
class Told:
    """An answer in words, drawn while its transaction is open: what cannot be said is not done."""

    template: str
    line: str
    text: str
    blocks: list[Json]

    @property
    def page(self) -> Json:
        """Return it as a page over what the person sees."""
        return blocks.page("Accord", self.blocks)


def build_app(door: WayIn, *, token: str, signing_secret: str) -> App:
    """Return the Bolt app with its listeners."""
    app = App(
        name="accord",  # else Bolt looks for one in the source files of whoever called
        signing_secret=signing_secret,
        authorize=lambda: AuthorizeResult(enterprise_id=None, team_id=None, bot_token=token),
        process_before_response=True,
    )
    app.command(ANYTHING)(_listener(door, _answer_command))
    app.shortcut(ANYTHING)(_listener(door, _answer_shortcut))
    app.action(ANYTHING)(_listener(door, _answer_press))
    app.view(ANYTHING)(_listener(door, _answer_submission))
    app.event(ANYTHING)(_listener(door, _answer_event))
    app.view_closed(ANYTHING)(_listener(door, _answer_nothing))
    app.options(ANYTHING)(_listener(door, _answer_nothing))
    app.error(_not_slacks)
    return app


def _not_slacks(error: Exception) -> BoltResponse:
    """Answer what Bolt itself stumbles over: the listeners never raise, so it is no payload that Slack sends."""
    log.warning("not a payload of Slack's", error=_where(error))
    return BoltResponse(status=400, body="This is not a payload of Slack's.")


def _listener(door: WayIn, answer: Callable[[WayIn, Ack, Json], None]) -> Callable[[Ack, Json], None]:
    """Return a listener that always answers, whatever the payload is made of."""

    def listen(ack: Ack, body: Json) -> None:
        payload = payloads.cleaned(body)
        try:
            answer(door, ack, payload)
        except Exception as error:  # noqa: BLE001 (whatever it was, the person gets an answer)
            request_id = new_id()
            log.error("request", id=request_id, kind=answer.__name__, outcome="failed", error=_where(error))
            if ack.response is None:
                with suppress(Exception):
                    _apologise(door, ack, payload, request_id)
            if ack.response is None:
                ack()

    return listen


def _apologise(door: WayIn, ack: Ack, body: Json, request_id: str) -> None:
    sorry = _told(Say("apology", {"id": request_id}))
    if "command" in body:
        ack(text=sorry.text, blocks=sorry.blocks, response_type="ephemeral")
    elif body.get("type") == "view_submission":
        ack(response_action="update", view=sorry.page)
    else:
        ack()
        _say(door, body, payloads.of_press(body, {}, door.now()), sorry)


# --- One request, one transaction, one answer ---------------------------------------------------------------------


def _handled(
    door: WayIn, kind: str, name: str, request: Request, work: Callable[..., Answer | Json]
) -> Told | Json | None:
    """Return what the handler answers, drawn: words, or a view.

    A refusal's sentence, or an apology with an id, stands for what it did not do.
    """
    if not (request.user.user and request.user.workspace):
        return _refused("Slack did not say who you are. Please try once more.")
    request_id, name = new_id(), name[:LONGEST_NAME]
    try:
        with transaction(door.engine) as session:
            restoring.check(session, request)
            asked = replace(request, public_url=door.public_url)
            answer = _drawn(session, asked, work(session, asked))
            caused = outbox.queued(session)
    except FormRefused:
        log.info("request", id=request_id, kind=kind, name=name, user=request.user.user, outcome="form refused")
        raise
    except Refusal as refusal:
        log.info("request", id=request_id, kind=kind, name=name, user=request.user.user, outcome="refused")
        return _refused(str(refusal))
    except Exception as error:  # noqa: BLE001 (whatever it was, the person gets an answer)
        # The error's own words can hold what people typed: its kind and place are enough to find it.
        log.error("request", id=request_id, kind=kind, name=name, outcome="failed", error=_where(error))
        return _told(Say("apology", {"id": request_id}))
    log.info("request", id=request_id, kind=kind, name=name, user=request.user.user, outcome="done")
    if caused:
        door.wake()
    return answer


LONGEST_NAME = 60  # a log line stays a line


def _where(error: BaseException) -> str:
    """Return an error's kind and the lines it came by, without its words."""
    lines, trace = [], error.__traceback__
    while trace is not None:
        lines.append(f"{trace.tb_frame.f_code.co_filename.rsplit('/', 2)[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(error).__name__} at {' > '.join(lines[-6:])}"


def _drawn(session: Any, request: Request, answer: Answer | Json) -> Told | Json | None:
    if isinstance(answer, Home):
        return home.draw(homes.page(*facts(session, answer.account, request.now), dialect))
    if isinstance(answer, Ask):
        return forms.draw(answer.form, Context(answer.form.row, request.channel, request.link, request.text))
    return _told(answer) if isinstance(answer, Say) else answer


def _told(say: Say) -> Told:
    said = words.render(say.template, say.facts, dialect)
    return Told(say.template, said.line, *blocks.draw(said, say.buttons))


def _refused(sentence: str) -> Told:
    return _told(Say("refusal", {"sentence": sentence}))


def _open(door: WayIn, body: Mapping[str, Any], view: Json) -> Told | None:
    """Open a form or page; return what to say where Slack did not let us."""
    try:
        if payloads.text(body, "view", "type") == "modal":
            door.chat.push(payloads.text(body, "trigger_id"), view)
        else:
            door.chat.open(payloads.text(body, "trigger_id"), view)
    except DoorError as error:
        log.warning("form not opened", error=error.code)
        return _refused("Slack did not open the form in time. Please try once more.")
    return None


# --- The kinds of payload -----------------------------------------------------------------------------------------


def _answer_nothing(door: WayIn, ack: Ack, body: Json) -> None:
    """Take what nothing follows from: a closed form, and menus that another app's block asks us to fill."""
    del door
    ack(options=[]) if body.get("type") == "block_suggestion" else ack()


def _answer_command(door: WayIn, ack: Ack, body: Json) -> None:
    request = payloads.of_command(body, door.now())
    name = payloads.text(body, "command")
    answer = _handled(door, "command", name, request, COMMANDS[word_of(name)])
    if isinstance(answer, dict):
        answer = _open(door, body, answer)
    if isinstance(answer, Told):
        ack(text=answer.text, blocks=answer.blocks, response_type="ephemeral")
    else:
        ack()


def _answer_shortcut(door: WayIn, ack: Ack, body: Json) -> None:
    name = payloads.text(body, "callback_id")
    channel, ts = payloads.text(body, "channel", "id"), payloads.text(body, "message", "ts")
    link = door.chat.permalink(channel, ts) if channel and ts else None
    request = payloads.of_shortcut(body, door.now(), link)
    answer = _handled(door, "shortcut", name, request, SHORTCUTS.get(name, menu.menu))
    ack()
    _show(door, body, request, answer)


def _answer_press(door: WayIn, ack: Ack, body: Json) -> None:
    actions = body.get("actions")
    action = actions[0] if isinstance(actions, list) and actions and isinstance(actions[0], dict) else {}
    if action.get("type") != "button":
        _redraw(door, ack, body)
        return
    request = payloads.of_press(body, action, door.now())
    name = payloads.text(action, "action_id").partition(":")[0]
    answer = (
        _handled(door, "press", name, request, partial(press, name))
        if name in PRESSES
        else _refused(f"This button is from an older Accord. {word('partnership')} shows what there is.")
    )
    ack()
    _show(door, body, request, answer)


def _redraw(door: WayIn, ack: Ack, body: Json) -> None:
    """Draw a form anew after an answer that changes what it asks."""
    view = payloads.part(body, "view")
    name, values = payloads.text(view, "callback_id"), forms.read(view)
    context = Context.read(view.get("private_metadata"))
    entry = FORMS.get(name)
    ack()
    if entry is None:
        return

    def draw(session: Any, asked: Request) -> Json:
        return forms.redraw(entry.draw(session, asked), view, context)

    request = replace(payloads.of_form(body, context, door.now()), filled=values)
    drawn = _handled(door, "redraw", name, request, draw)
    if isinstance(drawn, dict):
        try:
            door.chat.redraw(payloads.text(view, "id"), payloads.text(view, "hash") or None, drawn)
        except DoorError as error:
            log.warning("form not redrawn", error=error.code)


def _answer_submission(door: WayIn, ack: Ack, body: Json) -> None:
    view = payloads.part(body, "view")
    name, values = payloads.text(view, "callback_id"), forms.read(view)
    context = Context.read(view.get("private_metadata"))
    entry = FORMS.get(name)
    values = door.intake.taken(values, forms.documents(view))
    request = payloads.of_form(body, context, door.now())
    if entry is None:
        page = _refused("This form is from an older Accord. Please open it again.").page
        ack(response_action="update", view=page)
        return

    def submit(session: Any, asked: Request) -> Answer:
        if not submissions.first_time(session, asked, values):
            return None
        return entry.submit(session, asked, check(entry.draw(session, replace(asked, filled=values)), values))

    try:
        answer = _handled(door, "form", name, request, submit)
    except FormRefused as refused:
        _refuse(ack, view, refused.faults, _refused(str(refused)))
        return
    if isinstance(answer, Told) and answer.template in ("refusal", "apology"):
        _refuse(ack, view, {"": answer.line}, answer)
        return
    if isinstance(answer, Told) and request.channel is None:  # opened from the home tab: there is no place but here
        ack(response_action="update", view=answer.page)
        return
    ack()
    if isinstance(answer, Told):
        _say(door, body, request, answer)


def _refuse(ack: Ack, view: Mapping[str, Any], faults: Mapping[str, str], told: Told) -> None:
    """Show faults against inputs the form has: one against none of them at the first, or instead of a bare form."""
    inputs = forms.block_ids(view)
    if not inputs:
        ack(response_action="update", view=told.page)
        return
    shown: dict[str, str] = {}
    for key, sentence in faults.items():
        place = inputs.get(key) or next(iter(inputs.values()))
        shown[place] = f"{shown.get(place, '')} {words.spelt(sentence, dialect)}".strip()
    ack(response_action="errors", errors=shown)


def _show(door: WayIn, body: Mapping[str, Any], request: Request, answer: Told | Json | None) -> None:
    """Open a form, draw the home tab anew, or say something to whoever asked."""
    if isinstance(answer, dict) and answer["type"] == "home":
        _try("home", lambda: door.chat.publish_home(request.user.user, answer))
        return
    told = _open(door, body, answer) if isinstance(answer, dict) else answer
    if told is not None:
        _say(door, body, request, told)


def _say(door: WayIn, body: Mapping[str, Any], request: Request, told: Told) -> None:
    """Show an answer to the person who asked: where they asked, or as a page over what they see."""
    if request.channel is None:
        _open(door, body, told.page)
        return
    thread = payloads.text(body, "message", "thread_ts") or None
    channel, user = request.channel, request.user.user
    _aside(door, told.template, lambda: door.chat.whisper(channel, user, told.text, told.blocks, thread_ts=thread))


def _aside(door: WayIn, what: str, call: Callable[[], object]) -> None:
    """Call Slack without letting the answer wait for it."""
    door.aside.submit(_try, what, call)


def _try(what: str, call: Callable[[], object]) -> None:
    """Call Slack for what may be lost."""
    try:
        call()
    except DoorError as error:
        log.warning("not shown", what=what, error=error.code)


def _answer_event(door: WayIn, ack: Ack, body: Json) -> None:
    event = payloads.part(body, "event")
    if event.get("bot_id"):  # two apps that answer each other would never end
        ack()
        return
    request = payloads.of_event(body, door.now())
    spoken = replace(request, text=payloads.spoken(event))
    match event.get("type"):
        case "app_home_opened" if event.get("tab", "home") == "home":
            view = _handled(door, "home", "home", request, _home)
            if isinstance(view, Told):
                view = {"type": "home", "blocks": view.blocks}
            if view is not None:
                _aside(door, "home", lambda: door.chat.publish_home(request.user.user, view))
        case "app_mention":
            told = _in_words(_handled(door, "mention", "partnership", spoken, _spoken))
            if told is not None:
                _say(door, {"message": {"thread_ts": event.get("thread_ts")}}, spoken, told)
        case "message" if event.get("channel_type") == "im" and not event.get("subtype"):
            asked = replace(spoken, channel=None)
            said = _in_words(_handled(door, "direct message", "partnership", asked, _spoken))
            if said is not None:
                _aside(door, said.template, lambda: door.chat.post(request.channel or "", said.text, said.blocks))
    ack()


def _spoken(session: Any, asked: Request) -> Answer:
    """Answer what somebody said; nothing where Slack delivers it once more."""
    return menu.command(session, asked) if submissions.first_time(session, asked, {}) else None


def _in_words(answer: Told | Json | None) -> Told | None:
    """Return an answer in words: Slack lets a form be opened from a command or a button, not from what is said."""
    if answer is None or isinstance(answer, Told):
        return answer
    return _refused(f"A form can't be opened from here. Please type it as a command: {word('partnership', '…')}.")


def _home(session: Any, asked: Request) -> Json:
    return home.draw(homes.page(*facts(session, opened(session, asked), asked.now), dialect))
