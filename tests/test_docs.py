"""The documents are true: what they show runs and prints that, what they name exists, and nothing is left out."""

from __future__ import annotations

import ast
import json
import re
import shlex
import tomllib
from pathlib import Path

import click
import pytest
import typer
from typer.testing import CliRunner

from bot.__main__ import app
from bot.settings import Settings
from bot.slack.commands import TYPED
from handlers.overview.menu import WORDS
from handlers.tables import SHORTCUTS
from storage.tables import metadata
from tests.console import examples, pattern_of

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
README, COMMAND_LINE, CHAT, SLACK, ARCHITECTURE, GLOSSARY, WHY, CONTRIBUTING, CHANGELOG = (
    (ROOT / name).read_text(encoding="utf-8")
    for name in (
        "README.md",
        "docs/commands.md",
        "docs/chat.md",
        "docs/slack.md",
        "docs/architecture.md",
        "docs/words.md",
        "docs/why.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
    )
)
DESIGNED = [
    "agreement",
    "pack",
    "terms",
    "partner",
    "person",
    "capacity",
    "forum",
    "seat",
    "matter",
    "stage",
    "clock",
    "deadline",
    "nudge",
    "digest",
    "notice",
    "register",
    "door",
]
CODED = [
    "holding",
    "account link",
    "claim",
    "open point",
    "decision on an open point",
    "proposal",
    "lane",
    "once key",
    "receipt",
    "snooze",
    "standing",
    "debt",
    "kind",
    "workflow",
    "platform",
]


# --- The examples -------------------------------------------------------------------------------------------------


def test_the_command_line_is_shown_in_every_way_to_ask():
    typed = [line for line, _ in examples(COMMAND_LINE)]
    for start in ("due --agreement", "due --days", "agreement check", "agreement show", "agreement diff",
                  "agreement schema", "agreement load", "agreement list", "people import", "register verify",
                  "export register", "export board-pack", "closed-days add", "calendar", "electorate", "signatures",
                  "tracker load", "tracker import", "tracker export"):  # fmt: skip
        assert any(line.startswith(f"python -m bot {start}") for line in typed), start


