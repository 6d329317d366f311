"""The house's own rules, where neither the linter, the types nor the import contracts hold them."""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path

import pytest

from bot.slack.commands import TYPED
from handlers.tables import FORMS, PRESSES, SHORTCUTS

ROOT = Path(__file__).parents[1]
SOURCE = ("bot", "handlers", "storage", "rules")
FOLDERS = (*SOURCE, "templates", "tests", "docs", ".ci")
LOCKS = ("requirements.txt", "requirements-dev.txt")
MOST_LINES = 400
MOST_LINES_OF_STORIES = 500  # a test file reads like a list
LONG = {
    "rules/terms.py": "the vocabulary of a pack is read as one page, and grows with the agreements",
    "storage/migrations/versions/0001_create_the_tables.py": "a migration stays as it is once it has run anywhere",
}

KNOW_SLACK = {
    "bot/wiring.py": "it picks the doors",
    "bot/settings.py": "a deployment sets the door's token, secret and address",
    "bot/demo.py": "its people and its channel are in the practice workspace, on the platform `slack`",
    "bot/cli/people.py": "a roster's file names accounts of the platform `slack`",
    "handlers/overview/feeds.py": "a refusal names docs/slack.md, where whoever runs Accord reads what to set",
}


def ours():
    """Return every file of the project: what its folders hold, and what stands beside them."""
    inside = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    kept_out = (".env", ".git")  # in a second working tree of git, .git is a file
    beside = [path for path in ROOT.iterdir() if path.is_file() and path.name not in kept_out]
    beside = [path for path in beside if "sqlite3" not in path.name]
    return [path for path in (*inside, *beside) if "__pycache__" not in path.parts]


OURS = ours()
TEXTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in OURS
    if path.suffix not in (".png", ".ttf")
}
PYTHON = {name: text for name, text in TEXTS.items() if name.endswith(".py")}


@functools.cache
def tree_of(name):
    """Return a file as Python reads it: it is read when a test asks, as every process of the run imports this file."""
    return ast.parse(PYTHON[name])


def of(*folders):
    return {name: tree_of(name) for name in PYTHON if name.startswith(tuple(f"{folder}/" for folder in folders))}


def strings(tree):
    """Return the texts of a module that are not docstrings, each with its line."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        (node.value, node.lineno)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare
    ]


def matches(pattern, texts=None):
    """Return where a pattern stands, as file:line."""
    found = re.compile(pattern)
    return [
        f"{name}:{number}"
        for name, text in (texts or TEXTS).items()
        for number, line in enumerate(text.splitlines(), 1)
        if found.search(line)
    ]


# --- Files --------------------------------------------------------------------------------------------------------


def test_no_file_is_longer_than_a_person_reads_in_one_go():
    lines = {name: text.count("\n") for name, text in PYTHON.items()}
    most = {name: MOST_LINES_OF_STORIES if name.startswith("tests/") else MOST_LINES for name in lines}
    assert {name: count for name, count in lines.items() if count > most[name] and name not in LONG} == {}
    assert [name for name in LONG if lines[name] <= MOST_LINES] == [], "it needs no exception any more"


def test_every_file_says_in_its_first_line_what_it_is():
    silent = []
    for name, tree in of(*SOURCE, "tests").items():
        first = (ast.get_docstring(tree) or "").partition("\n")[0]
        if not PYTHON[name].startswith('"""') or not first.endswith((".", "!", "?", ":")):
            silent.append(name)
    assert silent == []


def test_no_file_is_a_drawer_for_odds_and_ends():
    drawers = {"utils", "util", "helpers", "misc", "common", "base"}
    assert [name for name in PYTHON if Path(name).stem in drawers] == []


def test_every_message_has_a_line_and_a_body_and_nothing_else():
    folders = [path for path in (ROOT / "templates" / "messages").iterdir() if path.name != "_parts"]
    assert len(folders) > 20
    wrong = {path.name for path in folders if {p.name for p in path.iterdir()} != {"line.txt", "body.txt"}}
    assert wrong == set()


