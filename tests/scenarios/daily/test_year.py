"""A year of the Sefton agreement, played by skipping time: every reminder, daily list and bulletin, counted by hand.

1 July 2022 to 5 July 2023. Three reviews come round in it (12, 8.8, 12), and one date of the document (8.2). Mersey Care
answers the first at once, LUHFT never, the others nine days later; the secretary closes each.
"""

from __future__ import annotations

import io
from collections import Counter
from datetime import date
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from sqlalchemy import select

from bot.documents.board_pack import as_pdf, as_workbook
from handlers.overview import board_pack
from storage.outbox import Message, MessageState
from storage.people import Person

OTHERS = ("cleo", "gil", "ida", "joe", "lou", "max")
FOUND = {"outcome": "continue"}
LOOKED_AT = {
    "SEF-R1": "Progress made; Terms of the agreement",
    "SEF-R2": "Governance of the partnership; A joint committee under the Health and Care Act 2022",
    "SEF-R3": "Progress made; Terms of the agreement",
}


def answers(world, *names):
    for name in names:
        player = world.players[name]
        for asked in [m for m in player.dms() if "Nothing to add" in m.shown() and "SEF-R1" in m.shown()]:
            if any("review_nothing" in str(block) for block in asked.blocks):
                player.presses("Nothing to add", asked)


def closes(world, reference):
    world.sam.types(f"/partnership review {reference}")
    world.sam.presses("What came of it")
    world.sam.submits(FOUND | {key: "As agreed." for key in world.sam.fields if key.startswith("limb_")})
    assert world.sam.modal is None, world.sam.modal_errors


@pytest.fixture
def year(make_world):
    world = make_world("2022-07-01 09:30", mornings=True)
    world.at("2022-12-06 10:00")
    answers(world, "ada")
    world.at("2022-12-15 12:00")
    answers(world, *OTHERS, "kim")
    world.at("2023-01-03 15:00")
    closes(world, "SEF-R1")
    world.at("2023-03-03 12:30")
    closes(world, "SEF-R2")
    world.at("2023-03-17 10:00")
    world.sam.types("/partnership milestone SEF-MS2")
    world.sam.presses("How it stands")
    world.sam.changes("said", "met")
    world.sam.submits({"words": "The first delegation is agreed.", "met_on": "2023-03-16"})
    assert world.sam.modal is None, world.sam.modal_errors
    world.at("2023-06-05 12:30")
    closes(world, "SEF-R3")
    world.at("2023-07-05 12:00")
    return world


def arrived(world, template):
    """Who was sent messages of a kind, and on which days of theirs: (name, day) of each."""
    with world.session() as session:
        query = (
            select(Person.name, Person.timezone, Message.sent_at)
            .join(Person, Person.id == Message.person_id)
            .where(Message.template == template, Message.state == MessageState.SENT)
        )
        return [(name, at.astimezone(ZoneInfo(zone)).date()) for name, zone, at in session.execute(query)]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # other stories ask the same of PostgreSQL
def test_a_year_is_quiet_and_nobody_is_left_out_of_it(year):
    lists, nudges = Counter(arrived(year, "digest")), Counter(name for name, _ in arrived(year, "nudge"))
    digests = Counter(name for name, _ in lists)
    assert max(lists.values()) == 1, "nobody has two lists on one day"
    # Tue 6 Dec to Tue 3 Jan has 18 operational days: 26, 27 Dec and 2 Jan are closed. To Thu 15 Dec it has 8. Two more
    # lists on the days on which the other reviews begin, 3 March and 5 June. Kim's list comes at two in the afternoon
    # of London: on the 15th, and on those two days, she owes nothing any more. Sam's: what came of the review on 3
    # January, the date of the document on 17 March, and every three months whether a condition has come true, which is
    # 3 October, 3 January (in the same list), 3 April and 3 July. Who owes nothing is not there.
    assert digests == {"Ada": 3, "Ben": 20, **{name.title(): 10 for name in OTHERS}, "Kim": 7, "Sam": 5}
    # 10, 5, 2, 1 and 0 operational days before 3 Jan: 15, 22, 29, 30 Dec and the day. Kim's of the 15th waits for her
    # morning, and she has answered before. Sam is asked what came of it on the day, and of the milestone on 17 March.
    assert nudges == {"Ben": 5, **{name.title(): 1 for name in OTHERS}, "Sam": 2}
    # December: the review of 3 January is due. January: it is closed. February: two things are due by 31 March. March:
    # both are done. June: the third review is closed. In the other months nothing happens, and nothing is due next.
    told = [when for who, when in year.sent("bulletin") if who == "C0SEFTON"]
    assert told == [f"{day} 09:00" for day in ("2023-01-03", "2023-02-01", "2023-03-01", "2023-04-03", "2023-07-03")]
    acts = Counter(year.register())
    assert (acts["review-opened"], acts["review-closed"], acts["milestone-met"]) == (3, 3, 1)
    assert acts["review-answered"] == 9  # Mersey Care, and seven people for eight partners
    with year.session() as session:
        facts = board_pack.facts_of(session, year.agreement(session), date(2022, 7, 1), date(2023, 6, 30), year.clock())
    assert as_pdf(facts).startswith(b"%PDF-")
    reviews = openpyxl.load_workbook(io.BytesIO(as_workbook(facts)))["Reviews"]
    looked_at = [cell.value for cell in reviews[1]].index("Looked at")
    assert {row[0]: row[looked_at] for row in reviews.iter_rows(min_row=2, values_only=True)} == LOOKED_AT
