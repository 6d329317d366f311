"""The table of roles read: for each action and each role, whether it is allowed or what is said instead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

TABLE = Path(__file__).parent / "roles.yaml"
KINDS = ("commands", "words", "shortcuts", "spoken", "forms", "buttons")
VERBS = ("opens", "shows", "does")
OF_A_ROW = {
    *VERBS,
    "for",
    "others",
    "others, of a private one",
    "but",
    "to strangers",
    "unheard",
    "about an issue",
    "lists issues",
}
AS_FORM = {"as its form": "opens", "as its form, at once": "does"}


@dataclass(frozen=True)
class Cell:
    """What happens when somebody tries: it is done; or it is not, and `says` is the whole answer; or nothing is heard.

    A place in the sentence, such as {your name}, is filled in when it is played: tests/roles/playing.py.
    """

    allowed: bool
    says: str = ""
    heard: bool = True


@dataclass(frozen=True)
class Row:
    """One action. `verb` is what it does where it is allowed: opens (a form), shows, or does.

    `others_in_private` is what the others are told where the issue is private.
    """

    kind: str
    name: str
    verb: str
    what: str
    allowed_to: tuple[str, ...]
    others: str
    others_in_private: str
    about_an_issue: bool
    lists_issues: bool
    cells: dict[str, Cell]

    @property
    def id(self) -> str:
        """What the row is called."""
        return f"{self.kind}: {self.name}"


@dataclass(frozen=True)
class Hidden:
    """The roles for which a private issue does not exist, and what they are told, by the way they try."""

    roles: tuple[str, ...]
    pressed: str
    typed: str


@dataclass(frozen=True)
class Table:
    """The whole table. `groups` are the roles of each group, `made_of` what the file says that it is made of.

    `not_there` is what is said of a row that does not exist, for each kind of matter.
    """

    roles: dict[str, str]
    made_of: dict[str, tuple[str, ...]]
    groups: dict[str, tuple[str, ...]]
    hidden: Hidden
    not_there: dict[str, str]
    rows: tuple[Row, ...]

    def cell(self, row: Row, role: str, *, private: bool) -> Cell:
        """What happens when somebody tries it on a private issue or, where `private` is false, on anything else."""
        cell = row.cells[role]
        if private and cell.heard and role in self.hidden.roles:
            return Cell(allowed=False, says=self.hidden.typed if row.kind == "words" else self.hidden.pressed)
        if private and not cell.allowed and cell.says == row.others:
            return replace(cell, says=row.others_in_private)
        return cell

    def of(self, kind: str) -> set[str]:
        """The names of the actions of a kind."""
        return {row.name for row in self.rows if row.kind == kind}


@cache
def table() -> Table:
    """The table as it stands in the file. Raises KeyError for a role or group that it does not know."""
    content = YAML(typ="safe").load(TABLE.read_text(encoding="utf-8"))
    roles = {str(role): str(who) for role, who in content["roles"].items()}
    groups = {str(group): _members(content, [group]) for group in content["groups"]}
    usual = {role: Cell(allowed=False, says=words) for role, words in content["strangers"].items()}
    private = content["private"]
    hidden = Hidden(_members(content, private["to"]), private["pressed"], private["typed"])
    rows = []
    for kind in KINDS:
        for name, written in content[kind].items():
            told = _as_its_form(content["forms"][name], written) if isinstance(written, str) else written
            odd = set(told) - OF_A_ROW
            if odd:
                raise KeyError(f"{kind}: {name} says {', '.join(sorted(odd))}, which means nothing")
            rows.append(_row(content, kind, name, told, roles, usual))
    made_of = {str(group): tuple(members) for group, members in content["groups"].items()}
    return Table(roles, made_of, groups, hidden, dict(content["not there"]), tuple(rows))


def _as_its_form(form: dict[str, Any], how: str) -> dict[str, Any]:
    """What a button's row says that is for the same people as its form: it opens it, or acts at once."""
    return {AS_FORM[how] if key == "does" else key: value for key, value in form.items()}


def _row(
    content: Any, kind: str, name: str, told: dict[str, Any], roles: dict[str, str], usual: dict[str, Cell]
) -> Row:
    (verb,) = set(told) & set(VERBS)
    cells = dict(usual)
    if "others" in told:
        cells |= {role: Cell(allowed=False, says=told["others"]) for role in roles if role not in usual}
    for rule in told.get("to strangers", ()):
        cell = Cell(allowed="says" not in rule, says=rule.get("says", ""))
        cells |= dict.fromkeys(_members(content, rule["to"]), cell)
    cells |= dict.fromkeys(_members(content, told["for"]), Cell(allowed=True))
    for rule in told.get("but", ()):
        cells |= dict.fromkeys(_members(content, rule["to"]), Cell(allowed=False, says=rule["says"]))
    cells |= dict.fromkeys(_members(content, told.get("unheard", ())), Cell(allowed=False, heard=False))
    missing = set(roles) - set(cells)
    if missing:
        raise KeyError(f"{kind}: {name} does not say what {', '.join(sorted(missing))} may do")
    return Row(
        kind,
        name,
        verb,
        told[verb],
        tuple(told["for"]),
        told.get("others", ""),
        told.get("others, of a private one", told.get("others", "")),
        bool(told.get("about an issue")),
        bool(told.get("lists issues")),
        {role: cells[role] for role in roles},
    )


def _members(content: Any, named: list[str]) -> tuple[str, ...]:
    """The roles in these groups, each once, in the table's order."""
    found: set[str] = set()
    for name in named:
        if name in content["groups"]:
            found |= set(_members(content, content["groups"][name]))
        elif name in content["roles"]:
            found.add(name)
        else:
            raise KeyError(f"{name} is no role and no group of roles")
    return tuple(role for role in content["roles"] if role in found)
