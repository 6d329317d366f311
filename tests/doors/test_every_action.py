"""Whatever can be asked, asked through a door of the tests' own: its answer is drawn as plain text, and as plain HTML.

People's accounts and the agreement's channels are on another platform than Slack, and no payload of Slack's is made.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from bot import homes, words
from bot.slack.commands import word_of
from handlers.forms import Form
from handlers.overview.home import facts
from handlers.overview.menu import WORDS
from handlers.requests import Answer, Ask, Home, Request, Say, User
from handlers.tables import COMMANDS, FORMS, SHORTCUTS, press
from rules.errors import Refusal
from storage.agreements import Channel
from storage.people import Account
from tests.doors.checks import IN_PAGE, IN_TEXT, is_whole_form, is_whole_home, is_whole_page, is_whole_text
from tests.roles.playing import CHANNEL, about, row_of
from tests.roles.scene import Scene, scene_on
from tests.roles.table import Row, table

PLATFORM = "plain"
ROWS = {row.id: row for row in table().rows if row.kind != "spoken"}


@pytest.fixture(scope="module")
def scene(_migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    for made in scene_on(_migrated_file, tmp_path_factory.mktemp("doors") / "accord.sqlite3"):
        with made.world.session() as session:
            session.execute(update(Account).values(platform=PLATFORM))
            session.execute(update(Channel).values(platform=PLATFORM))
        yield made


@pytest.mark.parametrize("name", ROWS)
def test_what_comes_of_it_is_drawn_whole(scene: Scene, name: str) -> None:
    """For each way in which it can come out, the first of the roles for which it does is played."""
    row = ROWS[name]
    roles = {cell: role for role, cell in reversed(row.cells.items()) if cell.heard}
    for cell, role in roles.items():
        with Session(scene.world.engine) as session:
            request = asked(scene, row, role)
            answer = answered(answer_to, session, row, request)
            assert not (cell.allowed and is_refusal(answer)), answer
            is_drawn_whole(session, request, answer)
            session.rollback()


def asked(scene: Scene, row: Row, role: str) -> Request:
    person, rows = scene.people[role], scene.matters[False]
    text = {"words": about(row.name, rows), "commands": "" if row.name == "/partnership" else "Beds"}
    return Request(
        User(PLATFORM, person.team_id, person.id),
        scene.world.clock(),
        channel=CHANNEL,
        text=text.get(row.kind, ""),
        row=row_of(scene, row.name, rows) if row.kind in ("forms", "buttons") else None,
        public_url="https://accord.example",
    )


def answer_to(session: Session, row: Row, request: Request) -> Answer:
    match row.kind:
        case "commands":
            return COMMANDS[word_of(row.name)](session, request)
        case "words":
            return WORDS[row.name](session, request)
        case "shortcuts":
            return SHORTCUTS[row.name](session, request)
        case "forms":
            return Ask(FORMS[row.name].draw(session, request))
    return press(row.name, session, request)


def answered(ask: Callable[..., Answer], *given: Any) -> Answer:
    """What is answered: a refusal is said as a door says one."""
    try:
        return ask(*given)
    except Refusal as refused:
        return Say("refusal", {"sentence": str(refused)})


def is_refusal(answer: Answer) -> bool:
    return isinstance(answer, Say) and answer.template == "refusal"


def is_drawn_whole(session: Session, request: Request, answer: Answer) -> None:
    match answer:
        case Say():
            for dialect, is_whole in ((IN_TEXT, is_whole_text), (IN_PAGE, is_whole_page)):
                dialect.words.clear()
                is_whole(words.render(answer.template, answer.facts, dialect), answer.buttons, dialect.words)
        case Home():
            said = facts(session, answer.account, request.now)
            is_whole_home(homes.page(*said, IN_TEXT), homes.page(*said, IN_PAGE))
        case Ask(form):
            is_whole_form(form)
            for filled in changing(form):
                again = replace(request, row=form.row, filled=filled)
                changed = answered(draw_anew, session, again, form.name)
                if isinstance(changed, Ask):
                    is_whole_form(changed.form)
                else:
                    is_drawn_whole(session, again, changed)


def draw_anew(session: Session, request: Request, name: str) -> Answer:
    return Ask(FORMS[name].draw(session, request).filled(request.filled))


def changing(form: Form) -> list[dict[str, str]]:
    """Each answer that changes what a form asks."""
    return [{field.key: choice.key} for field in form.fields if field.redraws for choice in field.choices]
