"""The scene of the table of roles: two issues between the same partners, one of them private, and one player a role.

Beside them are decisions, a conflict of interest, requests for signatures, a review that comes round, a
tracker in which a change waits, and meetings.

Every cell begins with the same rows: what an allowed act changed is undone before the next.
"""

from __future__ import annotations

import io
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from ruamel.yaml import YAML
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from bot.demo import set_stage
from bot.practice import Person
from rules.counterparts import CounterpartState
from rules.signatures import Route
from rules.terms import Terms
from storage import agreements
from storage.actions import Action
from storage.agreements import Agreement
from storage.conflicts import Conflict, Touched
from storage.database import open_engine
from storage.decisions import Decision
from storage.feeds import Feed
from storage.issues import Issue
from storage.meetings import AgendaItem, Meeting
from storage.milestones import Milestone
from storage.packs import pack_source
from storage.people import Account, Holding, Person as Known
from storage.posts import ChairHolding
from storage.reviews import ReviewAnswer
from storage.signatures import Counterpart, Party, SignatureRequest
from storage.trackers import Change, Criterion, Tracker
from tests.cast import Part, lead
from tests.patience import LONG, LONG_SECONDS
from tests.pdfs import pdf
from tests.scenarios.conftest import FrozenClock, World, london
from tests.scenarios.trackers.kit import WORKS, begin, proposes

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
    """The ids that buttons and forms are about, and the references of the issues among them."""

    issue: int
    proposal: int
    deadline: int
    reference: str
    at_vote: int
    at_facilitation: int
    references: Mapping[int, str]


def with_stages() -> str:
    """Sefton's pack with two stages more and an event that brings a review about: something to vote on, to facilitate."""
    yaml, out = YAML(), io.StringIO()
    pack = yaml.load(pack_source("sefton-2022"))
    stages = pack["issues"]["stages"]
    pack["reviews"][1]["triggers"] = ["The law changes"]
    at_the_board = {"forum": "partnership-board", "outcome": "decision"}
    pack["decision_rules"]["variation"] |= {"casting_vote": "the chair", **at_the_board}
    stages[0]["next"] = "vote"
    vote, facilitation = list(stages[0]["moved_on_by"]), list(stages[0]["moved_on_by"])
    stages.append(
        {
            "key": "vote",
            "name": "A vote",
            "kind": "vote",
            "rule": "agreement",
            "moved_on_by": vote,
            "next": "facilitation",
        }
    )
    stages.append({"key": "facilitation", "name": "Facilitation", "kind": "facilitation", "moved_on_by": facilitation})
    (tracker,) = pack["trackers"] = yaml.load(WORKS)["trackers"]
    tracker["confirmed_by"] = "partnership-board"
    yaml.dump(pack, out)
    return out.getvalue()


CONFLICT = {
    "category": "financial",
    "nature": "real",
    "time": "arises",
    "particulars": "We own a tenth of the builder.",
    "withheld": "A threat was made.",
}


