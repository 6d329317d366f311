"""Authority that changes: who loses it, the partner's other people and the channel hear at once; votes are marked."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from handlers.people import file as roster_file, roster
from rules.bulletin import ACTS
from storage.packs import read_pack
from storage.people import Account, Link, Person
from storage.register import COMMAND_LINE, Entry
from tests.cast import Part
from tests.scenarios.conftest import Player, buttons_of
from tests.scenarios.reading_kit import body_of, lines

RIGHT = "If this is not right, please tell the secretary at once. /partnership people shows who acts for whom. A vote cast within a day of this is marked."


@pytest.fixture
def quiet(world):
    world.without_daily_lists()
    return world


def newcomer(world, user, name, **more):
    world.workspace.add_person(user, name, **more)
    world.players[user.lower()] = Player(
        world, Part(user.removeprefix("U0").capitalize(), **more and {"team": more["team_id"]})
    )
    return world.players[user.lower()]


def links(world, person, user):
    world.sam.types("/partnership people")
    world.sam.presses("Link an account")
    world.sam.submits({"person": person, "account": user})
    assert world.sam.modal is None, world.sam.modal_errors


def told(player):
    """What they read last of who acts."""
    return lines(body_of(player.dm("Who acts has changed")))


def entries(world):
    with world.session() as session:
        found = session.scalars(select(Entry).where(Entry.act == "authority-changed").order_by(Entry.id))
        return [json.loads(entry.facts) for entry in found]


def test_a_lead_who_is_linked_to_another_account_is_told_as_are_their_partner_and_the_channel(quiet):
    newcomer(quiet, "U0BEN2", "Ben")
    links(quiet, "Ben", "U0BEN2")
    row = "• Ben acts from another chat account, which has been linked to them"
    assert lines(body_of(quiet.ben.dms()[-1])) == [
        "This account does not act as Ben any more: Sam has linked another account to that name in the Sefton Partnership agreement.",
        "If this is not right, please tell the secretary and your colleagues at once: whoever uses the other account acts in that name now.",
    ]
    yours = "Sam has changed this for those you act with, in the Sefton Partnership agreement:"
    assert told(quiet.pia) == ["Who acts has changed", yours, row, RIGHT]
    assert lines(body_of(quiet.channel()[-1])) == [
        "Who acts has changed: Sefton Partnership",
        "Sam has changed this:",
        row,
        RIGHT,
    ]
    (entry,) = entries(quiet)
    assert (entry["part"], entry["was"], entry["now"]) == ("account", "U0BEN in T0PRACTICE", "U0BEN2 in T0PRACTICE")
    assert entry["partners"] == ["luhft"]
    assert "authority-changed" in ACTS
    quiet.ada.types("/partnership bulletin")
    assert lines(quiet.ada.body, "Changed, ") == [
        "• Changed, Fri 16 Dec: Ben acts from another chat account, which has been linked to them"
    ]
    assert not [text for text in quiet.ada.inbox() if "Who acts has changed" in text]  # it is not her partner


def test_a_second_lead_is_told_to_the_first_and_the_first_of_a_partner_to_nobody(quiet):
    newcomer(quiet, "U0EVIL", "Somebody else")
    quiet.sam.types("/partnership people")
    quiet.sam.presses("Add to the roster")
    quiet.sam.submits({"name": "Nia", "capacity": "lead", "partner": "luhft", "account": "U0EVIL"})
    assert [line for line in told(quiet.ben) if line.startswith("•")] == [
        "• Nia: lead for LUHFT, new",
        "• Nia acts from a chat account, which has been linked to them",
    ]
    before = len(quiet.channel())
    with quiet.session() as session:
        rows = roster_file.read("name,partner,capacity\nZoe,south-sefton-pcn,deputy\n", read_pack("sefton-2022"))
        roster.import_roster(session, quiet.agreement(session), rows, platform="slack", by="tests", now=quiet.clock())
    quiet.settle()
    assert len(quiet.channel()) == before + 1  # its lead, Cleo, was there already
    assert [line for line in told(quiet.cleo) if line.startswith("•")] == ["• Zoe: deputy for South Sefton PCN, new"]


def test_an_end_that_a_file_sets_is_told_with_what_was(quiet):
    text = "name,partner,capacity,from,until\nEve,mersey-care,deputy,,2022-12-31\n"
    with quiet.session() as session:
        rows = roster_file.read(text, read_pack("sefton-2022"))
        roster.import_roster(session, quiet.agreement(session), rows, platform="slack", by="tests", now=quiet.clock())
    quiet.settle()
    row = "• Eve, deputy for Mersey Care: ends on 31 December 2022 (before: no last day)"
    assert row in told(quiet.ada)
    assert [(one["part"], one["was"], one["now"]) for one in entries(quiet)] == [("ends_on", None, "2022-12-31")]


def opened(world):
    """A vote that is open, as one of the variation's."""
    world.ada.types("/propose-decision One plan")
    world.ada.changes("rule", "variation")
    world.ada.submits({"wording": "W", "reasons": "R", "closes_on": "2022-12-30"})
    world.ada.presses("Open the vote")


