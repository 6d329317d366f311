"""Talk to Slack: post, change, show to one person, open a form. Slack's errors become passing or permanent ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import ConnectionErrorRetryHandler

Json = dict[str, Any]

# Codes after which the same call fails again for ever: https://docs.slack.dev/reference/methods/chat.postMessage
PERMANENT = frozenset(
    {
        "account_inactive", "cannot_dm_bot", "cant_update_message", "channel_is_limited_access", "channel_not_found",
        "edit_window_closed", "invalid_arguments", "invalid_blocks", "is_archived", "message_not_found",
        "missing_scope", "msg_blocks_too_long", "msg_too_long", "no_text", "not_in_channel", "restricted_action",
        "user_disabled", "user_not_found", "user_not_in_channel",
    }
)  # fmt: skip
TOO_MANY = 429


class ChatError(Exception):
    """Slack did not take a call. `permanent`: it never will; otherwise it may after `retry_after` seconds."""

    def __init__(self, code: str, *, permanent: bool, retry_after: float | None = None) -> None:
        super().__init__(code)
        self.code, self.permanent, self.retry_after = code, permanent, retry_after


@dataclass(frozen=True)
class Posted:
    """Where a message now stands in Slack."""

    channel: str
    ts: str


class Chat:
    """Slack's Web API, as far as Accord uses it. Every method raises ChatError when Slack refuses or is away."""

    def __init__(self, token: str, api_url: str, *, timeout_seconds: int = 10) -> None:
        self._client = WebClient(
            token=token,
            base_url=api_url,
            timeout=timeout_seconds,
            retry_handlers=[],  # the outbox retries, and remembers that it does
        )
        # Within a request there is no outbox to come back to, and a trigger lasts three seconds.
        self._quick = WebClient(
            token=token, base_url=api_url, timeout=3, retry_handlers=[ConnectionErrorRetryHandler(max_retry_count=1)]
        )

    def post(self, channel: str, text: str, blocks: Sequence[Json], *, thread_ts: str | None = None) -> Posted:
        """Post to a channel, a thread or (by user id) a person; return where it stands."""
        answer = self._call(
            self._client,
            "chat.postMessage",
            {"channel": channel, "text": text, "blocks": list(blocks), "unfurl_links": False, "unfurl_media": False}
            | ({"thread_ts": thread_ts} if thread_ts else {}),
        )
        return Posted(answer["channel"], answer["ts"])

    def change(self, posted: Posted, text: str, blocks: Sequence[Json]) -> Posted:
        """Change a message in place."""
        values = {"channel": posted.channel, "ts": posted.ts, "text": text, "blocks": list(blocks)}
        self._call(self._client, "chat.update", values)
        return posted

    def whisper(self, channel: str, user: str, text: str, blocks: Sequence[Json], *, thread_ts: str | None) -> None:
        """Show something in a channel to one person only; nothing that must be seen or proved goes this way."""
        values = {"channel": channel, "user": user, "text": text, "blocks": list(blocks)}
        self._call(self._quick, "chat.postEphemeral", values | ({"thread_ts": thread_ts} if thread_ts else {}))

    def open(self, trigger: str, view: Json) -> None:
        """Open a form or a page over what the person sees."""
        self._call(self._quick, "views.open", {"trigger_id": trigger, "view": view})

    def push(self, trigger: str, view: Json) -> None:
        """Put a page on top of the form that is open."""
        self._call(self._quick, "views.push", {"trigger_id": trigger, "view": view})

    def redraw(self, view_id: str, view_hash: str | None, view: Json) -> None:
        """Draw a form anew, unless it has changed since."""
        values = {"view_id": view_id, "view": view}
        self._call(self._quick, "views.update", values | ({"hash": view_hash} if view_hash else {}))

    def publish_home(self, user: str, view: Json) -> None:
        """Draw somebody's home tab."""
        self._call(self._quick, "views.publish", {"user_id": user, "view": view})

    def who_am_i(self) -> str:
        """Return the name of the bot's own account in its workspace; for checking that the token is good."""
        return str(self._call(self._quick, "auth.test", {})["user"])

    def time_zone(self, user: str) -> str | None:
        """Return somebody's time zone, such as Europe/London; None where Slack does not say."""
        found = self._call(self._quick, "users.info", {"user": user})["user"].get("tz")
        return str(found) if found else None

    def permalink(self, channel: str, ts: str) -> str | None:
        """Return a link to a message, or None where there is none."""
        try:
            return str(
                self._call(self._quick, "chat.getPermalink", {"channel": channel, "message_ts": ts})["permalink"]
            )
        except ChatError:
            return None

    def _call(self, client: WebClient, method: str, values: Mapping[str, Any]) -> Json:
        try:
            if method in ("users.info", "chat.getPermalink"):
                answer = client.api_call(method, http_verb="GET", params=dict(values))
            else:
                answer = client.api_call(method, json=dict(values))
        except SlackApiError as error:
            raise _as_chat_error(error) from error
        except OSError as error:  # refused, reset, timed out, no such host
            raise ChatError(type(error).__name__, permanent=False) from error
        except ValueError as error:  # an answer that is not Slack's
            raise ChatError("not_an_answer", permanent=False) from error
        return dict(answer.data) if isinstance(answer.data, dict) else {}


def _as_chat_error(error: SlackApiError) -> ChatError:
    response = error.response
    if response.status_code == TOO_MANY:
        return ChatError("ratelimited", permanent=False, retry_after=float(response.headers.get("Retry-After", 1)))
    code = str(response.get("error") or f"http_{response.status_code}") if response.data else "no_answer"
    return ChatError(code, permanent=code in PERMANENT)
