"""Every message, in the ways it can come, drawn by two doors of the tests' own: as plain text, and as plain HTML."""

import pytest

from bot import words
from handlers.requests import Button
from rules.sentences import word
from tests.bot.messages.everything import VARIANTS
from tests.doors.checks import IN_PAGE, IN_TEXT, is_whole_page, is_whole_text
from tests.hostile import MARKUP

BUTTONS = (Button("issue_show", 7), Button("issues", 1, label=MARKUP["html"]))


def drawn_by_both(template, facts):
    for dialect, is_whole in ((IN_TEXT, is_whole_text), (IN_PAGE, is_whole_page)):
        dialect.words.clear()
        is_whole(words.render(template, facts, dialect), BUTTONS, dialect.words)


@pytest.mark.parametrize("name", sorted(VARIANTS))
def test_a_message_is_drawn_whole(name):
    for facts in VARIANTS[name]:
        drawn_by_both(name, facts)


@pytest.mark.parametrize("said", MARKUP.values(), ids=MARKUP)
def test_a_refusal_that_repeats_what_people_wrote_is_drawn_whole(said):
    sentence = f"I know no issue {said} that you can see. {word('issues')} lists those you can."
    drawn_by_both("refusal", {"sentence": sentence})
    assert set(IN_PAGE.words) == {"issues"}
