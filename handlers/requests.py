"""What a door hands in, and what it gets back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from handlers.forms import Form
from storage.people import Account


@dataclass(frozen=True)
class User:
    """A chat account, by the ids of its platform alone. Names and addresses prove nothing."""

    platform: str
    workspace: str
    user: str


@dataclass(frozen=True)
class Request:
    """What somebody asked: who, where, when, about which row, and with which words.

    `filled` is what stands in a form that is drawn anew, by field and not checked yet; nothing when it is opened.
    `once` names the request itself (a form's id): the same one handed in twice is done once. `source` is what
    the register keeps of where it came from. `public_url` is the address under which the web reaches us, None where
    whoever runs it has set none.
    """

    user: User
    now: datetime
    channel: str | None = None
    text: str = ""
    row: int | None = None
    filled: Mapping[str, Any] = field(default_factory=dict)
    once: str | None = None
    link: str | None = None
    source: Mapping[str, Any] = field(default_factory=dict)
    public_url: str | None = None


@dataclass(frozen=True)
class Button:
    """A press that is offered: an action's name and one row's id, which is a mark. The rest is looked up.

    In a list of several matters, `label` says which one each press is about; None: the action's own words.
    """

    action: str
    row: int
    label: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the values the outbox keeps."""
        return {"action": self.action, "row": self.row, "label": self.label}

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Button:
        """Return the button that the outbox keeps as these values."""
        return cls(kept["action"], kept["row"], kept.get("label"))


@dataclass(frozen=True)
class Say:
    """An answer shown to the person who asked and to nobody else."""

    template: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True)
class Ask:
    """A form to fill in."""

    form: Form


@dataclass(frozen=True)
class Home:
    """The home tab of an account, drawn anew."""

    account: Account


Answer = Say | Ask | Home | None  # None: there is nothing to say, the message they pressed on shows the result
