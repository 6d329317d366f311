"""Talk to Slack: post, change, show to one person, open a form. Slack's errors become passing or permanent ones."""

from __future__ import annotations

import asyncio
import math
import threading
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from typing import Any, BinaryIO

import aiohttp
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.http_retry.builtin_async_handlers import AsyncConnectionErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.doors import DoorError, Posted
from bot.patience import SHIPPED, Patience

Json = dict[str, Any]

# Codes after which the same call fails again for ever: https://docs.slack.dev/reference/methods/chat.postMessage
# Those about our token (invalid_auth, token_revoked, account_inactive …) are not among them: it can be renewed, and
# would otherwise take with it every notice that waits.
PERMANENT = frozenset(
    {
        "cannot_dm_bot", "cant_update_message", "channel_is_limited_access", "channel_not_found", "edit_window_closed",
        "file_deleted", "file_not_found",
        "invalid_arguments", "invalid_blocks", "invalid_blocks_format", "is_archived", "is_inactive",
        "message_not_found", "messages_tab_disabled", "missing_scope", "msg_blocks_too_long", "msg_too_long", "no_text",
        "not_in_channel", "restricted_action", "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel", "restricted_action_thread_locked",
        "restricted_action_thread_only_channel", "user_disabled", "user_not_found", "user_not_in_channel",
    }
)  # fmt: skip
TOO_MANY = 429
READING = frozenset({"chat.getPermalink", "files.info", "users.info"})  # these take no JSON
FILES = ("https://files.slack.com/",)  # where Slack keeps them; our token goes nowhere else
TRANSFER_SECONDS = 60  # for the bytes of a file
CHUNK_BYTES = 1 << 18
LONGEST_ALT = 1000  # characters that describe a picture
CONNECTIONS = 50
LONGEST_WAIT_SECONDS = 3600.0


class Chat:
    """Slack's Web API, as far as Accord uses it. Every method raises DoorError when Slack refuses or is away.

    The calls are plain ones from any thread. Behind them one thread holds the connections to Slack open: a new one
    for each message would cost more than the message.
    """

    def __init__(self, token: str, api_url: str, patience: Patience = SHIPPED) -> None:
        self._token, self._api_url, self._patience = token, api_url, patience
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="slack", daemon=True)
        self._starting = threading.Lock()
        self._clients: _Clients | None = None

    def stop(self) -> None:
        """Let go of the connections."""
        if self._clients is not None:
            asyncio.run_coroutine_threadsafe(self._clients.session.close(), self._loop).result()
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
        self._loop.close()

    def post(self, channel: str, text: str, blocks: Sequence[Json], *, thread_ts: str | None = None) -> Posted:
        """Post to a channel, a thread or (by user id) a person; return where it stands."""
        values = {
            "channel": channel,
            "text": text,
            "blocks": list(blocks),
            "unfurl_links": False,
            "unfurl_media": False,
        }
        answer = self._call("chat.postMessage", values | ({"thread_ts": thread_ts} if thread_ts else {}), patient=True)
        where, ts = answer.get("channel"), answer.get("ts")
        if not (isinstance(where, str) and where and isinstance(ts, str) and ts):
            raise DoorError("not_an_answer", permanent=False)
        return Posted(where, ts)

    def share(
        self,
        channel: str,
        title: str,
        name: str,
        content: bytes,
        *,
        thread_ts: str | None,
        said: str | None = None,
        alt: str | None = None,
    ) -> Posted:
        """Share a file in a channel or a thread; return its id. https://docs.slack.dev/messaging/working-with-files.

        `said` stands above it, escaped as Slack wants text; `alt` is what a screen reader says of a picture.
        """
        values = {"channel": channel, "title": title, "filename": name, "content": content, "thread_ts": thread_ts}
        values |= {"initial_comment": said, "alt_txt": alt[:LONGEST_ALT] if alt else None}
        shared = self._do(lambda client: _share(client, values), seconds=TRANSFER_SECONDS).get("files")
        file_id = shared[0].get("id") if isinstance(shared, list) and shared and isinstance(shared[0], dict) else None
        if not (isinstance(file_id, str) and file_id):
            raise DoorError("not_an_answer", permanent=False)
        return Posted(channel, file_id, sha256(content).hexdigest())

    def fetch(self, file_id: str, to: BinaryIO, *, most: int) -> None:
        """Write the bytes of a file that a person gave to a form, which only they and we can see: at most so many."""
        found = self._call("files.info", {"file": file_id}, patient=True).get("file")
        url = str((found if isinstance(found, dict) else {}).get("url_private_download") or "")
        self._do(lambda client: _fetch(client, url, to, most=most), seconds=TRANSFER_SECONDS)

    def change(self, posted: Posted, text: str, blocks: Sequence[Json]) -> Posted:
        """Change a message in place."""
        values = {"channel": posted.channel, "ts": posted.id, "text": text, "blocks": list(blocks)}
        self._call("chat.update", values, patient=True)
        return posted

    def whisper(self, channel: str, user: str, text: str, blocks: Sequence[Json], *, thread_ts: str | None) -> None:
        """Show something in a channel to one person only; nothing that must be seen or proved goes this way."""
        values = {"channel": channel, "user": user, "text": text, "blocks": list(blocks)}
        self._call("chat.postEphemeral", values | ({"thread_ts": thread_ts} if thread_ts else {}))

    def open(self, trigger: str, view: Json) -> None:
        """Open a form or a page over what the person sees."""
        self._call("views.open", {"trigger_id": trigger, "view": view})

    def push(self, trigger: str, view: Json) -> None:
        """Put a page on top of the form that is open."""
        self._call("views.push", {"trigger_id": trigger, "view": view})

    def redraw(self, view_id: str, view_hash: str | None, view: Json) -> None:
        """Draw a form anew, unless it has changed since."""
        values = {"view_id": view_id, "view": view}
        self._call("views.update", values | ({"hash": view_hash} if view_hash else {}))

    def publish_home(self, user: str, view: Json) -> None:
        """Draw somebody's home tab."""
        self._call("views.publish", {"user_id": user, "view": view})

    def who_am_i(self) -> str:
        """Return the name of the bot's own account in its workspace; for checking that the token is good."""
        return str(self._call("auth.test", {}).get("user"))

    def time_zone(self, user: str) -> str | None:
        """Return somebody's time zone, such as Europe/London; None where Slack does not say."""
        found = self._call("users.info", {"user": user}).get("user")
        zone = found.get("tz") if isinstance(found, dict) else None
        return str(zone) if zone else None

    def permalink(self, channel: str, ts: str) -> str | None:
        """Return a link to a message, or None where there is none."""
        try:
            found = self._call("chat.getPermalink", {"channel": channel, "message_ts": ts}).get("permalink")
        except DoorError:
            return None
        return str(found) if found else None

    def _call(self, method: str, values: Mapping[str, Any], *, patient: bool = False) -> Json:
        return self._do(lambda client: _ask(client, method, values), patient=patient)

    def _do(
        self,
        ask: Callable[[AsyncWebClient], Awaitable[Json]],
        *,
        patient: bool = True,
        seconds: float | None = None,
    ) -> Json:
        with self._starting:
            if self._clients is None:
                self._thread.start()
                opening = _open_clients(self._token, self._api_url)
                self._clients = asyncio.run_coroutine_threadsafe(opening, self._loop).result()
        client = self._clients.patient if patient else self._clients.quick
        usual = self._patience.message if patient else self._patience.call
        heard = _heard(ask(client), seconds=usual if seconds is None else seconds)
        return asyncio.run_coroutine_threadsafe(heard, self._loop).result()


