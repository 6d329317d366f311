"""A month of the Sefton agreement as it is played for the bulletin and the board pack: December 2022."""

from __future__ import annotations

from datetime import date

from handlers import deadlines
from rules.actions import ActionState
from rules.issues import IssueState
from storage import agreements, people, register, rows
from storage.actions import Action
from storage.issues import Issue, Visit
from storage.packs import pack_source
from tests.scenarios.conftest import World
from tests.scenarios.signatures.kit import decides, gives, records, signs

SECRET, PARTICULARS = "Dr Grey's rota", "Nobody covers the Sunday clinic of Dr Grey."
SECRET_VOTE, SECRET_ACTION = "The rota changes hands", "Tell the clinic"
SECRETS = ("Grey", "rota", "clinic", "SEF-2", "SEF-D1", "SEF-A1")
"""What of the private issue must stand in nothing published: its words, and the references that follow from it."""
WITHHELD = ("A cousin at Beds Ltd", "Her cousin runs Beds Ltd.", "Jo Bloggs")
AS_CONFLICT = {"category": "financial", "nature": "real", "time": "arises"}

VOTED_ON = """\
      next: vote
    - {key: vote, name: A vote, kind: vote, forum: partnership-board, rule: beds, moved_on_by: [affected-partner, secretary]}
"""
BEDS = """\
  beds:
    name: A vote of those affected
    clause: "5.9"
    who: [affected]
    threshold: {kind: at-least, of: 2/3}
    quorum: {number: 2}
  consent:
"""
CHANGES = (
    ("      note: Nothing is said about what follows when the discussion fails.\n", VOTED_ON),
    ("  consent:\n", BEDS),
    ("  forms: [unstated]\n", "  forms: [unstated]\n  by: [mersey-care, luhft, sefton-cvs]\n"),
)


def pack() -> str:
    """Sefton's pack with a stage at which issues are put to the vote, a vote of those affected, and three who sign."""
    text = pack_source("sefton-2022")
    for found, instead in CHANGES:
        assert text.count(found) == 1, found
        text = text.replace(found, instead)
    return text


def play(world: World) -> None:
    """Play the month: from Thursday 1 December 2022 to Wednesday 14 December."""
    world.without_daily_lists()
    raise_and_resolve(world)
    keep_private(world)
    world.wakes_at("2022-12-06 10:00")
    declare(world)
    decide(world)
    world.wakes_at("2022-12-14 11:00")
    sign(world)
    act(world)


def raise_and_resolve(world: World) -> None:
    """SEF-1: raised on Thu 1 Dec; every affected partner agrees to what Mersey Care proposes."""
    world.ada.raises("Discharge delays", "luhft", "icb")
    world.ada.opens("SEF-1")
    world.ada.presses("Propose a resolution")
    world.ada.submits({"words": "One brokerage rule for all beds."})
    for name in ("ben", "ida"):
        world.players[name].presses("Agree", world.players[name].dm("One brokerage rule"))
    assert world.issue("SEF-1").state.final


def keep_private(world: World) -> None:
    """SEF-2, private between Mersey Care and LUHFT; SEF-D1, the vote on it, bears its name; SEF-A1 follows from that."""
    ada, sam = world.ada, world.sam
    ada.raises(SECRET, "luhft", private=["yes"], particulars=PARTICULARS)
    ada.opens("SEF-2")
    ada.presses("Take it further")
    ada.submits({"to": "vote", "words": "We tried."})
    ada.opens("SEF-2")
    ada.presses("Put it to the vote")
    ada.submits({"title": SECRET_VOTE, "wording": "It does.", "reasons": "So.", "closes_on": "2022-12-30"})
    assert ada.modal is None, ada.modal_errors
    ada.presses("Open the vote")
    count(world, "SEF-D1", (("mersey-care", "for"), ("luhft", "for")))
    sam.types("/partnership decision SEF-D1")
    sam.presses("Open an action")
    sam.submits({"title": SECRET_ACTION, "partner": "luhft", "due_on": "2023-01-05"})
    assert sam.modal is None, sam.modal_errors


def count(world: World, reference: str, votes: tuple[tuple[str, str], ...]) -> None:
    """Let the secretary record these votes, and count them."""
    record(world, reference, votes)
    sam = world.sam
    sam.types(f"/partnership decision {reference}")
    sam.presses("Count the votes")


def record(world: World, reference: str, votes: tuple[tuple[str, str], ...]) -> None:
    """Let the secretary record these votes."""
    sam = world.sam
    for partner, vote in votes:
        sam.types(f"/partnership decision {reference}")
        sam.presses("Record a vote")
        sam.submits({"voter": partner, "vote": vote, "evidence": "Said in the meeting"})
        assert sam.modal is None, sam.modal_errors


