"""docs/permissions.md, made of the table of roles."""

from __future__ import annotations

from pathlib import Path

from handlers.tables import PRESSES
from tests.roles.table import Row, table

PAGE = Path(__file__).parents[2] / "docs" / "permissions.md"

HEAD = """# Who may do what

Authority comes from the roster alone: who somebody is today, for which partner, in which capacity. Whoever presses a
button is looked up when they press it, whatever the message said when it was sent, and a form is checked again when it
is sent. What is refused is refused in words that say who could do it, and changes nothing.

This page is made of `tests/roles/roles.yaml` by `python -m tests.roles`; write there, not here. The tests try every row
as each of the people below, through the same door and with the same payload, and compare the whole answer and the
database. The sentences name the tests' own people: Sam is the secretary; Ada leads Mersey Care, which raised the issue;
Ben leads LUHFT, which it affects, as it does Ola's Sefton CVS; Joe leads Sefton Council, which it does not affect. What
stands in [ ] depends on who asks, and of what.
"""

PARTS = (
    ("commands", "## Commands", "Typed in the agreement's channel.", "typed"),
    ("words", "## Words behind `/partnership`", "", "typed"),
    ("spoken", "## Spoken, and the home tab", "", "where"),
    ("shortcuts", "## Shortcuts of a message", "", "shortcut"),
    (
        "forms",
        "## What can be done",
        "Each is a form; a few buttons act at once. A button is for those its form is for.",
        "form",
    ),
    ("buttons", "## Other buttons", "", "button"),
)


def page() -> str:
    """The page as it should stand."""
    found = table()
    parts = [HEAD]
    for kind, heading, intro, what in PARTS:
        rows = [
            row for row in found.rows if row.kind == kind and not (kind == "buttons" and row.name in found.of("forms"))
        ]
        body = [f"| {what} | what it does | for | the others are told |", "|---|---|---|---|"]
        body += [f"| {_name(row)} | {_does(row)} | {'; '.join(row.allowed_to)} | {_refused(row)} |" for row in rows]
        parts.append("\n\n".join(part for part in (heading, intro, "\n".join(body)) if part) + "\n")
    parts += [_private(), _not_there(), _strangers(), _people()]
    return "\n".join(parts)


def _name(row: Row) -> str:
    if row.kind == "buttons":
        return f"**{PRESSES[row.name].label}**"
    return row.name if row.kind == "spoken" else f"`{row.name}`"


def _does(row: Row) -> str:
    return row.what if row.verb == "does" else f"{row.verb} {row.what}"


def _refused(row: Row) -> str:
    """What people of the agreement are told who may not."""
    of_ours = table().groups["people of the agreement"]
    words = dict.fromkeys(cell.says for role, cell in row.cells.items() if role in of_ours and not cell.allowed)
    told = [_quoted(said) for said in words]
    if row.others_in_private != row.others:
        told.append(f"where the issue is private: {_quoted(row.others_in_private)}")
    return "<br>".join(told)


def _quoted(said: str) -> str:
    """A sentence in quotation marks; what depends on who asks, and of what, stands in [ ]."""
    return f"“{said.replace('{', '[').replace('}', ']')}”"


def _private() -> str:
    told = table().hidden
    return f"""## Private issues

A private issue exists for the people of the partners it affects, in any capacity, and for the secretary. To everybody
else it is as if there were none. Who presses a button is told {_quoted(told.pressed)}
Who types its reference is told {_quoted(told.typed)}
No list, home tab, channel or export shows it to them.

What follows from it is private as it is: the vote on it, what is to be done because of that vote, a conflict declared on
either. They are for the same people, for whoever has a vote in it, and for the partner that does what was decided. Others
find none of them, in no list, channel, agenda, home tab, calendar or export. Whoever puts a private issue to the vote
types a title for those who vote; none is filled in.
"""


def _not_there() -> str:
    body = [f"| {kind} | {_quoted(said)} |" for kind, said in table().not_there.items()]
    return "\n".join(
        [
            "## What is not there",
            "",
            "A button or form about a row that does not exist, whatever it would do, reads as one that may not be seen.",
            "",
            "| about | everybody is told |",
            "|---|---|",
            *body,
            "",
        ]
    )


def _strangers() -> str:
    found = table()
    rows = {role: next(row.cells[role].says for row in found.rows if row.name == "people") for role in found.roles}
    body = [f"| {role} | {found.roles[role]} | {_quoted(said)} |" for role, said in rows.items() if said]
    return "\n".join(
        [
            "## Strangers",
            "",
            "Who has no part in the agreement today is told so, wherever a row does not give them one.",
            "",
            "| who | that is | is told |",
            "|---|---|---|",
            *body,
            "",
        ]
    )


def _people() -> str:
    found = table()
    groups = [f"- **{name}**: {'; '.join(members)}" for name, members in found.made_of.items()]
    roles = [f"- **{role}**: {who}" for role, who in found.roles.items()]
    return "\n".join(["## The people", "", *roles, "", "Together they are called:", "", *groups, ""])