@dataclass(frozen=True)
class _Clients:
    """One session, and two ways to use it.

    The outbox tries again itself, and remembers that it does. Within a request there is no coming back.
    """

    session: aiohttp.ClientSession
    patient: AsyncWebClient
    quick: AsyncWebClient


async def _open_clients(token: str, api_url: str) -> _Clients:
    session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS))
    once_more: list[AsyncRetryHandler] = [AsyncConnectionErrorRetryHandler(max_retry_count=1)]
    return _Clients(
        session,
        patient=AsyncWebClient(token, api_url, session=session, retry_handlers=[]),
        quick=AsyncWebClient(token, api_url, session=session, retry_handlers=once_more),
    )


async def _ask(client: AsyncWebClient, method: str, values: Mapping[str, Any]) -> Json:
    if method in READING:
        return _data(await client.api_call(method, http_verb="GET", params=dict(values)))
    return _data(await client.api_call(method, json=dict(values)))


def _data(answer: AsyncSlackResponse) -> Json:
    return dict(answer.data) if isinstance(answer.data, dict) else {}


async def _heard(asked: Awaitable[Json], *, seconds: float) -> Json:
    """Return the answer to a call. Raises DoorError for whatever else came of it."""
    try:
        async with asyncio.timeout(seconds):
            return await asked
    except SlackApiError as error:
        raise _as_chat_error(error) from error
    except (OSError, aiohttp.ClientError) as error:  # refused, reset, timed out, no such host
        raise DoorError(type(error).__name__, permanent=False) from error
    except SlackRequestError as error:  # the address for a file's bytes did not take them
        raise DoorError("upload_failed", permanent=False) from error
    except (ValueError, AttributeError) as error:  # an answer that is not Slack's
        raise DoorError("not_an_answer", permanent=False) from error


async def _share(client: AsyncWebClient, values: Mapping[str, Any]) -> Json:
    return _data(await client.files_upload_v2(**values))


async def _fetch(client: AsyncWebClient, url: str, to: BinaryIO, *, most: int) -> Json:
    """Write the bytes of a file. Raises DoorError where the address is not Slack's, or the file is too large."""
    ours = client.base_url.removesuffix("api/")  # the practice workspace keeps its files itself
    if not url.startswith((*FILES, ours)) or client.session is None:
        raise DoorError("not_a_file_of_slacks", permanent=True)
    headers = {"Authorization": f"Bearer {client.token}"}
    async with client.session.get(url, headers=headers, allow_redirects=False) as answer:
        if answer.status != HTTPStatus.OK:
            raise DoorError(f"http_{answer.status}", permanent=answer.status in (403, 404))
        written = 0
        async for some in answer.content.iter_chunked(CHUNK_BYTES):
            written += len(some)
            if written > most:
                raise DoorError("file_too_large", permanent=True)
            to.write(some)
    return {}


def _as_chat_error(error: SlackApiError) -> DoorError:
    response = error.response
    if not isinstance(response, AsyncSlackResponse):  # not JSON at all
        return DoorError("not_an_answer", permanent=False)
    if response.status_code == TOO_MANY:
        return DoorError("ratelimited", permanent=False, retry_after=_seconds(response.headers.get("Retry-After")))
    known = response.data.get("error") if isinstance(response.data, dict) else None
    code = str(known or f"http_{response.status_code}")
    return DoorError(code, permanent=code in PERMANENT)


def _seconds(retry_after: Any) -> float:
    """Return Slack's Retry-After, at most an hour, or one second where it is no number."""
    try:
        seconds = float(retry_after)
    except (TypeError, ValueError):
        return 1.0
    return 1.0 if math.isnan(seconds) else min(max(0.0, seconds), LONGEST_WAIT_SECONDS)
