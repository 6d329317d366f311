"""The board of Cheshire and Merseyside as it was proposed, with its 23 to 26 voting members, for scenarios."""

from __future__ import annotations

from pathlib import Path

from bot.demo import TEAM
from handlers.people import file as roster_file, roster
from storage import agreements
from storage.packs import parse_pack

KEY = "cheshire-merseyside-board"
CHANNEL = "C0BOARD"
PACK = (Path(__file__).parents[2] / "agreements" / f"{KEY}.yaml").read_text(encoding="utf-8")
SINGLE = (
    *("acute-chief", "acute-chair", "mental-health-chief", "mental-health-chair", "specialist-chief", "specialist-chair"),
    *("primary-care", "ccg-officer", "ccg-chair", "public-health", "vcse", "nhse", "partnership-chair", "chief-officer"),
)  # fmt: skip
"""The seats for one person each: 14. With the nine local authority areas that is 23, and with three directors 26."""
HEADER = "name,partner,capacity,forum,seat,from,until,workspace,user"


def sits(name, seat, *, forum="board", since="", until="", user=""):
    """A line of a roster that puts somebody on a seat."""
    return f"{name},,,{forum},{seat},{since},{until},{TEAM if user else ''},{user}"


def areas(number=9):
    """Lines for the councillors of so many local authority areas."""
    return [sits(f"Councillor {n}", "local-authorities") for n in range(1, number + 1)]


def singles(*without):
    """Lines for the holders of the seats for one person each, but for those without one."""
    return [sits(f"Holder of {seat}", seat) for seat in SINGLE if seat not in without]


def directors(number):
    """Lines for so many executive directors."""
    return [sits(f"Director {n}", "executive-directors") for n in range(1, number + 1)]


def imported(world, *lines, key=KEY, source=PACK):
    """Import lines of a roster, as whoever runs Accord does."""
    with world.session() as session:
        agreement = agreements.by_key(session, key)
        rows = roster_file.read("\n".join((HEADER, *lines)), parse_pack(source, file=key))
        roster.import_roster(session, agreement, rows, platform="slack", by="tests", now=world.clock())


def seats(player, channel=CHANNEL):
    """What somebody reads of the seats."""
    player.types("/partnership seats", channel=channel)
    return player.answer


def names_somebody(player, place, *, channel=CHANNEL, forum=None, **fields):
    """Fill in the form that names somebody; who is not chosen is typed."""
    player.types("/partnership seats", channel=channel)
    player.presses("Name somebody")
    if forum is not None:
        player.changes("forum", forum)
    player.submits({"place": place, **fields})


def choice_of(world, button, fragment, channel=CHANNEL):
    """Open one of the secretary's forms; the key of the term with these words in it."""
    world.sam.types("/partnership seats", channel=channel)
    world.sam.presses(button)
    assert world.sam.modal is not None, world.sam.answer
    (block,) = (one for one in world.sam.modal["blocks"] if one.get("block_id") == "term")
    (key,) = (one["value"] for one in block["element"]["options"] if fragment in one["text"]["text"])
    return key
