"""Play a story and keep what it leaves: the rows, the messages with their buttons, the forms that are open.

It runs in a checkout of the release whose traces are kept; README.md in this folder says how. What came of each
button and form there is kept too: each is tried, and undone again.
"""

from __future__ import annotations

import base64
import io
import json
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from structlog.testing import capture_logs

from bot.practice import Hands, acts
from bot.practice.pressing import pressables
from bot.practice.shapes import View
from handlers.tables import FORMS, PRESSES, SHORTCUTS
from rules import months
from storage import migrate
from storage.files import place
from tests.roles import scene as scenes
from tests.roles.playing import _filled
from tests.roles.scene import CAST, Scene, holding
from tests.roles.table import Row, table
from tests.scenarios import tracker_kit
from tests.scenarios.conftest import CHANNELS, ELSEWHERE

Json = dict[str, Any]
BOUND = CHANNELS["sefton-2022"]
PARTNERS = ("mersey-care", "luhft", "sefton-council", "sefton-cvs", "alder-hey")
MATTERS = (
    *("issue SEF-1", "issue SEF-2", "issue SEF-3", "issue SEF-4", "issue SEF-7", "decision SEF-D1", "decision SEF-D2"),
    *("decision SEF-D3", "decision SEF-D4", "conflict SEF-C1", "conflict SEF-C2", "action SEF-A1", "signature SEF-S1"),
    *("signature SEF-S2", "review SEF-R1", "milestone SEF-MS3", "meeting SEF-M1", "meeting SEF-M2", "meeting SEF-M3"),
    *("meeting SEF-M4", "SEF-T1.1", "SEF-T1.2"),
)
LISTS = (
    *("issues", "due", "calendar", "feed", "decisions", "interests", "actions", "signatures", "reviews", "tracker"),
    *("meetings", "bulletin", "milestones", "people", "seats", "open", "undelivered"),
)
FORMS_OF_WORDS = (("U0SAM", "/partnership here", ELSEWHERE), ("U0CAL", "/partnership link", BOUND))
AT = "2022-12-21 09:30"
ROLES = {part.user: role for role, part in CAST.items()}
MESSAGES = Path("templates/messages")
whole_pack = scenes.with_stages


def smaller_pack() -> str:
    """The scene's pack with five of its eleven partners, so that half as much is kept, and with a way to end it."""
    yaml, out = YAML(), io.StringIO()
    pack = yaml.load(whole_pack())
    pack["partners"] = [partner for partner in pack["partners"] if partner["key"] in PARTNERS]
    for partner in pack["partners"]:
        partner.pop("related", None)
    pack["changes"].append({"how": "termination", "rule": "agreement"})
    yaml.dump(pack, out)
    return out.getvalue()


# --- The story ------------------------------------------------------------------------------------------------------