@pytest.mark.parametrize("page", [README, COMMAND_LINE], ids=["README.md", "commands.md"])
def test_every_example_prints_what_it_shows(tmp_path, monkeypatch, page):
    """Those of a page run one after another on one database, as a reader would type them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'accord.sqlite3'}")
    for name, lines in re.findall(r"`(\w+\.csv)`:\n\n```csv\n(.*?)```", page, re.DOTALL):
        (tmp_path / name).write_text(lines, encoding="utf-8")
    run = CliRunner()
    shown = examples(page)
    assert shown
    for typed, printed in shown:
        python, m, bot, *arguments = shlex.split(typed)
        assert (python, m, bot) == ("python", "-m", "bot")
        done = run.invoke(app, arguments)
        assert done.exit_code == 0, f"{typed}\n{done.output}"
        assert re.fullmatch(pattern_of(printed), done.stdout), f"{typed}\nprints now:\n{done.stdout}"


def test_the_faulty_pack_is_refused_in_the_words_that_are_shown(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    good = (ROOT / "templates/agreements/sefton-2022.yaml").read_text(encoding="utf-8")
    (tmp_path / "my-town.yaml").write_text(good.replace("counts_from: notified", "counts_from: notifed"), "utf-8")
    done = CliRunner().invoke(app, ["agreement", "check", "my-town.yaml"])
    assert done.exit_code == 1
    assert f"```text\n{done.stderr}```" in COMMAND_LINE


@pytest.mark.parametrize(("page", "lines"), [(README, 170), (ARCHITECTURE, 150)], ids=["README.md", "architecture.md"])
def test_what_is_read_first_is_short(page, lines):
    assert len(page.splitlines()) <= lines


# --- Nothing is left out ------------------------------------------------------------------------------------------


def leaves(command, before=()):
    """Return every command of the command line, as its words."""
    if not isinstance(command, click.Group) and not hasattr(command, "commands"):
        return [before]
    return [leaf for name, inner in command.commands.items() for leaf in leaves(inner, (*before, name))]


@pytest.mark.parametrize("words", leaves(typer.main.get_command(app)), ids=" ".join)
def test_every_command_of_the_command_line_is_described(words):
    assert f"python -m bot {' '.join(words)}" in COMMAND_LINE


def test_the_command_line_has_no_command_the_pages_only_dream_of():
    real = {" ".join(words) for words in leaves(typer.main.get_command(app))}
    groups = {words.partition(" ")[0] for words in real if " " in words}
    for page in PAGES:
        for first, second in re.findall(r"python -m bot ([a-z-]+)(?: ([a-z-]+))?", page.read_text(encoding="utf-8")):
            named = f"{first} {second}" if first in groups else first
            assert named in real, f"{page.name}: python -m bot {named}"


@pytest.mark.parametrize("command", TYPED.values())
def test_every_slash_command_is_in_the_readme_and_in_the_table_for_people(command):
    assert f"`{command}" in README
    assert f"| `{command}` |" in CHAT


@pytest.mark.parametrize("word", WORDS)
def test_every_word_behind_partnership_is_in_the_table_for_people_and_in_the_help(word):
    assert re.search(rf"^\| `/partnership {word}(?: SEF-[A-Z]*\d)?` \|", CHAT, re.MULTILINE)
    assert f'word("{word}"' in (ROOT / "templates/messages/help/body.txt").read_text(encoding="utf-8")


def test_every_shortcut_is_described():
    assert set(SHORTCUTS) == {"raise_from_message"}
    assert "“Raise as an issue”" in SLACK
    assert "**Raise as an issue**" in CHAT


@pytest.mark.parametrize("setting", [field.upper() for field in Settings.model_fields])
def test_every_setting_is_described_with_its_default(setting):
    row = re.search(rf"^\| `{setting}` \| .+ \| (.+) \|$", SLACK, re.MULTILINE)
    assert row is not None
    field = Settings.model_fields[setting.lower()]
    default = "needed" if field.is_required() else f"`{field.default}`"
    assert row[1] == ("Slack's own" if setting == "SLACK_API_URL" else default)


def test_every_scope_and_event_is_described():
    manifest = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    asked = [*manifest["oauth_config"]["scopes"]["bot"], *manifest["settings"]["event_subscriptions"]["bot_events"]]
    section = SLACK.partition("### What each permission is for")[2].partition("\n## ")[0]
    described = re.findall(r"^\| `([a-z_:.]+)` \|", section, re.MULTILINE)
    assert sorted(described) == sorted(asked)


def test_every_line_of_the_procfile_is_described():
    for line in (ROOT / "Procfile").read_text(encoding="utf-8").splitlines():
        name, _, command = line.partition(": ")
        assert re.search(rf"^\| `{name}` \| `{re.escape(command)}`", SLACK, re.MULTILINE)


def test_every_target_of_the_makefile_is_described_and_explains_itself():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([.a-z]+):.*?(?:## (.*))?$", makefile, re.MULTILINE)
    for name, words in targets:
        if name != ".PHONY":
            assert words, f"make {name} has no line for make help"
            assert f"`make {name}`" in CONTRIBUTING


def test_the_contents_of_the_reasons_name_every_question_in_order():
    contents, _, questions = WHY.partition("\n## ")
    named = re.findall(r"^(?:- |\*\*)\[(.+)\]\(#(.+)\)", contents, re.MULTILINE)
    headings = re.findall(r"^##+ (.+)$", f"## {questions}", re.MULTILINE)
    assert named == [(heading, anchor_of(heading)) for heading in headings]
    assert re.findall(r"^\*\*.+\?\*\*", questions, re.MULTILINE) == [], "a question is a heading: it can be pointed at"


@pytest.mark.parametrize("word", [*DESIGNED, *CODED])
def test_every_word_is_in_the_glossary(word):
    assert re.search(rf"^\| \*\*(?:\w+, )?{word}\*\*", GLOSSARY, re.MULTILINE)


def test_the_glossary_has_each_word_once():
    words = re.findall(r"^\| \*\*(.+?)\*\*", GLOSSARY, re.MULTILINE)
    assert len(words) == len(set(words))


def test_the_changelog_has_the_version_that_is_built():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert re.search(rf"^## {re.escape(version)}\b", CHANGELOG, re.MULTILINE)


# --- What is named exists -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page):
    """To a file that is there, and to one heading in it where the link names one."""
    for target, place in re.findall(r"\]\(([^)#\s]*)(?:#([^)]*))?\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            file = page.parent / target if target else page
            assert file.exists(), f"{page.name}: {target}"
            if place:
                assert headings_of(file).count(place) == 1, f"{page.name}: {target}#{place}"


def headings_of(page):
    """Return what the headings of a page are called in links."""
    return [anchor_of(heading) for heading in re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)]


def anchor_of(heading):
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_is_named_exists(page):
    """A name with a star stands for the files that fit it, one in capitals for a file that is to come."""
    named = re.findall(r"`((?:bot|handlers|storage|rules|templates|tests|docs)/[\w./*-]*)", page.read_text("utf-8"))
    named = [name for name in named if "NAME" not in name]
    assert [name for name in named if not (list(ROOT.glob(name)) if "*" in name else (ROOT / name).exists())] == []


def names_in(file):
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assigned = {
        target.id
        for node in tree.body
        for target in (node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)])
        if isinstance(target, ast.Name)
    }
    return assigned | {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}


@pytest.mark.parametrize(("file", "name"), sorted(set(re.findall(r"`([a-z_/]+\.py):(\w+)`", ARCHITECTURE))))
def test_every_function_on_the_way_of_a_command_and_of_a_nudge_exists(file, name):
    assert name in names_in(file)


FLOORS = ("bot", "handlers", "storage", "rules", "templates", "tests")


def test_the_table_of_folders_has_every_folder_and_no_other():
    section = ARCHITECTURE.partition("## Floors and folders")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \|", section, re.MULTILINE)
    named = [folder for row in rows for folder in re.findall(r"`([\w/]+)/`", row)]
    assert sorted(named) == sorted(FLOORS + tuple(folder for floor in FLOORS for folder in folders_in(floor)))


def folders_in(floor):
    """Return the folders of a floor that hold files of ours: what Python leaves behind in one is none."""
    for folder in (ROOT / floor).iterdir():
        if any(file.is_file() and "__pycache__" not in file.parts for file in folder.rglob("*")):
            yield f"{floor}/{folder.name}"


def test_the_list_of_tables_has_every_table():
    section = ARCHITECTURE.partition("## Tables")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.+?) \|", section, re.MULTILINE)
    assert sorted(table for row in rows for table in re.findall(r"`(\w+)`", row)) == sorted(metadata.tables)


def test_each_table_of_a_row_is_told_in_its_turn():
    section = ARCHITECTURE.partition("## Tables")[2].partition("\n## ")[0]
    for tables, told in re.findall(r"^\| (`.+?) \| (.+) \|$", section, re.MULTILINE):
        assert tables.count("`") == 2 * len(told.split("; ")), tables


def test_the_picture_of_the_demo_is_there_and_light():
    picture = ROOT / "docs/demo.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 400_000
