"""The list of commands says what the files of the commands say."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import cli
from bot.__main__ import app
from bot.cli.commands import COMMANDS, GROUPS


def helped(*words: str) -> str:
    """Return a page of help as its words alone, without the frames and the line ends."""
    done = CliRunner().invoke(app, [*words, "--help"])
    assert done.exit_code == 0, done.output
    return " ".join(re.sub("[─│╭╮╰╯]", " ", done.stdout).split())


@pytest.mark.parametrize("words", COMMANDS)
def test_a_command_is_listed_as_its_function_describes_itself(words):
    assert (inspect.getdoc(COMMANDS[words].function()) or "").partition("\n")[0] == COMMANDS[words].line


@pytest.mark.parametrize("words", COMMANDS)
def test_a_command_explains_itself_and_all_of_its_options(words):
    function = COMMANDS[words].function()
    said = helped(*words.split())
    assert said.startswith(f"Usage: root {words} [OPTIONS]")
    assert " ".join((inspect.getdoc(function) or "").split()) in said
    typed = [it.annotation for it in inspect.signature(function, eval_str=True).parameters.values()]
    assert [it.help for of in typed for it in of.__metadata__ if " ".join(it.help.split()) not in said] == []


def test_every_command_is_listed_with_its_line():
    said = helped()
    assert [words for words, one in COMMANDS.items() if " " not in words and f" {words} {one.line}" not in said] == []
    assert [name for name, line in GROUPS.items() if f" {name} {line}" not in said] == []


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_lists_its_commands_and_names_them_in_its_own_line(name):
    said = helped(name)
    inside = {words.partition(" ")[2]: one for words, one in COMMANDS.items() if words.startswith(f"{name} ")}
    assert GROUPS[name].partition(": ")[2] == f"{', '.join(inside)}."
    assert [word for word, one in inside.items() if f" {word} {one.line}" not in said] == []


def test_every_file_that_says_it_is_a_command_is_listed_and_no_other():
    saying = {
        file.stem: (import_module(f"{cli.__name__}.{file.stem}").__doc__ or "").partition("`:")[0]
        for file in Path(cli.__path__[0]).glob("*.py")
    }
    listed = {one.place.partition(":")[0] for one in COMMANDS.values()}
    assert {file for file, said in saying.items() if said.startswith("`python -m bot")} == listed
    for words, one in COMMANDS.items():
        said = re.findall(r"[\w-]+", saying[one.place.partition(":")[0]])
        assert set(words.split()) <= set(said), one.place


def test_a_command_that_there_is_not_is_said_and_the_nearest_is_named():
    done = CliRunner().invoke(app, ["agreement", "chek"])
    assert done.exit_code == 2
    assert "No such command 'chek'. Did you mean 'check'" in done.stderr