def votes(player):
    player.presses("Agree", [message for message in player.dms() if "Agree" in buttons_of(message)][-1])
    if player.modal is not None:
        player.submits({})


MARK = "LUHFT agrees (within a day of a change of who acts)"


@pytest.mark.parametrize(("at", "marked"), [("2022-12-17 09:29", True), ("2022-12-17 09:31", False)])
def test_a_vote_within_a_day_of_a_change_is_marked_wherever_the_votes_are_read(quiet, at, marked):
    second = newcomer(quiet, "U0BEN2", "Ben")
    links(quiet, "Ben", "U0BEN2")
    opened(quiet)
    quiet.at(at)
    votes(second)
    assert ("authority_changed" in quiet.facts("vote-cast")) is marked
    quiet.ada.types("/partnership decision SEF-D1")
    assert (MARK in quiet.ada.body) is marked
    count = "Cast within a day of a change of who acts: LUHFT's vote, by Ben. Changed on Fri 16 Dec 2022, 09:30: Ben acts from another chat account, which has been linked to them."
    assert (count in quiet.ada.body) is marked
    votes(quiet.cleo)
    quiet.at("2023-01-03 09:30")
    found = quiet.facts("decision-not-carried")["result"]["fresh"]
    assert [one["name"] for one in found] == (["LUHFT"] if marked else [])


# --- An account is its platform, its workspace and its user id ----------------------------------------------------


def accounts(world, person):
    with world.session() as session:
        found = session.scalars(select(Account).where(Account.link == Link.LINKED).order_by(Account.id))
        return [(one.workspace, one.user) for one in found if one.user.startswith(person)]


def claims(world, *, user, workspace, name):
    """Let an account of another workspace have claimed a name."""
    world.by_hand = True
    with world.session() as session:
        person = session.scalars(select(Person).where(Person.name == name)).one()
        session.add(
            Account(
                platform="slack",
                workspace=workspace,
                user=user,
                person_id=person.id,
                link=Link.CLAIMED,
                changed_at=world.clock(),
            )
        )


def test_who_is_picked_is_of_the_secretarys_workspace_whoever_has_claimed_with_the_same_id(quiet):
    newcomer(quiet, "U0OLA", "Ola")
    claims(quiet, user="U0OLA", workspace="T0ELSEWHERE", name="Ola")
    quiet.sam.types("/partnership people")
    quiet.sam.presses("Link an account")
    assert quiet.sam.fields == ["person", "account", "claimed"]
    quiet.sam.submits({"account": "U0OLA"})
    assert quiet.sam.modal_errors["account"] == "Please choose one account: this one, or the one that was claimed."
    quiet.sam.submits({"account": "U0OLA", "claimed": None})
    assert quiet.sam.modal is None, quiet.sam.modal_errors
    assert accounts(quiet, "U0OLA") == [("T0PRACTICE", "U0OLA")]


def test_a_claim_from_another_workspace_is_linked_as_it_was_made(quiet):
    newcomer(quiet, "U0OLA", "Ola")
    claims(quiet, user="U0OLA", workspace="T0ELSEWHERE", name="Ola")
    quiet.sam.types("/partnership people")
    quiet.sam.presses("Link an account")
    quiet.sam.submits()  # the claim is filled in already
    assert quiet.sam.modal is None, quiet.sam.modal_errors
    assert accounts(quiet, "U0OLA") == [("T0ELSEWHERE", "U0OLA")]
    assert quiet.facts("account-linked")["workspace"] == "T0ELSEWHERE"


# --- Whose authority it is --------------------------------------------------------------------------------------


MOVED = "Who acts has changed"