class Story:
    """The scene of the table of roles, gone on with until there is one of each button."""

    def __init__(self, file: Path) -> None:
        migrate.upgrade(f"sqlite:///{file}")
        scenes.with_stages = smaller_pack
        scenes.OTHERS["secretary of both"] = replace(CAST["secretary"], holds=holding("", "secretary"))
        tracker_kit.FILES["works"] += [["Garden", str(number), "Bed", "", "Idle"] for number in range(4, 23)]
        self.scene, self.live = Scene(file), sqlite3.connect(file, isolation_level=None)
        self.world, self.workspace = self.scene.world, self.scene.workspace
        self._goes_on()
        self._looks_round()
        self._leaves_something_waiting()
        self.rows = sqlite3.connect(":memory:")
        self.live.backup(self.rows)
        self.homes, self.journal = dict(self.workspace.homes), list(self.workspace.journal)
        everything = [m for channel in self.workspace.channels for m in self.workspace.messages(channel)]
        self.messages = sorted(everything, key=lambda message: (message.ephemeral_for is None, message.ts))

    def _goes_on(self) -> None:
        ada, ben, joe, sam, sid = (self.world.players[name] for name in ("ada", "ben", "joe", "sam", "sid"))
        ada.raises("Night shifts", "luhft")
        ben.presses("Acknowledge", ben.dm("Night shifts"))
        ada.opens("SEF-7")
        ada.presses("Ask for more time")
        ada.submits({"extend_to": "2023-02-28", "words": "The board meets in February."})
        ada.types("/partnership decision SEF-D1")
        ada.presses("Agree")
        ada.submits()
        ben.presses("Consent", ben.dm("SEF-C1"))
        ben.submits()
        sid.presses("Read and sign", sid.dm("Please sign this for Mersey Care"))
        sid.submits({"name": "Sid", "position": "Chair", "read": True, "attested": True})
        joe.types("/declare-conflict A cousin")
        joe.submits(scenes.CONFLICT | {"declared_as": "provider", "matters": ["decision:1"]})
        for reference, outcome, day in (("SEF-R2", "vary", "2023-02-01"), ("SEF-R3", "end", "2023-02-02")):
            sam.types("/partnership reviews")
            sam.presses("Begin a review")
            sam.submits({"review": "chairing", "meets_on": day, "words": "It is asked for."})
            sam.types(f"/partnership review {reference}")
            sam.presses("What came of it")
            more = {"partner": "luhft", "due_on": "2023-02-01"}
            sam.submits({"outcome": outcome, "limb_0": "Nobody knows who chairs.", **more})
        self.world.wakes_at(AT)

    def _looks_round(self) -> None:
        """Let people ask for all there is to see: what they are told has buttons too."""
        sam, ada, ben = (self.world.players[name] for name in ("sam", "ada", "ben"))
        for player in (sam, ada, ben):
            for words in (*MATTERS, *LISTS, ""):
                player.types(f"/partnership {words}")
        for month in months.NAMES:
            sam.types(f"/partnership calendar {month}")
        for words in LISTS:
            sam.types_in_dm(f"/partnership {words}")  # there she is asked of which of the two agreements
        ada.presses("Tell me as it happens")
        ben.opens_home()
        ada.opens_home()
        ada.presses_home("Month")

    def _leaves_something_waiting(self) -> None:
        """An issue, raised while nothing is sent: its messages wait."""
        ada = Hands(self.workspace, "U0ADA")
        ada.types("/raise-issue Lifts", channel=BOUND)
        ada.submits({"particulars": "They stand still.", "concerns": "any-matter", "affected": ["luhft"]})

    # What comes of an act

    def came_of(self, user: str, act: Callable[[], object]) -> Json:
        """What came of what somebody did, undone again."""
        before, version = len(self._acts()), self._version()
        with capture_logs() as logs:
            act()
        outcome = [line["outcome"] for line in logs if line["event"] == "request"][-1]
        stack = self.workspace.stacks.get(user) or []
        form = stack[-1] if stack and stack[-1].body.get("submit") else None
        came = {"outcome": outcome, "form": form, "acts": self._acts()[before:], "writes": self._version() != version}
        self.rows.backup(self.live)
        self.workspace.stacks.clear()
        self.workspace.homes.update(self.homes)
        return came

    def _acts(self) -> list[str]:
        return [act for (act,) in self.live.execute("SELECT act FROM register ORDER BY id")]

    def _version(self) -> int:
        return int(self.live.execute("PRAGMA data_version").fetchone()[0])


# --- Buttons --------------------------------------------------------------------------------------------------------


def pressed(story: Story, row: Row) -> tuple[Json, Json | None]:
    """A button of this name that somebody may press, with what came of it; and the form it opened, handed in."""
    for press, act in places(story, row):
        came = story.came_of(press["by"], act)
        view = came["form"]
        as_it_should = (view is not None) == (row.verb == "opens") and (came["writes"] or row.verb != "does")
        form = submitted(story, view) if view else None
        if came["outcome"] == "done" and as_it_should and (view is None or form):
            opens = view.body["callback_id"] if view else None
            return press | {"opens": opens, "acts": came["acts"], "writes": came["writes"]}, form
    raise LookupError(f"nobody can press {row.name}")


