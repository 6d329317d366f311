"""The scene of the table of roles: two issues between the same partners, one of them private, and one player a role.

Every cell begins with the same rows: what an allowed act changed is undone before the next.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from bot.demo import set_stage
from bot.practice import Person
from storage.agreements import Agreement
from storage.people import Account, Holding
from storage.people import Person as Known
from tests.cast import Part, lead
from tests.scenarios.conftest import FrozenClock, World, london

ELSEWHERE = "T0ELSEWHERE"
RAISING, AFFECTED, UNAFFECTED, UNREACHED = "mersey-care", "luhft", "sefton-council", "sefton-cvs"


def holding(partner: str, capacity: str) -> tuple[tuple[str, str, str, str], ...]:
    return ((partner, capacity, "", ""),)


CAST = {
    "secretary": Part("Sam", holding("", "secretary")),
    "raising lead": Part("Ada", lead(RAISING)),
    "raising deputy": Part("Eve", holding(RAISING, "deputy")),
    "raising signatory": Part("Sid", holding(RAISING, "signatory")),
    "raising member": Part("Rob", holding(RAISING, "member")),
    "affected lead": Part("Ben", lead(AFFECTED)),
    "affected deputy": Part("Dee", holding(AFFECTED, "deputy")),
    "affected signatory": Part("Pia", holding(AFFECTED, "signatory")),
    "affected member": Part("Meg", holding(AFFECTED, "member")),
    "visiting lead": Part("Vic", lead(AFFECTED), team=ELSEWHERE),
    "unaffected lead": Part("Joe", lead(UNAFFECTED)),
    "unaffected deputy": Part("Una", holding(UNAFFECTED, "deputy")),
    "unaffected signatory": Part("Uri", holding(UNAFFECTED, "signatory")),
    "unaffected member": Part("Uma", holding(UNAFFECTED, "member")),
    "capacity ended": Part("Tom", ((AFFECTED, "lead", "2022-01-01", "2022-06-30"),)),
    "claimed": Part("Cal"),
    "not linked": Part("Dan"),
}
UNREACHED_LEAD = Part("Ola", lead(UNREACHED), account=False)
OTHERS = {"other agreement": Part("Hal", lead("halton-council"))}


@dataclass(frozen=True)
class Rows:
    """The ids that buttons and forms are about."""

    issue: int
    proposal: int
    deadline: int
    reference: str


class Scene:
    """The world with its two issues; `again` undoes what a cell changed."""

    def __init__(self, file: Path) -> None:
        clock = FrozenClock(london("2022-12-16 09:30"))
        world = self.world = World(set_stage(f"sqlite:///{file}", clock=clock, title="Sefton"), clock, ())
        world.load("sefton-2022", (*CAST.values(), UNREACHED_LEAD))
        world.load("one-halton-2021", tuple(OTHERS.values()))
        world.tick()
        world.workspace.enforce_rates = False
        self.workspace = world.workspace
        self.people = {role: self.workspace.people[part.user] for role, part in {**CAST, **OTHERS}.items()}
        self.people["same id elsewhere"] = Person("U0ADA", "Ada", "Europe/London", ELSEWHERE)
        self.people["bot user"] = self.workspace.add_person(self.workspace.bot_user_id, "Accord")
        world.cal.types("/partnership link")
        world.cal.submits({"person": "Ola"})
        self.message = world.ada.says("Nobody can approve a care package on a Saturday.", channel="C0SEFTON")
        self.matters = {private: self._raise(private) for private in (False, True)}
        with world.session() as session:
            (self.agreement,) = session.scalars(select(Agreement.id).where(Agreement.key == "sefton-2022"))
            leads = select(Holding.id).join(Known, Known.id == Holding.person_id)
            (self.holding,) = session.scalars(leads.where(Known.name == "Uma"))
            (self.unlinked,) = session.scalars(select(Known.id).where(Known.name == "Ola"))
            (self.account,) = session.scalars(select(Account.id).where(Account.user == "U0ADA"))
        self._watch = sqlite3.connect(file, isolation_level=None)
        self._first = sqlite3.connect(":memory:")
        self._watch.backup(self._first)
        self._seen = self._version()

    def _raise(self, private: bool) -> Rows:
        ada = self.world.ada
        ticked = {"private": ["yes"]} if private else {}
        reference = ada.raises("The rota" if private else "Beds", AFFECTED, UNREACHED, **ticked)
        ada.opens(reference)
        ada.presses("Propose a resolution")
        ada.submits({"words": "We share the beds."})
        issue = self.world.issue(reference)
        return Rows(issue.id, issue.proposals[0].id, self.world.deadlines(reference)[-1].id, reference)

    def _version(self) -> int:
        return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    @property
    def changed(self) -> bool:
        """Whether anything was written since the cell began."""
        return self._version() != self._seen

    def again(self) -> None:
        """Undo what was written."""
        if self.changed:
            self._first.backup(self._watch)
        self.workspace.stacks.clear()
        self._seen = self._version()

    def stop(self) -> None:
        """Let go of everything."""
        self.again()
        self.world.stage.stop()
        self._watch.close()
        self._first.close()