def imports(world, *lines, by="Max"):
    with world.session() as session:
        text = "\n".join(("name,partner,capacity,from,until", *lines))
        rows = roster_file.read(text, read_pack("sefton-2022"))
        roster.import_roster(session, world.agreement(session), rows, platform="slack", by=by, now=world.clock())
    world.settle()


def own(player):
    """What they were told of what they hold themselves, message by message."""
    said = [lines(body_of(message)) for message in player.dms()]
    return [those[2:-1] for those in said if any("has changed this about what you hold" in line for line in those)]


ENDS = "Eve,mersey-care,deputy,,2022-12-31"


def test_who_runs_accord_is_called_so(quiet):
    imports(quiet, ENDS, by=COMMAND_LINE)
    said = "Whoever runs Accord has changed this about what you hold, in the Sefton Partnership agreement:"
    assert lines(body_of(quiet.eve.dms()[-1]), "has changed this") == [said]


def test_whose_capacity_a_file_ends_is_told_once_in_words(quiet):
    imports(quiet, ENDS)
    imports(quiet, ENDS)
    assert own(quiet.eve) == [["• Eve, deputy for Mersey Care: ends on 31 December 2022 (before: no last day)"]]
    assert lines(body_of(quiet.eve.dms()[-1]))[:2] == [
        MOVED,
        "Max has changed this about what you hold, in the Sefton Partnership agreement:",
    ]
    imports(quiet, "Eve,mersey-care,deputy,2022-12-01,none")
    assert own(quiet.eve)[1:] == [
        [
            "• Eve, deputy for Mersey Care: begins on 1 December 2022 (before: no first day)",
            "• Eve, deputy for Mersey Care: has no last day any more (before: 31 December 2022)",
        ]
    ]


def test_the_dates_of_a_partners_only_one_are_told_and_stand_in_the_record_and_the_bulletin(quiet):
    imports(quiet, "Cleo,south-sefton-pcn,lead,,2023-01-31")
    row = "Cleo, lead for South Sefton PCN: ends on 31 January 2023 (before: no last day)"
    assert own(quiet.cleo) == [[f"• {row}"]]
    assert lines(body_of(quiet.channel()[-1])) == [
        "Who acts has changed: Sefton Partnership",
        "Max has changed this:",
        f"• {row}",
        RIGHT,
    ]
    (entry,) = entries(quiet)
    assert (entry["part"], entry["was"], entry["now"], entry["words"]) == ("ends_on", None, "2023-01-31", row)
    quiet.ada.types("/partnership bulletin")
    assert lines(quiet.ada.body, "Changed, ") == [f"• Changed, Fri 16 Dec: {row}"]


def test_who_is_put_beside_others_by_a_file_is_told_too(quiet):
    imports(quiet, "Eve,mersey-care,signatory,,")
    assert own(quiet.eve) == [["• Eve: signatory for Mersey Care, new"]]


@pytest.mark.parametrize("capacity", ["deputy", "member"])
def test_whose_capacity_the_secretary_ends_is_told_once(quiet, capacity):
    if capacity == "member":
        imports(quiet, "Eve,mersey-care,member,,")
        assert own(quiet.eve) == []  # a member decides nothing
    before = len(quiet.eve.dms())
    quiet.sam.types("/partnership people")
    quiet.sam.presses("End a capacity")
    (block,) = (one for one in quiet.sam.modal["blocks"] if one.get("block_id") == "holding")
    (key,) = (one["value"] for one in block["element"]["options"] if one["text"]["text"].startswith(f"Eve, {capacity}"))
    quiet.sam.submits({"holding": key, "ends_on": "2022-12-31"})
    assert quiet.sam.modal is None, quiet.sam.modal_errors
    assert len(quiet.eve.dms()) == before + 1
    said = f"• Eve, {capacity} for Mersey Care: ends on 31 December 2022 (before: no last day)"
    assert own(quiet.eve) == ([[said]] if capacity == "member" else [])


@pytest.mark.parametrize(("at", "marked"), [("2022-12-17 09:29", True), ("2022-12-17 09:31", False)])
def test_a_vote_within_a_day_of_a_last_day_that_is_set_is_marked_as_the_message_says(quiet, at, marked):
    imports(quiet, "Ben,luhft,lead,,2022-12-31")
    opened(quiet)
    quiet.at(at)
    votes(quiet.ben)
    assert ("authority_changed" in quiet.facts("vote-cast")) is marked
    quiet.ada.types("/partnership decision SEF-D1")
    assert (MARK in quiet.ada.body) is marked
