"""The Slack door as the house knows it: words are drawn as Block Kit, and sent with Slack's Web API."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from bot.doors import DoorError, File, HomePage, Posted, drawn
from bot.slack import blocks, commands, home
from bot.slack.chat import Chat
from bot.words import Words
from handlers.requests import Button


class SlackDoor:
    """The door to the workspaces that a token is good for. What each method promises stands in `bot.doors.Door`."""

    name = "Slack"
    dialect = staticmethod(commands.dialect)

    def __init__(self, chat: Chat, *, pause_seconds: float) -> None:
        self.chat, self.pause_seconds = chat, pause_seconds

    def post(self, channel: str, words: Words, buttons: Sequence[Button], *, under: str | None) -> Posted:
        """Post a message to a channel, a thread or a person."""
        return self.chat.post(channel, *drawn(lambda: blocks.draw(words, buttons)), thread_ts=under)

    def change(self, posted: Posted, words: Words, buttons: Sequence[Button]) -> Posted:
        """Change a message in place."""
        return self.chat.change(posted, *drawn(lambda: blocks.draw(words, buttons)))

    def share(self, channel: str, file: File, *, under: str | None) -> Posted:
        """Share a file in a channel or a thread."""
        said = blocks.fallback(file.line) if file.line else None
        return self.chat.share(channel, file.title, file.name, file.content, thread_ts=under, said=said, alt=file.text)

    def fetch(self, file_id: str, to: BinaryIO, *, most: int) -> None:
        """Write the bytes of a file that a person gave to a form."""
        self.chat.fetch(file_id, to, most=most)

    def show_home(self, user: str, page: HomePage) -> None:
        """Draw somebody's home tab."""
        self.chat.publish_home(user, drawn(lambda: home.draw(page)))

    def time_zone(self, user: str) -> str | None:
        """Return the time zone of somebody's profile."""
        return self.chat.time_zone(user)

    def fault(self) -> str | None:
        """Return what Slack says against the token, or that it does not answer."""
        try:
            self.chat.who_am_i()
        except DoorError as error:
            return f"it answers {error.code}; check SLACK_BOT_TOKEN and the network"
        return None

    def stop(self) -> None:
        """Let go of the connections."""
        self.chat.stop()
