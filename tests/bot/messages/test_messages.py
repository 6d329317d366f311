"""Every message: it renders from the facts its handler gives, and reads as a person would say it."""

import ast
import re
from pathlib import Path

import pytest

import handlers
from bot import words
from handlers.daily.reminders import SNOOZES
from handlers.issues import forms as issue_forms
from handlers.overview import menu
from tests.bot.messages.everything import VARIANTS
from tests.bot.messages.facts import BY, ISSUES, MANY, MARKED, debt, issue, rendered, said

HANDLERS = Path(handlers.__file__).parent
BY_THE_DOOR = {
    *("home", "home_owed", "home_partner", "home_list", "home_month", "home_rest", "home_stranger"),
    *("feed_calendar", "feed_owed", "refusal", "apology", "welcome", "again"),
}

CASES = [
    pytest.param(name, facts, id=f"{name}-{number}")
    for name, several in VARIANTS.items()
    for number, facts in enumerate(several)
]


def is_hostile(facts):
    return "<!channel>" in str(facts) or MANY[-1] in str(facts)


# --- Every message ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "facts"), CASES)
def test_a_message_says_what_it_should_and_nothing_that_it_should_not(name, facts):
    message = rendered(name, facts)
    assert message.line
    assert message.blocks
    assert "\n" not in message.line
    if is_hostile(facts):
        return
    assert len(message.line) < 150, message.line
    for text in (message.line, *(block.text for block in message.blocks)):
        assert not re.search(r"\b(None|True|False|Undefined)\b|[\[\]{}]", text), text
        assert "  " not in text, text
        assert text == text.strip(), text
        assert not re.search(r" [,.;:?)]|\( |[,;:]\.|[.,;]{2}|[,;(]$|\*|\(\)|!", text), text
        assert not re.search(r"\d{4}-\d\d-\d\dT", text), text


def ones(facts):
    """The same facts, where each number is 1 and each list has one entry."""
    if isinstance(facts, bool) or facts == 0:
        return facts
    match facts:
        case int():
            return 1 if facts > 0 else facts
        case dict():
            return {key: ones(value) for key, value in facts.items()}
        case list() | tuple():
            return [ones(value) for value in facts[:1]]
    return facts


PLURALS = (
    "members|partners|authorities|meetings|reviews|places|seats|votes|terms|decisions|issues|actions|milestones|forums|days|"
    "hours|minutes|months|years|times|dates|points|things|matters|messages|changes|rows|entries|pages|parts|addresses|"
    "criteria|features|trackers|capacities|others|are|were|have|agree|object|abstain|stand|wait|count|end|need"
)


@pytest.mark.parametrize("name", sorted(VARIANTS))
def test_one_of_anything_is_said_as_one(name):
    for facts in VARIANTS[name]:
        message = rendered(name, ones(facts))
        for text in (message.line, *(block.text for block in message.blocks)):
            assert not re.search(rf"\b1 (?:of 1 |[a-z]+ )?(?:{PLURALS})\b", text), text


@pytest.mark.parametrize("name", sorted(VARIANTS))
def test_words_of_people_are_never_read_for_marks(name):
    """What a value says never makes a bold run, a heading or an item: only the template's own text does."""
    for facts in VARIANTS[name]:
        for block in rendered(name, facts).blocks:
            assert not any(run.account and run.account != "U7" for run in block.runs)
            assert not any(run.link and not run.link.startswith("https://example.slack.com/") for run in block.runs)


def test_people_write_as_much_as_they_like_and_the_living_message_stays_short():
    for name in ("issue", "issue_what_next", "nudge"):
        facts = issue(**ISSUES["hostile"], debts=[debt(("answer", "extension-answer"))], can_snooze=True, marked=MARKED)
        assert len(said(name, **facts)) < 5000


def test_a_long_list_is_cut_and_says_so():
    facts = VARIANTS["issue_detail"][-1]
    assert "49 earlier entries in the register" in said("issue_detail", **facts)
    assert "There is more: /partnership due lists" in said("digest", **VARIANTS["digest"][-1])
    assert "5 more: /partnership issues" in said("digest_channel", **VARIANTS["digest_channel"][-1])


# --- Handlers and templates agree ------------------------------------------------------------------------------------

PLACES = {
    "tell_stage": 2,
    "Say": 0,
    "post": 2,
    "picture": 2,
    "direct": 2,
    "to_person": 1,
    "edit": 2,
    "thread": 2,
    "channel_news": 2,
    "_direct": 2,
    "tell": 2,
    "notify": 2,
}


def constants(node):
    if isinstance(node, ast.IfExp):
        return constants(node.body) | constants(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def used_in_handlers():
    found = set()
    for path in HANDLERS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
            if called in PLACES and len(node.args) > PLACES[called]:
                found |= constants(node.args[PLACES[called]])
            for keyword in node.keywords:
                if keyword.arg == "template":
                    found |= constants(keyword.value)
    return found


def folders():
    return {path.name for path in words.MESSAGES.iterdir() if path.is_dir() and not path.name.startswith("_")}


def test_every_name_in_the_handlers_has_a_folder_and_every_folder_is_used():
    used = used_in_handlers()
    assert len(used) > 30, "the handlers are not read as they were"
    assert folders() == used | BY_THE_DOOR
    assert set(VARIANTS) == folders()


def test_every_part_is_used():
    text = "".join(path.read_text() for path in words.MESSAGES.rglob("*.txt"))
    folder = words.MESSAGES / "_parts"
    parts = {path.relative_to(folder).as_posix() for path in folder.rglob("*.txt")}
    assert {name for name in parts if f'"_parts/{name}"' not in text} == set()


@pytest.mark.parametrize("path", sorted(words.MESSAGES.glob("*/body.txt")), ids=lambda path: path.parent.name)
def test_no_line_runs_into_the_next(path):
    """A line of text that ends in a tag loses its line break (trim_blocks), so a blank line must stand after it."""
    lines = path.read_text().split("\n")
    for number, line in enumerate(lines[:-1]):
        bare = re.sub(r"{%.*?%}", "", line).strip()
        if line.rstrip().endswith("%}") and (bare or "{% include" in line):
            assert not lines[number + 1].strip(), f"{path.parent.name}, line {number + 1}: {line}"


def test_help_names_every_word_that_can_be_typed():
    text = said("help", agreement=None, words=list(menu.WORDS))
    assert {word for word in menu.WORDS if f"/partnership {word}" not in text} == set()
    assert "/raise-issue" in text


def test_every_act_has_its_own_answer():
    answers = {said("issue_done", **issue(**BY, did=did)) for did in issue_forms.ACT_FORMS}
    assert len(answers) == len(issue_forms.ACT_FORMS)
    assert len(SNOOZES) == 3