def places(story: Story, row: Row) -> Iterator[tuple[Json, Callable[[], object]]]:
    """Who may press a button of this name, and where: on a message, those that all see and the newest first, or at home."""
    for message in reversed(story.messages):
        for button in called(row.name, message.blocks):
            alone = message.ephemeral_for or story.workspace.channels[message.channel].person
            for user in [alone] if alone else [CAST[role].user for role in CAST if row.cells[role].allowed]:
                where = {"channel": message.channel, "ts": message.ts, "alone": message.ephemeral_for is not None}
                act = partial(Hands(story.workspace, user).presses, button["action_id"], message)
                yield {"by": user, "button": button, **where}, act
    for user, home in story.homes.items():
        for button in called(row.name, home.body["blocks"]):
            act = partial(Hands(story.workspace, user).presses_home, button["action_id"])
            yield {"by": user, "button": button}, act


def called(name: str, blocks: Iterable[Json]) -> list[Json]:
    """The buttons of this name."""
    return [button.element for button in pressables(blocks) if button.action_id.partition(":")[0] == name]


# --- Forms ----------------------------------------------------------------------------------------------------------


def submitted(story: Story, view: View) -> Json | None:
    """A form with what somebody put into it, and the acts that came of handing it in; None where it was refused."""
    name, user = view.body["callback_id"], view.user_id
    hands, stacks = Hands(story.workspace, user), story.workspace.stacks
    stacks[user] = [view]
    if name == "tracker_propose":  # what it asks follows from the row that is chosen
        hands.changes("criterion", str(story.scene.criterion))
    drawn, filled = stacks[user][-1], _filled(story.scene, name, ROLES[user])
    whole = replace(drawn, values=drawn.values | {key: filled[key] for key in filled if key in drawn.values})
    came = story.came_of(user, lambda: acts.submit(story.workspace, hands.person, whole, unchecked=True))
    return {"by": user, "view": kept_view(whole), "acts": came["acts"]} if came["outcome"] == "done" else None


def kept_view(view: View) -> Json:
    """A form as Slack would hand it back, without what only its reader sees: labels, hints and choices."""
    asked = ("type", "action_id", "filetypes")
    blocks = [
        {
            "type": "input",
            "block_id": block["block_id"],
            "element": {key: block["element"][key] for key in asked if key in block["element"]},
        }
        for block in view.body["blocks"]
        if block["type"] == "input"
    ]
    names = {key: view.body[key] for key in ("type", "callback_id", "private_metadata")}
    return {"id": view.id, "hash": view.hash, **names, "blocks": blocks, "values": view.values}


def done_already(story: Story, name: str) -> Json:
    """The last form of a name that was handed in and done."""
    entries = [entry for entry in story.journal if entry.kind == "view_submission"]
    (*_, last) = [entry for entry in entries if entry.request["view"]["callback_id"] == name]
    body = last.request["view"]
    view = View(body["id"], str(last.who), "", body, "", None, body["hash"], body["state"]["values"])
    return {"by": view.user_id, "view": kept_view(view), "acts": []}


# --- What is kept ---------------------------------------------------------------------------------------------------


def without_the_like(rows: sqlite3.Connection, pressed_on: set[str]) -> None:
    """Leave one sent edit and one sent direct message of each template in the outbox, and those that are pressed.

    What stands in a channel stays, and so does what a row refers to.
    """
    rows.isolation_level = None
    rows.execute("PRAGMA foreign_keys = ON")
    seen: set[tuple[str, bool]] = set()
    query = "SELECT id, template, edits IS NOT NULL, remote_id FROM outbox WHERE state = 'sent' AND "
    query += "(edits IS NOT NULL OR person_id IS NOT NULL) ORDER BY id DESC"
    for row, template, edits, remote in rows.execute(query).fetchall():
        if (template, edits) in seen and remote not in pressed_on:
            with suppress(sqlite3.IntegrityError):
                rows.execute("DELETE FROM outbox WHERE id = ?", (row,))
        seen.add((template, edits))