def test_every_shared_part_of_a_message_is_used():
    used = {part for text in TEXTS.values() for part in re.findall(r"_parts/([\w/]+)\.txt", text)}
    folder = ROOT / "templates" / "messages" / "_parts"
    assert {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.txt")} == used


def test_nothing_is_left_for_later_in_the_code():
    assert matches(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b") == []


def test_no_file_names_a_machine_or_a_registry():
    assert matches(r"(?<![\w.:/])/(?:work|home|root|Users)/") == []
    assert matches(r"https?://[^\s/]*(?:pypi|pythonhosted|registry|mirror|artifact)", TEXTS) == []


def test_a_date_is_put_with_its_reminders_in_one_place_alone():
    trees = of("handlers", "storage", "bot", "rules")
    makes = [
        name
        for name, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "Deadline"
    ]
    moves = [
        f"{name}:{target.lineno}"
        for name, tree in trees.items()
        for node in ast.walk(tree)
        for target in getattr(node, "targets", ())
        for one in getattr(target, "elts", (target,))
        if isinstance(one, ast.Attribute) and one.attr == "due_at"
    ]
    assert (makes, moves) == (["handlers/deadlines.py"], [])


# --- The database -------------------------------------------------------------------------------------------------

HANDED_ON = {"sqlalchemy": {"Engine"}, "sqlalchemy.orm": {"Session"}}  # and its errors, to catch them
ASKS = {"execute", "exec_driver_sql", "scalar", "scalars", "query", "connect", "connection"}


def takes_from_sqlalchemy(node):
    """Return whether a line takes more of SQLAlchemy than what is handed on, such as what makes statements."""
    if isinstance(node, ast.Import):
        return any(name.name.partition(".")[0] == "sqlalchemy" for name in node.names)
    if not isinstance(node, ast.ImportFrom) or (node.module or "").partition(".")[0] != "sqlalchemy":
        return False
    taken = {name.name for name in node.names}
    return node.module != "sqlalchemy.exc" and not taken <= HANDED_ON.get(node.module, set())


def asks_by_statement(node):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKS


def test_no_sql_stands_outside_storage():
    """Elsewhere rows are got by their id, added and changed. To an import contract a library is one module."""
    found = [
        f"{name}:{node.lineno}"
        for name, tree in of("bot", "handlers").items()
        for node in ast.walk(tree)
        if takes_from_sqlalchemy(node) or asks_by_statement(node)
    ]
    assert found == []


# --- Time and words -----------------------------------------------------------------------------------------------


def test_nothing_below_the_doors_reads_the_clock():
    readers = [
        f"{name}:{node.lineno}"
        for name, tree in of("handlers", "storage", "rules").items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and (node.func.attr in {"today", "utcnow", "now"} or ast.unparse(node.func) in {"time.time", "time.monotonic"})
    ]
    assert readers == []


@pytest.mark.parametrize(
    ("mark", "pattern"),
    [
        ("bold", r"(?<!\w)\*\w[^*\n]*\*(?!\w)"),
        ("italics", r"(?<!\w)_\w[^_\n]*_(?!\w)"),
        ("a mention, a channel or a link", r"<[@#!]|<https?:"),
        ("an emoji", r"(?<!\w):[a-z][a-z_+-]*:(?!\w)"),
    ],
)
def test_no_sentence_of_a_handler_or_rule_has_marks_of_slacks(mark, pattern):
    marked = [
        f"{name}:{line}: {mark}: {text}"
        for name, tree in of("handlers", "rules").items()
        for text, line in strings(tree)
        if " " in text and re.search(pattern, text)
    ]
    assert marked == []


def test_only_the_door_to_slack_and_who_builds_it_know_slack():
    inside = ("bot/slack/", "bot/practice/")
    texts = {name: text for name, text in PYTHON.items() if name.startswith(SOURCE) and not name.startswith(inside)}
    naming = {name for name, text in texts.items() if re.search(r"slack|block kit|mrkdwn", text, re.IGNORECASE)}
    assert naming == set(KNOW_SLACK)


def test_how_a_word_is_typed_is_said_by_the_door_alone():
    typed = re.compile("|".join(rf"{command}\b" for command in TYPED.values()))
    below = ("handlers/", "rules/", "storage/", "templates/messages/", "templates/letters/", "templates/pictures/")
    assert matches(typed, {name: text for name, text in TEXTS.items() if name.startswith(below)}) == []
    doors = {name: text for name, text in PYTHON.items() if name.startswith("bot/")}
    assert {place.partition(":")[0] for place in matches(typed, doors)} == {"bot/slack/commands.py"}


def test_no_block_of_slacks_stands_in_a_template():
    templates = {name: text for name, text in TEXTS.items() if name.startswith("templates/messages/")}
    assert matches(r"<[@#!]|<https?:|\"type\"|mrkdwn|plain_text", templates) == []


# --- What can be asked --------------------------------------------------------------------------------------------


@functools.cache
def spoken():
    """Return what stands in the source beside the table that gives the names of presses and forms their meaning."""
    return {text for file, tree in of(*SOURCE).items() if file != "handlers/tables.py" for text, _ in strings(tree)}


def test_every_press_is_offered_somewhere():
    assert PRESSES.keys() - spoken() == set()


def test_every_form_is_drawn_somewhere():
    assert FORMS.keys() - spoken() == set()


def test_a_press_that_does_nothing_else_has_a_form_to_open():
    assert {name for name, press in PRESSES.items() if press.do is None} - FORMS.keys() == set()


def test_every_command_and_shortcut_is_in_the_manifest():
    assert [name for name in (*TYPED.values(), *SHORTCUTS) if f'"{name}"' not in TEXTS["manifest.json"]] == []


def test_every_button_that_is_offered_does_something():
    offered = {
        node.args[0].value
        for tree in of("handlers").values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Button"
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(offered) > 10
    assert offered <= set(PRESSES)


# --- What is installed --------------------------------------------------------------------------------------------


def locked(name):
    """Return what a lock file installs: name and marker to version."""
    found = {}
    for block in re.split(r"\n(?=\S)", TEXTS[name].replace("\\\n", " ").strip()):
        head = re.match(r"([a-z0-9._-]+)(?:\[[a-z,]+\])?==(\S+)\s*(;[^-]*?)?\s+--hash", block)
        assert head, f"{name}: this has no version or no hash: {block[:80]}"
        hashes = re.findall(r"--hash=(\S+)", block)
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", found_hash) for found_hash in hashes), block[:80]
        found[head[1], (head[3] or "").strip()] = head[2]
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_has_versions_and_hashes_and_no_addresses(name):
    assert len(locked(name)) > 20
    assert matches(r"https?:|index-url|find-links|@ ", {name: TEXTS[name]}) == []


def test_production_installs_nothing_that_was_not_tested():
    tested = locked("requirements-dev.txt")
    for key, version in locked("requirements.txt").items():
        assert tested.get(key) == version, key


@pytest.mark.parametrize("name", LOCKS)
def test_the_bank_holidays_are_the_newest_and_dateutil_is_one_they_work_with(name):
    versions = {package: version for (package, _), version in locked(name).items()}
    numbers = {package: tuple(int(n) for n in re.findall(r"\d+", version)) for package, version in versions.items()}
    assert numbers["python-dateutil"] < (3,)
    assert numbers["holidays"] >= (0, 109)


# --- Tests --------------------------------------------------------------------------------------------------------


def test_a_test_imports_no_test():
    importers = [
        f"{name}:{node.lineno}"
        for name, tree in of("tests").items()
        for node in ast.walk(tree)
        if (
            isinstance(node, ast.ImportFrom)
            and (".test_" in f".{node.module}" or any(alias.name.startswith("test_") for alias in node.names))
        )
        or (isinstance(node, ast.Import) and any(".test_" in f".{alias.name}" for alias in node.names))
    ]
    assert importers == []
