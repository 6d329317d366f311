"""A person's hands, for tests: everything somebody can do in Slack, done over the same signed HTTP and at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.practice import acts, screens
from bot.practice.forms import Field, entered, fields_of
from bot.practice.pressing import chosen, find_pressable, pressed, the_pressable, values_around
from bot.practice.shapes import CannotDo, Json, Message, Person, Reply, View
from bot.practice.workspace import Workspace


class Hands:
    """The hands of one person. What she could not do in Slack raises CannotDo, which is an AssertionError.

    The state of her screen lives in the workspace, so the page and several Hands of one person show the same.
    """

    def __init__(self, workspace: Workspace, user_id: str) -> None:
        self.workspace = workspace
        self.person: Person = acts.person_of(workspace, user_id)

    # What she sees

    def sees(self, channel: str) -> list[Message]:
        """The messages of a channel that she sees, replies and her own ephemerals included, oldest first."""
        return self.workspace.visible(self.person.id, channel)

    def dms(self) -> list[Message]:
        """The messages between her and the bot, oldest first."""
        return self.sees(self.workspace.dm(self.person.id))

    @property
    def modal(self) -> Json | None:
        """The topmost open modal as Slack's view object, with what stands in its fields; None when none is open."""
        stack = self.modal_stack
        return stack[-1] if stack else None

    @property
    def modal_stack(self) -> list[Json]:
        """Her open modals, the topmost last."""
        ws = self.workspace
        with ws.lock:
            return [view.as_slack(ws.app_id, ws.bot_id, ws.team_id) for view in ws.stacks.get(self.person.id, [])]

    @property
    def modal_errors(self) -> dict[str, str]:
        """The sentences that stand beside the fields of the open modal: block_id -> sentence."""
        return dict(self.workspace.errors.get(self.person.id, {}))

    @property
    def home(self) -> Json | None:
        """Her Home tab as last published, or None."""
        view = self.workspace.homes.get(self.person.id)
        return self._as_slack(view) if view else None

    @property
    def warnings(self) -> list[str]:
        """The errors that Slack itself showed her, oldest first."""
        return [trouble.text for trouble in self.workspace.troubles if trouble.user_id == self.person.id]

    # What she does in the composer

    def types(self, line: str, *, channel: str | None = None, thread_ts: str | None = None) -> Reply:
        """Send a slash command; without a channel, in her direct messages with the bot."""
        where = acts.channel_of(self.workspace, self.person, channel or self.workspace.dm(self.person.id))
        return acts.type_command(self.workspace, self.person, line, where, thread_ts)

    def says(self, text: str, *, channel: str | None = None, thread_ts: str | None = None) -> Message:
        """Post a message; `@Name`, `<@U1>` and `@here` mention, all else is text. The message as it was posted."""
        where = acts.channel_of(self.workspace, self.person, channel or self.workspace.dm(self.person.id))
        return acts.say(self.workspace, self.person, text, where, thread_ts)

    def shortcut(self, callback_id: str, *, message: Message | None = None) -> Reply:
        """Use a message shortcut, or without a message a global one."""
        return acts.use_shortcut(self.workspace, self.person, callback_id, message)

    # What she does on messages

    def presses(
        self,
        button: str,
        message: Message | None = None,
        channel: str | None = None,
        *,
        confirm: bool = True,
        option: str | None = None,
    ) -> Reply:
        """Press a button by its label or action_id: on this message, or on the latest one she sees that has it.

        `confirm=False` answers a confirm dialog with its deny button: nothing is sent. `option` is for overflow menus.
        A message may be given as she saw it earlier, with buttons that have gone since.
        """
        target = message or self._latest(button, channel)
        if target.ephemeral_for not in {None, self.person.id}:
            raise CannotDo(f"{self.person.name} does not see this message")
        acts.channel_of(self.workspace, self.person, target.channel)
        found = the_pressable(target.blocks, button, "on this message")
        if "confirm" in found.element and not confirm:
            return Reply(0)
        values = values_around(self.workspace, self.person.id, target)
        return acts.press(self.workspace, self.person, target, pressed(found, option), values)

    def chooses(self, field: str, value: Any, message: Message) -> Reply:
        """Change a menu, date or tick box of a message, found by its block_id or action_id."""
        target = self._field(fields_of(message.blocks), field)
        values = values_around(self.workspace, self.person.id, message)
        state = self._entered(target, value, message)
        values = _with(values, target, state)
        self.workspace.message_values[(self.person.id, message.ts)] = values
        return acts.press(self.workspace, self.person, message, chosen(target, state), values)

    # What she does on the Home tab

    def opens_home(self) -> Json | None:
        """Open the Home tab, which tells the bot. The view it then shows, or None."""
        view = acts.open_home(self.workspace, self.person)
        return self._as_slack(view) if view else None

    def presses_home(self, button: str, *, confirm: bool = True, option: str | None = None) -> Reply:
        """Press a button of the Home tab as it stands."""
        view = self.workspace.homes.get(self.person.id)
        if view is None:
            raise CannotDo(f"{self.person.name} has no Home tab yet")
        found = the_pressable(view.body["blocks"], button, "on the Home tab")
        if "confirm" in found.element and not confirm:
            return Reply(0)
        return acts.press_in_view(self.workspace, self.person, view, pressed(found, option))

    # What she does in a modal

    def fills(self, fields: Mapping[str, Any]) -> None:
        """Fill in fields of the open modal, by block_id (or `block_id/action_id`), without sending anything."""
        view = self._view()
        listed = fields_of(view.body["blocks"])
        values = view.values
        for name, raw in fields.items():
            field = self._field(listed, name)
            values = _with(values, field, self._entered(field, raw, view))
        screens.keep_values(self.workspace, view, values)

    def submits(self, fields: Mapping[str, Any] | None = None, *, unchecked: bool = False) -> Reply:
        """Fill in fields and submit. `unchecked` sends what Slack's own client would have held back."""
        self.fills(fields or {})
        return acts.submit(self.workspace, self.person, self._view(), unchecked=unchecked)

    def changes(self, field: str, value: Any) -> Reply:
        """Change a field that is sent at once: one with dispatch_action, or one outside input blocks."""
        self.fills({field: value})
        view = self._view()
        target = self._field(fields_of(view.body["blocks"]), field)
        if not target.dispatches:
            raise CannotDo(f"{field!r} is not sent before the form is submitted: its block has no dispatch_action")
        state = view.values[target.block_id][target.action_id]
        return acts.press_in_view(self.workspace, self.person, view, chosen(target, state))

    def presses_in_modal(self, button: str, *, confirm: bool = True, option: str | None = None) -> Reply:
        """Press a button of the open modal."""
        view = self._view()
        found = the_pressable(view.body["blocks"], button, "in the open modal")
        if "confirm" in found.element and not confirm:
            return Reply(0)
        return acts.press_in_view(self.workspace, self.person, view, pressed(found, option))

    def closes(self, *, whole: bool = False) -> list[Reply]:
        """Close the open modal, or the whole stack. What the bot answered to each view_closed it got."""
        return acts.close(self.workspace, self.person, self._view(), whole=whole)

    def searches(self, field: str, query: str) -> list[Json]:
        """Type into an external select of the open modal. The options that the bot offers."""
        view = self._view()
        target = self._field(fields_of(view.body["blocks"]), field)
        asked = {"block_id": target.block_id, "action_id": target.action_id}
        return acts.suggest(self.workspace, self.person, asked, query, view)

    # How

    def _as_slack(self, view: View) -> Json:
        return view.as_slack(self.workspace.app_id, self.workspace.bot_id, self.workspace.team_id)

    def _view(self) -> View:
        stack = self.workspace.stacks.get(self.person.id)
        if not stack:
            raise CannotDo(f"{self.person.name} has no modal open")
        return replace(stack[-1])

    def _latest(self, button: str, channel: str | None) -> Message:
        ws = self.workspace
        where = [channel] if channel else list(ws.channels)
        seen = [message for each in where for message in self.sees(each)]
        having = [message for message in seen if find_pressable(message.blocks, button)]
        if not having:
            raise CannotDo(f"{self.person.name} sees no message with a button {button!r}")
        return max(having, key=lambda message: tuple(int(part) for part in message.ts.split(".")))

    def _field(self, listed: list[Field], name: str) -> Field:
        for field in listed:
            if name in {field.block_id, f"{field.block_id}/{field.action_id}"}:
                return field
        for field in listed:
            if name == field.action_id:
                return field
        there = ", ".join(repr(field.block_id) for field in listed) or "none"
        raise CannotDo(f"there is no field {name!r}; the fields are: {there}")

    def _entered(self, field: Field, raw: Any, where: View | Message) -> Json:
        suggested: list[Json] = []
        if field.kind in {"external_select", "multi_external_select"} and raw:
            asked = {"block_id": field.block_id, "action_id": field.action_id}
            for query in raw if isinstance(raw, list | tuple) else [raw]:
                typed = query["text"]["text"] if isinstance(query, dict) else str(query)
                suggested += acts.suggest(self.workspace, self.person, asked, typed, where)
        return entered(field, raw, self.workspace, suggested)


def _with(values: Json, field: Field, state: Json) -> Json:
    return values | {field.block_id: values[field.block_id] | {field.action_id: state}}