def documents(story: Story) -> dict[str, str]:
    """The files in the folder, by their hash."""
    hashes = [sha256 for (sha256,) in story.rows.execute("SELECT sha256 FROM files ORDER BY sha256")]
    return {one: encoded(place(story.world.stage.files, one).read_bytes()) for one in hashes}


def given(story: Story, forms: Iterable[Json]) -> list[Json]:
    """The files that people put into these forms."""
    names = json.dumps(list(forms))
    files = [file for file in story.workspace.files.values() if file.id in names]
    return [{"id": f.id, "name": f.name, "by": f.user_id, "content": encoded(f.content)} for f in files]


def tomorrow(story: Story) -> list[Json]:
    """The messages that go out on the next day by their dates alone, whoever gets them."""
    story.world.at("2022-12-22 09:30")
    query = "SELECT template, lane FROM outbox WHERE edits IS NULL AND sent_at >= '2022-12-22' ORDER BY template, lane"
    return [{"template": template, "lane": lane} for template, lane in story.live.execute(query)]


def encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()


def kept(story: Story) -> Json:
    """What stands in the chat, and the names that stand in what is stored."""
    tried = [pressed(story, row) for row in table().rows if row.kind == "buttons"]
    forms = {form["view"]["callback_id"]: form for _, form in tried if form}
    for user, line, channel in FORMS_OF_WORDS:
        view = story.came_of(user, partial(Hands(story.workspace, user).types, line, channel=channel))["form"]
        forms[view.body["callback_id"]] = submitted(story, view)
    done = [done_already(story, name) for name in ("raise_issue", "request_signatures", "signature_sign")]
    bot, workspace = story.workspace.bot_user_id, story.workspace
    posted = [m for m in story.messages if m.user == bot and m.ephemeral_for is None]
    return {
        "at": AT,
        "presses": {press["button"]["action_id"].partition(":")[0]: press for press, _ in tried},
        "forms": forms,
        "done": done,
        "messages": [{"channel": m.channel, "ts": m.ts, "thread_ts": m.thread_ts} for m in posted],
        "people": [asdict(person) for person in workspace.people.values() if person.id != bot],
        "channels": [{"id": one.id, "name": one.name} for one in workspace.channels.values() if not one.person],
        "documents": documents(story),
        "given": given(story, [*forms.values(), *done]),
        "tomorrow": tomorrow(story),
        "names": {
            "presses": sorted(PRESSES),
            "forms": sorted(FORMS),
            "shortcuts": sorted(SHORTCUTS),
            "messages": sorted(folder.name for folder in MESSAGES.iterdir() if not folder.name.startswith("_")),
        },
    }


def main(to: str) -> None:
    """Write the rows to `to`.sql, their tables to tables-`to`.sql, and what stands in the chat to `to`.json."""
    with tempfile.TemporaryDirectory() as folder:
        story = Story(Path(folder) / "accord.sqlite3")
        try:
            found = kept(story)
            without_the_like(story.rows, {press["ts"] for press in found["presses"].values() if "ts" in press})
            dump = list(story.rows.iterdump())
            for name, of_tables in ((f"{to}.sql", False), (f"tables-{to}.sql", True)):
                those = [one for one in dump if one.startswith("CREATE ") is of_tables]
                Path(name).write_text("\n".join(those) + "\n", encoding="utf-8")
            Path(f"{to}.json").write_text(in_lines(found), encoding="utf-8")
        finally:
            story.scene.stop()


def in_lines(found: Json) -> str:
    """JSON with a line for each thing, so that a change of it can be read."""
    parts = []
    for key, value in found.items():
        if isinstance(value, list):
            lines = [json.dumps(one, ensure_ascii=False) for one in value]
            parts.append(f"{json.dumps(key)}: [\n" + ",\n".join(lines) + "\n]")
        elif isinstance(value, dict):
            lines = [f"{json.dumps(name)}: {json.dumps(one, ensure_ascii=False)}" for name, one in value.items()]
            parts.append(f"{json.dumps(key)}: {{\n" + ",\n".join(lines) + "\n}")
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    main(sys.argv[1])
