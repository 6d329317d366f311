"""Every action, tried by everybody: done where the table allows it, refused in its words where not, changing nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from bot.slack.commands import TYPED
from handlers.kinds import KINDS
from handlers.overview.menu import WORDS
from handlers.tables import FORMS, PRESSES, SHORTCUTS
from tests.roles.page import PAGE, page
from tests.roles.playing import Outcome, play, said
from tests.roles.scene import Scene, scene_on
from tests.roles.table import Cell, Row, table

NOT_THERE = 999_999  # an id that nothing has
ROWS = {row.id: row for row in table().rows}


@pytest.fixture(scope="module")
def scene(_migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    yield from scene_on(_migrated_file, tmp_path_factory.mktemp("roles") / "accord.sqlite3")


@pytest.mark.parametrize(
    ("kind", "there"),
    [("commands", TYPED.values()), ("words", WORDS), ("shortcuts", SHORTCUTS), ("forms", FORMS), ("buttons", PRESSES)],
)
def test_every_action_has_a_row(kind, there):
    assert table().of(kind) == set(there)


def test_every_role_is_played(scene):
    assert set(scene.people) == set(table().roles)


@pytest.mark.parametrize("name", ROWS)
def test_everybody_tries(scene: Scene, name: str) -> None:
    row, wrong = ROWS[name], []
    for private in (False, True) if row.about_an_issue else (False,):
        for role in row.cells:
            found = play(scene, row, role, private=private)
            cell = table().cell(row, role, private=private)
            faults = judged(row, cell, found, partial(said, row, role, scene.matters[private]))
            if faults:
                issue = (" (private issue)" if private else " (public issue)") if row.about_an_issue else ""
                wrong.append(f"{role}{issue}: {'; '.join(faults)}\n    {found.words.strip()[:300]!r}")
    assert not wrong, "\n".join(wrong)


def judged(row: Row, expected: Cell, found: Outcome, as_said: Callable[[str], str]) -> list[str]:
    """What differs from the table; `as_said` fills in the places of its sentences."""
    if not expected.heard:
        return ["something was said"] * bool(found.words.strip()) + ["something was changed"] * found.changed
    faults = ["everybody in the channel saw it"] * found.publicly
    if not expected.allowed:
        faults += ["something was changed"] * found.changed
        faults += ["a form was opened"] * found.opened
        sentence = as_said(expected.says)
        faults += [f"{sentence!r} was not the answer"] * (found.read != sentence)
        return faults
    refusals = {table().hidden.pressed, table().hidden.typed, row.others_in_private}
    refusals |= {cell.says for cell in row.cells.values()}
    beginnings = {as_said(words.partition("{your lead}")[0]) for words in refusals if words}
    faults += [f"{words!r} was said" for words in beginnings if words in found.words]
    faults += ["no form was opened" if row.verb == "opens" else "a form was opened"] * (
        found.opened != (row.verb == "opens")
    )
    faults += ["nothing was shown"] * (row.verb != "opens" and not found.words.strip())
    if row.kind != "spoken":  # what was said is noted, so that it is answered once
        faults += ["nothing was changed" if row.verb == "does" else "something was changed"] * (
            found.changed != (row.verb == "does")
        )
    return faults


MATTERS = {*KINDS, "tracker"}
OTHERWISE = {
    "conflict_issue": "issue",
    "conflict_decision": "decision",
    **dict.fromkeys(("snooze_day", "snooze_monday", "snooze_before"), "issue"),
    **dict.fromkeys(("criterion_show", "criterion_propose", "change_withdraw"), "tracker"),
    **dict.fromkeys(
        (
            "meeting_series",
            "meeting_one_off",
            "meeting_ahead",
            "milestone_add",
            "review_begin",
            "review_event",
            "tracker",
        ),
        "an agreement",
    ),
}
"""What an action is about whose name does not say it."""


def matter_of(name: str) -> str:
    """The kind of what a form or button is about, for one of a matter."""
    return OTHERWISE.get(name, name.partition("_")[0])


ABOUT_MATTERS = [row.id for row in ROWS.values() if row.kind in ("forms", "buttons") and matter_of(row.name) in MATTERS]


def test_every_kind_of_matter_says_that_one_is_not_there():
    assert set(table().not_there) == MATTERS == {matter_of(ROWS[name].name) for name in ABOUT_MATTERS}


@pytest.mark.parametrize("name", ABOUT_MATTERS)
def test_a_row_that_is_not_there_reads_so_to_everybody(scene: Scene, name: str) -> None:
    row = ROWS[name]
    sentence = table().not_there[matter_of(row.name)]
    for role in table().groups["accounts linked to somebody"]:
        found = play(scene, row, role, private=False, guessed=NOT_THERE)
        assert (found.read, found.opened, found.changed, found.publicly) == (sentence, False, False, False), role


INSIDE = ("secretary", "people of the raising partner", "people of affected partners")


@pytest.mark.parametrize("name", [row.id for row in table().rows if row.lists_issues])
def test_a_list_shows_to_everybody_what_they_may_see(scene: Scene, name: str) -> None:
    row, groups = ROWS[name], table().groups
    inside = {"secretary", *groups[INSIDE[1]], *groups[INSIDE[2]]}
    public, private = scene.matters[False].reference, scene.matters[True].reference
    for role in table().roles:
        words = play(scene, row, role, private=False).words
        assert (public in words) == (role in groups["people of the agreement"]), (role, words)
        assert (private in words) == (role in inside), (role, words)


def test_the_page_on_permissions_says_the_same():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.roles"