def declare(world: World) -> None:
    """SEF-C1 of LUHFT touches the private issue; SEF-C2 of Sefton Council has its particulars withheld."""
    issue = world.issue("SEF-2").id
    ben, joe, sam = world.ben, world.joe, world.sam
    ben.types("/declare-conflict Shares in a builder")
    ben.submits(AS_CONFLICT | {"particulars": "LUHFT owns a tenth of Build Ltd.", "matters": [f"issue:{issue}"]})
    assert ben.modal is None, ben.modal_errors
    title, particulars, person = WITHHELD
    joe.types(f"/declare-conflict {title}")
    withheld = {"declared_as": "provider", "particulars": particulars, "person": person, "withheld": "A threat"}
    joe.submits(AS_CONFLICT | withheld)
    assert joe.modal is None, joe.modal_errors
    sam.types("/partnership conflict SEF-C2")
    sam.presses("Keep unpublished")


def decide(world: World) -> None:
    """SEF-D2, at least two thirds of the four it affects; LUHFT has an interest in it. Two agree, one objects: carried."""
    ada, ben = world.ada, world.ben
    ada.types("/propose-decision One ward for both")
    ada.changes("rule", "beds")
    affected = ["icb", "sefton-council", "mersey-care", "luhft"]
    put = {"wording": "We build one ward.", "reasons": "Two cost twice as much.", "closes_on": "2022-12-20"}
    ada.submits({"affected": affected} | put)
    assert ada.modal is None, ada.modal_errors
    ada.presses("Open the vote")
    ben.types("/partnership decision SEF-D2")
    ben.presses("I have an interest")
    ben.submits(AS_CONFLICT | {"title": "We are the builder", "particulars": "LUHFT owns Build Ltd."})
    assert ben.modal is None, ben.modal_errors
    count(world, "SEF-D2", (("icb", "for"), ("sefton-council", "against"), ("mersey-care", "for")))


def sign(world: World) -> None:
    """SEF-S1: two sign in the chat on Wed 14 Dec, one had on paper on Thu 1 Sep; page one says Sat 1 Oct."""
    sam = world.sam
    decides(world, "signing", ["in-chat"])
    decides(world, "commencement", "2022-10-01")
    sam.types("/request-signatures Collaboration agreement 2022")
    sam.submits({"target_on": "2022-12-30", "document": gives(world, "sam")})
    assert sam.modal is None, sam.modal_errors
    sam.presses("Ask for the signatures")
    signs(world, "ada", "pia")
    records(world)


def act(world: World) -> None:
    """SEF-A2 follows from SEF-D2, and LUHFT has done it."""
    sam, ben = world.sam, world.ben
    sam.types("/partnership decision SEF-D2")
    sam.presses("Open an action")
    sam.submits({"title": "Write to the builder", "partner": "luhft", "due_on": "2022-12-20"})
    assert sam.modal is None, sam.modal_errors
    ben.presses("It is done", ben.dm("SEF-A2"))
    ben.submits({"words": "Written on 14 December."})
    assert ben.modal is None, ben.modal_errors


HIDDEN = "Dr Grey's rota"


def busy(world, *days, title="Count the beds"):
    """Have an action on each of these days, as if each had been opened in an issue that is withdrawn since."""
    world.by_hand = True
    with world.session() as session:
        agreement = world.agreement(session)
        terms_id = agreements.latest_version(session, agreement.id).id
        secretary = people.secretaries(session, world.clock().date(), agreement.id)[0].person.id
        issue = rows.begin(
            session,
            agreement,
            Issue,
            terms_id=terms_id,
            title=title,
            particulars="",
            outcome_sought="",
            concerns="",
            private=False,
            raised_for="luhft",
            raised_by=secretary,
            state=IssueState.WITHDRAWN,
            stage="discussion",
            stage_entered_at=world.clock(),
            raised_at=world.clock(),
            closed_at=world.clock(),
        )
        issue.visits.append(Visit(stage="discussion", entered_at=world.clock(), notes={}))
        session.flush()
        facts = {"act": "issue-raised", "person": "Accord", "partner": "luhft", "reference": issue.reference}
        register.write(session, agreement, at=world.clock(), **facts)
        for day in days:
            action = rows.begin(
                session,
                agreement,
                Action,
                terms_id=terms_id,
                title="",
                particulars="",
                partner="luhft",
                source="issue",
                source_id=issue.id,
                source_reference=issue.reference,
                due_on=date.fromisoformat(day),
                state=ActionState.OPEN,
                opened_by=secretary,
                opened_at=world.clock(),
            )
            action.title = f"{title} {action.number}"
            session.flush()
            made = deadlines.agree(session, action, "due", last_day=action.due_on, clause=None, now=world.clock())
            made.next_nudge_at = None