class Scene:
    """The world with its two issues; `again` undoes what a cell changed."""

    def __init__(self, file: Path) -> None:
        clock = FrozenClock(london("2022-12-16 09:30"))
        engine = open_engine(f"sqlite:///{file}", busy_seconds=LONG_SECONDS)
        stage = set_stage(engine, clock=clock, title="Sefton", patience=LONG)
        world = self.world = World(stage, clock, ())
        ours, others = (*CAST.values(), UNREACHED_LEAD), tuple(OTHERS.values())
        world.invite("sefton-2022", ours)
        world.load("sefton-2022", ours, with_stages())
        world.invite("one-halton-2021", others)
        world.load("one-halton-2021", others)
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
        self.open, self.closed, self.draft, self.counted = self._decisions()
        world.ada.types("/declare-conflict Shares")
        world.ada.submits(CONFLICT | {"matters": [f"decision:{self.counted}"]})
        assert not world.ada.modal_errors, world.ada.modal_errors
        self.asked, self.unasked = self._signatures()
        begin(world, "sefton-2022", file="works")
        proposes(world, "ada", "2", "Done", channel="C0SEFTON")
        self._milestone()
        self.meeting, self.meeting_called, self.meeting_today, self.meeting_held = self._meetings()
        self.given = world.workspace.add_file("U0ADA", "signed.pdf", pdf("Signed"), "application/pdf")
        world.meg.types("/partnership feed")
        with world.session() as session:
            (self.feed,) = session.scalars(select(Feed.id).where(Feed.agreement_id.is_not(None)))
            session.execute(delete(Feed).where(Feed.agreement_id.is_(None)))  # so that there is one left to make
            (self.conflict,) = session.scalars(select(Conflict.id))
            (self.touched,) = session.scalars(select(Touched.id))
            (self.tracker,) = session.scalars(select(Tracker.id))
            (self.change,) = session.scalars(select(Change.id))
            self.criterion = session.scalars(select(Criterion.id).where(Criterion.number == "1")).one()
            (self.action,) = session.scalars(select(Action.id))
            (self.milestone,) = session.scalars(select(Milestone.id).where(Milestone.reference == "SEF-MS3"))
            (self.agreement,) = session.scalars(select(Agreement.id).where(Agreement.key == "sefton-2022"))
            leads = select(Holding.id).join(Known, Known.id == Holding.person_id)
            (self.holding,) = session.scalars(leads.where(Known.name == "Uma"))
            (self.unlinked,) = session.scalars(select(Known.id).where(Known.name == "Ola"))
            (self.account,) = session.scalars(select(Account.id).where(Account.user == "U0ADA"))
            self.chair = self._chair(session)
            (self.item,) = session.scalars(select(AgendaItem.id))
            self.persons = {person.name: person.id for person in session.scalars(select(Known))}
            asked = session.scalars(select(Party).join(SignatureRequest).where(SignatureRequest.id == self.asked))
            answers = session.scalars(select(ReviewAnswer).where(ReviewAnswer.partner == AFFECTED))
            (self.review, self.review_answer) = next((one.review_id, one.id) for one in answers)
            self.parties = {party.partner: party.id for party in asked}
            self.counterpart = self._incomplete(session)
            self.copy = self._handed_in(session)
        self.party = self.parties[AFFECTED]
        self._watch = sqlite3.connect(file, isolation_level=None)
        self._first = sqlite3.connect(":memory:")
        self._watch.backup(self._first)
        self._seen = self._version()

    def _chair(self, session: Session) -> int:
        """Put somebody who is not in the chat into the chair that the board's follows; the term's id."""
        row = ChairHolding(
            agreement_id=self.agreement,
            forum="health-and-wellbeing-board",
            deputy=False,
            person_id=self.unlinked,
            ends_on=date(2023, 6, 30),
        )
        session.add(row)
        session.flush()  # forms name it
        return row.id

    def _raise(self, private: bool) -> Rows:
        ada = self.world.ada
        ticked = {"private": ["yes"]} if private else {}
        reference = ada.raises("The rota" if private else "Beds", AFFECTED, UNREACHED, **ticked)
        ada.opens(reference)
        ada.presses("Propose a resolution")
        ada.submits({"words": "We share the beds."})
        issue = self.world.issue(reference)
        first = Rows(issue.id, issue.proposals[0].id, self.world.deadlines(reference)[-1].id, reference, 0, 0, {})
        vote, facilitation = self._raised(ticked, 1), self._raised(ticked, 2)
        references = {one.id: one.reference for one in (issue, vote, facilitation)}
        return replace(first, at_vote=vote.id, at_facilitation=facilitation.id, references=references)

    def _raised(self, ticked: dict[str, list[str]], steps: int) -> Issue:
        """Raise another issue and take it so many stages further."""
        ada = self.world.ada
        reference = ada.raises("More", AFFECTED, UNREACHED, **ticked)
        for to in ("vote", "facilitation")[:steps]:
            ada.opens(reference)
            ada.presses("Take it further")
            ada.submits({"to": to, "words": "We tried."})
        return self.world.issue(reference)

    def _decisions(self) -> tuple[int, int, int, int]:
        """Four decisions of the raising partner: open, carried, a draft, and open with all the votes in."""
        asked = (("variation", 0, False), ("governance", 11, True), ("", 0, False), ("agreement", 11, False))
        for number, (rule, votes, count) in enumerate(asked, start=1):
            ada, sam = self.world.ada, self.world.sam
            ada.types("/propose-decision Shared wards")
            ada.changes("rule", rule or "variation")
            more = {"topic": "governance"} if rule == "governance" else {}
            ada.submits({"wording": "One ward.", "reasons": "Cheaper.", "closes_on": "2023-01-06"} | more)
            assert not ada.modal_errors, ada.modal_errors
            if rule:
                ada.presses("Open the vote")
            for partner in [p.key for p in self.world_terms().partners][:votes]:
                sam.types(f"/partnership decision SEF-D{number}")
                sam.presses("Record a vote")
                sam.submits({"voter": partner, "vote": "for", "evidence": "By telephone"})
                assert not sam.modal_errors, sam.modal_errors
            if count:
                sam.types(f"/partnership decision SEF-D{number}")
                sam.presses("Count the votes")
                sam.types(f"/partnership decision SEF-D{number}")
                sam.presses("Open an action")
                sam.submits({"title": "Write it down", "partner": AFFECTED, "due_on": "2023-02-01"})
                assert not sam.modal_errors, sam.modal_errors
        with self.world.session() as session:
            opened, carried, draft, counted = session.scalars(select(Decision.id).order_by(Decision.number))
        return opened, carried, draft, counted

    def _signatures(self) -> tuple[int, int]:
        """Two requests for signatures of the raising partner: sent out, and a draft.

        The affected partner's signatory, Pia, has opened the one that is out; Ben is the deputy. All may sign in the chat.
        """
        ada, sam = self.world.ada, self.world.sam
        sam.types("/partnership open")
        sam.presses("Decide an open point")
        sam.changes("point", "signing")
        sam.submits({"value": ["in-chat"], "why": "The board, on 1 December 2022"})
        assert sam.modal is None, sam.modal_errors
        for title in ("The agreement", "Its annex"):
            ada.types(f"/request-signatures {title}")
            document = self.workspace.add_file("U0ADA", "agreement.pdf", pdf(title), "application/pdf")
            ada.submits({"document": document.id, "target_on": "2023-01-31"})
            assert ada.modal is None, ada.modal_errors
            if title == "The agreement":
                ada.presses("Ask for the signatures")
        self.world.pia.presses("Read and sign", self.world.pia.dm("Please sign this for LUHFT"))
        self.world.pia.closes()
        with self.world.session() as session:
            asked, unasked = session.scalars(select(SignatureRequest.id).order_by(SignatureRequest.number))
        return asked, unasked

    def _incomplete(self, session: Session) -> int:
        """A copy that came by post for the affected partner, and lacks the position; its id."""
        row = Counterpart(
            request_id=self.asked,
            version=1,
            partner=AFFECTED,
            number=1,
            route=Route.BEHALF,
            signed_on=date(2022, 12, 16),
            name="Nan",
            position="",
            organisation=None,
            lacks=["position"],
            statement="We agree.",
            recorded_by=self.persons["Sam"],
            recorded_at=datetime(2022, 12, 16, 9, 30, tzinfo=UTC),
            source={"user": "U0SAM"},
        )
        session.add(row)
        session.flush()  # a form names it
        return row.id

    def _handed_in(self, session: Session) -> int:
        """A copy of the affected partner's that the secretary is looking at; its id."""
        row = Counterpart(
            request_id=self.asked,
            version=1,
            partner=AFFECTED,
            number=2,
            route=Route.SCAN,
            state=CounterpartState.LOOKED_AT,  # the secretary has opened the form
            signed_on=date(2022, 12, 16),
            name="Nan",
            position="Chair",
            statement="",
            recorded_by=self.persons["Pia"],
            recorded_at=datetime(2022, 12, 16, 9, 30, tzinfo=UTC),
            source={"user": "U0PIA"},
        )
        session.add(row)
        session.flush()  # a form names it
        return row.id

    def _milestone(self) -> None:
        """A milestone of the affected partner's, with a date and a condition; two are the document's."""
        sam = self.world.sam
        sam.types("/partnership milestones")
        sam.presses("Add a milestone")
        more = {"on": "2023-02-01", "precision": "day", "condition": "The money is there"}
        sam.submits({"title": "Fewer readmissions", "owner": AFFECTED} | more)
        assert not sam.modal_errors, sam.modal_errors

    def _meetings(self) -> tuple[int, int, int, int]:
        """Four meetings of the board: planned, with an item on its agenda; called; today's; and one that was held."""
        sam = self.world.sam
        sam.types("/partnership meetings")
        sam.presses("Set a series")
        sam.submits({"every": "1 month", "first_on": "2023-01-10", "same": "date"})
        assert sam.modal is None, sam.modal_errors
        for day in ("2022-12-20", "2022-12-16", "2022-12-16"):
            sam.types("/partnership meetings")
            sam.presses("Plan one meeting")
            sam.submits({"on": day})
            assert sam.modal is None, sam.modal_errors
        for number, button, fields in (
            (1, "Put something on it", {"title": "Winter beds"}),
            (2, "Call the meeting", {}),
            (4, "Record the meeting", {"present": [AFFECTED]}),
        ):
            sam.types(f"/partnership meeting SEF-M{number}")
            sam.presses(button)
            sam.submits(fields)
            assert sam.modal is None, sam.modal_errors
        with self.world.session() as session:
            planned, called, today, held = session.scalars(select(Meeting.id).order_by(Meeting.number))
        return planned, called, today, held

    def world_terms(self) -> Terms:
        with self.world.session() as session:
            return agreements.current_terms(session, self.world.agreement(session).id)

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


def scene_on(migrated: Path, file: Path) -> Iterator[Scene]:
    """The scene on a copy of a migrated database, for a fixture: it is let go of afterwards."""
    shutil.copyfile(migrated, file)
    made = Scene(file)
    try:
        yield made
    finally:
        made.stop()
