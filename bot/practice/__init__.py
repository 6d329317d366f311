"""A practice workspace that speaks Slack's own protocol to the bot, for the demo and the tests."""

from bot.practice.hands import Hands
from bot.practice.server import Running, serve
from bot.practice.shapes import CannotDo, Channel, Control, Exchange, Message, Person, Reply, Trouble, View
from bot.practice.workspace import Workspace

__all__ = [
    "CannotDo",
    "Channel",
    "Control",
    "Exchange",
    "Hands",
    "Message",
    "Person",
    "Reply",
    "Running",
    "Trouble",
    "View",
    "Workspace",
    "serve",
]
